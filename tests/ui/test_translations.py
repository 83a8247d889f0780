from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = "resources/translations/duikan_zh_CN.ts"
COMPILED = "resources/translations/duikan_zh_CN.qm"
A_KEY = re.compile(r"(?:Ctrl|Alt|Shift|Meta)\+|\b[Pp]ress (?:[A-Z]|F\d+)\b|按 ?(?:[A-Z]|F\d+)\b")
SEVERAL = re.compile(r"\{(?:\w*count|\w|shown|total|made|pages)(?::,)?\} \w+s\b")


def run(root: Path, tool: str, *arguments: str) -> None:
    command = shutil.which(tool, path=sysconfig.get_path("scripts"))
    assert command, f"no {tool} beside this Python"
    call = [command, *arguments]
    done = subprocess.run(call, cwd=root, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr  # bytes: it speaks the system's language


@pytest.fixture
def fresh(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the translations, brought up to date with the code."""
    copy = tmp_path / "duikan_zh_CN.ts"
    shutil.copy(root / SOURCES, copy)
    code = sorted(str(path.relative_to(root)) for path in (root / "desktop/ui").rglob("*.py"))
    run(root, "pyside6-lupdate", "-no-obsolete", "-locations", "none", *code, "-ts", str(copy))
    return copy


def test_nothing_on_the_screen_is_untranslated(fresh: Path) -> None:
    messages = [
        (context.findtext("name"), message.findtext("source"))
        for context in ET.parse(fresh).iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
        if (told := message.find("translation")) is None or told.get("type") or not told.text
    ]
    assert messages == []


def test_no_text_stands_where_it_is_not_collected(root: Path) -> None:
    inside = [
        (path.name, one.args[0].value)
        for path in (root / "desktop/ui").rglob("*.py")
        for whole in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(whole, ast.JoinedStr)  # into which pyside6-lupdate does not look
        for one in ast.walk(whole)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute)
        if one.func.attr == "tr" and isinstance(one.args[0], ast.Constant)
    ]
    assert inside == []


def test_no_text_has_a_key_that_may_be_set_to_another(root: Path) -> None:
    texts = [
        text
        for message in ET.parse(root / SOURCES).iter("message")  # noqa: S314 - our own file
        for text in (message.findtext("source"), message.findtext("translation"))
        if text and A_KEY.search(text)
    ]
    assert texts == []


def test_no_text_takes_one_for_several(root: Path) -> None:
    texts = [text.text for text in ET.parse(root / SOURCES).iter("source")]  # noqa: S314 - ours
    assert [text for text in texts if text and SEVERAL.search(text)] == []


def test_nothing_is_translated_that_is_not_on_the_screen(root: Path, fresh: Path) -> None:
    assert fresh.read_text(encoding="utf-8") == (root / SOURCES).read_text(encoding="utf-8")


def test_compiled_translations_are_those_of_the_source(root: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "duikan_zh_CN.qm"
    run(root, "pyside6-lrelease", "-silent", SOURCES, "-qm", str(compiled))
    assert compiled.read_bytes() == (root / COMPILED).read_bytes()
