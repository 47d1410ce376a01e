"""Questions whose answer is several things: a set of them, or their order."""

from __future__ import annotations

import re
from collections.abc import Callable

from lessonkit.despatch import Despatch
from lessonkit.exercises.answers import key_of
from lessonkit.exercises.engine import NEARLY, RIGHT, UNCLEAR, Feedback
from lessonkit.exercises.kinds import Judge, Wrong


def several(
    options: list[str],
    truth: Callable[[Despatch], set[str]],
    right: str,
    wrong: list[Wrong],
    otherwise: str,
) -> Judge:
    """Judge a set: which of the options hold, in whatever order they are named.

    Parameters
    ----------
    options : list of str
        All that can be named, each a word or a number.
    truth : callable
        How the right ones follow from the despatch.
    right : str
        What to say to them.
    wrong : list of Wrong
        Misconceptions, looked for in order; `when` has options parted by spaces, each with ``+``
        (was named) or ``-`` (was left out) before it, that all hold of the answer.
    otherwise : str
        What to say to any other set, after how many of those named are right.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = several(["1", "2", "3"], lambda despatch: {"1", "3"}, "Yes.", [], "Look again.")
    >>> judge({"set": [1, 3]}, None).outcome, judge("3 and 1", None).outcome
    ('right', 'right')
    >>> judge([1, 2], None).message
    '1 of the 2 that you name is right. Look again.'
    """
    known = {key_of(option): option for option in options}

    def judge(answer: object, despatch: Despatch) -> Feedback:
        named = _named(answer, known)
        if not named:
            return Feedback(
                UNCLEAR, f"Name some of {', '.join(options)}, like this: {_like(options)}."
            )
        if named == truth(despatch):
            return Feedback(RIGHT, right)
        for mistake in wrong:
            signs = mistake.when.split()
            if all((sign[1:] in named) == (sign[0] == "+") for sign in signs):
                return Feedback(NEARLY, mistake.message, mistake.name)
        hits = len(named & truth(despatch))
        count = f"{hits or 'None'} of the {len(named)} that you name {'is' if hits < 2 else 'are'} right."
        return Feedback(NEARLY, f"{count} {otherwise}")

    return judge


def order(
    lines: list[str], rights: list[str], right: str, wrong: list[Wrong], otherwise: str
) -> Judge:
    """Judge an order of lines that are called A, B, C … (a Parsons problem).

    Parameters
    ----------
    lines : list of str
        The letters that are put in order.
    rights : list of str
        Every order that works, such as ``"BADC"``.
    right : str
        What to say to them.
    wrong : list of Wrong
        Misconceptions, looked for in order; `when` has two letters, the first of which was
        put before the second.
    otherwise : str
        What to say to any other order.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = order(["A", "B"], ["BA"], "Yes.", [Wrong("too soon", "AB", "B first.")], "")
    >>> judge("b, a", None).outcome, judge(["A", "B"], None).misconception, judge("A", None).outcome
    ('right', 'too soon', 'unclear')
    """

    def judge(answer: object, _: Despatch) -> Feedback:
        parts = answer if isinstance(answer, list) else [answer]
        given = "".join(
            re.sub(r"[^A-Z]", "", part.upper()) for part in parts if isinstance(part, str)
        )
        if sorted(given) != sorted(lines):
            letters = ", ".join(lines)
            example = "".join(reversed(lines))
            return Feedback(UNCLEAR, f'Use each of {letters} once, like this: "{example}".')
        if given in rights:
            return Feedback(RIGHT, right)
        for mistake in wrong:
            first, second = mistake.when
            if given.index(first) < given.index(second):
                return Feedback(NEARLY, mistake.message, mistake.name)
        return Feedback(NEARLY, otherwise)

    return judge


def _named(answer: object, known: dict[str, str]) -> set[str]:
    """Return the options named, none of them if something else is named as well."""
    if isinstance(answer, dict):
        answer = answer.get("set", [])
    if isinstance(answer, str):
        answer = re.split(r"[,;\s]+|\band\b", answer)
    parts = answer if isinstance(answer, list) else [answer]
    kept = [part for part in parts if isinstance(part, str | int) and not isinstance(part, bool)]
    keys = [key for part in kept if (key := key_of(str(part)))]
    if len(kept) < len(parts) or any(key not in known for key in keys):
        return set()
    return {known[key] for key in keys}


def _like(options: list[str]) -> str:
    digits = all(option.isdigit() for option in options)
    return "{" + ", ".join(option if digits else f'"{option}"' for option in options[:2]) + "}"
