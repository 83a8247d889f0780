from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollBar,
    QToolBar,
    QWidget,
)

from desktop.compare.annotation import Status
from desktop.compare.model import Reason, ReasonKind, Relation, Side
from desktop.language import told_day
from desktop.report.model import Part
from desktop.store import open_library
from desktop.text.diff import diff_tokens
from desktop.text.span import Span
from desktop.ui.dialogs.about_dialog import AboutDialog
from desktop.ui.dialogs.choice_dialog import ChoiceDialog
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.open_dialog import OpenDialog
from desktop.ui.dialogs.reading_dialog import ReadingDialog
from desktop.ui.docks import note_delegate
from desktop.ui.docks.entry_delegate import EntryDelegate
from desktop.ui.docks.note_editor import tags_of
from desktop.ui.docks.pair_html import marked_html
from desktop.ui.frame.crash_dialog import CrashDialog
from desktop.ui.frame.docking import LIST_WIDTHS, OUTLINE_WIDTHS
from desktop.ui.frame.offers import Offer
from desktop.ui.frame.picker import Picker
from desktop.ui.labels import reason_lines
from desktop.ui.look.theme import LIGHT
from desktop.ui.models.outline_model import OutlineModel
from desktop.ui.preferences.dialog import Preferences
from desktop.ui.session import Session
from desktop.ui.settings import Language, Settings
from desktop.ui.tasks.reading import Choice, Reading
from tests.ui.conftest import BUSY
from tests.ui.held import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow

CONTROLS = (
    *(QAbstractButton, QLineEdit, QComboBox, QProgressBar, QAbstractScrollArea),
    *(QAbstractSpinBox, QAbstractSlider, QGroupBox, QToolBar, QDockWidget),
)

MANY = 50  # entries: more than the list shows at a time


def statement(session: Session, side: Side, start: str) -> int:
    assert session.comparison is not None
    return next(s.id for s in session.comparison.side(side).statements if s.text.startswith(start))


def nameless(top: QWidget) -> Iterator[str]:
    """Yield the controls that a screen reader could not name."""
    for widget in (w for kind in CONTROLS for w in top.findChildren(kind)):
        inner = widget.objectName().startswith("qt_") and not widget.accessibleName()
        of_field = any(isinstance(p, QComboBox | QAbstractSpinBox) for p in parents(widget))
        if inner or of_field or isinstance(widget, QScrollBar):
            continue  # parts that Qt makes and names through the widget they belong to
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def unnamed_stops(top: QWidget) -> Iterator[str]:
    """Yield what Tab stops at, of whatever kind, and a screen reader has nothing to say of."""
    for widget in (top, *top.findChildren(QWidget)):
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inner = any(isinstance(p, QComboBox) for p in parents(widget))
        if stops and not inner and widget.focusProxy() is None:
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is not None and not interface.text(QAccessible.Text.Name).strip():
                yield f"{type(widget).__name__} {widget.objectName()} in {top.objectName()}"


def parents(widget: QWidget) -> Iterator[QWidget]:
    while (above := widget.parentWidget()) is not None:
        yield above
        widget = above


def see_every_dock(desk: MainWindow) -> None:
    """Bring each dock to the front once, so that its panel is made."""
    for dock in desk.docks.all:
        dock.show()
        dock.raise_()
    QApplication.processEvents()
    assert all(dock.widget() is not None for dock in desk.docks.all)


def every_dialog(desk: MainWindow, settings: Settings) -> tuple[QDialog, ...]:
    """Return one of each dialog of the window."""
    now = desk.session.comparison
    assert now is not None
    reading = Reading(Path("某省.txt"))
    parts = (Part("甲区", Span(0, 9), False), Part("乙区", Span(9, 18), True))
    return (
        OpenDialog(desk.session, settings, desk.theme, desk),
        CrashDialog(ValueError("x"), desk),
        AboutDialog(desk),
        Preferences(settings, desk.theme, 13.0, desk),
        ReadingDialog(desk.session, desk),
        ChoiceDialog(Choice((reading, reading), (parts, ())), desk),
        ExportDialog(now, (), settings, "zh", desk),
        Picker(desk.status.tr("Comparing…"), (Offer("a", 1),), desk.theme, desk),
    )


def test_the_wheel_changes_no_choice_and_no_number_that_it_comes_over(
    desk: MainWindow, compared: Session, settings: Settings
) -> None:
    see_every_dock(desk)
    compared.step(1)
    compared.annotate_selection()
    seen = 0
    for top in (desk, *every_dialog(desk, settings)):
        boxes, numbers = top.findChildren(QComboBox), top.findChildren(QDoubleSpinBox)
        for field in (*boxes, *numbers):
            before = field.currentIndex() if isinstance(field, QComboBox) else field.value()
            turn_wheel(field)
            after = field.currentIndex() if isinstance(field, QComboBox) else field.value()
            assert after == before, field.accessibleName()
            seen += 1
    assert seen > 12


def turn_wheel(field: QWidget) -> None:
    """Turn the wheel by one notch over a field."""
    middle, down = QPointF(field.rect().center()), QPoint(0, -120)
    phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    event = QWheelEvent(middle, middle, QPoint(), down, none, NONE, phase, False)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize("language", list(Language))
def test_every_control_of_every_window_has_a_name(
    desk: MainWindow,
    compared: Session,
    translation: Translation,
    settings: Settings,
    language: Language,
) -> None:
    see_every_dock(desk)
    translation.speak(language)
    compared.step(1)
    compared.annotate_selection()
    tops = (desk, *every_dialog(desk, settings))
    lines = ((top, line) for top in tops for line in (*nameless(top), *unnamed_stops(top)))
    found = [f"{type(top).__name__}: {line}" for top, line in lines]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", list(Language))
def test_every_dock_and_dialog_opens_in_the_language(
    qtbot: QtBot,
    desk: MainWindow,
    translation: Translation,
    settings: Settings,
    language: Language,
) -> None:
    translation.speak(language)
    qtbot.wait(1)
    titles = [dock.windowTitle() for dock in desk.docks.all]
    for dialog in every_dialog(desk, settings):
        dialog.show()
        titles.append(dialog.windowTitle())
        titles += (b.text() for b in dialog.findChildren(QAbstractButton) if b.text())
        dialog.close()
    is_chinese = [any("一" <= char <= "鿿" for char in title) for title in titles]
    assert all(is_chinese) if language is Language.CHINESE else not any(is_chinese)
    for dock in desk.docks.all:
        dock.show()
        dock.raise_()
        assert not dock.grab().isNull()


def test_what_is_in_a_dock_is_made_when_it_is_first_seen(
    desk: MainWindow, compared: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: compared.findings.targets != ())
    assert desk.docks.commitments.widget() is not None
    assert desk.docks.targets.widget() is None
    desk.docks.targets.raise_()
    qtbot.waitUntil(lambda: desk.docks.targets.widget() is not None)
    panel = desk.docks.targets.widget()
    assert panel is desk.docks.targets_panel
    assert panel.isVisible()
    assert desk.docks.targets_panel.model.rowCount() == len(compared.findings.targets)


def test_a_dock_that_nobody_has_seen_is_made_when_it_is_asked_for(desk: MainWindow) -> None:
    assert desk.docks.hits.widget() is None
    desk.search.setText("标准")
    desk.search.look()
    panel = desk.docks.hits_panel
    assert desk.docks.hits.widget() is panel
    assert sum(model.rowCount() for model in panel.models.values()) == len(desk.session.finder.hits)


def test_lists_of_another_pair_are_filled_when_its_text_is_there(
    window: MainWindow, qtbot: QtBot, pair: tuple[Path, Path]
) -> None:
    filled: list[tuple[bool, bool]] = []
    commitments, outline = window.docks.commitments_panel, window.docks.outline_panel
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
    dock = desk.docks.commitments_panel
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
    chip = desk.docks.commitments_panel.legend.chip(Relation.REVISED)
    assert {"调↑  raised", "调去量化  unquantified"} <= set(chip.toolTip().splitlines())
    desk.actions_["zh_CN"].trigger()
    qtbot.waitUntil(lambda: "调↑  提高" in chip.toolTip().splitlines())
    assert "收紧" not in chip.toolTip()  # which says it itself


def test_list_and_window_select_the_same(desk: MainWindow, compared: Session) -> None:
    dock = desk.docks.commitments_panel
    compared.step_to_end(last=True)
    assert dock.list.currentIndex().row() == dock.shown.rowCount() - 1
    dock.list.setCurrentIndex(dock.shown.index(0, 0))
    assert compared.current_row == compared.differences[0]


def test_no_entry_of_the_list_lies_over_another(qtbot: QtBot, desk: MainWindow) -> None:
    """The list is laid out before it is known whether a scroll bar will make it narrower."""
    desk.files.open_sample()
    dock = desk.docks.commitments_panel
    qtbot.waitUntil(lambda: dock.shown.rowCount() > MANY, timeout=30_000)
    desk.session.select_row(desk.session.differences[-1])
    rows = [dock.shown.index(row, 0) for row in range(dock.shown.rowCount())]

    def lie_below_each_other() -> bool:
        places = [dock.list.visualRect(row) for row in rows]
        return all(above.bottom() + 1 == below.top() for above, below in pairwise(places))

    qtbot.waitUntil(lie_below_each_other, timeout=5_000)


def test_docks_have_their_first_widths_when_the_first_pair_comes(
    qtbot: QtBot, desk: MainWindow
) -> None:
    for dock, (least, _) in (
        (desk.docks.outline, OUTLINE_WIDTHS),
        (desk.docks.commitments, LIST_WIDTHS),
    ):
        qtbot.waitUntil(lambda dock=dock, least=least: dock.width() >= least)


def test_no_entry_is_measured_over_and_over(
    qtbot: QtBot, desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scroll bar that makes rows higher, goes for it and comes again hardly ever ends."""
    asked: list[object] = []
    measure = EntryDelegate.sizeHint
    monkeypatch.setattr(
        EntryDelegate, "sizeHint", lambda *given: asked.append(given) or measure(*given)
    )
    desk.files.open_sample()
    shown = desk.docks.commitments_panel.list
    qtbot.waitUntil(lambda: shown.model().rowCount() > MANY, timeout=30_000)
    last = shown.model().index(shown.model().rowCount() - 1, 0)
    qtbot.waitUntil(lambda: shown.visualRect(last).top() > 0, timeout=30_000)
    assert len(asked) < 10 * shown.model().rowCount()


def test_a_list_stays_at_its_place_when_its_width_changes(qtbot: QtBot, desk: MainWindow) -> None:
    desk.files.open_sample()
    shown = desk.docks.commitments_panel.list
    bar = shown.verticalScrollBar()
    qtbot.waitUntil(lambda: shown.model().rowCount() > MANY, timeout=30_000)
    qtbot.waitUntil(lambda: bar.maximum() > MANY * shown.sizeHintForRow(0))
    bar.setValue(bar.maximum() // 2)
    place, width = bar.value(), shown.width()
    shown.resize(width + 40, shown.height())
    qtbot.waitUntil(lambda: shown.width() > width)
    qtbot.wait(300)  # it is laid out anew a tenth of a second later
    assert bar.value() > place / 2


def test_changed_target_is_listed_with_an_arrow(desk: MainWindow) -> None:
    shown = desk.docks.commitments_panel.shown
    texts = [shown.index(row, 0).data() for row in range(shown.rowCount())]
    assert any("6%以上 → 5.5%左右" in text for text in texts)


def test_heading_of_the_outline_leads_to_its_first_statement(
    desk: MainWindow, compared: Session
) -> None:
    dock = desk.docks.outline_panel
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


def test_pair_shows_both_sentences_changes_and_reasons(desk: MainWindow, compared: Session) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "地区生产总值增长5.5%左右"))
    texts = desk.docks.pair_panel.texts.toPlainText()
    for part in ("2023", "6%以上", "2024", "5.5%左右", "Revised", "lowered"):
        assert part in texts
    why = desk.docks.pair_panel.why.toPlainText()
    assert "same indicator" in why
    assert "Confidence" in why


def test_changes_of_one_target_tell_its_words_once(desk: MainWindow, compared: Session) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "地区生产总值增长5.5%左右"))
    texts = desk.docks.pair_panel.texts.toPlainText()
    assert "lowered · loosened" in texts
    assert texts.count("6%以上 → 5.5%左右") == 1


def test_pair_shows_what_the_review_says_of_a_promise_kept(
    desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "建成投用云溪数字产业园"))
    texts = desk.docks.pair_panel.texts.toPlainText()
    assert "云溪数字产业园一期建成投用，入驻企业40家。" in texts
    assert "Delivered" in texts


def test_statement_without_a_partner_is_called_new_or_dropped(
    desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "出台低空经济"))
    assert "New" in desk.docks.pair_panel.texts.toPlainText()
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "启动县自然博物馆"))
    assert "Dropped" in desk.docks.pair_panel.texts.toPlainText()


def test_other_partner_is_one_click_away(desk: MainWindow, compared: Session) -> None:
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "地区生产总值增长6%以上"))
    assert compared.comparison is not None
    assert compared.selection.left is not None
    links = compared.comparison.links_of(Side.LEFT, compared.selection.left)
    assert len(links) == 2
    other = next(k for k in links if k.right != compared.selection.right)
    assert f"{other.left}/{other.right}" in desk.docks.pair_panel.why.toHtml()
    desk.docks.pair_panel.why.anchorClicked.emit(QUrl(f"{other.left}/{other.right}"))
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


def test_note_is_saved_while_it_is_written_and_found_after_a_restart(
    qtbot: QtBot, desk: MainWindow, compared: Session, library: Path, pair: tuple[Path, Path]
) -> None:
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "启动县自然博物馆"))
    desk.noting.annotate()
    editor = desk.docks.annotations_panel.editor
    qtbot.keyClicks(editor.body, "ask the planning office")
    qtbot.keyClicks(editor.tags, "culture, to ask")
    editor.status.setCurrentIndex(2)
    editor.status.activated.emit(2)
    again = Session(open_library(library))
    with qtbot.waitSignal(again.comparison_changed):
        again.open_pair(*pair)
    note = again.annotations[0]
    assert (note.body, note.tags, note.status) == (
        "ask the planning office",
        ("culture", "to ask"),
        "question",
    )
    again.close()
    assert "ask the planning office" in desk.docks.pair_panel.why.toPlainText()
    assert desk.docks.annotations.windowTitle() == "Notes 1"


def test_words_are_kept_when_another_note_is_chosen_before_they_are_saved(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    panel = desk.docks.annotations_panel
    for start in ("启动县自然博物馆", "建成投用云溪数字产业园"):
        compared.select(Side.LEFT, statement(compared, Side.LEFT, start))
        desk.noting.annotate()
        qtbot.keyClicks(panel.editor.body, f"note {len(compared.annotations)}")
    panel.list.setCurrentIndex(panel.model.index(1 - panel.list.currentIndex().row(), 0))
    assert {note.body for note in compared.annotations} == {"note 1", "note 2"}
    panel.editor.delete.click()
    assert len(compared.annotations) == 1
    panel.editor.delete.click()
    assert compared.annotations == ()
    assert not panel.editor.isVisible()


def test_after_a_note_is_deleted_the_next_one_is_at_hand_and_after_the_last_the_text(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    panel = desk.docks.annotations_panel
    for body, side, start in (
        ("1", Side.LEFT, "新建标准厂房"),
        ("2", Side.LEFT, "建成投用云溪数字产业园"),
        ("3", Side.LEFT, "启动县自然博物馆"),
    ):
        compared.select(side, statement(compared, side, start))
        desk.noting.annotate()
        qtbot.keyClicks(panel.editor.body, body)
        press(Qt.Key.Key_Escape)
    first, _second, third = (panel.model.index(at, 0).data() for at in range(3))
    panel.list.setCurrentIndex(panel.model.index(1, 0))
    at_hand = []
    for _ in range(3):
        panel.editor.delete.setFocus()
        press(Qt.Key.Key_Return)
        at_hand.append(panel.editor.body.toPlainText())
        assert panel.list.hasFocus() or not compared.annotations
    assert at_hand == [third, first, ""]
    assert desk.panes.isAncestorOf(QApplication.focusWidget())


def test_enter_on_a_note_leads_into_its_words(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.step(1)
    desk.noting.annotate()
    panel = desk.docks.annotations_panel
    qtbot.keyClicks(panel.editor.body, "ask")
    press(Qt.Key.Key_Escape)
    desk.docks.go_to("annotations")
    press(Qt.Key.Key_Return)
    assert panel.editor.body.hasFocus()


def test_tab_leads_through_the_notes_in_the_order_in_which_they_stand(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    panel = desk.docks.annotations_panel
    compared.step(1)
    desk.noting.annotate()
    qtbot.keyClicks(panel.editor.body, "ask")
    panel.filter.setFocus()
    stops = []
    for _ in range(6):
        stops.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    editor = panel.editor
    assert stops == [
        panel.filter,
        panel.status,
        panel.list,
        editor.body,
        editor.tags,
        editor.status,
    ]


def test_the_list_of_notes_says_whose_words_are_a_colleagues(
    desk: MainWindow, compared: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(note_delegate, "draw_line", lambda *given: drawn.append(given[2]))
    compared.repairs.author = "李"
    compared.select(Side.LEFT, 0)
    note = compared.annotate_selection()
    assert note is not None
    desk.docks.annotations.raise_()
    for editor, whose in (("李", "李"), ("王", f"李 (changed by 王, {told_day(note.created)})")):
        compared.repairs.change_note(replace(note, body=f"{editor}的看法", editor=editor))
        drawn.clear()
        desk.docks.annotations_panel.list.viewport().grab()
        assert drawn[0] == f"To check · {whose}"


def test_notes_are_filtered_by_words_quotes_tags_author_and_status(
    desk: MainWindow, compared: Session
) -> None:
    panel = desk.docks.annotations_panel
    for start, body, tags, status in (
        ("启动县自然博物馆", "问", ("文化",), Status.QUESTION),
        ("建成投用云溪数字产业园", "已核", (), Status.CONFIRMED),
    ):
        compared.select(Side.LEFT, statement(compared, Side.LEFT, start))
        note = compared.annotate_selection()
        assert note is not None
        compared.repairs.change_note(replace(note, body=body, tags=tags, status=status))
        compared.repairs.author = "赵"
    first = next(note for note in compared.annotations if note.body == "问")
    compared.repairs.change_note(replace(first, body="问规划局", editor="周"))

    def shown() -> list[str]:
        rows = range(panel.model.rowCount())
        return [panel.model.index(r, 0).data() for r in rows if not panel.list.isRowHidden(r)]

    desk.docks.annotations.raise_()
    assert len(shown()) == 2
    for words, bodies in (
        ("规划", "问规划局"),
        ("文化", "问规划局"),
        ("数字产业", "已核"),
        ("赵", "已核"),
        ("周", "问规划局"),
    ):
        panel.filter.setText(words)
        assert shown() == [bodies]
    panel.filter.clear()
    panel.status.setCurrentIndex(panel.status.findData(Status.CONFIRMED.value))
    assert shown() == ["已核"]
    panel.status.setCurrentIndex(panel.status.findData(Status.QUOTE.value))
    assert shown() == []
    assert "No note of this kind." in {
        w.text() for w in panel.findChildren(QLabel) if w.isVisible()
    }
    desk.noting.annotate()  # what is new is seen
    assert len(shown()) == 3


def test_choosing_a_note_leads_to_its_passage(desk: MainWindow, compared: Session) -> None:
    dropped = statement(compared, Side.LEFT, "启动县自然博物馆")
    compared.select(Side.LEFT, dropped)
    desk.noting.annotate()
    compared.select(Side.LEFT, None)
    panel = desk.docks.annotations_panel
    panel.editor.show_note(None)
    panel.list.setCurrentIndex(panel.model.index(-1, -1))
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    assert compared.selection.left == dropped


@pytest.mark.parametrize(
    ("text", "tags"),
    [("", ()), ("民生", ("民生",)), (" 民生，督查、 民生;x ", ("民生", "督查", "x"))],
)
def test_tags_are_parted_by_any_comma(text: str, tags: tuple[str, ...]) -> None:
    assert tags_of(text) == tags
