"""Grading: from a folder of saved notebooks to scores, without running any; and class builds."""

from lessonkit.grading.grade import Grades, grade
from lessonkit.grading.new_class import build_class

__all__ = ["Grades", "build_class", "grade"]
