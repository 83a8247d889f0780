"""Notes on real reports find their sentences in other copies, and no others."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from desktop.compare.annotation import anchor_at
from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.store.records import anchoring
from desktop.text.normalize import fold_text
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from desktop.compare.annotation import Anchor
    from desktop.report.model import ParsedReport

NOTES = 60  # on each report
AROUND = 12  # characters beside a quote that tell its sentence from another
LANDED = 0.99


def copies(shared: Path) -> Iterator[tuple[Path, str]]:
    """Yield reports, each with the text of another copy: other formats, and with all web lines."""
    corpus, formats = shared / "corpus", shared / "formats"
    for year in (2013, 2014, 2017):
        yield corpus / f"national_{year}.txt", text_of(formats / f"gbk/national_{year}_ljty.txt")
    for form in ("docx", "pdf", "html"):
        folder = formats / ("docx" if form == "docx" else "converted")
        name = "2025年北京市政府工作报告.docx" if form == "docx" else f"beijing2025.{form}"
        yield corpus / "beijing_2025.txt", text_of(folder / name)
    for path in sorted(corpus.glob("*_2026.txt"))[::5]:
        yield path, path.read_text("utf-8", errors="replace")


def text_of(path: Path) -> str:
    return read_report(path).text


def noted(parsed: ParsedReport, name: str) -> list[tuple[Anchor, Span]]:
    """Return notes on sentences and on a few words in them, with the sentences."""
    draw = random.Random(name)  # noqa: S311 - the same notes each time
    sentences = [s for s in parsed.statements if len(fold_text(s.text)) > 3]
    found = []
    for sentence in draw.sample(sentences, min(NOTES, len(sentences))):
        span = sentence.span
        if draw.random() < 0.5:
            start = draw.randrange(span.start, span.end)
            span = Span(start, min(span.end, start + draw.randrange(2, 16)))
        if fold_text(span.of(parsed.report.text)):
            found.append((anchor_at(parsed, span), sentence.span))
    return found


def letters(text: str) -> str:
    return "".join(char for char in fold_text(text) if char.isalnum())


def is_same(anchor: Anchor, span: Span, text: str) -> bool:
    """Tell whether the words are the same and so is what stands on one side of them."""
    before, after = letters(text[: span.start][-60:]), letters(text[span.end :][:60])
    return letters(anchor.quote) == letters(span.of(text)) and (
        before.endswith(letters(anchor.prefix)[-AROUND:])
        or after.startswith(letters(anchor.suffix)[:AROUND])
    )


def test_notes_land_on_the_same_sentence_of_another_copy(shared: Path) -> None:
    tried = landed = 0
    strays = []
    for path, text in copies(shared):
        parsed = parse_report(read_report(path))
        anchors = [anchor for anchor, _ in noted(parsed, path.name)]
        texts = {parsed.report.sha256: parsed.report.text}
        for anchor, span in zip(anchors, anchoring.find_anchors(anchors, text, texts), strict=True):
            tried += 1
            if span is not None:
                landed += 1
                if not is_same(anchor, span, text):
                    strays.append((path.name, anchor.quote, span.of(text)))
    assert strays == []
    assert landed >= LANDED * tried > 600


def test_a_note_whose_sentence_was_cut_out_goes_to_no_other(shared: Path) -> None:
    assert strays_without_their_sentence(shared) == []


def test_it_is_the_rules_that_keep_a_note_from_another_sentence(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anchoring, "_has_surroundings", lambda *_: True)
    monkeypatch.setattr(anchoring, "_is_another", lambda *_: False)
    assert strays_without_their_sentence(shared)


def strays_without_their_sentence(shared: Path) -> list[tuple[str, str, str]]:
    strays = []
    for path in sorted((shared / "corpus").glob("*_2026.txt"))[1::9]:
        parsed = parse_report(read_report(path))
        text = parsed.report.text
        for anchor, sentence in noted(parsed, path.name):
            cut = text[: sentence.start] + text[sentence.end :]
            (span,) = anchoring.find_anchors([anchor], cut, {parsed.report.sha256: text})
            if span is not None:
                strays.append((path.name, anchor.quote, span.of(cut)))
    return strays
