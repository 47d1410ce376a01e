"""Builds what a class is handed: the chosen lessons, outputs cleared, with or without solutions."""

from __future__ import annotations

import html
from pathlib import Path

from lessonkit.despatch import folder_of, write
from lessonkit.errors import GradingError

MASTERS = "notebooks/instructor"


def build_class(
    folder: str | Path,
    lessons: list[int] | None = None,
    masters: str | Path | None = None,
    course: str | None = None,
) -> tuple[list[str], list[str]]:
    """Write the lessons of a class into a folder, never over a file that is there.

    Parameters
    ----------
    folder : str or pathlib.Path
        Made if it is not there.
    lessons : list of int, optional
        The numbers of the lessons; without it, all.
    masters : str or pathlib.Path, optional
        The folder of the instructors' masters, for lessons with solutions and teaching notes;
        without it, the lessons are the students'.
    course : str, optional
        A name that stands below each lesson's heading, and in its metadata.

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
    >>> build_class(folder, [1], course="History 204")
    (['01-what-is-this-thing.ipynb'], [])
    >>> build_class(folder, [1])
    ([], ['01-what-is-this-thing.ipynb'])
    """
    import nbformat

    from lessonkit.publish.editions import cleared

    folder = Path(folder)
    chosen = _chosen(lessons, masters)
    made = [(path.name, cleared(nbformat.read(path, as_version=4))) for path in chosen]
    folder.mkdir(parents=True, exist_ok=True)
    written, kept = [], []
    for name, lesson in made:
        if course:
            _name(lesson, course)
        new = write(folder / name, nbformat.writes(lesson) + "\n", replace=False)
        (written if new else kept).append(name)
    return written, kept


def _chosen(lessons: list[int] | None, masters: str | Path | None) -> list[Path]:
    """Return the notebooks of the lessons."""
    place = Path(masters) if masters else folder_of("notebooks/student")
    there = {int(path.name[:2]): path for path in place.glob("[0-9][0-9]-*.ipynb")}
    if not there:
        raise GradingError(
            f"{place}: expected the lessons' masters, found none. Solutions are not in an installed "
            f"lessonkit: name the folder {MASTERS} of a checkout, --solutions={MASTERS}"
        )
    if strange := [number for number in lessons or [] if number not in there]:
        raise GradingError(
            f"There is no lesson {', '.join(map(str, strange))}. There are: "
            f"{', '.join(map(str, sorted(there)))}."
        )
    return [there[number] for number in sorted(set(lessons or there))]


def _name(lesson, course: str) -> None:
    """Set the course's name below the heading, as text and nothing else."""
    words = " ".join(course.split())
    shown = "".join(f"\\{c}" if c in "\\`*_[]#|~$" else c for c in html.escape(words, quote=False))
    heading, line_end, rest = lesson.cells[0].source.partition("\n")
    lesson.cells[0].source = f"{heading}\n\n{shown}{line_end}{rest}"
    lesson.metadata.setdefault("lessonkit", {})["course"] = words
