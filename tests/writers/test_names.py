"""Titles become file names that are nothing but names."""

from __future__ import annotations

import ntpath
import random
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.writers import write
from desktop.writers.names import file_name

if TYPE_CHECKING:
    from pathlib import Path

PIECES = (
    *("../", "..\\", "/", "\\", "C:", "C:\\", "\\\\server\\share\\", "//server/", "~", "~/", ":"),
    *(":$DATA", "\x00", "\n", "\t", "\u202e", "\u200f", "\u2066", "CON", "NUL", "aux", "COM1"),
    *(
        "LPT¹",
        ".",
        "..",
        " ",
        "<",
        ">",
        "|",
        "?",
        "*",
        '"',
        "％2e％2e％2f",
        "／",
        "＼",
        "：",
        "$HOME",
    ),
    *(
        "`id`",
        "政府工作报告",
        "\ud800",
        "\U00020bb7",
        "é",
        "e\u0301",
        "x" * 300,
        "字" * 200,
        "-",
        "--",
    ),
)


def is_reserved(name: str) -> bool:
    """Say whether Windows takes the name for a device; Python 3.13 has another way to ask."""
    ask = getattr(ntpath, "isreserved", None)
    return bool(ask(name) if ask else PureWindowsPath(name).is_reserved())


def is_harmless(name: str) -> bool:
    return (
        PureWindowsPath(name).name == name == PurePosixPath(name).name
        and not is_reserved(name)
        and not name.startswith((".", " "))
        and len(name.encode()) <= 130
    )


def test_a_thousand_hostile_titles_stay_in_the_folder(tmp_path: Path) -> None:
    chance = random.Random(18)  # noqa: S311 - the same titles every time
    folder = tmp_path / "导出"
    folder.mkdir()
    outside = {path for path in tmp_path.rglob("*") if folder not in path.parents}
    for _ in range(1000):
        name = file_name("".join(chance.choices(PIECES, k=chance.randrange(1, 7))), ".txt")
        assert is_harmless(name), name
        write(folder / name, b"x", overwrite=True)
        assert (folder / name).resolve().parent == folder.resolve()
    assert {path for path in tmp_path.rglob("*") if folder not in path.parents} == outside
    assert all(path.is_file() and path.suffix == ".txt" for path in folder.iterdir())


@given(title=st.text(st.characters(codec=None)))
def test_any_title_gives_a_name(title: str) -> None:
    assert is_harmless(file_name(title, ".docx"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("云川区政府工作报告对照表 2024", "云川区政府工作报告对照表 2024.docx"),
        ("", "duikan.docx"),
        ("...", "duikan.docx"),
        ("a/b", "a b.docx"),
        ("nul.tar", "duikan nul.tar.docx"),
        ("PRN", "duikan PRN.docx"),
        ("conin$", "duikan conin$.docx"),
        ("conout$", "duikan conout$.docx"),
        ("clock$", "duikan clock$.docx"),
        ("云川\x07区", "云川区.docx"),
        ("云川\u202e区", "云川区.docx"),
        ("云川\ud800区", "云川\ufffd区.docx"),
        ("云川\ue000区", "云川区.docx"),
        ("云川\u0378区", "云川区.docx"),
        ("x" * 119 + " y", "x" * 119 + ".docx"),
    ],
)
def test_a_name_reads_like_its_title(title: str, name: str) -> None:
    assert file_name(title, ".docx") == name
