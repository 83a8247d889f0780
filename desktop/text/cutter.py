"""Cut folded text into the words of a dictionary.

The dictionary is the part of jieba's that cuts such reports (resources/words.txt): an eighth of the
words, all but few of the same cuts, and a third of the time at every start.
"""

from __future__ import annotations

import re
import sys
from collections import deque
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec, module_from_spec
from io import BytesIO
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, TypeAlias

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Words: TypeAlias = "Iterable[tuple[int, list[str]]]"  # those of one frequency together, behind it
THE_OTHERS = "\ue000"
"""A word that no text has: its frequency is that of all words that were left out."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def cut(folded: str) -> list[str]:
    """Cut folded text into pieces that join to it: words, digits, marks, white space.

    >>> cut("稳就业,")
    ['稳', '就业', ',']
    """
    try:
        return _cutter()(folded)
    except UnicodeEncodeError:  # half of a pair, of which the compiled cutter knows nothing
        pieces = _cutter()(_SURROGATE.sub("\ufffd", folded))
    ends = accumulate(map(len, pieces))
    return [folded[end - len(piece) : end] for piece, end in zip(pieces, ends, strict=True)]


@cache
def _cutter() -> Callable[[str], list[str]]:
    """Return the word cutter: the compiled one where its wheel exists, else the Python one."""
    return (compiled_cutter if find_spec("rjieba") else python_cutter)(dictionary())


def dictionary() -> Words:
    """Return the words that come with the program."""
    lines = resource("words.txt").read_bytes().decode().rstrip().split("\n")
    parts = (line.partition(" ") for line in lines)
    return ((int(frequency), words.split(" ")) for frequency, _, words in parts)


def compiled_cutter(words: Words) -> Callable[[str], list[str]]:
    """Return the compiled word cutter.

    Only the inner module is loaded: the package around it loads the whole dictionary.
    """
    with _unloaded("rjieba"):
        from rjieba.rjieba import Jieba  # noqa: PLC0415 - not on every platform
    cutter = Jieba.empty()
    for frequency, alike in words:  # forty thousand, without a step of Python for each
        deque(map(cutter.add_word, alike, repeat(frequency), repeat(None)), maxlen=0)
    found: Callable[[str], list[str]] = cutter.cut
    return found


@contextmanager
def _unloaded(package: str) -> Iterator[None]:
    """Let modules of a package be imported without what the package itself does at its import."""
    if package in sys.modules:
        yield
        return
    spec = find_spec(package)
    if spec is None:
        raise ImportError(package)
    sys.modules[package] = module_from_spec(spec)
    try:
        yield
    finally:
        del sys.modules[package]


def python_cutter(words: Words) -> Callable[[str], list[str]]:
    """Return the word cutter in Python.

    By itself it keeps its words in the folder for temporary files, where anyone may write, and
    loads from there what it finds.
    """
    import jieba  # noqa: PLC0415 - seldom needed

    lines = "".join(f"{word} {frequency}\n" for frequency, alike in words for word in alike)
    cutter = jieba.Tokenizer()
    cutter.FREQ, cutter.total = cutter.gen_pfdict(BytesIO(lines.encode("utf-8")))
    cutter.initialized = True
    found: Callable[[str], list[str]] = cutter.lcut
    return found
