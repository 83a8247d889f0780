"""The export command: every kind, every format, with the notes of the library."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from desktop.cli import main
from desktop.compare.annotation import anchor_at
from desktop.paths import data_folder
from desktop.readers import read_report
from desktop.report.parse import parse_report
from desktop.store import open_library
from desktop.text.span import Span
from desktop.writers.contents import Kind
from desktop.writers.formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
LEFT, RIGHT = (SEEDS / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024))


def export(*arguments: str | Path) -> int:
    return main(["export", str(LEFT), str(RIGHT), "--language", "zh", *map(str, arguments)])


def texts(path: Path) -> str:
    file = docx.Document(str(path))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells])


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_becomes_a_word_file(kind: Kind, tmp_path: Path) -> None:
    out = tmp_path / "文稿.docx"
    assert export("--kind", kind, "--out", out) == 0
    assert "云川区" in texts(out)


def test_every_format_can_be_asked_for_by_its_suffix(tmp_path: Path) -> None:
    for suffix in FORMATS:
        out = tmp_path / f"文稿.{suffix}"
        assert export("--kind", "targets", "--style", "plain", "--out", out) == 0
        assert out.stat().st_size > 1000


def test_pdf_is_made_in_a_process_of_its_own_without_a_display(tmp_path: Path) -> None:
    out = tmp_path / "文稿.pdf"
    command = [sys.executable, "-m", "desktop", "export", LEFT, RIGHT, "--out", out]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.read_bytes().startswith(b"%PDF-")


def test_notes_come_from_the_library(tmp_path: Path) -> None:
    left, right = read_report(LEFT), read_report(RIGHT)
    with open_library(data_folder()) as library:
        library.remember_pair(left, right)
        anchor = anchor_at(parse_report(right), Span(600, 620))
        library.add_annotation("请核对这一句", right=anchor, tags=("督查",), author="王")
    for kind in (Kind.TABLE, Kind.MEMO):
        out = tmp_path / f"{kind}.docx"
        assert export("--kind", kind, "--out", out) == 0
        assert "请核对这一句" in texts(out)
    out = tmp_path / "批注稿.docx"
    assert export("--kind", "comments", "--side", "right", "--out", out) == 0
    assert [(c.author, c.text.splitlines()[0]) for c in docx.Document(str(out)).comments] == [
        ("王", "请核对这一句")
    ]
    assert export("--kind", "memo", "--tags", "别的", "--out", out, "--force") == 0
    assert "请核对这一句" not in texts(out)


def test_only_what_is_named_goes_in(tmp_path: Path) -> None:
    out = tmp_path / "新增.docx"
    assert export("--only", "new，raised", "--out", out) == 0
    relations = {row.cells[2].text.split("\n")[0] for row in docx.Document(out).tables[0].rows[1:]}
    assert relations - {"", "顺序调整"} == {"新增", "调整"}


def test_presets_and_several_kinds(tmp_path: Path) -> None:
    out = tmp_path / "督查.docx"
    assert export("--preset", "supervision", "--out", out) == 0
    assert "目标对照表" in texts(out)
    assert export("--kind", "memo,wording", "--upright", "--out", out, "--force") == 0
    assert "提法变化" in texts(out)
    assert {round(s.page_width.mm) for s in docx.Document(str(out)).sections} == {210}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--kind", "poem", "--out", "a.docx"), "“poem” is not known here"),
        (("--only", "newer", "--out", "a.docx"), "“newer” is not known here"),
        (("--out", "a.wps"), "No file of the kind “wps”"),
        (("--kind", "comments", "--out", "a.csv"), "holds tables"),
    ],
)
def test_what_cannot_be_made_is_told(
    arguments: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", str(LEFT), str(RIGHT), *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("a.*"))


def test_an_existing_file_is_left(tmp_path: Path) -> None:
    out = tmp_path / "文稿.docx"
    out.write_bytes(b"old")
    assert export("--out", out) == 2
    assert out.read_bytes() == b"old"
    assert export("--out", out, "--force") == 0
    assert zipfile.is_zipfile(out)
