"""From the course to what people hold: notebooks, paper, web, a class folder, nbgrader."""

from lessonkit.publish.class_folder import build_class
from lessonkit.publish.editions import build, cleared
from lessonkit.publish.html import figure, page, printable, table, text
from lessonkit.publish.nbgrader import write_course
from lessonkit.publish.sheets import despatch_on_paper, lesson_on_paper, sheet_of
from lessonkit.publish.web import build_site

__all__ = [
    "build",
    "build_class",
    "build_site",
    "cleared",
    "despatch_on_paper",
    "figure",
    "lesson_on_paper",
    "page",
    "printable",
    "sheet_of",
    "table",
    "text",
    "write_course",
]
