"""Where a part speaks again behind its last section."""

from __future__ import annotations

import pytest

from desktop.report.model import Report
from desktop.report.parse import parse_report

ABOVE = (
    "各位代表：\n一、2030年工作回顾\n（一）产业提质增效\n新增企业30家。\n"
    "（二）城乡融合发展\n新建公园3座。\n"
)


def heading_of(sentence: str) -> str:
    """Return the heading that a sentence belongs to which stands behind all sections."""
    parsed = parse_report(Report(text=f"{ABOVE}{sentence}\n", year=2031))
    section = parsed.statements[-1].section
    assert section is not None
    return parsed.sections[section].heading


@pytest.mark.parametrize(
    "sentence",
    [
        "各位代表！云川的面貌一年比一年好。",
        "各位代表，云川的面貌一年比一年好。",
        "在肯定成绩的同时，短板也不容忽视。",
        "在总结成绩的同时，短板也不容忽视。",
        "看到一年来的成绩，大家备受鼓舞。",
        "回顾过去，大家备受鼓舞。",
        "总结过去，大家备受鼓舞。",
        "我们清醒认识到云川的短板。",
        "我们也清醒看到云川的短板。",
        "我们要清醒看到云川的短板。",
        "同时，我们还清醒看到云川的短板。",
        "我们更深知肩上的担子。",
        "一年来，我们坚持加强自身建设。",
        "五年来，我们坚决加强自身建设。",
        "过去一年，我们加强政府自身建设。",
        "过去五年，我们深刻认识自身短板。",
        "一年来，我们始终重视自身建设。",
        "一年来，我们持续加强自身建设。",
        "一年来，我们全面加强自身建设。",
    ],
)
def test_what_turns_to_the_assembly_or_sums_up_belongs_to_the_part(sentence: str) -> None:
    assert heading_of(sentence) == "2030年工作回顾"


@pytest.mark.parametrize(
    "sentence", ["新建步道12公里。", "一年来，我们坚持绿化荒山。", "我们也新建了步道。"]
)
def test_what_goes_on_belongs_to_the_last_section(sentence: str) -> None:
    assert heading_of(sentence) == "城乡融合发展"
