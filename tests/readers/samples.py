"""A small invented report in every format that is read, made by hand so that it stays small."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LINES = (
    "云溪县2024年政府工作报告",
    "——2024年1月16日在云溪县第九届人民代表大会第三次会议上",
    "各位代表：",
    "一、2023年工作回顾",
    "地区生产总值增长5.6%，新增就业6.2千人。",
    "二、2024年工作安排",
    "（一）做强县域产业",
    "地区生产总值增长5.5%左右，新建标准厂房20万平方米。",
    "（二）改善群众生活",
    "新增社区养老床位420张，办好十件实事。",
)
TEXT = "\n".join(LINES)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def zipped(members: dict[str, bytes | str], packing: int = ZIP_DEFLATED) -> bytes:
    """Return an archive of these members."""
    file = BytesIO()
    with ZipFile(file, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def docx(body: str | None = None, before: str = "", **members: bytes | str) -> bytes:
    """Return a Word document of this body; `before` stands in front of the root element."""
    given = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES)
    changed = (
        '<w:p><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
        "</w:numPr></w:pPr><w:ins><w:r><w:t>新建公园</w:t></w:r></w:ins><w:del><w:r>"
        "<w:delText>旧</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标"
        "</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:sdt><w:sdtContent>"
        "<w:p><w:r><w:t>扩建学校。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    main = f'{before}<w:document xmlns:w="{WORD}"><w:body>{body or given + changed}</w:body>'
    styles = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="H">'
        '<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    related = (
        f'<Relationships xmlns="{PACKAGE}">'
        '<Relationship Id="r{0}" Type="{1}/{2}" Target="{3}"/>{4}</Relationships>'
    )
    more = f'<Relationship Id="r2" Type="{RELATION}/numbering" Target="numbering.xml"/>'
    return zipped(
        {
            "_rels/.rels": related.format(1, RELATION, "officeDocument", "word/document.xml", ""),
            "word/_rels/document.xml.rels": related.format(
                1, RELATION, "styles", "styles.xml", more
            ),
            "word/document.xml": f"{main}</w:document>",
            "word/styles.xml": styles,
            "word/numbering.xml": numbering,
            **members,
        }
    )


def odt(body: str | None = None, before: str = "") -> bytes:
    """Return an OpenDocument text of this body."""
    given = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    changed = (
        '<text:h text:outline-level="1">新建公园<text:s text:c="2"/></text:h><text:list>'
        "<text:list-item><text:p>扩建<text:span>学校</text:span>。</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>指标</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    spaces = " ".join(f'xmlns:{name}="{OFFICE}{name}:1.0"' for name in ("office", "text", "table"))
    content = (
        f"{before}<office:document-content {spaces}><office:body><office:text>"
        f"{body or given + changed}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf(lines: Sequence[str] = LINES) -> bytes:
    r"""Return an RTF document, its lines in GBK and in \u by turns."""

    def in_gbk(line: str) -> str:
        return "".join(
            c if c.isascii() else "".join(f"\\'{b:02x}" for b in c.encode("gb18030")) for c in line
        )

    def in_unicode(line: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in line)

    said = [(in_unicode, in_gbk)[i % 2](line) for i, line in enumerate(lines)]
    head = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}}\f0 "
    return (head + r"\par ".join(said) + r"\par\trowd\cellx2000\intbl 1\cell\row}").encode("ascii")


def html(body: str | None = None) -> bytes:
    """Return a web page."""
    given = "".join(f"<p>{line}</p>" for line in LINES)
    table = "<table><tr><td>指标</td><td>5.5%</td></tr></table><ul><li>新建公园。</ul>"
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>报告</title></head><body>"
        f"<div>首页 &gt; 要闻</div><div id='zoom'>{body or given + table}</div></body></html>"
    ).encode()


def mhtml() -> bytes:
    """Return a saved web page."""
    import quopri  # noqa: PLC0415 - here alone

    return b"\r\n".join(
        (
            b"MIME-Version: 1.0",
            b'Content-Type: multipart/related; boundary="edge"; type="text/html"',
            b"",
            b"--edge",
            b'Content-Type: text/html; charset="utf-8"',
            b"Content-Transfer-Encoding: quoted-printable",
            b"Content-Location: http://www.example.invalid/report.html",
            b"",
            quopri.encodestring(html()),
            b"--edge--",
            b"",
        )
    )


def csv() -> bytes:
    """Return a report in one quoted cell behind a byte-order mark."""
    return b"\xef\xbb\xbf" + f'"{TEXT}"\r\n'.encode()


def pdf_of(objects: Sequence[bytes], root: int = 1) -> bytes:
    """Return a PDF of numbered objects, the first of which has number 1."""
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\n" % (len(objects) + 1, root)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf(lines: Sequence[str] = LINES) -> bytes:
    """Return a PDF of one page whose font has no glyphs but says what each code means."""
    shown = [b"BT /F 12 Tf 60 800 Td 20 TL"]
    shown += [b"<%s> Tj T*" % line.encode("utf-16-be").hex().encode() for line in lines]
    means = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        b"1 begincodespacerange <0000> <ffff> endcodespacerange "
        b"1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end"
    )
    return pdf_of(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            (
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                b" /Resources << /Font << /F 5 0 R >> >> >>"
            ),
            stream(b"\n".join((*shown, b"ET"))),
            (
                b"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H"
                b" /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>"
            ),
            (
                b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000"
                b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
            ),
            stream(means),
        )
    )


def doc() -> bytes:
    """Return a Word 97 document: two streams in an OLE2 file."""
    text = (TEXT.replace("\n", "\r") + "\r").encode("utf-16-le")
    units = len(text) // 2
    word = bytearray(8 * SECTOR)
    struct.pack_into("<HH", word, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<I", word, 0x4C, units)
    pieces = struct.pack("<IIHIH", 0, units, 0, 4 * SECTOR, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", word, 0x01A2, 0, len(clx))
    word[4 * SECTOR : 4 * SECTOR + len(text)] = text
    return ole({"WordDocument": bytes(word), "0Table": clx.ljust(8 * SECTOR, b"\0")})


def ole(streams: dict[str, bytes]) -> bytes:
    """Return an OLE2 file; each stream has 4,096 bytes or more, a multiple of 512."""
    table, data, entries = [FAT, END], b"", [_entry("Root Entry", 5, 1, END, 0)]
    for name, content in streams.items():
        start = len(table)
        table += [*range(start + 1, start + len(content) // SECTOR), END]
        data += content
        entries.append(_entry(name, 2, FREE if len(entries) == len(streams) else 2, start,
                              len(content)))  # fmt: skip
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, END, 0, END, 0, 0,
    )  # fmt: skip
    head += struct.pack("<108I", *[FREE] * 108)
    sectors = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))
    return head + sectors + b"".join(entries).ljust(SECTOR, b"\0") + data


def _entry(name: str, kind: int, next_one: int, start: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    right, child = (FREE, next_one) if kind == 5 else (next_one, FREE)
    return struct.pack(
        "<64sHBBIII16xI8x8xIQ", written, len(written), kind, 1, FREE, right, child, 0, start, size
    )


SAMPLES: dict[str, Callable[[], bytes]] = {
    "txt": TEXT.encode,
    "gbk.txt": lambda: TEXT.encode("gb18030"),
    "md": lambda: TEXT.replace("一、", "# 一、").encode(),
    "csv": csv,
    "docx": docx,
    "odt": odt,
    "rtf": rtf,
    "html": html,
    "mhtml": mhtml,
    "pdf": pdf,
    "doc": doc,
}
"""Suffix → what makes a small report of that format."""
