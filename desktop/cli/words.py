"""What reports are called on the screen, in English and in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.model import ReportKind
from desktop.writers.labels import Words
from desktop.writers.phrases import says_body

if TYPE_CHECKING:
    from desktop.report.model import Report
    from desktop.store import RecentReport, ReportHit

NOTHING_FOUND = Words("没有找到。", "Nothing was found.")
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


def name_of(report: Report | ReportHit | RecentReport) -> str:
    """Return the title of a report, behind the body and the year that it does not say itself."""
    body = "" if says_body(report.title, report.body) else report.body
    year = str(report.year or "")
    return " ".join(filter(None, (body, "" if year in report.title else year, report.title)))
