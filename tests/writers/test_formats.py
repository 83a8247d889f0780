"""What the formats tell of a document beside its words."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree
from striprtf.striprtf import rtf_to_text

from desktop.compare.model import Relation
from desktop.writers.contents import Contents, Kind, Look
from desktop.writers.document import (
    Box,
    Document,
    Paragraph,
    Remark,
    Run,
    Sheet,
    Style,
    TableOfContents,
    listed_headings,
    paragraph,
)
from desktop.writers.formats import FORMATS, set_document
from desktop.writers.html import to_html
from desktop.writers.sheets import compose
from desktop.writers.signs import FORMS, badge_of
from tests.writers.reading_back import tabled

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison


def test_a_page_says_that_the_names_of_columns_are_theirs() -> None:
    page = set_document(tabled(["丙"]), "html", Look.OFFICIAL).decode()
    assert page.count("<th ") == page.count('<th scope="col"') == 2


LINKED = {"note-1": "1*", "source-1": "1"}


@pytest.mark.parametrize("kinds", [tuple(Kind), (Kind.MEMO,), (Kind.MEMO, Kind.WORDING)])
def test_a_page_leads_from_its_contents_to_its_chapters_and_nowhere_else(
    comparison: Comparison, notes: tuple[Annotation, ...], kinds: tuple[Kind, ...]
) -> None:
    document = compose(comparison, notes, Contents(kinds=kinds))
    page = etree.fromstring(set_document(document, "html", Look.OFFICIAL), etree.HTMLParser())
    named = {one.get("id"): one for one in page.iter() if one.get("id")}
    links = [(link.get("href"), "".join(link.itertext())) for link in page.iter("a")]
    assert len(named) == len([one for one in page.iter() if one.get("id")])
    assert {href for href, _ in links} == {f"#{name}" for name in named}
    chapters = [(href, words) for href, words in links if "chapter" in href]
    assert len(chapters) == len(listed_headings(document)) > 3
    for href, words in chapters:
        assert "".join(named[href[1:]].itertext()) == words
    assert b"<a" not in to_html(document)


def test_sources_and_remarks_stand_at_the_end_where_there_are_no_margins() -> None:
    runs = (Run("甲", source="出处一", remarks=(1,)), Run("乙", source="出处一"))
    remark = Remark(1, "王", datetime(2026, 1, 5, 12, tzinfo=UTC), ("请核对。",))
    document = Document("题目", "zh", (Sheet((Paragraph(Style.BODY, runs),)),), (remark,))
    text = set_document(document, "txt", Look.OFFICIAL).decode()
    assert "甲[1*][1]乙[1]" in text
    assert text.count("出处一") == 1
    page = set_document(document, "html", Look.OFFICIAL).decode()
    note, source = (f'<sup><a href="#{n}">[{m}]</a></sup>' for n, m in LINKED.items())
    assert f"甲{note}{source}乙{source}" in page
    assert page.count("出处一") == 1
    assert "甲<sup>[1*]</sup><sup>[1]</sup>乙<sup>[1]</sup>" in to_html(document).decode()
    rich = set_document(document, "rtf", Look.OFFICIAL).decode()
    assert rich.count(r"{\*\annotation") == 1


@pytest.mark.parametrize(
    ("language", "whose"),
    [("zh", "王（赵 2026-01-06改）"), ("en", "王 (changed by 赵, 2026-01-06)")],
)
def test_a_note_with_a_colleagues_words_says_whose_they_are(
    comparison: Comparison, notes: tuple[Annotation, ...], language: str, whose: str
) -> None:
    contents = Contents(kinds=(Kind.MEMO, Kind.COMMENTS))
    document = compose(comparison, notes, contents, language)
    assert to_html(document).decode("utf-8").count(whose) == 2  # in the memo, and on the margin
    assert [remark.author for remark in document.remarks] == ["王", "赵"]


def test_a_remark_names_its_author_by_two_characters_beside_its_mark() -> None:
    for author, rich in (("王小明", rb"{\*\atnid \u29579?\u23567?}"), ("a}b", rb"{\*\atnid a\}}")):
        remark = Remark(1, author, datetime(2026, 1, 5, 12, tzinfo=UTC), ("请核对。",))
        text = Paragraph(Style.BODY, (Run("甲", remarks=(1,)),))
        document = Document("题目", "zh", (Sheet((text,)),), (remark,))
        assert rich in set_document(document, "rtf", Look.OFFICIAL)
        opened = docx.Document(BytesIO(set_document(document, "docx", Look.OFFICIAL)))
        assert [(c.author, c.initials) for c in opened.comments] == [(author, author[:2])]


@pytest.mark.parametrize(("language", "told"), [("zh", "zh-CN"), ("en", "en")])
def test_a_page_says_in_which_language_it_is(language: str, told: str) -> None:
    page = to_html(Document("题目", language, (Sheet((paragraph(Style.BODY, "甲"),)),)))
    assert f'<html lang="{told}">'.encode() in page


def test_a_page_is_printed_with_whole_rows_and_the_grounds_of_its_letters(
    comparison: Comparison,
) -> None:
    document = compose(comparison, (), Contents(kinds=(Kind.TABLE, Kind.COMMENTS)))
    page = set_document(document, "html", Look.OFFICIAL).decode()
    (printed,) = re.findall(r"@media print\{(.*?\})\n\}", page, re.DOTALL)
    assert "tr,blockquote{break-inside:avoid}" in printed
    assert "span::before{print-color-adjust:exact" in printed
    assert "@media" not in to_html(document).decode()  # what is pasted into Word


def test_contents_list_the_headings_of_two_levels() -> None:
    headings = ((Style.HEADING_1, "一<"), (Style.HEADING_2, "二"), (Style.HEADING_3, "三"))
    blocks = (TableOfContents("目录"), *(paragraph(style, text) for style, text in headings))
    document = Document("题目", "zh", (Sheet(blocks),))
    said = {
        name: set_document(document, name, Look.OFFICIAL).decode()
        for name in ("txt", "md", "html", "rtf", "json")
    }
    assert said["txt"].startswith("\n目录\n  一<\n    二\n")
    assert said["md"].startswith("**目录**\n\n- 一\\<\n  - 二\n\n## ")
    page = re.sub("<[^>]+>", "", said["html"].partition("<body>")[2])
    assert page.split() == ["目录", "一&lt;", "二", "一&lt;", "二", "三"]
    assert re.findall('<p class="(\\w+)"', said["html"]) == ["ContentsHeading", "toc1", "toc2"]
    rich = rtf_to_text(said["rtf"])
    assert rich.split() == ["目录", "一<", "1", "二", "1", "一<", "二", "三"]
    assert json.loads(said["json"])["blocks"][0] == {"contents": "目录"}


def test_json_says_what_is_said_of_a_run() -> None:
    badge = badge_of(Relation.REVISED)
    marked = Run("甲", relation=Relation.REVISED, badges=(badge,), box=Box.CHANGED)
    runs = (marked, Run("乙", is_underlined=True, source="出处", remarks=(1,)), Run("丙"))
    document = Document("题目", "zh", (Sheet((Paragraph(Style.BODY, runs),)),))
    (block,) = json.loads(set_document(document, "json", Look.OFFICIAL))["blocks"]
    assert block["runs"] == [
        {"text": "甲", "relation": "revised", "badges": [badge.text], "box": "changed"},
        {"text": "乙", "underlined": True, "source": "出处", "remarks": [1]},
        {"text": "丙"},
    ]


def test_a_legend_stands_only_where_what_it_explains_is_seen(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    contents = Contents(kinds=(Kind.TABLE, Kind.COMMENTS), has_highlights=True)
    document = compose(comparison, notes, contents)
    said = {
        suffix: set_document(document, suffix, Look.OFFICIAL).decode()
        for suffix in ("txt", "md", "html")
    }
    assert ["加下划线的文字" in page for page in said.values()] == [False, True, True]
    assert ["有变化的指标" in page for page in said.values()] == [False, False, True]
    assert said["txt"].count("[1*]") == said["html"].count("[1*]") == 1


def test_numbers_of_a_table_are_not_taken_for_a_list_in_markdown() -> None:
    page = set_document(tabled(["5.4%", "1. 甲", "2."]), "md", Look.OFFICIAL).decode()
    for shown in ("| 5.4% |", r"| 1\. 甲 |", r"| 2\. |"):
        assert shown in page


def test_relations_are_told_by_lines_and_targets_by_boxes_in_the_formats_that_have_them() -> None:
    runs = [
        Run("办好茶会。", relation=relation, badges=(badge_of(relation),)) for relation in Relation
    ]
    number = Run("7%以上", relation=Relation.REVISED, box=Box.CHANGED)
    document = Document("题目", "zh", (Sheet((Paragraph(Style.BODY, (*runs, number)),)),))
    rich = set_document(document, "rtf", Look.OFFICIAL).decode()
    lines = [part.split("\\chshdng")[0].split("\\chbrdr")[0] for part in rich.split("{\\ul")[1:]]
    assert len(set(lines[:6])) == 5  # delivered has a filled letter
    letters = re.findall(r"\{\\cs1[^}]*\\chbrdr[^}]*\\u-?\d+\?\}", rich)
    assert len(set(letters)) == 6
    assert [r"\chcbpat" in letter for letter in letters] == [
        FORMS[relation].filled for relation in Relation
    ]
    assert r"\uldb\chbrdr" in rich
    with zipfile.ZipFile(BytesIO(set_document(document, "docx", Look.OFFICIAL))) as file:
        body = file.read("word/document.xml").decode()
    assert len(set(re.findall(r'<w:u w:val="(\w+)"', body))) == 5
    assert body.count("<w:bdr ") == 1 + len(Relation)
    assert body.count('<w:rStyle w:val="RelationLetter"/>') == 2 * len(Relation)
    page = set_document(document, "html", Look.OFFICIAL).decode()
    assert len(set(re.findall(r"underline ([^#]+) #", page))) == 5  # delivered has a filled letter
    assert re.search('<span class="revised changed" [^>]*title="调整">7%以上</span>', page)
    assert re.search('<span class="new" [^>]*data-badge="新">办好茶会。</span>', page)
    # Without a look of their own letters would be words of the report.
    plain = set_document(document, "txt", Look.OFFICIAL).decode()
    assert "办好茶会。" * 6 + "7%以上" in plain


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_document_gives_the_same_file(suffix: str) -> None:
    document = tabled(["甲", "乙"])
    assert set_document(document, suffix, Look.PLAIN) == set_document(document, suffix, Look.PLAIN)
