"""The house keeps its rooms: who imports whom, how long things are, what lies where."""

from __future__ import annotations

import ast
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import desktop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_LINES = 400
FUNCTION_LINES = 40
FOLDER_FILES = 30
VAGUE_NAMES = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}
NO_ROOM_OF_DESKTOP = {"golden", "gold", "laws", "bench", "seeds", "installers"}

NETWORK = (
    "asyncio",
    "ftplib",
    "http",
    "smtplib",
    "socketserver",
    "ssl",
    "urllib.request",
    "xmlrpc",
)

IMPORT_THESE = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted(sys.modules))
"""


@pytest.fixture(scope="module")
def sources(root: Path) -> list[Path]:
    folders = [root / "desktop", root / "installers"]
    found = (path for folder in folders for path in folder.rglob("*.py"))
    return [*sorted(found), root / "dev.py"]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_imports_run_one_way(root: Path) -> None:
    lint = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", lint], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def loaded_with(root: Path, modules: list[Path]) -> list[str]:
    """Return all that is loaded when these modules are."""
    names = [".".join(path.relative_to(root).with_suffix("").parts) for path in modules]
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_THESE, *names],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


def test_all_but_the_window_does_without_qt(root: Path) -> None:
    without = [path for path in (root / "desktop").rglob("*.py") if "ui" not in path.parts]
    loaded = loaded_with(root, [*without, root / "dev.py"])
    assert [name for name in loaded if name.startswith(("PySide6", "shiboken6"))] == []


def test_nothing_loads_what_speaks_with_a_network(root: Path) -> None:
    """The packaged program has none of it: see build.spec."""
    loaded = loaded_with(root, sorted((root / "desktop").rglob("*.py")))
    found = [name for name in loaded if name in NETWORK or name.startswith("PySide6.QtNetwork")]
    assert found == []


def test_files_and_functions_are_short(sources: list[Path], root: Path) -> None:
    files = [
        f"{path.relative_to(root)}: {lines} lines"
        for path in sources
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    ]
    long = [
        f"{path.relative_to(root)}:{node.lineno} {node.name}: {lines} lines"
        for path in sources
        for node in functions(path)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert files + long == []


def test_folders_are_small(root: Path) -> None:
    folders = {path.parent for path in (root / "desktop").rglob("*.py")}
    large = [folder for folder in folders if len(list(folder.glob("*.py"))) > FOLDER_FILES]
    assert large == []


def test_no_module_is_named_for_nothing(sources: list[Path]) -> None:
    assert [path for path in sources if path.stem in VAGUE_NAMES] == []


def test_picture_of_the_house_shows_every_room(root: Path) -> None:
    pictured = {line.split()[0] for line in (desktop.__doc__ or "").splitlines() if line.split()}
    rooms = {path.stem for path in (root / "desktop").iterdir() if not path.name.startswith("__")}
    assert rooms <= pictured


def test_every_room_has_something_in_it(root: Path) -> None:
    folders = {path.parent for path in (root / "desktop").rglob("*.py")}
    empty = [folder for folder in folders if len(list(folder.glob("*.py"))) < 2]
    assert empty == []


def test_tests_mirror_the_house(root: Path) -> None:
    folders = {path.name for path in (root / "tests").iterdir() if any(path.rglob("test_*.py"))}
    rooms = {path.name for path in (root / "desktop").iterdir() if path.is_dir()}
    assert folders <= rooms | NO_ROOM_OF_DESKTOP
    assert list((root / "tests").rglob("__init__.py")) == []
