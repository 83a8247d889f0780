"""Read numbers that are written in Chinese numerals."""

from __future__ import annotations

from desktop.text.units import MULTIPLIERS

_LARGEST_FIRST = tuple(reversed(MULTIPLIERS.items()))
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


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
