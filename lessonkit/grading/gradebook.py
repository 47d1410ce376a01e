"""The class book: for each student and exercise the answer that counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lessonkit.exercises import Course
from lessonkit.grading.model import Checked, HandIn, Problem, key_of_name

MISSING = "missing"  # the outcome where nothing was handed in


class Entry(NamedTuple):
    """The answer that counts, and the hand-in it is from."""

    checked: Checked
    file: str


@dataclass
class ClassBook:
    """What a class handed in."""

    course: Course
    names: dict[str, str]  # key of a student (see `key_of_name`) to the name, sorted by key
    entries: dict[tuple[str, str], Entry]  # by key and exercise
    lessons: list[str]  # those that at least one student has answers to
    problems: list[Problem] = field(default_factory=list)  # hand-ins that a later one replaces

    @property
    def exercises(self) -> list[str]:
        """The exercises of the lessons that were handed in, in their order."""
        return [e for e, one in self.course.exercises.items() if one.lesson in self.lessons]

    def outcome(self, key: str, exercise: str) -> str:
        """Return a student's outcome at an exercise, or `MISSING`."""
        entry = self.entries.get((key, exercise))
        return entry.checked.outcome if entry else MISSING


def class_book(hand_ins: list[HandIn], course: Course) -> ClassBook:
    """Enter hand-ins into a class book; of two by one student for one lesson the later counts."""
    spelled: dict[str, Counter] = defaultdict(Counter)
    by_lesson: dict[tuple[str, str], list[HandIn]] = defaultdict(list)
    for hand_in in sorted(hand_ins, key=lambda one: (one.time, one.file)):
        for name in hand_in.students:
            spelled[key_of_name(name)][name] += 1
        for key in dict.fromkeys(map(key_of_name, hand_in.students)):
            for lesson in dict.fromkeys(course.exercises[e].lesson for e in hand_in.answers):
                by_lesson[key, lesson].append(hand_in)
    names = {
        key: min(spellings, key=lambda name: (-spellings[name], name))
        for key, spellings in sorted(spelled.items())
    }
    handed_in = {lesson for _, lesson in by_lesson}
    book = ClassBook(
        course, names, {}, [number for number in course.lessons if number in handed_in]
    )
    for (key, lesson), several in sorted(by_lesson.items()):
        for exercise, checked in several[-1].answers.items():
            if course.exercises[exercise].lesson == lesson:
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
