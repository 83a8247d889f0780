"""The numbers that word processors write before paragraphs, which stand in no text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.text.chinese_numbers import ONES, formal, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
HIGHEST = 9999  # no list is longer, and no other form is defined above it
BULLET = "•"
PRIVATE = re.compile("[\ue000-\uf8ff]")  # where Symbol and Wingdings have their bullets
CLOSED = ("、", "）", ")", "．", "。", "：")  # behind these no blank parts a number from its text


def labelled(number: str, apart: bool = True) -> str:
    """Return a number with the blank that parts it from the text behind it.

    >>> labelled("1."), labelled("（一）"), labelled("1.", apart=False)
    ('1. ', '（一）', '1.')
    """
    return number + " " if apart and number.strip() and not number.endswith(CLOSED) else number


def chinese_digits(value: int) -> str:
    """Return a number digit by digit.

    >>> chinese_digits(10)
    '一〇'
    """
    return "".join(ONES[int(digit)] for digit in str(value))


def letters(value: int) -> str:
    """Return a, b and so on to z, then aa, bb.

    >>> letters(3), letters(28)
    ('c', 'bb')
    """
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def roman(value: int) -> str:
    """Return i, ii, iii, iv and so on.

    >>> roman(14)
    'xiv'
    """
    written = ""
    for worth, sign in ROMAN:
        written += sign * (value // worth)
        value %= worth
    return written


def full_width(value: int) -> str:
    """Return the number in wide digits."""
    return "".join(chr(ord("０") + int(digit)) for digit in str(value))


def _row(first: str, count: int) -> Callable[[int], str]:
    """Return the form whose signs follow each other from `first`, plain digits behind them."""
    return lambda value: chr(ord(first) + value - 1) if value <= count else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)]


# The names are Word's (ST_NumberFormat); what is not here is written in plain digits.
FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": spoken,
    "chineseCountingThousand": spoken,
    "japaneseCounting": spoken,
    "taiwaneseCounting": spoken,
    "taiwaneseCountingThousand": spoken,
    "chineseLegalSimplified": formal,
    "ideographLegalTraditional": formal,
    "ideographDigital": chinese_digits,
    "japaneseDigitalTenThousand": chinese_digits,
    "taiwaneseDigital": chinese_digits,
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedCircleChinese": _row("①", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "ideographParenthesized": _row("㈠", 10),
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "decimalZero": lambda value: f"{value:02}",
    "lowerLetter": letters,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "none": lambda _: "",
}


def counted(value: int, form: str) -> str:
    """Return a number in the form of that name.

    >>> counted(3, "chineseCounting"), counted(3, "decimalEnclosedCircle"), counted(3, "ordinal")
    ('三', '③', '3')
    """
    return FORMS.get(form, str)(value) if 0 < value <= HIGHEST else str(value)
