"""A real Dask cluster of two workers on this machine, one of which is lost: the grades are the same."""

import os
import subprocess
import sys

import pytest

from lessonkit.cli import main
from lessonkit.errors import GradingError
from lessonkit.grading import grade
from lessonkit.grading import parallel as engine
from lessonkit.grading.parallel import dask_executor

from tests.support import ROOT
from tests.support.hand_ins import answered, files_of, graded, notebook, save, signed, table

pytestmark = pytest.mark.slow
distributed = pytest.importorskip(
    "distributed", reason="Dask is not installed: pip install 'lessonkit[cluster]'"
)
NOTEBOOKS = 200


def start(module, *arguments, folder):
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    }
    log = (folder / f"{module}-{len([*folder.iterdir()])}.log").open("w")
    command = [sys.executable, "-m", "distributed.cli." + module, *map(str, arguments)]
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)


@pytest.fixture
def cluster(tmp_path):
    """Yield the scheduler's address and the two workers' processes."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    contact = folder / "scheduler.json"
    scheduler = start("dask_scheduler", "--host", "127.0.0.1", "--port", 0, "--no-dashboard",
                      "--scheduler-file", contact, folder=folder)  # fmt: skip
    workers = [
        start("dask_worker", "--scheduler-file", contact, "--host", "127.0.0.1", "--no-nanny",
              "--no-dashboard", "--nthreads", 1, folder=folder)
        for _ in range(2)
    ]  # fmt: skip
    with distributed.Client(
        scheduler_file=str(contact), timeout="60s", set_as_default=False
    ) as client:
        client.wait_for_workers(2, timeout=60)
        address = client.scheduler.address
    yield address, workers
    for process in [*workers, scheduler]:
        process.kill()
        process.wait()


@pytest.fixture
def course(tmp_path):
    for number in range(NOTEBOOKS):
        answer = "Kirk" if number % 2 else "Hull"
        save(
            tmp_path / "in" / f"s{number:03}.ipynb",
            notebook(signed(f"S {number:03}"), answered("1.1", answer)),
        )
    graded(tmp_path / "in", tmp_path / "here")
    return tmp_path


def test_a_worker_that_is_lost_changes_no_score(course, cluster, monkeypatch):
    monkeypatch.setattr(engine, "processes", None)  # nothing is checked on this machine
    address, workers = cluster
    ended = []

    def end_one(done, total):
        if not ended:
            workers[0].kill()
            ended.append((done, workers[0].wait()))

    with dask_executor(address) as executor:
        grade(course / "in", course / "there", executor, progress=end_one)
    assert ended[0][0] < NOTEBOOKS
    assert ended[0][1] != 0
    assert workers[1].poll() is None
    assert files_of(course / "there") == files_of(course / "here")
    right = [row["1.1 outcome"] == "right" for row in table(course / "there" / "scores.csv")]
    assert right == [False, True] * (NOTEBOOKS // 2)


def test_the_command_takes_an_address(course, cluster, monkeypatch, capsys):
    address, _ = cluster
    monkeypatch.setattr(engine, "processes", None)  # nothing is checked on this machine
    monkeypatch.chdir(course)
    assert main(["grade", "in", "--out", "there", "--scheduler", address]) == 0
    assert f"{NOTEBOOKS} notebooks" in capsys.readouterr().out
    assert files_of(course / "there") == files_of(course / "here")


def test_nobody_answers():
    with (
        pytest.raises(GradingError, match="no Dask scheduler answers there"),
        dask_executor("tcp://127.0.0.1:9"),
    ):
        pass
