"""A lesson on paper: lines to write on, and the results at the end."""

from __future__ import annotations

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output

from lessonkit.exercises.session import ANSWER
from lessonkit.exercises.signing import NAMES
from lessonkit.paper.frame import framed

_INSTEAD = {  # what a cell calls, and what stands below it where no program runs
    "sign(": "<p>Name: ____________________________________</p>",
    "reader(": "<p>Read the printed despatch: it has the same sections, with numbered lines.</p>",
    "progress(": "",
}
_RULE = '<div class="rule"></div>'


def lesson_on_paper(notebook: NotebookNode) -> str:
    """Set a lesson for paper.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        An executed edition, or a notebook that a student saved; it is not changed.

    Returns
    -------
    str
        One page of HTML: lines to write on in place of an answer that is not given, tables of
        charts unfolded, and the results on pages of their own at the end: first one predicts.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> cell = new_code_cell('a = ...\\ncheck("1.1", a)')
    >>> lesson_on_paper(new_notebook(cells=[cell])).count('<div class="rule">')
    3
    """
    from nbconvert import HTMLExporter

    copy = nbformat.from_dict(notebook)
    results: list[NotebookNode] = []
    for cell in copy.cells:
        if cell.cell_type == "code":
            cell.outputs = _outputs(cell, results)
    if results:
        copy.cells += [new_markdown_cell('<div class="results"></div>\n\n## Results'), *results]
    exporter = HTMLExporter(template_name="basic", exclude_anchor_links=True)
    exporter.exclude_input_prompt = exporter.exclude_output_prompt = True
    body, _ = exporter.from_notebook_node(copy)
    return framed(_title(notebook), body.replace("<details>", "<details open>"))


def _outputs(cell: NotebookNode, results: list[NotebookNode]) -> list[NotebookNode]:
    """Return what stands below a cell on paper; its results go to the end."""
    kept = [output for output in cell.outputs if not _html(output).startswith("<script>")]
    if any(_is_answered(output) for output in kept):
        return kept
    kept = [output for output in kept if "lessonkit-box" not in _html(output)]
    if "check(" in cell.source:
        return [*kept, _shown(_RULE * (12 if '"""' in cell.source else 3))]
    for call, instead in _INSTEAD.items():
        if call in cell.source:
            return [_shown(instead)] if instead else []
    if not kept:
        return kept
    number = len(results) // 2 + 1
    moved = nbformat.from_dict(cell)
    moved.outputs, moved.id = kept, f"result-{number}"
    results += [new_markdown_cell(f"### Result {number}", id=f"result-{number}-head"), moved]
    return [_shown(f"<p>Write down what you expect. Then turn to <b>Result {number}</b>.</p>")]


def _is_answered(output: NotebookNode) -> bool:
    names = output.get("data", {}).get(NAMES, {}).get("names")
    return ANSWER in output.get("data", {}) or bool(names)


def _html(output: NotebookNode) -> str:
    return "".join(output.get("data", {}).get("text/html", ""))


def _shown(markup: str) -> NotebookNode:
    return new_output("display_data", data={"text/html": markup})


def _title(notebook: NotebookNode) -> str:
    lines = (line for cell in notebook.cells for line in cell.source.splitlines())
    heading = next((line[2:] for line in lines if line.startswith("# ")), "A lesson")
    number = notebook.metadata.get("lessonkit", {}).get("lesson")
    return f"Lesson {number}: {heading}" if number else heading
