"""A report that was copied in another encoding, width or line-breaking is the same report."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.text.normalize import fold_text
from tests.traditional import traditional

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.report.model import ParsedReport, Statement

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030")
WIDTH = 38  # characters in a line of a page

WIDE = {ord(c): ord(c) + 0xFEE0 for c in "0123456789%"}
HALF = str.maketrans("，；：！（）？", ",;:!()?")
OTHER_QUOTES = str.maketrans("“”", "「」")


def wrapped(text: str) -> str:
    """Break the lines as a page does, and indent the first of each paragraph."""
    pages = []
    for line in text.splitlines():
        indented = f"　　{line}"
        pages += [indented[at : at + WIDTH] for at in range(0, len(indented), WIDTH)]
    return "\n".join(pages)


def spaced(text: str) -> str:
    """Part the paragraphs by empty lines."""
    return "\n\n".join(text.splitlines())


COPIES: dict[str, Callable[[str], str]] = {
    "full-width digits": lambda text: text.translate(WIDE),
    "half-width punctuation": lambda text: text.translate(HALF),
    "corner quotes": lambda text: text.translate(OTHER_QUOTES),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: "\n".join(f"　　{line}" for line in text.splitlines()),
    "empty lines": spaced,
    "wrapped": wrapped,
    "stops of half width": lambda text: text.replace("。", "｡"),
    "dots behind numerals": lambda text: re.sub(r"(?m)^([一二三四五六七八九十]+)、", r"\1．", text),
    "traditional characters": traditional,
    "other traditional characters": partial(traditional, seed=1),
    "traditional characters on a page": lambda text: wrapped(traditional(text, 2)),
    "indents for line ends": lambda text: "　　".join(text.split("\n")),
}


def promise(statement: Statement) -> tuple[object, ...] | None:
    if statement.commitment is None:
        return None
    targets = [(t.comparator, t.value, t.high, t.deadline) for t in statement.commitment.targets]
    return (statement.commitment.kind, *targets)


def essence(parsed: ParsedReport) -> list[tuple[object, ...]]:
    """Return what is the same however the report was copied."""
    headings = [(s.level, s.role, s.run_in, fold_text(s.heading)) for s in parsed.sections]
    said = [(s.role, s.section, promise(s), fold_text(s.text)) for s in parsed.statements]
    return [*headings, *said]


def read_copy(text: str, encoding: str, folder: Path) -> ParsedReport:
    copy = folder / "copy.txt"
    copy.write_bytes(text.encode(encoding))
    return parse_report(read_report(copy))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_makes_no_difference(name: str, encoding: str, tmp_path: Path) -> None:
    report = read_report(SEEDS / f"{name}.txt")
    copy = read_copy(report.text, encoding, tmp_path)
    assert essence(copy) == essence(parse_report(report))


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_in_traditional_characters_and_their_encoding_is_the_same(
    name: str, tmp_path: Path
) -> None:
    report = read_report(SEEDS / f"{name}.txt")
    copy = read_copy(traditional(report.text, encoding="big5hkscs"), "big5hkscs", tmp_path)
    assert copy.report.encoding == "big5hkscs"
    assert essence(copy) == essence(parse_report(report))
    assert (copy.report.year, copy.report.kind) == (report.year, report.kind)
    assert fold_text(copy.report.title + copy.report.body) == fold_text(report.title + report.body)
    assert copy.report.title in copy.report.text.replace("\n", "")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", COPIES)
def test_width_and_lines_make_no_difference(name: str, way: str, tmp_path: Path) -> None:
    report = read_report(SEEDS / f"{name}.txt")
    copy = read_copy(COPIES[way](report.text), "utf-8", tmp_path)
    assert essence(copy) == essence(parse_report(report))


@pytest.mark.parametrize("name", ["yunchuan_2023_work_report", "yunchuan_2024_midyear_plan"])
def test_a_page_with_a_blank_for_each_line_end_is_the_same(name: str, tmp_path: Path) -> None:
    report = read_report(SEEDS / f"{name}.txt")
    copy = read_copy(report.text.replace("\n", " "), "utf-8", tmp_path)
    assert essence(copy) == essence(parse_report(report))


@pytest.mark.parametrize("name", [name for name in NAMES if "work" in name or "plan" in name])
def test_a_page_without_line_ends_has_the_same_parts(name: str, tmp_path: Path) -> None:
    report = read_report(SEEDS / f"{name}.txt")
    copy = read_copy(report.text.replace("\n", ""), "utf-8", tmp_path)
    roles = {fold_text(s.text): s.role for s in parse_report(report).statements}
    found = {fold_text(s.text): s.role for s in copy.statements}
    known = roles.keys() & found.keys()
    assert len(known) > len(roles) * 0.6  # tables and headings are glued to sentences
    assert {text: found[text] for text in known} == {text: roles[text] for text in known}
    whose = (report.body, report.year, report.kind)
    assert (copy.report.body, copy.report.year, copy.report.kind) == whose
