from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat, QTextDocument

from desktop.text.span import Span
from desktop.ui.offsets import Offsets
from desktop.ui.panes.faces import BADGE_GAP, LINE_PITCH, Faces
from desktop.ui.panes.justifying import LEAST_MARGIN, MEASURE, MOST_SPREAD, margin
from desktop.ui.panes.line_boxes import LineBoxes
from desktop.ui.panes.paragraphs import Paragraph, Room
from desktop.ui.panes.typesetting import typeset, typeset_again

SIZE = 13.0
LEFT = 4.0  # pixels of paper that a new document leaves around its text
ODD_ENDS = "\r\u2028\u2029\x0b\x0c\x85\ufdd0\ufdd1\ufffc\x00\u200b"

pytestmark = pytest.mark.usefixtures("qapp")


def plain(text):
    """Return the setting of a text without headings and marks."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Paragraph(Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


def offsets_of(text, setting):
    rooms = [room.before for paragraph in setting for room in paragraph.rooms]
    whole = [span for paragraph in setting for span in paragraph.whole]
    return Offsets(text, rooms, [n for span in whole for n in range(span.start + 1, span.end)])


def set_text(text, setting=None, width=400, size=SIZE):
    document = QTextDocument()
    setting = setting or plain(text)
    typeset(document, text, setting, offsets_of(text, setting), Faces(size))
    document.setTextWidth(width)
    document.size()
    return document


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("桥梁。𠮷😀a \n\t" + ODD_ENDS), max_size=40))
def test_no_character_is_added_or_lost_and_every_offset_stays_true(text):
    document, offsets = set_text(text), Offsets(text)
    assert document.characterCount() - 1 == offsets.to_units(len(text))
    assert document.blockCount() == text.count("\n") + 1
    for point, character in enumerate(text):
        if character not in ODD_ENDS + "\n":
            unit = offsets.to_units(point)
            assert (
                document.characterAt(unit) == character.encode("utf-16-le").decode("utf-16-le")[0]
                or ord(character) > 0xFFFF
            )


def test_text_is_plain_text_even_where_it_looks_like_markup():
    text = "<b>桥</b>&lt;img src='x'&gt;"
    assert set_text(text).toPlainText() == text


TEXT = "二、修桥\n修桥𠮷铺路。新建市场六个。\n\u3000改造\u2028小区\ufdd0十个。补短板。\n\n保供水。"


def settings_of(text):
    """Return any setting of each line: a heading, badges, a target that is not parted."""
    lines = [paragraph.span for paragraph in plain(text)]
    places = st.integers(min_value=1, max_value=4)
    texts = st.sampled_from([("改",), ("调↑", "兑")])

    def made(line, level, opening, at, badges, target):
        inside = line.start + at < line.end
        rooms = (Room(line.start + at, badges),) if badges and inside else ()
        whole = (Span(line.start, min(line.start + 3, line.end)),) if target else ()
        return Paragraph(line, level, (), opening or (), rooms, whole)

    some = st.none() | texts
    levels = st.sampled_from([-2, -1, -1, 0, 1, 2])
    each = (
        st.builds(made, st.just(line), levels, some, places, some, st.booleans()) for line in lines
    )
    return st.tuples(*each)


def looks_of(document):
    """Return all that a reader sees of each paragraph, and where its lines stand."""
    found, block = [], document.begin()
    while block.isValid():
        layout = block.layout()
        lines = [layout.lineAt(i) for i in range(layout.lineCount())]
        ranges = [(r.start, r.length, QTextCharFormat(r.format)) for r in layout.formats()]
        rows = [(li.textStart(), li.textLength(), li.naturalTextRect()) for li in lines]
        found.append((block.text(), block.blockFormat(), ranges, layout.position(), rows))
        block = block.next()
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(settings_of(TEXT), settings_of(TEXT))
def test_what_is_set_again_looks_as_if_it_had_been_set_so_at_first(before, now):
    document = set_text(TEXT, before, width=120)
    typeset_again(document, TEXT, (before, now), offsets_of(TEXT, now), Faces(SIZE))
    assert looks_of(document) == looks_of(set_text(TEXT, now, width=120))


def boxes_of(text, rooms, width=400, size=SIZE, opening=()):
    setting = (Paragraph(Span(0, len(text)), opening=opening, rooms=rooms),)
    document = set_text(text, setting, width, size)
    return LineBoxes(document, offsets_of(text, setting)), Faces(size)


def test_badges_have_their_room_between_two_statements():
    badges = ("调↑", "兑")
    boxes, faces = boxes_of("修桥。铺路。", (Room(3, badges),))
    before, behind = boxes.boxes(Span(0, 3)), boxes.boxes(Span(3, 6))
    room = faces.room(badges) + BADGE_GAP
    assert behind[0].left - before[0].right == pytest.approx(room, abs=0.5)


def test_badges_that_open_a_paragraph_have_their_room_in_the_indent():
    plain_boxes, faces = boxes_of("修桥。", ())
    boxes, _ = boxes_of("修桥。", (), opening=("新",))
    indent = boxes.boxes(Span(0, 3))[0].left - plain_boxes.boxes(Span(0, 3))[0].left
    assert indent == pytest.approx(faces.room(("新",)), abs=0.5)


sizes = pytest.mark.parametrize("size", [9.0, 12.0, 24.0])
every_break = pytest.mark.parametrize("before", range(1, 45))


@sizes
@every_break
def test_badges_stand_on_the_line_of_their_statement(before, size):
    """Wherever the line breaks, what is left of the first character is the room of its badges."""
    badges = ("调收紧", "兑")
    text = "桥" * before + "。" + "路" * 30
    width = 20 * Faces(size).em
    boxes, faces = boxes_of(text, (Room(before + 1, badges),), width, size)
    first = boxes.boxes(Span(before + 1, before + 2))[0]
    earlier = [box for box in boxes.boxes(Span(0, before + 1)) if box.top == first.top]
    edge = earlier[-1].right + BADGE_GAP if earlier else LEFT
    assert first.left - edge >= faces.room(badges) - 0.5
    assert first.right <= width


@sizes
@every_break
def test_no_line_is_spread_so_far_that_it_gapes(before, size):
    text = "桥" * before + "。" + "路" * 30
    width = 20 * Faces(size).em
    boxes, faces = boxes_of(text, (Room(before + 1, ("调收紧", "兑")),), width, size)
    shown = [boxes.boxes(Span(n, n + 1))[0] for n in range(len(text))]
    widest = max(box.right - box.left for box in shown)
    assert widest <= faces.em * (1 + 1.5 * MOST_SPREAD)  # punctuation is not spread


@sizes
@every_break
def test_no_line_parts_a_target(before, size):
    text = "桥" * before + "增长5.5%左右" + "路" * 30
    whole = Span(before + 2, before + 8)
    setting = (Paragraph(Span(0, len(text)), whole=(whole,)),)
    document = set_text(text, setting, 20 * Faces(size).em, size)
    boxes = LineBoxes(document, offsets_of(text, setting))
    assert whole.of(text) == "5.5%左右"
    assert len(boxes.boxes(whole)) == 1


def test_lines_are_spread_to_the_measure_where_that_is_not_seen():
    text = "桥" * 25 + "。" + "路" * 60
    width = 20.4 * Faces(SIZE).em
    boxes, _ = boxes_of(text, (Room(26, ("新",)),), width)
    ends = [box.right for box in boxes.boxes(Span(0, len(text)))[:-1]]
    assert ends == pytest.approx([ends[0]] * len(ends), abs=0.6)
    assert len(ends) > 2


@sizes
@pytest.mark.parametrize("width", range(120, 300, 7))
def test_a_pane_has_room_for_whole_characters(width, size):
    em = Faces(size).em
    sides = margin(width, em)
    characters = (width - 2 * sides) / em
    assert characters - int(characters) < 0.1
    assert 1 <= int(characters) <= MEASURE
    assert sides > LEAST_MARGIN - em / 4 or int(characters) == 1


@sizes
@pytest.mark.parametrize(
    "text", ["桥" * 40, "桥a" * 40, "桥，1路" * 20, "一二三（四）五、六七" * 8]
)
def test_the_lines_of_a_narrow_pane_end_below_each_other(text, size):
    """Where a line lacks less than a character it is spread, however few characters it has."""
    width = 8 * Faces(size).em + 0.5 + 2 * LEFT
    boxes, _ = boxes_of(text, (), width, size)
    ends = [box.right for box in boxes.boxes(Span(0, len(text)))[1:-1]]
    assert ends == pytest.approx([ends[0]] * len(ends), abs=1.0)
    assert len(ends) > 2


def test_lines_with_badges_are_as_far_apart_as_others():
    text = "桥" * 90
    boxes, faces = boxes_of(text, (Room(30, ("新",)), Room(50, ("调收紧",))))
    baselines = [box.baseline for box in boxes.boxes(Span(0, 90))]
    steps = [b - a for a, b in pairwise(baselines)]
    assert steps == pytest.approx([LINE_PITCH * faces.em] * len(steps), abs=0.6)


def test_statements_on_one_line_share_its_height():
    boxes, _ = boxes_of("修桥。铺路。", (Room(3, ("新",)),))
    first, second = boxes.boxes(Span(0, 3))[0], boxes.boxes(Span(3, 6))[0]
    assert (first.top, first.bottom) == (second.top, second.bottom)
    assert first.bottom - first.top == pytest.approx(LINE_PITCH * Faces(SIZE).em, abs=0.6)
    assert boxes.top_of(0) == boxes.top_of(5) == first.top


def test_a_first_line_is_indented_by_two_characters():
    boxes, faces = boxes_of("修" * 60, ())
    first, second = boxes.boxes(Span(0, 60))[:2]
    assert first.left - second.left == pytest.approx(2 * faces.em, abs=0.5)


def test_a_passage_has_a_box_on_every_line_that_it_runs_over():
    text = "桥" * 100
    boxes, faces = boxes_of(text, (), width=20 * SIZE)
    found = boxes.boxes(Span(0, 100))
    assert len(found) > 2
    assert [box.top for box in found] == sorted({box.top for box in found})
    assert found[1].share == pytest.approx(0.0, abs=0.01)
    assert found[1].until == pytest.approx(1.0, abs=0.05)
    assert all(box.top < box.baseline < box.bottom for box in found)
    assert boxes.top_of(0) == found[0].top
    assert boxes.top_of(99) == found[-1].top
    assert faces.em > 0


def test_a_passage_that_begins_within_a_line_says_how_far():
    boxes, faces = boxes_of("桥" * 10, ())
    box = boxes.boxes(Span(4, 6))[0]
    assert box.right - box.left == pytest.approx(2 * faces.em, abs=1.0)
    assert 0.0 < box.share < box.until < 1.0


def test_a_passage_may_run_over_paragraphs():
    text = "修桥。\n铺路。"
    document, offsets = set_text(text), Offsets(text)
    found = LineBoxes(document, offsets).boxes(Span(1, 6))
    assert len(found) == 2
    assert found[0].bottom <= found[1].top


def test_a_larger_size_makes_wider_lines():
    small, large = Faces(9.0), Faces(24.0)
    assert large.em > 2 * small.em
    assert large.room(("新",)) > small.room(("新",))
    assert small.room(()) == 0.0
