"""The parts that widgets share: buttons that keep their words, rows that wrap."""

from __future__ import annotations

import html

import ipywidgets

from lessonkit.style import INK


def button(description: str, name: str) -> ipywidgets.Button:
    """Make a button that stays wide enough for its words.

    Parameters
    ----------
    description : str
        What stands on it, which is its accessible name.
    name : str
        What scripts know it by.

    Returns
    -------
    ipywidgets.Button

    Examples
    --------
    >>> button("Next", "next").description
    'Next'
    """
    made = ipywidgets.Button(description=description, layout={"width": "7em", "flex": "0 0 auto"})
    made.add_class(f"lessonkit-{name}")
    return made


def row(*widgets: ipywidgets.Widget) -> ipywidgets.HBox:
    """Put widgets beside one another; on a narrow screen they wrap.

    Parameters
    ----------
    *widgets : ipywidgets.Widget
        In order.

    Returns
    -------
    ipywidgets.HBox

    Examples
    --------
    >>> len(row(button("Next", "next")).children)
    1
    """
    return ipywidgets.HBox(widgets, layout={"flex_flow": "row wrap"})


def as_code(code: str) -> str:
    """Set code so that one click marks all of it.

    Parameters
    ----------
    code : str
        One line or several.

    Returns
    -------
    str
        HTML.

    Examples
    --------
    >>> "a &lt; b</pre>" in as_code("a < b")
    True
    """
    style = (
        f"user-select:all;padding:0.5em;background:#f3f3f3;color:{INK};font:0.95em/1.4 monospace"
    )
    return f'<pre style="{style}">{html.escape(code)}</pre>'
