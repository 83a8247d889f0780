from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shiboken6 import delete

from desktop.compare.model import Side
from desktop.store import open_library
from desktop.ui.kept.place import VIEWS, Place, from_text, to_text
from desktop.ui.main_window import MainWindow
from desktop.ui.session import Session
from desktop.ui.settings import Settings
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation

    Opening = Callable[[Session], None]
    Desk = Callable[[Opening], AbstractContextManager[MainWindow]]

WORKS = (
    "标准厂房",
    "养老床位",
    "城乡公路",
    "绿化面积",
    "老旧小区",
    "灌溉渠道",
    "停车泊位",
    "文化广场",
)
offsets = st.none() | st.integers(min_value=0)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Return two reports that are some screens long."""
    files = tmp_path / "青林2023.txt", tmp_path / "青林2024.txt"
    for file, year in zip(files, (2023, 2024), strict=True):
        lines = [f"青林县{year}年政府工作报告", f"一、{year - 1}年工作回顾", "各项事业全面发展。"]
        lines.append(f"二、{year}年工作安排")
        for number in range(60):
            work = WORKS[number % len(WORKS)]
            lines += [f"（{number + 1}）{work}第{number + 1}批"]
            lines += [f"新建第{number + 1}批{work}{number * 10 + year}处，年内完成。" * 2]
        file.write_text("\n".join(lines), encoding="utf-8")
    return files


@pytest.fixture
def desk(qtbot: QtBot, library: Path, tmp_path: Path, translation: Translation) -> Desk:
    """Return a way to start the program and open a pair."""

    @contextmanager
    def started(opening: Opening) -> Iterator[MainWindow]:
        session = Session(open_library(library))
        window = MainWindow(session, Settings(tmp_path / "settings.ini"), translation)
        window.resize(1200, 700)
        window.show()
        with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
            opening(session)
        qtbot.waitUntil(lambda: window.view.starts is not None and session.turns.is_done)
        yield window
        window.close()
        session.close()
        delete(window)

    return started


def scroll(window: MainWindow, side: Side, share: float) -> None:
    bar = window.panes.pane(side).verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))


def lines_in_view(window: MainWindow) -> list[str]:
    found = []
    for side in Side:
        pane = window.panes.pane(side)
        assert pane.parsed is not None
        start = pane.visible_span().start
        found.append(pane.parsed.report.text[start : start + 20])
    return found


def by_files(pair: tuple[Path, Path]) -> Opening:
    return lambda session: session.open_pair(*pair)


def by_start_page(session: Session) -> None:
    session.open_recent(session.recent_pairs[0])


def test_texts_are_read_on_where_they_were_when_their_sides_are_exchanged(
    qtbot: QtBot, desk: Desk, pair: tuple[Path, Path]
) -> None:
    with desk(by_files(pair)) as window:
        window.panes.set_synchronised(False)
        for shares in ((0.6, 0.3), (0.2, 0.8)):  # the second time each order has a place of its own
            for side, share in zip(Side, shares, strict=True):
                scroll(window, side, share)
            read = lines_in_view(window)
            with qtbot.waitSignal(window.session.comparison_changed, timeout=BUSY):
                window.actions_["swap"].trigger()
            qtbot.waitUntil(lambda: window.view.starts is not None and window.session.turns.is_done)
            assert lines_in_view(window) == read[::-1]


@pytest.mark.parametrize("way", ["files", "start page"])
def test_a_pair_is_read_on_where_it_was_left(desk: Desk, pair: tuple[Path, Path], way: str) -> None:
    with desk(by_files(pair)) as window:
        assert lines_in_view(window)[0].startswith("青林县2023年")
        window.panes.set_synchronised(False)
        scroll(window, Side.LEFT, 0.6)
        scroll(window, Side.RIGHT, 0.3)
        left = lines_in_view(window)
    with desk(by_files(pair) if way == "files" else by_start_page) as window:
        assert window.view is window.panes
        assert lines_in_view(window) == left
        assert left[0] != left[1]


def test_the_table_is_shown_again_with_the_row_that_was_on_top(
    qtbot: QtBot, desk: Desk, pair: tuple[Path, Path]
) -> None:
    with desk(by_files(pair)) as window:
        window.actions_["table"].trigger()
        bar = window.table.table.verticalScrollBar()
        qtbot.waitUntil(lambda: bar.maximum() > 0)
        bar.setValue(bar.maximum() // 2)
        left = window.table.starts
        assert left is not None
        assert max(start or 0 for start in left) > 1000
    with desk(by_start_page) as window:
        assert window.view is window.table
        assert window.pages.currentWidget() is window.table
        assert window.actions_["table"].isChecked()
        assert window.table.starts == left


def test_each_pair_has_a_place_of_its_own(
    qtbot: QtBot, desk: Desk, pair: tuple[Path, Path]
) -> None:
    other = pair[1].with_name("青林2025.txt")
    other.write_text(pair[1].read_text("utf-8").replace("2024", "2025"), encoding="utf-8")
    with desk(by_files(pair)) as window:
        session = window.session
        scroll(window, Side.RIGHT, 0.5)
        left = lines_in_view(window)
        with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
            session.open_pair(pair[1], other)
        qtbot.waitUntil(lambda: window.view.starts is not None)
        assert window.view.starts == (0, 0)
        window.actions_["table"].trigger()
        with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
            session.open_pair(*pair)
        assert window.view is window.panes
        qtbot.waitUntil(lambda: window.view.starts is not None)
        assert lines_in_view(window) == left


def test_files_that_are_read_again_are_read_on_where_they_were(
    qtbot: QtBot, desk: Desk, pair: tuple[Path, Path]
) -> None:
    with desk(by_files(pair)) as window:
        session = window.session
        scroll(window, Side.RIGHT, 0.5)
        left = window.view.starts
        assert left is not None
        assert left[1]
        text = pair[1].read_text(encoding="utf-8")
        pair[1].write_text(f"{text}\n各位代表：让我们一起努力！\n", encoding="utf-8")
        with qtbot.waitSignal(session.pair_changed, timeout=BUSY):
            window.actions_["reload"].trigger()
        qtbot.waitUntil(lambda: window.view.starts is not None)
        assert window.view.starts == left


def test_a_program_that_is_killed_has_kept_a_place_too(
    desk: Desk,
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    library: Path,
) -> None:
    monkeypatch.setattr("desktop.ui.kept.place.PAUSE", 20)
    with desk(by_files(pair)) as window:
        scroll(window, Side.RIGHT, 0.5)
        starts = window.view.starts
        assert starts is not None
        reports = window.session.repairs.pair
        assert reports is not None
        with open_library(library) as other:
            text = to_text(Place("side_by_side", starts))
            qtbot.waitUntil(lambda: other.settings(*reports).get("place") == text)


def test_a_place_is_kept_before_the_next_pair_comes(
    desk: Desk, pair: tuple[Path, Path], library: Path
) -> None:
    with desk(by_files(pair)) as window:
        scroll(window, Side.RIGHT, 0.5)
        starts, reports = window.view.starts, window.session.repairs.pair
        assert starts is not None
        assert reports is not None
        window.session.open_pair(*pair[::-1])
        with open_library(library) as other:
            kept = other.settings(*reports).get("place")
        assert kept == to_text(Place("side_by_side", starts))


def test_a_place_that_is_asked_for_goes_before_the_one_that_was_left(
    desk: Desk, pair: tuple[Path, Path]
) -> None:
    with desk(by_files(pair)) as window:
        scroll(window, Side.LEFT, 0.9)

    def opening(session: Session) -> None:
        session.annotations_changed.connect(lambda: session.select(Side.LEFT, 3))
        by_start_page(session)

    with desk(opening) as window:
        span = window.session.span_at_hand(Side.LEFT)
        assert span is not None
        assert window.panes.pane(Side.LEFT).shows(span)


@given(st.builds(Place, st.sampled_from(VIEWS), st.tuples(offsets, offsets)))
def test_a_place_comes_back_as_it_was_kept(place: Place) -> None:
    assert from_text(to_text(place)) == place


@given(
    st.text()
    | st.sampled_from(['["table", -1, 2]', '["table", 1]', '["chart", 1, 2]', '["table", "1", 2]'])
    | st.sampled_from(["null", '["table", true, 2]', '["table", 1.5, 2]', "[[], 1, 2]"])
)
def test_a_text_that_is_no_place_is_none(text: str) -> None:
    assert from_text(text) is None
