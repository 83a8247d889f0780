"""Letters go through a line whole and in order, and a copy ends alone."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import copying
from desktop.copying import ROOM, both_ends

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.copying import Connection

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there processes are copied")

FAULTY = """
import atexit, sys

from desktop.copying import copy_that

atexit.register(print, "ended")

def fail():
    raise ValueError("a bug")

process = copy_that(fail, ())
process.join()
print(process.exitcode, process.is_alive())
process.kill()
"""

FORGOTTEN = """
import signal

from desktop.copying import copy_that

signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # as some programs leave it to what they start
process = copy_that(signal.pause, ())
print(process.is_alive())
process.kill()
process.join()
print(process.is_alive())
"""


@pytest.fixture
def ends() -> Iterator[tuple[Connection, Connection]]:
    """Return both ends of a line."""
    here, there = both_ends(duplex=True)
    yield here, there
    here.close()
    there.close()


def said_by(script: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Run a script that copies itself: this process has threads, which no copy may have."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=root, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip


@given(st.lists(st.tuples(st.booleans(), st.binary(max_size=300)), max_size=20))
def test_letters_come_whole_and_in_order_on_both_ways(letters: list[tuple[bool, bytes]]) -> None:
    here, there = both_ends(duplex=True)
    for is_answer, letter in letters:
        (there if is_answer else here).send_bytes(letter)
    for taking, answers in ((there, False), (here, True)):
        for letter in (letter for is_answer, letter in letters if is_answer is answers):
            assert taking.poll()
            assert taking.recv_bytes() == letter
        assert not taking.poll()
    here.close()
    there.close()


def test_a_letter_waits_in_the_line_until_it_is_taken(ends: tuple[Connection, Connection]) -> None:
    here, there = ends
    letter = os.urandom(ROOM - copying.SIZE)
    sending = threading.Thread(target=here.send_bytes, args=(letter,))
    sending.start()
    sending.join(5)
    did_wait = sending.is_alive()
    assert there.recv_bytes() == letter
    assert not did_wait


def test_a_letter_that_is_longer_than_the_line_goes_in_pieces(
    ends: tuple[Connection, Connection],
) -> None:
    here, there = ends
    letter = os.urandom(3 * ROOM + 1)
    sending = threading.Thread(target=here.send_bytes, args=(letter,))
    sending.start()
    assert there.recv_bytes() == letter
    sending.join()


def test_a_line_is_as_long_as_the_system_grants(monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl  # noqa: PLC0415 - Windows does without

    def refuse(*_given: object) -> None:
        raise PermissionError

    monkeypatch.setattr(fcntl, "fcntl", refuse)
    here, there = both_ends(duplex=False)
    there.send_bytes(b"short")
    assert here.recv_bytes() == b"short"
    here.close()
    there.close()


def test_who_waits_for_a_letter_waits_as_long_as_was_said(
    ends: tuple[Connection, Connection],
) -> None:
    here, there = ends
    began = time.monotonic()
    assert not here.poll(0.05)
    assert time.monotonic() - began >= 0.05
    later = threading.Timer(0.05, there.send_bytes, (b"now",))
    later.start()
    assert here.poll(None)
    assert here.recv_bytes() == b"now"
    later.join()


def test_who_is_alone_on_a_line_hears_it(ends: tuple[Connection, Connection]) -> None:
    here, there = ends
    there.send_bytes(b"last")
    there.close()
    there.close()  # once is enough
    assert here.recv_bytes() == b"last"
    assert here.poll(None)
    with pytest.raises(EOFError):
        here.recv_bytes()
    with pytest.raises(BrokenPipeError):
        here.send_bytes(b"anybody?")


def test_a_letter_that_breaks_off_is_none(ends: tuple[Connection, Connection]) -> None:
    here, there = ends
    os.write(there._sends, (9).to_bytes(copying.SIZE, "big") + b"half")
    there.close()
    with pytest.raises(EOFError):
        here.recv_bytes()


def test_one_way_a_line_leads_from_the_second_end_to_the_first() -> None:
    here, there = both_ends(duplex=False)
    there.send_bytes(b"so")
    assert here.recv_bytes() == b"so"
    with pytest.raises(OSError, match="Bad file descriptor"):
        here.send_bytes(b"and back")
    here.close()
    there.close()


def test_a_length_that_is_nonsense_takes_no_memory(ends: tuple[Connection, Connection]) -> None:
    here, there = ends
    os.write(there._sends, b"\xff" * (copying.SIZE + 9))
    there.close()
    with pytest.raises(EOFError):
        here.recv_bytes()


def test_a_copy_that_the_system_forgets_has_ended_all_the_same(root: Path) -> None:
    assert said_by(FORGOTTEN, root).stdout.split() == ["True", "False"]


def test_what_goes_wrong_in_a_copy_is_printed_and_ends_it_alone(root: Path) -> None:
    done = said_by(FAULTY, root)
    assert done.stdout.splitlines() == ["1 False", "ended"]  # once: by us, not by the copy
    assert done.stderr.splitlines()[-1] == "ValueError: a bug"
