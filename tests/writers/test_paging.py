"""On which page a heading will stand."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.shared import Pt

from desktop.writers.contents import Look
from desktop.writers.document import Document, Sheet, Style, TableOfContents, paragraph
from desktop.writers.docx import to_docx
from desktop.writers.paging import heading_pages


@pytest.mark.parametrize(("entries", "page"), [(24, 2), (25, 3)])
def test_contents_that_fill_their_page_make_no_empty_one(entries: int, page: int) -> None:
    headings = tuple(paragraph(Style.HEADING_1, f"第{n}章") for n in range(entries))
    front = Sheet((TableOfContents("目　录"),))
    document = Document("对照分析", "zh", (front, Sheet(headings)))
    assert heading_pages(document, Look.OFFICIAL)[0] == page
    made = docx.Document(BytesIO(to_docx(document, Look.OFFICIAL))).paragraphs
    behind = made[entries + 1 : len(made) - entries]  # the end of the field and of the pages
    assert [one.paragraph_format.line_spacing for one in behind] == [Pt(1)] * 2
