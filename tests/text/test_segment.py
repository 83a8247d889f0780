"""Sentences and words: where they are cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.normalize import narrow
from desktop.text.numerals import quantities
from desktop.text.segment import (
    cuts_of,
    narrowed_tokens,
    remember_cuts,
    sentences,
    tokens,
)

PIECES = (
    "推进",
    "“一件事”",
    "改革",
    "。",
    "；",
    "，",
    "5.5%左右",
    "\n",
    "（",
    "）",
    "“",
    "　",
    "GDP",
    "!",
    "云川区",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join)


def cases(name: str) -> list[tuple[str, str, str]]:
    """Return name, text and what is expected of each case: parted by lines that hold a dot."""
    file = (Path(__file__).parent / "cases" / name).read_text("utf-8")
    parts = file.rstrip().removesuffix("\n.").split("\n.\n\n")
    blocks = [f"{block}\n.".split("\n.\n") for block in parts]
    return [(b[0].strip(), b[1], b[2].removesuffix("\n.")) for b in blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [c[1:] for c in cases("sentences.txt")],
    ids=[c[0] for c in cases("sentences.txt")],
)
def test_cuts_sentences(text: str, expected: str) -> None:
    assert [span.of(text) for span in sentences(text)] == expected.split("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [c[1:] for c in cases("tokens.txt")],
    ids=[c[0] for c in cases("tokens.txt")],
)
def test_cuts_tokens(text: str, expected: str) -> None:
    assert " / ".join(t.of(text).replace("\n", "⏎") for t in tokens(text)) == expected


@given(TEXTS)
def test_sentences_are_in_order_and_leave_out_only_blanks(text: str) -> None:
    at = 0
    for span in sentences(text):
        assert not text[at : span.start].strip("\u200b \u3000\n") or text[at : span.start].isspace()
        assert span.start < span.end
        at = span.end
    assert not text[at:].strip()


@given(TEXTS)
def test_tokens_cover_every_code_point_once(text: str) -> None:
    assert "".join(t.of(text) for t in tokens(text)) == text


@given(TEXTS)
def test_no_token_tears_an_amount(text: str) -> None:
    spans = set(tokens(text))
    assert all(quantity.span in spans for quantity in quantities(narrow(text)))


@given(TEXTS)
def test_cuts_that_are_told_are_those_that_are_made(text: str) -> None:
    told = cuts_of([text])
    made = [len(token) for token in narrowed_tokens(narrow(text))[1]]
    assert told.get(narrow(text), bytes(made)) == bytes(made)


def test_cuts_that_were_told_take_the_place_of_cutting() -> None:
    remember_cuts({"养老的床位": b"\x03\x02"})
    assert narrowed_tokens("养老的床位")[1] == ["养老的", "床位"]
    assert narrowed_tokens("养老的")[1] != ["养老的"]


def test_a_text_with_an_endless_word_is_not_told_of() -> None:
    assert cuts_of(["a" * 255, "b" * 256]).keys() == {"a" * 255}
