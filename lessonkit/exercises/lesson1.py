"""Lesson 1, "What is this thing?": its five questions, what wrong answers show, what to say."""

from __future__ import annotations

from lessonkit.despatch import Despatch
from lessonkit.exercises.engine import Exercise
from lessonkit.exercises.kinds import Wrong, choice, numbers, prose, short_text

VERSION = "1"

KINDS_OF_PAPER = {
    "A": "a telegram",
    "B": "a despatch",
    "C": "a memorandum",
    "D": "it cannot be told: all it has is a number",
}

WHAT_LEN_COUNTS = {
    "A": "words",
    "B": "letters",
    "C": "rows",
    "D": "columns",
}

RUBRIC = (
    "A reader will look for: a **claim** that names the addressee and a purpose; a **quotation** "
    "that proves it; a **limit**, something this text cannot tell. Observations come before "
    "opinions."
)


def _rows(despatch: Despatch) -> int:
    return len(despatch.sections)


def _headings(despatch: Despatch) -> int:
    return int(despatch.sections["heading"].notna().sum())


EXERCISES = [
    Exercise(
        "1.1",
        "short text",
        1,
        short_text(
            accept=r"\bkirk\b|\bcharge\b",
            right=(
                "Yes: “A. C. Kirk” stands where a signature stands, and the title gives his office, "
                "Chargé. The title is the editors’; the signature is his. By rule the head of "
                "post signed, even if somebody else had drafted the paper: “Kirk wrote” is "
                "shorthand."
            ),
            wrong=[
                Wrong(
                    "pasted the title",
                    r"\bkirk\b.*\bsecretary of state\b",
                    "That line names two people: one who writes and one who is written to. Only one "
                    "of them signed, at the other end of the paper.",
                ),
                Wrong(
                    "Alan G. Kirk",
                    r"\balan\b",
                    "Careful, that is another man of the same name: Alan G. Kirk came to Moscow in "
                    "1949. Which initials stand under this paper?",
                ),
                Wrong(
                    "the Ambassador",
                    r"\bambassador\b|\bdavies\b",
                    "The title uses another word than “Ambassador” for the man in Moscow. Who acts "
                    "for a post while it has no ambassador?",
                ),
                Wrong(
                    "the Secretary of State",
                    r"\bsecretary\b|\bhull\b",
                    "The Secretary of State is in the title, behind the word “to”. So what is he: "
                    "the one who writes, or the one who is written to?",
                ),
                Wrong(
                    "a person spoken of",
                    r"\byang\b|\bkalinin\b|\bstalin\b|\blenin\b|\bpravda\b|\bchiang\b",
                    "That name is in the text: the paper speaks of it. The one who signs stands "
                    "outside the text, below its last sentence.",
                ),
            ],
            otherwise=(
                "Look at the last stop of the reader, below the last sentence and above the notes. "
                "Whose name stands alone there?"
            ),
        ),
        ("The Chargé in the Soviet Union (Kirk) to the Secretary of State", "A. C. Kirk"),
        (
            "Where does a letter carry its signature?",
            "Go to the last section in the reader and read what comes after “Respectfully yours,”.",
        ),
    ),
    Exercise(
        "1.2",
        "choice",
        1,
        choice(
            KINDS_OF_PAPER,
            key="B",
            right=(
                "Yes. It greets (“Sir:”), it takes leave (“Respectfully yours,”), and it calls the "
                "paper before it “the Embassy’s confidential despatch No. 1472”. It went on paper, by "
                "courier, pouch or mail. The number proves nothing: note 4 cites a telegram that "
                "has one too, No. 264."
            ),
            wrong=[
                Wrong(
                    "telegram",
                    "A",
                    "Look at the first word of this paper and at the line above the signature. And "
                    "what does it call the paper it follows, No. 1472?",
                ),
                Wrong(
                    "memorandum",
                    "C",
                    "A memorandum is an internal record. Whom does the first word of this paper "
                    "greet, and would a record for one’s own house do that?",
                ),
                Wrong(
                    "only a number",
                    "D",
                    "True, a number proves nothing: in note 4 something of another kind has one too. "
                    "But is the number all? Read the first word, the line above the signature, and "
                    "what the first sentence calls the paper it follows.",
                ),
            ],
        ),
        ("Sir:", "Respectfully yours,", "the Embassy’s confidential despatch No. 1472"),
        (
            "How does a paper that is sent as a letter begin and end?",
            "The first sentence names an earlier paper of the same kind. What does it call it?",
        ),
    ),
    Exercise(
        "1.3",
        "two numbers",
        2,
        numbers(
            [
                (
                    "the rows",
                    _rows,
                    [
                        Wrong(
                            "only the head",
                            "5",
                            "`head()` shows no more than the first five rows. Show the whole table: "
                            "write `sections` in place of `sections.head()`.",
                        ),
                        Wrong(
                            "counted from zero",
                            "7",
                            "The bold number on the left of a row is not a count. Look at the first "
                            "row: what number does the computer begin with?",
                        ),
                        Wrong(
                            "only rows with a heading",
                            "6",
                            "A row without a heading is a row, too. Count them all.",
                        ),
                    ],
                    "Count the rows of the whole table once more; the line with the names of the "
                    "columns is not one of them.",
                ),
                (
                    "the headings",
                    _headings,
                    [
                        Wrong(
                            "a heading for each row",
                            "8",
                            "That is a heading for every row. Look down the column `heading`: where "
                            "does it say NaN? That is the computer’s word for “nothing here”.",
                        ),
                        Wrong(
                            "the title counted",
                            "7",
                            "Did you count the title at the top, or “No. 1667”? They belong to the "
                            "whole paper. A section’s heading stands above that section alone.",
                        ),
                        Wrong(
                            "the bare ones counted",
                            "2",
                            "You seem to have counted the sections that have none. The question asks "
                            "for the headings that are there.",
                        ),
                    ],
                    "Walk through the reader once more and count the lines in bold above a section.",
                ),
            ],
            right=(
                "Yes: 8 sections and 6 headings, so two sections stand without one. The program cut "
                "there because it saw something else. Keep that difference of 2: lesson 6 comes "
                "back to it."
            ),
        ),
        ("General Relations.", "Soviet Assistance to China."),
        (
            "Which of the two numbers does the program give you, and which needs your eyes?",
            "Write `sections` alone in a cell and run it: the column `heading` has them all.",
        ),
    ),
    Exercise(
        "1.4",
        "choice",
        1,
        choice(
            WHAT_LEN_COUNTS,
            key="C",
            right=(
                "Yes, one row for each section. `len()` counts the pieces of whatever it is given: "
                "of a table its rows, of a text its letters. Run the next cell and see."
            ),
            wrong=[
                Wrong(
                    "words",
                    "A",
                    "Words have a column of their own in this table. `len()` does not look into a "
                    "column; it asks how many pieces the whole table is a pile of.",
                ),
                Wrong(
                    "letters",
                    "B",
                    'That is what `len()` counts in a text: `len("Sir")` is 3. But `sections` is no '
                    "text, it is a table. Which pieces is a table a pile of?",
                ),
                Wrong(
                    "columns",
                    "D",
                    "A fair guess: a table has columns, too. But if you add one more section to the "
                    "despatch, does the table grow wider or longer?",
                ),
            ],
        ),
        (),
        (
            "What is `sections`: a text, a number or a table?",
            "Count by eye how many columns and how many rows the table has, then run the next cell.",
        ),
    ),
    Exercise(
        "1.5",
        "prose",
        3,
        prose(60, 100, RUBRIC),
        ("I have the honor to inform the Department of subsequent developments",),
        (
            "Whom does the first sentence want to inform, and of what?",
            "Quote from the first sentence. Then ask: does it say what the reader should do?",
        ),
    ),
]
