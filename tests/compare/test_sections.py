from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.model import SectionLink
from desktop.compare.sections import longest_chain

orders = st.lists(st.integers(0, 12), max_size=12)


def links(rights: list[int]) -> list[SectionLink]:
    return [SectionLink(left, right, 0.5) for left, right in enumerate(rights)]


@given(orders)
def test_a_chain_never_steps_back(rights: list[int]) -> None:
    chain = [link.right for link in longest_chain(links(rights))]
    assert chain == sorted(chain)


@given(orders)
def test_what_is_in_order_has_not_moved(rights: list[int]) -> None:
    in_order = links(sorted(rights))
    assert longest_chain(in_order) == in_order


def test_the_one_that_moved_is_left_out() -> None:
    chain = longest_chain(links([0, 5, 1, 2, 3]))
    assert [link.right for link in chain] == [0, 1, 2, 3]
