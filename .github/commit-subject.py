"""Hold a commit's subject to at most 72 characters that end in no period (a commit-msg hook)."""

import sys
from pathlib import Path

LONGEST = 72


def faults(message):
    """Return what is wrong with the first line of a commit message, in words."""
    subject = message.partition("\n")[0].rstrip()
    found = []
    if not subject:
        found.append("The subject is empty.")
    if len(subject) > LONGEST:
        found.append(f"The subject has {len(subject)} characters; {LONGEST} is the most.")
    if subject.endswith("."):
        found.append("The subject ends in a period.")
    return found


if __name__ == "__main__":
    sys.exit("\n".join(faults(Path(sys.argv[1]).read_text(encoding="utf-8"))) or None)
