from desktop.compare.model import Comparison, Relation, Side, StatementLink
from desktop.report.model import (
    Commitment,
    CommitmentKind,
    ParsedReport,
    Report,
    Role,
    Statement,
    Target,
)
from desktop.text.quantity import Comparator
from desktop.text.span import Span
from desktop.ui.panes.marks import (
    changed_targets,
    changed_words,
    counts,
    each_mark,
    loud,
    without,
)


def report(*sentences):
    """Return a report of sentences; those with a number in angle brackets are targets."""
    text, statements = "", []
    for sentence in sentences:
        start = len(text)
        before, _, rest = sentence.partition("<")
        number, _, after = rest.partition(">")
        text += before + number + after
        targets = ()
        if number:
            span = Span(start + len(before), start + len(before) + len(number))
            targets = (Target(before, Comparator.ABOUT, 1.0, "%", span, number),)
        commitment = Commitment(CommitmentKind.QUANTIFIED, targets) if "将" in sentence else None
        span = Span(start, len(text))
        role = Role.PLAN
        statements.append(Statement(len(statements), span, span.of(text), None, role, commitment))
    return ParsedReport(Report(text), (), tuple(statements))


def link(left, right, relation, score=0.9, **more):
    return StatementLink(left, right, relation, score, **more)


def marks_of(comparison, side):
    return tuple(each_mark(comparison, side))


LEFT = report("机场将扩建。", "湖面很静。", "绿地率将达到<40%左右>。", "桥将修好。")
RIGHT = report("绿地率将达到<45%以上>。", "桥修好了。", "将再修一座桥。", "风也很轻。")


def test_commitments_without_a_partner_are_dropped_or_new():
    alone = Comparison(LEFT, RIGHT)
    assert [(m.statement, m.relation) for m in marks_of(alone, Side.LEFT)] == [
        (0, Relation.DROPPED),
        (2, Relation.DROPPED),
        (3, Relation.DROPPED),
    ]
    assert {m.relation for m in marks_of(alone, Side.RIGHT)} == {Relation.NEW}


def test_what_is_linked_is_marked_whether_it_promises_or_not():
    found = marks_of(Comparison(LEFT, RIGHT, (), (link(1, 3, Relation.RECURRING),)), Side.RIGHT)
    assert [(m.statement, m.relation) for m in found][-1] == (3, Relation.RECURRING)


def test_marks_of_other_links_are_made_anew_and_all_others_kept():
    links = link(0, 0, Relation.PROGRESS), link(3, 1, Relation.DELIVERED)
    before = marks_of(Comparison(LEFT, RIGHT, (), links), Side.LEFT)
    known = {mark.statement: mark for mark in before}
    for others in (links[:1], links[1:], (links[0], link(3, 2, Relation.REVISED)), ()):
        now = Comparison(LEFT, RIGHT, (), others)
        found = tuple(each_mark(now, Side.LEFT, known))
        assert found == marks_of(now, Side.LEFT)
        is_kept = [mark is known[mark.statement] for mark in found]
        assert is_kept == [mark.links == known[mark.statement].links for mark in found]


def test_a_statement_with_several_relations_shows_those_that_say_most():
    links = (
        link(3, 1, Relation.DELIVERED, 0.7),
        link(3, 2, Relation.RECURRING, 0.95),
        link(3, 3, Relation.REVISED, 0.6),
    )
    mark = marks_of(Comparison(LEFT, RIGHT, (), links), Side.LEFT)[-1]
    assert mark.texts == ("调", "兑")
    assert mark.relation is Relation.REVISED
    assert [one.right for one in mark.links] == [3, 1, 2]


def test_of_several_links_of_one_relation_the_best_counts():
    links = (link(3, 1, Relation.DELIVERED, 0.5), link(3, 3, Relation.DELIVERED, 0.8))
    mark = marks_of(Comparison(LEFT, RIGHT, (), links), Side.LEFT)[-1]
    assert mark.link.right == 3


def test_counts_name_every_relation_of_every_statement_once():
    links = (link(3, 1, Relation.DELIVERED), link(3, 2, Relation.RECURRING))
    found = counts(marks_of(Comparison(LEFT, RIGHT, (), links), Side.LEFT))
    assert found == {Relation.DELIVERED: 1, Relation.RECURRING: 1, Relation.DROPPED: 2}


def test_number_unit_and_qualifier_differ_as_one():
    revised = link(2, 0, Relation.REVISED)
    pair = Comparison(LEFT, RIGHT, (), (revised,))
    left, right = (changed_targets(pair, revised, side) for side in Side)
    assert [span.of(LEFT.report.text) for span in left] == ["40%左右"]
    assert [span.of(RIGHT.report.text) for span in right] == ["45%以上"]
    assert all(changed_words(pair, revised, side) == () for side in Side)


def test_words_that_differ_are_found_in_the_text_of_the_report():
    told = link(3, 1, Relation.DELIVERED)
    pair = Comparison(LEFT, RIGHT, (), (told,))
    assert "将" in "".join(s.of(LEFT.report.text) for s in changed_words(pair, told, Side.LEFT))
    for span in changed_words(pair, told, Side.RIGHT):
        assert RIGHT.statements[1].span.start <= span.start < span.end
        assert span.end <= RIGHT.statements[1].span.end


def test_holes_are_cut_out():
    assert without(Span(3, 9), ()) == (Span(3, 9),)
    assert without(Span(3, 9), (Span(0, 4), Span(5, 6))) == (Span(4, 5), Span(6, 9))
    assert without(Span(3, 9), (Span(2, 10),)) == ()


def test_what_recurs_is_never_loud():
    assert loud(frozenset(Relation)) == frozenset(Relation) - {Relation.RECURRING}
    assert loud(frozenset()) == frozenset()
