"""Words and groups of RTF."""

from __future__ import annotations

from desktop.writers.phrases import printable

SPECIAL = {"\n": r"\line ", "\t": r"\tab "}


def field(code: str, shown: str) -> str:
    """Return a field that shows `shown` until it is brought up to date."""
    return rf"{{\field{{\*\fldinst {code}}}{{\fldrslt {shown}}}}}"


def escaped(text: str) -> str:
    r"""Return `text` so that nothing in it is a word or a group of RTF.

    >>> escaped("a{b}\\c 云\U00020bb7")
    'a\\{b\\}\\\\c \\u20113?\\u-10174?\\u-8265?'
    """
    return "".join(map(_character, printable(text)))


def _character(char: str) -> str:
    if char in "\\{}":
        return "\\" + char
    if char in SPECIAL:
        return SPECIAL[char]
    if char.isascii():
        return char
    units = char.encode("utf-16-le")
    numbers = (
        int.from_bytes(units[i : i + 2], "little", signed=True) for i in (0, 2)[: len(units) // 2]
    )
    return "".join(rf"\u{number}?" for number in numbers)
