"""Words: both cutters cut alike, and as by the whole dictionary."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import accumulate
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text import cutter
from desktop.text.cutter import THE_OTHERS, compiled_cutter, cut, python_cutter
from desktop.text.segment import tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SAMPLE = (
    "全区上下锚定“千亿产业”目标，新引进链主企业3家，推动智能制造、生物医药、现代物流集群成链。"
    "完善全过程人民民主基层实践，办好家门口的托育点，让老城厢住上放心房、喝上优质水。"
    "深化GDP核算改革，PM2.5浓度控制在30微克/立方米以内，12345热线满意率95%以上。"
)
FEW = [(3, ["老城"]), (5, ["城厢", "老城厢"]), (9, [THE_OTHERS])]


@pytest.fixture(scope="module")
def compiled() -> Callable[[str], list[str]]:
    pytest.importorskip("rjieba")
    return compiled_cutter(cutter.dictionary())


@pytest.fixture(scope="module")
def in_python() -> Callable[[str], list[str]]:
    return python_cutter(cutter.dictionary())


def test_both_word_cutters_agree(
    compiled: Callable[[str], list[str]], in_python: Callable[[str], list[str]], seeds: Path
) -> None:
    for text in (SAMPLE, (seeds / "yunchuan_2024_work_report.txt").read_text("utf-8")):
        assert compiled(text) == in_python(text)


def test_words_are_cut_as_by_the_whole_dictionary(seeds: Path) -> None:
    """But for one boundary in fifty, at words that no report of the corpus has."""
    whole = pytest.importorskip("rjieba").cut
    text = (seeds / "yunchuan_2024_work_report.txt").read_text("utf-8")
    ours, theirs = (set(accumulate(map(len, pieces))) for pieces in (cut(text), whole(text)))
    assert len(ours ^ theirs) < len(theirs) / 50


def test_words_come_from_the_dictionary_that_is_given() -> None:
    pytest.importorskip("rjieba")
    assert compiled_cutter(FEW)("让老城厢住上") == python_cutter(FEW)("让老城厢住上")
    assert "老城厢" in compiled_cutter(FEW)("让老城厢住上")


def test_the_package_of_the_compiled_cutter_stays_whole() -> None:
    package = pytest.importorskip("rjieba")
    compiled_cutter(FEW)
    assert sys.modules["rjieba"] is package
    assert package.cut("稳就业") == ["稳", "就业"]


def test_a_package_that_cannot_be_loaded_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rjieba").mkdir()
    (tmp_path / "rjieba" / "__init__.py").touch()
    for name in [name for name in sys.modules if name.partition(".")[0] == "rjieba"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ImportError):
        compiled_cutter(FEW)
    assert "rjieba" not in sys.modules


def test_the_whole_dictionary_is_not_loaded() -> None:
    pytest.importorskip("rjieba")
    script = (
        "import sys; from desktop.text.cutter import cut; cut('稳就业')\n"
        "print('rjieba' in sys.modules, 'rjieba.rjieba' in sys.modules)\n"
        "import rjieba; print(rjieba.cut('稳就业') == ['稳', '就业'])"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert out.stdout.split() == ["False", "True", "True"]


def test_without_the_compiled_cutter_words_are_cut_the_same(tmp_path: Path) -> None:
    """It keeps no words in the folder that everybody writes to, and loads none from there."""
    script = (
        "import sys, json; sys.modules['rjieba'] = None\n"
        "from desktop.text.cutter import cut; print(json.dumps(cut(sys.argv[1])))"
    )
    shared = tmp_path / "tmp"
    shared.mkdir()
    out = subprocess.run(
        [sys.executable, "-c", script, SAMPLE],
        capture_output=True, check=True, text=True, env={**os.environ, "TMPDIR": str(shared)},
    )  # fmt: skip
    assert json.loads(out.stdout) == cut(SAMPLE)
    assert list(shared.iterdir()) == []


@given(st.text(st.sampled_from("稳就业5%。 a\ud800\udfff")))
def test_half_of_a_surrogate_pair_is_a_character(text: str) -> None:
    assert "".join(cut(text)) == text
    assert "".join(t.of(text) for t in tokens(text)) == text
