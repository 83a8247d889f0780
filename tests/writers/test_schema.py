"""Every Word and spreadsheet file is what the published schemas of OOXML demand."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from openxml_audit import OpenXmlValidator

from desktop.writers import to_docx
from desktop.writers.contents import Contents, Kind, Look
from desktop.writers.formats import set_document
from desktop.writers.sheets import compose

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison

# The validator asks for a theme, which the standard leaves out as one pleases: ours would bring
# back the fonts by theme that hide the Chinese ones. That a text stands in its cell is allowed.
PASSED_OVER = ("relationships/theme' is missing", "inline-string cell")


def faults(path: Path) -> list[str]:
    """Return what a validator finds; it is new for each file, as it remembers parts."""
    found = OpenXmlValidator(max_errors=0).validate(str(path)).errors
    texts = [f"{one.part_uri}: {one.description}" for one in found]
    return [text for text in texts if not any(passed in text for passed in PASSED_OVER)]


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_valid(
    comparison: Comparison, notes: tuple[Annotation, ...], tmp_path: Path, kind: Kind, look: Look
) -> None:
    file = tmp_path / "文稿.docx"
    for is_broad in (True, False):
        contents = Contents(kinds=(kind,), look=look, is_broad=is_broad)
        file.write_bytes(to_docx(comparison, notes, contents=contents))
        assert faults(file) == []


def test_all_kinds_of_the_sample_pair_bound_together_are_valid(
    sample: Comparison, tmp_path: Path
) -> None:
    file = tmp_path / "文稿.docx"
    file.write_bytes(to_docx(sample, contents=Contents(kinds=tuple(Kind))))
    assert faults(file) == []


def test_spreadsheets_are_valid(
    comparison: Comparison, notes: tuple[Annotation, ...], tmp_path: Path
) -> None:
    file = tmp_path / "文稿.xlsx"
    kinds = (Kind.TABLE, Kind.TARGETS, Kind.WORDING)
    document = compose(comparison, notes, Contents(kinds=kinds))
    file.write_bytes(set_document(document, "xlsx", Look.OFFICIAL))
    assert faults(file) == []


@pytest.mark.parametrize(
    ("part", "right", "wrong"),
    [
        ("word/document.xml", b'<w:pStyle w:val="Title"/>', b"<w:jc/><w:pStyle/>"),
        ("word/styles.xml", b"<w:sz ", b"<w:szz "),
        ("word/document.xml", b'footnoteReference w:id="1"', b'footnoteReference w:id="777"'),
    ],
)
def test_what_is_not_valid_is_found(
    comparison: Comparison,
    notes: tuple[Annotation, ...],
    tmp_path: Path,
    part: str,
    right: bytes,
    wrong: bytes,
) -> None:
    good, bad = tmp_path / "good.docx", tmp_path / "bad.docx"
    good.write_bytes(to_docx(comparison, notes))
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            assert name != part or right in data
            target.writestr(name, data.replace(right, wrong, 1) if name == part else data)
    assert faults(bad)
