"""Letters: how values go between the window and the process that computes.

Left to itself a frozen slotted value writes and sets its fields one by one, in Python. Here it goes
as a call of its class with all of them, which takes half the time on either end.
"""

from __future__ import annotations

import copyreg
import pickle
from io import BytesIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = tuple[type, tuple[object, ...]]

ANSWER, FAULT = b"a", b"f"  # what a letter of the process begins with: a value, an exception
PROGRESS, PIECE = b"p", b"i"  # which come before them: a share, a part of the value
STOP = "stop"  # a request without an answer of its own


def to_letter(value: object) -> bytes:
    """Return a value as bytes."""
    into = BytesIO()
    pickler = pickle.Pickler(into, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _CALLS
    pickler.dump(value)
    return into.getvalue()


def from_letter(letter: bytes) -> Any:
    """Return the value of a letter that our own process wrote."""
    return pickle.loads(letter)  # noqa: S301 - see above


class _Calls(dict[type, "Callable[[Any], Any]"]):
    """How values of each class are written, found out when the first of them is."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        from dataclasses import is_dataclass  # noqa: PLC0415 - the first process starts before

        if not is_dataclass(kind):
            return copyreg.dispatch_table[kind]
        self[kind] = _call_of(kind)
        return self[kind]


def _call_of(kind: Any) -> Callable[[Any], Call]:
    from dataclasses import fields  # noqa: PLC0415 - see above

    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        values = attrgetter(*names)
        return lambda value: (kind, values(value))
    return lambda value: (kind, tuple(getattr(value, name) for name in names))


_CALLS = _Calls()
