"""Grading a class: whose a hand-in is, which of two counts, marks that join, files whole or not at all."""

import io
import os
import signal
import subprocess
import sys
import zipfile
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest

from lessonkit.cli import main
from lessonkit.errors import GradingError
from lessonkit.grading import command, engine, grade
from lessonkit.grading.recheck import check_batch
from lessonkit.grading.students import student_of
from lessonkit.grading.tables import read_csv, to_csv
from lessonkit.grading.written import UNKNOWN, written_answers

from hand_ins import OF_OUTCOME, answered, files_of, notebook, save, save_few, signed, table

TEXT = OF_OUTCOME["right"]["1.5"][0]


def graded(folder, out, **options):
    with ThreadPoolExecutor(1) as executor:
        return grade(folder, out, executor, **options)


def row_of(out, student):
    return next(row for row in table(out / "scores.csv") if row["student"] == student)


def problems_of(out):
    return [(row["file"], row["exercise"], row["kind"]) for row in table(out / "problems.csv")]


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("Ada Lovelace_7_assignsubmission_file_/x.ipynb", "Ada Lovelace"),
        ("all.zip/Ada Lovelace_7_assignsubmission_file/mine.zip/x.ipynb", "Ada Lovelace"),
        ("lovelaceada_12_345_01-what-is-this-thing.ipynb", "lovelaceada"),
        ("all.zip/lovelaceada_LATE_12_345_who-says-so-1.ipynb", "lovelaceada"),
        ("ada.ipynb", "ada"), ("s1234567.ipynb", "s1234567"), ("1234567.ipynb", "1234567"),
        ("week 1/ada.ipynb", "ada"), ("ada/01-what-is-this-thing.ipynb", "ada"),
        ("ada/01-what-is-this-thing-Copy1.ipynb", "ada"), ("ada/lesson 2 final (3).ipynb", "ada"),
        ("Ada Lovelace - 04-who-says-so.ipynb", "Ada Lovelace"),
        ("ada.zip/04-who-says-so.ipynb", "ada"), ("all.zip/ada/04-who-says-so.ipynb", "ada"),
        ("04-who-says-so.ipynb", "spring"), ("Untitled.ipynb", "spring"),
    ],
)  # fmt: skip
def test_whose_it_is_by_its_name(name, student):
    assert student_of(name, "spring") == student


@pytest.mark.parametrize(
    ("source", "answers"),
    [
        ('check("1.1", "Kirk")', {"1.1": "Kirk"}),
        ('a = "Kirk"\nb = a\ncheck("1.1", b)\n#hint("1.1")', {"1.1": "Kirk"}),
        ('a = 8\ncheck("1.3", [a, 6])', {"1.3": [8, 6]}),
        ('check(1.3, (8, -6))', {"1.3": (8, -6)}),
        ('check("4.2", {"E12": "both"})', {"4.2": {"E12": "both"}}),
        ('check("6.1", {"A", "B"})', {"6.1": {"A", "B"}}),
        ('lessonkit.check("1.1", ...)', {"1.1": ...}),
        ('check("1.1", "a" "b")', {"1.1": "ab"}),
        ('a = 1\na = 2\ncheck("1.3", a)\na = 3', {"1.3": 2}),
        ('check("1.3", len(x))', {"1.3": UNKNOWN}),
        ('check("1.3", other)', {"1.3": UNKNOWN}),
        ('a = [1]\na.append(2)\ncheck("1.3", a)', {"1.3": UNKNOWN}),
        ('a = 1\na += 1\ncheck("1.3", a)', {"1.3": UNKNOWN}),
        ('a = 1\nif x:\n    a = 2\ncheck("1.3", a)', {"1.3": UNKNOWN}),
        ('a = 1\nfor a in x: pass\ncheck("1.3", a)', {"1.3": UNKNOWN}),
        ('check("1.3", f"{x}")', {"1.3": UNKNOWN}),
        ('check("1.3", {**x})', {"1.3": UNKNOWN}),
        ('check("1.3", {[]: 1})', {"1.3": UNKNOWN}),
        ("%matplotlib inline\ncheck('1.1', 'Kirk')", {}),
        ("check(", {}), ("check()", {}), ('check("1.1")', {}), ("", {}),
    ],
)  # fmt: skip
def test_what_a_source_says_is_read_and_not_run(source, answers):
    assert written_answers(source) == answers


def test_of_two_hand_ins_the_later_counts_and_both_are_listed(tmp_path):
    early = save(
        tmp_path / "in" / "z.ipynb",
        notebook(signed("Ada"), answered("1.1", "Kirk"), answered("1.2", "B")),
    )
    late = save(tmp_path / "in" / "a.ipynb", notebook(signed("ADA "), answered("1.1", "Hull")))
    os.utime(early, (1_700_000_000, 1_700_000_000))
    os.utime(late, (1_700_100_000, 1_700_100_000))
    graded(tmp_path / "in", tmp_path / "out")
    row = table(tmp_path / "out" / "scores.csv")
    assert [(r["student"], r["1.1 outcome"], r["1.2 outcome"]) for r in row] == [
        ("ADA", "nearly", "missing")
    ]
    assert problems_of(tmp_path / "out") == [
        ("a.ipynb", "", "handed in twice"),
        ("z.ipynb", "", "handed in twice"),
    ]


def test_hand_ins_for_two_lessons_are_no_doubles(tmp_path):
    save_few(tmp_path / "in")
    graded(tmp_path / "in", tmp_path / "out")
    assert problems_of(tmp_path / "out") == []
    assert row_of(tmp_path / "out", "Ada Lovelace")["points"] == "11"
    assert row_of(tmp_path / "out", "Ada Lovelace")["of"] == "17"
    assert row_of(tmp_path / "out", "Ada Lovelace")["to read"] == "2"


def test_two_who_share_a_laptop_are_two_students_with_one_text(tmp_path):
    save(
        tmp_path / "in" / "x.ipynb",
        notebook(signed("Mary", "Ada"), answered("1.1", "Kirk"), answered("1.5", TEXT)),
    )
    grades = graded(tmp_path / "in", tmp_path / "out")
    assert [r["student"] for r in table(tmp_path / "out" / "scores.csv")] == ["Ada", "Mary"]
    assert [r["student"] for r in table(tmp_path / "out" / "review.csv")] == ["Ada; Mary"]
    assert grades.to_read == 1
    mark(tmp_path / "out", {"Ada; Mary": "3"})
    graded(tmp_path / "in", tmp_path / "out")
    assert [r["points"] for r in table(tmp_path / "out" / "scores.csv")] == ["4", "4"]


# marks


def mark(out, marks, encoding="utf-8-sig", comma=","):
    """Enter marks as a table program does: student to mark."""
    import csv

    rows = table(out / "review.csv")
    file = io.StringIO()
    writer = csv.DictWriter(file, [*rows[0]], delimiter=comma, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(row | {"mark": marks.get(row["student"], row["mark"])} for row in rows)
    (out / "review.csv").write_bytes(file.getvalue().encode(encoding, errors="replace"))


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


# files


def test_twice_the_same_bytes(tmp_path):
    save_few(tmp_path / "in")
    graded(tmp_path / "in", tmp_path / "one")
    before = files_of(tmp_path / "one")
    graded(tmp_path / "in", tmp_path / "one")
    graded(tmp_path / "in", tmp_path / "two")
    assert files_of(tmp_path / "one") == before == files_of(tmp_path / "two")
    assert sorted(before) == [
        "class.html",
        "problems.csv",
        "review.csv",
        "review.html",
        "scores.csv",
    ]


KILLED = """
import os, signal, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from lessonkit import files
from lessonkit.grading import grade

real, left = Path.replace, [int(sys.argv[3])]

def replace(part, path):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return real(part, path)

class Half:
    def __init__(self, file): self.file = file
    def __enter__(self): return self
    def __exit__(self, *_): self.file.close()
    def write(self, text):
        if left[0] == 0 and sys.argv[4] == "half":
            self.file.write(text[: len(text) // 2]); self.file.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        self.file.write(text)

Path.replace = replace
files.os.fdopen = lambda *given, real=os.fdopen, **options: Half(real(*given, **options))
with ThreadPoolExecutor(1) as executor:
    grade(sys.argv[1], sys.argv[2], executor)
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
@pytest.mark.parametrize(("files", "moment"), [(0, "half"), (2, "renaming"), (4, "half")])
def test_killed_in_the_middle_each_file_is_the_old_or_the_new_one(tmp_path, files, moment):
    save_few(tmp_path / "in", students=("Ada Lovelace",))
    graded(tmp_path / "in", tmp_path / "out")
    old = files_of(tmp_path / "out")
    save_few(tmp_path / "in")
    save(tmp_path / "in" / "bad.ipynb", [])
    graded(tmp_path / "in", tmp_path / "other")
    new = files_of(tmp_path / "other")
    assert all(old[name] != new[name] for name in old)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path / "in", tmp_path / "out", str(files), moment]
    )
    assert done.returncode == -signal.SIGKILL
    found = {n: d for n, d in files_of(tmp_path / "out").items() if not n.startswith(".")}
    assert sum(found[name] == new[name] for name in old) == files
    assert sum(found[name] == old[name] for name in old) == 5 - files
    graded(tmp_path / "in", tmp_path / "out")
    assert {n: d for n, d in files_of(tmp_path / "out").items() if not n.startswith(".")} == new


def test_cells_come_back_as_they_were(tmp_path):
    rows = [["=1", "'quoted'", ' "x", y\nz'], ["+", "'=1", ""], [None, 2.5, 3]]
    (tmp_path / "t.csv").write_text(to_csv(["a", "b", "c"], rows), encoding="utf-8")
    assert [[*row.values()] for row in read_csv(tmp_path / "t.csv", ["a", "b", "c"])] == [
        ["=1", "'quoted'", ' "x", y\nz'], ["+", "=1", ""], ["", "2.5", "3"],
    ]  # fmt: skip


# engines


class Faulty(Executor):
    """Runs everything at once; fails at every batch that holds a certain file, or at all after it."""

    def __init__(self, file, then_all=False):
        self.file, self.then_all, self.broken = file, then_all, False

    def submit(self, work, batch, root):
        future = Future()
        bad = any(self.file in found.name for found in batch)
        if bad or self.broken:
            self.broken = self.then_all
            future.set_exception(BrokenProcessPool("a process ended"))
        else:
            future.set_result(work(batch, root))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass


@pytest.fixture
def twenty(tmp_path):
    for number in range(20):
        save(
            tmp_path / "in" / f"s{number:02}.ipynb",
            notebook(signed(f"S {number:02}"), answered("1.1", "Kirk")),
        )
    graded(tmp_path / "in", tmp_path / "out")
    return tmp_path


@pytest.mark.parametrize("then_all", [False, True])
def test_what_an_engine_fails_at_is_checked_here(twenty, then_all):
    grade(twenty / "in", twenty / "other", Faulty("s03", then_all))
    assert files_of(twenty / "other") == files_of(twenty / "out")


def test_a_hand_in_that_ends_its_process_is_found_and_the_others_go_on(twenty, monkeypatch):
    monkeypatch.setattr(engine, "processes", lambda workers: Faulty("s03", then_all=True))
    grades = grade(twenty / "in", twenty / "other")
    assert problems_of(twenty / "other") == [("s03.ipynb", "", "not read")]
    assert "ended the process" in grades.problems[0].what
    assert [r["student"] for r in table(twenty / "other" / "scores.csv")] == [
        f"S {number:02}" for number in range(20) if number != 3
    ]


def test_an_error_within_a_hand_in_is_listed_and_the_others_go_on(twenty, monkeypatch):
    from lessonkit.grading import recheck

    real = recheck.read_saved

    def read(data):
        if b"S 03" in data:
            raise ZeroDivisionError
        return real(data)

    monkeypatch.setattr(recheck, "read_saved", read)
    graded(twenty / "in", twenty / "other")
    assert problems_of(twenty / "other") == [("s03.ipynb", "", "not read")]
    assert len(table(twenty / "other" / "scores.csv")) == 19


def test_a_file_that_vanishes_is_listed(twenty):
    from lessonkit.grading.collect import collect

    found, _ = collect(twenty / "in")
    (twenty / "in" / "s00.ipynb").unlink()
    (hand_in,) = check_batch(found[:1], "in")
    assert "cannot be opened (No such file" in hand_in.problems[0].what


# the command


def test_the_command_writes_and_says_what(tmp_path, capsys):
    save_few(tmp_path / "in", lessons=(1,))
    assert main(["grade", str(tmp_path / "in"), f"--out={tmp_path / 'out'}", "--hide-names"]) == 0
    said = capsys.readouterr()
    assert "2 notebooks, 2 students, 2 texts to read, 0 problems." in said.out
    assert f"wrote {tmp_path / 'out' / 'class.html'}" in said.out
    assert said.err == ""


def test_progress_shows_on_a_terminal_only(monkeypatch):
    shown = io.StringIO()
    monkeypatch.setattr(command.sys, "stderr", shown)
    engine.progress(16, 32)
    assert shown.getvalue() == ""
    shown.isatty = lambda: True
    engine.progress(16, 32)
    engine.progress(32, 32)
    assert shown.getvalue() == "\r16 of 32 notebooks\r32 of 32 notebooks\n"


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda folder: None, "expected a folder of hand-ins"),
        (lambda folder: folder.mkdir(), "expected notebooks, found none"),
    ],
)
def test_nothing_to_grade(tmp_path, capsys, prepare, words):
    prepare(tmp_path / "in")
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_to(tmp_path):
    save_few(tmp_path / "in", lessons=(1,))
    (tmp_path / "file").write_text("")
    with pytest.raises(GradingError, match="Name another folder"):
        graded(tmp_path / "in", tmp_path / "file")
    with pytest.raises(GradingError, match="a folder of their own"):
        graded(tmp_path / "in", tmp_path / "in")


def test_grades_within_the_hand_ins_are_passed_over(tmp_path):
    save_few(tmp_path / "in", lessons=(1,))
    graded(tmp_path / "in", tmp_path / "in" / "grades")
    graded(tmp_path / "in", tmp_path / "in" / "grades")
    assert problems_of(tmp_path / "in" / "grades") == []


def test_one_zip_file_is_a_class_too(tmp_path):
    save_few(tmp_path / "in", lessons=(1,))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in (tmp_path / "in").rglob("*.ipynb"):
            archive.write(path, path.relative_to(tmp_path / "in"))
        archive.writestr("__MACOSX/._x.ipynb", "x")
        archive.writestr("ada/.ipynb_checkpoints/x.ipynb", "x")
    graded(tmp_path / "all.zip", tmp_path / "out")
    assert [r["points"] for r in table(tmp_path / "out" / "scores.csv")] == ["5", "5"]
    assert problems_of(tmp_path / "out") == []
