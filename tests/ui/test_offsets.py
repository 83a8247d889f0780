from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.offsets import Offsets

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
