"""What happened to others than those counted, who only stand before the verb.

Here belongs the judgement on what stands between a counted phrase and a verb, and on whose the counted are. Who in a
list is somebody of their own is settled in listed.py.
"""

import re
from typing import Final

from pipeline.claims.chunks import Chunk
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import match_noun
from pipeline.codebook import read

EVENT_LINKS: Final = frozenset(read("grammar")["event_links"])
"""Between an event and those whom it is for."""
HELD: Final = "held"
"""What is done to prisoners and to funerals."""
OWNED_BY: Final = frozenset(("of", "for"))
THE: Final = frozenset(("the", "these", "those"))
WHO: Final = "W"
FINITE: Final = frozenset("AH")
"""Auxiliaries: "the killers of 14 drivers were shot" is no "killers of 14 drivers shot since July"."""
GOES_ON: Final = re.compile("[^B]*?,D*(?:A|HA|H)?D*[TJI]")
ONE_DOES: Final = frozenset(("was", "is", "has"))
PLURAL: Final = frozenset(("were", "are", "have"))
EVENT: Final = "K"
HURT: Final = "injured"
HOUSING: Final = frozenset(("housing_destroyed", "housing_damaged"))
BARE: Final = "bare"
LONGEST_PASSIVE: Final = 5
"""Tokens of "have now been formally identified"."""
RUSHED: Final = "rushed"
"""Done by who is known by an office: "the mayor rushed to the hospital"; patients "were rushed"."""
CARERS: Final = frozenset(read("grammar")["carers"])


def is_of_others(
    chunks: list[Chunk], first: int, last: int, verbs: tuple[int, int], lower: list[str], lexicon: Lexicon
) -> bool:
    """Whether what the triggers in the span `verbs` tell happened to others than those in chunks first to last."""
    verb, told = verbs[0], lower[chunks[verbs[1] - 1].last - 1]
    if verb > first and chunks[first].tag == "Y" and [c.tag for c in chunks[max(0, first - 2) : first]] == ["Q", "P"]:
        return True  # "17 members of one family were displaced"
    between = [chunk.tag for chunk in chunks[last:verb]]
    finite = verb > first and WHO not in between and (chunks[verb].tag == "I" or not FINITE.isdisjoint(between))
    if _is_owned(chunks, first, verb, told, finite, lower, lexicon):
        return True
    if between and WHO not in between and chunks[first].tag == "Q" and _is_of_event(chunks, first, lower):
        return True
    if _is_of_one(chunks, first, last, verb, lower):
        return True
    return _are_said_of_others(chunks[last - 1].last, chunks[verb].first, lower, lexicon)


def _is_of_one(chunks: list[Chunk], first: int, last: int, verb: int, lower: list[str]) -> bool:
    """ "With ten friends, including the boy who | was killed": the verb right there is of one, in a clause of his.

    Not where the sentence goes on to a verb of theirs: "12 people, including a boy who was killed at home, died".
    """
    number = chunks[first].mention
    if verb <= last or number is None or (number.value_low or number.value_best or 0) < 2 or last - first != 1:
        return False
    tags = "".join(chunk.tag for chunk in chunks)
    at = len(tags[:verb].rstrip("D")) - 1
    one = tags[at] == "A" and not ONE_DOES.isdisjoint(lower[chunks[at].first : chunks[at].last])
    within = "W" in tags[last:at] and "E" in tags[last:at]
    return one and within and GOES_ON.match(tags, verb + 1) is None


def _is_owned(
    chunks: list[Chunk], first: int, verb: int, told: str, finite: bool, lower: list[str], lexicon: Lexicon
) -> bool:
    """ "Funerals for six victims were held", "lawyers for the four men were detained", "the aunts of a boy were hurt".

    "Soldiers guarding 40 prisoners were killed" alike. told: the last trigger; finite: an auxiliary stands before it.
    """
    at, head = chunks[first].first - 1, chunks[first].head
    while at > 0 and lower[at] in THE:
        at -= 1
    if at <= 0 or head is None or head.kind != "person":
        return False
    if told == HELD and lower[at] in EVENT_LINKS and lower[at - 1] in lexicon.closed["held_events"]:
        return True
    if not finite or not (lower[at] in OWNED_BY or _is_doing(lower[at], lexicon)):
        return False
    one = chunks[first].tag in "SR" and not PLURAL.isdisjoint(lower[chunks[first].last : chunks[verb].first])
    noun = match_noun(lower, at - 1, lexicon) if one or chunks[first].tag == "Q" else None
    return noun is not None and noun.kind == "person" and not noun.singular and not noun.measure


def _is_doing(word: str, lexicon: Lexicon) -> bool:
    return word.endswith("ing") and word not in lexicon.kinds and word not in lexicon.closed["amounting"]


def _is_of_event(chunks: list[Chunk], first: int, lower: list[str]) -> bool:
    """ "Suspect in shooting of four in Zelvik released": those of an event are told of by it."""
    return first > 1 and chunks[first - 2].tag == EVENT and lower[chunks[first - 1].first] == "of"


def _are_said_of_others(first: int, last: int, lower: list[str], lexicon: Lexicon) -> bool:
    """ "Dol, a lawyer, said the regime has been hit": behind a verb of speech the clause has a subject of its own.

    Not in "a man police say was shot", nor where a comma ends what is said: "five people, police said, were killed".
    first, last: the tokens between those counted and the verb.
    """
    closed = lexicon.closed
    for at in range(first, last - 1):
        if lower[at] in closed["clause_speech"] and "," not in lower[at:last]:
            after = lower[at + 1]
            return not any(after in closed[words] for words in ("be", "have", "modal", "prepositions"))
    return False


def are_of_one_body(chunk: Chunk, lower: list[str], lexicon: Lexicon) -> bool:
    """ "Died from multiple injuries", "suffered several wounds": so many are those of one body."""
    vague = chunk.mention is not None and chunk.mention.quantifier == "vague"
    return vague and chunk.first > 0 and lower[chunk.first - 1] in lexicon.closed["of_one_body"]


def are_some(noun: str, lower: list[str], first: int, last: int, lexicon: Lexicon) -> bool:
    """ "20 bodies were handed over", "14 bodies identified so far": some of the dead; not "all 20 bodies".

    So are "76 of the deaths". first, last: the tokens of those counted.
    """
    if "all" in lower[max(0, first - 1) : first + 1]:
        return False
    if any(lower[at] == "of" and lower[at + 1] in lexicon.closed["determiners"] for at in range(first, last - 1)):
        return True
    told = lower[last : last + LONGEST_PASSIVE]
    skipped = ("be", "have", "adverbs")
    verb = next((w for w in told if not any(w in lexicon.closed[words] for words in skipped)), "")
    return noun.lower() in lexicon.closed["remains"] and verb in lexicon.closed["seen_to"]


WHO_WERE: Final = re.compile("[^AHWTIJ]*W[AHMD]*")
"""Between "none" and its verb, which is then the relative clause's own: "none of those who were hurt was a child"."""


def is_none_of(measure: str, chunks: list[Chunk], index: int, verbs: list[Chunk], lower: list[str]) -> bool:
    """Those counted are told of by a better word than that of the measure: "two survivors were pulled from the sea".

    Nor is "one pharmacy" a house; where "none seriously" is said, some were hurt, as where "none who were hurt" are.
    "The age of the child was released" frees nobody.
    """
    head, number = chunks[index].head, chunks[index].mention
    if number is not None and number.value_best == 0:
        between = "".join(chunk.tag for chunk in chunks[index + 1 :] if chunk.last <= verbs[0].first)
        if WHO_WERE.fullmatch(between):
            return True
    if measure == "released" and chunks[index].tag in "SR" and index > 1:
        return chunks[index - 2].tag == "X" and lower[chunks[index - 1].first] == "of"
    if number is not None and number.value_best == 0 and verbs[0].tag == "J" and verbs[0].first == chunks[index].last:
        return lower[verbs[0].first].endswith("ly")
    if measure in HOUSING and head is not None and head.kind == BARE:
        return lower[chunks[index].first] == "one" and [c.tag for c in chunks[index + 1 : index + 2]] == ["X"]
    if measure == "rescued":
        return head is not None and head.measure == "survivors"
    return measure == "hospitalised" and _are_no_patients(chunks, index, verbs, lower)


def _are_no_patients(chunks: list[Chunk], index: int, verbs: list[Chunk], lower: list[str]) -> bool:
    """ "The hospital received 31 wounded" or "12 ventilators", "the charity flew four doctors to the clinic".

    What stands with the number says more than that they are in hospital; others bring things, or work there.
    """
    chunk, triggers = chunks[index], [t for verb in verbs for t in verb.triggers]
    if chunk.tag == "R" and verbs[0].first == chunk.last and lower[chunk.last] == RUSHED:
        return True
    active = verbs[0].first < chunk.first
    if chunk.head is not None:
        if chunk.head.measure == HURT:
            return not any(t.up_to for t in triggers)
        if active and chunk.head.kind == "unknown":
            return True
        if (active or lower[verbs[0].first] == "in") and lower[chunk.last - 1] in CARERS:
            return True
    alone = active or (chunk.head is not None and chunk.head.kind == "bare" and not chunk.head.partitive)
    behind = [t for c in chunks[index + 1 : index + 2] for t in c.triggers]
    return alone and any(t.measure == HURT and len(t.words) == 1 for t in behind)


def is_title(chunks: list[Chunk], index: int, first: int, last: int, lower: list[str]) -> bool:
    """ "Killed a brother of Ravi Dol, the spokesman": whoever "the" tells of where no "and" joins anybody."""
    definite = chunks[index].tag in "SR" and lower[chunks[index].first] == "the"
    return definite and chunks[index - 1].tag == "," and "C" not in [chunk.tag for chunk in chunks[first:last]]


def without_infinitive(verbs: list[Chunk], lower: list[str]) -> list[Chunk]:
    """ "Forced 32,000 people to | evacuate and killed | two": the infinitive tells of those before, not of the two."""
    first, last = verbs[0], verbs[-1]
    if len(verbs) < 3 or first.first == 0 or lower[first.first - 1] != "to" or not lower[last.first].endswith("ed"):
        return verbs
    return verbs if lower[first.first].endswith("ed") else verbs[-1:]


def is_a_thing(kind: str, chunk: Chunk) -> bool:
    """A noun that no list has and that is no people's name: "seized three LMGs", not "seized 40 Tolvarians"."""
    return kind == "unknown" and chunk.head is not None and not chunk.head.noun.istitle()
