"""A JupyterHub with its proxy on 127.0.0.1, and twenty students who come at once.

``make recipe-hub`` runs it; it installs the hub, and the proxy with npm, into a temporary folder.
"""

import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.support.recipes.own import ROOT, own_python
from tests.support.recipes.student import Student

HUB = ROOT / "notebooks" / "instructor" / "hub"
STUDENTS = 20
SETTINGS = f"""
load_subconfig({str(HUB / "jupyterhub_config.py")!r})
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"  # every student as the user who runs this
c.SimpleLocalProcessSpawner.home_dir_template = FOLDER + "/homes/{{username}}"
c.Spawner.environment = {{"TMPDIR": FOLDER + "/tmp"}}
c.JupyterHub.bind_url = "http://127.0.0.1:%d" % PORTS[0]
c.JupyterHub.hub_bind_url = "http://127.0.0.1:%d" % PORTS[1]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:%d" % PORTS[2]
c.ConfigurableHTTPProxy.command = [PROXY]
if ROOT:
    c.Spawner.args.append("--allow-root")
"""


def main():
    with tempfile.TemporaryDirectory(prefix="lessonkit-") as name:
        folder = Path(name)
        commands, env = own_python(folder, "hub")
        with hub(folder, commands, env, _proxy(folder)) as (address, process):
            students = [Student(address, f"student{n:02}") for n in range(1, STUDENTS + 1)]
            with ThreadPoolExecutor(STUDENTS) as at_once:
                seconds = list(at_once.map(Student.work, students))
                memory = _memory(process) / STUDENTS
                list(at_once.map(Student.sign_out, students))
                found = list(at_once.map(Student.find_again, students))
            _is_collected(folder)
    print(f"{sum(found)} of {STUDENTS} students found their work again")
    print(
        f"from sign-in to the first result, all {STUDENTS} at once on {os.cpu_count()} processors: "
        f"median {statistics.median(seconds):.0f} s, longest {max(seconds):.0f} s"
    )
    print(f"memory a student, server and kernel: {memory / 1e6:.0f} MB")
    return 0 if all(found) else 1


def _proxy(folder):
    """Install the hub's proxy; return its command."""
    npm = shutil.which("npm")
    assert npm, "the proxy needs node and npm: install them"
    subprocess.run(
        [npm, "install", "--silent", "--no-fund", "--no-audit", "--cache", folder / "npm",
         "--prefix", folder / "proxy", "configurable-http-proxy@5"],
        check=True, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return folder / "proxy" / "node_modules" / ".bin" / "configurable-http-proxy"


@contextmanager
def hub(folder, commands, env, proxy):
    """Run the hub; yield its address and process. All that it started is ended with it."""
    ports = _free_ports(3)
    (folder / "homes").mkdir()
    (folder / "tmp").mkdir()
    given = f"FOLDER, PORTS, PROXY, ROOT = {str(folder)!r}, {ports!r}, {str(proxy)!r}, {os.geteuid() == 0}"
    (folder / "settings.py").write_text(given + SETTINGS)
    with (folder / "log").open("wb") as log:
        process = psutil.Popen(
            [commands / "jupyterhub", "--config", folder / "settings.py"],
            cwd=folder, env=env, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{ports[0]}"
        _wait_for(f"{address}/hub/api", process, folder / "log")
        yield address, process
    except BaseException:
        print((folder / "log").read_text()[-5000:], file=sys.stderr)
        raise
    finally:
        started = process.children(recursive=True)
        process.terminate()
        _, alive = psutil.wait_procs([process, *started], timeout=60)
        for one in alive:
            one.kill()
    assert alive == [], alive


def _free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _wait_for(address, process, log):
    for _ in range(240):
        try:
            return urllib.request.urlopen(address, timeout=5).read()
        except OSError:
            assert process.poll() is None, log.read_text()
            time.sleep(0.25)
    raise AssertionError(f"the hub did not answer within a minute: {log.read_text()}")


def _memory(process):
    """Return the bytes of the students' servers and kernels; what they share counts once."""
    total = 0
    for child in process.children(recursive=True):
        if child.name() != "node":  # the proxy
            full = child.memory_full_info()
            total += getattr(full, "pss", full.rss)
    return total


def _is_collected(folder):
    """The instructor's script copies what the students saved."""
    done = subprocess.run(
        [sys.executable, HUB / "collect.py", folder / "homes", folder / "hand-ins"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert f"copied {STUDENTS * 8} notebooks" in done.stdout, done
    one = folder / "hand-ins" / "student07" / "01-what-is-this-thing.ipynb"
    assert "Signed: student07." in one.read_text("utf-8")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))  # the hub is ended then, too
    sys.exit(main())
