"""Checks a hand-in again: every stored answer with today's checks, and what does not add up."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lessonkit.despatch import facts_for
from lessonkit.exercises import (
    FAILED,
    NOT_YET,
    Course,
    Exercise,
    Facts,
    assess,
    find_course,
    not_answered,
    read_course,
    storable,
)
from lessonkit.grading.archives import Archives, BadArchiveError, said
from lessonkit.grading.model import Checked, HandIn, Problem, clean
from lessonkit.grading.notebooks import (
    LARGEST,
    UNKNOWN,
    Answer,
    Saved,
    UnreadableError,
    read_saved,
    written_answers,
)
from lessonkit.grading.students import lesson_names, student_of
from lessonkit.grading.submissions import Found

KEPT = ("prose", "tags")  # the kinds whose answers a reader or a count needs
FORMAT = 2  # the newest format of a record that is read; a record of 0.1 names none

Row = tuple[str, str, str]  # exercise, kind, and sentence of a problem


class Hand(NamedTuple):
    """The course that is graded, as a worker holds it."""

    course: Course
    facts: Facts
    of_old: str  # the course that answers without a course belong to
    names: list[str]  # of its notebooks, see `lesson_names`


def hand_of(folder: str) -> Hand:
    """Return the course of a folder; a process reads it again only if a file of it has changed."""
    kinds = ("*.toml", "lessons/*.toml", "seeds/*")
    files = [path for kind in kinds for path in sorted(Path(folder).glob(kind))]
    return _read_hand(folder, tuple((str(path), path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=4)
def _read_hand(folder: str, _: tuple) -> Hand:
    course = read_course(folder)
    return Hand(course, facts_for(course), find_course().id, lesson_names(course))


def check_batch(batch: list[Found], root: str, course: str) -> list[HandIn]:
    """Read and check some hand-ins; a bad one is listed, and the others go on.

    `root` is the name of the folder of hand-ins, `course` the folder of the course. Any process
    that runs this must see all of them under the same paths.
    """
    hand = hand_of(course)
    with Archives() as archives:
        return [_check_one(found, root, hand, archives) for found in batch]


def _check_one(found: Found, root: str, hand: Hand, archives: Archives) -> HandIn:
    try:
        saved = read_saved(_read(found, archives))
        students = saved.names or (student_of(found.name, root, hand.names),)
        return checked(found, saved, students, hand)
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
    """Return a hand-in of which only the name is known; nobody becomes a student by it."""
    return _hand_in(found, (), {}, [("", "not read", what)])


def _hand_in(
    found: Found, students: tuple[str, ...], answers: dict[str, Checked], rows: list[Row]
) -> HandIn:
    listed = [Problem(found.name, clean(exercise, 20), *rest) for exercise, *rest in rows]
    return HandIn(found.name, found.time, students, answers, tuple(listed))


def _read(found: Found, archives: Archives) -> bytes:
    if found.members:
        return archives.read(found.path, found.members)
    with Path(found.path).open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableError(f"it has more than {LARGEST / 1e6:.0f} MB")
    return data


def checked(found: Found, saved: Saved, students: tuple[str, ...], hand: Hand) -> HandIn:
    """Check what a notebook keeps; a notebook of another course makes nobody a student."""
    stored, refused = _of_course(saved, hand)
    if refused and not stored and any(kind == OTHER_COURSE for _, kind, _ in refused):
        return _hand_in(found, (), {}, refused)
    answers: dict[str, Checked] = {}
    rows = [*_not_as_written(saved, stored, hand.course), *refused]
    for exercise, answer in stored.items():
        if exercise not in hand.course.exercises:
            rows.append((exercise, "no such exercise",
                         "An answer to an exercise that no lesson has. It is passed over."))  # fmt: skip
            continue
        asked = hand.course.exercises[exercise]
        result = recheck(asked, answer.value, hand.facts)
        if result.outcome != NOT_YET:
            answers[exercise] = result
        rows += _about(asked, answer, result, hand.course)
    if not answers and not refused:
        rows.append(("", "no answers", "No answer is stored in it. Were its cells run, and the notebook "
                     "saved?"))  # fmt: skip
    return _hand_in(found, students, answers, rows)


OTHER_COURSE = "of another course"


def _of_course(saved: Saved, hand: Hand) -> tuple[dict[str, Answer], list[Row]]:
    """Return the last answer to each exercise of the course, and a row for all that is not of it."""
    stored: dict[str, Answer] = {}
    rows = []
    elsewhere: dict[str, dict[str, None]] = defaultdict(dict)
    others = [course for course in saved.courses if course != hand.course.id]
    if others:
        elsewhere[others[0]] = {}
    for answer in saved.answers:
        of = [*others, answer.course or hand.of_old]
        if type(answer.format) is not int or not 1 <= answer.format <= FORMAT:
            rows.append((answer.exercise, "unknown format",
                         f"This answer is stored in format {clean(str(answer.format), 20)}, and this lessonkit "
                         f"reads formats 1 to {FORMAT}, so it was not checked. Update lessonkit, then grade "
                         "again."))  # fmt: skip
        elif of[0] != hand.course.id:
            elsewhere[of[0]][answer.exercise] = None
        else:
            stored[answer.exercise] = answer
    return stored, rows + [_elsewhere(*item, hand) for item in elsewhere.items()]


def _elsewhere(course: str, exercises: dict[str, None], hand: Hand) -> Row:
    what, it = "This notebook belongs", "it was"
    if exercises:
        what, it = f"Its answers to {clean(', '.join(exercises), 80)} belong", "they were"
    how = "lessonkit grade HANDINS --course FOLDER, where FOLDER is the folder of that course"
    if course == hand.of_old:
        how = "lessonkit grade HANDINS, without --course"
    return "", OTHER_COURSE, (
        f"{what} to the course “{course}”, not to “{hand.course.id}”, so {it} not checked. "
        f"To grade it: {how}."
    )  # fmt: skip


def _about(asked: Exercise, answer: Answer, result: Checked, course: Course) -> list[Row]:
    """List what the instructor should know about an answer that was checked."""
    rows = []
    if result.error:
        rows.append((asked.id, "check failed",
                     f"The check itself failed: it raised “{clean(result.error)}”. This is not the student's "
                     "mistake, and no points were given or taken. Read the answer yourself."))  # fmt: skip
    today = course.lessons[asked.lesson].version
    if answer.version != today:
        rows.append((asked.id, "older version",
                     f"Answered in version {clean(str(answer.version), 20)} of the lesson; "
                     f"checked as today's, version {today}. Has the question changed?"))  # fmt: skip
    return rows


def recheck(asked: Exercise, answer: object, facts: Facts) -> Checked:
    """Check an answer again; what it says about its own outcome counts for nothing."""
    feedback = assess(asked, answer, facts)
    said = feedback.message.partition("\n")[0] if asked.kind == "prose" else ""
    if feedback.outcome == FAILED:
        said = "The check itself failed. Read the answer yourself." if said else ""
    kept = storable(answer) if asked.kind in KEPT else None
    return Checked(feedback.outcome, feedback.misconception, kept, said, feedback.error)


def _not_as_written(saved: Saved, stored: dict[str, Answer], course: Course) -> list[Row]:
    """List the answers that a cell's source gives otherwise than the cell below it keeps."""
    written = [written_answers(source) for source in saved.sources]
    rows = []
    for exercise, answer in stored.items():
        value = written[answer.cell].get(exercise, UNKNOWN) if written else UNKNOWN
        if value is not UNKNOWN and not _is_same(value, answer.value):
            rows.append((exercise, "not as written",
                         "The answer in the cell's source is not the one that was checked and stored, "
                         "which counts: the cell was changed and not run again."))  # fmt: skip
    last = {exercise: value for answers in written for exercise, value in answers.items()}
    kept = {answer.exercise for answer in saved.answers}
    for exercise, value in last.items():
        if exercise in course.exercises and exercise not in kept and _is_answered(value):
            rows.append((exercise, "not run", "An answer stands in the cell's source, but none is "
                         "stored: the cell was not run. It counts as missing."))  # fmt: skip
    return rows


def _is_answered(value: object) -> bool:
    return value is not UNKNOWN and not not_answered(value)


def _is_same(written: object, stored: object) -> bool:
    return not not_answered(written) and storable(written) == stored
