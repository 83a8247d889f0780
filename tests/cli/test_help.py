"""The help of the command, and how wrong usage is told."""

from __future__ import annotations

import re

import pytest

from desktop.cli import main
from desktop.compare.annotation import Status
from desktop.language import columns_of
from desktop.writers.labels import label
from tests.cli.running import Duikan, in_a_process, refused


def test_version() -> None:
    run = in_a_process("--version")
    assert (run.returncode, run.stdout.split()[0]) == (0, b"duikan")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_is_in_both_languages(duikan: Duikan, language: str) -> None:
    said = duikan("compare", "--help", DUIKAN_LANGUAGE=language).stdout.decode()
    assert ("较早的报告" in said) == (language == "zh")


@pytest.mark.parametrize(
    "command",
    [
        "",
        "compare",
        "export",
        "preflight",
        "annotations",
        "annotations add",
        "library",
        "search",
        "gui",
    ],
)
def test_help_in_chinese_has_no_english_sentences(duikan: Duikan, command: str) -> None:
    said = duikan(*command.split(), "--help", DUIKAN_LANGUAGE="zh").stdout.decode()
    assert said.startswith("用法：duikan")
    assert "  -h, --help  " in said
    assert re.search(r":$", said, re.MULTILINE) is None
    assert re.search(r"\b(usage|options|arguments|show|exit)\b", said) is None


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", ["", "export", "annotations add", "annotations list", "search"])
def test_no_line_of_help_is_wider_than_the_terminal(
    duikan: Duikan, command: str, language: str, columns: int
) -> None:
    given = {"DUIKAN_LANGUAGE": language, "COLUMNS": str(columns)}
    lines = duikan(*command.split(), "--help", **given).stdout.decode().splitlines()
    assert [line for line in lines if columns_of(line) > columns] == []


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("export", "--kind KIND           what to make: table (default)"),
        ("export", "--side {left,right}   the report that is printed with comments (default:"),
        ("search", "(default: 200)"),
        ("annotations change", "--tag TAG           the tag from now on, in place of those"),
        ("annotations list", "--tag TAG            only notes with this tag"),
        ("gui", "--library PATH      the library's file or folder"),
    ],
)
def test_help_says_what_an_option_does_here(duikan: Duikan, command: str, said: str) -> None:
    told = duikan(*command.split(), "--help", COLUMNS="80", DUIKAN_LANGUAGE="en")
    assert said in told.stdout.decode()


def test_help_says_what_each_status_is(duikan: Duikan) -> None:
    said = duikan("annotations", "add", "--help", DUIKAN_LANGUAGE="zh").stdout.decode()
    assert all(f"{one.value} {label(one, 'zh')}" in said for one in Status)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("foo", "“foo”不是命令：请用 compare、preflight、"),
        ("去年.txt 没有.txt", "只给出一两个已有的文件"),
        ("library", "缺少 ACTION"),
        ("compare a.txt", "缺少 RIGHT"),
        ("compare", "缺少 LEFT、RIGHT"),
        ("preflight", "缺少 FILE"),
        ("outline a.txt --foo", "无法识别“--foo”"),
        ("outline a.txt --out", "--out 后面须有一个值"),
        ("outline a.txt --force=1", "--force 后面不带值，多出“1”"),
        ("compare a b --fo txt", "“--fo”可以指多个选项：--format、--force"),
        ("compare a b --format pdf", "--format 不能是“pdf”，可选：txt、json、"),
        ("compare a b --format it's", "--format 不能是“it's”，可选："),
        ("gui --foo", "无法识别“--foo”"),
        ("search a --limit x", "--limit 须是整数，而非“x”"),
    ],
)
def test_wrong_usage_is_told_in_chinese(duikan: Duikan, typed: str, said: str) -> None:
    run = duikan("--language", "zh", *typed.split())
    told = refused(run)
    assert said in told
    assert re.search(r"argument|choose|expected|invalid", told) is None


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "a.txt"),
        ("compare", "a.txt", "b.txt", "c.txt"),
        ("compare", "a.txt", "b.txt", "--format", "pdf"),
        ("compare", "a.txt", "b.txt", "--format", "docx"),
        ("compare", "a.txt", "b.txt", "--out", "c.pdf"),
        ("outline", "a.txt", "--out", "c.docx"),
        ("compare", "a.txt", "b.txt", "--no-such-option"),
        ("nonsense",),
        ("outline",),
        ("--language", "fr", "outline", "a.txt"),
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, said = capsys.readouterr()
    assert out == ""
    assert said.count("\n") == 1
