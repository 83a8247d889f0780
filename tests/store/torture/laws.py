"""What must hold whatever is done and whatever is looked for, tried many times."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from desktop.compare.annotation import Status, anchor_at
from desktop.errors import UserError
from desktop.report.model import ParsedReport, Report
from desktop.store import open_library
from desktop.store.records import journal, search
from desktop.store.records.index import searchable
from desktop.store.records.notes import Note
from desktop.text.span import Span
from tests.store.test_journal import ACTS, do, dump
from tests.store.test_search import PIECES
from tests.store.torture.script import ANCHOR, REPORT, made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.compare.annotation import Anchor
    from desktop.store import Library
    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import Row
    from desktop.store.records.kept import Kept
    from desktop.store.records.search import Hits

    Put = Callable[[Connection, Kept, int, Row], None]

LONGEST = 25  # acts in a sequence
LEFT = Report("一、目标\n今年粮食产量稳定在三万吨。\n新建公园2座。\n", title="报告", year=2023)
RIGHT = Report("一、目标\n粮食产量达到三万二千吨以上。\n新建公园5座。\n", title="报告", year=2024)
MANY = 1200  # notes that are looked through
FEW = 40  # reports
IN_A_PIECE = 6  # pieces at most


def undo_all(count: int, folder: Path, seed: int, broken: bool) -> list[str]:
    """Undo all of random sequences, and do all again; a broken one forgets the tags of notes."""
    chance, steps = random.Random(seed), 0
    start = folder / "start.sqlite3"
    with open_library(start) as library:
        library.remember_pair(LEFT, RIGHT)
    if broken:
        journal._put = without_tags(journal._put)
    for number in range(count):
        path = folder / "library" / "library.sqlite3"
        path.parent.mkdir()
        shutil.copyfile(start, path)
        acts = [(chance.choice(ACTS), chance.randrange(6)) for _ in range(LONGEST)]
        try:
            steps += _undone(path, acts)
        except (AssertionError, UserError) as error:
            return [f"sequence {number}: {error}: {acts}"]
        shutil.rmtree(path.parent)
    print(f"  {steps} steps undone and done again")
    return []


def without_tags(put: Put) -> Put:
    """Return how rows are written back by somebody who forgets the tags."""

    def forgetful(db: Connection, kept: Kept, key: int, now: Row) -> None:
        put(db, kept, key, now | {"tags": "[]"} if "tags" in now else now)

    return forgetful


def _undone(path: Path, acts: list[tuple[str, int]]) -> int:
    """Do the acts, undo them all and do them again; return how many steps they were."""
    steps = 0
    with open_library(path) as library:
        before = dump(library)
        for act, number in acts:
            do(library, LEFT, RIGHT, anchored, act, number)
        now = dump(library)
        library.annotations(LEFT, RIGHT)  # which looks at the seals
        while library.undo() is not None:
            steps += 1
        assert dump(library) == before, "not what was there before"
        for _ in range(steps):
            library.redo()
        assert dump(library) == now, "not what was there afterwards"
        library.annotations(LEFT, RIGHT)
    return steps


def anchored(report: Report, quote: str) -> Anchor:
    """Return the anchor of the first occurrence of a quote."""
    at = report.text.index(quote)
    return anchor_at(ParsedReport(report, (), ()), Span(at, at + len(quote)))


def look_up(count: int, folder: Path, seed: int, broken: bool) -> list[str]:
    """Look for hostile words, and in every note and report; a broken one asks the index alone."""
    chance, found = random.Random(seed), 0
    path = folder / "library" / "library.sqlite3"
    made(path)
    with open_library(path) as library:
        texts = _filled(library, chance)
        if broken:
            search.GRAM = 0
        for _ in range(count):
            words = _hostile(chance)
            hits = library.search(words, 10 * MANY)
            expected = _scanned(searchable(words).text, *texts)
            if _told(hits) != expected:
                told = [[len(those) for those in both] for both in (_told(hits), expected)]
                return [f"{words!r}: {told[0]} notes and reports instead of {told[1]}"]
            found += len(hits.notes) + len(hits.reports)
    print(f"  {found} hits, each of them and no other one by looking at every text")
    return []


def _filled(library: Library, chance: random.Random) -> tuple[dict[int, str], dict[str, str]]:
    """Return the notes and the reports of a library that was filled, folded."""
    bodies = ["".join(chance.choices(PIECES, k=IN_A_PIECE)) for _ in range(MANY)]
    with library.writing():
        notes = [Note(body, (), Status.TO_CHECK, "", "") for body in bodies]
        ids = [library._add(note, None, ANCHOR).id for note in notes]
    texts = [f"{n}：" + "".join(chance.choices(PIECES, k=100)) for n in range(FEW)]
    reports = [REPORT, *map(Report, texts)]
    for report in reports:
        library.keep_report(report)
    folded = {report.sha256: searchable(report.text).text for report in reports}
    return dict(zip(ids, [searchable(body).text for body in bodies], strict=True)), folded


def _hostile(chance: random.Random) -> str:
    """Return words that mean something to a search engine, or some characters of any kind."""
    if chance.random() < 0.1:
        return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 5)))
    return "".join(chance.choices(PIECES, k=chance.randrange(1, IN_A_PIECE)))


Told = tuple[list[int], dict[str, int]]


def _told(hits: Hits) -> Told:
    return [hit.annotation for hit in hits.notes], {hit.report: hit.count for hit in hits.reports}


def _scanned(wanted: str, notes: dict[int, str], reports: dict[str, str]) -> Told:
    """Return the notes that hold the words, the newest first, and how often reports do."""
    if not wanted:
        return [], {}
    ids = [key for key in sorted(notes, reverse=True) if wanted in notes[key]]
    return ids, {name: text.count(wanted) for name, text in reports.items() if wanted in text}
