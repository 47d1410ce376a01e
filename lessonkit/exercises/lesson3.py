"""Lesson 3, "What gets space?": lengths, whose words they are, and what length cannot show."""

from __future__ import annotations

import pandas as pd

from lessonkit.despatch import Despatch, whose_words
from lessonkit.exercises.exercise import Exercise
from lessonkit.exercises.judges import Wrong, choice, numbers, order
from lessonkit.exercises.prose import further, prose

VERSION = "1"

SHORT_BATTLE = {
    "A": "yes: what matters gets space",
    "B": "no: the paper itself says why it needs so few words here",
    "C": "no: it has a section to itself near the top",
    "D": "one cannot tell: nothing in the paper explains it",
}

LINES = {
    "A": 'totals = parts["words"].sum()',
    "B": "totals.plot.barh()",
    "C": 'parts = despatch.sections.groupby("part")',
    "D": "totals = totals.sort_values()",
}

RUBRIC = (
    "A reader will look for: a **claim** with a number in it, and whose words were counted; a "
    "**quotation** that bears it out; a **limit**, something that length cannot show."
)


def _without_biography(despatch: Despatch) -> int:
    return int(_longest(despatch)["words"] - _longest(despatch)["copied"])


def _longest(despatch: Despatch) -> pd.Series:
    table = whose_words(despatch)
    return table.loc[table["words"].idxmax()]


def _has_a_number(text: object, _: Despatch) -> bool:
    return any(letter.isdecimal() for letter in str(text))


_NO_NUMBER = "A claim about space needs its number, in digits. Which one of today’s bears it out?"

EXERCISES = [
    Exercise(
        "3.1",
        "two numbers",
        1,
        numbers(
            [
                (
                    "the section",
                    lambda despatch: _longest(despatch)["section"],
                    [
                        Wrong(
                            "Oppression",
                            "3",
                            "That one is the longest of those that have a heading. Look for a row "
                            "without a heading.",
                        ),
                        Wrong(
                            "the row's label",
                            "6",
                            "The bold number at the left is the computer’s, and it begins with 0. "
                            "Which number stands in that row under `section`?",
                        ),
                        Wrong(
                            "the last one",
                            "8",
                            "That is the last section of the paper. The longest stands on top once "
                            "the table is sorted: which number has it under `section`?",
                        ),
                        Wrong(
                            "its words",
                            "324",
                            "That is how many words it has. The first number asked for is the "
                            "section’s own, under `section`; the second is its words.",
                        ),
                    ],
                    "Sort by `words`: which number has the row on top under `section`?",
                ),
                (
                    "its words",
                    lambda despatch: _longest(despatch)["words"],
                    [
                        Wrong(
                            "the whole despatch",
                            "956",
                            "That is all eight sections together. How many are in the longest one "
                            "alone?",
                        ),
                        Wrong(
                            "page markers counted, in the whole",
                            "960",
                            "That is the whole despatch, and four “words” in it are none: “[Page”, "
                            "“294]”, “[Page”, “295]” are page markers, put in long after Kirk "
                            "signed. How many words has the longest section alone, in the table?",
                        ),
                        Wrong(
                            "page markers counted",
                            "326",
                            "You, or Python’s `split()`, counted two words that nobody in Moscow "
                            "wrote: “[Page” and “295]”, a marker of the printed page. What does the "
                            "table say?",
                        ),
                        Wrong(
                            "only own words",
                            "164",
                            "You are a step ahead: those are the words that are Kirk’s own. How many "
                            "has the section in all?",
                        ),
                    ],
                    "Right section. Its words stand in the same row, under `words`.",
                ),
            ],
            right=(
                "It has twice the words of the next, and it has no heading: what is it about, and "
                "whose words are they? That is where we go now."
            ),
        ),
        ("The new Chinese Ambassador to the Soviet Union",),
        (
            "Which row stands on top once the table is sorted, and which column has its number?",
            "In the reader, look at the section that runs on over a page and holds a biography.",
        ),
    ),
    Exercise(
        "3.2",
        "choice",
        1,
        choice(
            SHORT_BATTLE,
            key="B",
            right=(
                "“… which has been fully reported to the Department in separate despatches and "
                "telegrams.” So length here may follow what was *new*, rather than what mattered. "
                "And Changkufeng is named five times, in four sections."
            ),
            wrong=[
                Wrong(
                    "length is importance",
                    "A",
                    "Then “the most serious fighting that has taken place” would matter less than a "
                    "stray motor boat. Read the last line of section 2: what did the Department "
                    "have already?",
                ),
                Wrong(
                    "place is importance",
                    "C",
                    "Place is as rough a measure as length: the opening stands higher still. Which "
                    "words in section 2 account for its being short?",
                ),
                Wrong(
                    "no reason seen",
                    "D",
                    "The number alone cannot tell, true. But the words can: read section 2 to its "
                    "very end.",
                ),
            ],
        ),
        ("fully reported to the Department in separate despatches and telegrams",),
        (
            "What did the reader in Washington know before this paper came?",
            "Read the last relative clause of section 2, the one that begins with “which has been”.",
        ),
    ),
    Exercise(
        "3.3",
        "two numbers",
        2,
        numbers(
            [
                (
                    "the words without the biography",
                    _without_biography,
                    [
                        Wrong(
                            "taken from the whole",
                            "857",
                            "You took the biography from the whole despatch. Take its words from "
                            "that one row alone.",
                        ),
                        Wrong(
                            "taken from another row",
                            "63",
                            "You took the biography from “Oppression”, which does not hold it. Take "
                            "its words from the one row that does.",
                        ),
                        Wrong(
                            "what is taken away",
                            "99",
                            "That is the biography itself, the number to take away. What is left?",
                        ),
                        Wrong(
                            "the other voice",
                            "263",
                            "You took away what stands between quotation marks. The biography has "
                            "none: it was copied whole. Which column counts it?",
                        ),
                        Wrong(
                            "both at once",
                            "164",
                            "There you took away the quotations as well. First the biography alone.",
                        ),
                    ],
                    "Which column counts the biography? Take that from the words of the row that "
                    "holds it; nothing else changes.",
                ),
                (
                    "the words that are Kirk’s own",
                    lambda despatch: _longest(despatch)["own"],
                    [
                        Wrong(
                            "the biography left in",
                            "263",
                            "The quotations are gone, but the biography is back. Take away both.",
                        ),
                        Wrong(
                            "only the biography",
                            "225",
                            "That is the first number once more. Yang’s quoted words have to go, too.",
                        ),
                        Wrong(
                            "what is taken away, both",
                            "160",
                            "That is all that is not Kirk’s, the number to take away. What is left?",
                        ),
                    ],
                    "Two kinds of words have to go. Is there a column for what is left then?",
                ),
            ],
            right=(
                "Without the biography 225 to 162: still the longest by far. Without all that is "
                "quoted, too, 164 to 162: barely. Half of the longest section is not Kirk’s, and two "
                "words decide its rank."
            ),
        ),
        ("A short biographical sketch published in the Soviet press is as follows:",),
        (
            "Which column counts what was copied whole, which what stands between marks?",
            "Keep to the row of section 7: from `words` take `copied`, then `quoted` as well.",
        ),
    ),
    Exercise(
        "3.4",
        "order",
        1,
        order(
            list(LINES),
            ["CADB"],
            right=(
                "Group, sum, sort, draw. The computer would have drawn an unsorted table as gladly; "
                "what a reader then compares is your choice."
            ),
            wrong=[
                Wrong(
                    "sum before group",
                    "AC",
                    "Line A adds up each of the `parts`. Which line makes them? Until it has run, "
                    "Python knows of no `parts`.",
                ),
                Wrong(
                    "draw before sum",
                    "BA",
                    "Line B draws the `totals`. Which line makes the totals?",
                ),
                Wrong(
                    "sort before sum",
                    "DA",
                    "Line D sorts the `totals`. Which line makes the totals?",
                ),
                Wrong(
                    "draw before sort",
                    "BD",
                    "It would draw, but bars in the order of the paper. The order decides what the "
                    "eye compares: what has to happen before the picture?",
                ),
            ],
            otherwise="Read each line aloud: which name does it need, and which line makes that name?",
        ),
        (),
        (
            "Each line uses a name that another line makes. Which one needs none of the others?",
            "First find the line that makes `parts`, then the one that uses them; the picture needs "
            "all that goes before it.",
        ),
    ),
    Exercise(
        "3.5",
        "prose",
        3,
        further(prose(60, 100, RUBRIC), _has_a_number, "no number", f"{_NO_NUMBER}\n{RUBRIC}"),
        ("fully reported to the Department in separate despatches and telegrams",),
        (
            "Which number from today would surprise somebody who has only read the headings?",
            "Quote the end of section 2, or the words with which section 7 brings in the biography. "
            "Then ask: what would one have to read besides, to know what mattered?",
        ),
    ),
]
