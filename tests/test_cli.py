"""The command line copies the lessons and never touches what a student has."""

import nbformat
import pytest

from lessonkit import cli, editions


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
    real = editions._link

    def slow(part, path):
        path.write_text("my work")
        real(part, path)

    monkeypatch.setattr(editions, "_link", slow)
    assert editions.write(nbformat.v4.new_notebook(), mine, replace=False) is False
    assert mine.read_text() == "my work"
    assert list(tmp_path.iterdir()) == [mine]


def test_a_file_system_without_links(tmp_path, monkeypatch):
    def no_links(*_):
        raise OSError("not supported")

    monkeypatch.setattr(editions.os, "link", no_links)
    assert len(cli.copy_lessons(tmp_path)[0]) >= 1
    assert cli.copy_lessons(tmp_path)[0] == []


def test_nothing_half_written_is_left(tmp_path, monkeypatch):
    mine = tmp_path / "lesson.ipynb"
    mine.write_text("the old one")

    def full(*_):
        raise OSError("no space left")

    monkeypatch.setattr(editions.nbformat, "write", full)
    with pytest.raises(OSError, match="no space"):
        editions.write(nbformat.v4.new_notebook(), mine, replace=True)
    assert mine.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [mine]


@pytest.mark.parametrize("arguments", [[], ["start"], ["start", "--ServerApp.port=1"]])
def test_start_opens_jupyterlab_on_the_folder(arguments, tmp_path, monkeypatch, capsys):
    commands = []

    def run(command, check):
        commands.append(command)
        return cli.subprocess.CompletedProcess(command, 0)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli.subprocess, "run", run)
    assert cli.main(arguments) == 0
    assert cli.main(arguments) == 0
    assert f"--ServerApp.root_dir={tmp_path / 'lessons'}" in commands[0]
    first = "--LabApp.default_url=/lab/tree/01-what-is-this-thing.ipynb"
    assert first in commands[0]
    assert first not in commands[1]
    assert ("--ServerApp.port=1" in commands[0]) == (len(arguments) > 1)
    assert "kept yours: 01-what-is-this-thing.ipynb" in capsys.readouterr().out


def test_a_folder_that_cannot_be_made(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert cli.main(["start", str(tmp_path / "file")]) == 1
    assert "Name a folder that you may write to" in capsys.readouterr().err
