"""A second start gives its files to the window that is open, and no file is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.ui import handover, meeting, start
from desktop.ui.handover import Arrivals, lock_first
from desktop.ui.meeting import hand_over, is_any_open, meeting_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QLockFile
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

NAMES = ["报告 一.docx", "b\udcff.txt"]  # the second is no UTF-8 on the disk


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder in which all starts of a test meet."""
    folder = meeting_place(tmp_path / "library.sqlite3")
    assert folder is not None
    return folder


@pytest.fixture
def first(place: Path) -> Iterator[QLockFile]:
    """Hold the lock of a first window."""
    lock = lock_first(place)
    assert lock is not None
    yield lock
    lock.unlock()


def later(act: Callable[[], bool]) -> tuple[threading.Thread, list[bool]]:
    """Act on a thread, as another process would."""
    told: list[bool] = []
    thread = threading.Thread(target=lambda: told.append(act()))
    thread.start()
    return thread, told


@pytest.mark.usefixtures("first")
def test_files_come_to_the_first_window(qtbot: QtBot, place: Path, tmp_path: Path) -> None:
    arrivals = Arrivals(place)
    files = [tmp_path / name for name in NAMES]
    thread, told = later(lambda: hand_over(place, files))
    with qtbot.waitSignal(arrivals.came) as came:
        pass
    thread.join()
    assert (came.args, told) == ([files], [True])
    assert [path for path in place.iterdir() if path.suffix == ".json"] == []


@pytest.mark.usefixtures("first")
def test_what_comes_while_the_window_opens_waits_for_it(
    qtbot: QtBot, place: Path, tmp_path: Path
) -> None:
    thread, told = later(lambda: hand_over(place, [tmp_path / "a.txt"]))
    while not list(place.glob("*.json")):
        time.sleep(0.01)
    arrivals = Arrivals(place)
    with qtbot.waitSignal(arrivals.came) as came:
        pass
    thread.join()
    assert (came.args, told) == ([[tmp_path / "a.txt"]], [True])


@pytest.mark.usefixtures("first")
def test_two_files_that_come_one_by_one_are_one_pair(
    qtbot: QtBot, place: Path, tmp_path: Path
) -> None:
    arrivals = Arrivals(place)
    starts = [later(lambda n=name: hand_over(place, [tmp_path / n])) for name in ("a", "b")]  # type: ignore[misc]
    with qtbot.waitSignal(arrivals.came) as came:
        pass
    for thread, told in starts:
        thread.join()
        assert told == [True]
    assert sorted(came.args[0]) == [tmp_path / "a", tmp_path / "b"]


def test_what_comes_one_by_one_is_announced_before(qtbot: QtBot) -> None:
    arrivals, told = Arrivals(None), list[list[Path]]()
    arrivals.announced.connect(told.append)
    with qtbot.waitSignal(arrivals.came) as came:
        for name in ("a", "b"):
            arrivals.take([Path(name)])
        assert told == [[Path("a")], [Path("a"), Path("b")]]
    assert came.args == [told[-1]]


def test_a_pair_is_not_kept_waiting_for_more(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handover, "GATHERED", 60_000)
    arrivals = Arrivals(None)
    with qtbot.waitSignal(arrivals.came) as came:
        arrivals.take([Path("a"), Path("b")])
    assert came.args == [[Path("a"), Path("b")]]


@pytest.mark.usefixtures("first")
def test_files_that_a_hanging_window_does_not_take_are_taken_back(place: Path) -> None:
    assert not hand_over(place, [Path("a.txt")], patience=0.1)
    assert list(place.glob("*.json")) == []


def test_nobody_waits_for_a_window_that_closes(place: Path, first: QLockFile) -> None:
    is_gone = lambda: lock_first(place) is not None  # noqa: E731 - on another thread
    thread, told = later(lambda: hand_over(place, [Path("a.txt")], is_gone=is_gone))
    first.unlock()
    thread.join(meeting.PATIENCE / 2)
    assert told == [False]
    assert list(place.glob("*.json")) == []


GIVE = """
import sys
from desktop.ui.start import main
code = main(sys.argv[1:])
loaded = {"PySide6", "desktop.spawning", "multiprocessing", "argparse"} & set(sys.modules)
print(code, sorted(loaded))
"""


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_start_beside_an_open_window_needs_no_qt(
    qtbot: QtBot, place: Path, root: Path, tmp_path: Path, pair: tuple[Path, Path], count: int
) -> None:
    arrivals, files = Arrivals(place), [*pair][:count]
    start = subprocess.Popen(
        [sys.executable, "-c", GIVE, "--library", tmp_path / "library.sqlite3", *files],
        cwd=root, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with qtbot.waitSignal(arrivals.came) as came:
        pass
    said, _ = start.communicate(timeout=60)
    assert came.args == [files]
    assert said.split() == ["0", "['argparse',", "'desktop.spawning']"]


@pytest.mark.parametrize("option", ["--new-window", "--snapshot=pictures"])
def test_a_window_of_its_own_is_not_given_away(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    (place / meeting.LOCK).touch()
    monkeypatch.setattr("desktop.ui.start.hand_over_at_once", pytest.fail)
    monkeypatch.setattr("desktop.ui.app.run", lambda *_: 7)
    library = str(tmp_path / "library.sqlite3")
    assert start.main(["--library", library, option]) == 7


def test_a_start_that_no_window_answers_has_one_of_its_own(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_any_open()
    (place / meeting.LOCK).touch()  # as a window leaves it that was killed
    assert is_any_open()
    monkeypatch.setattr(meeting, "MOMENT", 0.05)
    monkeypatch.setattr("desktop.ui.app.run", lambda *_: 7)
    assert start.main(["--library", str(tmp_path / "library.sqlite3")]) == 7
    assert [file.name for file in place.iterdir()] == [meeting.LOCK]


def test_only_one_is_first(place: Path) -> None:
    first = lock_first(place)
    assert first is not None
    assert lock_first(place) is None
    first.unlock()
    assert lock_first(place) is not None


def test_who_was_killed_is_first_no_more(root: Path, place: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from desktop.ui.handover import lock_first\n"
        "lock = lock_first(Path(sys.argv[1])); os._exit(0 if lock else 1)"
    )
    assert subprocess.call([sys.executable, "-c", program, place], cwd=root) == 0
    assert (place / "first.lock").exists()
    assert lock_first(place) is not None


@pytest.mark.parametrize(
    "said", [b"", b"{", b'{"a": 1}', b"[1]", b"\xff", b'["a"' + b" " * handover.LONGEST]
)
def test_nonsense_is_cleared_away(qtbot: QtBot, place: Path, said: bytes) -> None:
    (place / "0.json").write_bytes(said)
    arrivals = Arrivals(place)
    with qtbot.assertNotEmitted(arrivals.came, wait=handover.GATHERED + 100):
        arrivals.look()
    assert not (place / "0.json").exists()


def test_a_message_of_last_week_opens_nothing(qtbot: QtBot, place: Path) -> None:
    message = place / "0.json"
    message.write_text(json.dumps(["a.txt"]), encoding="ascii")
    os.utime(message, (0, 0))
    arrivals = Arrivals(place)
    with qtbot.assertNotEmitted(arrivals.came, wait=handover.GATHERED + 100):
        arrivals.look()
    assert not message.exists()


def test_other_libraries_and_other_screens_meet_elsewhere(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert meeting_place(tmp_path / "other.sqlite3") != place
    monkeypatch.setenv("DISPLAY", ":7")
    assert meeting_place(tmp_path / "library.sqlite3") != place


def test_without_a_cache_nobody_meets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.paths.cache_folder", lambda: None)
    assert meeting_place(tmp_path) is None
    assert not is_any_open()


@pytest.mark.usefixtures("first")
def test_where_folders_cannot_be_watched_they_are_looked_into(
    qtbot: QtBot, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover.QFileSystemWatcher, "addPath", lambda *_: False)
    monkeypatch.setattr(handover, "POLLED", 20)
    arrivals = Arrivals(place)
    qtbot.wait(50)
    thread, told = later(lambda: hand_over(place, []))
    with qtbot.waitSignal(arrivals.came) as came:
        pass
    thread.join()
    assert (came.args, told) == ([[]], [True])


def test_window_takes_a_pair(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    with qtbot.waitSignal(window.session.comparison_changed, timeout=30_000):
        window.files.take(list(pair))
    assert window.session.comparison is not None


def test_window_that_is_only_called_opens_nothing(window: MainWindow) -> None:
    window.showMinimized()
    window.files.take([])
    assert not window.isMinimized()
    assert window.session.comparison is None
    assert not window.message.isVisible()


def test_second_report_alone_joins_the_first_in_the_dialog(
    window: MainWindow, pair: tuple[Path, Path]
) -> None:
    from desktop.ui.dialogs.open_dialog import OpenDialog  # noqa: PLC0415

    for path in pair:
        window.files.take([path])
    [dialog] = window.findChildren(OpenDialog)
    assert {reading.path for reading in dialog.readings} == set(pair)
    dialog.reject()


def test_a_start_with_three_files_is_answered_where_it_is_seen(
    window: MainWindow, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file manager opens all that is chosen, and shows nobody what is said on stderr."""
    monkeypatch.setattr("desktop.ui.app.open_desk", lambda *_: nullcontext(window))
    monkeypatch.setattr("PySide6.QtWidgets.QApplication.exec", lambda: 0)
    assert start.main(["--new-window", *map(str, pair), str(pair[0])]) == 0
    assert window.message.isVisible()
    assert window.session.comparison is None


def test_who_finds_the_first_window_closing_is_the_first_one_then(
    window: MainWindow, place: Path, first: QLockFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def close(*_: object, **_named: object) -> bool:
        first.unlock()
        return False

    firsts: list[QLockFile | None] = []
    monkeypatch.setattr("desktop.ui.app.meeting_place", lambda _: place)
    monkeypatch.setattr("desktop.ui.app.hand_over", close)
    monkeypatch.setattr("desktop.ui.app.open_desk", lambda *_: nullcontext(window))
    monkeypatch.setattr("desktop.ui.app._show", lambda *_: firsts.append(lock_first(place)) or 0)
    assert start.main([]) == 0
    assert firsts == [None]  # since the window that is open has it


def test_nobody_waits_for_a_window_that_is_closed_and_stops_its_work(
    window: MainWindow, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    firsts: list[QLockFile | None] = []

    @contextmanager
    def open_desk(*_: object) -> Iterator[MainWindow]:
        yield window
        firsts.append(lock_first(place))  # where the work is stopped, which may take a while

    monkeypatch.setattr("desktop.ui.app.meeting_place", lambda _: place)
    monkeypatch.setattr("desktop.ui.app.open_desk", open_desk)
    monkeypatch.setattr("desktop.ui.app._show", lambda *_: 0)
    assert start.main([]) == 0
    assert firsts != [None]


MAC = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from desktop.ui.handover import Application
application = Application([])
application.file_opened.connect(lambda files: print(files == [Path(sys.argv[1])]))
QCoreApplication.sendEvent(application, QFileOpenEvent(sys.argv[1]))
"""


def test_files_that_macos_opens_are_told(root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MAC, str(tmp_path / "报告.docx")],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["True"]


def test_second_start_ends_at_once_and_the_first_window_has_its_files(
    root: Path, pair: tuple[Path, Path]
) -> None:
    """Two real starts; the first one prints what it compares and ends."""
    first = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", FIRST],
        cwd=root,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert first.stdout is not None
    assert first.stdout.readline().strip() == "open"
    second = subprocess.run(
        [sys.executable, "-m", "desktop", "gui", *map(str, pair)],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    out, _ = first.communicate(timeout=60)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert out.split() == [path.name for path in pair]
    assert first.returncode == 0


FIRST = """
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.ui import app, start
from desktop.ui.main_window import MainWindow

shown = app._show

def show(window, files):
    def compared():
        now = window.session.comparison
        if now is not None:
            print(Path(now.left.report.source).name, Path(now.right.report.source).name)
            QTimer.singleShot(0, window.close)
    window.session.comparison_changed.connect(compared)
    QTimer.singleShot(0, window, lambda: print("open", flush=True))
    return shown(window, files)

app._show = show
raise SystemExit(start.main([]))
"""
