from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import desktop
from desktop.writers import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.compare.model import Comparison


def test_the_shape_is_the_published_one(comparison: Comparison) -> None:
    value = json.loads(to_json(comparison))
    assert list(value) == [
        *("schema", "program", "left", "right", "section_links", "statement_links")
    ]
    assert value["schema"] == 1
    assert value["program"] == f"duikan {desktop.__version__}"
    left = value["left"]
    assert {key: left[key] for key in ("title", "body", "year", "kind", "source")} == {
        "title": "政府工作报告",
        "body": "云溪县",
        "year": 2023,
        "kind": "work",
        "source": "/报告/甲.txt",
    }
    assert left["sections"] == [
        {
            "id": "s0",
            "level": 1,
            "marker": "一、",
            "heading": "二〇二三年安排",
            "parent": None,
            "role": "plan",
            "run_in": False,
            "start": 0,
            "end": 9,
        }
    ]
    assert left["statements"][0] == {
        "id": "t0",
        "section": "s0",
        "role": "plan",
        "text": "粮食播种面积稳定在9万亩左右。",
        "start": 10,
        "end": 25,
        "commitment": {
            "kind": "quantified",
            "targets": [
                {
                    "indicator": "粮食播种面积",
                    "comparator": "about",
                    "value": 9.0,
                    "high": None,
                    "unit": "万亩",
                    "deadline": "2023",
                    "quote": "粮食播种面积稳定在9万亩左右",
                }
            ],
        },
    }
    assert value["right"]["statements"][0]["commitment"] is None
    assert value["section_links"][0] == {
        "left": "s0",
        "right": "s0",
        "score": 0.4,
        "moved": False,
        "across": True,
    }
    assert value["statement_links"][0] == {
        "left": "t0",
        "right": "t2",
        "relation": "revised",
        "score": 0.9,
        "reasons": ["indicator", "words"],
        "changes": [
            {
                "kind": "tightened",
                "indicator": "粮食播种面积",
                "left": "9万亩左右",
                "right": "9万亩以上",
            }
        ],
    }


def test_offsets_of_the_sample_pair_point_at_their_texts(sample: Comparison) -> None:
    value = json.loads(to_json(sample))
    for side, parsed in (("left", sample.left), ("right", sample.right)):
        text = parsed.report.text
        statements = value[side]["statements"]
        assert statements
        assert all(text[s["start"] : s["end"]] == s["text"] for s in statements)
        known = {section["id"] for section in value[side]["sections"]} | {None}
        assert {s["section"] for s in statements} <= known
        assert {section["parent"] for section in value[side]["sections"]} <= known


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(st.characters(codec=None)))
def test_any_text_comes_back_from_the_json(renamed: Callable[[str], Comparison], text: str) -> None:
    value = json.loads(to_json(renamed(text)).decode("utf-8"))
    assert value["left"]["title"].encode("utf-16", "surrogatepass") == text.encode(
        "utf-16", "surrogatepass"
    )
    assert value["right"]["statements"][0]["text"] == value["left"]["title"]
