"""Numbers: value, unit, qualifier, and what is none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.text.normalize import narrow
from desktop.text.numerals import QUALIFIERS, quantities
from desktop.text.quantity import Comparator, Quantity
from desktop.text.units import UNITS, in_base_unit

MULTIPLES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


def cases() -> list[tuple[str, str, str]]:
    """Return name, text and what is expected of each case: parted by lines that hold a dot."""
    file = (Path(__file__).parent / "cases" / "numerals.txt").read_text("utf-8")
    found = []
    text = file.replace("\n.\n.\n", "\n.\n\n.\n")
    for block in text.rstrip().removesuffix("\n.").split("\n.\n\n"):
        name, text, expected = f"{block}\n.\n".split("\n.\n")[:3]
        found.append((name.strip(), text, expected.strip()))
    return found


def shown(text: str, quantity: Quantity) -> str:
    """Return a quantity as the cases write it."""

    def amount(value: float, high: float | None, unit: str) -> str:
        return f"{value:.12g}{'' if high is None else f'-{high:.12g}'} {unit}".strip()

    low = in_base_unit(quantity.value, quantity.unit)
    high = None if quantity.high is None else in_base_unit(quantity.high, quantity.unit)

    return " | ".join(
        (
            quantity.span.of(text),
            amount(quantity.value, quantity.high, quantity.unit),
            quantity.comparator.value,
            amount(low, high, quantity.base_unit),
        )
    )


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in cases()], ids=[c[0] for c in cases()]
)
def test_reads(text: str, expected: str) -> None:
    assert "\n".join(shown(text, q) for q in quantities(narrow(text))) == expected


@given(st.text(st.sampled_from("0123456789一二三十百千万亿.%元个至-—年月第约以上左右，增长")))
@example(text="0亿亿万")
def test_amounts_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = quantities(narrow(text))
    for quantity in found:
        assert quantity.span.start <= quantity.number.start < quantity.number.end
        assert quantity.number.end <= quantity.span.end <= len(text)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start


@given(st.integers(1, 9999), st.sampled_from(sorted(MULTIPLES)))
def test_a_multiplier_multiplies(number: int, multiplier: str) -> None:
    (quantity,) = quantities(f"投资{number}{multiplier}元。")
    assert in_base_unit(quantity.value, quantity.unit) == number * MULTIPLES[multiplier]
    assert (quantity.value, quantity.unit) == (number, f"{multiplier}元")


@given(st.integers(1, 99), st.integers(1, 99))
def test_a_range_has_two_ends(low: int, high: int) -> None:
    (quantity,) = quantities(f"引进{low}-{high}家")
    assert (quantity.value, quantity.high, quantity.unit) == (low, high, "家")


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_every_unit_is_read(unit: str) -> None:
    (quantity,) = quantities(f"压缩到30{unit}以内。")
    assert (quantity.value, quantity.unit, quantity.comparator) == (30.0, unit, Comparator.AT_MOST)


@pytest.mark.parametrize("word", [word for word in QUALIFIERS if word != "内"])  # 市内: where
def test_every_qualifier_is_read(word: str) -> None:
    read = [*quantities(f"完成{word}30家。"), *quantities(f"完成30家{word}。")]
    assert {quantity.comparator for quantity in read} > {Comparator.COUNT}
