"""The process that reads files: started once, it answers one request after the other.

Whatever a file does to it, the program that started it lives on. A request is JSON; an answer is
one byte that says what it is, one that says whether the process should be replaced, then JSON.
"""

from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.compiled import keep_compiled
from desktop.errors import ReadError
from desktop.readers.confine import allow_seconds, confine_myself, end_with_parent, peak_memory
from desktop.readers.limits import size_of, too_big, unforeseen
from desktop.readers.wire import packed
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.readers.limits import Limits
    from desktop.spawning import Connection

READY = b"ready"
VALUE, REFUSAL = b"v", b"r"
FRESH, WORN = b"f", b"w"
AT_EASE = 1.0  # seconds without a file, after which there is time to load what others may need
WORN_SHARE = 0.5  # of the memory allowed: what was freed is in pieces that the next file cannot use


def _read(path: Path, encoding: str | None, keep: Iterable[tuple[int, int]]) -> object:
    from desktop.readers.report import read_report  # noqa: PLC0415 - the parent does without

    return read_report(path, encoding, [Span(start, end) for start, end in keep])


def _list(path: Path, encoding: str | None) -> object:
    from desktop.readers.report import list_reports  # noqa: PLC0415 - see above

    return list_reports(path, encoding)


CALLS: dict[str, Callable[..., object]] = {"read": _read, "list": _list}


def serve(
    requests: Connection, lifeline: Connection, limits: Limits, folder: str, *, is_known: bool
) -> None:
    """Answer requests until nobody is there to ask; temporary files go into `folder`.

    `is_known` says whether what is compiled was kept by an earlier start.
    """
    confine_myself(limits)
    watch = end_with_parent(lifeline, limits, folder)
    tempfile.tempdir = folder
    requests.send_bytes(READY)
    _load(requests, is_known=is_known)
    keep_compiled("reader")  # now: what reads files may not be trusted later
    while True:
        try:
            request = requests.recv_bytes()
        except EOFError:
            watch.join()  # which ends us when it has cleared up
            return
        requests.send_bytes(_answer(json.loads(request), limits))


def _load(requests: Connection, *, is_known: bool) -> None:
    """Load what reads any file, and what reads each format if none waits, which gets its own.

    At the first start, when nothing is known that was compiled, all of it is, to be kept.
    """
    import desktop.readers.report  # noqa: F401, PLC0415 - see above
    from desktop.readers.formats import KINDS, reader_of  # noqa: PLC0415 - see above

    if not is_known:
        _read_of_ours()
    if not (is_known and requests.poll(AT_EASE)):
        for kind in KINDS:
            reader_of(kind)


def _read_of_ours() -> None:
    """Read a text, since some of what is compiled is so when the first one needs it."""
    with suppress(OSError, ReadError):  # nothing is missed
        file = Path(tempfile.gettempdir(), "report.txt")
        file.write_text("报告", encoding="utf-8")
        _read(file, None, ())
        file.unlink()


def _answer(request: list[object], limits: Limits) -> bytes:
    call, name, *arguments = request
    path = Path(str(name))
    allow_seconds(limits.seconds_for(size_of(path)))
    try:
        value = packed(CALLS[str(call)](path, *arguments))
    except ReadError as error:
        return _refused(error, _state(limits))
    except MemoryError:
        return _refused(too_big(path, limits), WORN)
    except Exception as fault:  # noqa: BLE001 - a parser has more ways to fail than it tells of
        return _refused(unforeseen(path, type(fault).__name__), WORN)
    return VALUE + _state(limits) + value


def _refused(error: ReadError, state: bytes) -> bytes:
    return REFUSAL + state + packed((error.en, error.zh))


def _state(limits: Limits) -> bytes:
    return WORN if peak_memory() > WORN_SHARE * limits.memory_bytes else FRESH
