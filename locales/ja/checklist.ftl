### チェックリストの枠組み

step-button-done = できた
step-button-how = やり方
step-button-missing = ボタンがない
step-button-later = あとで
step-button-unsure = わからない

step-title = { $number } { $step }
step-ticked = { $done ->
    [yes] ✔ { $step }
   *[no] { $step }
}
step-how = やり方
device-app = アプリ
device-pc = PC
step-evidence = あると強い証拠
step-evidence-item = ・{ $item }
step-evidence-note = 画像は2MB以下のJPG・PNG、動画は15〜30秒が無難です。ここに送ってもらえれば、証拠として預かります。
step-draft-note = 上の英文をコピーして使えます。事実と違うところは直してください。
step-missing = 画面によって名前や場所が違うことがあります。アプリを更新して開き直すか、PCやほかのブラウザーでも見てみてください。押せなくても、ここまでの記録は残っています。
step-unsure = 上のやり方を、順に見てみてください。迷ったら、セラーの「承認」と「取り下げ」だけは押さずに、画面の言葉をそのまま送ってください。
step-already-done = このステップは済んでいます
step-done-toast = 記録しました
question-note = 答えると、関係のない手順を省きます。答えずに進んでもかまいません。
step-moved = いまの段階は「{ $stage }」です。
step-moved-clock = いまの段階は「{ $stage }」です。{ $clock }

checklist-title = { $title } — { $playbook }
checklist-safety = ⚠️ 紛争は取り下げない・受取確認を押さない・セラーの提案の「承認」を押さない
checklist-disclaimer = AliExpressとは関係のない案内で、法律の助言ではありません。判定は担当者によって変わることがあります。
checklist-later = わかりました。ここまでは記録してあります。いつでも「続きから」で再開できます。
checklist-go-on = 続きから
checklist-register = この紛争を登録する
checklist-finished = { $title } ここまで完了しました
checklist-finished-toast = すべて済みました
checklist-finished-note = おつかれさまでした。手順はひととおり済みました。動きがあれば、ここに送ってください。
checklist-opened-note = 紛争を開いたら、まずはセラーの回答を待ちます。提案が来たら「やること」を押してください。続きを案内します。
checklist-ask-date = 次の日付は「{ $kind }」です。わかったら、ボタンで選ぶか「2月3日」のように送ってください。
checklist-check-date = 「{ $kind }」の日付は、いまの画面と合っていますか? 違っていたら、ボタンで直すか新しい日付を送ってください。
checklist-change-date = 日付を直す
checklist-evidence = 証拠
checklist-case = この件を見る
checklist-again = もう一度はじめから
checklist-back = 元のチェックリストへ
