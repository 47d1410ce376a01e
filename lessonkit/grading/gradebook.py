"""The class book: for each student and exercise the answer that counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lessonkit.exercises import EXERCISES
from lessonkit.grading.model import Checked, HandIn, Problem, key_of_name

MISSING = "missing"  # the outcome where nothing was handed in


class Entry(NamedTuple):
    """The answer that counts, and the hand-in it is from."""

    checked: Checked
    file: str


@dataclass
class ClassBook:
    """What a class handed in.

    Attributes
    ----------
    names : dict
        Key of a student (see `key_of_name`) to the name, sorted by key.
    entries : dict
        Key and exercise to `Entry`; nothing where there is no answer.
    lessons : list of str
        The lessons that at least one of the class has answers to.
    problems : list of Problem
        Hand-ins of which a later one counts.
    """

    names: dict[str, str]
    entries: dict[tuple[str, str], Entry]
    lessons: list[str]
    problems: list[Problem] = field(default_factory=list)

    @property
    def exercises(self) -> list[str]:
        """The exercises of the lessons that were handed in, in their order."""
        return [exercise for exercise in EXERCISES if exercise.partition(".")[0] in self.lessons]

    def outcome(self, key: str, exercise: str) -> str:
        """Return a student's outcome at an exercise, or `MISSING`."""
        entry = self.entries.get((key, exercise))
        return entry.checked.outcome if entry else MISSING


def class_book(hand_ins: list[HandIn]) -> ClassBook:
    """Enter hand-ins into a class book; of two by one student for one lesson the later counts.

    Parameters
    ----------
    hand_ins : list of HandIn
        In any order.

    Returns
    -------
    ClassBook

    Examples
    --------
    >>> early, late = Checked("nearly", None), Checked("right", None)
    >>> book = class_book([
    ...     HandIn("a.ipynb", "2024-02-01T09:00:00", ("Ada",), {"1.1": early}, ()),
    ...     HandIn("b.ipynb", "2024-02-02T09:00:00", ("ada",), {"1.1": late}, ()),
    ... ])
    >>> book.outcome("ada", "1.1"), len(book.problems)
    ('right', 2)
    """
    spelt: dict[str, Counter] = defaultdict(Counter)
    by_lesson: dict[tuple[str, str], list[HandIn]] = defaultdict(list)
    for hand_in in sorted(hand_ins, key=lambda one: (one.time, one.file)):
        for name in hand_in.students:
            spelt[key_of_name(name)][name] += 1
        for key in dict.fromkeys(map(key_of_name, hand_in.students)):
            for lesson in dict.fromkeys(exercise.partition(".")[0] for exercise in hand_in.answers):
                by_lesson[key, lesson].append(hand_in)
    names = {key: min(spelt[key], key=lambda name: (-spelt[key][name], name)) for key in sorted(spelt)}  # fmt: skip
    book = ClassBook(names, {}, sorted({lesson for _, lesson in by_lesson}))
    for (key, lesson), several in sorted(by_lesson.items()):
        for exercise, checked in several[-1].answers.items():
            if exercise.partition(".")[0] == lesson:
                book.entries[key, exercise] = Entry(checked, several[-1].file)
        book.problems += _doubles(names[key], lesson, several)
    return book


def _doubles(name: str, lesson: str, several: list[HandIn]) -> Iterator[Problem]:
    """List all hand-ins of a student for a lesson, if there are two or more."""
    if len(several) < 2:
        return
    last = several[-1]
    for hand_in in several:
        what = f"Of {len(several)} hand-ins of {name} for lesson {lesson} the latest counts, " + (
            "which is this one" if hand_in is last else f"{last.file}, not this one"
        )
        yield Problem(hand_in.file, "", "handed in twice", f"{what} (changed {hand_in.time}).")
