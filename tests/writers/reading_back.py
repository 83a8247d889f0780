"""Hostile texts, documents of them, and the tables that are read back from their files."""

from __future__ import annotations

import csv
import re
import zipfile
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from lxml import etree

from desktop.writers.document import (
    Cell,
    Document,
    Paragraph,
    Run,
    Shade,
    Sheet,
    Style,
    Table,
    TableRow,
    cell,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NASTY = (
    *("{", "}", "\\", "[", "]", "(", ")", "<", ">", "&", '"', "'", "`", "*", "_", "#", "|", "~"),
    *("=", "+", "-", "@", "＝", "＋", "－", "＠", "$", "^", "!", ":", ";", ".", ",", "%", "/", " "),
    *("\x00", "\x07", "\x1b", "\x7f", "\x85", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff"),
    *(
        "\ufffe",
        "\uffff",
        "\ud800",
        "\udfff",
        "\U00020bb7",
        "\U0003106c",
        "⼯",
        "⺠",
        "é",
        "e\u0301",
    ),
    *("云", "川", "5%", "左右", "1.", "www.", "http://", "a@b.cn", "_x000D_", "\\u20113?", "\\'b0"),
    *("{\\field", "<w:t>", "]]>", "&lt;", "&#60;", "\u2028", "\u3000", "1", "９", "١", "𝟙"),
)
TEXTS = st.lists(
    st.one_of(
        st.text(st.characters(codec=None), max_size=30),
        st.lists(st.sampled_from(NASTY), max_size=12).map("".join),
    ),
    min_size=1,
    max_size=20,
)


def tabled(texts: Sequence[str]) -> Document:
    """Return a document with a table that has each text in two looks, and in a paragraph."""
    rows = [TableRow((cell(Style.TABLE_HEAD, "甲"), cell(Style.TABLE_HEAD, "乙")), Shade.HEAD)]
    for text in texts:
        marked = Cell((Paragraph(Style.TABLE_TEXT, (Run(text, is_underlined=True), Run("末"))),))
        rows.append(TableRow((cell(Style.TABLE_TEXT, text), marked)))
    blocks = (Table((0.5, 0.5), tuple(rows), "表"), *(paragraph(Style.BODY, t) for t in texts))
    return Document("题目", "zh", (Sheet(blocks),))


def of_xlsx(data: bytes) -> list[list[str]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{MAIN}row"):
        texts = ["".join(t.text or "" for t in c.iter(f"{MAIN}t", f"{MAIN}v")) for c in row]
        rows.append([re.sub("_x([0-9A-F]{4})_", lambda x: chr(int(x[1], 16)), t) for t in texts])
    return rows


def of_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    return [[text.removeprefix("'") for text in row] for row in rows]
