"""The parts of the file apart from its text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from desktop.writers.docx.page import setting_elements
from desktop.writers.docx.styles import font_elements, style_elements
from desktop.writers.docx.xml import element
from desktop.writers.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.opc.rel import Relationships
    from docx.oxml.xmlchemy import BaseOxmlElement

PROGRAM = "Duikan"
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


def prepare(document: Document, title: str) -> None:
    """Put our styles, settings, fonts and properties in the place of the template's."""
    package = document.part.package
    if package is None:
        raise AssertionError("a new document has its package")
    _fill(document.styles.element, style_elements())
    _fill(document.settings.element, setting_elements())
    _drop_others(document.part.rels)
    _drop_others(package.rels)
    fonts = serialize_part_xml(element("fonts", *font_elements()))
    name = PackURI("/word/fontTable.xml")
    part = Part(name, CONTENT_TYPE.WML_FONT_TABLE, fonts, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)
    _set_properties(document, title)


def saved(document: Document) -> bytes:
    """Return the file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _fill(parent: BaseOxmlElement, children: Iterable[BaseOxmlElement]) -> None:
    for old in list(parent):
        parent.remove(old)
    parent.extend(children)


def _drop_others(relationships: Relationships) -> None:
    for key in [key for key, one in relationships.items() if one.reltype not in KEPT]:
        del relationships[key]


def _set_properties(document: Document, title: str) -> None:
    """Set the title, and nothing that would differ from one export to the next."""
    properties = document.core_properties
    _fill(properties._element, ())  # noqa: SLF001 - there is no call that removes a property
    properties.title = printable(title)[:LONGEST_PROPERTY]
    properties.author = PROGRAM
    properties.language = "zh-CN"
