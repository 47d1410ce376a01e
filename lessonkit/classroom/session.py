"""What students call in a notebook: ``check``, ``hint``, ``reveal``, ``solution``, ``progress``."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path

from lessonkit.classroom import session as signing
from lessonkit.classroom.messages import as_plain, box, shorten_errors, show
from lessonkit.classroom.solutions import open_key
from lessonkit.despatch import Despatch, load
from lessonkit.errors import SourceError
from lessonkit.exercises import (
    EXERCISES,
    LESSONS,
    NEARLY,
    NOT_YET,
    RIGHT,
    UNCLEAR,
    Feedback,
    assess,
    storable,
)

ANSWER = "application/vnd.lessonkit.answer+json"

_READER = "for a reader"  # no machine can say that it is right
_LABELS = {
    RIGHT: "Right",
    _READER: "For a reader",
    NEARLY: "Look again",
    UNCLEAR: "Not clear yet",
    NOT_YET: "Not yet",
}

_outcomes: dict[str, str] = {}
_tried: set[str] = set()
_hints_given: dict[str, int] = {}


def check(exercise: str, answer: object) -> None:
    """Check an answer, show what it shows, and keep it in the notebook.

    Parameters
    ----------
    exercise : str
        Lesson and question, such as ``"1.2"``.
    answer : object
        The answer. It is not changed, and whatever it is, nothing is raised.

    Examples
    --------
    >>> check("1.2", "A")
    1.2 Look again. Look at the word just below “No. 1667”: is that how a telegram begins?
    """
    exercise = _id(exercise)
    if exercise not in EXERCISES:
        return _no_such(exercise)
    feedback = assess(EXERCISES[exercise], answer, _despatch())
    _outcomes[exercise] = feedback.outcome
    if feedback.outcome in (RIGHT, NEARLY):
        _tried.add(exercise)
    record = {}
    if feedback.outcome != NOT_YET:
        record[ANSWER] = {
            "exercise": exercise,
            "answer": storable(answer),
            "lesson_version": LESSONS[exercise.partition(".")[0]].VERSION,
            "names": [*signing.signed],
        }
    show(*_shown(exercise, feedback), record)


def hint(exercise: str) -> None:
    """Show a hint; each further call shows one more, from a question to a passage.

    Parameters
    ----------
    exercise : str
        Lesson and question, such as ``"1.2"``.

    Examples
    --------
    >>> hint("1.1")
    1.1 Hint 1 of 2. Where does one sign a paper?
    """
    exercise = _id(exercise)
    if exercise not in EXERCISES:
        return _no_such(exercise)
    hints = EXERCISES[exercise].hints
    asked = _hints_given[exercise] = _hints_given.get(exercise, 0) + 1
    given = min(asked, len(hints))
    label = f"{exercise} Hint {given} of {len(hints)}."
    text = hints[given - 1] + (_LAST_HINT if asked > len(hints) else "")
    show(box("hint", label, text), f"{label} {as_plain(text)}")


_LAST_HINT = " (That was the last one. Ask your neighbour, or go on and come back.)"


def reveal(exercise: str) -> object:
    """Open what a try opens, and never before it.

    Parameters
    ----------
    exercise : str
        Lesson and question, such as ``"2.2"``.

    Returns
    -------
    object
        What is revealed, for a chart; None before a try.

    Examples
    --------
    >>> reveal("2.1")
    2.1 Nothing to reveal. There is nothing behind this question.
    """
    exercise = _id(exercise)
    if exercise not in EXERCISES:
        return _no_such(exercise)
    show(*revealed(exercise))
    opened = EXERCISES[exercise].reveal
    return opened(_despatch())[0] if opened and not _to_try(exercise) else None


def solution(exercise: str) -> None:
    """Show one way to answer, after a try and with the instructor's key beside the notebook.

    Parameters
    ----------
    exercise : str
        Lesson and question, such as ``"3.2"``.

    Examples
    --------
    >>> solution("3.2")
    3.2 Not yet. Try it first: run its cell with an answer, right or not. Then ask again.
    """
    exercise = _id(exercise)
    if exercise not in EXERCISES:
        return _no_such(exercise)
    label, code = f"{exercise} Not yet.", ""
    message = "Try it first: run its cell with an answer, right or not. Then ask again."
    if exercise in _tried:
        message, code = _solved(exercise)
        label = f"{exercise} {'One solution' if code else 'Not here yet'}."
    set_ = f'<pre style="margin:0.3em 0;white-space:pre-wrap">{html.escape(code)}</pre>'
    show(
        box("hint", label, message) + (set_ if code else ""),
        f"{label} {as_plain(message)}" + (f"\n{code}" if code else ""),
    )


_NO_KEY = (
    "Your instructor has the solutions. (The file `solutions.key`, laid beside this notebook, opens "
    "them here.)"
)


def _solved(exercise: str) -> tuple[str, str]:
    """Return what to say of a solution, and its code."""
    try:
        key = open_key(Path())
    except SourceError as error:
        return str(error), ""
    if key is None or exercise not in key:
        return _NO_KEY, ""
    return "There are others; compare it with your own.", key[exercise]


def consider(exercise: str, answer: object) -> tuple[str, str]:
    """Check an answer without keeping it, for a widget; it counts as a try.

    Parameters
    ----------
    exercise : str
        An exercise that exists.
    answer : object
        The answer.

    Returns
    -------
    html, text : str
        The message.

    Examples
    --------
    >>> consider("1.2", "?")[1]
    '1.2 Not clear yet. Choose one of A, B, C, D and write it like this: "A".'
    """
    feedback = assess(EXERCISES[exercise], answer, _despatch())
    if feedback.outcome in (RIGHT, NEARLY):
        _tried.add(exercise)
    return _shown(exercise, feedback)


def revealed(exercise: str) -> tuple[str, str]:
    """Return what `reveal` says, for a widget.

    Parameters
    ----------
    exercise : str
        An exercise that exists.

    Returns
    -------
    html, text : str
        The message.

    Examples
    --------
    >>> revealed("2.1")[1]
    '2.1 Nothing to reveal. There is nothing behind this question.'
    """
    label, message = f"{exercise} Nothing to reveal.", "There is nothing behind this question."
    if missing := _to_try(exercise):
        label = f"{exercise} Not yet."
        message = (
            f"First run the cell of {' and of '.join(missing)} with an answer (again, if you have "
            "restarted). Then this opens, whether you were right or not."
        )
    elif opened := EXERCISES[exercise].reveal:
        label, message = "Revealed.", opened(_despatch())[1]
    return box("hint", label, message), f"{label} {as_plain(message)}"


def _to_try(exercise: str) -> list[str]:
    """Return the exercises that must be tried before this one reveals anything."""
    return [before for before in EXERCISES[exercise].reveal_after if before not in _tried]


def progress() -> None:
    """Show how far this notebook is, in words and as a bar; prose counts apart, for a reader.

    Examples
    --------
    >>> check("1.2", ...)
    1.2 Not yet. Write your answer in place of the ..., then run the cell again.
    >>> progress()
    Right: 0. For a reader: 0. Look again: 0. Not yet: 5 (1.1; 1.2; 1.3; 1.4; 1.5).
    You have not signed: put your name in the first cell, then run all cells once more, so that your answers carry it.
    """
    lessons = {exercise.partition(".")[0] for exercise in _outcomes}
    standing = {id_: _standing(id_) for id_ in EXERCISES if id_.partition(".")[0] in lessons}
    words = " ".join(_counted(look, standing) for look in (RIGHT, _READER, NEARLY, NOT_YET))
    if not lessons:
        words = (
            "No answer has been checked since this notebook was started. Saved answers are kept: run their "
            "cells again to count them here."
        )
    if lessons and not signing.signed:
        words += f"\n{_UNSIGNED}"
    show(box("progress", "So far", words, standing), words)


_UNSIGNED = (
    "You have not signed: put your name in the first cell, then run all cells once more, so that your "
    "answers carry it."
)


def _standing(exercise: str) -> str:
    look = _look(exercise, _outcomes.get(exercise, NOT_YET))
    return NOT_YET if look == UNCLEAR else look


def _look(exercise: str, outcome: str) -> str:
    return _READER if outcome == RIGHT and EXERCISES[exercise].for_a_reader else outcome


def _counted(look: str, standing: dict[str, str]) -> str:
    ids = [exercise for exercise, its in standing.items() if its == look]
    return f"{_LABELS[look]}: {len(ids)}" + (f" ({'; '.join(ids)})." if ids else ".")


@cache
def _despatch() -> Despatch:
    return load()


def _shown(exercise: str, feedback: Feedback) -> tuple[str, str]:
    """Return the message as HTML and as text."""
    look = _look(exercise, feedback.outcome)
    label = f"{exercise} {_LABELS[look] if look != _READER else 'Complete, now it needs a reader'}."
    return box(look, label, feedback.message), f"{label} {as_plain(feedback.message)}"


def _id(exercise: object) -> str:
    """Return the id that is meant, also for 1.2 in place of "1.2"."""
    return str(exercise).strip() if isinstance(exercise, str | float) else ""


def _no_such(exercise: str) -> None:
    name = f" “{' '.join(exercise.split())[:20]}”" if exercise else " of that name"
    there_are = ", ".join(
        f"{lesson.EXERCISES[0].id} to {lesson.EXERCISES[-1].id}" for lesson in LESSONS.values()
    )
    message = f"There is no exercise{name}. There are: {there_are}."
    show(box(UNCLEAR, "No such exercise.", message), message)


NAMES = "application/vnd.lessonkit.names+json"

signed: list[str] = []

shorten_errors()  # a lesson imports this first: already a slip in the names shows one line


def sign(names: object) -> None:
    """Say whose notebook this is; the names go with every answer that follows.

    Parameters
    ----------
    names : str or list of str
        One name or several, in a text parted by commas. ``...`` signs nothing yet.

    Examples
    --------
    >>> sign("Ada Lovelace, Mary Somerville")
    Signed: Ada Lovelace, Mary Somerville.
    >>> sign(...)
    Not signed yet. Put your name in place of the ..., for example "Ada Lovelace", and run the cell again. Two may share a laptop: "Ada Lovelace, Mary Somerville".
    """
    given = names if isinstance(names, list | tuple) else [names]
    texts = [name for part in given if isinstance(part, str) for name in part[:1000].split(",")]
    signed[:] = [" ".join(name.split())[:80] for name in texts if name.strip(" .…")][:6]
    if signed:
        message, outcome = f"Signed: {', '.join(signed)}.", RIGHT
    else:
        outcome = NOT_YET
        message = (
            "Not signed yet. Put your name in place of the `...`, for example "
            '`"Ada Lovelace"`, and run the cell again. Two may share a laptop: '
            '`"Ada Lovelace, Mary Somerville"`.'
        )
    show(box(outcome, "Your name", message), as_plain(message), {NAMES: {"names": [*signed]}})
