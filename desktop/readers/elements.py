"""Elements and attributes of XML by their local names.

Without the namespaces: those of the editions of a format differ, and mean the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import HTMLParser, XMLParser
    from lxml.etree import _Element as Element

# What libxml2 names in every version where a document is nested too deep or a piece of it too long;
# the one that lxml has on Windows knows no kind of error for that.
LIMIT = "XML_PARSE_HUGE"
OFF = ("0", "false", "off", "none")


def is_over_limit(parser: XMLParser | HTMLParser) -> bool:
    """Say whether what was parsed last is more than libxml2 takes: it may be cut off."""
    return any(LIMIT in error.message for error in parser.error_log)


def name_of(element: Element) -> str:
    """Return the local name."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element) -> Iterator[Element]:
    """Return the elements inside, comments and processing instructions aside."""
    return element.iterchildren(tag="*")


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element below that the local names lead to."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in children(element) if name_of(each) == name), None)
    return element


def attribute(element: Element | None, name: str = "val") -> str | None:
    """Return the attribute of that local name."""
    if element is None:
        return None
    pairs = ((str(key), str(value)) for key, value in element.items())
    return next((value for key, value in pairs if key.rpartition("}")[2] == name), None)


def number(element: Element | None, name: str = "val") -> int | None:
    """Return an attribute that is a whole number, None where it is none."""
    try:
        return int(attribute(element, name) or "")
    except ValueError:
        return None


def switched(element: Element | None) -> bool | None:
    """Return whether a property is on; None where it is not there."""
    return None if element is None else (attribute(element) or "1").lower() not in OFF
