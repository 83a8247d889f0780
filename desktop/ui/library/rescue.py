"""Opening the library at the start, also one that is damaged or of a newer version."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.language import told_time
from desktop.store import DamagedError, ForeignFileError, open_to_read
from desktop.store.backups import newest_whole
from desktop.store.restoring import begin_anew, restore

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.errors import UserError
    from desktop.store import Library
    from desktop.store.backups import Backup

NAME = QT_TRANSLATE_NOOP("Rescue", "Duikan")
ASIDE = QT_TRANSLATE_NOOP("Rescue", "What is damaged is moved aside, and never deleted.")
RESTORE = QT_TRANSLATE_NOOP("Rescue", "Restore the backup of {time}")
BEGIN_ANEW = QT_TRANSLATE_NOOP("Rescue", "Begin an empty library")
QUIT = QT_TRANSLATE_NOOP("Rescue", "Quit")


class Way(Enum):
    """What can be done with a library that is damaged, and the role of the button for it."""

    RESTORE = "AcceptRole"
    BEGIN_ANEW = "DestructiveRole"
    QUIT = "RejectRole"


def open_or_rescue(path: Path, language: str) -> Library:
    """Open the library in that file; where it is damaged, ask whether to restore a backup.

    One that cannot be written to is opened to be read. Raises UserError where nothing can be
    opened, and what the library itself said where the analyst would rather leave it.
    """
    try:
        return _looked_over(path)
    except (DamagedError, ForeignFileError) as error:
        backup = newest_whole(path)
        if backup is None and isinstance(error, ForeignFileError):
            raise  # somebody else's file, most likely
        way = ask(error, language, backup)
        if way is Way.QUIT:
            raise
        if way is Way.RESTORE and backup is not None:
            restore(path, backup.path, datetime.now(UTC), aside=True)
        else:
            begin_anew(path, datetime.now(UTC))
        return _looked_over(path)


def _looked_over(path: Path) -> Library:
    """Open the library, and read what the window reads first."""
    library = open_to_read(path)
    try:
        library.recent_pairs()
        library.drafts()
    except BaseException:
        library.close()
        raise
    return library


def ask(error: UserError, language: str, backup: Backup | None) -> Way:
    """Ask what to do, while there is no window yet that could tell."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - slow to load, and seldom needed

    role = QMessageBox.ButtonRole
    box = QMessageBox(QMessageBox.Icon.Warning, _tr(NAME), error.in_language(language))
    box.setInformativeText(_tr(ASIDE))
    if backup is not None:
        restore = _tr(RESTORE).format(time=told_time(backup.made))
        box.setDefaultButton(box.addButton(restore, role[Way.RESTORE.value]))
    box.addButton(_tr(BEGIN_ANEW), role[Way.BEGIN_ANEW.value])
    box.setEscapeButton(box.addButton(_tr(QUIT), role[Way.QUIT.value]))
    box.exec()
    return Way(box.buttonRole(box.clickedButton()).name)


def _tr(text: object) -> str:
    return QCoreApplication.translate("Rescue", str(text))
