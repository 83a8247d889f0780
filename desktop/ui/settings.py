"""What the window remembers from one day to the next."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, fields, replace
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from desktop.compare.model import Relation
from desktop.compare.options import DEFAULT, Options
from desktop.ui.desk.note_order import NoteOrder
from desktop.ui.look.chrome_size import AS_SYSTEM, LARGEST_CHROME, SMALLEST_CHROME
from desktop.ui.look.typefaces import READING_SIZE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GEOMETRY, STATE = "window/geometry", "window/state"
ARRANGEMENT = 4
"""The number of the arrangement of docks; a state saved under another one is not restored."""

FOLDER, THEME, LANGUAGE = "files/folder", "look/theme", "look/language"
SIZE, CHROME = "look/size", "look/chrome"
NOTE_ORDER, TARGET_ORDER = "notes/order", "targets/order"
KEYS = "keys/chosen"
AUTHOR, FAMILY = "notes/author", "look/family"
COLOURS, THRESHOLDS = "look/colours", "compare/thresholds"


SUREST = 0.99  # no link is sure beyond doubt
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class ThemeChoice(StrEnum):
    """Which of the two palettes."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Language(StrEnum):
    """What the interface speaks."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


class Settings:
    """The stored choices; every change is written at once."""

    def __init__(self, file: Path | None = None) -> None:
        self._store = (
            QSettings("duikan", "duikan")
            if file is None
            else QSettings(str(file), QSettings.Format.IniFormat)
        )

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the system has it."""
        found = self._text(THEME)
        return ThemeChoice(found) if found in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue(THEME, choice.value)

    @property
    def language(self) -> Language:
        """The language chosen, else Chinese unless the system clearly speaks another one."""
        found = self._text(LANGUAGE)
        return Language(found) if found in set(Language) else language_of(QLocale.system())

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue(LANGUAGE, language.value)

    @property
    def size(self) -> float:
        """The size of the reports' text, in points."""
        return self._number(SIZE, READING_SIZE)

    @property
    def chrome_size(self) -> float:
        """The size of the window's own text, in points, or `AS_SYSTEM`."""
        found = self._number(CHROME, AS_SYSTEM)
        return found if SMALLEST_CHROME <= found <= LARGEST_CHROME else AS_SYSTEM

    @chrome_size.setter
    def chrome_size(self, points: float) -> None:
        self._store.setValue(CHROME, points)

    def set_size(self, points: float) -> None:
        """Keep another size of the reports' text."""
        self._store.setValue(SIZE, points)

    @property
    def folder(self) -> str:
        """The folder that the last file was taken from, before that the user's documents."""
        return self._text(FOLDER) or _documents()

    @folder.setter
    def folder(self, folder: str) -> None:
        self._store.setValue(FOLDER, folder)

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys of those actions that the user has given others than the usual ones."""
        return {
            name: tuple(key for key in keys if isinstance(key, str))
            for name, keys in self._json(KEYS).items()
            if isinstance(keys, list)
        }

    @keys.setter
    def keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        self._store.setValue(KEYS, json.dumps({name: list(own) for name, own in keys.items()}))

    @property
    def author(self) -> str:
        """The name that notes and decisions are signed with."""
        return self._text(AUTHOR)

    @author.setter
    def author(self, author: str) -> None:
        self._store.setValue(AUTHOR, author)

    @property
    def note_order(self) -> NoteOrder:
        """In which order notes are listed."""
        found = self._text(NOTE_ORDER)
        return NoteOrder(found) if found in set(NoteOrder) else NoteOrder.PLACE

    @note_order.setter
    def note_order(self, order: NoteOrder) -> None:
        self._store.setValue(NOTE_ORDER, order.value)

    @property
    def target_order(self) -> tuple[int, bool]:
        """The column that targets are sorted by, -1 for none, and whether downwards."""
        found = re.fullmatch(r"(\d)( down)?", self._text(TARGET_ORDER))
        return (int(found[1]), bool(found[2])) if found else (-1, False)

    @target_order.setter
    def target_order(self, order: tuple[int, bool]) -> None:
        column, is_downwards = order
        self._store.setValue(TARGET_ORDER, f"{column} down" if is_downwards else f"{column}")

    @property
    def family(self) -> str:
        """The face of the reports, "" for the best one that there is."""
        return self._text(FAMILY)

    @family.setter
    def family(self, family: str) -> None:
        self._store.setValue(FAMILY, family)

    @property
    def colours(self) -> dict[Relation, str]:
        """The colours of relations that the user has chosen, "#rrggbb"."""
        found = self._json(COLOURS)
        return {
            relation: colour
            for relation in Relation
            if isinstance(colour := found.get(relation.value), str) and COLOUR.fullmatch(colour)
        }

    @colours.setter
    def colours(self, colours: Mapping[Relation, str]) -> None:
        self._store.setValue(COLOURS, json.dumps(colours))

    @property
    def thresholds(self) -> Options:
        """How probable a link has to be."""
        found = self._json(THRESHOLDS)
        names = [field.name for field in fields(Options)]
        given = {n: share for n in names if isinstance(share := found.get(n), float)}
        return replace(DEFAULT, **{n: min(max(share, 0.0), SUREST) for n, share in given.items()})

    @thresholds.setter
    def thresholds(self, options: Options) -> None:
        changed = {k: v for k, v in asdict(options).items() if v != getattr(DEFAULT, k)}
        self._store.setValue(THRESHOLDS, json.dumps(changed))

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as Qt saves it."""
        return self._bytes(GEOMETRY)

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue(GEOMETRY, geometry)

    @property
    def state(self) -> QByteArray:
        """How the docks were arranged, as Qt saves it."""
        return self._bytes(STATE)

    @state.setter
    def state(self, state: QByteArray) -> None:
        self._store.setValue(STATE, state)

    def _json(self, key: str) -> dict[str, object]:
        try:
            found = json.loads(self._text(key) or "{}")
        except ValueError:  # the file can be edited by hand
            return {}
        return found if isinstance(found, dict) else {}

    def _number(self, key: str, usual: float) -> float:
        try:
            found = float(str(self._store.value(key, usual)))
        except ValueError:  # the file can be edited by hand
            return usual
        return found if isfinite(found) else usual

    def _text(self, key: str) -> str:
        found = self._store.value(key)
        return found if isinstance(found, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        found = self._store.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()


def _documents() -> str:
    """Return the user's folder of documents, or the home folder where there is none."""
    place = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(place.DocumentsLocation)
    if os.path.isdir(documents):  # noqa: PTH112 - it may be ""
        return documents
    return QStandardPaths.writableLocation(place.HomeLocation)


def language_of(locale: QLocale) -> Language:
    """Return Chinese for a Chinese locale and for the C locale, which says nothing."""
    unsaid = (QLocale.Language.C, QLocale.Language.AnyLanguage, QLocale.Language.Chinese)
    return Language.CHINESE if locale.language() in unsaid else Language.ENGLISH
