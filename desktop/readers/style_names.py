"""What styles are called that say what a text is, in Word's files as in RTF."""

from __future__ import annotations

import re

HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)
LETTER = "Duikan Relation Letter"  # which an export with marks sets before statements
