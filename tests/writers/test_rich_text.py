"""Rich text is set as the Word file is."""

from __future__ import annotations

import re

import pytest

from desktop.writers.contents import Look
from desktop.writers.document import (
    Document,
    Paragraph,
    Run,
    Sheet,
    Style,
    TableOfContents,
    paragraph,
)
from desktop.writers.formats import set_document
from desktop.writers.typesetting import STYLES


def test_rich_text_says_in_which_languages_it_is() -> None:
    rich = set_document(Document("题目", "zh", ()), "rtf", Look.OFFICIAL)
    assert b"\\deflang1033\\deflangfe2052" in rich.partition(b"{\\fonttbl")[0]


def test_contents_of_rich_text_lead_to_their_headings_and_name_the_pages() -> None:
    headings = (paragraph(Style.HEADING_1, "甲"), paragraph(Style.HEADING_3, "乙"))
    later = Sheet((paragraph(Style.HEADING_2, "丙"),))
    document = Document("题目", "zh", (Sheet((TableOfContents("目录"), *headings)), later))
    rich = set_document(document, "rtf", Look.OFFICIAL).decode()
    made = re.findall(r"\\bkmkstart (_Toc\d+)\}\\u\S+\{\\\*\\bkmkend \1\}", rich)
    assert len(made) == 3
    assert re.findall(r'HYPERLINK \\\\l "(\w+)"', rich) == [made[0], made[2]]
    pages = re.findall(r"PAGEREF (\w+) \\\\h\}\{\\fldrslt (\d)\}", rich)
    assert pages == [(made[0], "1"), (made[2], "2")]


@pytest.mark.parametrize("look", Look)
def test_rich_text_is_set_as_the_word_file_is(look: Look) -> None:
    styles = (Style.TITLE, Style.HEADING_1, Style.BODY, Style.QUOTE, Style.TABLE_TEXT)
    document = Document("题", "zh", (Sheet(tuple(paragraph(one, one.value) for one in styles)),))
    rich = set_document(document, "rtf", look).decode()
    for one, style in ((s.id, s) for s in STYLES[look] if s.id in styles):
        (opening,) = re.findall(rf"\\pard\\plain(\S+) {one}\\par", rich)
        assert rf"\sl-{round(20 * style.line)}\slmult0" in opening
        assert (r"\fi" in opening) == bool(style.first_line)
        assert rf"\fs{round(2 * style.size)}" in opening


def test_rich_text_names_a_source_again_only_where_its_footnote_is_far() -> None:
    sources = ["一", "二", "一", *"三四五六七八", "一"]
    runs = tuple(Run("甲", source=source) for source in sources)
    document = Document("题目", "zh", (Sheet((Paragraph(Style.BODY, runs),)),))
    rich = set_document(document, "rtf", Look.OFFICIAL).decode()
    assert rich.count(r"\footnote") == len(sources) - 1
    [again] = re.findall(r"NOTEREF (_Note\d+) .*?\\fldrslt \{\\super (\d+)\}", rich)
    assert again == ("_Note000001", "1")
    assert rich.count(r"{\*\bkmkstart _Note000001}") == 1
