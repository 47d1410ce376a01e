"""The hub's settings and the script that collects; `make recipe-hub` runs a real hub."""

import importlib.util
import os
import re
import sys
import tempfile
from pathlib import Path

import pytest

from tests.support import ROOT

pytestmark = [pytest.mark.skipif(os.name != "posix", reason="hubs run on Linux"), pytest.mark.slow]
HUB = ROOT / "notebooks" / "instructor" / "hub"


def load_collect():
    spec = importlib.util.spec_from_file_location("collect", HUB / "collect.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


collect = load_collect()


@pytest.fixture
def homes(tmp_path):
    lessons = tmp_path / "homes" / "ada" / "lessons"
    lessons.mkdir(parents=True)
    (lessons / "01.ipynb").write_text("ada's")
    (tmp_path / "secret.ipynb").write_text("not ada's")
    return tmp_path / "homes"


def run(homes, folder, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["collect.py", str(homes), str(folder)])
    return collect.main()


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_notebooks_are_collected_and_other_files_are_not(homes, tmp_path):
    lessons = homes / "ada" / "lessons"
    for name in ("notes.txt", "sub/02.ipynb", ".ipynb_checkpoints/01-checkpoint.ipynb"):
        (lessons / name).parent.mkdir(exist_ok=True)
        (lessons / name).write_text("")
    (homes / "nobody").mkdir()
    os.utime(lessons / "01.ipynb", (1000, 1000))
    assert collect.collect(homes, tmp_path / "out") == (2, [])
    assert files(tmp_path / "out") == ["ada/01.ipynb", "ada/sub/02.ipynb"]
    assert (tmp_path / "out" / "ada" / "01.ipynb").read_text() == "ada's"
    assert (tmp_path / "out" / "ada" / "01.ipynb").stat().st_mtime == 1000


def test_no_link_is_followed(homes, tmp_path):
    lessons, secret = homes / "ada" / "lessons", tmp_path / "secret.ipynb"
    (lessons / "02.ipynb").symlink_to(secret)
    (tmp_path / "other").write_text("not ada's either")
    os.link(tmp_path / "other", lessons / "03.ipynb")
    (lessons / "sub").symlink_to(tmp_path)
    os.mkfifo(lessons / "04.ipynb")
    (homes / "eve").mkdir()
    (homes / "eve" / "lessons").symlink_to(tmp_path)
    (homes / "bob").symlink_to(homes / "ada")
    copied, left = collect.collect(homes, tmp_path / "out")
    assert copied == 1
    assert left == [str(lessons / name) for name in ("02.ipynb", "03.ipynb", "04.ipynb")]
    assert files(tmp_path / "out") == ["ada/01.ipynb"]


def test_a_file_over_20_mb_is_left_and_named(homes, tmp_path, monkeypatch, capsys):
    large = homes / "ada" / "lessons" / "02.ipynb"
    large.write_text("")
    os.truncate(large, 20_000_001)
    assert run(homes, tmp_path / "out", monkeypatch) == 0
    said = capsys.readouterr().out
    assert "copied 1 notebooks" in said and f"left {large}: a link, no file, or over 20 MB" in said


def test_what_was_collected_before_is_kept(homes, tmp_path, monkeypatch, capsys):
    assert run(homes, tmp_path / "out", monkeypatch) == 0
    (homes / "ada" / "lessons" / "01.ipynb").write_text("later")
    assert run(homes, tmp_path / "out", monkeypatch) == 1
    assert "name a new folder" in capsys.readouterr().err
    assert (tmp_path / "out" / "ada" / "01.ipynb").read_text() == "ada's"


def test_no_homes(tmp_path, monkeypatch, capsys):
    assert run(tmp_path / "none", tmp_path / "out", monkeypatch) == 1
    assert "Is it the folder of homes?" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


class Settings(dict):
    """Stands for the hub's settings: whatever is set is kept."""

    def __getattr__(self, name):
        return self.setdefault(name, Settings())

    def __setattr__(self, name, value):
        self[name] = value


def settings():
    c = Settings()
    path = HUB / "jupyterhub_config.py"
    exec(compile(path.read_text(encoding="utf-8"), path, "exec"), {"c": c})
    return c


def test_the_start_is_left_alone_by_the_spawners():
    start = settings().Spawner.cmd[2]
    compile(start, "start", "exec")
    assert re.findall(r"[{}$%]", start) == []


def test_a_start_lays_the_lessons_and_keeps_what_is_there(tmp_path, monkeypatch):
    started = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", "")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "execvp", lambda program, words: started.append(words))
    monkeypatch.setattr(sys, "argv", ["-c", "--port=1"])
    mine = tmp_path / "lessons" / "01-what-is-this-thing.ipynb"
    for _ in range(2):
        exec(settings().Spawner.cmd[2], {})
        assert len(list((tmp_path / "lessons").iterdir())) == 8
        assert mine.read_text(encoding="utf-8").count("my work") == len(started) - 1
        mine.write_text("my work")
    assert started[1][1] == "--KernelManager.transport=ipc"
    assert os.environ["JUPYTER_RUNTIME_DIR"].startswith(str(tmp_path / "jupyter-"))
    assert started[1][0] == "jupyterhub-singleuser" and started[1][-1] == "--port=1"
    assert (Path(started[1][2].partition("=")[2]) / "overrides.json").is_file()


def test_a_full_disk_still_opens(tmp_path, monkeypatch, capsys):
    started = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", "")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "lessons").write_text("no folder can be made here")
    monkeypatch.setattr(os, "execvp", lambda program, words: started.append(program))
    exec(settings().Spawner.cmd[2], {})
    assert started == ["jupyterhub-singleuser"]
    assert "cannot be copied" in capsys.readouterr().err
