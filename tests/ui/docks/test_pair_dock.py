"""The pair dock: both sentences, what differs, why they are linked, and which keys help."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Reason, ReasonKind, Relation, Side
from desktop.text.diff import diff_tokens
from desktop.ui.docks import pair_dock
from desktop.ui.docks.pair_html import _chip, marked_html
from desktop.ui.labels import reason_lines
from desktop.ui.look.theme import LEAST_CONTRAST, LIGHT, THEMES, Theme, contrast
from desktop.ui.session import Session
from desktop.writers.signs import FORMS
from tests.ui.open_pair import statement

if TYPE_CHECKING:
    from desktop.ui.docks.pair_dock import PairDock
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


PALEST_FILLED = 3.0  # contrast of a filled badge with the paper, at least (WCAG 2.2, 1.4.11)


@pytest.fixture
def dock(desk: MainWindow) -> PairDock:
    """Return the dock with the small pair open."""
    return desk.docks.panels.pair


def is_marked(dock: PairDock) -> bool:
    return any(look in dock.texts.toHtml() for look in ("line-through", "underline"))


def test_sentence_stands_alone_once_it_is_unlinked_until_that_is_undone(
    dock: PairDock, desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    assert is_marked(dock)
    desk.deciding.unlink()
    assert "300张" not in dock.texts.toPlainText()
    assert "420张" in dock.texts.toPlainText()
    assert "No partner" in dock.why.toPlainText()
    assert not is_marked(dock)
    desk.undoing.undo()
    assert "300张" in dock.texts.toPlainText()
    assert is_marked(dock)


def test_nothing_is_explained_while_nothing_is_at_hand(dock: PairDock, compared: Session) -> None:
    assert dock.why.isHidden()
    assert dock.edge.isHidden()
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    assert not dock.why.isHidden()
    assert not dock.edge.isHidden()


def test_reasons_stand_below_the_sentences_in_a_narrow_dock(
    dock: PairDock, desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    desk.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, desk.docks.pair)
    desk.docks.pair.setFloating(True)
    for width, is_below in ((260, True), (900, False)):
        desk.docks.pair.resize(width, 500)
        QApplication.processEvents()
        assert (dock.why.y() > dock.texts.geometry().bottom()) is is_below
        assert dock.why.width() > 0.15 * width
        assert min(dock.edge.width(), dock.edge.height()) == 1


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("relation", Relation)
def test_name_of_a_relation_is_filled_where_its_badge_is_and_can_be_read(
    relation: Relation, theme: Theme
) -> None:
    ground, letters = re.findall(r"#[0-9a-f]{6}", _chip("延续", relation, theme).lower())
    assert contrast(ground, letters) >= LEAST_CONTRAST
    is_filled = contrast(ground, theme.paper) > PALEST_FILLED
    assert is_filled is FORMS[relation].filled


def test_two_that_are_not_linked_are_not_compared(dock: PairDock, compared: Session) -> None:
    left = statement(compared, Side.LEFT, "启动县自然博物馆")
    compared.select_pair(left, statement(compared, Side.RIGHT, "出台低空经济"))
    assert "自然博物馆" in dock.texts.toPlainText()
    assert "低空经济" in dock.texts.toPlainText()
    assert not is_marked(dock)
    assert "not linked" in dock.why.toPlainText()


def test_sentence_without_a_row_is_offered_no_key(dock: PairDock, compared: Session) -> None:
    now = compared.comparison
    assert now is not None
    rowless = next(
        s.id
        for s in now.left.statements
        if s.commitment is None and not now.links_of(Side.LEFT, s.id)
    )
    compared.select(Side.LEFT, rowless)
    assert compared.current_row is None
    assert dock.texts.toPlainText()
    assert dock.why.toPlainText() == ""


def test_key_is_offered_where_decisions_count_alone(dock: PairDock, compared: Session) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "出台低空经济"))
    assert "L links it" in dock.why.toPlainText()
    alone = statement(compared, Side.RIGHT, "出台低空经济")
    compared.comparer.is_mine = False
    compared.select(Side.RIGHT, None)
    compared.select(Side.RIGHT, alone)
    assert dock.why.toPlainText().strip() == "No partner"


def test_confirmed_sentence_without_a_partner_says_so(
    dock: PairDock, desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "出台低空经济"))
    desk.deciding.confirm()
    assert "Confirmed. S takes that back." in dock.why.toPlainText()
    assert "links it" not in dock.why.toPlainText()
    desk.deciding.confirm()
    assert "L links it" in dock.why.toPlainText()


def test_another_partner_is_looked_at_of_the_same_sentence(
    dock: PairDock, compared: Session
) -> None:
    several = statement(compared, Side.LEFT, "地区生产总值增长6%")
    compared.select(Side.LEFT, several)
    first = compared.selection
    now = compared.comparison
    assert now is not None
    other = next(k for k in now.links_of(Side.LEFT, several) if k.right != first.right)
    dock.why.anchorClicked.emit(QUrl(f"{other.left}/{other.right}"))
    assert compared.selection.right == other.right
    dock.why.anchorClicked.emit(QUrl(f"{first.left}/{first.right}"))  # which is offered now
    assert "Other partners" in dock.why.toPlainText()
    assert compared.selection == first


def test_pair_is_shown_once_for_each_change(
    desk: MainWindow, compared: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(pair_dock, "texts_html", lambda *_: shown.append("") or "")
    first, second = (statement(compared, Side.RIGHT, s) for s in ("出台低空", "新增社区"))
    for change in (
        partial(compared.select, Side.RIGHT, first),
        desk.deciding.confirm,
        compared.annotate_selection,
        partial(compared.select, Side.RIGHT, second),
    ):
        shown.clear()
        change()
        assert len(shown) == 1


def test_pair_shows_both_sentences_changes_and_reasons(desk: MainWindow, compared: Session) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "地区生产总值增长5.5%左右"))
    texts = desk.docks.panels.pair.texts.toPlainText()
    for part in ("2023", "6%以上", "2024", "5.5%左右", "Revised", "lowered"):
        assert part in texts
    why = desk.docks.panels.pair.why.toPlainText()
    assert "same indicator" in why
    assert "Confidence" in why


def test_changes_of_one_target_tell_its_words_once(desk: MainWindow, compared: Session) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "地区生产总值增长5.5%左右"))
    texts = desk.docks.panels.pair.texts.toPlainText()
    assert "lowered · loosened" in texts
    assert texts.count("6%以上 → 5.5%左右") == 1


def test_pair_shows_what_the_review_says_of_a_promise_kept(
    desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "建成投用云溪数字产业园"))
    texts = desk.docks.panels.pair.texts.toPlainText()
    assert "云溪数字产业园一期建成投用，入驻企业40家。" in texts
    assert "Delivered" in texts


def test_statement_without_a_partner_is_called_new_or_dropped(
    desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "出台低空经济"))
    assert "New" in desk.docks.panels.pair.texts.toPlainText()
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "启动县自然博物馆"))
    assert "Dropped" in desk.docks.panels.pair.texts.toPlainText()


def test_other_partner_is_one_click_away(desk: MainWindow, compared: Session) -> None:
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "地区生产总值增长6%以上"))
    assert compared.comparison is not None
    assert compared.selection.left is not None
    links = compared.comparison.links_of(Side.LEFT, compared.selection.left)
    assert len(links) == 2
    other = next(k for k in links if k.right != compared.selection.right)
    assert f"{other.left}/{other.right}" in desk.docks.panels.pair.why.toHtml()
    desk.docks.panels.pair.why.anchorClicked.emit(QUrl(f"{other.left}/{other.right}"))
    assert compared.selection.right == other.right


def test_number_unit_and_qualifier_are_struck_as_one() -> None:
    left, right = "地区生产总值增长6%以上。", "地区生产总值增长5.5%左右。"
    gone, come = marked_html(left, right, diff_tokens(left, right), LIGHT)
    assert ">6%以上</span>" in gone
    assert ">5.5%左右</span>" in come
    assert gone.startswith("地区生产总值增长<span")


def test_reasons_of_one_kind_share_a_line() -> None:
    indicator, section = ReasonKind.INDICATOR, ReasonKind.SECTION
    reasons = (
        Reason(indicator, "粮食产量"),
        Reason(indicator, ""),
        Reason(section, ""),
        Reason(indicator, "单产"),
        Reason(indicator, "粮食产量"),
    )
    assert reason_lines(reasons) == ("same indicator: 粮食产量, 单产", "corresponding sections")


def test_markup_in_a_report_is_shown_and_not_obeyed() -> None:
    text = "新建<b>厂房</b>&nbsp;<img src='file:///etc/passwd'>"
    left, right = marked_html(text, text, diff_tokens(text, text), LIGHT)
    assert "<b>" not in left
    assert "<img" not in right
