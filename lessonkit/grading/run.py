"""Grades a folder of hand-ins: from saved notebooks to five files, each written whole."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from lessonkit.despatch import write
from lessonkit.errors import GradingError
from lessonkit.exercises import Course, find_course, read_course
from lessonkit.grading.csv_files import to_csv
from lessonkit.grading.gradebook import ClassBook, class_book
from lessonkit.grading.marks import COLUMNS, FILE, read_marks, review_rows, texts_of
from lessonkit.grading.model import Problem, in_file_order
from lessonkit.grading.parallel import check_all, dask_executor
from lessonkit.grading.recheck import hand_of
from lessonkit.grading.reports import class_page, review_page
from lessonkit.grading.scores import score_table
from lessonkit.grading.submissions import collect


class Grades(NamedTuple):
    """What grading a folder gave.

    Attributes
    ----------
    book : ClassBook
        The answers that count.
    notebooks : int
        How many were found.
    problems : list of Problem
        The rows of ``problems.csv``.
    to_read : int
        How many texts have no mark yet.
    files : list of pathlib.Path
        The files that were written.

    Examples
    --------
    >>> Grades._fields[1:4]
    ('notebooks', 'problems', 'to_read')
    """

    book: ClassBook
    notebooks: int
    problems: list[Problem]
    to_read: int
    files: list[Path]


def grade(
    folder: str | Path,
    out: str | Path = "grades",
    executor: Executor | str | None = None,
    hide_names: bool = False,
    progress: Callable[[int, int], None] | None = None,
    course: str | Path | Course | None = None,
) -> Grades:
    """Grade every notebook in a folder, without running any code in them.

    Each stored answer is checked again with the course's own checks, so what it says about its
    outcome counts for nothing. A right answer has the points of its exercise, any other has none;
    prose has the mark that a reader entered in ``review.csv`` before this run. Where the check
    itself fails, there are no points, and ``problems.csv`` asks you to read the answer.

    Parameters
    ----------
    folder : str or pathlib.Path
        The folder with the hand-ins, also in zip files; or one zip file.
    out : str or pathlib.Path
        The folder for ``scores.csv``, ``class.html``, ``review.html``, ``review.csv``, and
        ``problems.csv``; made if it is not there. Files of an earlier run are replaced.
    executor : concurrent.futures.Executor or str, optional
        The engine, which is not shut down, or the address of a Dask scheduler, such as
        ``"tcp://localhost:8786"`` (extra: cluster). Without it, processes of this machine are
        started. Its workers must see the hand-ins and the course under the same
        paths.
    hide_names : bool
        Whether ``review.html`` and ``review.csv`` show codes in place of names.
    progress : callable, optional
        Called from time to time with how many notebooks are done and how many there are.
    course : str, pathlib.Path, or Course, optional
        The course, or the folder with its ``course.toml``; without it, the bundled one. Answers
        that belong to another course are not checked; ``problems.csv`` lists them.

    Returns
    -------
    Grades

    Raises
    ------
    GradingError
        If there is no folder, no notebook in it, a damaged table of marks, no scheduler, or no
        place to write to. Then nothing was written.
    CourseError
        If the course is not as it should be.

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
    course = _course(course)
    folder, out = Path(folder), Path(out)
    if folder.resolve() == out.resolve():
        raise GradingError(f"{out}: the grades need a folder of their own. Name one with --out.")
    found, problems = collect(folder, out)
    if not found and not problems:
        raise GradingError(
            f"{folder}: expected notebooks, found none. Put the hand-ins there, as they are or in "
            "the zip file that your school gave you."
        )
    hand_of(str(course.folder))  # a fault in the course is said once, before anything is checked
    Thread(target=import_module, args=["lessonkit.charts"]).start()  # used after the checks
    engine = dask_executor(executor) if isinstance(executor, str) else nullcontext(executor)
    with engine as running:
        hand_ins = check_all(found, folder.resolve().stem, str(course.folder), running, progress)
    book = class_book(hand_ins, course)
    texts = texts_of(book)
    marks = read_marks(out, texts)
    problems += [problem for hand_in in hand_ins for problem in hand_in.problems]
    problems = sorted({*problems, *book.problems, *marks.problems}, key=in_file_order)
    files = {
        "scores.csv": to_csv(*score_table(book, texts, marks)),
        "class.html": class_page(book, len(found), problems),
        "review.html": review_page(course, texts, marks, hide_names),
        FILE: to_csv(COLUMNS, review_rows(texts, marks, hide_names)),
        "problems.csv": to_csv([*Problem._fields], problems),
    }
    to_read = sum(marks.of(text) is None for text in texts)
    return Grades(book, len(found), problems, to_read, _write(out, files))


def _course(given: str | Path | Course | None) -> Course:
    if given is None:
        return find_course()
    return given if isinstance(given, Course) else read_course(given)


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
