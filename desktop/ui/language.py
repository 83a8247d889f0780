"""The language of the interface, changed while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, QObject, QTranslator

from desktop import paths
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


QT_TEXTS = (
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QKeySequenceEdit", "Press shortcut"),
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Page &order:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Pages &per sheet:"),
)
"""Words of Qt that its own Chinese leaves in English or gets wrong, or that say more than a key's
label does."""


class Translation(QObject):
    """The translators that are installed: the program's own and Qt's.

    Installing one posts LanguageChange to every widget; each then sets its texts again.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = Language.ENGLISH  # of the source

    def speak(self, language: Language) -> None:
        """Change the language of every text on the screen."""
        self.language = language
        for translator in self._installed:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._installed = [] if language is Language.ENGLISH else list(self._loaded(language))
        for translator in self._installed:
            self._application.installTranslator(translator)
        QLocale.setDefault(QLocale(language.value))

    def _loaded(self, language: Language) -> tuple[QTranslator, ...]:
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        own_folder = str(paths.resource("translations"))
        sources = ((f"qtbase_{language}", qt_folder), (f"duikan_{language}", own_folder))
        loaded = []
        for name, folder in sources:
            translator = QTranslator(self)
            if translator.load(name, folder):
                loaded.append(translator)
        return tuple(loaded)


def language_of_texts() -> str:
    """Return the language of what is written out, "zh" or "en": that of the interface."""
    return "zh" if QLocale().language() is QLocale.Language.Chinese else "en"
