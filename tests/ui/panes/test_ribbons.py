import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.panes.ribbons import ABOVE, BELOW, LEAST_HEIGHT, Extent, ribbon

WIDTH, HEIGHT = 72.0, 600.0

heights = st.floats(-2000, 2000, allow_nan=False)
extents = st.builds(lambda top, size: Extent(top, top + size), heights, st.floats(4, 300))


def test_a_ribbon_ends_exactly_at_the_lines_that_it_joins():
    found = ribbon(Extent(40, 90), Extent(200, 230), WIDTH, HEIGHT)
    assert found.edge(0.0) == Extent(40, 90)
    assert found.edge(WIDTH) == Extent(200, 230)
    assert not found.is_stub


def test_halfway_across_a_ribbon_is_halfway_down():
    middle = ribbon(Extent(0, 20), Extent(100, 160), WIDTH, HEIGHT).edge(WIDTH / 2)
    assert middle.top == pytest.approx(50, abs=0.01)
    assert middle.bottom == pytest.approx(90, abs=0.01)


def test_a_ribbon_is_cut_to_a_stub_that_points_to_where_its_end_is():
    down = ribbon(Extent(40, 90), BELOW, WIDTH, HEIGHT)
    up = ribbon(Extent(40, 90), ABOVE, WIDTH, HEIGHT)
    assert down.is_stub
    assert up.is_stub
    assert down.x1 == up.x1 < WIDTH / 2
    assert down.end.top > 40 > up.end.top


def test_a_stub_of_the_right_pane_begins_at_the_right_edge():
    found = ribbon(ABOVE, Extent(40, 90), WIDTH, HEIGHT)
    assert (found.x0, found.start) == (WIDTH, Extent(40, 90))
    assert WIDTH / 2 < found.x1 < WIDTH


def test_what_is_out_of_view_on_both_sides_has_no_ribbon():
    assert ribbon(ABOVE, BELOW, WIDTH, HEIGHT) is None
    assert ribbon(Extent(-50, 0), Extent(HEIGHT, HEIGHT + 9), WIDTH, HEIGHT) is None


def test_a_passage_that_is_partly_in_view_keeps_its_whole_extent():
    found = ribbon(Extent(-30, 10), Extent(580, 640), WIDTH, HEIGHT)
    assert found.start == Extent(-30, 10)
    assert found.end == Extent(580, 640)


def test_a_hair_is_grown_to_a_ribbon_about_its_middle():
    found = ribbon(Extent(50, 50), Extent(80, 100), WIDTH, HEIGHT)
    assert found.start == Extent(50 - LEAST_HEIGHT / 2, 50 + LEAST_HEIGHT / 2)


def test_a_point_is_held_within_the_edges_and_a_little_beyond():
    found = ribbon(Extent(0, 20), Extent(0, 20), WIDTH, HEIGHT)
    assert found.holds(36, 10)
    assert found.holds(36, 21)
    assert not found.holds(36, 30)
    assert not found.holds(-1, 10)
    assert not found.holds(WIDTH + 1, 10)


@given(extents, extents)
def test_the_edges_of_a_ribbon_never_cross(left, right):
    found = ribbon(left, right, WIDTH, HEIGHT)
    if found is not None:
        for step in range(9):
            edge = found.edge(found.x0 + (found.x1 - found.x0) * step / 8)
            assert edge.top <= edge.bottom


@given(extents, extents)
def test_swapping_the_sides_mirrors_the_ribbon(left, right):
    one, other = ribbon(left, right, WIDTH, HEIGHT), ribbon(right, left, WIDTH, HEIGHT)
    assert (one is None) is (other is None)
    if one is not None and not one.is_stub:
        assert (one.start, one.end) == (other.end, other.start)
