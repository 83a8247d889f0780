"""Every place of a term in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.findings import Mention
from desktop.report.model import Role
from desktop.text.normalize import fold, fold_text
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.report.model import ParsedReport

# Titles, and glossaries that say every term once more, are not how a report speaks.
UNSPOKEN = (Role.FRONT, Role.GLOSSARY, Role.NOISE)


def contexts(term: str, parsed: ParsedReport) -> tuple[Mention, ...]:
    """Return every place of `term` in the sentences and headings, in the order of the text.

    Width does not matter. Titles, glossaries and what is no part of the report are left out, as
    they are where terms are counted.
    """
    wanted = fold_text(term)
    if not wanted.strip():
        return ()
    found = {mention.span: mention for mention in _mentions(wanted, parsed)}
    return tuple(found[span] for span in sorted(found))  # a heading may be in a sentence


def _mentions(wanted: str, parsed: ParsedReport) -> Iterator[Mention]:
    text = parsed.report.text
    for section, passage in _passages(parsed):
        said = passage.of(text)
        if wanted not in fold_text(said):
            continue
        folded = fold(said)
        at = folded.text.find(wanted)
        while at >= 0:
            span = folded.offsets.span_to_source(Span(at, at + len(wanted)))
            yield Mention(section, passage, span.shifted(passage.start))
            at = folded.text.find(wanted, at + len(wanted))


def _passages(parsed: ParsedReport) -> list[tuple[int | None, Span]]:
    """Return sentences and headings with the section of each, each passage once."""
    headings = [(s.span, s.id) for s in parsed.sections if s.role not in UNSPOKEN]
    said = [(s.span, s.section) for s in parsed.statements if s.role not in UNSPOKEN]
    found: dict[Span, int | None] = dict([*headings, *said])
    return [(section, span) for span, section in sorted(found.items(), key=lambda each: each[0])]
