"""Lesson 8, "Your own despatch": what a program finds, and what a reader adds."""

from __future__ import annotations

import pandas as pd

from lessonkit.despatch import Despatch, find_dates, find_events
from lessonkit.exercises.exercise import Exercise, Feedback
from lessonkit.exercises.judges import Judge, Wrong, numbers, short_text
from lessonkit.exercises.prose import prose
from lessonkit.exercises.rows import event_rows

VERSION = "1"

RUBRIC = (
    "A reader will look for: a **claim** about what the program found and what only a reader finds; a "
    "**quotation** from No. 1667 and one from your text; a **limit**: what neither of you can tell."
)

_ROW = r"\be ?(?!0+\b)\d{1,3}\b"  # E00 is only the pattern in the question
_SIX_WORDS = r"(?=(?:\S+\s+){5,}\S)"
_NO_ROWS = r"\bthere (?:is|are) no (?:rows?|dates?|events?)\b|\bempty table\b|\btable is empty\b"


def rows_of(despatch: Despatch) -> tuple[int, int]:
    """Count the events of a document: the program's, and the editor's.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    program, editor : int

    Examples
    --------
    >>> import lessonkit
    >>> rows_of(lessonkit.load())
    (17, 30)
    """
    return len(find_events(despatch)), len(despatch.events)


def missed(despatch: Despatch) -> int:
    """Count the editor's events whose words of time, if any, hold no date that the program finds.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    int

    Examples
    --------
    >>> import lessonkit
    >>> missed(lessonkit.load())
    13
    """
    phrases = despatch.events["phrase"]
    return sum(pd.isna(phrase) or find_dates(phrase).empty for phrase in phrases)


def _comparison() -> Judge:
    """Judge prose about two documents, of which only No. 1667 is at hand."""
    judged = prose(60, 100, RUBRIC)

    def judge(answer: object, despatch: Despatch) -> Feedback:
        feedback = judged(answer, despatch)
        if feedback.misconception != "misquoted":
            return feedback
        return Feedback(
            feedback.outcome,
            "None of what you quote stands in No. 1667. Perhaps all of it is from your own text, which "
            "this check cannot see: quote No. 1667 once, too, word by word, so that the two can be "
            f"compared.\n{RUBRIC}",
            "misquoted",
        )

    return judge


EXERCISES = [
    Exercise(
        "8.1",
        "review",
        2,
        short_text(
            rf"^{_SIX_WORDS}(?=.*(?:{_ROW}|{_NO_ROWS}))",
            right=(
                "A row and a reason: that is how a table is reviewed. Whether the reason holds, your "
                "partner decides, with the reader open at that row."
            ),
            wrong=[
                Wrong(
                    "all of them right",
                    rf"^(?!.*{_ROW}).*(?:\b(?:no|none|nothing|not)\b.*\b(?:wrong|mistakes?|errors?)\b|"
                    r"\ball\b.*\b(?:right|correct|fine|good)\b)",
                    "Perhaps. Then name the row that you doubted most, and the words that cleared it: a "
                    "review without a doubt is none. Is the quotation the author's? Whose year is it? Is "
                    "it an event, or only a book with a year?",
                ),
                Wrong(
                    "no row named",
                    rf"^(?!.*{_ROW})(?!.*{_NO_ROWS})",
                    "Which row? Name it by its event, as it stands in the table above (E00 is none), and "
                    "then say what is wrong with it.",
                ),
                Wrong(
                    "no reason given",
                    rf"^(?!{_SIX_WORDS})",
                    "That is the row. And why? Say what the words are about, and what the row makes of "
                    "them: six words at least.",
                ),
            ],
            otherwise="Name a row by its event, such as E04, and say in a few words what is wrong.",
        ),
        ("Foreign Relations, 1905, p. 824",),
        (
            "The program knows dates, and no more. What does a date in a text not always date?",
            "Try the notes first, then dates without a year, then the day on which another paper was "
            "written: open each with `mine.show(program.loc[0])`, 0 being the first row.",
        ),
    ),
    Exercise(
        "8.2",
        "number",
        1,
        numbers(
            [
                (
                    "how many rows have no date in their phrase",
                    missed,
                    [
                        Wrong(
                            "only the undated",
                            "2",
                            "That many have no `edtf`. But others have one that an editor worked out, from "
                            "words like “At present” that name no day. Look at `phrase`.",
                        ),
                        Wrong(
                            "only those without a phrase",
                            "5",
                            "That many have no words that date them (`NaN`). But others have words, such as "
                            "“Recently”: can a program make a day of those?",
                        ),
                        Wrong(
                            "only those with words",
                            "8",
                            "That many have words, but no date in them. And where the cell says `NaN`, "
                            "what could a program find?",
                        ),
                        Wrong(
                            "a length of time taken for a date",
                            "12",
                            "Is there one that you passed over, because a number stands in it? A number "
                            "of months says how long, not when.",
                        ),
                        Wrong(
                            "the editor's table",
                            "30",
                            "That is the whole of the editor's table. In which of its rows does `phrase` "
                            "hold a year, or a month and a day?",
                        ),
                        Wrong(
                            "those with a date",
                            "17",
                            "That many phrases hold a date. Count the others, those marked `NaN` among "
                            "them.",
                        ),
                    ],
                    "Go down the column `phrase` once more, with a pencil: one stroke for each cell that "
                    "holds neither a year nor a month with its day. `NaN` gets a stroke, too.",
                )
            ],
            right=(
                "“At present”, “Recently”, a protest on no day: no rule makes a date of them, a reader "
                "makes an event. (That 30 less 17 is 13, too, is luck: one note stands twice in the "
                "program's table, and its “Aug. 10th” serves two of the editor's events.) And the "
                "program cannot say who told any of its rows."
            ),
        ),
        (
            "At present, according to a member of the Japanese Embassy here",
            "Recently, in discussing",
        ),
        (
            "What does the program need, to make a row?",
            "Go down the column `phrase`, cell by cell: is there a year, or a month with its day? `NaN` "
            "means that no words of the text date the event.",
        ),
    ),
    Exercise(
        "8.3",
        "rows",
        3,
        event_rows(
            right=(
                "It has its passage, its teller and how sure its date is. No red text? Then `read_rows` "
                "has found the quotation in your text. Whether you read it well, your partner says."
            ),
        ),
        (),
        (
            "What happens in your text that has no day?",
            "Look for verbs in the past, for “recently” and “at present”, and for what somebody said. "
            "Copy the passage from the reader, four or five words of it.",
        ),
    ),
    Exercise(
        "8.4",
        "number",
        1,
        numbers(
            [
                (
                    "how many rows",
                    lambda despatch: sum(rows_of(despatch)),
                    [
                        Wrong(
                            "the same rows merged",
                            "30",
                            "So it would be if the same event were kept once. But `concat` compares "
                            "nothing: it puts one table below the other.",
                        ),
                        Wrong(
                            "what is left over",
                            "13",
                            "That is how many more one has than the other. Here none is taken away: one "
                            "table is put below the other.",
                        ),
                        Wrong(
                            "one table",
                            "17",
                            "That is the program's alone. The other one comes below it.",
                        ),
                        Wrong(
                            "side by side",
                            "2",
                            "Two tables go in, one comes out. How many rows has it?",
                        ),
                    ],
                    "`concat` puts one table below the other, every row of both. How many is that?",
                )
            ],
            right=(
                "One below the other, and nothing compared: an event that stands in both is there "
                "twice. To see that is a reader's work, too."
            ),
        ),
        (),
        (
            "If you lay one list below another, how long is the new one?",
            "Two numbers stand in the output above. `concat` leaves out nothing.",
        ),
    ),
    Exercise(
        "8.5",
        "prose",
        3,
        _comparison(),
        ("it is an open secret",),
        (
            "What did you find that the program could not?",
            "Take one event with a date and one without, from either text. Who found each, and from "
            "which words? Quote both.",
        ),
    ),
]
