"""Power cuts, full disks, and files that have rotted."""

from __future__ import annotations

import os
import random
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.store.file import connection, seals
from tests.store.torture.disk import Disk
from tests.store.torture.script import (
    REPORT,
    State,
    act_of,
    acts,
    after,
    do,
    faults,
    held,
    made,
    opened,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.store.records.search import NoteHit, ReportHit

MOST_ACTS = 40  # before the power goes
ALONE = "locking_mode = EXCLUSIVE"  # a log without shared memory, which this disk has not
SETTING = ("place", "第一次" * 20)
FILE = Path("disk", "library.sqlite3")  # of which the real disk has the folder alone


def cut_power(count: int, folder: Path, seed: int, broken: bool) -> list[str]:
    """Let the power go while a library is written to; a broken one syncs less: NORMAL."""
    chance = random.Random(seed)
    start, lost, done = _image(folder), 0, 0
    for number in range(count):
        there = folder / f"cut {number}"
        there.mkdir()
        with _disk(broken) as disk:
            disk.put(str(folder / FILE), start)
            state, last = State(), 0
            with opened(folder / FILE) as library:
                for at in acts(library, seed + number, state, 1):
                    state, last = after(state, act_of(seed + number, at, state)), at
                    if chance.random() < 1 / MOST_ACTS:
                        break
                disk.cut(there, chance)
        done += last
        wrong, _ = faults(there / "library.sqlite3", state, seed + number, last)
        lost += bool(wrong)
        if wrong and not broken:
            return wrong
    print(f"  {done} acts acknowledged, {lost} of {count} cuts lost some")
    return [f"{lost} of {count} cuts lost acknowledged acts"] if lost else []


def fill_disk(count: int, folder: Path, seed: int, broken: bool) -> list[str]:
    """Let the disk be full at the n-th write, n = 1 … `count`: told, nothing lost, and no more.

    A broken one goes on as if the act had been done.
    """
    start, told = _image(folder), 0
    for number in range(1, count + 1):
        with _disk(False) as disk:
            disk.put(str(folder / FILE), start)
            state, last = State(), 0
            with opened(folder / FILE) as library:
                disk.writes, disk.full_at = 0, number
                for at in range(1, 10_000):
                    try:
                        do(library, act_of(seed, at, state))
                    except UserError as error:
                        told += "is full" in str(error)
                        if broken:
                            state = after(state, act_of(seed, at, state))
                        break
                    state, last = after(state, act_of(seed, at, state)), at
                disk.full_at = None  # room was made
                if held(library) != state.notes:
                    return [f"full at write {number}: not what was acknowledged"]
                act = act_of(seed, last + 1, state)
                do(library, act)
                if held(library) != after(state, act).notes:
                    return [f"full at write {number}: the act cannot be done afterwards"]
    print(f"  told {told} times")
    return [] if told == count else [f"told only {told} times of {count}"]


def rot(count: int, folder: Path, seed: int, broken: bool) -> list[str]:
    """Change bytes of a library: what is still read is right; a broken one looks at no seals."""
    chance = random.Random(seed)
    path = folder / "library" / "library.sqlite3"
    made(path)
    with opened(path) as library:
        state = State()
        for at in range(1, 120):
            act = act_of(seed, at, state)
            do(library, act)
            state = after(state, act)
        library.set_setting(REPORT, REPORT, *SETTING)
    data, refused, missed = path.read_bytes(), 0, 0
    if broken:
        seals.seal_of = lambda row, _=None: row.get("seal")
        seals.name_of = lambda _: REPORT.sha256
    for number in range(count):
        there = folder / f"rot {number}.sqlite3"
        there.write_bytes(_rotted(data, chance))
        try:
            found, wrong = _looked(there, state.notes)
        except UserError:
            refused += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a crash
            return [f"mutation {number}: {type(error).__name__}: {error}"]
        else:
            missed += len(state.notes) - found
            if wrong:
                return [f"mutation {number}: served as right: {wrong}"]
        for file in folder.glob(f"rot {number}.sqlite3*"):
            file.unlink()
    print(f"  {refused} refused; of the others {missed} notes are missing, none is wrong")
    return []


def _looked(path: Path, notes: dict[int, str]) -> tuple[int, list[object]]:
    """Return how many notes a library shows, and what it shows that was never written."""
    with opened(path) as library:
        library.recent_pairs()
        library.undoable()
        library.drafts()
        hits = library.search("就业")
        report, settings = library.report(REPORT.sha256), library.settings(REPORT, REPORT)
        found = held(library)
    wrong: list[object] = [words for key, words in found.items() if notes.get(key) != words]
    wrong += [hit for hit in hits.notes if not _is_right(hit, notes.get(hit.annotation, ""))]
    known = REPORT.sha256, REPORT.title, REPORT.body, REPORT.year, REPORT.source
    wrong += [
        hit for hit in hits.reports if _known(hit) != known or not _is_right(hit, REPORT.text)
    ]
    wrong += settings.items() - {SETTING}
    wrong += [] if report in (None, REPORT) else [report]
    return len(found), wrong


def _known(hit: ReportHit) -> tuple[object, ...]:
    return hit.report, hit.title, hit.body, hit.year, hit.source


def _is_right(hit: NoteHit | ReportHit, text: str) -> bool:
    """Tell whether a hit shows what stands in its text."""
    shown = [
        (p.span.of(text) if p.span else "", p.words, f"{p.before}{p.words}{p.after}")
        for p in hit.passages
    ]
    plain = text.replace("\n", " ")
    return all(at == words == "就业" and around in plain for at, words, around in shown)


def _rotted(data: bytes, chance: random.Random) -> bytes:
    """Return the file as a bad disk may have it."""
    there = bytearray(data)
    kind = chance.randrange(5)
    words = [found.start() for found in re.finditer("次".encode(), data)]
    for _ in range(chance.choice((1, 1, 3, 20))):
        at = chance.choice((chance.randrange(len(there)), chance.choice(words)))
        if kind == 0:
            there[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            there[at] = chance.randrange(256)
        elif kind == 2:
            size = chance.choice((16, 512, 4096))
            there[at : at + size] = chance.choice((bytes, os.urandom))(len(there[at : at + size]))
        elif kind == 3:
            page = at // 4096 * 4096
            other = chance.randrange(len(there) // 4096) * 4096
            there[page : page + 4096] = there[other : other + 4096]
        else:
            del there[max(4096, at) :]
    return bytes(there)


def _image(folder: Path) -> bytes:
    """Return a library with the report as one file."""
    path = folder / "start" / "library.sqlite3"
    made(path)
    return path.read_bytes()


@contextmanager
def _disk(lazy: bool) -> Iterator[Disk]:
    """Let libraries lie on a disk in memory; a `lazy` one is synced at checkpoints only."""
    disk, before = Disk("failing"), connection.PRAGMAS
    wanted = tuple(p.replace("FULL", "NORMAL") if lazy else p for p in before)
    connection.PRAGMAS = (ALONE, *wanted)
    try:
        yield disk
    finally:
        connection.PRAGMAS = before
        disk.unregister()
