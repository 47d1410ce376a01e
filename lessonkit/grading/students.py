"""Whose a hand-in is where the names cell was left empty: the rule for the names of files."""

from __future__ import annotations

import re

from lessonkit.exercises import Course
from lessonkit.grading.model import clean

_MOODLE = re.compile(r"(.+?)_\d+_assignsubmission_(?:file|onlinetext)_?$")
_CANVAS = re.compile(r"(.+?)_(?:LATE_)?\d+_\d+_.+$")
_EMPTY = re.compile(  # a number goes only with such a word, or in brackets: s12.ipynb is s12
    r"(?i)\b(?:lessons?|copy|copies|of|final|version|draft|untitled|notebook|homework|submission|v)"
    r" ?\d*(?= |$)|\(\d+\)"
)


def student_of(name: str, root: str, lessons: list[str]) -> str:
    """Return whose a hand-in is according to the names of its folders and file, see the help of ``lessonkit grade``.

    `root` is the answer where no name says anything; `lessons` are the `lesson_names`.
    """
    *folders, file = name.split("/")
    for part in reversed(folders):
        if moodle := _MOODLE.match(part):
            return clean(moodle[1], 80)
    if canvas := _CANVAS.match(file):
        return clean(canvas[1], 80)
    inside = [part for part in reversed(folders) if not part.lower().endswith(".zip")]
    zipped = [part[:-4] for part in reversed(folders) if part.lower().endswith(".zip")]
    return next(
        filter(None, [_left(file, lessons), *map(clean, [*inside, *zipped])]), clean(root) or "?"
    )


def _left(file: str, lessons: list[str]) -> str:
    """Return what a file's name holds besides the name of a lesson."""
    stem = re.sub(r"(?i)(?:\.ipynb|\.json|\.txt)+$", "", file)
    for lesson in lessons:
        stem = re.sub(re.escape(lesson), " ", stem, flags=re.IGNORECASE)
    words = _EMPTY.sub(" ", re.sub(r"[_\-.,;]+", " ", stem))
    return clean(words, 80)


def lesson_names(course: Course) -> list[str]:
    """Return the names of a course's notebooks, with and without their number, the longest first."""
    stems = [path.stem for path in course.part("notebooks/student").glob("*.ipynb")]
    names = {*stems, *(re.sub(r"^\d+-", "", stem) for stem in stems)}
    return sorted((name for name in names if len(name) > 3), key=lambda name: (-len(name), name))
