"""Find statements again by where they stand."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.model import Statement
    from desktop.text.span import Span


def statement_at(statements: Sequence[Statement], span: Span) -> Statement | None:
    """Return the statement that was at `span`, wherever its ends are now; None if it is gone.

    `statements` are in the order of the text. The one that shares most characters is meant, as
    long as that is more than half of the shorter of the two: a heading that was made of its first
    words leaves the statement what it was, another one that begins in its last word does not.
    """
    after = bisect_right(statements, span.start, key=lambda statement: statement.span.start)
    first = max(0, after - 1)
    if after and statements[first].span == span:  # as nearly always
        return statements[first]
    found: Statement | None = None
    most = 0
    for statement in islice(statements, first, None):
        if statement.span.start >= span.end:
            break
        shared = _shared(statement.span, span)
        if shared > most and 2 * shared > min(_length(statement.span), _length(span)):
            found, most = statement, shared
    return found


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _length(span: Span) -> int:
    return span.end - span.start
