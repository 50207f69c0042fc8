"""Texts that cost a careless pattern the square of their length, or worse."""

import time
from collections.abc import Callable

LENGTH = 10_000

ADVERSARIAL = (
    "1", "1日", "残り", "12/1", "12月1日まで", "今", " ", "1:", "(月)", "あ", "一", "1日と",
    "支払", "円", "5円", "\\", "a1",
    "セラー", "提案", "紛争", "全額返金", "\n", "2d 14h", "1,", "1.2", "jpy 5 ", "1/", "返金まだ",
    "12345678901234 ", "午後",
    "第1月曜", "a-", "@a.", "「", "?", "セラーから提案", "aliexpress", "12月1日から", "ﾞ",
    "が\u3099", "届いていない", "から3日",
    "自分: 1円\n店: 2円\n", "■返金\n1円\n", "5/1  buyer  x 5円\n", "  |  残高",
    "paypal\n返金 -1円\n", "返金0、", "1.234.", "eur 1,20 ",
)  # fmt: skip

# A list that a last line breaks: a pattern that can take each line in two ways tries them all,
# and twenty lines already take it a minute.
BROKEN_LISTS = (
    "注文番号 1\n" * 40 + "x: 1",
    "商品 2\n注文番号 3\n" * 20 + "色: 赤",
    "希望 返金\n" + "理由 色違い\n注文番号 1\n" * 20 + "x: 1",
)


def repeated(piece: str, length: int = LENGTH) -> str:
    """As much of one piece, over and over, as fills so many characters."""
    return (piece * (length // len(piece) + 1))[:length]


def assert_linear(read: Callable[[str], object], piece: str) -> None:
    """What takes long must at least not take more than its length does.

    How fast the reader is, its bench measures. Here a busy machine must not fail a test: what takes
    over 0.1 s is held against a quarter of the text, which takes a quarter of the time; the square
    would be 16.
    """
    long = _seconds(read, repeated(piece))
    if long > 0.1:
        long = min(long, *(_seconds(read, repeated(piece)) for _ in range(2)))
        short = min(_seconds(read, repeated(piece, LENGTH // 4)) for _ in range(3))
        assert long < 8 * short, f"{long:.3f} s, a quarter of it {short:.3f} s"


def _seconds(read: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    read(text)
    return time.process_time() - begin
