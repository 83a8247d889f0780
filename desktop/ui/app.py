"""The composition root: everything is made here, once, in order."""

from __future__ import annotations

import argparse
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop import paths
from desktop.errors import UserError
from desktop.readers.safely import SafeReader
from desktop.ui.engine import Engine
from desktop.ui.handover import Application, Arrivals, hand_over, lock_first, meeting_place
from desktop.ui.language import Translation
from desktop.ui.settings import Language, Settings
from desktop.ui.theme import chrome_font
from desktop.ui.tidying import Tidying
from desktop.ui.unread import read_no_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.ui.main_window import MainWindow

DONE, WRONG_USAGE = 0, 2
PAIR = 2  # files that are compared
SPOKEN = {"zh": Language.CHINESE, "en": Language.ENGLISH}
ONCE = Qt.ConnectionType.SingleShotConnection
SETTLED = 500
"""Milliseconds after which the window is drawn, so that other work may begin."""


def main(argv: Sequence[str]) -> int:
    """Open the window as the command line asks and return the exit code."""
    parser = argparse.ArgumentParser("duikan gui")
    parser.add_argument("files", metavar="FILE", type=Path, nargs="*", help="two reports")
    parser.add_argument("--snapshot", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--language", choices=tuple(SPOKEN), help="language of the window")
    parser.add_argument("--library", metavar="PATH", type=Path, help="file of the library")
    parser.add_argument("--new-window", action="store_true", help="beside the one that is open")
    arguments = parser.parse_args(argv)
    if arguments.snapshot and len(arguments.files) > 2:  # a window would say so itself
        parser.error("give two reports")
    library, language = paths.library_path(arguments.library), SPOKEN.get(arguments.language)
    try:
        if arguments.snapshot:
            from desktop.ui.snapshot import take_snapshot  # noqa: PLC0415 - few starts need it

            with open_desk(library, Settings(), language) as window:
                return take_snapshot(window, arguments.files, arguments.snapshot)
        return open_window(arguments.files, library, language, is_new=arguments.new_window)
    except UserError as error:
        sys.stderr.write(f"{error.in_language(language or Settings().language)}\n")
        return WRONG_USAGE


def open_window(
    files: list[Path], library: Path, language: Language | None, *, is_new: bool = False
) -> int:
    """Let the window that is open over the library take the files; open one where there is none.

    `language` is for a window that opens now, and for it alone. Raises UserError.
    """
    place = meeting_place(library)
    lock = lock_first(place) if place else None
    if place and not lock and not is_new and hand_over(place, files):
        return DONE
    processes = started_processes() if files else None
    pair = files if len(files) == PAIR else []
    with open_desk(library, Settings(), language, processes, pair) as window:
        arrivals = Arrivals(place if lock else None, window)
        arrivals.came.connect(window.files.take)
        application = QApplication.instance()
        if isinstance(application, Application):
            application.file_opened.connect(arrivals.take)
        return _show(window, [] if pair else files)


def started_processes() -> tuple[SafeReader, Engine]:
    """Return what reads files and what compares, and let them start while the window is made."""
    reader, engine = SafeReader(), Engine()

    def start() -> None:
        with suppress(UserError):  # the first pair tries again, and tells
            engine.warm()
            reader.warm()

    Thread(target=start, name="processes", daemon=True).start()
    return reader, engine


@contextmanager
def open_desk(
    library: Path,
    settings: Settings,
    language: Language | None = None,
    processes: tuple[SafeReader, Engine] | None = None,
    pair: Sequence[Path] = (),
) -> Iterator[MainWindow]:
    """Yield the window, not yet shown, over the library in that file; raises UserError.

    The two files of `pair` are read and compared while the window is made.
    """
    read_no_sources()
    from desktop.ui.rescue import open_or_rescue  # noqa: PLC0415 - the processes start meanwhile
    from desktop.ui.session import Session  # noqa: PLC0415
    from desktop.ui.workshop import Workshop  # noqa: PLC0415

    application = QApplication.instance() or Application(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - tells the type checker
    application.setStyle("Fusion")
    application.setApplicationName("duikan")
    application.setDesktopFileName("duikan")  # by which Wayland finds name and icon
    application.setWindowIcon(QIcon(str(paths.resource("icons/duikan.svg"))))
    application.setFont(chrome_font())
    translation = Translation(application)
    translation.speak(language or settings.language)
    opened = open_or_rescue(library, (language or settings.language).value)
    session = Session(opened, Workshop(*(processes or ())))
    session.set_options(settings.thresholds)  # else the window has the pair compared once more
    if pair:
        session.open_pair(*pair)
    from desktop.ui.main_window import MainWindow  # noqa: PLC0415 - see above

    window = MainWindow(session, settings, translation)
    sys.excepthook = lambda _kind, error, _trace: window.show_error(error)
    try:
        yield window
    finally:
        sys.excepthook = sys.__excepthook__
        delete(window)  # before the application, which its timers need to the last
        session.close()


def _show(window: MainWindow, files: list[Path]) -> int:
    window.show()
    window.noting.take_up_drafts()
    if window.session.backups.refusal is not None:
        window.show_error(window.session.backups.refusal)
    tidying = Tidying(window)
    window.session.findings_changed.connect(tidying.set_aside, ONCE)
    session = window.session
    if files:
        window.files.open_files(files)
    elif not session.is_busy:
        QTimer.singleShot(SETTLED, session, session.warm)
    code = QApplication.exec()
    tidying.end()
    return code
