"""Modules that a library carries as text are compiled once, and come out the same."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.compiled import place, sources
from desktop.compiled.codes import Codes
from desktop.compiled.sources import keep_sources, recall_sources, sources_recalled

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(
        sys.version_info[:2] not in place.TRIED, reason="they are not kept in this Python"
    ),
    pytest.mark.usefixtures("cache"),
]

SOURCE = b"def doubled(number: Missing) -> int:\n    return 2 * number\n"
ANNOTATED = b"from __future__ import annotations\n" + SOURCE

LOADS_QT = """
import builtins, sys
from desktop.compiled import keep_compiled, recall_compiled

many, by_python = [], builtins.compile
builtins.compile = lambda *text, **more: many.append(text[1]) or by_python(*text, **more)
recall_compiled("test")
from desktop.ui.loading import load_qt
load_qt()
from PySide6.QtWidgets import QWidget
keep_compiled("test")
from PySide6.support.signature import get_signature  # of those modules
assert str(get_signature(QWidget.width)) .endswith("-> int")
carried = [name for name in many if str(name).startswith(("shiboken", "signature"))]
print(len(carried), builtins.compile.__name__)
"""


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_codes", Codes("sources"))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the list that every source that Python compiles from now on is put into."""
    seen: list[object] = []
    by_python = builtins.compile

    def compile_and_tell(source: object, *given: object, **named: object) -> object:
        seen.append(source)
        return by_python(source, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(builtins, "compile", compile_and_tell)
    return seen


def loaded(source: bytes | str = ANNOTATED, **named: bool) -> dict[str, object]:
    """Return what a source defines."""
    into: dict[str, object] = {}
    code = compile(source, "carried.py", "exec", **named)  # type: ignore[call-overload]
    exec(code, into)  # noqa: S102 - a text of this test
    return into


def kept_once() -> None:
    recall_sources("test")
    with sources_recalled():
        loaded()
    keep_sources("test")


def test_what_was_kept_is_not_compiled_again(compiled: list[object]) -> None:
    kept_once()
    assert compiled == [ANNOTATED]
    recall_sources("test")
    with sources_recalled():
        doubled = loaded()["doubled"]
    assert compiled == [ANNOTATED]
    assert callable(doubled)
    assert (doubled(21), doubled.__code__.co_filename) == (42, "carried.py")


def test_what_has_changed_is_compiled(compiled: list[object]) -> None:
    kept_once()
    recall_sources("test")
    with sources_recalled():
        assert "tripled" in loaded(ANNOTATED.replace(b"doubled", b"tripled"))
    assert len(compiled) == 2


@pytest.mark.parametrize("is_recalled", [False, True])
def test_code_inherits_of_what_has_it_compiled_as_in_python(is_recalled: bool) -> None:
    """This module has its annotations as text, and so has what it compiles."""
    for _ in range(1 + is_recalled):
        recall_sources("test")
        with sources_recalled():
            assert callable(loaded(SOURCE)["doubled"])
            with pytest.raises(NameError, match="Missing"):
                loaded(SOURCE, dont_inherit=True)
        keep_sources("test")


def test_text_and_expressions_are_left_to_python(compiled: list[object]) -> None:
    for _ in range(2):
        recall_sources("test")
        with sources_recalled():
            assert callable(loaded(ANNOTATED.decode())["doubled"])
            assert compile("six", "", "eval").co_names == ("six",)
            assert callable(loaded(ANNOTATED, optimize=2)["doubled"])
        keep_sources("test")
    assert len(compiled) == 6


def test_python_compiles_itself_afterwards(compiled: list[object]) -> None:
    by_python = builtins.compile
    recall_sources("test")
    with pytest.raises(SyntaxError), sources_recalled():
        loaded(b"nothing like Python")
    assert builtins.compile is by_python
    assert compiled == [b"nothing like Python"]


def test_where_nothing_can_be_kept_python_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "cache_folder", lambda: None)
    by_python = builtins.compile
    recall_sources("test")
    with sources_recalled():
        assert builtins.compile is by_python
    keep_sources("test")


def test_qt_is_loaded_without_compiling_the_second_time(tmp_path: Path, root: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    said = [
        subprocess.run(
            [sys.executable, "-c", LOADS_QT],
            cwd=root, env=environment, capture_output=True, text=True, check=True,
        ).stdout.split()
        for _ in range(2)
    ]  # fmt: skip
    assert int(said[0][0]) > 10
    assert said[1] == ["0", "<lambda>"]
