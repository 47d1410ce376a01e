"""The editions of a lesson: from the instructors' master to what students are handed.

``python -m lessonkit.publish.editions notebooks`` executes the masters in ``notebooks/instructor``,
makes the student editions in ``notebooks/student`` and writes both back, with the key to the
solutions: outputs change in no other way.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from lessonkit.classroom import NAME, pack
from lessonkit.despatch import write

ONLY_IN_MASTERS = {"solution", "instructor"}
_WIDGET = "application/vnd.jupyter.widget-view+json"


def student_edition(master: NotebookNode) -> NotebookNode:
    """Make the student edition of a master: its cells but the solutions and teaching notes.

    Parameters
    ----------
    master : nbformat.NotebookNode
        The master; it is not changed.

    Returns
    -------
    nbformat.NotebookNode
        Without outputs.

    Examples
    --------
    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> tagged = new_markdown_cell("B", metadata={"tags": ["solution"]})
    >>> len(student_edition(new_notebook(cells=[new_markdown_cell("A"), tagged])).cells)
    1
    """
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
    """Return a notebook whose results are folded away where a prediction comes first.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        An executed edition; it is not changed.

    Returns
    -------
    nbformat.NotebookNode
        The cells concerned are tagged ``hide-output``.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> cell = new_code_cell("1", metadata={"tags": ["worked"]})
    >>> folded(new_notebook(cells=[cell])).cells[0].metadata.tags
    ['worked', 'hide-output']
    """
    copy = nbformat.from_dict(notebook)
    for cell in copy.cells:
        if is_predicted(cell):
            cell.metadata.tags.append("hide-output")
    return copy


def is_predicted(cell: NotebookNode) -> bool:
    """Tell whether students are asked to predict what a cell shows: worked cells and charts.

    Parameters
    ----------
    cell : nbformat.NotebookNode
        A cell of a lesson.

    Returns
    -------
    bool

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell
    >>> is_predicted(new_code_cell("check(1)", metadata={"tags": ["chart"]}))
    False
    """
    tags = cell.metadata.get("tags", [])
    predicted = "worked" in tags or "chart" in tags
    return cell.cell_type == "code" and predicted and "check(" not in cell.source


def executed(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Run a notebook from top to bottom in a fresh kernel, widget views stripped.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Any notebook; it is not changed.
    folder : pathlib.Path
        The folder to run it in.

    Returns
    -------
    nbformat.NotebookNode
        With outputs and with execution counts 1 to n.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        If a cell fails.
    """
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


def build(folder: Path) -> list[Path]:
    """Execute the masters under a folder and write both editions of each lesson.

    Parameters
    ----------
    folder : pathlib.Path
        Holds ``instructor`` and ``student``.

    Returns
    -------
    list of pathlib.Path
        The files written; the last is the key to the solutions.
    """
    written, solutions = [], {}
    for path in sorted((folder / "instructor").glob("*.ipynb")):
        master = nbformat.read(path, as_version=4)
        solutions |= solutions_of(master)
        student = folder / "student" / path.name
        for edition, target in ((master, path), (student_edition(master), student)):
            write(target, nbformat.writes(executed(edition, target.parent)) + "\n", replace=True)
            written.append(target)
    key = folder / "instructor" / NAME
    write(key, pack(solutions), replace=True)
    return [*written, key]


def solutions_of(master: NotebookNode) -> dict[str, str]:
    """Return the solutions of a master, for the key.

    Parameters
    ----------
    master : nbformat.NotebookNode
        The master.

    Returns
    -------
    dict
        Exercise to the source of its solution cells. One without a check, such as a line to fill
        in, says in its metadata to which ``exercise`` it belongs.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> line = new_code_cell("a = 1", metadata={"tags": ["solution"], "exercise": "1.1"})
    >>> check = new_code_cell('check("1.1", a)', metadata={"tags": ["solution"]})
    >>> solutions_of(new_notebook(cells=[line, check]))["1.1"].splitlines()
    ['a = 1', '', 'check("1.1", a)']
    """
    solutions: dict[str, list[str]] = {}
    for cell in master.cells:
        if "solution" in cell.metadata.get("tags", []):
            asked = re.search(r'check\("(\d\.\d)"', cell.source)
            exercise = asked[1] if asked else cell.metadata.exercise
            solutions.setdefault(exercise, []).append(cell.source)
    return {exercise: "\n\n".join(sources) for exercise, sources in solutions.items()}


if __name__ == "__main__":
    for written in build(Path(sys.argv[1])):
        print(written)
