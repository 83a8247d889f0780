"""Folding: what becomes equal, and the way back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.normalize import fold, fold_text, narrow
from desktop.text.span import Span

TEXTS = st.text(
    st.characters(codec="utf-8") | st.sampled_from("政府　 \u00a0\n，。“”％５6.⻓⼤㎡①ﬁ\u200b𠮷")
)


def cases() -> list[tuple[str, str, str]]:
    """Return name, text and what is expected of each case: parted by lines that hold a dot."""
    lines = (Path(__file__).parent / "cases" / "fold.txt").read_text("utf-8").split("\n.\n")
    return [
        (name.strip(), text, expected)
        for name, text, expected in zip(lines[::3], lines[1::3], lines[2::3], strict=False)
    ]


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in cases()], ids=[c[0] for c in cases()]
)
def test_folds(text: str, expected: str) -> None:
    assert fold_text(text) == expected


@given(TEXTS)
def test_narrow_keeps_every_offset(text: str) -> None:
    assert len(narrow(text)) == len(text)


@given(TEXTS)
def test_fold_and_fold_text_agree(text: str) -> None:
    assert fold(text).text == fold_text(text)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(narrow(text)) == fold_text(text)
    assert narrow(narrow(text)) == narrow(text)


@given(TEXTS)
def test_every_folded_character_is_found_at_its_source(text: str) -> None:
    folded = fold(text)
    source = narrow(text)
    assert [source[folded.offsets.to_source(i)] for i in range(len(folded.text))] == list(
        folded.text
    )


@given(TEXTS)
def test_offsets_rise_and_map_inside_the_source(text: str) -> None:
    folded = fold(text)
    mapped = [folded.offsets.to_source(i) for i in range(len(folded.text) + 1)]
    assert mapped == sorted(mapped)
    assert all(0 <= offset <= len(text) for offset in mapped)


@given(TEXTS, st.data())
def test_a_folded_span_leads_to_text_that_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.offsets.span_to_source(Span(start, end))
    shown = iter(narrow(span.of(text)))
    assert all(char in shown for char in folded.text[start:end] if not char.isspace())


def test_all_white_space_but_line_ends_is_narrowed_to_a_blank() -> None:
    blanks = [c for c in map(chr, range(sys.maxunicode + 1)) if c.isspace() and c not in "\n\r"]
    assert {narrow(blank) for blank in blanks} == {" "}
