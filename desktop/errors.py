"""The two kinds of interruption that are not bugs."""

from __future__ import annotations


class UserError(Exception):
    """The world is at fault: a sentence that says what, why and what to do, in both languages.

    `str(error)` is the English sentence; the shells choose one by `in_language`.
    """

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en, zh)
        self.en = en
        self.zh = zh

    def __str__(self) -> str:
        return self.en

    def in_language(self, language: str) -> str:
        """Return the sentence in `language`: Chinese for "zh…", otherwise English."""
        return self.zh if language.startswith("zh") else self.en


class ReadError(UserError):
    """A file cannot be used as a report."""


class Cancelled(Exception):  # noqa: N818 - what the user wanted is not an error
    """The user stopped a long computation; nothing was changed."""


def reason(error: Exception) -> str:
    """Return what the system says is wrong, without the number and the path that `str` has."""
    return getattr(error, "strerror", None) or str(error)
