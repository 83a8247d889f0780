"""The command as it is typed: what it says of reports, and which input it refuses."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest

from desktop.cli import main
from tests.cli.running import COMPENDIUM, LEFT, RIGHT, SEEDS, Duikan, in_a_process, refused

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1"


def test_comparison_as_json() -> None:
    run = in_a_process("compare", LEFT, RIGHT, "--format", "json")
    assert (run.returncode, run.stderr) == (0, b"")
    value = json.loads(run.stdout)
    assert value["schema"] == 1
    assert (value["left"]["year"], value["right"]["year"]) == (2023, 2024)
    assert value["section_links"]
    assert value["statement_links"]


def test_comparison_as_text_in_either_language(duikan: Duikan) -> None:
    chinese = duikan("compare", LEFT, RIGHT, "--language", "zh")
    english = duikan("--language", "en", "compare", LEFT, RIGHT)
    assert "新增" in chinese.stdout.decode()
    assert "New" in english.stdout.decode()


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_reports_without_commitments_are_said_to_have_none(
    duikan: Duikan, tmp_path: Path, suffix: str
) -> None:
    pair = tmp_path / "a.txt", tmp_path / "b.txt"
    for file, weather in zip(pair, ("晴", "雨"), strict=True):
        file.write_text(f"今天是{weather}天。\n我们都在家里。\n" * 9, "utf-8")
    out = tmp_path / "out"
    assert duikan("compare", *pair, "--format", suffix, "--out", out).returncode == 0
    assert "No commitments were recognised in either report." in out.read_text("utf-8")


def test_outline_as_text(duikan: Duikan) -> None:
    lines = duikan("outline", RIGHT, "--language", "zh").stdout.decode().splitlines()
    assert lines[0] == "政府工作报告 · 云川区 · 2024 · 政府工作报告 · utf-8"
    assert "一、2023年工作回顾    [工作回顾]" in lines
    assert any(re.match("  （一）\\S", line) for line in lines)


def test_outline_as_json(duikan: Duikan) -> None:
    value = json.loads(duikan("outline", RIGHT, "--format", "json").stdout)
    headings = [section["heading"] for section in value["report"]["sections"]]
    assert "2024年主要任务" in headings


def test_one_report_of_a_compendium(duikan: Duikan) -> None:
    run = duikan("outline", f"{SEEDS / 'yunchuan_compendium.txt'}#望岳区")
    assert run.stdout.decode().startswith("望岳区政府工作报告 · 望岳区 · 2024")


@pytest.mark.parametrize(
    "command",
    [
        ("compare", LEFT, COMPENDIUM),
        ("targets", COMPENDIUM, RIGHT),
        ("wording", LEFT, COMPENDIUM),
        ("commitments", COMPENDIUM),
        ("export", LEFT, COMPENDIUM, "--out", "a.html"),
    ],
    ids=lambda command: command[0],
)
def test_a_compendium_is_never_taken_for_one_report(
    command: tuple[str | Path, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DUIKAN_LIBRARY", str(tmp_path))
    words = [*map(str, command), "--language", "en"]
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "3 reports (澜溪区, 望岳区, 鹤汀区): name the one that is meant" in said.err
    assert "yunchuan_compendium.txt#鹤汀区" in said.err
    named = [f"{word}#鹤汀区" if word == str(COMPENDIUM) else word for word in words]
    assert main(named) == 0


def test_a_name_behind_a_file_of_one_report_is_told(duikan: Duikan) -> None:
    assert "leave #某区 out" in refused(duikan("outline", f"{LEFT}#某区"))
    assert "one of its" not in refused(duikan("outline", f"{LEFT}#某区"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("picture.txt", PNG, "a picture"),
        ("empty.txt", b"", "is empty"),
        ("missing.txt", None, "no file"),
        ("noise.txt", bytes(range(256)) * 20, "not a text file"),
        ("report.docx", b"PK\x03\x04", "damaged"),
    ],
)
def test_bad_files(
    duikan: Duikan, name: str, data: bytes | None, said: str, tmp_path: Path
) -> None:
    bad = tmp_path / name
    if data is not None:
        bad.write_bytes(data)
    sentence = refused(duikan("compare", LEFT, bad))
    assert said in sentence
    assert name in sentence


def test_a_folder_is_no_report(duikan: Duikan, tmp_path: Path) -> None:
    assert "is a folder" in refused(duikan("compare", tmp_path, LEFT))


def test_one_file_twice(duikan: Duikan) -> None:
    twice = f"{LEFT.name} was given twice"
    assert twice in refused(duikan("compare", LEFT, LEFT))
    assert twice in refused(duikan("compare", LEFT, SEEDS / ".." / "seeds" / LEFT.name))


def test_one_text_twice(duikan: Duikan, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(LEFT.read_text("utf-8"), "gb18030")
    assert "same report" in refused(duikan("compare", LEFT, copy))


def test_errors_speak_the_language_of_the_user(duikan: Duikan) -> None:
    missing = ("outline", "没有.txt")
    assert "找不到" in refused(duikan(*missing, DUIKAN_LANGUAGE="zh"))
    assert "找不到" in refused(duikan(*missing, DUIKAN_LANGUAGE="", LC_ALL="zh_CN.UTF-8"))
    assert "no file" in refused(duikan(*missing, DUIKAN_LANGUAGE="", LC_ALL="C.UTF-8"))
    assert "找不到" in refused(duikan(*missing, "--language=zh", DUIKAN_LANGUAGE="en"))


def test_names_of_any_kind(duikan: Duikan, tmp_path: Path) -> None:
    odd = tmp_path / "二〇二三 年 ‘报告’ #1 — \u202e.txt"
    odd.write_bytes(LEFT.read_bytes())
    assert duikan("outline", odd).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="names that Windows does not have")
def test_no_name_of_a_file_breaks_a_sentence_or_steers_the_terminal(
    duikan: Duikan, tmp_path: Path
) -> None:
    said = refused(duikan("outline", tmp_path / "去年\n\x1b[2J  报告.txt"))
    assert "去年 [2J  报告.txt: check the name" in said
