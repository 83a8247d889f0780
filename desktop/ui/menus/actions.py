"""Actions made of the rows of the table: texts, keys, and what they need to be of use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Keys = tuple[str, ...]


class Need(StrEnum):
    """What has to be there before an action is of use."""

    NOTHING = "nothing"
    PAIR = "pair"  # two reports are open
    MINE = "mine"  # and what the analyst decided is laid over them
    ROW = "row"  # and a row of the table is at hand
    LINK = "link"  # and two statements that are linked
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Spec:
    """One action.

    `slot` is a method of the window or, with a dot, of one of its parts: "files.swap". `short` is
    the text in the toolbar. Rows of one `part` stand together in the menu, as do those of one
    `group` without a part. `is_on` says that it can be checked, and how it begins; `group` makes
    it one of several choices, whose slot is called with the name of the one that is chosen. What
    `repeats` goes on while its key is held down.
    """

    name: str
    menu: str
    text: object
    keys: Keys
    slot: str
    short: object = ""
    is_on: bool | None = None
    group: str = ""
    part: str = ""
    needs: Need = Need.NOTHING
    repeats: bool = False


def tr(text: object) -> str:
    """Return `text` in the language of the interface."""
    return QCoreApplication.translate("Actions", str(text)) if text else ""


def plain(text: object) -> str:
    """Return what an action is called outside a menu: without the letter to press and the dots.

    >>> plain("打开两份报告(&O)…"), plain("S&wap the sides")
    ('打开两份报告', 'Swap the sides')
    """
    said = tr(text)
    bracket = said.find("(&")
    if bracket >= 0:
        said = said[:bracket] + said[bracket + len("(&X)") :]
    return said.replace("&", "").removesuffix("…")


def make_actions(owner: QObject, specs: Iterable[Spec]) -> dict[str, QAction]:
    """Return an action for each row of the table, its slot a method of `owner`."""
    kept = QObject(owner)  # else all that watches the owner would be told of each action
    groups: dict[str, QActionGroup] = {}
    actions = {}
    for spec in specs:
        action = QAction(kept)
        action.setObjectName(spec.name)
        action.setAutoRepeat(spec.repeats)  # else Shift+H takes all headings, one after the other
        if spec.is_on is not None:
            action.setCheckable(True)
            action.setChecked(spec.is_on)
        slot = attrgetter(spec.slot)(owner)
        if spec.group:
            groups[spec.group] = groups.get(spec.group) or QActionGroup(kept)
            groups[spec.group].addAction(action)
            slot = _with_name(slot, spec.name)
        elif spec.is_on is not None:
            slot = _with_state(slot)
        action.triggered.connect(slot)
        actions[spec.name] = action
    return actions


def _with_name(slot: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: slot(name)


def _with_state(slot: Callable[[bool], None]) -> Callable[[bool], None]:
    """Return a slot that takes whether the action is checked: those of Qt itself do not say so."""

    def take(is_on: bool) -> None:
        slot(is_on)

    return take


def keys_of(spec: Spec, chosen: Mapping[str, Keys]) -> Keys:
    """Return the keys of an action: those that the user has chosen, else those of the table."""
    return chosen.get(spec.name, spec.keys)


def set_keys(
    actions: Mapping[str, QAction], specs: Iterable[Spec], chosen: Mapping[str, Keys]
) -> None:
    """Give each action its keys, those that the user has chosen among them."""
    for spec in specs:
        actions[spec.name].setShortcuts([QKeySequence(key) for key in keys_of(spec, chosen)])


def retranslate(actions: Mapping[str, QAction], specs: Iterable[Spec]) -> None:
    """Set the texts anew in the language of the interface."""
    for spec in specs:
        action = actions[spec.name]
        action.setText(tr(spec.text))
        action.setIconText(tr(spec.short or spec.text))
        keys = shown_keys(action)
        action.setToolTip(f"{plain(spec.text)}  {keys}" if keys else plain(spec.text))


def shown_keys(action: QAction) -> str:
    """Return the first key of an action as this platform writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def enable(actions: Mapping[str, QAction], specs: Iterable[Spec], met: frozenset[Need]) -> None:
    """Let those actions be chosen that are of use now."""
    for spec in specs:
        actions[spec.name].setEnabled(spec.needs is Need.NOTHING or spec.needs in met)
