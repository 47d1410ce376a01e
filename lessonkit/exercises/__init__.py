"""From a course's files, facts about its document, and an answer to feedback. Standard library only.

>>> from lessonkit.exercises import judge
>>> judge("1.1", "A. C. Kirk").outcome
'right'
"""

from lessonkit.exercises.course import (
    PLACEHOLDER,
    Course,
    Lesson,
    check_evidence,
    find_course,
    judge,
    read_course,
)
from lessonkit.exercises.exercise import (
    FAILED,
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
from lessonkit.exercises.facts import OF_WORDS, TRUTHS, Facts, truth_key
from lessonkit.exercises.rows import CERTAINTIES
from lessonkit.exercises.tags import TAGS, read_tags

__all__ = [
    "CERTAINTIES",
    "Course",
    "Exercise",
    "FAILED",
    "Facts",
    "Feedback",
    "Lesson",
    "NEARLY",
    "NOT_YET",
    "OF_WORDS",
    "PLACEHOLDER",
    "RIGHT",
    "TAGS",
    "TRUTHS",
    "UNCLEAR",
    "assess",
    "check_evidence",
    "find_course",
    "judge",
    "not_answered",
    "read_course",
    "read_tags",
    "storable",
    "truth_key",
]
