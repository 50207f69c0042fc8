### 証拠の項目と、その過不足

## 短い名前(ボタンは20文字まで。「＋」がつくので18文字まで)

proof-short-product_page = 商品ページ
proof-short-order_detail = 注文の詳細
proof-short-chat = チャット
proof-short-item_photo = 届いた品物の写真
proof-short-label = ラベルの写真
proof-short-unboxing = 開封の動画・写真
proof-short-video = 症状の動画
proof-short-ruler = 定規を当てた写真
proof-short-close_up = アップの写真
proof-short-damage = 破損の写真
proof-short-count = 数がわかる写真
proof-short-brand = 正規品との違い
proof-short-tracking = 追跡の画面
proof-short-tracking_two = 追跡の画面(2サイト)
proof-short-tracking_place = 配達地域の追跡画面
proof-short-address = 注文の配送先住所
proof-short-carrier_answer = 配送会社の回答
proof-short-customs_paper = 税関の書類
proof-short-shipping_method = 選んだ配送方法
proof-short-end_date = 保護期限の画面
proof-short-size_label = 品物のサイズ表示
proof-short-size_chart = 商品ページのサイズ表
proof-short-weight_label = 重さがわかるラベル
proof-short-other = その他

proof-end_date = 保護期限の日付がわかる注文の画面
proof-size_label = 品物についているサイズ表示(タグなど)
proof-size_chart = 商品ページのサイズ表のスクリーンショット
proof-weight_label = 重さがわかる荷物のラベルの写真

english-item-end_date = 保護期限の画面
english-item-size_label = サイズ表示
english-item-size_chart = サイズ表
english-item-weight_label = 重さがわかるラベル

## あるもの・ないもの

proof-marked = { $item } { $there ->
        [yes] ✔
       *[no] ✖
    }
proof-glue = { " " }
proof-there = ✔ { $item }({ $count }点)
proof-missing = ✖ { $item }
proof-missing-helpful = ✖ { $item }(あれば)
proof-others = その他({ $count }点)
proof-unassigned = 項目を選んでいないもの({ $count }点)
step-proof = { $there ->
        [yes] ✔
       *[no] ✖
    } { $item }
notice-evidence = 証拠

## どの項目の証拠か

evidence-item-which = 何の証拠ですか? 近いものを選んでください。
evidence-item-which-several = この{ $count }点は、何の証拠ですか? 近いものを選んでください。
evidence-item-which-rest = 残り{ $count }点は、何の証拠ですか?
evidence-item-which-one = { $number }点目({ $about })は、何の証拠ですか?
evidence-item-set = { $title } の「{ $item }」に入れました。
evidence-item-set-several = { $count }点を { $title } の「{ $item }」に入れました。
evidence-item-toast = 「{ $item }」に入れました
evidence-item-strange = その項目は、いまの一覧にありません。下から選んでください。
evidence-item-not-kept = このファイルは、まだ証拠として保存していません。
evidence-kept-item = { $title } の証拠「{ $item }」として保存しました(全{ $count }点)。
evidence-send-item = { $title } の証拠「{ $item }」を送ってください。届いたものから保存します。
button-each-item = 1点ずつ選ぶ
button-change-item = 項目を変える
button-choose-item = 項目を選ぶ({ $count }点)
button-add-item = ＋{ $item }
evidence-about-item = { $about } { $item }
evidence-picture = { $number }点目

evidence-limit-size = この画像は2MBを超えています。AliExpressには2MB以下のJPG・PNGが安全です。
evidence-limit-type = この形式はAliExpressに送れないことがあります。2MB以下のJPG・PNGが安全です。
evidence-limit-video = この動画の形式はAliExpressに送れないことがあります。MP4が無難です。
