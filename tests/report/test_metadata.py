"""What is recognised at the head of a report."""

from __future__ import annotations

import pytest

from desktop.report.metadata import Metadata, metadata
from desktop.report.model import ReportKind

WORK, PLAN, REPLY = ReportKind.WORK, ReportKind.PLAN, ReportKind.REPLY

HEADS = {
    "title and meeting": (
        "政府工作报告\n——2024年1月16日在江浦市云川区第九届人民代表大会第三次会议上\n"
        "云川区人民政府区长　林望舒\n各位代表：\n一、2023年工作回顾\n二、2024年主要任务",
        Metadata("政府工作报告", "云川区", 2024, WORK, "2024年1月16日"),
    ),
    "spaced out": (
        "政 府 工 作 报 告\n——２０２３年２月８日在云川区第九届人民代表大会第二次会议上\n各位代表：",
        Metadata("政府工作报告", "云川区", 2023, WORK, "２０２３年２月８日"),
    ),
    "date in Chinese digits": (
        "政府工作报告\n——二〇二六年一月二十七日在江浦市九届人民代表大会第四次会议上\n各位代表：",
        Metadata("政府工作报告", "江浦市", 2026, WORK, "二〇二六年一月二十七日"),
    ),
    "congress in December": (
        "政府工作报告\n——2023年12月28日在云川区第九届人民代表大会第三次会议上\n各位代表：\n"
        "一、2023年工作回顾\n二、2024年主要任务",
        Metadata("政府工作报告", "云川区", 2024, WORK, "2023年12月28日"),
    ),
    "quoted in a sentence": (
        "筑牢优势 稳中有进\n代区长某某在江浦市云川区第九届人民代表大会第一次会议上所作的《政府工作报告》"
        "(摘要)\n一年来，我们凝心聚力。\n2020年工作回顾",
        Metadata("政府工作报告(摘要)", "云川区", 2021, WORK, ""),
    ),
    "without a title": (
        "各位代表：\n现在，我代表云川区人民政府，向大会报告过去五年工作，请予审议。\n"
        "一、过去五年工作回顾\n二、2018年重点工作",
        Metadata("政府工作报告", "云川区", 2018, WORK, ""),
    ),
    "the nation": (
        "政府工作报告\n——2019年3月5日在第十三届全国人民代表大会第二次会议上\n各位代表：",
        Metadata("政府工作报告", "国务院", 2019, WORK, "2019年3月5日"),
    ),
    "title on two lines": (
        "云川区2024年上半年\n国民经济和社会发展计划执行情况的报告\n主任、各位委员：\n"
        "我受区人民政府委托，报告计划执行情况，请予审议。",
        Metadata(
            "云川区2024年上半年国民经济和社会发展计划执行情况的报告", "云川区", 2024, PLAN, ""
        ),
    ),
    "two years in the title": (
        "关于2019年国民经济和社会发展计划执行情况与2020年计划草案的报告\n各位代表：",
        Metadata(
            "关于2019年国民经济和社会发展计划执行情况与2020年计划草案的报告", "", 2020, PLAN, ""
        ),
    ),
    "letter": (
        "江浦市云川区人民政府办公室（函）\n云政办函〔2024〕17号\n关于计划执行情况报告审议意见的复函\n"
        "区人大常委会办公室：\n来函收悉，现函告如下：\n一、关于稳增长\n2024年10月28日",
        Metadata("关于计划执行情况报告审议意见的复函", "云川区", 2024, REPLY, "2024年10月28日"),
    ),
    "autonomous region": (
        "政府工作报告\n——2025年1月13日在北原壮族自治区第十四届人民代表大会第三次会议上\n各位代表：",
        Metadata("政府工作报告", "北原壮族自治区", 2025, WORK, "2025年1月13日"),
    ),
    "new district of a city": (
        "2024年政府工作报告\n——2024年1月17日在江浦市滨海新区第七届人民代表大会第四次会议上\n各位代表：",
        Metadata("2024年政府工作报告", "滨海新区", 2024, WORK, "2024年1月17日"),
    ),
}


@pytest.mark.parametrize("head", HEADS)
def test_head(head: str) -> None:
    text, expected = HEADS[head]
    assert metadata(text) == expected


def test_name_of_the_file_is_the_last_resort() -> None:
    assert metadata("一些文字", "云川区2022年材料") == Metadata(
        "云川区2022年材料", "云川区", 2022, ReportKind.OTHER, ""
    )


def test_years_that_are_only_mentioned_do_not_outweigh_the_name() -> None:
    text = "各位代表：\n我代表云川区人民政府作工作报告。\n2009年以来，我们走过了不平凡的历程。"
    assert metadata(text, "云川_2013").year == 2013


@pytest.mark.parametrize("text", ["", "\n", "报告", "年月日", "2024年"])
def test_scraps_are_no_reason_to_fail(text: str) -> None:
    assert metadata(text).date == ""
