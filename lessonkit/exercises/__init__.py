"""The exercises: the engine, the kinds of questions, one file for each lesson's questions."""

from lessonkit.exercises import (
    lesson1,
    lesson2,
    lesson3,
    lesson4,
    lesson5,
    lesson6,
    lesson7,
    lesson8,
)
from lessonkit.exercises.exercise import (
    NEARLY,
    NOT_YET,
    RIGHT,
    UNCLEAR,
    Exercise,
    Feedback,
    assess,
    not_answered,
    storable,
)
from lessonkit.exercises.lesson4 import CLAIMS
from lessonkit.exercises.tags import TAGS, read_tags

LESSONS = {
    "1": lesson1,
    "2": lesson2,
    "3": lesson3,
    "4": lesson4,
    "5": lesson5,
    "6": lesson6,
    "7": lesson7,
    "8": lesson8,
}
EXERCISES: dict[str, Exercise] = {
    exercise.id: exercise for lesson in LESSONS.values() for exercise in lesson.EXERCISES
}

__all__ = [
    "CLAIMS",
    "EXERCISES",
    "LESSONS",
    "NEARLY",
    "NOT_YET",
    "RIGHT",
    "TAGS",
    "UNCLEAR",
    "Exercise",
    "Feedback",
    "assess",
    "not_answered",
    "read_tags",
    "storable",
]
