"""The command shell over the same core as the window.

Exit codes: 0 done, 1 a bug (with its trace), 2 wrong usage or an input that cannot be used (with
one sentence why on stderr); 130, as a shell says, after Ctrl+C.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop.cli.arguments import parse_arguments
from desktop.cli.commands import COMMANDS
from desktop.cli.output import mention
from desktop.command_line import DONE, UNUSABLE
from desktop.errors import UserError
from desktop.language import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.writers.formats import Setter


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
        arguments.language, arguments.more = language, more_formats
        COMMANDS[arguments.command](arguments)
    except UserError as error:
        mention(error.in_language(language))
        return UNUSABLE
    return DONE
