"""CSV files: a report in a cell, a table, and text that is neither."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from desktop.errors import ReadError
from desktop.readers.csv import SHORTEST_REPORT, read_csv
from desktop.readers.plain import MAX_CHARACTERS
from desktop.readers.report import read_report
from desktop.report.model import Reason

if TYPE_CHECKING:
    from pathlib import Path

REPORT = "政府工作报告\n各位代表：\n一、2023年工作回顾\n全区新建“口袋”公园三座，通水。\n" * 20
assert len(REPORT) > SHORTEST_REPORT


def written(folder: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    path = folder / "a.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_report_in_a_cell_is_the_text_and_the_rest_is_set_aside(tmp_path: Path) -> None:
    quoted = '"' + REPORT.replace("通水", '"",通水') + '"'
    raw = read_csv(written(tmp_path, f"body,year,text\n云川区,2024,{quoted}\n"))
    cut = {line for cut in raw.cuts for line in [raw.text[cut.start : cut.end]]}
    assert cut == {"body", "year", "text", "云川区", "2024"}
    assert {each.reason for each in raw.cuts} == {Reason.BOILERPLATE}
    kept = raw.text[raw.cuts[-1].end :].strip()
    assert kept == REPORT.replace("通水", '",通水').strip()


def test_a_report_in_the_only_cell(tmp_path: Path) -> None:
    raw = read_csv(written(tmp_path, f'"{REPORT}"'))
    assert (raw.text.strip(), raw.cuts) == (REPORT.strip(), ())


def test_signs_of_web_pages_stand_for_characters_and_part_no_cells(tmp_path: Path) -> None:
    signs = REPORT.replace("“口袋”", "&quot;口袋&quot;").replace("，", "&#44;")
    raw = read_csv(written(tmp_path, f'年份,正文\n2024,"{signs}"'))
    said = REPORT.replace("“口袋”", '"口袋"').replace("，", ",").strip()
    assert raw.text[raw.cuts[-1].end :].strip() == said


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, f'年份,正文\n2024,"{REPORT}"', encoding)
    assert read_csv(path).encoding.startswith(encoding)
    assert read_csv(path, "big5").encoding == "big5"


def test_paragraphs_in_a_column_are_the_text_and_their_numbers_are_set_aside(
    tmp_path: Path,
) -> None:
    prose = ["一、工作回顾", *["全区新建公园三座，改造管网。" * n for n in (9, 40, 12)]]
    rows = "\n".join(f"{i},{line}" for i, line in enumerate(prose))
    raw = read_csv(written(tmp_path, f"序号,正文\n{rows}\n"))
    aside = [raw.text[cut.start : cut.end] for cut in raw.cuts]
    assert aside == ["序号", "0", "1", "2", "3"]
    assert [line for line in raw.text.split("\n") if line not in aside] == ["正文", *prose]


def test_rows_of_a_table_are_lines(tmp_path: Path) -> None:
    text = '指标,目标\n粮食产量,稳定\n水利,"建设良田。\n修复水渠。"\n\n'
    expected = ["指标\t目标", "粮食产量\t稳定", "水利", "建设良田。", "修复水渠。"]
    assert read_csv(written(tmp_path, text)).text.split("\n") == expected


def test_commas_of_a_text_are_kept(tmp_path: Path) -> None:
    text = "一、工作回顾\n新建公园,扩建医院。\n通水,通电,通气。"
    assert read_csv(written(tmp_path, text)).text == text


def test_a_quote_that_is_never_closed_loses_nothing(tmp_path: Path) -> None:
    text = '"一、工作回顾\n新建公园。\n通水。'
    assert read_csv(written(tmp_path, text)).text == text.removeprefix('"')


def test_a_cell_longer_than_the_module_allows_by_default(tmp_path: Path) -> None:
    text = (REPORT * 200).strip()
    csv.field_size_limit(default := 0x20000)
    assert len(text) > default
    assert read_csv(written(tmp_path, f'"{text}"')).text == text


def test_a_cell_longer_than_any_report_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, f"题,文\n甲,{'修渠通水。' * (MAX_CHARACTERS // 5 + 1)}\n")
    with pytest.raises(ReadError, match="too long for a report"):
        read_report(path)
