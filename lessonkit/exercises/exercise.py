"""An exercise and what comes back: from an answer to an outcome and a message."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Callable
from dataclasses import dataclass

from lessonkit.despatch import Despatch

RIGHT, NEARLY, UNCLEAR, NOT_YET = "right", "nearly", "unclear", "not yet"
_FOR_A_READER = {"alternative text", "prose", "review", "rows"}  # a machine sees their form alone
LONGEST = 10_000  # characters of an answer that is read and kept


@dataclass(frozen=True)
class Feedback:
    """What comes back for an answer.

    Attributes
    ----------
    outcome : str
        ``right``, ``nearly`` (the right kind of answer, to be looked at again), ``unclear``
        (not the kind of answer asked for) or ``not yet`` (the ``...`` still stands).
    message : str
        What to say to the student.
    misconception : str or None
        The name of the misconception that the answer shows, if it is one that is known.
    """

    outcome: str
    message: str
    misconception: str | None = None


@dataclass(frozen=True)
class Exercise:
    """A question with its check.

    Attributes
    ----------
    id : str
        Lesson and question, such as ``"1.2"``.
    kind : str
        choice, number, date, interval, set, pairs, order, tags, short text, review, alternative
        text, rows or prose.
    points : int
        What a right answer earns.
    judge : callable
        From an answer and the despatch to a `Feedback`.
    evidence : tuple of str
        The quotations that prove the answer.
    hints : tuple of str
        From a question to a pointer to the passage.
    reveal : callable or None
        From the despatch to what an attempt opens: a value and a message.
    reveal_after : tuple of str
        The exercises that must have been tried before.
    """

    id: str
    kind: str
    points: int
    judge: Callable[[object, Despatch], Feedback]
    evidence: tuple[str, ...]
    hints: tuple[str, ...]
    reveal: Callable[[Despatch], tuple[object, str]] | None = None
    reveal_after: tuple[str, ...] = ()

    @property
    def for_a_reader(self) -> bool:
        """Whether no machine can call an answer right, only complete."""
        return self.kind in _FOR_A_READER


def assess(exercise: Exercise, answer: object, despatch: Despatch) -> Feedback:
    """Check an answer; whatever it is, this raises nothing and does not change it.

    Parameters
    ----------
    exercise : Exercise
        The question.
    answer : object
        What the student gave.
    despatch : Despatch
        The document that it is about.

    Returns
    -------
    Feedback

    Examples
    --------
    >>> import lessonkit
    >>> from lessonkit.exercises import EXERCISES
    >>> assess(EXERCISES["1.1"], ..., lessonkit.load()).outcome
    'not yet'
    """
    try:
        if not_answered(answer):
            return Feedback(NOT_YET, _not_yet(answer))
        value = storable(answer)
        if value is not None:
            return exercise.judge(value, despatch)
    except Exception:  # an answer may be any object, and fail in any way when it is looked at
        pass
    return Feedback(UNCLEAR, _unclear(exercise, answer))


def not_answered(answer: object) -> bool:
    """Tell whether the ``...`` still stands, alone, in a text, a list or a dictionary.

    Parameters
    ----------
    answer : object
        What the student gave.

    Returns
    -------
    bool

    Examples
    --------
    >>> not_answered(...), not_answered([8, ...]), not_answered("..."), not_answered("Kirk")
    (True, True, True, False)
    """
    if isinstance(answer, str):
        return len(answer) < 20 and answer.strip() in ("", "...", "…")
    if isinstance(answer, dict) and len(answer) < 100:
        answer = list(answer.values())
    if isinstance(answer, list | tuple) and len(answer) < 100:
        return any(part is ... or _has_blank(part) for part in answer)
    return answer is ...


def _has_blank(row: object) -> bool:
    """Tell whether a row of a table, cell by name, still holds a ``...``."""
    return type(row) is dict and len(row) < 100 and any(cell is ... for cell in row.values())


def _not_yet(answer: object) -> str:
    """Say what is still to write; in rows of a table, in which of them, and where."""
    rows = answer if isinstance(answer, list | tuple) else []
    for number, row in enumerate(rows, start=1):
        if _has_blank(row):
            blank = ", ".join(f"`{key}`" for key, cell in row.items() if cell is ...)
            return (
                f"Row {number} still has `...` at {blank}. Write in place of each, then run the cell "
                "again, and this one."
            )
    return "Write your answer in place of the `...`, then run the cell again."


def storable(answer: object) -> object:
    """Return an answer as plain data that a notebook can keep, or None.

    Parameters
    ----------
    answer : object
        Text, a number, a date, or a list, tuple, set or dictionary of them.

    Returns
    -------
    str, int, float, bool, list, dict or None
        A date becomes text, a set a dictionary with the key ``set``. None for anything else,
        and for what is longer than `LONGEST` characters.

    Examples
    --------
    >>> storable(("a", 1)), storable({"b", "a"}), storable(print)
    (['a', 1], {'set': ['a', 'b']}, None)
    """
    if _is_long(answer):
        return None
    try:
        value = _plain(answer, [LONGEST])
        if isinstance(value, str):
            return value
        return value if len(json.dumps(value, ensure_ascii=False)) <= LONGEST else None
    except Exception:  # an answer may be any object: it may even fail to say what it is
        return None


def _is_long(answer: object) -> bool:
    return type(answer) in (str, list, tuple, set, dict) and len(answer) > LONGEST


def _plain(value: object, left: list[int]) -> object:
    """Turn a value into what JSON has; `left` counts down how much of it may still come."""
    left[0] -= len(value) if isinstance(value, str) else 1
    if left[0] < 0:
        raise ValueError("too long")
    if isinstance(value, str):
        return str(value).encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if hasattr(value, "tolist") and getattr(value, "size", LONGEST) < LONGEST:  # out of a table
        return _plain(value.tolist(), left)
    if isinstance(value, list | tuple):
        return [_plain(part, left) for part in value]
    if isinstance(value, set | frozenset):
        return {"set": sorted(_plain(part, left) for part in value)}
    if isinstance(value, dict):
        cells = value.items()  # of a row of a table, where None is an empty cell
        return {str(key): cell if cell is None else _plain(cell, left) for key, cell in cells}
    if isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    raise TypeError(type(value).__name__)


_WANTED = {
    "date": 'a day, for example "14 July 1938" or "1938-07-14"',
    "choice": 'one letter between quotation marks, for example "A"',
    "number": "a number in digits, for example 12",
    "interval": 'two days, for example "between 3 June and 24 August 1938"',
    "two numbers": "two numbers in digits, without quotation marks, for example [3, 2]",
    "pairs": 'for each name a number between braces, for example {"A": 2, "B": 1}',
    "set": 'some of the things to choose from, between braces, for example {"A", "B"}',
    "order": 'the letters in order, between quotation marks, for example "DCBA"',
    "tags": 'one of four words for each claim, for example {"E01": "hedged", "E02": "neither"}',
    "short text": 'a few words between quotation marks, for example "the typist"',
    "review": 'a row and a reason between quotation marks, for example "E00: it is no event"',
    "alternative text": "one or two sentences between quotation marks, for whoever cannot see it",
    "rows": "rows in square brackets, for example [one, two, three]",
    "prose": 'your text between three quotation marks: """ like this """',
}


def _unclear(exercise: Exercise, answer: object) -> str:
    if _is_long(answer):
        found = f"found more than {LONGEST:,} characters, which are neither read nor kept"
    elif answer is None or (type(answer) in (list, tuple) and any(part is None for part in answer)):
        found = "found None, which is Python's word for nothing"
    else:
        found = f"found something else (Python calls it {type(answer).__name__})"
    return f"This question expects {_WANTED[exercise.kind]}; {found}. Your turn again."
