"""Where the noun phrase of somebody who speaks begins and ends, left and right of the words of reporting.

Here belong the bounds of the phrase. Which words report, and which side the speech stands on, is settled in speech.py.
"""

from typing import Final

from pipeline.claims.sources import BOOK, names_anyone
from pipeline.reading.tokens import Sentence

VERBS: Final = frozenset(BOOK["verbs"])
STOPS: Final = frozenset(BOOK["stops"])
SKIP: Final = frozenset(BOOK["skip"])
FINITE: Final = frozenset(BOOK["finite"])
LY_NOUNS: Final = frozenset(BOOK["ly_nouns"])
RANKS: Final = frozenset(BOOK["ranks"])
ARTICLES: Final = frozenset(BOOK["articles"])
REPORTS: Final = frozenset(BOOK["told"])
LINKS: Final = frozenset(BOOK["participle_links"])
NOUN_FOLLOWERS: Final = frozenset(BOOK["noun_followers"])
HEALTH_BODY: Final = "WHO"
RELATIVES: Final = frozenset(BOOK["relatives"])
RELATIVE_VERBS: Final = frozenset(BOOK["relative_verbs"])
STATEMENTS: Final = [phrase.split() for phrase in BOOK["in_a_statement"]]
LONG: Final = 14
"""Longest source, in tokens."""


def is_relative_who(sentence: Sentence, i: int) -> bool:
    """ "Who", and not the health organisation."""
    return sentence.lower[i] == "who" and (sentence.words[i] != HEALTH_BODY or sentence.is_upper)


def is_stop(sentence: Sentence, i: int) -> bool:
    """Token i ends a noun phrase; the full stops of "U.N." and "Dr." do not."""
    lower = sentence.lower
    if lower[i] == ".":
        return i == 0 or i + 1 == len(lower) or (len(lower[i - 1]) > 3 and lower[i - 1] not in RANKS)
    if lower[i] == "-":
        return i + 1 < len(lower) and (lower[i + 1] == "-" or lower[i - 1] == "-")
    if lower[i] == ":":
        return not (lower[i - 1 : i] and lower[i - 1].isdecimal() and lower[i + 1 : i + 2] and lower[i + 1].isdecimal())
    if lower[i] == "'":
        return lower[i + 1 : i + 2] != ["s"] and not (lower[i - 1].endswith("s") and i + 1 < len(lower))
    return lower[i] in STOPS


def is_adverb(sentence: Sentence, i: int) -> bool:
    """ "Clearly", "repeatedly", but neither "family" nor "Elly"."""
    word = sentence.words[i]
    return word.endswith("ly") and word.islower() and word not in LY_NOUNS and not names_anyone([word])


def left_start(sentence: Sentence, verb: int) -> int:
    """Where the subject left of the verb begins; over one apposition ("Roe, a surgeon at the clinic, said")."""
    lower, i = sentence.lower, verb - 1
    if lower[i - 1 : i + 1] in STATEMENTS and i >= 3:
        i -= 3
    while i >= 0 and (lower[i] in SKIP or is_adverb(sentence, i) or (
            lower[i] in REPORTS and i > 0 and lower[i - 1] not in STOPS)):
        i -= 1
    if i >= 0 and lower[i] == ")":
        i = next((k - 1 for k in range(i, max(-1, i - 6), -1) if lower[k] == "("), i)
    if i >= 0 and is_relative_who(sentence, i):
        i -= 1 + (i >= 1 and lower[i - 1] == ",")
    elif i >= 0 and lower[i] == ",":
        i = _over_apposition(sentence, i)
    floor, end = max(0, verb - 2 * LONG), i + 1
    while i >= floor:
        before = _before_relative(lower, i, end) if ends_subject(sentence, i) else i - 1
        if before == i:
            break
        i = before
    return i + 1


def _before_relative(lower: list[str], i: int, end: int) -> int:
    """The token before a clause that opens here, "residents who were there", "the boat that joined"; else i itself."""
    opened = i if lower[i] == "that" else i - 1
    verb = lower[opened + 1] if opened >= 1 and opened + 1 < end and lower[opened] in RELATIVES else ""
    told = verb in FINITE or verb.endswith("ed") or verb in RELATIVE_VERBS
    return opened - 1 if told and lower[opened - 1] not in VERBS and lower[opened - 1] not in STOPS else i


def ends_subject(sentence: Sentence, i: int) -> bool:
    word = sentence.lower[i]
    if word == "and":
        return not _joins_names(sentence, i)
    if word in REPORTS and is_told(sentence.lower, i):
        return False
    if word in FINITE and i > 0 and sentence.lower[i - 1] in ARTICLES:  # "a doctor treating the wounded"
        return False
    return word in VERBS or word in FINITE or is_stop(sentence, i)


def is_told(lower: list[str], i: int) -> bool:
    """What follows makes "reports" a noun: "reports of", "documents filed"."""
    after, behind = [*lower[i + 1 : i + 3], "", ""][:2]
    return after in NOUN_FOLLOWERS or (after.endswith("ed") and behind in LINKS)


def _joins_names(sentence: Sentence, i: int) -> bool:
    """The "and" of "doctors and others" at a clause's start, not that between two clauses."""
    start = next((k + 1 for k in range(i - 1, max(-1, i - 5), -1) if is_stop(sentence, k)), 0 if i <= 4 else -1)
    before = sentence.lower[start:i]
    said = any(w in FINITE or w in VERBS or w.isdecimal() for w in before)
    return start >= 0 and names_anyone(before) and not said


def _over_apposition(sentence: Sentence, comma: int) -> int:
    i = comma - 1
    while i >= 0 and sentence.lower[i] != ",":
        i -= 1
    return i - 1 if i >= 0 else comma - 1


def right_end(sentence: Sentence, first: int) -> int:
    """Where the source that starts at token first ends."""
    lower, i = sentence.lower, first
    while i < len(lower) and i < first + LONG and not is_stop(sentence, i) and lower[i] != "which" and not (
            is_relative_who(sentence, i)):
        i += 1
    return i


def relative(lower: list[str], verb: int) -> int:
    """The "which" whose clause goes on in the verb: "the council, which has offices there and reported …"; else -1."""
    found = next((k for k in range(verb - 2, max(0, verb - 2 * LONG), -1) if lower[k] in ("which", "who")), -1)
    own = found > 0 and not any(w in VERBS or w in (";", ":") for w in lower[found:verb])
    return found if own else -1
