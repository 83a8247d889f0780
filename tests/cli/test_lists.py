"""The commands that list: commitments, targets, wording."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LEFT, RIGHT = (str(SEEDS / f"yunchuan_{year}_work_report.txt") for year in (2023, 2024))
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
    assert "same report" in capsys.readouterr().err
