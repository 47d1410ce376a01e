"""A document on paper: numbered lines that are the same for everyone who holds it."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output

from lessonkit.classroom import ANSWER, NAMES
from lessonkit.despatch import Despatch, document_of, load, read_text
from lessonkit.errors import SourceError
from lessonkit.exercises import Course, find_course
from lessonkit.layout import Span
from lessonkit.publish.html import framed

LINE = 52  # characters: fits a page of A4 or Letter at 18 points
_FIRST = 0xE000  # the first of Unicode's private characters; one stands for each mark in the lines


def sheet_of(what: str | None = None, course: Course | None = None) -> tuple[Path, str]:
    """Set a lesson or a document for paper.

    Parameters
    ----------
    what : str, optional
        A lesson's number, a notebook, or a document as plain text; without it, the document of
        the course.
    course : Course, optional
        Without it, the bundled one.

    Returns
    -------
    name : pathlib.Path
        The usual name of the page's file.
    sheet : str
        One page of HTML.

    Raises
    ------
    SourceError
        If there is no such file, or it is no notebook.
    DocumentError
        If it is no document of the series.

    Examples
    --------
    >>> name, sheet = sheet_of("2")
    >>> print(name)
    02-when-was-it-written.html
    """
    course = course or find_course()
    if what is None:
        name = "despatch" if course.is_bundled else Path(course.document).stem
        return Path(f"{name}.html"), despatch_on_paper(document_of(course))
    path = course.notebooks().get(what, Path(what))
    if path.suffix == ".ipynb":
        return Path(path.with_suffix(".html").name), lesson_on_paper(_notebook(path))
    return path.with_suffix(".html"), despatch_on_paper(load(what))


def _notebook(path: Path) -> NotebookNode:
    text = read_text(path)
    try:
        return nbformat.reads(text, as_version=4)
    except Exception as error:  # nbformat fails in many ways at what is no notebook
        raise SourceError(
            f"{path.name}: expected a notebook, found something else ({type(error).__name__}). "
            "Open it in JupyterLab and save it again, or name another file."
        ) from None


def despatch_on_paper(despatch: Despatch) -> str:
    """Set a document for paper: large, ragged right, every fifth line numbered, no italics.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    str
        One page of HTML. The lines are broken here and not by the printer, so that "line 40" is
        the same on every sheet; sections are numbered, page breaks and note markers stand where
        they stand.

    Examples
    --------
    >>> import lessonkit
    >>> sheet = despatch_on_paper(lessonkit.load())
    >>> sheet.count('data-n="40"'), "<em" in sheet
    (1, False)
    """
    counted = iter(range(1, 10**9))
    sections = despatch.sections
    heads = dict(zip(sections["start"].tolist(), sections["section"].tolist(), strict=True))
    parts = [
        _block(despatch.text, spans, heads.get(spans[0].start), counted)
        for spans in _blocks(despatch)
    ]
    return framed(despatch.title, "\n".join(parts))


def _blocks(despatch: Despatch) -> Iterator[list[Span]]:
    spans: dict[int, list[Span]] = {}
    for span in despatch.layout.spans:
        if span.block is not None:
            spans.setdefault(span.block, []).append(span)
    yield from spans.values()


def _block(text: str, spans: list[Span], section: int | None, counted: Iterator[int]) -> str:
    kind = spans[0].kind
    tag = {"title": "h1", "heading": "h2"}.get(kind, "p")
    words, marks = _flat(text, spans)
    width = LINE if tag == "p" else LINE - 10  # headings are larger
    lines = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
    set_ = "".join(_line(line, marks, next(counted)) for line in lines)
    sign = f'<span class="section">§ {section}</span>' if section else ""
    return f'<{tag} class="{kind}">{sign}{set_}</{tag}>'


def _line(line: str, marks: list[str], number: int) -> str:
    """Set one line; the breaks between lines stay spaces for whoever copies or hears them."""
    set_ = html.escape(line)
    for index, mark in enumerate(marks):
        set_ = set_.replace(chr(_FIRST + index), mark)
    shown = f' data-n="{number}"' if number % 5 == 0 else ""
    return f'<span class="line"{shown}>{set_} </span>'


def _flat(text: str, spans: list[Span]) -> tuple[str, list[str]]:
    """Return a block's words with one private character for each mark, and the marks' HTML."""
    marks: list[str] = []
    words, end = "", spans[0].start
    for span in spans:
        words += text[end : span.start]
        piece = text[span.start : span.end]
        if span.kind in ("page", "marker"):
            words += chr(_FIRST + len(marks))
            marks.append(_mark(span.kind, piece))
        else:
            words += piece.translate(_NO_PRIVATE)
        end = span.end
    return words, marks


_NO_PRIVATE = dict.fromkeys(range(_FIRST, 0xF900), "\ufffd")  # what no font has on paper, either


def _mark(kind: str, piece: str) -> str:
    if kind == "marker":
        return f"<sup>{html.escape(piece)}</sup>"
    number = html.escape(piece.strip("[]").replace("Page", "page"))
    return f'<span class="break">[{number}]</span>'


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
        copy.cells += [
            new_markdown_cell('<div class="results"></div>\n\n## Results', id="results"),
            *results,
        ]
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
