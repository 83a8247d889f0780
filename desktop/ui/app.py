"""The composition root: everything is made here, once, in order."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop import paths
from desktop.command_line import DONE, UNUSABLE
from desktop.compiled import keep_compiled
from desktop.errors import UserError
from desktop.ui.display import require_display
from desktop.ui.ending import Ending
from desktop.ui.handover import Application, Arrivals, lock_first
from desktop.ui.language import Translation
from desktop.ui.look.chrome_size import interface_font, set_chrome_size
from desktop.ui.meeting import hand_over, meeting_place
from desktop.ui.settings import Language, Settings
from desktop.ui.tasks.tidying import Tidying

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.readers.safely import SafeReader
    from desktop.ui.engine.client import Engine
    from desktop.ui.main_window import MainWindow

SPOKEN = {"zh": Language.CHINESE, "en": Language.ENGLISH}
ONCE = Qt.ConnectionType.SingleShotConnection
SETTLED = 500
"""Milliseconds after which the window is drawn, so that other work may begin."""
SURELY_SHOWN = 2000  # milliseconds, in which nobody types an expression to search for


def run(arguments: argparse.Namespace, processes: tuple[SafeReader, Engine] | None = None) -> int:
    """Open the window as was asked and return the exit code; `processes` end with it."""
    library, language = paths.library_path(arguments.library), SPOKEN.get(arguments.language)
    try:
        if arguments.snapshot:
            from desktop.ui.snapshot import take_snapshot  # noqa: PLC0415 - few starts need it

            with open_desk(library, Settings(), language) as window:
                return take_snapshot(window, arguments.files, arguments.snapshot)
        is_new = arguments.new_window
        return open_window(arguments.files, library, language, processes, is_new=is_new)
    except UserError as error:
        sys.stderr.write(f"duikan: {error.in_language(language or Settings().language)}\n")
        return UNUSABLE


def open_window(
    files: list[Path],
    library: Path,
    language: Language | None,
    processes: tuple[SafeReader, Engine] | None = None,
    *,
    is_new: bool = False,
) -> int:
    """Let the window that is open over the library take the files; open one where there is none.

    `language` is for a window that opens now, and for it alone. Raises UserError.
    """
    place = meeting_place(library)
    lock = lock_first(place) if place else None
    if place and not lock and not is_new:
        if hand_over(place, files, is_gone=lambda: lock_first(place) is not None):
            for one in processes or ():
                one.close()
            return DONE
        lock = lock_first(place)  # of a window that has closed meanwhile
    pair = files if len(files) == 2 else []
    with open_desk(library, Settings(), language, processes, pair) as window:
        arrivals = Arrivals(place if lock else None, window)
        arrivals.announced.connect(window.files.expect)
        arrivals.came.connect(window.files.take)
        application = QApplication.instance()
        if isinstance(application, Application):
            application.file_opened.connect(arrivals.take)
        code = _show(window, [] if pair else files)
        if lock:
            lock.unlock()  # who starts while this one stops its work has a window of their own
        return code


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
    require_display(os.environ)
    from desktop.ui.library.rescue import open_or_rescue  # noqa: PLC0415 - the processes start meanwhile
    from desktop.ui.session import Session  # noqa: PLC0415
    from desktop.ui.tasks.workshop import Workshop  # noqa: PLC0415

    application = QApplication.instance() or Application(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - tells the type checker
    _dress(application, settings)
    translation = Translation(application)
    translation.speak(language or settings.language)
    opened = open_or_rescue(library, (language or settings.language).value)
    session = Session(opened, Workshop(*(processes or ())))
    # Else the window would have the pair compared once more.
    session.comparer.set_options(settings.thresholds)
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


def _dress(application: QApplication, settings: Settings) -> None:
    application.setStyle("Fusion")
    application.setApplicationName("duikan")
    application.setDesktopFileName("duikan")  # by which Wayland finds name and icon
    application.setWindowIcon(QIcon(str(paths.resource("icons/duikan.svg"))))
    set_chrome_size(settings.chrome_size)
    application.setFont(interface_font())


def _keep_compiled() -> None:
    """Keep what was compiled for this window, beside it: at the first start it takes a while."""
    Thread(target=keep_compiled, args=("window",), name="compiled", daemon=True).start()


def _show(window: MainWindow, files: list[Path]) -> int:
    window.show()
    window.noting.take_up_drafts()
    window.safekeeping.warn()
    tidying = Tidying(window)
    window.session.findings_changed.connect(tidying.set_aside, ONCE)
    session = window.session
    if files:
        window.files.open_files(files)
    elif not session.comparer.is_busy:
        QTimer.singleShot(SETTLED, session, session.comparer.warm)
    QTimer.singleShot(SURELY_SHOWN, _keep_compiled)
    ending = Ending(window)
    code = QApplication.exec()
    ending.end()
    tidying.end()
    return code
