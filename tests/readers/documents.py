"""Word, OpenDocument and RTF files, made of invented sentences, and what was read of them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.readers.raw import RawText
    from desktop.report.model import Reason

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
OPEN_NAMESPACES = " ".join(
    f'xmlns:{name}="{OPEN}:{path}:1.0"'
    for name, path in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("draw", "drawing"), ("fo", "xsl-fo-compatible")),
    )
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def docx(body: str, **parts: str) -> bytes:
    """Return a Word document; `parts` are the insides of its other parts, `numbering` and so on."""
    members = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(*(x for k in parts for x in (k, f"{k}.xml"))),
    }
    for kind, inside in parts.items():
        members[f"word/{kind}.xml"] = f"<w:{kind} {NAMESPACES}>{inside}</w:{kind}>"
    return zipped(members)


def odt(text: str, styles: str = "", named: str = "", pages: str = "") -> bytes:
    """Return an OpenDocument text: its body, the styles in it, and those beside it."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {OPEN_NAMESPACES}>"
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{text}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {OPEN_NAMESPACES}>"
            f"<office:styles>{named}</office:styles>"
            f"<office:master-styles>{pages}</office:master-styles></office:document-styles>",
        }
    )


def rtf(text: str) -> bytes:
    """Return an RTF document in GBK; characters beyond ASCII are written as its bytes."""
    head = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset2 Symbol;}}"
    return f"{head}{in_bytes(text)}}}".encode("ascii")


def in_bytes(text: str) -> str:
    """Return a text with every character beyond ASCII as its bytes in GBK.

    >>> print(in_bytes("a中"))
    a\\'d6\\'d0
    """
    return "".join(
        char if char.isascii() else "".join(f"\\'{byte:02x}" for byte in char.encode("gb18030"))
        for char in text
    )


def zipped(members: dict[str, str]) -> bytes:
    """Return an archive of these members."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return data.getvalue()


def raw_of(reader: Callable[[Path], RawText], folder: Path, data: bytes) -> RawText:
    """Write a file and return what its reader makes of it."""
    path = folder / "a"
    path.write_bytes(data)
    return reader(path)


def lines(raw: RawText) -> list[str]:
    """Return the lines that are left when what is set aside is cut out."""
    kept, at = "", 0
    for cut in raw.cuts:
        kept, at = kept + raw.text[at : cut.start], cut.end
    return [line for line in (kept + raw.text[at:]).split("\n") if line.strip()]


def aside(raw: RawText) -> list[tuple[Reason, str]]:
    """Return what is set aside, with the reason for each."""
    return [(cut.reason, raw.text[cut.start : cut.end]) for cut in raw.cuts]


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph of Word; what is no element is the text of a run."""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """Return a run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def row(*cells: str) -> str:
    """Return a row of a table of Word; what is no element is a cell of one paragraph."""
    inside = (each if each.startswith("<") else paragraph(each) for each in cells)
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in inside) + "</w:tr>"


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    """Return a paragraph of Word that is numbered in a list."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=properties)


def level(at: int, form: str, text: str, more: str = "") -> str:
    """Return one level of a list of Word."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _relations(*pairs: str) -> str:
    kinds, targets = pairs[::2], pairs[1::2]
    inside = "".join(
        f'<Relationship Id="r{i}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(zip(kinds, targets, strict=True))
    )
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'
