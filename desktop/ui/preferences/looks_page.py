"""LooksPage: theme, face, size, and the colours of the relations."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFontDatabase, QIcon
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.labels import READING_ORDER, label
from desktop.ui.look.badges import icon_size, legend_icon
from desktop.ui.look.choice_box import ChoiceBox
from desktop.ui.look.chrome_size import AS_SYSTEM, LARGEST_CHROME, SMALLEST_CHROME
from desktop.ui.look.typefaces import LARGEST_SIZE, SMALLEST_SIZE, reading_font
from desktop.ui.menus.actions import plain
from desktop.ui.preferences.number_field import NumberField
from desktop.ui.preferences.usual_button import UsualButton
from desktop.ui.settings import ThemeChoice

if TYPE_CHECKING:
    from desktop.compare.model import Relation
    from desktop.ui.look.theme import Theme
    from desktop.ui.settings import Settings

COLUMNS = 3
SAMPLE = "全年新增城镇就业1200万人以上"  # shows figures and characters of the chosen face


class LooksPage(QWidget):
    """Every choice is shown by the window at once."""

    theme_chosen = Signal(str)
    looks_changed = Signal()
    size_chosen = Signal(float)

    def __init__(
        self, settings: Settings, theme: Theme, size: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.theme = self._theme_box()
        self.family = self._family_box()
        self.points = NumberField(self)
        self.points.setRange(SMALLEST_SIZE, LARGEST_SIZE)
        self.points.setDecimals(0)
        self.points.setSuffix(self.tr(" pt"))
        self.points.setValue(size)
        self.points.valueChanged.connect(self.size_chosen)
        self.chrome = self._chrome_field()
        self.sample = QLabel(SAMPLE, self)
        self.sample.setFont(reading_font(size))
        self.sample.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.colours: dict[Relation, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.addLayout(self._form())
        layout.addWidget(self._colour_group())
        layout.addStretch(1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show a theme, which may have been chosen elsewhere, and its colours."""
        self.theme.setCurrentIndex(self.theme.findData(self._settings.theme.value))
        for relation, button in self.colours.items():
            drawn = legend_icon(relation, theme, self.devicePixelRatioF())
            button.setIconSize(icon_size())
            button.setIcon(drawn.pixmap(button.iconSize(), QIcon.Mode.Normal, QIcon.State.On))
        self._theme = theme

    def set_size(self, size: float) -> None:
        """Show another size, which was chosen elsewhere."""
        self.points.blockSignals(True)
        self.points.setValue(size)
        self.points.blockSignals(False)
        self.sample.setFont(reading_font(size))

    def choose_colour(self, relation: Relation, colour: str) -> None:
        """Give a relation another colour in every theme."""
        self._keep_colours({**self._settings.colours, relation: colour})
        self.usual.show_state()

    def _theme_box(self) -> QComboBox:
        box = ChoiceBox(self)
        for choice, name in (
            (ThemeChoice.LIGHT, self.tr("Light")),
            (ThemeChoice.DARK, self.tr("Dark")),
            (ThemeChoice.SYSTEM, self.tr("As the system")),
        ):
            box.addItem(name, choice.value)
        box.activated.connect(lambda: self.theme_chosen.emit(box.currentData()))
        return box

    def _family_box(self) -> QComboBox:
        """Return the faces that have Chinese characters; the first one is left to the program."""
        box = ChoiceBox(self)
        box.addItem(self.tr("Automatic (a serif face)"), "")
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
            if not QFontDatabase.isPrivateFamily(family):
                box.addItem(family, family)
        box.setCurrentIndex(max(0, box.findData(self._settings.family)))
        box.activated.connect(self._on_family_chosen)
        return box

    def _chrome_field(self) -> NumberField:
        """Return the size of all that is not the reports; below the smallest is the system's."""
        field = NumberField(self)
        field.setRange(SMALLEST_CHROME - 1.0, LARGEST_CHROME)
        field.setDecimals(0)
        field.setSuffix(self.tr(" pt"))
        field.setSpecialValueText(self.tr("As the system"))
        field.setValue(self._settings.chrome_size)
        field.valueChanged.connect(self._on_chrome_chosen)
        return field

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        for name, field in (
            (self.tr("&Theme"), self.theme),
            (self.tr("&Face of the reports"), self.family),
            (self.tr("&Size of the reports"), self.points),
        ):
            form.addRow(name, field)
            field.setAccessibleName(plain(name))
        form.addRow("", self.sample)
        name = self.tr("Size of &menus and lists")
        form.addRow(name, self.chrome)
        self.chrome.setAccessibleName(plain(name))
        return form

    def _colour_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Colours of the relations"), self)
        grid = QGridLayout(group)
        for at, relation in enumerate(READING_ORDER):
            button = QPushButton(label(relation), group)
            button.setAutoDefault(False)
            button.setToolTip(self.tr("Choose another colour"))
            button.clicked.connect(partial(self._on_colour_asked, relation))
            self.colours[relation] = button
            grid.addWidget(button, at // COLUMNS, at % COLUMNS)
        self.usual: UsualButton[dict[Relation, str]] = UsualButton(
            self.tr("Default colours"),
            {},
            lambda: self._settings.colours,
            self._keep_colours,
            group,
        )
        told = QLabel(
            self.tr(
                "Colour-blind readers can tell the defaults apart. Letters are darkened or "
                "lightened until they can be read."
            ),
            group,
        )
        told.setObjectName("tagline")
        told.setWordWrap(True)
        grid.addWidget(self.usual, 2, 0)
        grid.addWidget(told, 2, 1, 1, 2)
        return group

    def _on_chrome_chosen(self, points: float) -> None:
        self._settings.chrome_size = points if points >= SMALLEST_CHROME else AS_SYSTEM
        self.looks_changed.emit()

    def _on_family_chosen(self) -> None:
        self._settings.family = self.family.currentData()
        self.looks_changed.emit()
        self.sample.setFont(reading_font(self.points.value()))

    def _on_colour_asked(self, relation: Relation) -> None:
        dialog = QColorDialog(QColor(self._theme.ink_of(relation).line), self)
        dialog.setWindowTitle(label(relation))
        dialog.colorSelected.connect(lambda found: self.choose_colour(relation, found.name()))
        dialog.open()

    def _keep_colours(self, chosen: dict[Relation, str]) -> None:
        self._settings.colours = chosen
        self.looks_changed.emit()
