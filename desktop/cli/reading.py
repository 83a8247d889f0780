"""How the commands read: text here, everything else in a process of its own."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import cache
from typing import TYPE_CHECKING

from desktop.readers import is_plain, read_report
from desktop.readers.limits import LIMITS, refuse_large, size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.readers.safely import SafeReader
    from desktop.report.model import Report

    Read = Callable[[Path, str | None], Report]


@contextmanager
def open_reader() -> Iterator[Read]:
    """Yield what reads a file; a process is started only where a file needs one.

    Plain text is read here: starting a process would take longer than the reading.
    """
    with ExitStack() as running:

        @cache
        def reader() -> SafeReader:
            from desktop.readers.safely import SafeReader  # noqa: PLC0415 - text does without

            return running.enter_context(SafeReader())

        def read(path: Path, encoding: str | None) -> Report:
            refuse_large(path, size_of(path), LIMITS)
            return (read_report if is_plain(path) else reader().read)(path, encoding)

        yield read
