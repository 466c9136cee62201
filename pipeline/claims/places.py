"""Where a claim's event happened: the place as written and its country.

Here belongs which place name of the sentence a claim takes. What a name can mean stands in gazetteer.py; the place of
an event is settled in linking.
"""

from typing import Final, NamedTuple

from pipeline.claims.gazetteer import PLACES, cities, countries, country_of, regions
from pipeline.claims.phrases import OncePerSentence
from pipeline.reading.tokens import Sentence

PREPOSITIONS: Final = frozenset(PLACES["prepositions"])
JOINERS: Final = frozenset(PLACES["joiners"])
KINDS: Final = frozenset(PLACES["kinds"])
NEVER: Final = frozenset(PLACES["never"])
BEFORE_NAME: Final = frozenset(PLACES["before_name"])
LOCAL_WORDS: Final = frozenset(PLACES["local_words"])
EXISTENTIAL: Final = frozenset(PLACES["existential"])
FOLLOWERS: Final = frozenset(PLACES["followers"])
ADJECTIVES: Final = frozenset(PLACES["adjectives"])
ADJECTIVE_ENDINGS: Final = tuple(PLACES["adjective_endings"])
BEFORE_OF: Final = frozenset(PLACES["before_of"])
GEOGRAPHIC: Final = frozenset(PLACES["geographic"])
VAGUE: Final = frozenset(["of", "over", "on"])
LONGEST: Final = 6
REACH: Final = 30
VENUE: Final = 8
"""Tokens of a name; between a claim and its place; what a name before a noun ("the Anchor pub") stands back."""


class Place(NamedTuple):
    """The place as written, empty if none is named, and the ISO 3166-1 alpha-3 code of its country where known."""

    name: str
    country_iso3: str


NOWHERE: Final = Place("", "")


class NamedPlace(NamedTuple):
    """A place name at tokens first..last."""

    first: int
    last: int
    name: str


def _name_end(sentence: Sentence, i: int) -> int:
    """Where the capitalised name that starts at token i ends."""
    words, lower, end = sentence.words, sentence.lower, i
    while end < len(words) and end - i < LONGEST:
        if end > i and (lower[end] in NEVER or words[end] == "The"):
            break
        if words[end][0].isupper():
            end += 2 if len(words[end]) == 1 and lower[end + 1 : end + 2] == ["."] else 1
        elif end + 1 < len(words) and words[end + 1][0].isupper() and (lower[end] in JOINERS or words[end] == "-"):
            end += 2
        else:
            break
    return end


def _before_noun(sentence: Sentence, last: int) -> bool:
    """A plain noun follows the name: "the Anchor pub"."""
    after = sentence.words[last] if last < len(sentence.words) else "."
    plain = after.isalpha() and after.islower() and after not in FOLLOWERS and after not in KINDS
    return plain and not after.endswith(("ed", "ly"))


def _is_adjective(sentence: Sentence, first: int, last: int) -> bool:
    """ "in Ruritanian protests", "in UN raids": no place, unless the gazetteer knows a city of that name."""
    word, lower = sentence.words[last - 1], sentence.lower[last - 1]
    if not _before_noun(sentence, last) or " ".join(sentence.lower[first:last]) in cities():
        return False
    return lower in ADJECTIVES or lower.endswith(ADJECTIVE_ENDINGS) or (word.isupper() and len(word) > 1)


@OncePerSentence
def named_places(sentence: Sentence) -> list[NamedPlace]:
    """The places that stand after a preposition, left to right."""
    return _known_places(sentence) if _in_capitals(sentence) else _written_places(sentence)


def _in_capitals(sentence: Sentence) -> bool:
    """Capitals tell nothing of names: all capitals, or a headline with nearly every long word capitalised."""
    words = sentence.words
    if sum(w.islower() for w in words[:12] if len(w) > 3) > 2:
        return False
    long = [w for w in words if len(w) > 3]
    return sum(w[0].islower() for w in long) * 5 < len(long)


def _written_places(sentence: Sentence) -> list[NamedPlace]:
    words, lower, found = sentence.words, sentence.lower, list[NamedPlace]()
    for i in [i for i, word in enumerate(lower) if word in PREPOSITIONS]:
        at = i + 1
        while at < len(lower) and lower[at] in BEFORE_NAME and not words[at][0].isupper() and at - i < 8:
            at += 1
        prefix = 2 * _is_prefixed(words, lower, at)
        at += prefix
        if at >= len(lower) or not words[at][0].isupper() or lower[at] in NEVER or (found and at < found[-1].last):
            continue
        if lower[i] in VAGUE and lower[i + 1 : at - prefix] in ([], ["the"]) and not _placed(lower, i, at):
            continue
        at = _behind_adjective(sentence, at)
        end = _name_end(sentence, at)
        at -= prefix
        if end > at and not _is_adjective(sentence, at, end) and not words[end - 1].endswith(("'s", "’s")):
            found.append(NamedPlace(at, end, sentence.written(at, end)))
    return found


def _is_prefixed(words: list[str], lower: list[str], at: int) -> bool:
    """The name begins with a small article: "in al-Mazra", "near el-Tarif"."""
    name = words[at : at + 3]
    return len(name) == 3 and lower[at] in JOINERS and name[1] == "-" and name[2][0].isupper()


def _behind_adjective(sentence: Sentence, at: int) -> int:
    """Where the name itself stands in "the Ruritanian capital, Arvel"."""
    lower = sentence.lower
    if lower[at + 2 : at + 3] != [","] or lower[at + 1] not in BEFORE_NAME or at + 3 >= len(lower):
        return at
    adjective = lower[at] in ADJECTIVES or lower[at].endswith(ADJECTIVE_ENDINGS)
    return at + 3 if adjective and sentence.words[at + 3][0].isupper() else at


def _placed(lower: list[str], i: int, at: int) -> bool:
    """ "the village of X", "the shelling of X", "on Lake X"."""
    return (lower[i] == "of" and lower[i - 1] in BEFORE_OF) or (lower[i] == "on" and lower[at] in GEOGRAPHIC)


def _known_places(sentence: Sentence) -> list[NamedPlace]:
    """In capitals only names that the gazetteer knows."""
    lower, found = sentence.lower, list[NamedPlace]()
    for i in [i for i, word in enumerate(lower) if word in PREPOSITIONS]:
        at = i + 1
        while at < len(lower) and lower[at] in BEFORE_NAME and at - i < 8:
            at += 1
        for end in range(min(len(lower), at + 4), at, -1):
            key = " ".join(lower[at:end])
            if key not in NEVER and (key in countries() or key in cities()):
                found.append(NamedPlace(at, end, sentence.written(at, end)))
                break
    return found


def is_local(name: str) -> bool:
    """The name is of something smaller than a country."""
    return " ".join(name.lower().split()) not in countries()


@OncePerSentence
def local_mentions(sentence: Sentence) -> list[int]:
    """Tokens at which the sentence speaks of a place smaller than a country, also "there" and "in the city"."""
    lower = sentence.lower
    found = [place.first for place in local_places(sentence)]
    for i in [i for i, word in enumerate(lower) if word in LOCAL_WORDS]:
        before, after = lower[max(0, i - 3) : i], lower[i + 1 : i + 2]
        if lower[i] == "there":
            named = after == [] or after[0] not in EXISTENTIAL
        else:
            named = after != ["of"] and "the" in before and ("in" in before or "from" in before)
        if named:
            found.append(i)
    return sorted(found)



def place_for(sentence: Sentence, first: int, last: int, dateline: str) -> Place:
    """The place of the claim at tokens first..last: the nearest that the sentence names, else the dateline's."""
    best, best_gap = None, REACH
    places = named_places(sentence)
    for k, place in enumerate(places):
        if k + 1 < len(places) and sentence.lower[place.last + 1 : places[k + 1].first] == ["of"]:
            continue  # "the Ruritania city of Arvel"
        between = sentence.lower[last : place.first] if place.first >= last else sentence.lower[place.last : first]
        gap = len(between) + 2 * (place.last <= first) + 5 * ("and" in between) + 5 * (";" in between)
        gap += VENUE * (not sentence.is_upper and _before_noun(sentence, place.last))
        if 0 <= gap < best_gap:
            best, best_gap = place, gap
    if best is None:
        return Place(dateline, _country(dateline)) if dateline else NOWHERE
    country = _country_after(sentence, best) or country_of(best.name) or _context_country(sentence, dateline)
    return Place(best.name, country)


def local_places(sentence: Sentence) -> list[NamedPlace]:
    """The places smaller than a country that the sentence names."""
    return [place for place in named_places(sentence) if is_local(place.name)]


def the_one_place(sentence: Sentence) -> Place | None:
    """The only place smaller than a country that the sentence names."""
    local = local_places(sentence)
    if len({place.name for place in local}) != 1:
        return None
    name = local[0].name
    return Place(name, _country_after(sentence, local[0]) or country_of(name) or _context_country(sentence, ""))


def _country(dateline: str) -> str:
    return next((code for part in reversed(dateline.split(",")) if (code := country_of(part))), "")


def _country_after(sentence: Sentence, place: NamedPlace) -> str:
    """ "in Tripoli, Lebanon"; "in Libya, Lebanon and Yemen" lists countries."""
    if sentence.lower[place.last : place.last + 1] != [","] or not is_local(place.name):
        return ""
    for end in range(place.last + 4, place.last + 1, -1):
        name = " ".join(sentence.lower[place.last + 1 : end])
        code = countries().get(name) or regions().get(name)
        if code:
            return code
    return ""


def _context_country(sentence: Sentence, dateline: str) -> str:
    """The one country that the sentence names, else the dateline's."""
    codes = {code for place in named_places(sentence) if (code := countries().get(place.name.lower()))}
    return codes.pop() if len(codes) == 1 else _country(dateline)
