"""The words around the names of what numbers measure."""

from __future__ import annotations

import re

from desktop.report.promises import indicator_words


def test_all_that_links_a_name_to_a_number_is_looked_for() -> None:
    """A link with a character that is not among those would never be found."""
    words = re.sub(r"\(\?<?[=!][^)]*\)", "", indicator_words._LINK.pattern)
    assert set(re.findall("[一-鿿]", words)) <= set(indicator_words._LINKING)
