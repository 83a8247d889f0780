"""Where the command writes its result, in which format, and what it leaves alone."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from desktop.cli import main
from desktop.cli.commands import BY_EXPORT
from desktop.writers.formats import FORMATS
from tests.cli.running import COMPENDIUM, LEFT, RIGHT, Duikan, refused

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_result_that_cannot_be_written(duikan: Duikan, tmp_path: Path) -> None:
    assert "folder" in refused(duikan("outline", LEFT, "--out", tmp_path / "no such" / "a.txt"))


def test_a_name_that_is_too_long_is_told(duikan: Duikan, tmp_path: Path) -> None:
    for command in ("outline", "commitments"):
        assert "too long" in refused(duikan(command, LEFT, "--out", tmp_path / ("长" * 300)))
    assert refused(duikan("outline", "长" * 300))
    assert "holds no report called 长长" in refused(duikan("outline", f"{COMPENDIUM}#{'长' * 300}"))
    assert "is no command" in refused(duikan("长" * 300))
