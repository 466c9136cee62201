"""What a number counts: the head of the noun phrase behind it.

Here belongs the walk over modifiers to a head noun. One person without a number belongs in single.py, verbs and clauses
in constructions.py.
"""

from typing import Final

from pipeline import codebook
from pipeline.claims.anchors import number
from pipeline.claims.bases import past_base
from pipeline.claims.initials import past_dots
from pipeline.claims.lexicon import Lexicon, Noun
from pipeline.quantities.ages import APOSTROPHES
from pipeline.reading.tokens import Sentence

LONGEST_PHRASE: Final = 8
"""Tokens between a number and its head noun that are walked over at most."""
FAR_VERB: Final = 6
"""Tokens before the end of a number in which the verb stands whose object it counts."""
BOOK: Final = codebook.read("grammar")
THEM: Final = frozenset(BOOK["them"]) | {"whom"}
"""Pronouns behind "two of": no noun of theirs follows ("two of them hours later")."""
HELD: Final = frozenset(BOOK["held"])
ADJECTIVES: Final = frozenset(codebook.read("places")["adjectives"])
ADJECTIVE_ENDINGS: Final = tuple(codebook.read("places")["adjective_endings"])
INCLUDING: Final = frozenset(BOOK["makeup"]["including"])
OWNED_DEAD: Final = frozenset(BOOK["owned_dead"])
EXTRA: Final = frozenset(BOOK["extra_words"])
EXTRA_OR_DIALLED: Final = EXTRA | frozenset(codebook.read("quantity_others")["emergency_numbers"])
"""Passed over before a noun: "three more people", "three 911 calls"."""
COUNTED_AS: Final = frozenset(BOOK["counted_as"])
AGE_UNITS: Final = frozenset(BOOK["age_units"])
SPANS: Final = AGE_UNITS | {"night", "weekend", "summer", "winter", "season", "monday", "friday", "saturday", "sunday"}
"""Behind "last", no noun that is counted."""
WEEKDAYS: Final = frozenset(codebook.read("dates")["weekdays"])
PARTS_OF_DAY: Final = frozenset(codebook.read("dates")["parts_of_day"])
BOUNDS_BEHIND: Final = frozenset(
    [("or", "more"), ("or", "so"), ("or", "fewer"), ("or", "less"), ("-", "plus"), ("-", "odd")]
)
"""What bounds a number from behind: "17 or more", "100-plus"."""
LOCAL: Final = "local"
AIRCRAFT: Final = "aircraft"
ACT: Final = "act"
"""Kind of cases and crimes: "88 out of 4,120 cases"."""
MODIFYING: Final = frozenset(("projectile", AIRCRAFT, "strike"))
"""Kinds of noun that tell what a strike was made with."""
SKIPPED: Final = frozenset("-\"“”‘’'`")
"""Marks inside a noun phrase that mean nothing here."""


class Heading:
    """The head noun of a number: words as written, kind and group, and the token behind the phrase.

    measure: what the noun itself or a participle before it says ("deaths", "wounded soldiers"); partitive: "of them";
    value: how many the words mean where no number says it.
    """

    def __init__(
        self, noun: str, kind: str, group: str, last: int, measure: str = "", needs: frozenset[str] = frozenset()
    ) -> None:
        self.noun, self.kind, self.group, self.last, self.measure, self.needs = noun, kind, group, last, measure, needs
        self.partitive, self.value, self.named = False, 1, False


def stands(phrase: tuple[str, ...], lower: list[str], at: int) -> bool:
    """Whether a phrase stands at a token, the first word of which was compared by look-up or may be anything.

    The last word is compared first: few phrases need more, and that is what takes the time.
    """
    last = at + len(phrase) - 1
    return last < len(lower) and lower[last] == phrase[-1] and tuple(lower[at : last + 1]) == phrase


def match_noun(lower: list[str], at: int, lexicon: Lexicon) -> Noun | None:
    """The longest known noun that starts at a token."""
    if at < len(lower) and lower[at] in lexicon.nouns:
        for noun in lexicon.nouns[lower[at]]:
            if len(noun.words) == 1 or stands(noun.words, lower, at):
                return noun
    return None


def heading(sentence: Sentence, at: int, lexicon: Lexicon, value: float | None) -> Heading:
    """The head noun behind a number that ends before token `at`."""
    lower, partitive, start, several = sentence.lower, False, at, value is not None and value > 1
    if at + 1 < len(lower) and (lower[at], lower[at + 1]) in BOUNDS_BEHIND:
        at = start = at + 2
    elif lower[at : at + 1] == ["+"]:
        at = start = at + 1
    if out_of := lower[at : at + 2] == ["out", "of"]:
        at += 1
    if at + 1 < len(lower) and lower[at] == "of":
        if lower[at + 1] in lexicon.closed["partitive_pronouns"]:
            partitive, at = True, at + 2
            if at < len(lower) and (lower[at].isdecimal() or number(lower[at])):
                at = start = at + 1  # "seven of those 15"
            elif lower[at - 1] in THEM:
                return _of_them(at)
        elif lower[at + 1] in lexicon.closed["determiners"]:
            behind, at = past_base(lower, at + 2), at + 2
            if behind > at:
                at = start = behind
            if at < len(lower) and lower[at] in lexicon.closed["victims_again"]:
                partitive, at = True, at + 1
        else:
            at += 1
            if at < len(lower) and (lower[at][0].isdigit() or number(lower[at])):  # "28 of 33 passengers"
                several, at = True, at + 1
                start = at
    found = _walk(sentence, at, lexicon, several)
    if found is None or (out_of and found.kind == ACT):
        found = Heading("", "bare", "all", at if partitive else start)
    found.partitive = partitive
    _share_noun(sentence, found, lexicon, value)
    return found


def _share_noun(sentence: Sentence, found: Heading, lexicon: Lexicon, value: float | None) -> None:
    """ "Five missile and 73 air strikes": the first number counts what the second does."""
    lower, at = sentence.lower, found.last
    if found.kind not in MODIFYING or value is None or value < 2 or found.noun.endswith("s"):
        return
    if lower[at : at + 1] == ["and"] and at + 2 < len(lower) and lower[at + 1].isdecimal():
        shared = _walk(sentence, at + 2, lexicon, several=True)
        if shared is not None and shared.kind == "strike":
            found.kind, found.group, found.noun = shared.kind, shared.group, f"{found.noun} {shared.noun.split()[-1]}"


def _of_them(last: int) -> Heading:
    """ "Two of them", which ends before token `last`."""
    found = Heading("", "bare", "all", last)
    found.partitive = True
    return found


def _walk(sentence: Sentence, at: int, lexicon: Lexicon, several: bool) -> Heading | None:
    """Over modifiers to the last noun of a compound; None when a verb or mark comes first."""
    lower, closed = sentence.lower, lexicon.closed
    head: Noun | None = None
    group, measure, inner, begin, k, unknown = "all", "", "", at, at, -1
    while k < min(len(lower), at + LONGEST_PHRASE):
        word = lower[k]
        if word in AGE_UNITS and lower[k - 1] == "-" == (lower[k + 1 : k + 2] or [""])[0]:
            k += 1  # "two 17-year-old girls"
            continue
        others = head is not None and lower[k - 1] == "other"
        if (head is None or others) and lower[k + 1 : k + 2] == ["."] and (dotted := past_dots(sentence, k)) > k:
            k = dotted  # "three U.S. soldiers"
            continue
        noun = match_noun(lower, k, lexicon)
        if head and word in HELD and not head.singular:
            break
        if noun is not None and several and noun.singular and noun.kind != "person" and word in lexicon.triggers:
            noun = None  # "one of five shot in a bar died"
        of_people = head is not None and head.kind == "person" and noun is not None and noun.kind != AIRCRAFT
        if noun is not None and not (of_people and not noun.measure and word in lexicon.triggers):
            if head is None:
                begin = k
            group = noun.group if noun.group != "all" or head is None or head.kind != "person" else group
            head, k = noun, k + len(noun.words)
            measure = noun.measure
            continue
        if head is not None and word in APOSTROPHES and not OWNED_DEAD.isdisjoint(lower[k + 1 : k + 2]):
            k += 1  # "three climbers' bodies"
            continue
        if head is not None:
            modifies = is_demonym(sentence, k - 1, head) or (several and head.singular and head.kind != "person")
            if (modifies or others) and _person_within(lower, k, lexicon):
                if others:  # "two other wounded men"
                    inner = next((t.measure for t in lexicon.triggers.get(word, ()) if t.tag in "TJ"), "")
                k += 1  # "ten trade union members"
                continue
            break
        trigger = next((t for t in lexicon.triggers.get(word, ()) if len(t.words) == 1), None)
        if trigger and trigger.tag == "I" and k == at:
            break  # "as many suffered burns"
        if trigger and trigger.tag in "TJ" and trigger.measure and word not in EXTRA:
            if not (_person_within(lower, k + 1, lexicon) or _is_counted(lower, k + 1, trigger.measure, lexicon)):
                break
            inner, k = trigger.measure, k + 1
            continue
        if word == "-" and sentence.starts[k] > sentence.ends[k - 1]:
            break  # "kills three - army"
        of_day = word in WEEKDAYS and not PARTS_OF_DAY.isdisjoint(lower[k + 1 : k + 2])
        if of_day and match_noun(lower, k + 2, lexicon) is None:
            break  # "wounded three Saturday night"
        if word == "last" and lower[k + 1 : k + 2] and lower[k + 1] in SPANS:
            break  # "compared with 31 last year"
        if word in COUNTED_AS and _person_within(lower, k + 1, lexicon):
            k += 1  # "12 confirmed deaths"
            continue
        if word in EXTRA_OR_DIALLED or word in SKIPPED or (word[0].isdigit() and "-" in lower[k - 1 : k + 2 : 2]):
            k += 1
            continue
        if word == "(" and lower[k + 2 : k + 3] == [")"] and sentence.words[k + 1].isupper():
            k += 3  # "Radio Tolvar (RT) staff"
            continue
        hyphened = lower[k + 1 : k + 2] == ["-"]
        if (word in closed["stops"] and not hyphened) or not word[0].isalpha():
            break
        unknown, k = k, k + 1
    if head is None:
        return _unknown(sentence, at, k, unknown, lexicon)
    if several and head.singular and head.kind != "person" and unknown >= 0 and lower[unknown].endswith("ed"):
        return None  # "the crew of nine abandoned ship"
    if head.measure and inner:
        measure = head.measure
    kind = "person" if several and head.singular and head.kind == "household" else head.kind  # "a nine-member family"
    is_object = any(w in lexicon.triggers for w in lower[max(0, at - FAR_VERB) : at])
    after, of_all = joined(lower, k, group, head, lexicon)
    if not (is_object and lower[after : after + 1] and lower[after] in (closed["be"] | closed["have"])):
        k, group = after, of_all  # not in "killed 12 soldiers and civilians were hurt"
    noun_text = sentence.written(begin, k)
    group, k = _of_group(lower, k, group, head, lexicon)
    return Heading(noun_text, kind, group, k, measure or inner, needs=head.needs)


def joined(lower: list[str], k: int, group: str, head: Noun, lexicon: Lexicon) -> tuple[int, str]:
    """Over "and children" behind "12 women": one number for all of them; how many are of which group is not said."""
    while _people(lower, k - len(head.words), lexicon) and (noun := _people(lower, k + 1, lexicon)):
        end = k + 1 + len(noun.words)
        last = lower[k] in ("and", "or")
        if not (last or lower[k] == ",") or (not last and joined(lower, end, group, noun, lexicon)[0] == end):
            break
        if last and (lower[end : end + 1] or [""])[0] in lexicon.closed["speech"]:
            break
        head, k, group = noun, end, group if noun.group == group else "all"
    return k, group


def _people(lower: list[str], at: int, lexicon: Lexicon) -> Noun | None:
    """The plural of a word for people at a token."""
    known = 0 <= at < len(lower) and lower[at] not in lexicon.closed["uncounted"]
    noun = match_noun(lower, at, lexicon) if known else None
    return noun if noun and noun.kind == "person" and not noun.singular and not noun.measure else None


def is_demonym(sentence: Sentence, at: int, noun: Noun) -> bool:
    """ "Mexican" is a person in "a Mexican was killed" and an adjective in "a Mexican television reporter"."""
    if sentence.lower[at] == LOCAL:
        return True  # "a local radio station", "a local was killed"
    if noun.kind != "person" or noun.group != "all":
        return False
    if sentence.is_upper:
        return sentence.lower[at] in ADJECTIVES or sentence.lower[at].endswith(ADJECTIVE_ENDINGS)
    return sentence.words[at][0].isupper()


def is_adjective(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """A noun behind a demonym makes an adjective of it: "a Mexican reporter", "the Yazidi sect"."""
    lower = sentence.lower
    if _person_within(lower, at + 1, lexicon):
        return True
    word = lower[at + 1] if at + 1 < len(lower) else ""
    plain = word.isalpha() and not (len(word) > 4 and word.endswith(("ing", "ed")))
    return plain and word not in lexicon.closed["stops"] and word not in lexicon.triggers and word not in lexicon.tags


def _person_within(lower: list[str], at: int, lexicon: Lexicon) -> bool:
    """A person noun within three tokens: "five wounded young soldiers"."""
    for k in range(at, min(at + 3, len(lower))):
        noun = match_noun(lower, k, lexicon)
        if noun is not None:
            return noun.kind == "outcome" or (noun.kind == "person" and not noun.measure)
        ends = lower[k] in lexicon.closed["stops"] or lower[k] in lexicon.closed["speech"] or lower[k] in INCLUDING
        if ends or not lower[k][0].isalpha():
            return False
    return False


def _is_counted(lower: list[str], at: int, measure: str, lexicon: Lexicon) -> bool:
    """ "221 damaged houses": the thing at a token is one that the participle's measure counts."""
    noun = match_noun(lower, at, lexicon)
    return noun is not None and noun.kind == "house" and noun.kind in lexicon.measures[measure].counts


def _unknown(sentence: Sentence, at: int, end: int, unknown: int, lexicon: Lexicon) -> Heading | None:
    """A noun that no list has: a plural in -s or a capitalised word; otherwise the words are not the noun."""
    if unknown < 0:
        return Heading("", "bare", "all", end) if end > at and sentence.lower[end - 1] in EXTRA else None
    word = sentence.words[unknown]
    plural = word.lower().endswith(("s", "men", "people", "folk", "children")) and len(word) > 3
    if plural or (word[0].isupper() and not sentence.is_upper and word.lower() not in lexicon.closed["names_stop"]):
        return Heading(sentence.written(at, unknown + 1), "unknown", "all", unknown + 1)
    return None


def _of_group(lower: list[str], k: int, group: str, head: Noun, lexicon: Lexicon) -> tuple[str, int]:
    """ "members of the security forces": the group stands behind "of"."""
    if group != "all" or head.kind != "person" or k >= len(lower) or lower[k] != "of":
        return group, k
    for j in range(k + 1, min(k + 6, len(lower))):
        noun = match_noun(lower, j, lexicon)
        if noun is not None and noun.kind == "person" and noun.group != "all":
            return noun.group, j + len(noun.words)
        if not lower[j][0].isalpha():
            break
    return group, k
