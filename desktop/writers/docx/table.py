"""The comparison table 对照表: left, right, relation and change, notes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.compare.model import Comparison, Relation, Side
from desktop.text.diff import diff_tokens
from desktop.text.span import Span
from desktop.writers import labels
from desktop.writers.docx.xml import TWIPS_PER_MM, element, paragraph, run
from desktop.writers.labels import label
from desktop.writers.phrases import change_phrase, changes_of, short_name, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from desktop.compare.annotation import Annotation
    from desktop.compare.rows import Row

SHARES = (0.35, 0.35, 0.17, 0.13)  # of the width: left, right, relation, notes
HEAD_FILL = "E7E6E6"  # greys that a black-and-white printer still parts from white
HEADING_FILL = "F5F5F5"
BORDER = 4  # eighths of a point
UNDERLINED = frozenset({Relation.REVISED, Relation.RECURRING})
"""A review's sentence differs from the plan's all over: underlining it all would say nothing."""


def comparison_table(
    comparison: Comparison,
    rows: Iterable[Row],
    annotations: Sequence[Annotation],
    width: float,
    language: str,
) -> BaseOxmlElement:
    """Return the table; `width` is in millimetres, `annotations` are numbered from 1."""
    widths = [round(width * share * TWIPS_PER_MM) for share in SHARES]
    grid = element("tblGrid", *(element("gridCol", w=w) for w in widths))
    made = element("tbl", _properties(sum(widths)), grid, _head(comparison, widths, language))
    for row in rows:
        if row.is_heading:
            made.append(_heading_row(comparison, row, widths, language))
        else:
            made.append(_statement_row(comparison, row, annotations, widths, language))
    return made


def _properties(width: int) -> BaseOxmlElement:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (element(e, val="single", sz=BORDER, space=0, color="auto") for e in edges)
    return element(
        "tblPr",
        element("tblW", w=width, type="dxa"),
        element("jc", val="center"),
        element("tblBorders", *borders),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow=1, noHBand=1, noVBand=1),
    )


def _head(comparison: Comparison, widths: Sequence[int], language: str) -> BaseOxmlElement:
    names = (
        *(short_name(comparison.side(side).report, language) for side in Side),
        labels.RELATION_COLUMN.of(language),
        labels.NOTE_COLUMN.of(language),
    )
    cells = (
        _cell(width, [paragraph("TableHead", name)], fill=HEAD_FILL, is_centred=True)
        for width, name in zip(widths, names, strict=True)
    )
    return _row(cells, is_head=True)


def _heading_row(
    comparison: Comparison, row: Row, widths: Sequence[int], language: str
) -> BaseOxmlElement:
    style = "TableHeading1" if heading_level(comparison, row) == 1 else "TableHeading2"
    cells = []
    for side, width in zip(Side, widths, strict=False):
        texts = texts_of(row, comparison.side(side), side)
        paragraphs = [paragraph(style, text) for text in texts or ("",)]
        cells.append(_cell(width, paragraphs, fill=HEADING_FILL))
    is_moved = row.section_link is not None and row.section_link.moved
    word = labels.MOVED.of(language) if is_moved else ""
    cells.append(
        _cell(sum(widths[2:]), [paragraph("TableChange", word)], fill=HEADING_FILL, columns=2)
    )
    return _row(cells)


def heading_level(comparison: Comparison, row: Row) -> int:
    """Return the level of a heading row, the left one's where there are two."""
    if row.left:
        return comparison.left.sections[row.left[0]].level
    return comparison.right.sections[row.right[0]].level


def _statement_row(
    comparison: Comparison,
    row: Row,
    annotations: Sequence[Annotation],
    widths: Sequence[int],
    language: str,
) -> BaseOxmlElement:
    contents = (
        *_texts(comparison, row),
        _relation(row, language),
        _notes(comparison, row, annotations, language),
    )
    cells = (
        _cell(width, content or [paragraph("TableText")])
        for width, content in zip(widths, contents, strict=True)
    )
    return _row(cells)


def _texts(comparison: Comparison, row: Row) -> tuple[list[BaseOxmlElement], list[BaseOxmlElement]]:
    """Return the statements of both sides, what the other side does not say underlined."""
    left = texts_of(row, comparison.left, Side.LEFT)
    right = texts_of(row, comparison.right, Side.RIGHT)
    is_marked = row.relation in UNDERLINED
    return (
        [_marked(text, changed_spans(text, right) if is_marked else ()) for text in left],
        [_marked(text, changed_spans(text, left) if is_marked else ()) for text in right],
    )


def changed_spans(text: str, others: Sequence[str]) -> tuple[Span, ...]:
    """Return the parts of `text` that none of `others` has, in whole words and quantities.

    Marks alone are left out: that an item ends in a semicolon and not in a stop is no change.
    """
    changed = [True] * len(text)
    for other in others:
        for op in diff_tokens(text, other):
            if op.tag == "equal":
                changed[op.left.start : op.left.end] = [False] * (op.left.end - op.left.start)
    edges = [i for i, (a, b) in enumerate(pairwise([False, *changed, False])) if a != b]
    spans = (Span(*edge) for edge in zip(edges[::2], edges[1::2], strict=True))
    return tuple(span for span in spans if any(map(str.isalnum, span.of(text))))


def _marked(text: str, spans: Iterable[Span]) -> BaseOxmlElement:
    parts: list[tuple[str, bool]] = []
    done = 0
    for span in spans:
        parts += [(text[done : span.start], False), (span.of(text), True)]
        done = span.end
    parts.append((text[done:], False))
    runs = (run(part, is_underlined=marked) for part, marked in parts if part)
    return paragraph("TableText", *runs)


def _relation(row: Row, language: str) -> list[BaseOxmlElement]:
    if row.relation is None:
        return []
    changes = (change_phrase(change, language) for change in changes_of(row))
    return [
        paragraph("TableRelation", label(row.relation, language)),
        *(paragraph("TableChange", phrase) for phrase in dict.fromkeys(changes)),
    ]


def _notes(
    comparison: Comparison, row: Row, annotations: Sequence[Annotation], language: str
) -> list[BaseOxmlElement]:
    return [
        paragraph("TableChange", labels.NOTE_TEXT.of(language, number=number, body=annotation.body))
        for number, annotation in enumerate(annotations, start=1)
        if _is_about(comparison, row, annotation)
    ]


def _is_about(comparison: Comparison, row: Row, annotation: Annotation) -> bool:
    """Tell whether the annotation hangs on a statement of the row."""
    for side, ids in ((Side.LEFT, row.left), (Side.RIGHT, row.right)):
        anchor = annotation.anchor(side)
        if anchor is not None and anchor.span is not None:
            spans = (comparison.side(side).statements[i].span for i in ids)
            start, end = anchor.span.start, anchor.span.end
            if any(span.start < end and start < span.end for span in spans):
                return True
    return False


def _row(cells: Iterable[BaseOxmlElement], *, is_head: bool = False) -> BaseOxmlElement:
    """Return a row that no page break splits; the head is repeated on every page."""
    properties = element("trPr", element("cantSplit"))
    if is_head:
        properties.append(element("tblHeader"))
    return element("tr", properties, *cells)


def _cell(
    width: int,
    paragraphs: Iterable[BaseOxmlElement],
    *,
    fill: str | None = None,
    columns: int = 1,
    is_centred: bool = False,
) -> BaseOxmlElement:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if columns > 1:
        properties.append(element("gridSpan", val=columns))
    if fill:
        properties.append(element("shd", val="clear", color="auto", fill=fill))
    if is_centred:
        properties.append(element("vAlign", val="center"))
    return element("tc", properties, *paragraphs)
