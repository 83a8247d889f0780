"""ReportCard: one file of the pair to open, with what is recognised in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.errors import UserError
from desktop.language import Counted
from desktop.paths import is_there
from desktop.ui.dialogs.encodings import ENCODINGS
from desktop.ui.labels import label, named
from desktop.ui.language import language_of_texts
from desktop.ui.look.choice_box import ChoiceBox
from desktop.ui.look.chrome_size import interface_font
from desktop.ui.look.clear_button import give_clear_button
from desktop.ui.tasks.reading import Preview, Reading
from desktop.ui.titles import full_title

if TYPE_CHECKING:
    from desktop.report.model import Report

PAUSE = 300
"""Milliseconds without a key before a name is looked up: a path is not read at every letter."""

TITLE_SIZE = 11.0  # points
MOST_NOTES = 3
WHOLE = ""  # stands for no report in the file, but for all of it as one

NO_FILE = UserError(
    en="There is no such file: check the name and the folder, or choose one.",
    zh="没有这个文件：请核对文件名和所在文件夹，或另行选择。",
)


class ReportCard(QFrame):
    """A field for the file; below it title, facts, what looks wrong, which report, encoding."""

    changed = Signal()
    preview_asked = Signal(object)  # the Reading
    entered = Signal()  # the name of a file, with Enter
    browse_asked = Signal()
    paste_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pair")
        self.setAccessibleName(name)
        self.name = QLabel(name, self)
        self.name.setObjectName("dockTitle")
        self.file = QLineEdit(self)
        self.file.setAccessibleName(name)
        self.file.setPlaceholderText(self.tr("File, or drop one here"))
        give_clear_button(self.file, self.tr("Clear the field"))
        self.file.setAcceptDrops(False)  # else it takes a file's address as words: file:///…
        self.name.setBuddy(self.file)
        self.browse = self._button(self.tr("Choose…"), name)
        self.paste = self._button(self.tr("Paste text"), name)
        self.title, self.facts, self.notes = (self._text() for _ in range(3))
        self.title.setFont(interface_font(TITLE_SIZE, bold=True))
        self.facts.setObjectName("tagline")
        self.part, self.encoding = ChoiceBox(self), ChoiceBox(self)
        self._form = QFormLayout()
        self._preview: Preview | None = None
        self._is_refused = False
        self._wanted: str | None = None  # the report in the file
        self._recognised: str | None = None  # the encoding, when none was chosen yet
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self.show_preview(None)

    @property
    def reading(self) -> Reading:
        """The file as it is to be read."""
        path = Path(self.file.text().strip())
        reading = Reading(path, encoding=self.encoding.currentData())
        part = self.part.currentData()
        if part == WHOLE:
            return replace(reading, as_one=True)
        return replace(reading, path=path.with_name(f"{path.name}#{part}")) if part else reading

    @property
    def report(self) -> Report | None:
        """What was recognised."""
        return self._preview.report if self._preview is not None else None

    @property
    def is_of_one(self) -> bool:
        """Whether what was recognised is one report, of which there is nothing to choose."""
        return self._preview is not None and not self._preview.parts

    @property
    def is_usable(self) -> bool:
        """Whether there is a file, and nothing is known yet that speaks against it."""
        is_named = bool(self.file.text().strip()) and not self._timer.isActive()
        return is_named and not self._is_refused

    @property
    def given(self) -> tuple[str, str | None, str | None, str | None]:
        """The file, the report in it, and its encoding as recognised and as chosen by hand."""
        part = self.part.currentData() if self.part.count() else self._wanted
        return self.file.text(), part, self._recognised, self.encoding.currentData()

    def show_file(
        self,
        file: str,
        part: str | None = None,
        recognised: str | None = None,
        encoding: str | None = None,
    ) -> None:
        """Take a file, with what is known or chosen of it, and look at it at once."""
        self.file.setText(file)
        self._wanted = part
        self._look(recognised, encoding)

    def show_preview(self, found: Preview | UserError | None, part: int = 0) -> None:
        """Show what was found, or why nothing was; of several reports `part` is chosen first."""
        self._preview = found if isinstance(found, Preview) else None
        self._is_refused = isinstance(found, UserError)
        if isinstance(found, UserError):
            self.title.setText(self.tr("This file cannot be used"))
            self.facts.setText(found.in_language(language_of_texts()))
            self.notes.clear()
        elif found is None:
            for text in (self.title, self.facts, self.notes):
                text.clear()
        else:
            self._show_found(found, part)
        for widget, is_shown in (
            (self.part, self.part.count() > 1),
            (self.encoding, self.encoding.count() > 1),
        ):
            self._form.setRowVisible(widget, is_shown)
        self.changed.emit()

    def _show_found(self, found: Preview, part: int) -> None:
        if found.parts:  # what is to be told is told of one of them, as soon as it has been read
            count = Counted(len(found.parts))
            self.title.setText(self.tr("{count:report} in this file").format(count=count))
            self.facts.setText(self.tr("Reading…"))
            self.notes.clear()
            self._offer_parts(found, part)
        else:
            self._tell(found)
        known = found.report.encoding.removesuffix("-sig")
        if self.encoding.count() == 0 and known in ENCODINGS:
            self._offer_encodings(known)

    def _tell(self, found: Preview) -> None:
        self.title.setText(full_title(found.report))
        self.facts.setText("\n".join(" · ".join(line) for line in self._facts(found)))
        said = [note.in_language(language_of_texts()) for note in found.look.notes]
        self.notes.setText("\n".join(f"⚠ {note}" for note in said[:MOST_NOTES]))

    def _offer_encodings(self, known: str, chosen: str | None = None) -> None:
        """Offer the encodings; the one that was recognised is taken unless another is chosen."""
        self._recognised = known
        self.encoding.addItem(
            self.tr("{encoding}, recognised").format(encoding=known.upper()), None
        )
        for name, shown in ENCODINGS.items():
            self.encoding.addItem(shown, name)
        self.encoding.setCurrentIndex(max(self.encoding.findData(chosen), 0))

    def _facts(self, found: Preview) -> tuple[list[str], list[str]]:
        """Return what the report is, and how much there is of it."""
        report, look = found.report, found.look
        year = [str(report.year)] if report.year is not None else []
        return [*([report.body] if report.body else []), *year, label(report.kind)], [
            *([report.encoding.upper()] if report.encoding else []),
            self.tr("{count:character}").format(count=Counted(look.characters)),
            self.tr("{count:section}").format(count=Counted(look.headings)),
            self.tr("{count:commitment}").format(count=Counted(look.commitments)),
        ]

    def _offer_parts(self, found: Preview, chosen: int) -> None:
        self.part.clear()
        for part in found.parts:
            name = f"{part.name}  ({part.span.end - part.span.start:,})"
            self.part.addItem(name, part.name)
        self.part.addItem(self.tr("the whole file as one report"), WHOLE)
        wanted = self.part.findData(self._wanted) if self._wanted is not None else -1
        self.part.setCurrentIndex(wanted if wanted >= 0 else min(chosen, len(found.parts) - 1))
        self.preview_asked.emit(self.reading)  # of that part

    def _look(self, recognised: str | None = None, encoding: str | None = None) -> None:
        """Forget what was found in another file and ask for this one."""
        self._timer.stop()
        self.part.clear()
        self.encoding.clear()
        self._recognised = None
        if recognised is not None:
            self._offer_encodings(recognised, encoding)
        self.show_preview(None)
        named = self.file.text().strip()
        if is_there(named):  # which may be a report that was pasted here, and no name
            self.facts.setText(self.tr("Reading…"))
            self.preview_asked.emit(self.reading)
        elif named and "#" not in named:  # behind which the name of a report in a file may stand
            self.show_preview(NO_FILE)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(named(name, text))
        button.setAutoDefault(False)
        return button

    def _text(self) -> QLabel:
        text = QLabel(self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setWordWrap(True)
        return text

    def _connect(self) -> None:
        self.file.textEdited.connect(self._timer.start)
        self.file.textChanged.connect(self.changed)
        self.file.returnPressed.connect(self._on_entered)
        self._timer.timeout.connect(self._on_typed)
        self.browse.clicked.connect(self.browse_asked)
        self.paste.clicked.connect(self.paste_asked)
        self.part.activated.connect(lambda: self.preview_asked.emit(self.reading))
        self.encoding.activated.connect(lambda: self.preview_asked.emit(self.reading))

    def _on_entered(self) -> None:
        """Look at what was typed without waiting for more of it."""
        if self._timer.isActive():
            self._timer.stop()
            self._on_typed()
        self.entered.emit()

    def _on_typed(self) -> None:
        self._wanted = None
        self._look()

    def _lay_out(self) -> None:
        form = self._form
        for said, field in (
            (self.tr("Which report"), self.part),
            (self.tr("Encoding"), self.encoding),
        ):
            field.setAccessibleName(named(self.name.text(), said))
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            form.addRow(said, field)
        layout = QGridLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self.name, 0, 0, 1, 2)
        layout.addWidget(self.file, 1, 0, 1, 2)
        layout.addWidget(self.browse, 2, 0)
        layout.addWidget(self.paste, 2, 1)
        for row, text in enumerate((self.title, self.facts, self.notes), start=3):
            layout.addWidget(text, row, 0, 1, 2)
        layout.setRowStretch(6, 1)
        layout.addLayout(form, 7, 0, 1, 2)
