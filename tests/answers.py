"""What students answer: right ones, and wrong ones with the misconception that they show."""

import datetime

import numpy as np
import pandas as pd

import lessonkit

DESPATCH = lessonkit.load()
PROSE = (
    "The paper was written for the Department of State. Its title names the Secretary of State, and "
    "its first sentence says what it is for, “to inform the Department of subsequent developments”. "
    "It continues an earlier despatch and reports on Japan and China. I cannot tell from this text "
    "alone who in Washington read it, whether they believed it, or whether Kirk himself drafted the "
    "words that he signed with his name."
)

BOUND = (
    "The despatch was written not before 5 September 1938: in a note of his own Kirk cites “Moscow "
    "Pravda, September 5, 1938”, and nobody can cite a newspaper before it is out. That is a bound "
    "and not the date, because the newspaper had to be read and translated first. The day when the "
    "paper came to Washington would give a latest date, but our copy has lost it."
)

RIGHT = [
    ("1.1", "A. C. Kirk"), ("1.1", "kirk"), ("1.1", "The Chargé"), ("1.1", "“Kirk”, Chargé d’Affaires"),
    ("1.1", "Kirk, who acted for the Ambassador"), ("1.1", "not the Secretary, Kirk"),
    ("1.1", "Kirk (not the ambassador)"),
    ("1.1", "the chargé, for Ambassador Davies"),
    ("1.1", "A. C. Kirk (Secretary)"), ("1.1", "Kirk, who tells of Yang"),
    ("1.2", "B: a despatch"), ("1.2", "b) despatch"), ("1.2", "the despatch"),
    ("1.4", "C: rows"), ("1.4", "the rows"),
    ("1.3", np.array([8, 6])), ("1.3", pd.Series([8, 6])),
    ("1.5", PROSE.replace("“", "‘").replace("”", "’")),
    ("1.5", PROSE.replace("subsequent", "[further]")),
    ("1.5", PROSE.replace("reports on", "reports, in a “fair and honest way”, on")),
    ("1.5", PROSE.replace("developments”", "developments!”")),
    ("1.2", "B"), ("1.2", " b. "), ("1.2", "A despatch"),
    ("1.3", [8, 6]), ("1.3", (8, 6.0)), ("1.3", ["8", "6"]), ("1.3", np.array([8, 6]).tolist()),
    ("1.3", [len(DESPATCH.sections), np.int64(6)]),
    ("1.4", "C"), ("1.4", "rows"),
    ("1.5", PROSE),
    *(("2.1", form) for form in (
        "1938-09-04", "4 September 1938", "September 4, 1938", "1938 September 4", "4. September 1938",
        "September  the 4th,  1938", "4-Sep-1938", "1938/09/04", "1938-09-04 00:00:00",
        "sept. 4th, 1938", "the 4th of September 1938",
        "on September 4, 1938", "4.9.1938", "SEPTEMBER 4, 1938", datetime.date(1938, 9, 4),
        pd.Timestamp("1938-09-04"), DESPATCH.dates["not_before"][5], np.datetime64("1938-09-04"),
    )),
    ("2.2", "5 September 1938"), ("2.2", DESPATCH.dates["not_before"].max()),
    ("2.3", "B"), ("2.3", "on that day or later"), ("2.3", "Later!"),
    ("2.4", "C"), ("2.4", "c: Whoever made the program: it takes the year from a date before"),
    ("2.5", BOUND),
]  # fmt: skip
WRONG = [  # exercise, answer, the misconception's name, words of its message
    ("1.1", "the Ambassador", "the Ambassador", "another word"),
    ("1.1", "Ambassador Kirk", "the Ambassador", "another word"),
    ("1.1", "Secretary of State", "the Secretary of State", "written to"),
    ("1.1", "Cordell Hull", "the Secretary of State", "written to"),
    ("1.1", "Alan G. Kirk", "Alan G. Kirk", "1949"),
    ("1.1", "General Yang", "a person spoken of", "speaks of it"),
    ("1.1", DESPATCH.title, "pasted the title", "names two people"),
    ("1.1", "Admiral Kirk", "Alan G. Kirk", "1949"),
    ("1.1", "Ambassador A. C. Kirk", "the Ambassador", "another word"),
    ("1.1", "Secretary of State Kirk", "two names", "One hand"),
    ("1.1", "General Yang and Kirk", "two names", "One hand"),
    ("1.1", "not Kirk", None, "last section"),
    ("1.1", "no charge", None, "last section"),
    ("1.1", "nobody", None, "last section"),
    ("1.2", "A", "telegram", "1472"),
    ("1.2", "C", "memorandum", "internal record"),
    ("1.2", "D", "only a number", "fourth note"),
    ("1.3", [5, 6], "only the head", "first five rows"),
    ("1.3", [7, 6], "counted from zero", "begin with"),
    ("1.3", [6, 6], "only rows with a heading", "Count them all"),
    ("1.3", [9, 6], None, "once more"),
    ("1.3", [8, 8], "a heading for each row", "NaN"),
    ("1.3", [8, 7], "the title counted", "title"),
    ("1.3", [8, 2], "the bare ones counted", "that have none"),
    ("1.3", [8, 5], None, "reader"),
    ("1.4", "A", "words", "column of their own"),
    ("1.4", "B", "characters", "3"),
    ("1.4", "D", "columns", "wider or longer"),
    ("1.5", "It was for Washington.", "short", "4 words so far"),
    ("1.5", PROSE + " more" * 40, "long", "could go"),
    ("1.5", PROSE.replace("subsequent", "recent"), "misquoted", "do not stand"),
    (
        "1.5",
        PROSE.replace("to inform the Department of subsequent", "of ... of ..."),
        "misquoted",
        "",
    ),
    ("1.5", PROSE.replace("“", "").replace("”", ""), "no quotation", "proof"),
    ("2.1", "24 August 1938", "stopped at the vessel", "past the vessel"),
    ("2.1", "5 September 1938", "in a note", "note below"),
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
    ("2.3", "C", "before what it cites", "not come out yet"),
    ("2.3", "D", "nothing can be told", "rule out"),
    ("2.4", "A", "the text", "basis"),
    ("2.4", "B", "the computer", "year 1"),
    ("2.4", "D", "a note", "basis"),
    ("2.5", "Not before September.", "short", "3 words so far"),
    ("2.5", BOUND + " more" * 40, "long", "could go"),
    ("2.5", BOUND.replace("Pravda", "Izvestia"), "misquoted", "do not stand"),
    ("2.5", BOUND.replace("“", "").replace("”", ""), "no quotation", "proof"),
]
UNCLEAR = [
    ("2.1", "September 4", "Of which year"), ("2.1", "4 September", "Of which year"),
    ("2.1", "9/4/1938", "Which number is the month"), ("2.1", "September 1938", "one day"),
    ("2.1", "September 4 and 5, 1938", "one day"), ("2.1", "31.2.1938", "one day"),
    ("2.1", "31 September 1938", "no such day"),
    ("2.1", "before 5 September 1938", "one day"), ("2.1", "4 Sept 38", "in full"),
    ("2.1", "between June 3, 1938 and July 4, 1938", "one day"), ("2.1", 1938, "one day"),
    ("1.2", "E", "Choose one of"), ("1.2", "AB", "Choose one of"),
    ("1.3", [8], "in digits"), ("1.3", "eight", "in digits"), ("1.3", [8, None], "None"),
]  # fmt: skip
GIVEN_AWAY = {
    "1.1": ["a. c. kirk", "the chargé"], "1.2": ["a despatch", '"b"'], "1.3": ["8 ", "6 heading"],
    "1.4": ['"c"', "one row for each"], "1.5": [],
    "2.1": ["september 4", "4 september", "1938-09-04"], "2.2": ["september 5", "5 september", "1938-09-05"],
    "2.3": ['"b"', "not before", "or later"], "2.4": ['"c"', "by a rule", "context"], "2.5": [],
}  # fmt: skip
