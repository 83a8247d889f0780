"""ExportDialog: what goes in, how it will look, and where it goes."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop import paths
from desktop.ui.dialogs.export_form import ExportForm
from desktop.ui.dialogs.export_presets import given_presets
from desktop.ui.dialogs.export_preview import ExportPreview
from desktop.ui.dialogs.replacing import may_write
from desktop.ui.labels import side_names
from desktop.ui.look.choice_box import ChoiceBox
from desktop.ui.look.chrome_size import scaled_size
from desktop.ui.titles import document_name
from desktop.writers.contents import Contents
from desktop.writers.formats import FORMATS
from desktop.writers.presets import keep_preset, own_presets

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison
    from desktop.ui.settings import Settings

SIZE = 1120, 760
PDF = "pdf"


class ExportDialog(QDialog):
    """Choices on the left, what comes of them on the right, the file below.

    Of the tags that presets ask for only those are offered that are `known`, unless none is.
    """

    def __init__(
        self,
        comparison: Comparison,
        annotations: tuple[Annotation, ...],
        settings: Settings,
        language: str,
        parent: QWidget | None = None,
        *,
        known: AbstractSet[str] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self._settings = settings
        self._language = language
        self._shown: Contents | None = None
        self.setWindowTitle(self.tr("Export"))
        self.resize(scaled_size(*SIZE))
        noted = (note.tags for note in annotations)
        own = own_presets(paths.data_folder()).values()
        named = (contents.tags & known or contents.tags for contents in own)
        self.form = ExportForm(side_names(comparison), chain(*noted, *named), self)
        self.preview = ExportPreview(comparison, annotations, language, self)
        self._make_presets()
        self._make_file()
        self._lay_out()
        self.form.changed.connect(self._on_changed)
        self.form.list_asked.connect(self._on_list_asked)
        self.finished.connect(self.preview.stop)
        self._fill_presets()
        self._on_changed()

    @property
    def contents(self) -> Contents:
        """What is to go in."""
        return self.form.contents

    @property
    def path(self) -> Path:
        """The file that is named, with the suffix of the format."""
        path = Path(self._settings.folder) / self.file.text().strip()
        suffix = f".{self.format.currentData()}"
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    @property
    def is_named(self) -> bool:
        """Whether what is typed is the name of a file, and not of a folder alone."""
        return Path(self.file.text().strip()).name not in ("", "..")

    def set_shown(self, shown: Contents) -> None:
        """Tell what the list of commitments shows."""
        self._shown = shown

    def show_again(self, contents: Contents, path: Path) -> None:
        """Show what was chosen before, and the file that it was to go to."""
        self.form.show_contents(contents)
        self._choose_file(path)

    def accept(self) -> None:
        """Ask before a file is replaced."""
        if may_write(self.path, self.windowTitle(), self):
            super().accept()

    def _make_presets(self) -> None:
        self.presets = ChoiceBox(self)
        self.presets.setAccessibleName(self.tr("Preset"))
        self.presets.activated.connect(self._on_preset_chosen)
        self.keep = QPushButton(self.tr("Save as…"), self)
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._on_keep_asked)
        self.forget = QPushButton(self.tr("Delete"), self)
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self._on_forget_asked)
        self.told = QLabel(self)
        self.told.setObjectName("hint")
        self.told.setWordWrap(True)
        self.told.hide()

    def _make_file(self) -> None:
        self.format = ChoiceBox(self)
        self.format.setAccessibleName(self.tr("Format"))
        names = {"docx": self.tr("Word (docx)"), PDF: self.tr("PDF"), "txt": self.tr("Text (txt)")}
        for suffix in ("docx", PDF, *(suffix for suffix in FORMATS if suffix != "docx")):
            self.format.addItem(names.get(suffix, suffix), suffix)
        self.file = QLineEdit(self)
        self.file.setAccessibleName(self.tr("File"))
        self.file.textChanged.connect(self._show_whether_ready)
        self._proposed = ""
        self.browse = QPushButton(self.tr("Choose…"), self)
        self.browse.setAccessibleName(self.tr("Choose the file"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._on_browse)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.export = self.buttons.addButton(
            self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addLayout(_row(self.presets, self.keep, self.forget))
        layout.addWidget(self.told)
        scroll = QScrollArea(self)
        scroll.setAccessibleName(self.tr("What goes in"))
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(self.form.sizeHint().width() + 24)
        split = QSplitter(self)
        split.addWidget(scroll)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        layout.addWidget(split, stretch=1)
        form = QFormLayout()
        form.addRow(self.tr("&Format"), self.format)
        name = QLabel(self.tr("Fi&le"), self)
        name.setBuddy(self.file)
        form.addRow(name, _row(self.file, self.browse))
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    def _fill_presets(self) -> None:
        self.presets.clear()
        self.presets.addItem(self.tr("As ticked below"))
        for name, contents in given_presets().items():
            self.presets.addItem(name, contents)
        for name, contents in own_presets(paths.data_folder()).items():
            self.presets.addItem(name, contents)
        self._show_whether_own()

    def _on_preset_chosen(self, index: int) -> None:
        contents = self.presets.itemData(index)
        if isinstance(contents, Contents):
            self.form.show_contents(contents)
            self.presets.setCurrentIndex(index)
        self._show_whether_own()

    def _on_keep_asked(self) -> None:
        name, is_given = QInputDialog.getText(self, self.tr("Save as…"), self.tr("Name"))
        if is_given and name.strip() and name.strip() not in given_presets():
            self._keep(name.strip(), self.contents)
            self._fill_presets()
            self.presets.setCurrentText(name.strip())
            self._show_whether_own()

    def _on_forget_asked(self) -> None:
        self._keep(self.presets.currentText(), None)
        self._fill_presets()

    def _keep(self, name: str, contents: Contents | None) -> None:
        """Keep or forget a choice, and say once where a file went that could not be read."""
        aside = keep_preset(paths.data_folder(), name, contents)
        if aside is not None:
            said = self.tr("The presets kept before could not be read: their file is now {name}.")
            self.told.setText(said.format(name=aside.name))
            self.told.show()

    def _show_whether_own(self) -> None:
        self.forget.setEnabled(self.presets.currentIndex() > len(given_presets()))  # those stay

    def _on_list_asked(self) -> None:
        if self._shown is not None:
            self.form.show_list(self._shown)

    def _on_changed(self) -> None:
        self.presets.setCurrentIndex(0)
        self._show_whether_own()
        self._propose_name()
        self._show_whether_ready()
        self.preview.show_document(self.contents)

    def _propose_name(self) -> None:
        """Name the file by its title and year, until the user has named it."""
        contents = self.contents
        if not contents.kinds or self.file.text() != self._proposed:
            return
        self._proposed = document_name(self._comparison, contents, self._language)
        self.file.setText(self._proposed)

    def _show_whether_ready(self) -> None:
        self.export.setEnabled(bool(self.contents.kinds) and self.is_named)

    def _on_browse(self) -> None:
        proposed = str(self.path) if self.is_named else self._settings.folder
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), proposed, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if name:
            self._settings.folder = str(Path(name).parent)
            self._choose_file(Path(name))

    def _choose_file(self, path: Path) -> None:
        """Name the file, and let the format be that of its suffix if there is one."""
        known = self.format.findData(path.suffix.lower().removeprefix("."))
        if known >= 0:
            self.format.setCurrentIndex(known)
            path = path.with_suffix("")
        is_near = path.parent == Path(self._settings.folder)
        self.file.setText(path.name if is_near else str(path))


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for place, widget in enumerate(widgets):
        row.addWidget(widget, stretch=0 if place else 1)
    return row
