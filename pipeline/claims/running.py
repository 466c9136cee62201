"""Running counts: "the seventh attack since 1 January", "taking the number of ships hit to five".

Here belong counts to date of things and acts that an ordinal or "the number of" makes; those of people are tolls, which
constructions.yml describes.
"""

from typing import Any, Final, NamedTuple

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import CRAFT_KINDS, Lexicon, Noun
from pipeline.claims.noun_phrase import match_noun
from pipeline.claims.phrases import Phrases
from pipeline.quantities.mention import Mention
from pipeline.quantities.vocabulary import CARDINALS, TENS
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("things")
ORDINALS: Final[dict[str, int]] = {word: n for word, n in codebook.read("numbers")["ordinals"].items() if n > 1}
ENDINGS: Final = frozenset(codebook.read("numbers")["ordinal_endings"])
OPENERS: Final = frozenset(ORDINALS) | ENDINGS
KINDS: Final = frozenset(BOOK["ordinal_kinds"])
DEEDS: Final[dict[str, str]] = BOOK["ordinal_nouns"]
TOLD: Final = frozenset(BOOK["told"])
SPANS: Final = frozenset(BOOK["spans"])
WHOLES: Final = frozenset(BOOK["wholes"])
THIS: Final = frozenset(BOOK["this"])
IN: Final = frozenset(BOOK["in"])
OF: Final = frozenset(BOOK["of"])
IN_WINDOW: Final = frozenset(BOOK["window_words"])
NARROWER: Final = frozenset(BOOK["narrower"])
DONE: Final = Phrases({"done": BOOK["done"], "to_be": BOOK["to_be"]})
HEADS: Final = frozenset(BOOK["heads"])
LEADS: Final = frozenset(BOOK["leads"])
LINKS: Final = frozenset(BOOK["links"])
BREAKS: Final = frozenset(".;:()") | {"but", "while", "when", "after", "where", "before"}
MOST_ADJECTIVES: Final = 4
"""Tokens between an ordinal, or "number of", and its noun."""
REACH: Final = 12
"""Tokens from the noun to what says over which time the ordinal counts."""
LONGEST_WINDOW: Final = 5
"""Tokens from "in" to the unit of "in less than two weeks"."""
FARTHEST: Final = 14
"""Tokens from the noun of a total to its number."""
PLURALS: Final = ("s", "aircraft")
STRIKES: Final = "strikes"
ENUMERATED: Final = 3
"""Where ships or strikes are told of one by one, "the second, a tanker," is one of them up to here."""
FARTHEST_DONE: Final = 5
"""Tokens from a bare number to what was done to them: "six have now been hit"."""
LONGEST_LEAD: Final = 5
"""Tokens from "taking" to "number"."""
LONGEST_ORDINAL: Final = 5
"""More digits are no ordinal."""
CONFIDENCE: Final = 0.85


class Thing(NamedTuple):
    """A noun of things or acts, the tokens that it stands at, and what it counts."""

    first: int
    last: int
    group: str
    measure: str


def running(
    sentence: Sentence, field: str, claims: list[Claim], kept: list[Mention], lexicon: Lexicon
) -> list[Claim]:
    """The claims of a sentence, with running counts; a total of ships is none of people."""
    lower = sentence.lower
    made = [] if OPENERS.isdisjoint(lower) else _ordinals(sentence, field, lexicon)
    if kept and not HEADS.isdisjoint(lower):
        totals = _totals(sentence, kept, lexicon)
        of_things = {id(total.mention) for total in totals}
        claims = [claim for claim in claims if id(claim.mention) not in of_things]
        made += totals
    if len(kept) > 1:
        made += _again(sentence, claims + made, kept, lexicon)
    told = {(claim.measure, claim.mention.start) for claim in claims}
    return claims + [claim for claim in made if (claim.measure, claim.mention.start) not in told]


def words_of_ordinals(lexicon: Lexicon) -> list[tuple[str, ...]]:
    """The words that a sentence with an ordinal before something that is counted must hold, unless that is a craft."""
    kinds = KINDS.difference(CRAFT_KINDS)
    heads = {noun.words[-1] for of_word in lexicon.nouns.values() for noun in of_word if noun.kind in kinds}
    return [(head, opener) for head in sorted(heads.union(DEEDS)) for opener in sorted(OPENERS)]


def _ordinals(sentence: Sentence, field: str, lexicon: Lexicon) -> list[Claim]:
    lower, made = sentence.lower, []
    for at, value, last in ranks(lower):
        last_one = value > ENUMERATED and at < 2 and lower[last : last + 1] == [","]
        thing = _thing(lower, last + 2 if last_one else last, lexicon)
        if thing is None or _is_narrower(lower[last : thing.first]):
            continue
        if not (last_one or _ends(lower, thing.last, lexicon)):
            continue
        scope = "cumulative" if last_one else _scope(lower, thing.last)
        if scope:
            mention = in_words(sentence, field, at, last, value)
            counted = sentence.written(thing.first, thing.last)
            made.append(_claim(mention, thing, counted, "running_ordinal", (at, thing.last), scope, lexicon))
    return made


def in_words(sentence: Sentence, field: str, first: int, last: int, value: int) -> Mention:
    """The mention of a count that the tokens first..last tell without a number: a rank, "all", "the last"."""
    start, end = sentence.starts[first], sentence.ends[last - 1]
    return Mention(field, sentence.no, start, end, sentence.text[start:end], value, value, value, "exact", "count",
                   phrase_start=start, phrase_end=end)  # fmt: skip


def ranks(lower: list[str]) -> list[tuple[int, int, int]]:
    """Each ordinal above "first": its token, its value, the token behind it."""
    found = []
    for i, word in enumerate(lower):
        if word in ORDINALS:
            tens = lower[i - 2] if i > 1 and lower[i - 1] == "-" and lower[i - 2] in TENS else ""
            found.append((i - 2, CARDINALS[tens] + ORDINALS[word], i + 1) if tens else (i, ORDINALS[word], i + 1))
        elif word in ENDINGS and i and lower[i - 1].isdecimal() and len(lower[i - 1]) < LONGEST_ORDINAL:
            found.append((i - 1, int(lower[i - 1]), i + 1))
    return [(at, value, last) for at, value, last in found if value > 1 and lower[last : last + 1] != ["-"]]


def _thing(lower: list[str], at: int, lexicon: Lexicon) -> Thing | None:
    """The first noun within a few words from a token on, if the lists count such."""
    for k in range(at, min(at + MOST_ADJECTIVES + 1, len(lower))):
        if lower[k] in DEEDS:
            return Thing(k, k + 1, "all", DEEDS[lower[k]])
        noun = match_noun(lower, k, lexicon)
        if noun is not None:
            first, noun = _head(lower, k, noun, lexicon)
            thing = Thing(first, first + len(noun.words), noun.group, lexicon.noun_measures.get(noun.kind, ""))
            return thing if noun.kind in KINDS else None
        plain = (lower[k][0].isalpha() or lower[k] == "-") and not lower[k].endswith("'s")
        if not plain or lower[k] in lexicon.closed["stops"]:
            return None
    return None


def _head(lower: list[str], first: int, noun: Noun, lexicon: Lexicon) -> tuple[int, Noun]:
    """The last noun of a compound: "missile | attack", not "helicopters | shot down"."""
    while (more := match_noun(lower, last := first + len(noun.words), lexicon)) and not DONE.at(lower, last):
        first, noun = last, more
    return first, noun


def _ends(lower: list[str], last: int, lexicon: Lexicon) -> bool:
    """No further noun follows, of which the one before is a part: not "attack | dog"."""
    behind = lower[last] if last < len(lower) else "."
    stops = not behind[0].isalnum() or behind in lexicon.closed["stops"] or behind in THIS
    return behind != "-" and (stops or behind == "so" or DONE.at(lower, last) is not None)


def _is_narrower(words: list[str]) -> bool:
    """ "The third fatal attack", "the second deadliest": not all attacks are counted."""
    superlative = any(word.endswith("est") and word[-4:] != "west" for word in words)
    return superlative or not NARROWER.isdisjoint(words)


def _scope(lower: list[str], last: int) -> str:
    """What the words behind the noun, which ends before a token, make of it; empty where it is no running count."""
    for k in range(last, min(last + REACH, len(lower))):
        if lower[k] in BREAKS:
            break
        if scope := _span(lower, k):
            return scope
    hit = DONE.at(lower, last)
    return "cumulative" if hit is not None and hit.label == "to_be" else ""


def _span(lower: list[str], k: int) -> str:
    """The scope that "since", "of the war", "this month" or "in less than two weeks" at a token gives."""
    word, behind = lower[k], lower[k + 1 : k + 1 + LONGEST_WINDOW]
    if word == "since":
        return "cumulative"
    if word in OF and behind[:1] == ["the"] and not WHOLES.isdisjoint(behind[1:3]):
        return "window" if not SPANS.isdisjoint(behind[1:3]) else "cumulative"
    unit = next((i for i, w in enumerate(behind) if w in SPANS), -1)
    if (word in THIS and unit == 0) or (word in IN and unit > 0 and all(_is_in_window(w) for w in behind[:unit])):
        return "window"
    return ""


def _is_in_window(word: str) -> bool:
    return word in IN_WINDOW or word.isdecimal() or word in codebook.read("dates")["numbers"]


def _totals(sentence: Sentence, kept: list[Mention], lexicon: Lexicon) -> list[Claim]:
    lower, made = sentence.lower, []
    for head in [i for i, word in enumerate(lower) if word in HEADS and lower[i + 1 : i + 2] == ["of"]]:
        thing = _thing(lower, head + 2 + (lower[head + 2 : head + 3] == ["the"]), lexicon)
        several = thing is not None and lower[thing.last - 1].endswith(PLURALS) and _ends(lower, thing.last, lexicon)
        number = _total(sentence, kept, head, thing.last) if thing and several else None
        if thing is None or number is None:
            continue
        led, at = not LEADS.isdisjoint(lower[max(0, head - LONGEST_LEAD) : head]), _token(sentence, number)
        if led or thing.measure == STRIKES or DONE.find(lower[thing.last : thing.last + FARTHEST]):
            scope = "cumulative" if led else "incident"
            counted = sentence.written(thing.first, thing.last)
            made.append(_claim(number, thing, counted, "running_toll", (at, at + 1), scope, lexicon))
    return made


def _total(sentence: Sentence, kept: list[Mention], head: int, last: int) -> Mention | None:
    """The number of "the number of ships": before it in "brings to three the number", else behind a link."""
    lower = sentence.lower
    for mention in kept:
        at = _token(sentence, mention)
        if mention.kind != "count" or mention.unit:
            continue
        if 0 < head - at <= 3 and lower[at - 1] == "to" and not LEADS.isdisjoint(lower[max(0, at - 4) : at]):
            return mention
        begin = _phrase(sentence, mention)
        linked = begin > 0 and lower[begin - 1] in LINKS
        if last < at <= last + FARTHEST and linked and BREAKS.isdisjoint(lower[last : begin - 1]):
            return mention
    return None


def _again(sentence: Sentence, claims: list[Claim], kept: list[Mention], lexicon: Lexicon) -> list[Claim]:
    """ "It had struck nine ships; monitors say six have been hit": a bare number of what was counted before it."""
    told = {id(claim.mention) for claim in claims}
    things = [claim for claim in claims if claim.unit in KINDS and claim.value_best != 0]
    made = []
    for mention in kept if things else ():
        at = _token(sentence, mention)
        before = max((c for c in things if c.first < at), key=lambda c: c.first, default=None)
        if before is not None and id(mention) not in told and _is_of_them(sentence, mention, lexicon):
            thing = Thing(at, at + 1, before.victim_group, before.measure)
            made.append(_claim(mention, thing, before.counted, "restated", (at, at + 1), before.scope, lexicon))
    return made


def _is_of_them(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> bool:
    """ "Monitors say six have been hit", "monitors count six"."""
    lower, closed, at = sentence.lower, lexicon.closed, _token(sentence, mention)
    if mention.kind != "count" or mention.unit or not at:
        return False
    begin, behind = _phrase(sentence, mention), lower[at + 1] if at + 1 < len(lower) else "."
    ahead = lower[begin - 1] if begin else "."
    if behind in closed["have"] or behind in closed["be"]:
        done = any(DONE.at(lower, k) for k in range(at + 2, min(at + FARTHEST_DONE, len(lower))))
        return done and (ahead in closed["speech"] or ahead in THIS)
    return not behind[0].isalnum() and ahead in TOLD


def _token(sentence: Sentence, mention: Mention) -> int:
    return next((i for i, start in enumerate(sentence.starts) if start >= mention.start), 0)


def _phrase(sentence: Sentence, mention: Mention) -> int:
    """The token at which "at least five" begins."""
    begin = mention.phrase_start if mention.phrase_start >= 0 else mention.start
    return next((i for i, start in enumerate(sentence.starts) if start >= begin), 0)


def _claim(
    mention: Mention, thing: Thing, counted: str, rule: str, tokens: tuple[int, int], scope: str, lexicon: Lexicon
) -> Claim:
    """tokens: the first of the claim, and the one behind it."""
    ends = (mention.value_low, mention.value_best, mention.value_high)
    low, best, high = (None if end is None else round(end) for end in ends)
    return Claim(
        mention, thing.measure, counted, thing.group, low, best, high, mention.quantifier,
        lexicon.measures[thing.measure].unit, rule, CONFIDENCE, scope=scope, first=tokens[0], last=tokens[1],
    )  # fmt: skip
