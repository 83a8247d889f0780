"""The composition root: everything is made here, once, in order."""

from __future__ import annotations

import argparse
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop import paths
from desktop.errors import UserError
from desktop.store import open_library
from desktop.ui.language import Translation
from desktop.ui.main_window import MainWindow
from desktop.ui.session import Session
from desktop.ui.settings import Language, Settings
from desktop.ui.snapshot import take_snapshot
from desktop.ui.theme import chrome_font

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WRONG_USAGE = 2
SPOKEN = {"zh": Language.CHINESE, "en": Language.ENGLISH}
SETTLED = 500
"""Milliseconds after which the window is drawn, so that other work may begin."""


def main(argv: Sequence[str]) -> int:
    """Open the window as the command line asks and return the exit code."""
    parser = argparse.ArgumentParser("duikan gui")
    parser.add_argument("files", metavar="FILE", type=Path, nargs="*", help="two reports")
    parser.add_argument("--snapshot", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--language", choices=tuple(SPOKEN), help="language of the window")
    parser.add_argument("--library", metavar="PATH", type=Path, help="file of the library")
    arguments = parser.parse_args(argv)
    if len(arguments.files) not in (0, 1, 2):
        parser.error("give two reports")
    chosen = SPOKEN.get(arguments.language)
    return run(arguments.files, arguments.snapshot, chosen, arguments.library)


def run(
    files: list[Path],
    snapshot: Path | None = None,
    language: Language | None = None,
    library: Path | None = None,
) -> int:
    """Open the window, on a pair if one is given; with `snapshot` save a picture and leave.

    `language` and `library` are for this window alone: what is set stays as it is.
    """
    settings = Settings()
    try:
        with open_desk(paths.library_path(library), settings, language) as window:
            return take_snapshot(window, files, snapshot) if snapshot else _show(window, files)
    except UserError as error:
        sys.stderr.write(f"{error.in_language(settings.language)}\n")
        return WRONG_USAGE


@contextmanager
def open_desk(
    library: Path, settings: Settings, language: Language | None = None
) -> Iterator[MainWindow]:
    """Yield the window, not yet shown, over the library in that file; raises UserError."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - tells the type checker
    application.setStyle("Fusion")
    application.setApplicationName("duikan")
    application.setFont(chrome_font())
    translation = Translation(application)
    translation.speak(language or settings.language)
    session = Session(open_library(library))
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
    if files:
        window.files.open_files(files)
    else:
        session = window.session
        QTimer.singleShot(SETTLED, session, session.warm)
    return QApplication.exec()
