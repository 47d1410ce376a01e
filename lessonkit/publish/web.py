"""The web edition: all lessons and the reader as web pages that need no server.

Sphinx does the work, with MyST-NB for the notebooks and Furo for the look. This gathers its
pages: the student editions as the tests compare them, results folded where a prediction comes
first, and the reader with all its layers.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

import nbformat

from lessonkit.despatch import document_of
from lessonkit.errors import LessonkitError
from lessonkit.exercises import Course, Lesson, find_course
from lessonkit.publish.editions import folded

_PAGES = Path(__file__).with_name("site_source")
_LAYERS = ["dates", "hedges", "notes", "pages", "losses"]


def build_site(folder: str | Path, course: Course | None = None) -> int:
    """Build the web edition in a folder; nothing of it is touched unless the whole can be built.

    Parameters
    ----------
    folder : str or pathlib.Path
        Made if it is not there.
    course : Course, optional
        Without it, the bundled one.

    Returns
    -------
    int
        Sphinx's exit status: 0 if it had nothing to warn of.

    Raises
    ------
    LessonkitError
        If the extra ``site`` is not installed.
    OSError
        If the folder cannot be written to.

    Examples
    --------
    >>> from dataclasses import replace
    >>> nowhere = replace(find_course(), folder=Path("nowhere"))
    >>> build_site("site", nowhere)  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    lessonkit.errors.SourceError: nowhere/seeds/frus1938v03-d283.txt: there is no such file
    """
    if not all(map(find_spec, ("sphinx", "myst_nb", "furo"))):
        raise LessonkitError(
            "The web edition needs the extra site, which is not installed: pip install "
            "'lessonkit[site]'"
        )
    from sphinx.cmd.build import main as sphinx

    with tempfile.TemporaryDirectory() as temporary:
        source, made = Path(temporary, "source"), Path(temporary, "html")
        source.mkdir()
        _gather(source, course or find_course())
        places = [f"{temporary}/cache", str(source), str(made)]
        status = sphinx(["-q", "-W", "-E", "-b", "html", "-d", *places])
        if not status:
            shutil.copytree(made, folder, dirs_exist_ok=True)
        return status


def _gather(source: Path, course: Course) -> None:
    """Write the pages that Sphinx sets."""
    from lessonkit.widgets import still

    for name in ("conf.py", "lessonkit.css"):
        shutil.copy(_PAGES / name, source)
    lessons = course.notebooks()
    for path in lessons.values():
        nbformat.write(folded(nbformat.read(path, as_version=4)), source / path.name)
    despatch = document_of(course)
    about = course.folder / "about.md"
    words = {
        "TITLE": course.title,
        "ABOUT": about.read_text(encoding="utf-8").strip() if about.is_file() else "",
        "DOCUMENT": f"Despatch No. {despatch.number}" if course.is_bundled else despatch.title,
        "LESSONS": "\n".join(path.stem for path in lessons.values()),
        "QUESTIONS": "\n".join(_entry(course.lessons[n], path) for n, path in lessons.items()),
        "READER": still(despatch, _LAYERS),
    }
    for name in ("index.md", "reader.md"):
        page = (_PAGES / name).read_text(encoding="utf-8")
        page = re.sub(
            "TITLE|ABOUT|DOCUMENT|LESSONS|QUESTIONS|READER", lambda found: words[found[0]], page
        )
        (source / name).write_text(page, encoding="utf-8")


def _entry(lesson: Lesson, path: Path) -> str:
    """Return the line of the contents for a lesson: its title and its question."""
    return f"1. [{lesson.title}]({path.stem}) {lesson.question}"
