"""What Qt asks models and delegates with."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SHOWN = Qt.ItemDataRole.DisplayRole
ACROSS = Qt.Orientation.Horizontal
NO_COLUMN = -1  # that a table is sorted by
