"""The prose to be read, text by text, and the marks that its readers gave."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lessonkit.grading.csv_files import read_csv
from lessonkit.grading.gradebook import ClassBook
from lessonkit.grading.model import Problem, clean, key_of_name
from lessonkit.publish import printable

FILE = "review.csv"
COLUMNS = ["exercise", "student", "answer", "machine", "of", "mark", "comment"]


class Text(NamedTuple):
    """An answer in prose; two who share a notebook share it."""

    exercise: str
    keys: tuple[str, ...]  # of its students, see `key_of_name`
    student: str  # their names
    code: str  # what replaces the names where they are hidden
    answer: str
    said: str  # what a program can say about it
    most: int  # the points that it can have


@dataclass
class Marks:
    """What readers gave; a text is known by its exercise and its code."""

    counted: dict[tuple[str, str], float] = field(default_factory=dict)
    cells: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)  # mark, comment
    left_over: list[dict[str, str]] = field(default_factory=list)  # rows whose text is gone
    problems: list[Problem] = field(default_factory=list)  # marks that do not count

    def of(self, text: Text) -> float | None:
        """Return the mark of a text, or None."""
        return self.counted.get((text.exercise, text.code))


def texts_of(book: ClassBook) -> list[Text]:
    """Return the prose of a class, by exercise and student."""
    exercises = book.course.exercises
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (key, exercise), entry in book.entries.items():
        if exercises[exercise].kind == "prose":
            shared[exercise, entry.file].append(key)
    texts = []
    for (exercise, _), students in shared.items():
        keys = tuple(sorted(students))
        checked = book.entries[keys[0], exercise].checked
        texts.append(
            Text(exercise, keys, "; ".join(book.names[key] for key in keys), code_of("; ".join(keys)),
                 _as_text(checked.answer), checked.said, exercises[exercise].points)
        )  # fmt: skip
    places = {exercise: place for place, exercise in enumerate(exercises)}
    return sorted(texts, key=lambda text: (places[text.exercise], text.keys))


def code_of(student: str) -> str:
    """Return what replaces a name: always the same, and the name cannot be read from it.

    >>> code_of("ada lovelace")
    'C57Y-LX2X'
    """
    digest = base64.b32encode(hashlib.sha256(student.encode()).digest()).decode()
    return f"{digest[:4]}-{digest[4:8]}"


def _as_text(answer: object) -> str:
    text = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
    return printable(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def read_marks(folder: Path, texts: list[Text]) -> Marks:
    """Read the marks that were entered in `FILE` since the last run."""
    marks = Marks()
    by_code: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by_code[text.code].append(text)
    rows = [
        (row, _texts_of(row, by_code))
        for row in read_csv(folder / FILE, COLUMNS)
        if _has_words(row)
    ]
    rows.sort(key=lambda pair: not any(_is_same(pair[0], text) for text in pair[1]))
    for row, found in rows:
        left = [text for text in found if (text.exercise, text.code) not in marks.cells]
        left.sort(key=lambda text: not _is_same(row, text))
        if left:
            _enter(row, left[0], marks)
        else:
            _keep(row, marks)
    return marks


def _has_words(row: dict[str, str]) -> bool:
    """Return True if a reader has written into a row."""
    return bool(row["mark"].strip() or row["comment"].strip())


def _texts_of(row: dict[str, str], by_code: dict[str, list[Text]]) -> list[Text]:
    """Find the texts that a row may be of: a spreadsheet program may have saved 1.10 as 1.1."""
    exercise, student = row["exercise"], row["student"].strip()
    named = by_code.get(student) or by_code.get(
        code_of("; ".join(map(key_of_name, student.split("; ")))), []
    )
    found = [one for one in named if exercise in (one.exercise, one.exercise.rstrip("0"))]
    return sorted(found, key=lambda one: one.exercise != exercise)


def _is_same(row: dict[str, str], text: Text) -> bool:
    return _letters(row["answer"]) == _letters(text.answer)


def _keep(row: dict[str, str], marks: Marks) -> None:
    """Keep a row whose text is gone."""
    marks.left_over.append(row)
    what = (
        f"The row of {clean(row['student'], 80)} has a mark or a comment, but no such text is "
        "there now. It stands at the end of the table and counts for nothing."
    )
    marks.problems.append(Problem(FILE, clean(row["exercise"], 20), "mark without text", what))


def _enter(row: dict[str, str], text: Text, marks: Marks) -> None:
    mark, comment = row["mark"].strip(), row["comment"].strip()
    at = (text.exercise, text.code)
    if mark and not _is_same(row, text):
        comment = f"Earlier answer: mark {mark}. {comment}".strip()
        mark = ""
        _complain(marks, text, "answer changed", "The answer is another one than was marked. The old "
                  "mark is in the comment; read it again.")  # fmt: skip
    value = _number(mark)
    if mark and not (value is not None and 0 <= value <= text.most):
        _complain(marks, text, "no mark", f"Expected a mark from 0 to {text.most}, found “{clean(mark, 40)}”. "
                  "It counts for nothing until you change it.")  # fmt: skip
    elif value is not None:
        marks.counted[at] = value
    marks.cells[at] = (mark, comment)


def _complain(marks: Marks, text: Text, kind: str, what: str) -> None:
    marks.problems.append(Problem(FILE, text.exercise, kind, f"{text.student}: {what}"))


def _letters(text: str) -> str:
    """Return what every spreadsheet program keeps of a text, whatever its encoding and line ends."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _number(mark: str) -> float | None:
    try:
        return float(mark.replace(",", "."))
    except ValueError:
        return None


def review_rows(texts: list[Text], marks: Marks, hide_names: bool) -> list[list[object]]:
    """Return the rows of `FILE`: today's texts with their marks, then the rows whose text is gone."""
    rows = []
    for text in in_order(texts, hide_names):
        cells = marks.cells.get((text.exercise, text.code), ("", ""))
        who = text.code if hide_names else text.student
        rows.append([text.exercise, who, text.answer, text.said, text.most, *cells])
    return rows + [[row[name] for name in COLUMNS] for row in marks.left_over]


def in_order(texts: list[Text], hide_names: bool) -> list[Text]:
    """Return the texts of a class by exercise and student; by code where the names are hidden."""
    if not hide_names:
        return texts
    exercises = [*dict.fromkeys(text.exercise for text in texts)]
    return sorted(texts, key=lambda text: (exercises.index(text.exercise), text.code))
