"""Chinese characters among others."""

from __future__ import annotations

# In patterns: a letter, but no Latin one. For [\u4e00-\u9fff] every character of the range would be
# marked whenever a pattern is compiled: a millisecond each time, of which a command has twenty.
HAN = r"[^\W\d_A-Za-z]"


def is_han(char: str) -> bool:
    """Say whether `char` is a Chinese character; "" is none.

    >>> is_han("勘"), is_han("G"), is_han("、")
    (True, False, False)
    """
    return "\u4e00" <= char <= "\u9fff"
