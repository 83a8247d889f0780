"""How a file shows where a paragraph begins."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.cleaning.lines import Line

# The whole text is wrapped if this share of its lines is as long as a line can be, give or take.
WRAPPED_SHARE = 0.4
WRAP_SLACK = 2
SHORTEST_WRAP = 18
LONGEST_WRAP = 60
FEWEST_WRAPPED = 6
# The text indents its paragraphs, or parts them by empty lines, if this share of its lines does.
LAID_OUT_SHARE = 0.6
FEWEST_LAID_OUT = 5
INDENT = 2


class Layout(NamedTuple):
    """How the file shows where a paragraph begins; None and False where it does not."""

    wrap: int | None  # characters in a full line
    marked: bool  # some lines are indented, or some stand below an empty line
    indented: bool  # most are indented
    apart: bool  # most stand below an empty line


def layout_of(lines: Sequence[Line]) -> Layout:
    """Find out how the file shows where a paragraph begins."""
    indented = sum(line.indent >= INDENT for line in lines)
    apart = sum(line.apart for line in lines)
    most = max(LAID_OUT_SHARE * len(lines), FEWEST_LAID_OUT)
    return Layout(
        wrap=_wrap_width(lines),
        marked=indented >= FEWEST_LAID_OUT or FEWEST_LAID_OUT <= apart < most,
        indented=indented >= most,
        apart=apart >= most,
    )


def _wrap_width(lines: Sequence[Line]) -> int | None:
    counts = Counter(len(line.text) + line.indent for line in lines)
    near = {w: sum(counts[w - d] for d in range(WRAP_SLACK + 1)) for w in counts}
    width = max(near, key=lambda w: (near[w], w), default=0)
    wrapped = near.get(width, 0)
    if not SHORTEST_WRAP <= width <= LONGEST_WRAP or wrapped < FEWEST_WRAPPED:
        return None
    return width if wrapped >= WRAPPED_SHARE * len(lines) else None
