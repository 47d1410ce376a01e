"""On paper: the despatch with numbered lines, and a lesson, each as one page of HTML."""

from lessonkit.paper.despatch import despatch_on_paper
from lessonkit.paper.lesson import lesson_on_paper

__all__ = ["despatch_on_paper", "lesson_on_paper"]
