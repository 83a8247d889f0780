"""The five-year plans: which one a year falls into, and when one ends."""

from __future__ import annotations

# 三五 is the first that began in the rhythm kept ever since.
_THIRD_BEGAN = 1966
_NAMES = (
    *("三五", "四五", "五五", "六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五"),
    *("十四五", "十五五", "十六五", "十七五", "十八五", "十九五"),
)
_ENDS = {name: _THIRD_BEGAN + 5 * number + 4 for number, name in enumerate(_NAMES)}


def five_year_plan(year: int) -> str:
    """Return the name of the plan that `year` falls into, or "" where none is known.

    >>> five_year_plan(2025), five_year_plan(2026)
    ('十四五', '十五五')
    """
    number = (year - _THIRD_BEGAN) // 5
    return _NAMES[number] if 0 <= number < len(_NAMES) else ""


def last_year(name: str) -> int | None:
    """Return the last year of the plan called `name`.

    >>> last_year("十四五")
    2025
    """
    return _ENDS.get(name)
