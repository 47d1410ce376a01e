"""Every exercise: right answers, every misconception, near misses, nonsense."""

import datetime
import json

import numpy as np
import pandas as pd
import pytest

import lessonkit
from lessonkit.exercises import EXERCISES, session
from lessonkit.exercises.engine import LONGEST, assess, storable

DESPATCH = lessonkit.load()
PROSE = (
    "The paper was written for the Department of State. Its title names the Secretary of State, and "
    "its first sentence says what it is for, “to inform the Department of subsequent developments”. "
    "It continues an earlier despatch and reports on Japan and China. I cannot tell from this text "
    "alone who in Washington read it, whether they believed it, or whether Kirk himself drafted the "
    "words that he signed with his name."
)

RIGHT = [
    ("1.1", "A. C. Kirk"), ("1.1", "kirk"), ("1.1", "The Chargé"), ("1.1", "“Kirk”, Chargé d’Affaires"),
    ("1.1", "Kirk, who acted for the Ambassador"), ("1.1", "Kirk (not the ambassador)"),
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
]
RECURSIVE = []
RECURSIVE.append(RECURSIVE)


class Hostile(str):
    def __str__(self):
        raise RuntimeError("no")

    strip = lower = __len__ = __hash__ = __eq__ = __str__


NONSENSE = [
    None, True, 3.5, -1, 10**400, float("nan"), b"Kirk", object(), print, {"a": 1}, {1, 2}, [], [[]], RECURSIVE,
    ["a"] * 3, datetime.date(1938, 9, 4), pd.DataFrame({"a": [1]}), np.zeros(3), "", "?", "ZZ" * 30,
    Hostile("Kirk"), range(3), "\ud800",
]  # fmt: skip


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(session, "_names", [])
    monkeypatch.setattr(session, "_outcomes", {})
    monkeypatch.setattr(session, "_hints_given", {})


@pytest.mark.parametrize(("exercise", "answer"), RIGHT)
def test_right(exercise, answer):
    assert assess(EXERCISES[exercise], answer, DESPATCH).outcome == "right"


@pytest.mark.parametrize(("exercise", "answer", "name", "words"), WRONG)
def test_wrong(exercise, answer, name, words):
    feedback = assess(EXERCISES[exercise], answer, DESPATCH)
    assert (feedback.outcome, feedback.misconception) == ("nearly", name)
    assert words in feedback.message


def test_every_exercise_and_every_misconception_is_tried():
    assert {exercise for exercise, _ in RIGHT} == set(EXERCISES)
    tried = {(exercise, name) for exercise, _, name, _ in WRONG if name}
    for exercise, names in {
        "1.1": 5, "1.2": 3, "1.3": 6, "1.4": 3, "1.5": 4,
    }.items():  # fmt: skip
        assert len([1 for tried_exercise, _ in tried if tried_exercise == exercise]) == names


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("answer", [..., "...", " … ", "\n...\n", [..., 3], [8, ...]], ids=repr)
def test_not_yet(exercise, answer):
    assert assess(EXERCISES[exercise], answer, DESPATCH).outcome == "not yet"


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("answer", NONSENSE, ids=lambda value: type(value).__name__)
def test_nonsense_is_never_right_and_raises_nothing(exercise, answer, capsys):
    outcome = assess(EXERCISES[exercise], answer, DESPATCH).outcome
    kind = EXERCISES[exercise].kind
    if type(answer) is str and answer == "":
        assert outcome == "not yet"
    elif type(answer) in (str, datetime.date) and kind in ("short text", "prose"):
        assert outcome == "nearly"  # it can be read as text, the kind of answer asked for
    else:
        assert outcome == "unclear"
    lessonkit.check(exercise, answer)
    assert "Traceback" not in capsys.readouterr().out


@pytest.mark.parametrize("exercise", EXERCISES)
def test_ten_megabytes_are_unclear_and_not_kept(exercise):
    answer = "Kirk " * 2_000_000
    feedback = assess(EXERCISES[exercise], answer, DESPATCH)
    assert feedback.outcome == "unclear"
    assert "10,000 characters" in feedback.message
    assert storable(answer) is None
    assert storable(["x" * LONGEST]) is None


def test_a_check_changes_nothing_that_it_is_given():
    answer = [8, [6]]
    lessonkit.check("1.3", answer)
    assert answer == [8, [6]]


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES.keys())
def test_the_evidence_is_quoted_from_the_despatch(exercise):
    for quotation in exercise.evidence:
        assert quotation in DESPATCH.reading


GIVEN_AWAY = {
    "1.1": ["a. c. kirk", "the chargé"], "1.2": ["a despatch", '"b"'], "1.3": ["8 ", "6 heading"],
    "1.4": ['"c"', "one row for each"], "1.5": [],
}  # fmt: skip


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES.keys())
def test_no_message_and_no_hint_gives_the_answer_away(exercise):
    answers = [answer for tried, answer, _, _ in WRONG if tried == exercise.id]
    said = [assess(exercise, answer, DESPATCH).message for answer in [*answers, None, ...]]
    for text in [*said, *exercise.hints]:
        assert not [key for key in GIVEN_AWAY[exercise.id] if key in text.lower()], text
    assert len(exercise.hints) >= 2


def test_hints_go_on_and_stop_at_the_last(capsys):
    for _ in range(3):
        lessonkit.hint("1.1")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1.1 Hint 1 of 2.")
    assert lines[1] == lines[2]
    assert lines[1].startswith("1.1 Hint 2 of 2.")


@pytest.mark.parametrize("name", ["9.9", None, [], "x" * 10_000])
def test_an_exercise_that_does_not_exist(name, capsys):
    lessonkit.check(name, 1)
    lessonkit.hint(name)
    out = capsys.readouterr().out
    assert out.count("There is no exercise") == 2
    assert len(out) < 300


def test_progress(capsys):
    lessonkit.progress()
    for exercise, answer in (("1.1", "Kirk"), ("1.2", "A"), ("1.3", "x"), ("1.4", ...)):
        lessonkit.check(exercise, answer)
    capsys.readouterr()
    lessonkit.progress()
    assert capsys.readouterr().out.strip() == (
        "Right: 1 (1.1). Look again: 1 (1.2). Not yet: 3 (1.3; 1.4; 1.5)."
    )


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Ada Lovelace, Mary  Somerville", ["Ada Lovelace", "Mary Somerville"]),
        (["Ada", "Mary"], ["Ada", "Mary"]),
        (..., []), (None, []), ("...", []), (" , ", []), (3, []),
    ],
)  # fmt: skip
def test_names_go_with_the_answer(given, names, monkeypatch):
    kept = []
    monkeypatch.setattr(session, "show", lambda rich, plain, records=None: kept.append(records))
    lessonkit.sign(given)
    lessonkit.check("1.2", "B")
    assert kept[0] == {session.NAMES: {"names": names}}
    record = {"exercise": "1.2", "answer": "B", "lesson_version": "1", "names": names}
    assert kept[1] == {session.ANSWER: record}
    assert json.loads(json.dumps(kept[1])) == kept[1]


def test_what_is_not_answered_is_not_kept(monkeypatch):
    kept = []
    monkeypatch.setattr(session, "show", lambda rich, plain, records=None: kept.append(records))
    lessonkit.check("1.2", ...)
    assert kept == [{}]
