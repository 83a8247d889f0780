from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop.compare.annotation import Annotation, Status
from desktop.compare.model import (
    ChangeKind,
    Comparison,
    Direction,
    ReasonKind,
    Relation,
    Side,
    Standing,
    Trend,
)
from desktop.report.model import (
    CommitmentKind,
    ParsedReport,
    Reason,
    Report,
    ReportKind,
    Role,
)
from desktop.ui.labels import READING_ORDER, label, named, side_names, signed
from desktop.ui.settings import Language
from desktop.writers.labels import COMMITMENTS, DIRECTIONS, TRENDS
from desktop.writers.labels import LABELS as PRINTED
from desktop.writers.phrases import side_label
from desktop.writers.phrases import signed as printed

if TYPE_CHECKING:
    from enum import StrEnum

    from desktop.ui.language import Translation

ENUMS = (
    *(Relation, ChangeKind, ReasonKind, Side, Standing, Direction, Trend),
    *(Status, Role, ReportKind, Reason, CommitmentKind),
)


@pytest.mark.parametrize("enum", ENUMS)
def test_every_value_has_a_name_in_both_languages(
    translation: Translation, enum: type[StrEnum]
) -> None:
    english = [label(value) for value in enum]
    translation.speak(Language.CHINESE)
    chinese = [label(value) for value in enum]
    assert len(set(english)) == len(set(chinese)) == len(enum)
    assert all(one != other for one, other in zip(english, chinese, strict=True))


@pytest.mark.parametrize(
    "enum", [Relation, ChangeKind, Side, Direction, Trend, Status, CommitmentKind]
)
def test_window_and_paper_have_one_word_for_one_thing(
    translation: Translation, enum: type[StrEnum]
) -> None:
    # In English the filters of the window have a change that is called "quantified" beside it.
    for language in (Language.CHINESE,) if enum is CommitmentKind else Language:
        translation.speak(language)
        printed = {
            (type(value), value): words.of(language.value)
            for table in (PRINTED, DIRECTIONS, TRENDS, COMMITMENTS)
            for value, words in table.items()
        }
        shown = [label(value).casefold() for value in enum]
        assert shown == [printed[enum, value].casefold() for value in enum]


def test_text_is_parted_from_its_name_as_the_language_has_it(translation: Translation) -> None:
    assert named("Paragraph", "12") == "Paragraph: 12"
    translation.speak(Language.CHINESE)
    assert named("段落", "12") == "段落：12"


def test_reading_order_forgets_no_relation() -> None:
    assert sorted(READING_ORDER) == sorted(Relation)


def test_values_that_are_one_string_have_each_their_own_name() -> None:
    assert (label(Role.PLAN), label(ReportKind.PLAN)) == ("plan", "plan report")


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (("云川", 2023), ("云川", 2024), ("2023", "2024")),
        (("云川", 2024), ("青川", 2024), ("云川", "青川")),
        (("云川", 2023), ("青川", 2024), ("云川 2023", "青川 2024")),
        (("云川", None), ("云川", 2024), ("left", "right")),
        (("", 2024), ("青川", 2024), ("left", "right")),
    ],
)
def test_window_and_paper_call_the_sides_by_what_tells_them_apart(
    left: tuple[str, int | None],
    right: tuple[str, int | None],
    told: tuple[str, str],
    translation: Translation,
) -> None:
    translation.speak(Language.ENGLISH)
    reports = (Report("", body=body, year=year) for body, year in (left, right))
    comparison = Comparison(*(ParsedReport(report, (), ()) for report in reports))
    assert side_names(comparison) == told
    assert tuple(side_label(comparison, side, "en").lower() for side in Side) == told


@pytest.mark.parametrize("names", [("赵", "王"), ("赵", ""), ("", "王")])
def test_window_and_paper_say_alike_whose_the_words_of_a_note_are(
    translation: Translation, names: tuple[str, str]
) -> None:
    author, editor = names
    at = datetime(2024, 1, 16, 12, tzinfo=UTC)
    words = ("待核", (), Status.QUESTION, "", author)
    note = Annotation(1, None, None, *words, created=at, changed=at, editor=editor, edited=at)
    assert signed(note) == printed(note, "en")
    translation.speak(Language.CHINESE)
    assert signed(note) == printed(note, "zh")
    assert signed(replace(note, editor=author)) == author
