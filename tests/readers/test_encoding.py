"""Which encoding a file is in."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.readers.encoding import Decoded, decode

SEEDS = Path(__file__).parents[2] / "seeds"
SIMPLIFIED = "".join(
    (SEEDS / f"yunchuan_{year}_work_report.txt").read_text("utf-8") for year in (2023, 2024)
)
TRADITIONAL = (
    "各位代表：現在，我代表雲川區人民政府，向大會報告工作，請予審議，並請列席人員提出意見。過去一年，我們堅持穩中"
    "求進，經濟運行總體平穩，地區生產總值增長百分之六，一般公共預算收入達到三十二億元。產業結構持續優化，數字經濟、"
    "綠色製造、現代服務業三個集群規模再上新臺階。我們著力改善民生，新建學校四所、公園七座，改造老舊住宅區二十個，惠及"
    "居民一萬餘戶。同時也要清醒看到，發展不平衡不充分的問題仍然突出，創新能力有待增強，基層治理還有短板。今年的主要"
    "任務是：加快建設現代化產業體系，擴大有效投資，促進消費回暖；深化改革開放，優化營商環境；推動鄉村全面振興，縮小"
    "城鄉差距；加強生態環境保護，打好藍天、碧水、淨土保衛戰；切實保障和改善民生，辦好十件實事。讓我們團結一心，奮發"
    "有為，為開創雲川發展新局面而努力奮鬥！"
)
ENCODINGS = {
    "utf-8": SIMPLIFIED,
    "gb18030": SIMPLIFIED,
    "utf-16-le": SIMPLIFIED,
    "utf-16-be": SIMPLIFIED,
    "big5hkscs": TRADITIONAL * 10,
}
LENGTHS = (20, 25, 30, 40, 60, 100, 200, 500, 1000, 2000)
SAMPLES = 20  # of each length
ENOUGH = 0.995


def samples(text: str, length: int) -> list[str]:
    step = (len(text) - length) // SAMPLES
    return [text[i * step : i * step + length] for i in range(SAMPLES)]


def test_a_thousand_samples() -> None:
    """Five encodings, ten lengths, twenty places each."""
    pairs = [
        (sample, decode(sample.encode(encoding)).text)
        for encoding, text in ENCODINGS.items()
        for length in LENGTHS
        for sample in samples(text, length)
    ]
    assert len(pairs) == 1000
    assert sum(sample == read for sample, read in pairs) >= ENOUGH * len(pairs)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_name_is_told(encoding: str) -> None:
    assert decode(ENCODINGS[encoding][:400].encode(encoding)).encoding == encoding


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + "报告".encode(encoding)).text == "报告"


def test_one_bad_byte_does_not_make_another_encoding_of_utf8() -> None:
    data = bytearray(SIMPLIFIED[:1000].encode())
    data[100] = 0xFF
    assert decode(bytes(data)).encoding == "utf-8"


def test_a_cut_off_last_character_does_not_make_another_encoding() -> None:
    assert decode(SIMPLIFIED[:1000].encode()[:-1]).encoding == "utf-8"
    assert decode(SIMPLIFIED[:1000].encode("gb18030")[:-1]).encoding == "gb18030"


@pytest.mark.parametrize("encoding", ["gb18030", "gbk"])
@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize("at", range(100, 200, 9))
def test_a_broken_byte_spoils_its_own_character_alone(encoding: str, asked: bool, at: int) -> None:
    text = SIMPLIFIED[:1000]
    data = bytearray(text.encode(encoding))
    data[len(text[:at].encode(encoding))] = 0xFF
    read = decode(bytes(data), encoding if asked else None).text
    assert read == text[:at] + "\ufffd" + text[at + 1 :]


def test_a_byte_that_is_lost_spoils_few_characters() -> None:
    for encoding, text in (("gb18030", SIMPLIFIED[:1000]), ("big5hkscs", TRADITIONAL)):
        data = text.encode(encoding)
        at = len(text[:100].encode(encoding))
        read = decode(data[:at] + data[at + 1 :]).text
        assert read.startswith(text[:100])
        assert read.endswith(text[104:])


def test_characters_of_four_bytes_stand_beside_broken_ones() -> None:
    text = "国务院总理朱镕基作政府工作报告，𠮷林镇列席。" * 9
    data = text.encode("gb18030").replace("作".encode("gb18030"), b"\xff\xf7", 1)
    assert decode(data).text == text.replace("作", "\ufffd", 1)


def test_an_encoding_that_is_asked_for_overrules() -> None:
    data = "报告".encode("gb18030")
    assert decode(data, "gb18030") == Decoded("报告", "gb18030")
    assert decode(data, "latin-1").text != "报告"


def test_characters_that_only_gb18030_has_are_read() -> None:
    text = "国务院总理朱镕基作政府工作报告，𠮷林镇列席。" * 2
    assert decode(text.encode("gb18030")).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_somehow(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1))
def test_what_is_utf8_beyond_ascii_is_read_as_written(text: str) -> None:
    assert decode((text + "中").encode()).text == text + "中"
