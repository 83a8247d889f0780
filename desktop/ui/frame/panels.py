"""Panels: what is in the docks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from desktop.ui.docks.commitments_dock import CommitmentsDock
from desktop.ui.docks.later import loaded
from desktop.ui.docks.outline_dock import OutlineDock
from desktop.ui.docks.pair_dock import PairDock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget, QMainWindow

    from desktop.ui.docks.annotations_dock import AnnotationsDock
    from desktop.ui.docks.hits_dock import HitsDock
    from desktop.ui.docks.later import Panel
    from desktop.ui.docks.library_dock import LibraryDock
    from desktop.ui.docks.targets_dock import TargetsDock
    from desktop.ui.docks.wording_dock import WordingDock
    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session


class Panels(QObject):
    """One for each dock; what few starts show is loaded and made when it is seen or asked for."""

    made = Signal(str)  # the name of the dock that has its panel now

    def __init__(self, window: QMainWindow, session: Session, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._session, self._theme = window, session, theme
        self._docks: dict[str, QDockWidget] = {}
        self._panels: dict[str, Panel] = {
            "outline": OutlineDock(session, theme, window),
            "commitments": CommitmentsDock(session, theme, window),
            "pair": PairDock(session, theme, window),
        }

    @property
    def outline(self) -> OutlineDock:
        """The headings of both sides."""
        return cast("OutlineDock", self._panel("outline"))

    @property
    def commitments(self) -> CommitmentsDock:
        """The list of commitments."""
        return cast("CommitmentsDock", self._panel("commitments"))

    @property
    def targets(self) -> TargetsDock:
        """The table of targets."""
        return cast("TargetsDock", self._panel("targets"))

    @property
    def wording(self) -> WordingDock:
        """The list of terms."""
        return cast("WordingDock", self._panel("wording"))

    @property
    def annotations(self) -> AnnotationsDock:
        """The list of notes and their editor."""
        return cast("AnnotationsDock", self._panel("annotations"))

    @property
    def pair(self) -> PairDock:
        """The pair at hand."""
        return cast("PairDock", self._panel("pair"))

    @property
    def hits(self) -> HitsDock:
        """What was found in the reports."""
        return cast("HitsDock", self._panel("hits"))

    @property
    def library(self) -> LibraryDock:
        """The search of the library."""
        return cast("LibraryDock", self._panel("library"))

    def of(self, dock: QDockWidget) -> Panel:
        """Return what is in a dock."""
        return self._panel(dock.objectName())

    def move_into(self, dock: QDockWidget) -> None:
        """Let a dock have the panel of its name, now or when it is first seen."""
        name = dock.objectName()
        self._docks[name] = dock
        if name in self._panels:
            self._fill(name)
        else:
            dock.visibilityChanged.connect(partial(self._on_seen, name))

    def save_note(self) -> bool:
        """Save what is typed into the editor of notes; whether nothing is left unsaved."""
        return "annotations" not in self._panels or self.annotations.editor.save()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        for panel in self._panels.values():
            panel.set_theme(theme)

    def _panel(self, name: str) -> Panel:
        """Return what is in a dock, made now if need be, with all that it has to show."""
        if name not in self._panels:
            self._make(name)
        panel = self._panels[name]
        if isinstance(panel, (OutlineDock, CommitmentsDock)):
            panel.catch_up()  # whoever goes there by key goes on by key
        return panel

    def _make(self, name: str) -> None:
        made = self._panels[name] = loaded(name)(self._session, self._theme, self._window)
        made.set_theme(self._theme)
        self._fill(name)
        self.made.emit(name)

    def _fill(self, name: str) -> None:
        panel = self._panels[name]
        self._docks[name].setWidget(panel)
        panel.show()

    def _on_seen(self, name: str, is_seen: bool) -> None:
        if is_seen:
            self._panel(name)
