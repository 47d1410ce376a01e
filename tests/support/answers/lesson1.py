"""What students answer in lesson 1: right, wrong with the misconception it shows, unclear."""

import numpy as np
import pandas as pd

from tests.support.answers.despatch import DESPATCH

PROSE = (
    "The paper was written for the Department of State. Its title names the Secretary of State, and "
    "its first sentence says what it is for, “to inform the Department of subsequent developments”. "
    "It continues an earlier despatch and reports on Japan and China. I cannot tell from this text "
    "alone who in Washington read it, whether they believed it, or whether Kirk himself drafted the "
    "words that he signed with his name."
)

RIGHT = [
    ("1.1", "A. C. Kirk"), ("1.1", "kirk"), ("1.1", "The Chargé"), ("1.1", "“Kirk”, Chargé d’Affaires"),
    ("1.1", "Kirk, who acted for the Ambassador"), ("1.1", "not the Secretary, Kirk"),
    ("1.1", "Kirk (not the ambassador)"),
    ("1.1", "the chargé, for Ambassador Davies"),
    ("1.1", "Kirk to Hull"), ("1.1", "it was the chargé d'affaires"), ("1.1", "Chargé in Moscow"),
    ("1.2", "B, because of Sir"), ("1.2", "b) since it is so called"),
    ("1.1", "A. C. Kirk (Secretary)"), ("1.1", "Kirk, who tells of Yang"),
    ("1.2", "B: a despatch"), ("1.2", "b) despatch"), ("1.2", "dispatch"),
    ("1.2", "B: a dispatch"), ("1.2", "the despatch"),
    ("1.4", "C: rows"), ("1.4", "the rows"),
    ("1.3", np.array([8, 6])), ("1.3", pd.Series([8, 6])),
    ("1.5", PROSE.replace("“", "‘").replace("”", "’")),
    ("1.5", PROSE.replace("Japan and China", "“General Yang [Page 295] Chieh” of China")),
    ("1.5", PROSE.replace("to inform the", "endeavors [Page 294] to obtain").replace(
        "Department of subsequent developments", "the assistance")),
    ("1.5", PROSE.replace("subsequent", "[further]")),
    ("1.5", PROSE.replace("reports on", "reports, in a “fair and honest way”, on")),
    ("1.5", PROSE.replace("developments”", "developments!”")),
    ("1.2", "B"), ("1.2", " b. "), ("1.2", "A despatch"),
    ("1.3", [8, 6]), ("1.3", (8, 6.0)), ("1.3", ["8", "6"]), ("1.3", np.array([8, 6]).tolist()),
    ("1.3", [len(DESPATCH.sections), np.int64(6)]),
    ("1.4", "C"), ("1.4", "rows"),
    ("1.5", PROSE),
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
    ("1.1", "not Kirk", None, "does its writer put"),
    ("1.1", "no charge", None, "does its writer put"),
    ("1.1", "nobody", None, "does its writer put"),
    ("1.1", "Hull to Kirk", "the other way round", "which way the title runs"),
    ("1.1", "Chargé Hull", "the Secretary of State", "written to"),
    ("1.1", "Captain Kirk", "another office", "which office"),
    ("1.1", "someone for Kirk", None, "does its writer put"),
    ("1.1", "Chargé d’affaires of the USSR", None, "does its writer put"),
    ("1.2", "A", "telegram", "how a telegram begins"),
    ("1.2", "a: telegram", "telegram", "how a telegram begins"),
    ("1.2", "a cable", "telegram", "how a telegram begins"),
    ("1.2", "a memo", "memorandum", "internal record"),
    ("1.2", "C", "memorandum", "internal record"),
    ("1.2", "D", "only a number", "fourth note"),
    ("1.3", [5, 6], "only the head", "the head alone"),
    ("1.3", [3, 6], "only the head", "the head alone"),
    ("1.3", [6, 8], "only rows with a heading", "changed places"),
    ("1.3", [7, 6], "counted from zero", "begin with"),
    ("1.3", [6, 6], "only rows with a heading", "Count them all"),
    ("1.3", [9, 6], None, "once more"),
    ("1.3", [8, 8], "a heading for each row", "NaN"),
    ("1.3", [8, 7], "the title counted", "title"),
    ("1.3", [8, 2], "the bare ones counted", "that have none"),
    ("1.3", [8, 5], None, "reader"),
    ("1.4", "A", "words", "column of their own"),
    ("1.4", "B", "characters", "3"),
    ("1.4", "letters", "characters", "3"),
    ("1.4", "D", "columns", "wider or longer"),
    ("1.5", "It was for Washington.", "short", "4 words so far"),
    ("1.5", PROSE + " more" * 40, "long", "could go"),
    ("1.5", PROSE.replace("subsequent", "recent"), "misquoted", "exact words"),
    (
        "1.5",
        PROSE.replace("to inform the Department of subsequent", "of ... of ..."),
        "misquoted",
        "",
    ),
    ("1.5", PROSE.replace("“", "").replace("”", ""), "no quotation", "proof"),
]
UNCLEAR = [
    ("1.2", "a letter", "In form it is one"), ("1.2", "a report", "It reports"),
    ("1.2", "E: other", "Choose one of"), ("1.2", "E", "Choose one of"), ("1.2", "AB", "Choose one of"),
    ("1.3", [8], "in digits"), ("1.3", "eight", "in digits"), ("1.3", [8, None], "None"),
]  # fmt: skip
GIVEN_AWAY = {  # words that no message and no hint may hold
    "1.1": ["a. c. kirk", "the chargé"], "1.2": ["a despatch", '"b"'], "1.3": ["8 ", "6 heading"],
    "1.4": ['"c"', "one row for each"], "1.5": [],
}  # fmt: skip
MISCONCEPTIONS = {"1.1": 8, "1.2": 3, "1.3": 6, "1.4": 3, "1.5": 4}  # how many of each are known
