"""Builds the web edition: ``make site`` writes all lessons and the reader to ``site/``.

Sphinx does the work, with MyST-NB for the notebooks and Furo for the look. This gathers its
pages: the student editions as the tests compare them, results folded where a prediction comes
first, and the reader with all its layers.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat
from sphinx.cmd.build import main as sphinx

import lessonkit
from lessonkit.publish.editions import folded
from lessonkit.widgets._reader import still

HERE = Path(__file__).parent
LAYERS = ["dates", "hedges", "notes", "pages", "losses"]


def gather(source: Path) -> None:
    """Write the pages that Sphinx sets."""
    for name in ("conf.py", "lessonkit.css"):
        shutil.copy(HERE / name, source)
    lessons = sorted((HERE.parent / "notebooks" / "student").glob("*.ipynb"))
    for path in lessons:
        nbformat.write(folded(nbformat.read(path, as_version=4)), source / path.name)
    index = (HERE / "index.md").read_text(encoding="utf-8")
    index = index.replace("LESSONS", "\n".join(path.stem for path in lessons))
    index = index.replace("QUESTIONS", "\n".join(map(_entry, lessons)))
    (source / "index.md").write_text(index, encoding="utf-8")
    page = (HERE / "reader.md").read_text(encoding="utf-8")
    page = page.replace("READER", still(lessonkit.load(), LAYERS))
    (source / "reader.md").write_text(page, encoding="utf-8")


def _entry(lesson: Path) -> str:
    """Return the line of the contents for a lesson: its title and its question."""
    first = nbformat.read(lesson, as_version=4).cells[0].source
    question = re.search(r"\*\*([^*]+\?)\*\*", first)[1]
    return f"1. [{first.splitlines()[0][2:]}]({lesson.stem}) {' '.join(question.split())}"


def build(target: Path) -> int:
    """Build the site in a folder; return Sphinx's exit code, not 0 for any warning.

    Nothing of the folder is touched unless the whole site could be built.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder, "source"), Path(folder, "html")
        source.mkdir()
        gather(source)
        code = sphinx(
            ["-q", "-W", "-E", "-b", "html", "-d", f"{folder}/cache", *map(str, (source, made))]
        )
        if not code:
            shutil.copytree(made, target, dirs_exist_ok=True)
        return code


if __name__ == "__main__":
    target = Path(sys.argv[1])
    code = build(target)
    if not code:
        print(f"The web edition is in {target}: open {target}/index.html.")
    sys.exit(code)
