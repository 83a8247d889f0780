"""Pictures of real windows, to be looked at: python3 dev.py screenshots [FOLDER].

Each scene is a function that brings a window into a state; it is drawn off screen in the sizes,
languages and themes that the table below says.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":  # before Qt is loaded
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import delete

from desktop import paths
from desktop.compare.model import ChangeKind, Relation, Side
from desktop.errors import ReadError
from desktop.report.model import Report
from desktop.store import open_library
from desktop.ui.commands.files import SAMPLE
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.reading_dialog import ReadingDialog
from desktop.ui.frame.crash_dialog import CrashDialog
from desktop.ui.frame.picker import Picker
from desktop.ui.language import Translation
from desktop.ui.look.chrome_size import (
    AS_SYSTEM,
    LARGEST_CHROME,
    SMALLEST_CHROME,
    interface_font,
    set_chrome_size,
)
from desktop.ui.main_window import MainWindow
from desktop.ui.preferences.dialog import COMPARING, GENERAL, KEYS, LOOKS
from desktop.ui.session import Session
from desktop.ui.settings import Language, Settings, ThemeChoice
from tests.bench.long_reports import make_pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap

    from desktop.ui.dialogs.open_dialog import OpenDialog

ROOT = Path(__file__).resolve().parent.parent
SCALE = "QT_SCALE_FACTOR"
MOST_WAITS = 60
FRAME = "#8A8A8A"
SETTLED = 350  # milliseconds
CHINESE, ENGLISH = Language.CHINESE, Language.ENGLISH
LIGHT, DARK = ThemeChoice.LIGHT, ThemeChoice.DARK
USUAL, NARROW, WIDE = (1440, 900), (980, 700), (2200, 1100)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: how to come there, and in what looks; `show` may return what is to be drawn."""

    name: str
    show: Callable[[MainWindow], QWidget | None]
    language: Language = CHINESE
    theme: ThemeChoice = LIGHT
    size: tuple[int, int] = USUAL
    scale: int = 1  # of the screen
    chrome: float = AS_SYSTEM  # points of menus and lists


def wait(milliseconds: int = SETTLED) -> None:
    """Let the window come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def opened(window: MainWindow) -> None:
    """Open the sample pair and wait until all of it is found."""
    loop = QEventLoop()
    window.session.findings_changed.connect(loop.quit)
    window.files.open_sample()
    loop.exec()


def at_revised(window: MainWindow) -> None:
    """Open the sample pair at a commitment that was revised in two ways."""
    opened(window)
    session = window.session
    wanted = {ChangeKind.LOWERED, ChangeKind.LOOSENED, ChangeKind.RAISED}
    rows = [i for i in session.differences if session.rows[i].relation is Relation.REVISED]
    best = max(rows, key=lambda i: len(wanted & {c.kind for c in session.rows[i].changes}))
    session.select_row(best)


def start(window: MainWindow) -> None:
    """Show the start page with recent pairs."""
    with open_library(window.session.exchange.library) as library:
        for left, right in ((2023, 2024), (2022, 2023)):
            library.remember_pair(*(kept_report(year) for year in (left, right)))
    window.start.show_recent()


def kept_report(year: int) -> Report:
    """Return a report of which the start page shows the name."""
    title, body = "政府工作报告", "云川区"
    return Report(str(year), title=title, body=body, year=year, source=f"{body}{year}.docx")


def targets(window: MainWindow) -> None:
    """Show the dock of targets."""
    at_revised(window)
    window.docks.targets.raise_()


def wording(window: MainWindow) -> None:
    """Show the dock of wording at its first term."""
    opened(window)
    window.docks.wording.raise_()
    panel = window.docks.panels.wording
    panel.list.setCurrentIndex(panel.shown.index(0, 0))


def library(window: MainWindow) -> None:
    """Show what the library has of a word, in notes and in reports."""
    notes(window)
    window.docks.go_to("library")
    window.docks.panels.library.field.setText("养老")
    wait(1500)


def removal(window: MainWindow) -> QWidget:
    """Show what a report would take along, before it leaves the library."""
    notes(window)
    window.putting_away.ask(window.session.shelf.reports[0])
    return shown(window, Picker)


def sections(window: MainWindow) -> QWidget:
    """Show the sections that can be gone to."""
    at_revised(window)
    window.going.choose_section()
    return shown(window, Picker)


def notes(window: MainWindow) -> None:
    """Show the dock of notes with two of them."""
    opened(window)
    session = window.session
    for row, text in ((3, "待核：规划是否并入滨江片区？"), (7, "口径变了，问统计局。")):
        session.select_row(session.differences[row])
        window.noting.annotate()
        window.docks.panels.annotations.editor.body.setPlainText(text)
        window.docks.panels.annotations.editor.save()


def find(window: MainWindow) -> None:
    """Show what was found of a word."""
    at_revised(window)
    window.search.setText("產業")
    window.going.find_next()
    window.going.find_next()


def hits(window: MainWindow) -> None:
    """Show the form that annotates all hits."""
    find(window)
    window.actions_["annotate_hits"].trigger()


def table(window: MainWindow) -> None:
    """Show the aligned table at a revised commitment, with notes."""
    notes(window)
    window.session.select_row(window.session.differences[3])
    window.actions_["table"].trigger()


def commands(window: MainWindow) -> QWidget:
    """Show the commands that hold a word."""
    at_revised(window)
    picker = window.helping.find_command()
    picker.field.setText("d")
    return picker


def commitments(window: MainWindow) -> None:
    """Show the list of commitments as a table in a dock that floats over the window's width."""
    at_revised(window)
    panel = window.docks.panels.commitments
    panel.as_table.click()
    window.resizeDocks([window.docks.commitments], [700], Qt.Orientation.Horizontal)


def filters(window: MainWindow) -> None:
    """Show the finer filters of the list."""
    notes(window)
    window.docks.commitments.raise_()
    panel = window.docks.panels.commitments
    panel.more.click()
    panel.panel.only_open.click()


def repair(window: MainWindow) -> QWidget:
    """Show some rows confirmed, and the partners that are offered for the one at hand."""
    opened(window)
    session = window.session
    session.select_row(session.differences[6])
    window.deciding.confirm_to_here()
    session.select_row(session.differences[9])
    window.deciding.link()
    return shown(window, Picker)


def files(window: MainWindow) -> QWidget:
    """Show what is recognised in two files."""
    opened(window)
    dialog = window.files.choose_pair()
    seeds = [str(paths.seed(name)) for name in SAMPLE]
    dialog.fill(Side.LEFT, seeds)
    recognised(dialog)
    return dialog


def compendium(window: MainWindow) -> QWidget:
    """Show the choice among the reports of a file."""
    dialog = window.files.choose_pair()
    dialog.fill(Side.LEFT, [str(paths.seed("yunchuan_compendium.txt"))] * 2)
    recognised(dialog)
    return dialog


def recognised(dialog: OpenDialog) -> None:
    """Wait until the reports of both sides have been looked over."""
    for _ in range(MOST_WAITS):
        if all("·" in card.facts.text() for card in dialog.cards.values()):
            return
        wait()


def preferences(page: int) -> Callable[[MainWindow], QWidget]:
    """Return how to show a page of the preferences."""

    def show(window: MainWindow) -> QWidget:
        at_revised(window)
        dialog = window.looks.show_preferences()
        dialog.show_page(page)
        return dialog

    return show


def about(window: MainWindow) -> QWidget:
    """Show the about box."""
    at_revised(window)
    return window.helping.show_about()


def crash(window: MainWindow) -> QWidget:
    """Show a bug."""
    at_revised(window)
    try:
        _ = 1 / 0
    except ZeroDivisionError as bug:
        window.show_error(bug)
    return shown(window, CrashDialog)


def reading(window: MainWindow) -> QWidget:
    """Show how the reports were read."""
    opened(window)
    window.files.show_set_aside()
    return shown(window, ReadingDialog)


def export(window: MainWindow) -> QWidget:
    """Show the dialog that exports."""
    notes(window)
    window.exporting.export()
    wait(1500)
    return shown(window, ExportDialog)


def long(window: MainWindow) -> None:
    """Open two reports of 60,000 characters."""
    folder = Path(tempfile.mkdtemp())
    files = [folder / f"{year}.txt" for year in (2023, 2024)]
    for file, text in zip(files, make_pair(60_000), strict=True):
        file.write_text(text, encoding="utf-8")
    loop = QEventLoop()
    window.session.findings_changed.connect(loop.quit)
    window.files.open_files(files)
    loop.exec()
    window.session.select_row(window.session.differences[40])


def shown(window: MainWindow, kind: type[QDialog]) -> QDialog:
    """Return the dialog of a kind that is open."""
    dialog = window.findChild(kind)
    assert isinstance(dialog, kind)
    return dialog


def error(window: MainWindow) -> None:
    """Show a fault of the world above the panes."""
    at_revised(window)
    window.show_error(
        ReadError(
            en="报告.pdf has no text layer: only pictures. Recognise its text first.",
            zh="“报告.pdf”没有文字层，各页都是图片：请先做文字识别，再打开。",
        )
    )


SCENES = (
    Scene("start", start),
    Scene("compare", at_revised),
    Scene("compare-dark", at_revised, theme=DARK),
    Scene("compare-english", at_revised, language=ENGLISH),
    Scene("compare-narrow", at_revised, size=NARROW),
    Scene("compare-wide", at_revised, size=WIDE),
    Scene("targets", targets),
    Scene("targets-english-dark", targets, language=ENGLISH, theme=DARK),
    Scene("wording", wording),
    Scene("wording-english", wording, language=ENGLISH),
    Scene("notes", notes),
    Scene("library", library),
    Scene("library-english-dark", library, language=ENGLISH, theme=DARK),
    Scene("removal", removal),
    Scene("removal-english-dark", removal, language=ENGLISH, theme=DARK),
    Scene("sections", sections),
    Scene("find", find),
    Scene("find-dark", find, theme=DARK),
    Scene("find-narrow", find, language=ENGLISH, size=NARROW),
    Scene("hits", hits),
    Scene("hits-narrow-english-dark", hits, language=ENGLISH, theme=DARK, size=NARROW),
    Scene("compare-18-points", at_revised, chrome=LARGEST_CHROME),
    Scene("compare-8-points", at_revised, chrome=SMALLEST_CHROME),
    Scene("notes-18-points-english", notes, language=ENGLISH, chrome=LARGEST_CHROME),
    Scene("targets-18-points-dark", targets, theme=DARK, chrome=LARGEST_CHROME),
    Scene("filters-8-points-english", filters, language=ENGLISH, chrome=SMALLEST_CHROME),
    Scene("export-18-points", export, chrome=LARGEST_CHROME),
    Scene("table", table),
    Scene("table-dark-english", table, language=ENGLISH, theme=DARK),
    Scene("table-narrow", table, size=NARROW),
    Scene("table-wide", table, size=WIDE),
    Scene("commands", commands),
    Scene("commitments-table", commitments),
    Scene("filters", filters),
    Scene("filters-english", filters, language=ENGLISH),
    Scene("repair", repair),
    Scene("repair-english-dark", repair, language=ENGLISH, theme=DARK),
    Scene("files", files),
    Scene("files-english-dark", files, language=ENGLISH, theme=DARK),
    Scene("compendium", compendium),
    Scene("preferences-general", preferences(GENERAL)),
    Scene("preferences-looks", preferences(LOOKS)),
    Scene("preferences-comparing", preferences(COMPARING), language=ENGLISH),
    Scene("preferences-keys", preferences(KEYS)),
    Scene("preferences-keys-english-dark", preferences(KEYS), language=ENGLISH, theme=DARK),
    Scene("about", about),
    Scene("crash", crash),
    Scene("reading", reading),
    Scene("export", export),
    Scene("long", long),
    Scene("start-english-dark", start, language=ENGLISH, theme=DARK),
    Scene("compare-200", at_revised, scale=2),
    Scene("compare-200-dark", at_revised, scale=2, theme=DARK, language=ENGLISH),
    Scene("error", error),
)


def lay_over(picture: QPixmap, over: QWidget, window: QWidget) -> None:
    """Draw a dialog over its window, with the frame that the desktop would give it."""
    place = over.pos() - window.pos()
    if not over.windowFlags() & Qt.WindowType.FramelessWindowHint:
        place = window.rect().center() - over.rect().center()
    over.render(picture, place)
    painter = QPainter(picture)
    painter.setPen(QColor(FRAME))
    painter.drawRect(QRect(place, over.size()).adjusted(-1, -1, 0, 0))
    painter.end()


def draw(scene: Scene, folder: Path) -> Path:
    """Draw one scene and return its file."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(Path(home, "settings.ini"))
        settings.theme, settings.language = scene.theme, scene.language
        settings.chrome_size = scene.chrome
        set_chrome_size(scene.chrome)
        application.setFont(interface_font())
        translation = Translation(application)
        translation.speak(scene.language)
        session = Session(open_library(Path(home)))
        window = MainWindow(session, settings, translation)
        window.setMinimumSize(0, 0)
        window.resize(*scene.size)
        window.show()
        window.docks.spread(scene.size[0])
        over = scene.show(window)
        window.resize(*scene.size)
        wait()
        picture = window.grab()
        if over is not None:  # a dialog is a window of its own: laid over the one below it
            lay_over(picture, over, window)
        file = folder / f"{scene.name}.png"
        picture.save(str(file))
        window.close()
        delete(window)  # now, while its session is still open: else it speaks other languages, too
        session.close()
        translation.speak(ENGLISH)  # the next window brings translators of its own
    return file


def main(arguments: list[str]) -> int:
    """Draw all scenes, or those that are named, into a folder."""
    folder = Path(arguments[0] if arguments else ROOT / "out" / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    scale = int(os.environ.get(SCALE, "1"))
    for scene in SCENES:
        if arguments[1:] and scene.name not in arguments[1:]:
            continue
        if scene.scale == scale:
            sys.stdout.write(f"{draw(scene, folder)}\n")
        else:  # Qt asks for the scale once, when it starts
            call = [sys.executable, "-m", "tests.screenshots", str(folder), scene.name]
            subprocess.run(call, env=os.environ | {SCALE: str(scene.scale)}, cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
