"""How a message looks in a notebook, and how it reads where there is none."""

from __future__ import annotations

import html
import re
import sys

from lessonkit.style import INK

# outcome -> (sign, background, bar); the word beside it says the same, the colour only helps
_LOOKS = {
    "right": ("✓", "#edf7f2", "#007a5a"),
    "for a reader": ("¶", "#f6eff5", "#8a4a78"),
    "nearly": ("↻", "#fdf1e8", "#c14f00"),
    "unclear": ("?", "#edf4fa", "#0064a0"),
    "not yet": ("…", "#f3f3f3", "#6e6e6e"),
    "failed": ("!", "#f3f3f3", "#6e6e6e"),
    "hint": ("→", "#edf4fa", "#0064a0"),
    "progress": ("", "#f7f7f7", "#6e6e6e"),
}
_CODE = re.compile(r"`([^`]+)`")
_CODE_SET = rf'<code style="background:#e4e4e4;color:{INK}">\1</code>'
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_ITALIC = re.compile(r"\*([^*]+)\*")


def as_html(text: str) -> str:
    """Turn a message into HTML: escaped, `code`, **bold** and *italic* set, each line a paragraph.

    Parameters
    ----------
    text : str
        The message.

    Returns
    -------
    str

    Examples
    --------
    >>> as_html("run **it** if 1 < 2")
    '<p style="margin:0.3em 0">run <strong>it</strong> if 1 &lt; 2</p>'
    """
    escaped = html.escape(text, quote=False)
    bold = _BOLD.sub(r"<strong>\1</strong>", _CODE.sub(_CODE_SET, escaped))
    set_ = _ITALIC.sub(r"<em>\1</em>", bold)
    return "".join(f'<p style="margin:0.3em 0">{line}</p>' for line in set_.split("\n"))


def as_plain(text: str) -> str:
    """Return a message without its marks for code, bold and italic.

    Parameters
    ----------
    text : str
        The message.

    Returns
    -------
    str

    Examples
    --------
    >>> as_plain("run `head()`")
    'run head()'
    """
    return _ITALIC.sub(r"\1", _BOLD.sub(r"\1", _CODE.sub(r"\1", text)))


def box(look: str, label: str, message: str, bar: dict[str, str] | None = None) -> str:
    """Set a message as a box that says its outcome in a sign, a word and a colour.

    Parameters
    ----------
    look : str
        An outcome, ``"for a reader"``, ``"hint"`` or ``"progress"``.
    label : str
        The first words, in bold.
    message : str
        The message, see `as_html`.
    bar : dict, optional
        Exercise to its look, in order: drawn as a small bar, a box for each.

    Returns
    -------
    str
        HTML.

    Examples
    --------
    >>> "No. 1472" in box("hint", "1.2 Hint", "What is No. 1472?")
    True
    """
    sign, background, edge = _LOOKS[look]
    return (
        f'<div class="lessonkit-box" role="status" style="max-width:42em;padding:0.5em 1em;'
        f"margin:0.4em 0;border-left:0.4em solid {edge};background:{background};color:{INK};"
        f'font-size:1.05em;line-height:1.5"><strong><span aria-hidden="true">{sign} </span>'
        f"{html.escape(label)}</strong>{_bar(bar or {})}{as_html(message)}</div>"
    )


def _bar(looks: dict[str, str]) -> str:
    pieces = [
        '<span style="flex:1;text-align:center;line-height:1.6;border:2px solid '
        f'{_LOOKS[look][2]};background:{_LOOKS[look][1]}">{_LOOKS[look][0]} {exercise}</span>'
        for exercise, look in looks.items()
    ]
    if not pieces:
        return ""
    return (
        '<div aria-hidden="true" style="display:flex;gap:3px;max-width:26em;margin:0.4em 0">'
        + "".join(pieces)
        + "</div>"
    )


def show(rich: str, plain: str, records: dict[str, dict] | None = None) -> None:
    """Show a message: as HTML in a notebook, as text anywhere else.

    Parameters
    ----------
    rich : str
        HTML.
    plain : str
        The same as text.
    records : dict, optional
        MIME type to data that a notebook keeps in the output beside the message.

    Examples
    --------
    >>> show("<b>Right.</b>", "Right.")
    Right.
    """
    rich, plain = (words.encode("utf-8", "replace").decode("utf-8") for words in (rich, plain))
    ipython = sys.modules.get("IPython")  # loaded by the notebook, never by us
    if ipython is None or ipython.get_ipython() is None:
        print(plain)
    else:
        bundle = {"text/plain": plain, "text/html": rich, **(records or {})}
        ipython.display.display(bundle, raw=True)


def shorten_errors() -> None:
    """Let a notebook show the last line of an error alone: the rest is not the student's code.

    Examples
    --------
    >>> shorten_errors()  # outside of a notebook nothing changes
    """
    ipython = sys.modules.get("IPython")
    shell = ipython and ipython.get_ipython()
    if shell:
        shell.InteractiveTB.set_mode(mode="Minimal")
