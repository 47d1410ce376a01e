"""What students answer in lesson 3: right, wrong with the misconception it shows, unclear."""

import numpy as np

from tests.support.answers.despatch import DESPATCH

SPACE = (
    "The longest section, 324 of 956 words, has no heading; it is about the new Chinese Ambassador. "
    "But 160 of its words are not Kirk's: he quotes the General, and then copies “a short "
    "biographical sketch published in the Soviet press”. The battle has 49 words, because it had "
    "been reported before. Length shows what was new or easy to copy. It cannot show what mattered "
    "most to Kirk, or what Washington read first."
)

RIGHT = [
    ("3.1", [7, 324]), ("3.1", ("7", 324.0)), ("3.1", [np.int64(7), DESPATCH.sections["words"].max()]),
    ("3.2", "B"), ("3.2", "no: the paper itself says why it needs so few words here"),
    ("3.3", [225, 164]), ("3.3", [324 - 99, 324 - 99 - 61]),
    ("3.4", "CADB"), ("3.4", "c, a, d, b"), ("3.4", ["C", "A", "D", "B"]),
    ("3.5", SPACE),
]  # fmt: skip
WRONG = [  # exercise, answer, the misconception's name, words of its message
    ("3.1", [3, 162], "Oppression", "row without a heading"),
    ("3.1", [6, 324], "the row's label", "begins with 0"),
    ("3.1", [8, 120], "the last one", "once the table is sorted"),
    ("3.1", [324, 7], "its words", "how many words it has"),
    ("3.1", [2, 49], None, "the row on top"),
    ("3.1", [7, 956], "the whole despatch", "all eight sections"),
    ("3.1", [7, 960], "page markers counted, in the whole", "page markers"),
    ("3.1", [7, 326], "page markers counted", "295]"),
    ("3.1", [7, 164], "only own words", "a step ahead"),
    ("3.1", [7, 162], None, "same row"),
    ("3.2", "A", "length is importance", "have already"),
    ("3.2", "C", "place is importance", "rough a measure"),
    ("3.2", "D", "no reason seen", "very end"),
    ("3.3", [857, 164], "taken from the whole", "that one row alone"),
    ("3.3", [63, 164], "taken from another row", "does not hold it"),
    ("3.3", [99, 164], "what is taken away", "What is left"),
    ("3.3", [263, 164], "the other voice", "copied whole"),
    ("3.3", [164, 164], "both at once", "biography alone"),
    ("3.3", [300, 164], None, "nothing else changes"),
    ("3.3", [225, 263], "the biography left in", "Take away both"),
    ("3.3", [225, 225], "only the biography", "once more"),
    ("3.3", [225, 160], "what is taken away, both", "What is left"),
    ("3.3", [225, 100], None, "Two kinds of words"),
    ("3.4", "ACDB", "sum before group", "makes them"),
    ("3.4", "CBAD", "draw before sum", "makes the totals"),
    ("3.4", "CDAB", "sort before sum", "Line D sorts"),
    ("3.4", "CABD", "draw before sort", "what the eye compares"),
    ("3.5", "Seven is long.", "short", "3 words so far"),
    ("3.5", SPACE + " more" * 40, "long", "could go"),
    ("3.5", SPACE.replace("Soviet press", "Soviet papers"), "misquoted", "exact words"),
    ("3.5", SPACE.replace("“", "").replace("”", ""), "no quotation", "proof"),
    (
        "3.5",
        SPACE.replace("324 of 956 words", "a third").replace("160", "half").replace("49", "few"),
        "no number",
        "in digits",
    ),
]
UNCLEAR = [
    ("3.1", 7, "in digits"), ("3.1", ["Oppression", 162], "in digits"), ("3.2", "E", "Choose one of"),
    ("3.3", "no", "in digits"), ("3.4", "CAD", "Use each of A, B, C, D once"),
    ("3.4", "CCAD", "once"), ("3.4", 3142, "once"),
]  # fmt: skip
GIVEN_AWAY = {  # words that no message and no hint may hold
    "3.1": ["section 7", "324"], "3.2": ['"b"', "fully reported", "separate"], "3.3": ["225", "164"],
    "3.4": ["cadb", "group, sum"], "3.5": [],
}  # fmt: skip
MISCONCEPTIONS = {"3.1": 8, "3.2": 3, "3.3": 8, "3.4": 4, "3.5": 5}  # how many of each are known
