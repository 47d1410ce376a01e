"""Many documents at once: the same rows as one by one, nothing lost, little memory."""

import gc
import io
import sys
import tracemalloc
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor

import pandas as pd
import pytest

import lessonkit
from lessonkit.despatch import corpus as many
from lessonkit.despatch.schema import BESIDE, TABLES

from tests.support.texts import LETTER

pytestmark = pytest.mark.slow
OTHER = "Mr. Hay to Mr. Wu.\n\nNo. 3.]\n\nSir: I came on May 3, 1901.\n\nJohn Hay."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "b.txt").write_text("It was a dark night.\n\nIt rained.", encoding="utf-8")
    (tmp_path / "c.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "notes.md").write_text("not read")
    return tmp_path


def same(one, other):
    for name in ("sections", "dates", "notes", "events", "problems"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def test_the_tables_of_two_documents_and_a_problem(folder):
    read = lessonkit.load_all([folder / "c.txt", folder / "b.txt", folder / "a.txt"])
    assert read.sections["document"].tolist() == ["c", "a", "a", "a"]
    assert read.dates["phrase"].tolist()[0] == "May 3, 1901"
    assert read.notes["document"].unique().tolist() == ["a"]
    assert read.events["document"].unique().tolist() == ["c", "a"]
    (problem,) = read.problems.itertuples()
    assert (problem.document, problem.path) == ("b", str(folder / "b.txt"))
    assert problem.problem.startswith("b.txt, line 1: expected the document's title")


def test_columns_and_dtypes_are_the_declared_ones(folder):
    for read in (lessonkit.load_all(folder), lessonkit.load_all([])):
        for name in ("sections", "dates", "notes", "events"):
            dtypes = {column: str(kind) for column, kind in getattr(read, name).dtypes.items()}
            assert dtypes == {"document": "str"} | {c: t for c, (t, _) in TABLES[name][1].items()}
        dtypes = {column: str(kind) for column, kind in read.problems.dtypes.items()}
        assert dtypes == {column: kind for column, (kind, _) in BESIDE["problems"].items()}


def test_rows_are_those_of_the_document_alone(folder):
    read = lessonkit.load_all(folder / "a.txt")
    alone = lessonkit.load(folder / "a.txt")
    for name in ("sections", "dates", "notes", "events"):
        pd.testing.assert_frame_equal(
            getattr(read, name).drop(columns="document"), getattr(alone, name)
        )


def test_a_folder_is_its_texts(folder):
    same(lessonkit.load_all(folder), lessonkit.load_all(sorted(folder.glob("*.txt"))))


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_an_executor_changes_nothing(folder, pool):
    with pool(2) as executor:
        same(lessonkit.load_all(folder, executor), lessonkit.load_all(folder))


class Counting(Executor):
    """Runs what it is given when its result is asked for, and counts what waits."""

    waiting = most = 0

    def submit(self, task, *given):
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future = Future()

        def result(timeout=None):
            self.waiting -= 1
            return task(*given)

        future.result = result
        return future


def test_few_documents_wait_on_an_executor(folder):
    executor = Counting()
    read = lessonkit.load_all([folder / "c.txt"] * 300, executor)
    assert len(read.sections) == 300
    assert executor.most == 64


@pytest.mark.parametrize("wrong", [[3], ["nowhere.txt"], [None]])
def test_what_is_no_file_is_a_problem(wrong):
    assert len(lessonkit.load_all(wrong).problems) == 1


def test_progress_is_for_a_terminal_only(folder, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for screen, expected in ((io.StringIO(), ""), (Terminal(), "\r25 documents read\r\033[K")):
        monkeypatch.setattr(sys, "stderr", screen)
        lessonkit.load_all([folder / "c.txt"] * 26)
        assert screen.getvalue() == expected


# --- volumes


@pytest.fixture
def encoded():
    pytest.importorskip("lxml", reason="the extra tei is not installed")
    from tests.support import encoding

    return encoding


SMALL = [
    ("title", "Mr. Sapt to Mr. Hay."),
    ("dateline", "Strelsau", "1901-05-03", "May 3, 1901", ""),
    ("p", "Sir: I came on June 3, and ", ("note", "1", "Not printed."), " left on the 4th of June."),
    ("signed", "Sapt."),
]  # fmt: skip


def test_a_volume_is_its_documents(tmp_path, encoded):
    untitled = [("p", "No title.")]
    text = encoded.volume([(1, "7", SMALL), (2, None, untitled), (3, "8", SMALL)])
    (tmp_path / "v.xml").write_text(text, encoding="utf-8")
    read = lessonkit.load_all(tmp_path / "v.xml")
    assert read.sections["document"].tolist() == ["ruritania1901-d1", "ruritania1901-d3"]
    assert read.sections["first_page"].tolist() == [7, 8]
    assert read.problems["document"].tolist() == ["ruritania1901-d2"]
    with ProcessPoolExecutor(2) as executor:
        same(lessonkit.load_all(tmp_path / "v.xml", executor), read)
    one = lessonkit.load(tmp_path / "v.xml", document="d3")
    third = read.dates[read.dates["document"] == "ruritania1901-d3"].drop(columns="document")
    pd.testing.assert_frame_equal(third.reset_index(drop=True), one.dates)


def test_a_volume_that_breaks_off_keeps_what_stood_before(tmp_path, encoded):
    text = encoded.volume([(n, "7", SMALL) for n in range(1, 400)])
    (tmp_path / "v.xml").write_text(text[: len(text) // 2], encoding="utf-8")
    read = lessonkit.load_all(tmp_path / "v.xml")
    assert 100 < len(read.sections) < 200
    assert read.problems["problem"].str.startswith("v.xml, line").tolist() == [True]


def test_memory_is_that_of_a_document_not_of_the_volume(tmp_path, encoded):
    """What is read is passed on and forgotten: four times the documents need no more."""
    long = [
        (*block[:-1], block[-1] + " It rained." * 40) if block[0] == "p" else block
        for block in SMALL
    ]
    path = tmp_path / "v.xml"
    most, sizes = [], []
    for documents in (10, 500, 2000):  # the first loads what is loaded once
        path.write_text(encoded.volume([(n, "7", long) for n in range(documents)]), "utf-8")
        gc.collect()
        tracemalloc.start()
        assert sum(1 for _ in many._read(iter([path]), None)) == documents
        most.append(tracemalloc.get_traced_memory()[1])
        sizes.append(path.stat().st_size)
        tracemalloc.stop()
    more = sizes[2] - sizes[1]
    assert more > 1_200_000  # Python itself keeps some hundred thousand bytes for tuples to come
    assert most[2] - most[1] < more / 2
