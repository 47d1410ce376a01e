"""What a hand-in comes down to: whose it is, what each answer is worth, what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from lessonkit.publish import printable


class Problem(NamedTuple):
    """Something that the instructor should know about a hand-in."""

    file: str  # as `Found` names it
    exercise: str  # empty if it is about the whole file
    kind: str  # in two or three words, so that a table can be sorted by it
    what: str  # in a sentence, with what to do


class Checked(NamedTuple):
    """An answer, checked again."""

    outcome: str  # see `lessonkit.exercises.Feedback`
    misconception: str | None
    answer: object = None  # where a reader or a count needs it (prose, tags)
    said: str = ""  # what the program says about a text
    error: str | None = None  # what the judge raised, if the check itself failed


class HandIn(NamedTuple):
    """A notebook that was handed in, read and checked."""

    file: str  # as `Found` names it
    time: str  # of its last change, in ISO 8601 without a zone
    students: tuple[str, ...]
    answers: dict[str, Checked]  # by exercise
    problems: tuple[Problem, ...]


def in_file_order(problem: Problem) -> tuple:
    """Return a key that sorts problems by file, then exercise, with 2.9 before 2.10."""
    parts = re.split(r"(\d+)", problem.exercise)  # text and numbers in turn
    return (problem.file, [int(p) if i % 2 else p for i, p in enumerate(parts)], *problem[1:])


def clean(text: str, longest: int = 200) -> str:
    """Return a text from a hand-in on one line that every table and page can hold."""
    return " ".join(printable(text[: 4 * longest]).split())[:longest].strip()


def key_of_name(name: str) -> str:
    """Return what identifies a student: the name without regard to case and spaces; accents stay."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name)).strip().casefold()
