from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from desktop.compare.annotation import Anchor, Annotation, Status
from desktop.compare.model import ChangeKind, Relation
from desktop.text.span import Span
from desktop.ui.desk.aligned_outline import OutlineNode
from desktop.ui.models.annotation_model import AnnotationModel
from desktop.ui.models.commitment_model import RELATION, CommitmentFilter, CommitmentModel
from desktop.ui.models.entries import Entry
from desktop.ui.models.outline_model import OutlineModel
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation

AT = datetime(2024, 1, 16, tzinfo=UTC)
NOTE = Annotation(
    7,
    Anchor("a" * 64, Span(3, 9), "新增养老床位"),
    None,
    "待核",
    (),
    Status.QUESTION,
    "",
    "",
    AT,
    AT,
    "",
    AT,
)
REWORDED = replace(NOTE, edited=datetime(2024, 1, 17, 12).astimezone())
REVISED = Entry(
    4, Relation.REVISED, (ChangeKind.RAISED,), ("二、今年任务", "（一）民生"),
    "养老床位　300张 → 420张", "新增养老床位420张。", paragraph=2, is_target=True,
)  # fmt: skip
DROPPED = Entry(
    9, Relation.DROPPED, (), ("二、任务",), "启动博物馆前期工作。", "启动博物馆前期工作。", 2023
)
TREE = (
    OutlineNode(0, 0, "一、回顾"),
    OutlineNode(
        1, 1, "二、安排", new=3, dropped=1,
        children=(OutlineNode(2, None, "（一）旧"), OutlineNode(None, 2, "（二）新", new=3)),
    ),
)  # fmt: skip


@pytest.fixture
def commitments() -> CommitmentModel:
    model = CommitmentModel()
    model.set_entries((REVISED, DROPPED))
    return model


def test_markup_in_a_tip_is_shown_and_not_obeyed(commitments: CommitmentModel) -> None:
    full = "新建<img src='x.png'>厂房<b>20万</b>平方米\n并投产。"
    commitments.set_entries((replace(REVISED, full=full),))
    tip = commitments.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    document = QTextDocument()
    document.setHtml(tip)
    assert document.toPlainText() == full
    commitments.set_entries((replace(REVISED, full="5%以上"),))
    assert commitments.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "5%以上"


def shown(model: CommitmentFilter) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_commitment_model_keeps_qt_contract(
    qtmodeltester: ModelTester, commitments: CommitmentModel
) -> None:
    qtmodeltester.check(commitments)
    commitments.set_entries(())
    qtmodeltester.check(commitments)


def test_commitment_is_read_out_as_a_sentence(commitments: CommitmentModel) -> None:
    said = commitments.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "（一）民生, paragraph 2, target raised: 养老床位　300张 → 420张"
    assert commitments.position(9) == 1
    assert commitments.position(5) is None


def test_commitment_is_read_out_in_chinese_as_it_would_be_said(
    commitments: CommitmentModel, translation: Translation
) -> None:
    translation.speak(Language.CHINESE)
    role = Qt.ItemDataRole.AccessibleTextRole
    said = commitments.index(0, 0).data(role)
    assert said == "（一）民生 第 2 段 目标提高：养老床位　300张 → 420张"
    assert commitments.index(1, 0).data(role) == "二、任务 第 1 段 未再提及：启动博物馆前期工作。"


def test_filter_shows_rows_and_sorts_them_by_their_cells(
    qtmodeltester: ModelTester, commitments: CommitmentModel
) -> None:
    filtered = CommitmentFilter(commitments)
    assert shown(filtered) == []
    filtered.set_rows(frozenset({4, 9}))
    assert shown(filtered) == [REVISED.text, DROPPED.text]
    filtered.sort(RELATION, Qt.SortOrder.DescendingOrder)
    assert shown(filtered) == [DROPPED.text, REVISED.text]
    filtered.sort(-1)
    filtered.set_rows(frozenset({4}))
    assert shown(filtered) == [REVISED.text]
    qtmodeltester.check(filtered)


def test_outline_model_keeps_qt_contract(qtmodeltester: ModelTester) -> None:
    model = OutlineModel()
    model.set_nodes(TREE)
    qtmodeltester.check(model)


def test_outline_is_read_out_with_counts_and_side() -> None:
    model = OutlineModel()
    model.set_nodes(TREE)
    second = model.index(1, 0)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert second.data(role) == "二、安排, new: 3, dropped: 1"
    assert model.index(0, 0, second).data(role) == "（一）旧, only on the left"
    assert model.index(1, 0, second).data(role) == "（二）新, new: 3, only on the right"


def test_an_outline_with_the_same_headings_tells_which_of_them_count_otherwise(
    qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    model = OutlineModel()
    model.set_nodes(TREE)
    first, second = TREE
    old, new = second.children
    other = replace(second, new=2, children=(old, replace(new, new=2)))
    changed: list[str] = []
    model.dataChanged.connect(lambda index, _: changed.append(index.data()))
    with qtbot.assertNotEmitted(model.modelReset):
        assert model.change_nodes((first, other))
        assert changed == ["二、安排", "（二）新"]
        assert model.index(1, 0).data(OutlineModel.NODE_ROLE).new == 2
        assert not model.change_nodes((first, replace(other, title="二、打算")))
        assert not model.change_nodes((first, replace(other, children=(old,))))
    assert model.walk()[1].data() == "二、安排"
    qtmodeltester.check(model)


def test_section_is_found_in_the_outline() -> None:
    model = OutlineModel()
    model.set_nodes(TREE)
    assert model.find(None, 2).data() == "（二）新"
    assert model.find(2, None).data() == "（一）旧"
    assert model.find(1, 1).data() == "二、安排"
    assert not model.find(None, None).isValid()


def test_annotation_model_keeps_qt_contract(qtmodeltester: ModelTester) -> None:
    model = AnnotationModel()
    model.set_annotations((NOTE,))
    qtmodeltester.check(model)
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Question: 待核, on “新增养老床位”"


def test_note_says_its_tags_and_whose_it_is() -> None:
    model = AnnotationModel()
    lost = replace(NOTE, left=Anchor("a" * 64, None, "床位" * 500), body="")
    model.set_annotations((replace(lost, tags=("民生",), author="赵", editor="赵"),))
    said = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("passage not found, Question, 民生, 赵: (no words yet), on “床位")
    assert said.endswith("床位…”")
    assert len(said) < 200
    told = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert told.splitlines()[1].startswith("Written by 赵, changed 2024-01-1")
    assert len(told.splitlines()) == 2


@pytest.mark.parametrize(
    ("author", "editor", "said", "told"),
    [
        ("赵", "王", "赵 (changed by 王, 2024-01-17)", "Words by 王, 2024-01-17 12:00"),
        ("赵", "", "赵 (changed 2024-01-17)", "Words changed 2024-01-17 12:00"),
        ("", "王", "(changed by 王, 2024-01-17)", "Words by 王, 2024-01-17 12:00"),
    ],
)
def test_a_note_with_anothers_words_says_whose(
    author: str, editor: str, said: str, told: str
) -> None:
    model = AnnotationModel()
    model.set_annotations((replace(REWORDED, author=author, editor=editor),))
    index = model.index(0, 0)
    about, _ = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).split(": ", 1)
    assert about == f"Question, {said}"
    assert str(index.data(Qt.ItemDataRole.ToolTipRole)).splitlines()[2] == told


def test_a_note_with_anothers_words_says_whose_in_chinese(translation: Translation) -> None:
    translation.speak(Language.CHINESE)
    model = AnnotationModel()
    model.set_annotations((replace(REWORDED, author="赵", editor="王"),))
    index = model.index(0, 0)
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("存疑，赵（王 2024-01-17改）：待核")
    told = str(index.data(Qt.ItemDataRole.ToolTipRole)).splitlines()
    assert told[1].startswith("赵 所写，")
    assert told[2] == "文字由 王 所改，2024-01-17 12:00"


def test_changed_words_leave_the_notes_in_their_places() -> None:
    model = AnnotationModel()
    model.set_annotations((NOTE,))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_annotations((replace(NOTE, body="已核"),))
    assert model.index(0, 0).data() == "已核"
    assert resets == []
    model.set_annotations(())
    assert resets == [True]
