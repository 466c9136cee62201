"""What a source looks like: the noun phrase of a person, a body or a document, and nothing around it.

Here belongs the judgement on a span that stands beside words of reporting: what of it names somebody, if any does. How
far the span reaches is settled in speakers.py, of what kind the source is in sources.py.
"""

from functools import cache
from typing import Final

from pipeline.claims.date_spans import find_dates
from pipeline.claims.lexicon import lexicon
from pipeline.claims.names import is_full
from pipeline.claims.sources import BOOK, HEAD_ENDS, NAMES, WEAK_OFFICIAL, bare
from pipeline.claims.speakers import FINITE, HEALTH_BODY, RELATIVE_VERBS, SKIP, VERBS, is_adverb
from pipeline.reading.tokens import Sentence

PAPERS: Final = frozenset([*BOOK["counts"], *BOOK["documents"]])
KNOWN_HEADS: Final = PAPERS | WEAK_OFFICIAL | frozenset([*BOOK["bodies"], *BOOK["speaking_bodies"], *BOOK["offices"]])
ONE, MANY = tuple(BOOK["speaker_endings"]), tuple(BOOK["speakers_endings"])
PASTS: Final = frozenset(BOOK["irregular_pasts"])
PRONOUNS: Final = frozenset(tuple(p.split()) for p in BOOK["pronouns"])
OURS, CITED, QUANTITIES, TOLD_OF, OPENERS, LINKS, BEFORE_NOUNS, RELATIVES = (
    frozenset(BOOK[part]) for part in (
        "ours", "relays", "quantities", "told_of", "object_openers", "participle_links", "before_nouns",
        "clause_openers"))
INNER: Final = (HEAD_ENDS - {"-", "–"}) | frozenset(BOOK["post_adjectives"])
"""What ends the head of a phrase; a hyphen joins two of its words."""
LONG, LONGEST = 10, 18
"""Tokens of a source as it is written down: behind the first clauses are left out, behind the second circumstances."""
RUN_IN: Final = frozenset(':"“”')
INDEFINITE: Final = frozenset(["a", "an", "one"])
MORE_OR_LESS: Final = QUANTITIES - INDEFINITE - {"the"}
MONEY: Final = frozenset("$€£%")
TRAILING: Final = HEAD_ENDS | SKIP | frozenset(BOOK["trailing"])
CIRCUMSTANCES: Final = HEAD_ENDS | frozenset(lexicon().closed["prepositions"]) | {"according"}


@cache
def _people() -> frozenset[str]:
    """The last words of the nouns for persons."""
    nouns = (noun for entries in lexicon().nouns.values() for noun in entries)
    return frozenset(noun.words[-1] for noun in nouns if noun.kind in ("person", "source"))


def somebody(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Where in tokens first..last somebody is named; None where nobody is."""
    first = _begun(sentence, first, last)
    last = _clause_end(sentence, first, last)
    first, last = _begun(sentence, first, last), _trimmed(sentence, first, last)
    if first >= last:
        return None
    if tuple(sentence.lower[first:last]) in PRONOUNS or sentence.lower[last - 1] in OURS:
        return first, last
    return (first, _shortened(sentence, first, last)) if _names(sentence, first, last) else None


def _begun(sentence: Sentence, first: int, last: int) -> int:
    """Behind what ran into the phrase: a heading, a caption's number, a dateline, "the man who" before "police say"."""
    start = first
    for i in range(first + 1, last):
        if _begins_anew(sentence, i, start, last) and _names(sentence, i, last):
            start = i
    return start


def _begins_anew(sentence: Sentence, i: int, first: int, last: int) -> bool:
    lower, before = sentence.lower, sentence.lower[i - 1]
    gap = sentence.text[sentence.ends[i - 1] : sentence.starts[i]]
    if gap.count("\n") > 1 or before in RUN_IN or _is_dateline(sentence, first, i - 1):
        return True
    if before.isdecimal() and gap:
        return _is_caption(sentence, i - 1, first)
    if before in RELATIVES:
        return not any(_is_verb(lower, k) for k in range(i, last))
    cited = before in CITED and (i == 1 or lower[i - 2] != ",")  # "the report cited | a doctor" who said
    return cited or (before in TOLD_OF and i - 1 > first and last - i == 1)


def _is_dateline(sentence: Sentence, first: int, dash: int) -> bool:
    """The dash of "ARVEL - Police", not that of "Fox 12 - News" nor a hyphen."""
    spaced = sentence.lower[dash] == "-" and sentence.ends[dash - 1] < sentence.starts[dash] and (
        sentence.ends[dash] < sentence.starts[dash + 1])
    return spaced and not NAMES.find(sentence.lower[first:dash])


def _is_caption(sentence: Sentence, i: int, first: int) -> bool:
    """The number of "Image 7 of 33 Authorities", not that of "Channel 4 news" nor "the 5th Brigade"."""
    return i > first and sentence.lower[i - 1] == "of" and sentence.words[i + 1][0].isupper()


def _is_verb(lower: list[str], i: int) -> bool:
    return lower[i] in FINITE or lower[i] in VERBS or lower[i] in RELATIVE_VERBS or lower[i].endswith("ed")


def _clause_end(sentence: Sentence, first: int, last: int) -> int:
    """Where a verb or another phrase ends the phrase, or the comma before it ("the union, citing …")."""
    lower = sentence.lower
    broken = next((i for i in range(first + 1, last) if _breaks(sentence, first, i, last)), last)
    commas = [i for i in range(first + 1, broken) if lower[i] == ","] if broken < last else []
    citing = (i for i in range(first + 1, last - 1) if lower[i] == "," and lower[i + 1].endswith("ing"))
    return min(next(citing, last), commas[-1] if commas else broken)


def _trimmed(sentence: Sentence, first: int, last: int) -> int:
    """Where the phrase ends before "clearly", or a comma."""
    lower = sentence.lower
    while last > first and sentence.words[last - 1] != HEALTH_BODY and (
            lower[last - 1] in TRAILING or is_adverb(sentence, last - 1)):
        last -= 1
    return last


def _breaks(sentence: Sentence, first: int, i: int, last: int) -> bool:
    """A verb or another phrase begins: "residents | fled to the hills", "a report | released", "Mayor Dol | a girl"."""
    lower, word = sentence.lower, sentence.words[i]
    if word in INDEFINITE and sentence.words[i - 1][0].isupper() and i - 1 > first:
        return True
    if _is_within(lower, first, i) or (lower[i - 1] in PAPERS and lower[i + 1 : i + 2] == ["by"] and i + 2 < last):
        return False  # "a list kept by the union"
    if word in FINITE or word in PASTS or (word in VERBS and word not in KNOWN_HEADS):
        return True
    return word.endswith("ed") and word.islower() and _goes_on(sentence, i, last)


def _is_within(lower: list[str], first: int, i: int) -> bool:
    """Token i belongs to a noun ("the wounded", "rebel-held") or to a clause about somebody ("residents who fled")."""
    return lower[i - 1] == "-" or lower[i - 1] in BEFORE_NOUNS or any(
        word in RELATIVES or word == "that" for word in lower[first + 1 : i])


def _goes_on(sentence: Sentence, i: int, last: int) -> bool:
    """Behind the verbal form at token i stands what belongs to it, or nothing."""
    behind = sentence.lower[i + 1] if i + 1 < last else ""
    if not behind or behind in OPENERS or behind in LINKS or behind[0].isdigit():
        return True
    return any(span.first == i + 1 for span in find_dates(sentence))


def _names(sentence: Sentence, first: int, last: int) -> bool:
    """The head of the phrase is somebody: a known word, or a name."""
    lower = sentence.lower
    end = _head_end(sentence, first, last)
    if end < last and lower[end] == "of" and all(w in QUANTITIES or w.isdecimal() for w in lower[first:end]):
        first, end = end + 1, _head_end(sentence, end + 1, last)  # "one of the doctors"
    if first >= end or _is_circumstance(sentence, first):
        return False
    if lower[end : end + 1] == [","] and end < last and not _is_head(sentence, first, end):
        end = _head_end(sentence, end, last)  # "an independent, elected council"
    joint = next((i for i in range(first + 1, end - 1) if lower[i] == "and"), end)
    return _is_head(sentence, first, end) or (joint < end and _is_head(sentence, first, joint))


def _is_circumstance(sentence: Sentence, first: int) -> bool:
    """ "On the scene", but not "at least two officers"."""
    lower, behind = sentence.lower, sentence.lower[first + 1 : first + 2]
    counted = bool(behind) and (behind[0] in MORE_OR_LESS or behind[0].isdecimal())
    if counted or sentence.words[first] == HEALTH_BODY:
        return False
    return lower[first] in HEAD_ENDS or (
        lower[first] in CIRCUMSTANCES and (first == 0 or sentence.words[first].islower()))  # the clinic "Via Vita"


def _is_head(sentence: Sentence, first: int, end: int) -> bool:
    if HEALTH_BODY in sentence.words[first:end] and not sentence.is_upper:
        return True
    head = [bare(w) for w in sentence.lower[first:end]]
    if not MONEY.isdisjoint(head):
        return False
    told = head[-1].endswith(MANY) or (len(head) > 1 and head[-1].endswith(ONE))
    if told or head[-1] in KNOWN_HEADS or head[-1] in _people():
        return True
    hits = NAMES.find(head)
    return any(hit.last == len(head) and hit.label != "neutral" for hit in hits) or _is_name(sentence, first, end)


def _head_end(sentence: Sentence, first: int, last: int) -> int:
    """Where what follows the head begins: "residents | of Arvel", "a doctor | treating the wounded"."""
    return next((i for i in range(first + 1, last) if _ends_head(sentence, i, last)), last)


def _ends_head(sentence: Sentence, i: int, last: int) -> bool:
    word, lower = sentence.words[i], sentence.lower
    if lower[i - 1] == "-":
        return False
    verbal = word in PASTS or (word.endswith(("ing", "ed")) and word.islower())
    return lower[i] in INNER or (verbal and lower[i - 1] not in BEFORE_NOUNS and _goes_on(sentence, i, last))


def _is_name(sentence: Sentence, first: int, end: int) -> bool:
    """A capitalised word ends the head, which is no common word with a sentence's capital."""
    words, tail = sentence.words, end - 1
    while tail > first and (words[tail].isdecimal() or words[tail] == "-" or words[tail - 1] == "-") and (
            not words[tail][0].isupper()):  # "Channel 4", "Kim Ki-moon"
        tail -= 1
    word = words[tail]
    if not word[0].isupper() or (tail == first and sentence.lower[tail] in QUANTITIES):
        return False
    return tail > 0 or (len(word) > 1 and word.isupper()) or not _is_common(sentence) or is_full(sentence, tail)


def _is_common(sentence: Sentence) -> bool:
    """The sentence's first word is one of the language, which may still be a name."""
    return sentence.lower[0] in lexicon().roles or sentence.lower[0] in lexicon().nouns


def _shortened(sentence: Sentence, first: int, last: int) -> int:
    """Where a long source is cut: before a clause about it, or else before the last circumstance that fits."""
    lower = sentence.lower
    if last - first > LONG:
        last = next((i for i in range(first + 2, last) if lower[i] in RELATIVES or lower[i] == "that"), last)
    if last - first > LONGEST:
        ends = [i for i in range(first + 1, first + LONGEST + 1) if lower[i] in INNER]
        last = ends[-1] if ends else last
    return _trimmed(sentence, first, last)
