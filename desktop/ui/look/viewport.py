"""The widget on which a scroll area shows what it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

ONE_S_OWN = Qt.FindChildOption.FindDirectChildrenOnly
QT_S_NAME = "qt_scrollarea_viewport"


def viewport(area: QAbstractScrollArea) -> QWidget:
    """Return the viewport of a scroll area.

    Asked for it as such, PySide looks through all classes of widgets for the one that it is of, and
    loads forty that nobody needs, in six milliseconds. Asked for a child by its name it takes Qt's
    word for the class.
    """
    return area.findChild(QWidget, QT_S_NAME, ONE_S_OWN) or area.viewport()
