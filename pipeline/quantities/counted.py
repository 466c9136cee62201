"""The noun that a number counts, as a cheap guess: "at least three naval ships" counts the "naval ship".

Here belongs the unit of a count and nothing that needs grammar: claims decide what is counted and of which event.
"""

from typing import Any

from pipeline import codebook
from pipeline.quantities.scan import Window

TABLE: dict[str, Any] = codebook.read("quantity_nouns")
STOPS = frozenset(TABLE["stops"])
SINGULARS: dict[str, str] = TABLE["irregular"]
UNCHANGED = frozenset(TABLE["unchanged"])
NOT_PLURAL = frozenset(TABLE["not_plural"])
REACH = 5


def noun_at(w: Window, i: int, value: float) -> tuple[str, int]:
    """The counted noun phrase from token i on, its head singular, and the token behind it; ("", i) where none is seen."""
    if i < len(w.low) and w.low[i] in "-‐‑–" and w.starts[i] == w.ends[i - 1]:
        return ("", i) if i + 1 >= len(w.low) or not w.low[i + 1].isalpha() else (singular(w.low[i + 1]), i + 2)
    words: list[str] = []
    for at in range(i, min(i + REACH, len(w.low))):
        word = w.low[at]
        if word in STOPS or not (word[0].isalpha() or (word == "-" and words)):
            break
        words.append(word)
        if is_plural(word) and not plural_follows(w, at + 1):
            return phrase([*words[:-1], singular(word)]), at + 1
    if value == 1 and words:
        return phrase(words[:2]), i + len(words[:2])
    return "", i


def plural_follows(w: Window, at: int) -> bool:
    """The plural was only a modifier: "sports cars", "arms dealers"."""
    return at < len(w.low) and w.low[at].isalpha() and w.low[at] not in STOPS and is_plural(w.low[at]) and (
        w.low[at] not in SINGULARS.values()
    )


def phrase(words: list[str]) -> str:
    """The words as one unit name, hyphens closed up."""
    return " ".join(words).replace(" - ", "-")


def is_plural(word: str) -> bool:
    """Looks like a plural noun; "police" and "people" are, "gas" and "across" are not."""
    if word in SINGULARS or word in UNCHANGED:
        return True
    return word.endswith("s") and len(word) > 3 and word[-2] not in "sui'" and word not in NOT_PLURAL


def singular(word: str) -> str:
    """The singular of a plural noun, by ending."""
    if word in SINGULARS:
        return SINGULARS[word]
    if word in UNCHANGED or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]
