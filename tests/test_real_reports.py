"""Real reports through the whole pipeline; skipped where they are not at hand."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from desktop.compare.compare import compare
from desktop.compare.model import Comparison, Relation
from desktop.readers.encoding import decode
from desktop.readers.report import list_reports, read_report
from desktop.report.cleaning.clean import UNSEEN, WRITTEN_OUT_BLANK
from desktop.report.model import ParsedReport, Reason, Report, ReportKind, Role
from desktop.report.parse import parse_report
from desktop.writers import to_json, to_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = (
    "xuhui-2021-work-report",
    "xuhui-2022h1-plan-report",
    "jingan-2018-work-report",
    "shanghai-2024-compendium",
    "xuhui-2021-reply",
)
# body, year, kind, fewest sections, fewest commitments
KNOWN = {
    "xuhui-2021-work-report": ("徐汇区", 2021, ReportKind.WORK, 60, 50),
    "xuhui-2022h1-plan-report": ("徐汇区", 2022, ReportKind.PLAN, 35, 40),
    "jingan-2018-work-report": ("静安区", 2018, ReportKind.WORK, 40, 80),
    "shanghai-2024-compendium": ("上海市", 2024, ReportKind.WORK, 100, 200),
    "xuhui-2021-reply": ("徐汇区", 2021, ReportKind.REPLY, 10, 20),
}
PAIRS = list(permutations(NAMES, 2))


@pytest.fixture(scope="module")
def parsed(shared: Path) -> Callable[[str], ParsedReport]:
    """Return a function that reads and parses a report by its name, once."""
    done: dict[str, ParsedReport] = {}

    def parse(name: str) -> ParsedReport:
        if name not in done:
            done[name] = parse_report(read_report(shared / "reports" / f"{name}.txt"))
        return done[name]

    return parse


def seen(text: str) -> Counter[str]:
    return Counter("".join(UNSEEN.sub("", WRITTEN_OUT_BLANK.sub(" ", text)).split()))


def check_nothing_lost(report: Report, path: Path) -> None:
    kept = "".join((report.text, *(piece.text for piece in report.set_aside)))
    assert seen(kept) == seen(decode(path.read_bytes()).text)


def check_spans(parsed: ParsedReport) -> None:
    text = parsed.report.text
    end = 0
    for i, statement in enumerate(parsed.statements):
        assert statement.id == i
        assert statement.text == statement.span.of(text)
        assert statement.text.strip() == statement.text != ""
        assert end <= statement.span.start < statement.span.end <= len(text)
        end = statement.span.end
        for target in statement.commitment.targets if statement.commitment else ():
            assert statement.span.start <= target.span.start < target.span.end <= end
    for i, section in enumerate(parsed.sections):
        assert section.id == i
        assert section.span.end <= len(text)
        assert section.heading in section.span.of(text).replace("\n", "")  # a title on two lines
        assert section.parent is None or section.parent < i


def check_links(comparison: Comparison) -> None:
    left, right = comparison.left, comparison.right
    for link in comparison.section_links:
        assert left.sections[link.left]
        assert right.sections[link.right]
        assert 0 <= link.score <= 1
    for link in comparison.statement_links:
        assert left.statements[link.left]
        assert right.statements[link.right]
        assert 0 < link.score <= 1
        assert link.relation not in (Relation.NEW, Relation.DROPPED)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_report_is(name: str, parsed: Callable[[str], ParsedReport]) -> None:
    body, year, kind, sections, commitments = KNOWN[name]
    found = parsed(name)
    assert (found.report.body, found.report.year, found.report.kind) == (body, year, kind)
    assert len(found.sections) >= sections
    assert len(found.commitments) >= commitments
    if kind is not ReportKind.REPLY:
        assert {Role.REVIEW, Role.PLAN} <= {section.role for section in found.sections}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_and_every_offset_holds(
    name: str, parsed: Callable[[str], ParsedReport], shared: Path
) -> None:
    check_nothing_lost(parsed(name).report, shared / "reports" / f"{name}.txt")
    check_spans(parsed(name))


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_every_pair_is_compared(
    left: str, right: str, parsed: Callable[[str], ParsedReport]
) -> None:
    comparison = compare(parsed(left), parsed(right))
    check_links(comparison)
    value = json.loads(to_json(comparison))
    assert len(value["statement_links"]) == len(comparison.statement_links)
    assert to_text(comparison, "zh").decode()


def test_torn_heading_and_broken_pages_are_mended(parsed: Callable[[str], ParsedReport]) -> None:
    found = parsed("xuhui-2021-work-report")
    text = found.report.text
    assert "加快长华路" in text
    assert "压减政府部门" in text
    assert "现代化国际大都市" in text
    assert "全力以赴做好“十四五”开局工作" in [section.heading for section in found.sections]


def test_watermarks_and_footer_of_a_page(parsed: Callable[[str], ParsedReport]) -> None:
    report = parsed("jingan-2018-work-report").report
    assert [piece.reason for piece in report.set_aside] == [
        *[Reason.WATERMARK] * 2,
        Reason.BOILERPLATE,
    ]
    assert report.text.count("*") == 11  # where a filter struck, something is missing: it is shown


def test_reports_of_a_compendium(shared: Path) -> None:
    path = shared / "reports" / "shanghai-2024-compendium.txt"
    parts = list_reports(path)
    assert [part.name for part in parts] == ["上海市", "浦东新区", "黄浦区", "静安区"]
    assert [part.truncated for part in parts] == [False, False, False, True]
    picked = read_report(path.with_name(f"{path.name}#浦东新区"))
    alone = read_report(shared / "eval" / "gold" / "texts" / "pudong2024.txt")
    assert picked.text == alone.text


@pytest.mark.parametrize(
    "folder", ["corpus", "formats/gbk", "eval/gold/texts"], ids=lambda name: name.split("/")[-1]
)
def test_every_other_file_is_read_whole(folder: str, shared: Path) -> None:
    for path in sorted((shared / folder).glob("*_*.txt")):
        report = read_report(path)
        check_nothing_lost(report, path)
        assert [str(report.year)] == re.findall(r"(?:19|20)\d\d", path.name)
        assert report.body
        assert report.kind is not ReportKind.OTHER
        assert report.encoding == ("gb18030" if folder == "formats/gbk" else "utf-8")


def test_a_file_that_holds_the_report_several_times_is_read_once(shared: Path) -> None:
    for name in ("national_2006_ljty", "national_2013_ljty", "national_2014_ljty"):
        report = read_report(shared / "formats" / "gbk" / f"{name}.txt")
        assert Reason.DUPLICATE in {piece.reason for piece in report.set_aside}
        assert report.text.count("现在，我代表国务院，") == 1


def test_the_command_itself(shared: Path, tmp_path: Path) -> None:
    left, right = (shared / "reports" / f"{name}.txt" for name in NAMES[:2])
    out = tmp_path / "result"
    out.touch()
    run = subprocess.run(
        [sys.executable, "-m", "desktop", "compare", left, right, "--format", "json", "--out", out],
        env={**os.environ, "DUIKAN_LANGUAGE": "en"},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert json.loads(out.read_bytes())["right"]["kind"] == "plan"
