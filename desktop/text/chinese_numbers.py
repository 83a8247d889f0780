"""Read numbers that are written in Chinese numerals."""

from __future__ import annotations

from desktop.text.units import MULTIPLIERS


def chinese_integer(text: str) -> float:
    """Return the number that Chinese numerals say.

    >>> chinese_integer("二千三百万"), chinese_integer("两百零五")
    (23000000.0, 205.0)
    """
    total = section = digit = 0.0
    for char in text:
        if char in "〇○零":
            continue
        if char in MULTIPLIERS:
            factor = MULTIPLIERS[char]
            if factor >= 1e4:
                total = (total + section + digit or 1.0) * factor
                section = digit = 0.0
            else:
                section += (digit or 1.0) * factor
                digit = 0.0
        else:
            digit = float("一二三四五六七八九".index("二" if char == "两" else char) + 1)
    return total + section + digit


def chinese_share(text: str) -> float:
    """Return a share in per cent; a third is 33.3, as it would be written.

    >>> [chinese_share(text) for text in ("百分之五点三", "三分之一", "一半", "六成", "七成半")]
    [5.3, 33.3, 50.0, 60.0, 75.0]
    """
    if text == "一半":
        return 50.0
    if "成" in text:
        return 10 * chinese_integer(text[0]) + 5 * text.endswith("半")
    if not text.startswith("百分之"):
        below, _, above = text.partition("分之")
        return round(100 * chinese_integer(above) / chinese_integer(below), 1)
    whole, _, part = text.removeprefix("百分之").partition("点")
    digits = "".join(str("〇一二三四五六七八九".index(c)) if c not in "○零" else "0" for c in part)
    return float(f"{chinese_integer(whole):.0f}.{digits or 0}")
