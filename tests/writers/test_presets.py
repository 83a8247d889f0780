"""A choice of what goes in is kept under a name, whatever becomes of its file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.writers.contents import (
    EVERYTHING,
    PRESETS,
    Confirmation,
    Contents,
    Kind,
    Look,
    contents_from,
    contents_value,
)
from desktop.writers.labels import PRESET_NAMES
from desktop.writers.presets import PRESETS_FILE, keep_preset, own_presets, preset

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("contents", [EVERYTHING, *PRESETS.values()])
def test_a_choice_is_kept_as_json(contents: Contents) -> None:
    assert contents_from(json.loads(json.dumps(contents_value(contents)))) == contents
    other = replace(
        contents,
        look=Look.PLAIN,
        side=Side.LEFT,
        tags=frozenset({"督查"}),
        search="就业",
        confirmation=Confirmation.OPEN,
        only_noted=True,
        is_broad=False,
    )
    assert contents_from(contents_value(other)) == other


def test_presets_go_by_their_names_in_either_language(tmp_path: Path) -> None:
    for key, contents in PRESETS.items():
        assert {preset(name, tmp_path) for name in (key, *PRESET_NAMES[key])} == {contents}
    with pytest.raises(UserError, match="no preset “诗”: choose from supervision") as told:
        preset("诗", tmp_path)
    assert "请从 督查对照、写作素材、全文批注 中选择" in told.value.zh


def test_own_presets_are_kept_and_forgotten(tmp_path: Path) -> None:
    mine, other = Contents(kinds=(Kind.WORDING,)), Contents(search="就业")
    keep_preset(tmp_path, "我的", mine)
    keep_preset(tmp_path, "就业", other)
    assert own_presets(tmp_path) == {"我的": mine, "就业": other}
    assert preset("我的", tmp_path) == mine
    keep_preset(tmp_path, "我的", None)
    assert own_presets(tmp_path) == {"就业": other}


@pytest.mark.parametrize("spoilt", ["{", "[]", '{"a": 1}', "\ufeff", "null"])
def test_presets_that_somebody_spoilt_are_none(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / PRESETS_FILE).write_text(spoilt, encoding="utf-8")
    assert own_presets(tmp_path) == {}


@pytest.mark.parametrize("spoilt", ["{", "[]", "\ufeff", "null", None])
def test_presets_that_cannot_be_read_are_laid_aside(tmp_path: Path, spoilt: str | None) -> None:
    file, mine = tmp_path / PRESETS_FILE, Contents(search="就业")
    for number in (1, 2):
        file.unlink(missing_ok=True)
        if spoilt is None:
            file.mkdir()  # which nobody can read as a file
        else:
            file.write_text(spoilt, encoding="utf-8")
        aside = keep_preset(tmp_path, "就业", mine)
        assert aside == tmp_path / f"presets-damaged-{number}.json"
        assert aside.is_dir() if spoilt is None else aside.read_text("utf-8") == spoilt
        assert own_presets(tmp_path) == {"就业": mine}
        assert keep_preset(tmp_path, "就业", mine) is None


def test_what_else_the_file_of_presets_holds_stays(tmp_path: Path) -> None:
    file = tmp_path / PRESETS_FILE
    file.write_text('{"甲": {"search": "乙", "later": 1}, "丙": 2}', encoding="utf-8")
    assert keep_preset(tmp_path, "丁", Contents()) is None
    keep_preset(tmp_path, "丁", None)
    assert json.loads(file.read_bytes()) == {"甲": {"search": "乙", "later": 1}, "丙": 2}


def test_a_choice_from_elsewhere_is_read_as_far_as_it_goes() -> None:
    told = {"kinds": ["memo", "poem"], "relations": "all", "look": 3, "has_notes": "no", "x": 1}
    assert contents_from(told) == Contents(kinds=(Kind.MEMO,))
