"""What a hand-in comes down to: whose it is, what each answer is worth, what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from lessonkit.publish import printable


class Problem(NamedTuple):
    """Something that the instructor should know of a hand-in.

    Attributes
    ----------
    file : str
        The file, as `Found` names it.
    exercise : str
        The exercise that it is about; empty if it is about the whole file.
    kind : str
        In two or three words, so that a table can be sorted by it.
    what : str
        In a sentence, with what to do.
    """

    file: str
    exercise: str
    kind: str
    what: str


class Checked(NamedTuple):
    """An answer, checked anew.

    Attributes
    ----------
    outcome : str
        See `lessonkit.exercises.exercise.Feedback`.
    misconception : str or None
        The one that it shows, if it is one that is known.
    answer : object
        The answer itself where a reader or a count needs it (prose, tags), else None.
    said : str
        What the machine says of a text; empty for anything else.
    """

    outcome: str
    misconception: str | None
    answer: object = None
    said: str = ""


class HandIn(NamedTuple):
    """A notebook that was handed in, read and checked.

    Attributes
    ----------
    file : str
        Its name, as `Found` has it.
    time : str
        When it was last changed, in ISO 8601 without a zone.
    students : tuple of str
        Whose it is.
    answers : dict
        Exercise to `Checked`.
    problems : tuple of Problem
        What the instructor should know of it.
    """

    file: str
    time: str
    students: tuple[str, ...]
    answers: dict[str, Checked]
    problems: tuple[Problem, ...]


def clean(text: str, longest: int = 200) -> str:
    """Return a text on one line that every table and page can hold.

    Parameters
    ----------
    text : str
        From a file's name or from inside a hand-in, so anything at all.
    longest : int
        Characters that are kept.

    Returns
    -------
    str
        White space joined; control characters, marks that turn the direction of writing and
        halves of characters taken out.

    Examples
    --------
    >>> clean(" Ada\\n\\x00Lovelace\\ud800 ")
    'Ada Lovelace'
    """
    return " ".join(printable(text[: 4 * longest]).split())[:longest].strip()


def key_of_name(name: str) -> str:
    """Return what tells one student from another: the name without regard to case and spaces.

    Parameters
    ----------
    name : str
        As it was typed.

    Returns
    -------
    str
        Accents stay: who shares a name but for them may be somebody else.

    Examples
    --------
    >>> key_of_name("Ada  LOVELACE") == key_of_name("ada lovelace")
    True
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name)).strip().casefold()
