"""The command that says what was found in a report, and what looks wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.running import RIGHT, SEEDS, Duikan, refused

if TYPE_CHECKING:
    from pathlib import Path


def test_preflight_says_what_was_found_and_what_looks_wrong(duikan: Duikan) -> None:
    said = duikan("preflight", RIGHT, SEEDS / "yunchuan_compendium.txt", "--language", "zh")
    assert (said.returncode, said.stderr) == (0, b"")
    first, second = said.stdout.decode().split("\n\n")
    assert "没有发现问题" in first
    assert "项承诺" in first
    assert "3 份报告（澜溪区、望岳区、鹤汀区）" in second


def test_one_piece_is_counted_as_one(duikan: Duikan, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("一、2024年工作安排\n新增就业6千人。\n— 3 —\n", "utf-8")
    said = duikan("preflight", file).stdout.decode()
    assert "1 heading, 1 commitment, 1 piece set aside" in said
    said = duikan("commitments", file).stdout.decode()
    assert "  1 commitment, 1 target\n" in said


def test_one_of_a_kind_is_counted_as_one_in_documents(duikan: Duikan, tmp_path: Path) -> None:
    pair = tmp_path / "a.txt", tmp_path / "b.txt"
    for file, year, parks in zip(pair, (2023, 2024), (3, 5), strict=True):
        file.write_text(f"一、{year}年工作安排\n新建公园{parks}个。\n", "utf-8")
    said = duikan("compare", *pair).stdout.decode()
    assert said.count(" 1 section, 1 commitment\n") == 2
    out = tmp_path / "目标.txt"
    assert duikan("export", *pair, "--kind", "targets,memo", "--out", out).returncode == 0
    assert "0 main targets; 1 other indicator." in out.read_text("utf-8")
    assert " 1 section, 1 commitment." in out.read_text("utf-8")


def test_preflight_as_json(duikan: Duikan) -> None:
    value = json.loads(duikan("preflight", RIGHT, "--format", "json").stdout)
    [file] = value["files"]
    assert (file["year"], file["body"], file["notes"]) == (2024, "云川区", [])
    assert {"review", "plan"} <= {part["role"] for part in file["parts"]}
    assert file["characters"] > 9000
    assert file["commitments"] > 100


def test_preflight_goes_on_behind_a_file_that_cannot_be_used(
    duikan: Duikan, tmp_path: Path
) -> None:
    bad = tmp_path / "empty.txt"
    bad.touch()
    run = duikan("preflight", bad, RIGHT)
    assert run.returncode == 2
    assert "Nothing looks wrong" in run.stdout.decode()
    assert run.stderr.decode().count("\n") == 1
    assert "is empty" in run.stderr.decode()
    assert "is empty" in refused(duikan("preflight", bad))
