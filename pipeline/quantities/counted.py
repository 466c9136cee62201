"""The noun that a number counts, as a cheap guess: "at least three naval ships" counts the "naval ship".

Here belongs the unit of a count and nothing that needs grammar: claims decide what is counted and of which event.
"""

from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import NOUNS

STOPS = frozenset(NOUNS["stops"])
SINGULARS: dict[str, str] = NOUNS["irregular"]
UNCHANGED = frozenset(NOUNS["unchanged"])
NOT_PLURAL = frozenset(NOUNS["not_plural"])
HYPHENS = frozenset("-‐‑–")
HYPHENED = frozenset({"plus", "odd", "strong", "ish"})
DETERMINERS = frozenset(NOUNS["determiners"])
REACH = 8


def noun_at(w: Window, i: int, value: float) -> tuple[str, int]:
    """The counted noun phrase from token i on, its head singular, and the token behind it; ("", i) for none."""
    if w.low[i] in HYPHENS and w.touches(i):
        return hyphened(w, i)
    words: list[str] = []
    begin = i + 1 + (w.low[i + 1] in DETERMINERS) if w.low[i] == "of" and value != 1 else i
    for at in range(begin, min(begin + REACH, w.n)):
        word = w.low[at]
        if word == "and" and words and value != 1 and w.words[at + 1].isalpha() and w.low[at + 1] not in STOPS:
            continue
        if word in STOPS or not (word[0].isalpha() or (word == "-" and words)):
            break
        words.append(word)
        if is_plural(word) and not goes_on(w, at + 1):
            return phrase([*words[:-1], singular(word)]), at + 1
    if value == 1 and words:
        return phrase(words[:2]), i + len(words[:2])
    return "", i


def hyphened(w: Window, i: int) -> tuple[str, int]:
    """The noun of "a five-member crew": what the hyphen joins to the number."""
    noun = w.low[i + 1]
    if noun in HYPHENED:
        return noun_at(w, i + 2, 2.0)
    if not noun.isalpha() or noun in STOPS:
        return "", i
    return singular(noun), i + 2


def goes_on(w: Window, at: int) -> bool:
    """The plural was only a modifier: "sports cars", "arms dealers"."""
    word = w.low[at]
    return word.isalpha() and word not in STOPS and is_plural(word) and word not in UNCHANGED


def phrase(words: list[str]) -> str:
    """The words as one unit name, hyphens closed up."""
    return " ".join(words).replace(" - ", "-")


def is_plural(word: str) -> bool:
    """Looks like a plural noun; "police" and "people" are, "gas" and "across" are not."""
    if word[-1:] != "s":
        return word in SINGULARS or word in UNCHANGED
    return (len(word) > 3 and word[-2] not in "sui'" and word not in NOT_PLURAL) or word in SINGULARS


def singular(word: str) -> str:
    """The singular of a plural noun, by ending."""
    if word in SINGULARS:
        return SINGULARS[word]
    if word in UNCHANGED or word[-1:] != "s" or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zzes")) else word[:-1]
