"""Regular expressions that were compiled once are recalled, and nothing hangs on it."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.compiled import patterns, place
from desktop.compiled.patterns import keep_patterns, recall_patterns

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] not in place.TRIED, reason="they are not kept in this Python"
)
OURS = [
    (r"(?P<low>\d+)(?:至|[-~])(?P<high>\d+)万?人", 0),
    (r"第[一二三四五六七八九十]++章(?<=章)(?!程)", re.MULTILINE | re.DOTALL),
    ("[\U00020000-\U0002a6df㐀-鿿]{2,}|[^\\W\\d_]", re.IGNORECASE),
]
TEXT = "第一章 新增就业5至8万人\n第二章程 𠀀𠀁 12-15人 abC"


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_kept", {})
    re.purge()


def found() -> list[list[tuple[tuple[int, int], dict[str, str | None]]]]:
    """Return what our patterns find."""
    return [
        [(match.span(), match.groupdict()) for match in re.compile(*each).finditer(TEXT)]
        for each in OURS
    ]


def compiled_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that every pattern that is compiled from now on is put into."""
    seen: list[str] = []
    compiler = vars(re)["_compiler"]
    compile_one = compiler.compile

    def compile_and_tell(pattern: str, flags: int) -> re.Pattern[str]:
        seen.append(pattern)
        made: re.Pattern[str] = compile_one(pattern, flags)
        return made

    monkeypatch.setattr(compiler, "compile", compile_and_tell)
    return seen


def test_what_was_kept_is_not_compiled_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = found()
    keep_patterns("test")
    re.purge()
    anew = compiled_anew(monkeypatch)
    assert recall_patterns("test")
    assert found() == expected
    assert anew == []
    assert [file.suffix for file in cache.iterdir()] == [".marshal"]


@pytest.mark.usefixtures("cache")
def test_what_is_compiled_later_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    re.compile("增长")
    keep_patterns("test")
    re.compile("下降")
    keep_patterns("test")
    re.purge()
    anew = compiled_anew(monkeypatch)
    recall_patterns("test")
    re.compile("增长")
    re.compile("下降")
    re.compile("持平")
    assert anew == ["持平"]


class Zero(int):
    """What functions of `re` give for flags that nobody gave, from Python 3.13 on."""


@pytest.mark.usefixtures("cache")
def test_flags_that_nobody_gave_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    vars(re)["_cache"][str, "增长", Zero()] = re.compile("持平")
    keep_patterns("test")
    re.purge()
    anew = compiled_anew(monkeypatch)
    assert recall_patterns("test")
    re.compile("增长")
    assert anew == []


@pytest.mark.parametrize(
    "broken", [None, 7, [1], {"a": 0}, {("a", 0): 1}, {("a", 0): (32, [0, 0, 0], 0, {}, (None,))}]
)
def test_a_file_with_something_else_is_made_again(cache: Path, broken: object) -> None:
    found()
    keep_patterns("test")
    (file,) = cache.iterdir()
    place.put_into(file, broken)  # type: ignore[arg-type]
    re.purge()
    patterns._kept.clear()
    assert not recall_patterns("test")
    expected = found()
    keep_patterns("test")
    assert len(place.taken_from(file)) >= len(OURS)
    assert found() == expected


def test_where_nothing_can_be_kept_all_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "cache_folder", lambda: None)
    recall_patterns("test")
    keep_patterns("test")
    assert found()


def test_what_is_no_longer_used_is_not_kept_for_ever(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    re.compile("增长")
    keep_patterns("test")
    re.purge()
    monkeypatch.setattr(patterns, "MOST", 1)
    re.compile("下降")
    keep_patterns("test")
    (file,) = cache.iterdir()
    assert [pattern for pattern, _ in place.taken_from(file)] == ["下降"]


def test_what_cannot_be_put_in_place_leaves_nothing(cache: Path) -> None:
    """A folder of that name stands for a full disk, or for a file that another process reads."""
    file = cache / "patterns.marshal"
    file.mkdir()
    place.put_into(file, {})
    assert list(cache.iterdir()) == [file]


def test_what_cannot_be_written_leaves_nothing(cache: Path) -> None:
    place.put_into(cache / "patterns.marshal", {"a": object()})
    assert not list(cache.iterdir())
