from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.compare import compare
from desktop.compare.links.sections import LEAST_ALIKE, longest_chain
from desktop.compare.model import SectionLink
from desktop.paths import seed
from desktop.readers.report import read_report
from desktop.report.model import Report
from desktop.report.parse import parse_report

orders = st.lists(st.integers(0, 12), max_size=12)


def links(rights: list[int]) -> list[SectionLink]:
    return [SectionLink(left, right, 0.5) for left, right in enumerate(rights)]


@given(orders)
def test_a_chain_never_steps_back(rights: list[int]) -> None:
    chain = [link.right for link in longest_chain(links(rights))]
    assert chain == sorted(chain)


@given(orders)
def test_what_is_in_order_has_not_moved(rights: list[int]) -> None:
    in_order = links(sorted(rights))
    assert longest_chain(in_order) == in_order


def test_the_one_that_moved_is_left_out() -> None:
    chain = longest_chain(links([0, 5, 1, 2, 3]))
    assert [link.right for link in chain] == [0, 1, 2, 3]


LEFT = """政府工作报告
一、2030年主要任务
新建云湖码头两座，扩建青石小学。
修缮云湖古城墙，开通青石旅游专线。
附件
2030年民生实事项目
一、新建社区食堂12家。
二、加装电梯90部。
"""
RIGHT = """政府工作报告
一、2031年主要任务
新建云湖码头三座，扩建青石中学。
修缮云湖古城墙，延长青石旅游专线。
附件1
2031年民生实事项目
一、新建社区食堂15家。
二、加装电梯110部。
"""


def test_a_caption_without_a_sentence_stands_beside_no_part() -> None:
    left, right = (
        parse_report(Report(text, year=year)) for text, year in ((LEFT, 2030), (RIGHT, 2031))
    )
    linked = {
        (left.sections[link.left].heading, right.sections[link.right].heading)
        for link in compare(left, right).section_links
    }
    assert {a for a, _ in linked} >= {"2030年主要任务", "2030年民生实事项目"}
    assert not {"附件", "附件1"} & {heading for pair in linked for heading in pair}


def test_every_link_of_the_samples_has_support() -> None:
    left, right = (
        parse_report(read_report(seed(f"yunchuan_{year}_work_report.txt"))) for year in (2023, 2024)
    )
    links = compare(left, right).section_links
    assert links
    assert min(link.score for link in links) >= LEAST_ALIKE
