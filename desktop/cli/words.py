"""What reports are called on the screen, in English and in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.model import ReportKind
from desktop.writers.labels import Words

if TYPE_CHECKING:
    from desktop.report.model import Report
    from desktop.store import ReportHit

KINDS = {
    ReportKind.WORK: Words("政府工作报告", "work report"),
    ReportKind.PLAN: Words("计划执行情况报告", "plan report"),
    ReportKind.REPLY: Words("审议意见复函", "reply"),
    ReportKind.BUDGET: Words("预算报告", "budget report"),
    ReportKind.PROGRAMME: Words("规划纲要", "programme"),
    ReportKind.OTHER: Words("其他文件", "document"),
}


def description(report: Report, language: str, *more: str) -> str:
    """Return what is known of a report, and what more is to be said of it, on one line."""
    kind = KINDS[report.kind].of(language)
    known = (report.title, report.body, str(report.year or ""), kind, *more)
    return " · ".join(filter(None, known))


def name_of(report: Report | ReportHit) -> str:
    """Return body, year and title of a report, as far as they are known."""
    return " ".join(str(word) for word in (report.body, report.year, report.title) if word)
