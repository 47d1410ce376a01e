"""What students answer in lesson 5: right, wrong with the misconception it shows, unclear."""

import datetime

import pandas as pd

from tests.support.answers.despatch import DESPATCH

PROSE = (
    "The two consulates were closed between 10 August and 19 September 1938. Kirk places it “during "
    "the period immediately succeeding the truce”, which gives the first limit; the second is not in "
    "the text, it is the date of the despatch, which tells of it as past. Washington received this "
    "paper on 19 October, but that lag measures the paper’s way. When the Department knew I cannot tell "
    "from this paper alone."
)

EVENTS = DESPATCH.events
BOTH = EVENTS.loc[17, ["not_before", "not_after"]]

RIGHT = [
    ("5.1", 82), ("5.1", "82"), ("5.1", 82.0), ("5.1", [82]),
    ("5.1", (EVENTS.loc[23, "not_before"] - EVENTS.loc[8, "not_before"]).days),
    *(("5.2", form) for form in (
        "[1938-08-10..1938-09-19]", "1938-08-10..1938-09-19", "[1938-08-10 … 1938-09-19]",
        "[1938-08-11..1938-09-19]", EVENTS.loc[17, "edtf"],
        "between 10 August and 19 September 1938", "between August 10 and September 19, 1938",
        "Between aug. 10th and sept. 19th, 1938", "from 10 August 1938 to 19 September 1938",
        "10 August – 19 September 1938", "after 10 August and by 19 September 1938",
        "not before 10 August 1938, not after 19 September 1938", "10.8.1938 to 19.9.1938",
        "1938-08-10 - 1938-09-19", ["1938-08-10", "1938-09-19"], ("10 August 1938", "19 Sept. 1938"),
        [datetime.date(1938, 8, 10), datetime.date(1938, 9, 19)],
        {datetime.date(1938, 8, 10), datetime.date(1938, 9, 19)},
        {"not_before": "1938-08-10", "not_after": "1938-09-19"}, BOTH, tuple(BOTH),
        [pd.Timestamp("1938-08-10"), pd.Timestamp("1938-09-19")],
        "[1938-08-10..]", ["1938-08-10", ".."], "not before 10 August 1938; no upper bound",
        "after 10 August 1938; the upper bound is not in the text",
        "after the truce of Aug. 10th, 1938, but the text does not say until when",
        "10 August 1938 to unknown", "the text gives only one day, 10 August 1938",
        "only 10 August 1938 is given", "from 10 August 1938 on; the text gives one only",
    )),
    ("5.3", "B"), ("5.3", "in June"),
    ("5.4", "b"), ("5.4", "before: other papers had told of it"),
    ("5.5", PROSE),
]  # fmt: skip
WRONG = [  # exercise, answer, the misconception's name, words of its message
    ("5.1", 83, "both end days counted", "Monday to Tuesday"),
    ("5.1", 81, "neither end day counted", "left out"),
    ("5.1", 51, "the wrong month", "Check the month"),
    ("5.1", 14, "from the truce", "when did it begin"),
    ("5.1", 85, "from the ship’s day", "motor boat".replace("boat", "*boat*")),
    ("5.1", -82, "the earlier less the later", "later one"),
    ("5.1", 80, None, "month by month"),
    ("5.2", "1938-08-10/1938-09-19", "throughout", "all the time"),
    ("5.2", "1938-08-10/..", "throughout", "all the time"),
    ("5.2", "10 August 1938", "a point", "What closes it"),
    ("5.2", "1938-08-11", "a point", "What closes it"),
    ("5.2", datetime.date(1938, 8, 10), "a point", "What closes it"),
    ("5.2", "not on 10 August 1938", "a point", "What closes it"),
    ("5.2", "10 August 1938, I am not sure", "a point", "What closes it"),
    ("5.2", "after 10 August 1938", "the lower limit alone", "at the latest"),
    ("5.2", "not before 10 August 1938", "the lower limit alone", "at the latest"),
    ("5.2", "by 19 September 1938", "the upper limit alone", "about the other"),
    ("5.2", "[..1938-09-19]", "the upper limit alone", "about the other"),
    ("5.2", "[1938-08-10..1938-09-05]", "the bound of lesson 2", "still have happened"),
    ("5.2", "10 to 24 August 1938", "the next event as a limit", "Something else"),
    ("5.2", "[1938-08-10..1938-09-04]", "the next event as a limit", "Something else"),
    ("5.2", "10 August to 19 October 1938", "the day of receipt", "Washington received"),
    ("5.2", "August 1938", "a month", "end the period"),
    ("5.2", "between 10 and 31 August 1938", "a month", "end the period"),
    ("5.2", "[1938-08-06..1938-09-19]", "another document", "lesson 7"),
    ("5.2", "6 August 1938", "another document", "lesson 7"),
    ("5.2", "[1938-05-31..1938-09-19]", None, "Two limits"),
    ("5.2", "3 June 1938", None, "Two limits"),
    ("5.2", "[1937-08-10..1938-09-19]", "another year", "Which year"),
    ("5.3", "A", "the paper’s lag taken for knowledge", "earlier despatch"),
    ("5.3", "C", "the protest taken for the seizure", "earlier still"),
    ("5.3", "D", "another Pravda", "General Yang"),
    ("5.4", "A", "the paper’s lag taken for knowledge", "the only one"),
    ("5.4", "C", "writing taken for knowing", "30 days later"),
    ("5.4", "D", "silence", "does say something"),
    ("5.5", "Some time in August.", "short", "4 words so far"),
    ("5.5", PROSE + " more" * 40, "long", "could go"),
    ("5.5", PROSE.replace("succeeding", "following"), "misquoted", "exact words"),
    ("5.5", PROSE.replace("“", "").replace("”", ""), "no quotation", "proof"),
]
UNCLEAR = [
    ("5.1", "eighty-two", "in digits"), ("5.1", [82, 83], "in digits"),
    ("5.2", "10 August to 19 September", "Of which year"), ("5.2", "8/10/1938", "two days"),
    ("5.2", "31 September 1938", "September has 30 days"), ("5.2", "after the truce", "two days"),
    ("5.2", "[1938-09-19..1938-08-10]", "later than the second"), ("5.2", 1938, "two days"),
    ("5.2", ["1938-08-10"], "two days"), ("5.2", "3 June, 10 August and 19 September 1938", "two days"),
    ("5.3", "E", "Choose one of"),
]  # fmt: skip
GIVEN_AWAY = {  # words that no message and no hint may hold
    "5.1": ["82"], "5.2": ["19 september", "1938-09-19", "10 august", "1938-08-10"],
    "5.3": ['"b"', "29 june", "june 29", "1426"], "5.4": ['"b"', "11 august", "475"], "5.5": [],
}  # fmt: skip
MISCONCEPTIONS = {"5.1": 6, "5.2": 10, "5.3": 3, "5.4": 3, "5.5": 4}  # how many of each are known
