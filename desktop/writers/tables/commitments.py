"""The commitments of a report: section, kind, and what each promises in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.language import Counted
from desktop.report.written import written_commitment
from desktop.writers import labels
from desktop.writers.json import answer, report_head, target_value
from desktop.writers.phrases import one_line, path_name, report_name, section_path
from desktop.writers.tables import words
from desktop.writers.tables.rows import Rows, number
from desktop.writers.tables.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.report.model import Commitment, ParsedReport, Statement, Target
    from desktop.writers.json import Value

COLUMNS = (
    words.SECTION,
    words.KIND,
    words.COMMITMENT,
    labels.INDICATOR,
    words.COMPARATOR,
    words.VALUE,
    words.HIGH,
    words.UNIT,
    words.DEADLINE,
    words.QUOTE,
)


def commitment_rows(parsed: ParsedReport, language: str) -> Rows:
    """Return a row for each target, and one for each commitment without any."""
    cells: list[tuple[str, ...]] = []
    for statement, commitment in _commitments(parsed):
        where = path_name(section_path(parsed, statement.section))
        head = (where, word(commitment.kind, language), statement.text)
        targets = [_cells(target, language) for target in commitment.targets]
        cells += (head + target for target in targets or [("",) * 7])
    return Rows(tuple(column.of(language) for column in COLUMNS), tuple(cells))


def _commitments(parsed: ParsedReport) -> Iterator[tuple[Statement, Commitment]]:
    for statement in parsed.statements:
        if statement.commitment:
            yield statement, written_commitment(statement.commitment, statement.text)


def _cells(target: Target, language: str) -> tuple[str, ...]:
    return (
        target.indicator,
        word(target.comparator, language),
        number(target.value),
        number(target.high),
        target.unit,
        target.deadline,
        target.quote,
    )


def commitments_to_text(parsed: ParsedReport, language: str) -> bytes:
    """Return the commitments under the headings that they stand below."""
    found = tuple(_commitments(parsed))
    counted = words.COUNTED.of(
        language,
        commitments=Counted(len(found)),
        targets=Counted(sum(len(commitment.targets) for _, commitment in found)),
    )
    lines = [report_name(parsed.report, language), f"  {counted}"]
    above = None
    for statement, commitment in found:
        where = path_name(section_path(parsed, statement.section)) or "—"
        if where != above:
            lines += ["", where]
            above = where
        lines.append(f"  [{word(commitment.kind, language)}] {one_line(statement.text)}")
        lines += (f"      → {_phrase(target, parsed, language)}" for target in commitment.targets)
    lines += [] if found else ["", words.NO_COMMITMENTS.of(language)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _phrase(target: Target, parsed: ParsedReport, language: str) -> str:
    amount = target.span.of(parsed.report.text)
    due = words.DUE.of(language, year=target.deadline) if target.deadline else ""
    return " ".join(filter(None, (one_line(target.indicator), one_line(amount)))) + due


def commitments_to_json(parsed: ParsedReport) -> bytes:
    """Return the commitments as JSON; offsets are code points into the text as shown."""
    found: list[Value] = [
        {
            "id": f"t{statement.id}",
            "path": list(section_path(parsed, statement.section)),
            "role": statement.role.value,
            "kind": commitment.kind.value,
            "text": statement.text,
            "start": statement.span.start,
            "end": statement.span.end,
            "targets": [placed_target(target) for target in commitment.targets],
        }
        for statement, commitment in _commitments(parsed)
    ]
    return answer({"report": report_head(parsed.report), "commitments": found})


def placed_target(target: Target) -> Value:
    """Return a target with where it stands."""
    return {**target_value(target), "start": target.span.start, "end": target.span.end}
