"""What students answer in lesson 8: right, wrong with the misconception it shows, unclear."""

import numpy as np

REVIEW = "E13: the year belongs to a book in an editors' note, it is no event of the text"

COMPARED = (
    "In both texts the program finds what has a day and misses what somebody said. In No. 1667 it has "
    "“presented his credentials” as a row, but not that “it is an open secret” what the Chinese Mission "
    "wants. In mine it made a row of a letter’s date, and passed over “the latest representations”, "
    "which have none. To see that, a reader has to ask who speaks. Neither of us can tell from these "
    "two texts whether the Department believed what it read, or what it knew from other papers."
)


def row(**cells):
    whole = {
        "what": "Protest", "quote": "a strong but unavailing protest", "told_by": "unnamed > Kirk",
        "edtf": "", "certainty": "undated",
    }  # fmt: skip
    return whole | cells


DATED = row(edtf="1938-08-24", certainty="inferred")
BOUNDED = row(edtf="[1938-08-10..1938-09-19]", certainty="bounded")
ROWS = [row(), DATED, BOUNDED]

RIGHT = [
    ("8.1", REVIEW),
    ("8.1", "Row E02, because the year 1938 is not in the words at all"),
    ("8.1", "E2: the day is that of another paper"),
    ("8.1", "There are no rows, because my text gives no date that the program knows"),
    ("8.2", 13), ("8.2", "13"), ("8.2", np.int64(13)),
    ("8.3", ROWS), ("8.3", [row()]), ("8.3", [BOUNDED]), ("8.3", [row(edtf=None), DATED, row(edtf="XXXX-03-10")]),
    ("8.3", [row(certainty="Undated"), DATED | {"place": "Ushige"}, DATED | {"event": "M3"}]),
    ("8.4", 47), ("8.4", 47.0),
    ("8.5", COMPARED),
]  # fmt: skip
WRONG = [  # exercise, answer, the misconception's name, words of its message
    ("8.1", "They are all right, I have checked each of them", "all of them right", "doubted most"),
    ("8.1", "none is wrong", "all of them right", "doubted most"),
    ("8.1", "the one with the year of the book is no event", "no row named", "Which row"),
    ("8.1", "E00: what the words are about, and what the row makes of them", "no row named", "E00 is none"),
    ("8.1", "E0 makes an event of a book in a note", "no row named", "Which row"),
    ("8.1", "E13", "no reason given", "And why"),
    ("8.1", "E13 is wrong", "no reason given", "And why"),
    ("8.2", 2, "only the undated", "worked"),
    ("8.2", 5, "only those without a phrase", "Recently"),
    ("8.2", 8, "only those with words", "`NaN`"),
    ("8.2", 30, "the editor's table", "hold a year"),
    ("8.2", 17, "those with a date", "the others"),
    ("8.2", 12, "a length of time taken for a date", "not when"),
    ("8.2", 47, None, "one stroke for each cell"),
    ("8.3", [row(quote="a protest"), *ROWS[1:]], "no quotation", "Row 1: `quote`"),
    ("8.3", [*ROWS[:2], BOUNDED | {"what": " "}], "no what", "Row 3: `what`"),
    ("8.3", [row(told_by=""), *ROWS[1:]], "no told_by", "unnamed"),
    ("8.3", [row(certainty="sure"), *ROWS[1:]], "an unknown certainty", "one of stated"),
    ("8.3", [row(certainty="stated"), *ROWS[1:]], "date and certainty differ", "no date with undated"),
    ("8.3", [row(edtf="1938-08-10"), *ROWS[1:]], "date and certainty differ", "bear out"),
    ("8.3", [row(edtf="[..1938]", certainty="stated"), *ROWS[1:]], "date and certainty differ", "limits"),
    ("8.3", [row(edtf="1938-08-10", certainty="bounded"), *ROWS[1:]], "date and certainty differ", "day"),
    ("8.3", [row(edtf="10 August", certainty="stated"), *ROWS[1:]], "no EDTF", "10 August"),
    ("8.3", [row(edtf="XXXX-12-26", certainty="inferred")], "date and certainty differ", "nobody could supply"),
    ("8.3", [DATED, DATED], "only dated events", "without a day"),
    ("8.3", [DATED], "only dated events", "without a day"),
    ("8.4", 30, "the same rows merged", "compares nothing"),
    ("8.4", 13, "what is left over", "none is taken away"),
    ("8.4", 17, "one table", "below it"),
    ("8.4", 2, "side by side", "one comes out"),
    ("8.4", 46, None, "every row of both"),
    ("8.5", "The program finds days.", "short", "4 words so far"),
    ("8.5", COMPARED + " more" * 40, "long", "could go"),
    ("8.5", COMPARED.replace("“presented his", "“showed all his").replace("an open", "an old"),
     "misquoted", "quote No. 1667 once"),
    ("8.5", COMPARED.replace("“", "").replace("”", ""), "no quotation", "proof"),
]  # fmt: skip
UNCLEAR = [
    ("8.1", 13, "a few words"), ("8.2", "thirteen", "in digits"), ("8.4", [47, 1], "in digits"),
    ("8.3", row(), "square brackets"), ("8.3", [row(), "M2"], "square brackets"),
    ("8.3", [{"what": "Protest"}] * 3, "it has what"),
]  # fmt: skip
GIVEN_AWAY = {  # words that no message and no hint may hold
    "8.1": ["e13"], "8.2": ["13", "thirteen"], "8.3": [], "8.4": ["47", "forty-seven"], "8.5": [],
}  # fmt: skip
MISCONCEPTIONS = {"8.1": 3, "8.2": 6, "8.3": 7, "8.4": 4, "8.5": 4}  # how many of each are known
