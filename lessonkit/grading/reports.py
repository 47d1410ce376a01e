"""``class.html``: where a class stumbled, exercise by exercise; ``review.html``: the texts to read."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from lessonkit.classroom import as_html
from lessonkit.despatch import document_of, read_text
from lessonkit.exercises import FAILED, NEARLY, RIGHT, UNCLEAR, Course, Exercise
from lessonkit.grading.agreement import NO_LIBRARY, QUESTIONS, Agreement, agreement, tags_of
from lessonkit.grading.gradebook import MISSING, ClassBook
from lessonkit.grading.marks import FILE, Marks, Text, in_order
from lessonkit.grading.model import Problem
from lessonkit.publish import figure, page, table, text

TO_TAKE_UP = 5  # exercises at most
_MANY = 0.25  # of those who tried: from here on an exercise is worth taking up


class Tally(NamedTuple):
    """How a class did at an exercise."""

    exercise: Exercise
    question: str  # what it asks, as its lesson has it
    outcomes: dict[str, int]  # right, nearly, unclear, missing: students
    failed: int  # students whose answer could not be checked; they did not miss it
    misconceptions: list[tuple[str, int]]  # how many showed each, the most frequent first

    @property
    def tried(self) -> int:
        """How many students gave an answer that could be checked."""
        return sum(self.outcomes.values()) - self.outcomes[MISSING]

    @property
    def missed(self) -> int:
        """How many of them are not right."""
        return self.tried - self.outcomes[RIGHT]


def tallies(book: ClassBook) -> list[Tally]:
    """Count outcomes and misconceptions, for each exercise of the lessons handed in, in order."""
    asked = questions(book.course)
    counted = []
    for exercise in book.exercises:
        entries = [book.entries.get((key, exercise)) for key in book.names]
        found = Counter(entry.checked.outcome if entry else MISSING for entry in entries)
        shown = (entry.checked.misconception for entry in entries if entry)
        named = Counter(name for name in shown if name is not None)
        ranked = sorted(named.items(), key=lambda item: (-item[1], item[0]))
        outcomes = {name: found[name] for name in (RIGHT, NEARLY, UNCLEAR, MISSING)}
        one = book.course.exercises[exercise]
        counted.append(Tally(one, asked.get(exercise, ""), outcomes, found[FAILED], ranked))
    return counted


def class_page(book: ClassBook, notebooks: int, problems: list[Problem]) -> str:
    """Return ``class.html`` for a class that handed in so many notebooks."""
    counted = tallies(book)
    parts = {"next": ("What to take up next time", _to_take_up(counted))}
    for number in book.lessons:
        of_it = [one for one in counted if one.exercise.lesson == number]
        title = book.course.lessons[number].title
        parts[f"lesson-{number}"] = (f"Lesson {number}: {title}", _lesson(of_it))
    parts |= _agreements(book)
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
    worth.sort(key=lambda one: (-one.missed / one.tried, -one.missed))  # else as in the course
    if not worth:
        return "<p>Nothing stands out: at every exercise over three in four of those who tried are right.</p>"
    items = "\n".join(f"<li>{_advice(one)}</li>" for one in worth[:TO_TAKE_UP])
    return (
        f"<p>Where at least one in four of those who tried are not right yet; {TO_TAKE_UP} at most, "
        f"the hardest first.</p>\n<ol>\n{items}\n</ol>"
    )


def _advice(one: Tally) -> str:
    asked = f"<strong>{text(one.exercise.id)} {text(one.question)}</strong>"
    said = f"{asked} {one.missed} of {one.tried} who tried are not right yet."
    if one.misconceptions:
        name, count = one.misconceptions[0]
        said += f" Most often: {text(name)} ({count})."
    evidence = one.exercise.evidence
    quoted = f"<blockquote>“{text(evidence[0])}”</blockquote>" if evidence else ""
    return said + (f" Read together: {quoted}" if quoted else "")


def _lesson(counted: list[Tally]) -> str:
    from lessonkit.charts import outcome_bars

    frame = pd.DataFrame([{"exercise": one.exercise.id, **one.outcomes} for one in counted])
    rows = [
        [one.exercise.id, one.question, one.tried, *one.outcomes.values(),
         _list(one.misconceptions)]
        for one in counted
    ]  # fmt: skip
    columns = ["Exercise", "Question", "Tried", "Right", "Nearly", "Unclear", "Missing", "Misconceptions"]  # fmt: skip
    first, last = counted[0].exercise.id, counted[-1].exercise.id
    caption = f"Exercises {first} to {last}, students by outcome"
    shown = figure(outcome_bars(frame)) + table(caption, columns, rows)
    if read := [one.exercise.id for one in counted if one.exercise.for_a_reader]:
        shown += (
            f"<p>{', '.join(read)}: right here if it has all that a machine can see; whether it is "
            "good is for a reader.</p>"
        )
    if failed := [f"{one.exercise.id} ({one.failed})" for one in counted if one.failed]:
        shown += (
            f"<p>The check itself failed for answers to {', '.join(failed)}. They are not counted "
            "here; problems.csv lists them for you to read.</p>"
        )
    return shown


def _list(misconceptions: list[tuple[str, int]]) -> str:
    return "; ".join(f"{name} ({count})" for name, count in misconceptions) or "–"


def _agreements(book: ClassBook) -> dict[str, tuple[str, str]]:
    """Return a part of the page for each exercise in which the class tagged claims."""
    tagging = [one for one in book.course.exercises.values() if one.kind == "tags"]
    tagged = {one.id: tags for one in tagging if (tags := tags_of(book, one))}
    if not tagged:
        return {}
    events = document_of(book.course).events[["event", "what"]].dropna()
    what = dict(zip(events["event"], events["what"], strict=True))
    parts = {}
    for one in tagging:
        if one.id in tagged:
            alone = len(tagging) == 1
            name = f"lesson {one.lesson}" if alone else f"exercise {one.id}"
            claims = {claim.event: what.get(claim.event, "") for claim in one.claims}
            parts["agreement" if alone else f"agreement-{one.id}"] = (
                f"Agreement on the claims of {name}", _agreement(tagged[one.id], claims),
            )  # fmt: skip
    return parts


def _agreement(tags: list[dict[str, str]], claims: dict[str, str]) -> str:
    try:
        measured = agreement(tags, claims)
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
    shown = ["claim", "what", "tags"]
    shown += [f"{name} {part}".strip() for name in QUESTIONS for part in ("yes", "")]
    rows = list(zip(*(claims[column].tolist() for column in shown), strict=True))
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


def review_page(course: Course, texts: list[Text], marks: Marks, hide_names: bool) -> str:
    """Return ``review.html``: under each question its rubric, and the texts with their marks."""
    asked = questions(course)
    ordered = in_order(texts, hide_names)
    parts = {}
    for exercise in dict.fromkeys(one.exercise for one in ordered):
        of_it = [one for one in ordered if one.exercise == exercise]
        parts[f"e{exercise}"] = (
            f"{exercise} {asked.get(exercise, '')}",
            f'<div class="rubric">{as_html(course.exercises[exercise].rubric)}</div>\n'
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
    given = marks.of(one)
    mark = f"Mark: {'______' if given is None else f'{given:g}'} of {one.most}"
    comment = marks.cells.get((one.exercise, one.code), ("", ""))[1]
    return (
        f"<article>\n<h3>{text(one.code if hide_names else one.student)}</h3>\n"
        f'<p class="text">{text(one.answer)}</p>\n<p class="machine">Machine: {text(one.said)}</p>\n'
        f'<p class="mark">{mark}{". " + text(comment) if comment else ""}</p>\n</article>'
    )


def questions(course: Course) -> dict[str, str]:
    """Return what each exercise asks, as the student notebooks have it in bold."""
    asked: dict[str, str] = {}
    for path in sorted(course.part("notebooks/student").glob("*.ipynb")):
        for exercise, asked_for in re.findall(r"\*\*(\d+\.\d+)\b([^*]*)", _prose_of(path)):
            words = " ".join(asked_for.replace("`", "").split()).lstrip(":. ").rstrip(":")
            asked.setdefault(exercise, words)
    return asked


def _prose_of(notebook: Path) -> str:
    try:
        cells = json.loads(read_text(notebook))["cells"]
        return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    except (ValueError, KeyError, TypeError):  # a damaged notebook of the course stops no grading
        return ""
