"""Checks a table against a JSON Schema: the part of it that the schemas of a course use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "number": (int, float), "integer": int,
    "boolean": bool,
}  # fmt: skip
_SHOWN = 60  # characters of a value that a message repeats


class Fault(NamedTuple):
    """What is wrong: at which key, what was expected, what was found."""

    path: tuple[str | int, ...]
    expected: str
    found: str


@cache
def schema(name: str) -> dict:
    """Return a schema that ships with the bundled course: ``"course"`` or ``"lesson"``."""
    path = Path(__file__).parent.parent / "course" / f"{name}.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))


def faults(value: object, rule: dict, root: dict, path: tuple = ()) -> Iterator[Fault]:
    """Yield what is wrong with a value, by a schema's rule."""
    rule = _followed(rule, root)
    if not _is_of_type(value, rule):
        yield Fault(path, _expected(rule), _shown(value))
        return
    for check in (_check_scalar, _check_table, _check_list, _check_parts):
        yield from check(value, rule, root, path)


def _followed(rule: dict, root: dict) -> dict:
    while "$ref" in rule:
        rule = root["$defs"][rule["$ref"].rpartition("/")[2]]
    return rule


def _is_of_type(value: object, rule: dict) -> bool:
    kind = rule.get("type")
    if kind is None:
        return True
    is_truth_value = isinstance(value, bool)
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not is_truth_value)


def _expected(rule: dict) -> str:
    return rule.get("description", rule.get("type", "something else"))


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _check_scalar(value: object, rule: dict, root: dict, path: tuple) -> Iterator[Fault]:
    if isinstance(value, str):
        short = not value.strip() if rule.get("minLength") else False
        fits = not short and re.search(rule.get("pattern", ""), value)
    elif isinstance(value, int | float):
        fits = value >= rule.get("minimum", value)
    else:
        return
    in_list = value in rule.get("enum", [value]) and value == rule.get("const", value)
    if not (fits and in_list):
        yield Fault(path, _expected(rule), _shown(value))


def _check_table(value: object, rule: dict, root: dict, path: tuple) -> Iterator[Fault]:
    if not isinstance(value, dict):
        return
    known, others = rule.get("properties", {}), rule.get("additionalProperties", True)
    for key in rule.get("required", []):
        if key not in value:
            wanted = _expected(_followed(known[key], root)) if key in known else "a value"
            yield Fault((*path, key), wanted, "nothing")
    names = rule.get("propertyNames", {}).get("pattern", "")
    if len(value) < rule.get("minProperties", 0) or not all(re.search(names, k) for k in value):
        yield Fault(path, _expected(rule), _shown(value))
        return
    for key, part in value.items():
        if key in known:
            yield from faults(part, known[key], root, (*path, key))
        elif others is False:
            yield Fault((*path, key), f"one of the keys {', '.join(known)}", f"the key {key}")
        elif isinstance(others, dict):
            yield from faults(part, others, root, (*path, key))


def _check_list(value: object, rule: dict, root: dict, path: tuple) -> Iterator[Fault]:
    if not isinstance(value, list):
        return
    if not rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value)):
        yield Fault(path, _expected(rule), _shown(value))
        return
    for index, part in enumerate(value):
        yield from faults(part, rule.get("items", {}), root, (*path, index))


def _check_parts(value: object, rule: dict, root: dict, path: tuple) -> Iterator[Fault]:
    def holds(part: dict) -> bool:
        return not any(faults(value, part, root, path))

    any_of: list[dict] = rule.get("anyOf", [])
    if any_of and not any(map(holds, any_of)):
        yield Fault(path, _expected(rule), _shown(value))
    for part in rule.get("allOf", []):
        if holds(part["if"]):
            yield from faults(value, part["then"], root, path)
