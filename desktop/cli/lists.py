"""The lists: the commitments of one report, the wording and the targets of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.compare import compare
from desktop.compare.target_table import target_table
from desktop.compare.wording import wording
from desktop.writers.tables.commitments import (
    commitment_rows,
    commitments_to_json,
    commitments_to_text,
)
from desktop.writers.tables.rows import to_csv
from desktop.writers.tables.targets import target_rows, targets_to_json, targets_to_text
from desktop.writers.tables.wording import wording_rows, wording_to_json, wording_to_text

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport


def commitments_list(parsed: ParsedReport, chosen: str, language: str) -> bytes:
    """Return the commitments of a report in the format `chosen`: txt, json or csv."""
    if chosen == "json":
        return commitments_to_json(parsed)
    if chosen == "csv":
        return to_csv(commitment_rows(parsed, language))
    return commitments_to_text(parsed, language)


def wording_list(left: ParsedReport, right: ParsedReport, chosen: str, language: str) -> bytes:
    """Return the terms whose use differs in the format `chosen`."""
    terms = wording(left, right)
    if chosen == "json":
        return wording_to_json(terms, left, right)
    if chosen == "csv":
        return to_csv(wording_rows(terms, left, right, language))
    return wording_to_text(terms, left, right, language)


def targets_list(
    left: ParsedReport, right: ParsedReport, chosen: str, language: str, width: int
) -> bytes:
    """Return the table of indicators in the format `chosen`, as text in so many columns."""
    comparison = compare(left, right)
    rows = target_table(comparison)
    if chosen == "json":
        return targets_to_json(rows, comparison)
    if chosen == "csv":
        return to_csv(target_rows(rows, comparison, language))
    return targets_to_text(rows, comparison, language, width)
