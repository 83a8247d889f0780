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


@pytest.mark.parametrize("name", ["targets", "wording"])
def test_one_report_twice_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, RIGHT, RIGHT, "--language", "en"]) == 2
    assert "same report" in capsys.readouterr().err
