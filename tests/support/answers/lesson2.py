"""What students answer in lesson 2: right, wrong with the misconception it shows, unclear."""

import datetime

import numpy as np
import pandas as pd

from tests.support.answers.despatch import DESPATCH

BOUND = (
    "The despatch was written not before 5 September 1938: in a note of his own Kirk cites “Moscow "
    "Pravda, September 5, 1938”, and nobody can cite a newspaper before it is out. That is a bound "
    "and not the date, because the newspaper had to be read and translated first. The day when the "
    "paper came to Washington would give a latest date, but our copy has lost it."
)

RIGHT = [
    *(("2.1", form) for form in (
        "1938-09-04", "4 September 1938", "September 4, 1938", "1938 September 4", "4. September 1938",
        "September  the 4th,  1938", "4-Sep-1938", "1938/09/04", "1938-09-04 00:00:00",
        "sept. 4th, 1938", "the 4th of September 1938",
        "the fourth of September 1938", "4 September 1938?", "September the fourth, 1938",
        "on September 4, 1938", "4.9.1938", "SEPTEMBER 4, 1938", datetime.date(1938, 9, 4),
        pd.Timestamp("1938-09-04"), DESPATCH.dates["not_before"][5], np.datetime64("1938-09-04"),
    )),
    ("2.2", "5 September 1938"), ("2.2", DESPATCH.dates["not_before"].max()),
    ("2.3", "B"), ("2.3", "on that day or later"), ("2.3", "Later!"), ("2.3", "on or after"),
    ("2.4", "C"), ("2.4", "c: Whoever made the program: it takes the year from a date before"),
    ("2.5", BOUND),
]  # fmt: skip
WRONG = [  # exercise, answer, the misconception's name, words of its message
    ("2.1", "24 August 1938", "stopped at the vessel", "who presented credentials?"),
    ("2.1", "5 September 1938", "the latest of a note", "Well read"),
    ("2.1", "21 August 1938", "in a note", "note below"),
    ("2.1", "4 September 1939", "another year", "the year once more"),
    ("2.1", "31 December 1938", None, "not in the body"),
    ("2.2", "5 September 1937", "another year", "the year once more"),
    ("2.1", "19 September 1938", "looked up", "Where in our copy"),
    ("2.1", "1938-08-10", "an earlier day of the body", "later one"),
    ("2.1", "1 January 1938", None, "not in the body"),
    ("2.2", "4 September 1938", "the body alone", "True of the body"),
    ("2.2", "20 September 1938", "looked up", "Where in our copy"),
    ("2.2", "19 September 1938", "looked up", "Where in our copy"),
    ("2.2", "June 29, 1938", "another note of his", "well found"),
    ("2.2", "5 September 1905", "a note of the editors", "editors"),
    ("2.2", "2 September 1938", None, "latest day in all of that"),
    ("2.3", "yes", "a bound taken for the date", "translated first"),
    ("2.3", "A", "a bound taken for the date", "translated first"),
    ("2.3", "C", "before what it cites", "tomorrow’s newspaper"),
    ("2.3", "D", "nothing can be told", "rule out"),
    ("2.4", "A", "the text", "basis"),
    ("2.4", "B", "the computer", "year 1"),
    ("2.4", "the computer", "the computer", "year 1"),
    ("2.4", "the text", "the text", "basis"),
    ("2.4", "a note", "a note", "basis"),
    ("2.4", "D", "a note", "basis"),
    ("2.5", "Not before September.", "short", "3 words so far"),
    ("2.5", BOUND + " more" * 40, "long", "could go"),
    ("2.5", BOUND.replace("Pravda", "Izvestia"), "misquoted", "exact words"),
    ("2.5", BOUND.replace("“", "").replace("”", ""), "no quotation", "proof"),
]
UNCLEAR = [
    ("2.1", "September 4", "Of which year"), ("2.1", "4 September", "Of which year"),
    ("2.1", "9/4/1938", "Which number is the month"), ("2.1", "September 1938", "Which day of it"),
    ("2.1", "September 4 and 5, 1938", "one day"), ("2.1", "31.2.1938", "no such day"),
    ("2.1", "1938", "Which day of it"),
    ("2.1", "4 Setember 1938", "spelt right"), ("2.1", "4 September 1938 (credentials)", "no other words"),
    ("2.1", 1938 - 9 - 4, "quotation marks around"), ("2.1", "9/4/38", "in full"), ("2.1", True, "one day"),
    ("2.1", "31 September 1938", "no such day"),
    ("2.1", "before 5 September 1938", "one day"), ("2.1", "4 Sept 38", "in full"),
    ("2.1", "between June 3, 1938 and July 4, 1938", "one day"), ("2.1", 1938, "made a number"),
]  # fmt: skip
GIVEN_AWAY = {  # words that no message and no hint may hold
    "2.1": ["september 4", "4 september", "1938-09-04"], "2.2": ["september 5", "5 september", "1938-09-05"],
    "2.3": ['"b"', "not before", "or later"], "2.4": ['"c"', "by a rule", "context"], "2.5": [],
}  # fmt: skip
MISCONCEPTIONS = {"2.1": 6, "2.2": 5, "2.3": 3, "2.4": 3, "2.5": 4}  # how many of each are known
