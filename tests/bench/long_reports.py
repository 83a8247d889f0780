"""Reports of any length, made from the sample reports: their clauses in other company."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from desktop.paths import seed
from desktop.readers.report import read_report

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ("yunchuan_2023_work_report", "yunchuan_2024_work_report", "yunchuan_2024_midyear_plan")
CLAUSES_IN_A_SENTENCE = 3
SENTENCES_IN_A_SECTION = 20
KEPT = 0.7  # of the sentences: these come back in the other report, one clause or number changed
REVIEW = 0.35  # of each report
FIRST = "青白赤金银玉石松柏柳桃梅兰竹荷枫桐榆槐杏云月星雪霜清明安宁和平永长高大新"
SECOND = "山川河湖江泉溪谷岭峰坪桥塘湾洲港门关城堡庄林园田原野沟渡浦滩岗坡屯里店"
KINDS = ("路", "镇", "大桥", "中学", "医院", "水库", "产业园", "小区", "泵站", "广场")
DIGITS = "零一二三四五六七八九"
CLAUSE = re.compile(r"[^，。；：！？\n、]{4,28}")
HEADING = re.compile(r"^（[一二三四五六七八九十]+）(.{6,24})$", re.MULTILINE)


def make_pair(length: int, seed_number: int = 1) -> tuple[str, str]:
    """Return a left and a right report of about `length` characters; the same for the same seed.

    Most sentences of one have exactly one partner in the other, however long the reports are.
    """
    chance = random.Random(seed_number)  # noqa: S311 - not a secret
    texts = [read_report(seed(f"{name}.txt")).text for name in NAMES]
    clauses = sorted({clause for text in texts for clause in CLAUSE.findall(text)})
    headings = sorted({found for text in texts for found in HEADING.findall(text)})
    mean = sum(map(len, clauses)) / len(clauses) + 7  # a name, a comma
    many = round(length / (mean * CLAUSES_IN_A_SENTENCE))
    left = [_sentence(clauses, chance) for _ in range(many)]
    right = [
        _changed(sentence, clauses, chance)
        if chance.random() < KEPT
        else _sentence(clauses, chance)
        for sentence in left
    ]
    return _report(2023, left, headings, chance), _report(2024, right, headings, chance)


def _sentence(clauses: Sequence[str], chance: random.Random) -> list[str]:
    return [_clause(clauses, chance) for _ in range(CLAUSES_IN_A_SENTENCE)]


def _clause(clauses: Sequence[str], chance: random.Random) -> str:
    """Return the beginning of one clause with the end of another, about something named.

    Whole clauses would come back everywhere, and links would grow with the square of the length.
    """
    name = "".join(map(chance.choice, (FIRST, SECOND, FIRST, SECOND))) + chance.choice(KINDS)
    first, second = chance.choice(clauses), chance.choice(clauses)
    return first[: len(first) // 2] + name + second[len(second) // 2 :]


def _changed(sentence: Sequence[str], clauses: Sequence[str], chance: random.Random) -> list[str]:
    """Return the sentence with other digits, or with one clause replaced."""
    digit = re.search(r"\d", "".join(sentence))
    if digit and chance.random() < 0.5:
        return [re.sub(r"\d", lambda _: str(chance.randrange(1, 10)), part) for part in sentence]
    found = list(sentence)
    found[chance.randrange(len(found))] = _clause(clauses, chance)
    return found


def _report(
    year: int, sentences: Sequence[Sequence[str]], headings: Sequence[str], chance: random.Random
) -> str:
    plan_from = round(len(sentences) * REVIEW)
    parts = [
        (f"一、{year - 1}年工作回顾", sentences[:plan_from]),
        (f"二、{year}年主要任务", sentences[plan_from:]),
    ]
    lines = ["政府工作报告", f"——{year}年1月16日在云川区第九届人民代表大会会议上", "各位代表："]
    for title, inside in parts:
        lines.append(title)
        for at in range(0, len(inside), SENTENCES_IN_A_SECTION):
            number = chinese_number(at // SENTENCES_IN_A_SECTION + 1)
            lines.append(f"（{number}）{chance.choice(headings)}")
            block = inside[at : at + SENTENCES_IN_A_SECTION]
            lines += [
                "".join("，".join(s) + "。" for s in block[i : i + 5]) for i in (0, 5, 10, 15)
            ]
    return "\n\n".join(line for line in lines if line) + "\n"


def chinese_number(number: int) -> str:
    """Return 1 to 9999 as 一 to 九千九百九十九."""
    places = zip(f"{number:04}", ("千", "百", "十", ""), strict=True)
    said = "".join(
        f"{DIGITS[int(digit)]}{unit}" if digit != "0" else "零" for digit, unit in places
    )
    said = re.sub("零+", "零", said).strip("零")
    return said.removeprefix("一") if said.startswith("一十") else said
