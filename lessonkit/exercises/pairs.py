"""Questions whose answer pairs one thing with another: a marker with the note that it calls."""

from __future__ import annotations

from collections.abc import Callable

from lessonkit.despatch import Despatch
from lessonkit.exercises.answers import as_number
from lessonkit.exercises.engine import NEARLY, RIGHT, UNCLEAR, Feedback
from lessonkit.exercises.kinds import Judge, Wrong


def pairs(
    truth: Callable[[Despatch], dict[str, int]], right: str, wrong: list[Wrong], otherwise: str
) -> Judge:
    """Judge pairs: for each name a number.

    Parameters
    ----------
    truth : callable
        How the pairs follow from the despatch.
    right : str
        What to say to them.
    wrong : list of Wrong
        Misconceptions, looked for in order; `when` has pairs such as ``5:5`` parted by spaces
        that all stand in the answer.
    otherwise : str
        What to say to any other pairs, after how many of them fit; not which.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = pairs(lambda despatch: {"5": 1, "*": 2}, "Yes.", [], "Look again.")
    >>> judge({"5": 1, "*": "2"}, None).outcome, judge({"5": 2, "*": 2}, None).message
    ('right', '1 of 2 fits. Look again.')
    >>> judge({"5": 1}, None).message
    'Give each its number. Still without one: *.'
    """

    def judge(answer: object, despatch: Despatch) -> Feedback:
        known = truth(despatch)
        given = _paired(answer, known)
        if missing := [name for name in known if given.get(name) is None]:
            return Feedback(
                UNCLEAR, f"Give each its number. Still without one: {', '.join(missing)}."
            )
        if given == known:
            return Feedback(RIGHT, right)
        for mistake in wrong:
            if all(given[name] == float(number) for name, number in _split(mistake.when)):
                return Feedback(NEARLY, mistake.message, mistake.name)
        hits = sum(given[name] == number for name, number in known.items())
        fits = f"{hits or 'None'} of {len(known)} {'fits' if hits < 2 else 'fit'}."
        return Feedback(NEARLY, f"{fits} {otherwise}")

    return judge


def _paired(answer: object, known: dict[str, int]) -> dict[str, float | None]:
    """Return the pairs given: of a dictionary, or of a list in the order of the known names."""
    if isinstance(answer, list) and len(answer) == len(known):
        answer = dict(zip(known, answer, strict=True))
    if not isinstance(answer, dict):
        return {}
    given = {name.strip(): as_number(number) for name, number in answer.items()}
    return {name: given.get(name) for name in known} if set(given) <= set(known) else {}


def _split(when: str) -> list[tuple[str, str]]:
    return [tuple(pair.rsplit(":", 1)) for pair in when.split()]
