"""Builds what a class is handed: the chosen lessons, outputs cleared, with or without solutions."""

from __future__ import annotations

import html
import re
from pathlib import Path

import nbformat

from lessonkit.despatch import write
from lessonkit.errors import GradingError
from lessonkit.exercises import Course, find_course
from lessonkit.publish.editions import cleared


def build_class(
    folder: str | Path,
    lessons: list[int] | None = None,
    masters: str | Path | bool | None = None,
    heading: str | None = None,
    course: Course | None = None,
) -> tuple[list[str], list[str]]:
    """Write the lessons of a class into a folder, never over a file that is there.

    With a course that is not the bundled one, its own files go along: lessons, document, facts.

    Parameters
    ----------
    folder : str or pathlib.Path
        Made if it is not there.
    lessons : list of int, optional
        The numbers of the lessons; without it, all.
    masters : str, pathlib.Path or bool, optional
        The folder of the instructors' masters, or True for those of the course, for lessons with
        solutions and teaching notes; without it, the lessons are the students'.
    heading : str, optional
        The name of the class, below each lesson's heading and in its metadata.
    course : Course, optional
        Without it, the bundled one.

    Returns
    -------
    written, kept : list of str
        Names of the lessons that were written, and of those that were there already.

    Raises
    ------
    GradingError
        If there is no such lesson, or there are no masters; then nothing was written.
    OSError
        If the folder cannot be written to.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp()) / "autumn"
    >>> build_class(folder, [1], heading="History 204")
    (['01-what-is-this-thing.ipynb'], [])
    >>> build_class(folder, [1])
    ([], ['01-what-is-this-thing.ipynb'])
    """
    folder, course = Path(folder), course or find_course()
    chosen = _chosen(lessons, masters, course)
    made = [(path.name, cleared(nbformat.read(path, as_version=4))) for path in chosen]
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in course.files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write(folder / name, content, replace=False)
    written: list[str] = []
    kept: list[str] = []
    for name, lesson in made:
        if heading:
            _name(lesson, heading)
        new = write(folder / name, nbformat.writes(lesson) + "\n", replace=False)
        (written if new else kept).append(name)
    return written, kept


def _chosen(
    lessons: list[int] | None, masters: str | Path | bool | None, course: Course
) -> list[Path]:
    """Return the notebooks of the lessons."""
    if isinstance(masters, str | Path):
        place = Path(masters)
        found = [(re.match(r"0*(\d+)", path.name), path) for path in place.glob("*.ipynb")]
        there = {number[1]: path for number, path in found if number}
    else:
        place = course.part(f"notebooks/{'instructor' if masters else 'student'}")
        there = course.notebooks("instructor" if masters else "student")
    if not there and not course.is_bundled:
        raise GradingError(
            f"{place}: expected the notebooks of the course {course.id}, found none. Write them from "
            f"its masters: lessonkit build --course {course.folder}"
        )
    if not there:
        raise GradingError(
            f"{place}: expected the lessons' masters, found none. Solutions are not in an installed "
            "lessonkit: name the folder notebooks/instructor of a checkout, "
            "--solutions=notebooks/instructor"
        )
    if strange := [number for number in map(str, lessons or []) if number not in there]:
        raise GradingError(
            f"There is no lesson {', '.join(strange)}. There are: {', '.join(sorted(there, key=int))}."
        )
    numbers = sorted(set(map(str, lessons or there)), key=int)
    return [there[number] for number in numbers]


def _name(lesson, heading: str) -> None:
    """Set the name of the class below the heading, as text and nothing else."""
    words = " ".join(heading.split())
    shown = "".join(f"\\{c}" if c in "\\`*_[]#|~$" else c for c in html.escape(words, quote=False))
    first, line_end, rest = lesson.cells[0].source.partition("\n")
    lesson.cells[0].source = f"{first}\n\n{shown}{line_end}{rest}"
    lesson.metadata.setdefault("lessonkit", {})["class"] = words
