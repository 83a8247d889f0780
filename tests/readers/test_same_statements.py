"""The same report says the same statements, whatever it was saved as."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import pytest

from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {
    "安徽": "anhui",
    "北京": "beijing",
    "重庆": "chongqing",
    "福建": "fujian",
    "甘肃": "gansu",
    "广西": "guangxi",
    "贵州": "guizhou",
    "海南": "hainan",
    "河北": "hebei",
    "黑龙江": "heilongjiang",
    "河南": "henan",
    "湖北": "hubei",
    "湖南": "hunan",
    "江苏": "jiangsu",
    "江西": "jiangxi",
    "吉林": "jilin",
    "辽宁": "liaoning",
    "内蒙古": "neimenggu",
    "宁夏": "ningxia",
    "青海": "qinghai",
    "陕西": "shaanxi",
    "山东": "shandong",
    "山西": "shanxi",
    "天津": "tianjin",
    "新疆": "xinjiang",
    "云南": "yunnan",
    "浙江": "zhejiang",
}
LEAST_SHARE = 0.995


def statements(path: Path) -> list[str]:
    return [fold_text(each.text) for each in parse_report(read_report(path)).statements]


def share(one: list[str], other: list[str]) -> float:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(one), len(other))


@pytest.mark.parametrize("place", PLACES)
def test_a_word_file_says_what_its_text_says(shared: Path, place: str) -> None:
    [word] = (shared / "formats" / "docx").glob(f"*年{place}*.docx")
    text = statements(shared / "corpus" / f"{PLACES[place]}_2025.txt")
    assert len(text) > 200
    assert share(statements(word), text) >= LEAST_SHARE


@pytest.mark.parametrize("suffix", ["odt", "rtf"])
@pytest.mark.parametrize("place", ["北京", "江苏"])
def test_a_converted_file_says_all_the_same(shared: Path, place: str, suffix: str) -> None:
    [word] = (shared / "formats" / "docx").glob(f"*年{place}*.docx")
    converted = shared / "formats" / "converted" / f"{PLACES[place]}2025.{suffix}"
    assert statements(converted) == statements(word)


def test_a_report_in_a_cell_says_all_the_same(shared: Path) -> None:
    text = statements(shared / "corpus" / "beijing_2026.txt")
    assert statements(shared / "formats" / "beijing_2026.csv") == text


@pytest.mark.parametrize("year", range(2012, 2018))
def test_a_file_in_gbk_says_all_the_same(shared: Path, year: int) -> None:
    text = statements(shared / "corpus" / f"hailar_{year}.txt")
    assert statements(shared / "formats" / "gbk" / f"hailar_{year}.gbk.txt") == text
