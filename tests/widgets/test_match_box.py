"""The match box: a list of notes for each marker, a check that gives nothing away."""

import pytest

import lessonkit
from lessonkit.classroom import session
from lessonkit.widgets import match

from tests.support.texts import LETTER

DESPATCH = lessonkit.load()
TRUTH = {"5": 1, "6": 2, "7": 3, "*": 4, "8": 6, "9": 8}


@pytest.fixture
def box(monkeypatch):
    monkeypatch.setattr(session, "_tried", set())
    monkeypatch.setattr(session, "_outcomes", {})
    return match(DESPATCH, "6.2")


def choose(box, pairs):
    for marker, note in pairs.items():
        box.choices[marker].value = note
    box.check.click()
    return box.message.value


def test_each_marker_has_its_words_and_a_described_list(box):
    assert [choice.description for choice in box.choices.values()] == [
        "Marker 5", "Marker 6", "Marker 7", "Marker *", "Marker 8", "Marker 9"
    ]  # fmt: skip
    words = [line.children[0].value for line in box.children[:6]]
    assert "dated July 14, 1938,<sup><b>5</b></sup> regarding recent" in words[0]
    assert "is attached hereto<sup><b>8</b></sup> for the" in words[4]
    for choice in box.choices.values():
        assert [value for _, value in choice.options] == [None, *range(1, 10)]
        assert choice.options[5][0].startswith("note 5: See Embassy’s despatch No. 1426")


def test_what_is_open_is_named_and_is_no_try(box):
    assert "Still without one: 6, 7, *, 8, 9." in choose(box, {"5": 1})
    assert session._tried == set()


@pytest.mark.parametrize(
    "pairs", [dict.fromkeys(TRUTH, 9), TRUTH | {"5": 5}, TRUTH | {"8": 5, "9": 6}]
)
def test_a_first_check_gives_no_pair_away(box, pairs):
    message = choose(box, pairs)
    assert "6.2 Look again." in message
    for marker, note in TRUTH.items():
        assert f"{marker}: {note}" not in message
        assert f"note {note}" not in message.lower()
    assert session._tried == {"6.2"}


def test_it_shows_the_line_of_code_and_keeps_nothing(box):
    choose(box, {"5": 1, "*": 4})
    assert "calls = {&quot;5&quot;: 1, &quot;*&quot;: 4}" in box.code.value
    assert "6.2 Right." in choose(box, TRUTH)
    assert session._outcomes == {}
    assert box.answer == TRUTH


def test_the_line_of_code_fits_a_cell_and_is_right(box, capsys):
    choose(box, TRUTH)
    line = box.code.value.split('">')[1].split("</pre>")[0].replace("&quot;", '"')
    assert len(line) <= 80
    names = {}
    exec(line, names)  # what a student copies
    lessonkit.check("6.2", names["calls"])
    assert capsys.readouterr().out.startswith("6.2 Right.")


def test_it_escapes_and_refuses(tmp_path):
    signs = LETTER.replace("crowns", "<b>&</b>")
    (tmp_path / "mine.txt").write_text(signs, encoding="utf-8")
    mine = lessonkit.load(tmp_path / "mine.txt")
    words = "".join(line.children[0].value for line in match(mine, "6.2").children[:-3])
    assert "&lt;b&gt;&amp;&lt;/b&gt;.<sup>" in words
    with pytest.raises(ValueError, match="no exercise '9.9'"):
        match(DESPATCH, "9.9")
    (tmp_path / "bare.txt").write_text("Mr. Hay to Mr. Wu\n\nI came.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="note markers, found none"):
        match(lessonkit.load(tmp_path / "bare.txt"), "6.2")


@pytest.mark.parametrize("pairs", [..., None, "5:1", {"5": "x", "¶": 3}])
def test_it_begins_with_the_pairs_that_are_given(pairs):
    assert match(DESPATCH, "6.2", {"5": 1, "9": 8}).answer == {"5": 1, "9": 8}
    assert match(DESPATCH, "6.2", pairs).answer == {}
