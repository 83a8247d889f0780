"""ComparingPage: how sure a link has to be."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.compare.options import DEFAULT, Options
from desktop.ui.preferences.number_field import NumberField
from desktop.ui.preferences.usual_button import UsualButton
from desktop.ui.settings import SUREST

if TYPE_CHECKING:
    from desktop.ui.settings import Settings

STEP = 0.02


class ComparingPage(QWidget):
    """A field for each threshold, which the next comparison keeps to."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        told = QLabel(
            self.tr(
                "A link needs at least this probability. Higher: fewer links, more that is called "
                "new or dropped. With the defaults both kinds of mistakes together are fewest on "
                "labelled pairs."
            ),
            self,
        )
        told.setWordWrap(True)
        self.fields = {field.name: NumberField(self) for field in fields(Options)}
        form = QFormLayout()
        for name, field in self.fields.items():
            said = self._names()[name]
            field.setRange(0.0, SUREST)
            field.setSingleStep(STEP)
            field.setDecimals(2)
            field.setAccessibleName(said)
            form.addRow(said, field)
        self.usual = UsualButton(
            self.tr("Default values"), DEFAULT, lambda: settings.thresholds, self._show, self
        )
        form.addRow("", self.usual)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addLayout(form)
        layout.addStretch(1)
        self._show(settings.thresholds)
        for field in self.fields.values():
            field.valueChanged.connect(self._on_changed)

    def _names(self) -> dict[str, str]:
        return {
            "section_score": self.tr("Sections that correspond"),
            "carried_score": self.tr("Commitments that recur or are revised"),
            "told_score": self.tr("Commitments that the review tells of"),
            "lone_score": self.tr("What would otherwise stand alone"),
        }

    def _show(self, options: Options) -> None:
        for name, field in self.fields.items():
            field.setValue(getattr(options, name))

    def _on_changed(self) -> None:
        chosen = {name: round(field.value(), 2) for name, field in self.fields.items()}
        self._settings.thresholds = replace(DEFAULT, **chosen)
        self.usual.show_state()
        self.changed.emit()
