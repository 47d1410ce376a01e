"""``class.html``: where a class stumbled, exercise by exercise, and what to take up next time."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from typing import NamedTuple

import pandas as pd

from lessonkit.classroom import as_html
from lessonkit.despatch import folder_of, load, read_text
from lessonkit.exercises import EXERCISES, NEARLY, RIGHT, UNCLEAR, assess
from lessonkit.grading.agreement import NO_LIBRARY, QUESTIONS, Agreement, agreement, tags_of
from lessonkit.grading.gradebook import MISSING, ClassBook
from lessonkit.grading.marks import FILE, Marks, Text, in_order
from lessonkit.grading.model import Problem
from lessonkit.publish import figure, page, table, text

TO_TAKE_UP = 5  # exercises at most
_MANY = 0.25  # of those who tried: from here on an exercise is worth taking up


class Tally(NamedTuple):
    """How a class did at an exercise.

    Attributes
    ----------
    exercise : str
        The exercise.
    outcomes : dict
        right, nearly, unclear, missing: students.
    misconceptions : list of (str, int)
        The named ones and how many showed each, the most frequent first.
    """

    exercise: str
    outcomes: dict[str, int]
    misconceptions: list[tuple[str, int]]

    @property
    def tried(self) -> int:
        """How many students gave an answer."""
        return sum(self.outcomes.values()) - self.outcomes[MISSING]

    @property
    def missed(self) -> int:
        """How many of them are not right."""
        return self.tried - self.outcomes[RIGHT]


def tallies(book: ClassBook) -> list[Tally]:
    """Count outcomes and misconceptions, for each exercise of the lessons handed in.

    Parameters
    ----------
    book : ClassBook
        What counts.

    Returns
    -------
    list of Tally
        In the order of the exercises.
    """
    counted = []
    for exercise in book.exercises:
        entries = [book.entries.get((key, exercise)) for key in book.names]
        found = Counter(entry.checked.outcome if entry else MISSING for entry in entries)
        named = Counter(entry.checked.misconception for entry in entries if entry)
        del named[None]
        ranked = sorted(named.items(), key=lambda item: (-item[1], item[0]))
        outcomes = {name: found[name] for name in (RIGHT, NEARLY, UNCLEAR, MISSING)}
        counted.append(Tally(exercise, outcomes, ranked))
    return counted


def class_page(book: ClassBook, notebooks: int, problems: list[Problem]) -> str:
    """Return ``class.html``.

    Parameters
    ----------
    book : ClassBook
        What counts.
    notebooks : int
        How many were found.
    problems : list of Problem
        What is in ``problems.csv``.

    Returns
    -------
    str
    """
    counted = tallies(book)
    parts = {"next": ("What to take up next time", _to_take_up(counted))}
    for lesson in book.lessons:
        of_it = [one for one in counted if one.exercise.partition(".")[0] == lesson]
        parts[f"lesson-{lesson}"] = (f"Lesson {lesson}: {lesson_titles()[lesson]}", _lesson(of_it))
    if tags := tags_of(book):
        parts["agreement"] = ("Agreement on the claims of lesson 4", _agreement(tags))
    parts["problems"] = ("Problems", _problems(problems))
    opening = (
        f"<p>{_many(len(book.names), 'student')}, {_many(notebooks, 'notebook')}, "
        f"{_many(len(book.lessons), 'lesson')}. A student who handed nothing in for an exercise is "
        "counted as missing; two who share a notebook are two.</p>"
    )
    return page("How the class did", parts, opening)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _to_take_up(counted: list[Tally]) -> str:
    worth = [one for one in counted if one.missed >= max(_MANY * one.tried, 1)]
    worth.sort(key=lambda one: (-one.missed / one.tried, -one.missed, one.exercise))
    if not worth:
        return "<p>Nothing stands out: at every exercise over three in four of those who tried are right.</p>"
    items = "\n".join(f"<li>{_advice(one)}</li>" for one in worth[:TO_TAKE_UP])
    return (
        f"<p>Where at least one in four of those who tried are not right yet; {TO_TAKE_UP} at most, "
        f"the hardest first.</p>\n<ol>\n{items}\n</ol>"
    )


def _advice(one: Tally) -> str:
    asked = f"<strong>{text(one.exercise)} {text(questions()[one.exercise])}</strong>"
    said = f"{asked} {one.missed} of {one.tried} who tried are not right yet."
    if one.misconceptions:
        name, count = one.misconceptions[0]
        said += f" Most often: {text(name)} ({count})."
    evidence = EXERCISES[one.exercise].evidence
    quoted = f"<blockquote>“{text(evidence[0])}”</blockquote>" if evidence else ""
    return said + (f" Read together: {quoted}" if quoted else "")


def _lesson(counted: list[Tally]) -> str:
    from lessonkit.charts import outcome_bars

    frame = pd.DataFrame([{"exercise": one.exercise, **one.outcomes} for one in counted])
    rows = [
        [one.exercise, questions()[one.exercise], one.tried, *one.outcomes.values(),
         _list(one.misconceptions)]
        for one in counted
    ]  # fmt: skip
    columns = ["Exercise", "Question", "Tried", "Right", "Nearly", "Unclear", "Missing", "Misconceptions"]  # fmt: skip
    caption = f"Exercises {counted[0].exercise} to {counted[-1].exercise}, students by outcome"
    shown = figure(outcome_bars(frame)) + table(caption, columns, rows)
    if read := [one.exercise for one in counted if EXERCISES[one.exercise].for_a_reader]:
        shown += (
            f"<p>{', '.join(read)}: right here if it has all that a machine can see; whether it is "
            "good is for a reader.</p>"
        )
    return shown


def _list(misconceptions: list[tuple[str, int]]) -> str:
    return "; ".join(f"{name} ({count})" for name, count in misconceptions) or "–"


def _agreement(tags: list[dict[str, str]]) -> str:
    try:
        measured = agreement(tags)
    except ImportError:
        return f"<p>{text(NO_LIBRARY)}.</p>"
    if measured is None:
        return "<p>Agreement needs the tags of two hand-ins; one is there.</p>"
    return _measured(measured, len(tags))


def _measured(measured: Agreement, hand_ins: int) -> str:
    from lessonkit.charts import agreement_chart

    said = "; ".join(
        f"{text(name)} {'not defined, all gave one answer' if value is None else f'{value:.2f}'}"
        for name, value in measured.overall.items()
    )
    claims = measured.claims
    rows = [
        [row.claim, row.what, row.tags, *(claims.at[row.Index, f"{name} {part}".strip()]
                                          for name in QUESTIONS for part in ("yes", ""))]
        for row in claims.itertuples()
    ]  # fmt: skip
    rows = [[item.item() if hasattr(item, "item") else item for item in row] for row in rows]
    columns = [
        "Claim",
        "What",
        "Tags",
        "Hedged: yes",
        "Hedged: alpha",
        "Attributed: yes",
        "Attributed: alpha",
    ]
    drawn = "" if claims[[*QUESTIONS]].isna().all(axis=None) else figure(agreement_chart(claims))
    return (
        f"<p>Krippendorff’s alpha over all claims, from {_many(hand_ins, 'hand-in')}: {said}. 1 means "
        "that all agree, 0 that they agree as often as by chance, less than 0 that they agree less "
        "often. A claim’s own alpha is its part in this. Disagreement is no mistake: where careful "
        "readers differ, ask them for the words they went by.</p>"
        + drawn + table("Tags and agreement", columns, rows)
    )  # fmt: skip


def _problems(problems: list[Problem]) -> str:
    if not problems:
        return "<p>None.</p>"
    kinds = Counter(problem.kind for problem in problems)
    rows = [[kind, count] for kind, count in sorted(kinds.items())]
    return table("Rows of problems.csv, where each has its file and what to do", ["Kind", "Rows"], rows)  # fmt: skip


def review_page(texts: list[Text], marks: Marks, hide_names: bool) -> str:
    """Return ``review.html``.

    Parameters
    ----------
    texts : list of Text
        Today's.
    marks : Marks
        Those that count.
    hide_names : bool
        Whether codes stand in place of the names.

    Returns
    -------
    str
    """
    ordered = in_order(texts, hide_names)
    parts = {}
    for exercise in dict.fromkeys(one.exercise for one in ordered):
        of_it = [one for one in ordered if one.exercise == exercise]
        parts[f"e{exercise}"] = (
            f"{exercise} {questions()[exercise]}",
            f'<div class="rubric">{as_html(rubric_of(exercise))}</div>\n'
            + "\n".join(_article(one, marks, hide_names) for one in of_it),
        )
    to_read = sum(marks.of(one) is None for one in texts)
    opening = (
        f"<p>{len(texts)} text{'' if len(texts) == 1 else 's'}, {to_read} without a mark. Enter marks in the "
        f"column <em>mark</em> of <em>{FILE}</em>, save it as CSV and run <em>lessonkit grade</em> again: "
        "they join the scores.</p>"
    )
    return page("Texts to read", parts, opening)


def _article(one: Text, marks: Marks, hide_names: bool) -> str:
    most = EXERCISES[one.exercise].points
    given = marks.of(one)
    mark = f"Mark: {'______' if given is None else f'{given:g}'} of {most}"
    comment = marks.cells.get((one.exercise, one.code), ("", ""))[1]
    return (
        f"<article>\n<h3>{text(one.code if hide_names else one.student)}</h3>\n"
        f'<p class="text">{text(one.answer)}</p>\n<p class="machine">Machine: {text(one.said)}</p>\n'
        f'<p class="mark">{mark}{". " + text(comment) if comment else ""}</p>\n</article>'
    )


@cache
def lesson_titles() -> dict[str, str]:
    """Return the lessons' titles, by number.

    Returns
    -------
    dict

    Examples
    --------
    >>> lesson_titles()["4"]
    'Who says so?'
    """
    titles = {}
    for path in sorted(folder_of("notebooks/student").glob("*.ipynb")):
        heading = re.search(r"^# (.+)$", _words(path), re.MULTILINE)
        titles[str(int(path.name[:2]))] = heading[1].strip() if heading else path.stem
    return titles


@cache
def questions() -> dict[str, str]:
    """Return what each exercise asks, as its lesson has it in bold.

    Returns
    -------
    dict

    Examples
    --------
    >>> questions()["1.1"]
    'Who signed it?'
    """
    asked = {}
    for path in folder_of("notebooks/student").glob("*.ipynb"):
        for exercise, asked_for in re.findall(r"\*\*(\d\.\d)\b([^*]*)", _words(path)):
            words = " ".join(asked_for.replace("`", "").split()).lstrip(":. ").rstrip(":")
            asked.setdefault(exercise, words)
    return {exercise: asked.get(exercise, "") for exercise in EXERCISES}


def _words(path) -> str:
    """Return the prose of a lesson."""
    cells = json.loads(read_text(path))["cells"]
    return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def rubric_of(exercise: str) -> str:
    """Return what a reader looks for in a text.

    Parameters
    ----------
    exercise : str
        A question that asks for prose.

    Returns
    -------
    str
        As the check shows it with every answer, see `lessonkit.show.as_html`.

    Examples
    --------
    >>> rubric_of("1.5")[:27]
    'A reader will look for: a *'
    """
    return assess(EXERCISES[exercise], "A text.", load()).message.partition("\n")[2]
