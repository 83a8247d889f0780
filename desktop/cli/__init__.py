"""The command shell over the same core as the window.

Exit codes: 0 done, 1 a bug (with its trace), 2 wrong usage or an input that cannot be used (with
one sentence why on stderr).
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop.cli.arguments import parse_arguments
from desktop.cli.commands import COMMANDS
from desktop.errors import UserError
from desktop.language import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.writers.formats import Setter

DONE = 0
UNUSABLE = 2


def main(
    argv: Sequence[str] | None = None, more_formats: Mapping[str, Setter] | None = None
) -> int:
    """Run the command that `argv` asks for and return the exit code.

    `more_formats` has by their suffixes the formats that the core cannot write.
    """
    given = sys.argv[1:] if argv is None else argv
    language = language_of(given)
    try:
        arguments = parse_arguments(given, language)
        arguments.more = more_formats
        COMMANDS[arguments.command](arguments, language)
        sys.stdout.flush()
    except UserError as error:
        print(f"duikan: {error.in_language(language)}", file=sys.stderr)  # noqa: T201
        return UNUSABLE
    except BrokenPipeError:
        # Whoever read has seen enough. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
