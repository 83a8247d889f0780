"""Which line breaks are faults of copying: a sentence goes on behind them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from desktop.report.lines import BULLET, MARKER, SALUTATION, is_ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.lines import Line

CLAUSE_MARK = re.compile("[，,；;。！？!?]")
STOP = re.compile("[。！？!?；;]")

# No heading is longer than this; a longer line without a stop at its end was broken.
LONGEST_HEADING = 45
# Shorter than this, what stands before the first stop is no topic sentence but the end of one.
SHORTEST_TOPIC = 4
LONGEST_TOPIC = 30

# A paragraph never begins with these.
GOES_ON = re.compile(
    r"[，。、；：,.;:！？!?）”》%％]|的|了(?!解)|着(?![力眼重手])|过(?![去好硬])"
    r"|等(?!级)|与(?![此时会])|及(?![时早])"
)

# Wrapped text: at least this share of the lines is as long as a line can be, give or take.
WRAPPED_SHARE = 0.4
WRAP_SLACK = 2
SHORTEST_WRAP = 18
LONGEST_WRAP = 60
FEWEST_WRAPPED = 6

OPENING = re.compile(r"(?:——|[-—―])?\s*\d{4}年\d{1,2}月\d{1,2}日在")
MEETING_END = re.compile(r".{0,24}会议上?$")


def continued(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of the lines that go on in the next line."""
    wrap = wrap_width(lines)
    return frozenset(i for i in range(len(lines) - 1) if _goes_on(lines[i], lines[i + 1], wrap))


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which the whole text was wrapped, in characters, or None."""
    counts = Counter(len(line.text) + line.indent for line in lines)
    near = {w: sum(counts[w - d] for d in range(WRAP_SLACK + 1)) for w in counts}
    width = max(near, key=lambda w: (near[w], w), default=0)
    wrapped = near.get(width, 0)
    if not SHORTEST_WRAP <= width <= LONGEST_WRAP or wrapped < FEWEST_WRAPPED:
        return None
    return width if wrapped >= WRAPPED_SHARE * len(lines) else None


def _goes_on(line: Line, following: Line, wrap: int | None) -> bool:
    if OPENING.match(line.text) and MEETING_END.fullmatch(following.text):
        return not line.text.endswith("会议上")
    if is_ended(line.text) or _opens(following):
        return False
    if GOES_ON.match(following.text):
        return True
    if wrap and len(line.text) + line.indent >= wrap - WRAP_SLACK:
        return following.indent < 2
    return _is_broken(line.text) and not _is_topic(following.text) and _is_prose(following.text)


def _opens(line: Line) -> bool:
    """Say whether the line can only be the beginning of something."""
    return any(rule.match(line.text) for rule in (MARKER, BULLET, SALUTATION))


def _is_broken(text: str) -> bool:
    """Say whether a line that no stop ends can be no heading, and no item of a list."""
    if BULLET.match(text):
        return False
    if text[-1] in "，,、":
        return True
    if MARKER.match(text) and not STOP.search(text):
        return False
    return bool(STOP.search(text)) or (
        len(text) > LONGEST_HEADING and bool(CLAUSE_MARK.search(text))
    )


def _is_prose(text: str) -> bool:
    return bool(CLAUSE_MARK.search(text)) and is_ended(text)


def _is_topic(text: str) -> bool:
    """Say whether the text opens with a topic sentence, as a new paragraph does."""
    first = CLAUSE_MARK.split(text, maxsplit=1)[0]
    stop = text[len(first) : len(first) + 1]
    return stop in "。！" and SHORTEST_TOPIC <= len(first) <= LONGEST_TOPIC
