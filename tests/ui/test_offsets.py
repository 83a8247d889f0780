from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.offsets import ROOM, Offsets

texts = st.text(st.sampled_from("国a，𠮷😀\n"))


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts)
def test_units_are_those_of_utf_16(text):
    offsets = Offsets(text)
    for points in range(len(text) + 1):
        assert offsets.to_units(points) == units(text[:points])


@given(texts)
def test_units_lead_back_to_the_code_point(text):
    offsets = Offsets(text)
    for points in range(len(text) + 1):
        assert offsets.to_points(offsets.to_units(points)) == points


def test_the_second_half_of_a_pair_belongs_to_its_character():
    assert [Offsets("a𠮷b").to_points(n) for n in range(5)] == [0, 1, 1, 2, 3]


def test_half_a_pair_alone_is_one_unit():
    assert Offsets("a\ud842b").to_units(3) == 3


@given(texts, st.data())
def test_rooms_are_shown_before_their_characters_and_belong_to_them(text, data):
    places = st.sets(st.integers(0, max(len(text) - 1, 0)), max_size=len(text))
    rooms = sorted(data.draw(places)) if text else []
    offsets, whole = Offsets(text, rooms), 0
    shown = offsets.shown(text)
    assert shown == "".join(ROOM * (n in rooms) + c for n, c in enumerate(text))
    for point in range(len(text) + 1):
        end, start = offsets.end_of(point), offsets.to_units(point)
        assert start - end == len(ROOM) * (point in rooms)
        assert {offsets.to_points(unit) for unit in range(end, start + 1)} == {point}
        assert end == whole
        whole = start + (units(text[point]) if point < len(text) else 0)
    assert whole == units(shown)
