"""What students answer in lesson 6: right, wrong with the misconception it shows, unclear."""

import numpy as np

from tests.support.answers.despatch import DESPATCH

PROSE = (
    "Our copy lost three things. The list of notes has nine, the text only six markers: behind “in La "
    "Perouse Strait on May 31, 1938” there should be one. A heading begins with “Oppression” of Japanese "
    "Concessionaires, closing a quotation that nothing opens. And the part on China has no heading at "
    "all, only empty lines. That the lost heading was one word, and which, the copy alone cannot tell; "
    "for that I need the digital edition."
)

PAIRS = {"5": 1, "6": 2, "7": 3, "*": 4, "8": 6, "9": 8}
TEXT = DESPATCH.text

RIGHT = [
    ("6.1", 6), ("6.1", "6"), ("6.1", np.int64(6)), ("6.1", DESPATCH.notes["marker"].count()),
    ("6.2", PAIRS), ("6.2", {5: 1, 6: 2, 7: 3, "*": 4, 8: 6, 9: 8}), ("6.2", [1, 2, 3, 4, 6, 8]),
    ("6.2", {name: str(note) for name, note in reversed(PAIRS.items())}),
    ("6.3", [3, 4]), ("6.3", (TEXT.count("“"), TEXT.count("”"))),
    ("6.4", "B"), ("6.4", "The editors left the paper out of the volume."),
    ("6.5", PROSE),
]  # fmt: skip
WRONG = [  # exercise, answer, the misconception's name, words of its message
    ("6.1", 5, "only numbers", "Must a marker be a number"),
    ("6.1", 9, "the notes counted", "not the notes"),
    ("6.1", 3, "the missing ones counted", "are missing"),
    ("6.1", 8, "the page numbers, too", "page breaks"),
    ("6.1", 7, None, "finger"),
    ("6.2", PAIRS | {"5": 5}, "the marker’s number is the note’s", "numbered anew"),
    (
        "6.2",
        {"5": 5, "6": 6, "7": 7, "*": 4, "8": 8, "9": 9},
        "the marker’s number is the note’s",
        "cites No. 1472",
    ),
    ("6.2", [1, 2, 3, 4, 5, 6], "down the list without a gap", "attached hereto"),
    ("6.2", PAIRS | {"*": 5, "8": 4, "9": 5}, "only the numbers counted", "four off"),
    ("6.2", PAIRS | {"9": 9}, "the last note for the last marker", "enclosed".replace("en", "*en")),
    ("6.2", PAIRS | {"8": 8}, "the same words", "only the order"),
    ("6.2", PAIRS | {"*": 9}, None, "5 of 6 fit."),
    ("6.2", [9, 1, 2, 3, 4, 7], None, "None of 6 fits."),
    ("6.3", [4, 4], "as many as close", "*opens*"),
    ("6.3", [3, 3], "nothing broke", "come in pairs"),
    ("6.3", [0, 0], "straight marks", "curly"),
    ("6.3", [3, 0], "straight marks", "curly"),
    ("6.3", [7, 7], None, "done for you"),
    ("6.3", [3, 7], None, "second line"),
    ("6.4", "A", "secret", "handed to the press"),
    ("6.4", "C", "lost", "what became of it"),
    ("6.4", "D", "not sent", "Attached hereto"),
    ("6.5", "Some marks are gone.", "short", "4 words so far"),
    ("6.5", PROSE + " more" * 40, "long", "could go"),
    (
        "6.5",
        PROSE.replace("La Perouse Strait", "the Strait").replace("“Oppression”", "Oppression"),
        "misquoted",
        "exact words",
    ),
    ("6.5", PROSE.replace("“", "").replace("”", ""), "no quotation", "proof"),
]
UNCLEAR = [
    ("6.1", "six", "in digits"), ("6.2", {"5": 1}, "Still without one: 6, 7, *, 8, 9"),
    ("6.2", PAIRS | {"10": 9}, "Still without one: 5"), ("6.2", PAIRS | {"9": None}, "Still without one: 9"),
    ("6.2", "5:1", "Still without one"), ("6.2", [1, 2], "Still without one"),
    ("6.2", PAIRS | {"9": "eight"}, "Still without one: 9."),
    ("6.3", [3], "in digits"), ("6.4", "E", "Choose one of"),
]  # fmt: skip
GIVEN_AWAY = {  # words that no message and no hint may hold
    "6.1": ["six", "6 markers", "there are 6"],
    "6.2": ["note 1,", "note 2", "note 3", "note 4", "note 6", "note 8"],
    "6.3": ["3 open", "4 close", "[3, 4]"], "6.4": ['"b"', "the editors left"], "6.5": [],
}  # fmt: skip
MISCONCEPTIONS = {"6.1": 4, "6.2": 5, "6.3": 3, "6.4": 3, "6.5": 4}  # how many of each are known
