"""The instructor's key: the solutions of the masters, packed so that nobody reads them by accident."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from pathlib import Path

from lessonkit.errors import SourceError

NAME = "solutions.key"
_FIRST = "lessonkit: the solutions, for instructors. Beside a notebook, it opens solution()."


def pack(solutions: dict[str, str]) -> str:
    """Pack solutions as the text of a key.

    Parameters
    ----------
    solutions : dict
        Exercise to the code that answers it.

    Returns
    -------
    str
        The same for the same solutions.

    Examples
    --------
    >>> "Kirk" in pack({"1.1": 'check("1.1", "Kirk")'})
    False
    """
    plain = json.dumps(solutions, ensure_ascii=False, sort_keys=True).encode("utf-8")
    packed = base64.b64encode(zlib.compress(plain, 9)).decode("ascii")
    lines = [packed[at : at + 76] for at in range(0, len(packed), 76)]
    return "\n".join([_FIRST, *lines]) + "\n"


def open_key(folder: Path) -> dict[str, str] | None:
    """Open the key in a folder.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of the notebook.

    Returns
    -------
    dict or None
        Exercise to solution; None if there is no key.

    Raises
    ------
    SourceError
        If the file is no key.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> _ = (folder / NAME).write_text(pack({"1.1": "Kirk"}))
    >>> open_key(folder)
    {'1.1': 'Kirk'}
    """
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        _, _, packed = path.read_text(encoding="ascii").partition("\n")
        return json.loads(zlib.decompress(base64.b64decode(packed)))
    except (ValueError, OSError, zlib.error, binascii.Error):
        raise SourceError(
            f"{NAME}: expected the key to the solutions, found something else. Take a new copy "
            "from your instructor."
        ) from None
