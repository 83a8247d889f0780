"""The parser of what is typed, which speaks both languages; argparse knows English alone."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desktop.errors import UserError
from desktop.language import CHINESE, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

DONE, UNUSABLE = 0, 2  # exit codes; the other is a bug
USAGE = "用法："
TITLES = {"positional arguments": "参数", "options": "选项"}
COUNTS = {"one argument": "一个值", "at least one argument": "至少一个值"}
UNBROKEN = re.compile(r"[“（]?(?:[!-~]+ ?|.)[，。；：、？）”]*")  # no line ends within
FAULTS = (  # what argparse says, and the same in Chinese
    (
        r"argument (?P<name>.+?): invalid choice: (?P<given>.*) \(choose from (?P<known>.*)\)",
        "{name} 不能是“{given}”，可选：{known}",
    ),
    (
        r"argument (?P<name>.+?): invalid int value: (?P<given>.*)",
        "{name} 须是整数，而非“{given}”",
    ),
    (r"argument (?P<name>.+?): expected (?P<count>.+)", "{name} 后面须有{count}"),
    (
        r"argument (?P<name>.+?): ignored explicit argument (?P<given>.*)",
        "{name} 后面不带值，多出“{given}”",
    ),
    (
        r"ambiguous option: (?P<given>.+) could match (?P<known>.+)",
        "“{given}”可以指多个选项：{known}",
    ),
    (r"unrecognized arguments: (?P<given>.+)", "无法识别“{given}”"),
    (r"the following arguments are required: (?P<known>.+)", "缺少 {known}"),
)


NO_COMMAND = re.compile(
    r"argument COMMAND: invalid choice: (?P<given>.*) \(choose from (?P<known>.*)\)", re.DOTALL
)


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence; its help is an argument like others."""

    def __init__(self, prog: str | None = None, **named: Any) -> None:
        super().__init__(prog, **{**named, "add_help": False})

    def error(self, message: str) -> NoReturn:
        """Raise UserError; argparse would print the whole usage and exit."""
        if found := NO_COMMAND.fullmatch(message):
            raise no_command(**found.groupdict())
        raise UserError(
            en=f"{message}: see {self.prog} --help.",
            zh=f"命令写法不对（{in_chinese(message)}）：请看 {self.prog} --help。",
        )


class ChineseHelp(argparse.HelpFormatter):
    """Lays help out as argparse does, under Chinese titles, and knows how wide a character is."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Say how a command is written."""
        super().add_usage(usage, actions, groups, USAGE if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Begin a list of arguments."""
        super().start_section(TITLES.get(heading or "", heading))

    def format_help(self) -> str:
        """Return the help; argparse ends every title with its own colon."""
        return re.sub(r"^([参数选项]+):$", r"\1：", super().format_help(), flags=re.MULTILINE)

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = [""]
        for part in UNBROKEN.findall(text):
            if columns_of(lines[-1] + part.rstrip()) > width:
                lines.append("")
            lines[-1] += part
        return [line.rstrip() for line in lines]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in self._split_lines(text, width - len(indent)))


class ChineseParser(Parser):
    """A parser that gives its help in Chinese, as those of its commands do."""

    def __init__(self, prog: str | None = None, **named: Any) -> None:
        super().__init__(prog, **{**named, "formatter_class": ChineseHelp})


def parser_in(language: str) -> type[Parser]:
    """Return the parser that speaks `language`."""
    return ChineseParser if language == CHINESE else Parser


def new_file(given: str) -> Path:
    """Return the file that is to be written; raises UserError for what is called like a folder."""
    if given.endswith(("/", os.sep)):
        raise UserError(
            en=f"{given} is a folder: name a file in it.",
            zh=f"“{given}”是文件夹：请指定其中的文件名。",
        )
    return Path(given)


def no_command(given: str, known: str) -> UserError:
    """Return what to say of a first word that is no command: it may be the name of a file."""
    word = _word("given", given)
    names = [*_word("known", known).split("、"), "gui"]
    return UserError(
        en=f"“{word}” is no command: give one of {', '.join(names)}, "
        "or one or two files that exist, which the window opens.",
        zh=f"“{word}”不是命令：请用 {'、'.join(names)} 之一，"
        "或只给出一两个已有的文件，在窗口中打开。",
    )


def in_chinese(message: str) -> str:
    """Return what argparse says in Chinese, as it is where it says something that is not known.

    >>> in_chinese("argument --side: invalid choice: 'up' (choose from 'left', 'right')")
    '--side 不能是“up”，可选：left、right'
    """
    for form, said in FAULTS:
        if found := re.fullmatch(form, message, re.DOTALL):
            return said.format_map(
                {name: _word(name, text) for name, text in found.groupdict().items()}
            )
    return message


def _word(name: str, text: str) -> str:
    if name == "known":
        return "、".join(part.strip("'") for part in text.split(", "))
    return text.strip("'\"") if name == "given" else COUNTS.get(text, text)
