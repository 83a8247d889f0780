"""Write the simplified form of each traditional character, by ICU's transliterator Hant-Hans.

usage: python resources/make_simplified.py   (needs ICU's program `uconv`)
"""

from __future__ import annotations

import subprocess
from pathlib import Path

BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))  # Extension A and the ideographs before it
CALL = ("uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Hant-Hans")
ON_A_LINE = 25
# What simplified texts write too: 哪吒, 姊妹, 摔跤, 大阪; and what has two simplified forms, which
# its words tell (`desktop/text/plain_forms.py`): 瞭, 藉, 畫.
OWN = "吒姊跤阪瞭藉畫"
# What Hong Kong, Macau and Taiwan write besides, or mean otherwise: 衞生, 經濟復甦, 諮詢, 鉅額.
MORE = (
    "衞卫 峯峰 麪面 滙汇 鄕乡 戸户 靑青 甦苏 敍叙 擡抬 鑛矿 汚污 "
    "隂阴 飮饮 揹背 卽即 吿告 諮咨 逕径 鉅巨 厰厂 寳宝"
)
HERE = Path(__file__).resolve().parent


def main() -> None:
    """Write simplified.txt beside this script."""
    traditional = [chr(code) for first, end in BLOCKS for code in range(first, end)]
    done = subprocess.run(  # noqa: S603 - ICU's own program
        CALL, input="\n".join(traditional).encode(), capture_output=True, check=True
    )
    forms = dict(zip(traditional, done.stdout.decode().split("\n"), strict=True))
    forms |= {pair[0]: pair[1] for pair in MORE.split()}
    # What reports in simplified characters say often is not traditional: 著, 乾, 俱.
    common = OWN + (HERE / "frequent_characters.txt").read_text("utf-8")
    pairs = [
        one + other
        for one, other in forms.items()
        if one != other and one not in common and forms.get(other, other) == other
    ]
    lines = (" ".join(pairs[i : i + ON_A_LINE]) for i in range(0, len(pairs), ON_A_LINE))
    (HERE / "simplified.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
