"""Lesson 5, "What happened when, and who knew?": points, spans and bounds; lags."""

from __future__ import annotations

from datetime import date

from lessonkit.despatch import Despatch
from lessonkit.exercises.exercise import Exercise
from lessonkit.exercises.intervals import interval
from lessonkit.exercises.judges import Wrong, choice, numbers
from lessonkit.exercises.prose import prose

VERSION = "1"

SHIP_KNOWN = {
    "A": "when this paper was written",
    "B": "in June",
    "C": "in August, by telegram",
    "D": "in September, from Pravda",
}

TRUCE_KNOWN = {
    "A": "when this paper came in, 70 days after it",
    "B": "before: other papers had told of it",
    "C": "on the day that this paper was written",
    "D": "never: the paper does not say so",
}

RUBRIC = (
    "A reader will look for: a **claim** that gives both limits, or says which of them the text "
    "leaves open; the **quotation** that fixes one; a **limit** that says what the lag measures, the "
    "paper’s way or somebody’s knowledge."
)


def _day_of(despatch: Despatch, phrase: str) -> date:
    dates = despatch.dates
    return dates.loc[dates["phrase"] == phrase, "not_before"].iloc[0].date()


def _days_held(despatch: Despatch) -> int:
    """Count from drifting to permission to leave: the seizure itself is not dated."""
    return (_day_of(despatch, "24th of August") - _day_of(despatch, "June 3")).days


def _closing(despatch: Despatch) -> tuple[date, date]:
    """Return the day of the truce, and the despatch's own, which tells of the closing as past."""
    return _day_of(despatch, "Aug. 10th"), despatch.card["written"]


_HELD = [
    Wrong(
        "both end days counted",
        "83",
        "You counted the first day and the last one. From Monday to Tuesday, how many days go by?",
    ),
    Wrong(
        "neither end day counted",
        "81",
        "You left out both end days. From Monday to Tuesday, how many days go by?",
    ),
    Wrong(
        "the wrong month",
        "51",
        "That is one month too early. Check the month in which the boat was permitted to depart.",
    ),
    Wrong(
        "the earlier less the later",
        "-82",
        "The days are counted rightly, but from the end to the beginning. Which of the two days is "
        "the later one?",
    ),
    Wrong(
        "from the truce",
        "14",
        "That counts from the truce. *Since* the truce the affair has come to the Embassy’s "
        "attention; when did it begin?",
    ),
    Wrong(
        "from the ship’s day",
        "85",
        "You began with the refrigerator ship. When did the motor *boat* drift to Ushige?",
    ),
]
_CLOSED = [
    Wrong(
        "another year",
        "1937-08-10|1937-08-11|1939-08-10|1939-08-11 *",
        "Day and month are well chosen. Which year? The table of dates has it.",
    ),
    Wrong(
        "throughout",
        "lasting",
        "The two days are well chosen. But `/` says that it went on all the time from one to the "
        "other. How do you write *once, somewhere in between*?",
    ),
    Wrong(
        "a point",
        "right =",
        "That is the day of the truce. “The period immediately succeeding” it is no day: it opens an "
        "interval. What closes it?",
    ),
    Wrong(
        "the lower limit alone",
        "right none",
        "Not before the truce: that is one limit. By when had it happened, at the latest? Think of "
        "who tells it, and when; or say in words that the text has no such limit.",
    ),
    Wrong(
        "the upper limit alone",
        "none *",
        "That is a limit on one side. What does “succeeding the truce” say about the other?",
    ),
    Wrong(
        "the bound of lesson 2",
        "right 1938-09-05",
        "From that day on the paper can have been finished; in fact it was finished later. Could the "
        "closing still have happened in between?",
    ),
    Wrong(
        "the next event as a limit",
        "right 1938-08-21|1938-08-24|1938-09-04",
        "Something else happened on that day. Does the text say that the closing came before it?",
    ),
    Wrong(
        "the day of receipt",
        "right 1938-10-19",
        "That is when Washington received the paper. Can a paper tell of what happened after it was "
        "signed?",
    ),
    Wrong(
        "a month",
        "right|1938-08-01 1938-08-31",
        "Which words of the text end the period with the month? “Immediately” feels like days, but "
        "it counts none.",
    ),
    Wrong(
        "another document",
        "1938-08-06 *",
        "That day comes from another document, and it matters: lesson 7. What do the words of *this* "
        "paper allow?",
    ),
]
_SHIP = [
    Wrong(
        "the paper’s lag taken for knowledge",
        "A",
        "The days up to this paper measure this paper. Had the Embassy written of the ship before? "
        "Look through the notes for an earlier despatch.",
    ),
    Wrong(
        "the protest taken for the seizure",
        "C",
        "The telegram (“As reported to the Department”) is about the *protest*. Do the notes cite a "
        "paper that is earlier still?",
    ),
    Wrong(
        "another Pravda",
        "D",
        "The Pravda whose day the notes give is cited on General Yang. Which note could stand behind "
        "“on May 31, 1938”?",
    ),
]
_TRUCE = [
    Wrong(
        "the paper’s lag taken for knowledge",
        "A",
        "70 days is how old the news was *in this paper*. Was this paper the only one? Read section 2 "
        "to its end.",
    ),
    Wrong(
        "writing taken for knowing",
        "C",
        "On that day the paper was dated in Moscow; Washington received it 30 days later. And was it "
        "the first to tell of the truce? Read section 2 to its end.",
    ),
    Wrong(
        "silence",
        "D",
        "It does say something: how was the incident reported to the Department? Read section 2 to "
        "its end.",
    ),
]

EXERCISES = [
    Exercise(
        "5.1",
        "number",
        1,
        numbers(
            [
                (
                    "the days",
                    _days_held,
                    _HELD,
                    "Count month by month: how many days of June are left, how many has July, how many "
                    "of August have gone by?",
                )
            ],
            right=(
                "From 3 June to 24 August. At most, because on 3 June the boat *drifted* to Ushige: it "
                "“was seized” then or later, the text does not say when. And it was *permitted* to "
                "depart; when it did is not said either."
            ),
        ),
        ("drifted to Ushige on the western coast of Sakhalin on June 3", "the 24th of August"),
        (
            "Which two days does the passage name, and what happened on each?",
            "Section 5: “drifted to Ushige … on June 3”, “until the 24th of August”. June has 30 days, "
            "July 31.",
        ),
    ),
    Exercise(
        "5.2",
        "interval",
        2,
        interval(
            _closing,
            right=(
                "Between the truce and the paper’s own date: `[1938-08-10..1938-09-19]`. Whether the day "
                "of the truce itself counts, the words leave open. The lower limit is the paper’s claim: "
                "another document puts the leaving of one consul general earlier. Keep that for lesson 7."
            ),
            right_open=(
                "True: the text names no day by which it had happened, only “the period immediately "
                "succeeding the truce”. From lesson 2 we have one: the paper tells of it as past, so it "
                "had happened by the paper’s own date, `[1938-08-10..1938-09-19]`."
            ),
            wrong=_CLOSED,
            otherwise=(
                "Two limits are wanted. After which event did it happen (section 4), and of which day was "
                "that (section 3)? And by which day, since the paper tells of it as past?"
            ),
        ),
        (
            "During the period immediately succeeding the truce in the Changkufeng hostilities the "
            "Soviet Government forced Japan to close two additional Japanese consulates",
            "the Changkufeng truce of Aug. 10th",
        ),
        (
            "After what did it happen? And what must have come after it?",
            "The first sentence of section 4 names the truce, the end of section 3 its day. As for the "
            "end: on which day was this paper written (lesson 2)?",
        ),
    ),
    Exercise(
        "5.3",
        "choice",
        1,
        choice(
            SHIP_KNOWN,
            key="B",
            right=(
                "If note 5 belongs here, the Embassy’s despatch No. 1426 had told of it on 29 June: "
                "within 29 days. *If*: our copy has lost the note’s marker. So 111 days are how late "
                "*this paper* tells it, not how late the Embassy knew."
            ),
            wrong=_SHIP,
        ),
        (
            "seized by the Japanese in La Perouse Strait on May 31, 1938",
            "See Embassy’s despatch No. 1426, June 29, 1938.",
        ),
        (
            "Is this paper the first in which the Embassy could have told of the ship?",
            "Open the notes in the reader. Which papers of the Embassy do they cite, and of which day "
            "is the earliest?",
        ),
    ),
    Exercise(
        "5.4",
        "choice",
        1,
        choice(
            TRUCE_KNOWN,
            key="B",
            right=(
                "The paper says itself that the incident “has been fully reported to the Department in "
                "separate despatches and telegrams”, and a telegram that came in on 11 August, printed "
                "in the same volume (document 475), told of the truce. The lag is this paper’s alone."
            ),
            wrong=_TRUCE,
        ),
        ("fully reported to the Department in separate despatches and telegrams",),
        (
            "Is one paper all that an embassy sends?",
            "Section 2 is one sentence. What had been done with the incident by the time it was written?",
        ),
    ),
    Exercise(
        "5.5",
        "prose",
        3,
        prose(60, 100, RUBRIC),
        ("During the period immediately succeeding the truce",),
        (
            "Which event has no day? What comes before it, what after?",
            "Quote the words that give one limit; then say who knew of it, and what you cannot tell.",
        ),
    ),
]
