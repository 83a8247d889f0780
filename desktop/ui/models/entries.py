"""What the list of commitments says about each row of the table."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.compare.model import Relation, Side
from desktop.compare.rows import is_confirmed
from desktop.report.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from desktop.compare.model import Change, ChangeKind, Comparison
    from desktop.compare.rows import Row
    from desktop.report.model import CommitmentKind, ParsedReport, Statement

    Tags: TypeAlias = Mapping[tuple[Side, int], tuple[str, ...]]

NONE: Mapping[int, tuple[Row, Entry]] = MappingProxyType({})  # as there is no earlier list

LINE = re.compile(r"[^\S\n]*\S.*\n")  # one that is not blank, with its end

SHORT = 40
"""Code points of two wordings that still read well as one line with an arrow."""
NOTHING = "—"
"""Stands where one of the two reports has no such words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One commitment or pair of the list.

    `row` is the index in the session's rows; `path` has headings, outermost first, and
    `paragraph` counts from 1 below the last of them; `text` is the statement or, for a changed
    target, what became of it, and `is_target` says so; `full` has all statements of both sides.
    """

    row: int
    relation: Relation
    changes: tuple[ChangeKind, ...]
    path: tuple[str, ...]
    text: str
    full: str
    year: int | None = None  # of the report, where only the left one has the statement
    paragraph: int = 1
    is_target: bool = False
    confirmed: bool = False
    kind: CommitmentKind | None = None
    role: Role = Role.PLAN
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of a comparison, with what they were made of."""

    comparison: Comparison
    rows: tuple[Row, ...]
    tags: Tags
    entries: tuple[Entry, ...]

    def known(self, now: Comparison, tags: Tags) -> dict[int, tuple[Row, Entry]]:
        """Return by its index what each row says, as far as it says the same in `now`.

        A decision leaves most rows as they were: to look at one takes a tenth of making its entry.
        """
        before = self.comparison
        if before.left is not now.left or before.right is not now.right or tags != self.tags:
            return {}
        found = ((self.rows[entry.row], entry) for entry in self.entries)
        return {e.row: (row, e) for row, e in found if is_confirmed(now, row) is e.confirmed}


def each_entry(
    comparison: Comparison,
    rows: tuple[Row, ...],
    tags: Tags,
    known: Mapping[int, tuple[Row, Entry]] = NONE,
) -> Iterator[Entry]:
    """Yield the rows that hold a commitment, in reading order.

    `tags` are those of the notes on each statement, by side and id; `known` has what an earlier
    list says of rows.
    """
    ends = {side: line_ends(comparison.side(side).report.text) for side in Side}
    for index, row in enumerate(rows):
        before, entry = known.get(index, (None, None))
        if entry is not None and before == row:
            yield entry
        elif row.relation is not None:
            yield _entry(comparison, index, row, row.relation, tags, ends)


def line_ends(text: str) -> list[int]:
    r"""Return where the lines end that are not blank, but for the last one.

    >>> line_ends("标题\n\n　第一段。\n第二段。")
    [3, 10]
    """
    return [match.end() for match in LINE.finditer(text)]


def _entry(
    comparison: Comparison,
    index: int,
    row: Row,
    relation: Relation,
    tags: Tags,
    line_ends: Mapping[Side, list[int]],
) -> Entry:
    ends = row.ends
    statements = [comparison.side(side).statements[at] for side, at in ends]
    side = Side.RIGHT if row.right else Side.LEFT
    parsed = comparison.side(side)
    statement, promise = parsed.statements[(row.right or row.left)[0]], statements[0].commitment
    said = summary(row.changes)
    return Entry(
        row=index,
        relation=relation,
        changes=tuple(dict.fromkeys(change.kind for change in row.changes)),
        path=tuple(s.marker + s.heading for s in parsed.path(statement.section)),
        text=said or statement.text,
        full="\n".join(one.text for one in statements),
        year=parsed.report.year if side is Side.LEFT else None,
        paragraph=_paragraph(parsed, statement, line_ends[side]),
        is_target=bool(said),
        confirmed=is_confirmed(comparison, row),
        kind=promise.kind if promise else None,
        role=statement.role,
        tags=tuple(dict.fromkeys(tag for end in ends for tag in tags.get(end, ()))),
    )


def _paragraph(parsed: ParsedReport, statement: Statement, line_ends: list[int]) -> int:
    """Return the number of the paragraph below the heading; one that it opens is the first."""
    start, is_run_in = 0, True
    if statement.section is not None:
        section = parsed.sections[statement.section]
        start, is_run_in = section.span.start, section.run_in
    before = bisect_right(line_ends, statement.span.start) - bisect_right(line_ends, start)
    return max(1, before + is_run_in)


def summary(changes: tuple[Change, ...]) -> str:
    """Return what became of the targets, such as “养老床位　300张 → 420张”; "" where it is long."""
    named = [change for change in changes if change.indicator and (change.left or change.right)]
    if not any(change.left and change.right for change in named):
        return ""  # words of one side alone say less than their sentence
    told = dict.fromkeys(
        f"{change.indicator}　{change.left or NOTHING} → {change.right or NOTHING}"
        for change in named
    )
    text = "；".join(told)
    return text if len(text) <= SHORT * max(1, len(told)) else ""
