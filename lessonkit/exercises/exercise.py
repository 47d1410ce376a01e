"""An exercise and what comes back: from an answer to an outcome and a message."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Callable, Sized
from dataclasses import dataclass, field
from typing import cast

from lessonkit.exercises.facts import Facts

RIGHT, NEARLY, UNCLEAR, NOT_YET, FAILED = "right", "nearly", "unclear", "not yet", "failed"
_FOR_A_READER = {"alternative text", "prose", "review", "rows"}  # a machine sees their form alone
LONGEST = 10_000  # characters of an answer that is read and kept


@dataclass(frozen=True)
class Feedback:
    """What comes back for an answer.

    Attributes
    ----------
    outcome : str
        ``right``, ``nearly`` (the right kind of answer, to be looked at again), ``unclear``
        (not the kind of answer asked for), ``not yet`` (the ``...`` still stands) or ``failed``
        (the check itself broke: our fault, not the student's).
    message : str
        What to say to the student.
    misconception : str or None
        The name of the misconception that the answer shows, if it is one that is known.
    error : str or None
        What the judge raised, if it failed.

    Examples
    --------
    >>> Feedback(RIGHT, "Yes.").misconception is None
    True
    """

    outcome: str
    message: str
    misconception: str | None = None
    error: str | None = None


Judge = Callable[[object, Facts], Feedback]


@dataclass(frozen=True)
class Reveal:
    """What an attempt opens: a truth, and what to say with truths in braces."""

    after: tuple[str, ...]
    say: str
    truth: str | None = None


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
        From an answer and the `Facts` of the document to a `Feedback`.
    evidence : tuple of str
        The quotations that prove the answer.
    hints : tuple of str
        From a question to a pointer to the passage.
    reveal : Reveal or None
        What an attempt opens.
    options : dict
        Of a choice or an order: letter to wording.
    claims : tuple
        Of a tagging: its claims.
    rubric : str
        What a reader looks for in a text.
    truths : tuple of dict
        The truths that its answer names.

    Examples
    --------
    >>> Exercise("1.1", "prose", 3, lambda answer, facts: Feedback(RIGHT, "Yes.")).for_a_reader
    True
    """

    id: str
    kind: str
    points: int
    judge: Judge
    evidence: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    reveal: Reveal | None = None
    options: dict[str, str] = field(default_factory=dict)
    claims: tuple = ()
    rubric: str = ""
    truths: tuple[dict, ...] = ()

    @property
    def for_a_reader(self) -> bool:
        """Whether no machine can call an answer right, only complete."""
        return self.kind in _FOR_A_READER

    @property
    def lesson(self) -> str:
        """The lesson it belongs to, such as ``"1"``."""
        return self.id.partition(".")[0]


def assess(exercise: Exercise, answer: object, facts: Facts) -> Feedback:
    """Check an answer; whatever it is, this raises nothing and doesn't change it.

    Parameters
    ----------
    exercise : Exercise
        The question.
    answer : object
        What the student gave.
    facts : Facts
        The document that it is about.

    Returns
    -------
    Feedback
        Its outcome is ``failed`` if the judge itself raised: that is never the student's mistake.

    Examples
    --------
    >>> exercise = Exercise("1.1", "number", 1, lambda answer, facts: 1 / 0)
    >>> assess(exercise, ..., Facts()).outcome, assess(exercise, 8, Facts()).outcome
    ('not yet', 'failed')
    """
    try:
        if not_answered(answer):
            return Feedback(NOT_YET, _not_yet(answer))
        value = storable(answer)
    except Exception:  # an answer may be any object, and fail in any way when it is looked at
        value = None
    if value is None:
        return Feedback(UNCLEAR, _unclear(exercise, answer))
    try:
        return exercise.judge(value, facts)
    except Exception as error:
        return Feedback(FAILED, _FAILED, error=f"{type(error).__name__}: {error}"[:200])


_FAILED = (
    "The check itself failed. That is our fault, not yours: your answer is kept, and your "
    "instructor will see it. Go on to the next question."
)


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
    plain = type(answer) in (str, list, tuple, set, dict)  # a subclass may fail to have a length
    return plain and len(cast(Sized, answer)) > LONGEST


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
        parts: list = [_plain(part, left) for part in value]
        return {"set": sorted(parts)}
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
    "numbers": "numbers in digits, without quotation marks, for example [3, 2]",
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
    elif answer is None or (
        type(answer) in (list, tuple) and any(part is None for part in cast(list, answer))
    ):
        found = "found None, which is Python's word for nothing"
    else:
        found = f"found something else (Python calls it {type(answer).__name__})"
    return f"This question expects {_WANTED[exercise.kind]}; {found}. Your turn again."
