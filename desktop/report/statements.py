"""The sentences of a report, each once, with the section and the role that it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.report.model import Role
    from desktop.report.outline import Heading
    from desktop.report.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement before it is known whether it is a commitment.

    `section` is the index of the heading that it stands under, or None.
    """

    span: Span
    section: int | None
    role: Role
    paragraph: int


def split_statements(
    lines: Sequence[Paragraph], found: Sequence[Heading], roles: Sequence[Role]
) -> Iterator[Sentence]:
    """Return every sentence once, those of headings aside."""
    section: int | None = None
    following = 0
    for index, line in enumerate(lines):
        for here, span in enumerate(line.sentences):
            if following < len(found) and span.start <= found[following].span.start < span.end:
                section = following
                following += 1
                rest = found[section].span.end
                if rest < span.end:  # the heading shares its sentence with text
                    yield Sentence(Span(rest, span.end), section, roles[index], index)
                continue
            start = line.span.start + line.bullet if here == 0 else span.start
            if start < span.end:
                yield Sentence(Span(start, span.end), section, roles[index], index)
