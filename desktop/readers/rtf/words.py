"""The control words of RTF that matter to its text."""

from __future__ import annotations

from enum import Enum


class Target(Enum):
    """Where the text of a group goes."""

    BODY = "body"
    NOTE = "note"
    HEADER = "header"
    FOOTER = "footer"
    BOX = "box"
    LABEL = "label"  # the number before a paragraph
    FONTS = "fonts"
    STYLES = "styles"
    NOWHERE = "nowhere"
    DEAD = "dead"  # nowhere, and what groups inside it say of themselves makes no difference


def _all(target: Target, words: str) -> dict[str, Target]:
    return dict.fromkeys(words.split(), target)


TARGETS = {
    **_all(Target.NOTE, "footnote annotation"),
    **_all(Target.HEADER, "header headerl headerr headerf"),
    **_all(Target.FOOTER, "footer footerl footerr footerf"),
    **_all(Target.BOX, "shptxt dptxbxtext"),
    **_all(Target.LABEL, "listtext pntext"),
    **_all(Target.FONTS, "fonttbl"),
    **_all(Target.STYLES, "stylesheet"),
    # A document with Unicode beside it: what is in `ud` is read.
    **_all(Target.BODY, "ud nesttableprops"),
    **_all(Target.NOWHERE, "upr shp fldinst info colortbl filetbl listtable listoverridetable"),
    **_all(Target.NOWHERE, "revtbl rsidtbl generator xe tc rxe txe pn pntxta pntxtb do"),
    **_all(Target.NOWHERE, "formfield ffname datafield template private ftnsep ftnsepc aftnsep"),
    **_all(Target.NOWHERE, "aftnsepc ftncn aftncn atnid atnauthor title author operator comment"),
    # Pictures, embedded files, and the second form of what was read in the first.
    **_all(Target.DEAD, "pict objdata shprslt nonshppict nonesttables themedata datastore"),
    **_all(Target.DEAD, "colorschememapping latentstyles fontemb fontfile xmlnstbl falt panose"),
}

SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
SYMBOLS = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\"}

CODECS = {  # by the character set of a font; the national standards hold those that Windows has
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    204: "cp1251",
    238: "cp1250",
}
SYMBOL_SET = 2
CODE_PAGES = {936: "gb18030", 950: "big5hkscs", 10008: "gb18030", 65001: "utf-8"}
CHINESE_SETS = {134: "gb18030", 136: "big5hkscs"}
CHINESE_LANGUAGES = {
    **dict.fromkeys((2052, 4100), "gb18030"),  # of the mainland, of Singapore
    **dict.fromkeys((1028, 3076, 5124), "big5hkscs"),  # of Taiwan, of Hong Kong, of Macao
}
