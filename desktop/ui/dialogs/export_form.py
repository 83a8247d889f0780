"""ExportForm: what goes into a document, as boxes to tick and lists to choose from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.annotation import Status
from desktop.compare.model import ChangeKind, Relation, Side
from desktop.report.model import CommitmentKind, Role
from desktop.ui.dialogs.export_labels import export_label
from desktop.ui.dialogs.export_ticks import TickGroup
from desktop.ui.labels import READING_ORDER, label
from desktop.ui.look.choice_box import ChoiceBox
from desktop.ui.look.clear_button import give_clear_button
from desktop.writers.contents import (
    EVERYTHING,
    NO_TAG,
    Chapters,
    Confirmation,
    Contents,
    Kind,
    Look,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum


ROLES = tuple(role for role in Role if role is not Role.NOISE)


class ExportForm(QWidget):
    """The form; `contents` is what it says, and `show_contents` fills it in."""

    changed = Signal()
    list_asked = Signal()

    def __init__(
        self, sides: tuple[str, str], tags: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named = sorted(set(tags) - {NO_TAG})
        self._all_tags = (*named, NO_TAG) if named else ()
        self.kinds = TickGroup(self.tr("What to make"), tuple(Kind), export_label, self)
        self.relations = TickGroup(self.tr("Relations"), READING_ORDER, label, self)
        self.changes = TickGroup(self.tr("Changes of what is revised"), ChangeKind, label, self)
        self.roles = TickGroup(self.tr("Parts of the reports"), ROLES, label, self)
        self.commitments = TickGroup(self.tr("Kinds of commitments"), CommitmentKind, label, self)
        self.statuses = TickGroup(self.tr("Notes with the status"), Status, label, self)
        without = self.tr("Without a tag")
        self.tags = TickGroup(
            self.tr("Notes with the tag"), self._all_tags, lambda tag: tag or without, self
        )
        self.tags.setVisible(bool(self._all_tags))
        self.look, self.chapters = self._choice(Look), self._choice(Chapters)
        self.confirmation = self._choice(Confirmation)
        self.side = ChoiceBox(self)
        for side, name in zip(Side, sides, strict=True):
            self.side.addItem(name, side)
        self.only_noted = QCheckBox(self.tr("Only items with such a note"), self)
        self.has_notes = QCheckBox(self.tr("Notes"), self)
        self.is_broad = QCheckBox(self.tr("Tables on broad pages"), self)
        self.has_highlights = QCheckBox(self.tr("Relations as marks in the text"), self)
        self.search = QLineEdit(self)
        give_clear_button(self.search, self.tr("Clear the field"))
        self.as_list = QPushButton(self.tr("Only what the list shows"), self)
        self._lay_out()
        self._connect()
        self.show_contents(EVERYTHING)

    @property
    def contents(self) -> Contents:
        """What is chosen; with no box for tags ticked no note goes in."""
        tags = self.tags.chosen(self._all_tags)
        is_none = bool(self._all_tags) and not tags
        return Contents(
            kinds=tuple(kind for kind in Kind if kind in self.kinds.chosen(Kind)),
            relations=self.relations.chosen(Relation),
            changes=self.changes.chosen(ChangeKind),
            roles=self.roles.chosen(ROLES) | {Role.NOISE},
            commitments=self.commitments.chosen(CommitmentKind),
            statuses=self.statuses.chosen(Status),
            tags=frozenset() if len(tags) == len(self._all_tags) else tags,
            search=self.search.text(),
            confirmation=Confirmation(self.confirmation.currentData()),
            only_noted=self.only_noted.isChecked(),
            has_notes=self.has_notes.isChecked() and not is_none,
            is_broad=self.is_broad.isChecked(),
            has_highlights=self.has_highlights.isChecked(),
            side=Side(self.side.currentData()),
            chapters=Chapters(self.chapters.currentData()),
            look=Look(self.look.currentData()),
        )

    def show_contents(self, contents: Contents) -> None:
        """Fill the form in."""
        self.blockSignals(True)
        self.kinds.choose(contents.kinds)
        self.relations.choose(contents.relations)
        self.changes.choose(contents.changes)
        self.roles.choose(contents.roles)
        self.commitments.choose(contents.commitments)
        self.statuses.choose(contents.statuses)
        self.tags.choose(contents.tags or self._all_tags)
        self.search.setText(contents.search)
        self.only_noted.setChecked(contents.only_noted)
        self.has_notes.setChecked(contents.has_notes)
        self.is_broad.setChecked(contents.is_broad)
        self.has_highlights.setChecked(contents.has_highlights)
        for box, value in (
            (self.side, contents.side),
            (self.chapters, contents.chapters),
            (self.look, contents.look),
            (self.confirmation, contents.confirmation),
        ):
            box.setCurrentIndex(box.findData(value))
        self.blockSignals(False)
        self._on_changed()

    def show_list(self, shown: Contents) -> None:
        """Take over what the list of commitments shows."""
        self.show_contents(
            replace(
                self.contents,
                relations=shown.relations,
                changes=shown.changes,
                commitments=shown.commitments,
                roles=shown.roles,
                search=shown.search,
                confirmation=shown.confirmation,
                only_noted=shown.only_noted,
                tags=shown.tags,
            )
        )

    def _choice(self, values: type[StrEnum]) -> QComboBox:
        box = ChoiceBox(self)
        for value in values:
            box.addItem(export_label(value), value)
        return box

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 0)
        form = QFormLayout()
        for name, field in (
            (self.tr("Style"), self.look),
            (self.tr("Report with comments"), self.side),
            (self.tr("Notes gathered by"), self.chapters),
            (self.tr("Standing"), self.confirmation),
            (self.tr("Only with the words"), self.search),
        ):
            form.addRow(name, field)
            field.setAccessibleName(name)
        form.addRow("", self.as_list)
        layout.addWidget(self.kinds)
        layout.addLayout(form)
        for widget in (*self._switches, *self._groups[1:]):
            layout.addWidget(widget)
        layout.addStretch(1)

    @property
    def _switches(self) -> tuple[QCheckBox, ...]:
        return self.has_notes, self.only_noted, self.is_broad, self.has_highlights

    @property
    def _groups(self) -> tuple[TickGroup, ...]:
        return (
            self.kinds,
            self.relations,
            self.changes,
            self.roles,
            self.commitments,
            self.statuses,
            self.tags,
        )

    def _connect(self) -> None:
        for group in self._groups:
            group.changed.connect(self._on_changed)
        for box in (self.look, self.side, self.chapters, self.confirmation):
            box.currentIndexChanged.connect(self._on_changed)
        for switch in self._switches:
            switch.toggled.connect(self._on_changed)
        self.search.textChanged.connect(self._on_changed)
        self.as_list.clicked.connect(self.list_asked)

    def _on_changed(self) -> None:
        """Let what matters only to some kinds be chosen only with them."""
        kinds = self.kinds.chosen(Kind)
        self.side.setEnabled(Kind.COMMENTS in kinds)
        self.has_highlights.setEnabled(Kind.COMMENTS in kinds)
        self.chapters.setEnabled(Kind.MEMO in kinds)
        self.is_broad.setEnabled(bool(kinds - {Kind.MEMO, Kind.COMMENTS}))
        self.changes.setEnabled(bool(self.relations.chosen((Relation.REVISED,))))
        if not self.signalsBlocked():
            self.changed.emit()
