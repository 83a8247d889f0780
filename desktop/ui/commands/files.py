"""Files: opening, reading anew, exchanging and exporting."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.compare.decisions import lost
from desktop.compare.model import Side
from desktop.language import Counted
from desktop.ui.language import language_of_texts
from desktop.ui.library.changed_files import ChangedFiles
from desktop.ui.library.exchange import NOTES, SUFFIX
from desktop.ui.menus.key_names import key_or_name
from desktop.ui.tasks.printing import Printing, report_contents, table_contents
from desktop.ui.titles import document_name, full_title
from desktop.writers.names import file_name

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from desktop.compare.decisions import Decision
    from desktop.report.model import ParsedReport
    from desktop.store.exchange import Taken
    from desktop.ui.desk.comparing import Compared
    from desktop.ui.dialogs.open_dialog import OpenDialog
    from desktop.ui.dialogs.reading_dialog import ReadingDialog
    from desktop.ui.main_window import MainWindow
    from desktop.ui.tasks.work import Choice
    from desktop.writers.contents import Contents

SAMPLE = ("yunchuan_2023_work_report.txt", "yunchuan_2024_work_report.txt")


class FileCommands(QObject):
    """The menu of files."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._unwritten: tuple[Contents, Path] | None = None
        self._lost: tuple[Decision, ...] = ()  # of the pair that was compared last
        self._untold = ""  # what was new in what was taken in
        self._taken = ""  # what was told of that last
        self._session.busy_changed.connect(self._on_busy_changed)
        self._session.pair_changed.connect(self._on_pair_changed)
        self._session.choice_asked.connect(self.choose_reports)
        self._session.comparer.compared.connect(self._on_compared)
        ChangedFiles(self._session, window).changed.connect(self._on_files_changed)
        self.printing = Printing(self)
        self.printing.printed.connect(self._on_printed)
        self.printing.failed.connect(window.show_error)
        self._session.exported.connect(self._on_exported)
        self._session.exchange.sent.connect(self._on_exported)
        self._session.exchange.taken.connect(self._on_taken)

    def open_files(self, files: list[Path]) -> None:
        """Compare two files, or take in what comes; with one report, ask for the other."""
        if len(files) == 2:
            self._session.open_pair(*files)
        elif len(files) == 1 and files[0].suffix.lower() in (SUFFIX, *NOTES):
            self._session.exchange.take_in(files[0])
        elif len(files) == 1:
            from desktop.ui.dialogs.open_dialog import OpenDialog

            asking = self._window.findChild(OpenDialog) or self.choose_pair()
            asking.add([str(files[0])])
        else:
            self._window.message.tell(self.tr("Drop one or two files: two reports are compared."))

    def take(self, files: list[Path]) -> None:
        """Open what another start of the program was asked to open, and come to the front."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)  # where a window may not come to the front by itself
        if files:
            self.open_files(files)

    def choose_pair(self) -> OpenDialog:
        """Ask which two files to compare."""
        from desktop.ui.dialogs.open_dialog import OpenDialog

        window = self._window
        dialog = OpenDialog(self._session, window.settings, window.theme, window)
        dialog.accepted.connect(lambda: self._open_chosen(dialog))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _open_chosen(self, dialog: OpenDialog) -> None:
        self._session.comparer.open(*dialog.readings, is_ordered=dialog.is_ordered)

    def choose_reports(self, choice: Choice) -> None:
        """Ask which of the reports of a file are meant, without standing in the way."""
        from desktop.ui.dialogs.choice_dialog import ChoiceDialog

        dialog = ChoiceDialog(choice, self._window)
        dialog.accepted.connect(
            lambda: self._session.comparer.open(*dialog.readings, is_ordered=choice.is_ordered)
        )
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
            self._session.comparer.open(left, right, is_ordered=True)

    def _on_files_changed(self, paths: tuple[Path, ...]) -> None:
        """Say which files are others by now, and how they are read again."""
        said = self.tr("Changed on the disk after it was read: {files}. {key} reads both again.")
        names = self.tr(", ").join(path.name for path in paths)
        key = key_or_name("reload")
        self._window.message.tell(said.format(files=names, key=key))

    def _on_compared(self, found: Compared) -> None:
        """Say what came over to a new text: the session has shown the pair by now."""
        brought, stayed = found.inherited
        said = ""
        if stayed:
            said = self.tr(
                "Of what was confirmed, linked and corrected, {brought} of {total} came over to "
                "the new text. The rest stays with the old one: its sentences were not surely "
                "found in the new."
            )
        elif brought:
            said = self.tr(
                "What was confirmed, linked and corrected came over to the new text: {brought}."
            )
        if said:
            self._window.message.tell_too(said.format(brought=brought, total=brought + stayed))
        if found.manner.is_mine:
            self._say_lost(lost(found.automatic, found.laid.decisions))

    def _say_lost(self, now: tuple[Decision, ...]) -> None:
        """Say how many pairs and statements have lost what was decided on them, but once."""
        before, self._lost = self._lost, now
        count = len({(one.left, one.right) for one in now})
        if now and now != before:
            said = self.tr(
                "What was confirmed and linked and has lost its sentence, as the reports are read "
                "and corrected now: {count}. It is kept, and counts again when the sentence is "
                "back."
            )
            self._window.message.tell_too(said.format(count=count))

    def open_sample(self) -> None:
        """Compare the two sample reports."""
        left, right = (paths.seed(name) for name in SAMPLE)
        self._session.open_pair(left, right)

    def doubt(self) -> None:
        """Say of a file that promises nothing that it may be another one than was meant."""
        now = self._session.comparison
        for parsed in (now.left, now.right) if now is not None else ():
            if not parsed.commitments:  # as of hardly any
                self._doubt(parsed)

    def _doubt(self, parsed: ParsedReport) -> None:
        from desktop.report.preflight import doubt

        if (why := doubt(parsed, Path(parsed.report.source).name)) is not None:
            self._window.message.tell_too(why.in_language(language_of_texts()))

    def swap(self) -> None:
        """Exchange the sides."""
        self._session.comparer.swap()

    def export(self) -> None:
        """Ask what to write of the comparison, and where."""
        session, window = self._session, self._window
        now = session.comparison
        if now is None:
            return
        from desktop.ui.dialogs.export_dialog import ExportDialog

        language = language_of_texts()
        dialog = ExportDialog(now, session.annotations, window.settings, language, window)
        dialog.set_shown(session.filter.contents)
        if self._unwritten is not None:
            dialog.show_again(*self._unwritten)
        dialog.accepted.connect(lambda: self._export(dialog.contents, dialog.path, language))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _export(self, contents: Contents, path: Path, language: str) -> None:
        """Write a document; what was chosen is there again if it could not be written."""
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
        window = self._window
        if window.pages.currentWidget() is window.table:
            return table_contents(self._session.filter.contents)
        return report_contents(window.panes.active_side)

    def _on_printed(self, pages: int) -> None:
        self._window.message.tell(self.tr("Printed: {count:page}").format(count=Counted(pages)))

    def send(self) -> None:
        """Ask where to write the comparison, with all notes and decisions, for a colleague."""
        now = self._session.comparison
        if now is None:
            return
        left, right = now.left.report, now.right.report
        path = self._ask_where(file_name(f"{full_title(left)} - {full_title(right)}", SUFFIX))
        if path is not None:
            self._session.exchange.send(path, left, right)

    def _ask_where(self, name: str) -> Path | None:
        """Return the file for a colleague, with its suffix; None where none is to be written."""
        from PySide6.QtWidgets import QFileDialog

        from desktop.ui.dialogs.replacing import may_write

        window, title = self._window, self.tr("Save for a colleague")
        proposed, kinds = Path(window.settings.folder, name), self.tr("Comparisons")
        chosen, _ = QFileDialog.getSaveFileName(
            window, title, str(proposed), f"{kinds} (*{SUFFIX})"
        )
        path = Path(chosen)
        if chosen:
            window.settings.folder = str(path.parent)
        if not chosen or path.suffix.lower() == SUFFIX:
            return path if chosen else None
        path = path.with_name(path.name + SUFFIX)  # about which the dialog has not asked
        return path if may_write(path, title, window) else None

    def choose_comparison(self) -> None:
        """Ask which comparison of a colleague to open."""
        title, kinds = self.tr("Open a colleague's comparison"), self.tr("Comparisons")
        self._take_in(title, f"{kinds} (*{SUFFIX})")

    def choose_notes(self) -> None:
        """Ask which file of notes to take in."""
        title, kinds = self.tr("Take in notes"), self.tr("Notes")
        self._take_in(title, f"{kinds} ({' '.join(f'*{ending}' for ending in NOTES)})")

    def _take_in(self, title: str, kinds: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        folder = self._window.settings.folder
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if chosen:
            self._window.settings.folder = str(Path(chosen).parent)
            self._session.exchange.take_in(Path(chosen))

    def new_window(self) -> None:
        """Open another window, for another pair."""
        from PySide6.QtCore import QProcess

        program = [] if getattr(sys, "frozen", False) else ["-m", "desktop"]
        library = ["--library", str(self._session.exchange.library)]
        QProcess.startDetached(sys.executable, [*program, "gui", "--new-window", *library])

    def _show_reading(self) -> ReadingDialog:
        from desktop.ui.dialogs.reading_dialog import ReadingDialog

        window = self._window
        dialog = window.findChild(ReadingDialog) or ReadingDialog(self._session, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show_side(window.panes.active_side)
        dialog.show()
        dialog.activateWindow()
        return dialog

    def _on_exported(self, path: Path) -> None:
        self._unwritten = None
        self._window.message.tell(self.tr("Exported to {path}").format(path=path), file=path)

    def _on_pair_changed(self) -> None:
        self._unwritten = None

    def _on_taken(self, told: Taken) -> None:
        """Say what was new, once the comparison that came is there or has failed."""
        sentence = told.zh if language_of_texts() == "zh" else told.en
        self._window.message.take_back(self._taken)
        self._taken = sentence
        if self._session.comparer.is_busy:
            self._untold = sentence
        else:
            self._window.message.tell_too(sentence)

    def _on_busy_changed(self, is_busy: bool) -> None:
        if not is_busy and self._untold:
            self._window.message.tell_too(self._untold)
            self._untold = ""
