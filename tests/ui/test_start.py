"""What a start waits for, and what it leaves until somebody asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

START = """
import linecache
import sys
from pathlib import Path
from desktop.ui.loading import load_qt
load_qt()
from desktop.ui.app import open_desk
from desktop.ui.settings import Settings

folder = Path(sys.argv[1])
with open_desk(folder / "library.sqlite3", Settings(folder / "settings.ini")) as window:
    window.show()
    from PySide6 import QtWidgets
    print(*sorted(sys.modules), *(f"class {name}" for name in vars(QtWidgets)), sep="\t")
    print(*map(Path, linecache.cache), sep="\\n")
"""

BEGIN = """
import sys
from desktop.ui.engine.client import Engine

def stop(_engine):
    print(*sorted(sys.modules))
    sys.exit()

Engine.warm = stop
from desktop.__main__ import main
main(sys.argv[1:])
"""

LATER = (
    "_hashlib",
    "desktop.compare.compare",
    "desktop.compare.target_table",
    "desktop.compare.wording",
    "desktop.readers.report",
    "desktop.report.cleaning.clean",
    "desktop.report.promises.commitments",
    "desktop.report.compendium",
    "desktop.report.structure.headings",
    "desktop.report.parse",
    "desktop.ui.clipboard",
    "desktop.ui.frame.crash_dialog",
    "desktop.ui.docks.annotations_dock",
    "desktop.ui.docks.hits_dock",
    "desktop.ui.docks.library_dock",
    "desktop.ui.docks.note_editor",
    "desktop.ui.docks.targets_dock",
    "desktop.ui.docks.wording_dock",
    "desktop.ui.dialogs.about_dialog",
    "desktop.ui.dialogs.choice_dialog",
    "desktop.ui.dialogs.export_dialog",
    "desktop.ui.dialogs.open_dialog",
    "desktop.ui.dialogs.reading_dialog",
    "desktop.ui.paper.pdf",
    "desktop.ui.preferences",
    "desktop.ui.snapshot",
    "desktop.writers.document",
    "desktop.writers.formats",
    "desktop.writers.html",
    "desktop.writers.rtf",
    "docx",
    "lxml",
    "numpy.lib",
    "olefile",
    "pypdfium2",
    "rapidfuzz",
    "sqlite_utils",
    "uuid",
)
"""Modules, with all below them, that are loaded when somebody asks for them."""


def started(root: Path, folder: Path) -> tuple[list[str], list[Path]]:
    """Return which modules a start loads, and which sources Python then holds in memory."""
    for _ in range(2):  # the first makes the library
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", START, str(folder)],
            cwd=root,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
    modules, *sources = done.stdout.splitlines()
    return modules.split("\t"), [Path(source) for source in sources]


def test_no_start_waits_for_the_comparison_dialogs_or_formats(root: Path, tmp_path: Path) -> None:
    loaded, _ = started(root, tmp_path)
    assert "desktop.ui.main_window" in loaded
    assert [name for name in loaded if name.startswith(LATER)] == []


def test_qt_reads_no_sources_of_the_window(root: Path, tmp_path: Path) -> None:
    _, sources = started(root, tmp_path)
    assert [path for path in sources if path.is_relative_to(root / "desktop/ui/panes")] == []


def test_no_start_loads_classes_of_widgets_that_the_window_has_not(
    root: Path, tmp_path: Path
) -> None:
    loaded, _ = started(root, tmp_path)
    assert "class QTextEdit" in loaded
    assert {f"class {name}" for name in ("QWizard", "QMdiArea", "QDial")}.isdisjoint(loaded)


def test_what_compares_is_started_before_anything_else_is_loaded(root: Path, seeds: Path) -> None:
    pair = [str(seeds / f"yunchuan_{year}_work_report.txt") for year in (2023, 2024)]
    done = subprocess.run(
        [sys.executable, "-c", BEGIN, *pair], cwd=root, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "desktop.ui.start" in loaded
    waits = ("argparse", "dataclasses", "desktop.compiled", "desktop.readers", "json", "PySide6")
    assert loaded.isdisjoint(waits)
