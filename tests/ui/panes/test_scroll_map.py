from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.panes.scroll_map import FASTEST, followed, level, longest_rise, pivot, scroll_map

points = st.lists(st.tuples(st.integers(1, 99), st.integers(1, 199)), max_size=9)


def test_linked_heights_are_level():
    found = scroll_map([(100, 300), (200, 320)], 1000, 900)
    assert found.to_right(100) == 300
    assert found.to_right(150) == 310
    assert found.to_left(320) == 200


def test_without_links_the_texts_run_from_end_to_end():
    found = scroll_map([], 1000, 500)
    assert [found.to_right(y) for y in (0, 400, 1000)] == [0, 200, 500]


def test_what_has_moved_gives_way_to_the_longest_chain():
    found = scroll_map([(100, 100), (200, 800), (300, 300), (400, 400)], 1000, 1000)
    assert (200, 800) not in found.points
    assert found.to_right(300) == 300


def test_the_pair_at_hand_is_level_even_where_it_has_moved():
    found = scroll_map([(100, 100), (300, 300), (400, 400)], 1000, 1000, through=(200, 800))
    assert found.to_right(200) == 800
    assert found.to_left(800) == 200
    assert (300, 300) not in found.points


@given(points)
def test_a_map_rises_on_both_sides_and_leads_back(pairs):
    found = scroll_map(pairs, 100.0, 200.0)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found.points))
    for y in range(0, 101, 10):
        assert found.to_left(found.to_right(y)) == pytest.approx(y)


@given(points)
def test_no_rising_chain_is_longer(pairs):
    def rises(chain):
        return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))

    found = longest_rise(pairs)
    unique = sorted(set(pairs))
    assert rises(found)
    assert set(found) <= set(unique)
    assert not any(rises(chain) for chain in combinations(unique, len(found) + 1))


def test_the_panes_are_level_at_the_middle_but_at_the_ends_of_the_text():
    assert pivot(0, 1000, 400) == 0
    assert pivot(100, 1000, 400) == 100
    assert pivot(500, 1000, 400) == 200
    assert pivot(1000, 1000, 400) == 400
    assert pivot(0, 0, 400) == 0
    assert pivot(100, 200, 400) == 200


def test_the_other_pane_follows_the_map_and_closes_a_gap_little_by_little():
    assert followed(500, 500, 530, 30) == 530
    assert followed(600, 500, 530, 30) == 615
    assert followed(490, 500, 530, 30) == 530


@given(st.floats(0, 5000), st.floats(0, 5000), st.floats(0, 5000), st.floats(-80, 80))
def test_the_other_pane_never_moves_faster_than_the_eye_can_follow(at, before, after, step):
    assert abs(followed(at, before, after, step) - at) <= FASTEST * abs(step) + 1e-9


@given(st.floats(0, 1000), st.floats(0, 1000), st.floats(1, 80))
def test_a_gap_is_closed_in_the_end(at, goal, step):
    for _ in range(int(2 * 1000 / step) + 2):
        at = followed(at, goal, goal, step)
    assert at == pytest.approx(goal)


def test_the_partner_comes_level_and_the_chosen_one_keeps_its_place():
    assert level(500, 900, (300, 0), (2000, 2000)) == (300, 700)


def test_where_the_partners_text_begins_too_late_the_chosen_one_moves():
    own, other = level(500, 50, (300, 0), (2000, 2000))
    assert other == 0
    assert 500 - own == 50 - other


def test_where_both_texts_end_the_scroll_values_stay_in_their_ranges():
    assert level(10, 5000, (0, 0), (100, 100)) == (0, 100)


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 4000), st.integers(0, 4000))
def test_two_heights_are_level_wherever_both_ranges_allow(chosen, partner, scroll, other):
    own, facing = level(chosen, partner, (scroll, other), (4000, 4000))
    assert 0 <= own <= 4000
    assert 0 <= facing <= 4000
    if 0 < own < 4000:
        assert chosen - own == partner - facing
