"""What students call in a notebook: ``check``, ``hint``, ``reveal``, ``solution``, ``progress``."""

from __future__ import annotations

import html
import json
import os
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from lessonkit.classroom.messages import as_plain, box, shorten_errors, show
from lessonkit.classroom.solutions import open_key
from lessonkit.despatch import facts_for
from lessonkit.errors import LessonkitError, SourceError
from lessonkit.exercises import (
    FAILED,
    NEARLY,
    NOT_YET,
    PLACEHOLDER,
    RIGHT,
    TRUTHS,
    UNCLEAR,
    Course,
    Exercise,
    Facts,
    Feedback,
    assess,
    find_course,
    storable,
)

ANSWER = "application/vnd.lessonkit.answer+json"
NAMES = "application/vnd.lessonkit.names+json"
FORMAT = 2  # of a record; those of 0.1 have none, and no course: they are of the bundled one

_READER = "for a reader"  # no machine can say that it is right
_LABELS = {
    RIGHT: "Right",
    _READER: "For a reader",
    NEARLY: "Look again",
    UNCLEAR: "Not clear yet",
    NOT_YET: "Not yet",
    FAILED: "The check failed",
}

_outcomes: dict[str, str] = {}
_tried: set[str] = set()
_hints_given: dict[str, int] = {}
signed: list[str] = []
_declared: list[str] = []  # the course that the notebook says it is of

shorten_errors()  # a lesson imports this first: already a slip in the names shows one line


class _Hand(NamedTuple):
    """The course at hand, and the facts of its document."""

    course: Course
    facts: Facts


def _hand() -> _Hand:
    """Return the course of the notebook's folder; read again when one of its files has changed."""
    folder = find_course(Path()).folder
    files = sorted([*folder.glob("*.toml"), *folder.glob("lessons/*.toml")])
    return _read(folder, tuple((path.name, path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=4)
def _read(folder: Path, _: tuple) -> _Hand:
    course = find_course(folder)
    return _Hand(course, facts_for(course))


@cache
def _in_metadata(notebook: str) -> list[str]:
    """Return the course that the notebook file names, where Jupyter says which file it is."""
    try:
        about = json.loads(Path(notebook).read_text(encoding="utf-8"))
        return [about["metadata"]["lessonkit"]["course_id"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _asked(exercise: object) -> tuple[Exercise, _Hand] | None:
    """Return an exercise by the id that is meant, or say why there is none."""
    id_ = str(exercise).strip() if isinstance(exercise, str | float) else ""
    try:
        hand = _hand()
    except LessonkitError as error:
        show(box(UNCLEAR, "The course can't be read.", str(error)), str(error))
        return None
    course = hand.course
    declared = _declared or _in_metadata(os.environ.get("JPY_SESSION_NAME", ""))
    if declared and declared != [course.id]:
        message = (
            f"This notebook belongs to the course “{declared[0]}”, but its folder belongs to "
            f"“{course.id}”. Nothing was checked. Put the notebook back in the folder of its course."
        )
        show(box(UNCLEAR, "Another course.", message), message)
        return None
    if id_ not in course.exercises:
        name = f" “{' '.join(id_.split())[:20]}”" if id_ else " of that name"
        there_are = ", ".join(
            f"{lesson.exercises[0].id} to {lesson.exercises[-1].id}"
            for lesson in course.lessons.values()
        )
        message = f"There is no exercise{name}. There are: {there_are}."
        show(box(UNCLEAR, "No such exercise.", message), message)
        return None
    return course.exercises[id_], hand


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
    if not (asked := _asked(exercise)):
        return
    one, (course, facts) = asked
    feedback = assess(one, answer, facts)
    _outcomes[one.id] = feedback.outcome
    if feedback.outcome in (RIGHT, NEARLY, FAILED):
        _tried.add(one.id)
    record = {}
    if feedback.outcome != NOT_YET:
        record[ANSWER] = {
            "format": FORMAT,
            "course": course.id,
            "exercise": one.id,
            "answer": storable(answer),
            "lesson_version": course.lessons[one.lesson].version,
            "names": [*signed],
        }
    show(*_shown(one, feedback), record)


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
    if not (asked := _asked(exercise)):
        return
    one, _ = asked
    hints = one.hints or (_NO_HINT,)
    times = _hints_given[one.id] = _hints_given.get(one.id, 0) + 1
    given = min(times, len(hints))
    label = f"{one.id} Hint {given} of {len(hints)}."
    text = hints[given - 1] + (_LAST_HINT if times > len(hints) else "")
    show(box("hint", label, text), f"{label} {as_plain(text)}")


_NO_HINT = "There is no hint for this question. Ask your neighbor."
_LAST_HINT = " (That was the last one. Ask your neighbor, or go on and come back.)"


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
    if not (asked := _asked(exercise)):
        return None
    one, hand = asked
    show(*_revealed(one, hand))
    if one.reveal and one.reveal.truth and not _to_try(one):
        return _value(one.reveal.truth, hand.facts)
    return None


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
    if not (asked := _asked(exercise)):
        return
    id_ = asked[0].id
    label, code = f"{id_} Not yet.", ""
    message = "Try it first: run its cell with an answer, right or not. Then ask again."
    if id_ in _tried:
        message, code = _solved(id_)
        label = f"{id_} {'One solution' if code else 'Not here yet'}."
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
        An exercise of the course.
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
    course, facts = _hand()
    one = course.exercises[exercise]
    feedback = assess(one, answer, facts)
    if feedback.outcome in (RIGHT, NEARLY, FAILED):
        _tried.add(exercise)
    return _shown(one, feedback)


def exercise_named(exercise: str) -> Exercise:
    """Return an exercise of the course at hand, for a widget.

    Parameters
    ----------
    exercise : str
        Its id.

    Returns
    -------
    Exercise

    Raises
    ------
    ValueError
        If there is none of that id.

    Examples
    --------
    >>> exercise_named("2.2").kind
    'date'
    """
    exercises = _hand().course.exercises
    if exercise not in exercises:
        raise ValueError(f"there is no exercise {exercise!r}.")
    return exercises[exercise]


def revealed(exercise: str) -> tuple[str, str]:
    """Return what `reveal` says, for a widget.

    Parameters
    ----------
    exercise : str
        An exercise of the course.

    Returns
    -------
    html, text : str
        The message.

    Examples
    --------
    >>> revealed("2.1")[1]
    '2.1 Nothing to reveal. There is nothing behind this question.'
    """
    hand = _hand()
    return _revealed(hand.course.exercises[exercise], hand)


def _revealed(one: Exercise, hand: _Hand) -> tuple[str, str]:
    label, message = f"{one.id} Nothing to reveal.", "There is nothing behind this question."
    if missing := _to_try(one):
        label = f"{one.id} Not yet."
        message = (
            f"First run the cell of {' and of '.join(missing)} with an answer (again, if you have "
            "restarted). Then this opens, whether you were right or not."
        )
    elif one.reveal:
        label, message = "Revealed.", _filled(one.reveal.say, hand.facts)
    return box("hint", label, message), f"{label} {as_plain(message)}"


def _filled(text: str, facts: Facts) -> str:
    """Put in the truths that a text has in braces; what follows a bar separates those of a list."""

    def fill(match) -> str:
        value = _value(match[1], facts)
        if isinstance(value, date):
            return f"{value.day} {value:%B %Y}"
        if isinstance(value, list):
            return (match[2] if match[2] is not None else ", ").join(value)
        return str(value)

    return PLACEHOLDER.sub(fill, text)


def _value(truth: str, facts: Facts):
    answer = {"truth": truth}
    return facts.day(answer) if TRUTHS[truth] == "day" else facts.value(answer)


def _to_try(one: Exercise) -> list[str]:
    """Return the exercises that must be tried before this one reveals anything."""
    return [before for before in (one.reveal.after if one.reveal else ()) if before not in _tried]


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
    try:
        exercises = _hand().course.exercises
    except LessonkitError as error:
        return show(box(UNCLEAR, "The course can't be read.", str(error)), str(error))
    lessons = {exercise.partition(".")[0] for exercise in _outcomes}
    standing = {id_: _standing(one) for id_, one in exercises.items() if one.lesson in lessons}
    words = " ".join(_counted(look, standing) for look in (RIGHT, _READER, NEARLY, NOT_YET))
    if not lessons:
        words = (
            "No answer has been checked since this notebook was started. Saved answers are kept: run their "
            "cells again to count them here."
        )
    if lessons and not signed:
        words += f"\n{_UNSIGNED}"
    return show(box("progress", "So far", words, standing), words)


_UNSIGNED = (
    "You have not signed: put your name in the first cell, then run all cells once more, so that your "
    "answers carry it."
)


def _standing(one: Exercise) -> str:
    look = _look(one, _outcomes.get(one.id, NOT_YET))
    return NOT_YET if look in (UNCLEAR, FAILED) else look


def _look(one: Exercise, outcome: str) -> str:
    return _READER if outcome == RIGHT and one.for_a_reader else outcome


def _counted(look: str, standing: dict[str, str]) -> str:
    ids = [exercise for exercise, its in standing.items() if its == look]
    return f"{_LABELS[look]}: {len(ids)}" + (f" ({'; '.join(ids)})." if ids else ".")


def _shown(one: Exercise, feedback: Feedback) -> tuple[str, str]:
    """Return the message as HTML and as text."""
    look = _look(one, feedback.outcome)
    label = f"{one.id} {_LABELS[look] if look != _READER else 'Complete, now it needs a reader'}."
    return box(look, label, feedback.message), f"{label} {as_plain(feedback.message)}"


def sign(names: object, course: str | None = None) -> None:
    """Say whose notebook this is; the names go with every answer that follows.

    Parameters
    ----------
    names : str or list of str
        One name or several, in a text parted by commas. ``...`` signs nothing yet.
    course : str, optional
        The course that the notebook belongs to: its answers are checked against no other.

    Examples
    --------
    >>> sign("Ada Lovelace, Mary Somerville")
    Signed: Ada Lovelace, Mary Somerville.
    >>> sign(...)
    Not signed yet. Put your name in place of the ..., for example "Ada Lovelace", and run the cell again. Two may share a laptop: "Ada Lovelace, Mary Somerville".
    """
    _declared[:] = [course] if isinstance(course, str) else []
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
    show(
        box(outcome, "Your name", message),
        as_plain(message),
        {NAMES: {"names": [*signed]} | ({"course": course} if _declared else {})},
    )
