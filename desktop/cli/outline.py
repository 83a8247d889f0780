"""The outline of a report as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.language import CHINESE
from desktop.report.model import ReportKind, Role
from desktop.writers.json import answer, report_value

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport

INDENT = "  "
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


def outline_json(parsed: ParsedReport) -> bytes:
    """Return the report with its sections and statements."""
    return answer({"report": report_value(parsed)})


def outline_text(parsed: ParsedReport, language: str) -> bytes:
    """Return what the report is, then a line for each heading, indented by its level."""
    chinese = language == CHINESE
    report = parsed.report
    known = (report.title, report.body, str(report.year or ""), KINDS[report.kind][chinese])
    lines = [" · ".join(filter(None, (*known, report.encoding))), ""]
    role = None
    for section in parsed.sections:
        told = "" if section.role is role else f"    [{ROLES[section.role][chinese]}]"
        role = section.role
        heading = " ".join(filter(None, (section.marker, section.heading)))
        lines.append(f"{INDENT * (section.level - 1)}{heading}{told}")
    return ("\n".join(lines) + "\n").encode()
