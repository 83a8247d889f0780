"""Zipped documents (docx, odt): their members, if the whole is no larger than a report may be."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from desktop.errors import ReadError
from desktop.readers.elements import is_over_limit
from desktop.readers.file import bytes_of, damaged
from desktop.readers.limits import MEGABYTE
from desktop.readers.textless import Instead
from desktop.readers.zipped import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_MEMBERS = 10_000
MOST_UNPACKED = 500 * MEGABYTE  # pictures included
MOST_IN_A_MEMBER = 200 * MEGABYTE
# A tree takes twelve times the bytes that it is parsed from; the longest report has 0.2 MB.
MOST_IN_A_TREE = 60 * MEGABYTE
# Word's XML packs to a thirtieth at most; what is small may pack as well as it likes.
HIGHEST_RATIO = 200
SMALL = 10 * MEGABYTE

DEEPEST = 256  # elements in each other; libxml2's own limit
DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))


class Archive:
    """An open zipped document; every failure is the ReadError of its file."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        self.path = path
        self._archive = archive
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """Return a member's bytes; raises KeyError where there is none."""
        if name not in self.names:
            raise KeyError(name)
        try:
            return self._archive.read(name)
        except FAULTS as error:
            raise damaged(self.path) from error

    def instead(self, folder: str) -> Instead:
        """Return what there is where there is no text: the pictures in that folder, or nothing."""
        has_some = any(name.startswith(folder) for name in self.names)
        return Instead.PICTURES if has_some else Instead.NOTHING

    def tree(self, name: str) -> etree._Element:
        """Return a member as XML; raises KeyError where there is none.

        A document type is refused: it is what entities, and the files they name, come with.
        """
        data = self.read(name)
        if len(data) > MOST_IN_A_TREE:
            most = MOST_IN_A_TREE // MEGABYTE
            raise _refused(self.path, f"has a text of more than {most} MB", f"正文超过 {most} MB")
        if any(doctype in data for doctype in DOCTYPES):
            raise _refused(
                self.path, "declares a document type, as no report does", "声明了文档类型"
            )
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if is_over_limit(parser):
                raise _refused(
                    self.path,
                    f"has elements nested more than {DEEPEST} deep, or too long ones",
                    f"的元素嵌套超过 {DEEPEST} 层，或单个元素过长",
                ) from error
            raise damaged(self.path) from error


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a zipped document whose directory keeps to the limits; raises ReadError."""
    data = bytes_of(path)
    try:
        archive = ZipFile(BytesIO(data))
    except FAULTS as error:
        raise damaged(path) from error
    with archive:
        refuse_bomb(path, archive)
        yield Archive(path, archive)


def refuse_bomb(path: Path, archive: ZipFile) -> None:
    """Raise ReadError for an archive that unpacks to more than any document holds.

    Its directory is believed: zipfile unpacks no more of a member than is written there.
    """
    sizes = [(member.file_size, member.compress_size) for member in archive.infolist()]
    unpacked, packed = (sum(column) for column in zip(*sizes, strict=True)) if sizes else (0, 0)
    largest = max((size for size, _ in sizes), default=0)
    most, in_one = (limit // MEGABYTE for limit in (MOST_UNPACKED, MOST_IN_A_MEMBER))
    limits = (
        (
            len(sizes) > MOST_MEMBERS,
            f"has more than {MOST_MEMBERS:,} parts",
            f"包含的部件超过 {MOST_MEMBERS:,} 个",
        ),
        (unpacked > MOST_UNPACKED, f"unpacks to more than {most} MB", f"解压后超过 {most} MB"),
        (
            largest > MOST_IN_A_MEMBER,
            f"has a part of more than {in_one} MB",
            f"有一个部件解压后超过 {in_one} MB",
        ),
        (
            unpacked > max(SMALL, HIGHEST_RATIO * packed),
            f"unpacks to more than {HIGHEST_RATIO} times its size",
            f"解压后超过原大小的 {HIGHEST_RATIO} 倍",
        ),
    )
    for is_over, en, zh in limits:
        if is_over:
            raise _refused(path, en, zh)


def _refused(path: Path, en: str, zh: str) -> ReadError:
    return ReadError(
        en=f"{path.name} {en}, and may have been made to do harm: "
        "save the text of the report alone, without pictures, and open that.",
        zh=f"“{path.name}”{zh}，可能被恶意构造：请只保存报告的文字（不含图片）后再打开。",
    )
