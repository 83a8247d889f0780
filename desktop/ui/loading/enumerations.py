"""Qt's enumerations are made in one go.

PySide has Python make those of each class of Qt that is loaded: 330 with 4,500 members before the
first window, an eighth of the start. Python asks some fifty questions of a class and twenty of each
member, which all have the same answer where names stand for whole numbers. Here Python makes one
class without members of each kind; the others are like it, and their members are put in. That takes
inner names of Python: whether it comes out as Python does it is looked at first.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache
from typing import Any, TypeAlias

Members: TypeAlias = "list[tuple[str, int]]"

FLAGS = (Flag, IntFlag)
KINDS = (Enum, IntEnum, *FLAGS)
UNFIT = {"", "mro"}.union(*(vars(one) for kind in (IntEnum, IntFlag) for one in kind.__mro__))
"""Names of members that Python looks at closer."""

SAMPLE = "Sample", [("TWO", 2), ("ONE", 1), ("AGAIN", 1), ("NONE", 0), ("BOTH", 3)]

_by_python: Any = vars(EnumType)["_create_"]


def make_enumerations_at_once() -> None:
    """Let each enumeration of whole numbers that is made by a call be made in one go."""
    if all(map(_comes_out, KINDS)):
        setattr(EnumType, "_create_", _made)  # noqa: B010 - not ours


def _made(
    kind: Any, class_name: str, names: Any, *, module: str | None = None, **options: Any
) -> Any:
    """Return what Python makes of `kind(class_name, names)`."""
    if module is None:
        with suppress(ValueError):  # nobody in Python calls
            module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001 - as Python does
    is_asked_as_by_qt = options.get("boundary") is KEEP and not options.get("type")
    if kind not in KINDS or not is_asked_as_by_qt or not _is_plain(kind, names):
        return _by_python(kind, class_name, names, module=module, **options)
    made = type.__new__(EnumType, class_name, (kind,), _inner(kind))
    made.__module__, made.__qualname__ = str(module), options.get("qualname") or class_name
    type.__setattr__(made, "__new__", Enum.__new__)
    _put_in(made, names)
    if kind in FLAGS:
        _mask(made)
    return made


def _is_plain(kind: Any, members: Any) -> bool:
    """Tell whether members are names, each once, with whole numbers; flags not below zero."""
    if type(members) is not list or {*map(type, members)} != {tuple} or {*map(len, members)} != {2}:
        return False
    names, values = zip(*members, strict=True)
    return (
        {*map(type, names)} == {str}
        and {*map(type, values)} == {int}
        and len({*names}) == len(names)
        and UNFIT.isdisjoint(names)
        and "_" not in {name[0] for name in names}
        and (kind not in FLAGS or min(values) >= 0)
    )


def _inner(kind: Any) -> dict[str, Any]:
    """Return what an enumeration is made of before it has members."""
    return {
        name: value.copy() if type(value) in (list, dict) else value
        for name, value in _blank(kind).items()
    }


@cache
def _blank(kind: Any) -> dict[str, Any]:
    """Return what Python keeps of an enumeration without members."""
    own = {"__new__", "__dict__", "__weakref__"}  # which each class gets anew
    made = vars(_by_python(kind, "Blank", [], module=__name__, boundary=KEEP))
    return {name: value for name, value in made.items() if name not in own}


def _put_in(made: Any, members: Members) -> None:
    """Put members into an enumeration that has none; one of a known value is its other name."""
    kept = vars(made)
    names, by_name, by_value = (
        kept["_member_names_"],
        kept["_member_map_"],
        kept["_value2member_map_"],
    )
    is_number, is_flag = issubclass(made, int), issubclass(made, Flag)
    keep = type.__setattr__
    for name, value in members:
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if is_number else object.__new__(made)
            by_value[value] = member
            member._value_, member._name_, member.__objclass__ = value, name, made
            member._sort_order_ = len(names)
            if not is_flag or value.bit_count() == 1:
                names.append(name)
        by_name[name] = member
        keep(made, name, member)
    kept.get("_hashable_values_", []).extend(by_value)  # of some Pythons


def _mask(made: Any) -> None:
    """Tell an enumeration of flags which bits its members have, and how to go through them."""
    values = [*vars(made)["_value2member_map_"]]
    singles = [value for value in values if value.bit_count() == 1]
    mask = 0
    for value in values:
        mask |= value
    inner = {"_flag_mask_": mask, "_singles_mask_": sum(singles)}
    inner["_all_bits_"] = 2 ** mask.bit_length() - 1
    for name, value in inner.items():
        type.__setattr__(made, name, value)
    if singles != sorted(singles):
        type.__setattr__(made, "_iter_member_", made._iter_member_by_def_)


def _comes_out(kind: Any) -> bool:
    """Tell whether a sample comes out as Python does it, to the last inner name."""
    says: dict[str, Any] = {"module": __name__, "boundary": KEEP}
    try:
        made, by_python = (make(kind, *SAMPLE, **says) for make in (_made, _by_python))
        return _all_of(made) == _all_of(by_python)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


def _all_of(made: Any) -> list[list[str]]:
    """Return what is kept of an enumeration and of each member, as Python writes it."""
    members = vars(made)["_member_map_"].values()
    return [
        sorted(f"{name}={value!r}" for name, value in vars(one).items()) for one in (made, *members)
    ]
