"""Word diff of two short texts, for readers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Indel

from desktop.text.normalize import fold_text
from desktop.text.segment import tokens
from desktop.text.span import Span

Tag = Literal["equal", "insert", "delete", "replace"]

# What stands between two changes without being worth a step of its own: “的”, “和”, a comma.
GLUE = frozenset("的地得了和与及并或等在为对将把从以之其、，。；：“”（）《》—·-")
# A longer equal run is always shown: from three characters on it is content.
LONGEST_GLUE = 2
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")


@dataclass(frozen=True, slots=True)
class DiffOp:
    """One step of a word diff: the left span becomes the right span.

    The spans of all steps, in order, cover both texts without gaps. Texts that differ only in
    width or white space are equal.
    """

    tag: Tag
    left: Span
    right: Span


def diff_tokens(left: str, right: str) -> tuple[DiffOp, ...]:
    """Return the steps from `left` to `right`, in whole words and whole quantities.

    Swapping the sides swaps insert and delete and nothing else.
    """
    first, second = sorted((left, right))
    ops = _diff(first, second)
    return ops if left == first else tuple(_swapped(op) for op in ops)


def _diff(left: str, right: str) -> tuple[DiffOp, ...]:
    left_spans, right_spans = tokens(left), tokens(right)
    left_keys = [_key(span.of(left)) for span in left_spans]
    right_keys = [_key(span.of(right)) for span in right_spans]
    runs = [
        (op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(left_keys, right_keys)
    ]
    steps = _merged(_without_glue(_merged(runs), left_keys, right_keys))
    return tuple(
        DiffOp(
            _tag(same, "".join(left_keys[a:b]), "".join(right_keys[c:d])),
            _cover(left_spans, a, b),
            _cover(right_spans, c, d),
        )
        for same, a, b, c, d in steps
    )


_Run = tuple[bool, int, int, int, int]  # equal?, tokens of the left, tokens of the right


def _merged(runs: list[_Run]) -> list[_Run]:
    """Return `runs` with neighbours of one kind made one."""
    merged: list[_Run] = []
    for run in runs:
        if merged and merged[-1][0] == run[0]:
            same, a, _, c, _ = merged.pop()
            merged.append((same, a, run[2], c, run[4]))
        else:
            merged.append(run)
    return merged


def _without_glue(runs: list[_Run], left: list[str], right: list[str]) -> list[_Run]:
    """Return `runs` with equal glue between two replacements counted as changed.

    Glue beside a pure insertion or deletion stays: it is what the eye holds on to.
    """
    found = list(runs)
    for i in range(1, len(runs) - 1):
        same, a, b, c, d = runs[i]
        text = "".join(left[a:b])
        if same and len(text) <= LONGEST_GLUE and GLUE.issuperset(text):
            before, after = runs[i - 1], runs[i + 1]
            if _is_replacement(before, left, right) and _is_replacement(after, left, right):
                found[i] = (False, a, b, c, d)
    return found


def _is_replacement(run: _Run, left: list[str], right: list[str]) -> bool:
    _, a, b, c, d = run
    return bool("".join(left[a:b])) and bool("".join(right[c:d]))


def _tag(same: bool, left: str, right: str) -> Tag:
    if same or left == right:
        return "equal"
    if not left:
        return "insert"
    return "delete" if not right else "replace"


def _cover(spans: tuple[Span, ...], start: int, end: int) -> Span:
    if start < end:
        return Span(spans[start].start, spans[end - 1].end)
    at = spans[start - 1].end if start else 0
    return Span(at, at)


def _swapped(op: DiffOp) -> DiffOp:
    tags: dict[Tag, Tag] = {"insert": "delete", "delete": "insert"}
    return DiffOp(tags.get(op.tag, op.tag), op.right, op.left)


@lru_cache(maxsize=1 << 16)
def _key(token: str) -> str:
    return THOUSANDS.sub("", fold_text(token))
