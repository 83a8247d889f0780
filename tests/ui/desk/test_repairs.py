"""What the analyst writes is kept, follows other windows, and leaves what is read in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.report.corrections import Correction, CorrectionKind
from desktop.store import open_library
from desktop.text.span import Span
from desktop.ui.desk.confirmed import confirming, count_confirmed
from tests.ui.conftest import BUSY
from tests.ui.held import ALT
from tests.ui.open_pair import now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def test_what_another_window_wrote_is_followed_also_where_it_was_read_meanwhile(
    qtbot: QtBot, compared: Session, library: Path
) -> None:
    compared.watch.stop()
    left, right = (now(compared).side(side).report for side in Side)
    with open_library(library) as other:
        other.decide(left, right, confirming(now(compared), compared.rows))
    assert compared.repairs.decisions
    compared.watch.look()
    assert count_confirmed(now(compared), compared.rows)[1] == 0
    with open_library(library) as other:
        other.correct(left, [Correction(CorrectionKind.BODY, value="青川县")])
    assert compared.repairs.corrections_of(left)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        compared.watch.look()
    assert now(compared).left.report.body == "青川县"


@pytest.mark.parametrize(
    "write",
    [
        lambda session: session.annotate(Span(0, 5), None),
        lambda session: session.repairs.set_setting("place", "1"),
        lambda session: session.repairs.decide(confirming(session.comparison, session.rows)),
        lambda session: session.repairs.correct(
            Side.LEFT, [Correction(CorrectionKind.BODY, value="云溪县")]
        ),
    ],
    ids=["annotate", "set", "decide", "correct"],
)
def test_a_pair_that_could_not_be_kept_is_kept_with_what_is_written_first(
    qtbot: QtBot,
    session: Session,
    library: Path,
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Session], object],
) -> None:
    monkeypatch.setattr("desktop.store.file.connection.BUSY_SECONDS", 0.1)
    with open_library(library) as other, other.writing():
        with qtbot.waitSignal(session.failed, timeout=BUSY) as told:
            session.open_pair(*pair)
        assert "in use by another program" in told.args[0].en
        assert session.comparison is not None
        with pytest.raises(UserError, match="in use by another program"):
            write(session)
    assert session.recent_pairs == ()
    write(session)
    assert len(session.recent_pairs) == 1
    write(session)


def test_note_is_about_the_sentence_at_hand_and_not_about_words_selected_before(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    desk.panes.pane(Side.RIGHT).select_text(Span(3, 5))
    press(Qt.Key.Key_Down, ALT)
    span = compared.span_at_hand(Side.RIGHT)
    assert span is not None
    press(Qt.Key.Key_N)
    assert compared.annotations[0].right is not None
    assert compared.annotations[0].right.span == span


def test_selected_words_stay_while_the_same_sentences_are_at_hand(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_Down, ALT)
    span = compared.span_at_hand(Side.RIGHT)
    assert span is not None
    words = Span(span.start + 1, span.start + 3)
    desk.panes.pane(Side.RIGHT).select_text(words)
    press(Qt.Key.Key_S)
    assert desk.panes.selected_span(Side.RIGHT) == words
