"""What students answer in lesson 4: right, wrong with the misconception it shows, unclear."""

WORD = (
    "The word “alleged” in “the alleged torturing by Japanese officials” is most likely not part of "
    "the Soviet protest, which would hardly doubt itself; it is the word of whoever wrote the "
    "despatch in Moscow. It keeps Kirk from vouching for the charge, and he does not say that it is "
    "untrue. The paper does not tell who chose it. Another reader might call it a mere habit of "
    "the office, used of any charge that nobody has proved."
)
PLAIN = {
    "E12": "both", "E17": "neither", "E18": "neither", "E19": "hedged", "E20": "attributed",
    "E24": "attributed", "E28": "both", "E29": "both",
}  # fmt: skip
OTHER = PLAIN | {
    "E19": "both",
    "E20": "both",
    "E24": "hedged",
    "E28": "hedged",
    "E29": "attributed",
}

RIGHT = [
    ("4.1", "B"),
    ("4.1", "b: an accuser without a name, then the Embassy's information, then Kirk"),
    ("4.2", PLAIN), ("4.2", OTHER), ("4.2", dict(reversed(PLAIN.items()))),
    ("4.2", {claim.lower(): f" {tag.upper()}!" for claim, tag in PLAIN.items()}),
    ("4.2", PLAIN | {"E17": "none", "E24": "both"}),
    ("4.3", 3), ("4.3", "3"),
    ("4.4", "C"), ("4.4", "intimated"),
    ("4.5", "D"), ("4.5", "no: one cannot tell whom to ask"),
    ("4.6", WORD),
]  # fmt: skip
WRONG = [  # exercise, answer, the misconception's name, words of its message
    ("4.1", "A", "Kirk saw it", "step farther away"),
    ("4.1", "C", "the sentence before", "Japan’s protests"),
    ("4.1", "D", "the accuser overlooked", "passive"),
    ("4.2", PLAIN | {"E12": "attributed"}, "a hedge missed", "E12: begin at"),
    ("4.2", PLAIN | {"E12": "hedged"}, "a teller missed", "Between the commas"),
    ("4.2", PLAIN | {"E17": "hedged"}, "a hedge supplied", "limits the time, not the claim"),
    ("4.2", PLAIN | {"E18": "attributed"}, "a teller supplied", "*say* something"),
    ("4.2", PLAIN | {"E19": "neither"}, "a hedge missed", "first three words"),
    ("4.2", PLAIN | {"E20": "hedged"}, "a teller missed", "followed by somebody"),
    ("4.2", PLAIN | {"E24": "neither"}, "the boat put flatly", "came to be known"),
    ("4.2", PLAIN | {"E28": "attributed"}, "a hedge missed", "Although"),
    ("4.2", PLAIN | {"E29": "neither"}, "a teller missed", "subject"),
    ("4.2", {"E12": "both", "E17": "neither"}, None, "2 of 8 so far"),
    ("4.2", PLAIN | {"E29": "..."}, None, "Still without a tag: E29."),
    ("4.3", 5, "all of them", "who reported"),
    ("4.3", 2, "the embassy's own", "other people’s"),
    ("4.3", 4, "one too many", "to whom"),
    ("4.3", 1, "the word press", "once more"),
    ("4.3", 0, None, "the five rows"),
    ("4.4", "A", "said", "deny most easily"),
    ("4.4", "B", "stated", "commits a speaker most"),
    ("4.4", "D", "all alike", "three within two sentences"),
    ("4.5", "A", "no hedge, so it is the surest", "how the claim is *put*"),
    ("4.5", "B", "Kirk saw it", "Far East"),
    ("4.5", "C", "no source, so it is false", "neither true nor"),
    ("4.6", "Kirk said so.", "short", "3 words so far"),
    ("4.6", WORD + " more" * 40, "long", "could go"),
    ("4.6", WORD.replace("by Japanese", "by the Japanese"), "misquoted", "do not stand"),
    ("4.6", WORD.replace("“", "").replace("”", ""), "no quotation", "proof"),
]
UNCLEAR = [
    ("4.1", "E", "Choose one of"),
    ("4.2", "both", "one of four words"), ("4.2", ["both"] * 8, "one of four words"),
    ("4.2", {"E12", "E17"}, "one of four words"), ("4.2", {}, "one of four words"),
    ("4.2", PLAIN | {"E99": "both"}, "one of four words"),
    ("4.2", PLAIN | {"E12": "yes"}, "one of four words"), ("4.2", PLAIN | {"E12": 1}, "one of four words"),
    ("4.3", "three", "in digits"), ("4.4", "AB", "Choose one of"), ("4.5", "no", "Choose one of"),
]  # fmt: skip
GIVEN_AWAY = {  # words that no message and no hint may hold
    "4.1": ['"b"', "an accuser without a name"],
    "4.2": ["e12: both", "e17 and e18", "forced", "background"],
    "4.3": ["example 3", "three of", "3 of", "three are"],
    "4.4": ['"c"', "to intimate is"],
    "4.5": ['"d"', "whom to ask", "no proof"],
    "4.6": [],
}
# how many of each are known
MISCONCEPTIONS = {"4.1": 3, "4.2": 5, "4.3": 4, "4.4": 3, "4.5": 3, "4.6": 4}
