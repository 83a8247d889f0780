"""Read and write numbers in Chinese numerals."""

from __future__ import annotations

from desktop.text.units import MULTIPLIERS

_LARGEST_FIRST = tuple(reversed(MULTIPLIERS.items()))
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
ONES = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"


def in_digits(text: str) -> str:
    """Write Chinese numerals that stand for one digit each as digits.

    >>> in_digits("二○二五")
    '2025'
    """
    return text.translate(_DIGITS)


def chinese_integer(text: str) -> float:
    """Return the number that Chinese numerals say.

    >>> chinese_integer("二千三百万"), chinese_integer("两百零五"), chinese_integer("一亿二千万")
    (23000000.0, 205.0, 120000000.0)
    """
    for multiple, factor in _LARGEST_FIRST:
        above, found, below = text.rpartition(multiple)
        if found:
            return (chinese_integer(above) or 1.0) * factor + chinese_integer(below)
    digits = text.strip("〇○零").replace("两", "二")
    return float("一二三四五六七八九".index(digits[-1]) + 1) if digits else 0.0


def chinese_share(text: str) -> float:
    """Return a share in per cent; a third is 33.3, as it would be written.

    >>> [chinese_share(text) for text in ("百分之五点三", "千分之七", "三分之一", "一半", "七成半")]
    [5.3, 0.7, 33.3, 50.0, 75.0]
    """
    if text == "一半":
        return 50.0
    if "成" in text:
        return 10 * chinese_integer(text[0]) + 5 * text.endswith("半")
    if text.startswith("千分之"):
        return round(chinese_share(f"百分之{text.removeprefix('千分之')}") / 10, 3)
    if not text.startswith("百分之"):
        below, _, above = text.partition("分之")
        return round(100 * chinese_integer(above) / chinese_integer(below), 1)
    whole, _, part = text.removeprefix("百分之").partition("点")
    return float(f"{chinese_integer(whole):.0f}.{in_digits(part) or 0}")


def spoken(value: int) -> str:
    """Return a number below 10,000 as it is spoken.

    >>> [spoken(value) for value in (3, 10, 12, 20, 105, 123, 2024)]
    ['三', '十', '十二', '二十', '一百零五', '一百二十三', '二千零二十四']
    """
    written = _with_powers(value, ONES, "十百千")
    return written.removeprefix("一") if 10 <= value < 20 else written


def formal(value: int) -> str:
    """Return a number below 10,000 as on a banknote.

    >>> formal(12), formal(105)
    ('壹拾贰', '壹佰零伍')
    """
    return _with_powers(value, FORMAL, "拾佰仟")


def _with_powers(value: int, ones: str, powers: str) -> str:
    written = ""
    gap = False
    for power in range(len(powers), -1, -1):
        digit = value // 10**power % 10
        if digit:
            written += "零" * (gap and bool(written)) + ones[digit]
            written += powers[power - 1] if power else ""
        gap = not digit
    return written
