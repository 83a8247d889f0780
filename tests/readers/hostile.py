"""Files that are made to do harm, or came to some, and what makes each of them.

python -m tests.readers.hostile FOLDER     make them all, to look at
"""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from tests.readers.samples import (
    LINES,
    OFFICE,
    PACKAGE,
    RELATION,
    SAMPLES,
    TEXT,
    WORD,
    docx,
    html,
    odt,
    ole,
    pdf_of,
    stream,
    zipped,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEGABYTE = 1_000_000
PARAGRAPH = "<w:p><w:r><w:t>新建公园。</w:t></w:r></w:p>"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + zlib.compress(bytes(range(256)) * 40)
CANARY = "这是只有本机才有的秘密文件"


def laughs(depth: int = 9) -> str:
    """Return a document type whose last entity stands for 3 to the power of 9 and more words."""
    inner = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, depth + 1))
    return f'<!DOCTYPE w [<!ENTITY a0 "哈">{inner}]>'


def entity(address: str) -> str:
    """Return a document type with an entity that stands for what is at an address."""
    return f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address}">]>'


def zip_bomb(path: Path) -> None:
    """A million and a half paragraphs that pack into a fifth of a megabyte."""
    head = f'<w:document xmlns:w="{WORD}"><w:body>'
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as out:
        out.write(head.encode())
        for _ in range(150):
            out.write(PARAGRAPH.encode() * 10_000)
        out.write(b"</w:body></w:document>")


def lying_bomb(path: Path) -> None:
    """The same, but the directory says that it is small."""
    zip_bomb(path)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 4_000)
    path.write_bytes(data)


def text_node(path: Path) -> None:
    """One word of 210 million bytes."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as out:
        out.write(f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>'.encode())
        for _ in range(210):
            out.write(b"a" * MEGABYTE)
        out.write(b"</w:t></w:r></w:p></w:body></w:document>")


def many_members(path: Path) -> None:
    """Eleven thousand members."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for number in range(11_000):
            archive.writestr(f"word/{number}.xml", "")


def nested(opening: str, closing: str, times: int, inside: str) -> str:
    """Return something inside something, many times."""
    return opening * times + inside + closing * times


def page_tree_loop() -> bytes:
    """Return pages that are their own parents."""
    return pdf_of(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 3 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>",
        )
    )


def one_page(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """Return a PDF of one page; `more` are objects from number 5 on."""
    return pdf_of(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << %s >> >>" % resources,
            content,
            *more,
        )
    )


def double_flate(megabytes: int = 80) -> bytes:
    """Return a page of that many million bytes that is packed twice."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b"q Q " * 250_000) for _ in range(megabytes)) + packer.flush()
    twice = zlib.compress(once, 9)
    return one_page(stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def forms_in_forms() -> bytes:
    """Return forms that each draw the next one ten times, and the last one the first."""
    forms = [
        stream(
            b"/X Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
            b" /Resources << /XObject << /X %d 0 R >> >>" % (5 + (i + 1) % 9),
        )
        for i in range(9)
    ]
    return one_page(stream(b"/X Do"), b"/XObject << /X 5 0 R >>", *forms)


def many_pages() -> bytes:
    """Return a PDF of five thousand pages."""
    count = 5_000
    kids = b" ".join(b"%d 0 R" % (3 + i) for i in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf_of((b"<< /Type /Catalog /Pages 2 0 R >>", pages, *[page] * count))


def endless_streams() -> bytes:
    """Return an OLE2 file whose first stream leads back to its own start."""
    made = bytearray(ole({"WordDocument": bytes(4096), "0Table": bytes(4096)}))
    struct.pack_into("<I", made, 512 + 4 * 3, 2)
    return bytes(made)


def long_text() -> str:
    """Return more characters than a report may have; they pack no better than others."""
    return "".join(f"新建第{i}号公园，完成投资{i * 7919 % 99991}万元。" for i in range(130_000))


def cells(count: int) -> str:
    """Return a table in a table in a table."""
    return nested("<table><tr><td>", "</td></tr></table>", count, "新建公园。")


BYTES: dict[str, Callable[[], bytes]] = {
    "billion laughs.docx": lambda: docx("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", laughs()),
    "billion laughs.odt": lambda: odt("<text:p>&a9;</text:p>", laughs()),
    "nested controls.docx": lambda: docx(
        nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 5_000, PARAGRAPH)
    ),
    "nested tables.docx": lambda: docx(
        nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 60, PARAGRAPH)
    ),
    "nested lists.odt": lambda: odt(
        nested("<text:list><text:list-item>", "</text:list-item></text:list>", 5_000, "")
    ),
    "wide blanks.odt": lambda: odt('<text:p>新建<text:s text:c="999999999"/>公园</text:p>'),
    "wide cells.odt": lambda: odt(
        '<table:table><table:table-row table:number-rows-repeated="99999999"><table:table-cell'
        ' table:number-columns-repeated="99999999"><text:p>新建</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    ),
    "high number.docx": lambda: docx(
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="-5"/></w:numPr></w:pPr>'
        "<w:r><w:t>新建</w:t></w:r></w:p>"
    ),
    "styles in a ring.docx": lambda: docx(
        '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>新建公园</w:t></w:r></w:p>',
        **{
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}">'
            '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
            '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
        },
    ),
    "outside.docx": lambda: zipped(
        {"../../outside": "x", "/etc/outside": "x", "word/document.xml": "<a/>"}
    ),
    "empty.docx": lambda: zipped({}),
    "long.docx": lambda: docx(f"<w:p><w:r><w:t>{long_text()}</w:t></w:r></w:p>"),
    "long.txt": lambda: long_text().encode(),
    "page-tree loop.pdf": page_tree_loop,
    "double flate.pdf": double_flate,
    "forms in forms.pdf": forms_in_forms,
    "many pages.pdf": many_pages,
    "endless.doc": endless_streams,
    "nested divs.html": lambda: html(nested("<div>", "</div>", 200_000, "新建公园。")),
    "open links.html": lambda: html("<a>" * 100_000),
    "nested tables.html": lambda: html(cells(2_000)),
    "wide cells.html": lambda: html(
        "<table><tr><td colspan=99999999 rowspan=99999999>新建</td><td>公园</td></tr></table>" * 50
    ),
    "billion laughs.html": lambda: laughs().encode() + html("&a9;"),
    "nested parts.mhtml": lambda: (
        b"MIME-Version: 1.0\r\n"
        + b"".join(
            b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (i, i)
            for i in range(5_000)
        )
    ),
    "nested groups.rtf": lambda: rb"{\rtf1 " + b"{" * 300_000 + b"a" + b"}" * 300_000 + b"}",
    "open groups.rtf": lambda: rb"{\rtf1 " + b"{" * 300_000,
    "binary.rtf": lambda: rb"{\rtf1 \bin999999999999 a}",
    "unicode.rtf": lambda: rb"{\rtf1 \u-70000?\u99999999999?\uc99999999 a\'zz\'f}",
    "one long line.txt": ("新建公园" * 400_000).encode,
    "no words.txt": ("一" * 900_000 + "、" * 900_000).encode,
    "marks.txt": ("（一）" * 300_000).encode,
    "blanks.txt": ("新" + " " * 1_900_000 + "建").encode,
    "digits.txt": ("1" * 1_000_000 + "万元").encode,
    "instructions.txt": ("<?a?>" * 1_000 + "新建公园。").encode,
    "comments.txt": ("<!--a-->" * 1_000 + "新建公园。").encode,
    "page numbers.txt": ("— 1 —\n" * 50_000).encode,
    "lines of dots.txt": lambda: ("一、新建" + "." * 5_000 + "3\n").encode() * 100,
    "quotes.csv": lambda: b'"' * 1_000_000,
    "one wide cell.csv": lambda: b'"' + TEXT.encode() * 5_000 + b'"',
    "a picture.docx": lambda: PNG,
    "a picture.pdf": lambda: PNG,
    "a picture.doc": lambda: PNG,
    "a picture.html": lambda: PNG,
    "zeros.docx": lambda: bytes(MEGABYTE),
    "zeros.txt": lambda: bytes(MEGABYTE),
    "a sheet.docx": lambda: zipped({"xl/workbook.xml": "<workbook/>"}),
}
FILES: dict[str, Callable[[Path], None]] = {
    "zip bomb.docx": zip_bomb,
    "lying bomb.docx": lying_bomb,
    "text node.docx": text_node,
    "many members.docx": many_members,
}
ODD_NAMES = (
    "二〇二四 年 ‘报告’ — \u202etxt",
    "#",
    "a#b#",
    "-rf",
    "--help",
    "%s%n%2e%2e",
    "$(touch outside)",
    "`touch outside`; touch outside",
    "*?[x]",
    "a\nb",
    "a\tb\x1b[31m",
    "\u200b",
    "é" * 60,
    "😀 𠮷",
    "con",
    "a'b\"c\\d",
    " ",
    "~",
    "a:b|c<d>",
)


def cut_files() -> Iterator[tuple[str, bytes]]:
    """Yield every sample cut off at eight places."""
    for suffix, make in SAMPLES.items():
        data = make()
        for eighth in range(8):
            yield f"cut {eighth}.{suffix}", data[: len(data) * eighth // 8]


def wrong_suffixes() -> Iterator[tuple[str, bytes]]:
    """Yield every sample under the name of every other format."""
    for suffix, make in SAMPLES.items():
        for other in SAMPLES:
            if other != suffix:
                yield f"{suffix.replace('.', ' ')} as.{other}", make()


def odd_names() -> Iterator[tuple[str, bytes]]:
    """Yield samples under names with every odd character."""
    for name in ODD_NAMES:
        for suffix in ("txt", "docx", "doc", "pdf"):
            yield f"{name}.{suffix}", SAMPLES[suffix]()


def reaching_out(address: str) -> Iterator[tuple[str, bytes]]:
    """Yield documents that name a file, or a place in the network, at an address."""
    image = f'<img src="{address}"><link rel="stylesheet" href="{address}">'
    frame = f'<iframe src="{address}"></iframe><object data="{address}"></object>'
    include = (
        f'<xi:include href="{address}" parse="text" xmlns:xi="http://www.w3.org/2001/XInclude"/>'
    )
    yield "entity.docx", docx("<w:p><w:r><w:t>新建&x;公园</w:t></w:r></w:p>", entity(address))
    yield "entity.odt", odt("<text:p>新建&x;公园</text:p>", entity(address))
    yield "entity.html", entity(address).encode() + html("<p>新建&x;公园</p>")
    yield "include.docx", docx(f"<w:p><w:r><w:t>新建{include}公园</w:t></w:r></w:p>")
    yield "include.odt", odt(f"<text:p>新建{include}公园</text:p>")
    yield "images.html", html(f"<p>新建公园</p>{image}{frame}")
    yield (
        "field.rtf",
        (
            rb"{\rtf1 {\field{\*\fldinst INCLUDETEXT %s}{\fldrslt a}}{\*\template %s}}"
            % (address.encode(), address.encode())
        ),
    )
    yield "dtd.docx", docx(before=f'<!DOCTYPE w SYSTEM "{address}">')
    yield "style sheet.odt", odt(before=f'<?xml-stylesheet href="{address}" type="text/xsl"?>')
    yield "names.html", html(f'<base href="{address}"><script src="{address}"></script>{LINES[7]}')
    yield (
        "linked.docx",
        docx(
            f'<w:p><w:r><w:t>新建</w:t></w:r></w:p><w:altChunk xmlns:r="{OFFICE}" r:id="r9"/>',
            **{
                "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship '
                f'Id="r9" Type="{RELATION}/styles" Target="{address}" '
                'TargetMode="External"/></Relationships>'
            },
        ),
    )


def make_all(folder: Path) -> None:
    """Write all of them into a folder."""
    for name, make in FILES.items():
        make(folder / name)
    for name, make_bytes in BYTES.items():
        (folder / name).write_bytes(make_bytes())


if __name__ == "__main__":
    make_all(Path(sys.argv[1]))
