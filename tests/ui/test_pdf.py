"""Documents that Qt has set as PDF."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from desktop.compare.compare import compare
from desktop.readers import read_report
from desktop.report.parse import parse_report
from desktop.ui.pdf import to_pdf
from desktop.ui.pdf_words import with_plain_words
from desktop.writers.contents import Contents, Kind, Look
from desktop.writers.sheets import compose

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.session import Session

RADICALS = re.compile("[\u2e80-\u2fdf]")


def words(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    try:
        return "".join(page.get_textpage().get_text_range() for page in file)
    finally:
        file.close()


def pages(data: bytes) -> list[tuple[float, float]]:
    file = pypdfium2.PdfDocument(data)
    try:
        return [page.get_size() for page in file]
    finally:
        file.close()


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("kind", Kind)
def test_the_words_can_be_found(compared: Session, kind: Kind, look: Look) -> None:
    assert compared.comparison is not None
    document = compose(compared.comparison, (), Contents(kinds=(kind,), look=look))
    read = words(to_pdf(document, look))
    assert not RADICALS.search(read)
    flat = "".join(read.split())
    for wanted in ("云溪县", "政府工作报告", "— 1 —"):
        assert "".join(wanted.split()) in flat
    if kind is Kind.TABLE:
        assert "持续推进城乡供水一体化。" in flat


def test_broad_and_upright_pages_stand_in_one_file(compared: Session) -> None:
    assert compared.comparison is not None
    document = compose(compared.comparison, (), Contents(kinds=(Kind.TABLE, Kind.MEMO)))
    sizes = [(round(w / 72 * 25.4), round(h / 72 * 25.4)) for w, h in pages(to_pdf(document))]
    assert sizes[0] == (297, 210)
    assert sizes[-1] == (210, 297)


def test_qt_does_not_complain_of_the_thread_that_writes(seeds: Path) -> None:
    reports = (seeds / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024))
    left, right = (parse_report(read_report(path)) for path in reports)  # long enough to lay out
    document = compose(compare(left, right), (), Contents(kinds=tuple(Kind)))
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(to_pdf, document).result().startswith(b"%PDF")


def test_only_the_characters_of_glyphs_are_mended() -> None:
    table = b"1 beginbfrange\n<2f2f> <2f30> [<2f2f> <2EA0> <5DE5>]\nendbfrange\n<2f2f>"
    mended = b"1 beginbfrange\n<2f2f> <2f30> [<5de5> <6c11> <5DE5>]\nendbfrange\n<2f2f>"
    assert with_plain_words(table) == mended
