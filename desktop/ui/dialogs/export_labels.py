"""How those choices of an export are called on the screen that nothing else has a name for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.writers.contents import Chapters, Confirmation, Kind, Look

if TYPE_CHECKING:
    from enum import StrEnum

LABELS: dict[StrEnum, object] = {
    Kind.TABLE: QT_TRANSLATE_NOOP("Export", "Comparison table"),
    Kind.TARGETS: QT_TRANSLATE_NOOP("Export", "Table of targets"),
    Kind.MEMO: QT_TRANSLATE_NOOP("Export", "Memo"),
    Kind.COMMENTS: QT_TRANSLATE_NOOP("Export", "Report with comments"),
    Kind.WORDING: QT_TRANSLATE_NOOP("Export", "Changes of wording"),
    Look.OFFICIAL: QT_TRANSLATE_NOOP("Export", "Chinese official documents (GB/T 9704)"),
    Look.PLAIN: QT_TRANSLATE_NOOP("Export", "Plain"),
    Chapters.TAG: QT_TRANSLATE_NOOP("Export", "Tag"),
    Chapters.SECTION: QT_TRANSLATE_NOOP("Export", "Section"),
    Confirmation.ANY: QT_TRANSLATE_NOOP("Export", "any"),
    Confirmation.CONFIRMED: QT_TRANSLATE_NOOP("Export", "confirmed"),
    Confirmation.OPEN: QT_TRANSLATE_NOOP("Export", "not confirmed"),
}


def export_label(value: StrEnum) -> str:
    """Return the name of a choice in the language of the interface."""
    return QCoreApplication.translate("Export", str(LABELS[value]))
