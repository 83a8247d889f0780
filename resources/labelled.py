"""Read labelled pairs of reports (../shared/eval) as parsed reports with the links to be found."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.report.model import (
    Commitment,
    CommitmentKind,
    Comparator,
    ParsedReport,
    Report,
    Role,
    Section,
    Statement,
    Target,
)
from desktop.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

Pairs = frozenset[tuple[int, int]]
CARRIED = ("recurring", "revised")
TOLD = ("delivered", "progress")
TABLE_LEVEL = 9  # rows of a table are labelled as headings, but nobody would pair them


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two reports as labelled, and the pairs of ids that belong together."""

    name: str
    left: ParsedReport
    right: ParsedReport
    carried: Pairs
    told: Pairs
    unsure: Pairs
    sections: Pairs  # those that should stand side by side
    across: Pairs
    partial: Pairs  # neither right nor wrong


def read_labelled(path: Path) -> Labelled:
    """Read one file of labels, with the sentences that lie beside it."""
    gold = json.loads(path.read_text("utf-8"))
    names = gold["left"], gold["right"]
    sentences = [_sentences(path.parent / "sents" / f"{name}.tsv") for name in names]
    left, right = (_report(gold, *pair) for pair in zip(names, sentences, strict=True))
    places = [{number: i for i, number in enumerate(one)} for one in sentences]
    heads = [{h["id"]: i for i, h in enumerate(gold["outline"][name])} for name in names]

    def links(*relations: str) -> Pairs:
        rows = [link for link in gold["statement_links"] if link["relation"] in relations]
        return _pairs(rows, places)

    def sections(strengths: tuple[str, ...], across: bool) -> Pairs:
        return frozenset(
            (heads[0][link["left"]], heads[1][link["right"]])
            for link in gold["section_links"]
            if link["strength"] in strengths and bool(link.get("across")) == across
        )

    return Labelled(
        path.stem,
        left,
        right,
        links(*CARRIED),
        links(*TOLD),
        _pairs(gold.get("unsure", []), places),
        sections(("same",), across=False),
        sections(("same",), across=True),
        sections(("partial",), across=False) | sections(("partial",), across=True),
    )


def _pairs(rows: list[dict[str, Any]], places: list[dict[int, int]]) -> Pairs:
    return frozenset(
        (places[0][a], places[1][b]) for row in rows for a in row["left"] for b in row["right"]
    )


def _sentences(path: Path) -> dict[int, str]:
    rows = [line.split("\t", 2) for line in path.read_text("utf-8").splitlines() if line]
    return {int(number): text for number, _, text in rows}


def _report(gold: dict[str, Any], name: str, sentences: dict[int, str]) -> ParsedReport:
    spans, at = {}, 0
    for number, text in sentences.items():
        spans[number] = Span(at, at + len(text))
        at += len(text) + 1
    report = Report("\n".join(sentences.values()), title=name)
    sections = _sections(gold["outline"][name], spans)
    section_of = {h["sent"]: i for i, h in enumerate(gold["outline"][name])}
    commitments = {c["sent"]: c for c in gold["commitments"][name]}
    statements, here = [], None
    for number, text in sentences.items():
        here = section_of.get(number, here)
        role = Role.FRONT if here is None else sections[here].role
        found = commitments.get(number)
        commitment = _commitment(found, text, spans[number]) if found else None
        statements.append(Statement(len(statements), spans[number], text, here, role, commitment))
    return ParsedReport(report, sections, tuple(statements))


def _sections(outline: list[dict[str, Any]], spans: dict[int, Span]) -> tuple[Section, ...]:
    sections: list[Section] = []
    above: list[Section] = []
    for heading in outline:
        while above and above[-1].level >= heading["level"]:
            above.pop()
        section = Section(
            len(sections),
            TABLE_LEVEL if heading["kind"] == "table" else heading["level"],
            heading["numeral"],
            heading["text"],
            spans[heading["sent"]],
            above[-1].id if above else None,
            Role(heading["role"]),
            heading["kind"] == "run-in",
        )
        sections.append(section)
        above.append(section)
    return tuple(sections)


def _commitment(label: dict[str, Any], text: str, span: Span) -> Commitment:
    targets = []
    for target in label.get("targets", []):
        ends = target["value"] if isinstance(target["value"], list) else [target["value"], None]
        if isinstance(ends[0], int | float):
            at = max(0, text.find(target["quote"])) + span.start
            where = Span(at, min(at + len(target["quote"]), span.end))
            targets.append(
                Target(
                    target["indicator"],
                    Comparator(target["op"]),
                    float(ends[0]),
                    target["unit"] or "",
                    where,
                    target["quote"],
                    ends[1],
                )
            )
    return Commitment(CommitmentKind(label["kind"]), tuple(targets))
