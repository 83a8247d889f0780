"""Context menus: what can be done with what is under the pointer, or at the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.compare.model import Side
from desktop.ui.look.viewport import viewport

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractItemView, QTextBrowser

    from desktop.ui.frame.window import Window
    from desktop.ui.table.page import TablePage

LINKING = ("confirm", "confirm_to_here", "", "link", "unlink", "relabel", "shift_up", "shift_down",
           "stand_alone", "back_to_automatic")  # fmt: skip
STRUCTURE = ("make_heading", "unmake_heading", "raise_level", "lower_level", "change_role",
             "mark_commitment")  # fmt: skip
IN_PANES = ("find", "go_library", "", "annotate", "bookmark", "", *LINKING, "", *STRUCTURE)
IN_LIST = ("annotate", "bookmark", "", *LINKING)
IN_OUTLINE = STRUCTURE[1:5]
IN_HITS = ("annotate", "annotate_hits", "", "find_next", "find_previous")
IN_NOTES = (
    *("status_to_check", "status_confirmed", "status_question", "status_quote", "status_ignore"),
    *("", "remove_note"),
    *("", "notes_by_place", "notes_by_status", "notes_by_time"),
    *("", "rename_tag", "remove_tag"),
)


class ContextMenus(QObject):
    """The same actions as in the menus, where they are meant; the menu key opens them too."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        for side in Side:
            pane = window.panes.pane(side)
            pane.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            pane.customContextMenuRequested.connect(partial(self._on_pane_asked, side))
        docks = window.docks
        commitments = docks.panels.commitments
        self._serve(commitments.list, IN_LIST, commitments.copy)
        self._serve(docks.panels.outline.tree, IN_OUTLINE, None)
        for browser in (docks.panels.pair.texts, docks.panels.pair.why):
            browser.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            browser.customContextMenuRequested.connect(partial(self._on_pair_asked, browser))
        window.table_made.connect(self._on_table_made)
        commitments.table_made.connect(lambda table: self._serve(table, IN_LIST, commitments.copy))
        docks.panels.made.connect(self._on_made)

    def _on_table_made(self, page: TablePage) -> None:
        page.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.table.customContextMenuRequested.connect(partial(self._on_table_asked, page))

    def _on_made(self, name: str) -> None:
        """Serve a dock that is seen for the first time."""
        docks = self._window.docks
        if name == "targets":
            self._serve(docks.panels.targets.table, (), docks.panels.targets.copy)
        elif name == "wording":
            self._serve(docks.panels.wording.list, (), docks.panels.wording.copy)
        elif name == "hits":
            for view in docks.panels.hits.lists.values():
                self._serve(view, IN_HITS, None)
        elif name == "annotations":
            self._serve(docks.panels.annotations.list, IN_NOTES, docks.panels.annotations.copy)

    def _serve(
        self, view: QAbstractItemView, names: tuple[str, ...], copy: Callable[[], None] | None
    ) -> None:
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(partial(self._open, names, viewport(view), copy))

    def _on_table_asked(self, page: TablePage, at: QPoint) -> None:
        """Offer what a row is for, or a heading, and the text of one cell by itself."""
        names = IN_LIST if page.heading_at_hand is None else IN_OUTLINE
        menu = self._open(names, viewport(page.table), page.copy, at)
        cell = page.table.indexAt(at)
        text = str(cell.data() or "")
        if text and not page.table.lines.lines[cell.row()].is_fold:
            copy = QAction(self.tr("Copy this cell"), menu)
            copy.setObjectName("copy_cell")
            copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(text))
            menu.insertAction(menu.actions()[1], copy)

    def _on_pane_asked(self, side: Side, at: QPoint) -> None:
        """Take up what is under the pointer, unless words are selected.

        The menu key is about the sentence at hand, also while the text cursor stays behind.
        """
        panes = self._window.panes
        pane, span = panes.pane(side), self._window.session.span_at_hand(side.other)
        is_by_key = pane.hasFocus() and at == pane.cursorRect().center()
        if is_by_key and panes.is_cursor_behind and span is not None:
            panes.show_selection()  # Qt has brought the cursor into view instead
            there = panes.pane(side.other)
            below = min(max(there.extent(span).bottom, 0.0), there.height())
            self._open(IN_PANES, viewport(there), None, QPoint(0, round(below)))
            return
        panes.focus(side)
        if pane.selected_span() is None:
            self._select(side, pane.take_up(QPointF(at)))
        copy = pane.copy if pane.selected_span() is not None else None
        self._open(IN_PANES, viewport(pane), copy, at)

    def _on_pair_asked(self, browser: QTextBrowser, at: QPoint) -> None:
        """Offer what the pair is for; Qt would copy the addresses of links, which lead inside."""
        copy = browser.copy if browser.textCursor().hasSelection() else None
        self._open(IN_LIST, viewport(browser), copy, at)

    def _select(self, side: Side, statement: int | None) -> None:
        """Select a statement; one that is at hand keeps its partner: it may be the second best."""
        session, here = self._window.session, self._window.session.selection
        is_here = statement is not None and here.end(side) == statement
        if is_here and here.left is not None and here.right is not None:
            session.select_pair(here.left, here.right, side)
        else:
            session.select(side, statement)

    def _open(
        self,
        names: tuple[str, ...],
        widget: QWidget,
        copy: Callable[[], None] | None,
        at: QPoint,
    ) -> QMenu:
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
        return menu
