"""The docks of the window: made when they are seen, filled when the text is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Relation, Side
from desktop.ui.frame.docking import LIST_WIDTHS, OUTLINE_WIDTHS
from desktop.ui.models.outline_model import OutlineModel
from tests.ui.conftest import BUSY
from tests.ui.open_pair import statement

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def test_what_is_in_a_dock_is_made_when_it_is_first_seen(
    desk: MainWindow, compared: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: compared.findings.targets != ())
    assert desk.docks.commitments.widget() is not None
    assert desk.docks.targets.widget() is None
    desk.docks.targets.raise_()
    qtbot.waitUntil(lambda: desk.docks.targets.widget() is not None)
    panel = desk.docks.targets.widget()
    assert panel is desk.docks.panels.targets
    assert panel.isVisible()
    assert desk.docks.panels.targets.model.rowCount() == len(compared.findings.targets)


def test_a_dock_that_nobody_has_seen_is_made_when_it_is_asked_for(desk: MainWindow) -> None:
    assert desk.docks.hits.widget() is None
    desk.search.setText("标准")
    desk.search.look()
    panel = desk.docks.panels.hits
    assert desk.docks.hits.widget() is panel
    assert sum(model.rowCount() for model in panel.models.values()) == len(desk.session.finder.hits)


def test_lists_of_another_pair_are_filled_when_its_text_is_there(
    window: MainWindow, qtbot: QtBot, pair: tuple[Path, Path]
) -> None:
    filled: list[tuple[bool, bool]] = []
    commitments, outline = window.docks.panels.commitments, window.docks.panels.outline
    commitments.model.modelReset.connect(
        lambda: filled.append((window.panes.starts is not None, commitments.model.rowCount() > 0))
    )
    at_once: list[tuple[int, int]] = []
    window.session.comparison_changed.connect(
        lambda: at_once.append((commitments.model.rowCount(), outline.model.rowCount()))
    )
    with qtbot.waitSignal(window.session.comparison_changed, timeout=BUSY):
        window.session.open_pair(*pair)
    assert at_once == [(0, 0)]
    qtbot.waitUntil(lambda: window.session.turns.is_done)
    assert outline.model.rowCount() > 0
    assert filled[-1] == (True, True)
    assert [shown for shown, has_rows in filled if has_rows] == [True]


def test_legend_counts_and_is_the_filter(desk: MainWindow, compared: Session) -> None:
    dock = desk.docks.panels.commitments
    for relation in Relation:
        count = sum(row.relation is relation for row in compared.rows)
        assert dock.legend.chip(relation).accessibleName().endswith(f" {count}")
    everything = dock.shown.rowCount()
    dock.legend.chip(Relation.NEW).click()
    assert Relation.NEW not in compared.filter.relations
    assert dock.shown.rowCount() < everything
    for relation in compared.filter.relations:
        dock.legend.chip(relation).click()
    assert dock.shown.rowCount() == 0
    assert "legend" in dock.hint.text()
    assert dock.hint.isVisible()


def test_legend_says_what_the_signs_mean_in_either_language(qtbot: QtBot, desk: MainWindow) -> None:
    chip = desk.docks.panels.commitments.legend.chip(Relation.REVISED)
    assert {"调↑  raised", "调去量化  unquantified"} <= set(chip.toolTip().splitlines())
    desk.actions_["zh_CN"].trigger()
    qtbot.waitUntil(lambda: "调↑  提高" in chip.toolTip().splitlines())
    assert "收紧" not in chip.toolTip()  # which says it itself


def test_docks_have_their_first_widths_when_the_first_pair_comes(
    qtbot: QtBot, desk: MainWindow
) -> None:
    for dock, (least, _) in (
        (desk.docks.outline, OUTLINE_WIDTHS),
        (desk.docks.commitments, LIST_WIDTHS),
    ):
        qtbot.waitUntil(lambda dock=dock, least=least: dock.width() >= least)


def test_changed_target_is_listed_with_an_arrow(desk: MainWindow) -> None:
    shown = desk.docks.panels.commitments.shown
    texts = [shown.index(row, 0).data() for row in range(shown.rowCount())]
    assert any("6%以上 → 5.5%左右" in text for text in texts)


def test_heading_of_the_outline_leads_to_its_first_statement(
    desk: MainWindow, compared: Session
) -> None:
    dock = desk.docks.panels.outline
    heading = (
        next(s for s in compared.comparison.right.sections if s.heading == "改善群众生活")
        if compared.comparison
        else None
    )
    assert heading is not None
    index = dock.model.find(None, heading.id)
    dock.tree.clicked.emit(index)
    assert compared.selection.right == statement(compared, Side.RIGHT, "新增社区养老床位420张")
    assert dock.tree.currentIndex().data(OutlineModel.NODE_ROLE).right == heading.id
