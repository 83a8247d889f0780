"""Headings within a paragraph: enumerations, topic sentences, and orders that head others."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.report.structure.headings import LONGEST, Heading, heading_at
from desktop.report.structure.markers import LOWEST, Habit, marker_at
from desktop.report.structure.topics import (
    LONGEST_INSIDE,
    LONGEST_ORDER_INSIDE,
    has_amount,
    is_asked_inside,
    is_inner_order,
    is_inner_topic,
    topic_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from desktop.report.structure.paragraph import Paragraph
    from desktop.text.span import Span

# A sentence under an inner topic sentence is at least this long: list items are shorter.
SHORTEST_BODY = 18
# A sentence longer than this, full stop and marks of bold type included, is no inner heading.
LONGEST_WRITTEN = LONGEST_INSIDE + 8
# So many sentences that ask in a few words what those behind them ask at length (要依法行政。)
# are headings: where a paragraph has two, half are tasks of their own. So are short orders below a
# topic sentence: by two of them, right as most are, two labelled pairs would lose.
FEWEST_ALIKE = 3
ALIKE = 2  # characters that orders which open alike have in common
_HAS_ORDERS = frozenset({Habit.TOPIC, Habit.BRACKETED})
# Enumerations: on the lowest level within a paragraph.
_LISTING = frozenset({Habit.IS, Habit.RANK, Habit.NUMBER_BRACKETED})


def longest_order(
    text: str, lines: Sequence[Paragraph], begun: Mapping[int, Sequence[Heading]]
) -> int:
    """Return how long an order may be that heads others below a （一）.

    Where one such paragraph of a report has short ones, those of the others are headings up to the
    length of topic sentences: 58 in six of 115 reports, of which three may be tasks. In
    other reports half of the longer ones are.
    """
    for index, found in begun.items():
        opening = found[-1]
        if opening.habit is Habit.BRACKETED and _inner_orders(
            text, lines[index], opening, LONGEST_ORDER_INSIDE
        ):
            return LONGEST_INSIDE
    return LONGEST_ORDER_INSIDE


def inner_headings(
    text: str, line: Paragraph, index: int, opening: Heading | None, longest_order: int
) -> Iterator[Heading]:
    """Return the headings within the line: enumerations with text under them, topic sentences."""
    end = opening.span.end if opening is not None else line.span.start
    rest = tuple(sentence for sentence in line.sentences[1:] if sentence.start >= end)
    topics = _inner_topics(text, line, opening, longest_order)
    listed = _listed(text, rest, index)
    if not topics and not listed:  # as mostly
        return
    for sentence in rest:
        if sentence in listed:
            found = listed[sentence]
            yield found._replace(level=LOWEST) if found.habit in _LISTING else found
        elif sentence in topics:
            marker = marker_at(text, sentence.start, sentence.end)
            dash = marker if marker is not None and marker.form.habit is Habit.DASH else None
            yield heading_at(text, sentence, dash, index, True, Habit.DASH if dash else Habit.TOPIC)


def _listed(text: str, rest: Sequence[Span], index: int) -> dict[Span, Heading]:
    """Return the headings among the marked sentences of a line.

    All that are marked in one way are headings, or none is: where one has no text under it, the
    text under the last belongs to all.
    """
    found: dict[Habit, list[tuple[Span, Heading | None]]] = {}
    for sentence, following in zip_longest(rest, rest[1:]):
        marker = marker_at(text, sentence.start, sentence.end)
        if marker is not None and marker.form.inside:
            heading = heading_at(text, sentence, marker, index, True, marker.form.habit)
            is_heading = (
                2 <= len(heading.text) <= LONGEST
                and text[sentence.end - 1] == "。"
                and following is not None
                and marker_at(text, following.start, following.end) is None
                and not has_amount(heading.text)
            )
            group = found.setdefault(marker.form.habit, [])
            group.append((sentence, heading if is_heading else None))
    return {
        sentence: heading
        for group in found.values()
        if all(heading for _, heading in group)
        for sentence, heading in group
        if heading
    }


def _inner_topics(
    text: str, line: Paragraph, opening: Heading | None, longest_order: int
) -> frozenset[Span]:
    """Return the topic sentences within the line: they come in twos at least, each with a body."""
    fellow = (
        opening is not None
        and opening.habit is Habit.TOPIC
        and "," not in opening.text
        and is_inner_topic(f"{opening.text}。")
    )
    found, bare = _with_bodies(text, line, is_inner_topic)
    if len(found) + fellow > max(1, len(bare)):
        return found
    orders = _inner_orders(text, line, opening, longest_order) | _orders_alike(text, line)
    if orders:
        return orders
    if text.find("。要", line.span.start, line.span.end) >= 0:  # to look for that is quick
        asked, _ = _with_bodies(text, line, is_asked_inside)
        return asked if len(asked) >= FEWEST_ALIKE else frozenset()
    return frozenset()


def _inner_orders(
    text: str, line: Paragraph, opening: Heading | None, longest: int
) -> frozenset[Span]:
    """Return the orders that head what stands behind them: several, and one at once.

    Below a （一） a sentence of lead may come first. Below a topic sentence there are more of
    them, all short. None of these is bare, nor of any of which one is longer: a paragraph that is
    full of orders lists tasks.
    """
    if opening is None or not opening.run_in or opening.habit not in _HAS_ORDERS:
        return frozenset()
    is_topic = opening.habit is Habit.TOPIC
    longest = LONGEST_ORDER_INSIDE if is_topic else longest
    first = line.sentences[1 : 2 if is_topic else 3]
    short = [one for one in first if one.end - one.start <= LONGEST_WRITTEN]
    if not any(is_inner_order(one.of(text), longest) for one in short):  # as mostly
        return frozenset()
    orders, bare = _with_bodies(text, line, partial(is_inner_order, longest=longest))
    if bare and longest > LONGEST_ORDER_INSIDE:
        return _inner_orders(text, line, opening, LONGEST_ORDER_INSIDE)
    if orders.isdisjoint(first) or (is_topic and bare):
        return frozenset()
    return orders if len(orders) >= (FEWEST_ALIKE if is_topic else 2) else frozenset()


def _orders_alike(text: str, line: Paragraph) -> frozenset[Span]:
    """Return the short orders that open alike: 赋能产业发展, 赋能政府治理, 赋能民生福祉.

    Each heads text and none is twice as long as another. Where an order as short is bare they are
    tasks, as it is.
    """
    opening = _usual_opening(text, line)
    if not opening:  # as mostly
        return frozenset()
    orders, bare = _with_bodies(text, line, partial(is_inner_order, longest=LONGEST_INSIDE))
    alike = frozenset(one for one in orders if text.startswith(opening, one.start))
    lengths = [len(topic_text(one.of(text))) for one in alike]
    if len(alike) < FEWEST_ALIKE or max(lengths) >= 2 * min(lengths):
        return frozenset()
    is_list = any(len(topic_text(one.of(text))) <= max(lengths) for one in bare)
    return frozenset() if is_list else alike


def _usual_opening(text: str, line: Paragraph) -> str:
    """Return how three short sentences or more open behind the first, or nothing."""
    short = [one for one in line.sentences[1:] if one.end - one.start <= LONGEST_INSIDE + 1]
    if len(short) < FEWEST_ALIKE:
        return ""
    openings = Counter(text[one.start : one.start + ALIKE] for one in short)
    opening, many = openings.most_common(1)[0]
    return opening if many >= FEWEST_ALIKE else ""


def _with_bodies(
    text: str, line: Paragraph, is_heading: Callable[[str], bool]
) -> tuple[frozenset[Span], frozenset[Span]]:
    """Return the sentences behind the first that may be headings: with text under them, and bare.

    A paragraph that is full of bare ones is a list of results.
    """
    found: set[Span] = set()
    bare: set[Span] = set()
    for before, here, following in zip_longest(
        line.sentences[:-1], line.sentences[1:], line.sentences[2:]
    ):
        if here.end - here.start > LONGEST_WRITTEN or text[before.end - 1] != "。":
            continue
        if is_heading(here.of(text)):
            has_body = following is not None and following.end - following.start >= SHORTEST_BODY
            (found if has_body else bare).add(here)
    return frozenset(found), frozenset(bare)
