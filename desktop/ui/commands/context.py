"""Context menus: what can be done with what is under the pointer, or at the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.compare.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractItemView

    from desktop.ui.main_window import MainWindow

LINKING = ("confirm", "confirm_to_here", "", "link", "unlink", "relabel", "stand_alone",
           "back_to_automatic")  # fmt: skip
STRUCTURE = ("make_heading", "unmake_heading", "raise_level", "lower_level", "change_role",
             "mark_commitment")  # fmt: skip
IN_PANES = ("find", "go_library", "", "annotate", "bookmark", "", *LINKING, "", *STRUCTURE)
IN_LIST = ("annotate", "bookmark", "", *LINKING)
IN_OUTLINE = STRUCTURE[1:5]


class ContextMenus(QObject):
    """The same actions as in the menus, where they are meant; the menu key opens them too."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for side in Side:
            pane = window.panes.pane(side)
            pane.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            pane.customContextMenuRequested.connect(partial(self._on_pane_asked, side))
        docks = window.docks
        commitments, wording, notes = (
            docks.commitments_panel,
            docks.wording_panel,
            docks.annotations_panel,
        )
        views: tuple[tuple[QAbstractItemView, tuple[str, ...], Callable[[], None] | None], ...] = (
            (commitments.list, IN_LIST, commitments.copy),
            (commitments.table, IN_LIST, commitments.copy),
            (docks.outline_panel.tree, IN_OUTLINE, None),
            (docks.targets_panel.table, (), docks.targets_panel.copy),
            (wording.list, (), wording.copy),
            (notes.list, (), notes.copy),
            (window.table.table, IN_LIST, window.table.copy),
        )
        for view, names, copy in views:
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(
                partial(self._open, names, view.viewport(), copy)
            )

    def _on_pane_asked(self, side: Side, at: QPoint) -> None:
        """Take up the sentence under the pointer, unless words are selected."""
        pane = self._window.panes.pane(side)
        pane.setFocus()
        if pane.selected_span() is None:
            statement = pane.statement_at(QPointF(at))
            if statement is not None:
                self._window.session.select(side, statement)
        copy = pane.copy if pane.selected_span() is not None else None
        self._open(IN_PANES, pane.viewport(), copy, at)

    def _open(
        self,
        names: tuple[str, ...],
        widget: QWidget,
        copy: Callable[[], None] | None,
        at: QPoint,
    ) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if copy is not None:
            made = menu.addAction(self.tr("Copy"), copy)
            made.setObjectName("copy")
            menu.addSeparator()
        for name in names:
            if name:
                menu.addAction(self._window.actions_[name])
            else:
                menu.addSeparator()
        menu.popup(widget.mapToGlobal(at))
