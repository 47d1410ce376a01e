"""Lesson 4, "Who says so?": tellers, hedges, and what it means to have neither."""

from __future__ import annotations

import re

from lessonkit.despatch import Despatch
from lessonkit.exercises.exercise import Exercise
from lessonkit.exercises.judges import Wrong, choice, numbers
from lessonkit.exercises.prose import further, prose
from lessonkit.exercises.tags import Claim, tagging
from lessonkit.layout import occurs, plain_words, quoted_passages

VERSION = "1"

TELLERS = {
    "A": "Kirk, who saw it",
    "B": "an accuser without a name, then the Embassy's information, then Kirk",
    "C": "the foreign press, then Kirk",
    "D": "the Embassy's information, then Kirk",
}

SUREST = {
    "A": "yes: what is not hedged is certain",
    "B": "yes: Kirk must have seen it himself",
    "C": "no: what names no source is not true",
    "D": "no: one cannot tell whom to ask",
}

CLAIMS = [
    Claim(
        "E12", True, True,
        "begin at “Soviet officials”. Which words there say from whom it is known, and which of "
        "them keep a distance?",
    ),
    Claim(
        "E17", False, False,
        "“temporarily” limits the time, not the claim. Does any word let Kirk step back from it, "
        "and does anyone besides him say it?",
    ),
    Claim(
        "E18", False, False,
        "the Soviet Government and Japan *do* something in it. Does anyone in it *say* something, "
        "and does any word leave room for doubt?",
    ),
    Claim(
        "E19", True, None,
        "look at its first three words. To understand that a thing was done, is that to know it?",
    ),
    Claim(
        "E20", None, True,
        "“according to” is followed by somebody. By whom?",
    ),
    Claim(
        "E24", False, None,
        "begin at “only one minor incident”. Whether it says through whom it is known is open: "
        "careful readers differ. But which word doubts it?",
    ),
    Claim(
        "E28", True, None,
        "begin at “Although”. What cannot be done in Moscow?",
    ),
    Claim(
        "E29", None, True,
        "two verbs tell that somebody spoke. Who is their subject?",
    ),
]  # fmt: skip

RUBRIC = (
    "A reader will look for: a **claim** that gives one of the three words to somebody; a "
    "**quotation** with that word in it; a **limit**: what the paper does not say of who chose it, "
    "and how another careful reader might see it."
)


def _reports_of_others(despatch: Despatch) -> int:
    """Count "report", but not where something was reported to the Department."""
    text = despatch.reading
    return text.count("report") - text.count("reported to the Department")


# the copy has lost the mark before "Oppression", so what stands behind the word will do
_WITH_THE_WORD = re.compile(r"incident|alleged|oppression|of japanese concessionaires")


def _quotes_the_word(text: object, despatch: Despatch) -> bool:
    return any(
        len(quoted.split()) >= 3
        and _WITH_THE_WORD.search(plain_words(quoted))
        and occurs(quoted, despatch.reading)
        for quoted in quoted_passages(str(text))
    )


_NO_WORD = (
    "What you quote stands in the despatch, but which of the three words is in it? Quote your word "
    "with its neighbours, three words at least."
)

EXERCISES = [
    Exercise(
        "4.1",
        "choice",
        1,
        choice(
            TELLERS,
            key="B",
            right=(
                "Three tellers. Somebody “alleged” it, we are not told who; it became “the Embassy’s "
                "information”; Kirk signed. The passive voice hides the first of them, and with him "
                "any reason that he had."
            ),
            wrong=[
                Wrong(
                    "Kirk saw it",
                    "A",
                    "“According to …”, “were alleged …”: each of these sets Kirk a step farther away "
                    "from Sakhalin. How many steps are they?",
                ),
                Wrong(
                    "the sentence before",
                    "C",
                    "The foreign press stands in the sentence before, and tells of Japan’s protests. "
                    "Who tells of the lost half of the season? Begin at “Soviet officials”.",
                ),
                Wrong(
                    "the accuser overlooked",
                    "D",
                    "Those two, yes. But “were alleged” is a passive: somebody alleged it. Is that "
                    "the Embassy, or does it only hold what others said?",
                ),
            ],
        ),
        ("according to the Embassy’s information, were alleged to have pursued",),
        (
            "Which words in that sentence say how Kirk came to know?",
            "Read the sentence that begins with “Soviet officials”, and stop at the first two commas "
            "and at the passive verb behind them.",
        ),
    ),
    Exercise(
        "4.2",
        "tags",
        2,
        tagging(
            CLAIMS,
            right=(
                "Where the words are plain, your tags follow them. Where they are not (is "
                "“understands” a teller? is “according to” a hedge? does “has come to the Embassy’s "
                "attention” say who told?) careful readers differ: any tag was let pass. Compare "
                "with your neighbours: where the class divides is a finding about the text."
            ),
        ),
        (
            "forced Japan to close two additional Japanese consulates",
            "have temporarily put these problems into the background",
        ),
        (
            "Two questions, one after the other. Hedged: does a word leave room for doubt? "
            "Attributed: does it say through whom it is known?",
            "Three of the eight carry no hedge. Look where something is simply *done*.",
        ),
    ),
    Exercise(
        "4.3",
        "number",
        1,
        numbers(
            [
                (
                    "the number",
                    _reports_of_others,
                    [
                        Wrong(
                            "all of them",
                            "5",
                            "Read each in its place. Where it says “reported to the Department”, who "
                            "reported?",
                        ),
                        Wrong(
                            "the embassy's own",
                            "2",
                            "Those are the ones that the Embassy itself had sent. How many are other "
                            "people’s?",
                        ),
                        Wrong(
                            "one too many",
                            "4",
                            "Read those of sections 2 and 6 once more: who reported there, and to whom?",
                        ),
                        Wrong(
                            "the word press",
                            "1",
                            "The press is not only where it says so first. Look once more into "
                            "sections 3 and 8.",
                        ),
                    ],
                    "Read the five rows of the table. In which of them does somebody other "
                    "than the Embassy report?",
                )
            ],
            right=(
                "Sections 3 and 8 pass on what others report; sections 2 and 6 speak of what the "
                "Department had been sent before. In section 2 even there the passive hides by "
                "whom. The computer counts letters. What they mean, their place tells."
            ),
        ),
        ("press reports continue to circulate here", "As reported to the Department"),
        (
            "Who reports, and to whom? Ask it of each of the five.",
            "Compare “press reports received here” with “As reported to the Department”.",
        ),
    ),
    Exercise(
        "4.4",
        "choice",
        1,
        choice(
            SUREST,
            key="D",
            right=(
                "No hedge is no proof. The sentence is put as plain fact; how it came to be known, it "
                "hides. It may well be true. But it is the *attributed* claim that tells you whom to ask."
            ),
            wrong=[
                Wrong(
                    "no hedge, so it is the surest",
                    "A",
                    "A hedge is a word. Its absence tells how the claim is *put*. Who could be asked "
                    "whether it is so?",
                ),
                Wrong(
                    "Kirk saw it",
                    "B",
                    "Khabarovsk and Blagoveshchensk are in the Far East, the Embassy is in Moscow. "
                    "Which word says that he was there?",
                ),
                Wrong(
                    "no source, so it is false",
                    "C",
                    "Too far the other way: that a sentence names no source makes it neither true nor "
                    "false. What, then, is missing?",
                ),
            ],
        ),
        ("the Soviet Government forced Japan to close two additional Japanese consulates",),
        (
            "Suppose somebody doubts that sentence. Whom could he ask?",
            "Compare it with the sentence after next, which begins “At present, according to”.",
        ),
    ),
    Exercise(
        "4.5",
        "prose",
        3,
        further(
            prose(60, 100, RUBRIC),
            _quotes_the_word,
            "quoted without the word",
            f"{_NO_WORD}\n{RUBRIC}",
        ),
        (
            "the Changkufeng incident",
            "of Japanese Concessionaires in Sakhalin",
            "the alleged torturing by Japanese officials",
        ),
        (
            "Which of the three words stands between quotation marks, or did once?",
            "Quote three words at least around the one you choose. Then ask who used it first: Kirk, "
            "a government, or somebody whom the paper does not name?",
        ),
    ),
]
