"""Grading: from a folder of saved notebooks to scores, without running any of them."""

from lessonkit.grading.grade import Grades, grade

__all__ = ["Grades", "grade"]
