"""What reports and their parts are called on the screen, in English and in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.model import ReportKind
from desktop.writers import labels

if TYPE_CHECKING:
    from desktop.report.model import Report
    from desktop.store import ReportHit

ROLES = {role: (words.en, words.zh) for role, words in labels.ROLES.items()}
KINDS = {
    ReportKind.WORK: ("work report", "政府工作报告"),
    ReportKind.PLAN: ("plan report", "计划执行情况报告"),
    ReportKind.REPLY: ("reply", "审议意见复函"),
    ReportKind.BUDGET: ("budget report", "预算报告"),
    ReportKind.PROGRAMME: ("programme", "规划纲要"),
    ReportKind.OTHER: ("document", "其他文件"),
}


def description(report: Report, chinese: bool, *more: str) -> str:
    """Return what is known of a report, and what more is to be said of it, on one line."""
    kind = KINDS[report.kind][chinese]
    known = (report.title, report.body, str(report.year or ""), kind, *more)
    return " · ".join(filter(None, known))


def name_of(report: Report | ReportHit) -> str:
    """Return body, year and title of a report, as far as they are known."""
    return " ".join(str(word) for word in (report.body, report.year, report.title) if word)
