from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.ui.frame.offers import Offer, ranked
from desktop.ui.frame.picker import OFFER_ROLE, OfferModel, Picker
from desktop.ui.look.theme import LIGHT
from desktop.ui.look.viewport import viewport
from desktop.ui.settings import Language
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.store import RecentPair
    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow

OFFERS = (
    Offer("导出", 1, "文件  Ctrl+E", "Export"),
    Offer("下一处差异", 2, "转到", "Next difference"),
    Offer("找下一处", 3, "转到", "Find next"),
)


@pytest.mark.parametrize(
    ("wanted", "values"),
    [
        ("", [1, 2, 3]),
        ("下一处", [2, 3]),
        ("next", [2, 3]),
        ("ｎｅｘｔ　DIFF", [2]),
        ("找", [3]),
        ("ctrl+e", [1]),
        ("航天", []),
    ],
)
def test_offers_hold_every_word_that_was_typed(wanted: str, values: list[int]) -> None:
    assert [offer.value for offer in ranked(OFFERS, wanted)] == values


def test_what_begins_with_the_letters_comes_first() -> None:
    offers = (Offer("放宽", 1, also="xin"), Offer("更新", 2), Offer("新增", 3))
    assert [offer.value for offer in ranked(offers, "新")] == [3, 2]


def test_offer_model_keeps_qt_contract(qtmodeltester: ModelTester) -> None:
    model = OfferModel()
    model.set_offers(OFFERS)
    qtmodeltester.check(model)
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "导出  文件  Ctrl+E"


def test_picker_is_walked_with_the_keyboard(qtbot: QtBot) -> None:
    picker = Picker("Choose", OFFERS, LIGHT)
    picker.show()
    field = picker.field
    assert field.accessibleDescription() == "导出  文件  Ctrl+E"
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.accessibleDescription() == "下一处差异  转到"
    qtbot.keyClicks(field, "find")
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [3]


def test_picker_says_where_nothing_is_found_and_enter_then_does_nothing(qtbot: QtBot) -> None:
    picker = Picker("Choose", OFFERS, LIGHT)
    picker.show()
    qtbot.keyClicks(picker.field, "xyz")
    assert picker.none.isVisible()
    with qtbot.assertNotEmitted(picker.chosen):
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)


@pytest.mark.parametrize("language", list(Language))
def test_command_is_found_and_done(
    qtbot: QtBot, desk: MainWindow, translation: Translation, language: Language
) -> None:
    translation.speak(language)
    desk.session.step_to_end(last=True)
    picker = desk.helping.find_command()
    # The English name is found in Chinese too: it is what stands in handbooks.
    qtbot.keyClicks(picker.field, "first diff")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert desk.session.current_row == desk.session.differences[0]


def test_only_what_is_of_use_is_offered(qtbot: QtBot, window: MainWindow) -> None:
    picker = window.helping.find_command()
    qtbot.keyClicks(picker.field, "next difference")
    assert picker.model.rowCount() == 0
    picker.close()


def test_dock_is_closed_and_opened_as_a_command_that_says_whether_it_is_open(
    qtbot: QtBot, desk: MainWindow
) -> None:
    dock = desk.docks.targets
    for ticked in (True, False):
        picker = desk.helping.find_command()
        qtbot.keyClicks(picker.field, "targets dock")
        offer = picker.list.currentIndex().data(OFFER_ROLE)
        assert offer.detail.startswith("✓") is ticked
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
        assert dock.isHidden() is ticked
    qtbot.waitUntil(lambda: not dock.visibleRegion().isEmpty())  # in front of the other tabs


def test_what_would_be_chosen_is_told_of_as_it_is_pointed_at(qtbot: QtBot) -> None:
    picker = Picker("Choose", OFFERS, LIGHT)
    picker.show()
    with qtbot.waitSignal(picker.pointed_at) as told:
        qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    assert told.args == [2]
    place = picker.list.visualRect(picker.model.index(2, 0)).center()
    with qtbot.waitSignal(picker.pointed_at) as told:
        qtbot.mouseMove(viewport(picker.list), place)
    assert told.args == [3]
    with qtbot.assertNotEmitted(picker.pointed_at):
        picker.field.setText("xyz")
    picker.close()


def test_recent_pair_is_compared_as_it_is_pointed_at_among_the_commands(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected: list[RecentPair] = []
    monkeypatch.setattr(desk.session, "expect_recent", expected.append)
    picker = desk.helping.find_command()
    assert expected == []
    picker.field.setText("云溪县2023")
    assert expected == [*desk.session.recent_pairs]
    picker.close()


def test_recent_pair_is_found_among_the_commands(qtbot: QtBot, desk: MainWindow) -> None:
    picker = desk.helping.find_command()
    picker.field.setText("云溪县2023")
    with qtbot.waitSignal(desk.session.comparison_changed, timeout=BUSY):
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
