"""Number words that count nothing, or nothing yet: "one of the boats", "the two governments", "a strike", "no one".

Here belongs what small words mean by their neighbours. Digits are judged in names.py and dates.py.
"""

from typing import Final

from pipeline.quantities import counted
from pipeline.quantities.other import COUNTED, PEOPLE, THINGS, Other, counts
from pipeline.quantities.pointers import numbers
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import CARDINALS, NOUNS, OTHERS

ZERO_NOUNS: Final = frozenset(OTHERS["zero"]["nouns"])
PLURAL_VERBS: Final = frozenset(("were", "are", "had", "have"))
"""Behind "both", before what happened to them."""
BOTH_DIED: Final = frozenset(OTHERS["both_died"])
BE_SEVERAL: Final = frozenset(("were", "are", "been"))
BEFORE_BOTH: Final = frozenset(OTHERS["both_before"])
"""Between "both" and the two people."""
FATES: Final = frozenset(OTHERS["zero"]["verbs"])
"""Words for what happened to people: near them, "one" and "none" are counts."""
FAR_FATES: Final = frozenset(OTHERS["zero"]["far_verbs"])
CLAUSE_WORDS: Final = frozenset(OTHERS["clause_words"])
NO_ZERO: Final = frozenset(OTHERS["no_zero"])
ONE_BEFORE: Final = frozenset(OTHERS["one_before"])
ONE_IDIOMS: Final = frozenset(OTHERS["one_idioms"])
ONE_TIMES: Final = frozenset(OTHERS["one_times"])
AT_ONE: Final = frozenset(OTHERS["at_one"])
SPAN_BEFORE: Final = frozenset(OTHERS["span_before"])
DEFINITE: Final = frozenset(NOUNS["definite"])
DETERMINERS: Final = frozenset(NOUNS["determiners"])
PERSONAL: Final = frozenset(NOUNS["personal"])


def zero(w: Window, i: int) -> Other | None:
    """ "no one was hurt", "no casualties", "none were killed": status kept, value 0; "none" elsewhere is an idiom."""
    if w.low[i] != "no":
        kept = near_fate(w, i)
        return Other(i, i + 1, "kept" if kept else "idiom", 0.0)
    if w.low[i + 1] in ("one", "one's") or (w.low[i + 1] == "-" and w.low[i + 2] == "one"):
        end = i + 2 + (w.low[i + 1] == "-")
        return Other(i, end, "kept" if near_fate(w, i) else "idiom", 0.0)
    for k in range(i + 1, i + 5):
        if w.low[k] in ZERO_NOUNS:
            return Other(i, i + 1, "kept", 0.0)
        if (
            w.low[k] in NO_ZERO
            or not w.low[k].isalpha()
            or (w.low[k] in counted.STOPS and w.low[k] not in ("reported", "of"))
        ):
            return None
    return None


def near_fate(w: Window, i: int) -> bool:
    """A word for what happened to people stands within six tokens behind token i, or three before.

    "None of the 62 people on board was hurt": behind "of" it may take longer, within the clause.
    """
    if not FATES.isdisjoint(w.low[i + 1 : i + 7]) or not FATES.isdisjoint(w.low[max(0, i - 3) : i]):
        return True
    far = w.low[i + 7 : i + 13] if w.low[i] == "none" and w.low[i + 1] == "of" else []
    return not FAR_FATES.isdisjoint(far) and CLAUSE_WORDS.isdisjoint(w.low[i + 1 : i + 13])


OPENING: Final = frozenset({"more", "so", "possibly", "perhaps", "maybe", "up", "as"})
"""Behind "one or", "one but": what makes it a number and no pronoun."""


SOMEBODY: Final = frozenset({"a", "an", "aged", "who"})
"""Behind "One," at the start of a sentence: who it was."""


def one(w: Window, i: int) -> Other | None:
    """ "one of the boats", "one another", "the one who"; None where "one" counts."""
    before, after = w.low[i - 1], w.low[i + 1]
    listed = after in ("or", "and", "to", ",", "but") and (w.low[i + 2] in CARDINALS or w.low[i + 2] in OPENING)
    if listed or after in COUNTED or (counts(w, i + 1) and before not in ONE_BEFORE):
        return None
    if after == "," and i == 0 and w.opens and w.low[i + 2] in SOMEBODY:
        return None  # "One, a girl of 12, is in hospital."
    if after == "of":
        return partitive(w, i)
    if after in ONE_TIMES:
        return None if before in SPAN_BEFORE and after != "time" else idiom(i)
    if (after == "hand" and before in ("on", "the")) or (after in AT_ONE and before == "at"):
        return idiom(i)
    noun = after.isalpha() and after not in counted.STOPS and after not in ONE_IDIOMS
    if (
        noun or after in ("-", "%") or after.isdecimal() or w.low[i + 1 : i + 3] == ["per", "cent"]
    ):  # "one 15-year-old boy"
        return None
    return idiom(i) if before in ONE_BEFORE or not near_fate(w, i) else None


def idiom(i: int) -> Other:
    """ "one" as a pronoun or in a phrase."""
    return Other(i, i + 1, "idiom", 1.0)


def partitive(w: Window, i: int) -> Other | None:
    """ "one of the boats" picks out a boat, "each one of you" is all, "one of the worst raids" is horror: no counts."""
    behind = w.low[i + 2 : i + 7]
    if behind[0] in PERSONAL and (near_fate(w, i) or behind[0] in ("whom", "them")):
        return None
    noun = next((k for k, word in enumerate(behind) if counted.is_plural(word)), 3)
    superlative = any(word.endswith("est") or word in SUPERLATIVES for word in behind[: min(noun, 3)])
    praise = not THINGS.isdisjoint(behind) or (superlative and not (PEOPLE | FATES).isdisjoint(w.low[i + 2 : i + 13]))
    whole = w.low[i - 1] in ("each", "every") or not (
        behind[0] in DETERMINERS or behind[0] in CARDINALS or any(counted.is_plural(word) for word in behind)
    )
    return Other(i, i + 1, "partitive", 1.0) if praise or whole else None


SUPERLATIVES: Final = frozenset(OTHERS["superlatives"])
PARTIES: Final = frozenset(NOUNS["parties"])


def reference(w: Window, i: int) -> Other | None:
    """ "the two governments": parties already named; not people, ships or strikes, whose number a report gives so."""
    if w.low[i - 1] not in DEFINITE or CARDINALS[w.low[i]] not in (2, 3):
        return None
    if PARTIES.isdisjoint(w.low[i + 1 : i + 4]) or not COUNTED.isdisjoint(w.low[i + 1 : i + 4]):
        return None
    return Other(i, i + 1, "reference", float(CARDINALS[w.low[i]]))


def both(w: Window, i: int) -> Other | None:
    """ "both men", "both were killed", "were both shot dead", "both drowned": two people; elsewhere no number."""
    kept = (
        w.low[i + 1] in PEOPLE
        or w.low[i + 1] in BOTH_DIED
        or (w.low[i - 1] in BE_SEVERAL and w.low[i + 1] in FATES)
        or (w.low[i - 1] in PLURAL_VERBS and not FATES.isdisjoint(w.low[i + 2 : i + 3]))
        or (w.low[i + 1] in PLURAL_VERBS and not FATES.isdisjoint(w.low[i + 2 : i + 6]))
        or (w.low[i + 1] == "of" and w.low[i + 2] in PERSONAL)
        or (w.low[i + 2] in PEOPLE and w.low[i + 1] in BEFORE_BOTH)
    )
    return Other(i, i + 1, "kept", 2.0) if kept else None


def indefinite(w: Window, i: int) -> Other | None:
    """ "a strike", "an air strike", "a suspected drug boat": one of many; the answer is the article."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if w.low[k] in ("a", "an"):
            return Other(k, k + 1, "indefinite", 1.0)
        if not w.low[k].isalpha() or w.low[k] in counted.STOPS:
            return None
    return None


ZERO_BEFORE: Final = frozenset(OTHERS["zero_before"])
ZERO_BEHIND: Final = frozenset(OTHERS["zero_behind"])


def zero_idiom(w: Window, i: int) -> Other | None:
    """ "ground zero", "zero tolerance"."""
    if w.low[i] == "zero" and (w.low[i - 1] in ZERO_BEFORE or w.low[i + 1] in ZERO_BEHIND):
        return Other(i, i + 1, "idiom", 0.0)
    return None


def name_of_number(w: Window, i: int) -> Other | None:
    """ "Air Force One", "Channel Four": a capitalised number word behind a capitalised name, not in a headline.

    "The number two in the group" is a rank in any case.
    """
    if w.low[i - 1] == "number" and not numbers(w, i - 1):
        return Other(i, i + 1, "designator", float(CARDINALS[w.low[i]]))
    if (
        not (w.words[i][0].isupper() and w.words[i - 1][:1].isupper())
        or i < 2
        or w.words[i].isupper()
        or counts(w, i + 1)
    ):
        return None
    headline = not any(word.islower() and len(word) > 3 and word not in counted.STOPS for word in w.words)
    return None if headline else Other(i, i + 1, "designator", float(CARDINALS[w.low[i]]))
