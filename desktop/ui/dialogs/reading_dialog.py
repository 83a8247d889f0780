"""ReadingDialog: how a report was read, what was set aside, and another way to read it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.language import Counted
from desktop.ui.dialogs.encodings import ENCODINGS
from desktop.ui.labels import label
from desktop.ui.language import language_of_texts
from desktop.ui.look.choice_box import ChoiceBox
from desktop.ui.look.chrome_size import scaled, scaled_size
from desktop.ui.models.set_aside_model import TEXT, SetAsideModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.report.model import ParsedReport
    from desktop.report.preflight import Preflight
    from desktop.ui.session import Session
    from desktop.ui.tasks.reading import Reading

COLUMN = 100  # pixels of the reason, and of what has become of a piece
SIZE = 760, 520


class ReadingDialog(QDialog):
    """A page for each side; it stays open beside the window and follows what is opened there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.resize(scaled_size(*SIZE))
        self.tabs = QTabWidget(self)
        self.pages = {side: ReadingPage(session, side, self) for side in Side}
        for page in self.pages.values():
            self.tabs.addTab(page, "")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(self.buttons)
        session.comparison_changed.connect(self._show)
        self._show()

    def show_side(self, side: Side) -> None:
        """Turn to the page of a side."""
        self.tabs.setCurrentWidget(self.pages[side])

    def choose_encoding(self) -> None:
        """Move the keyboard to the encodings."""
        self._page().encoding.setFocus()

    def choose_piece(self) -> None:
        """Move the keyboard to what was set aside."""
        self._page().table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _page(self) -> ReadingPage:
        page = self.tabs.currentWidget()
        return page if isinstance(page, ReadingPage) else self.pages[Side.LEFT]

    def _show(self) -> None:
        self.setWindowTitle(self.tr("How the reports were read"))
        now = self._session.comparison
        for i, (side, page) in enumerate(self.pages.items()):
            report = now.side(side).report if now is not None else None
            year = f" {report.year}" if report is not None and report.year else ""
            self.tabs.setTabText(i, f"{label(side)}{year}")
            page.show_report(now.side(side) if now is not None else None)


class ReadingPage(QWidget):
    """What is said of one report, its encoding, and the list of what was set aside."""

    def __init__(self, session: Session, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._side = session, side
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.setWordWrap(True)
        self.encoding = ChoiceBox(self)
        self.again = QPushButton(self)
        self.again.clicked.connect(self._on_again)
        self.model = SetAsideModel(self)
        self.table = QTableView(self)
        self.put_back = QPushButton(self)
        self.put_back.clicked.connect(self._on_put_back)
        self._encoding_name, self._list_name = QLabel(self), QLabel(self)
        self._parsed: ParsedReport | None = None
        self._look: Preflight | UserError | None = None  # until it is there
        self._lay_out()

    def show_report(self, parsed: ParsedReport | None) -> None:
        """Show how a report was read, in the language of the interface."""
        self._name()
        reading = self._session.reading_of(self._side)
        if parsed is None or reading is None:
            self.setEnabled(False)
            return
        self.setEnabled(True)
        is_other = self._parsed is None or parsed.report != self._parsed.report
        self._parsed = parsed
        if is_other:
            self._look = None
            self._session.readings.look_over(self._side, parsed.report, self._on_looked_over)
        self._tell()
        self._offer(parsed.report.encoding)
        self.model.set_pieces(parsed.report.set_aside, reading.keep)
        self._on_current_changed()

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultSectionSize(round(scaled(COLUMN)))
        self.table.selectionModel().selectionChanged.connect(self._on_current_changed)
        self._encoding_name.setBuddy(self.encoding)
        self._list_name.setBuddy(self.table)
        choice = QHBoxLayout()
        choice.addWidget(self.encoding, stretch=1)
        choice.addWidget(self.again)
        form = QFormLayout()
        form.addRow(self._encoding_name, choice)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.put_back)
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addLayout(form)
        layout.addWidget(self._list_name)
        layout.addWidget(self.table, stretch=1)
        layout.addLayout(foot)

    def _name(self) -> None:
        self._encoding_name.setText(self.tr("&Encoding"))
        self._list_name.setText(self.tr("&Set aside: nothing is thrown away"))
        self.encoding.setAccessibleName(self.tr("Encoding"))
        self.table.setAccessibleName(self.tr("Pieces that were set aside"))
        self.table.horizontalHeader().setAccessibleName(self.tr("Columns of the pieces"))
        self.table.verticalHeader().setAccessibleName(self.tr("Rows"))
        self.again.setText(self.tr("Read &again"))
        self.put_back.setText(self.tr("&Put back"))

    def _on_looked_over(self, look: Preflight | UserError) -> None:
        self._look = look
        self._tell()

    def _tell(self) -> None:
        if self._parsed is not None:
            self.told.setText("\n".join(self._sentences(self._parsed)))

    def _sentences(self, parsed: ParsedReport) -> list[str]:
        said = self.tr("{characters:character}, {headings:section}, {promises:commitment}")
        said = said.format(
            characters=Counted(len(parsed.report.text)),
            headings=Counted(len(parsed.sections)),
            promises=Counted(len(parsed.commitments)),
        )
        return [parsed.report.source, said, *self._notes()]

    def _notes(self) -> list[str]:
        language = language_of_texts()
        if self._look is None:
            return [self.tr("It is being looked over…")]
        if isinstance(self._look, UserError):
            return [self._look.in_language(language)]
        notes = [note.in_language(language) for note in self._look.notes]
        return notes or [self.tr("Nothing looks wrong.")]

    def _offer(self, encoding: str) -> None:
        """Offer the encodings, unless the format says itself how it is written."""
        known = encoding.removesuffix("-sig")
        is_text = known in ENCODINGS
        self.encoding.clear()
        if is_text:
            for name, shown in ENCODINGS.items():
                self.encoding.addItem(shown, name)
            self.encoding.setCurrentIndex(self.encoding.findData(known))
        else:
            self.encoding.addItem(encoding)
        self.encoding.setEnabled(is_text)
        self.again.setEnabled(is_text)

    def _rows(self) -> list[int]:
        return [index.row() for index in self.table.selectionModel().selectedRows(TEXT)]

    def _on_current_changed(self) -> None:
        rows = self._rows()
        all_back = bool(rows) and all(self.model.is_back(row) for row in rows)
        self.put_back.setEnabled(bool(rows))
        self.put_back.setText(self.tr("Set &aside again") if all_back else self.tr("&Put back"))

    def _on_again(self) -> None:
        self._read(lambda reading: replace(reading, encoding=self.encoding.currentData(), keep=()))

    def _on_put_back(self) -> None:
        rows = self._rows()
        chosen = tuple(self.model.piece(row) for row in rows)
        if all(self.model.is_back(row) for row in rows):
            self._read(lambda r: replace(r, keep=tuple(p for p in r.keep if p not in chosen)))
        else:
            self._read(lambda r: replace(r, keep=tuple(dict.fromkeys((*r.keep, *chosen)))))

    def _read(self, change: Callable[[Reading], Reading]) -> None:
        reading = self._session.reading_of(self._side)
        if reading is not None:
            self._session.comparer.read_again(self._side, change(reading))
