"""Where the docks stand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QTabWidget,
)

from desktop.ui.frame.dock_tabs import DockTabs, is_in_sight
from desktop.ui.frame.dock_widths import DockWidths
from desktop.ui.frame.focus_line import FocusLine
from desktop.ui.frame.panels import Panels
from desktop.ui.frame.title_bar import TitleBar
from desktop.ui.look.chrome_size import scaled
from desktop.ui.settings import ARRANGEMENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QAction

    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session

TITLES = {
    "outline": QT_TRANSLATE_NOOP("Docks", "Outline of both"),
    "commitments": QT_TRANSLATE_NOOP("Docks", "Commitments"),
    "targets": QT_TRANSLATE_NOOP("Docks", "Targets"),
    "wording": QT_TRANSLATE_NOOP("Docks", "Wording"),
    "annotations": QT_TRANSLATE_NOOP("Docks", "Notes"),
    "pair": QT_TRANSLATE_NOOP("Docks", "Pair at hand"),
    "hits": QT_TRANSLATE_NOOP("Docks", "Found"),
    "library": QT_TRANSLATE_NOOP("Docks", "Library"),
}

GO = "go_"
"""What the names of the actions begin with that lead to a dock."""

OUTLINE_SHARE, LIST_SHARE = 0.165, 0.24
"""Parts of the window's width; the panes need the most of it."""

OUTLINE_WIDTHS, LIST_WIDTHS = (190, 280), (290, 380)  # at least and at most, in pixels
PAIR_HEIGHT, PAIR_SHARE = 168, 0.25  # pixels, and at most of the window's height
THREE_COLUMNS = 1000
"""Pixels that both lists and panes of eleven characters a line need beside each other."""

Area = Qt.DockWidgetArea
Corner = Qt.Corner


class Docks(QObject):
    """The docks of a window; they are away while nothing is open."""

    left = Signal()  # by Esc or a click: the keyboard is to go back to what is read

    def __init__(self, window: QMainWindow, session: Session, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._theme = theme
        self._away: list[QDockWidget] | None = None
        self.panels = Panels(window, session, theme)
        self.outline = self._dock("outline", Area.LeftDockWidgetArea)
        right, bottom = Area.RightDockWidgetArea, Area.BottomDockWidgetArea
        self.commitments = self._dock("commitments", right)
        self.targets = self._dock("targets", right)
        self.wording = self._dock("wording", right)
        self.annotations = self._dock("annotations", right)
        self.library = self._dock("library", right)
        self.pair = self._dock("pair", bottom)
        self.hits = self._dock("hits", bottom)
        self.tabbed = (self.commitments, self.targets, self.wording, self.annotations)
        self.all = (self.outline, *self.tabbed, self.library, self.pair, self.hits)
        self._arrange()
        self._retranslate()
        self.tabs = DockTabs(window, self.all)
        self.widths = DockWidths(window, self.all)
        self.line = FocusLine(window, self.all)
        for dock in self.all:
            for changed in (dock.visibilityChanged, dock.dockLocationChanged, dock.topLevelChanged):
                changed.connect(self._on_turned)
        self._first = window.saveState(ARRANGEMENT)
        window.installEventFilter(self)
        session.annotations_changed.connect(self._retranslate)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.panels.set_theme(theme)
        for dock in self.all:
            head = dock.titleBarWidget()
            if isinstance(head, TitleBar):
                head.set_theme(theme)

    def connect_actions(self, actions: Mapping[str, QAction]) -> None:
        """Let the actions that show a dock say whether it is open, and bring it to the front.

        Qt's own would do so too, but have neither keys nor a place among the commands.
        """
        for dock in self.all:
            action = actions[f"dock_{dock.objectName()}"]
            action.setChecked(not dock.isHidden())
            dock.toggleViewAction().toggled.connect(action.setChecked)
            action.triggered.connect(dock.raise_)

    def go_to(self, name: str) -> None:
        """Show a dock and give it the keyboard; "go_targets", an action's name, says it too."""
        name = name.removeprefix(GO)
        dock = next(dock for dock in self.all if dock.objectName() == name)
        self._bring(dock)
        self.panels.of(dock).take_keyboard()

    def float_one(self) -> None:
        """Float the dock that has the keyboard, else the commitments; or dock it again."""
        dock, focused = self._at_hand or self.commitments, QApplication.focusWidget()
        dock.setFloating(not dock.isFloating())
        if focused is not None and dock.isAncestorOf(focused) and focused.isEnabled():
            self._bring(dock)
            focused.setFocus()  # who writes a note writes on
        else:  # it had no keyboard, or the note had no words and is gone
            self.go_to(dock.objectName())

    @staticmethod
    def _bring(dock: QDockWidget) -> None:
        dock.show()
        dock.raise_()
        dock.activateWindow()

    def close_one(self) -> None:
        """Close the dock that has the keyboard."""
        if self._at_hand is not None:
            self._at_hand.close()

    @property
    def _at_hand(self) -> QDockWidget | None:
        focused = QApplication.focusWidget()
        here = (dock for dock in self.all if focused is not None and dock.isAncestorOf(focused))
        return next(here, None)

    def _on_turned(self) -> None:
        QTimer.singleShot(0, self, self._on_all_turned)  # when all of them stand

    def _on_all_turned(self) -> None:
        for dock in self.all:
            head = dock.titleBarWidget()
            if isinstance(head, TitleBar) and not dock.isHidden():
                head.set_bare(self._needs_no_title(dock))
        self._bring_keyboard()

    def _needs_no_title(self, dock: QDockWidget) -> bool:
        """Tell what a tab names, or what it shows, from what could not be moved without a title."""
        if dock.isFloating():
            return False
        beside = self._window.tabifiedDockWidgets(dock)
        return dock in (self.pair, self.hits) or any(not other.isHidden() for other in beside)

    def _bring_keyboard(self) -> None:
        """Let no one type into a dock that another one's tab has put out of sight.

        What is in front does not get it: a list would bring its first line to hand.
        """
        dock = self._at_hand
        if dock is not None and not dock.isFloating() and not is_in_sight(dock, self._window):
            self.left.emit()

    def restore(self, state: QByteArray) -> bool:
        """Put all docks where they stood, if that was in this arrangement, and tell whether."""
        used = [bar for bar in self.tabs.bars if bar.count()]
        is_restored = self._window.restoreState(state, ARRANGEMENT)
        for bar in used if is_restored else ():
            bar.hide()  # Qt makes others, and may leave these in the midst of the window
        return is_restored

    def arrange_anew(self) -> None:
        """Put all docks where they stood at first."""
        self.restore(self._first)
        self.gather()
        self.spread(self._window.width())
        self.show_hits(bool(self._session.finder.hits))
        self.commitments.raise_()

    @property
    def are_away(self) -> bool:
        """Whether they are put away, as long as nothing is open."""
        return self._away is not None

    def show_all(self, shown: bool) -> None:
        """Show the docks that were open, or put them all away."""
        if shown and self._away is not None:
            for dock in self._away:
                dock.show()
            self._away = None
            self.commitments.raise_()
            self.show_hits(bool(self._session.finder.hits))
        elif not shown and self._away is None:
            self._away = [d for d in self.all if not d.isHidden() and d is not self.hits]
            for dock in self.all:
                dock.hide()

    def show_hits(self, shown: bool) -> None:
        """Show what was found in front of the pair at hand, or put it away."""
        if shown is self.hits.isHidden() and self._away is None:
            self.hits.setVisible(shown)
            (self.hits if shown else self.pair).raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak another language when the window does, and let Esc leave a dock."""
        if watched is self._window and event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        elif isinstance(watched, QDockWidget) and _is_escape(event):
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _dock(self, name: str, area: Area) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        dock.installEventFilter(self)
        self.panels.move_into(dock)
        is_bare = name != "outline"  # until it is known what stands beside what
        dock.setTitleBarWidget(TitleBar(dock, self._theme, is_bare=is_bare))
        self._window.addDockWidget(area, dock)
        return dock

    def _arrange(self) -> None:
        window = self._window
        window.setCorner(Corner.BottomLeftCorner, Area.LeftDockWidgetArea)
        window.setCorner(Corner.BottomRightCorner, Area.RightDockWidgetArea)
        for area in (Area.RightDockWidgetArea, Area.BottomDockWidgetArea):
            window.setTabPosition(area, QTabWidget.TabPosition.North)
        window.setDocumentMode(True)
        for dock in (*self.tabbed[1:], self.library):
            window.tabifyDockWidget(self.commitments, dock)
        window.tabifyDockWidget(self.pair, self.hits)
        self.hits.hide()
        self.library.hide()

    def gather(self) -> None:
        """Stand in one column beside the panes, where the window is too narrow for two."""
        if self._window.width() < scaled(THREE_COLUMNS):
            self._window.tabifyDockWidget(self.library, self.outline)
            self.commitments.raise_()

    def spread(self, width: int) -> None:
        """Give the docks their first sizes in a window of `width` pixels."""
        widths = [
            round(min(max(width * share, _room(least)), _room(most)))
            for share, (least, most) in (
                (OUTLINE_SHARE, OUTLINE_WIDTHS),
                (LIST_SHARE, LIST_WIDTHS),
            )
        ]
        docks = [self.outline, self.commitments]
        if self._window.tabifiedDockWidgets(self.outline):
            docks, widths = docks[1:], widths[1:]
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        height = min(scaled(PAIR_HEIGHT), PAIR_SHARE * self._window.height())
        self._window.resizeDocks([self.pair], [round(height)], Qt.Orientation.Vertical)

    def _retranslate(self) -> None:
        for dock in self.all:
            title = QCoreApplication.translate("Docks", str(TITLES[dock.objectName()]))
            if dock is self.annotations and self._session.annotations:
                title = f"{title} {len(self._session.annotations)}"
            dock.setWindowTitle(title)
            dock.setAccessibleName(title)


def _is_escape(event: QEvent) -> bool:
    """Tell of Esc; a dock gets what nothing in it has a use for."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Escape


def _room(width: float) -> float:
    """Return a width for text of the chosen size: the panes share what larger text takes."""
    return math.sqrt(scaled(width) * width)
