"""Files: opening, reading anew, exchanging and exporting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop import paths
from desktop.compare.model import Side
from desktop.ui.dialogs.choice_dialog import ChoiceDialog
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.open_dialog import OpenDialog
from desktop.ui.dialogs.reading_dialog import ReadingDialog

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.main_window import MainWindow
    from desktop.ui.work import Choice

SAMPLE = ("yunchuan_2023_work_report.txt", "yunchuan_2024_work_report.txt")


class FileCommands(QObject):
    """The menu of files."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._session.choice_asked.connect(self.choose_reports)
        self._session.exported.connect(self._on_exported)

    def open_files(self, files: list[Path]) -> None:
        """Compare two files; with one, ask for the other."""
        if len(files) == 2:
            self._session.open_pair(*files)
        elif len(files) == 1:
            self.choose_pair().fill(Side.LEFT, [str(files[0])])
        else:
            self._window.message.tell(self.tr("Drop one or two files: two reports are compared."))

    def choose_pair(self) -> OpenDialog:
        """Ask which two files to compare."""
        window = self._window
        dialog = OpenDialog(self._session, window.settings, window.theme, window)
        dialog.accepted.connect(lambda: self._open_chosen(dialog))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _open_chosen(self, dialog: OpenDialog) -> None:
        self._session.open_readings(*dialog.readings, is_ordered=dialog.is_ordered)

    def choose_reports(self, choice: Choice) -> None:
        """Ask which of the reports of a file are meant, without standing in the way."""
        dialog = ChoiceDialog(choice, self._window)
        dialog.accepted.connect(lambda: self._session.open_readings(*dialog.readings))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def choose_encoding(self) -> None:
        """Show how the reports were read, to read one with another encoding."""
        self._show_reading().choose_encoding()

    def show_set_aside(self) -> None:
        """Show what was set aside of the reports, to put some of it back."""
        self._show_reading().choose_piece()

    def reload(self) -> None:
        """Read both files again, as they are on the disk by now."""
        left, right = (self._session.reading_of(side) for side in Side)
        if left is not None and right is not None:
            self._session.open_readings(left, right, is_ordered=True)

    def open_sample(self) -> None:
        """Compare the two sample reports."""
        left, right = (paths.seed(name) for name in SAMPLE)
        self._session.open_pair(left, right)

    def swap(self) -> None:
        """Exchange the sides."""
        self._session.swap()

    def export(self) -> None:
        """Ask what to write of the comparison, and where."""
        session, window = self._session, self._window
        now = session.comparison
        if now is None:
            return
        language = window.language_of_texts
        dialog = ExportDialog(now, session.annotations, window.settings, language, window)
        dialog.set_shown(session.filter.contents)
        dialog.accepted.connect(lambda: session.export(dialog.path, dialog.contents, language))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_reading(self) -> ReadingDialog:
        window = self._window
        dialog = window.findChild(ReadingDialog) or ReadingDialog(self._session, window)
        dialog.show_side(window.panes.active_side)
        dialog.show()
        dialog.activateWindow()
        return dialog

    def _on_exported(self, path: Path) -> None:
        self._window.message.tell(self.tr("Exported to {path}").format(path=path))
