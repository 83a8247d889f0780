"""What the analyst decided and corrected, in the library."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.compare.decisions import Decision, DecisionKind
from desktop.compare.model import Relation
from desktop.report.corrections import Correction, CorrectionKind
from desktop.store.file.rows import insert, rows_of
from desktop.store.file.seals import check_seal
from desktop.store.file.values import anchor_of, moment, place_of
from desktop.store.records.kept import Kept
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.compare.annotation import Anchor
    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import Row

THOSE = "WHERE id IN (SELECT value FROM json_each(?))"


def add_decision(
    db: Connection, pair: tuple[str, str], decision: Decision, at: datetime
) -> Decision:
    """Keep a decision on a pair of reports and return it with its id and time."""
    at = at.astimezone(UTC)
    row = {
        "left_report": pair[0],
        "right_report": pair[1],
        "kind": decision.kind.value,
        "left_anchor": _anchor_text(decision.left),
        "right_anchor": _anchor_text(decision.right),
        "relation": decision.relation.value if decision.relation else "",
        "author": decision.author,
        "made": moment(at),
    }
    return replace(decision, id=insert(db, "decision", row), made=at)


def decisions_of(db: Connection, left: str, right: str) -> tuple[Decision, ...]:
    """Return the decisions on a pair, whichever stood left when they were made, in their order."""
    rows = rows_of(
        db,
        """SELECT * FROM decision WHERE (left_report = :left AND right_report = :right)
               OR (left_report = :right AND right_report = :left) ORDER BY id""",
        {"left": left, "right": right},
    )
    return tuple(
        _decision(row) if row["left_report"] == left else _decision(row).swapped() for row in rows
    )


def add_correction(db: Connection, report: str, correction: Correction, at: datetime) -> Correction:
    """Keep a correction of a report and return it with its id and time."""
    at = at.astimezone(UTC)
    span = correction.span
    row = {
        "report": report,
        "kind": correction.kind.value,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "quote": correction.quote,
        "value": correction.value,
        "author": correction.author,
        "made": moment(at),
    }
    return replace(correction, id=insert(db, "correction", row), made=at)


def corrections_of(db: Connection, report: str) -> tuple[Correction, ...]:
    """Return the corrections of a report in their order."""
    rows = rows_of(db, "SELECT * FROM correction WHERE report = ? ORDER BY id", (report,))
    return tuple(_correction(row) for row in rows)


def remove(db: Connection, ids: Collection[int], kept: Kept = Kept.DECISION) -> None:
    """Remove decisions, or corrections."""
    db.execute(f"DELETE FROM {kept} {THOSE}", [json.dumps([*ids])])  # noqa: S608


def reports_of(db: Connection, ids: Collection[int]) -> frozenset[str]:
    """Return the reports that decisions are about."""
    query = f"SELECT left_report, right_report FROM decision {THOSE}"  # noqa: S608
    rows = db.execute(query, [json.dumps([*ids])])
    return frozenset(name for row in rows for name in row)


def _decision(row: Row) -> Decision:
    check_seal(row)
    return Decision(
        kind=DecisionKind(row["kind"]),
        left=_anchor_of(row["left_anchor"]),
        right=_anchor_of(row["right_anchor"]),
        relation=Relation(row["relation"]) if row["relation"] else None,
        author=row["author"],
        made=datetime.fromisoformat(row["made"]),
        id=row["id"],
    )


def _correction(row: Row) -> Correction:
    check_seal(row)
    return Correction(
        kind=CorrectionKind(row["kind"]),
        span=None if row["start"] is None else Span(row["start"], row["end"]),
        quote=row["quote"],
        value=row["value"],
        author=row["author"],
        made=datetime.fromisoformat(row["made"]),
        id=row["id"],
    )


def _anchor_text(anchor: Anchor | None) -> str | None:
    if anchor is None:
        return None
    return json.dumps([anchor.report, *place_of(anchor)])


def _anchor_of(text: str | None) -> Anchor | None:
    if text is None:
        return None
    report, *place = json.loads(text)
    return anchor_of(report, place)
