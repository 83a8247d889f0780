"""Reading in a process of its own: the limits, and what is left when it is over."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from desktop.compiled import place
from desktop.errors import Cancelled, ReadError
from desktop.readers import child, formats
from desktop.readers.formats import KINDS
from desktop.readers.limits import LIMITS, MEGABYTE, Limits
from desktop.readers.report import list_reports, read_report
from desktop.readers.safely import SafeReader

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 20.0  # seconds; what is waited for happens at once unless it never happens
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

HOLDS_A_CHILD = """
import sys, time
from pathlib import Path
from desktop.readers.safely import SafeReader

if __name__ == "__main__":
    reader = SafeReader()
    reader.read(Path(sys.argv[1]))
    print(reader.pid, reader._running.folder, flush=True)
    time.sleep(float(sys.argv[2]))
"""
READS_FROM_A_LARGE_WINDOW = """
import sys
from pathlib import Path
from desktop.readers.limits import Limits
from desktop.readers.safely import SafeReader

if __name__ == "__main__":
    window = b"1" * 400_000_000
    with SafeReader(Limits(memory_bytes=600_000_000)) as reader:
        for _ in range(2):
            reader.read(Path(sys.argv[1]))
            print(reader.pid)
"""
READS_AND_KEEPS = """
import sys
from pathlib import Path
from desktop.readers.safely import SafeReader

if __name__ == "__main__":
    with SafeReader() as reader:
        reader.read(Path(sys.argv[1]))
"""
COUNTS_WHAT_IS_COMPILED = """
import re, sys
from pathlib import Path
from desktop.compiled import recall_compiled

recall_compiled("reader")
many, compile_one = [], re._compiler.compile
re._compiler.compile = lambda *given: many.append(given) or compile_one(*given)
from desktop.readers.report import read_report
read_report(Path(sys.argv[1]))
print(len(many))
"""
OUT_OF_MEMORY = 7
ASKS_FOR_MEMORY = f"""
import sys
from desktop.readers.confine import confine_myself
from desktop.readers.limits import Limits

confine_myself(Limits(memory_bytes=int(sys.argv[1])))
try:
    bytes(500_000_000)
except MemoryError:
    sys.exit({OUT_OF_MEMORY})
"""
TELLS_ITS_MODULES = """
import sys
from desktop.readers import child

if __name__ == "__main__":
    print(*sys.modules)
"""

READS = """
import sys
from pathlib import Path
from desktop.readers.report import read_report

read_report(Path(sys.argv[1]))
print(*sys.modules)
"""


@pytest.fixture
def reader() -> Iterator[SafeReader]:
    with SafeReader() as made:
        yield made


@pytest.fixture
def report(seeds: Path) -> Path:
    return seeds / "yunchuan_2024_work_report.txt"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a folder for temporary files, which is empty again at its end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def is_running(pid: int) -> bool:
    """Say whether a process runs; one that only waits to be counted does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def soon(is_so: object) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if is_so():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


def refusal(reader: SafeReader, path: Path, **options: object) -> str:
    with pytest.raises(ReadError) as caught:
        reader.read(path, **options)  # type: ignore[arg-type]
    error = caught.value
    assert path.name in error.en
    assert path.name in error.zh
    assert error.en.endswith(".")
    assert error.zh.endswith("。")
    return error.en


def test_the_process_reads_as_this_one_does(reader: SafeReader, seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        assert reader.read(path) == read_report(path)
        assert reader.parts(path) == list_reports(path)


def test_a_file_that_was_read_ahead_is_there_at_once(
    reader: SafeReader, report: Path, tmp_path: Path
) -> None:
    file = tmp_path / "报告.txt"
    shutil.copy(report, file)
    expected = reader.read(file)
    reader.read_ahead(file)
    reader.close()
    assert reader.read(file) == expected
    assert reader.pid is None
    assert reader.read(file) == expected
    assert reader.pid


def test_of_files_that_were_read_ahead_the_last_two_are_kept(
    reader: SafeReader, report: Path, tmp_path: Path
) -> None:
    files = [tmp_path / f"报告{number}.txt" for number in range(3)]
    for file in files:
        shutil.copy(report, file)
        reader.read_ahead(file)
    reader.close()
    for file in files[1:]:
        assert reader.read(file).source == str(file)
    assert reader.pid is None
    assert reader.read(files[0]).source == str(files[0])
    assert reader.pid  # this one was read once more


def test_who_reads_ahead_can_end_it(reader: SafeReader, report: Path) -> None:
    def end(_share: float) -> None:
        raise Cancelled

    assert reader.read_ahead(report, end) is None
    assert reader.read(report) == read_report(report)


def test_a_file_that_was_read_ahead_and_has_changed_is_read_again(
    reader: SafeReader, report: Path, tmp_path: Path
) -> None:
    file = tmp_path / "报告.txt"
    file.write_text("二〇二四年政府工作报告", encoding="utf-8")
    reader.read_ahead(file)
    shutil.copy(report, file)
    assert reader.read(file).text == read_report(report).text


def test_a_file_that_was_read_ahead_is_read_again_with_another_encoding(
    reader: SafeReader, report: Path
) -> None:
    reader.read_ahead(report)
    assert reader.read(report, encoding="gb18030").encoding == "gb18030"


@pytest.fixture
def ahead(reader: SafeReader, report: Path) -> Iterator[Thread]:
    """Return the thread that reads a report ahead, with a process that has been halted."""
    reader.warm()
    pid = reader.pid or 0
    os.kill(pid, signal.SIGSTOP)
    thread = Thread(target=reader.read_ahead, args=(report,))
    thread.start()
    assert soon(reader._turn.locked)
    yield thread
    if reader.pid == pid:
        os.kill(pid, signal.SIGCONT)
    thread.join(PATIENCE)


@POSIX
def test_a_file_that_is_being_read_ahead_is_not_read_twice(
    reader: SafeReader, report: Path, ahead: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    answer = reader._answer
    monkeypatch.setattr(reader, "_answer", lambda *given: asked.append(given) or answer(*given))
    pid = reader.pid or 0

    def go_on(_share: float) -> None:
        os.kill(pid, signal.SIGCONT)

    assert reader.read(report, tick=go_on) == read_report(report)
    assert asked == []
    ahead.join(PATIENCE)


@POSIX
def test_who_waits_for_what_is_read_ahead_can_give_it_up(
    reader: SafeReader, report: Path, ahead: Thread
) -> None:
    def cancel(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        reader.read(report, tick=cancel)
    assert ahead.is_alive()
    assert reader.pid is not None


@POSIX
def test_closing_does_not_wait_for_what_is_read_ahead(
    reader: SafeReader, report: Path, ahead: Thread
) -> None:
    closing = Thread(target=reader.close)
    closing.start()
    closing.join(PATIENCE)
    assert not closing.is_alive()
    assert soon(lambda: not ahead.is_alive())
    reader.read_ahead(report)
    assert reader.pid is None


def test_a_process_that_cannot_be_started_leaves_no_folder(
    reader: SafeReader, report: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_process: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(BaseProcess, "start", refuse)
    with pytest.raises(ReadError, match="could not be started"):
        reader.read(report)
    assert list(temporary.iterdir()) == []


def test_what_is_wrong_with_a_file_that_was_read_ahead_is_told_when_it_is_read(
    reader: SafeReader, tmp_path: Path
) -> None:
    file = tmp_path / "无.txt"
    reader.read_ahead(file)
    assert "There is no file" in refusal(reader, file)


@pytest.mark.parametrize(
    ("is_known", "waits", "loaded"), [(True, True, ()), (True, False, KINDS), (False, True, KINDS)]
)
def test_a_file_that_waits_is_not_kept_waiting_for_other_formats(
    monkeypatch: pytest.MonkeyPatch, is_known: bool, waits: bool, loaded: tuple[str, ...]
) -> None:
    monkeypatch.setattr(child, "AT_EASE", 0.0)
    seen: list[str] = []
    monkeypatch.setattr(formats, "reader_of", seen.append)
    requests, ours = multiprocessing.Pipe()
    if waits:
        ours.send_bytes(b"[]")
    child._load(requests, is_known=is_known)
    assert tuple(seen) == loaded


@pytest.mark.skipif(
    sys.version_info[:2] not in place.TRIED, reason="nothing is kept in this Python"
)
def test_what_reads_any_file_is_compiled_once(report: Path, root: Path, tmp_path: Path) -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", script, str(report)],
            cwd=root, capture_output=True, text=True, check=True,
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)},
        ).stdout
        for script in (COUNTS_WHAT_IS_COMPILED, READS_AND_KEEPS, COUNTS_WHAT_IS_COMPILED)
    ]  # fmt: skip
    assert int(said[0]) > 20
    assert int(said[2]) <= 2  # which a report needs that says where it was made


def test_a_format_is_read_without_loading_the_others(seeds: Path, root: Path) -> None:
    path = next((seeds / "formats").glob("*.docx"))
    command = [sys.executable, "-c", READS, str(path)]
    loaded = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    read = {name for name in KINDS if f"desktop.readers.{name}" in loaded.split()}
    assert read == {"docx"}


def test_one_report_of_a_compendium(reader: SafeReader, seeds: Path) -> None:
    path = seeds / "yunchuan_compendium.txt#望岳区"
    assert reader.read(path) == read_report(path)


def test_the_second_file_has_the_same_process(reader: SafeReader, report: Path) -> None:
    reader.read(report)
    pid = reader.pid
    reader.read(report)
    assert reader.pid == pid


def test_a_refusal_is_that_of_the_reader(reader: SafeReader, tmp_path: Path, report: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(ReadError) as here:
        read_report(empty)
    reader.read(report)
    pid = reader.pid
    assert refusal(reader, empty) == here.value.en
    assert reader.pid == pid


def test_names_are_seen_from_the_folder_that_the_program_stands_in(
    reader: SafeReader, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.warm()
    (tmp_path / "near.txt").write_bytes(report.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert reader.read(Path("near.txt")).source == "near.txt"


@POSIX
def test_names_that_are_no_unicode(reader: SafeReader, report: Path, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(bytes(tmp_path) + b"/\xff\xfe.txt"))
    odd.write_bytes(report.read_bytes())
    assert reader.read(odd).source == str(odd)


def test_a_file_over_the_limit_is_not_even_opened(reader: SafeReader, tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(LIMITS.file_bytes + 1)
    assert "100 MB" in refusal(reader, large)
    assert reader.pid is None


@POSIX
def test_time_is_limited(report: Path) -> None:
    """The same file with and without a limit: without one the outcome is another."""
    with SafeReader(Limits(seconds=0.0, seconds_per_megabyte=0.0)) as hurried:
        hurried.warm()
        os.kill(hurried.pid or 0, signal.SIGSTOP)
        assert "0 seconds" in refusal(hurried, report)
        assert hurried.pid is None
    with SafeReader() as patient:
        patient.warm()
        os.kill(patient.pid or 0, signal.SIGSTOP)
        pid = patient.pid or 0

        def go_on(_share: float) -> None:
            os.kill(pid, signal.SIGCONT)

        assert patient.read(report, tick=go_on) == read_report(report)


@LINUX
def test_memory_is_limited(root: Path) -> None:
    """The same request with and without a limit: without one the outcome is another."""
    said = {
        limit: subprocess.run(
            [sys.executable, "-c", ASKS_FOR_MEMORY, str(limit * MEGABYTE)],
            cwd=root, check=False,
        ).returncode
        for limit in (400, 1_500)
    }  # fmt: skip
    assert said == {400: OUT_OF_MEMORY, 1_500: 0}


@LINUX
def test_what_the_window_has_is_not_counted_with_what_the_process_had(
    root: Path, report: Path
) -> None:
    call = [sys.executable, "-c", READS_FROM_A_LARGE_WINDOW, report]
    first, second = subprocess.check_output(call, cwd=root, text=True).split()
    assert first == second != "None"


@POSIX
@pytest.mark.parametrize("fault", ["SIGABRT", "SIGSEGV", "SIGKILL"])
def test_a_file_that_takes_the_process_down_is_refused_and_the_next_is_read(
    reader: SafeReader, report: Path, fault: str
) -> None:
    reader.warm()
    pid = reader.pid or 0
    os.kill(pid, signal.SIGSTOP)

    def crash(_share: float) -> None:
        os.kill(pid, getattr(signal, fault))
        os.kill(pid, signal.SIGCONT)

    assert "1,500 MB" in refusal(reader, report, tick=crash)
    assert reader.read(report) == read_report(report)
    assert reader.pid != pid


@POSIX
def test_a_process_that_died_in_its_sleep_is_replaced(reader: SafeReader, report: Path) -> None:
    reader.warm()
    process = reader._running.process  # type: ignore[union-attr]
    os.kill(reader.pid or 0, signal.SIGKILL)
    process.join()
    assert reader.read(report) == read_report(report)


@POSIX
def test_reading_can_be_cancelled(reader: SafeReader, report: Path) -> None:
    reader.warm()
    os.kill(reader.pid or 0, signal.SIGSTOP)

    def cancel(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        reader.read(report, tick=cancel)
    assert reader.pid is None
    assert reader.read(report) == read_report(report)


@LINUX
@pytest.mark.parametrize("end", ["exit", "SIGTERM", "SIGKILL"])
def test_nothing_is_left_when_the_program_ends(
    report: Path, root: Path, tmp_path: Path, temporary: Path, end: str
) -> None:
    script = tmp_path / "holds.py"
    script.write_text(HOLDS_A_CHILD, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, script, report, "0" if end == "exit" else "600"],
        env=os.environ | {"PYTHONPATH": str(root)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with program:
        assert program.stdout
        pid, folder = program.stdout.readline().split()
        if end != "exit":
            assert is_running(int(pid))
            assert Path(folder).is_relative_to(temporary)
            program.send_signal(getattr(signal, end))
    assert soon(lambda: not is_running(int(pid)))
    assert soon(lambda: not any(temporary.iterdir()))


@LINUX
def test_what_the_process_started_ends_with_it(reader: SafeReader, report: Path) -> None:
    """As the office suite that turns a .doc into text would."""
    reader.read(report)
    assert os.getpgid(reader.pid or 0) == reader.pid


def test_the_process_knows_no_window(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TELLS_ITS_MODULES],
        cwd=root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert "desktop.readers" in loaded
    assert not {name for name in loaded if name.startswith(("PySide6", "desktop.ui", "sqlite3"))}


def test_threads_wait_for_each_other(reader: SafeReader, seeds: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    paths = sorted(seeds.glob("*.txt")) * 3
    with ThreadPoolExecutor(3) as pool:
        assert [r.text for r in pool.map(reader.read, paths)] == [
            read_report(path).text for path in paths
        ]
