"""Grading: from a folder of saved notebooks to scores, without running any."""

from lessonkit.grading.parallel import dask_executor, progress
from lessonkit.grading.run import Grades, grade

__all__ = ["Grades", "dask_executor", "grade", "progress"]
