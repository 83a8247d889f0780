from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import docx
import mammoth
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop.compare.model import Change, ChangeKind, Relation, Side, StatementLink
from desktop.compare.rows import comparison_rows
from desktop.text.diff import diff_tokens
from desktop.writers import to_docx
from desktop.writers.contents import Contents, Kind, Look
from desktop.writers.document import blocks_of, paragraphs_of, runs_of
from desktop.writers.docx import to_docx as document_to_docx
from desktop.writers.docx import xml
from desktop.writers.labels import LABELS
from desktop.writers.phrases import change_phrases, counts_phrase, one_line, texts_of
from desktop.writers.sheets import compose
from desktop.writers.sheets.words import changed_spans

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document
    from docx.table import Table, _Cell

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIELDS = (" PAGE ", ' TOC \\o "1-2" \\h \\z \\u ', " PAGEREF _Toc", " NOTEREF _Note")
ALL = Contents(kinds=tuple(Kind))


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def roots(data: bytes) -> dict[str, etree._Element]:
    found = parts(data).items()
    return {name: etree.fromstring(part) for name, part in found if name.endswith(("xml", "rels"))}


def words(cell: _Cell) -> list[str]:
    return [paragraph.text for paragraph in cell.paragraphs]


def table_of(data: bytes) -> Table:
    (table,) = opened(data).tables
    return table


def footnotes(data: bytes) -> list[str]:
    found = roots(data)["word/footnotes.xml"].findall(f"{WORD}footnote")
    texts = ["".join(t.text or "" for t in note.iter(f"{WORD}t")).strip() for note in found]
    assert texts[:2] == ["", ""]  # the lines above them
    return texts[2:]


def marked(cell: _Cell) -> str:
    return "".join(run.text for p in cell.paragraphs for run in p.runs if run.underline)


def test_the_table_has_the_rows_of_the_comparison(sample: Comparison) -> None:
    rows = comparison_rows(sample)
    printed = table_of(to_docx(sample)).rows[1:]
    assert len(printed) == len(rows)
    for row, line in zip(rows, printed, strict=True):
        cells = line.cells
        for side, cell in zip(Side, cells, strict=False):
            texts = list(texts_of(sample, row, side))
            assert words(cell) == (texts or [""])
        if row.relation is not None:
            assert words(cells[2])[0] == LABELS[row.relation].zh


@pytest.mark.parametrize("moved", [True, False])
def test_a_section_that_has_moved_and_no_other_is_said_to_have(
    comparison: Comparison, *, moved: bool
) -> None:
    links = tuple(replace(link, moved=moved) for link in comparison.section_links)
    table = table_of(to_docx(replace(comparison, section_links=links)))
    said = [words(row.cells[2]) for row in table.rows]
    assert (["顺序调整"] in said) is moved


def test_notes_stand_once_where_a_memo_is_bound_to_the_table(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    contents = Contents(kinds=(Kind.TABLE, Kind.MEMO))
    document = opened(to_docx(comparison, notes, contents=contents))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert text.count("请农业农村局说明。") == 1


def test_every_relation_change_and_note_stands_in_its_row(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    printed = [
        [words(cell) for cell in row.cells] for row in table_of(to_docx(comparison, notes)).rows
    ]
    revised = next(row for row in printed if row[2][0] == "调整")
    assert revised == [
        ["粮食播种面积稳定在9万亩左右。"],
        ["粮食播种面积稳定在9万亩以上。"],
        ["调整", "收紧：粮食播种面积 9万亩左右 → 9万亩以上"],
        ["批注1：左右改为以上，\n请农业农村局说明。"],
    ]
    assert [[""], ["建成南门停车场。"], ["新增"], [""]] in printed
    assert [["新建云溪书屋4座。"], [""], ["未再提及"], [""]] in printed
    assert [["完成档案馆搬迁。"], ["档案馆搬进了新址。"], ["已兑现"], [""]] in printed


def test_what_each_partner_changes_stands_in_the_row_once(split: Comparison) -> None:
    printed = [[words(cell) for cell in row.cells] for row in table_of(to_docx(split)).rows]
    assert next(row[2] for row in printed if row[2][0] == "调整") == [
        "调整",
        "收紧：粮食播种面积 9万亩左右 → 9万亩以上",
        "去量化：茶会 3场 → （无）",
    ]


def test_a_note_is_printed_in_full_where_both_its_passages_stand(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    told = StatementLink(0, 0, Relation.PROGRESS, 0.5)
    links = sorted((told, *comparison.statement_links), key=lambda link: (link.left, link.right))
    twice = replace(comparison, statement_links=tuple(links))
    rows = [[words(cell) for cell in row.cells] for row in table_of(to_docx(twice, notes)).rows]
    on = {row[2][0]: row[3] for row in rows if row[0] == ["粮食播种面积稳定在9万亩左右。"]}
    assert on == {"调整": ["批注1：左右改为以上，\n请农业农村局说明。"], "推进中": ["批注1"]}


def test_what_is_said_of_one_pair_of_words_stands_together() -> None:
    words_of = {"indicator": "产量", "left": "5吨左右", "right": "6吨以上"}
    kinds = (ChangeKind.RAISED, ChangeKind.TIGHTENED)
    found = [Change(kind, **words_of) for kind in kinds]
    changes = (found[0], Change(ChangeKind.RESCOPED), found[1])
    assert change_phrases(changes, "zh") == ("提高、收紧：产量 5吨左右 → 6吨以上", "范围调整")
    assert change_phrases(found, "en") == ("raised, tightened: 产量 5吨左右 → 6吨以上",)


def test_an_entry_of_the_memo_and_a_note_stay_on_one_page(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    body = opened(to_docx(comparison, notes, contents=Contents(kinds=(Kind.MEMO,)))).paragraphs
    keeps = {p.text.rstrip("0123456789"): p.paragraph_format.keep_with_next for p in body}
    assert keeps["2023年：“粮食播种面积稳定在9万亩左右。”"]
    assert not keeps["2024年：“粮食播种面积稳定在9万亩以上。”"]
    assert keeps["请农业农村局说明。"]
    assert not keeps["王　2026-01-"]


def test_changed_words_are_underlined_in_both_columns(comparison: Comparison) -> None:
    rows = table_of(to_docx(comparison)).rows
    revised = next(row.cells for row in rows if row.cells[2].text.startswith("调整"))
    assert (marked(revised[0]), marked(revised[1])) == ("9万亩左右", "9万亩以上")
    delivered = next(row.cells for row in rows if row.cells[2].text == "已兑现")
    assert marked(delivered[0]) + marked(delivered[1]) == ""


def test_what_any_partner_says_is_not_marked() -> None:
    text = "修通乡道30公里，架设路灯200盏。"
    spans = changed_spans(text, ("修通乡道30公里。", "架设路灯180盏。"))
    assert [span.of(text) for span in spans] == ["200盏"]
    alone = changed_spans(text, ("修通乡道20公里，架设路灯200盏。",))
    steps = diff_tokens(text, "修通乡道20公里，架设路灯200盏。")
    assert list(alone) == [step.left for step in steps if step.tag != "equal"]


def test_the_head_is_repeated_and_no_row_is_split(comparison: Comparison) -> None:
    rows = table_of(to_docx(comparison)).rows
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [
        True,
        *([False] * (len(rows) - 1)),
    ]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert words(rows[0].cells[0]) == ["云溪县2023年政府工作报告"]


def test_only_the_chosen_relations_go_in_with_their_headings(comparison: Comparison) -> None:
    chosen = Contents(relations=frozenset({Relation.NEW}))
    table = table_of(to_docx(comparison, contents=chosen))
    printed = [row.cells[2].text for row in table.rows]
    assert printed.count("新增") == 1
    assert not {"调整", "延续", "未再提及"} & set(printed)
    assert len(printed) == 3  # the head, one heading, one row


def test_the_notes_are_printed_with_quotes_and_sources(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    document = opened(to_docx(comparison, notes))
    text = [(p.style.style_id, p.text) for p in document.paragraphs if p.text]
    assert text[text.index(("Heading1", "批注")) + 1 :] == [
        ("Heading2", "批注1　存疑　#农业　#督查"),
        ("Quote", "“粮食播种面积稳定在9万亩左右。”"),
        ("Quote", "“粮食播种面积稳定在9万亩以上。”"),
        ("BodyText", "左右改为以上，"),
        ("BodyText", "请农业农村局说明。"),
        ("Source", "王　2026-01-05"),
        ("Heading2", "批注2　存疑"),
        ("Quote", "“扩建敬老院”"),
        ("Source", "失锚：原文中未找到此引文"),
        ("BodyText", "查去向"),
        ("Source", "王（赵 2026-01-06改）"),
    ]
    assert footnotes(to_docx(comparison, notes)) == [
        "云溪县《政府工作报告》（2023年），一、二〇二三年安排",
        "云溪县《政府工作报告》（2024年），二、二〇二四年安排",
        "云溪县《政府工作报告》（2024年），二、民生",
    ]


def test_pages_are_a4_the_table_broad_and_the_notes_upright(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    sections = opened(to_docx(comparison, notes)).sections
    sizes = [(round(s.page_width.mm), round(s.page_height.mm)) for s in sections]
    assert sizes == [(297, 210), (210, 297)]
    upright = sections[1]
    margins = (upright.top_margin, upright.right_margin, upright.bottom_margin, upright.left_margin)
    assert [round(margin.mm) for margin in margins] == [37, 26, 35, 28]


def test_the_footer_counts_the_pages_outside(comparison: Comparison) -> None:
    section = opened(to_docx(comparison)).sections[0]
    for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
        (line,) = footer._element.findall(qn("w:p"))
        assert "".join(t.text for t in line.iter(qn("w:t"))) == "— 1 —"
        assert [f.get(qn("w:instr")) for f in line.iter(qn("w:fldSimple"))] == [" PAGE "]
        assert line.pPr.find(qn("w:jc")).get(qn("w:val")) == align


def test_every_style_names_its_fonts_and_none_is_by_theme(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    data = to_docx(comparison, notes)
    styles = roots(data)["word/styles.xml"]
    for style in styles.findall(f"{WORD}style[@{WORD}type='paragraph']"):
        fonts = style.find(f"{WORD}rPr/{WORD}rFonts")
        assert fonts is not None
        assert {f"{WORD}{name}" for name in ("ascii", "hAnsi", "eastAsia", "cs")} == set(
            fonts.keys()
        )
    assert not [name for name, part in parts(data).items() if b"Theme=" in part or "theme" in name]
    known = {style.get(f"{WORD}styleId") for style in styles.iter(f"{WORD}style")}
    used = {
        style.get(f"{WORD}val")
        for root in roots(data).values()
        for style in root.iter(f"{WORD}pStyle", f"{WORD}basedOn", f"{WORD}next")
    }
    assert used <= known


@pytest.mark.parametrize(
    ("text", "is_chinese"),
    [
        ("“新建厂房”", True),
        ("”", True),  # of words that are underlined, which are a run of their own
        ("5.5%左右 → 5%—5.5%", True),
        ("— ", True),
        ("“AI+”行动", True),
        ("“Reported” is what the review says", False),
        ("新建厂房5%，", False),  # nothing in it is in both fonts
    ],
)
def test_quotes_and_dashes_of_chinese_words_are_in_the_chinese_font(
    text: str, is_chinese: bool
) -> None:
    bold, style = xml.element("b"), xml.element("rStyle", val="RelationLetter")
    for looks, is_first in (([], True), ([bold], True), ([style, bold], False)):
        fonts = xml.run(text, *looks).xpath("w:rPr/w:rFonts")
        assert [one.get(qn("w:hint")) for one in fonts] == ["eastAsia"] * is_chinese
        assert all((one.getprevious() is None) is is_first for one in fonts)


@pytest.mark.parametrize("kind", Kind)
def test_marks_in_the_text_have_what_they_point_at(
    comparison: Comparison, notes: tuple[Annotation, ...], kind: Kind
) -> None:
    found = roots(to_docx(comparison, notes, contents=Contents(kinds=(kind,))))
    body = found["word/document.xml"]
    numbers = [e.get(f"{WORD}id") for e in body.iter(f"{WORD}bookmarkStart")]
    assert len(numbers) == len(set(numbers))
    assert numbers == [e.get(f"{WORD}id") for e in body.iter(f"{WORD}bookmarkEnd")]
    names = {e.get(f"{WORD}name") for e in body.iter(f"{WORD}bookmarkStart")}
    assert {e.get(f"{WORD}anchor") for e in body.iter(f"{WORD}hyperlink")} <= names
    for mark, part, element in (
        ("footnoteReference", "word/footnotes.xml", "footnote"),
        ("commentReference", "word/comments.xml", "comment"),
        ("commentRangeStart", "word/comments.xml", "comment"),
        ("commentRangeEnd", "word/comments.xml", "comment"),
    ):
        used = {e.get(f"{WORD}id") for e in body.iter(f"{WORD}{mark}")}
        made = {e.get(f"{WORD}id") for e in found[part].iter(f"{WORD}{element}")} if used else set()
        assert used == made - {"-1", "0"}


def test_begun_fields_end(comparison: Comparison, notes: tuple[Annotation, ...]) -> None:
    body = roots(to_docx(comparison, notes, contents=ALL))["word/document.xml"]
    depth = 0
    for mark in body.iter(f"{WORD}fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(f"{WORD}fldCharType") or ""]
        assert depth >= 0
    assert depth == 0


def test_the_same_comparison_gives_the_same_file(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    first, second = (parts(to_docx(comparison, notes)) for _ in range(2))
    assert first == second
    assert set(first) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/footnotes.xml",
        "word/settings.xml",
        "word/styles.xml",
    }


OF_THE_LOOK = ("styles", "settings", "fontTable", "footer1", "footer2")


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("kind", Kind)
def test_every_part_is_as_it_was_looked_at(
    comparison: Comparison,
    notes: tuple[Annotation, ...],
    check_golden: Callable[[str, str], None],
    kind: Kind,
    look: Look,
) -> None:
    found = roots(to_docx(comparison, notes, contents=Contents(kinds=(kind,), look=look)))
    assert len(found) == len(parts(to_docx(comparison, notes, contents=Contents(kinds=(kind,)))))
    for name, root in found.items():
        etree.indent(root)
        text = etree.tostring(root, encoding="unicode") + "\n"
        part = PurePosixPath(name).name.lstrip(".").replace("[Content_Types]", "content_types")
        folder = look if PurePosixPath(name).stem in OF_THE_LOOK else f"{look}/{kind}"
        check_golden(f"docx/{folder}/{part}", text)


HOSTILE = st.one_of(
    st.text(st.characters(codec=None), max_size=60),
    st.sampled_from(
        [
            "]]></w:t><w:fldSimple w:instr='INCLUDETEXT'/>",
            '{ HYPERLINK "file:///etc/passwd" }',
            "a\x00b\x0bc\ud800d\ufffee\u202ef",
            "\U00020bb7\U0003106c\t\n 林",
            "{title} %s {0.__class__} \\",
        ]
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(text=HOSTILE)
def test_any_text_is_printed_literally_and_nothing_of_it_is_live(
    renamed: Callable[[str], Comparison], text: str
) -> None:
    data = to_docx(renamed(text))
    rows = [row.cells for row in table_of(data).rows]
    dropped = next(cells for cells in rows if cells[2].text == "未再提及")
    assert dropped[0].text == one_line(text)
    revised = next(cells for cells in rows if cells[2].text.startswith("调整"))
    assert revised[0].text == one_line(text)
    for fields in live_fields(data):
        assert fields == " PAGE "
    assert b"TargetMode" not in parts(data)["word/_rels/document.xml.rels"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(text=HOSTILE)
def test_no_kind_of_document_makes_any_text_live(
    renamed: Callable[[str], Comparison], notes: tuple[Annotation, ...], text: str
) -> None:
    hostile = tuple(
        replace(note, body=text, author=text, editor=text, tags=(text,)) for note in notes
    )
    data = to_docx(renamed(text), hostile, contents=ALL)
    assert all(field.startswith(FIELDS) for field in live_fields(data))
    links = [e for root in roots(data).values() for e in root.iter(f"{WORD}hyperlink")]
    assert all(set(link.keys()) == {f"{WORD}anchor", f"{WORD}history"} for link in links)
    relations = [part for name, part in parts(data).items() if name.endswith(".rels")]
    assert relations
    assert not [part for part in relations if b"TargetMode" in part]


def live_fields(data: bytes) -> list[str]:
    found = []
    for root in roots(data).values():
        found += [element.get(f"{WORD}instr") or "" for element in root.iter(f"{WORD}fldSimple")]
        found += [element.text or "" for element in root.iter(f"{WORD}instrText")]
    return found


def test_two_reports_without_commitments_give_a_document_that_says_so(
    comparison: Comparison,
) -> None:
    empty = [
        replace(side, statements=(), sections=()) for side in (comparison.left, comparison.right)
    ]
    document = opened(to_docx(type(comparison)(*empty)))
    assert "两份报告中均未识别出承诺。" in [p.text for p in document.paragraphs]
    assert len(document.tables[0].rows) == 1


def test_where_nothing_was_chosen_of_what_one_report_promises_that_is_said(
    comparison: Comparison,
) -> None:
    bare = replace(comparison.right, statements=())
    for one in (replace(comparison, right=bare), replace(comparison, left=bare)):
        assert counts_phrase((), one, "zh") == "没有符合所选条件的承诺。"


@pytest.mark.parametrize("kind", Kind)
def test_another_library_reads_the_document(
    comparison: Comparison, notes: tuple[Annotation, ...], kind: Kind
) -> None:
    document = compose(comparison, notes, Contents(kinds=(kind,)))
    read = mammoth.extract_raw_text(BytesIO(document_to_docx(document, Look.OFFICIAL)))
    for run in runs_of(document):
        assert run.text.replace("\n", "") in read.value.replace("\n", "")


def test_comments_keep_author_time_and_passage(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    file = opened(to_docx(comparison, notes, contents=Contents(kinds=(Kind.COMMENTS,))))
    found = list(file.comments)
    assert [(c.author, c.timestamp) for c in found] == [("王", NOON), ("赵", NOON + DAY)]
    assert found[0].text.splitlines()[:2] == ["左右改为以上，", "请农业农村局说明。"]
    body = file.element.body
    inside = "".join(
        t.text or ""
        for t in body.xpath(
            ".//w:t[preceding::w:commentRangeStart[@w:id='1']]"
            "[following::w:commentRangeEnd[@w:id='1']]"
        )
    )
    assert inside == "粮食播种面积稳定在9万亩以上。"


@pytest.mark.parametrize("look", Look)
def test_an_office_suite_reads_every_kind(
    comparison: Comparison, notes: tuple[Annotation, ...], tmp_path: Path, look: Look
) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here: soffice is not on the PATH")
    files = []
    for kind in Kind:
        contents = Contents(kinds=(kind,), look=look)
        files.append(tmp_path / f"{kind}.docx")
        files[-1].write_bytes(to_docx(comparison, notes, contents=contents))
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
            *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for kind, file in zip(Kind, files, strict=True):
        text = file.with_suffix(".txt").read_text(encoding="utf-8-sig")
        document = compose(comparison, notes, Contents(kinds=(kind,)))
        for block in blocks_of(document):
            for paragraph in paragraphs_of(block):
                for line in "".join(run.text for run in paragraph.runs[:1]).splitlines():
                    assert line.strip() in text
