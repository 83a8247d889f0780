"""Exporting: what the window shows goes into a file or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.language import Counted
from desktop.ui.language import language_of_texts
from desktop.ui.paper.printing import Printing, report_contents, table_contents
from desktop.ui.titles import document_name

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from desktop.ui.frame.window import Window
    from desktop.writers.contents import Contents


class ExportCommands(QObject):
    """What was chosen for a file that could not be written is there again the next time."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._unwritten: tuple[Contents, Path] | None = None
        self._session.pair_changed.connect(self._forget)
        self._session.exported.connect(self._forget)
        self._session.exported.connect(self.tell_of)
        self.printing = Printing(self)
        self.printing.printed.connect(self._on_printed)
        self.printing.failed.connect(window.show_error)

    def export(self) -> None:
        """Ask what to write of the comparison, and where."""
        session, window = self._session, self._window
        now = session.comparison
        if now is None:
            return
        from desktop.ui.dialogs.export_dialog import ExportDialog

        language = language_of_texts()
        given = now, session.annotations, window.settings, language
        dialog = ExportDialog(*given, window, known=session.repairs.tags.keys())
        dialog.set_shown(session.filter.contents)
        if self._unwritten is not None:
            dialog.show_again(*self._unwritten)
        dialog.accepted.connect(lambda: self._export(dialog.contents, dialog.path, language))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _export(self, contents: Contents, path: Path, language: str) -> None:
        self._unwritten = contents, path
        self._session.export(path, contents, language)

    def print(self) -> QPrintDialog | None:
        """Ask for the printer and print what the window shows: the table, or the report at hand."""
        now = self._session.comparison
        if now is None:
            return None
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        name = document_name(now, self._shown_contents(), language_of_texts())
        printer.setDocName(name)  # which a file that is printed into is called, too
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()  # not open, which wants a slot of C++
        return dialog

    def print_on(self, printer: QPrinter) -> None:
        """Print the table as it is filtered, or the report that has the keyboard with its marks."""
        session, now = self._session, self._session.comparison
        if now is None:
            return
        self._window.message.tell(self.tr("Printing…"))
        contents, language = self._shown_contents(), language_of_texts()
        self.printing.start(now, session.annotations, contents, language, printer)

    def _shown_contents(self) -> Contents:
        if self._window.table_in_view is not None:
            return table_contents(self._session.filter.contents)
        return report_contents(self._window.panes.active_side)

    def _on_printed(self, pages: int) -> None:
        self._window.message.tell(self.tr("Printed: {count:page}").format(count=Counted(pages)))

    def tell_of(self, path: Path) -> None:
        """Say where a file lies that was written, and offer to show it there."""
        self._window.message.tell(self.tr("Exported to {path}").format(path=path), file=path)

    def _forget(self) -> None:
        self._unwritten = None
