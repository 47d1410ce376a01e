"""An nbgrader course made from the masters: for those whose school collects with it.

Each exercise's answer cell keeps its blank and gets the master's solution between nbgrader's
marks; a hidden cell of tests follows it and asks `judge`, which judges as `check` does. Prose
has no tests: it waits for a reader.
"""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from lessonkit.despatch import write
from lessonkit.errors import SourceError
from lessonkit.exercises import Course, Exercise, find_course
from lessonkit.publish.editions import ONLY_IN_MASTERS, student_edition

CONFIG = '''"""The course, for nbgrader: run its commands in this folder, with lessonkit installed.

    nbgrader generate_assignment LESSON     hand out what it lays into release/
    nbgrader autograde LESSON               of submitted/STUDENT/LESSON/LESSON.ipynb
    nbgrader formgrade, or the gradebook    prose waits for your points
    nbgrader generate_feedback LESSON       hand back what it lays into feedback/

LESSON is a folder of source/. What counts is the name that stands in the answer cell, as in
check("1.1", signed_by). Autograding runs students' code: let it do so where it can do no harm.
"""

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "lessonkit"
c.ClearSolutions.code_stub = {"python": ""}  # the blank above the solution stays
c.ExecutePreprocessor.timeout = 120
'''
_TESTS = """### BEGIN HIDDEN TESTS
from lessonkit.exercises import judge

feedback = judge("{id}", {answer})
assert feedback.outcome == "right", feedback.message
### END HIDDEN TESTS"""


def write_course(folder: Path, course: Course | None = None) -> tuple[list[Path], list[Path]]:
    """Write a course for nbgrader, never over a file that is there.

    Parameters
    ----------
    folder : pathlib.Path
        The nbgrader course's folder; made if it does not exist.
    course : Course, optional
        Without it, the bundled one.

    Returns
    -------
    written, kept : list of pathlib.Path
        The settings and ``source/LESSON/LESSON.ipynb`` for each lesson: those that were
        written, and those that were there already.

    Raises
    ------
    lessonkit.errors.SourceError
        If there are no masters, as in an installed package.
    OSError
        If the folder cannot be written to.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> written, kept = write_course(Path(mkdtemp()) / "course")
    >>> len(written), written[1].name, kept
    (9, '01-what-is-this-thing.ipynb', [])
    """
    course = course or find_course()
    texts: dict[Path, str | bytes] = {Path("nbgrader_config.py"): CONFIG}
    for path in _masters(course):
        lesson = assignment(nbformat.read(path, as_version=4), course.exercises)
        texts[Path("source", path.stem, path.name)] = nbformat.writes(lesson) + "\n"
        texts |= {Path("source", path.stem, name): data for name, data in course.files().items()}
    written: list[Path] = []
    kept: list[Path] = []
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (written if write(folder / name, text, replace=False) else kept).append(folder / name)
    return written, kept


def _masters(course: Course) -> list[Path]:
    masters = [*course.notebooks("instructor").values()]
    if not masters:
        raise SourceError(
            "The masters, with the solutions, are not part of the installed package: run this "
            "command in a copy of lessonkit's repository."
        )
    return masters


def assignment(master: NotebookNode, exercises: dict[str, Exercise]) -> NotebookNode:
    """Make an nbgrader assignment, the instructor's version, from a master."""
    lesson = student_edition(master)
    solutions = _solutions(master)
    lesson.cells = [made for cell in lesson.cells for made in _graded(cell, solutions, exercises)]
    return lesson


def _solutions(master: NotebookNode) -> dict[str, str]:
    """Return the cell that solves each exercise; those that fill in a line elsewhere are none."""
    hidden = [c for c in master.cells if ONLY_IN_MASTERS & set(c.metadata.get("tags", []))]
    checks = [(_check_in(c.source), c.source) for c in hidden if c.cell_type == "code"]
    return {ast.literal_eval(check.args[0]): source for check, source in checks if check}


def _graded(
    cell: NotebookNode, solutions: dict[str, str], exercises: dict[str, Exercise]
) -> list[NotebookNode]:
    """Return a cell as it is, or an answer cell as nbgrader wants it, with its tests."""
    if cell.cell_type != "code" or not (check := _check_in(cell.source)):
        return [cell]
    id_, answer = ast.literal_eval(check.args[0]), check.args[1]
    points, number = exercises[id_].points, id_.replace(".", "-")
    cell.source = _solved(cell.source, check, solutions[id_])
    if exercises[id_].kind == "prose":
        cell.metadata.nbgrader = _mark(f"answer-{number}", grade=True, solution=True, points=points)
        return [cell]
    cell.metadata.nbgrader = _mark(f"answer-{number}", grade=False, solution=True)
    tests = new_code_cell(
        _TESTS.format(id=id_, answer=ast.unparse(answer)), id=f"{cell.id[:58]}-tests"
    )
    tests.metadata.nbgrader = _mark(f"tests-{number}", grade=True, solution=False, points=points)
    return [cell, tests]


def _mark(id_: str, *, grade: bool, solution: bool, **points: int) -> dict:
    """Return what nbgrader reads of a cell; tests are locked, answers are not."""
    return {
        "grade_id": id_, "grade": grade, "solution": solution, "locked": not solution,
        "task": False, "schema_version": 3, **points,
    }  # fmt: skip


def _check_in(code: str) -> ast.Call | None:
    """Return the call of `check` in a cell, if there is one."""
    for node in ast.parse(code).body:
        call = node.value if isinstance(node, ast.Expr) else None
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "check":
            return call
    return None


def _solved(code: str, check: ast.Call, solution: str) -> str:
    """Put the solution, between nbgrader's marks, before the check of an answer cell."""
    lines = code.splitlines()
    body = "\n".join(_steps(solution, check.args[1]))
    marked = ["### BEGIN SOLUTION", body, "### END SOLUTION"]
    return "\n".join([*lines[: check.lineno - 1], *marked, *lines[check.lineno - 1 :]])


def _steps(solution: str, wanted: ast.expr) -> list[str]:
    """Return the lines that give what is checked the value that the solution checks."""
    given = _check_in(solution)
    assert given is not None  # a solution is a cell that has a check, see `_solutions`
    before = solution.splitlines()[: given.lineno - 1]
    value = given.args[1]
    pairs = [(wanted, value)]
    if isinstance(wanted, ast.List) and isinstance(
        value, ast.List
    ):  # [rows, headings]: a line each
        pairs = list(zip(wanted.elts, value.elts, strict=True))
    return before + [
        f"{ast.unparse(name)} = {ast.get_source_segment(solution, value)}"
        for name, value in pairs
        if ast.unparse(name) != ast.unparse(value)
    ]
