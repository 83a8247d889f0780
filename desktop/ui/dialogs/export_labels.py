"""How the choices of an export are called on the screen.

Apart from the other labels: equal values, such as a quantified commitment and a change that is
called so, are one key of a dictionary whatever enum they are from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.report.model import CommitmentKind, Role
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
    Confirmation.ANY: QT_TRANSLATE_NOOP("Export", "confirmed or not"),
    Confirmation.CONFIRMED: QT_TRANSLATE_NOOP("Export", "confirmed"),
    Confirmation.OPEN: QT_TRANSLATE_NOOP("Export", "not confirmed yet"),
    CommitmentKind.QUANTIFIED: QT_TRANSLATE_NOOP("Export", "with a number"),
    CommitmentKind.NAMED: QT_TRANSLATE_NOOP("Export", "with a name"),
    CommitmentKind.GENERAL: QT_TRANSLATE_NOOP("Export", "general"),
    Role.FRONT: QT_TRANSLATE_NOOP("Export", "Opening"),
    Role.REVIEW: QT_TRANSLATE_NOOP("Export", "Review"),
    Role.PROBLEMS: QT_TRANSLATE_NOOP("Export", "Problems"),
    Role.PLAN: QT_TRANSLATE_NOOP("Export", "Plan"),
    Role.SELF_GOVERNMENT: QT_TRANSLATE_NOOP("Export", "The government itself"),
    Role.CLOSING: QT_TRANSLATE_NOOP("Export", "Closing"),
    Role.APPENDIX: QT_TRANSLATE_NOOP("Export", "Annexes"),
    Role.GLOSSARY: QT_TRANSLATE_NOOP("Export", "Glossary"),
}


def export_label(value: StrEnum) -> str:
    """Return the name of a choice in the language of the interface."""
    return QCoreApplication.translate("Export", str(LABELS[value]))
