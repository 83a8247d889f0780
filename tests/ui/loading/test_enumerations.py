"""Enumerations that are made in one go are those that Python makes, to the last inner name."""

from __future__ import annotations

import enum
import pickle
import re
import subprocess
import sys
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.ui.loading import enumerations
from desktop.ui.loading.enumerations import make_enumerations_at_once

if TYPE_CHECKING:
    from pathlib import Path

KINDS = (Enum, IntEnum, Flag, IntFlag)
ADDRESS = re.compile(" at 0x[0-9a-f]+")
pytestmark = pytest.mark.skipif(
    sys.version_info < (3, 11, 7),
    reason="3.11.2 makes them otherwise and is left to; between, nobody tried",
)
NAMES = st.sampled_from(
    ["ONE", "TWO", "Three", "name", "value", "real", "mro", "_own", "__x__", ""]
)
MEMBERS = st.lists(st.tuples(NAMES, st.integers(-4, 20)), max_size=6)


@pytest.fixture
def made_at_once(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have enumerations made in one go, and return the class of enumerations."""
    monkeypatch.setattr(EnumType, "_create_", vars(EnumType)["_create_"])  # to be set back
    make_enumerations_at_once()
    return EnumType


def of_qt() -> list[type[Enum]]:
    """Return the enumerations of the classes of Qt that a window is made of."""
    found: dict[type[Enum], None] = {}
    for module in (QtCore, QtGui, QtWidgets):
        for owner in vars(module).values():
            inner = vars(owner).values() if isinstance(owner, type) else ()
            found |= {one: None for one in inner if isinstance(one, EnumType)}
    return list(found)


def told(made: Any) -> object:
    """Return all that an enumeration tells of itself."""
    inner = {name: ADDRESS.sub("", repr(value)) for name, value in vars(made).items()}
    members = [sorted(map(repr, vars(one).items())) for one in made.__members__.values()]
    return inner, members, list(made), [one.name for one in made], len(made)


def both(kind: Any, members: list[tuple[str, int]]) -> list[object]:
    """Return what each way tells of the same enumeration, or the kind of error."""
    tell: list[object] = []
    for make in (vars(EnumType)["_create_"], enumerations._made):
        try:
            found = told(make(kind, "Made", list(members), module="somewhere", boundary=KEEP))
            tell.append((found[0], found[1], repr(found[2:])))  # type: ignore[index]
        except (TypeError, ValueError) as error:
            tell.append((type(error), str(error)))
    return tell


def test_those_of_qt_are_as_python_makes_them() -> None:
    checked = of_qt()
    assert len(checked) > 200
    for one in checked:
        kind = next(base for base in one.__mro__ if base in KINDS)
        members = [(name, member.value) for name, member in one.__members__.items()]
        by_python, at_once = both(kind, members)
        assert at_once == by_python, one


@given(st.sampled_from(KINDS), MEMBERS)
@example(Flag, [("TWO", 2), ("ONE", 1)])
@example(IntFlag, [("BOTH", 3), ("ONE", 1), ("NONE", 0), ("AGAIN", 1)])
@example(Enum, [("ONE", 1), ("ONE", 2)])
@example(IntEnum, [("name", 1)])
def test_all_others_are_too(kind: Any, members: list[tuple[str, int]]) -> None:
    by_python, at_once = both(kind, members)
    assert at_once == by_python


@pytest.mark.parametrize(
    "members",
    [
        "ONE TWO",
        ["ONE", "TWO"],
        {"ONE": 1, "TWO": 2},
        [("ONE", "one"), ("TWO", 2.5)],
        [("ONE", True)],
        (("ONE", 1),),
        [],
        None,
    ],
)
def test_what_is_not_plain_is_left_to_python(members: Any, made_at_once: Any) -> None:
    at_once = made_at_once._create_(Enum, "Made", members, module="somewhere")
    by_python = enumerations._by_python(Enum, "Made", members, module="somewhere")
    assert repr(list(at_once)) == repr(list(by_python))


@pytest.mark.usefixtures("made_at_once")
def test_an_enumeration_is_where_it_was_asked_for() -> None:
    asked = enum.Flag("Asked", [("ONE", 1), ("TWO", 2)], boundary=KEEP)  # type: ignore[misc]
    assert asked.__module__ == __name__
    assert asked.__qualname__ == "Asked"
    globals()["Asked"] = asked
    both = asked(3)
    assert pickle.loads(pickle.dumps(both)) is both  # noqa: S301 - our own
    del globals()["Asked"]


def test_where_it_comes_out_otherwise_python_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    before = vars(EnumType)["_create_"]
    for broken in (lambda made: setattr(made, "_flag_mask_", 0), lambda made: made.nothing):
        monkeypatch.setattr(enumerations, "_mask", broken)
        make_enumerations_at_once()
        assert vars(EnumType)["_create_"] is before


START = """
import enum, linecache, sys
from pathlib import Path
from desktop.ui.start import main

main(["--snapshot", sys.argv[1], "--library", sys.argv[1]])
print(enum.EnumType._create_.__module__)
print(*(name for name in linecache.cache if "panes" in Path(name).parts))
"""


def test_a_start_makes_them_at_once_and_reads_no_sources(root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", START, str(tmp_path)],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.split()[2:] == [enumerations.__name__]  # behind the two files written
