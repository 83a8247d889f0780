"""Versions of one note in several libraries, and files of them that come in any order."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.compare.annotation import Anchor
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.report.model import Report
from desktop.store import Library, open_library
from desktop.store.checking import check_library
from desktop.store.exchange import Taken, take_in
from desktop.text.span import Span
from tests.store.conftest import START
from tests.store.test_exchange import bundle, export

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

REPORT = Report("一、目标\n新建公园2座。\n")
ANCHOR = Anchor(REPORT.sha256, Span(5, 9), "新建公园")


@dataclass
class Desk:
    """A library, the files that came and were not read yet, and what was said and then unsaid."""

    library: Library
    name: str
    inbox: list[Path] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    unsaid: set[str] = field(default_factory=set)

    def add(self, words: str) -> None:
        added = self.library.add_annotation(words, left=ANCHOR, author=self.name)
        self.said.add(added.body)

    def change(self, words: str, place: int) -> None:
        if here := self.library.all_annotations():
            note = here[place % len(here)]
            self.unsaid.add(note.body)
            written = replace(note, body=words, editor=self.name)
            self.said.add(self.library.change_annotation(written).body)

    def send(self, to: Desk, name: str) -> None:
        folder = self.library.path.with_name(name)
        folder.mkdir()
        to.inbox.append(export(self.library, folder))

    def read(self, place: int = 0) -> None:
        if self.inbox:
            take_in(self.library, self.inbox.pop(place % len(self.inbox)))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield a new folder at every look."""
    return (tmp_path_factory.mktemp("desks") for _ in count())


def slow_clock(minutes: list[int]) -> Callable[[], datetime]:
    """Return a clock that stands nearly still but for the minutes, so that much counts as typed."""
    moments = count()
    return lambda: START + timedelta(milliseconds=next(moments), minutes=len(minutes))


ACTS = st.sampled_from(["add", "change", "change", "send", "send", "read", "read", "undo", "pause"])
PLAN = st.lists(st.tuples(ACTS, st.integers(0, 1), st.integers(0, 5)), max_size=25)

SENT_WHILE_TYPING = [
    (act, which, 0)
    for act, which in (("add", 0), ("change", 0), ("send", 0), ("change", 0), ("read", 1))
]

UNDONE_AFTER_SENDING = [
    (act, which, 0)
    for act, which in (
        *(("add", 0), ("send", 0), ("read", 1), ("change", 0), ("change", 1)),
        *(("send", 0), ("undo", 0)),
    )
]


def carried_out(plan: list[tuple[str, int, int]], folder: Path) -> tuple[Desk, Desk]:
    """Do what was planned at two desks, and then send all to and fro until nothing is left."""
    minutes: list[int] = []
    clock, numbers = slow_clock(minutes), map(str, count())
    libraries = open_library(folder / "a", clock), open_library(folder / "b", clock)
    desks = Desk(libraries[0], "李"), Desk(libraries[1], "王")
    for library in libraries:
        library.keep_report(REPORT)
    for act, which, place in plan:
        desk, to = desks[which], desks[1 - which]
        acts: dict[str, Callable[[], object]] = {
            "pause": lambda: minutes.append(1),
            "add": lambda desk=desk: desk.add(next(numbers)),
            "change": lambda desk=desk, place=place: desk.change(next(numbers), place),
            "send": lambda desk=desk, to=to: desk.send(to, next(numbers)),
            "read": lambda desk=desk, place=place: desk.read(place),
            "undo": desk.library.undo,
        }
        acts[act]()
    for desk, to in (desks, desks[::-1]) * 2:
        desk.send(to, next(numbers))
        while to.inbox:
            to.read()
    return desks


def bodies(library: Library) -> list[str]:
    return [note.body for note in library.all_annotations()]


@settings(max_examples=25, deadline=None)
@given(plan=PLAN.filter(lambda plan: all(act != "undo" for act, *_ in plan)))
@example(plan=SENT_WHILE_TYPING)
def test_what_was_said_last_is_on_both_desks_in_the_end_and_nothing_else(
    plan: list[tuple[str, int, int]], folders: Iterator[Path]
) -> None:
    """A note that one side went on with is that side's; where both did there are both."""
    one, two = carried_out(plan, next(folders))
    wanted = sorted((one.said | two.said) - (one.unsaid | two.unsaid))
    assert sorted(bodies(one.library)) == wanted
    assert sorted(bodies(two.library)) == wanted


@settings(max_examples=25, deadline=None)
@given(plan=PLAN)
@example(plan=UNDONE_AFTER_SENDING)
def test_whatever_is_undone_meanwhile_both_desks_have_the_same_in_the_end(
    plan: list[tuple[str, int, int]], folders: Iterator[Path]
) -> None:
    one, two = carried_out(plan, next(folders))
    assert sorted(bodies(one.library)) == sorted(bodies(two.library))


@settings(max_examples=25, deadline=None)
@given(plan=PLAN)
@example(plan=UNDONE_AFTER_SENDING)
def test_whatever_way_words_went_on_both_desks_they_are_those_of_who_said_them(
    plan: list[tuple[str, int, int]], folders: Iterator[Path]
) -> None:
    desks = carried_out(plan, next(folders))
    for desk in desks:
        for note in desk.library.all_annotations():
            assert note.body in next(one.said for one in desks if one.name == note.editor)


def exchanged(here: Library, there: Library, tmp_path: Path) -> tuple[Taken, Taken]:
    """Send all notes from here to there and then back, and return what was taken in."""
    return take_in(there, export(here, tmp_path)), take_in(here, export(there, tmp_path))


def change_first(library: Library, body: str) -> None:
    (first, *_) = library.all_annotations()
    library.change_annotation(replace(first, body=body))


@pytest.mark.parametrize("form", [export, bundle])
def test_a_version_that_was_made_of_what_is_here_takes_its_place(
    noted: Library, other: Library, left: Report, right: Report, tmp_path: Path, form: object
) -> None:
    def file_of(library: Library) -> Path:
        if form is export:
            return export(library, tmp_path)
        return bundle(library, left, right, tmp_path)

    take_in(other, file_of(noted))
    (first, _) = other.all_annotations()
    assert first.left is not None
    other.place_annotation(first.id, Side.LEFT, replace(first.left, path=("改到这里",)))
    changed = replace(first, body="同事的看法", tags=("新",), colour="#B45309")
    theirs = other.change_annotation(changed)
    assert take_in(noted, file_of(other)).newer == 1
    (mine, _) = noted.all_annotations()
    assert mine == replace(theirs, left=replace(first.left, path=("改到这里",)))
    assert [hit.annotation for hit in noted.search("看法").notes] == [mine.id]
    assert take_in(noted, file_of(other)).newer == 0
    noted.undo()
    assert bodies(noted)[0] == "两年口径不同"
    assert not any(finding.fault for finding in check_library(noted))


def test_where_both_went_on_both_versions_are_kept_once_and_alike(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    exchanged(noted, other, tmp_path)
    change_first(noted, "我的看法")
    change_first(other, "同事的看法")
    assert exchanged(noted, other, tmp_path)[0] == Taken(known=1, both=1)
    assert exchanged(noted, other, tmp_path) == (Taken(known=3), Taken(known=3))
    assert sorted(bodies(noted)) == sorted(bodies(other))
    assert sorted(bodies(noted)) == ["同事的看法", "坏\ud83d字\0", "我的看法"]
    change_first(noted, "说定了")
    assert exchanged(noted, other, tmp_path)[0] == Taken(newer=1, known=2)


def test_a_note_that_went_round_by_three_desks_stays_one(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    with open_library(tmp_path / "third.sqlite3") as third:
        desks = [noted, other, third, noted]
        for round_ in range(3):
            for here, there in pairwise(desks):
                take_in(there, export(here, tmp_path))
                change_first(there, f"{round_}{desks.index(there)}")
        assert bodies(noted) == ["20", "坏\ud83d字\0"]


def test_notes_that_say_the_same_are_not_taken_for_versions_of_one(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    take_in(other, export(noted, tmp_path))
    (first, _) = noted.all_annotations()
    again = noted.add_annotation(
        first.body, left=first.left, right=first.right, tags=first.tags, status=first.status
    )
    change_first(noted, "改过")
    assert take_in(other, export(noted, tmp_path)) == Taken(new=1, newer=1, known=1)
    assert bodies(other) == ["改过", "坏\ud83d字\0", again.body]


def test_an_older_version_is_known_beside_a_note_that_is_new(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    take_in(other, export(noted, tmp_path))
    (first, _) = other.all_annotations()
    other.add_annotation("刚写的", left=first.left)
    change_first(noted, "改过")
    assert take_in(noted, export(other, tmp_path)) == Taken(new=1, known=2)


def test_an_older_version_brings_none_back_where_another_is_there(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    (tmp_path / "older").mkdir()
    older = export(noted, tmp_path / "older")
    take_in(other, older)
    change_first(noted, "我的看法")
    change_first(other, "同事的看法")
    exchanged(noted, other, tmp_path)
    (mine,) = (note for note in noted.all_annotations() if note.body == "我的看法")
    noted.remove_annotation(mine.id)
    assert take_in(noted, older) == Taken(known=2)
    assert sorted(bodies(noted)) == ["同事的看法", "坏\ud83d字\0"]


def test_a_version_is_kept_beside_where_the_file_does_not_say_of_what_it_was_made(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    take_in(other, export(noted, tmp_path))
    change_first(other, "同事的看法")
    file = export(other, tmp_path)
    value = json.loads(file.read_text("utf-8"))
    for item in value["first"]["items"]:
        del item["duikan:earlier"]
    file.write_text(json.dumps(value), "utf-8")
    assert take_in(noted, file) == Taken(known=1, both=1)
    assert take_in(noted, file) == Taken(known=2)
    assert bodies(noted) == ["两年口径不同", "坏\ud83d字\0", "同事的看法"]


def test_notes_go_out_of_a_library_that_cannot_be_written_to(
    noted: Library, other: Library, tmp_path: Path, left: Report, right: Report
) -> None:
    noted.refusal = UserError("No rights: ask.", "没有权限：请申请。")
    assert take_in(other, bundle(noted, left, right, tmp_path)) == Taken(new=4)
    assert take_in(other, export(noted, tmp_path)) == Taken(known=2)
