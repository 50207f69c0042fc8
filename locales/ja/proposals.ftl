### 提案と金額の比較

proposal-seller = セラーの提案
proposal-aliexpress = AliExpressの提案
proposal-sum = { $kind } { $sum }
proposal-no-return = { $proposal }・返品なし
money-share = { $sum }({ $percent }%)
floor-row = 受け入れる下限
floor-percent = { $percent }%
floor-percent-sum = { $percent }%({ $sum }ほど)
compare-missing = 支払った金額と提案の金額を送ると、何割にあたるかがわかります(例: 6,993円払って、5,594円の提案)。
compare-open = いくらまでなら受け入れるかを、先に決めておくと迷いません。
compare-yes = 提案は、決めた下限に届いています。納得できるなら「承認」(Accept) に進めます。
compare-no = 提案は、決めた下限に届いていません。「拒否する」(Decline) で続けられます。
