"""A word in its places."""

import pytest

import lessonkit
from lessonkit import in_context

from tests.support.texts import LETTER

DESPATCH = lessonkit.load()


def test_each_occurrence_stands_with_its_section_and_what_is_around_it():
    found = in_context(DESPATCH, "report", width=12)
    assert found.to_dict("list") == {
        "section": [2, 3, 6, 8, 8],
        "before": ["been fully ", "press ", "Police. As ", "press ", "insistent, "],
        "word_and_after": [
            "reported to the",
            "reports received",
            "reported to the",
            "reports continue",
            "reports of tanks",
        ],
    }


def test_words_outside_of_sections_and_words_that_are_not_there(tmp_path):
    assert in_context(DESPATCH, "Kirk")["section"].isna().all()
    assert len(in_context(DESPATCH, "Manchoukuo")) == 0
    assert list(in_context(DESPATCH, "Manchoukuo").dtypes.astype(str))[:1] == ["Int64"]
    (tmp_path / "mine.txt").write_text(LETTER, encoding="utf-8")
    split = in_context(lessonkit.load(tmp_path / "mine.txt"), "second took")
    assert split["before"][0].endswith("of which the ")


@pytest.mark.parametrize("nothing", ["", "  "])
def test_nothing_to_look_for(nothing):
    with pytest.raises(ValueError, match="expected letters"):
        in_context(DESPATCH, nothing)
