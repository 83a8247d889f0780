"""Files: opening reports, and reading them anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.compare.decisions import lost
from desktop.compare.model import Side
from desktop.ui.kept.changed_files import ChangedFiles
from desktop.ui.language import language_of_texts
from desktop.ui.library.exchange import NOTES, SUFFIX
from desktop.ui.menus.key_names import key_or_name
from desktop.ui.tasks.turns import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.decisions import Decision
    from desktop.compare.model import Comparison
    from desktop.ui.desk.comparing import Compared
    from desktop.ui.dialogs.open_dialog import OpenDialog
    from desktop.ui.dialogs.reading_dialog import ReadingDialog
    from desktop.ui.frame.window import Window
    from desktop.ui.tasks.reading import Choice

SAMPLE = ("yunchuan_2023_work_report.txt", "yunchuan_2024_work_report.txt")


class FileCommands(QObject):
    """Which two reports are open, and how their files are read."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._lost: tuple[Decision, ...] = ()  # of the pair that was compared last
        self._session.choice_asked.connect(self.choose_reports)
        self._session.comparer.compared.connect(self._on_compared)
        files = ChangedFiles(self._session, window)
        files.changed.connect(self._on_files_changed)
        for gone in (files.gone, self._session.readings.gone):
            gone.connect(self._on_files_gone)

    def open_files(self, files: list[Path]) -> None:
        """Compare two files, or take in what comes; with one report, ask for the other."""
        self._window.message.forget_error()  # of an earlier opening
        if len(files) == 2:
            self._session.open_pair(*files)
        elif len(files) == 1 and files[0].suffix.lower() in (SUFFIX, *NOTES):
            self._session.exchange.take_in(files[0])
        elif len(files) == 1:
            from desktop.ui.dialogs.open_dialog import OpenDialog

            asking = self._window.findChild(OpenDialog) or self.choose_pair()
            asking.add([str(files[0])])
        else:
            said = self.tr("Drop one or two files: two reports are compared.")
            self._window.message.tell(said, is_error=True)

    def expect(self, files: list[Path]) -> None:
        """Compare two files that are about to be opened; of one it is not known with which."""
        if len(files) == len(Side):
            self._session.comparer.expect(files)

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

        self._window.message.forget_error()  # of an earlier opening
        dialog = ChoiceDialog(choice, self._window)
        dialog.accepted.connect(
            lambda: self._session.comparer.open(*dialog.readings, is_ordered=choice.is_ordered)
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def open_sample(self) -> None:
        """Compare the two sample reports."""
        left, right = (paths.seed(name) for name in SAMPLE)
        self._session.open_pair(left, right)

    def swap(self) -> None:
        """Exchange the sides."""
        self._session.comparer.swap()

    def new_window(self) -> None:
        """Open another window, for another pair."""
        from PySide6.QtCore import QProcess

        program = [] if getattr(sys, "frozen", False) else ["-m", "desktop"]
        library = ["--library", str(self._session.exchange.library)]
        QProcess.startDetached(sys.executable, [*program, "gui", "--new-window", *library])

    def reload(self) -> None:
        """Read both files again, as they are on the disk by now, or the one that is there."""
        left, right = (self._session.reading_of(side) for side in Side)
        if left is not None and right is not None:
            self._session.comparer.reload(left, right)

    def choose_encoding(self) -> None:
        """Show how the reports were read, to read one with another encoding."""
        self._show_reading().choose_encoding()

    def show_set_aside(self) -> None:
        """Show what was set aside of the reports, to put some of it back."""
        self._show_reading().choose_piece()

    def _show_reading(self) -> ReadingDialog:
        from desktop.ui.dialogs.reading_dialog import ReadingDialog

        window = self._window
        dialog = window.findChild(ReadingDialog) or ReadingDialog(self._session, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show_side(window.panes.active_side)
        dialog.show()
        dialog.activateWindow()
        return dialog

    def doubt(self) -> None:
        """Say of each file what of it is missing, or why it may be another than was meant.

        Behind what the reader waits for: to look through two texts takes as long as to paint them.
        """
        if (now := self._session.comparison) is not None:
            self._session.turns.begin(self, self._doubting(now), Rank.REST)

    def _doubting(self, now: Comparison) -> Iterator[bool]:
        from desktop.report.doubts import doubts

        for parsed in (now.left, now.right):
            for why in doubts(parsed, Path(parsed.report.source).name):
                self._window.message.tell_too(why.in_language(language_of_texts()))
            yield True

    def _on_files_changed(self, paths: tuple[Path, ...]) -> None:
        """Say which files are others by now, and how they are read again."""
        said = self.tr("Changed on the disk after it was read: {files}. {key} reads both again.")
        key = key_or_name("reload")
        self._window.message.tell(said.format(files=self._names(paths), key=key))

    def _on_files_gone(self, paths: tuple[Path, ...]) -> None:
        """Say which files are gone since they were read, whose text the library still has."""
        said = self.tr("No longer where it was read: {files}. The text is kept in the library.")
        self._window.message.tell_too(said.format(files=self._names(paths)))

    def _names(self, paths: tuple[Path, ...]) -> str:
        return self.tr(", ").join(path.name for path in paths)

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
