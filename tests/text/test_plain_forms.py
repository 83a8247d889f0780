"""Traditional characters and their plain forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.normalize import fold_text, narrow
from desktop.text.plain_forms import BY_WORDS, as_in, plain, plain_forms
from tests.traditional import traditional

TEXTS = st.text(
    st.sampled_from("发展髮發着著显顯沿力名乾隆净淨瞭解望藉由慰画畫计計规，。 5%")
    | st.sampled_from(sorted(plain_forms()))
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沿著這條路，圍繞著民生著力", "沿着这条路，围绕着民生着力"),
        ("成效顯著，建設著名景區，見微知著", "成效显著，建设著名景区，见微知著"),
        ("成效显著，吸引著名企业，著作权", "成效显著，吸引著名企业，著作权"),
        ("乾淨飲水、餅乾", "干净饮水、饼干"),
        ("乾隆年间、乾县、乾坤湾", "乾隆年间、乾县、乾坤湾"),
        ("瞭解民情、一目瞭然", "了解民情、一目了然"),
        ("森林瞭望塔", "森林瞭望塔"),
        ("藉此機會、憑藉優勢", "借此机会、凭借优势"),
        ("精神慰藉服务、杯盘狼藉", "精神慰藉服务、杯盘狼藉"),
        ("發展計畫、城市規畫、動畫", "发展计划、城市规划、动画"),
        ("摔跤、姊妹城市、哪吒、大阪", "摔跤、姊妹城市、哪吒、大阪"),
        ("衞生諮詢、經濟復甦、裏程、臺灣、羣眾", "卫生咨询、经济复苏、里程、台湾、群众"),
        ("兩億元、三兆元、壹萬公里", "两亿元、三兆元、壹万公里"),
        ("皇后與後勤、頭髮與發展", "皇后与后勤、头发与发展"),
    ],
)
def test_plain_forms(text: str, expected: str) -> None:
    assert plain(text) == narrow(text).replace(",", "，") == expected


@given(TEXTS)
def test_offsets_stay_and_what_is_plain_stays(text: str) -> None:
    plainly = plain(text)
    assert len(plainly) == len(text)
    assert plain(plainly) == plainly


@given(TEXTS)
def test_nothing_but_what_words_tell_depends_on_its_neighbours(text: str) -> None:
    told = {*BY_WORDS, *BY_WORDS.values(), "画"}
    assert all(
        one == plain(old) for old, one in zip(text, plain(text), strict=True) if one not in told
    )


@given(st.text(st.sampled_from("推动经济发展和卫生健康事业，农业与乡村后勤里程干部"), min_size=1))
def test_a_copy_in_traditional_characters_is_compared_as_the_same(text: str) -> None:
    for seed in range(3):
        assert fold_text(traditional(text, seed)) == fold_text(text)


def test_what_was_taken_from_a_text_is_shown_in_its_characters() -> None:
    assert as_in("新增养老床位", "新增護理型養老床位300張") == "新增養老床位"
    assert as_in("新增养老床位", "新增护理型养老床位300张") == "新增养老床位"
    assert as_in("里程与城里", "城裡軌道里程，與環線") == "里程與城裡"
    assert as_in("铁路(二期)", "鐵路（二期）") == "鐵路(二期)"
    assert as_in("", "養老") == ""
