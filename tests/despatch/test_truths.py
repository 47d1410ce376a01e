"""Truths: named in exercises, computed here, and never an error, whatever the document."""

import json
from pathlib import Path

import pytest

import lessonkit
from lessonkit.despatch import facts_for, facts_of, truth
from lessonkit.despatch.truths import _TRUTHS
from lessonkit.exercises import OF_WORDS, TRUTHS, Facts, find_course
from lessonkit.exercises.facts import facts_from_json

ROOT = Path(__file__).parent.parent.parent
TEXTS = sorted((ROOT / "tests" / "gold").rglob("*.txt"))
KINDS = {
    "day": lambda value: isinstance(value, str) and len(value) == 10,
    "number": lambda value: type(value) is int,
    "text": lambda value: isinstance(value, str),
    "texts": lambda value: isinstance(value, list) and all(isinstance(v, str) for v in value),
    "pairs": lambda value: isinstance(value, dict) and all(type(v) is int for v in value.values()),
}
ASKED = ["day_of: June 3", "days_between: June 3 | June 4", "occurrences: the | the Department"]


def test_both_sides_name_the_same_truths():
    assert set(_TRUTHS) == set(TRUTHS)
    assert set(TRUTHS.values()) <= set(KINDS)


def test_there_are_texts_to_try():
    assert len(TEXTS) > 50


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_truth_fails_on_any_text(path, tmp_path):
    text = path.read_text(encoding="utf-8")
    if text.startswith("written:"):  # for the scoring, no part of the text
        text = text.partition("\n")[2].lstrip("\n")
    (tmp_path / "mine.txt").write_text(text, encoding="utf-8")
    despatch = lessonkit.load(tmp_path / "mine.txt")
    facts = facts_of(despatch, ASKED)
    assert set(facts.truths) == (set(TRUTHS) - OF_WORDS) | set(ASKED)
    for key, value in facts.truths.items():
        assert value is None or KINDS[TRUTHS[key.partition(":")[0]]](value), key
    assert facts_from_json(facts.as_json()) == facts


@pytest.mark.parametrize(
    "text",
    ["Mr. Hay to Mr. Wu.\n\nB.", "Mr. Hay to Mr. Wu.\n\nNo date at all.", "Title\n\n\n\n1. x"],
)
def test_no_truth_fails_where_there_is_next_to_nothing(text, tmp_path):
    (tmp_path / "mine.txt").write_text(text, encoding="utf-8")
    facts = facts_of(lessonkit.load(tmp_path / "mine.txt"), ASKED)
    assert facts.truths["latest_day_in_body"] is None
    assert facts.truths["day_of: June 3"] is None


def test_the_bundled_truths():
    truths = facts_for(find_course()).truths
    assert truths["latest_day_in_body"] == "1938-09-04"
    assert truths["latest_day_by_author"] == "1938-09-05"
    assert truths["written"] == "1938-09-19"
    assert truths["note_of_each_marker"] == {"5": 1, "6": 2, "7": 3, "*": 4, "8": 6, "9": 8}
    assert truths["rows_of_both_tables"] == 47
    assert truths["editor_events_without_a_date"] == 13
    assert truths["occurrences: report | reported to the Department"] == 3


def test_the_stored_facts_are_what_is_computed():
    course = find_course()
    stored = course.stored_facts
    computed = facts_of(lessonkit.load(), course.truth_keys)
    assert stored is not None
    assert facts_for(course) == stored
    assert Facts(**{**vars(computed), "beside": stored.beside}) == stored


def write_course(folder):
    (folder / "seeds").mkdir(parents=True)
    (folder / "lessons").mkdir()
    (folder / "seeds" / "mine.txt").write_text(
        "Mr. Hay to Mr. Wu.\n\nI came on May 3, 1901. He left.", encoding="utf-8"
    )
    (folder / "course.toml").write_text(
        'id = "mine"\ntitle = "Mine"\nversion = "1"\ndocument = "mine.txt"\nlessons = [1]\n'
    )
    (folder / "lessons" / "1.toml").write_text(
        'title = "One"\nquestion = "When?"\nversion = "1"\n[[exercise]]\nid = "1.1"\nkind = "date"\n'
        'points = 1\nanswer = { truth = "latest_day_in_body" }\nright = "Yes."\notherwise = "No."\n'
        'hints = ["Look."]\n'
    )
    return find_course(folder)


def test_facts_that_are_missing_or_stale_are_computed(tmp_path):
    course = write_course(tmp_path / "mine")
    file = course.folder / "facts.json"
    assert course.stored_facts is None
    assert facts_for(course).truths["latest_day_in_body"] == "1901-05-03"
    for content in ("", "{}", "[]", '{"format": 1}', json.dumps({"format": 1, "sha256": ""})):
        file.write_text(content)
        assert facts_for(course).truths["latest_day_in_body"] == "1901-05-03"
    file.write_text(facts_for(course).as_json())
    assert facts_for(course) == course.stored_facts
    seed = course.part("seeds") / "mine.txt"
    seed.write_text(seed.read_text().replace("May 3", "May 4"))
    assert facts_for(course).truths["latest_day_in_body"] == "1901-05-04"  # the text has changed
    seed.write_text(seed.read_text().replace("May 4", "May 3"))
    (course.part("seeds") / "mine.toml").write_text("written = 1901-05-09\n")
    assert facts_for(course).truths["written"] == "1901-05-09"  # and now the card


def test_facts_that_lack_a_truth_of_the_lessons_are_computed(tmp_path):
    course = write_course(tmp_path / "mine")
    facts = facts_for(course)
    less = {key: value for key, value in facts.truths.items() if key != "latest_day_in_body"}
    (course.folder / "facts.json").write_text(Facts(**{**vars(facts), "truths": less}).as_json())
    assert course.stored_facts is None
    assert facts_for(course).truths["latest_day_in_body"] == "1901-05-03"


def test_words_that_a_truth_is_about():
    despatch = lessonkit.load()
    assert truth(despatch, "days_between: June 3 | 24th of August") == 82
    assert truth(despatch, "days_between: June 3 | never") is None
    assert truth(despatch, "occurrences: “") == 3 == despatch.text.count("“")
