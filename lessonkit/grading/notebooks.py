"""Reads a saved notebook as data: the names, the answers that it keeps. Nothing in it is run."""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Iterator
from typing import NamedTuple

from lessonkit.classroom import ANSWER, NAMES
from lessonkit.grading.model import clean

LARGEST = 20_000_000  # bytes of a notebook that are read


class UnreadableError(Exception):
    """The file is no notebook that can be read; its message says why, in a sentence."""


class Answer(NamedTuple):
    """An answer as a notebook keeps it; none of it is to be believed."""

    exercise: str
    value: object
    version: object  # of the lesson that it was given in
    cell: int  # the cell that keeps it, from 0
    course: str | None  # None in a record of 0.1
    format: object


class Saved(NamedTuple):
    """What a saved notebook keeps."""

    names: tuple[str, ...]  # of the names cell, or of the last answer that has some
    answers: list[Answer]  # in the order of the cells
    courses: list[str]  # that the notebook itself says it belongs to, whatever its answers say
    sources: list[str]  # of each cell; empty for cells that hold no code


def read_saved(data: bytes) -> Saved:
    """Read what a saved notebook keeps, and nothing else."""
    notebook, cells = _cells(data)
    about = notebook.get("metadata")
    ours = about.get("lessonkit") if isinstance(about, dict) else None
    courses = [_text(ours, "course_id")]
    signed: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    answers = []
    for place, cell in enumerate(cells):
        for bundle in _bundles(cell):
            signed = _names(bundle.get(NAMES)) or signed
            courses.append(_text(bundle.get(NAMES), "course"))
            record = bundle.get(ANSWER)
            if isinstance(record, dict):
                answers.append(_answer(record, place))
                named = _names(record) or named
    told = [course for course in dict.fromkeys(courses) if course]
    return Saved(signed or named, answers, told, [_source(cell) for cell in cells])


def _answer(record: dict, place: int) -> Answer:
    return Answer(
        str(record.get("exercise"))[:20], record.get("answer"), record.get("lesson_version"),
        place, _text(record, "course"), record.get("format", 1),
    )  # fmt: skip


def _text(record: object, key: str) -> str | None:
    value = record.get(key) if isinstance(record, dict) else None
    return None if value is None else clean(str(value)[:400], 80) or "?"


def _cells(data: bytes) -> tuple[dict, list[dict]]:
    if not data.strip():
        raise UnreadableError("it is empty")
    try:
        notebook = json.loads(data)
    except RecursionError:
        raise UnreadableError("it is nested more deeply than any notebook") from None
    except ValueError as error:
        reason = f"at line {error.lineno} it is not" if hasattr(error, "lineno") else "it is not"
        raise UnreadableError(
            f"{reason} what a notebook is made of; it may be cut short or another kind of file"
        ) from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise UnreadableError("it has no cells, so it is no notebook of today's format")
    return notebook, [cell for cell in cells if isinstance(cell, dict)]


def _bundles(cell: dict) -> Iterator[dict]:
    """Yield what a cell's outputs hold, MIME type to data."""
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else ():
        data = output.get("data") if isinstance(output, dict) else None
        if isinstance(data, dict):
            yield data


def _names(record: object) -> tuple[str, ...]:
    names = record.get("names") if isinstance(record, dict) else None
    cleaned = [clean(name, 80) for name in (names if isinstance(names, list) else [])[:6]
               if isinstance(name, str)]  # fmt: skip
    return tuple(dict.fromkeys(name for name in cleaned if name))


def _source(cell: dict) -> str:
    source = cell.get("source") if cell.get("cell_type") == "code" else ""
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""


UNKNOWN = object()  # what only running the cell could tell
_LONGEST = 20_000  # characters of a cell that are parsed; an answer has 10,000 at most


def written_answers(source: str) -> dict[str, object]:
    """Return the answers that a cell's source gives to ``check`` as literals, by exercise.

    The source is parsed, never run. A computed answer is `UNKNOWN`; there is nothing where the
    source is not Python (a magic, an error) or longer than 20,000 characters.
    """
    if "check" not in source or len(source) > _LONGEST:
        return {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as of "\\d" in a student's text
            tree = ast.parse(source)
        return _follow(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}


def _follow(tree: ast.Module) -> dict[str, object]:
    """Follow the values of names from line to line up to each check."""
    values: dict[str, object] = {}
    answers: dict[str, object] = {}
    for line in tree.body:
        match line:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                values[name] = _value(value, values)
            case ast.Expr(
                value=ast.Call(
                    func=ast.Name(id="check") | ast.Attribute(attr="check"),
                    args=[ast.Constant(value=str() | float() as exercise), answer],
                )
            ):
                answers[str(exercise).strip()] = _value(answer, values)
            case _:  # anything else may change what it names
                touched = (node.id for node in ast.walk(line) if isinstance(node, ast.Name))
                values |= dict.fromkeys(touched, UNKNOWN)
    return answers


def _value(node: ast.expr, values: dict[str, object]) -> object:
    try:
        return _literal(node, values)
    except (KeyError, TypeError):  # a name from another cell; a list as a key
        return UNKNOWN


def _literal(node: ast.expr, values: dict[str, object]) -> object:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name) if values[name] is not UNKNOWN:
            return values[name]
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return -number
        case ast.List(elts=parts):
            return [_literal(part, values) for part in parts]
        case ast.Tuple(elts=parts):
            return tuple(_literal(part, values) for part in parts)
        case ast.Set(elts=parts):
            return {_literal(part, values) for part in parts}
        case ast.Dict(keys=keys, values=parts) if None not in keys:
            return {
                _literal(key, values): _literal(part, values)
                for key, part in zip(keys, parts, strict=True)
                if key is not None
            }
    raise TypeError(type(node).__name__)
