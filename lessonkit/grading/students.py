"""Whose a hand-in is where the names cell was left empty: the rule for the names of files."""

from __future__ import annotations

import re
from functools import cache

from lessonkit.despatch import folder_of
from lessonkit.grading.model import clean

RULE = (
    "The student is who signed in the names cell. Where nobody did, it is taken from the names of "
    "the folder and the file, in this order: Moodle's folder NAME_123_assignsubmission_file; "
    "Canvas's file NAME_123_456_lesson.ipynb; what is left of the file's name without the lesson's "
    "name and words such as lesson, copy, final, each with its number; the folder that it lies in, then the "
    "zip file. Names that differ only in capitals and spaces are one student."
)
_MOODLE = re.compile(r"(.+?)_\d+_assignsubmission_(?:file|onlinetext)_?$")
_CANVAS = re.compile(r"(.+?)_(?:LATE_)?\d+_\d+_.+$")
_EMPTY = re.compile(  # a number goes only with such a word, or in brackets: s12.ipynb is s12
    r"(?i)\b(?:lessons?|copy|copies|of|final|version|draft|untitled|notebook|homework|submission|v)"
    r" ?\d*(?= |$)|\(\d+\)"
)


def student_of(name: str, root: str) -> str:
    """Return whose a hand-in is by the names of its folder and file, see `RULE`.

    Parameters
    ----------
    name : str
        The file below the folder of hand-ins, parts joined with ``/``; a zip file is such a part.
    root : str
        What to say where no name says anything: the name of the folder of hand-ins.

    Returns
    -------
    str

    Examples
    --------
    >>> student_of("Ada Lovelace_77_assignsubmission_file_/01-what-is-this-thing.ipynb", "class")
    'Ada Lovelace'
    >>> student_of("class.zip/lovelaceada_LATE_12_345_01-what-is-this-thing-2.ipynb", "class")
    'lovelaceada'
    >>> student_of("ada/01-what-is-this-thing (1).ipynb", "class")
    'ada'
    >>> student_of("week 1/s12 - lesson1 final.ipynb", "class")
    's12'
    """
    *folders, file = name.split("/")
    for part in reversed(folders):
        if moodle := _MOODLE.match(part):
            return clean(moodle[1], 80)
    if canvas := _CANVAS.match(file):
        return clean(canvas[1], 80)
    inside = [part for part in reversed(folders) if not part.lower().endswith(".zip")]
    zipped = [part[:-4] for part in reversed(folders) if part.lower().endswith(".zip")]
    return next(filter(None, [_left(file), *map(clean, [*inside, *zipped])]), clean(root) or "?")


def _left(file: str) -> str:
    """Return what a file's name holds besides the name of a lesson."""
    stem = re.sub(r"(?i)(?:\.ipynb|\.json|\.txt)+$", "", file)
    for title in _titles():
        stem = re.sub(re.escape(title), " ", stem, flags=re.IGNORECASE)
    words = _EMPTY.sub(" ", re.sub(r"[_\-.,;]+", " ", stem))
    return clean(words, 80)


@cache
def _titles() -> list[str]:
    """Return the names of the lessons' files, with and without their number."""
    stems = [path.stem for path in folder_of("notebooks/student").glob("*.ipynb")]
    return sorted([*stems, *(stem[3:] for stem in stems)], key=len, reverse=True)
