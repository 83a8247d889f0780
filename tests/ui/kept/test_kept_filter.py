from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.model import ChangeKind, Relation
from desktop.report.model import CommitmentKind, Role
from desktop.store import open_library
from desktop.ui.desk.row_filter import RowFilter
from desktop.ui.kept.filter import KeptFilter, from_text, to_text
from desktop.ui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

filters = st.builds(
    RowFilter,
    relations=st.frozensets(st.sampled_from(Relation)),
    changes=st.frozensets(st.sampled_from(ChangeKind)),
    kinds=st.frozensets(st.sampled_from(CommitmentKind)),
    roles=st.frozensets(st.sampled_from(Role)),
    text=st.text(),
    tags=st.frozensets(st.text()),
    only_open=st.booleans(),
)


@given(filters)
def test_a_filter_comes_back_as_it_was_kept(chosen: RowFilter) -> None:
    assert from_text(to_text(chosen)) == chosen


@given(st.text() | st.sampled_from(['{"relations": ["lent"]}', "[]", "null", '{"relations": 5}']))
def test_a_text_that_is_no_filter_leaves_the_usual_one(text: str) -> None:
    assert from_text(text) == RowFilter()


def test_what_the_list_shows_of_a_pair_is_found_again_after_a_restart(
    qtbot: QtBot, desk: MainWindow, compared: Session, library: Path, pair: tuple[Path, Path]
) -> None:
    assert desk.session is compared
    chosen = RowFilter(relations=frozenset({Relation.REVISED}), text="养老")
    compared.show_rows(chosen)
    again = Session(open_library(library))
    KeptFilter(again, again)
    with qtbot.waitSignal(again.comparison_changed):
        again.open_pair(*pair)
    assert again.filter == chosen
    assert again.shown_rows == compared.shown_rows != ()
    again.close()
