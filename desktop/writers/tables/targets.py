"""The table of indicators: left target, what the right one reports, right target, direction."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.language import TERMINAL, columns_of
from desktop.report.written import written_target
from desktop.writers import labels
from desktop.writers.contents import Kind
from desktop.writers.json import answer, report_head
from desktop.writers.labels import label
from desktop.writers.phrases import directions_phrase, indicator_name, one_line, report_name
from desktop.writers.tables import words
from desktop.writers.tables.commitments import placed_target
from desktop.writers.tables.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.compare.findings import Figure, TargetRow
    from desktop.compare.model import Comparison
    from desktop.report.model import ParsedReport
    from desktop.writers.json import Value

COLUMNS = (
    labels.INDICATOR,
    labels.LEFT_TARGET,
    labels.REPORTED,
    labels.RIGHT_TARGET,
    labels.DIRECTION,
)
MORE_COLUMNS = (words.MAIN, words.LEFT_QUOTE, words.REPORTED_QUOTE, words.RIGHT_QUOTE)
NONE = "—"
WIDEST, NARROWEST = 36, 16  # for one cell
GAP = "  "


def target_rows(rows: Sequence[TargetRow], comparison: Comparison, language: str) -> Rows:
    """Return the table with the sentences that the numbers stand in."""
    left, right = comparison.left, comparison.right
    cells = tuple(
        (
            *_cells(row, comparison, language),
            words.YES.of(language) if row.is_main else "",
            _sentence(row.left, left),
            _sentence(row.reported, right),
            _sentence(row.right, right),
        )
        for row in rows
    )
    return Rows(tuple(column.of(language) for column in COLUMNS + MORE_COLUMNS), cells)


def _cells(row: TargetRow, comparison: Comparison, language: str) -> tuple[str, ...]:
    return (
        indicator_name(row, comparison, language),
        _amount(row.left, comparison.left),
        _amount(row.reported, comparison.right),
        _amount(row.right, comparison.right),
        directions_phrase(row, language),
    )


def _amount(figure: Figure | None, parsed: ParsedReport) -> str:
    return figure.words(parsed) if figure else ""


def _sentence(figure: Figure | None, parsed: ParsedReport) -> str:
    return parsed.statements[figure.statement].text if figure else ""


def targets_to_text(
    rows: Sequence[TargetRow], comparison: Comparison, language: str, width: int = TERMINAL
) -> bytes:
    """Return the table in columns, main targets above the others, for a terminal of that width."""
    lines = [labels.KINDS[Kind.TARGETS].of(language)]
    for side in Side:
        name = report_name(comparison.side(side).report, language)
        lines.append(f"  {label(side, language)}  {name}")
    for title, is_main in ((labels.MAIN_TARGETS, True), (labels.OTHER_TARGETS, False)):
        found = [row for row in rows if row.is_main is is_main]
        if found:
            lines += ["", f"【{title.of(language)} {len(found)}】"]
            head = tuple(column.of(language) for column in COLUMNS)
            cells = (_cells(row, comparison, language) for row in found)
            lines += _in_columns([head, *cells], width)
    lines += [] if rows else ["", words.NO_TARGETS.of(language)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _in_columns(table: Sequence[tuple[str, ...]], terminal: int) -> Iterator[str]:
    """Yield the lines; what is wider than its column goes on below itself.

    The first column, of names, makes room for the others as far as it can.
    """
    rows = [[one_line(cell) or NONE for cell in row] for row in table]
    names, *widths = (
        min(WIDEST, max(map(columns_of, column))) for column in zip(*rows, strict=True)
    )
    room = terminal - sum(len(GAP) + width for width in widths) - len(GAP)
    widths.insert(0, min(names, max(room, NARROWEST)))
    for row in rows:
        cells = [_broken(cell, width) for cell, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            padded = (
                text + " " * (w - columns_of(text)) for text, w in zip(line, widths, strict=True)
            )
            yield GAP + GAP.join(padded).rstrip()


def _broken(text: str, width: int) -> list[str]:
    """Return a text as lines that a column of the terminal holds.

    >>> _broken("规模以上工业", 8)
    ['规模以上', '工业']
    """
    lines = [""]
    for char in text:
        if columns_of(lines[-1] + char) > width:
            lines.append("")
        lines[-1] = (lines[-1] + char).lstrip()
    return lines


def targets_to_json(rows: Sequence[TargetRow], comparison: Comparison) -> bytes:
    """Return the table as JSON; offsets are code points into the texts as shown."""
    left, right = comparison.left, comparison.right
    found: list[Value] = [
        {
            "indicator": row.indicator,
            "main": row.is_main,
            "directions": [direction.value for direction in row.directions],
            "left": _figure(row.left, left),
            "reported": _figure(row.reported, right),
            "right": _figure(row.right, right),
        }
        for row in rows
    ]
    heads = {"left": report_head(left.report), "right": report_head(right.report)}
    return answer({**heads, "targets": found})


def _figure(figure: Figure | None, parsed: ParsedReport) -> Value:
    if figure is None:
        return None
    said = parsed.statements[figure.statement].text
    return {
        "statement": f"t{figure.statement}",
        "text": said,
        "target": placed_target(written_target(figure.target, said)),
    }
