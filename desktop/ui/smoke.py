"""The trial: a program that was just packaged or installed shows that every part of it is there.

It goes the way of an analyst: open the window, read, compare, note, export. All is done in a
temporary folder; neither the user's library nor the settings are touched.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

from desktop import __version__, paths
from desktop.compare.model import Relation
from desktop.readers.safely import SafeReader
from desktop.report.parse import parse_report
from desktop.store.checking import HAS_SOUND_SQLITE, SQLITE
from desktop.ui.app import open_desk
from desktop.ui.settings import Settings
from desktop.ui.snapshot import let_size_be
from desktop.writers.contents import EVERYTHING, Kind
from desktop.writers.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from desktop.ui.main_window import MainWindow

    Found = dict[str, Any]

PATIENCE = 120_000  # milliseconds for one step, on the slowest machine that may install
LEAST_COLOURS = 16  # text alone has more; an empty window has one
STEP = 3  # pixels between those that are looked at
SAMPLE = "formats/yunxi_2024"
COMMITMENTS = 2  # in the sample
READ = ("txt", "gbk.txt", "md", "csv", "docx", "odt", "rtf", "html", "mhtml", "pdf", "doc", "wps")
WRITTEN = (*FORMATS, "pdf")
NOTE = "试用批注"
WHOLE = replace(EVERYTHING, kinds=tuple(Kind))
CONNECTING = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto")


def run_trial() -> int:
    """Try every part, print what was found as JSON, return 0 if all is well and else 1."""
    if sys.platform.startswith("linux"):  # elsewhere there is a screen, and off it no font
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    reached: list[str] = []
    sys.addaudithook(lambda event, _: reached.append(event) if event in CONNECTING else None)
    with tempfile.TemporaryDirectory(prefix="duikan-trial-") as name:
        folder = Path(name)
        if place := paths.CACHE_PLACES.get(sys.platform, paths.CACHE_PLACES["linux"]).variable:
            os.environ[place] = name  # what its processes keep goes with the trial
        with open_desk(folder / "library", Settings(folder / "settings.ini")) as window:
            found = {**_about(), **_tried(window, folder), "reached": reached}
    found["faults"] = faults(found)
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    return 1 if found["faults"] else 0


def faults(found: Found) -> list[str]:
    """Return what is wrong with what was found, a phrase for each."""
    checks = (
        (found["painted"]["colours"] >= LEAST_COLOURS, "the window stays empty"),
        (found["sqlite"]["is_sound"], "this SQLite may lose what was committed"),
        (set(found["read"].values()) == {COMMITMENTS}, "the commitments of the formats differ"),
        (all(found["compared"].values()), "the sample pair shows not every relation"),
        (found["noted"] == NOTE, "a note was not kept"),
        (all(found["exported"].values()), "a file that was written is empty"),
        (found["licences"], "the licences are missing"),
        (not found["reached"], "something reached for the network"),
    )
    return [said for is_well, said in checks if not is_well]


def _about() -> Found:
    return {
        "program": f"duikan {__version__}",
        "is_packaged": bool(getattr(sys, "frozen", False)),
        "python": platform.python_version(),
        "qt": qVersion(),
        "system": platform.platform(),
        "screen": QGuiApplication.platformName(),
        "chinese_fonts": len(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)),
        "sqlite": {"version": SQLITE, "is_sound": HAS_SOUND_SQLITE},
        "licences": len(paths.licences().read_text(encoding="utf-8")),
    }


def _tried(window: MainWindow, folder: Path) -> Found:
    return {
        "painted": _painted(window),
        "read": _read(),
        "compared": _compared(window),
        "noted": _noted(window),
        "exported": {suffix: _exported(window, folder, suffix) for suffix in WRITTEN},
    }


class FirstPaint(QObject):
    """Tells when a window was first painted."""

    painted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first painting; all that the window holds is painted in one go with it."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)


def _painted(window: MainWindow) -> Found:
    """Show the window; tell when it was first painted, in seconds since 1970."""
    let_size_be(window)
    _wait(window, FirstPaint(window).painted, window.show)
    at = time.time()
    image = window.grab().toImage()
    places = product(range(0, image.width(), STEP), range(0, image.height(), STEP))
    return {"at": at, "colours": len({image.pixel(*place) for place in places})}


def _read() -> Found:
    """Read the sample in every format, in a process of its own as the window does.

    Returns how many commitments each has.
    """
    with SafeReader() as reader:
        reports = {name: reader.read(paths.seed(f"{SAMPLE}.{name}")) for name in READ}
    return {name: len(parse_report(report).commitments) for name, report in reports.items()}


def _compared(window: MainWindow) -> Found:
    """Compare the sample pair; tell how many rows there are of each relation."""
    _wait(window, window.session.comparison_changed, window.files.open_sample)
    found = [row.relation for row in window.session.rows]
    return {relation.value: found.count(relation) for relation in Relation}


def _noted(window: MainWindow) -> str:
    """Keep a note on the first linked pair and return what the library then says."""
    session = window.session
    session.select_row(next(at for at, row in enumerate(session.rows) if row.links))
    note = session.annotate_selection()
    if note is not None:
        session.repairs.change_note(replace(note, body=NOTE))
    return " ".join(kept.body for kept in session.annotations)


def _exported(window: MainWindow, folder: Path, suffix: str) -> int:
    """Write everything in a format and return how many bytes it takes."""
    path, session = folder / f"对照.{suffix}", window.session
    _wait(window, session.exported, lambda: session.export(path, WHOLE, "zh"))
    return path.stat().st_size


def _wait(window: MainWindow, done: SignalInstance, act: Callable[[], object]) -> None:
    """Act, and let Qt work until it is done; raises what failed, and TimeoutError."""
    failed: list[Exception] = []
    loop, patience = QEventLoop(), QTimer(interval=PATIENCE, singleShot=True)
    patience.timeout.connect(loop.quit)

    def quit_(*_told: object) -> None:
        loop.quit()

    with ExitStack() as connected:
        gone_wrong = window.session.failed
        for signal, slot in ((gone_wrong, failed.append), (gone_wrong, quit_), (done, quit_)):
            connected.callback(signal.disconnect, signal.connect(slot))
        act()
        patience.start()
        loop.exec()
    if failed:
        raise failed[0]
    if not patience.isActive():
        raise TimeoutError(f"Not done after {PATIENCE} milliseconds.")
