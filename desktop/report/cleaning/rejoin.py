"""Which line breaks are faults of copying: a sentence goes on behind them.

A line that no stop ends goes on in the next one if the layout says so (no indent or empty line
where every paragraph has one, a line filled to the brim), or if the words do.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.report.cleaning.layout import INDENT, SHORTEST_WRAP, WRAP_SLACK, layout_of
from desktop.report.cleaning.lines import BULLET, MARKER, SALUTATION, is_ended
from desktop.text.han import is_han
from desktop.text.segment import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.cleaning.layout import Layout
    from desktop.report.cleaning.lines import Line

CLAUSE_MARK = re.compile("[，,；;。！？!?]")
STOP = re.compile("[。！？!?；;]")

# No heading is longer than this; a longer line without a stop at its end was broken.
LONGEST_HEADING = 45
# A topic sentence is this long; what is shorter before the first stop is the end of a sentence.
SHORTEST_TOPIC = 4
LONGEST_TOPIC = 30
# A heading that was torn out of its place; longer ones are sentences.
LONGEST_TORN = 30

# A paragraph never begins with these.
GOES_ON = re.compile(r"[，。、；：,.;:！!）)”》%％]|的(?!确)")
# 优良水体比例9 | 8.6%
CUT_NUMBER = re.compile(r"\d*\.?\d+(?:[%％个亿万千百元公平人户家吨]|[,，]\d)")
# A list whose items have no stop begins them with a bullet; behind a dash there may be prose.
DASH = re.compile("[-–—―]")
# A sentence never ends with these: something must follow that is linked, done or meant.
WANTS_MORE = re.compile(
    r"(?:[，,、（(“《和与及的在对将把以为从向使并或]|"
    r"进一步|着力|大力|积极|深入|全面|扎实|切实|不断|努力|持续|加快|推动|打造|支持|引导|鼓励|围绕|聚焦|依托|通过|实施|落实)$"
)
# After a number a line may well end: the full stop was lost.
MEASURED = re.compile(r"(?:[\d%％]|百分点|[元人个家项次户套辆座处亩]|公里|公顷|万吨|平方米)$")

OPEN_BRACKET = re.compile(r"([（(《〔“])[^）)》〕”]{0,30}$")
CLOSED_BRACKET = re.compile(
    r"[^（(《〔“。]{0,12}([）)》〕”])|〔[^〕]{1,6}〕[^（(《〔“。]{0,12}([）)》〕”])"
)
BRACKETS = (("（", "）"), ("(", ")"), ("《", "》"), ("〔", "〕"), ("“", "”"))
FEWEST_CLAUSES = 2  # no heading has so many commas

OPENING = re.compile(r"[-—―]{0,4}\s*\d{4}年\d{1,2}月\d{1,2}日在")
MEETING_END = re.compile(r".{0,24}会议上?$")
WINDOW = 8  # characters on either side of a break in which a word is looked for


def continued(lines: Sequence[Line], pages: frozenset[int]) -> frozenset[int]:
    """Return the indices of the lines that go on in the next line.

    `pages` are the offsets of lines above which a page begins.
    """
    layout = layout_of(lines)
    return frozenset(
        i
        for i, (line, following) in enumerate(pairwise(lines))
        if _goes_on(line, following, layout)
        or (following.start in pages and _goes_over(line, following))
    )


def mended(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with headings that landed inside a sentence put behind its paragraph."""
    result = list(lines)
    for i in range(len(lines) - 2):
        before, torn, after = result[i : i + 3]
        if _is_torn(before, torn, after):
            result[i + 1 : i + 3] = [after, torn]
    return tuple(result)


def _goes_on(line: Line, following: Line, layout: Layout) -> bool:
    if OPENING.match(line.text) and MEETING_END.fullmatch(following.text):
        return not line.text.endswith("会议上")
    full = layout.wrap and len(line.text) + line.indent >= layout.wrap - WRAP_SLACK
    if _is_cut_number(line.text, following.text):
        return True
    if full and layout.marked:
        return following.indent < INDENT and not (following.apart and not layout.apart)
    if is_ended(line.text) or _opens(following):
        return False
    if GOES_ON.match(following.text) or _is_bracket_open(line.text, following.text):
        return True
    if full:
        return following.indent < INDENT
    if not _is_broken(line.text) and not _is_torn_word(line.text, following.text):
        return False
    if _begins_in_layout(following, layout) is False:
        return True
    return _is_prose(following.text) and (
        not _is_topic(following.text) or _is_open(line.text, following.text)
    )


def _goes_over(line: Line, following: Line) -> bool:
    """Say whether a sentence goes on from the foot of a page to the head of the next."""
    return (
        bool(CLAUSE_MARK.search(line.text))
        and not is_ended(line.text)
        and not (BULLET.match(line.text) and not DASH.match(line.text))
        and not (MARKER.match(line.text) and not STOP.search(line.text))
        and not _opens(following)
    )


def _is_cut_number(line: str, following: str) -> bool:
    ends = len(line) >= SHORTEST_WRAP and line.rstrip(".．")[-1:].isdigit()
    return ends and bool(CUT_NUMBER.match(following))


def _is_torn(before: Line, torn: Line, after: Line) -> bool:
    """Say whether `torn` is a heading in the middle of a sentence, all of it on its line."""
    return (
        len(torn.text) <= LONGEST_TORN
        and torn.end - torn.start == len(torn.text)
        and any(map(is_han, torn.text))
        and not CLAUSE_MARK.search(torn.text)
        and not _opens(torn)
        and not is_ended(before.text)
        and not _opens(after)
        and _is_broken(before.text)
        and is_ended(after.text)
        and crosses(before.text, after.text)
        and not crosses(before.text, torn.text)
    )


def _begins_in_layout(line: Line, layout: Layout) -> bool | None:
    """Say whether the line is laid out as the first of a paragraph; None if that shows nothing."""
    if layout.indented:
        return line.indent >= INDENT
    return line.apart if layout.apart else None


def _opens(line: Line) -> bool:
    """Say whether the line can only be the beginning of something."""
    return any(rule.match(line.text) for rule in (MARKER, BULLET, SALUTATION))


def _is_broken(text: str) -> bool:
    """Say whether a line that no stop ends can be no heading, and no item of a list."""
    if BULLET.match(text) and not (DASH.match(text) and STOP.search(text)):
        return False
    if text[-1] in "，,、":
        return True
    if MARKER.match(text) and not STOP.search(text):
        return False
    return bool(STOP.search(text)) or (
        len(text) > LONGEST_HEADING and bool(CLAUSE_MARK.search(text))
    )


def _is_bracket_open(line: str, following: str) -> bool:
    """Say whether a bracket that the line opens is closed by what follows, and soon."""
    opened, closed = OPEN_BRACKET.search(line), CLOSED_BRACKET.match(following)
    if opened is None or closed is None:
        return False
    return (opened[1], closed[1] or closed[2]) in BRACKETS


def _is_torn_word(line: str, following: str) -> bool:
    """Say whether a line of more clauses than a heading has breaks off inside a word."""
    return len(CLAUSE_MARK.findall(line)) >= FEWEST_CLAUSES and crosses(line, following)


def _is_prose(text: str) -> bool:
    return bool(CLAUSE_MARK.search(text)) and (is_ended(text) or len(text) > LONGEST_HEADING)


def _is_topic(text: str) -> bool:
    """Say whether the text opens with a topic sentence, as a new paragraph does."""
    first = CLAUSE_MARK.split(text, maxsplit=1)[0]
    stop = text[len(first) : len(first) + 1]
    return stop in "。！" and SHORTEST_TOPIC <= len(first) <= LONGEST_TOPIC


def _is_open(line: str, following: str) -> bool:
    """Say whether the words of a line want what follows, though it looks like a new paragraph."""
    if MEASURED.search(line):
        return False
    if WANTS_MORE.search(line) or crosses(line, following):
        return True
    last, first = CLAUSE_MARK.split(line)[-1], CLAUSE_MARK.split(following, maxsplit=1)[0]
    return "、" in last and "、" in first  # an enumeration goes on


def crosses(line: str, following: str) -> bool:
    """Say whether a word stands across the break.

    >>> crosses("全年压减政", "府部门支出"), crosses("全面建成", "新的一年")
    (True, False)
    """
    left = line[-WINDOW:]
    spans = tokens(left + following[:WINDOW])
    return any(span.start < len(left) < span.end for span in spans)
