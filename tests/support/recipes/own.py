"""A Python of its own for a recipe: lessonkit installed with one extra, in a temporary folder."""

import os
import subprocess
import sys
import venv

from tests.support import ROOT


def own_python(folder, extra):
    """Make it; return the folder of its commands and the environment to run them in."""
    venv.create(folder / "venv", with_pip=False)
    commands = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    pins = str(ROOT / "constraints.txt")
    subprocess.run(
        [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", commands / "python",
         "--constraints", pins, "--build-constraints", pins, f"{ROOT}[{extra}]"],
        check=True,
    )  # fmt: skip
    return commands, environment(folder, commands)


def environment(folder, commands):
    """Return an environment whose home is the folder: nobody's settings play a part."""
    ours = ("JUPYTER", "PYTHON", "IPYTHON", "VIRTUAL_ENV", "CONFIGPROXY")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return kept | {
        "HOME": str(home), "PATH": os.pathsep.join([str(commands), kept["PATH"]]),
        "TMPDIR": str(folder), "IPYTHONDIR": str(home / "ipython"), "XDG_RUNTIME_DIR": str(home),
    }  # fmt: skip
