"""Lesson 6, "Beneath the page": notes and their markers, and what the copy lost."""

from __future__ import annotations

from lessonkit.despatch import Despatch
from lessonkit.exercises.exercise import Exercise
from lessonkit.exercises.judges import Wrong, choice, numbers, pairs
from lessonkit.exercises.prose import prose

VERSION = "1"

NOT_PRINTED = {
    "A": "the paper was secret",
    "B": "the editors left the paper out of the volume",
    "C": "the paper was lost",
    "D": "the Embassy did not send the paper",
}

RUBRIC = (
    "A reader will look for: a **claim** that names three things, each of them lost by this copy and "
    "not by Kirk; a **quotation** at which one of the losses shows; a **limit**, what the copy alone "
    "does not let you decide."
)


def survivors(despatch: Despatch) -> dict[str, int]:
    """Return the note that each marker calls that is left in the text.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    dict of str to int

    Examples
    --------
    >>> import lessonkit
    >>> survivors(lessonkit.load())
    {'5': 1, '6': 2, '7': 3, '*': 4, '8': 6, '9': 8}
    """
    called = despatch.notes.dropna(subset="marker")
    return dict(zip(called["marker"], called["note"].tolist(), strict=True))


def in_print(despatch: Despatch) -> tuple[list[str], str]:
    """Say what the digital edition keeps that our copy lost.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    marks : list of str
        The mark of each note in print, in the list's order.
    message : str
        The marks and where the lost ones stood; the other losses.

    Examples
    --------
    >>> import lessonkit
    >>> in_print(lessonkit.load())[0]
    ['5', '6', '7', '*', '†', '8', '†', '9', '‡']
    """
    card = despatch.card
    written, received = card["written"], card["received"]
    lost = [entry for entry in card["lost"] if entry["what"].startswith("note marker")]
    places = "; ".join(f"{entry['what'][12:]} behind “{entry['after']}”" for entry in lost)
    return card["printed_marks"], (
        f"The marks in the digital edition, in order: `{' '.join(card['printed_marks'])}`. Our copy lost "
        f"{len(lost)}: {places}. The † stands twice, with the same words: one note used twice, or a "
        "slip; we cannot tell.\n"
        f"Lost, too: the headings **{'** and **'.join(card['lost_headings'])}**, above sections 2 and "
        f"7; the dateline, {card['place']}, {written.day} {written:%B %Y}, received {received.day} "
        f"{received:%B}; the file number, {card['file_number']}; the number of page {card['pages'][0]}. "
        "All this is in the digital edition."
    )


_COUNTED = [
    Wrong(
        "only numbers",
        "5",
        "All of those are numbers, it seems. Must a marker be a number? Look closely at section 6.",
    ),
    Wrong(
        "the notes counted",
        "9",
        "That is how many notes stand at the end. Does each still have a mark in the text that calls "
        "it? Count the marks, not the notes.",
    ),
    Wrong(
        "the missing ones counted",
        "3",
        "Is that how many are there, or how many are missing? Count those that you see.",
    ),
    Wrong(
        "the page numbers, too",
        "8",
        "Did you count what stands in the margin, p. 294 and p. 295? Those are page breaks.",
    ),
]
_MATCHED = [
    Wrong(
        "the marker’s number is the note’s",
        "5:5",
        "Read note 5: “See Embassy’s despatch No. 1426”. The sentence with the marker cites No. 1472. "
        "The list was numbered anew, from 1: so the numbers cannot help; the words can, and the order.",
    ),
    Wrong(
        "down the list without a gap",
        "8:5 9:6",
        "Down the list, one after the other: a good rule, if every note had its marker. Read note 5 "
        "once more: would you write it behind “attached hereto”?",
    ),
    Wrong(
        "only the numbers counted",
        "8:4 9:5",
        "You took four off each number. That works while only numbers are counted; but the list has "
        "the notes with other marks in between. Which note would you write behind “attached hereto”?",
    ),
    Wrong(
        "the last note for the last marker",
        "9:9",
        "The marker stands where a translation of General Yang’s statement is *enclosed*. Note 9 "
        "names a newspaper. Which sentence further down leans on a newspaper?",
    ),
    Wrong(
        "the same words",
        "6:2 7:3 *:4",
        "Three notes have the same words, “Not printed.”: only the order tells them apart. Which of "
        "the three stands above the telegram in the list, which below it?",
    ),
]
_MEANT = [
    Wrong(
        "secret",
        "A",
        "General Yang’s statement was “handed to the press”, and the note on it says “Not printed”. "
        "Can it have been a secret? Whose word is “confidential”, and whose is this?",
    ),
    Wrong(
        "lost",
        "C",
        "The note says what was done with the paper in the volume, not what became of it since. Does "
        "“not printed” say that nobody had it?",
    ),
    Wrong(
        "not sent",
        "D",
        "“Attached hereto”, “transmitted herewith”: the despatch says that it sent them. What, "
        "then, does the note speak of?",
    ),
]
_STRAIGHT = Wrong(
    "straight marks",
    "0",
    "You counted another mark. The text has curly ones: copy “ or ” from this page.",
)

EXERCISES = [
    Exercise(
        "6.1",
        "number",
        1,
        numbers(
            [
                (
                    "how many markers are left",
                    lambda despatch: len(survivors(despatch)),
                    _COUNTED,
                    "Turn the pages once more, one of you with a finger on the raised marks. They are "
                    "glued to words, as in “1938,5”.",
                )
            ],
            right=(
                "5, 6, 7, *, 8 and 9: six, for nine notes. Either three notes were never called, or three "
                "markers are lost. The next question decides it."
            ),
        ),
        ("As reported to the Department,", "is attached hereto", "is transmitted herewith"),
        (
            "Must a marker be a number?",
            "Go through sections 1, 2, 4, 6 and 7. A marker is small, raised, and glued to a word.",
        ),
    ),
    Exercise(
        "6.2",
        "pairs",
        2,
        pairs(
            survivors,
            right=(
                "Each fits its sentence, and they go down the list in order, but for gaps: no marker is "
                "left for notes 5, 7 and 9. All three say that they stood in the original. So what our "
                "copy lost are the markers of the despatch’s own notes."
            ),
            wrong=_MATCHED,
            otherwise=(
                "Markers and notes stand in the same order, but a note may have lost its marker. Which "
                "sentence needs the telegram, which the treaty’s date? Then go on from those."
            ),
        ),
        (
            "the Embassy’s confidential despatch No. 1472, dated July 14, 1938",
            "Embassy’s telegram No. 264",
            "See Embassy’s despatch No. 1426",
        ),
        (
            "Which notes can you place by their words alone?",
            "“Treaty of Portsmouth” (section 4) needs a note on a treaty, “As reported to the "
            "Department” (section 6) one on a report. The others lie around them, in order.",
        ),
        reveal=in_print,
        reveal_after=("6.1", "6.2"),
    ),
    Exercise(
        "6.3",
        "two numbers",
        1,
        numbers(
            [
                (
                    "the marks that open",
                    lambda despatch: despatch.text.count("“"),
                    [
                        _STRAIGHT,
                        Wrong(
                            "as many as close",
                            "4",
                            "Is that the mark that *opens*, “? If you took it that they come in pairs, let "
                            "the computer count each of them.",
                        ),
                    ],
                    "Let the computer count the mark that opens: the line is done for you.",
                ),
                (
                    "the marks that close",
                    lambda despatch: despatch.text.count("”"),
                    [
                        _STRAIGHT,
                        Wrong(
                            "nothing broke",
                            "3",
                            "As many as open: then nothing would be lost. But let the computer count. They "
                            "come in pairs; is there a heading that closes one it never opened?",
                        ),
                    ],
                    "Write the second line after the pattern of the first, with the mark that closes.",
                ),
            ],
            right=(
                "3 open, 4 close. The heading `Oppression” of Japanese Concessionaires` closes a quotation "
                "that it never opens: our copy lost the first mark. With both, the heading says "
                "that the word is somebody’s; with one, it looks like a slip."
            ),
        ),
        ("Oppression” of Japanese Concessionaires in Sakhalin.",),
        (
            "What would you expect of marks that come in pairs?",
            "Copy the line that counts “ and change the mark and the name. Then look at the headings.",
        ),
    ),
    Exercise(
        "6.4",
        "choice",
        1,
        choice(
            NOT_PRINTED,
            key="B",
            right=(
                "The editors chose, and say so. What they left out could be quite public: Pravda printed "
                "the protest, Yang’s statement was “handed to the press”. “Confidential” is the Embassy’s "
                "word, of 1938; “not printed” the editors’, when the volume was made."
            ),
            wrong=_MEANT,
        ),
        ("In a statement handed to the press", "the Embassy’s confidential despatch No. 1472"),
        (
            "Who writes that, Kirk or somebody after him?",
            "Look for what the notes with those words are about: section 6, last sentence; section 7, "
            "“handed to the press”.",
        ),
    ),
    Exercise(
        "6.5",
        "prose",
        3,
        prose(60, 100, RUBRIC),
        ("Oppression” of Japanese Concessionaires in Sakhalin.",),
        (
            "What did you expect to find that is not there?",
            "A marker, a heading, a quotation mark, a date: choose three, quote the place where one of "
            "them is missing, and say what you can only know from the digital edition.",
        ),
    ),
]
