from datetime import UTC, datetime

import pytest

from desktop.compare.annotation import Annotation, Status, anchor_at, headings_above
from desktop.compare.model import Side
from desktop.report.model import ParsedReport, Report, Role, Section
from desktop.text.span import Span

TEXT = (
    "一、总体安排\n全面推进水网建设。\n（一）护水\n整治云溪河道12公里。\n二、民生\n建成托育点3个。"
)


@pytest.fixture
def parsed() -> ParsedReport:
    def section(number: int, level: int, heading: str, parent: int | None) -> Section:
        at = TEXT.index(heading)
        return Section(number, level, "", heading, Span(at, at + len(heading)), parent, Role.PLAN)

    return ParsedReport(
        Report(TEXT),
        (
            section(0, 1, "一、总体安排", None),
            section(1, 2, "（一）护水", 0),
            section(2, 1, "二、民生", None),
        ),
        (),
    )


def test_an_anchor_has_its_quote_and_what_surrounds_it(parsed: ParsedReport) -> None:
    at = TEXT.index("12公里")
    anchor = anchor_at(parsed, Span(at, at + 4))
    assert anchor.quote == "12公里"
    assert TEXT[: at - len(anchor.prefix)] + anchor.prefix + TEXT[at:] == TEXT
    assert anchor.suffix == "。\n二、民生\n建成托育点3个。"
    assert anchor.report == parsed.report.sha256


def test_context_is_at_most_32_code_points(parsed: ParsedReport) -> None:
    anchor = anchor_at(parsed, Span(len(TEXT), len(TEXT)))
    assert (len(anchor.prefix), anchor.suffix) == (32, "")


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("水网", ("一、总体安排",)),
        ("云溪", ("一、总体安排", "（一）护水")),
        ("托育", ("二、民生",)),
    ],
)
def test_the_path_has_the_headings_above(
    parsed: ParsedReport, words: str, path: tuple[str, ...]
) -> None:
    assert headings_above(parsed, TEXT.index(words)) == path


def test_nothing_is_above_the_first_heading() -> None:
    assert headings_above(ParsedReport(Report("各位代表："), (), ()), 2) == ()


def test_an_annotation_with_a_lost_quote_is_an_orphan(parsed: ParsedReport) -> None:
    now = datetime(2026, 1, 5, tzinfo=UTC)
    there = anchor_at(parsed, Span(0, 4))
    note = Annotation(1, there, None, "", (), Status.QUOTE, "", "", now, now, "", now)
    assert not note.is_orphan
    assert note.anchor(Side.LEFT) == there
    assert note.anchor(Side.RIGHT) is None
    lost = type(there)(there.report, None, there.quote)
    both = Annotation(1, there, lost, "", (), Status.QUOTE, "", "", now, now, "", now)
    assert both.is_orphan
    assert both.anchors == (there, lost)
