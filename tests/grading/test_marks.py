"""The marks that readers enter in review.csv: they join, they stay, none is lost."""

import pytest

from lessonkit.errors import GradingError

from tests.support.hand_ins import (
    OF_OUTCOME,
    answered,
    files_of,
    graded,
    mark,
    notebook,
    problems_of,
    row_of,
    save,
    signed,
    table,
)

TEXT = OF_OUTCOME["right"]["1.5"][0]


@pytest.fixture
def prose(tmp_path):
    for name in ("Ada", "Łucja", "=Eve"):
        save(tmp_path / "in" / f"{name}.ipynb",
             notebook(signed(name), answered("1.1", "Kirk"), answered("1.5", f"={TEXT} Ł {name}")))  # fmt: skip
    graded(tmp_path / "in", tmp_path / "out")
    return tmp_path


def points(out):
    return {row["student"]: row["points"] for row in table(out / "scores.csv")}


def test_marks_join_on_the_next_run_and_stay(prose):
    out = prose / "out"
    assert points(out) == {"Ada": "1", "Łucja": "1", "'=Eve": "1"}
    mark(out, {"Ada": "2.5", "'=Eve": "0"})
    for _ in range(2):
        grades = graded(prose / "in", out)
        assert points(out) == {"Ada": "3.5", "Łucja": "1", "'=Eve": "1"}
        assert row_of(out, "Ada")["1.5"] == "2.5"
        assert row_of(out, "'=Eve")["1.5"] == "0"
        assert row_of(out, "Łucja")["1.5"] == ""
        assert grades.to_read == 1
        assert problems_of(out) == []
    assert "Mark: 2.5 of 3" in (out / "review.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("encoding", "comma"), [("utf-8", ","), ("cp1252", ";"), ("utf-8-sig", "\t")]
)
def test_a_table_program_may_save_it_in_its_own_way(prose, encoding, comma):
    mark(prose / "out", {"Ada": "2,5"}, encoding, comma)
    graded(prose / "in", prose / "out")
    assert points(prose / "out")["Ada"] == "3.5"


@pytest.mark.parametrize("entered", ["4", "-1", "good", "nan", "inf", "1e9", "=3"])
def test_what_is_no_mark_is_listed_and_kept(prose, entered):
    mark(prose / "out", {"Ada": entered})
    graded(prose / "in", prose / "out")
    assert points(prose / "out")["Ada"] == "1"
    assert problems_of(prose / "out") == [("review.csv", "1.5", "no mark")]
    kept = next(r["mark"] for r in table(prose / "out" / "review.csv") if r["student"] == "Ada")
    assert kept.lstrip("'") == entered


def test_a_mark_for_an_earlier_answer_counts_no_more_and_is_not_lost(prose):
    mark(prose / "out", {"Ada": "2"})
    save(prose / "in" / "Ada.ipynb", notebook(signed("Ada"), answered("1.5", TEXT + " And more.")))
    graded(prose / "in", prose / "out")
    assert row_of(prose / "out", "Ada")["1.5"] == ""
    assert problems_of(prose / "out") == [("review.csv", "1.5", "answer changed")]
    row = next(r for r in table(prose / "out" / "review.csv") if r["student"] == "Ada")
    assert (row["mark"], row["comment"]) == ("", "Earlier answer: mark 2.")


def test_a_mark_whose_text_is_gone_is_kept(prose):
    mark(prose / "out", {"Ada": "2"})
    (prose / "in" / "Ada.ipynb").unlink()
    for _ in range(2):
        graded(prose / "in", prose / "out")
        assert problems_of(prose / "out") == [("review.csv", "1.5", "mark without text")]
    assert [(r["student"], r["mark"]) for r in table(prose / "out" / "review.csv")][-1] == (
        "Ada",
        "2",
    )


def test_the_tables_of_two_readers_may_be_joined(prose):
    path = prose / "out" / "review.csv"
    mark(prose / "out", {"Ada": "2"})
    ours = path.read_text(encoding="utf-8-sig")
    mark(prose / "out", {"Ada": "", "Łucja": "1"})
    theirs = path.read_text(encoding="utf-8-sig").partition("\n")[2]
    path.write_text(ours + theirs, encoding="utf-8")
    for _ in range(2):
        graded(prose / "in", prose / "out")
        assert points(prose / "out") == {"Ada": "3", "Łucja": "2", "'=Eve": "1"}
        assert problems_of(prose / "out") == []


@pytest.mark.parametrize("text", ["", "no table", "exercise,student\n1.5,Ada\n", 'a,"b\n', "\x00"])
def test_a_table_of_marks_that_is_none_stops_before_anything_is_written(prose, text):
    (prose / "out" / "review.csv").write_text(text)
    before = files_of(prose / "out")
    with pytest.raises(GradingError, match="nothing was written"):
        graded(prose / "in", prose / "out")
    assert files_of(prose / "out") == before


def test_names_are_hidden_on_request_and_marks_find_their_text(prose):
    out = prose / "out"
    graded(prose / "in", out, hide_names=True)
    for name in ("review.html", "review.csv"):
        text = (out / name).read_text(encoding="utf-8")
        assert "<h3>Ada" not in text
        assert ",Ada," not in text
    ada = next(r["student"] for r in table(out / "review.csv") if r["answer"].endswith("Ł Ada"))
    assert ada in (out / "review.html").read_text(encoding="utf-8")
    mark(out, {ada: "3"})
    graded(prose / "in", out)
    assert points(out)["Ada"] == "4"
    assert "Ada" in [r["student"] for r in table(out / "review.csv")]
