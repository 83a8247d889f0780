"""One start of the window that is measured, in a process that begins as the program does.

It is a `__main__` as that of the program: any other module the processes that it starts would load
too, before they begin.
"""

from __future__ import annotations

import json
import math
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.__main__ import uncollected
from tests.bench.window_process.names import MARKS, OTHER, RIBBONS, START

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QLockFile
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from desktop.ui.main_window import MainWindow
    from desktop.ui.panes.report_pane import ReportPane

STEP = 60  # pixels: one notch of the wheel
STEPS = 300
FRAME = 16.7  # milliseconds
PATIENCE = 600.0  # seconds


def measure(folder: Path, began: float) -> dict[str, float]:
    """Open the pair of `folder` in a window, then the other one, and scroll through it.

    `began` is when the process was started, by the monotonic clock.
    """
    from desktop.ui.start import started_processes  # noqa: PLC0415 - after the clock has begun

    files = sorted(folder.glob("*.txt"))
    processes = started_processes(files)  # as the program does, before Qt loads
    from desktop.ui.loading import load_qt  # noqa: PLC0415 - after the clock has begun

    load_qt()
    from itertools import pairwise  # noqa: PLC0415 - after the clock has begun

    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 - after the clock has begun
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from desktop.compare.model import Side  # noqa: PLC0415
    from desktop.compiled import keep_compiled  # noqa: PLC0415
    from desktop.readers.confine import peak_memory  # noqa: PLC0415
    from desktop.ui.app import open_desk  # noqa: PLC0415
    from desktop.ui.panes.joints import joining  # noqa: PLC0415
    from desktop.ui.panes.report_pane import ReportPane  # noqa: PLC0415
    from desktop.ui.settings import Settings  # noqa: PLC0415
    from desktop.ui.tasks.tidying import Tidying  # noqa: PLC0415

    painted: dict[Side, float] = {}
    seen: list[object] = [None]  # reports that were shown before
    paint = ReportPane.paintEvent

    def paint_and_note(pane: ReportPane, event: QPaintEvent) -> None:
        paint(pane, event)
        if all(pane.parsed is not one for one in seen):
            painted.setdefault(pane.side, time.monotonic())

    ReportPane.paintEvent = paint_and_note  # type: ignore[method-assign]
    library, settings = folder / "library.sqlite", Settings(folder / "settings.ini")
    with open_desk(library, settings, None, processes, files) as window:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        tidying = Tidying(window)  # as the program does: Python's own would be part of a step
        window.session.findings_changed.connect(tidying.set_aside)
        window.resize(1440, 900)
        window.show()
        panes = [window.panes.pane(side) for side in Side]
        ticks: list[float] = []
        watch = QTimer(window, interval=1)
        watch.timeout.connect(lambda: ticks.append(time.monotonic()))

        def shown() -> float:
            """Return when both panes have painted the report that is being opened."""
            until = time.monotonic() + PATIENCE
            wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents  # the work needs the processor
            while len(painted) < len(panes):
                application.processEvents(wait)
                if time.monotonic() > until:
                    raise TimeoutError("No comparison was shown.")
            return max(painted.values())

        told: list[bool] = []
        window.session.findings_changed.connect(lambda: told.append(True))

        def rest() -> None:
            """Wait for the thread that still looks for targets and terms."""
            until = time.monotonic() + PATIENCE
            while not told and time.monotonic() < until:
                settle(application)
            told.clear()

        def another(ask: Callable[[], None]) -> float:
            """Return how long a pair takes that is asked for, in milliseconds."""
            seen.extend(pane.parsed for pane in panes)
            painted.clear()
            asked = time.monotonic()
            ask()
            return (shown() - asked) * 1e3

        start = (shown() - began) * 1e3
        rest()
        watch.start()
        others = sorted(folder.joinpath(OTHER).glob("*.txt"))
        other = another(lambda: window.session.open_pair(*others))
        settle(application)
        watch.stop()
        stood = max((b - a for a, b in pairwise(ticks)), default=0.0)
        rest()
        dialog = window.files.choose_pair()
        dialog.fill(Side.LEFT, [str(file) for file in files])
        settle(application)  # somebody reads what was recognised
        chosen = another(dialog.accept)
        rest()
        window.session.comparer.expect(others)  # as they come over the window
        settle(application)
        dropped = another(lambda: window.files.open_files(others))
        rest()
        recent = window.session.recent_pairs[1]
        window.session.expect_recent(recent)  # as the mouse or the keyboard comes to it
        settle(application)
        pointed = another(lambda: window.session.open_recent(recent))
        rest()
        from subprocess import Popen  # noqa: PLC0415 - after the start

        lock, starts = take_later_starts(window, library), list[Popen[bytes]]()
        program = [sys.executable, "-m", "desktop", "--library", library, *others]
        handed = another(lambda: starts.append(Popen(program)))
        starts[0].wait()
        assert lock is not None
        rest()
        window.session.open_pair(*files)  # through which is scrolled
        rest()
        for pane in panes:
            pane.document().size()  # lays out all of it
        settle(application)
        steps = scroll(application, panes[0])
        tidying.end()
        keep_compiled("window")
        comparison = window.session.comparison
        assert comparison is not None
        *_, joints = joining(comparison)
        assert joints is not None
        import statistics  # noqa: PLC0415 - the program does without

        return {
            START: start,
            "another pair that nothing announces, ms": other,
            "another pair chosen in the dialog, ms": chosen,
            "another pair dropped on the window, ms": dropped,
            "another pair that is pointed at, ms": pointed,
            "a second start to its pair, ms": handed,
            "longest stand while it opened, ms": stood * 1e3,
            "scroll step, median, ms": statistics.median(steps),
            "scroll step, 95 of 100, ms": statistics.quantiles(steps, n=20)[-1],
            "scroll step, longest, ms": max(steps),
            f"scroll steps over {FRAME} ms, of {STEPS}": sum(step > FRAME for step in steps),
            MARKS: sum(len(pane.marks) for pane in panes),
            RIBBONS: len(joints.by_left),
            "peak memory, MB": peak_memory() / 1e6 or math.nan,  # Windows does not say
        } | {
            f"and of what {does}, MB": peak_of(one.pid)
            for does, one in zip(("reads", "compares"), processes, strict=True)
            if sys.platform == "linux"
        }


def take_later_starts(window: MainWindow, library: Path) -> QLockFile | None:
    """Let the window take what later starts are to open, as the program does; return its lock."""
    from desktop.ui.handover import Arrivals, lock_first  # noqa: PLC0415 - after the clock has begun
    from desktop.ui.meeting import meeting_place  # noqa: PLC0415 - see above

    place = meeting_place(library)
    assert place is not None
    Arrivals(place, window).came.connect(window.files.take)
    return lock_first(place)


def peak_of(pid: int | None) -> float:
    """Return the most memory that a process has had, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1e3


def scroll(application: QApplication, pane: ReportPane) -> list[float]:
    """Scroll through a text, and return how long each step takes, in milliseconds."""
    bar, steps = pane.verticalScrollBar(), []
    bar.setValue(bar.maximum() // 3)  # both panes move, and both have marks and ribbons
    settle(application)
    for _ in range(STEPS):
        before = time.perf_counter()
        bar.setValue(bar.value() + STEP)
        application.processEvents()
        steps.append((time.perf_counter() - before) * 1e3)
    return steps


def settle(application: object) -> None:
    """Let the window finish what it does by turns."""
    until = time.monotonic() + 1
    while time.monotonic() < until:
        application.processEvents()  # type: ignore[attr-defined]


if __name__ == "__main__":
    with uncollected():  # as the program itself
        print(json.dumps(measure(Path(sys.argv[1]), float(sys.argv[2]))))
