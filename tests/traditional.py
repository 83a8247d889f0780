"""Text in traditional characters, by the table that folds them turned round."""

from __future__ import annotations

from desktop.text.plain_forms import plain_forms


def traditional(text: str, seed: int = 0, encoding: str = "utf-8") -> str:
    """Write traditional characters that the encoding knows, one for each simplified one.

    Where there are several, the seed says which.
    """
    forms: dict[str, list[str]] = {"着": ["著"]}
    for one, plainer in plain_forms().items():
        forms.setdefault(plainer, []).append(one)
    known = {new: [o for o in olds if o.encode(encoding, "ignore")] for new, olds in forms.items()}
    return text.translate({ord(new): olds[seed % len(olds)] for new, olds in known.items() if olds})
