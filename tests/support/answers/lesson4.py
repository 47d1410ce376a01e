"""What students answer in lesson 4: right, wrong with the misconception it shows, unclear."""

WORD = (
    "The word “alleged” in “the alleged torturing by Japanese officials” is most likely not part of "
    "the Soviet protest, which would hardly doubt itself; it is the word of whoever wrote the "
    "despatch in Moscow. It keeps Kirk from vouching for the charge, and he does not say that it is "
    "untrue. The paper does not tell who chose it. Another reader might call it a mere habit of "
    "the office, used of any charge that nobody has proved."
)
OPPRESSION = (
    "I think that “oppression” is not Kirk's word: it stands in a heading, before “of Japanese "
    "Concessionaires in Sakhalin”, and a closing mark is left behind it, so that somebody is quoted, "
    "perhaps those who complained and made the protests of which the section tells. But the paper "
    "does not say who used it first. Another reader might take the marks for a sign that Kirk kept "
    "his distance from a word that was not his."
)
PLAIN = {
    "E12": "both", "E17": "neither", "E18": "neither", "E19": "hedged", "E20": "attributed",
    "E24": "attributed", "E28": "both", "E29": "both",
}  # fmt: skip
OTHER = PLAIN | {
    "E19": "both",
    "E20": "both",
    "E24": "neither",
    "E28": "hedged",
    "E29": "attributed",
}

RIGHT = [
    ("4.1", "B"),
    ("4.1", "b: an accuser without a name, then the Embassy's information, then Kirk"),
    ("4.2", PLAIN), ("4.2", OTHER), ("4.2", dict(reversed(PLAIN.items()))),
    ("4.2", {claim.lower(): f" {tag.upper()}!" for claim, tag in PLAIN.items()}),
    ("4.2", PLAIN | {"E17": "none", "E24": "none"}),
    ("4.3", 3), ("4.3", "3"),
    ("4.4", "D"), ("4.4", "no: one cannot tell whom to ask"),
    ("4.5", WORD), ("4.5", OPPRESSION),
]  # fmt: skip
WRONG = [  # exercise, answer, the misconception's name, words of its message
    ("4.1", "A", "Kirk saw it", "step farther away"),
    ("4.1", "C", "the sentence before", "Japan’s protests"),
    ("4.1", "D", "the accuser overlooked", "passive"),
    ("4.2", PLAIN | {"E12": "attributed"}, "a hedge missed", "E12: begin at"),
    ("4.2", PLAIN | {"E12": "hedged"}, "a teller missed", "keep a distance"),
    ("4.2", PLAIN | {"E17": "hedged"}, "a hedge supplied", "limits the time, not the claim"),
    ("4.2", PLAIN | {"E18": "attributed"}, "a teller supplied", "*say* something"),
    ("4.2", PLAIN | {"E19": "neither"}, "a hedge missed", "first three words"),
    ("4.2", PLAIN | {"E20": "hedged"}, "a teller missed", "followed by somebody"),
    ("4.2", PLAIN | {"E24": "hedged"}, "a hedge supplied", "which word doubts it?"),
    ("4.2", PLAIN | {"E24": "both"}, "a hedge supplied", "which word doubts it?"),
    ("4.2", PLAIN | {"E28": "attributed"}, "a hedge missed", "Although"),
    ("4.2", PLAIN | {"E29": "neither"}, "a teller missed", "subject"),
    ("4.2", {"E12": "both", "E17": "neither"}, None, "2 of 8 so far"),
    ("4.2", PLAIN | {"E29": "..."}, None, "Still without a tag: E29."),
    ("4.3", 5, "all of them", "who reported"),
    ("4.3", 2, "the embassy's own", "other people’s"),
    ("4.3", 4, "one too many", "to whom"),
    ("4.3", 1, "the word press", "once more"),
    ("4.3", 0, None, "the five rows"),
    ("4.4", "A", "no hedge, so it is the surest", "how the claim is *put*"),
    ("4.4", "B", "Kirk saw it", "Far East"),
    ("4.4", "C", "no source, so it is false", "neither true nor"),
    ("4.5", "Kirk said so.", "short", "3 words so far"),
    ("4.5", WORD + " more" * 40, "long", "could go"),
    ("4.5", WORD.replace("by Japanese", "by the Japanese"), "misquoted", "exact words"),
    ("4.5", WORD.replace("“", "").replace("”", ""), "no quotation", "proof"),
    ("4.5", OPPRESSION.replace("Sakhalin", "Sachalin"), "misquoted", "exact words"),
    (
        "4.5",
        WORD.replace(
            "the alleged torturing by Japanese officials", "torturing by Japanese officials"
        ),
        "quoted without the word",
        "which of the three words",
    ),
]
UNCLEAR = [
    ("4.1", "E", "Choose one of"),
    ("4.2", "both", "one of four words"), ("4.2", ["both"] * 8, "one of four words"),
    ("4.2", {"E12", "E17"}, "one of four words"), ("4.2", {}, "one of four words"),
    ("4.2", PLAIN | {"E99": "both"}, "one of four words"),
    ("4.2", PLAIN | {"E12": "yes"}, "one of four words"), ("4.2", PLAIN | {"E12": 1}, "one of four words"),
    ("4.3", "three", "in digits"), ("4.4", "no", "Choose one of"),
]  # fmt: skip
GIVEN_AWAY = {  # words that no message and no hint may hold
    "4.1": ['"b"', "an accuser without a name"],
    "4.2": ["e12: both", "e17 and e18", "forced", "background"],
    "4.3": ["example 3", "three of", "3 of", "three are"],
    "4.4": ['"d"', "whom to ask", "no proof"],
    "4.5": [],
}
# how many of each are known
MISCONCEPTIONS = {"4.1": 3, "4.2": 4, "4.3": 4, "4.4": 3, "4.5": 5}
