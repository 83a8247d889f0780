"""Find words or a pattern in a text, whichever way they are written there."""

from __future__ import annotations

import re
import string
import warnings

from desktop.errors import UserError
from desktop.text.exchanging import exchanged
from desktop.text.normalize import Folded, fold, narrow
from desktop.text.span import Span

MOST_PLACES = 5_000  # of a pattern in one text: more are no places but the whole text
PIECE = re.compile(r"\\.|[^\0-\x7f]+", re.DOTALL)
"""What of a pattern may be folded; a backslash goes with what is behind it, which may be one."""

REASONS = {
    "missing ), unterminated subpattern": "左括号没有配对",
    "unbalanced parenthesis": "右括号没有配对",
    "unterminated character set": "方括号没有配对",
    "bad character range": "字符范围首尾颠倒",
    "nothing to repeat": "重复符号前没有内容",
    "multiple repeat": "重复符号连用",
    "min repeat greater than max repeat": "重复次数首尾颠倒",
    "bad escape": "反斜杠后的字符无效",
    "unknown extension": "问号后的写法无效",
    "look-behind requires fixed-width pattern": "向后查看的长度不固定",
    "invalid group reference": "引用的分组不存在",
}
"""What Python says is wrong with a pattern, and how it is said in Chinese; nothing of the rest."""


# Traditional characters that elsewhere their words tell: what is looked for may be half of one.
_ALIKE = {"著": "着", "乾": "干", "瞭": "了", "藉": "借", "畫": "画"}
_SMALL = dict(zip(string.ascii_uppercase, string.ascii_lowercase, strict=True)) | _ALIKE
_LARGE = re.compile(f"[A-Z{''.join(_ALIKE)}]")


def _plain(text: str) -> str:
    """Write small letters and plain forms, one character for one, so that every offset stays."""
    return exchanged(text, _LARGE, _SMALL)


def searchable(text: str) -> Folded:
    """Fold what `fold` folds, and capitals besides.

    >>> searchable("ＧＤＰ增長 5.5 %").text
    'gdp增长5.5%'
    """
    folded = fold(text)
    return Folded(_plain(folded.text), folded.offsets)


def find_all(wanted: str, text: Folded) -> tuple[Span, ...]:
    r"""Return where `wanted` stands, in order and apart, as spans of the source of `text`.

    `text` is what `searchable` made. Words that a line's end cuts in two are found too.

    >>> find_all("养老 床位", searchable("新增養老\n床位300张。"))
    (Span(start=2, end=7),)
    """
    return text.places(searchable(wanted).text.strip())


def find_pattern(pattern: str, text: str, most: int = MOST_PLACES) -> tuple[Span, ...]:
    r"""Return where a regular expression matches, in order and apart; the first `most` places.

    Width, punctuation, capitals and traditional characters do not matter, in the pattern as in the
    text, and `^` and `$` are the ends of lines. It may take for ever: who asks has to see to that.
    Raises UserError where the expression is broken.

    >>> find_pattern(r"增長\d+[％个]", "增长５％，增长6个百分点", most=9)
    (Span(start=0, end=4), Span(start=5, end=9))
    """
    _compiled(pattern)  # so that an error names the place in what was written
    found: list[Span] = []
    for match in _compiled(_plain_pattern(pattern)).finditer(_plain(narrow(text))):
        if match.end() > match.start():
            found.append(Span(*match.span()))
            if len(found) == most:
                break
    return tuple(found)


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what may mean something else one day
            return re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    except re.error as error:
        raise _broken(pattern, error.msg, error.pos) from error
    except (OverflowError, RecursionError) as error:
        raise _broken(pattern, str(error), None) from error


def _plain_pattern(pattern: str) -> str:
    """Fold what stands for itself, which it still does where it folds into a sign of patterns."""
    return PIECE.sub(_plain_piece, pattern)


def _plain_piece(found: re.Match[str]) -> str:
    """Fold signs that stand beside each other as one, since they tell each other's plain form."""
    escaped = found[0][0] == "\\"
    words = found[0][escaped:]
    return found[0] if words.isascii() else re.escape(_plain(narrow(words)))


def _broken(pattern: str, why: str, place: int | None) -> UserError:
    at = ("", "") if place is None else (f" at character {place + 1}", f"第 {place + 1} 个字符")
    reason = next((zh for en, zh in REASONS.items() if why.startswith(en)), "")
    told = "，".join(filter(None, (at[1], reason)))
    return UserError(
        en=f"“{pattern}” is no regular expression{at[0]} ({why}): mend it, or look for words.",
        zh=f"“{pattern}”不是有效的正则表达式{told and f'（{told}）'}：请修改，或改按文字查找。",
    )
