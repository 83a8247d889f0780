"""MainWindow: the window with its commands, and the menus, keys and tools that give them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu

from desktop.ui.commands.bookmarks import BookmarkCommands
from desktop.ui.commands.context import ContextMenus
from desktop.ui.commands.deciding import DecideCommands
from desktop.ui.commands.exchanging import ExchangeCommands
from desktop.ui.commands.exporting import ExportCommands
from desktop.ui.commands.files import FileCommands
from desktop.ui.commands.going import GoCommands
from desktop.ui.commands.helping import HelpCommands
from desktop.ui.commands.hit_noting import HitNoteCommands
from desktop.ui.commands.library import LibraryCommands
from desktop.ui.commands.looks import LookCommands
from desktop.ui.commands.noting import NoteCommands
from desktop.ui.commands.pairing import PairCommands
from desktop.ui.commands.putting_away import PutAwayCommands
from desktop.ui.commands.safekeeping import SafekeepingCommands
from desktop.ui.commands.sorting import SortCommands
from desktop.ui.commands.structure import StructureCommands
from desktop.ui.commands.tagging import TagCommands
from desktop.ui.commands.undoing import UndoCommands
from desktop.ui.frame.leaving import Leaving
from desktop.ui.frame.menu_bar import fill_recent, make_menus, name_menus
from desktop.ui.frame.toolbar import ToolBar
from desktop.ui.frame.window import Window
from desktop.ui.kept.filter import KeptFilter
from desktop.ui.kept.place import KeptPlace
from desktop.ui.kept.readings import KeptReadings
from desktop.ui.menus.action_table import SPECS
from desktop.ui.menus.actions import enable, make_actions, retranslate, set_keys
from desktop.ui.menus.field_keys import FieldKeys
from desktop.ui.menus.late_letters import LateLetters
from desktop.ui.menus.met import needs_met
from desktop.ui.settings import ARRANGEMENT
from desktop.ui.titles import full_title

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from desktop.ui.frame.start_page import StartPage
    from desktop.ui.language import Translation
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings


class MainWindow(Window):
    """The reading desk."""

    def __init__(self, session: Session, settings: Settings, translation: Translation) -> None:
        super().__init__(session, settings, translation)
        self.setAcceptDrops(True)
        KeptFilter(session, self)
        KeptReadings(session, self)
        self._make_commands()
        self._make_menus()
        self._kept_place = KeptPlace(self)
        self._leaving = Leaving(self, self.exporting.printing)
        self._connect()
        self._check_choices()
        self._wear(self.theme)
        self._toolbar.set_theme(self.theme)
        self._retranslate()  # from which on it is known how narrow it can be
        self.settle()
        self._enable()

    # building

    def _make_commands(self) -> None:
        self.files = FileCommands(self)
        self.exporting = ExportCommands(self)
        self.exchanging = ExchangeCommands(self, self.exporting)
        self.going = GoCommands(self)
        self.undoing = UndoCommands(self)
        self.deciding = DecideCommands(self)
        self.structure = StructureCommands(self)
        self.pairing = PairCommands(self)
        self.noting = NoteCommands(self)
        self.hit_noting = HitNoteCommands(self)
        self.tagging = TagCommands(self)
        self.bookmarks = BookmarkCommands(self)
        self.sorting = SortCommands(self)
        self.library = LibraryCommands(self)
        self.safekeeping = SafekeepingCommands(self)
        self.putting_away = PutAwayCommands(self)
        self.looks = LookCommands(self)
        self.helping = HelpCommands(self)

    def _make_menus(self) -> None:
        self.actions_ |= make_actions(self, SPECS)
        set_keys(self.actions_, SPECS, self.settings.keys)
        FieldKeys(self, self.actions_)
        self._menus = make_menus(self, self.actions_)
        self.docks.connect_actions(self.actions_)
        self._recent = QMenu(self)
        self._recent.aboutToShow.connect(lambda: fill_recent(self._recent, self.session))
        self._menus["file"].insertMenu(self.actions_["swap"], self._recent)
        self._toolbar = ToolBar(self, self.actions_, self.search)
        ContextMenus(self)

    def _connect(self) -> None:
        self.session.pair_changed.connect(self.safekeeping.warn)  # behind what hides messages
        self.session.pair_changed.connect(self.files.doubt)
        self.session.comparison_changed.connect(self._show_title)
        for changed in (
            self.session.comparison_changed,
            self.session.selection_changed,
            self.session.history_changed,
            self.session.busy_changed,
        ):
            changed.connect(self._enable)
        LateLetters(self.session.repairs, self).held.connect(self._say_late)
        self.start_made.connect(self._on_start_made)
        self.view_changed.connect(lambda name: self.actions_[name].setChecked(True))
        self.theme_changed.connect(self._toolbar.set_theme)
        self.chrome_resized.connect(self._keep_tools)

    def _on_start_made(self, start: StartPage) -> None:
        start.open_asked.connect(self.files.choose_pair)
        start.sample_asked.connect(self.files.open_sample)

    def _check_choices(self) -> None:
        """Check what is set among choices of which one is on."""
        self.actions_[self.settings.theme.value].setChecked(True)
        self.actions_[self.translation.language.value].setChecked(True)
        self.actions_[self.settings.note_order].setChecked(True)

    # what is set, and what the session tells

    def _keep_tools(self) -> None:
        self.setMinimumWidth(self._toolbar.measure())  # else search hides behind »

    def _enable(self) -> None:
        enable(self.actions_, SPECS, needs_met(self.session))
        self.actions_["mine"].setChecked(self.session.is_mine)

    def _retranslate(self) -> None:
        retranslate(self.actions_, SPECS)
        name_menus(self._menus)
        self._recent.setTitle(self.tr("&Recent"))
        self._toolbar.setWindowTitle(self.tr("Toolbar"))
        self._toolbar.setAccessibleName(self.tr("Toolbar"))
        self._keep_tools()
        self._show_title()

    def _say_late(self) -> None:
        self.message.tell_too(
            self.tr(
                "Another pair is open now. What you wrote before is kept; the letters that you "
                "typed on did nothing."
            )
        )

    def _show_title(self) -> None:
        now = self.session.comparison
        name = self.tr("Duikan")
        if now is not None:
            titles = (full_title(side.report) for side in (now.left, now.right))
            name = f"{' ⇄ '.join(titles)} — {name}"
        self.setWindowTitle(name)

    # what Qt calls

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and compare two of them before they are dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
        self.files.expect(_local_files(event))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Expect nothing any more."""
        self.session.comparer.stop_ahead()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open two files that were dropped, or ask for the other one."""
        self.files.open_files(_local_files(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed and how the window stands."""
        if self._leaving.is_held:
            event.ignore()
            return
        self._kept_place.keep()
        self.exporting.printing.close()
        self.settings.geometry = self.saveGeometry()
        if self.session.comparison is not None:
            self.settings.state = self.saveState(ARRANGEMENT)
        super().closeEvent(event)


def _local_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
