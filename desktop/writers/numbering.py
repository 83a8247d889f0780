"""The numbers of a memo's own chapters.

In Chinese they are those of official documents, 一、（一）1．; in English I. A. 1., so that no two
levels look alike. The reports' own headings stand below them without their numbers.
"""

from __future__ import annotations

from desktop.text.chinese_numbers import spoken

IN_DIGITS = 100
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")  # more chapters no memo has


def chapter_number(number: int, language: str) -> str:
    """Return the number of a chapter with its mark.

    >>> chapter_number(8, "zh"), chapter_number(2, "en")
    ('八、', 'II. ')
    """
    if language.startswith("zh"):
        return f"{_chinese(number)}、"
    return f"{ROMAN[number - 1]}. "


def part_number(number: int, language: str) -> str:
    """Return the number of a part of a chapter with its mark; of tags there may be any number.

    >>> part_number(1, "zh"), part_number(21, "zh"), part_number(104, "zh")
    ('（一）', '（二十一）', '（104）')
    >>> part_number(2, "en"), part_number(28, "en")
    ('B. ', 'AB. ')
    """
    if language.startswith("zh"):
        return f"（{_chinese(number)}）"
    made = ""
    while number:
        number, place = divmod(number - 1, len(LETTERS))
        made = LETTERS[place] + made
    return f"{made}. "


def _chinese(number: int) -> str:
    """Return a number in Chinese; from a hundred on, which nobody would spell out, in digits."""
    return spoken(number) if number < IN_DIGITS else str(number)
