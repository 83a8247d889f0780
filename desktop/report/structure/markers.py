"""The habits of numbering: what a marker looks like, and how deep it usually stands."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

_CN = "一二三四五六七八九十"


class Habit(StrEnum):
    """One way to mark a heading."""

    TITLE = "title"  # of the report
    PART = "part"  # 第一部分
    CHINESE = "chinese"  # 一、
    BRACKETED = "bracketed"  # （一）
    NUMBER = "number"  # 1. 1、 1/, and 01 before a blank
    NUMBER_BRACKETED = "number bracketed"  # (1) 1） ①
    RANK = "rank"  # 第一，
    IS = "is"  # 一是 一要
    DASH = "dash"  # ——
    BARE = "bare"  # a line of its own, unnumbered
    TOPIC = "topic"  # an unnumbered sentence that opens a paragraph
    CAPTION = "caption"  # of a table
    ROW = "row"  # the head of a row


class Form(NamedTuple):
    """A habit's look; `inside` says that it may also open a sentence within a paragraph."""

    habit: Habit
    pattern: str
    inside: bool


FORMS = (
    Form(Habit.PART, rf"第[{_CN}\d]+(?:部分|篇|章|编)[、,:.\s]*", inside=False),
    Form(Habit.CHINESE, rf"[{_CN}]{{1,3}}\s*(?:、(?![{_CN}]、)|\.)\s*", inside=True),
    Form(Habit.BRACKETED, rf"\(\s*[{_CN}]{{1,3}}\s*\)[、.]?\s*", inside=True),
    Form(Habit.NUMBER_BRACKETED, r"(?:\(\s*\d{1,2}\s*\)|\d{1,2}\)|[①-⑳])[、.]?\s*", inside=True),
    Form(Habit.NUMBER, r"(?:\d{1,2}\s*(?:[、/]|\.(?!\d))|0\d(?= ))\s*", inside=False),
    Form(  # not of 第一、二轮督察
        Habit.RANK,
        rf"第[{_CN}]{{1,3}}(?:方面|个方面)?[,、:]\s*(?!第?[{_CN}]{{1,3}}[、轮批期次届产])",
        inside=True,
    ),
    Form(Habit.IS, rf"(?:[{_CN}]{{1,2}}(?:是?要(?![素求点])|是)|其[{_CN}])[,、:]?\s*", inside=True),
    Form(Habit.DASH, r"-{2,}\s*", inside=False),
)
_FIRST = frozenset(f"{_CN}第其(-①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_ANY = re.compile("|".join(f"(?P<f{i}>{form.pattern})" for i, form in enumerate(FORMS)))

# 1-based level of each habit where nothing else is known. A topic sentence and an enumeration
# that open paragraphs stand on the third level, an enumeration inside a paragraph below them, as
# does a table: it shows what the text above it says.
LEVELS = {
    Habit.TITLE: 1,
    Habit.PART: 1,
    Habit.CHINESE: 1,
    Habit.BRACKETED: 2,
    Habit.NUMBER: 3,
    Habit.NUMBER_BRACKETED: 4,
    Habit.RANK: 3,
    Habit.IS: 3,
    Habit.DASH: 3,
    Habit.BARE: 2,
    Habit.TOPIC: 3,
    Habit.CAPTION: 4,
    Habit.ROW: 5,
}


LOWEST = 4


class Marker(NamedTuple):
    """A marker found: its habit and how many characters it takes."""

    form: Form
    length: int


def marker_at(text: str, start: int, end: int) -> Marker | None:
    """Return the marker at `start` of narrowed `text`, or None."""
    first = text[start : start + 1]
    if first not in _FIRST and not first.isdecimal():  # as nearly always
        return None
    match = _ANY.match(text, start, end)
    if match is None:
        return None
    form = FORMS[int(str(match.lastgroup)[1:])]
    return Marker(form, match.end() - start)
