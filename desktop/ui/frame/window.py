"""Window: the panes and docks around one session, their view, their looks and their messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.ui.frame.dock_tabs import is_in_sight
from desktop.ui.frame.docking import Docks
from desktop.ui.frame.find_field import FindField
from desktop.ui.frame.message_bar import MessageBar
from desktop.ui.frame.status import StatusLine
from desktop.ui.look.chrome_size import chrome_size, interface_font, set_chrome_size
from desktop.ui.look.style import style_sheet
from desktop.ui.look.theme import THEMES, system_theme, to_palette, with_colours
from desktop.ui.look.typefaces import reading_families, set_reading_family
from desktop.ui.menus.action_table import SPECS
from desktop.ui.menus.actions import set_keys
from desktop.ui.menus.key_names import tell_of_keys
from desktop.ui.panes.pane_pair import PanePair
from desktop.ui.settings import ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QShowEvent

    from desktop.ui.frame.start_page import StartPage
    from desktop.ui.language import Translation
    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.ui.table.page import TablePage

FIRST_SIZE = QSize(1440, 900)
LEAST_WIDTH = 520  # of the panes: below, a line holds less than a clause


class Window(QMainWindow):
    """What is read and what stands around it; commands are given it, and give it none.

    `actions_` are those of the menus, by name, once there are some.
    """

    theme_changed = Signal(object)  # the Theme
    chrome_resized = Signal()  # its letters have another size
    view_changed = Signal(str)  # "side_by_side" or "table"
    start_made = Signal(object)  # the StartPage
    table_made = Signal(object)  # the TablePage

    def __init__(self, session: Session, settings: Settings, translation: Translation) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.translation = translation
        self.actions_: dict[str, QAction] = {}
        tell_of_keys(SPECS, settings.keys)
        set_reading_family(settings.family)
        self.theme = self._chosen_theme()
        set_chrome_size(settings.chrome_size)
        self.setFont(interface_font())
        self.search = FindField(session.finder, self)
        self._make_centre()
        self.docks = Docks(self, session, self.theme)
        self.status = StatusLine(session, self.statusBar())
        session.pair_changed.connect(self.message.hide)
        session.pair_changed.connect(self._on_pair_changed)
        session.comparison_changed.connect(self._on_comparison_changed)
        session.failed.connect(self.show_error)
        self.panes.size_changed.connect(settings.set_size)
        self.take_author()
        self.take_thresholds()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_scheme_changed)

    def settle(self) -> None:
        """Stand where the window stood last: once all that belongs to it is made, in its theme."""
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))
        self.panes.set_size(self.settings.size)
        self.restoreGeometry(self.settings.geometry)
        self._is_arranged = self.docks.restore(self.settings.state)
        self._on_pair_changed()
        self.session.busy_changed.connect(self._on_busy_changed)
        self._on_comparison_changed()

    def _make_centre(self) -> None:
        self.message = MessageBar(self)
        self.panes = PanePair(self.session, self.theme, self)
        self._table: TablePage | None = None
        self._view: PanePair | TablePage = self.panes
        self._start: StartPage | None = None
        self.pages = QStackedWidget(self)
        self.pages.setMinimumWidth(LEAST_WIDTH)
        self.pages.addWidget(self.panes)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self.pages, stretch=1)
        self.setCentralWidget(centre)

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

    @property
    def _has_pair(self) -> bool:
        return self.session.comparison is not None

    def _on_pair_changed(self) -> None:
        self._make_room(has_pair=self._has_pair)

    def _on_busy_changed(self, is_busy: bool) -> None:
        """Go back to the start page where nothing came of the pair that was named at the start."""
        if not is_busy and not self._has_pair:
            self._make_room(has_pair=False)

    def _make_room(self, *, has_pair: bool) -> None:
        """Make room for what comes: a text that is set already would be set anew for each dock.

        For the pair that is named at the start there is room while that is compared.
        """
        is_first = has_pair and self.docks.are_away
        is_coming = self.session.comparer.is_comparing
        self.pages.setCurrentWidget(self._view if has_pair or is_coming else self.start)
        if is_first and self.docks.line.dock is None:  # who opens it from a list goes on there
            self._view.take_keyboard()
        is_fresh = has_pair and not self._is_arranged
        if is_fresh:
            self._is_arranged = True
            self.docks.gather()  # before they are shown: two columns would widen the window
        self.docks.show_all(has_pair)
        if is_fresh:
            self.docks.spread(self.width())  # now: docks that are hidden take no size
            QApplication.sendPostedEvents(self, QEvent.Type.LayoutRequest)  # before the text is set

    def _on_comparison_changed(self) -> None:
        self.search.setEnabled(self._has_pair)

    # the view

    @property
    def view(self) -> PanePair | TablePage:
        """What shows the pair that is open."""
        return self._view

    @property
    def start(self) -> StartPage:
        """The start page, made when it is asked for: a pair may be named at the start."""
        if self._start is None:
            from desktop.ui.frame.start_page import StartPage  # noqa: PLC0415 - see above

            self._start = StartPage(self.session, self)
            self.pages.addWidget(self._start)
            self.start_made.emit(self._start)
        return self._start

    @property
    def table(self) -> TablePage:
        """The aligned table, loaded and made when it is asked for: few starts show it."""
        if self._table is None:
            from desktop.ui.table.page import TablePage  # noqa: PLC0415 - see above

            self._table = TablePage(self.session, self.theme, self)
            self._take_size_of_text()
            self.panes.size_changed.connect(self._table.set_size)
            self.pages.addWidget(self._table)
            self.table_made.emit(self._table)
        return self._table

    @property
    def table_in_view(self) -> TablePage | None:
        """The aligned table while it shows the pair that is open, None while the panes do."""
        return self._table if self._view is self._table else None

    def show_view(self, name: str, *, leaves_docks: bool = True) -> None:
        """Show what is open "side_by_side" or as the aligned "table", and give it the keyboard.

        Unless it `leaves_docks`, a dock that has the keyboard keeps it.
        """
        self._view = self.table if name == "table" else self.panes
        self.view_changed.emit(name)
        if self._has_pair:
            self.pages.setCurrentWidget(self._view)
            if leaves_docks or self.docks.line.dock is None:
                self._view.take_keyboard()

    # what is set

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

    def _on_scheme_changed(self) -> None:
        if self.settings.theme is ThemeChoice.SYSTEM:
            self.show_chosen_theme()

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
        if size != chrome_size():  # the sheet, which has the fonts taken over, came with the theme
            self.chrome_resized.emit()
            self.docks.spread(self.width())
        if before != reading_families():
            self.panes.typeset()
            self._take_size_of_text()

    def _take_chrome_size(self) -> None:
        """Write all but the reports in another size; what is drawn follows with the theme."""
        QApplication.setFont(interface_font())  # of dialogs, menus and tips, too
        self.setFont(interface_font())
        self._take_size_of_text()

    def _take_size_of_text(self) -> None:
        if self._table is not None:
            self._table.set_size(self.panes.size_of_text)

    def _show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._wear(theme)
        if self._table is not None:
            self._table.set_theme(theme)
        self.docks.set_theme(theme)
        self.theme_changed.emit(theme)

    def _wear(self, theme: Theme) -> None:
        """Wear a theme, but for what has been made in it."""
        QApplication.setPalette(to_palette(theme))
        self.setStyleSheet(style_sheet(theme))
        self.panes.set_theme(theme)

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
        """Make ready for the first pair once the window is there, and room if it is on its way."""
        super().showEvent(event)
        self.session.turns.come_up()
        if self.session.comparer.is_comparing:
            self._make_room(has_pair=True)
        self.panes.warm()
