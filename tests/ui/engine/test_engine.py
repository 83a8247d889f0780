"""The process that computes for the window: as this one does, and whatever happens to it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise
from threading import Event, Thread, current_thread
from typing import TYPE_CHECKING, Any, cast

import pytest

from desktop.compare.compare import compare
from desktop.compare.findings import Findings
from desktop.compare.options import DEFAULT
from desktop.compare.target_table import target_table
from desktop.compare.wording import wording
from desktop.errors import Cancelled, UserError
from desktop.paths import seed
from desktop.readers.report import read_report
from desktop.report.compendium import split_reports
from desktop.report.corrections import Correction, CorrectionKind
from desktop.report.model import Report
from desktop.report.parse import parse_report
from desktop.report.preflight import preflight
from desktop.ui.engine import client as engines
from desktop.ui.engine import process as engine_process
from desktop.ui.engine.client import Engine
from desktop.ui.engine.process import IDLE_SECONDS, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from desktop.compare.model import Comparison
    from desktop.report.model import ParsedReport

Pair = tuple["Report", "Report"]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs the signals of Linux")
PATIENCE = 20.0  # seconds; what is waited for happens within two unless it never happens
NOTHING_CORRECTED: tuple[tuple[()], tuple[()]] = ((), ())

ENDS_WITHOUT_A_WORD = """
import os, signal
from pathlib import Path
from desktop.readers.safely import SafeReader
from desktop.ui.engine.client import Engine
from desktop.ui.start import started_processes

def anew():
    reader, engine = SafeReader(), Engine()
    reader.warm()
    engine.warm()
    return reader, engine

def copied():
    return started_processes([Path(__file__)])

if __name__ == "__main__":
    reader, engine = HOW()
    print(reader.pid, engine.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""

GOES_AHEAD = """
import sys, time
from pathlib import Path
from desktop.ui.start import started_processes

if __name__ == "__main__":
    *pair, missing = map(Path, sys.argv[1:])
    reader, engine = started_processes([*pair, missing])
    until = time.monotonic() + 60
    while engine._last is None and time.monotonic() < until:
        time.sleep(0.01)
    print(*(reader.read(file) in engine._parts for file in pair))
    _, found = engine._last
    print(found.left.report.year, found.right.report.year)
    reader.close()
    engine.close()
"""

TELLS_ITS_MODULES = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from desktop.ui.app import open_desk
from desktop.ui.settings import Settings
from desktop.text.words import word_at
from desktop.ui.start import started_processes

if __name__ == "__main__":
    folder, *pair = map(Path, sys.argv[1:])
    settings = Settings(folder / "settings.ini")
    processes = started_processes(pair)
    with open_desk(folder / "library.sqlite", settings, None, processes, pair) as window:
        window.show()
        loop = QEventLoop()
        window.session.findings_changed.connect(loop.quit)
        window.session.failed.connect(lambda error: sys.exit(str(error)))
        QTimer.singleShot(60_000, loop.quit)
        loop.exec()
        window.session.step(1)
        for _ in range(10):
            QTimer.singleShot(20, loop.quit)
            loop.exec()
        assert window.session.current_row is not None
        parsed = window.session.comparison.left
        at = parsed.commitments[1].span.start  # behind another sentence of its paragraph
        first = parsed.report.text.rfind("\\n", 0, at) + 1
        paragraph = parsed.report.text[first:].partition("\\n")[0]
        assert first < at and word_at(paragraph, at - first)  # as a double click asks for
        print(*sorted(sys.modules))
"""


def no_tick(_share: float) -> None:
    """Take no notice."""


@pytest.fixture(scope="module")
def reports() -> Pair:
    """Return the sample pair."""
    left, right = (read_report(seed(f"yunchuan_{year}_work_report.txt")) for year in (2023, 2024))
    return left, right


@pytest.fixture(scope="module")
def here(reports: Pair) -> Comparison:
    """Return what this process makes of the sample pair."""
    return compare(*map(parse_report, reports))


@pytest.fixture
def own() -> Iterator[Engine]:
    """Return an engine that may come to harm."""
    made = Engine()
    yield made
    made.close()


def compared(engine: Engine, reports: Pair) -> Comparison:
    return engine.compare(reports, NOTHING_CORRECTED, DEFAULT, no_tick)


def cancel(_share: float) -> None:
    raise Cancelled


def test_the_process_computes_as_this_one_does(
    engine: Engine, reports: Pair, here: Comparison
) -> None:
    assert compared(engine, reports) == here
    terms = wording(here.left, here.right)
    assert engine.find(here, None, no_tick) == Findings(target_table(here), terms)
    assert engine.find(here, terms[:1], no_tick).terms == terms[:1]
    assert engine.parts(reports[0], no_tick) == split_reports(reports[0].text)
    assert engine.look_over(reports[0], no_tick) == preflight(parse_report(reports[0]))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """Return what is parsed in this process from now on."""
    found: list[Report] = []

    def noted(report: Report, corrections: tuple[Correction, ...]) -> ParsedReport:
        found.append(report)
        return parse_report(report, corrections)

    monkeypatch.setattr(engine_process, "parse_report", noted)
    engine_process._parsed.cache_clear()
    return found


class Line:
    """The end of a line at which all that is told is heard, and nothing else is asked."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []

    def poll(self) -> bool:
        return False

    def send_bytes(self, letter: bytes) -> None:
        self.heard.append(letter)


def worker_on(line: object) -> Worker:
    return Worker(cast("Connection", line))


def test_one_report_is_parsed_while_the_next_is_read(reports: Pair, parsed: list[Report]) -> None:
    line = Line()
    worker = worker_on(line)
    worker.answer("parts", reports[:1])
    assert parsed == []  # whoever asked has the answer first
    for _ in range(2):
        worker.go_ahead()
        assert parsed == [reports[0]]
    worker.answer("compare", (*reports, NOTHING_CORRECTED, DEFAULT))
    assert parsed == list(reports)
    assert line.heard


def test_a_text_of_which_one_report_is_yet_to_be_chosen_is_not_parsed(
    parsed: list[Report],
) -> None:
    worker = worker_on(Line())
    worker.answer("parts", (read_report(seed("yunchuan_compendium.txt")),))
    worker.go_ahead()
    assert parsed == []


def test_findings_are_those_of_the_pair_that_is_asked_for(own: Engine, reports: Pair) -> None:
    first, swapped = compared(own, reports), compared(own, reports[::-1])
    for asked in (swapped, first):  # the process keeps the one and is sent the other
        found = own.find(asked, None, no_tick)
        assert found == Findings(target_table(asked), wording(asked.left, asked.right))


def test_findings_after_a_comparison_that_was_stopped_are_those_of_the_one_before(
    own: Engine, reports: Pair, here: Comparison
) -> None:
    def stop(share: float) -> None:
        if share == 1.0:  # the process is about to keep the other pair, or has
            raise Cancelled

    now = compared(own, reports)
    with pytest.raises(Cancelled):
        own.compare(reports[::-1], NOTHING_CORRECTED, DEFAULT, stop)
    assert own.find(now, None, no_tick).targets == target_table(here)


def test_a_correction_of_one_side_is_taken_up(own: Engine, reports: Pair) -> None:
    compared(own, reports)
    title = Correction(CorrectionKind.TITLE, value="另一个题目")
    now = own.compare(reports, ((), (title,)), DEFAULT, no_tick)
    assert now.left == parse_report(reports[0])
    assert now.right == parse_report(reports[1], (title,))


@LINUX
def test_what_was_compared_last_is_there_at_once(own: Engine, reports: Pair) -> None:
    now = compared(own, reports)
    os.kill(own.pid or 0, signal.SIGSTOP)  # whoever asked the process would wait
    again = tuple(replace(report) for report in reports)
    assert compared(own, (again[0], again[1])) is now
    os.kill(own.pid or 0, signal.SIGCONT)
    assert compared(own, reports[::-1]).left == now.right
    assert compared(own, reports) == now


def test_progress_rises_to_the_whole(engine: Engine, reports: Pair) -> None:
    shares: list[float] = []
    engine.compare(reports, NOTHING_CORRECTED, DEFAULT, shares.append)
    told = [share for share in shares if share]
    assert all(a <= b for a, b in pairwise(told))
    assert told[-1] == 1.0


def test_what_is_cancelled_stops_and_the_process_goes_on(own: Engine, reports: Pair) -> None:
    compared(own, reports)
    pid = own.pid
    for _ in range(3):
        with pytest.raises(Cancelled):
            own.compare(reports[::-1], NOTHING_CORRECTED, DEFAULT, cancel)
    assert own.parts(reports[0], no_tick) == split_reports(reports[0].text)
    assert own.pid == pid


@LINUX
def test_work_that_does_not_stop_is_ended_with_its_process(
    own: Engine, reports: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "STOPPING_SECONDS", 0.1)
    own.parts(reports[0], no_tick)
    pid = own.pid
    os.kill(pid or 0, signal.SIGSTOP)
    with pytest.raises(Cancelled):
        own.compare(reports, NOTHING_CORRECTED, DEFAULT, cancel)
    assert own.parts(reports[0], no_tick) == split_reports(reports[0].text)
    assert own.pid != pid


@LINUX
def test_a_process_that_dies_at_work_is_told_of_in_one_sentence_and_replaced(
    own: Engine, reports: Pair, here: Comparison
) -> None:
    def kill(_share: float) -> None:
        if own.pid is not None:
            os.kill(own.pid, signal.SIGKILL)

    with pytest.raises(UserError, match="try again") as told:
        own.compare(reports, NOTHING_CORRECTED, DEFAULT, kill)
    assert "重试" in told.value.zh
    assert compared(own, reports) == here


@LINUX
def test_a_process_that_died_in_its_sleep_is_replaced(
    own: Engine, reports: Pair, here: Comparison
) -> None:
    compared(own, reports)
    os.kill(own.pid or 0, signal.SIGKILL)
    assert soon(lambda: not is_running(own.pid or 0))
    assert compared(own, reports) == here


def test_a_process_that_cannot_be_started_is_told_of_in_one_sentence(
    own: Engine, reports: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError("no memory")

    monkeypatch.setattr(engines, "_started", refuse)
    with pytest.raises(UserError, match="could not be started"):
        compared(own, reports)


def test_a_bug_comes_with_the_trace_of_where_it_is(own: Engine) -> None:
    broken: Any = None
    with pytest.raises(AttributeError) as told:
        own.look_over(broken, no_tick)
    assert any("in parse_report" in note for note in told.value.__notes__)


def test_a_bug_that_is_the_systems_error_is_no_broken_line(
    own: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_given: object) -> tuple[bytes, object]:
        return engines.FAULT, FileNotFoundError("a resource that is missing")

    monkeypatch.setattr(engines, "_answer", answer)
    with pytest.raises(FileNotFoundError):
        own.look_over(Report("云川区"), no_tick)
    assert own.pid is not None


@LINUX
def test_what_is_searched_for_is_not_kept(
    own: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Patterns of the program are, compiled, for the next start; they may name no secret."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    own.find_pattern(r"谈判底线\d+", ("谈判底线3",), no_tick)
    time.sleep(2 * IDLE_SECONDS)
    own.parts(Report("一"), no_tick)  # it has been idle, and answers again
    kept = list(tmp_path.rglob("patterns-engine*"))
    assert not any("谈判底线" in file.read_text("utf-8", "surrogatepass") for file in kept)


def test_whatever_a_tick_raises_leaves_no_answer_for_the_next(own: Engine, reports: Pair) -> None:
    def fail(_share: float) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        own.compare(reports, NOTHING_CORRECTED, DEFAULT, fail)
    assert own.parts(reports[0], no_tick) == split_reports(reports[0].text)


def test_what_the_last_two_reports_hold_is_not_asked_again(own: Engine, reports: Pair) -> None:
    other = replace(reports[0], text="2022年政府工作报告\n稳就业。\n")
    held = [own.parts(report, no_tick) for report in reports]
    own.close()
    assert [own.parts(report, no_tick) for report in reports] == held
    assert own.pid is None
    own.parts(other, no_tick)
    assert own.pid is not None
    own.close()
    own.parts(reports[1], no_tick)
    assert own.pid is None
    own.parts(reports[0], no_tick)
    assert own.pid is not None


@LINUX
def test_nobody_waits_for_what_is_asked_ahead(own: Engine, reports: Pair) -> None:
    """Neither who has other work and cancels it, nor who closes."""
    own.warm()
    os.kill(own.pid or 0, signal.SIGSTOP)
    ahead = Thread(target=own.ask_ahead, args=(reports[0],), daemon=True)
    ahead.start()
    assert soon(own._turn.locked)
    cancelling = Thread(target=lambda: raises_cancelled(own, reports[1]), daemon=True)
    cancelling.start()
    cancelling.join(PATIENCE)
    assert not cancelling.is_alive()
    closing = Thread(target=own.close, daemon=True)
    closing.start()
    closing.join(PATIENCE)
    assert not closing.is_alive()
    assert soon(lambda: not ahead.is_alive())
    own.ask_ahead(reports[1])
    assert own.pid is None


def raises_cancelled(engine: Engine, report: Report) -> None:
    with pytest.raises(Cancelled):
        engine.parts(report, cancel)


def test_a_pair_that_is_named_at_the_start_is_read_and_compared_ahead(
    root: Path, tmp_path: Path
) -> None:
    script = tmp_path / "ahead.py"
    script.write_text(GOES_AHEAD, encoding="utf-8")
    pair = [seed(f"yunchuan_{year}_work_report.txt") for year in (2023, 2024)]
    done = subprocess.run(
        [sys.executable, script, *reversed(pair), tmp_path / "missing.txt"],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert (done.stdout.split(), done.stderr) == (["True", "True", "2023", "2024"], "")


def test_what_was_compared_ahead_is_there_at_once(own: Engine, reports: Pair) -> None:
    own.compare_ahead(*reversed(reports))
    own.close()
    assert own.compare(reports, NOTHING_CORRECTED, DEFAULT, no_tick) == compare(
        *map(parse_report, reports)
    )
    assert own.pid is None  # no process has been asked


@pytest.mark.parametrize("what", ["other", "corrected", "search", "close"])
def test_whatever_else_is_asked_stops_what_is_compared_ahead(
    own: Engine, reports: Pair, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    for report in reports:
        own.ask_ahead(report)
    begun, go_on = Event(), Event()
    answer = engines._answer

    def wait(line: Connection, tick: Any, take: Any = None) -> tuple[bytes, object]:
        def slowly(share: float) -> None:
            begun.set()
            go_on.wait(PATIENCE)
            tick(share)

        if current_thread() is not ahead:
            return answer(line, tick, take)
        found.append(answer(line, slowly, take))
        return found[-1]

    found: list[tuple[bytes, object]] = []
    monkeypatch.setattr(engines, "_answer", wait)
    ahead = Thread(target=own.compare_ahead, args=reports, daemon=True)
    ahead.start()
    assert begun.wait(PATIENCE)
    titled = (Correction(CorrectionKind.TITLE, value="另一个题目"),)
    calls: dict[str, Callable[[], object]] = {
        "other": lambda: own.compare(reports[::-1], NOTHING_CORRECTED, DEFAULT, no_tick),
        "corrected": lambda: own.compare(reports, (titled, ()), DEFAULT, no_tick),
        "search": lambda: own.find_pattern("云", ("云川",), no_tick),
        "close": own.close,
    }
    asking = Thread(target=calls[what], daemon=True)
    asking.start()
    time.sleep(0.1)  # it waits for its turn now
    go_on.set()
    ahead.join(PATIENCE)
    asking.join(PATIENCE)
    assert not ahead.is_alive()
    assert not asking.is_alive()
    assert found == []


def test_what_is_not_to_be_known_is_not_compared_ahead(
    own: Engine, reports: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.compare_ahead(reports[0], reports[0])
    compendium = read_report(seed("yunchuan_compendium.txt"))
    own.ask_ahead(compendium)
    own.compare_ahead(compendium, reports[1])
    monkeypatch.setattr(engines, "MOST_AHEAD", sum(len(one.text) for one in reports) - 1)
    own.compare_ahead(*reports)
    assert own._last is None


@LINUX
@pytest.mark.parametrize("how", ["anew", "copied"])
def test_nothing_is_left_when_the_program_is_killed(root: Path, tmp_path: Path, how: str) -> None:
    script = tmp_path / "killed.py"
    script.write_text(ENDS_WITHOUT_A_WORD.replace("HOW", how), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script], env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    reader, engine = map(int, done.stdout.split())
    assert soon(lambda: not is_running(reader))
    assert soon(lambda: not is_running(engine))


def test_the_window_does_without_what_compares(root: Path, tmp_path: Path) -> None:
    """With the pair shown, its words marked, and its targets found."""
    script = tmp_path / "shows.py"
    script.write_text(TELLS_ITS_MODULES, encoding="utf-8")
    pair = [seed(f"yunchuan_{year}_work_report.txt") for year in (2023, 2024)]
    for _ in range(2):  # the first makes the library
        done = subprocess.run(
            [sys.executable, script, tmp_path, *pair],
            env=os.environ | {"PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
    loaded = set(done.stdout.split())
    assert {"desktop.ui.main_window", "desktop.text.diff", "desktop.compare.by_hand"} <= loaded
    for name in ("numpy", "rjieba", "jieba", "desktop.compare.compare", "desktop.report.parse"):
        assert name not in loaded, name


def is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123 - no path, a process
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def soon(is_so: Any) -> bool:
    until = time.monotonic() + 10
    while not is_so():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
