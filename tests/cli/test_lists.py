"""The commands that list: commitments, targets, wording."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.cli import main
from tests.cli import running

if TYPE_CHECKING:
    from pathlib import Path

LEFT, RIGHT = str(running.LEFT), str(running.RIGHT)
COMMANDS = (("commitments", RIGHT), ("targets", LEFT, RIGHT), ("wording", LEFT, RIGHT))
LISTED = {"commitments": "commitments", "targets": "targets", "wording": "terms"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_list_in_every_format(
    command: tuple[str, ...], capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    said = {}
    for language in ("zh", "en"):
        assert main([*command, "--language", language]) == 0
        said[language] = capfdbinary.readouterr().out.decode()
    assert said["zh"] != said["en"]
    for suffix in ("json", "csv"):
        assert main([*command, "--out", str(tmp_path / f"a.{suffix}")]) == 0
    assert json.loads((tmp_path / "a.json").read_bytes())[LISTED[command[0]]]
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("columns", "is_terminal", "has_room"),
    [(80, True, False), (120, True, True), (120, False, False)],
)
def test_names_of_indicators_have_the_room_that_the_terminal_has(
    columns: int,
    is_terminal: bool,
    has_room: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "城乡居民家庭人均消费性支出总额"
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    for year in (2023, 2024):
        words = f"云川区{year}年政府工作报告\n二、{year}年工作安排\n"
        words += f"{name}达到{year}元以上。城镇新增就业突破{year}万人次以上。"
        (tmp_path / f"{year}.txt").write_text(words, encoding="utf-8")
    files = (str(tmp_path / f"{year}.txt") for year in (2023, 2024))
    assert main(["targets", *files, "--language", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(name in line for line in lines) is has_room


@pytest.mark.parametrize("name", ["commitments", "compare", "targets", "wording"])
@pytest.mark.parametrize(
    ("language", "why"), [("zh", "菜谱.txt：没有识别到任何承诺"), ("en", "菜谱.txt: Nothing is")]
)
def test_a_text_that_is_no_report_is_doubted_and_a_report_is_not(
    name: str, language: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "菜谱.txt"
    recipe.write_text("红烧肉的做法：五花肉切块，小火炖一小时。\n", encoding="utf-8")
    files = [str(recipe)] if name == "commitments" else [str(recipe), RIGHT]
    assert main([name, *files, "--language", language]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert why in line


@pytest.mark.parametrize("name", ["compare", "targets", "wording"])
@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("zh", "左边是2024年的报告，右边是2023年的"),
        ("en", "is for 2024, the one on the right for 2023"),
    ],
)
def test_a_pair_in_the_other_order_is_told_of(
    name: str, language: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, RIGHT, LEFT, "--language", language]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert why in line
    assert main([name, LEFT, RIGHT, "--language", language]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["targets", "wording"])
def test_one_report_twice_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, RIGHT, RIGHT, "--language", "en"]) == 2
    assert "was given twice" in capsys.readouterr().err
