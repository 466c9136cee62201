"""How firmly a figure is said: asserted, reported, estimated, feared, planned or denied; and whether it is negated.

Here belongs which cue governs which claim. The cues themselves stand in codebook/assertion.yml; whether to believe the
claim is for reconcile.
"""

from typing import Any, Final, NamedTuple

from pipeline import codebook
from pipeline.claims.date_spans import find_dates
from pipeline.claims.lexicon import lexicon
from pipeline.claims.phrases import Found, OncePerSentence, Phrases, words
from pipeline.claims.withdrawn import is_withdrawn
from pipeline.claims.word_forms import phrases_of
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("assertion")
NO_MODAL: Final = "no_modal"
MODALS: Final = Phrases({**BOOK["before_or_verb"], NO_MODAL: BOOK[NO_MODAL]})
PREVENTED: Final = "prevented"
TRIED: Final = Phrases({**BOOK["before_only"], PREVENTED: BOOK[PREVENTED]})
PREVENTING: Final = frozenset(BOOK["preventing"])
NEAR: Final = Phrases(BOOK["near"])
OVER: Final = Phrases(BOOK["over"])
REFUTED: Final = Phrases({"refuted": BOOK["refuted"]})


def _told_by_negation() -> list[str]:
    """Phrases of the measures that say by a negation what happened: "not been seen" is missing."""
    book = codebook.read("measures")["measures"].values()
    entries = [entry for measure in book for key in ("transitive", "intransitive") for entry in measure.get(key, ())]
    phrases = [phrase for entry in entries if isinstance(entry, dict) for phrase in phrases_of(entry)]
    return [phrase for phrase in phrases if not NEGATING.isdisjoint(words(phrase))]


NEGATING: Final = frozenset(BOOK["negations"]["words"])
NOT_NEGATING: Final = Phrases({"no": [*BOOK["negations"]["not_negating"], *_told_by_negation()]})
NEGATED_BEFORE: Final = Phrases({"negated": BOOK["negations"]["before"]})
NEGATED_VERB: Final = Phrases({"negated": BOOK["negations"]["verb"]})
TABLES: Final = (MODALS, TRIED, NEAR, OVER, REFUTED, NEGATED_BEFORE, NEGATED_VERB)
ANY_CUE: Final = frozenset().union(*(table.keys for table in TABLES))
REFUTABLE: Final = frozenset(BOOK["refutable"])
REFUTED_LINKS, REFUTED_OF, REFUTED_VERBS, REFUTED_CALLS = (
    frozenset(BOOK[f"refuted_{part}"]) for part in ("links", "of", "verbs", "calls")
)
PASTS, DONE_BEHIND = frozenset(BOOK["pasts"]), frozenset(BOOK["done_behind"])
ACTIVE: Final = frozenset("TGL")
"""Tags of verbs of which what follows is the object."""
BRIDGES: Final = frozenset(BOOK["bridges"])
FINITE: Final = frozenset(BOOK["finite"])
BREAKS: Final = frozenset(BOOK["breaks"])
RISING: Final = frozenset(BOOK["rising"])
HOW_MUCH: Final = frozenset(["many", "much", "high", "few", "low"])
""" "As many as" bounds a number."""
BEFORE: Final = 8
AFTER: Final = 9
NEAR_BY: Final = 5
GOVERNED: Final = 22
"""Tokens in which a modal stands before a claim, a verb after it, a word near it; in which a verb governs it."""
STRENGTH: Final = {"denied": 0, "planned": 1, "feared": 2, "estimated": 3, "reported": 4}


class Assessment(NamedTuple):
    """assertion: of the vocabulary; negated: the text says that it did not happen."""

    assertion: str
    negated: bool


PLAIN: Final = Assessment("asserted", False)


class _Cues(NamedTuple):
    modals: list[Found]
    tried: list[Found]
    near: list[Found]
    over: list[Found]
    refuted: list[Found]
    negations: list[Found]
    verb_negations: list[Found]


@OncePerSentence
def _cues(sentence: Sentence) -> _Cues | None:
    """The cues of the sentence, None if there are none: most sentences just say what happened."""
    lower = sentence.lower
    if ANY_CUE.isdisjoint(lower):
        return None
    spared = {i for hit in NOT_NEGATING.find(lower) for i in range(hit.first, hit.last)}
    modals, before, verb = ([hit for hit in hits if spared.isdisjoint(range(hit.first, hit.last))]
                            for hits in (_modals(sentence), NEGATED_BEFORE.find(lower), NEGATED_VERB.find(lower)))
    cues = _Cues(modals, TRIED.find(lower), NEAR.find(lower), OVER.find(lower), REFUTED.find(lower), before, verb)
    return cues if any(cues) else None


def _modals(sentence: Sentence) -> list[Found]:
    """The modal cues; the month is none, nor is "at the time of going to press"."""
    hits = [hit for hit in MODALS.find(sentence.lower) if hit.label != NO_MODAL]
    if any(sentence.lower[hit.first] == "may" for hit in hits):
        dates = find_dates(sentence)
        hits = [hit for hit in hits if not any(span.first <= hit.first < span.last for span in dates)]
    return hits


def _bridged(lower: list[str], first: int, last: int) -> bool:
    """Nothing but the verb that the cue governs and small words stand between cue and claim."""
    if lower[last - 1] == "as" and lower[last - 2] not in HOW_MUCH:  # "the toll will climb as | 75 are missing"
        return False
    return last - first <= BEFORE and lower[first] not in BREAKS and all(
        w in BRIDGES or w.isdecimal() for w in lower[first + 1 : last])


def _verb_of(lower: list[str], last: int) -> int:
    """The token before which the claim's own verb must come: the next break, or a plain finite verb."""
    for i in range(last, min(len(lower), last + AFTER)):
        if lower[i] in BREAKS or lower[i] in FINITE or lower[i] == "and":
            return i + 1 if lower[i] in ("is", "are", "was", "were", "has", "have", "had") else i
    return min(len(lower), last + AFTER)


def _modal(lower: list[str], hits: list[Found], first: int, last: int) -> str:
    """The modal that governs the claim's verb, before it or after its noun."""
    end = first if _is_done(lower, first) else _verb_of(lower, last)
    for hit in hits:
        if first < hit.first < last:  # "at least one, possibly three people": it is the number that is open
            continue
        if hit.label == "estimated" and _tells_who(lower, hit, last):
            continue
        if hit.first >= last and not RISING.isdisjoint(lower[hit.first : hit.last + 1]):
            continue  # "the toll of 64 is expected to rise": 64 it is
        if first <= hit.first < end or (end and hit.first == end):
            return hit.label
        if hit.first < first < hit.last or (hit.last <= first and _bridged(lower, hit.last, first)):
            return hit.label  # the first: "expected to | exceed 100", whose verb is the number's bound
    return ""


def _is_done(lower: list[str], first: int) -> bool:
    """The claim's verb stands right before it and tells what happened: "the blast that killed | 12 may have been …"."""
    verb = lower[first - 1] if first else ""
    if not any(t.tag in ACTIVE for t in lexicon().triggers.get(verb, ())):
        return False
    before = next((lower[i] for i in range(first - 2, -1, -1) if not lower[i].endswith("ly")), "")
    return verb.endswith("ed") or verb in PASTS or (verb.endswith("ing") and before in DONE_BEHIND)


def _tells_who(lower: list[str], hit: Found, last: int) -> bool:
    """ "Three people believed to be neighbours": who they are is open, not what happened to them ("… to be dead")."""
    behind = lower[hit.last : hit.last + 2]
    return hit.first - last in (0, 1) and behind[:1] == ["be"] and lexicon().outcomes.isdisjoint(behind[1:])


def _tried(lower: list[str], hits: list[Found], first: int, last: int) -> str:
    """ "Tried to kill two others", "five attempted murders"; not "killed two who tried to flee"."""
    for hit in hits:
        if first <= hit.first < last or (hit.last <= first and _bridged(lower, hit.last, first)):
            if hit.label != PREVENTED:
                return hit.label
            if not PREVENTING.isdisjoint(lower[: hit.first]):
                return "planned"
    return ""


def _near(lower: list[str], hits: list[Found], first: int, last: int) -> str:
    for hit in hits:
        if hit.first >= last and hit.label == "estimated":  # "900 hurt and an estimated 5,000 homeless"
            continue
        if first < hit.first < last:
            continue
        gap = lower[hit.last : first] if hit.last <= first else lower[last : hit.first]
        if len(gap) <= NEAR_BY and not any(w in BREAKS for w in gap):
            return hit.label
    return ""


def _over(lower: list[str], hits: list[Found], first: int, last: int) -> str:
    """A verb of belief or denial whose object clause holds the claim, or that closes the sentence after it."""
    for hit in reversed(hits):
        if hit.last <= first:
            gap = lower[hit.last : first]
            breaks = sum(w in BREAKS and w not in ("that", '"', "“", "as") for w in gap)
            if len(gap) <= GOVERNED and not breaks:
                return hit.label
        elif hit.first >= last and hit.label in ("estimated", "feared") and _closes(lower, hit):
            return hit.label
    return ""


def _closes(lower: list[str], hit: Found) -> bool:
    """ "…, the minister has estimated." """
    return all(w in (".", '"', "”") for w in lower[hit.last : hit.last + 2])


def _refuted(lower: list[str], hits: list[Found], first: int, last: int) -> bool:
    """ "reports of 12 dead were an exaggeration": the claim stands in a report that the same clause calls wrong."""
    for hit in hits:
        if hit.first >= last and (_taken_back(lower, last, hit.first) or _called_wrong(lower, last, hit.first)):
            return True
        if hit.first >= last and not any(w in (",", ";", ".", "but", "and") for w in lower[last : hit.first]):
            return any(w in REFUTABLE for w in lower[max(0, first - 16) : first])
    return False


def _taken_back(lower: list[str], last: int, at: int) -> bool:
    """ "Two were killed, but that proved to be | wrong": told further on, of what was said before."""
    if REFUTED_VERBS.isdisjoint(lower[max(last, at - 4) : at]):
        return False
    links = (i for i in range(last, at) if lower[i] in REFUTED_LINKS)
    return any(lower[i] == "which" or lower[i + 1] in REFUTED_OF for i in links)


def _called_wrong(lower: list[str], last: int, at: int) -> bool:
    """ "19 had died, said a post; the police called it | false", "… dismissed the claim as | baseless"."""
    between = lower[max(last, at - 6) : at]
    called = next((i for i, word in enumerate(between) if word in REFUTED_CALLS), -1)
    said_of = [word for word in between[called + 1 :] if word not in ("as", "a", "the")]
    alone = lower[at + 1 : at + 2] == [] or not lower[at + 1][0].isalpha() or lower[at + 1] == "and"
    return called >= 0 and alone and len(said_of) == 1 and (said_of[0] in REFUTED_OF or said_of[0] in REFUTABLE)


def _negated(cues: _Cues, lower: list[str], first: int, last: int) -> bool:
    end = first if _is_done(lower, first) else _verb_of(lower, last)
    return any(first <= hit.first < last or (hit.last <= first and _bridged(lower, hit.last, first))
               for hit in cues.negations) or any(last <= hit.first <= end for hit in cues.verb_negations)


def assess(sentence: Sentence, first: int, last: int) -> Assessment:
    """How the claim at tokens first..last is said."""
    cues, lower = _cues(sentence), sentence.lower
    if is_withdrawn(lower, first, last):
        return Assessment("denied", False)
    if cues is None:
        return PLAIN
    negated = _negated(cues, lower, first, last)
    if lower[first - 1 : first] == ["not"] and negated:  # "four people, not six"
        return Assessment("denied", True)
    if cues.refuted and _refuted(lower, cues.refuted, first, last):
        return Assessment("denied", negated)
    found = [_modal(lower, cues.modals, first, last), _tried(lower, cues.tried, first, last),
             _near(lower, cues.near, first, last), _over(lower, cues.over, first, last)]
    labels = [label for label in found if label]
    return Assessment(min(labels, key=STRENGTH.__getitem__) if labels else "asserted", negated)
