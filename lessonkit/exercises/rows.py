"""Questions whose answer is rows of a table that a reader has made."""

from __future__ import annotations

from lessonkit.dates import FORMS, bounds
from lessonkit.exercises.exercise import NEARLY, RIGHT, UNCLEAR, Feedback, Judge
from lessonkit.exercises.facts import Facts

CERTAINTIES = ("stated", "inferred", "bounded", "undated")  # of a date in a document
WANTED = ("what", "quote", "told_by", "edtf", "certainty")
_SHORTEST_QUOTE = 3  # words


def event_rows(right: str) -> Judge:
    """Judge rows of events by their form; `check_rows` looks up their quotations in the text.

    >>> judge = event_rows("Yes.")
    >>> row = {"what": "Wu leaves", "quote": "he left that day", "told_by": "Hay", "edtf": "",
    ...        "certainty": "undated"}
    >>> judge([row], Facts()).outcome, judge([row | {"certainty": "sure"}], Facts()).misconception
    ('right', 'an unknown certainty')
    """

    def judge(answer: object, _: Facts) -> Feedback:
        rows = answer if isinstance(answer, list) else []
        if not rows or not all(isinstance(row, dict) and set(WANTED) <= set(row) for row in rows):
            return Feedback(
                UNCLEAR,
                f"Give your row in square brackets, like this: `[one]`; it has {', '.join(WANTED)}.",
            )
        for number, row in enumerate(rows, start=1):
            cells = {key: str(value or "").strip() for key, value in row.items()}
            if found := _problem(cells):
                name, message = found
                return Feedback(NEARLY, f"Row {number}: {message}", name)
        if all(_has_day(str(row["edtf"] or "").strip()) for row in rows):
            return Feedback(
                NEARLY,
                "That has a day, and days the program finds by itself. Make a row that only a reader "
                "can: what happens in your text without a day?",
                "only dated events",
            )
        return Feedback(RIGHT, right)

    return judge


def _has_day(edtf: str) -> bool:
    return bool(edtf) and not edtf.startswith("[")  # what is only bounded no program finds


def _problem(cells: dict[str, str]) -> tuple[str, str] | None:
    if len(cells["quote"].split()) < _SHORTEST_QUOTE:
        return "no quotation", (
            f"`quote` needs at least {_SHORTEST_QUOTE} words of the text, copied from the reader: "
            "every row leads back to the words."
        )
    for key in ("what", "told_by"):
        if not cells[key]:
            return f"no {key}", f"`{key}` is empty. {_ASKED[key]}"
    if cells["certainty"].casefold() not in CERTAINTIES:
        return "an unknown certainty", (
            f"`certainty` is one of {', '.join(CERTAINTIES)}. Which of them are the words?"
        )
    return _date_problem(cells["edtf"], cells["certainty"].casefold())


_ASKED = {
    "what": "What happened, in a few words of your own?",
    "told_by": "Who tells it, through whom? If nobody is named, write `unnamed`.",
}


_NO_YEAR = (
    "`XXXX` says that nobody could supply the year, and so no day is known: that goes with undated. "
    "Does anything in your text tell the year?"
)


def _date_problem(edtf: str, certainty: str) -> tuple[str, str] | None:
    if edtf.startswith("X"):
        return None if certainty == "undated" else ("date and certainty differ", _NO_YEAR)
    if (not edtf) != (certainty == "undated"):
        return "date and certainty differ", (
            "a date goes with stated, inferred or bounded, and no date with undated. Which of the "
            "two do the words of the quotation bear out?"
        )
    if not edtf:
        return None
    try:
        bounds(edtf)
    except ValueError:
        return "no EDTF", f"“{edtf[:40]}” is no date in EDTF. Forms: {FORMS}."
    if edtf.startswith("[") != (certainty == "bounded"):
        return "date and certainty differ", (
            "square brackets say that only bounds are known, and so does the word bounded: the two "
            "go together. Does your passage give the day, or only limits?"
        )
    return None
