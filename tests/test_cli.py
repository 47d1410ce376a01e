"""The command line copies the lessons and never touches what a student has."""

from importlib.metadata import version

import nbformat
import pytest

from lessonkit import cli, load
from lessonkit.despatch import files

from tests.support.texts import LETTER


def test_lessons_are_copied_with_outputs_cleared(tmp_path):
    copied, kept = cli.copy_lessons(tmp_path / "new" / "folder")
    assert copied[0] == "01-what-is-this-thing.ipynb"
    assert kept == []
    lesson = nbformat.read(tmp_path / "new" / "folder" / copied[0], as_version=4)
    assert [
        cell for cell in lesson.cells if cell.get("outputs") or cell.get("execution_count")
    ] == []
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == copied


def test_a_file_that_exists_is_kept(tmp_path):
    mine = tmp_path / "01-what-is-this-thing.ipynb"
    mine.write_text("my work")
    copied, kept = cli.copy_lessons(tmp_path)
    assert mine.name in kept
    assert mine.name not in copied
    assert mine.read_text() == "my work"


def test_a_file_that_appears_in_between_is_kept(tmp_path, monkeypatch):
    mine = tmp_path / "lesson.ipynb"
    real = files._link

    def slow(part, path):
        path.write_text("my work")
        real(part, path)

    monkeypatch.setattr(files, "_link", slow)
    assert files.write(mine, "ours", replace=False) is False
    assert mine.read_text() == "my work"
    assert list(tmp_path.iterdir()) == [mine]


def test_a_file_system_without_links(tmp_path, monkeypatch):
    def no_links(*_):
        raise OSError("not supported")

    monkeypatch.setattr(files.os, "link", no_links)
    assert len(cli.copy_lessons(tmp_path)[0]) >= 1
    assert cli.copy_lessons(tmp_path)[0] == []


def test_nothing_half_written_is_left(tmp_path, monkeypatch):
    mine = tmp_path / "lesson.ipynb"
    mine.write_text("the old one")

    with pytest.raises(UnicodeEncodeError):  # stands for any failure in the middle
        files.write(mine, "x" * 100_000 + "\ud800", replace=True)
    assert mine.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [mine]


@pytest.fixture
def commands(tmp_path, monkeypatch):
    run = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "_run", lambda command: run.append(command) or 0)
    return run


@pytest.mark.parametrize("arguments", [[], ["start"], ["--no-browser"], ["start", "lessons"]])
def test_start_opens_jupyterlab_on_the_folder(arguments, tmp_path, commands, capsys):
    assert cli.main(arguments) == 0
    assert cli.main(arguments) == 0
    assert f"--ServerApp.root_dir={tmp_path / 'lessons'}" in commands[0]
    first = "--LabApp.default_url=/lab/tree/01-what-is-this-thing.ipynb"
    assert first in commands[0]
    assert first not in commands[1]
    assert "kept yours: 01-what-is-this-thing.ipynb" in capsys.readouterr().out


@pytest.mark.parametrize("before", [[], ["start"], ["start", "lessons"]])
def test_options_that_are_not_ours_go_to_jupyterlab(before, tmp_path, commands):
    cli.main([*before, "--port", "9999", "--ip=0.0.0.0"])
    assert commands[0][-3:] == ["--port", "9999", "--ip=0.0.0.0"]
    assert f"--ServerApp.root_dir={tmp_path / 'lessons'}" in commands[0]
    assert [path.name for path in tmp_path.iterdir()] == ["lessons"]


def test_a_folder_that_cannot_be_made(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert cli.main(["start", str(tmp_path / "file")]) == 1
    assert "Name a folder that you may write to" in capsys.readouterr().err


def test_annotate_writes_a_file_to_complete_and_keeps_one_that_is_there(tmp_path, capsys):
    text = tmp_path / "mine.txt"
    text.write_text(LETTER, encoding="utf-8")
    found = load(text).events
    assert found["found_by"].eq("program").all()
    assert cli.main(["annotate", str(text)]) == 0
    assert "mine.events.csv: 7 events" in capsys.readouterr().out
    read = load(text).events
    assert read["found_by"].eq("editor").all()
    for column in ("event", "phrase", "edtf", "certainty", "quote", "start", "end", "section"):
        assert read[column].tolist() == found[column].tolist(), column
    table = tmp_path / "mine.events.csv"
    table.write_text("my work")
    assert cli.main(["annotate", str(text)]) == 1
    assert "kept yours" in capsys.readouterr().out
    assert table.read_text() == "my work"


def test_annotate_again_checks_the_rows_against_the_text(tmp_path, capsys):
    text = tmp_path / "mine.txt"
    text.write_text(LETTER, encoding="utf-8")
    cli.main(["annotate", str(text)])
    assert cli.main(["annotate", str(text)]) == 0
    assert "Its 7 rows fit the text" in capsys.readouterr().out
    text.write_text(LETTER.replace("begun in 1908", "started in 1908"), encoding="utf-8")
    kept = (tmp_path / "mine.events.csv").read_bytes()
    assert cli.main(["annotate", str(text)]) == 1
    said = capsys.readouterr()
    assert "kept yours" in said.out and "fit the text" not in said.out
    assert [line.split(": ")[0] for line in said.err.strip().splitlines()] == [
        "mine.events.csv, line 5", "mine.events.csv, line 6",
    ]  # fmt: skip
    assert said.err.count("The nearest passage is “The line was started in 1908") == 2
    assert (tmp_path / "mine.events.csv").read_bytes() == kept


def test_annotate_of_a_document_in_tei(tmp_path, capsys):
    pytest.importorskip("lxml", reason="the extra tei is not installed")
    from tests.support import encoding

    path = tmp_path / "v.xml"
    letter = [("title", "Mr. Sapt to Mr. Hay."), ("p", "Sir: I came on May 3, 1901.")]
    path.write_text(encoding.volume([(7, "1", letter)]), encoding="utf-8")
    assert cli.main(["annotate", str(path), "--document", "d7"]) == 0
    assert "v-d7.events.csv: 1 events" in capsys.readouterr().out
    assert load(path, document="d7").events["found_by"].tolist() == ["editor"]


def test_annotate_says_what_is_wrong(tmp_path, capsys):
    assert cli.main(["annotate", str(tmp_path / "no.txt")]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_the_version_is_told_and_no_lesson_is_copied(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        cli.main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"lessonkit {version('lessonkit')}\n"
    assert list(tmp_path.iterdir()) == []
