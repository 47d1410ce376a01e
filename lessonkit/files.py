"""Writes a file whole or not at all, and over another only where that is asked for."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(path: Path, text: str, replace: bool) -> bool:
    """Write a file whole or not at all.

    Parameters
    ----------
    path : pathlib.Path
        Where to; its folder exists.
    text : str
        What to write, in UTF-8, line ends as they are.
    replace : bool
        Whether a file that exists may be replaced; if not, it is left as it is.

    Returns
    -------
    bool
        Whether it was written.

    Raises
    ------
    OSError
        If it cannot be written; then nothing has changed.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "mine.txt"
    >>> write(path, "one", replace=False), write(path, "two", replace=False), path.read_text()
    (True, False, 'one')
    """
    if path.exists() and not replace:
        return False
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        part.chmod(0o644)
        if replace:
            part.replace(path)
        else:
            _link(part, path)
    except FileExistsError:  # somebody else was faster: theirs stays
        return False
    finally:
        part.unlink(missing_ok=True)
    return True


def _link(part: Path, path: Path) -> None:
    """Give a finished file its name, unless the name is taken."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with path.open("xb") as file:
            file.write(part.read_bytes())
