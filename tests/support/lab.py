"""A real JupyterLab in Chromium, opened by the package's own command, for the browser tests."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

CHROMIUM = next(
    filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), ""
)
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

_READY = """name => {
  const panel = window.jupyterapp?.shell.currentWidget;
  const kernel = panel?.sessionContext?.session?.kernel;
  return panel?.context?.path === name && panel.content?.model?.cells?.length > 0
    && kernel?.connectionStatus === "connected" && kernel?.status === "idle";
}"""
_CELLS = """() => Array.from(window.jupyterapp.shell.currentWidget.content.model.cells).map(cell => ({
  id: cell.id, source: cell.sharedModel.getSource(), count: cell.executionCount ?? null,
  outputs: cell.outputs ? cell.outputs.toJSON() : [],
}))"""


@contextmanager
def jupyterlab(folder, home):
    """Start JupyterLab on a folder with `lessonkit start`; yield its address with the token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    env = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")}
    env |= {"HOME": str(home)} | {
        f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")
    }
    command = [
        sys.executable, "-m", "lessonkit", "start", str(folder), "--no-browser",
        f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}",
        "--LabApp.expose_app_in_browser=True",
    ]  # fmt: skip
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, env=env, stdout=log, stderr=log, start_new_session=True)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/api?token={token}", server, home / "log")
        yield address, token
    finally:
        stop = getattr(os, "killpg", lambda pid, _: server.terminate())
        stop(server.pid, 15)
        server.wait(20)


def _wait_for(address, server, log):
    for _ in range(240):
        try:
            return urllib.request.urlopen(address, timeout=5).read()
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.25)
    raise AssertionError(f"JupyterLab did not answer within a minute: {log.read_text()}")


class Lesson:
    """A lesson that is open in the browser."""

    def __init__(self, page, address, token, name):
        self.page = page
        self._name = name
        workspace = secrets.token_hex(4)  # of its own: no tab of another test lies hidden in it
        self._url = f"{address}/lab/workspaces/{workspace}/tree/{name}?token={token}"
        self.open()

    def open(self):
        self.page.goto(self._url)
        self._wait()

    def _wait(self):
        self.page.wait_for_function(_READY, arg=self._name, timeout=90_000)

    def run_all(self):
        self.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
        self._wait()

    def cells(self):
        return {cell["id"]: cell for cell in self.page.evaluate(_CELLS)}

    def cell_with(self, words):
        """Return the id of the one cell whose source has these words."""
        (found,) = [cell["id"] for cell in self.cells().values() if words in cell["source"]]
        return found

    def answer(self, words, old, new):
        """Edit the cell with these words and run it; return its output as HTML."""
        cell = self.cell_with(words)
        self.page.evaluate(
            """([id, old, fresh]) => {
              const notebook = window.jupyterapp.shell.currentWidget.content;
              const index = Array.from(notebook.model.cells).findIndex(cell => cell.id === id);
              const shared = notebook.model.cells.get(index).sharedModel;
              shared.setSource(shared.getSource().replace(old, () => fresh));
              notebook.activeCellIndex = index;
            }""",
            [cell, old, new],
        )
        self.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
        self._wait()
        return self.html(cell)

    def html(self, cell):
        outputs = self.cells()[cell]["outputs"]
        return "".join("".join(output.get("data", {}).get("text/html", "")) for output in outputs)

    def wear(self, theme):
        self.page.evaluate(
            "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", theme
        )
        self.page.wait_for_timeout(1000)
        self._to_the_top()

    def _to_the_top(self):
        """Scroll up until it stays so: JupyterLab scrolls to its active cell when sizes change."""
        for _ in range(20):
            self.page.evaluate(
                "() => { document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0 }"
            )
            self.page.wait_for_timeout(400)
            if not self.page.evaluate(
                "() => document.querySelector('.jp-WindowedPanel-outer').scrollTop"
            ):
                return
        raise AssertionError("the notebook does not stay at its top")

    def lay_open(self):
        """Bring everything into sight at once, what is folded too: axe-core sees no more."""
        self.page.set_viewport_size({"width": 1280, "height": 12_000})
        self.page.evaluate("""() => {
          for (const element of document.querySelectorAll("body, .jp-LabShell"))
            element.style.overflow = "visible";
          for (const details of document.querySelectorAll(".jp-OutputArea details"))
            details.open = true;
        }""")
        self.page.wait_for_timeout(500)
        self._to_the_top()

    def save(self):
        self.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
        self.page.wait_for_function(
            "() => !window.jupyterapp.shell.currentWidget.context.model.dirty"
        )
