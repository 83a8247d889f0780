"""The status bar tells of as many keys as it has room for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Relation, Side
from desktop.ui.settings import Language
from desktop.writers.contents import EVERYTHING
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow


@pytest.mark.parametrize("width", [860, 2000])
def test_no_hint_is_cut(width: int, qtbot: QtBot, desk: MainWindow) -> None:
    desk.setMinimumWidth(0)
    bar, keys = desk.statusBar(), desk.status.keys
    bar.setFixedWidth(width)
    qtbot.waitUntil(lambda: keys.width() >= keys.sizeHint().width())
    qtbot.waitUntil(lambda: keys.geometry().right() <= width)
    assert keys.text().startswith("Alt+↓ next")


def test_hints_make_room_for_work_that_is_under_way(qtbot: QtBot, desk: MainWindow) -> None:
    keys, bar = desk.status.keys, desk.statusBar()
    desk.setMinimumWidth(0)
    bar.setFixedWidth(860)
    idle = keys.text()
    with qtbot.waitSignal(desk.session.comparison_changed, timeout=BUSY):
        desk.session.comparer.compare_anew()
        assert keys.text() != idle
        assert idle.startswith(keys.text())
    qtbot.waitUntil(lambda: keys.text() == idle)


@pytest.mark.parametrize("language", list(Language))
def test_hints_that_have_no_room_are_left_out_whole(
    language: Language, qtbot: QtBot, desk: MainWindow, translation: Translation
) -> None:
    keys, bar = desk.status.keys, desk.statusBar()
    english = keys.text()
    translation.speak(language)
    qtbot.waitUntil(lambda: language is Language.ENGLISH or keys.text() != english)
    bar.setFixedWidth(2000)
    whole = keys.text()
    bar.setFixedWidth(560)
    assert 0 < len(keys.text()) < len(whole)
    assert whole.split("   ")[: len(keys.text().split("   "))] == keys.text().split("   ")
    bar.setFixedWidth(100)
    assert keys.text() == ""


def test_place_tells_what_the_filter_hides(desk: MainWindow) -> None:
    session = desk.session
    hidden = len(session.differences)
    session.show_rows(replace(session.filter, text="航天"))
    assert desk.status.place.text() == f"The filter hides all differences: {hidden}"
    assert desk.status.confirmed.text() == ""


def test_count_of_what_is_confirmed_says_that_it_is_of_what_is_listed(desk: MainWindow) -> None:
    session = desk.session
    listed = len(session.shown_rows)
    assert desk.status.confirmed.text() == f"Listed: 0 confirmed, {listed} not confirmed"
    session.show_relations(frozenset(Relation))
    everything = len(session.shown_rows)
    assert everything > listed
    assert desk.status.confirmed.text() == f"0 confirmed, {everything} not confirmed"


def test_every_hint_names_the_key_that_is_set(qtbot: QtBot, desk: MainWindow) -> None:
    desk.statusBar().setFixedWidth(2000)
    field, hint = desk.search, desk.docks.panels.pair.texts
    desk.session.select(Side.RIGHT, None)
    desk.settings.keys = {"next": ("Ctrl+J",), "find": ("Ctrl+K",), "confirm": ()}
    desk.take_keys()
    qtbot.waitUntil(lambda: desk.status.keys.text().startswith("Ctrl+J next   Alt+↑ previous"))
    assert "confirm" not in desk.status.keys.text()
    assert field.placeholderText() == "Find in both reports   Ctrl+K"
    assert "press Ctrl+J for" in hint.placeholderText()
    desk.settings.keys = {"next": (), "find": ()}
    desk.take_keys()
    assert desk.status.keys.text().startswith("Alt+↑ previous   S confirm")
    assert field.placeholderText() == "Find in both reports"
    assert hint.placeholderText() == "Click a marked sentence."


def test_what_a_sentence_without_a_partner_offers_names_the_keys_that_are_set(
    desk: MainWindow,
) -> None:
    now = desk.session.comparison
    assert now is not None
    linked = {link.right for link in now.statement_links}
    alone = next(s.id for s in now.right.statements if s.id not in linked)
    desk.session.select(Side.RIGHT, alone)
    why = desk.docks.panels.pair.why
    assert "L links it with a sentence. X confirms" in why.toPlainText()
    desk.settings.keys = {"link": ("Ctrl+J",), "stand_alone": ()}
    desk.take_keys()
    assert "Ctrl+J links it with a sentence. It has no partner confirms" in why.toPlainText()


def test_bar_tells_a_comparison_from_other_work(
    qtbot: QtBot, desk: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    desk.session.export(tmp_path / "对照.docx", EVERYTHING, "zh")
    desk.session.open_pair(*pair)
    told = [desk.status.working.text()]
    desk.session.progressed.connect(lambda _: told.append(desk.status.working.text()))
    with qtbot.waitSignals([desk.session.exported, desk.session.comparison_changed], timeout=BUSY):
        pass
    assert list(dict.fromkeys(told)) == ["Working…", "Comparing…"]
    qtbot.waitUntil(desk.status.working.isHidden)
