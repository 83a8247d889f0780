"""A file that is being exported is the old one or the new one, whenever the program dies."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

from desktop.writers import write
from desktop.writers.contents import Look
from desktop.writers.document import Document, Sheet, Style, paragraph
from desktop.writers.formats import set_document

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 100


def report(words: str) -> bytes:
    blocks = tuple(paragraph(Style.BODY, f"{words}{number}。") for number in range(400))
    return set_document(Document(words, "zh", (Sheet(blocks),)), "docx", Look.OFFICIAL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_a_hundred_kills_leave_no_half_file(tmp_path: Path) -> None:
    first, second = report("旧"), report("新")
    target = tmp_path / "对照表.docx"
    target.write_bytes(first)
    chance = random.Random(100)  # noqa: S311 - kills need no secrecy
    changes = 0
    before = first
    for _ in range(KILLS):
        child = os.fork()
        if child == 0:
            while True:
                write(target, second, overwrite=True)
                write(target, first, overwrite=True)
        time.sleep(chance.uniform(0.001, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = target.read_bytes()
        assert found in (first, second)
        changes += found != before
        before = found
    assert changes  # the kills fell into the writing
    leftovers = [path for path in tmp_path.iterdir() if path.name.endswith(".part")]
    assert len(leftovers) <= KILLS
