"""Every action of the window, one row for each, and the menus that they stand in."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.ui.actions import Need, Spec

PAIR = Need.PAIR

MENUS = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "go": QT_TRANSLATE_NOOP("Actions", "&Go"),
    "note": QT_TRANSLATE_NOOP("Actions", "&Note"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "settings": QT_TRANSLATE_NOOP("Actions", "Se&ttings"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}
"""In this order; a menu shows its rows in the order of the table."""

SPECS = (
    Spec("open", "file", QT_TRANSLATE_NOOP("Actions", "&Open two reports…"), ("Ctrl+O",),
         "files.choose_pair", QT_TRANSLATE_NOOP("Actions", "Open…")),
    Spec("sample", "file", QT_TRANSLATE_NOOP("Actions", "Try the &sample"), (),
         "files.open_sample"),
    Spec("swap", "file", QT_TRANSLATE_NOOP("Actions", "S&wap the sides"), ("Alt+\\",),
         "files.swap", QT_TRANSLATE_NOOP("Actions", "Swap ⇄"), needs=PAIR),
    Spec("export", "file", QT_TRANSLATE_NOOP("Actions", "&Export…"), ("Ctrl+E",),
         "files.export", QT_TRANSLATE_NOOP("Actions", "Export…"), needs=PAIR),
    Spec("reread", "file",
         QT_TRANSLATE_NOOP("Actions", "&Re-read with another encoding…"), ("Ctrl+R",),
         "files.choose_encoding", needs=PAIR),
    Spec("set_aside", "file", QT_TRANSLATE_NOOP("Actions", "What was set &aside…"),
         ("Ctrl+Shift+A",), "files.show_set_aside", needs=PAIR),
    Spec("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), "close"),

    Spec("next", "go", QT_TRANSLATE_NOOP("Actions", "&Next difference"), ("Alt+Down", "F8"),
         "going.next", QT_TRANSLATE_NOOP("Actions", "Next ↓"), needs=PAIR),
    Spec("previous", "go", QT_TRANSLATE_NOOP("Actions", "&Previous difference"),
         ("Alt+Up", "Shift+F8"), "going.previous", QT_TRANSLATE_NOOP("Actions", "Previous ↑"),
         needs=PAIR),
    Spec("first", "go", QT_TRANSLATE_NOOP("Actions", "&First difference"), ("Alt+Home",),
         "going.first", needs=PAIR),
    Spec("last", "go", QT_TRANSLATE_NOOP("Actions", "&Last difference"), ("Alt+End",),
         "going.last", needs=PAIR),
    Spec("other_pane", "go", QT_TRANSLATE_NOOP("Actions", "&Other pane"), ("F6", "Shift+F6"),
         "going.other_pane", needs=PAIR),
    Spec("find", "go", QT_TRANSLATE_NOOP("Actions", "F&ind in both reports"), ("Ctrl+F",),
         "going.find", needs=PAIR),
    Spec("find_next", "go", QT_TRANSLATE_NOOP("Actions", "Find n&ext"), ("F3",),
         "going.find_next", needs=PAIR),
    Spec("find_previous", "go", QT_TRANSLATE_NOOP("Actions", "Find p&revious"), ("Shift+F3",),
         "going.find_previous", needs=PAIR),

    Spec("annotate", "note", QT_TRANSLATE_NOOP("Actions", "&Annotate the passage or pair"),
         ("N", "Ctrl+Shift+N"), "noting.annotate", QT_TRANSLATE_NOOP("Actions", "Annotate N"),
         needs=PAIR),

    Spec("synchronise", "view", QT_TRANSLATE_NOOP("Actions", "&Scroll together"),
         ("Ctrl+Shift+S",), "panes.set_synchronised",
         QT_TRANSLATE_NOOP("Actions", "Scroll together"), is_on=True),
    Spec("zoom_in", "view", QT_TRANSLATE_NOOP("Actions", "&Larger text"), ("Ctrl++", "Ctrl+="),
         "looks.zoom_in"),
    Spec("zoom_out", "view", QT_TRANSLATE_NOOP("Actions", "S&maller text"), ("Ctrl+-",),
         "looks.zoom_out"),
    Spec("zoom_reset", "view", QT_TRANSLATE_NOOP("Actions", "&Usual text size"), ("Ctrl+0",),
         "looks.zoom_reset"),

    Spec("light", "settings", QT_TRANSLATE_NOOP("Actions", "&Light"), (), "looks.choose_theme",
         is_on=False, group="theme"),
    Spec("dark", "settings", QT_TRANSLATE_NOOP("Actions", "&Dark"), (), "looks.choose_theme",
         is_on=False, group="theme"),
    Spec("system", "settings", QT_TRANSLATE_NOOP("Actions", "As the &system"), (),
         "looks.choose_theme", is_on=True, group="theme"),
    Spec("zh_CN", "settings", "中文", (), "looks.choose_language", is_on=True, group="language"),
    Spec("en", "settings", "English", (), "looks.choose_language", is_on=False,
         group="language"),

    Spec("find_command", "help", QT_TRANSLATE_NOOP("Actions", "&Find a command…"),
         ("Ctrl+Shift+P",), "helping.find_command"),
)  # fmt: skip
