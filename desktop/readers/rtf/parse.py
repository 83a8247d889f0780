"""The tokens of an RTF file → paragraphs."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from desktop.readers.counting import BULLET, PRIVATE
from desktop.readers.pieces import Piece
from desktop.readers.rtf.flow import Flow
from desktop.readers.rtf.group import PROPERTIES, Group
from desktop.readers.rtf.words import (
    CHINESE_LANGUAGES,
    CHINESE_SETS,
    CODE_PAGES,
    CODECS,
    SIGNS,
    SYMBOL_SET,
    SYMBOLS,
    TARGETS,
    Target,
)
from desktop.readers.styles import CONTENTS, LETTER
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>.)|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
SILENT = (Target.NOWHERE, Target.DEAD, Target.FONTS, Target.STYLES)
FLOWS = (Target.NOTE, Target.HEADER, Target.FOOTER, Target.BOX)


@dataclass(slots=True)
class Parser:
    """An RTF file while it is read."""

    group: Group = field(default_factory=Group)
    stack: list[Group] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=lambda: [Flow()])
    headers: list[str] = field(default_factory=list)
    footers: list[str] = field(default_factory=list)
    codec: str = "cp1252"
    language: str = ""  # the codec of the language that the text is in, where it is Chinese
    default_font: int | None = None
    sets: dict[int, int] = field(default_factory=dict)  # font → character set
    contents: set[int] = field(default_factory=set)  # styles of tables of contents
    letters: set[int] = field(default_factory=set)  # styles of the letters of an export with marks
    waiting: bytearray = field(default_factory=bytearray)
    skip: int = 0
    starred: bool = False
    is_cut_off: bool = False

    def read(self, text: str) -> None:
        """Take in a whole file, its bytes as characters."""
        at = 0
        while match := TOKEN.match(text, at):
            at = match.end()
            kind = match.lastgroup
            if kind == "byte":
                self._bytes(bytes.fromhex(match["byte"]))
            elif kind == "text":
                self._bytes(match["text"].encode("latin-1"))
            elif match["word"]:
                number = int(match["number"]) if match["number"] else None
                if match["word"] == "bin":
                    at += max(number or 0, 0)
                else:
                    self._word(match["word"], number)
            elif kind == "symbol":
                self._symbol(match["symbol"])
            elif kind == "brace":
                self._brace(match["brace"])
                if not self.stack and match["brace"] == "}":
                    break
        self._flush()
        self.is_cut_off = bool(self.stack)
        while len(self.flows) > 1:  # of a file that was cut off
            self._close(self.group.target if self.group.target in FLOWS else Target.BOX)

    def _bytes(self, data: bytes) -> None:
        if self.skip:
            data, self.skip = data[self.skip :], max(0, self.skip - len(data))
        self.waiting += data

    def _flush(self) -> None:
        """Decode the bytes that wait: only together they are characters."""
        if not self.waiting:
            return
        data, self.waiting = bytes(self.waiting), bytearray()
        charset = self.sets.get(self.group.font if self.group.font is not None else -1, 0)
        if charset == SYMBOL_SET:
            self._put("".join(chr(byte if byte < 0x80 else 0xF000 + byte) for byte in data))
        else:
            self._put(data.decode(self._codec_of(charset, data), "replace"))

    def _codec_of(self, charset: int, data: bytes) -> str:
        """Return the codec of a font; what is Chinese in the file is meant where none is named."""
        if charset in CODECS or data.isascii():
            return CODECS.get(charset, "ascii")
        chinese = (CHINESE_SETS[each] for each in self.sets.values() if each in CHINESE_SETS)
        return (
            self.codec
            if self.codec in CODE_PAGES.values()
            else next(chinese, self.language or self.codec)
        )

    def _put(self, text: str) -> None:
        group, flow = self.group, self.flows[-1]
        if group.target is Target.LABEL:
            flow.label += PRIVATE.sub(BULLET, text)
        elif group.target is Target.STYLES:
            if CONTENTS.fullmatch(text.strip("; ")):
                self.contents.add(group.style)
            elif text.strip("; ") == LETTER:
                self.letters.add(group.letters)
        elif group.target not in SILENT:
            flow.put(Piece(text, self._reason()))

    def _reason(self) -> Reason | None:
        if self.group.deleted:
            return Reason.REVISION
        if self.group.hidden:
            return Reason.HIDDEN
        if self.group.letters in self.letters:
            return Reason.NOTE
        return Reason.CONTENTS if self.group.style in self.contents else None

    def _symbol(self, symbol: str) -> None:
        self.skip = 0
        if symbol == "*":
            self.starred = True
        elif symbol in "\r\n":
            self._word("par", None)
        elif symbol in SYMBOLS:
            self._flush()
            self._put(SYMBOLS[symbol])

    def _brace(self, brace: str) -> None:
        self.skip = 0
        self._flush()
        self.starred = False
        if brace == "{":
            self.stack.append(self.group)
            return
        closed = self.group
        self.group = self.stack.pop() if self.stack else Group(Target.DEAD)
        if closed.target in FLOWS and closed.target is not self.group.target:
            self._close(closed.target)

    def _close(self, target: Target) -> None:
        """Hand on what a note, a text box, a header or a footer holds."""
        lines = self.flows.pop().finished()
        flow = self.flows[-1]
        if target is Target.BOX:
            flow.boxes += lines
        elif target is Target.NOTE:
            note = " ".join(line.text.strip() for line in lines)
            flow.put(Piece(note, self._reason() or Reason.NOTE))
        else:
            running = self.headers if target is Target.HEADER else self.footers
            running += [line.text for line in lines]

    def _word(self, word: str, number: int | None) -> None:
        self.skip = 0
        self._flush()
        starred, self.starred = self.starred, False
        if self.group.target is Target.DEAD:
            return
        if word in TARGETS:
            self._enter(TARGETS[word])
        elif starred and not (word == "cs" and self.group.target is Target.STYLES):
            self._enter(Target.NOWHERE)
        elif word in SIGNS:
            self._put(SIGNS[word])
        elif word in PROPERTIES:
            self.group = PROPERTIES[word](self.group, number)
        elif word in self.DEEDS:
            self.DEEDS[word](self, number)

    def _enter(self, target: Target) -> None:
        if target in FLOWS and self.group.target is not target:
            self.flows.append(Flow())
        self.group = replace(self.group, target=target)

    def _unicode(self, number: int | None) -> None:
        if number is not None:
            self._put(chr(number % 0x10000))
            self.skip = self.group.skips

    def _font(self, number: int | None) -> None:
        self.group = replace(self.group, font=number)

    def _charset(self, number: int | None) -> None:
        if self.group.target is Target.FONTS and self.group.font is not None:
            self.sets[self.group.font] = number or 0

    def _code_page(self, number: int | None) -> None:
        name = CODE_PAGES.get(number or 0, f"cp{number}")
        try:
            self.codec = codecs.lookup(name).name
        except LookupError:
            return

    def _language(self, number: int | None) -> None:
        self.language = self.language or CHINESE_LANGUAGES.get(number or 0, "")

    def _plain(self, _number: int | None) -> None:
        self.group = replace(
            self.group, font=self.default_font, hidden=False, deleted=False, letters=0
        )

    def _set_default_font(self, number: int | None) -> None:
        self.default_font = number
        self._font(number)

    def _end_paragraph(self, _number: int | None) -> None:
        if self.group.target not in (*SILENT, Target.LABEL) and not self.group.deleted:
            self.flows[-1].end_paragraph(self.group.level, self.group.depth)

    def _end_cell(self, _number: int | None) -> None:
        self.flows[-1].end_cell(self.group.level)

    def _end_row(self, _number: int | None) -> None:
        self.flows[-1].end_row()

    def _end_inner_cell(self, _number: int | None) -> None:
        self.flows[-1].end_inner_cell(self.group.level)

    def _end_inner_row(self, _number: int | None) -> None:
        self.flows[-1].end_inner_row()

    DEEDS: ClassVar[dict[str, Callable[[Parser, int | None], None]]] = {
        "u": _unicode,
        "f": _font,
        "deff": _set_default_font,
        "fcharset": _charset,
        "ansicpg": _code_page,
        "deflang": _language,
        "deflangfe": _language,
        "plain": _plain,
        "par": _end_paragraph,
        "sect": _end_paragraph,
        "cell": _end_cell,
        "row": _end_row,
        "nestcell": _end_inner_cell,
        "nestrow": _end_inner_row,
    }
