"""Grades a folder of hand-ins: from saved notebooks to five files, each written whole."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from lessonkit.despatch import write
from lessonkit.errors import GradingError
from lessonkit.grading.csv_files import to_csv
from lessonkit.grading.gradebook import ClassBook, class_book
from lessonkit.grading.marks import COLUMNS, FILE, read_marks, review_rows, texts_of
from lessonkit.grading.model import Problem
from lessonkit.grading.parallel import check_all
from lessonkit.grading.reports import class_page, review_page
from lessonkit.grading.scores import score_table
from lessonkit.grading.submissions import collect


class Grades(NamedTuple):
    """What came of it.

    Attributes
    ----------
    book : ClassBook
        The answers that count.
    notebooks : int
        How many were found.
    problems : list of Problem
        What is in ``problems.csv``.
    to_read : int
        Texts that have no mark yet.
    files : list of pathlib.Path
        The files that were written.
    """

    book: ClassBook
    notebooks: int
    problems: list[Problem]
    to_read: int
    files: list[Path]


def grade(
    folder: str | Path,
    out: str | Path,
    executor: Executor | None = None,
    hide_names: bool = False,
    told: Callable[[int, int], None] | None = None,
) -> Grades:
    """Grade every notebook below a folder; no code of any of them is run.

    Each stored answer is checked anew with today's checks, so an answer earns what its value
    earns. A right answer has the points of its exercise, any other has none; prose has the mark
    that a reader entered in ``review.csv`` before this run.

    Parameters
    ----------
    folder : str or pathlib.Path
        The hand-ins, also in zip files; or one zip file.
    out : str or pathlib.Path
        The folder for ``scores.csv``, ``class.html``, ``review.html``, ``review.csv`` and
        ``problems.csv``; made if it is not there. Files of an earlier run are replaced, each whole.
    executor : concurrent.futures.Executor, optional
        The engine, such as a Dask client's; it is not shut down. Without one, processes.
    hide_names : bool
        Whether ``review.html`` and ``review.csv`` have codes in place of names.
    told : callable, optional
        Is called now and then with how many notebooks are done and how many there are.

    Returns
    -------
    Grades

    Raises
    ------
    GradingError
        If there is no folder, no notebook in it, a table of marks that is none, or no place to
        write to. Then nothing was written.

    Examples
    --------
    >>> from concurrent.futures import ThreadPoolExecutor
    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> _ = (folder / "ada.ipynb").write_text('{"cells": []}')
    >>> with ThreadPoolExecutor(1) as executor:
    ...     grades = grade(folder, folder / "grades", executor)
    >>> grades.problems[0].kind, sorted(path.name for path in grades.files)
    ('no answers', ['class.html', 'problems.csv', 'review.csv', 'review.html', 'scores.csv'])
    """
    folder, out = Path(folder), Path(out)
    if folder.resolve() == out.resolve():
        raise GradingError(f"{out}: the grades need a folder of their own. Name one with --out.")
    found, problems = collect(folder, out)
    if not found and not problems:
        raise GradingError(
            f"{folder}: expected notebooks, found none. Put the hand-ins there, as they are or in "
            "the zip file that your school gave you."
        )
    Thread(target=import_module, args=["lessonkit.charts"]).start()  # used after the checks
    hand_ins = check_all(found, folder.resolve().stem, executor, told)
    book = class_book(hand_ins)
    texts = texts_of(book)
    marks = read_marks(out, texts)
    problems += [problem for hand_in in hand_ins for problem in hand_in.problems]
    problems = sorted({*problems, *book.problems, *marks.problems})
    files = {
        "scores.csv": to_csv(*score_table(book, texts, marks)),
        "class.html": class_page(book, len(found), problems),
        "review.html": review_page(texts, marks, hide_names),
        FILE: to_csv(COLUMNS, review_rows(texts, marks, hide_names)),
        "problems.csv": to_csv([*Problem._fields], problems),
    }
    to_read = sum(marks.of(text) is None for text in texts)
    return Grades(book, len(found), problems, to_read, _write(out, files))


def _write(out: Path, files: dict[str, str]) -> list[Path]:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            write(out / name, text, replace=True)
    except OSError as error:
        raise GradingError(
            f"{out}: the grades cannot be written there ({error.strerror}). Name another folder "
            "with --out, or close the program that has one of its files open."
        ) from None
    return [out / name for name in files]
