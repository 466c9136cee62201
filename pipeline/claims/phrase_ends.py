"""How far a set phrase with an open end reaches: "taken to | the nearest district hospital", "took | 14 people to
hospital".

Here belongs whether the words that end the phrase follow in the same noun phrase. Which trigger stands at a word, and
what it says there, belongs in triggers.py.
"""

from dataclasses import replace
from functools import cache
from typing import Final

from pipeline.claims.lexicon import ACTIVE, EITHER, Lexicon, Trigger
from pipeline.claims.noun_phrase import stands
from pipeline.reading.tokens import Sentence

MARKS: Final = frozenset(",;:.()–—-?!…")
ENDS: Final = frozenset((".", ";", ":", "dead", "lifeless"))
"""Behind these a verb leads nowhere: who is "brought dead to the hospital" lies in no ward."""
VERBS: Final = frozenset((EITHER, ACTIVE))
FARTHEST_END: Final = 8
"""Tokens from "taken to" to the "hospital" that ends the phrase."""
FARTHEST_OBJECT: Final = 16
"""Tokens from "took" to the "to" of "to hospital"."""


def end_of(trigger: Trigger, sentence: Sentence, at: int, lexicon: Lexicon) -> int:
    """The token behind a trigger at token `at`; 0 where the phrase that it goes up to does not follow in the same
    noun phrase: "taken to | the nearest district hospital", "with | serious but not life-threatening injuries"."""
    lower, begin, ends = sentence.lower, at + len(trigger.words), _ends(trigger.up_to)
    if trigger.tag in VERBS:
        return begin if not ends or _leads_to(trigger, sentence, begin, lexicon) else 0
    for k in range(begin, min(begin + FARTHEST_END, len(lower))):
        end = next((k + len(words) for words in ends.get(lower[k], ()) if stands(words, lower, k)), 0)
        if end or _is_outside(sentence, k, begin, lexicon):
            return end
    return 0 if trigger.up_to else begin


def _leads_to(trigger: Trigger, sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Behind a verb before token `at` follow an object, "to" and one of the phrases: "took | 14 people to hospital"."""
    links = [replace(trigger, words=words, tag="") for words in sorted(trigger.links)]
    for k in range(at, min(at + FARTHEST_OBJECT, len(sentence.lower))):
        word = sentence.lower[k]
        if any(stands(to.words, sentence.lower, k) and end_of(to, sentence, k, lexicon) for to in links):
            return True
        if word in ENDS or word in lexicon.closed["relative"] or word in lexicon.closed["breaks"]:
            return False
    return False


@cache
def _ends(phrases: frozenset[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first word, the longest first."""
    by_word: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(phrases, key=lambda words: (-len(words), words)):
        by_word.setdefault(words[0], []).append(words)
    return by_word


def _is_outside(sentence: Sentence, k: int, begin: int, lexicon: Lexicon) -> bool:
    """The token is none of a noun phrase that begins at another: a clause, a mark but that of "St.", a participle."""
    lower, word, closed = sentence.lower, sentence.lower[k], lexicon.closed
    if word == ".":
        return lower[k - 1] not in closed["abbreviated"]
    if lower[k - 1] == "-" or word in closed["within_phrase"]:
        return False
    if word == "of":  # "the University of Arvel Hospital"
        return k == begin or not sentence.words[k - 1][0].isupper()
    stops = (closed["not_within_phrase"], closed["prepositions"], closed["breaks"], closed["relative"], closed["be"])
    return word in MARKS - {"-"} or word.endswith("ing") or any(word in words for words in stops)
