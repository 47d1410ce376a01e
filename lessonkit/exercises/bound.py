"""The latest days that a document states, and how far from them it was written."""

from __future__ import annotations

from datetime import date

import pandas as pd

from lessonkit.despatch import Despatch


def latest_in_body(despatch: Despatch) -> date:
    """Return the latest day that the body names.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    datetime.date

    Examples
    --------
    >>> import lessonkit
    >>> latest_in_body(lessonkit.load())
    datetime.date(1938, 9, 4)
    """
    dates = despatch.dates
    return _latest(dates[dates["where"] == "body"])


def latest_by_author(despatch: Despatch) -> date:
    """Return the latest day that the author wrote, in the body or in a note of his own.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    datetime.date

    Examples
    --------
    >>> import lessonkit
    >>> latest_by_author(lessonkit.load())
    datetime.date(1938, 9, 5)
    """
    dates, notes = despatch.dates, despatch.notes
    own = notes[notes["by"] == "author"]
    in_own = [bool(((own["start"] <= at) & (at < own["end"])).any()) for at in dates["start"]]
    return _latest(dates[(dates["where"] == "body") | pd.Series(in_own, dates.index)])


def _latest(dates: pd.DataFrame) -> date:
    days = dates[dates["not_before"] == dates["not_after"]]
    return days["not_before"].max().date()


def when_written(despatch: Despatch) -> tuple[date, str]:
    """Say when the despatch was written, from its card: what our copy lost.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    written : datetime.date
        Its date.
    message : str
        The date, how far it lies from the bound, and how long the paper travelled.

    Examples
    --------
    >>> import lessonkit
    >>> when_written(lessonkit.load())[0]
    datetime.date(1938, 9, 19)
    """
    written, received = despatch.card["written"], despatch.card["received"]
    later = (written - latest_by_author(despatch)).days
    way = (received - written).days
    return written, (
        f"The digital edition keeps what our copy lost: **{despatch.card['place']}, "
        f"{_say(written)}**, received {_say(received)}. The bound and the date are {later} days "
        f"apart. From date to receipt it is {way} days, waiting included; a telegram usually arrived "
        "the same day."
    )


def _say(day_: date) -> str:
    return f"{day_.day} {day_:%B %Y}"
