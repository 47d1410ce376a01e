"""Files that are whole or not at all, and engines that fail: the grades are the same."""

import os
import signal
import subprocess
import sys
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from lessonkit.exercises import find_course
from lessonkit.grading import grade, recheck
from lessonkit.grading import parallel as engine
from lessonkit.grading.csv_files import read_csv, to_csv
from lessonkit.grading.recheck import check_batch
from lessonkit.grading.submissions import collect

from tests.support.hand_ins import (
    answered,
    files_of,
    graded,
    notebook,
    problems_of,
    save,
    save_few,
    signed,
    table,
)

pytestmark = pytest.mark.slow


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
from lessonkit.despatch import files
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


class Faulty(Executor):
    """Runs everything at once; fails at every batch that holds a certain file, or at all after it."""

    def __init__(self, file, then_all=False):
        self.file, self.then_all, self.broken = file, then_all, False

    def submit(self, work, batch, *given):
        future = Future()
        bad = any(self.file in found.name for found in batch)
        if bad or self.broken:
            self.broken = self.then_all
            future.set_exception(BrokenProcessPool("a process ended"))
        else:
            future.set_result(work(batch, *given))
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
    found, _ = collect(twenty / "in")
    (twenty / "in" / "s00.ipynb").unlink()
    (hand_in,) = check_batch(found[:1], "in", str(find_course().folder))
    assert "cannot be opened (No such file" in hand_in.problems[0].what
