"""Which group those counted belong to, where words beside the number tell it: "17 of the dead were women".

Here belongs what a predicate, an owner or an apposition says of those counted. That the number is a part of another is
settled in subsets.py, what ages say in grown.py.
"""

import re
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.chunks import Chunk
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import joined, match_noun
from pipeline.claims.places import ADJECTIVE_ENDINGS, ADJECTIVES

ONE_APART: Final = re.compile(r"Q(?:[Po][dD]?[XNRY]{1,2}){0,2},S(?=[,B;:)-]|$)")
""" "At least one member of his family, a child,": who the one is."""
EVERYBODY: Final = "all"
ASIDES: Final = frozenset((",", "-", "–", "—", "("))
"""Marks behind which "all" takes up those before."""
ALL_OF: Final = (["of", "them"], ["of", "whom"])
CHILDREN: Final = "children"
ACCOUNTED: Final = frozenset(("accounted", "account", "accounting"))
STANDING: Final = frozenset(("troops", "displaced"))
"""Measures of nouns that say what people are, not what befell them: "peacekeepers", "refugees"."""
MOST_ADJECTIVES: Final = 3
AGES: Final[dict[str, Any]] = codebook.read("victim_groups")["ages"]
UNDER: Final = frozenset(AGES["under"])
AN_AGE: Final = frozenset(AGES["an_age"])
LONGEST_UNDER: Final = 5
"""Tokens of "under the age of 15"."""


def name_the_one(tags: str, chunks: list[Chunk]) -> None:
    """Gives a single person counted the group of the apposition behind, in place."""
    for match in ONE_APART.finditer(tags):
        chunk, number = chunks[match.start()], chunks[match.start()].mention
        named = chunk.head is not None and chunk.head.noun
        if named and number is not None and number.value_low == 1 and number.value_high in (1, None):
            take_person(chunk, chunks[match.end() - 1])


def name_all(chunks: list[Chunk], lower: list[str], lexicon: Lexicon) -> None:
    """ "Twelve people, all of them women, died", "three died, all men": who every one of those before is, in place."""
    for at in (i for i in range(1, len(lower) - 1) if lower[i] == "all" and lower[i - 1] in ASIDES):
        noun = at + 1 + 2 * (lower[at + 1 : at + 3] in ALL_OF)
        noun += lower[noun : noun + 1] in (["were"], ["are"])
        told = (chunk for chunk in reversed(chunks) if chunk.last <= at and chunk.tag == "Q" and chunk.head is not None)
        counted = next(told, None)
        if counted is None or noun >= len(lower) or counted.head is None or counted.head.kind not in ("person", "bare"):
            continue
        if counted.head.group == EVERYBODY and _closes(lower, noun, lexicon):
            take_noun(counted, noun, lower, lexicon)


def _closes(lower: list[str], at: int, lexicon: Lexicon) -> bool:
    """Behind the noun at a token the aside ends: not in "all children are safe", "all police leave was cancelled"."""
    at = _behind_adjectives(lower, at, lexicon)
    noun = match_noun(lower, at, lexicon)
    behind = "".join(lower[at + len(noun.words) : at + len(noun.words) + 1]) if noun is not None else ""
    return not behind[:1].isalnum() or behind in ("and", "of", "from", "in", "at", "aged")


def take_person(chunk: Chunk, other: Chunk) -> bool:
    """ "One of those killed was a child": the person behind says who the one is; True where one stands."""
    if chunk.head is None or other.head is None or other.head.kind != "person" or other.head.measure:
        return False
    if chunk.head.group == EVERYBODY:
        chunk.head.group, chunk.head.noun = other.head.group, chunk.head.noun or other.head.noun
    return True


def take_owner(chunk: Chunk, owner: Chunk, lower: list[str], lexicon: Lexicon) -> None:
    """ "The army's dead", "the rebels' dead": the word before says who the counted are."""
    named = [word.removesuffix("'s") for word in lower[owner.first : owner.last] if word[0].isalpha()]
    noun = match_noun(named, len(named) - 1, lexicon) if named else None
    if chunk.head is not None and named and named[-1] in lexicon.closed["forces"]:
        chunk.head.group = "security_forces"
    elif chunk.head is not None and noun is not None and noun.kind == "person":
        chunk.head.group = noun.group


def take_subject(chunk: Chunk, lower: list[str], lexicon: Lexicon) -> None:
    """ "Women accounted for 112 of the deaths": the subject says who the counted are."""
    at = chunk.first - 2
    if at < 1 or lower[at] not in ACCOUNTED or lower[at + 1] != "for" or chunk.head is None:
        return
    noun = match_noun(lower, at - 1, lexicon)
    if noun is not None and noun.kind == "person" and chunk.head.group == EVERYBODY:
        chunk.head.group = noun.group


def take_predicate(chunk: Chunk, behind: list[Chunk], lower: list[str], lexicon: Lexicon) -> bool:
    """ "17 of the dead were women", "two of them women", "one was a boy": who they are; True where a noun says so.

    behind: the chunks that follow.
    """
    tags = [other.tag for other in behind[:2]]
    if tags[:1] not in (["A"], ["X"]):
        return False
    one = chunk.mention is not None and chunk.mention.value_low == 1
    if one and tags == ["A", "S"]:
        return take_person(chunk, behind[1])
    return take_noun(chunk, behind[0].first + (tags[0] == "A"), lower, lexicon)


def _is_below_18(lower: list[str], at: int) -> bool:
    """ "Under 18", "under the age of 15", "below 16", "younger than 18"."""
    if lower[at : at + 1] == [] or lower[at] not in UNDER:
        return False
    number = next((i for i in range(at + 1, min(at + LONGEST_UNDER, len(lower))) if lower[i] not in AN_AGE), at)
    behind = "".join(lower[number + 1 : number + 2])
    ends = not behind[:1].isalnum() or behind in AGES["years"]
    return lower[number].isdecimal() and int(lower[number]) <= AGES["grown_up"] and ends


def _behind_adjectives(lower: list[str], at: int, lexicon: Lexicon) -> int:
    """Where the noun of "young men", "suspected militants" stands; `at` where words other than adjectives do."""
    for noun in range(at + 1, min(at + 1 + MOST_ADJECTIVES, len(lower))):
        before = lower[noun - 1]
        of_country = before in ADJECTIVES or before.endswith(ADJECTIVE_ENDINGS)
        if not (of_country or before in lexicon.closed["describing"]):
            return at
        found = match_noun(lower, noun, lexicon)
        if found is not None and found.kind == "person" and not found.singular:
            return noun
    return at


def take_noun(chunk: Chunk, at: int, lower: list[str], lexicon: Lexicon) -> bool:
    """The noun at a token says who the counted are; True where one stands. "Women and children" are of no one group."""
    if chunk.head is not None and _is_below_18(lower, at):
        chunk.head.group = CHILDREN
        return True
    at = _behind_adjectives(lower, at, lexicon)
    noun = match_noun(lower, at, lexicon)
    if chunk.head is None or noun is None or noun.kind != "person" or (noun.measure and noun.measure not in STANDING):
        return False
    goes_on = at + 1 < len(lower) and lower[at + 1][0].isalpha()
    if noun.singular and (goes_on or lower[at] not in lexicon.closed["adjective_nouns"]):
        return False
    if chunk.head.group == EVERYBODY:
        end = at + len(noun.words)
        chunk.head.group = joined(lower, end, noun.group, noun, lexicon)[1]
        chunk.head.noun = " ".join(noun.words)
    return True
