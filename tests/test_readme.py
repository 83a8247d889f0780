"""What README and CHANGELOG tell is true of the program, the same in both languages, and short."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from desktop.cli import arguments, commands, library
from desktop.cli.annotations import ACTS
from desktop.writers.contents import Kind

if TYPE_CHECKING:
    from pathlib import Path

READMES = ("README.md", "README.zh-CN.md")
KEY = re.compile(r"(?:Ctrl|Alt|Shift)\+(?:Shift\+)?\w+|\bF\d+\b")
OF_SYSTEMS = {"Ctrl+C"}  # of lists and terminals, and in no menu
LONGEST_ITEM = 3 * 120


@pytest.fixture(scope="module")
def told(root: Path) -> dict[str, str]:
    return {name: (root / name).read_text("utf-8") for name in (*READMES, "CHANGELOG.md")}


def test_keys_are_those_of_the_menus(told: dict[str, str]) -> None:
    from desktop.ui.menus.action_table import SPECS  # noqa: PLC0415 - other tests do without Qt

    known = {key for spec in SPECS for key in spec.keys} | OF_SYSTEMS
    keys = {key for text in told.values() for key in KEY.findall(text)}
    assert keys
    assert keys - known == set()


def test_both_readmes_tell_the_same_keys_options_and_numbers(told: dict[str, str]) -> None:
    fact = re.compile(rf"{KEY.pattern}|--[a-z-]+|\d[\d.]*\d|\.venv/bin/duikan \w+|dev\.py \w+")
    english, chinese = (Counter(fact.findall(told[name])) for name in READMES)
    assert english == chinese


@pytest.mark.parametrize("name", READMES)
def test_the_readme_tells_every_command_with_its_formats(name: str, told: dict[str, str]) -> None:
    lines = re.findall(r"^\.venv/bin/duikan (\w+) (.*)", told[name], re.MULTILINE)
    assert {command for command, _ in lines} == {*commands.COMMANDS, "gui"}
    formats = {c: m[1] for c, line in lines if (m := re.search(r"--format ([\w|]+)", line))}
    assert formats == {command: "|".join(each) for command, _, each in arguments.COMMANDS}
    kinds = next(line for command, line in lines if command == "export")
    assert f"--kind {'|'.join(Kind)} " in kinds


@pytest.mark.parametrize("name", READMES)
def test_the_readme_tells_all_that_is_done_with_notes_and_the_library(
    name: str, told: dict[str, str]
) -> None:
    acts = {"annotations": {*ACTS}, "library": {*library.ACTS}}
    for command, done in acts.items():
        lines = re.findall(rf"^\.venv/bin/duikan {command} ([\w|]+)", told[name], re.MULTILINE)
        assert {act for line in lines for act in line.split("|")} == done


def test_an_item_of_the_changelog_can_be_read(told: dict[str, str]) -> None:
    long = [line[:60] for line in told["CHANGELOG.md"].splitlines() if len(line) > LONGEST_ITEM]
    assert long == []
