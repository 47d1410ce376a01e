"""The editions of a lesson: from the instructors' master to what students are handed."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from lessonkit.classroom import NAME, pack
from lessonkit.despatch import facts_for, write
from lessonkit.errors import SourceError
from lessonkit.exercises import Course, check_evidence, find_course

ONLY_IN_MASTERS = {"solution", "instructor"}
_WIDGET = "application/vnd.jupyter.widget-view+json"


def student_edition(master: NotebookNode) -> NotebookNode:
    """Make the student edition of a master: without solutions, teaching notes, and outputs."""
    from nbconvert.preprocessors import TagRemovePreprocessor

    remover = TagRemovePreprocessor(remove_cell_tags=ONLY_IN_MASTERS)
    student, _ = remover.preprocess(cleared(master), {})
    return student


def cleared(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook as it is handed out: no outputs, no execution counts.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Any notebook; it is not changed.

    Returns
    -------
    nbformat.NotebookNode

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> cleared(new_notebook(cells=[new_code_cell("1", execution_count=7)])).cells[0].execution_count
    """
    copy = nbformat.from_dict(notebook)
    copy.metadata.pop("widgets", None)
    for cell in copy.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return copy


def folded(notebook: NotebookNode) -> NotebookNode:
    """Tag what a student is to predict, so that its result is folded away."""
    copy = nbformat.from_dict(notebook)
    for cell in copy.cells:
        if is_predicted(cell):
            cell.metadata.tags.append("hide-output")
    return copy


def is_predicted(cell: NotebookNode) -> bool:
    """Tell whether students are asked to predict what a cell shows: worked cells and charts.

    >>> from nbformat.v4 import new_code_cell
    >>> is_predicted(new_code_cell("check(1)", metadata={"tags": ["chart"]}))
    False
    """
    tags = cell.metadata.get("tags", [])
    predicted = "worked" in tags or "chart" in tags
    return cell.cell_type == "code" and predicted and "check(" not in cell.source


def executed(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Run a notebook from top to bottom in a fresh kernel, in a folder; strip widget views."""
    from nbclient import NotebookClient

    copy = cleared(notebook)
    NotebookClient(
        copy, kernel_name="python3", timeout=120, record_timing=False, store_widget_state=False,
        resources={"metadata": {"path": str(folder)}},
    ).execute()  # fmt: skip
    copy.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "lessonkit": copy.metadata.lessonkit,
    }
    for cell in copy.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(_WIDGET, None)
    return nbformat.from_dict(copy)


def build(course: Course | None = None) -> list[Path]:
    """Execute the masters of a course and write both editions of each lesson, key, and facts.

    Outputs change in no other way.

    Parameters
    ----------
    course : Course, optional
        Without it, the bundled one, in a checkout.

    Returns
    -------
    list of pathlib.Path
        The files written; the last two are the key to the solutions and ``facts.json``.

    Raises
    ------
    SourceError
        If there are no masters; then nothing was written.
    CourseError
        If the evidence of an exercise is not in the document; then nothing was written.

    Examples
    --------
    >>> from dataclasses import replace
    >>> build(replace(find_course(), folder=Path("nowhere")))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    lessonkit.errors.SourceError: nowhere/notebooks/instructor: expected the lessons' masters
    """
    course = course or find_course()
    masters = course.notebooks("instructor")
    if not masters:
        raise SourceError(
            f"{course.part('notebooks/instructor')}: expected the lessons' masters, found none. An "
            "installed lessonkit does not have them: use a checkout, or name a course with --course."
        )
    known, facts = facts_for(course), course.folder / "facts.json"
    check_evidence(course, known)
    write(facts, known.as_json(), replace=True)
    written: list[Path] = []
    solutions: dict[str, str] = {}
    for number, path in masters.items():
        master = nbformat.read(path, as_version=4)
        about = {"course_id": course.id, "version": course.lessons[number].version}
        master.metadata.setdefault("lessonkit", {}).update(about)
        solutions |= solutions_of(master)
        student = path.parent.parent / "student" / path.name
        student.parent.mkdir(exist_ok=True)
        for edition, target in ((master, path), (student_edition(master), student)):
            write(target, nbformat.writes(executed(edition, target.parent)) + "\n", replace=True)
            written.append(target)
    key = path.parent / NAME
    write(key, pack(solutions), replace=True)
    return [*written, key, facts]


def solutions_of(master: NotebookNode) -> dict[str, str]:
    """Return each exercise's solution cells, for the key; a line to fill in names its exercise."""
    solutions: dict[str, list[str]] = {}
    for cell in master.cells:
        if "solution" in cell.metadata.get("tags", []):
            asked = re.search(r'check\("(\d+\.\d+)"', cell.source)
            exercise = asked[1] if asked else cell.metadata.exercise
            solutions.setdefault(exercise, []).append(cell.source)
    return {exercise: "\n\n".join(sources) for exercise, sources in solutions.items()}
