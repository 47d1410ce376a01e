"""Lesson 1, "What is this thing?": its five questions, what wrong answers show, what to say."""

from __future__ import annotations

from lessonkit.despatch import Despatch
from lessonkit.exercises.exercise import Exercise
from lessonkit.exercises.judges import Wrong, choice, numbers, short_text
from lessonkit.exercises.prose import prose

VERSION = "1"

KINDS_OF_PAPER = {
    "A": "a telegram",
    "B": "a despatch",
    "C": "a memorandum",
    "D": "one cannot tell: it has only a number",
}

_OTHER_WORDS = {
    **dict.fromkeys(("dispatch", "a dispatch", "the dispatch", "b a dispatch"), "B"),
    **dict.fromkeys(("memo", "a memo", "an office note"), "C"),
    **dict.fromkeys(("cable", "a cable", "a wire"), "A"),
}
_A_LETTER = (
    "In form it is one, yes. But what did the Department call such a letter from a post abroad?"
)
_A_REPORT = "It reports, yes. But which kind of paper carried reports from a post abroad?"
_OTHER_KINDS = {
    **dict.fromkeys(("letter", "a letter", "the letter", "an official letter"), _A_LETTER),
    **dict.fromkeys(("report", "a report", "the report", "an official report"), _A_REPORT),
}

WHAT_LEN_COUNTS = {
    "A": "words",
    "B": "characters (letters, spaces, stops)",
    "C": "rows",
    "D": "columns",
}

RUBRIC = (
    "A reader will look for: a **claim** that names the addressee and a purpose; a **quotation** "
    "that proves it; a **limit**, something this text cannot tell; and what you see before what "
    "you think."
)


_HIM = (
    r"(?<!not )(?<!for )\bkirk\b"
    r"|^(?!.*\bof (?:the )?(?:ussr|soviet))(?:(?:the )?(?:acting )?charge\b|.*\bcharge d)"
)
_WITHOUT_HIM = r"^(?!.*\b(?:kirk|charge)\b)"  # whoever names him may speak of others, too


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
            accept=_HIM,
            right=(
                "“A. C. Kirk” stands where one signs, and the title gives his office, Chargé. (The "
                "title is no part of the letter; we take it to be the editors’.) By rule the head "
                "of post signed, even if somebody else had drafted the paper: so “Kirk wrote” "
                "means “Kirk signed”."
            ),
            wrong=[
                Wrong(
                    "the other way round",
                    r"\bto (?:\w+ ){0,3}kirk\b",
                    "Look once more which way the title runs: who stands before its “to”, and who "
                    "after it?",
                ),
                Wrong(
                    "pasted the title",
                    r"^the charge in the soviet union kirk to the secretary of state$",
                    "That line names two people: one who writes and one who is written to. Only one "
                    "of them signed, at the other end of the paper.",
                ),
                Wrong(
                    "two names",
                    r"\bkirk and\b|\band (?:\w+ )*kirk\b|\bsecretary of state kirk\b",
                    "One hand signed. Whose name stands alone below “Respectfully yours,”, and which "
                    "office does the title give him?",
                ),
                Wrong(
                    "Alan G. Kirk",
                    r"\balan\b.*\bkirk\b|\badmiral\b.*\bkirk\b",
                    "Careful, that is another man of the same surname: Alan G. Kirk was Ambassador "
                    "in Moscow from 1949 to 1951. Which initials stand under this paper?",
                ),
                Wrong(
                    "the Ambassador",
                    r"^(?!.*\b(?:charge|not|acted|acting|for)\b).*\b(?:ambassador|davies)\b",
                    "The title uses another word than “Ambassador” for the man in Moscow. Who acts "
                    "for a post while it has no ambassador?",
                ),
                Wrong(
                    "the Secretary of State",
                    rf"{_WITHOUT_HIM}.*\bsecretary\b|^(?!.*\bkirk\b).*\bhull\b",
                    "The Secretary of State (in 1938 Cordell Hull) is in the title, after the word "
                    "“to”. So what is he: the one who writes, or the one who is written to?",
                ),
                Wrong(
                    "another office",
                    r"\b(?:captain|colonel|general|president|minister|consul)(?: a c)? kirk\b",
                    "That surname, yes. But which office does the title give him?",
                ),
                Wrong(
                    "a person spoken of",
                    rf"{_WITHOUT_HIM}.*\b(?:yang|kalinin|stalin|lenin|pravda|chiang)\b",
                    "That name is in the text: the paper speaks of it. The one who signs stands "
                    "outside the text, below its last sentence.",
                ),
            ],
            otherwise=(
                "Where on a letter does its writer put the name? Look at that place in the reader: "
                "whose name stands there alone?"
            ),
        ),
        ("The Chargé in the Soviet Union (Kirk) to the Secretary of State", "A. C. Kirk"),
        (
            "Where does one sign a paper?",
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
                "It greets (“Sir:”), it closes (“Respectfully yours,”), and it calls the earlier "
                "paper that it takes up “the Embassy’s confidential despatch No. 1472”. A despatch "
                "went by courier, pouch or mail; which of them carried this one, the text does not "
                "say. The number proves nothing: the fourth note in the list cites a telegram that "
                "has one, too, No. 264."
            ),
            wrong=[
                Wrong(
                    "telegram",
                    "A",
                    "Look at the word just below “No. 1667”: is that how a telegram begins?",
                ),
                Wrong(
                    "memorandum",
                    "C",
                    "A memorandum is an internal record. Whom does the word just below “No. 1667” "
                    "greet, and would an office note do that?",
                ),
                Wrong(
                    "only a number",
                    "D",
                    "True, a number proves nothing: in the fourth note of the list something of "
                    "another kind has one, too. But is the number all you have? Read the word just "
                    "below it, the line above the signature, and what the first sentence calls the "
                    "earlier paper that it takes up.",
                ),
            ],
            also=_OTHER_WORDS,
            asides=_OTHER_KINDS,
        ),
        ("Sir:", "Respectfully yours,", "the Embassy’s confidential despatch No. 1472"),
        (
            "How does it begin, and how does it end?",
            "The first sentence takes up an earlier paper. What does it call it?",
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
                            "5 3",
                            "That is the head alone. See the whole table: take away `.head()`, or "
                            "`.head(3)`, dot and all, and run that cell again.",
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
                            "A row without a heading is still a row. Count them all. (Or have the "
                            "two numbers changed places? The rows come first.)",
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
                    "Walk through the reader once more and count the lines in bold above a section, "
                    "but not the title at the top.",
                ),
            ],
            right=(
                "8 sections and 6 headings: two sections stand without one. One is the opening. What "
                "of the other? Keep that question for lesson 6."
            ),
        ),
        ("General Relations.", "Soviet Assistance to China."),
        (
            "Is the whole table on your screen, or only its head? And the headings: in the reader, "
            "with your own eyes.",
            "In the reader, go from section to section and make a stroke for each line in bold. "
            "The title at the top is not one.",
        ),
    ),
    Exercise(
        "1.4",
        "choice",
        1,
        choice(
            WHAT_LEN_COUNTS,
            also={"letters": "B"},
            key="C",
            right=(
                "One row for each section. `len()` counts the pieces of whatever it is given: of a "
                "table its rows, of a text its characters, spaces and stops among them."
            ),
            wrong=[
                Wrong(
                    "words",
                    "A",
                    "Words have a column of their own in this table. `len()` does not look into a "
                    "column; it counts the parts that the table is made of.",
                ),
                Wrong(
                    "characters",
                    "B",
                    'That is what `len()` counts in a text: `len("Sir")` is 3. But `sections` is no '
                    "text, it is a table. What is a table made of, from top to bottom?",
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
            "Count by eye how many columns and how many rows the table has.",
        ),
    ),
    Exercise(
        "1.5",
        "prose",
        3,
        prose(60, 100, RUBRIC),
        ("I have the honor to inform the Department of subsequent developments",),
        (
            "Who is to be informed, and of what? The first sentence says both.",
            "Quote from the first sentence. Then ask: does it say what the reader should do?",
        ),
    ),
]
