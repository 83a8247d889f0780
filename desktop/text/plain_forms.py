"""Traditional characters as simplified ones, character for character, and the way back."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


# Characters whose plain form their words tell: simplified texts write some of them too, in other
# words. In 116 real reports in simplified characters none of these expressions finds anything. 覆
# is left alone (答覆, 覆盖): there are so many that to look at their words takes too long.
BY_WORDS = {"著": "着", "乾": "干", "瞭": "了", "藉": "借", "畫": "划"}
_IN_WORDS = re.compile(
    # 沿著, 著力; not 显著, 著名, 知著, nor where a quote begins with it, of which that is unknown
    r"著(?<![显卓昭名专原编论巨译土遗拙合共新所撰知]著)(?![名作称述书录者])(?:(?<=[一-鿿]著)|(?=[力重眼手]))"
    r"|乾(?:(?=[净旱燥枯洗涸果货杯湿粮])|(?<=[饼晒烘风葡肉豆]乾))"  # 乾淨; not 乾隆, 乾县
    r"|瞭(?:(?=[解如然])|(?<=明瞭))"  # 瞭解; not 瞭望
    r"|藉(?:(?<=凭藉)|(?=[由此助着以口])(?<![慰狼枕蕴]藉))"  # 藉由; not 慰藉
    r"|畫(?<=[计规企筹策]畫)"  # 計畫
)


def plain(text: str) -> str:
    """Write plain forms for traditional characters, one for one, so that every offset stays.

    >>> plain("沿著新發展理念，成效顯著"), plain("瞭解計畫"), plain("乾隆年间")
    ('沿着新发展理念，成效显著', '了解计划', '乾隆年间')
    """
    return in_plain_forms(text, _some(), {})


def in_plain_forms(
    text: str, some: re.Pattern[str], others: Mapping[str, str], met: set[str] | None = None
) -> str:
    """Return `text` with other characters as `exchanged` does, and in plain forms besides.

    `some` finds those of `others`, traditional ones, and those of BY_WORDS: to look for them apart
    would take as long again. `met` comes to hold the traditional ones.
    """
    at = 0
    told: list[int] = []
    while found := some.search(text, at):
        at = found.start()  # since a compatibility form may be of a traditional one
        if (char := found[0]) in others:
            text = text.replace(char, others[char])
        elif char in BY_WORDS:
            told.append(at)
            at += 1
        else:
            text = text.replace(char, plain_forms()[char])
            if met is not None:
                met.add(char)
    return _told_by_words(text, told) if told else text


def _told_by_words(text: str, places: Iterable[int]) -> str:
    """Return a text in plain forms but for the characters at some places with these told too."""
    pieces: list[str] = []
    at = 0
    for place in places:
        if _IN_WORDS.match(text, place):
            pieces += (text[at:place], BY_WORDS[text[place]])
            at = place + 1
    told = "".join((*pieces, text[at:])) if pieces else text
    return told.replace("畫", "画")  # as it is in all other words


def as_in(words: str, text: str) -> str:
    """Return plain words as `text` writes them, from which they were taken in pieces.

    >>> as_in("新增养老床位里程", "新增養老機構床位，鐵路里程在城裡延長")
    '新增養老床位里程'
    """
    if words in text or (plainly := plain(text)) == text:  # as nearly always
        return words
    shown: list[str] = []
    while words:
        size = next((n for n in range(len(words), 0, -1) if words[:n] in plainly), 0)
        at = plainly.find(words[:size])
        shown.append(text[at : at + size] if size else words[0])
        words = words[size or 1 :]
    return "".join(shown)


@cache
def plain_forms() -> dict[str, str]:
    """Return the plain form of each traditional character but those that words tell."""
    pairs = _pairs()
    return dict(zip(pairs[::3], pairs[1::3], strict=True))


def to_be_plain() -> str:
    """Return all characters that may have a plainer form: most texts need no more of the table."""
    return _pairs()[::3] + "".join(BY_WORDS)


def _pairs() -> str:
    return resource("simplified.txt").read_text("utf-8")  # a blank or line end behind each


@cache
def _some() -> re.Pattern[str]:
    """Return what finds a traditional character: it takes two milliseconds to compile."""
    return re.compile(f"[{to_be_plain()}]")
