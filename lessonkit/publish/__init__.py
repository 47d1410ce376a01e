"""From the course to what people hold: notebooks, paper, a class folder, an nbgrader course."""

from lessonkit.publish.class_folder import MASTERS, build_class
from lessonkit.publish.editions import cleared
from lessonkit.publish.html import figure, page, printable, table, text
from lessonkit.publish.nbgrader import write_course
from lessonkit.publish.sheets import despatch_on_paper, lesson_on_paper

__all__ = [
    "MASTERS",
    "build_class",
    "cleared",
    "despatch_on_paper",
    "figure",
    "lesson_on_paper",
    "page",
    "printable",
    "table",
    "text",
    "write_course",
]
