"""The chrome's look as a style sheet: quiet, so that the text is the loudest thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.ui.look.chrome_size import scaled
from desktop.ui.look.theme import mixed

if TYPE_CHECKING:
    from desktop.ui.look.theme import Theme

HOVER_SHARE = 0.06
"""How much ink a control takes on under the pointer: enough to see, too little to call."""

SHEET = """
QMainWindow, QDialog, QStatusBar, QMenuBar, QDockWidget { background: @ground; }
QMainWindow::separator { background: @hairline; width: 1px; height: 1px; }
QMenuBar { padding: 1px 8px; color: @muted; }
QMenuBar::item { padding: 3px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @hover; color: @ink; }
QMenu { background: @paper; border: 1px solid @hairline; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: @hover; color: @ink; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @hairline; margin: 5px 8px; }
QToolBar { background: @ground; border: none; border-bottom: 1px solid @hairline;
           padding: 3px 14px 5px 14px; spacing: 3px; }
QToolBar::separator { width: 1px; background: @hairline; margin: 6px 8px; }
QToolBar QToolButton { padding: 4px 9px; border: 1px solid transparent; border-radius: 6px; }
QToolBar QToolButton:hover { background: @hover; }
QToolBar QToolButton:pressed { background: @hairline; }
QToolBar QToolButton:checked { background: @paper; border-color: @hairline; }
QToolBar QToolButton:disabled { color: @faint; }
QToolBar QToolButton#outlined { background: @paper; border-color: @hairline; }
QLineEdit, QComboBox, QAbstractSpinBox { background: @paper; border: 1px solid @hairline;
            border-radius: 6px; padding: 5px 9px; selection-background-color: @accent; }
QPlainTextEdit { background: @paper; border: 1px solid @hairline; border-radius: 6px;
            padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus,
QAbstractSpinBox:focus { border-color: @accent; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: @step; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url("@chevron-down"); width: @arrow;
            height: @arrow; }
QAbstractSpinBox::up-arrow { image: url("@chevron-up"); width: @arrow; height: @arrow; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: @step; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QComboBox QAbstractItemView { background: @paper; border: 1px solid @hairline;
            padding: 3px; selection-background-color: @selection; selection-color: @ink; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }
QCheckBox::indicator { width: @tick; height: @tick; border: 1px solid @muted; border-radius: 3px;
            background: @paper; }
QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url("@check"); }
QCheckBox::indicator:disabled { border-color: @hairline; background: @ground; }
QCheckBox::indicator:checked:disabled { background: @faint; border-color: @faint; }
QCheckBox:disabled { color: @faint; }
QCheckBox { border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus { border-color: @accent; }
QPushButton { background: @paper; border: 1px solid @hairline; border-radius: 6px;
            padding: 6px 16px; }
QPushButton:hover { background: @hover; }
QPushButton:focus { border-color: @accent; }
QDialog QPushButton:default, QPushButton#primary { background: @accent; color: @on_ink;
            border-color: @accent; }
QPushButton#primary:focus, QDialog QPushButton:focus { outline: 1px solid @on_ink;
            outline-radius: 3px; }
QPushButton:disabled, QDialog QPushButton:default:disabled { color: @faint; background: @ground;
            border-color: @hairline; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton#recent { text-align: left; border: 1px solid transparent; background: transparent;
            padding: 6px 11px; }
QPushButton#recent:hover { background: @hover; }
QPushButton#recent:focus { border-color: @accent; }
QPushButton#link { border-color: transparent; background: transparent; color: @accent;
            padding: 1px 8px; outline: none; }
QPushButton#link:hover { background: @hover; }
QPushButton#link:focus { border-color: @accent; }
QListView, QTreeView, QTableView { background: @ground; border: 1px solid transparent;
            outline: none; selection-background-color: @selection; selection-color: @ink; }
QScrollArea#filterPanel { border: none; border-top: 1px solid @hairline;
            border-bottom: 1px solid @hairline; background: @ground; }
QListView:focus, QTreeView:focus, QTableView:focus, QTextBrowser:focus,
QScrollArea:focus, QScrollArea#filterPanel:focus { border: 1px solid @accent; }
QTableView#commitments { margin-left: 8px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QHeaderView { background: @ground; border: none; }
QHeaderView::section { background: @ground; color: @muted; border: none;
            border-bottom: 1px solid @hairline; padding: 5px 4px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 11px; height: 11px;
            subcontrol-origin: margin; subcontrol-position: top center; }
QHeaderView::up-arrow { image: url("@chevron-up"); }
QHeaderView::down-arrow { image: url("@chevron-down"); }
QTreeView { padding: 2px 0 8px 8px; }
QTabWidget::pane { border: none; border-top: 1px solid @hairline; }
QGroupBox { border: none; margin-top: 22px; padding: 0; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; color: @muted;
            padding: 2px 0 4px 0; }
QLabel#recentName { color: @ink; }
QSplitter::handle { background: @hairline; }
QSplitter::handle:vertical { height: 1px; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTreeView::branch { background: @ground; }
QTreeView::branch:selected { background: @selection; }
QTextBrowser { background: transparent; border: 1px solid transparent; }
QToolButton#chip { border: 1px solid @hairline; border-radius: 13px; padding: 4px 6px;
            background: transparent; color: @muted; }
QToolButton#chip:checked { background: @paper; color: @ink; }
QToolButton#chip[kind="filter"]:!checked { border: 1px dashed @faint; }
QToolButton#chip:hover, QToolButton#chip[kind="filter"]:hover { border-color: @muted; }
QToolButton#chip:focus, QToolButton#chip[kind="filter"]:focus { border-color: @accent; }
QToolButton#small { border: 1px solid transparent; border-radius: 4px; padding: 0 4px;
            color: @muted; }
QToolButton#small:hover { background: @hover; color: @ink; }
QToolButton#small:focus { border-color: @accent; color: @ink; }
QTableView#aligned QHeaderView::section { padding: 6px 12px; }
QTabBar { background: @ground; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent;
            padding: 8px 8px 6px 8px; color: @muted; }
QTabBar::tab:selected { color: @ink; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected:focus { border: 1px solid @accent; border-bottom-width: 2px;
            border-radius: 4px; padding: 7px 7px 6px 7px; }
QStatusBar { border-top: 1px solid @hairline; color: @muted; }
QStatusBar QLabel { color: @muted; padding: 1px 7px; }
QStatusBar::item { border: none; }
QProgressBar { background: @hairline; border: none; border-radius: 3px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QFrame#messageBar { background: @paper; border: none; border-bottom: 1px solid @hairline;
            border-left: 4px solid @accent; }
QFrame#messageBar[error="true"] { border-left-color: @alarm; }
QDialog#picker { background: @paper; border: 1px solid @hairline; }
QDialog#picker QListView { background: @paper; }
QFrame#focusLine { background: @accent; border: none; }
QFrame#edge { background: @hairline; border: none; }
QFrame#pair { background: @paper; border: 1px solid @hairline; border-radius: 8px; }
QWidget#titleBar { background: @ground; }
QLabel#dockTitle { color: @muted; font-weight: 600; }
QLabel#hint { color: @muted; padding: 10px 14px; }
QLabel#count { color: @muted; background: transparent; }
QLabel#count[error="true"] { color: @warning; font-weight: bold; }
QLabel#name { color: @ink; }
QLabel#tagline { color: @muted; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: @paper; color: @ink; border: 1px solid @hairline; padding: 4px; }
"""


LENGTHS = {"tick": 13, "arrow": 12, "step": 22}
"""Pixels of what is read beside text of the usual size, and grows with it."""


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the window in the colours of `theme`."""
    values = {
        "selection": theme.selection,
        "ground": theme.ground,
        "paper": theme.paper,
        "on_ink": theme.on_ink,
        "muted": theme.muted,
        "hairline": theme.hairline,
        "accent": theme.accent,
        "alarm": theme.revised.line,
        "warning": theme.revised.text,
        "hover": mixed(theme.ink, theme.ground, HOVER_SHARE).name(),
        "faint": mixed(theme.muted, theme.ground, 0.6).name(),
        "handle": mixed(theme.muted, theme.ground, 0.35).name(),
        "ink": theme.ink,
        "chevron-down": paths.resource("icons/chevron-down.svg").as_posix(),
        "check": paths.resource(f"icons/check-{theme.name}.svg").as_posix(),
        **{name: f"{round(scaled(length))}px" for name, length in LENGTHS.items()},
        "chevron-up": paths.resource("icons/chevron-up.svg").as_posix(),
    }
    sheet = SHEET
    for name, value in values.items():
        sheet = sheet.replace(f"@{name}", value)
    return sheet
