"""The parts of the file apart from its text."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from desktop.writers.docx.page import setting_elements
from desktop.writers.docx.remarks import comment_elements, footnote_elements
from desktop.writers.docx.styles import font_elements, style_elements
from desktop.writers.docx.xml import element
from desktop.writers.packing import packed
from desktop.writers.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as File
    from docx.opc.rel import Relationships
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.package import Package

    from desktop.writers.contents import Look
    from desktop.writers.document import Document
    from desktop.writers.docx.body import Body

PROGRAM = "Duikan"
LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
LONGEST_PROPERTY = 255  # characters; the format allows no more
KEPT = frozenset(
    {
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
    }
)
"""What stays of the template: its theme, its numbering and its picture are not ours."""

PARTS = {
    "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "comments": (CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS),
}
"""What we add to the package: type of content, type of relationship."""


def prepare(file: File, document: Document, look: Look) -> None:
    """Put our styles, settings, fonts and properties in the place of the template's."""
    _fill(file.styles.element, style_elements(look))
    _fill(file.settings.element, setting_elements())
    _drop_others(file.part.rels)
    _drop_others(_package(file).rels)
    _add_part(file, "fontTable", element("fonts", *font_elements(look)))
    _set_properties(file, document)


def add_parts(file: File, body: Body) -> None:
    """Put what belongs to the text beside it: footnotes and comments."""
    _add_part(file, "footnotes", element("footnotes", *footnote_elements(body.sources)))
    if body.document.remarks:
        remarks = comment_elements(body.document.remarks)
        _add_part(file, "comments", element("comments", *remarks))


def saved(file: File) -> bytes:
    """Return the bytes of the file, the same ones for the same document.

    The library stamps every part with the time of the export.
    """
    stamped = BytesIO()
    file.save(stamped)
    with zipfile.ZipFile(stamped) as parts:
        return packed({name: parts.read(name) for name in parts.namelist()})


def _add_part(file: File, name: str, root: BaseOxmlElement) -> None:
    content, relationship = PARTS[name]
    place = PackURI(f"/word/{name}.xml")
    part = Part(place, content, serialize_part_xml(root), _package(file))
    file.part.relate_to(part, relationship)


def _package(file: File) -> Package:
    package: Package | None = file.part.package
    if package is None:
        raise AssertionError("a new document has its package")
    return package


def _fill(parent: BaseOxmlElement, children: Iterable[BaseOxmlElement]) -> None:
    for old in list(parent):
        parent.remove(old)
    parent.extend(children)


def _drop_others(relationships: Relationships) -> None:
    for key in [key for key, one in relationships.items() if one.reltype not in KEPT]:
        del relationships[key]


def _set_properties(file: File, document: Document) -> None:
    """Set the title, and nothing that would differ from one export to the next."""
    properties = file.core_properties
    _fill(properties._element, ())  # noqa: SLF001 - there is no call that removes a property
    properties.title = printable(document.title)[:LONGEST_PROPERTY]
    properties.author = PROGRAM
    properties.language = LANGUAGES[document.language]
