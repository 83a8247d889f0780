"""MainWindow: menus, panes and docks around one session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import paths
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.ui.actions import enable, make_actions, retranslate
from desktop.ui.chrome import fill_recent, make_menus, make_toolbar, name_menus
from desktop.ui.crash_dialog import CrashDialog
from desktop.ui.dialogs.choice_dialog import ChoiceDialog
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.open_dialog import OpenDialog
from desktop.ui.dialogs.reading_dialog import ReadingDialog
from desktop.ui.docking import Docks
from desktop.ui.message_bar import MessageBar
from desktop.ui.panes.pane_pair import PanePair
from desktop.ui.panes.paper import full_title
from desktop.ui.settings import ARRANGEMENT, Language, ThemeChoice
from desktop.ui.start_page import StartPage
from desktop.ui.status import StatusLine
from desktop.ui.style import style_sheet
from desktop.ui.theme import THEMES, chrome_font, system_theme, to_palette

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from desktop.ui.language import Translation
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.ui.theme import Theme
    from desktop.ui.work import Choice

SAMPLE = ("yunchuan_2023_work_report.txt", "yunchuan_2024_work_report.txt")
FIRST_SIZE = QSize(1440, 900)
LEAST_WIDTH = 520  # of the panes: below, a line holds less than a clause


class MainWindow(QMainWindow):
    """The reading desk."""

    def __init__(self, session: Session, settings: Settings, translation: Translation) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._translation = translation
        self.theme = self._chosen_theme()
        self.setFont(chrome_font())
        self.setAcceptDrops(True)
        self.actions_ = make_actions(self)
        self.search = QLineEdit(self)
        self._make_centre()
        self.docks = Docks(self, session, self.theme)
        self.status = StatusLine(session, self.statusBar())
        self._menus = make_menus(self, self.actions_)
        self._menus["view"].addSeparator()
        self._menus["view"].addActions([dock.toggleViewAction() for dock in self.docks.all])
        self._recent = QMenu(self)
        self._recent.aboutToShow.connect(lambda: fill_recent(self._recent, self.session))
        self._menus["file"].insertMenu(self.actions_["swap"], self._recent)
        self._toolbar = make_toolbar(self, self.actions_, self.search)
        self._connect()
        self._restore()
        self._show_theme(self.theme)
        self._retranslate()
        self._on_comparison_changed()

    # building

    def _make_centre(self) -> None:
        self.message = MessageBar(self)
        self.panes = PanePair(self.session, self.theme, self)
        self.start = StartPage(self.session, self)
        self.pages = QStackedWidget(self)
        self.pages.setMinimumWidth(LEAST_WIDTH)
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.panes)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self.pages, stretch=1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.session.comparison_changed.connect(self._on_comparison_changed)
        self.session.failed.connect(self.show_error)
        self.session.exported.connect(self._on_exported)
        self.session.choice_asked.connect(self.choose_reports)
        self.start.open_asked.connect(self.choose_pair)
        self.start.sample_asked.connect(self.open_sample)
        self.search.returnPressed.connect(self.find_next)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def _restore(self) -> None:
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))
        self.docks.spread(self.width())
        self.restoreGeometry(self._settings.geometry)
        self.restoreState(self._settings.state, ARRANGEMENT)
        self.actions_[self._settings.theme.value].setChecked(True)
        self.actions_[self._translation.language.value].setChecked(True)

    # what the actions do

    def choose_pair(self) -> None:
        """Ask which two files to compare."""
        dialog = OpenDialog(self._settings, self)
        dialog.accepted.connect(lambda: self.session.open_pair(*dialog.paths))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def choose_reports(self, choice: Choice) -> None:
        """Ask which of the reports of a file are meant, without standing in the way."""
        dialog = ChoiceDialog(choice, self)
        dialog.accepted.connect(lambda: self.session.open_readings(*dialog.readings))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def choose_encoding(self) -> None:
        """Show how the reports were read, to read one with another encoding."""
        self._show_reading().choose_encoding()

    def show_set_aside(self) -> None:
        """Show what was set aside of the reports, to put some of it back."""
        self._show_reading().choose_piece()

    def _show_reading(self) -> ReadingDialog:
        dialog = self.findChild(ReadingDialog) or ReadingDialog(self.session, self)
        dialog.show_side(self.panes.active_side)
        dialog.show()
        dialog.activateWindow()
        return dialog

    def open_sample(self) -> None:
        """Compare the two sample reports."""
        left, right = (paths.seed(name) for name in SAMPLE)
        self.session.open_pair(left, right)

    def swap(self) -> None:
        """Exchange the sides."""
        self.session.swap()

    def export(self) -> None:
        """Ask what to write of the comparison, and where."""
        now = self.session.comparison
        if now is None:
            return
        language = self.language_of_texts
        dialog = ExportDialog(now, self.session.annotations, self._settings, language, self)
        dialog.set_shown(self.session.visible_relations, self.docks.commitments_panel.filter.text())
        dialog.accepted.connect(lambda: self.session.export(dialog.path, dialog.contents, language))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def go_next(self) -> None:
        """Go to the next difference."""
        self.session.step(1)

    def go_previous(self) -> None:
        """Go to the previous difference."""
        self.session.step(-1)

    def go_first(self) -> None:
        """Go to the first difference."""
        self.session.step_to_end(last=False)

    def go_last(self) -> None:
        """Go to the last difference."""
        self.session.step_to_end(last=True)

    def focus_other_pane(self) -> None:
        """Move the keyboard to the other pane."""
        self.panes.focus_other_pane()

    def focus_find(self) -> None:
        """Move the keyboard to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def find_next(self) -> None:
        """Select the next sentence that holds the text."""
        self._find(1)

    def find_previous(self) -> None:
        """Select the previous sentence that holds the text."""
        self._find(-1)

    def annotate(self) -> None:
        """Write a note on the passage that is selected, else on the statements at hand."""
        spans = {side: self.panes.selected_span(side) for side in Side}
        if any(spans.values()):
            note = self.session.annotate(spans[Side.LEFT], spans[Side.RIGHT])
        else:
            note = self.session.annotate_selection()
        if note is None:
            self.message.tell(self.tr("Select a passage or click a sentence first, then press N."))
            return
        self.docks.annotations.show()
        self.docks.annotations.raise_()
        self.docks.annotations_panel.write(note)

    def set_synchronised(self, synchronised: bool) -> None:
        """Let the panes scroll together or each by itself."""
        self.panes.set_synchronised(synchronised)

    def zoom_in(self) -> None:
        """Make the text of the reports larger."""
        self.panes.zoom(1)

    def zoom_out(self) -> None:
        """Make the text of the reports smaller."""
        self.panes.zoom(-1)

    def zoom_reset(self) -> None:
        """Give the text of the reports its usual size."""
        self.panes.zoom(0)

    def choose_theme(self) -> None:
        """Wear the theme of the action that was chosen."""
        action = self.sender()
        if isinstance(action, QAction):
            self._settings.theme = ThemeChoice(action.data())
            self._show_theme(self._chosen_theme())

    def choose_language(self) -> None:
        """Speak the language of the action that was chosen."""
        action = self.sender()
        if isinstance(action, QAction):
            self._settings.language = Language(action.data())
            self._translation.speak(self._settings.language)

    # what the session and the world tell

    def show_error(self, error: BaseException) -> None:
        """Tell a fault of the world in one sentence, and a bug with its trace."""
        if isinstance(error, UserError):
            sentence = error.in_language(self._translation.language)
            self.message.tell(sentence, is_error=True)
        elif self.findChild(CrashDialog) is None:  # a bug in painting comes with every frame
            dialog = CrashDialog(error, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _on_exported(self, path: Path) -> None:
        self.message.tell(self.tr("Exported to {path}").format(path=path))

    def _on_comparison_changed(self) -> None:
        has_pair = self.session.comparison is not None
        self.pages.setCurrentWidget(self.panes if has_pair else self.start)
        self.docks.show_all(has_pair)
        self.search.setEnabled(has_pair)
        enable(self.actions_, has_pair=has_pair)
        self.message.hide()
        self._show_title()

    def _on_scheme_changed(self) -> None:
        if self._settings.theme is ThemeChoice.SYSTEM:
            self._show_theme(self._chosen_theme())

    def _find(self, by: int) -> None:
        wanted = self.search.text().strip()
        if wanted and not self.session.find(wanted, by):
            self.message.tell(self.tr("“{text}” is in neither report.").format(text=wanted))

    # looks and language

    def _chosen_theme(self) -> Theme:
        choice = self._settings.theme
        return system_theme() if choice is ThemeChoice.SYSTEM else THEMES[choice.value]

    def _show_theme(self, theme: Theme) -> None:
        self.theme = theme
        QApplication.setPalette(to_palette(theme))
        self.setStyleSheet(style_sheet(theme))
        self.panes.set_theme(theme)
        self.docks.set_theme(theme)

    @property
    def language_of_texts(self) -> str:
        """The language of what is written out: "zh" or "en"."""
        return "zh" if self._translation.language is Language.CHINESE else "en"

    def _retranslate(self) -> None:
        retranslate(self.actions_)
        name_menus(self._menus)
        self._recent.setTitle(self.tr("&Recent"))
        self.search.setPlaceholderText(self.tr("Find in both reports   Ctrl+F"))
        self.search.setAccessibleName(self.tr("Find in both reports"))
        for button in self.search.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        self._toolbar.setWindowTitle(self.tr("Toolbar"))
        self._toolbar.setAccessibleName(self.tr("Toolbar"))
        self.setMinimumWidth(self._toolbar.sizeHint().width())  # else search hides behind »
        self._show_title()

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
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open two files that were dropped, or ask for the other one."""
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        self.open_files(files)

    def open_files(self, files: list[Path]) -> None:
        """Compare two files; with one, ask for the other."""
        if len(files) == 2:
            self.session.open_pair(*files)
        elif len(files) == 1:
            self.choose_pair()
            dialog = self.findChild(OpenDialog)
            if dialog is not None:
                dialog.fill(Side.LEFT, [str(files[0])])
        else:
            self.message.tell(self.tr("Drop one or two files: two reports are compared."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed and how the window stands."""
        self.docks.annotations_panel.editor.save()
        self._settings.geometry = self.saveGeometry()
        if self.session.comparison is not None:
            self._settings.state = self.saveState(ARRANGEMENT)
        super().closeEvent(event)
