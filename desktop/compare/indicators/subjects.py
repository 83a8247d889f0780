"""What a number measures that does not say so itself: the number before it says it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from desktop.report.promises.targets import extract_targets
from desktop.text.normalize import narrow
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.model import Statement, Target

DIGIT = re.compile(r"\d")
CHANGE = (
    r"(?:同比|比上年|较上年|比去年|同口径|年均|实际|名义|可比|再|净|均|分别)*"
    r"(?:增长|增加|提高|上升|提升|下降|降低|减少|压减)(?:了|幅度)?"
)
BARE_CHANGE = re.compile(CHANGE)  # 完成512.4亿元,同比增长5.4%
CHANGE_BEHIND = re.compile(rf"(?:{CHANGE}|分别)$")
LIST_BEFORE = re.compile(r"(?:[^,;:。、]+、)+$")
LISTED = re.compile("[、和与及]")
SECTORS = "一二三产"
PARALLEL = 2  # characters of either of two that are listed: 城镇和农村居民收入


@lru_cache(maxsize=1 << 10)  # one may tell of several promises, and is read for the table too
def told_numbers(statement: Statement) -> tuple[Target, ...]:
    """Return the numbers of a sentence that promises nothing; their spans count in the report."""
    if not DIGIT.search(statement.text):
        return ()
    text = narrow(statement.text)
    start = statement.span.start
    found = extract_targets(text, Span(0, len(text)), None)
    return with_subjects(
        statement, tuple(replace(one, span=one.span.shifted(start)) for one in found)
    )


def with_subjects(statement: Statement, numbers: Sequence[Target]) -> tuple[Target, ...]:
    """Return the numbers of a statement, those without a name of their own named after the last.

    What only says how much something grew has grown what the number before counts; what says
    nothing at all, as in 增长7.5%,达到326亿元, counts that itself. Where as many numbers follow
    each other as things are listed before them, each has its own.
    """
    named: list[Target] = []
    subject = ""
    while len(named) < len(numbers):
        number = numbers[len(named)]
        if BARE_CHANGE.fullmatch(number.indicator):
            number = replace(number, indicator=subject + number.indicator)
        elif not number.indicator:
            number = replace(number, indicator=subject)
        rest = numbers[len(named) + 1 :]
        nameless = [*takewhile(lambda one: not one.indicator, rest)]
        names = _listed_names(statement, number, 1 + len(nameless)) if nameless else ()
        if names:
            row = zip((number, *nameless), names, strict=True)
            named += [replace(one, indicator=name) for one, name in row]
        else:
            named.append(number)
        subject = CHANGE_BEHIND.sub("", named[-1].indicator)
    return tuple(named)


def _listed_names(statement: Statement, number: Target, count: int) -> tuple[str, ...]:
    """Return what each of so many numbers counts: 城镇、农村居民收入分别增长5%和7%.

    Nothing where that many things are not listed before the first.
    """
    own = number.indicator
    change = found[0] if (found := CHANGE_BEHIND.search(own)) else ""
    start = number.span.end - len(number.quote) - statement.span.start
    before = LIST_BEFORE.search(narrow(statement.text[:start]))
    words = (before[0] if before else "").split("其中")[-1] + own.removesuffix(change)
    items = LISTED.split(words.replace(SECTORS, "、".join(SECTORS[:-1]) + SECTORS[-1]))
    names = _completed(items) if len(items) == count else ()
    return tuple(name + change.replace("分别", "") for name in names)


def _completed(items: Sequence[str]) -> tuple[str, ...]:
    """Return the names of things that are listed, with what they have in common in each.

    >>> _completed(("改造供热", "燃气", "排水管网"))
    ('改造供热管网', '改造燃气管网', '改造排水管网')
    """
    if len({item[-1:] for item in items}) == 1:  # 省外游客、入境游客: nothing is left out
        return tuple(items)
    first, *between, last = items
    length = len(between[0]) if between else PARALLEL
    if {len(item) for item in between} - {length} or (not between and len(first) != length):
        return ()
    if len(first) < length or len(last) <= length:
        return ()
    parts = (first[-length:], *between, last[:length])
    return tuple(first[:-length] + part + last[length:] for part in parts)
