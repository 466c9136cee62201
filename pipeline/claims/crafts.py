"""One ship or aircraft told of without a number: "a bulk carrier was struck by a missile", "the ferry capsized".

Here belongs which craft something happened to, and that such a claim yields to every number of its article. Craft
that a number counts need no verb (constructions.py); series of them are counted in running.py.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import ACTIVE, CRAFT_KINDS, Lexicon, verb_forms
from pipeline.claims.noun_phrase import match_noun
from pipeline.claims.phrases import Found, Phrases
from pipeline.claims.running import ORDINALS
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

THINGS: Final[dict[str, Any]] = codebook.read("things")
BOOK: Final[dict[str, Any]] = THINGS["crafts"]
CRAFT: Final = "craft"
"""The rule's name."""
CONFIDENCE: Final = 0.7
PILOTLESS: Final = frozenset(BOOK["pilotless"])
NONE_OF: Final = frozenset(BOOK["none_of"]) | frozenset(ORDINALS)
"""Before a craft: none, or one of a series."""
UNREAL: Final = frozenset(BOOK["unreal"])
IF: Final = frozenset(BOOK["if"])
BOARD: Final = frozenset(BOOK["board"])
BOARDERS: Final = frozenset(BOOK["boarders"])
HEADLINED: Final = frozenset(BOOK["headlined"])
OBJECT: Final = frozenset(word for key in ("determiners", "articles") for word in codebook.read("grammar")[key])
"""Behind a verb: something is done to what follows."""
PLURAL: Final = frozenset(["were", "are", "have"])
JOINED: Final = (["and"], [","], [",", "and"])
LONGEST_PHRASE: Final = 9
"""Tokens from the article to the noun."""
LONGEST_GAP: Final = 22
"""Tokens from the noun to its verb."""
LONGEST_PREDICATE: Final = 5
"""Tokens of "had reportedly been badly" before the participle."""


def _uses() -> dict[str, list[str]]:
    """By what a phrase can be (is_done:vessel, went:aircraft …, joined by blanks) the phrases."""
    uses: dict[str, set[str]] = {}
    for kind in CRAFT_KINDS:
        for line in BOOK[kind]["done"]:
            base = line.split()[0]
            for words, tag in verb_forms(line):
                phrase = " ".join(words)
                made = {f"does:{kind}"} if tag == ACTIVE else {f"does:{kind}", f"is_done:{kind}"}
                if words[0] != base or tag != ACTIVE:
                    uses.setdefault(phrase, set()).update(made)
        for phrase in BOOK[kind]["went"]:
            uses.setdefault(phrase, set()).add(f"went:{kind}")
    labelled: dict[str, list[str]] = {}
    for phrase, of_phrase in uses.items():
        labelled.setdefault(" ".join(sorted(of_phrase)), []).append(phrase)
    return labelled


VERBS: Final = Phrases(_uses())


class Craft(NamedTuple):
    """The noun phrase of one craft: its first token, its noun's, the one behind it."""

    first: int
    noun: int
    last: int
    kind: str


def crafts(sentence: Sentence, field: str, lexicon: Lexicon) -> list[Claim]:
    """The ship or aircraft of a sentence to which something happened, as one claim a measure."""
    lower = sentence.lower
    if lexicon.craft_heads.isdisjoint(lower) or not (verbs := VERBS.find(lower)):
        return []
    known = list(_phrases(sentence, field == "title", lexicon))
    told: dict[str, tuple[Craft, Craft]] = {}
    for verb in verbs if known else ():
        for first, last in _of_verb(lower, verb, verbs, known, lexicon):
            told.setdefault(first.kind, (first, last))
    return [_claim(sentence, field, known, *span, lexicon) for span in told.values()]


def _phrases(sentence: Sentence, is_title: bool, lexicon: Lexicon) -> Iterator[Craft]:
    """Each craft that no number counts, left to right."""
    lower, at = sentence.lower, 0
    while at < len(lower):
        noun = match_noun(lower, at, lexicon)
        if noun is None or noun.kind not in CRAFT_KINDS:
            at += len(noun.words) if noun else 1  # a "fuel tanker" is a lorry
            continue
        last = at + len(noun.words)
        first, article = _begin(lower, at, lexicon)
        one = noun.singular or (article and noun.words[-1] == "aircraft")
        alone = one and not _is_part(lower, last, lexicon)
        if alone and (article or is_title or not first) and NONE_OF.isdisjoint(lower[max(0, first - 1) : at]):
            yield Craft(first, at, last, noun.kind)
        at = last


def _is_part(lower: list[str], last: int, lexicon: Lexicon) -> bool:
    """A further noun follows that is the head: "boat | trailer"; not "tanker | reports being hit"."""
    if lower[last : last + 1] == ["-"]:
        return True
    if match_noun(lower, last, lexicon) is None or lower[last] in lexicon.closed["speech"]:
        return False
    return VERBS.at(lower, last) is None


def _begin(lower: list[str], noun: int, lexicon: Lexicon) -> tuple[int, bool]:
    """The first token of the phrase of a noun, and whether that is an article."""
    first = noun
    while first > 0 and noun - first < LONGEST_PHRASE:
        word = lower[first - 1]
        if word in lexicon.closed["articles"] or word in lexicon.closed["definite_singular"] or word == "another":
            return first - 1, True
        if word in lexicon.closed["stops"] or not (word[0].isalnum() or word == "-") or VERBS.at(lower, first - 1):
            break
        first -= 1
    return first, False


def _of_verb(
    lower: list[str], verb: Found, verbs: list[Found], known: list[Craft], lexicon: Lexicon
) -> Iterator[tuple[Craft, Craft]]:
    """First and last of the craft of which a verb tells."""
    uses, begin = verb.label.split(), _predicate(lower, verb.first, lexicon)
    passive = begin < verb.first and not lexicon.closed["be"].isdisjoint(lower[begin : verb.first])
    if not (UNREAL.isdisjoint(lower[max(0, begin - 1) : verb.first]) and IF.isdisjoint(lower[:begin])):
        return
    if lower[verb.first] in BOARD and BOARDERS.isdisjoint(lower):
        return  # "tourists boarded a yacht"
    behind = lower[verb.last] if verb.last < len(lower) else "."
    for kind in CRAFT_KINDS:
        goes = f"went:{kind}" in uses and behind not in OBJECT
        done = f"is_done:{kind}" in uses and (passive or behind in HEADLINED or not behind[0].isalnum())
        if goes or done:
            subject = _subject(lower, begin, verbs, known, kind, lexicon, near=not (goes or passive))
            if subject is not None and not (goes and lower[subject.last - 1] in PILOTLESS):
                yield _first(lower, subject, known, begin), subject
        if f"does:{kind}" in uses and not passive:
            objects = (craft for craft in known if craft.first == verb.last and craft.kind == kind)
            yield from ((craft, _last(lower, craft, known)) for craft in objects)


def _predicate(lower: list[str], verb: int, lexicon: Lexicon) -> int:
    """Where "has been", "was badly" … begin before a verb; its own token where nothing of the kind stands there."""
    begin, closed = verb, lexicon.closed
    helping = (closed["be"], closed["have"], closed["adverbs"], UNREAL)
    while begin > 0 and verb - begin < LONGEST_PREDICATE:
        word = lower[begin - 1]
        if not (word.endswith("ly") or any(word in words for words in helping)):
            break
        begin -= 1
    return begin


def _subject(
    lower: list[str], begin: int, verbs: list[Found], known: list[Craft], kind: str, lexicon: Lexicon, near: bool
) -> Craft | None:
    """The nearest craft before the verb's words of which these can tell. near: nothing but a name may stand between."""
    for craft in reversed(known):
        gap = lower[craft.last : begin]
        if craft.last > begin or craft.kind != kind:
            continue
        if len(gap) > LONGEST_GAP or any(craft.last <= v.first < begin for v in verbs):
            return None
        if (not near or not gap) and _reaches(gap, lexicon) and _is_head(lower, craft, lexicon):
            return craft
        if lower[begin] == "being" and len(gap) == 1 and gap[0] in lexicon.closed["speech"]:
            return craft  # "the master of a tanker reports being hit"
    return None


def _reaches(gap: list[str], lexicon: Lexicon) -> bool:
    """Nothing between the noun and its verb begins another clause or has a subject of its own."""
    if not lexicon.closed["breaks"].isdisjoint(gap) or not {";", ":", ".", '"'}.isdisjoint(gap) or gap.count(",") == 1:
        return False
    if not {"that", "which", "who"}.isdisjoint(gap[2:]):
        return False  # "a plane aimed at the area that was hit"
    if gap.count(",") > 1:
        return gap[0] == "," and gap[-1] == ","
    behind = gap[len(gap) - gap[::-1].index("and") :] if "and" in gap else []
    return not behind and lexicon.closed["speech"].isdisjoint(gap)


def _is_head(lower: list[str], craft: Craft, lexicon: Lexicon) -> bool:
    """Of "the crew of a tanker" something else is told."""
    return not craft.first or lower[craft.first - 1] not in lexicon.closed["prepositions"]


def _first(lower: list[str], last: Craft, known: list[Craft], begin: int) -> Craft:
    """The first of "a tanker, a dhow and a tug were hit"."""
    first = last
    for craft in reversed(known) if lower[begin : begin + 1] and lower[begin] in PLURAL else ():
        together = craft.last < first.first and lower[craft.last : first.first] in JOINED
        if together and craft.kind == first.kind:
            first = craft
    return first


def _last(lower: list[str], first: Craft, known: list[Craft]) -> Craft:
    """The last of "hit a tanker and a dhow"."""
    last = first
    for craft in known:
        together = craft.first > last.last and lower[last.last : craft.first] in JOINED
        if together and craft.kind == first.kind:
            last = craft
    return last


def one_of_each(claims: list[Claim]) -> list[Claim]:
    """Of one article's claims on craft without a number, those that stand: one a measure, and none beside a number."""
    numbers = (c for c in claims if c.rule != CRAFT and c.scope == "incident")
    counted = {c.measure for c in numbers if c.value_best and not c.negated}
    told = [c for c in claims if c.rule == CRAFT and c.scope == "incident" and c.measure not in counted]
    told.sort(key=lambda c: (c.value_best or 0, c.mention.field == "text", -c.mention.start))
    kept = {id(claim) for claim in {c.measure: c for c in told}.values()}
    return [c for c in claims if c.rule != CRAFT or c.scope == "background" or id(c) in kept]


def _claim(
    sentence: Sentence, field: str, known: list[Craft], first: Craft, last: Craft, lexicon: Lexicon
) -> Claim:
    n = sum(first.first <= craft.first <= last.first and craft.kind == first.kind for craft in known)
    start, end = sentence.starts[first.first], sentence.ends[last.last - 1]
    measure = lexicon.measures[lexicon.noun_measures[first.kind]]
    mention = Mention(field, sentence.no, start, end, sentence.text[start:end], n, n, n, "exact", "count",
                      unit=measure.unit, phrase_start=start, phrase_end=end)  # fmt: skip
    words = sentence.written(first.noun, last.last)
    return Claim(mention, measure.name, words, "all", n, n, n, "exact", measure.unit, CRAFT, CONFIDENCE,
                 first=first.first, last=last.last)  # fmt: skip
