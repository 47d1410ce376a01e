"""What students answer, one file a lesson: right ones, and wrong ones with the misconception."""

from tests.support.answers import (
    lesson1,
    lesson2,
    lesson3,
    lesson4,
    lesson5,
    lesson6,
    lesson7,
    lesson8,
)
from tests.support.answers.despatch import DESPATCH

LESSONS = [lesson1, lesson2, lesson3, lesson4, lesson5, lesson6, lesson7, lesson8]
RIGHT = [entry for lesson in LESSONS for entry in lesson.RIGHT]
WRONG = [entry for lesson in LESSONS for entry in lesson.WRONG]
UNCLEAR = [entry for lesson in LESSONS for entry in lesson.UNCLEAR]
GIVEN_AWAY = {key: words for lesson in LESSONS for key, words in lesson.GIVEN_AWAY.items()}
MISCONCEPTIONS = {key: count for lesson in LESSONS for key, count in lesson.MISCONCEPTIONS.items()}

__all__ = ["DESPATCH", "GIVEN_AWAY", "MISCONCEPTIONS", "RIGHT", "UNCLEAR", "WRONG"]
