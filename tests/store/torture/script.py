"""What is done to a library while it is hurt, and what it must hold afterwards.

Every act follows from the seed, its number and what there is, so that whoever looks at the library
later can tell from the number of the last act that was acknowledged what must be in it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from desktop.compare.annotation import anchor_at
from desktop.report.model import ParsedReport, Report
from desktop.store import Library, open_library
from desktop.store.checking import check_library
from desktop.store.putting_away import remove_report
from desktop.store.records import index, journal
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPORT = Report("一、目标\n今年新建公园5座，新增就业三万人。\n" * 20, title="报告", year=2024)
ANCHOR = anchor_at(ParsedReport(REPORT, (), ()), Span(7, 13))
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
ACTS = ("add",) * 8 + ("change",) * 5 + ("remove",) * 2 + ("undo",) * 3 + ("redo",) * 2
ACTS += ("remove report",)
AWAY = 0  # stands among the notes while the report is put away: no note has that id
NEVER = timedelta(days=-36_500)  # is typed on, though the clock begins anew with each opening
FEW_WAIT = 5  # notes, so that they are taken into the index while it is hurt
IDLE = 7  # after so many acts there is time to take them in

Notes = tuple[tuple[int, str], ...]


class LostError(Exception):
    """What was acknowledged is not in the library: an act found so before it was looked for."""


@dataclass(frozen=True, slots=True)
class State:
    """The notes by id, as they were after each step; `at` is the step that holds now."""

    steps: tuple[Notes, ...] = ((),)
    at: int = 0
    last: int = 0  # the highest id that was ever given

    @property
    def notes(self) -> dict[int, str]:
        """What must be in the library."""
        return {key: words for key, words in self.steps[self.at] if key != AWAY}

    @property
    def is_away(self) -> bool:
        """Whether the report must have been put away."""
        return AWAY in dict(self.steps[self.at])

    def then(self, notes: dict[int, str], last: int) -> State:
        """Return the state after one more step."""
        step = tuple(sorted(notes.items()))
        return State((*self.steps[: self.at + 1], step), self.at + 1, last)


def act_of(seed: int, number: int, state: State) -> tuple[str, int, str]:
    """Return the act of that number: what, on which note, and the words."""
    chance = random.Random(f"{seed} {number}")
    act = chance.choice(ACTS)
    if act in ("change", "remove") and not state.notes:
        act = "add"
    note = chance.choice(sorted(state.notes)) if act in ("change", "remove") else 0
    return act, note, f"第{number}次" + "就业" * chance.randrange(60)


def after(state: State, act: tuple[str, int, str]) -> State:
    """Return what must hold after an act."""
    kind, note, words = act
    if kind == "add":
        return state.then({**state.notes, state.last + 1: words}, state.last + 1)
    if kind == "change":
        return state.then({**state.notes, note: words}, state.last)
    if kind == "remove":
        return state.then({k: w for k, w in state.notes.items() if k != note}, state.last)
    if kind == "remove report":
        return state if state.is_away else state.then({AWAY: ""}, state.last)
    to = state.at + (1 if kind == "redo" else -1)
    return replace(state, at=to) if 0 <= to < len(state.steps) else state


def do(library: Library, act: tuple[str, int, str]) -> None:
    """Do an act."""
    kind, note, words = act
    if kind == "add":
        library.add_annotation(words, right=ANCHOR)
    elif kind == "change":
        now = library.annotation(note)
        if now is None:
            raise LostError(f"note {note} is lost")
        library.change_annotation(replace(now, body=words))
    elif kind == "remove":
        library.remove_annotation(note)
    elif kind == "remove report":
        remove_report(library, REPORT.sha256)
    else:
        getattr(library, kind)()


def acts(library: Library, seed: int, state: State, first: int) -> Iterator[int]:
    """Do act after act without end, and yield the number of each when it is acknowledged."""
    for number in count(first):
        act = act_of(seed, number, state)
        do(library, act)
        if number % IDLE == 0:
            library.take_in()
        state = after(state, act)
        yield number


def opened(path: Path) -> Library:
    """Open the library with a clock that is no help: each look is a minute later."""
    minutes = count()
    index.WAITING_AT_MOST = FEW_WAIT
    journal.TYPING = NEVER
    return open_library(path, lambda: START + timedelta(minutes=next(minutes)))


def made(path: Path) -> None:
    """Make a library with the report, and no backups to be looked for."""
    with opened(path) as library:
        library.keep_report(REPORT)


def held(library: Library) -> dict[int, str]:
    """Return what is in the library, seals looked at."""
    return {note.id: note.body for note in library.all_annotations()}


def faults(path: Path, state: State, seed: int, number: int) -> tuple[list[str], State]:
    """Say what is wrong with a library after the acts up to `number` were acknowledged.

    The act after that may have been done as a whole or not at all; which it was is returned.
    """
    following = after(state, act_of(seed, number + 1, state))
    with opened(path) as library:
        found, is_away = held(library), not library.all_reports()
        wrong = [f"{look.what}: {look.fault}" for look in check_library(library) if look.fault]
        is_same = (found, is_away) == (state.notes, state.is_away)
        if (found, is_away) == (following.notes, following.is_away) and not is_same:
            return wrong, following
        if is_away != state.is_away:
            wrong.append(f"after act {number}: the report is put away: {is_away}")
        if found != state.notes:
            lost = {k: w for k, w in state.notes.items() if found.get(k) != w}
            more = {k: w for k, w in found.items() if k not in state.notes}
            wrong.append(f"after act {number}: {len(lost)} lost, {len(more)} too many")
    return wrong, state
