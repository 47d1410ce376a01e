"""Whose notebook this is: ``sign``, the first thing that every lesson calls."""

from __future__ import annotations

from lessonkit.exercises.engine import NOT_YET, RIGHT
from lessonkit.show import as_plain, box, shorten_errors, show

NAMES = "application/vnd.lessonkit.names+json"

signed: list[str] = []

shorten_errors()  # a lesson imports this first: already a slip in the names shows one line


def sign(names: object) -> None:
    """Say whose notebook this is; the names go with every answer that follows.

    Parameters
    ----------
    names : str or list of str
        One name or several, in a text parted by commas. ``...`` signs nothing yet.

    Examples
    --------
    >>> sign("Ada Lovelace, Mary Somerville")
    Signed: Ada Lovelace, Mary Somerville.
    >>> sign(...)
    Not signed yet. Put your name in place of the ..., for example "Ada Lovelace", and run the cell again. Two may share a laptop: "Ada Lovelace, Mary Somerville".
    """
    given = names if isinstance(names, list | tuple) else [names]
    texts = [name for part in given if isinstance(part, str) for name in part[:1000].split(",")]
    signed[:] = [" ".join(name.split())[:80] for name in texts if name.strip(" .…")][:6]
    if signed:
        message, outcome = f"Signed: {', '.join(signed)}.", RIGHT
    else:
        outcome = NOT_YET
        message = (
            "Not signed yet. Put your name in place of the `...`, for example "
            '`"Ada Lovelace"`, and run the cell again. Two may share a laptop: '
            '`"Ada Lovelace, Mary Somerville"`.'
        )
    show(box(outcome, "Your name", message), as_plain(message), {NAMES: {"names": [*signed]}})
