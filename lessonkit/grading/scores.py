"""From a class book to the table of scores."""

from __future__ import annotations

from lessonkit.exercises import FAILED, RIGHT
from lessonkit.grading.gradebook import MISSING, ClassBook
from lessonkit.grading.marks import Marks, Text

COMPLETE = "complete"  # it has everything that a program can check; a reader says if it is right


def score_table(
    book: ClassBook, texts: list[Text], marks: Marks
) -> tuple[list[str], list[list[object]]]:
    """Return the columns and rows of the scores; points that nobody has given yet are None."""
    given = {(key, text.exercise): marks.of(text) for text in texts for key in text.keys}
    exercises = book.exercises
    columns = ["student", "points", "of", "to read"]
    columns += [name for exercise in exercises for name in (exercise, f"{exercise} outcome")]
    most = sum(book.course.exercises[exercise].points for exercise in exercises)
    rows: list[list[object]] = []
    for key, name in book.names.items():
        points = [_points(book, key, exercise, given) for exercise in exercises]
        outcomes = [_outcome(book, key, exercise) for exercise in exercises]
        pairs = [cell for pair in zip(points, outcomes, strict=True) for cell in pair]
        to_read = sum(given.get((key, exercise), 0) is None for exercise in exercises)
        rows.append([name, sum(filter(None, points)), most, to_read, *pairs])
    return columns, rows


def _points(book: ClassBook, key: str, exercise: str, given: dict) -> float | None:
    outcome, asked = book.outcome(key, exercise), book.course.exercises[exercise]
    if asked.kind == "prose" and outcome != MISSING:
        return given.get((key, exercise))
    if outcome == FAILED:  # nobody knows yet what it is worth
        return None
    return asked.points if outcome == RIGHT else 0


def _outcome(book: ClassBook, key: str, exercise: str) -> str:
    outcome = book.outcome(key, exercise)
    is_complete = outcome == RIGHT and book.course.exercises[exercise].for_a_reader
    return COMPLETE if is_complete else outcome
