"""One file with several reports."""

from __future__ import annotations

from desktop.report.compendium import split_reports

BODY = "全区上下迎难而上，各项事业取得新的成绩，人民生活持续改善。\n" * 40


def report(body: str, year: int = 2024, closing: str = "各位代表！让我们努力奋斗！") -> str:
    return (
        f"政府工作报告\n——{year}年1月16日在江浦市{body}第九届人民代表大会第三次会议上\n"
        f"{body}区长 某某\n各位代表：\n一、{year - 1}年工作回顾\n{BODY}二、{year}年主要任务\n"
        f"{BODY}{closing}\n"
    )


def test_one_report_is_one_part() -> None:
    text = report("云川区")
    assert [(part.name, part.span.of(text)) for part in split_reports(text)] == [
        ("云川区", text.rstrip())
    ]


def test_parts_are_named_by_their_bodies_and_leave_the_cover_out() -> None:
    text = "江浦市各区报告汇编\n" + report("云川区") + report("澜溪区")
    parts = split_reports(text)
    assert [part.name for part in parts] == ["云川区", "澜溪区"]
    assert "".join(part.span.of(text) + "\n" for part in parts) == text.partition("\n")[2]


def test_a_report_without_its_end_is_said_to_be_truncated() -> None:
    text = report("云川区") + report("澜溪区", closing="（三）城市治理")
    assert [part.truncated for part in split_reports(text)] == [False, True]


def test_reports_of_one_body_are_named_by_their_years() -> None:
    text = report("云川区", 2023) + report("澜溪区") + report("云川区", 2024)
    assert [part.name for part in split_reports(text)] == ["云川区2023", "澜溪区", "云川区2024"]


def test_reports_of_one_body_and_year_are_numbered() -> None:
    text = report("云川区", 2023) + report("云川区", 2023)
    assert [part.name for part in split_reports(text)] == ["云川区2023", "云川区2023 2"]


def test_a_title_page_is_no_report() -> None:
    head = "政府工作报告\n——2024年1月16日在江浦市云川区第九届人民代表大会第三次会议上\n"
    assert len(split_reports(head + report("云川区"))) == 1
