"""Makes an exercise from its table: one function a kind, from keys and messages to a judge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from lessonkit.errors import CourseError
from lessonkit.exercises.exercise import Exercise, Judge, Reveal
from lessonkit.exercises.facts import Answer, Facts
from lessonkit.exercises.intervals import interval
from lessonkit.exercises.judges import (
    Part,
    Wrong,
    choice,
    day,
    numbers,
    order,
    pairs,
    several,
    short_text,
)
from lessonkit.exercises.prose import Required, alternative_text, prose
from lessonkit.exercises.rows import event_rows
from lessonkit.exercises.tags import Claim, tagging


def exercise_of(table: dict, truths: tuple[dict, ...]) -> Exercise:
    """Make an exercise of a table that its schema allows."""
    kind = table["kind"]
    reveal = table.get("reveal")
    return Exercise(
        id=table["id"],
        kind=kind,
        points=table["points"],
        judge=_MAKERS[kind](table),
        evidence=tuple(table.get("evidence", ())),
        hints=tuple(table["hints"]),
        reveal=reveal and Reveal(tuple(reveal["after"]), reveal["say"], reveal.get("truth")),
        options=table.get("options", {}),
        claims=_claims(table),
        rubric=table.get("rubric", ""),
        truths=truths,
    )


def _wrong(table: dict, when: Callable[[dict], tuple]) -> list[Wrong]:
    return [Wrong(w["misconception"], when(w), w["say"]) for w in table.get("wrong", [])]


def _answers(wrong: dict) -> tuple:
    return tuple(wrong["answers"])


def _value(answer: Answer) -> Callable[[Facts], Any]:  # its schema and truth say which
    return lambda facts: facts.value(answer)


def _day(answer: Answer) -> Callable[[Facts], date]:
    return lambda facts: facts.day(answer)


def _choice(table: dict) -> Judge:
    options = table["options"]
    for key, letters in (
        ("answer", [table["answer"]]),
        ("wrong answers", [letter for w in table["wrong"] for letter in w["answers"]]),
        ("also", table.get("also", {})),
    ):
        if strange := [letter for letter in letters if letter not in options]:
            raise CourseError(
                f"key {key}: expected letters of options ({', '.join(options)}), found "
                f"{', '.join(strange)}. Correct it, or add the option."
            )
    also = {word: letter for letter, words in table.get("also", {}).items() for word in words}
    asides = {word: a["say"] for a in table.get("aside", []) for word in a["answers"]}
    return choice(options, table["answer"], table["right"], _wrong(table, _answers), also, asides)


def _part(table: dict) -> Part:
    return Part(table["what"], _value(table["answer"]), _wrong(table, _answers), table["otherwise"])


def _numbers(table: dict) -> Judge:
    parts = [_part(part) for part in table.get("part", [table])]
    return numbers(parts, table["right"], table.get("tolerance", 0))


def _date(table: dict) -> Judge:
    return day(_day(table["answer"]), table["right"], _wrong(table, _answers), table["otherwise"])


def _interval(table: dict) -> Judge:
    first, last = _day(table["answer"]["not_before"]), _day(table["answer"]["not_after"])

    def when(wrong: dict) -> tuple:
        if wrong.get("lasting"):
            return ("lasting",)
        return tuple(wrong["not_before"]), tuple(wrong["not_after"])

    return interval(
        lambda facts: (first(facts), last(facts)),
        table["right"],
        table["right_open"],
        _wrong(table, when),
        table["otherwise"],
    )


def _set(table: dict) -> Judge:
    named = [*table["answer"], *(n for w in table.get("wrong", []) for n in w.get("named", []))]
    if strange := [one for one in named if one not in table["choose_from"]]:
        raise CourseError(
            f"key answer: expected some of {', '.join(table['choose_from'])}, found "
            f"{', '.join(strange)}. Correct it, or add it to choose_from."
        )
    wrong = _wrong(table, lambda w: (set(w.get("named", [])), set(w.get("left_out", []))))
    return several(table["choose_from"], table["answer"], table["right"], wrong, table["otherwise"])


def _pairs(table: dict) -> Judge:
    wrong = _wrong(table, lambda w: tuple(w["pairs"].items()))
    return pairs(_value(table["answer"]), table["right"], wrong, table["otherwise"])


def _order(table: dict) -> Judge:
    letters = list(table["options"])
    used = [*table["answers"], *("".join(w["before"]) for w in table.get("wrong", []))]
    strange = [word for word in used if not set(word) <= set(letters)]
    strange += [word for word in table["answers"] if sorted(word) != sorted(letters)]
    if strange:
        raise CourseError(
            f"key answers: expected the letters of the lines ({''.join(letters)}), each once, found "
            f"{strange[0]!r}. Correct it."
        )
    wrong = _wrong(table, lambda w: tuple(w["before"]))
    return order(letters, table["answers"], table["right"], wrong, table["otherwise"])


def _claims(table: dict) -> tuple[Claim, ...]:
    return tuple(
        Claim(c["event"], c.get("hedged"), c.get("attributed"), c["look"])
        for c in table.get("claim", [])
    )


def _tags(table: dict) -> Judge:
    return tagging(list(_claims(table)), table["right"])


def _short_text(table: dict) -> Judge:
    wrong = _wrong(table, lambda w: (w["pattern"],))
    return short_text(table["accept"], table["right"], wrong, table["otherwise"])


def _prose(table: dict) -> Judge:
    require = table.get("require")
    required = require and Required(
        require["pattern"],
        require.get("within") == "quotation",
        require["misconception"],
        require["say"],
    )
    shortest, longest = table["words"]
    if shortest > longest:
        raise CourseError(
            f"key words: expected the fewest words first, found {table['words']}. Change their order."
        )
    return prose((shortest, longest), table["rubric"], required, table.get("misquoted", ""))


_MAKERS: dict[str, Callable[[dict], Judge]] = {
    "choice": _choice,
    "number": _numbers,
    "numbers": _numbers,
    "date": _date,
    "interval": _interval,
    "set": _set,
    "pairs": _pairs,
    "order": _order,
    "tags": _tags,
    "short text": _short_text,
    "review": _short_text,
    "alternative text": lambda table: alternative_text(table["right"]),
    "rows": lambda table: event_rows(table["right"]),
    "prose": _prose,
}
