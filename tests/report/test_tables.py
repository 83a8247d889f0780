"""Tables that copying flattened: bullets are read with the heads of their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.readers.report import read_report
from desktop.report.model import Report
from desktop.report.parse import parse_report

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.report.model import ParsedReport

TABLE = """各位委员：
一、上半年计划执行情况
（一）项目建设加快
有效投资平稳增长。上半年完成固定资产投资126亿元，同比增长6.1%，快于全年目标。
1  重点项目推进情况
主要领域
主要进展
重大项目
? 148个重点项目完成投资112亿元；16个工业项目竣工
? 物流园一期投入运营
城市更新
与管护
? 改造老旧小区12个
此外，项目推进中也存在用地紧张等困难。
"""
# The heads of the rows of the six real tables.
REAL_HEADS = (
    *("疫情防控", "复工复产", "政策落实", "重大项目", "市政基础设施", "土地收储", "科技创新"),
    *("四大产业集群", "新产业新赛道", "营商环境持续优化", "招商引资成效显现", "楼宇经济持续发展"),
    *("社会事业", "社会保障", "“三旧”变“三新”", "社会治理", "生态环境"),
)


def headed(parsed: ParsedReport) -> list[tuple[str, str]]:
    """Return each statement with the words of the section that it stands in."""
    found = []
    for statement in parsed.statements:
        above = parsed.path(statement.section)
        found.append((above[-1].heading if above else "", statement.text))
    return found


def test_a_bullet_is_a_statement_under_the_head_of_its_row() -> None:
    assert headed(parse_report(Report(text=TABLE)))[2:] == [
        ("重点项目推进情况", "主要领域"),
        ("重点项目推进情况", "主要进展"),
        ("重大项目", "148个重点项目完成投资112亿元；"),
        ("重大项目", "16个工业项目竣工"),
        ("重大项目", "物流园一期投入运营"),
        ("城市更新与管护", "改造老旧小区12个"),
        ("有效投资平稳增长", "此外，项目推进中也存在用地紧张等困难。"),
    ]


def test_every_bullet_of_the_real_tables_has_its_row(shared: Path) -> None:
    parsed = parse_report(read_report(shared / "reports" / "xuhui-2022h1-plan-report.txt"))
    text = parsed.report.text
    bullets = [
        (head, statement)
        for (head, _), statement in zip(headed(parsed), parsed.statements, strict=True)
        if text[text.rfind("\n", 0, statement.span.start) + 1] in "?•"
    ]
    assert tuple(dict.fromkeys(head for head, _ in bullets)) == REAL_HEADS
    assert len(bullets) >= 100
    assert not any(statement.text.startswith("?") for _, statement in bullets)
