"""Values as JSON and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.readers.wire import packed, unpacked
from desktop.report.model import Note, Part, Reason, Report, ReportKind, SetAside
from desktop.text.span import Span

# As a file may hold it: with lone surrogates.
TEXTS = st.text(st.characters(), max_size=30)
REPORTS = st.builds(
    Report,
    text=TEXTS,
    title=TEXTS,
    year=st.none() | st.integers(1949, 2100),
    kind=st.sampled_from(ReportKind),
    set_aside=st.lists(
        st.builds(SetAside, st.sampled_from(Reason), TEXTS, st.integers(0)), max_size=3
    ).map(tuple),
    notes=st.lists(st.builds(Note, TEXTS, TEXTS, TEXTS), max_size=3).map(tuple),
)


@given(REPORTS)
def test_a_report_comes_back_as_it_went(report: Report) -> None:
    assert unpacked(packed(report), Report) == report


def test_parts_come_back_as_they_went() -> None:
    parts = (Part("云川区", Span(0, 7), False), Part("望岳区", Span(7, 9), True))
    assert unpacked(packed(parts), tuple[Part, ...]) == parts


@given(
    st.binary(max_size=60)
    | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(packed)
)
def test_what_is_no_report_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of json, of an enum, of the value itself
        unpacked(data, Report)


def test_what_is_no_value_of_the_pipeline_does_not_leave() -> None:
    with pytest.raises(TypeError):
        packed(object())
