"""Ticks and rails of a ruler as numbers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.text.span import Span
from desktop.ui.panes.ticks import LEAST_TICK, rails_of, ticks_of

HEIGHT = 100.0


@st.composite
def passages(draw: st.DrawFn) -> list[Span]:
    """Return passages of one text in order and apart."""
    ends = sorted(draw(st.sets(st.integers(0, 400), min_size=2)))
    return [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]


def test_a_passage_is_as_high_as_its_share_of_the_text_less_a_gap() -> None:
    assert ticks_of([Span(10, 30)], 0.5, 1.0) == [(10, (5.0, 14.0))]


def test_a_short_passage_of_a_long_text_is_still_seen() -> None:
    ((_, (top, bottom)),) = ticks_of([Span(5_000, 5_001)], HEIGHT / 1_000_000, 1.0)
    assert bottom - top == LEAST_TICK


def test_the_last_of_those_that_fill_the_same_rows_is_kept() -> None:
    spans = [Span(at, at + 1) for at in range(0, 40, 4)]
    assert [start for start, _ in ticks_of(spans, 0.05, 1.0)] == [8, 28, 36]


def test_twice_the_rows_to_a_pixel_tell_more_apart() -> None:
    spans = [Span(at, at + 1) for at in range(0, 40, 4)]
    assert len(ticks_of(spans, 0.05, 2.0)) > len(ticks_of(spans, 0.05, 1.0))


@given(passages(), st.floats(0.01, 3.0))
def test_every_passage_is_in_a_tick_and_none_is_painted_twice(
    spans: list[Span], scale: float
) -> None:
    found = [piece for _, piece in ticks_of(spans, scale, 1.0)]
    tops = {round(top) for top, _ in found}
    assert {round(scale * span.start) for span in spans} == tops
    rows = [(round(top), round(bottom)) for top, bottom in found]
    assert all(one != other for one, other in pairwise(rows))


@given(passages(), st.floats(0.01, 3.0))
def test_rails_cover_what_is_open_and_keep_apart(spans: list[Span], scale: float) -> None:
    found = rails_of(spans, scale)
    assert all(other - one >= LEAST_TICK for (_, one), (other, _) in pairwise(found))
    for span in spans:
        assert any(top <= scale * span.start and scale * span.end <= end for top, end in found)
