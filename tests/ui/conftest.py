"""A real window over the real engine, with a library and settings of its own."""

from __future__ import annotations

import gc
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop.compare.model import Side
from desktop.readers.safely import SafeReader
from desktop.report.model import Report
from desktop.store import open_library
from desktop.ui.engine.client import Engine
from desktop.ui.language import Translation
from desktop.ui.look.chrome_size import interface_font
from desktop.ui.main_window import MainWindow
from desktop.ui.session import Session
from desktop.ui.settings import Language, Settings
from desktop.ui.tasks import workshop
from tests.ui.held import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import Qt
    from pytestqt.qtbot import QtBot

BUSY = 30_000
"""Milliseconds in which a pair is compared on whatever machine, however busy it is."""

EARLIER = """云溪县2023年政府工作报告
一、2022年工作回顾
全县地区生产总值增长5.1%。
二、2023年工作安排
（一）做强县域产业
地区生产总值增长6%以上。新建标准厂房20万平方米。建成投用云溪数字产业园一期。
（二）改善群众生活
新增社区养老床位300张。启动县自然博物馆前期工作。持续推进城乡供水一体化。
"""

LATER = """云溪县2024年政府工作报告
一、2023年工作回顾
地区生产总值增长5.6%。云溪数字产业园一期建成投用，入驻企业40家。
二、2024年工作安排
（一）做强县域产业
地区生产总值增长5.5%左右。新建标准厂房20万平方米。出台低空经济三年行动方案。
（二）改善群众生活
新增社区养老床位420张。持续推进城乡供水一体化。
"""


@pytest.fixture(autouse=True)
def _clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard: offscreen Qt frees it only after Python has ended."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """Collect garbage here alone, as the program does: a thread must not break up widgets."""
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # what is left is no garbage, and need not be looked through again
    gc.enable()


class SharedEngine(Engine):
    """An engine that outlives the session that it works for."""

    def close(self) -> None:
        """Stay."""


class SharedReader(SafeReader):
    """A reader that outlives the session that it reads for."""

    def close(self) -> None:
        """Stay."""


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """Return one engine for all windows: to start it takes longer than most tests."""
    made = SharedEngine()
    made.parts(Report("热身"), lambda _share: None)  # which waits until it is warm
    yield made
    Engine.close(made)


@pytest.fixture(scope="session")
def reader() -> Iterator[SafeReader]:
    """Return one process that reads for all windows."""
    made = SharedReader()
    made.warm()
    yield made
    SafeReader.close(made)


@pytest.fixture(autouse=True)
def _share(engine: Engine, reader: SafeReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "Engine", lambda: engine)
    monkeypatch.setattr(workshop, "SafeReader", lambda: reader)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Return two small invented reports, the earlier one first."""
    files = tmp_path / "云溪2023.txt", tmp_path / "云溪2024.txt"
    for file, text in zip(files, (EARLIER, LATER), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an empty library: to make one takes longer than to copy it."""
    with open_library(tmp_path_factory.mktemp("empty")) as made:
        return made.path


@pytest.fixture
def library(tmp_path: Path, empty_library: Path) -> Path:
    """Return the folder of an empty library."""
    folder = tmp_path / "library"
    folder.mkdir(mode=0o700)
    shutil.copy(empty_library, folder)
    return folder


@pytest.fixture
def session(qapp: QApplication, library: Path) -> Iterator[Session]:  # noqa: ARG001 - Qt runs
    """Return a session without a pair."""
    made = Session(open_library(library))
    yield made
    made.close()


@pytest.fixture
def compared(qtbot: QtBot, session: Session, pair: tuple[Path, Path]) -> Session:
    """Return a session with the small pair open, and kept."""
    with qtbot.waitSignal(session.comparer.kept, timeout=BUSY):
        session.open_pair(*pair)
    return session


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings that nobody has touched."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def translation(qapp: QApplication) -> Iterator[Translation]:
    """Return the translators; the application speaks the source's language again afterwards."""
    made = Translation(qapp)
    yield made
    made.speak(Language.ENGLISH)


@pytest.fixture
def window(session: Session, settings: Settings, translation: Translation) -> Iterator[MainWindow]:
    """Return the window on its start page, in English."""
    with shown(session, settings, translation) as made:
        yield made


@contextmanager
def shown(session: Session, settings: Settings, translation: Translation) -> Iterator[MainWindow]:
    """Show a window for as long as the block runs."""
    before = QApplication.font()
    QApplication.setFont(interface_font())  # as the program begins
    made = MainWindow(session, settings, translation)
    made.show()
    yield made
    made.close()
    delete(made)  # now, while its session is still open
    QApplication.setFont(before)


@pytest.fixture
def desk(window: MainWindow, compared: Session) -> MainWindow:
    """Return the window with the small pair open."""
    assert window.session is compared
    return window


@pytest.fixture
def press(qtbot: QtBot, desk: MainWindow) -> Callable[..., None]:
    """Return a way to press keys in the pane, as somebody who reads does."""
    with qtbot.waitActive(desk):
        desk.activateWindow()
    desk.panes.pane(Side.RIGHT).setFocus()

    def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        qtbot.keyClick(QApplication.focusWidget() or desk, key, held)

    return press
