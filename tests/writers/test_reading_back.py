"""What is read back from every format is what was written, whatever the text."""

from __future__ import annotations

import html
import json
import random
import re
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from striprtf.striprtf import rtf_to_text

from desktop.writers.contents import Look
from desktop.writers.document import Document, Sheet, Style, paragraph
from desktop.writers.formats import set_document
from desktop.writers.phrases import one_line, printable
from tests.writers.reading_back import NASTY, TEXTS, of_csv, of_xlsx, tabled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def of_docx(data: bytes) -> list[list[str]]:
    (table,) = docx.Document(BytesIO(data)).tables
    return [[one.text for one in row.cells] for row in table.rows]


class _Cells(HTMLParser):
    """The texts of cells; what would load or run anything is a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag not in ("a", "script", "img", "iframe", "object", "link", "form", "svg", "base")
        assert not [name for name, _ in attributes if name.startswith(("on", "href", "src"))]
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self._is_inside = True
        if tag == "br" and self._is_inside:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.rows[-1][-1] += data


def of_html(data: bytes) -> list[list[str]]:
    parser = _Cells()
    parser.feed(data.decode())
    parser.close()
    return parser.rows


def of_markdown(data: bytes) -> list[list[str]]:
    """Read a table as CommonMark does: a backslash takes the meaning from the mark behind it."""
    lines = [line for line in data.decode().split("\n") if line.startswith("| ")]
    rows = []
    for line in lines:
        cells = re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]
        rows.append([_unescaped(one.strip(" ")) for one in cells])
    assert rows[1] == ["---", "---"]
    return [rows[0], *rows[2:]]


MARKUP = re.compile(r"\\([!-/:-@\[-`{-~])|(&#\d+;)|</?ins>|(<br>)")


def _unescaped(text: str) -> str:
    return MARKUP.sub(lambda m: m[1] or html.unescape(m[2] or "") or ("\n" if m[3] else ""), text)


def of_json(data: bytes) -> list[list[str]]:
    table = json.loads(data)["blocks"][0]
    return [
        ["".join(run["text"] for line in c["paragraphs"] for run in line) for c in row["cells"]]
        for row in table["rows"]
    ]


READERS: dict[str, Callable[[bytes], list[list[str]]]] = {
    "docx": of_docx,
    "xlsx": of_xlsx,
    "csv": of_csv,
    "html": of_html,
    "md": of_markdown,
    "json": of_json,
}


def check(texts: Sequence[str], suffix: str) -> None:
    clean = [printable(text) for text in texts]
    read = READERS[suffix](set_document(tabled(clean), suffix, Look.OFFICIAL))
    assert len(read) == len(clean) + 1
    for text, row in zip(clean, read[1:], strict=True):
        trimmed = [one.strip(" ") for one in row] if suffix == "md" else row
        wanted = [text, text + "末"]
        if suffix == "csv":
            wanted = [one.removeprefix("'") for one in wanted]
        assert trimmed == ([one.strip(" ") for one in wanted] if suffix == "md" else wanted)


@pytest.mark.parametrize("suffix", READERS)
@settings(max_examples=40)
@given(texts=TEXTS)
def test_the_cells_of_a_table_come_back(suffix: str, texts: list[str]) -> None:
    check(texts, suffix)


@pytest.mark.parametrize("suffix", READERS)
def test_ten_thousand_hostile_strings_come_back(suffix: str) -> None:
    chance = random.Random(9704)  # noqa: S311 - the same strings every time
    for _ in range(20):
        texts = ["".join(chance.choices(NASTY, k=chance.randrange(12))) for _ in range(500)]
        check(texts, suffix)


def test_ten_thousand_hostile_strings_come_back_from_rtf_and_text() -> None:
    chance = random.Random(1987)  # noqa: S311 - the same strings every time
    for _ in range(20):
        texts = ["".join(chance.choices(NASTY, k=chance.randrange(12))) for _ in range(500)]
        texts = [one_line(text) for text in texts]
        blocks = tuple(paragraph(Style.TABLE_TEXT, f"〔{text}〕") for text in texts)
        document = Document("题目", "zh", (Sheet(blocks),))
        rtf = set_document(document, "rtf", Look.OFFICIAL)
        assert rtf.isascii()
        read = rtf_to_text(rtf.decode("ascii"))
        plain = set_document(document, "txt", Look.OFFICIAL).decode()
        for text in (read.encode("utf-16", "surrogatepass").decode("utf-16"), plain):
            assert re.findall("〔(.*?)〕(?=\n|$)", text, re.DOTALL) == texts
