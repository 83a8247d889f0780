"""What is recognised at the head of a report."""

from __future__ import annotations

import pytest

from desktop.report.metadata import Metadata, metadata
from desktop.report.model import ReportKind

# Each head with what is to be recognised in it: title, body, year, kind, date.
HEADS = {
    "title and meeting": """\
政府工作报告
——2024年1月16日在江浦市云川区第九届人民代表大会第三次会议上
云川区人民政府区长　林望舒
各位代表：
一、2023年工作回顾
二、2024年主要任务
→ 政府工作报告 | 云川区 | 2024 | work | 2024年1月16日""",
    "spaced out": """\
政 府 工 作 报 告
——２０２３年２月８日在云川区第九届人民代表大会第二次会议上
各位代表：
→ 政府工作报告 | 云川区 | 2023 | work | ２０２３年２月８日""",
    "date in Chinese digits": """\
政府工作报告
——二〇二六年一月二十七日在江浦市九届人民代表大会第四次会议上
各位代表：
→ 政府工作报告 | 江浦市 | 2026 | work | 二〇二六年一月二十七日""",
    "congress in December": """\
政府工作报告
——2023年12月28日在云川区第九届人民代表大会第三次会议上
各位代表：
一、2023年工作回顾
二、2024年主要任务
→ 政府工作报告 | 云川区 | 2024 | work | 2023年12月28日""",
    "quoted in a sentence": """\
筑牢优势 稳中有进
代区长某某在江浦市云川区第九届人民代表大会第一次会议上所作的《政府工作报告》(摘要)
一年来，我们凝心聚力。
2020年工作回顾
→ 政府工作报告(摘要) | 云川区 | 2021 | work |""",
    "without a title": """\
各位代表：
现在，我代表云川区人民政府，向大会报告过去五年工作，请予审议。
一、过去五年工作回顾
二、2018年重点工作
→ 政府工作报告 | 云川区 | 2018 | work |""",
    "the nation": """\
政府工作报告
——2031年3月6日在第十六届全国人民代表大会第四次会议上
各位代表：
→ 政府工作报告 | 国务院 | 2031 | work | 2031年3月6日""",
    "title on two lines": """\
云川区2024年上半年
国民经济和社会发展计划执行情况的报告
主任、各位委员：
我受区人民政府委托，报告计划执行情况，请予审议。
→ 云川区2024年上半年国民经济和社会发展计划执行情况的报告 | 云川区 | 2024 | plan |""",
    "two years in the title": """\
关于2029年计划执行情况与2030年计划草案的报告
各位代表：
→ 关于2029年计划执行情况与2030年计划草案的报告 | | 2030 | plan |""",
    "a title that says what it is about": """\
关于云川市2030年政府工作的报告
各位代表：
现在，我向大会作报告，请予审议。
→ 关于云川市2030年政府工作的报告 | 云川市 | 2030 | work |""",
    "letter": """\
江浦市云川区人民政府办公室（函）
云政办函〔2024〕17号
关于计划执行情况报告审议意见的复函
区人大常委会办公室：
来函收悉，现函告如下：
一、关于稳增长
2024年10月28日
→ 关于计划执行情况报告审议意见的复函 | 云川区 | 2024 | reply | 2024年10月28日""",
    "a reply about another year": """\
江浦市云川区人民政府
关于2023年度审计整改审议意见的复函
来函收悉，现函告如下：
2024年10月28日
→ 关于2023年度审计整改审议意见的复函 | 云川区 | 2024 | reply | 2024年10月28日""",
    "autonomous region": """\
政府工作报告
——2025年1月13日在北原壮族自治区第十四届人民代表大会第三次会议上
各位代表：
→ 政府工作报告 | 北原壮族自治区 | 2025 | work | 2025年1月13日""",
    "new district of a city": """\
2024年政府工作报告
——2024年1月17日在江浦市滨海新区第七届人民代表大会第四次会议上
各位代表：
→ 2024年政府工作报告 | 滨海新区 | 2024 | work | 2024年1月17日""",
}


@pytest.mark.parametrize("head", HEADS)
def test_head(head: str) -> None:
    text, _, told = HEADS[head].partition("→")
    found = metadata(text)
    assert [found.title, found.body, str(found.year), found.kind, found.date] == [
        part.strip() for part in told.split("|")
    ]


def test_a_page_without_line_ends_begins_with_its_title() -> None:
    page = "2031年云川区政府工作报告——2031年1月16日在云川区第九届人民代表大会上各位代表："
    page += "要新建公园5座。" * 300 + "编制《云川区国民经济和社会发展规划纲要》。"
    found = metadata(page)
    assert (found.title, found.year, found.kind) == (
        "2031年云川区政府工作报告",
        2031,
        ReportKind.WORK,
    )


def test_name_of_the_file_is_the_last_resort() -> None:
    assert metadata("一些文字", "云川区2022年材料") == Metadata(
        "云川区2022年材料", "云川区", 2022, ReportKind.OTHER, ""
    )


def test_years_that_are_only_mentioned_do_not_outweigh_the_name() -> None:
    text = "各位代表：\n我代表云川区人民政府作工作报告。\n2009年以来，我们走过了不平凡的历程。"
    assert metadata(text, "云川_2013").year == 2013


@pytest.mark.parametrize(
    "text", ["", "\n", "报告", "年月日", "2024年", "政府工作报告\n（202十4年1月9日）"]
)
def test_scraps_are_no_reason_to_fail(text: str) -> None:
    assert metadata(text).date == ""
