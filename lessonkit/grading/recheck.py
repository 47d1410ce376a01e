"""Checks a hand-in anew: every stored answer with today's checks, and what does not add up."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lessonkit.despatch import Despatch, load
from lessonkit.exercises import EXERCISES, LESSONS, NOT_YET, assess, not_answered, storable
from lessonkit.grading.archives import Archives, BadArchiveError, said
from lessonkit.grading.model import Checked, HandIn, Problem, clean
from lessonkit.grading.notebooks import (
    LARGEST,
    UNKNOWN,
    Saved,
    UnreadableError,
    read_saved,
    written_answers,
)
from lessonkit.grading.students import student_of
from lessonkit.grading.submissions import Found

KEPT = ("prose", "tags")  # the kinds whose answers a reader or a count needs


def check_batch(batch: list[Found], root: str) -> list[HandIn]:
    """Read and check some hand-ins; one that is bad is listed, and the rest go on.

    Parameters
    ----------
    batch : list of Found
        Where they lie. Whoever runs this must see the files under the same path.
    root : str
        The name of the folder of hand-ins.

    Returns
    -------
    list of HandIn
        One for each, in their order.
    """
    with Archives() as archives:
        return [_check_one(found, root, archives) for found in batch]


def _check_one(found: Found, root: str, archives: Archives) -> HandIn:
    try:
        saved = read_saved(_read(found, archives))
        return checked(found, saved, saved.names or (student_of(found.name, root),))
    except BadArchiveError as error:
        what = str(error)
    except UnreadableError as error:
        what = f"Expected a notebook: {error}. Ask for it anew."
    except OSError as error:
        what = f"It cannot be opened ({said(error)})."
    except Exception as error:  # whatever is in it, the others must go on
        what = f"It cannot be read ({type(error).__name__}). Open it by hand, if you trust it."
    return unread(found, what)


def unread(found: Found, what: str) -> HandIn:
    """Return a hand-in of which only its name is known; it makes nobody a student.

    Parameters
    ----------
    found : Found
        Where it lies.
    what : str
        Why it was not read.

    Returns
    -------
    HandIn
    """
    return HandIn(found.name, found.time, (), {}, (Problem(found.name, "", "not read", what),))


def _read(found: Found, archives: Archives) -> bytes:
    if found.members:
        return archives.read(found.path, found.members)
    with Path(found.path).open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableError(f"it has more than {LARGEST / 1e6:.0f} MB")
    return data


def checked(found: Found, saved: Saved, students: tuple[str, ...]) -> HandIn:
    """Check what a notebook keeps.

    Parameters
    ----------
    found : Found
        Where it lies.
    saved : Saved
        What it keeps.
    students : tuple of str
        Whose it is.

    Returns
    -------
    HandIn
    """
    answers: dict[str, Checked] = {}
    problems = [*_not_as_written(saved)]
    for exercise, answer in saved.answers.items():
        if exercise not in EXERCISES:
            problems.append((exercise, "no such exercise",
                             "An answer to an exercise that no lesson has. It is passed over."))  # fmt: skip
            continue
        result = recheck(exercise, answer.value)
        if result.outcome != NOT_YET:
            answers[exercise] = result
        today = LESSONS[exercise.partition(".")[0]].VERSION
        if answer.version != today:
            problems.append((exercise, "older version",
                             f"Answered in version {clean(str(answer.version), 20)} of the lesson; "
                             f"checked as today's, version {today}. Has the question changed?"))  # fmt: skip
    if not answers:
        problems.append(("", "no answers", "No answer is stored in it. Were its cells run, and the notebook "
                         "saved?"))  # fmt: skip
    listed = tuple(
        Problem(found.name, clean(exercise, 20), kind, what) for exercise, kind, what in problems
    )
    return HandIn(found.name, found.time, students, answers, listed)


def recheck(exercise: str, answer: object) -> Checked:
    """Check an answer with today's check.

    Parameters
    ----------
    exercise : str
        One that exists.
    answer : object
        As a notebook keeps it. What it says of its own outcome counts for nothing.

    Returns
    -------
    Checked

    Examples
    --------
    >>> recheck("1.2", "A")
    Checked(outcome='nearly', misconception='telegram', answer=None, said='')
    """
    asked = EXERCISES[exercise]
    feedback = assess(asked, answer, _despatch())
    said = feedback.message.partition("\n")[0] if asked.kind == "prose" else ""
    kept = storable(answer) if asked.kind in KEPT else None
    return Checked(feedback.outcome, feedback.misconception, kept, said)


@cache
def _despatch() -> Despatch:
    return load()


def _not_as_written(saved: Saved) -> list[tuple[str, str, str]]:
    """List the answers that a cell's source gives otherwise than the cell below it keeps."""
    written = [written_answers(source) for source in saved.sources]
    found = []
    for exercise, answer in saved.answers.items():
        value = written[answer.cell].get(exercise, UNKNOWN) if written else UNKNOWN
        if value is not UNKNOWN and not _is_same(value, answer.value):
            found.append((exercise, "not as written",
                          "The answer in the cell's source is not the one that was checked and stored, "
                          "which counts: the cell was changed and not run again."))  # fmt: skip
    last = {exercise: value for answers in written for exercise, value in answers.items()}
    for exercise, value in last.items():
        if exercise in EXERCISES and exercise not in saved.answers and _is_answered(value):
            found.append((exercise, "not run", "An answer stands in the cell's source, but none is "
                          "stored: the cell was not run. It counts as missing."))  # fmt: skip
    return found


def _is_answered(value: object) -> bool:
    return value is not UNKNOWN and not not_answered(value)


def _is_same(written: object, stored: object) -> bool:
    return not not_answered(written) and storable(written) == stored
