"""MainWindow: menus, panes and docks around one session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import UserError
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
from desktop.ui.commands.safekeeping import SafekeepingCommands
from desktop.ui.commands.sorting import SortCommands
from desktop.ui.commands.structure import StructureCommands
from desktop.ui.commands.undoing import UndoCommands
from desktop.ui.frame.dock_tabs import is_in_sight
from desktop.ui.frame.docking import Docks
from desktop.ui.frame.leaving import Leaving
from desktop.ui.frame.menu_bar import fill_recent, make_menus, name_menus
from desktop.ui.frame.message_bar import MessageBar
from desktop.ui.frame.start_page import StartPage
from desktop.ui.frame.status import StatusLine
from desktop.ui.frame.toolbar import ToolBar
from desktop.ui.kept.filter import KeptFilter
from desktop.ui.kept.place import KeptPlace
from desktop.ui.kept.readings import KeptReadings
from desktop.ui.look.chrome_size import chrome_size, interface_font, set_chrome_size
from desktop.ui.look.style import style_sheet
from desktop.ui.look.theme import (
    THEMES,
    reading_families,
    set_reading_family,
    system_theme,
    to_palette,
    with_colours,
)
from desktop.ui.menus.action_table import SPECS
from desktop.ui.menus.actions import enable, make_actions, retranslate, set_keys
from desktop.ui.menus.field_keys import FieldKeys
from desktop.ui.menus.key_names import tell_of_keys
from desktop.ui.menus.met import needs_met
from desktop.ui.panes.pane_pair import PanePair
from desktop.ui.search.find_field import FindField
from desktop.ui.settings import ARRANGEMENT, ThemeChoice
from desktop.ui.table.page import TablePage
from desktop.ui.titles import full_title

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent

    from desktop.ui.language import Translation
    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings

FIRST_SIZE = QSize(1440, 900)
LEAST_WIDTH = 520  # of the panes: below, a line holds less than a clause


class MainWindow(QMainWindow):
    """The reading desk."""

    theme_changed = Signal(object)  # the Theme

    def __init__(self, session: Session, settings: Settings, translation: Translation) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.translation = translation
        tell_of_keys(SPECS, settings.keys)
        set_reading_family(settings.family)
        self.theme = self._chosen_theme()
        set_chrome_size(settings.chrome_size)
        self.setFont(interface_font())
        self.setAcceptDrops(True)
        self.search = FindField(session.finder, self)
        self._make_centre()
        self.docks = Docks(self, session, self.theme)
        KeptFilter(session, self)
        KeptReadings(session, self)
        self._make_commands()
        self._kept_place = KeptPlace(self)
        self._leaving = Leaving(self)
        FieldKeys(self, self.actions_)
        self.status = StatusLine(session, self.statusBar())
        self._menus = make_menus(self, self.actions_)
        self.docks.tick(self.actions_)
        self._recent = QMenu(self)
        self._recent.aboutToShow.connect(lambda: fill_recent(self._recent, self.session))
        self._menus["file"].insertMenu(self.actions_["swap"], self._recent)
        self._toolbar = ToolBar(self, self.actions_, self.search)
        ContextMenus(self)
        self._connect()
        self._restore()
        self._wear(self.theme)
        self._retranslate()
        self._on_pair_changed()
        self._on_comparison_changed()
        self._enable()

    # building

    def _make_commands(self) -> None:
        self.files = FileCommands(self)
        self.exporting = ExportCommands(self)
        self.exchanging = ExchangeCommands(self)
        self.going = GoCommands(self)
        self.undoing = UndoCommands(self)
        self.deciding = DecideCommands(self)
        self.structure = StructureCommands(self)
        self.pairing = PairCommands(self)
        self.noting = NoteCommands(self)
        self.hit_noting = HitNoteCommands(self)
        self.bookmarks = BookmarkCommands(self)
        self.sorting = SortCommands(self)
        self.library = LibraryCommands(self)
        self.safekeeping = SafekeepingCommands(self)
        self.looks = LookCommands(self)
        self.helping = HelpCommands(self)
        self.actions_ = make_actions(self, SPECS)
        set_keys(self.actions_, SPECS, self.settings.keys)
        self.take_author()
        self.take_thresholds()

    def _make_centre(self) -> None:
        self.message = MessageBar(self)
        self.panes = PanePair(self.session, self.theme, self)
        self.table = TablePage(self.session, self.theme, self)
        self._view: PanePair | TablePage = self.panes
        self.start = StartPage(self.session, self)
        self.pages = QStackedWidget(self)
        self.pages.setMinimumWidth(LEAST_WIDTH)
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.panes)
        self.pages.addWidget(self.table)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self.pages, stretch=1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.session.pair_changed.connect(self.message.hide)
        self.session.pair_changed.connect(self.safekeeping.warn)  # which is not to be hidden
        self.session.pair_changed.connect(self.files.doubt)  # nor this
        self.session.pair_changed.connect(self._on_pair_changed)
        self.session.comparison_changed.connect(self._on_comparison_changed)
        for changed in (
            self.session.comparison_changed,
            self.session.selection_changed,
            self.session.history_changed,
            self.session.busy_changed,
        ):
            changed.connect(self._enable)
        self.session.failed.connect(self.show_error)
        self.panes.size_changed.connect(self.table.set_size)
        self.panes.size_changed.connect(self.settings.set_size)
        self.start.open_asked.connect(self.files.choose_pair)
        self.start.sample_asked.connect(self.files.open_sample)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_scheme_changed)

    def _restore(self) -> None:
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))
        self.panes.set_size(self.settings.size)
        self.restoreGeometry(self.settings.geometry)
        self._is_arranged = self.docks.restore(self.settings.state)
        self.actions_[self.settings.theme.value].setChecked(True)
        self.actions_[self.translation.language.value].setChecked(True)
        self.actions_[self.settings.note_order].setChecked(True)

    # what the session and the world tell

    def show_error(self, error: BaseException) -> None:
        """Tell a fault of the world in one sentence, and a bug with its trace."""
        if isinstance(error, UserError):
            sentence = error.in_language(self.translation.language)
            self.message.tell(sentence, is_error=True)
            return
        from desktop.ui.frame.crash_dialog import CrashDialog  # noqa: PLC0415 - no start waits for it

        if self.findChild(CrashDialog) is None:  # a bug in painting comes with every frame
            dialog = CrashDialog(error, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def take_back(self, error: UserError) -> None:
        """Tell a fault of the world no longer that is none any more."""
        self.message.take_back(error.in_language(self.translation.language))

    def _on_pair_changed(self) -> None:
        """Make room for what comes: a text that is set already would be set anew for each dock."""
        has_pair = self.session.comparison is not None
        is_first = has_pair and self.pages.currentWidget() is self.start
        self.pages.setCurrentWidget(self._view if has_pair else self.start)
        if is_first:
            self._view.take_keyboard()
        self.docks.show_all(has_pair)
        if has_pair and not self._is_arranged:
            self._is_arranged = True
            self.docks.spread(self.width())  # now: docks that are hidden take no size
            QApplication.sendPostedEvents(self, QEvent.Type.LayoutRequest)  # before the text is set

    def _on_comparison_changed(self) -> None:
        self.search.setEnabled(self.session.comparison is not None)
        self._show_title()

    def _enable(self) -> None:
        enable(self.actions_, SPECS, needs_met(self.session))
        self.actions_["mine"].setChecked(self.session.is_mine)

    @property
    def view(self) -> PanePair | TablePage:
        """What shows the pair that is open."""
        return self._view

    def show_view(self, name: str) -> None:
        """Show what is open "side_by_side" or as the aligned "table"."""
        self.actions_[name].setChecked(True)
        self._view = self.table if name == "table" else self.panes
        if self.session.comparison is not None:
            self.pages.setCurrentWidget(self._view)
            self._view.take_keyboard()

    def _on_scheme_changed(self) -> None:
        if self.settings.theme is ThemeChoice.SYSTEM:
            self.show_chosen_theme()

    # looks and language

    def _chosen_theme(self) -> Theme:
        choice = self.settings.theme
        theme = system_theme() if choice is ThemeChoice.SYSTEM else THEMES[choice.value]
        return with_colours(theme, self.settings.colours)

    def show_chosen_theme(self) -> None:
        """Wear the theme, the colours, the face and the size of the chrome that are set."""
        before, size = reading_families(), chrome_size()
        set_reading_family(self.settings.family)
        set_chrome_size(self.settings.chrome_size)
        if size != chrome_size():
            self._take_chrome_size()
        self._show_theme(self._chosen_theme())
        if size != chrome_size():  # the sheet, which has the fonts taken over, comes with the theme
            self.setMinimumWidth(self._toolbar.measure())
            self.docks.spread(self.width())
        if before != reading_families():
            self.panes.typeset()
            self.table.set_size(self.panes.size_of_text)

    def _take_chrome_size(self) -> None:
        """Write all but the reports in another size; what is drawn follows with the theme."""
        QApplication.setFont(interface_font())  # of dialogs, menus and tips, too
        self.setFont(interface_font())
        self.table.set_size(self.panes.size_of_text)

    def take_author(self) -> None:
        """Sign what is written from now on as it is set."""
        self.session.repairs.author = self.settings.author

    def take_thresholds(self) -> None:
        """Compare by the thresholds that are set."""
        self.session.comparer.set_options(self.settings.thresholds)

    def take_keys(self) -> None:
        """Obey the keys that are set."""
        set_keys(self.actions_, SPECS, self.settings.keys)
        tell_of_keys(SPECS, self.settings.keys)
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))  # who names one does anew

    def _show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._wear(theme)
        self.table.set_theme(theme)
        self.docks.set_theme(theme)
        self.theme_changed.emit(theme)

    def _wear(self, theme: Theme) -> None:
        """Wear a theme, but for what has been made in it."""
        QApplication.setPalette(to_palette(theme))
        self.setStyleSheet(style_sheet(theme))
        self.panes.set_theme(theme)
        self._toolbar.set_theme(theme)

    def _retranslate(self) -> None:
        retranslate(self.actions_, SPECS)
        name_menus(self._menus)
        self._recent.setTitle(self.tr("&Recent"))
        self._toolbar.setWindowTitle(self.tr("Toolbar"))
        self._toolbar.setAccessibleName(self.tr("Toolbar"))
        self.setMinimumWidth(self._toolbar.measure())  # else search hides behind »
        self._show_title()

    def _show_title(self) -> None:
        now = self.session.comparison
        name = self.tr("Duikan")
        if now is not None:
            titles = (full_title(side.report) for side in (now.left, now.right))
            name = f"{' ⇄ '.join(titles)} — {name}"
        self.setWindowTitle(name)

    # what Qt calls

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Let Tab pass over what cannot be seen: Qt calls visible what is behind a tab."""
        first = None
        while super().focusNextPrevChild(next):
            reached = self.focusWidget()
            if reached is first or is_in_sight(reached, self):
                return True
            first = first or reached
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Make ready for the first pair once the window is there."""
        super().showEvent(event)
        self.panes.warm()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open two files that were dropped, or ask for the other one."""
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        self.files.open_files(files)

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
