"""Comparison → JSON, the shape that other programs read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from desktop import __version__
from desktop.report.written import written_commitment

if TYPE_CHECKING:
    from desktop.compare.model import Change, Comparison, SectionLink, StatementLink
    from desktop.report.model import Commitment, ParsedReport, Report, Section, Statement, Target

OUTERMOST = 3  # levels of objects that have lines for their members
SCHEMA = 1  # raised when a program that knows the old shape would misread the new one

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"


def to_json(comparison: Comparison) -> bytes:
    """Return the comparison as UTF-8 JSON; offsets are code points into the texts as shown."""
    return answer(
        {
            "left": report_value(comparison.left),
            "right": report_value(comparison.right),
            "section_links": [_section_link(link) for link in comparison.section_links],
            "statement_links": [_statement_link(link) for link in comparison.statement_links],
        }
    )


def answer(content: dict[str, Value]) -> bytes:
    """Return `content` as JSON, with what shape it has and which program wrote it."""
    return encoded({"schema": SCHEMA, "program": f"duikan {__version__}", **content})


def encoded(value: Value) -> bytes:
    r"""Return `value` as JSON, Chinese left readable, each item of a list on a line of its own.

    A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it.

    >>> print(encoded({"terms": [{"words": "云川\ud800"}, {"words": "旧改"}]}).decode(), end="")
    {
    "terms": [
    {"words": "云川\ud800"},
    {"words": "旧改"}
    ]
    }
    """
    return (_laid_out(value, OUTERMOST) + "\n").encode("utf-8", "backslashreplace")


def _laid_out(value: Value, levels: int) -> str:
    """Return JSON with line breaks in the outermost objects and lists.

    Python's own indentation takes eight times as long as its writing without.
    """
    if levels and value and isinstance(value, dict):
        members = [f"{_compact(name)}: {_laid_out(it, levels - 1)}" for name, it in value.items()]
        return "{\n" + ",\n".join(members) + "\n}"
    if levels and value and isinstance(value, list):
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]"
    return _compact(value)


def _compact(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False)


def report_head(report: Report) -> dict[str, Value]:
    """Return what a report is, without its text."""
    return {
        "title": report.title,
        "body": report.body,
        "year": report.year,
        "kind": report.kind.value,
        "source": report.source,
    }


def report_value(parsed: ParsedReport) -> dict[str, Value]:
    """Return one report with its sections and statements."""
    return {
        **report_head(parsed.report),
        "sections": [_section(section) for section in parsed.sections],
        "statements": [_statement(statement) for statement in parsed.statements],
    }


def _section(section: Section) -> Value:
    return {
        "id": f"s{section.id}",
        "level": section.level,
        "marker": section.marker,
        "heading": section.heading,
        "parent": None if section.parent is None else f"s{section.parent}",
        "role": section.role.value,
        "run_in": section.run_in,
        "start": section.span.start,
        "end": section.span.end,
    }


def _statement(statement: Statement) -> Value:
    return {
        "id": f"t{statement.id}",
        "section": None if statement.section is None else f"s{statement.section}",
        "role": statement.role.value,
        "text": statement.text,
        "start": statement.span.start,
        "end": statement.span.end,
        "commitment": None
        if statement.commitment is None
        else _commitment(written_commitment(statement.commitment, statement.text)),
    }


def _commitment(commitment: Commitment) -> Value:
    return {
        "kind": commitment.kind.value,
        "targets": [target_value(target) for target in commitment.targets],
    }


def target_value(target: Target) -> dict[str, Value]:
    """Return a target without where it stands."""
    return {
        "indicator": target.indicator,
        "comparator": target.comparator.value,
        "value": target.value,
        "high": target.high,
        "unit": target.unit,
        "deadline": target.deadline,
        "quote": target.quote,
    }


def _section_link(link: SectionLink) -> Value:
    return {
        "left": f"s{link.left}",
        "right": f"s{link.right}",
        "score": link.score,
        "moved": link.moved,
        "across": link.across,
    }


def _statement_link(link: StatementLink) -> Value:
    return {
        "left": f"t{link.left}",
        "right": f"t{link.right}",
        "relation": link.relation.value,
        "score": link.score,
        "reasons": list(dict.fromkeys(reason.kind.value for reason in link.reasons)),
        "changes": [_change(change) for change in link.changes],
    }


def _change(change: Change) -> Value:
    return {
        "kind": change.kind.value,
        "indicator": change.indicator,
        "left": change.left,
        "right": change.right,
    }
