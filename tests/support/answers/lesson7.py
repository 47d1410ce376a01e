"""What students answer in lesson 7: right, wrong with the misconception it shows, unclear."""

ALT = (
    "Timeline of the claim and its two cards, a row each, along a line of months in 1938: card K2 "
    "has the Consul General leave 4 days before the truce."
)

CLAIM = (
    "Washington could rely on the despatch for the closing of the two consulates, but not for its "
    "moment. It says that “during the period immediately succeeding the truce” the Soviet Government "
    "“forced Japan to close two additional Japanese consulates”; who told this is not said. The truce "
    "is of 10 August, so by its words the closing lies between that day and 19 September. A telegram "
    "of 7 August, whose informant is the Japanese Embassy, has the Consul General leave Khabarovsk on "
    "6 August, four days too early; of Blagoveshchensk it says nothing. The informant has a side, and "
    "the despatch cites the same embassy for the consulates that remain, so the two may not be "
    "independent. Despatch No. 1472, which is not printed, could tell when Moscow first demanded the "
    "closing. Until it is read, the order of the two events stays open."
)

RIGHT = [
    ("7.1", "C"), ("7.1", "card K2"), ("7.1", "c) Card K2"), ("7.1", "K2"), ("7.1", "k2."),
    ("7.2", "B"), ("7.2", "not on the order, as far as the card goes"),
    ("7.3", ALT),
    ("7.3", "Dot plot along the weeks of August, one row for a card; none of them lies after 19 September."),
    ("7.3", "Bars, one per section, longest first: section 7 has 324 of the 956 words of No. 1667."),
    ("7.4", "Telegram No. 264: it would tell us whether the protest was known in Washington by then"),
    ("7.4", "the enclosure, to see who accused whom"),
    ("7.4", "The Japanese Foreign Ministry’s files, for the day on which the consul left"),
    ("7.4", "d468 itself: what exactly did the member of the Japanese Embassy say?"),
    ("7.5", CLAIM), ("7.5", CLAIM.replace("“", '"').replace("”", '"')),
]  # fmt: skip
WRONG = [  # exercise, answer, the misconception's name, words of its message
    ("7.1", "A", "another sentence of the despatch", "one witness"),
    ("7.1", "card K1", "a card on who wanted it", "on which day"),
    ("7.1", "K1", "a card on who wanted it", "on which day"),
    ("7.1", "D", "a card of another claim", "dates the truce"),
    ("7.1", "card K5", "a card of another claim", "dates the truce"),
    ("7.1", "K5", "a card of another claim", "dates the truce"),
    ("7.2", "yes", "they agree", "side by side"),
    ("7.2", "A", "they agree", "Not quite: the card tells of one man's leaving"),
    ("7.2", "C", "a difference taken for an error", "question first"),
    ("7.2", "D", "the card misread", "open or closed"),
    ("7.3", "a chart of words", "only the kind", "what runs along it"),
    ("7.3", "a chart of words", "only the kind", "with its number"),
    ("7.3", "A timeline along the months of 1938 of despatch No. 1667 and cards K1 and K2", "no number",
     "One finding"),
    ("7.3", "A timeline in which one row lies 4 days before another row, which is a lot", "no axes",
     "Name the axes"),
    ("7.3", "Along the months there are 3 rows and one of them lies before the others", "no kind",
     "what kind"),
    ("7.3", "An image of a timeline along the months with 3 rows and 4 days between", "announces a picture",
     "by itself"),
    ("7.3", "Dots along the weeks: 4 days.", "short", "ask next"),
    ("7.3", ALT * 3, "long", "could go"),
    ("7.4", "more research is needed", "more research", "not printed"),
    ("7.4", "We need additional sources.", "more research", "by its number"),
    ("7.4", "Further evidence, whether true or not", "more research", "by its number"),
    ("7.4", "this despatch, when it was written", "the paper under test", "own witness"),
    ("7.4", "I would look on the internet when it was", "a search is no paper", "leads to papers"),
    ("7.4", "telegram 264", "a paper without a question", "what would it settle"),
    ("7.4", "a letter", None, "its author"),
    ("7.5", "Not for the moment.", "short", "4 words so far"),
    ("7.5", CLAIM + " more" * 40, "long", "could go"),
    ("7.5", CLAIM.replace("succeeding", "after").replace("forced", "made"), "misquoted", "exact words"),
    ("7.5", CLAIM.replace("“", "").replace("”", ""), "no quotation", "proof"),
]  # fmt: skip
UNCLEAR = [
    ("7.1", "K3", "Choose one of"), ("7.1", "C2", "Choose one of"), ("7.2", "E", "Choose one of"),
    ("7.3", 40, "one or two sentences"), ("7.4", 264, "a few words"), ("7.5", ["a"], "three quotation"),
]  # fmt: skip
GIVEN_AWAY = {  # words that no message and no hint may hold
    "7.1": ['"c"', "k2", "japanese embassy"],
    "7.2": ['"b"', "6 august", "before the truce", "the order"],
    "7.3": ["4 days"], "7.4": ["264", "1472", "enclosure"], "7.5": [],
}  # fmt: skip
MISCONCEPTIONS = {"7.1": 3, "7.2": 3, "7.3": 7, "7.4": 4, "7.5": 4}  # how many of each are known
