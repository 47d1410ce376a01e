"""Lesson 7, "Could Washington rely on it?": one claim, a second document, and the limit."""

from __future__ import annotations

from lessonkit.exercises.exercise import Exercise
from lessonkit.exercises.judges import Wrong, choice, short_text
from lessonkit.exercises.prose import alternative_text, prose

VERSION = "1"

TESTS = {
    "A": "the next sentence of the despatch, about the protest",
    "B": "card K1",
    "C": "card K2",
    "D": "card K5",
}

AGREE = {
    "A": "yes: both have the consulates closed",
    "B": "not on the order, as far as the card goes",
    "C": "no: so the despatch is wrong",
    "D": "no: the card denies that a consulate was closed",
}

RUBRIC = (
    "Four lines for the peer review: it **quotes** exactly; it states the **chain** of tellers, the "
    "card's and the despatch's; it **bounds** the date; it names the **limit**, with the paper that "
    "would lift it. And: table, chart and alternative text are there, and say the same."
)

# a paper that can be asked for, and what one asks it
_PAPER = (
    r"\b(?:264|1472|1426|1650|d\d{3}|enclosures?|pravda|izvesti\w+|tass|(?:text|note|translation) of|"
    r"the (?:soviet )?protest|statement|consul\w*|litvinov\w*|shigemitsu\w*|sun fo\w*|"
    r"(?:japanese|soviet|chinese|russian)\b.{0,40}\b(?:archives?|files?|records?|papers?|reports?)|"
    r"(?:japanese|soviet|chinese) (?:embassy|ministry|foreign office|government)\w*)\b"
)
_ASKS = (
    r"\b(?:whether|when|who|whom|whose|which|what|where|why|how|if|the (?:date|day|hour|number))\b"
)


EXERCISES = [
    Exercise(
        "7.1",
        "choice",
        1,
        choice(
            TESTS,
            key="C",
            right=(
                "It names a day, and it is another paper. But is it independent? Its informant is the "
                "Japanese Embassy; two sentences further down the despatch, too, cites “a member of "
                "the Japanese Embassy here”. And who told of the closing itself? The sentence names "
                "nobody. And who signed the card's paper? The card does not say; its link does. So we "
                "cannot say that the two are independent."
            ),
            wrong=[
                Wrong(
                    "another sentence of the despatch",
                    "A",
                    "Who signed that sentence? A witness who says the same thing twice is still one "
                    "witness. Look for another paper.",
                ),
                Wrong(
                    "a card on who wanted it",
                    "B",
                    "That card tells what the Soviet side had called the closing. Does it "
                    "say on which day anything was closed? The claim is about *when*.",
                ),
                Wrong(
                    "a card of another claim",
                    "D",
                    "That card dates the truce, so it tests one end of the claim. Which one tells of "
                    "something that happened at a consulate, with its day?",
                ),
            ],
            also={"k1": "B", "k2": "C", "k5": "D"},
        ),
        (
            "During the period immediately succeeding the truce",
            "according to a member of the Japanese Embassy here",
        ),
        (
            "What exactly is claimed: that they were closed, by whom, or when?",
            "Read the six lines above the table, card by card. Which one names a day at a consulate?",
        ),
    ),
    Exercise(
        "7.2",
        "choice",
        2,
        choice(
            AGREE,
            key="B",
            right=(
                "6 August is before 10 August, the day of the truce; the despatch puts the closing "
                "after it. Mind the limit: the card tells of one consul general's leaving, and of "
                "Blagoveshchensk nothing. Who had which reason to put it so? That the closing "
                "succeeded the truce is the despatch's way to put it; by K1 the Soviet side had called it a "
                "matter of policy by 25 April."
            ),
            wrong=[
                Wrong(
                    "they agree",
                    "A",
                    "Not quite: the card tells of one man's leaving. And when? The despatch says "
                    "“succeeding the truce”: put two days side by side, the card's and that of the "
                    "truce (`Aug. 10th`).",
                ),
                Wrong(
                    "a difference taken for an error",
                    "C",
                    "The card has a teller, too, and one with a side. A difference is a question "
                    "first: what exactly does each of the two say, and of which consulate?",
                ),
                Wrong(
                    "the card misread",
                    "D",
                    "Read the card once more: what had the Consul General done, and in what manner? "
                    "Does the card say anything of open or closed?",
                ),
            ],
            also={"yes": "A"},
        ),
        (
            "During the period immediately succeeding the truce",
            "the Changkufeng truce of Aug. 10th",
        ),
        (
            "Which two days have to be put side by side?",
            "The despatch: section 4, first sentence, and section 3, last sentence. The card: K2, "
            "column `edtf`.",
        ),
    ),
    Exercise(
        "7.3",
        "alternative text",
        2,
        alternative_text(
            "A machine sees no more: does the number stand in the chart's table, and would a "
            "listener now know what you see?"
        ),
        (),
        (
            "Close your eyes and have it read to you: what would you ask?",
            "Three parts: what kind of chart; along what, and a row for what; one finding with its "
            "number. “The numbers as a table”, below the chart, has it.",
        ),
    ),
    Exercise(
        "7.4",
        "short text",
        2,
        short_text(
            rf"^(?=.*{_PAPER})(?=.*{_ASKS})",
            right=(
                "A limit that can be lifted: a paper, and what it would settle. Would that paper be "
                "independent, and does it still exist? Keep both questions for your text."
            ),
            wrong=[
                Wrong(
                    "more research",
                    rf"^(?!.*{_PAPER}).*\b(?:more|further|additional|other|extra|research)\b",
                    "So is it always. Name one paper that you would ask for tomorrow, by its number or "
                    "its author, and what it would settle. What do the notes say is not printed?",
                ),
                Wrong(
                    "the paper under test",
                    r"^(?!.*\b(?:264|1472|1426|d\d{3})\b).*\b(?:1667|this despatch|same despatch)\b",
                    "That is the paper under test: it cannot be its own witness. Which paper beside it?",
                ),
                Wrong(
                    "a search is no paper",
                    r"\b(?:google|internet|wikipedia|web|online|chatgpt|ai)\b",
                    "A search leads to papers, it is none. Which one would you hope to find, written by "
                    "whom?",
                ),
                Wrong(
                    "a paper without a question",
                    rf"^(?!.*{_ASKS}).*{_PAPER}",
                    "That can be asked for. And what would it settle? Go on: “it would tell us when …”, "
                    "“whether …”, “who …”.",
                ),
            ],
            otherwise=(
                "Name one paper, by its number or its author, and what it would settle: “it would tell "
                "us when …”, “whether …”, “who …”."
            ),
        ),
        ("Embassy’s telegram No. 264, August 21, 1938.", "Not printed."),
        (
            "What do you not know that somebody at the time wrote down?",
            "Look at the notes and at what is attached: which papers are named, and not printed? Or at "
            "the links of the cards. What would one of them tell you?",
        ),
    ),
    Exercise(
        "7.5",
        "prose",
        5,
        prose(130, 170, RUBRIC),
        ("During the period immediately succeeding the truce",),
        (
            "Could Washington rely on it: for what, and for what not?",
            "Four sentences to begin with: the claim, quoted; who told it, through whom; what the card "
            "says, and who told that; what cannot be settled, and which paper would.",
        ),
    ),
]
