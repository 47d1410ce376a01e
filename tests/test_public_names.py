"""Notebooks, README, and guide use public names alone: those in an `__all__`."""

import ast
import doctest
import re
from pathlib import Path

import nbformat
import pytest

import lessonkit

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "notebooks").rglob("*.md"))]
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
DOORS = {"lessonkit": lessonkit, "charts": lessonkit.charts, "widgets": lessonkit.widgets}
PLAIN_MODULES = {"lessonkit.charts": "charts", "lessonkit.widgets": "widgets"}


def code_of_notebook(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            yield cell.source
            yield re.sub(r"^#(?! )", "", cell.source, flags=re.MULTILINE)  # lines to switch on


def code_of_page(path):
    text = path.read_text(encoding="utf-8")
    yield from re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    yield "".join(example.source for example in doctest.DocTestParser().get_examples(text))
    yield from re.findall(r"`((?:lessonkit|charts|widgets)\.[\w.]+)", text)


def private_names(code):
    """Yield what a piece of code uses of lessonkit that is in no `__all__`."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("lessonkit."))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lessonkit"):
            door = DOORS.get(PLAIN_MODULES.get(node.module, node.module))
            names = [alias.name for alias in node.names]
            yield from (
                f"{node.module}.{n}" for n in names if n not in getattr(door, "__all__", ())
            )
        elif isinstance(node, ast.Attribute):
            door = ast.unparse(node.value).removeprefix("lessonkit.")
            if door in DOORS and node.attr not in DOORS[door].__all__:
                yield ast.unparse(node)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem[:2]}")
def test_a_notebook_uses_public_names_alone(path):
    assert [name for code in code_of_notebook(path) for name in private_names(code)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name or path.stem)
def test_a_page_uses_public_names_alone(path):
    assert [name for code in code_of_page(path) for name in private_names(code)] == []


@pytest.mark.parametrize(
    "code",
    [
        "from lessonkit.despatch.files import write",
        "from lessonkit.classroom import check",
        "import lessonkit.tei",
        "lessonkit.grading.grade('x')",
        "from lessonkit import nothing",
        "charts._chart",
    ],
)
def test_what_is_private_is_found(code):
    assert len([*private_names(code)]) == 1


def test_letters_can_be_written_without_quotation_marks():
    from lessonkit import A, B, C, D

    assert (A, B, C, D) == ("A", "B", "C", "D")
