from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.contexts import contexts
from desktop.report.model import Report
from desktop.report.parse import parse_report
from desktop.text.normalize import fold_text

TEXT = """云溪县2024年政府工作报告
一、2024年工作安排
（一）办好“一码通办”
推广“一码通办”，让一码 通办进乡镇。新建厂房２０万平方米。
二、名词解释
一码通办：一个码办成各样的事。
"""
PARSED = parse_report(Report(TEXT, title="云溪县2024年政府工作报告", year=2024))


def test_every_place_is_found_in_headings_and_sentences_whatever_the_width() -> None:
    found = contexts("一码通办", PARSED)
    assert [mention.span.of(TEXT) for mention in found] == ["一码通办", "一码通办", "一码 通办"]
    assert [PARSED.sections[m.section or 0].heading for m in found] == ["办好“一码通办”"] * 3
    assert [m.span.of(TEXT) for m in contexts("20万平方米", PARSED)] == ["２０万平方米"]


def test_glossary_is_not_how_a_report_speaks() -> None:
    assert contexts("各样的事", PARSED) == ()


def test_nothing_is_nowhere() -> None:
    assert contexts("", PARSED) == contexts(" ", PARSED) == contexts("航天", PARSED) == ()


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 8))
def test_what_is_found_is_what_was_looked_for(start: int, length: int) -> None:
    term = TEXT[start : start + length]
    for mention in contexts(term, PARSED):
        assert fold_text(mention.span.of(TEXT)) == fold_text(term).strip() or "\n" in term
        assert mention.passage.start <= mention.span.start < mention.span.end
        assert mention.span.end <= mention.passage.end
