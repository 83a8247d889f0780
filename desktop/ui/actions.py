"""Every action of the window as one table: text, keys, slot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


@dataclass(frozen=True, slots=True)
class Spec:
    """One action; `slot` is a method of the window, `group` makes it one of several choices.

    `short` is its text in the toolbar. `is_on` says that it can be checked, and how it begins.
    """

    name: str
    menu: str
    text: object
    keys: tuple[str, ...]
    slot: str
    short: object = ""
    is_on: bool | None = None
    group: str = ""
    needs_pair: bool = False


def tr(text: object) -> str:
    """Return `text` in the language of the interface."""
    return QCoreApplication.translate("Actions", str(text)) if text else ""


MENUS = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "go": QT_TRANSLATE_NOOP("Actions", "&Go"),
    "note": QT_TRANSLATE_NOOP("Actions", "&Note"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "settings": QT_TRANSLATE_NOOP("Actions", "&Settings"),
}

SPECS = (
    Spec("open", "file", QT_TRANSLATE_NOOP("Actions", "&Open two reports…"), ("Ctrl+O",),
         "choose_pair", QT_TRANSLATE_NOOP("Actions", "Open…")),
    Spec("sample", "file", QT_TRANSLATE_NOOP("Actions", "Try the &sample"), (), "open_sample"),
    Spec("swap", "file", QT_TRANSLATE_NOOP("Actions", "S&wap the sides"), ("Alt+\\",), "swap",
         QT_TRANSLATE_NOOP("Actions", "Swap ⇄"), needs_pair=True),
    Spec("export", "file", QT_TRANSLATE_NOOP("Actions", "&Export…"), ("Ctrl+E",),
         "export", QT_TRANSLATE_NOOP("Actions", "Export…"), needs_pair=True),
    Spec("reread", "file",
         QT_TRANSLATE_NOOP("Actions", "&Re-read with another encoding…"), ("Ctrl+R",),
         "choose_encoding", needs_pair=True),
    Spec("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), "close"),
    Spec("next", "go", QT_TRANSLATE_NOOP("Actions", "&Next difference"), ("Alt+Down", "F8"),
         "go_next", QT_TRANSLATE_NOOP("Actions", "Next ↓"), needs_pair=True),
    Spec("previous", "go", QT_TRANSLATE_NOOP("Actions", "&Previous difference"),
         ("Alt+Up", "Shift+F8"), "go_previous", QT_TRANSLATE_NOOP("Actions", "Previous ↑"),
         needs_pair=True),
    Spec("first", "go", QT_TRANSLATE_NOOP("Actions", "&First difference"), ("Alt+Home",),
         "go_first", needs_pair=True),
    Spec("last", "go", QT_TRANSLATE_NOOP("Actions", "&Last difference"), ("Alt+End",), "go_last",
         needs_pair=True),
    Spec("other_pane", "go", QT_TRANSLATE_NOOP("Actions", "&Other pane"), ("F6", "Shift+F6"),
         "focus_other_pane", needs_pair=True),
    Spec("find", "go", QT_TRANSLATE_NOOP("Actions", "F&ind in both reports"), ("Ctrl+F",),
         "focus_find", needs_pair=True),
    Spec("find_next", "go", QT_TRANSLATE_NOOP("Actions", "Find n&ext"), ("F3",), "find_next",
         needs_pair=True),
    Spec("find_previous", "go", QT_TRANSLATE_NOOP("Actions", "Find p&revious"), ("Shift+F3",),
         "find_previous", needs_pair=True),
    Spec("annotate", "note", QT_TRANSLATE_NOOP("Actions", "&Annotate the passage or pair"),
         ("N", "Ctrl+Shift+N"), "annotate", QT_TRANSLATE_NOOP("Actions", "Annotate N"),
         needs_pair=True),
    Spec("synchronise", "view", QT_TRANSLATE_NOOP("Actions", "&Scroll together"),
         ("Ctrl+Shift+S",), "set_synchronised", QT_TRANSLATE_NOOP("Actions", "Scroll together"),
         is_on=True),
    Spec("set_aside", "view", QT_TRANSLATE_NOOP("Actions", "What was set &aside…"),
         ("Ctrl+Shift+A",), "show_set_aside", needs_pair=True),
    Spec("zoom_in", "view", QT_TRANSLATE_NOOP("Actions", "&Larger text"), ("Ctrl++", "Ctrl+="),
         "zoom_in"),
    Spec("zoom_out", "view", QT_TRANSLATE_NOOP("Actions", "S&maller text"), ("Ctrl+-",),
         "zoom_out"),
    Spec("zoom_reset", "view", QT_TRANSLATE_NOOP("Actions", "&Usual text size"), ("Ctrl+0",),
         "zoom_reset"),
    Spec("light", "settings", QT_TRANSLATE_NOOP("Actions", "&Light"), (), "choose_theme",
         is_on=False, group="theme"),
    Spec("dark", "settings", QT_TRANSLATE_NOOP("Actions", "&Dark"), (), "choose_theme",
         is_on=False, group="theme"),
    Spec("system", "settings", QT_TRANSLATE_NOOP("Actions", "As the &system"), (), "choose_theme",
         is_on=True, group="theme"),
    Spec("zh_CN", "settings", "中文", (), "choose_language", is_on=True, group="language"),
    Spec("en", "settings", "English", (), "choose_language", is_on=False, group="language"),
)  # fmt: skip


def make_actions(owner: QObject) -> dict[str, QAction]:
    """Return an action for each row of the table, its slot a method of `owner`."""
    groups: dict[str, QActionGroup] = {}
    actions = {}
    for spec in SPECS:
        action = QAction(owner)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        if spec.is_on is not None:
            action.setCheckable(True)
            action.setChecked(spec.is_on)
        if spec.group:
            groups.setdefault(spec.group, QActionGroup(owner)).addAction(action)
            action.setData(spec.name)
        action.triggered.connect(getattr(owner, spec.slot))
        actions[spec.name] = action
    retranslate(actions)
    return actions


def retranslate(actions: dict[str, QAction]) -> None:
    """Set the texts anew in the language of the interface."""
    for spec in SPECS:
        action = actions[spec.name]
        action.setText(tr(spec.text))
        action.setIconText(tr(spec.short or spec.text))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        plain = tr(spec.text).replace("&", "")
        action.setToolTip(f"{plain}  {keys}" if keys else plain)


def enable(actions: dict[str, QAction], *, has_pair: bool) -> None:
    """Let what works on a comparison be chosen only where there is one."""
    for spec in SPECS:
        if spec.needs_pair:
            actions[spec.name].setEnabled(has_pair)
