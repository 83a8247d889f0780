"""What a report says of its own, and every place of a term in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.compare.findings import Mention
from desktop.report.model import Role
from desktop.text.normalize import fold, fold_text

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport
    from desktop.text.span import Span

# Titles, and glossaries that say every term once more, are not how a report speaks.
UNSPOKEN = (Role.FRONT, Role.GLOSSARY, Role.NOISE)


class Spoken(NamedTuple):
    """A sentence or heading, with its section."""

    section: int | None
    role: Role
    span: Span


def spoken(parsed: ParsedReport) -> tuple[Spoken, ...]:
    """Return the sentences and headings that terms are looked for in, in order, each span once."""
    headings = (Spoken(s.id, s.role, s.span) for s in parsed.sections)
    said = (Spoken(s.section, s.role, s.span) for s in parsed.statements)
    found = {one.span: one for one in (*headings, *said) if one.role not in UNSPOKEN}
    return tuple(found[span] for span in sorted(found))


def contexts(term: str, parsed: ParsedReport) -> tuple[Mention, ...]:
    """Return every place of `term` in the sentences and headings, in the order of the text.

    Width does not matter. Titles, glossaries and what is no part of the report are left out, as
    they are where terms are counted.
    """
    wanted = fold_text(term)
    if not wanted.strip():
        return ()
    found: dict[Span, Mention] = {}
    for section, _, passage in spoken(parsed):
        said = passage.of(parsed.report.text)
        if wanted in fold_text(said):
            for place in fold(said).places(wanted):
                span = place.shifted(passage.start)
                found[span] = Mention(section, passage, span)
    return tuple(found[span] for span in sorted(found))  # a heading may be in a sentence
