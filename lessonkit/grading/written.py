"""Reads the answer that stands in a cell's source, without running it."""

from __future__ import annotations

import ast
import warnings

UNKNOWN = object()  # what only running the cell could tell
_LONGEST = 20_000  # characters of a cell that are parsed; an answer has 10,000 at most


def written_answers(source: str) -> dict[str, object]:
    """Return the answers that a cell's source gives to ``check`` in so many words.

    Parameters
    ----------
    source : str
        A cell's code. It is parsed, never run.

    Returns
    -------
    dict
        Exercise to the answer, or to `UNKNOWN` where it is computed; nothing where the source is
        no Python (a magic, an error, a cell of more than 20,000 characters).

    Examples
    --------
    >>> written_answers('kind = "B"\\ncheck("1.2", kind)')
    {'1.2': 'B'}
    >>> written_answers('check("1.3", [len(rows), 6])')["1.3"] is UNKNOWN
    True
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
            }
    raise TypeError(type(node).__name__)
