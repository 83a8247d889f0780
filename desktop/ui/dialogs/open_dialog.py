"""OpenDialog: which two files, and what is recognised in them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.model import Side
from desktop.ui.dialogs.report_card import ReportCard
from desktop.ui.library.pasted import keep_pasted
from desktop.ui.look.chrome_size import scaled_size
from desktop.ui.look.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from desktop.errors import UserError
    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.ui.tasks.reading import Preview, Reading

SIZE = 860, 440
SWAP_SIZE = 20
SUFFIXES = "docx doc wps pdf txt md html htm mhtml mht odt rtf csv"


class OpenDialog(QDialog):
    """A card for each side; two files chosen or dropped at once fill both.

    The earlier report is put on the left, unless the sides were exchanged by hand. Two reports that
    stand there are compared before anybody asks for it.
    """

    def __init__(
        self, session: Session, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._is_ordered = False  # by hand
        self.setWindowTitle(self.tr("Open two reports"))
        self.setAcceptDrops(True)
        self.resize(scaled_size(*SIZE))
        names = {Side.LEFT: self.tr("Left report"), Side.RIGHT: self.tr("Right report")}
        self.cards = {side: ReportCard(names[side], self) for side in Side}
        self.swap = QToolButton(self)
        self.swap.setObjectName("small")
        self.swap.setIcon(icon("swap", theme))
        self.swap.setIconSize(QSize(SWAP_SIZE, SWAP_SIZE))
        self.swap.setToolTip(self.tr("Swap the sides"))
        self.swap.setAccessibleName(self.tr("Swap the sides"))
        self.told = QLabel(self.tr("The earlier report goes on the left."), self)
        self.told.setObjectName("tagline")
        self.buttons = QDialogButtonBox(self)
        self.compare: QPushButton = self.buttons.addButton(
            self.tr("Compare"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self._connect()
        self._on_changed()

    @property
    def readings(self) -> tuple[Reading, Reading]:
        """The files as they are to be read, left before right."""
        return self.cards[Side.LEFT].reading, self.cards[Side.RIGHT].reading

    @property
    def is_ordered(self) -> bool:
        """Whether the sides stand as the reader wants them, whatever the years say."""
        return self._is_ordered

    def fill(self, side: Side, files: list[str]) -> None:
        """Put one file into its card, two into both."""
        for card, file in zip((side, side.other), files, strict=False):
            self.cards[card].show_file(file)

    def add(self, files: list[str]) -> None:
        """Put files where nothing is yet."""
        empty = (side for side in Side if not self.cards[side].file.text())
        self.fill(next(empty, Side.LEFT), files)

    def done(self, result: int) -> None:
        """Stop looking into files; what is compared ahead goes on if it was asked for."""
        self._session.readings.stop_previews()
        if result != QDialog.DialogCode.Accepted:
            self._session.comparer.stop_ahead()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Fill the card that one file was dropped on; else those where nothing is yet."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        place = event.position().toPoint()
        under = [side for side in Side if self.cards[side].geometry().contains(place)]
        if under and len(files) == 1:
            self.fill(under[0], files)
        else:
            self.add(files)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.cards[Side.LEFT], stretch=1)
        row.addWidget(self.swap)
        row.addWidget(self.cards[Side.RIGHT], stretch=1)
        layout = QVBoxLayout(self)
        layout.addLayout(row, stretch=1)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.swap.clicked.connect(self._on_swap)
        for side, card in self.cards.items():
            card.changed.connect(self._on_changed)
            card.preview_asked.connect(partial(self._on_preview_asked, side))
            card.entered.connect(partial(self._go_on, card.file, self.cards[side.other].file))
            card.browse_asked.connect(partial(self._on_browse, side))
            card.paste_asked.connect(partial(self._on_paste, side))

    def _on_preview_asked(self, side: Side, reading: Reading) -> None:
        self._session.comparer.stop_ahead()
        self._session.readings.preview(side, reading, partial(self._on_preview, side))

    def _on_preview(self, side: Side, found: Preview | UserError) -> None:
        one, other = (self.cards[each].file.text().strip() for each in Side)
        # One file on both sides: two of its reports, not one of them twice.
        second = side is Side.RIGHT and one == other
        self.cards[side].show_preview(found, part=int(second))
        self._go_ahead()

    def _go_ahead(self) -> None:
        """Put two reports in order, and have them compared once they are."""
        left, right = (self.cards[side].report for side in Side)
        if left is None or right is None:
            return
        if not self._is_ordered and left.is_later_than(right):
            self._exchange()
        elif all(card.is_of_one for card in self.cards.values()):
            self._session.comparer.compare_ahead(left, right)

    def _on_swap(self) -> None:
        self._is_ordered = True
        self.told.setText(self.tr("The sides stay as they stand here."))
        self._exchange()

    def _exchange(self) -> None:
        given = [self.cards[side].given for side in Side]
        for side, found in zip(Side, reversed(given), strict=True):
            self.cards[side].show_file(*found)

    def _on_browse(self, side: Side) -> None:
        patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES.split())
        kinds = (self.tr("Reports"), self.tr("All files"))
        files, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Choose one report, or both at once"),
            self._settings.folder,
            f"{kinds[0]} ({patterns});;{kinds[1]} (*)",
        )
        if files:
            self._settings.folder = str(Path(files[0]).parent)
            self.fill(side, files)
            self._go_on(self.cards[side].browse, self.cards[side.other].browse)

    def _on_paste(self, side: Side) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.fill(side, [str(keep_pasted(text))])
            self._go_on(self.cards[side].paste, self.cards[side.other].paste)
        else:
            self.told.setText(self.tr("There is no text on the clipboard: copy a report first."))

    def _go_on(self, here: QWidget, beside: QWidget) -> None:
        """Lead the keyboard to the same of the other report, while that has no file."""
        is_empty = not all(card.file.text().strip() for card in self.cards.values())
        if here.hasFocus() and is_empty:
            beside.setFocus()

    def _on_changed(self) -> None:
        self.compare.setEnabled(all(card.is_usable for card in self.cards.values()))
