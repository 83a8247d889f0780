"""The window without a display: a picture and the Word table instead."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLayout

from desktop.compare.model import Relation
from desktop.errors import UserError
from desktop.ui.language import language_of_texts
from desktop.writers import to_docx, write

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

WIDTH, HEIGHT = 1600, 1000
SETTLED = 250
"""Milliseconds after the comparison in which layout and painting come to rest."""


def take_snapshot(window: MainWindow, files: list[Path], folder: Path) -> int:
    """Compare the files, save window.png and comparison.docx in `folder`, print both paths.

    Without files the sample is taken. Returns the exit code.
    """
    session, loop = window.session, QEventLoop()
    faults: list[Exception] = []
    let_size_be(window)
    window.resize(WIDTH, HEIGHT)
    window.show()
    session.failed.connect(faults.append)
    session.busy_changed.connect(lambda busy: None if busy else QTimer.singleShot(0, loop.quit))
    if files:
        window.files.open_files(files)
    else:
        window.files.open_sample()
    loop.exec()
    if faults:
        return _tell(faults[0])
    _select_one(session)
    QTimer.singleShot(SETTLED, loop.quit)
    loop.exec()
    return _save(window, folder)


def _select_one(session: Session) -> None:
    """Select the first row that is revised, else the first that is no heading, if there is one."""
    rows = [(at, row.relation) for at, row in enumerate(session.rows) if row.relation is not None]
    revised = [at for at, relation in rows if relation is Relation.REVISED]
    for at in (revised or [at for at, _ in rows])[:1]:
        session.select_row(at)


def let_size_be(window: MainWindow) -> None:
    """Tell nobody the least size of the window.

    Qt warns each time that the platform without a display has no use for it.
    """
    layout = window.layout()
    if layout is not None:
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)


def _save(window: MainWindow, folder: Path) -> int:
    comparison = window.session.comparison
    if comparison is None:
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    picture, table = folder / "window.png", folder / "comparison.docx"
    window.grab().save(str(picture))
    data = to_docx(comparison, window.session.annotations, language_of_texts())
    write(table, data, overwrite=True)
    sys.stdout.write(f"{picture}\n{table}\n")
    window.close()
    return 0


def _tell(error: Exception) -> int:
    """Say a fault of the world on stderr; anything else is a bug and goes on."""
    if not isinstance(error, UserError):
        raise error
    sys.stderr.write(f"{error.in_language(language_of_texts())}\n")
    return 2
