from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QStandardPaths

from desktop.ui.settings import Language, Settings, ThemeChoice, language_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh_CN", Language.CHINESE),
        ("zh_TW", Language.CHINESE),
        ("C", Language.CHINESE),
        ("en_GB", Language.ENGLISH),
        ("de_DE", Language.ENGLISH),
    ],
)
def test_language_is_chinese_unless_the_system_clearly_speaks_another(
    name: str, language: Language
) -> None:
    assert language_of(QLocale(name)) is language


def test_choices_are_found_again(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    first = Settings(file)
    first.theme, first.language, first.folder = ThemeChoice.DARK, Language.ENGLISH, "/报告"
    second = Settings(file)
    assert (second.theme, second.language, second.folder) == (
        ThemeChoice.DARK,
        Language.ENGLISH,
        "/报告",
    )


def test_before_a_folder_was_chosen_it_is_that_of_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, documents = tmp_path / "甲", tmp_path / "文档"
    home.mkdir()
    places = {
        QStandardPaths.StandardLocation.HomeLocation: str(home),
        QStandardPaths.StandardLocation.DocumentsLocation: str(documents),
    }
    monkeypatch.setattr(QStandardPaths, "writableLocation", places.get)
    settings = Settings(tmp_path / "settings.ini")
    assert settings.folder == str(home)
    documents.mkdir()
    assert settings.folder == str(documents)
    settings.folder = "/报告"
    assert settings.folder == "/报告"


def test_nonsense_in_the_file_counts_as_no_choice(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[look]\ntheme=plaid\nlanguage=klingon\n", encoding="utf-8")
    settings = Settings(file)
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.language in set(Language)
