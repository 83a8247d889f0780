"""Values → JSON and back, for what comes out of the process that reads files.

Not pickle: a file that took that process over could make a pickle run anything here.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from desktop.report.model import HeadingHint, Note, SetAside
from desktop.text.quantity import Comparator
from desktop.text.span import Span

Value = TypeVar("Value")
PLAIN = (str, int, float, bool, NoneType)
UNIONS = (Union, UnionType)
# What the values import for the type checker alone, and their hints name.
NAMES = {
    "Span": Span,
    "HeadingHint": HeadingHint,
    "Comparator": Comparator,
    "Note": Note,
    "SetAside": SetAside,
}


def packed(value: object) -> bytes:
    """Return a value of the pipeline as JSON; lone surrogates pass."""
    return json.dumps(_plain(value), separators=(",", ":")).encode("ascii")


def unpacked(data: bytes, kind: type[Value] | Any) -> Value:
    """Return the value of type `kind` that was packed.

    Raises ValueError for what is no such value.
    """
    try:
        value: Value = _typed(json.loads(data), kind)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no {kind}") from error
    return value


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple | list | frozenset):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if not isinstance(value, PLAIN):
        raise TypeError(f"{type(value).__name__} does not leave the process")
    return value


def _typed(value: Any, kind: Any) -> Any:
    if get_origin(kind) in UNIONS:
        if value is None:
            return None
        [kind] = (each for each in get_args(kind) if each is not NoneType)
    if get_origin(kind) is tuple:
        item, *_ = get_args(kind)
        return tuple(_typed(each, item) for each in value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        given = zip(hints.items(), value, strict=True)
        return kind(**{name: _typed(each, hint) for (name, hint), each in given})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if not isinstance(value, (int, float) if kind is float else kind):
        raise TypeError(f"{value!r:.40} is no {kind}")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    """Return the types of a dataclass's fields, in their order."""
    hints = get_type_hints(kind, localns=NAMES)
    return {field.name: hints[field.name] for field in fields(kind)}
