"""What the exercises ask, in the words of the lessons, and the rubric that prose is read by."""

from __future__ import annotations

import json
import re
from functools import cache

from lessonkit import source
from lessonkit.exercises import EXERCISES
from lessonkit.exercises.engine import assess
from lessonkit.opening import load


@cache
def lesson_titles() -> dict[str, str]:
    """Return the lessons' titles, by number.

    Returns
    -------
    dict

    Examples
    --------
    >>> lesson_titles()["4"]
    'Who says so?'
    """
    titles = {}
    for path in sorted(source.folder_of("notebooks/student").glob("*.ipynb")):
        heading = re.search(r"^# (.+)$", _words(path), re.MULTILINE)
        titles[str(int(path.name[:2]))] = heading[1].strip() if heading else path.stem
    return titles


@cache
def questions() -> dict[str, str]:
    """Return what each exercise asks, as its lesson has it in bold.

    Returns
    -------
    dict

    Examples
    --------
    >>> questions()["1.1"]
    'Who signed it?'
    """
    asked = {}
    for path in source.folder_of("notebooks/student").glob("*.ipynb"):
        for exercise, text in re.findall(r"\*\*(\d\.\d)\b([^*]*)", _words(path)):
            words = " ".join(text.replace("`", "").split()).lstrip(":. ").rstrip(":")
            asked.setdefault(exercise, words)
    return {exercise: asked.get(exercise, "") for exercise in EXERCISES}


def _words(path) -> str:
    """Return the prose of a lesson."""
    cells = json.loads(source.read_text(path))["cells"]
    return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def rubric_of(exercise: str) -> str:
    """Return what a reader looks for in a text.

    Parameters
    ----------
    exercise : str
        A question that asks for prose.

    Returns
    -------
    str
        As the check shows it with every answer, see `lessonkit.show.as_html`.

    Examples
    --------
    >>> rubric_of("1.5")[:27]
    'A reader will look for: a *'
    """
    return assess(EXERCISES[exercise], "A text.", load()).message.partition("\n")[2]
