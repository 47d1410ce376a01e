"""``review.html``: the prose of a class to be read, question by question, each with its rubric."""

from __future__ import annotations

from lessonkit.exercises import EXERCISES
from lessonkit.grading.page import page, text
from lessonkit.grading.questions import questions, rubric_of
from lessonkit.grading.review import FILE, Marks, Text, in_order
from lessonkit.show import as_html


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
