"""The page of HTML around what is printed: large, ragged right, upright, whole in itself."""

from __future__ import annotations

import html
from pathlib import Path

from lessonkit.style import INK, PAPER

_RULES = Path(__file__).with_name("paper.css").read_text(encoding="utf-8")


def framed(title: str, body: str, language: str = "en") -> str:
    """Return a whole page that asks for nothing else: no script, no other file, no network.

    Parameters
    ----------
    title : str
        What it is; it also stands at the foot of every printed page.
    body : str
        HTML.
    language : str
        Of the body, as HTML names it.

    Returns
    -------
    str

    Examples
    --------
    >>> framed("No. 1667", "<p>Sir:</p>").startswith("<!DOCTYPE html>")
    True
    """
    foot = "".join(c for c in " ".join(title.split()) if c not in '"\\<')[:80]
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>\n"
        f":root {{ --ink: {INK}; --paper: {PAPER}; }}\n{_RULES}"
        f'@page {{ @bottom-left {{ content: "{foot}"; }} }}\n'
        f"</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
