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

from lessonkit.exercises import EXERCISES
from lessonkit.grading.csv_files import read_csv
from lessonkit.grading.gradebook import ClassBook
from lessonkit.grading.model import Problem, clean, key_of_name
from lessonkit.publish import printable

FILE = "review.csv"
COLUMNS = ["exercise", "student", "answer", "machine", "of", "mark", "comment"]


class Text(NamedTuple):
    """An answer in prose; two who share a notebook share it.

    Attributes
    ----------
    exercise : str
        The question.
    keys : tuple of str
        Its students, see `key_of_name`.
    student : str
        Their names.
    code : str
        What stands in place of the names where they are hidden.
    answer : str
        The text.
    said : str
        What a machine can see of it.
    """

    exercise: str
    keys: tuple[str, ...]
    student: str
    code: str
    answer: str
    said: str


@dataclass
class Marks:
    """What readers gave.

    Attributes
    ----------
    counted : dict
        Exercise and code of a text to its mark.
    cells : dict
        Exercise and code to the cells ``mark`` and ``comment`` as they are to be written.
    left_over : list of dict
        Rows with a mark or a comment whose text is no longer there; they are kept.
    problems : list of Problem
        Marks that do not count, with the reason.
    """

    counted: dict[tuple[str, str], float] = field(default_factory=dict)
    cells: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    left_over: list[dict[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def of(self, text: Text) -> float | None:
        """Return the mark of a text, or None."""
        return self.counted.get((text.exercise, text.code))


def texts_of(book: ClassBook) -> list[Text]:
    """Return the prose of a class, by exercise and student.

    Parameters
    ----------
    book : ClassBook
        What counts.

    Returns
    -------
    list of Text
    """
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (key, exercise), entry in book.entries.items():
        if EXERCISES[exercise].kind == "prose":
            shared[exercise, entry.file].append(key)
    texts = []
    for (exercise, _), keys in shared.items():
        checked = book.entries[keys[0], exercise].checked
        texts.append(
            Text(exercise, tuple(sorted(keys)), "; ".join(book.names[key] for key in sorted(keys)),
                 code_of("; ".join(sorted(keys))), _as_text(checked.answer), checked.said)
        )  # fmt: skip
    return sorted(texts)


def code_of(student: str) -> str:
    """Return what stands in place of a name: always the same, and no name to be read off.

    Parameters
    ----------
    student : str
        A key of a name, or several joined.

    Returns
    -------
    str

    Examples
    --------
    >>> code_of("ada lovelace")
    'C57Y-LX2X'
    """
    digest = base64.b32encode(hashlib.sha256(student.encode()).digest()).decode()
    return f"{digest[:4]}-{digest[4:8]}"


def _as_text(answer: object) -> str:
    text = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
    return printable(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def read_marks(folder: Path, texts: list[Text]) -> Marks:
    """Read the marks that were entered since the last run.

    Parameters
    ----------
    folder : pathlib.Path
        Where `FILE` is, or is to be.
    texts : list of Text
        Today's.

    Returns
    -------
    Marks

    Raises
    ------
    GradingError
        If there is a file of that name which is no such table.
    """
    marks = Marks()
    today = {(text.exercise, text.code): text for text in texts}
    for row in read_csv(folder / FILE, COLUMNS):
        code = row["student"].strip()
        if (row["exercise"], code) not in today:
            code = code_of("; ".join(map(key_of_name, code.split("; "))))
        text = today.get((row["exercise"], code))
        if text is None:
            _keep(row, marks)
        else:
            _enter(row, text, marks)
    return marks


def _keep(row: dict[str, str], marks: Marks) -> None:
    """Keep a row that a reader has written into, though its text is gone."""
    if row["mark"].strip() or row["comment"].strip():
        marks.left_over.append(row)
        what = (
            f"The row of {clean(row['student'], 80)} has a mark or a comment, but no such text is "
            "there now. It stands at the end of the table and counts for nothing."
        )
        marks.problems.append(Problem(FILE, clean(row["exercise"], 20), "mark without text", what))


def _enter(row: dict[str, str], text: Text, marks: Marks) -> None:
    mark, comment = row["mark"].strip(), row["comment"].strip()
    at = (text.exercise, text.code)
    most = EXERCISES[text.exercise].points
    if mark and _letters(row["answer"]) != _letters(text.answer):
        comment = f"Earlier answer: mark {mark}. {comment}".strip()
        mark = ""
        _complain(marks, text, "answer changed", "The answer is another one than was marked. The old "
                  "mark is in the comment; read it again.")  # fmt: skip
    value = _number(mark)
    if mark and not (value is not None and 0 <= value <= most):
        _complain(marks, text, "no mark", f"Expected a mark from 0 to {most}, found “{clean(mark, 40)}”. It "
                  "counts for nothing until you change it.")  # fmt: skip
    elif value is not None:
        marks.counted[at] = value
    marks.cells[at] = (mark, comment)


def _complain(marks: Marks, text: Text, kind: str, what: str) -> None:
    marks.problems.append(Problem(FILE, text.exercise, kind, f"{text.student}: {what}"))


def _letters(text: str) -> str:
    """Return what of a text every table program keeps, whatever its encoding and line ends."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _number(mark: str) -> float | None:
    try:
        return float(mark.replace(",", "."))
    except ValueError:
        return None


def review_rows(texts: list[Text], marks: Marks, hide_names: bool) -> list[list[object]]:
    """Return the rows of `FILE`, in the order of `COLUMNS`.

    Parameters
    ----------
    texts : list of Text
        Today's.
    marks : Marks
        What is kept of the last run's.
    hide_names : bool
        Whether codes stand in place of the names.

    Returns
    -------
    list of list
    """
    rows = []
    for text in in_order(texts, hide_names):
        mark, comment = marks.cells.get((text.exercise, text.code), ("", ""))
        who = text.code if hide_names else text.student
        rows.append([text.exercise, who, text.answer, text.said,
                     EXERCISES[text.exercise].points, mark, comment])  # fmt: skip
    return rows + [[row[name] for name in COLUMNS] for row in marks.left_over]


def in_order(texts: list[Text], hide_names: bool) -> list[Text]:
    """Return texts by exercise and student, or by exercise and code, which tells nothing.

    Parameters
    ----------
    texts : list of Text
        In any order.
    hide_names : bool
        Whether names are hidden.

    Returns
    -------
    list of Text
    """
    return sorted(texts, key=lambda text: (text.exercise, text.code if hide_names else text.keys))
