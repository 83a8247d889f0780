"""OpenDocument texts (odt): what an analyst sees of them when every change is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.readers.archive import opened
from desktop.readers.assemble import assembled, running
from desktop.readers.elements import child, name_of
from desktop.readers.file import damaged, locked
from desktop.readers.odt.body import Document, deletions, paragraphs
from desktop.readers.odt.lists import Lists
from desktop.readers.odt.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element as Element

    from desktop.readers.assemble import Paragraph
    from desktop.readers.raw import RawText

CONTENT = "content.xml"
STYLES = "styles.xml"
PICTURES = "Pictures/"
MANIFEST = "META-INF/manifest.xml"
LOCKED = b"encryption-data"  # an element of the manifest


def read_odt(path: Path) -> RawText:
    """Read an OpenDocument text; raises ReadError.

    Deletions, hidden text, notes, comments, headers and footers are set aside; a text box follows
    the paragraph that it hangs on; numbers of lists are written out.
    """
    with opened(path) as archive:
        if MANIFEST in archive.names and LOCKED in archive.read(MANIFEST):
            raise locked(path)
        if CONTENT not in archive.names:
            raise damaged(path)
        content = archive.tree(CONTENT)
        named = [archive.tree(STYLES)] if STYLES in archive.names else []
    styles = Styles([*named, content])
    body = child(content, "body", "text")
    if body is None:
        raise damaged(path)
    deleted = dict(deletions(body, Document(styles, Lists(styles.lists), {})))
    document = Document(styles, Lists(styles.lists), deleted)
    text = paragraphs(body, document)
    headers, footers = (_running(named, document, place) for place in ("header", "footer"))
    return assembled((*headers, *text, *footers), "odt", instead=archive.instead(PICTURES))


def _running(trees: list[Element], document: Document, place: str) -> Iterator[Paragraph]:
    """Return headers or footers, those of left and of first pages too."""
    found = (
        line.text
        for tree in trees
        for page in tree.iter("{*}master-page")
        for each in page
        if name_of(each).startswith(place)
        for line in paragraphs(each, document)
    )
    return running(found)
