"""The way in: the window without arguments or with two files, otherwise a command."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

from desktop.paths import is_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.writers.contents import Look
    from desktop.writers.document import Document

WINDOW_COMMAND = "gui"
TRIAL_OPTION = "--smoke"
WINDOWS = sys.platform == "win32"
STOPPED = 130  # the exit code that shells give to what Ctrl+C has ended
EITHER_OPTIONS = ("--language", "--library")  # of the window and of every command


def start() -> NoReturn:
    """Run the program as the command line asks for, and end the process."""
    write_utf8(sys.stdout, sys.stderr)
    try:
        code = main()
    except KeyboardInterrupt:
        code = stopped()
    gc.freeze()  # else Python looks for cycles once more, in all that goes with the process
    sys.exit(code)


def stopped() -> int:
    """Say that Ctrl+C has stopped a command and end as it ends others; return the code if not.

    A shell that runs a line of commands stops with one that the signal itself has ended.
    """
    import os  # noqa: PLC0415 - hardly anybody needs it
    import signal  # noqa: PLC0415 - see above

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from desktop.cli.output import mention  # noqa: PLC0415 - see above
    from desktop.language import CHINESE, language_of  # noqa: PLC0415 - see above

    mention("已中断。" if language_of(sys.argv[1:]) == CHINESE else "Stopped.")
    if not WINDOWS:
        os.kill(os.getpid(), signal.SIGINT)
    return STOPPED


def write_utf8(*streams: object) -> None:
    """Write UTF-8 into files and pipes: what Windows takes for them may have no Chinese.

    A terminal says itself what it understands, but on Windows, where all consoles take UTF-8, NUL
    passes for one. A window without a console has no streams at all.
    """
    for stream in streams:
        if isinstance(stream, TextIOWrapper) and (WINDOWS or not stream.isatty()):
            stream.reconfigure(encoding="utf-8", errors=stream.errors)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window or run the command that `argv` asks for; return the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # noqa: PLC0415 - only a packaged program needs it

        freeze_support()  # first: the process that reads files starts here too, and needs no more
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == [TRIAL_OPTION]:
        from desktop.ui.smoke import run_trial  # noqa: PLC0415 - a command does without Qt

        return run_trial()
    with uncollected():
        if not asks_for_window(arguments):
            from desktop.compiled import keep_compiled, recall_compiled  # noqa: PLC0415 - see below

            recall_compiled("commands")
            from desktop import cli  # noqa: PLC0415 - the process that reads files does without

            code = cli.main(arguments, {"pdf": _to_pdf})
            keep_compiled("commands")
            return code
        from desktop.ui.start import main as open_window  # noqa: PLC0415 - it starts others first

        said, rest = either_first(arguments)
        with ended_by_ctrl_c():
            return open_window([*said, *(rest[1:] if rest[:1] == [WINDOW_COMMAND] else rest)])


@contextmanager
def ended_by_ctrl_c() -> Iterator[None]:
    """Let Ctrl+C in the terminal end the window, where all that is done is saved already.

    Python hears it only when Qt next calls it, and it would be taken for a bug of the window.
    A window that was started so that it does not hear it at all (`duikan &` in a script) does not.
    """
    import signal  # noqa: PLC0415 - a command does without

    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles of garbage.

    Reading and comparing make none, but so many values that stay that Python would go through
    all there is a dozen times: a tenth of the time. The window breaks its cycles up itself, see
    `desktop.ui.tasks.tidying`.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _to_pdf(document: Document, look: Look) -> bytes:
    """Set a document as the window does: only Qt can, and only this asks for it."""
    from desktop.ui.loading import load_qt  # noqa: PLC0415 - every other command does without Qt

    load_qt()
    from desktop.ui.paper.pdf import to_pdf  # noqa: PLC0415 - see above

    return to_pdf(document, look)


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Return whether the window is meant: no argument, `gui …`, or one or two existing files."""
    _, rest = either_first(arguments)
    if rest[:1] == [WINDOW_COMMAND]:
        return True
    if len(rest) > 2 or not all(map(is_file, rest)):
        return False
    return not (rest and _is_command(rest[0]))


def _is_command(word: str) -> bool:
    """Tell whether a word is a command's; a file may be called "compare" as well."""
    if not (word.isascii() and word.isalpha()):
        return False  # as nearly always: what commands there are takes longer to load than a window
    from desktop.cli.commands import COMMANDS  # noqa: PLC0415 - see above

    return word in COMMANDS


def either_first(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the language and the library, which may stand before the command, from the rest.

    >>> either_first(["--language", "zh", "gui", "去年.txt"])
    (['--language', 'zh'], ['gui', '去年.txt'])
    """
    rest = list(arguments)
    said: list[str] = []
    while rest and rest[0].partition("=")[0] in EITHER_OPTIONS:
        taken = 1 if "=" in rest[0] else 2
        said, rest = said + rest[:taken], rest[taken:]
    return said, rest


if __name__ == "__main__":
    start()
