"""Tables of a document → xlsx: texts and numbers, nothing that calculates or links."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from desktop.writers.csv import text_of
from desktop.writers.document import GREYS, Shade
from desktop.writers.listing import tables_and_text
from desktop.writers.packing import packed
from desktop.writers.phrases import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.writers.document import Cell, Document, Paragraph, Run, Table, TableRow

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WIDTH = 120  # characters of a sheet's columns together
LONGEST_NAME = 31
LONGEST_CELL = 32_767  # characters, which is what the format allows
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
ESCAPES = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x000D_ as a character
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]+)?")  # what is the same as a number
TEXT, BOLD, HEADING, COUNT = range(4)
SHADES = {Shade.NONE: TEXT, Shade.HEAD: BOLD, Shade.HEADING: HEADING}

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
    "{sheets}</Types>"
)


def _fill(shade: Shade) -> str:
    colour = f'<fgColor rgb="FF{GREYS[shade]}"/>'
    return f'<fill><patternFill patternType="solid">{colour}</patternFill></fill>'


FACE, SIZE, CHARSET = "宋体", '<sz val="11"/>', '<charset val="134"/>'
UNDERLINED = f'<rPr><u/>{SIZE}<rFont val="{FACE}"/>{CHARSET}</rPr>'
"""How underlined words look: the font is spelled out, as no rule says that it is the cell's."""
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">'
    f'<fonts count="2"><font>{SIZE}<name val="{FACE}"/>{CHARSET}</font>'
    f'<font><b/>{SIZE}<name val="{FACE}"/>{CHARSET}</font></fonts>'
    '<fills count="4"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    f"{_fill(Shade.HEAD)}{_fill(Shade.HEADING)}</fills>"
    '<borders count="2"><border/><border><left style="thin"/><right style="thin"/>'
    '<top style="thin"/><bottom style="thin"/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4">{formats}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
FORMAT = (
    '<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="1" xfId="0" '
    'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
)
FORMATS = ((49, 0, 0), (49, 1, 2), (49, 1, 3), (0, 0, 0))  # 49 is text, 0 a number as it is


def to_xlsx(document: Document) -> bytes:
    """Return a workbook with a sheet for each table, and one for what is quoted."""
    tables = tables_and_text(document)
    names = _names(tables)
    parts = {
        "[Content_Types].xml": CONTENT_TYPES.replace("{sheets}", "".join(_types(len(tables)))),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _workbook(names, tables),
        "xl/_rels/workbook.xml.rels": _workbook_relationships(len(tables)),
        "xl/styles.xml": STYLES.replace("{formats}", "".join(_formats())),
    }
    for number, table in enumerate(tables, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(table)
    return packed({name: part.encode("utf-8") for name, part in parts.items()})


def _names(tables: tuple[Table, ...]) -> list[str]:
    """Return a name for each sheet that no other has, whatever the case of its letters."""
    names: list[str] = []
    for number, table in enumerate(tables, start=1):
        name = NOT_IN_NAMES.sub(" ", one_line(table.name)).strip()[:LONGEST_NAME] or str(number)
        taken = {one.casefold() for one in names}
        names.append(
            name if name.casefold() not in taken else f"{name[: LONGEST_NAME - 4]} {number}"
        )
    return names


def _types(count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        name = f"/xl/worksheets/sheet{number}.xml"
        yield f'<Override PartName="{name}" ContentType="{TYPE}.worksheet+xml"/>'


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def _workbook_relationships(count: int) -> str:
    targets = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, count + 1)}
    return _relationships({**targets, f"rId{count + 1}": ("styles", "styles.xml")})


def _workbook(names: list[str], tables: tuple[Table, ...]) -> str:
    """Return the sheets by name; the rows that name the columns print on every page."""
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, start=1)
    )
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{n}">'
        f"'{escape(name)}'!$1:${_heads(table)}</definedName>"
        for n, (name, table) in enumerate(zip(names, tables, strict=True))
        if _heads(table)
    )
    defined = f"<definedNames>{titles}</definedNames>" if titles else ""
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets>'
        f"{defined}</workbook>"
    )


def _formats() -> Iterator[str]:
    for number, font, fill in FORMATS:
        yield FORMAT.format(number=number, font=font, fill=fill)


def _heads(table: Table) -> int:
    return sum(row.is_head for row in table.rows)


def _sheet(table: Table) -> str:
    """Return the sheet: the head stays while the rows scroll."""
    heads = _heads(table)
    place = f'ySplit="{heads}" topLeftCell="A{heads + 1}"'
    pane = f'<pane {place} activePane="bottomLeft" state="frozen"/>' if heads else ""
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{share * WIDTH:.0f}" customWidth="1"/>'
        for n, share in enumerate(table.shares, start=1)
    )
    rows = "".join(_row(number, row) for number, row in enumerate(table.rows, start=1))
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}">'
        f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{rows}</sheetData>"
        '<pageSetup paperSize="9" orientation="landscape"/></worksheet>'
    )


def _row(number: int, row: TableRow) -> str:
    made, look = "", SHADES[row.shade]
    for cell, at in row.placed():
        first, *others = (
            f"{chr(ord('A') + column)}{number}" for column in range(at.start, at.stop)
        )
        made += _cell(first, cell, look)
        made += "".join(f'<c r="{place}" s="{look}"/>' for place in others)
    return f'<row r="{number}">{made}</row>'


def _cell(place: str, cell: Cell, look: int) -> str:
    text = text_of(cell)
    if look == TEXT and NUMBER.fullmatch(text):
        return f'<c r="{place}" s="{COUNT}"><v>{text}</v></c>'
    if len(text) > LONGEST_CELL:
        return _string(place, look, _t(text[:LONGEST_CELL]))
    return _string(place, look, "".join(_runs(cell.paragraphs)))


def _string(place: str, look: int, inner: str) -> str:
    return f'<c r="{place}" s="{look}" t="inlineStr"><is>{inner}</is></c>'


def _runs(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """Yield the runs; where none is underlined one text is enough."""
    if not any(run.is_underlined for one in paragraphs for run in one.runs):
        yield _t("\n".join(one.text for one in paragraphs))
        return
    for number, one in enumerate(paragraphs):
        if number:
            yield f"<r>{_t(chr(10))}</r>"
        for run in one.runs:
            yield _run(run)


def _run(run: Run) -> str:
    look = UNDERLINED if run.is_underlined else ""
    return f"<r>{look}{_t(run.text)}</r>"


def _t(text: str) -> str:
    words = escape(ESCAPES.sub("_x005F_", printable(text)), quote=False)
    return f'<t xml:space="preserve">{words}</t>'
