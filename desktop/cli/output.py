"""Where results go: the screen or a file that was not there."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from desktop.errors import UserError, reason
from desktop.language import TERMINAL
from desktop.paths import is_file
from desktop.readers.file import file_and_name
from desktop.writers import write
from desktop.writers.file import refuse_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def say(text: str) -> None:
    """Write a text to the screen; a file's name in it may have what UTF-8 has not."""
    put(text.encode("utf-8", "replace"))


def put(data: bytes, out: Path | None = None) -> None:
    """Write to the file, or at once to the screen."""
    if out:
        write(out, data, overwrite=True)  # refused beforehand where that was not meant
        return
    try:
        _print(data, sys.stdout)
    except BrokenPipeError:  # whoever read has seen enough
        write_no_more()
    except OSError as error:
        write_no_more()
        why = reason(error)
        raise UserError(
            en=f"The result cannot be written to where the output goes ({why.en}): "
            "send it elsewhere, or name a file with --out.",
            zh=f"无法把结果写到输出的位置（{why.zh}）：请改换输出位置，或用 --out 指定文件。",
        ) from error


def columns_for(out: Path | None) -> int:
    """Return how many columns the screen has; a file and a pipe have those of any terminal."""
    is_shown = out is None and sys.stdout is not None and sys.stdout.isatty()
    return shutil.get_terminal_size().columns if is_shown else TERMINAL


def write_no_more() -> None:
    """Let what is still to be written go, else Python would complain once more at the end."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print(data: bytes, stream: TextIO | None) -> None:
    if stream is None:  # it was closed before the program began
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    if stream.isatty():
        from desktop.writers.phrases import printable  # noqa: PLC0415 - a pipe does without

        # What a colleague's file brought could steer a terminal, which may lack some letters, too.
        data = printable(data.decode()).encode(stream.encoding, "replace")
    stream.flush()
    stream.buffer.write(data)
    stream.flush()


def mention(said: str) -> None:
    """Say something on stderr, on one line; it is no result, and where nobody listens not said.

    The name of a file, or of a report in it, could break the line or steer a terminal.
    """
    if sys.stderr is not None:
        from desktop.writers.phrases import printable  # noqa: PLC0415 - most commands say nothing

        line = " ".join(printable(said).splitlines())
        with suppress(OSError):
            print(f"duikan: {line}", file=sys.stderr, flush=True)  # noqa: T201


def refuse_existing(path: Path, force: bool, sources: Iterable[Path]) -> None:
    """Say before the long work what would be refused after it; an empty file holds nothing.

    The `sources` of the result, which may end in the `#name` of a report, are never replaced.
    """
    refuse_source(path, (file_and_name(source)[0] for source in sources))
    if is_file(path) and path.stat().st_size and not force:
        raise UserError(
            en=f"{path.name} exists already and was left as it is: "
            "choose another name, or add --force to replace it.",
            zh=f"“{path.name}”已存在，未作改动：请另取文件名，或加 --force 替换。",
        )
