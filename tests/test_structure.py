"""How the code is laid out: small modules, packages with a face, and nothing behind it used."""

import ast
import io
import tokenize

import pytest

from tests.support import ROOT

LESSONKIT = ROOT / "lessonkit"
MODULES = sorted(LESSONKIT.rglob("*.py"))
PACKAGES = sorted(path.parent.name for path in LESSONKIT.glob("*/__init__.py"))
LONGEST = 300  # lines of code
NO_CODE = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
    tokenize.ENDMARKER,
}  # fmt: skip
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def code_lines(source):
    """Count the lines that hold code: no docstring, no comment, no blank line."""
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            lines.difference_update(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return len(lines)


def face_of(package):
    """Return the ``__all__`` of a package, read and not run."""
    tree = ast.parse((LESSONKIT / package / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return ast.literal_eval(node.value)
    return None


def imports_of(source):
    """Yield (line, module, name) for each import, wherever it stands; name is None for a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, None) for alias in node.names)


def behind_a_face(source, own, faces):
    """Yield each import of what another package does not offer in its ``__all__``."""
    for line, module, name in imports_of(source):
        top, *inner = module.split(".")
        if top == "" or (top == "lessonkit" and inner and inner[0] != own):
            offered = faces.get(inner[0], [name])  # a module at the root has no face
            if top == "" or len(inner) > 1 or (name and name not in offered):
                yield f"line {line}: {module} {name or ''}"


def test_code_lines_are_counted():
    source = '"""One\n\ntwo."""\n\n# three\nx = """a\nb"""  # c\n\n\ndef f():\n    "Four."\n    return x\n'
    assert code_lines(source) == 4


@pytest.mark.parametrize("folder", ["lessonkit", "tests"])
def test_no_module_is_long(folder):
    lengths = {
        str(path.relative_to(ROOT)): code_lines(path.read_text(encoding="utf-8"))
        for path in (ROOT / folder).rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_few_modules_stand_at_the_root():
    names = sorted(path.name for path in LESSONKIT.glob("*.py"))
    assert len(names) <= 7, names


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_says_what_it_offers(package):
    face = face_of(package)
    assert face is not None
    assert face == sorted(set(face))


FACES = {package: face_of(package) or [] for package in PACKAGES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LESSONKIT)))
def test_other_packages_are_used_by_their_face(path):
    own = path.relative_to(LESSONKIT).parts[0]
    assert list(behind_a_face(path.read_text(encoding="utf-8"), own, FACES)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("from lessonkit.despatch.files import write", True),
        ("import lessonkit.despatch.files", True),
        ("def f():\n    from lessonkit.despatch import files", True),
        ("from lessonkit.despatch import _TRUTHS", True),
        ("from .files import write", True),
        ("from lessonkit.despatch import load", False),
        ("import lessonkit.despatch", False),
        ("from lessonkit import charts, load", False),
        ("from lessonkit.errors import DateError", False),
        ("from lessonkit.charts._chart import Chart", False),
        ("import lessonkit", False),
        ("import os.path", False),
        ("from lessonkits.despatch.files import write", False),
    ],
)
def test_what_stands_behind_a_face_is_found(line, found):
    faces = {"despatch": ["load"], "charts": ["Chart"]}
    assert bool(list(behind_a_face(line, "charts", faces))) is found
