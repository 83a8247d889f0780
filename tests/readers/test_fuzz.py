"""Mutated files are read or refused; `python3 dev.py fuzz` does the same a hundred thousand times.

Here are fewer, so that the gate stays short: 10,000 of each format in CI (110,000 files, about
a minute on two cores), 200 at the desk.
"""

from __future__ import annotations

import os
import random
import sys

import pytest

from tests.readers.fuzz import fuzz, mutated
from tests.readers.samples import SAMPLES

COUNT = 10_000 if os.environ.get("CI") else 200
SEED = 4


@pytest.mark.skipif(sys.platform == "win32", reason="the limits of its processes are POSIX")
def test_nothing_but_a_sentence_comes_of_a_mutated_file() -> None:
    assert fuzz(list(SAMPLES), COUNT, SEED) == {suffix: [] for suffix in SAMPLES}


@pytest.mark.parametrize("suffix", SAMPLES)
def test_mutations_differ_and_can_be_made_again(suffix: str) -> None:
    data = SAMPLES[suffix]()
    first, again = (
        [mutated(data, suffix, chance) for _ in range(20)]
        for chance in (random.Random(1), random.Random(1))  # noqa: S311 - no secret
    )
    if suffix not in ("docx", "odt"):  # an archive holds the time
        assert first == again
    assert len(set(first)) > 10
