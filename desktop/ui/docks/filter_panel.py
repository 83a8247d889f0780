"""FilterPanel: the finer choices of what the list shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.compare.model import ChangeKind
from desktop.report.model import CommitmentKind, Role
from desktop.ui.desk.row_filter import RowFilter
from desktop.ui.dialogs.export_ticks import TickGroup
from desktop.ui.labels import label

if TYPE_CHECKING:
    from desktop.ui.session import Session

HEIGHT = 280
COLUMNS = 2  # of the ticks: a dock is narrow
ROLES = tuple(role for role in Role if role is not Role.NOISE)


class FilterPanel(QScrollArea):
    """Ticks for changes, kinds, parts and tags, and whether what is confirmed is left out.

    Tab comes here from `before`, a widget of the same window.
    """

    def __init__(self, session: Session, before: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._before = before
        self.setObjectName("filterPanel")
        self.setWidgetResizable(True)
        self.setMaximumHeight(HEIGHT)
        session.annotations_changed.connect(self._on_tags_changed)
        session.filter_changed.connect(self._show)
        self._make()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._make()
        super().changeEvent(event)

    def _make(self) -> None:
        """Make the boxes, in the language of the interface and with the tags that there are."""
        inner = QWidget(self)
        self._tags = self._known_tags()
        self.changes = TickGroup(self.tr("Changes"), ChangeKind, label, inner, COLUMNS)
        self.kinds = TickGroup(self.tr("Kinds"), CommitmentKind, label, inner, COLUMNS)
        self.roles = TickGroup(self.tr("Parts"), ROLES, label, inner, COLUMNS)
        self.tags = TickGroup(self.tr("Tags of notes"), self._tags, str, inner, COLUMNS)
        self.tags.setVisible(bool(self._tags))
        self.only_open = QCheckBox(self.tr("Only what is not confirmed"), inner)
        self.everything = QPushButton(self.tr("Everything again"), inner)
        self.everything.clicked.connect(self._on_everything)
        self.everything.setAutoDefault(True)  # Enter presses it too
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(12, 4, 12, 8)
        for widget in (*self._groups, self.only_open, self.everything):
            layout.addWidget(widget)
        self.setWidget(inner)
        self.setAccessibleName(self.tr("What the list shows"))
        self._show()
        for group in self._groups:
            group.changed.connect(self._on_ticked)
        self.only_open.toggled.connect(self._on_ticked)
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Let Tab go through the boxes, which are made later than what comes behind them."""
        boxes = [box for group in self._groups for box in group.boxes.values()]
        order = (self._before, self, *boxes, self.only_open, self.everything)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    @property
    def _groups(self) -> tuple[TickGroup, ...]:
        return self.changes, self.kinds, self.roles, self.tags

    def _known_tags(self) -> tuple[str, ...]:
        return tuple(sorted({tag for note in self._session.annotations for tag in note.tags}))

    def _show(self) -> None:
        chosen = self._session.filter
        for group, values in (
            (self.changes, chosen.changes),
            (self.kinds, chosen.kinds),
            (self.roles, chosen.roles),
            (self.tags, chosen.tags),
        ):
            with QSignalBlocker(group):
                group.choose(values)
        with QSignalBlocker(self.only_open):
            self.only_open.setChecked(chosen.only_open)

    def _on_tags_changed(self) -> None:
        if self._known_tags() != self._tags:
            self._make()

    def _on_ticked(self) -> None:
        self._session.show_rows(
            replace(
                self._session.filter,
                changes=self.changes.chosen(ChangeKind),
                kinds=self.kinds.chosen(CommitmentKind),
                roles=self.roles.chosen(ROLES) | {Role.NOISE},
                tags=self.tags.chosen(self._tags),
                only_open=self.only_open.isChecked(),
            )
        )

    def _on_everything(self) -> None:
        now = self._session.filter
        self._session.show_rows(RowFilter(relations=now.relations, text=now.text))
