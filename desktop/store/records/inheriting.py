"""What was decided and corrected on a copy of a report, brought over to a text that is new.

A file that was written anew, or is read in another encoding or with a piece put back, is another
text: without this all that was confirmed would be gone. What is not surely found in the new text
stays with the old one alone.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.compare.annotation import CONTEXT_CHARS, Anchor
from desktop.store.file.rows import rows_of
from desktop.store.records.anchoring import find_anchors
from desktop.store.records.decisions import (
    add_correction,
    add_decision,
    corrections_of,
    decisions_of,
)
from desktop.store.records.journal import settle
from desktop.store.records.kept import Kept, image
from desktop.store.records.reports import copies_of, is_kept, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.compare.decisions import Decision
    from desktop.report.corrections import Correction
    from desktop.report.model import Report
    from desktop.store.file.sqlite import Connection
    from desktop.text.span import Span

LAST_DECIDED = """SELECT left_report, right_report FROM decision
    WHERE (left_report IN (SELECT value FROM json_each(:lefts))
        AND right_report IN (SELECT value FROM json_each(:rights)))
    OR (left_report IN (SELECT value FROM json_each(:rights))
        AND right_report IN (SELECT value FROM json_each(:lefts)))
    ORDER BY id DESC LIMIT 1"""
LAST_CORRECTED = """SELECT report FROM correction
    WHERE report IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT 1"""


class Heritage(NamedTuple):
    """The copies of a new pair that were worked on last: of both reports, and of each new one."""

    decided: tuple[str, str] | None = None
    corrected: tuple[tuple[Report, str], ...] = ()


class Inherited(NamedTuple):
    """How much was brought over to a new text, and how much stays with the old one alone."""

    brought: int = 0
    stayed: int = 0


def heritage_of(db: Connection, left: Report, right: Report) -> Heritage:
    """Return what a pair that is about to be kept can be given; nothing if both texts are known."""
    new = [not is_kept(db, report.sha256) for report in (left, right)]
    if not any(new):
        return Heritage()
    lefts, rights = ({*copies_of(db, report), report.sha256} for report in (left, right))
    names = {"lefts": json.dumps(sorted(lefts)), "rights": json.dumps(sorted(rights))}
    pairs = [(row["left_report"], row["right_report"]) for row in rows_of(db, LAST_DECIDED, names)]
    decided = [(a, b) if a in lefts and b in rights else (b, a) for a, b in pairs]
    corrected = [
        (report, row["report"])
        for report, is_new, name in zip((left, right), new, names.values(), strict=True)
        if is_new
        for row in rows_of(db, LAST_CORRECTED, (name,))
    ]
    return Heritage(decided[0] if decided else None, tuple(corrected))


def bring_over(db: Connection, pair: tuple[Report, Report], heritage: Heritage) -> Inherited:
    """Keep for a new pair of kept reports, with its authors and times, what it can be given.

    That is no step of the journal: to undo goes on with what was done here. Return how much it was.
    """
    had = brought = 0
    for report, copy in heritage.corrected:
        corrections = corrections_of(db, copy)
        had += len(corrections)
        for correction in _corrections_again(db, corrections, report, copy):
            keep_correction(db, report.sha256, correction)
            brought += 1
    if heritage.decided:
        decisions = decisions_of(db, *heritage.decided)
        had += len(decisions)
        for decision in _decisions_again(db, decisions, pair):
            keep_decision(db, (pair[0].sha256, pair[1].sha256), decision)
            brought += 1
    return Inherited(brought, had - brought)


def keep_decision(db: Connection, pair: tuple[str, str], decision: Decision) -> None:
    """Keep a decision that was made elsewhere, with its time; that is no step."""
    key = add_decision(db, pair, decision, decision.made).id
    settle(db, Kept.DECISION, key, image(db, Kept.DECISION, key))


def keep_correction(db: Connection, report: str, correction: Correction) -> None:
    """Keep a correction that was made elsewhere, with its time; that is no step."""
    key = add_correction(db, report, correction, correction.made).id
    settle(db, Kept.CORRECTION, key, image(db, Kept.CORRECTION, key))


def _decisions_again(
    db: Connection, found: Sequence[Decision], pair: tuple[Report, Report]
) -> Iterator[Decision]:
    lefts = _again(db, [decision.left for decision in found], pair[0])
    rights = _again(db, [decision.right for decision in found], pair[1])
    for decision, left, right in zip(found, lefts, rights, strict=True):
        if bool(left) == bool(decision.left) and bool(right) == bool(decision.right):
            yield replace(decision, left=left, right=right)


def _corrections_again(
    db: Connection, found: Sequence[Correction], report: Report, copy: str
) -> Iterator[Correction]:
    text = text_of(db, copy)
    anchors = _again(db, [_anchor(correction, copy, text) for correction in found], report)
    for correction, anchor in zip(found, anchors, strict=True):
        if anchor is not None:
            yield replace(correction, span=anchor.span, quote=anchor.quote)
        elif correction.span is None:  # of what the report says of itself
            yield correction


def _anchor(correction: Correction, copy: str, text: str) -> Anchor | None:
    if (span := correction.span) is None:
        return None
    before, after = text[: span.start][-CONTEXT_CHARS:], text[span.end :][:CONTEXT_CHARS]
    return Anchor(copy, span, correction.quote, before, after)


def _again(db: Connection, anchors: Sequence[Anchor | None], report: Report) -> list[Anchor | None]:
    """Return the anchors as they hang in a report; None for none, and where that is not sure."""
    hung = [anchor for anchor in anchors if anchor is not None]
    made_in = {name: text_of(db, name) for name in {anchor.report for anchor in hung}}
    spans = iter(find_anchors(hung, report.text, made_in))
    return [None if anchor is None else _moved(anchor, next(spans), report) for anchor in anchors]


def _moved(anchor: Anchor, span: Span | None, report: Report) -> Anchor | None:
    if span is None:
        return None
    return replace(anchor, report=report.sha256, span=span, quote=span.of(report.text))
