"""How the command ends, whatever becomes of its output, and which processes it starts."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import main
from tests.cli.running import LEFT, RIGHT, ROOT


@pytest.mark.skipif(os.name != "posix", reason="a shell's pipe")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    call = [sys.executable, "-m", "desktop", "compare", str(LEFT), str(RIGHT), "--format", "json"]
    line = f"{shlex.join(call)} | head -c 10"
    run = subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert (len(run.stdout), run.stderr) == (10, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_an_output_that_has_no_room_is_told() -> None:
    call = [sys.executable, "-m", "desktop", "--language", "en", "outline", str(LEFT)]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(call, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 2
    assert run.stderr.count(b"\n") == 1
    assert run.stderr.startswith(b"duikan: The result cannot be written")


@pytest.mark.skipif(os.name != "posix", reason="a shell's way to close what is written to")
def test_what_is_closed_is_told_where_it_can_be() -> None:
    call = shlex.join([sys.executable, "-m", "desktop", "outline", str(LEFT)])
    line = f"{call} >&-; echo $?; {call} nothing 2>&-; echo $?; {call} >&- 2>&-; echo $?"
    run = subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert run.stdout == b"2\n" * 3
    assert run.stderr.startswith(b"duikan: The result cannot be written")
    assert run.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="consoles of Windows have all letters")
def test_a_terminal_without_some_letters_shows_the_others() -> None:
    ours, theirs = os.openpty()
    call = [sys.executable, "-m", "desktop", "outline", str(LEFT), "--language", "en"]
    terminal = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    run = subprocess.run(
        call, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, env=terminal, check=False
    )
    os.close(theirs)
    assert (run.returncode, run.stderr) == (0, b"")
    assert "2023 \xb7 work report".encode("latin-1") in os.read(ours, 10_000)
    os.close(ours)


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(main.__globals__["COMMANDS"], "outline", broken)
    with pytest.raises(ZeroDivisionError):
        main(["outline", str(LEFT)])


def test_text_is_read_without_a_process_of_its_own() -> None:
    """What makes the program start slowly stays away from those who do not need it."""
    program = "import sys; from desktop.cli import main; main(sys.argv[1:]);"
    program += "print(*{'lxml', 'pypdfium2', 'docx', 'multiprocessing.popen_spawn_posix'}"
    program += " & set(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program, "outline", RIGHT],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr.split() == []


def test_other_formats_are_read_in_a_process_of_their_own(tmp_path: Path) -> None:
    report = tmp_path / "report.rtf"
    report.write_bytes(rb"{\rtf1\ansi \u25919?\u21578?\par " + rb"\u26032?\u24314?" * 9 + b"}")
    program = "import sys; from desktop.cli import main; main(sys.argv[1:]);"
    program += "print(*{'striprtf', 'lxml'} & set(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program, "outline", report],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout
    assert done.stderr.split() == []
