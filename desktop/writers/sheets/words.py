"""Which words of a statement the other side does not say."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.compare.model import Comparison, Relation, Side
from desktop.text.diff import diff_tokens
from desktop.text.span import Span
from desktop.writers.document import Run
from desktop.writers.phrases import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.compare.rows import Row

UNDERLINED = frozenset({Relation.REVISED, Relation.RECURRING})
"""A review's sentence differs from the plan's all over: underlining it all would say nothing."""


def marked_texts(comparison: Comparison, row: Row, side: Side) -> tuple[tuple[Run, ...], ...]:
    """Return the statements of one side, what the other side does not say underlined."""
    texts = texts_of(comparison, row, side)
    others = texts_of(comparison, row, side.other)
    is_marked = row.relation in UNDERLINED
    return tuple(
        marked_runs(text, changed_spans(text, others) if is_marked else ()) for text in texts
    )


def changed_spans(text: str, others: Sequence[str]) -> tuple[Span, ...]:
    """Return the parts of `text` that none of `others` has, in whole words and quantities.

    Marks alone are left out: that an item ends in a semicolon and not in a stop is no change.
    """
    changed = [True] * len(text)
    for other in others:
        for op in diff_tokens(text, other):
            if op.tag == "equal":
                changed[op.left.start : op.left.end] = [False] * (op.left.end - op.left.start)
    edges = [i for i, (a, b) in enumerate(pairwise([False, *changed, False])) if a != b]
    spans = (Span(*edge) for edge in zip(edges[::2], edges[1::2], strict=True))
    return tuple(span for span in spans if any(map(str.isalnum, span.of(text))))


def marked_runs(text: str, spans: Iterable[Span]) -> tuple[Run, ...]:
    """Return `text` as runs, those of `spans` underlined."""
    runs: list[Run] = []
    done = 0
    for span in spans:
        runs += [Run(text[done : span.start]), Run(span.of(text), is_underlined=True)]
        done = span.end
    runs.append(Run(text[done:]))
    return tuple(run for run in runs if run.text)
