"""Words of a document in a tip or a label, whatever they are."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt

LONGEST_QUOTE = 72
"""Characters that remind of a passage in some three lines; a whole chapter may be quoted, too."""


def shortened(text: str, most: int) -> str:
    r"""Return `text` on one line, cut with an ellipsis behind `most` characters.

    >>> shortened("新建\n标准厂房", 4)
    '新建 标…'
    """
    return " ".join((text if len(text) <= most else text[:most] + "…").split())


def plain_tip(text: str) -> str:
    """Return `text` so that Qt shows it as it is: a tip that looks like markup would be obeyed.

    >>> plain_tip("5%以上"), plain_tip("新建<b>厂房</b>")
    ('5%以上', '<p>新建&lt;b&gt;厂房&lt;/b&gt;</p>')
    """
    if not Qt.mightBeRichText(text):
        return text
    return "<p>" + escape(text, quote=False).replace("\n", "<br>") + "</p>"
