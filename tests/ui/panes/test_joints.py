from desktop.compare.model import Comparison, Relation, SectionLink, Side, StatementLink
from desktop.report.model import ParsedReport, Report, Role, Section, Statement
from desktop.text.span import Span
from desktop.ui.panes.joints import joining

LENGTH = 10  # of each statement and heading


def report(count):
    text = "零一二三四五六七八九" * 2 * count
    sections, statements = [], []
    for n in range(count):
        head, body = Span(20 * n, 20 * n + LENGTH), Span(20 * n + LENGTH, 20 * n + 20)
        sections.append(Section(n, 1, "", head.of(text), head, None, Role.PLAN))
        statements.append(Statement(n, body, body.of(text), n, Role.PLAN))
    return ParsedReport(Report(text), tuple(sections), tuple(statements))


PAIR = Comparison(
    report(5),
    report(5),
    (SectionLink(0, 0, 0.9), SectionLink(1, 4, 0.9, across=True)),
    (
        StatementLink(0, 4, Relation.RECURRING, 0.9),
        StatementLink(2, 1, Relation.REVISED, 0.9),
        StatementLink(2, 3, Relation.DELIVERED, 0.9),
    ),
)
NOWHERE = Span(0, 0)
*_, JOINTS = joining(PAIR)


def ends(found, side):
    return sorted(joint.end(side).start for joint in found)


def test_a_link_is_in_view_when_either_end_is():
    assert ends(JOINTS.in_view(Span(50, 60), NOWHERE), Side.RIGHT) == [30, 70]
    assert ends(JOINTS.in_view(NOWHERE, Span(90, 100)), Side.LEFT) == [10]


def test_a_link_whose_ends_are_both_in_view_is_found_once():
    whole = Span(0, 100)
    assert len(JOINTS.in_view(whole, whole)) == 4


def test_what_only_touches_the_view_is_out_of_view():
    assert JOINTS.in_view(Span(20, 50), NOWHERE) == ()


def test_sections_that_plan_and_review_have_no_ribbon():
    assert not any(joint.end(Side.RIGHT) == Span(80, 90) for joint in JOINTS.by_left)
