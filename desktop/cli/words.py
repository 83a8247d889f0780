"""What reports and their parts are called on the screen, in English and in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.model import ReportKind, Role

if TYPE_CHECKING:
    from desktop.report.model import Report
    from desktop.store import ReportHit

ROLES = {
    Role.FRONT: ("front", "卷首"),
    Role.REVIEW: ("review", "工作回顾"),
    Role.PROBLEMS: ("problems", "存在问题"),
    Role.PLAN: ("plan", "工作安排"),
    Role.SELF_GOVERNMENT: ("self-government", "自身建设"),
    Role.CLOSING: ("closing", "结束语"),
    Role.APPENDIX: ("appendix", "附件"),
    Role.GLOSSARY: ("glossary", "名词解释"),
    Role.NOISE: ("noise", "杂项"),
}
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
