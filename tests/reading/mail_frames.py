"""What AliExpress' own mails say around what they tell: the polite words before it."""

GREETING = "お客様\n\nいつもAliExpressをご利用いただき、誠にありがとうございます。\n\n"
