from __future__ import annotations

import pytest

from desktop.report.model import Role, Statement
from desktop.report.places import statement_at
from desktop.text.span import Span

SENTENCES = (Span(0, 10), Span(10, 30), Span(40, 50))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        pytest.param(10, 30, 1, id="as it was"),
        pytest.param(14, 30, 1, id="a heading was made of its first words"),
        pytest.param(0, 30, 1, id="the longer of two that were one"),
        pytest.param(2, 30, 1, id="most of it"),
        pytest.param(27, 40, None, id="its last words alone"),
        pytest.param(31, 39, None, id="where no sentence is"),
        pytest.param(50, 60, None, id="behind all"),
    ],
)
def test_a_sentence_is_found_where_more_than_half_of_it_was(
    start: int, end: int, found: int | None
) -> None:
    statements = [
        Statement(number, span, "", None, Role.PLAN) for number, span in enumerate(SENTENCES)
    ]
    at = statement_at(statements, Span(start, end))
    assert (None if at is None else at.id) == found
