"""From a class book to the table of scores."""

from __future__ import annotations

from lessonkit.exercises import EXERCISES, RIGHT
from lessonkit.grading.gradebook import MISSING, ClassBook
from lessonkit.grading.marks import Marks, Text

COMPLETE = "complete"  # it has all that a machine can see, and a reader says whether it is right


def score_table(
    book: ClassBook, texts: list[Text], marks: Marks
) -> tuple[list[str], list[list[object]]]:
    """Return the scores of a class.

    Parameters
    ----------
    book : ClassBook
        The answers that count.
    texts : list of Text
        The prose among them.
    marks : Marks
        What readers gave for it.

    Returns
    -------
    columns : list of str
        student; points; of (what can be had); to read (texts without a mark); for each exercise
        its points, and its outcome.
    rows : list of list
        In the order of the names. Points of prose that has no mark yet are None.
    """
    given = {(key, text.exercise): marks.of(text) for text in texts for key in text.keys}
    exercises = book.exercises
    columns = ["student", "points", "of", "to read"]
    columns += [name for exercise in exercises for name in (exercise, f"{exercise} outcome")]
    most = sum(EXERCISES[exercise].points for exercise in exercises)
    rows = []
    for key, name in book.names.items():
        points = [_points(book, key, exercise, given) for exercise in exercises]
        outcomes = [_outcome(book, key, exercise) for exercise in exercises]
        pairs = [cell for pair in zip(points, outcomes, strict=True) for cell in pair]
        rows.append([name, sum(filter(None, points)), most, points.count(None), *pairs])
    return columns, rows


def _points(book: ClassBook, key: str, exercise: str, given: dict) -> float | None:
    outcome = book.outcome(key, exercise)
    if EXERCISES[exercise].kind == "prose" and outcome != MISSING:
        return given.get((key, exercise))
    return EXERCISES[exercise].points if outcome == RIGHT else 0


def _outcome(book: ClassBook, key: str, exercise: str) -> str:
    outcome = book.outcome(key, exercise)
    return COMPLETE if outcome == RIGHT and EXERCISES[exercise].for_a_reader else outcome
