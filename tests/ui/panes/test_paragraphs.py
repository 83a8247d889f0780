from desktop.compare.model import Relation
from desktop.report.model import ParsedReport, Report, Role, Section
from desktop.text.span import Span
from desktop.ui.panes.marks import Mark
from desktop.ui.panes.paragraphs import (
    BODY_LEVEL,
    FRONT_LEVEL,
    TITLE_LEVEL,
    Room,
    each_paragraph,
)
from desktop.writers.signs import Badge

TITLE = "柳城政府工作报告"
FRONT = "——新年第一天在柳城"


def section(text, heading, level, run_in=False):
    at = text.index(heading)
    span = Span(at, at + len(heading))
    return Section(0, level, "", heading, span, None, Role.PLAN, run_in)


def parsed(text, *sections, title=TITLE):
    return ParsedReport(Report(text, title=title), sections, ())


def mark(start, end, *texts):
    badges = tuple(Badge(Relation.NEW, text) for text in texts or ("新",))
    return Mark(0, Span(start, end), badges)


def levels(found):
    return [paragraph.level for paragraph in found]


def paragraphs(parsed, marks):
    return tuple(each_paragraph(parsed, marks))


def test_every_character_belongs_to_one_paragraph():
    text = "甲\n\n乙丙\n"
    found = paragraphs(parsed(text), ())
    assert "\n".join(paragraph.span.of(text) for paragraph in found) == text
    assert [paragraph.blank for paragraph in found] == [False, True, False, True]


def test_title_and_the_lines_under_it_are_set_apart():
    text = f"{TITLE}\n{FRONT}\n各位：\n修桥。"
    found = paragraphs(parsed(text), ())
    assert levels(found) == [TITLE_LEVEL, FRONT_LEVEL, BODY_LEVEL, BODY_LEVEL]


def test_a_title_broken_over_two_lines_is_one_title():
    text = f"柳城政府\n工作报告\n{FRONT}\n修桥。"
    assert levels(paragraphs(parsed(text), ()))[:3] == [TITLE_LEVEL, TITLE_LEVEL, FRONT_LEVEL]


def test_a_title_that_is_also_a_heading_is_a_title():
    text = f"{TITLE}\n一、修桥\n修桥。"
    found = paragraphs(parsed(text, section(text, TITLE, 1), section(text, "一、修桥", 2)), ())
    assert levels(found) == [TITLE_LEVEL, 2, BODY_LEVEL]


def test_without_a_title_short_lines_at_the_start_are_text():
    assert levels(paragraphs(parsed("甲\n乙", title=""), ())) == [BODY_LEVEL, BODY_LEVEL]


def test_a_heading_that_shares_its_line_with_text_is_bold_text():
    text = "加快修桥。今年修三座。"
    found = paragraphs(parsed(text, section(text, "加快修桥", 3, run_in=True)), ())
    assert levels(found) == [BODY_LEVEL]
    assert found[0].bold == (Span(0, 4),)


def test_badges_stand_before_their_statement_or_in_the_indent():
    text = "修桥。铺路。"
    found = paragraphs(parsed(text), (mark(0, 3), mark(3, 6, "调↑", "兑")))
    assert found[0].opening == ("新",)
    assert found[0].rooms == (Room(3, ("调↑", "兑")),)


def test_a_statement_behind_other_words_does_not_open_the_paragraph():
    text = "修桥。 铺路。"
    found = paragraphs(parsed(text), (mark(4, 7),))
    assert found[0].opening == ()
    assert found[0].rooms == (Room(4, ("新",)),)


def test_targets_are_not_to_be_parted_unless_they_are_long():
    text = "增长5%。" + "长" * 30
    targets = (Span(2, 4), Span(5, 30))
    found = paragraphs(parsed(text), (Mark(0, Span(0, len(text)), mark(0, 1).badges, targets),))
    assert found[0].whole == (Span(2, 4),)


def test_a_long_target_is_parted_before_its_number_alone():
    text = "浓度控制在32微克/立方米以内。"
    target = Span(2, len(text) - 1)
    found = paragraphs(parsed(text), (Mark(0, Span(0, len(text)), mark(0, 1).badges, (target,)),))
    assert [span.of(text) for span in found[0].whole] == ["32微克/立方米以内"]


def test_an_indent_of_the_file_is_kept_and_not_doubled():
    text = "　　修桥。"
    found = paragraphs(parsed(text), (mark(2, 5),))
    assert found[0].indented
    assert found[0].opening == ("新",)


def test_each_line_has_its_own_marks():
    text = "修桥。\n铺路。\n种树。"
    found = paragraphs(parsed(text), (mark(4, 7), mark(8, 11)))
    assert [paragraph.opening for paragraph in found] == [(), ("新",), ("新",)]


def test_a_heading_broken_over_two_lines_is_a_heading_on_both():
    text = "一、修桥\n铺路\n修桥。"
    found = paragraphs(parsed(text, section(text, "一、修桥\n铺路", 1)), ())
    assert levels(found) == [1, 1, BODY_LEVEL]
