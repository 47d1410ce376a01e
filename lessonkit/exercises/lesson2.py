"""Lesson 2, "When was it written?": a bound, what fixes it, and the date it is not."""

from __future__ import annotations

from lessonkit.exercises.bound import latest_by_author, latest_in_body, when_written
from lessonkit.exercises.exercise import Exercise
from lessonkit.exercises.judges import Wrong, choice, day
from lessonkit.exercises.prose import prose

VERSION = "1"

WRITTEN = {
    "A": "on that day",
    "B": "on that day or later",
    "C": "before that day",
    "D": "nothing can be said",
}
_OTHER_WORDS = {
    **dict.fromkeys(("yes", "yes on that day"), "A"),
    **dict.fromkeys(("later", "after", "on or after", "on or after that day", "not before"), "B"),
    **dict.fromkeys(("not before that day", "that day or later"), "B"),
    "before": "C",
}

WHO_SUPPLIED = {
    "A": "the text itself",
    "B": "the computer, from its own calendar",
    "C": "whoever made the program: it takes the year from a date before",
    "D": "Kirk, in a note",
}

_SHORTER = {
    **dict.fromkeys(("text", "the text"), "A"),
    **dict.fromkeys(("computer", "the computer"), "B"),
    **dict.fromkeys(("program", "the program", "the programmer"), "C"),
    **dict.fromkeys(("note", "a note", "in a note"), "D"),
}

RUBRIC = (
    "A reader will look for: a **claim** that names the bound and calls it one (not before …); the "
    "**quotation** that fixes it; a **limit** that keeps the bound apart from the date, and names "
    "what would give a latest date."
)

_LOOKED_UP = Wrong(
    "looked up",
    "1938-09-06..1938-10-31",
    "Where in our copy does that day stand? Nowhere. If you looked it up, keep it for the reveal: "
    "what do the words of this copy prove, all by themselves?",
)


EXERCISES = [
    Exercise(
        "2.1",
        "date",
        1,
        day(
            latest_in_body,
            right=(
                "General Yang “presented his credentials … on September 4, 1938”: the paper tells of "
                "it as past. Nothing in the body is later. But is the body all that was sent?"
            ),
            wrong=[
                Wrong(
                    "stopped at the vessel",
                    "1938-08-24",
                    "Read on, past the vessel, into the part on China: who presented credentials?",
                ),
                Wrong(
                    "the latest of a note",
                    "1938-09-05",
                    "Well read: that day stands in a note, and you will need it. Here the body alone "
                    "counts. Which rows say `body` under `where`, and which of them is the latest?",
                ),
                Wrong(
                    "in a note",
                    "1938-08-21 1938-06-29 1905-09-05",
                    "That day is in the text, but in a note below it. Which rows of the table say "
                    "`body` under `where`?",
                ),
                _LOOKED_UP,
                Wrong(
                    "an earlier day of the body",
                    "1938-08-10 1938-07-14 1938-06-03 1938-05-31",
                    "That day is in the body, but a later one is, too. Go down the table row by "
                    "row, with your finger on the column `edtf`.",
                ),
            ],
            otherwise=(
                "That day is not in the body. Every day that the program found is in the table: "
                "which rows say `body`, and which of them is the latest?"
            ),
        ),
        ("presented his credentials to Mr. Kalinin", "on September 4, 1938"),
        (
            "Does the paper tell things in the order in which they happened?",
            "The later part of the paper is about China. Who is new there, and since when?",
        ),
    ),
    Exercise(
        "2.2",
        "date",
        2,
        day(
            latest_by_author,
            right=(
                "“Moscow Pravda, September 5, 1938. [Footnote in the original.]” A note of the "
                "despatch’s own cites a newspaper of that day. It cannot have been finished before."
            ),
            wrong=[
                Wrong(
                    "the body alone",
                    "1938-09-04",
                    "True of the body. But the despatch had notes of its own, too. Which of the "
                    "notes at the end say that they stood in the original?",
                ),
                _LOOKED_UP,
                Wrong(
                    "another note of his",
                    "1938-08-21 1938-06-29",
                    "That is in a note of the despatch’s own, well found. Does another of them have "
                    "a later day?",
                ),
                Wrong(
                    "a note of the editors",
                    "1905-09-05",
                    "The despatch’s own notes say “Footnote in the original”. This one does not: it "
                    "is the editors’. And is it a late one?",
                ),
            ],
            otherwise=(
                "What was sent is the body, and the notes that say “Footnote in the original”. What "
                "is the latest day in all of that?"
            ),
        ),
        ("Moscow Pravda, September 5, 1938.",),
        (
            "Where, besides the body, does an author leave words?",
            "Go to the last note in the list. Whose is it, and what does it cite?",
        ),
        reveal=when_written,
        reveal_after=("2.2", "2.3"),
    ),
    Exercise(
        "2.3",
        "choice",
        1,
        choice(
            WRITTEN,
            key="B",
            right=(
                "Not before: a bound, not a date. Historians call it a *terminus post quem*. And what "
                "would give a latest date? Keep that question for the end."
            ),
            wrong=[
                Wrong(
                    "a bound taken for the date",
                    "A",
                    "The paper cites a newspaper of that day. A newspaper has to come out, be read and "
                    "be translated first. Can we be sure that all this was done by that evening?",
                ),
                Wrong(
                    "before what it cites",
                    "C",
                    "Try it out: could you cite tomorrow’s newspaper today?",
                ),
                Wrong(
                    "nothing can be told",
                    "D",
                    "The day is not stated, true. But it cites a newspaper with a date. What does that "
                    "rule out?",
                ),
            ],
            also=_OTHER_WORDS,
        ),
        ("Moscow Pravda, September 5, 1938.",),
        (
            "What must have happened before a newspaper can be cited?",
            "The last note names the newspaper. Which days does that rule out, which not?",
        ),
    ),
    Exercise(
        "2.4",
        "choice",
        1,
        choice(
            WHO_SUPPLIED,
            key="C",
            right=(
                "By a rule: the year of the last full date before it, here July 14, 1938, four "
                "sections earlier. `basis` says `context`. A year that is supplied is an inference "
                "and can be wrong: so the table says it, and the chart leaves the dot open."
            ),
            wrong=[
                Wrong(
                    "the text",
                    "A",
                    "Read the words once more: “until the 24th of August”. Where is the year? Then look "
                    "at the column `basis`.",
                ),
                Wrong(
                    "the computer",
                    "B",
                    "Left alone with “24th of August”, pandas makes it the year 1. Does the table "
                    "say that? What does the column `basis` say?",
                ),
                Wrong(
                    "a note",
                    "D",
                    "No note names the motor boat. What does the column `basis` say of that row?",
                ),
            ],
            also=_SHORTER,
        ),
        ("the 24th of August",),
        (
            "Is the year in the words, or is it somewhere else?",
            "Find the row “24th of August” in the table, and compare its `basis` with another row’s.",
        ),
    ),
    Exercise(
        "2.5",
        "prose",
        3,
        prose(60, 100, RUBRIC),
        ("Moscow Pravda, September 5, 1938.",),
        (
            "What is the latest thing that the paper knows of?",
            "Quote the note that fixes the bound. Then say what the bound does not tell.",
        ),
    ),
]
