"""The command as it is typed: what it writes, and how it ends."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.__main__ import main as start
from desktop.cli import main
from desktop.cli.commands import BY_EXPORT
from desktop.compare.annotation import Status
from desktop.language import columns_of
from desktop.writers.formats import FORMATS
from desktop.writers.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    Duikan = Callable[..., subprocess.CompletedProcess[bytes]]

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
LEFT, RIGHT = (SEEDS / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024))
COMPENDIUM = SEEDS / "yunchuan_compendium.txt"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1"


def in_a_process(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run the real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip


@pytest.fixture
def duikan(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Duikan:
    """Return what runs a command as a process would; to start one takes longer than most do."""

    def run(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
        words = [*map(str, arguments)]
        with monkeypatch.context() as patched:
            for name, value in {"DUIKAN_LANGUAGE": "en", **variables}.items():
                patched.setenv(name, value)
            try:
                code = start(words)
            except SystemExit as ended:  # of --help
                code = int(ended.code or 0)
        return subprocess.CompletedProcess(words, code, *capfdbinary.readouterr())

    return run


def refused(run: subprocess.CompletedProcess[bytes]) -> str:
    """Return the one sentence that a command ended with."""
    assert (run.returncode, run.stdout) == (2, b"")
    said = run.stderr.decode()
    assert said.count("\n") == 1
    assert said.startswith("duikan: ")
    return said.strip()


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


@pytest.mark.parametrize("suffix", ["docx", "html", "md", "txt", "xlsx", "json"])
def test_a_comparison_is_written_in_every_format(
    duikan: Duikan, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / "对照"
    run = duikan("compare", LEFT, RIGHT, "--format", suffix, "--out", out)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    data = out.read_bytes()
    if suffix in ("docx", "xlsx"):
        with zipfile.ZipFile(out) as archive:
            data = b"".join(map(archive.read, archive.namelist()))
    assert "茶" in data.decode("utf-8", "ignore")


def test_the_name_of_the_result_chooses_its_format(tmp_path: Path) -> None:
    assert main(["compare", str(LEFT), str(RIGHT), "--out", str(tmp_path / "a.json")]) == 0
    assert json.loads((tmp_path / "a.json").read_bytes())["schema"] == 1
    assert main(["compare", str(LEFT), str(RIGHT), "--out", str(tmp_path / "a.docx")]) == 0
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")


def test_a_name_that_promises_another_format_is_refused(duikan: Duikan, tmp_path: Path) -> None:
    compared = ("compare", LEFT, RIGHT, "--out")
    assert "no file of the kind “pdf”" in refused(duikan(*compared, tmp_path / "a.PDF"))
    assert "no file of the kind “xlsx”" in refused(
        duikan("commitments", LEFT, "--out", tmp_path / "a.xlsx")
    )
    assert not list(tmp_path.glob("a.*"))
    for name, said in (("a.pdf", ("--format", "txt")), ("对照 v2.1", ()), ("a.log", ())):
        assert duikan(*compared, tmp_path / name, *said).returncode == 0


def test_who_wants_a_format_of_the_export_is_told_of_it(duikan: Duikan, tmp_path: Path) -> None:
    pdf, odt = (("--out", tmp_path / f"a.{suffix}") for suffix in ("pdf", "odt"))
    assert "make it with duikan export" in refused(duikan("compare", LEFT, RIGHT, *pdf))
    assert "duikan export" not in refused(duikan("compare", LEFT, RIGHT, *odt))
    assert "duikan export" not in refused(duikan("outline", LEFT, *pdf))
    assert all(suffix in (*FORMATS, "pdf") for suffix in BY_EXPORT)


def test_a_folder_that_is_not_there_is_no_name_for_a_file(duikan: Duikan, tmp_path: Path) -> None:
    assert "is a folder" in refused(duikan("outline", LEFT, "--out", f"{tmp_path}/结果/"))
    assert not (tmp_path / "结果").exists()


def test_an_empty_result_file_is_filled_and_a_full_one_left(duikan: Duikan, tmp_path: Path) -> None:
    out = tmp_path / "result"
    out.touch()
    arguments = ("outline", LEFT, "--format", "json", "--out", out)
    assert duikan(*arguments).returncode == 0
    before = out.read_bytes()
    assert before
    out.write_bytes(before + b"mine")
    assert "exists already" in refused(duikan(*arguments))
    assert out.read_bytes() == before + b"mine"
    assert duikan(*arguments, "--force").returncode == 0
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        "compare a.txt b.txt --out",
        "export a.txt#云川区 b.txt --out",
        "outline a.txt --out",
        "preflight b.txt a.txt --out",
        "commitments a.txt --out",
        "targets b.txt a.txt --out",
        "wording a.txt b.txt --out",
        "annotations export",
        "library export a.txt b.txt",
    ],
)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_result_never_takes_the_place_of_what_it_is_made_from(
    duikan: Duikan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    force: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, report in (("a.txt", LEFT), ("b.txt", RIGHT)):
        (tmp_path / name).write_bytes(report.read_bytes())
    (tmp_path / "other").mkdir()
    same = f"{tmp_path}/other/../a.txt"
    behind = ("a.txt",) if command == "annotations export" else ()
    run = duikan(*command.split(), same, *behind, *force)
    assert "is one of the files that the result is made from" in refused(run)
    assert (tmp_path / "a.txt").read_bytes() == LEFT.read_bytes()


@pytest.mark.parametrize("command", [("annotations", "export"), ("library", "export", LEFT, RIGHT)])
def test_what_is_sent_never_takes_the_place_of_the_library(
    duikan: Duikan, tmp_path: Path, command: tuple[str | Path, ...]
) -> None:
    library = tmp_path / "mine.sqlite3"
    duikan("annotations", "add", LEFT, "--quote", "云川区", "--note", "甲", "--library", library)
    before = library.read_bytes()
    run = duikan(*command, library, "--library", library, "--force")
    assert "is one of the files" in refused(run)
    assert library.read_bytes() == before


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


def test_a_result_that_cannot_be_written(duikan: Duikan, tmp_path: Path) -> None:
    assert "folder" in refused(duikan("outline", LEFT, "--out", tmp_path / "no such" / "a.txt"))


def test_a_name_that_is_too_long_is_told(duikan: Duikan, tmp_path: Path) -> None:
    for command in ("outline", "commitments"):
        assert "too long" in refused(duikan(command, LEFT, "--out", tmp_path / ("长" * 300)))
    assert refused(duikan("outline", "长" * 300))
    assert "holds no report called 长长" in refused(duikan("outline", f"{COMPENDIUM}#{'长' * 300}"))
    assert "is no command" in refused(duikan("长" * 300))


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


@pytest.mark.skipif(os.name != "posix", reason="a shell's pipe")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    call = [sys.executable, "-m", "desktop", "compare", str(LEFT), str(RIGHT), "--format", "json"]
    line = f"{shlex.join(call)} | head -c 10"
    run = subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert (len(run.stdout), run.stderr) == (10, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_an_output_that_has_no_room_is_told() -> None:
    call = [sys.executable, "-m", "desktop", "--language", "en", "outline", str(LEFT)]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(call, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 2
    assert run.stderr.count(b"\n") == 1
    assert run.stderr.startswith(b"duikan: The result cannot be written")


@pytest.mark.skipif(os.name != "posix", reason="a shell's way to close what is written to")
def test_what_is_closed_is_told_where_it_can_be() -> None:
    call = shlex.join([sys.executable, "-m", "desktop", "outline", str(LEFT)])
    line = f"{call} >&-; echo $?; {call} nothing 2>&-; echo $?; {call} >&- 2>&-; echo $?"
    run = subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert run.stdout == b"2\n" * 3
    assert run.stderr.startswith(b"duikan: The result cannot be written")
    assert run.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="consoles of Windows have all letters")
def test_a_terminal_without_some_letters_shows_the_others() -> None:
    ours, theirs = os.openpty()
    call = [sys.executable, "-m", "desktop", "outline", str(LEFT), "--language", "en"]
    terminal = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    run = subprocess.run(
        call, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, env=terminal, check=False
    )
    os.close(theirs)
    assert (run.returncode, run.stderr) == (0, b"")
    assert "2023 \xb7 work report".encode("latin-1") in os.read(ours, 10_000)
    os.close(ours)


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(main.__globals__["COMMANDS"], "outline", broken)
    with pytest.raises(ZeroDivisionError):
        main(["outline", str(LEFT)])


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


def test_text_is_read_without_a_process_of_its_own() -> None:
    """What makes the program start slowly stays away from those who do not need it."""
    program = "import sys; from desktop.cli import main; main(sys.argv[1:]);"
    program += "print(*{'lxml', 'pypdfium2', 'docx', 'multiprocessing.popen_spawn_posix'}"
    program += " & set(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program, "outline", RIGHT],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr.split() == []


def test_other_formats_are_read_in_a_process_of_their_own(tmp_path: Path) -> None:
    report = tmp_path / "report.rtf"
    report.write_bytes(rb"{\rtf1\ansi \u25919?\u21578?\par " + rb"\u26032?\u24314?" * 9 + b"}")
    program = "import sys; from desktop.cli import main; main(sys.argv[1:]);"
    program += "print(*{'striprtf', 'lxml'} & set(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program, "outline", report],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout
    assert done.stderr.split() == []
