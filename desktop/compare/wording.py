"""The wording of two reports: terms and set phrases that appear, vanish, grow and shrink."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.compare.contexts import Spoken, spoken
from desktop.compare.features.numbering import BREAK
from desktop.compare.features.vocabulary import is_content
from desktop.compare.findings import Mention, Term
from desktop.compare.model import Trend
from desktop.compare.phrases.keyness import SIGNIFICANT, keyness, rarities
from desktop.compare.phrases.phrase_edges import NEVER_FIRST, NEVER_LAST, SEPARATING
from desktop.compare.phrases.set_phrases import OWN_USES, named_programmes, repeated_phrases
from desktop.report.model import Role
from desktop.text.cutter import cut
from desktop.text.normalize import fold, fold_text
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.report.model import ParsedReport

QUOTED = re.compile(r'"(?!、)([^",。;:!?\ue000]{2,12})"|《([^《》\ue000]{2,30})》')
# How much a kind of term is worth to a reader at equal numbers, judged by eye on three pairs:
# who puts words into quotes coins a term; single words are seldom terms.
WORTH_QUOTED, WORTH_PROGRAMME, WORTH_PHRASE, WORTH_WORD, WORTH_SHORT = 2.0, 1.5, 1.0, 0.5, 0.4
WORTH_FIGURE = 1.0  # of a word in quotes that may be a figure of speech: 硬骨头, 躺平
LONG_WORD = 3
FEWEST_WORDS = 2  # uses of a single word; a quoted term or a programme counts from the first
FEWEST_SHORT = 3  # of one of two characters: of 302 that one of six pairs has twice 35 are terms
WORTH_COUNTING = 1.0  # keyness as cut, below which no search will make it significant
NUMBERED = re.compile(r"[一二三四五六七八九十百千万亿两多几数第]")
# What stands behind a coined term, whose kind it says: "赛马比拼"机制, "工业上楼"模式.
NAMED_THING = re.compile(
    '[^,。;:!?"]{0,3}(?:模式|机制|行动|工程|计划|改革|试点|平台|品牌|体系|政策|战略|任务|建设|攻坚|制度|服务|活动|项目|经济|产业|'
    "城市|企业|理念|监管|方案|办法|规划|示范|标准|格局|集群|专项|整治|治理|基金|经验)"
)
TRENDS = tuple(Trend)
LOOSE_END = re.compile(
    r"[的了和与及或在对为是有等于以出中上下内全各更再不要把将向从到就还而但如因由所之得着过]$"
)


@dataclass(frozen=True, slots=True, eq=False)
class _Speech:
    """What one report says: passages, their folded text in one piece, and its words."""

    report: ParsedReport
    passages: tuple[Spoken, ...]
    starts: tuple[int, ...]
    text: str
    plan: int  # where in the text the plan begins
    words: tuple[str, ...]  # "" for marks and numbers
    counts: Counter[str]
    size: int  # words, without marks and numbers


def wording(left: ParsedReport, right: ParsedReport) -> tuple[Term, ...]:
    """Return the terms whose use differs, by trend, what is worth reading first in front."""
    a, b = _speech(left), _speech(right)
    candidates = _candidates(a, b)
    for name in (left.report.body, right.report.body):
        candidates.pop(fold_text(name), None)
    uses = _counted(candidates, a, b)
    trends = {text: found for text in uses if (found := _trend(*uses[text], a.size, b.size))}
    terms = [
        Term(text, trend, *uses[text], _weight(*uses[text], candidates[text][0], rarity, a, b))
        for (text, trend), rarity in zip(trends.items(), rarities(tuple(trends)), strict=True)
    ]
    quoted = {text for text in trends if candidates[text][0] == WORTH_QUOTED}
    shown = [_shown(term, a, b) for term in _without_parts(terms, quoted)]
    return tuple(sorted(shown, key=_reading_order))


def _reading_order(term: Term) -> tuple[int, float, int, int, str]:
    """Sort by trend and worth, and what is worth the same as the right report has it, or the left.

    Two halves of a figure of speech stand side by side so: 从"书架"走上"货架". Of two terms in one
    place the longer comes first: 轻工业, 轻工.
    """
    mention = term.right_mention or term.left_mention
    at = mention.span.start if mention else 0
    return TRENDS.index(term.trend), -term.weight, at, -len(term.text), term.text


def _weight(n: int, m: int, worth: float, rarity: float, a: _Speech, b: _Speech) -> float:
    return round(keyness(n, m, a.size, b.size) * rarity * worth, 2)


def _trend(left: int, right: int, left_size: int, right_size: int) -> Trend | None:
    if not left or not right:
        return Trend.NEW if right else Trend.VANISHED if left else None
    grows = right * left_size > left * right_size
    # In a much longer report a term may stand oftener and yet have less of a share.
    is_seen = right > left if grows else right < left
    if not is_seen or keyness(left, right, left_size, right_size) < SIGNIFICANT:
        return None
    return Trend.GROWN if grows else Trend.SHRUNK


def _speech(report: ParsedReport) -> _Speech:
    passages = spoken(report)
    texts = (p.span.of(report.report.text).replace(BREAK, " ") for p in passages)
    text = fold_text(BREAK.join(texts))
    starts = (0, *(match.end() for match in re.finditer(BREAK, text)))[: len(passages)]
    plans = (at for at, passage in zip(starts, passages, strict=True) if passage.role is Role.PLAN)
    pieces = cut(text)
    content = frozenset(filter(is_content, set(pieces)))
    words = tuple(piece if piece in content else "" for piece in pieces)
    counts = Counter(filter(None, words))
    return _Speech(
        report, passages, starts, text, next(plans, 0), words, counts, max(counts.total(), 1)
    )


def _candidates(a: _Speech, b: _Speech) -> dict[str, tuple[float, int, int]]:
    """Return what may be a term: what its kind is worth, and its uses on each side as cut."""
    found: dict[str, tuple[float, int, int]] = {}
    for word in a.counts.keys() | b.counts.keys():
        n, m = a.counts[word], b.counts[word]
        if max(n, m) >= FEWEST_WORDS and _is_term(word):
            found[word] = (WORTH_WORD if len(word) >= LONG_WORD else WORTH_SHORT, n, m)
    for name in (*named_programmes(a.words), *named_programmes(b.words)):
        found[name] = (WORTH_PROGRAMME, 0, 0)
    for phrase, (n, m) in repeated_phrases(a.words, b.words).items():
        found[phrase] = (WORTH_PHRASE, n, m)
    for speech in (a, b):
        for match in QUOTED.finditer(speech.text):
            if is_content(quoted := (match[1] or match[2]).strip()):
                worth = WORTH_QUOTED if _is_coined(quoted, match) else WORTH_FIGURE
                before, _, _ = found.get(quoted, (0.0, 0, 0))
                found[quoted] = (max(before, worth), 0, 0)
    return found


def _is_coined(quoted: str, match: re.Match[str]) -> bool:
    """Say whether words in quotes are a term: long enough, counted, or with what they name."""
    return (
        len(quoted) > LONG_WORD
        or bool(match[2])
        or bool(NUMBERED.match(quoted))
        or bool(NAMED_THING.match(match.string, match.end()))
    )


def _is_term(word: str) -> bool:
    """Say whether a single word may be a term: a noun rather than a verb, an adverb, a count."""
    return (
        len(word) > 1
        and is_content(word)
        and word not in SEPARATING
        and word not in NEVER_FIRST
        and word not in NEVER_LAST
        and not NUMBERED.match(word)
        and not LOOSE_END.search(word)
        and not (len(word) > LONG_WORD and (word[:2] in SEPARATING or word[:2] in NEVER_FIRST))
    )


def _counted(
    candidates: dict[str, tuple[float, int, int]], a: _Speech, b: _Speech
) -> dict[str, tuple[int, int]]:
    """Return how often each side says what may be a term, short words that are rare left out."""
    found = {text: _uses(text, n, m, a, b) for text, (_, n, m) in candidates.items()}
    return {
        text: uses
        for text, uses in found.items()
        if candidates[text][0] != WORTH_SHORT or max(uses) >= FEWEST_SHORT
    }


def _uses(text: str, n: int, m: int, a: _Speech, b: _Speech) -> tuple[int, int]:
    """Return how often each side says `text`, as somebody finds it who looks for it.

    It stands `n` and `m` times as it was cut, and more often in longer words: 人才 in 高层次人才.
    """
    if n and m and keyness(n, m, a.size, b.size) < WORTH_COUNTING:
        return n, m
    return a.text.count(text), b.text.count(text)


def _without_parts(terms: Iterable[Term], quoted: set[str]) -> list[Term]:
    """Leave out what is hardly ever said outside a longer term of the same trend."""
    kept: list[Term] = []
    for trend in Trend:
        some = [term for term in terms if term.trend is trend]
        every = BREAK.join(term.text for term in some)
        kept += (
            term
            for term in some
            if term.text in quoted
            or every.count(term.text) == 1
            or not any(_is_part(term, other) for other in some)
        )
    return kept


def _is_part(term: Term, other: Term) -> bool:
    own = (term.left - other.left, term.right - other.right)
    return term.text != other.text and term.text in other.text and max(own) < OWN_USES


def _shown(term: Term, a: _Speech, b: _Speech) -> Term:
    """Return the term as it is written, with a place on each side."""
    left, right = _mention(term.text, a), _mention(term.text, b)
    written = (
        right.span.of(b.report.report.text)
        if right
        else left.span.of(a.report.report.text)
        if left
        else term.text
    )
    return replace(term, text=written, left_mention=left, right_mention=right)


def _mention(text: str, speech: _Speech) -> Mention | None:
    """Return the first place where the plan has the term, else the first of all."""
    at = speech.text.find(text, speech.plan)
    at = speech.text.find(text) if at < 0 else at
    if at < 0:
        return None
    place = bisect_right(speech.starts, at) - 1
    section, _, passage = speech.passages[place]
    start = at - speech.starts[place]
    offsets = fold(passage.of(speech.report.report.text)).offsets
    span = offsets.span_to_source(Span(start, start + len(text)))
    return Mention(section, passage, span.shifted(passage.start))
