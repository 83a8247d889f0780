"""The numbers that a review tells, each with what it measures."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.report.promises.targets import extract_targets
from desktop.text.normalize import narrow
from desktop.text.span import Span

if TYPE_CHECKING:
    from desktop.report.model import Statement, Target

DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1 << 10)  # one may tell of several promises, and is read for the table too
def told_numbers(statement: Statement) -> tuple[Target, ...]:
    """Return the numbers of a sentence that promises nothing; their spans count in the report."""
    if not DIGIT.search(statement.text):
        return ()
    text = narrow(statement.text)
    start = statement.span.start
    found = extract_targets(text, Span(0, len(text)), None)
    return tuple(replace(one, span=one.span.shifted(start)) for one in found)
