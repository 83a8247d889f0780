r"""Equations: what the fields of Word show that are set from an instruction: EQ \f(1,3) is 1/3."""

from __future__ import annotations

import re

EQUATION = re.compile(r"\s*EQ\s+", re.IGNORECASE)
TOKEN = re.compile(r"\\[A-Za-z]+ ?\d*|\\.|[(),;]|[^\\(),;]+", re.DOTALL)
CIRCLE = "○"
CIRCLED = {str(number): chr(ord("①") + number - 1) for number in range(1, 21)}


def equation(instruction: str) -> str:
    r"""Return as text what a field shows that is an equation, "" for any other one.

    A fraction is written with a stroke, a number laid over a circle as the one sign that it is;
    of all else the parts stand one after the other.

    >>> equation(r" EQ \f(1,3)") + equation(r" eq \o\ac(○,12)") + equation(r"EQ m\s\up 5(2)(约)")
    '1/3⑫m2(约)'
    >>> equation("PAGE")
    ''
    """
    begin = EQUATION.match(instruction)
    if begin is None:
        return ""
    around: list[tuple[str, str, list[str]]] = []  # what stood before, switches, parts so far
    shown = switches = ""
    for sign in [*TOKEN.findall(instruction, begin.end()), *instruction.count("(") * ")"]:
        if sign == "(":
            around.append((shown, switches, []))
            shown = switches = ""
        elif sign in (")", ",", ";") and around:
            before, told, parts = around[-1]
            parts.append(shown.strip())
            shown = ""
            if sign == ")":
                around.pop()
                shown = before + _joined(told, parts)
        elif sign.startswith("\\") and sign[1:2].isalpha():
            switches += sign.lower()
        elif sign != ")":
            shown += sign.removeprefix("\\")
    return shown.strip()


def _joined(switches: str, parts: list[str]) -> str:
    if not switches:
        return f"({','.join(parts)})"
    if switches.startswith("\\f"):
        return "/".join(parts)
    if switches.startswith("\\o") and parts[0] == CIRCLE:
        return CIRCLED.get(parts[-1], parts[-1])
    return "".join(parts)
