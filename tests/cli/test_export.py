"""The export command: every kind, every format, with the notes of the library."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from desktop.cli import main
from desktop.compare.annotation import anchor_at
from desktop.compare.compare import compare
from desktop.compare.decisions import DecisionKind, decide
from desktop.compare.model import Relation
from desktop.compare.rows import comparison_rows
from desktop.paths import data_folder, library_path
from desktop.readers.report import read_report
from desktop.report.corrections import Correction, CorrectionKind
from desktop.report.parse import parse_report
from desktop.store import open_library
from desktop.text.span import Span
from desktop.writers.contents import Contents, Kind, Look
from desktop.writers.formats import FORMATS
from desktop.writers.presets import keep_preset
from tests.cli.running import LEFT, RIGHT, in_a_process

if TYPE_CHECKING:
    from pathlib import Path


def export(*arguments: str | Path) -> int:
    return main(["export", str(LEFT), str(RIGHT), "--language", "zh", *map(str, arguments)])


def texts(path: Path) -> str:
    file = docx.Document(str(path))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells])


def test_a_tag_that_no_note_has_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = read_report(RIGHT)
    with open_library(data_folder()) as library:
        library.remember_pair(read_report(LEFT), right)
        anchor = anchor_at(parse_report(right), Span(600, 620))
        library.add_annotation("归了类", right=anchor, tags=("民生",))
    assert export("--tags", "民生,未加标签", "--out", tmp_path / "甲.md") == 0
    assert capsys.readouterr().err == ""
    assert export("--tags", "民生,明生", "--out", tmp_path / "乙.md") == 0
    assert capsys.readouterr().err == "duikan: 这两份报告的批注中没有标签“明生”。\n"


def test_what_may_be_named_is_said_in_the_language_of_the_user(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export("--only", "变了", "--out", tmp_path / "甲.md") == 2
    said = capsys.readouterr().err
    assert "请从 延续、调整、已兑现" in said
    assert "recurring" not in said


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
    done = in_a_process("export", LEFT, RIGHT, "--out", out)
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_preset_lies_beside_a_library_that_is_named_as_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIKAN_LIBRARY", str(tmp_path / "mine.sqlite3"))
    keep_preset(data_folder(), "只看提法", Contents(kinds=(Kind.WORDING,), look=Look.PLAIN))
    open_library(library_path()).close()
    assert export("--preset", "只看提法", "--out", tmp_path / "a.html") == 0
    assert (tmp_path / "mine.sqlite3").is_file()


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
    with open_library(data_folder()) as library:
        library.add_annotation("没有归类", right=anchor)
    for tags, has in (("未加标签", (0, 1)), ("untagged，督查", (1, 1)), ("督查", (1, 0))):
        assert export("--kind", "memo", "--tags", tags, "--out", out, "--force") == 0
        said = texts(out)
        assert ("请核对这一句" in said, "没有归类" in said) == has


@pytest.mark.parametrize("word", ["untagged", "未加标签"])
def test_a_word_for_no_tag_is_told_as_a_tag_only_where_a_note_has_it(
    tmp_path: Path, word: str
) -> None:
    right = read_report(RIGHT)
    out = tmp_path / "批注.md"
    wanted = ("--noted", "--tags", word, "--out", out, "--force")
    with open_library(data_folder()) as library:
        library.remember_pair(read_report(LEFT), right)
        anchor = anchor_at(parse_report(right), Span(600, 620))
        library.add_annotation("没有归类", right=anchor)
        assert export(*wanted) == 0
        assert "标签为未加标签。" in out.read_text("utf-8")
        library.add_annotation("归错了类", right=anchor, tags=(word,))
    assert export(*wanted) == 0
    said = out.read_text("utf-8")
    assert f"标签为{word}、未加标签。" in said
    assert "归错了类" in said


def test_only_what_is_named_goes_in(tmp_path: Path) -> None:
    out = tmp_path / "新增.docx"
    assert export("--only", "new，raised", "--out", out) == 0
    relations = {row.cells[2].text.split("\n")[0] for row in docx.Document(out).tables[0].rows[1:]}
    assert relations - {"", "顺序调整"} == {"新增", "调整"}


def test_only_speaks_both_languages(tmp_path: Path) -> None:
    out, other = tmp_path / "a.docx", tmp_path / "b.docx"
    assert export("--kind", "对照表", "--only", "新增、提高", "--out", out) == 0
    assert export("--only", "new,raised", "--out", other) == 0
    assert texts(out) == texts(other)


def test_parts_go_by_the_names_that_the_outline_gives_them(tmp_path: Path) -> None:
    out, other = tmp_path / "a.txt", tmp_path / "b.txt"
    assert export("--parts", "工作安排、自身建设", "--out", out) == 0
    assert export("--parts", "plan,self_government", "--out", other) == 0
    assert out.read_bytes() == other.read_bytes()


def test_what_was_decided_in_the_window_counts(tmp_path: Path) -> None:
    left, right = read_report(LEFT), read_report(RIGHT)
    comparison = compare(parse_report(left), parse_report(right))
    new = next(row.right[0] for row in comparison_rows(comparison) if row.relation is Relation.NEW)
    dropped = next(
        row.left[0] for row in comparison_rows(comparison) if row.relation is Relation.DROPPED
    )
    with open_library(data_folder()) as library:
        library.remember_pair(left, right)
        made = decide(comparison, DecisionKind.LINK, dropped, new, Relation.REVISED)
        library.decide(left, right, [made])
    out = tmp_path / "已确认.docx"
    assert export("--only", "confirmed", "--out", out) == 0
    rows = [[cell.text for cell in row.cells] for row in docx.Document(str(out)).tables[0].rows]
    (row,) = (row for row in rows[1:] if row[2] not in ("", "顺序调整"))
    assert row[:2] == [
        comparison.left.statements[dropped].text,
        comparison.right.statements[new].text,
    ]
    assert row[2].startswith("调整")
    assert export("--only", "open", "--out", out, "--force") == 0
    assert row[0] not in [cells[0] for cells in rows if cells[2].startswith("未再提及")]


def test_what_was_corrected_in_the_window_counts(tmp_path: Path) -> None:
    left, right = read_report(LEFT), read_report(RIGHT)
    titled = Correction(CorrectionKind.TITLE, None, "", "云川区二〇二四年报告")
    with open_library(data_folder()) as library:
        library.remember_pair(left, right)
        library.correct(right, [titled])
    out = tmp_path / "文稿.docx"
    assert export("--out", out) == 0
    assert "云川区二〇二四年报告" in texts(out)


def test_an_own_preset_goes_by_its_name(tmp_path: Path) -> None:
    out = tmp_path / "文稿.docx"
    keep_preset(data_folder(), "只看提法", Contents(kinds=(Kind.WORDING,), look=Look.PLAIN))
    assert export("--preset", "只看提法", "--out", out) == 0
    assert docx.Document(str(out)).paragraphs[0].text == "云川区政府工作报告提法变化"
    assert export("--preset", "没有的", "--out", out, "--force") == 2


@pytest.mark.parametrize("name", ["督查对照", "写作素材", "全文批注"])
def test_the_given_presets_go_by_their_chinese_names(name: str, tmp_path: Path) -> None:
    assert export("--preset", name, "--out", tmp_path / "文稿.docx") == 0


def test_parts_kinds_statuses_and_words_narrow_what_goes_in(tmp_path: Path) -> None:
    def printed(*arguments: str) -> list[list[str]]:
        out = tmp_path / "文稿.docx"
        assert export(*arguments, "--force", "--out", out) == 0
        table = docx.Document(str(out)).tables[0]
        found = [[cell.text for cell in row.cells] for row in table.rows[1:]]
        return [row for row in found if row[2] not in ("", "顺序调整")]

    whole = printed()
    for arguments in (
        ("--parts", "review"),
        ("--commitments", "quantified"),
        ("--search", "茶"),
        ("--only", "revised"),
    ):
        chosen = printed(*arguments)
        assert chosen
        assert len(chosen) < len(whole)
    assert printed("--noted") == []
    assert printed("--status", "引用", "--noted") == []


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
        (("--kind", ",", "--out", "a.docx"), "“,” is not known here"),
        (("--parts", "middle", "--out", "a.docx"), "choose from front, review"),
        (("--preset", "poem", "--out", "a.docx"), "There is no preset “poem”"),
        (("--out", "a.wps"), "No file of the kind “wps”"),
        (("--out", "对照"), "does not say in which format"),
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
