"""Grading: from a folder of saved notebooks to scores, without running any."""

from lessonkit.grading.parallel import progress
from lessonkit.grading.run import Grades, grade

__all__ = ["Grades", "grade", "progress"]
