"""The outline of a report as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.words import description
from desktop.writers.json import answer, report_value
from desktop.writers.labels import ROLES

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport

INDENT = "  "


def outline_json(parsed: ParsedReport) -> bytes:
    """Return the report with its sections and statements."""
    return answer({"report": report_value(parsed)})


def outline_text(parsed: ParsedReport, language: str) -> bytes:
    """Return what the report is, then a line for each heading, indented by its level."""
    report = parsed.report
    lines = [description(report, language, report.encoding), ""]
    role = None
    for section in parsed.sections:
        told = "" if section.role is role else f"    [{ROLES[section.role].of(language)}]"
        role = section.role
        lines.append(f"{INDENT * (section.level - 1)}{section.marker}{section.heading}{told}")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")
