from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.offsets import JOINT, ROOM, Offsets

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
def test_what_is_shown_before_a_character_belongs_to_it(text, data):
    kinds = st.lists(st.sampled_from(["", ROOM, JOINT]), min_size=len(text), max_size=len(text))
    added = data.draw(kinds)
    places = {kind: [n for n, one in enumerate(added) if one == kind] for kind in (ROOM, JOINT)}
    offsets, whole = Offsets(text, places[ROOM], places[JOINT]), 0
    shown = offsets.shown(text)
    assert shown == "".join(before + c for before, c in zip(added, text, strict=True))
    for point, before in enumerate((*added, "")):
        end, start = offsets.end_of(point), offsets.to_units(point)
        assert (end, start) == (whole, whole + len(before))
        assert {offsets.to_points(unit) for unit in range(end, start + 1)} == {point}
        whole = start + (units(text[point]) if point < len(text) else 0)
    assert whole == units(shown)
