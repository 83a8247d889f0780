"""The pair at hand as rich text: its word diff, its changes, and why the two are linked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.compare.model import Relation, Side
from desktop.text.diff import diff_tokens
from desktop.ui.desk.selection import link_at_hand
from desktop.ui.labels import label, named, reason_lines, side_names
from desktop.ui.look.chrome_size import scaled
from desktop.ui.look.theme import mixed, readable
from desktop.ui.look.tips import shortened
from desktop.ui.look.typefaces import reading_families
from desktop.ui.menus.key_names import key_or_name
from desktop.writers.signs import FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Change, Comparison, StatementLink
    from desktop.compare.rows import Row
    from desktop.text.diff import DiffOp
    from desktop.ui.desk.selection import Selection
    from desktop.ui.look.theme import Theme

TEXT_SIZE = 12.5  # points: a little below the panes, since both sides stand here in full
TOLD = (Relation.DELIVERED, Relation.PROGRESS)
MOST_PARTNERS, LONGEST_PARTNER = 3, 24  # of the other ones, and characters of each
LONGEST_NOTE = 80  # characters: the dock of notes has the rest, and the reasons stand below
PALE_SHARE = 0.16  # of a relation's colour: seen as a ground, and far from a filled one
MOST_BROWSED = 4  # rows of a fold: the dock has room for about as many
WORDS = {
    "why": QT_TRANSLATE_NOOP("Pair", "Why they are linked"),
    "score": QT_TRANSLATE_NOOP("Pair", "Confidence {score}"),
    "others": QT_TRANSLATE_NOOP("Pair", "Other partners"),
    "notes": QT_TRANSLATE_NOOP("Pair", "Notes"),
    "alone": QT_TRANSLATE_NOOP("Pair", "No partner"),
    "apart": QT_TRANSLATE_NOOP("Pair", "These two are not linked"),
    "do": QT_TRANSLATE_NOOP(
        "Pair", "{link} links it with a sentence. {alone} confirms that it has none."
    ),
    "confirmed": QT_TRANSLATE_NOOP("Pair", "Confirmed. {confirm} takes that back."),
    "told": QT_TRANSLATE_NOOP("Pair", "The review says"),
}


def texts_html(comparison: Comparison, selection: Selection, theme: Theme) -> str:
    """Return both sentences, their differences marked if they are linked, and what they are."""
    left = _text(comparison, Side.LEFT, selection.left)
    right = _text(comparison, Side.RIGHT, selection.right)
    link = link_at_hand(comparison, selection)
    marked = (escape(left), escape(right))
    if link is not None:
        marked = marked_html(left, right, diff_tokens(left, right), theme)
    lines = "".join(
        _line(name, text, theme)
        for name, text in zip(side_names(comparison), marked, strict=True)
        if text
    )
    verdict = _verdict(comparison, selection, link, theme)
    return f"<table cellspacing='0' cellpadding='3'>{lines}{verdict}</table>"


def browsed_html(comparison: Comparison, rows: Sequence[Row], theme: Theme) -> str:
    """Return what the first rows of a fold say with their relation, or a heading of both sides."""
    said = [
        (label(row.relation), _text(comparison, *row.ends[-1]))
        for row in rows
        if row.relation is not None
    ]
    if not said:
        titles = (_titles(comparison, rows[0], side) for side in Side)
        said = [each for each in zip(side_names(comparison), titles, strict=True) if each[1]]
    more = [("", "…")] if len(said) > MOST_BROWSED else []
    lines = (_line(name, escape(text), theme) for name, text in said[:MOST_BROWSED] + more)
    return f"<table cellspacing='0' cellpadding='3'>{''.join(lines)}</table>"


def _titles(comparison: Comparison, row: Row, side: Side) -> str:
    sections = comparison.side(side).sections
    ids = (at for end, at in row.ends if end is side)
    return " ".join(f"{sections[at].marker}{sections[at].heading}" for at in ids)


def marked_html(left: str, right: str, ops: tuple[DiffOp, ...], theme: Theme) -> tuple[str, str]:
    """Return both texts: struck what goes, underlined what comes, as whole tokens."""
    gone = f"color:{theme.dropped.text};text-decoration:line-through"
    come = f"color:{theme.new.text};text-decoration:underline;font-weight:600"
    return (
        "".join(_run(op.left.of(left), gone, op.tag == "equal") for op in ops),
        "".join(_run(op.right.of(right), come, op.tag == "equal") for op in ops),
    )


def why_html(
    comparison: Comparison,
    selection: Selection,
    notes: tuple[Annotation, ...],
    theme: Theme,
    *,
    can_decide: bool,
) -> str:
    """Return reasons, score, other partners and notes; and which keys help, if any does."""
    link = link_at_hand(comparison, selection)
    parts = []
    if notes:
        rows = "<br>".join(f"✎ {escape(_note(note))}" for note in notes)
        parts.append(_block(_said("notes"), rows, theme))
    if link is not None:
        score = _said("score").format(score=f"{link.score:.2f}")
        standing = label(link.standing)
        reasons = "".join(f"<br>{escape(line)}" for line in reason_lines(link.reasons))
        parts.append(_block(_said("why"), f"{score} · {standing}{reasons}", theme))
    elif selection.left is not None and selection.right is not None:
        parts.append(_block(_said("apart"), _help(comparison, selection, can_decide), theme))
    elif _alone(comparison, selection) is not None:
        parts.append(_block(_said("alone"), _help(comparison, selection, can_decide), theme))
    if others := _other_partners(comparison, selection):
        rows = "<br>".join(_partner(comparison, selection.chosen.other, k, theme) for k in others)
        parts.append(_block(_said("others"), rows, theme))
    return "".join(parts)


def _note(note: Annotation) -> str:
    return shortened(note.body, LONGEST_NOTE) or label(note.status)


def _help(comparison: Comparison, selection: Selection, can_decide: bool) -> str:
    """Return what the keys do to the sentence at hand; nothing where they do nothing."""
    if not can_decide:
        return ""
    chosen = selection.chosen
    is_confirmed = (chosen, selection.end(chosen)) in comparison.alone
    names = {"link": "link", "alone": "stand_alone", "confirm": "confirm"}
    keys = {place: key_or_name(action) for place, action in names.items()}
    return escape(_said("confirmed" if is_confirmed else "do").format(**keys))


def _other_partners(comparison: Comparison, selection: Selection) -> tuple[StatementLink, ...]:
    chosen = selection.end(selection.chosen)
    if chosen is None:
        return ()
    links = comparison.links_of(selection.chosen, chosen)
    here = (selection.left, selection.right)
    return tuple(k for k in links if (k.left, k.right) != here)[:MOST_PARTNERS]


def _partner(comparison: Comparison, side: Side, link: StatementLink, theme: Theme) -> str:
    text = shortened(_text(comparison, side, link.end(side)), LONGEST_PARTNER)
    look = f"color:{theme.accent};text-decoration:none"
    return f"<a href='{link.left}/{link.right}' style='{look}'>{escape(text)}</a>"


def _verdict(
    comparison: Comparison, selection: Selection, link: StatementLink | None, theme: Theme
) -> str:
    """Return the last line: the relation, its changes, and what the review says."""
    relation = link.relation if link else _alone(comparison, selection)
    if relation is None:
        return ""
    said = [_chip(label(relation), relation, theme)]
    if link is not None:
        said += _changes(link.changes, theme)
        said += _told(comparison, link, theme)
    return f"<tr><td></td><td>{'&nbsp;&nbsp;&nbsp;'.join(said)}</td></tr>"


def _alone(comparison: Comparison, selection: Selection) -> Relation | None:
    """Return new or dropped for a commitment that is at hand without a partner."""
    if selection.left is not None and selection.right is not None:
        return None
    side = Side.LEFT if selection.right is None else Side.RIGHT
    end = selection.end(side)
    if end is None or comparison.side(side).statements[end].commitment is None:
        return None
    if comparison.links_of(side, end):
        return None
    return Relation.DROPPED if side is Side.LEFT else Relation.NEW


def _told(comparison: Comparison, link: StatementLink, theme: Theme) -> list[str]:
    """Return the review's sentences about the left statement, other than the pair itself."""
    links = comparison.links_of(Side.LEFT, link.left)
    told = (k for k in links if k.relation in TOLD and k.right != link.right)
    return [
        f"<span style='color:{theme.muted}'>"
        f"{escape(named(_said('told'), _text(comparison, Side.RIGHT, k.right)))}</span>"
        for k in told
    ]


def _changes(changes: tuple[Change, ...], theme: Theme) -> list[str]:
    """Return the changes; those of one target, raised and loosened say, tell its words once."""
    kinds: dict[tuple[str, str, str], list[str]] = {}
    for change in changes:
        key = change.indicator, change.left, change.right
        kinds.setdefault(key, []).append(label(change.kind))
    return [_change(" · ".join(names), *key, theme) for key, names in kinds.items()]


def _change(names: str, indicator: str, left: str, right: str, theme: Theme) -> str:
    words = " → ".join(escape(part) for part in (left, right) if part)
    what = f"{escape(indicator)} {words}" if indicator else words
    return f"<b style='color:{theme.revised.text}'>{escape(names)}</b> {what}"


def _chip(text: str, relation: Relation, theme: Theme) -> str:
    """Return the name on its colour, or in it on a pale ground where the badge has an outline."""
    ink = theme.ink_of(relation)
    ground, letters = ink.text, theme.on_ink
    if not FORMS[relation].filled:
        ground = mixed(ink.line, theme.paper, PALE_SHARE).name()
        letters = readable(ink.text, ground)
    return (
        f"<span style='background-color:{ground};color:{letters};font-weight:600'>"
        f"&nbsp;{escape(text)}&nbsp;</span>"
    )


def _line(name: str, marked: str, theme: Theme) -> str:
    face = ",".join(f"'{family}'" for family in reading_families())
    return (
        f"<tr><td style='color:{theme.muted};padding-top:6px'><b>{escape(name)}</b>&nbsp;</td>"
        f'<td style="font-family:{face};font-size:{scaled(TEXT_SIZE):.1f}pt">{marked}</td></tr>'
    )


def _run(text: str, style: str, is_equal: bool) -> str:
    return escape(text) if is_equal or not text else f"<span style='{style}'>{escape(text)}</span>"


def _block(title: str, body: str, theme: Theme) -> str:
    return (
        f"<p style='margin:0 0 8px 0'><b>{escape(title)}</b><br>"
        f"<span style='color:{theme.muted}'>{body}</span></p>"
    )


def _said(name: str) -> str:
    return QCoreApplication.translate("Pair", str(WORDS[name]))


def _text(comparison: Comparison, side: Side, statement: int | None) -> str:
    return "" if statement is None else comparison.side(side).statements[statement].text
