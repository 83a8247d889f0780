"""Methods of dataclasses that were compiled once are recalled, and nothing hangs on it."""

from __future__ import annotations

import builtins
import collections
import dataclasses
import sys
import typing
from typing import TYPE_CHECKING, NamedTuple

import pytest

from desktop.compiled import codes, methods, place
from desktop.compiled.codes import Codes
from desktop.compiled.methods import keep_methods, recall_methods

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] not in place.TRIED, reason="they are not kept in this Python"
)


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(methods, "_codes", Codes("methods"))
    for module, name in ((dataclasses, "exec"), (collections, "eval"), (typing, "compile")):
        monkeypatch.setattr(module, name, vars(builtins)[name], raising=False)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that every text that is compiled from now on is put into."""
    seen: list[str] = []

    def compile_and_tell(text: str, name: str, mode: str, *, dont_inherit: bool) -> object:
        seen.append(text)
        return compile(text, name, mode, dont_inherit=dont_inherit)

    monkeypatch.setattr(methods, "compile", compile_and_tell, raising=False)
    return seen


def made(name: str = "amount") -> type:
    """Return a dataclass that is made now."""
    return dataclasses.make_dataclass(
        "Target", [(name, int), ("unit", str, "万人")], frozen=True, order=True
    )


def kept_once() -> None:
    recall_methods("test")
    made()
    keep_methods("test")


@pytest.mark.usefixtures("cache")
def test_what_was_kept_is_not_compiled_again(compiled: list[str]) -> None:
    kept_once()
    compiled.clear()
    recall_methods("test")
    one, other = made()(5), made()(8)
    assert compiled == []
    assert (one.amount, one.unit, repr(one)) == (5, "万人", "Target(amount=5, unit='万人')")
    assert (one == type(one)(5), hash(one) == hash(type(one)(5))) == (True, True)
    assert type(other)(5) < other
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.amount = 7


@pytest.mark.usefixtures("cache")
def test_named_tuples_are_not_compiled_again_either(compiled: list[str]) -> None:
    for _ in range(2):
        compiled.clear()
        recall_methods("test")

        class Place(NamedTuple):
            left: int
            right: str | None

        keep_methods("test")
        assert Place(1, right=None) == (1, None)
        assert Place.__annotations__["right"] == typing.ForwardRef("str | None")
        with pytest.raises(TypeError, match="missing 1 required"):
            Place(1)  # type: ignore[call-arg]
    assert compiled == []


@pytest.mark.usefixtures("cache")
def test_what_is_compiled_later_is_added(compiled: list[str]) -> None:
    kept_once()
    recall_methods("test")
    made("share")
    keep_methods("test")
    recall_methods("test")
    compiled.clear()
    made()
    made("share")
    assert compiled == []


@pytest.mark.parametrize("broken", [b"", b"\x00", b"nonsense", "a flipped bit"])
def test_a_broken_file_is_made_again(cache: Path, compiled: list[str], broken: bytes | str) -> None:
    kept_once()
    (file,) = cache.iterdir()
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 1
    file.write_bytes(broken if isinstance(broken, bytes) else bytes(whole))
    compiled.clear()
    recall_methods("test")
    assert made()(5).amount == 5
    assert compiled
    keep_methods("test")
    compiled.clear()
    recall_methods("test")
    made()
    assert compiled == []


def test_where_nothing_can_be_kept_all_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "cache_folder", lambda: None)
    recall_methods("test")
    keep_methods("test")
    assert made()(5).amount == 5


def test_what_is_no_longer_used_is_not_kept_for_ever(
    cache: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_once()
    monkeypatch.setattr(codes, "MOST", 1)
    recall_methods("test")
    made("share")
    keep_methods("test")
    recall_methods("test")
    compiled.clear()
    made("share")
    assert compiled == []
    made()
    assert compiled
    assert len(list(cache.iterdir())) == 1
