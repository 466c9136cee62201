"""The codebook's words as look-up tables, built once.

Here belongs the way from YAML (measures.yml, victim_groups.yml, nouns.yml, grammar.yml) to dictionaries keyed by
lower-case words. What the words do in a sentence belongs in chunks.py and constructions.py.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeVar

from pipeline.claims.word_forms import phrases_of, plural, split_words
from pipeline.codebook import read

ACTIVE: Final = "G"
EITHER: Final = "T"
INTRANSITIVE: Final = "I"
ADJECTIVE: Final = "J"
EVENT_NOUN: Final = "K"
TOLL_NOUN: Final = "O"
LEAVE: Final = "L"
"""Tags of trigger words: takes an object only; may be active or passive; takes a subject only; predicate;
"the death of"; "the death toll rose to"; "left 11 dead"."""

CRAFT_KINDS: Final = ("vessel", "aircraft")
STOPS: Final = (
    "be", "have", "modal", "relative", "and", "adverbs", "prepositions", "breaks", "determiners", "indefinite",
)  # fmt: skip
"""Closed classes that end a noun phrase."""
CLOSED_TAGS: Final = {
    "adverbs": "D", "determiners": "d", "prepositions": "P", "breaks": "B", "and": "C", "relative": "W", "modal": "M",
    "have": "H", "be": "A", "them": "m",
}  # fmt: skip
"""Letters of closed classes; of a word in two classes the later one here counts."""
MARK_TAGS: Final = dict.fromkeys(";:.?!…·•▪●|", "B") | dict.fromkeys("-–—", "-") | {mark: mark for mark in ",()"}
OPENERS: Final = {"E": "subset_openers", "F": "partitive_openers", "C": "and_phrases", "n": "count_phrases"}
"""Tags of set phrases: "including" opens a list, "of whom" may be followed by a verb, "along with" joins."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that make the number beside them a claim on a measure.

    up_to: phrases one of which must follow closely; what stands between belongs to them ("taken to … hospital").
    passive: only behind a form of "be"; unless: none of these words may stand in the sentence.
    links: what joins a verb's object with its up_to; known: only nouns of the codebook are counted.
    """

    words: tuple[str, ...]
    tag: str
    measure: str
    needs: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    manner: bool = False
    up_to: frozenset[tuple[str, ...]] = frozenset()
    passive: bool = False
    unless: frozenset[str] = frozenset()
    links: frozenset[tuple[str, ...]] = frozenset((("to",), ("into",)))
    known: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that numbers count: its kind (person, vessel, thing …), its victim group, whether it is singular.

    A noun with a measure counts by itself: of kind person ("hostages") it can also be killed, of kind outcome
    ("injuries") not.
    """

    words: tuple[str, ...]
    kind: str
    group: str
    singular: bool
    measure: str = ""
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Measure:
    """What a measure accepts and how its claims are counted."""

    name: str
    unit: str
    counts: frozenset[str]
    by_noun: bool
    groups: frozenset[str]
    never: frozenset[str]
    several: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All look-up tables. Lists are sorted longest entry first, so the first that fits is the right one.

    readings: the triggers of a word by the word behind it, under "" those that need none.
    kinds: what a word may begin; roles: words at which anything but a noun, name or unknown word may begin; plain:
    those that only ever carry their tag, unless one of their `seconds` follows; outcomes: words at which a passive or
    predicate may begin; one_craft: nouns for a single ship or aircraft; craft_heads: their last words.
    """

    triggers: dict[str, tuple[Trigger, ...]]
    readings: dict[str, dict[str, tuple[Trigger, ...]]]
    nouns: dict[str, tuple[Noun, ...]]
    measures: dict[str, Measure]
    noun_measures: dict[str, str]
    money_cues: frozenset[str]
    closed: dict[str, frozenset[str]]
    openers: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    death_after: tuple[tuple[str, ...], ...]
    death_before: frozenset[str]
    tags: dict[str, str]
    plain: dict[str, str]
    seconds: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]
    roles: frozenset[str]
    outcomes: frozenset[str]
    one_craft: tuple[Noun, ...]
    craft_heads: frozenset[str]


def _noun_entries() -> Iterator[Noun]:
    book = read("nouns")
    irregular, extra = book["plurals"], book["extra_plurals"]

    def forms(noun: str, kind: str, group: str) -> Iterator[Noun]:
        yield Noun(split_words(noun), kind, group, noun != plural(noun, irregular))
        for many in [plural(noun, irregular), *extra.get(noun, [])]:
            yield Noun(split_words(many), kind, group, False)

    for kind, nouns in book["classes"].items():
        for noun in nouns:
            yield from forms(noun, kind, "all")
    groups = {}
    for names in read("countries")["peoples"].values():
        for noun in names:
            if f"{noun}s" in names:  # "thai, thais" are persons, "french" alone is none
                yield Noun(split_words(noun), "person", "all", True)
                yield Noun(split_words(f"{noun}s"), "person", "all", False)
    for group, entry in read("victim_groups")["groups"].items():
        for noun in entry.get("nouns", []):
            yield from (made := list(forms(noun, "person", group)))
            groups.update({" ".join(n.words): group for n in made})
    for measure, entry in read("measures")["measures"].items():
        for noun in entry.get("counted", []):
            word, needs = (noun, ()) if isinstance(noun, str) else (noun["noun"], noun["needs"])
            kind = "person" if word in groups else "outcome"
            group, singular = groups.get(word, "all"), not word.endswith("s")
            yield Noun(split_words(word), kind, group, singular, measure, frozenset(needs))


def verb_forms(line: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """(words, tag) of each form of "base third past [participle] gerund [+ particle]"."""
    verb, _, particle = line.partition(" + ")
    forms = verb.split()
    if len(forms) not in (4, 5):
        raise ValueError(f"measures.yml: a verb has four or five forms, not {verb!r}")
    base, third, past, participle, gerund = forms if len(forms) == 5 else (*forms[:3], forms[2], forms[3])
    tail = split_words(particle)
    for form in dict.fromkeys((base, third, gerund, past, participle)):
        yield (*split_words(form), *tail), EITHER if form == participle else ACTIVE


def _verbs(entries: Iterable[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in entries:
        if isinstance(entry, str):
            yield entry, {}
        elif "verb" in entry:
            yield entry["verb"], entry


def _measure_triggers(name: str, entry: Mapping[str, Any]) -> Iterator[Trigger]:
    for line, extra in _verbs(entry.get("transitive", [])):
        needs, groups = frozenset(extra.get("needs", ())), frozenset(extra.get("groups", ()))
        up_to, unless = frozenset(map(split_words, extra.get("up_to", ()))), frozenset(extra.get("unless", ()))
        links = frozenset(map(split_words, extra.get("links", ("to", "into"))))
        for words, tag in verb_forms(line):
            yield Trigger(words, tag, name, needs, groups, False, up_to, False, unless, links,
                          bool(extra.get("known")))  # fmt: skip
    for line, extra in _verbs(entry.get("intransitive", [])):
        for words, _ in verb_forms(line):
            yield Trigger(words, INTRANSITIVE, name, frozenset(extra.get("needs", ())))
    for item in entry.get("intransitive", []):
        if isinstance(item, dict):
            needs, up_to = frozenset(item.get("needs", ())), frozenset(map(split_words, item.get("up_to", ())))
            for phrase in phrases_of(item):
                yield Trigger(split_words(phrase), INTRANSITIVE, name, needs, up_to=up_to,
                              passive=bool(item.get("passive")), unless=frozenset(item.get("unless", ())))  # fmt: skip
    for head in read("measures")["toll_heads"]:
        for link in read("grammar")["toll_links"]:
            for word in entry.get("toll_of", []):
                yield Trigger(split_words(f"{head} of {link} {word}"), TOLL_NOUN, name)
        for word in entry.get("toll_of", []):
            yield Trigger(split_words(f"{head} {word}"), TOLL_NOUN, name)  # "the number killed"
    tags = {"adjectives": ADJECTIVE, "event_nouns": EVENT_NOUN, "toll_nouns": TOLL_NOUN}
    for key, tag in tags.items():
        for noun in entry.get(key, []):
            told: dict[str, Any] = {"noun": noun} if isinstance(noun, str) else noun
            needs, unless = frozenset(told.get("needs", ())), frozenset(told.get("unless", ()))
            for phrase in phrases_of(told) or [told["noun"]]:
                yield Trigger(split_words(phrase), tag, name, needs, unless=unless)


def _triggers() -> Iterator[Trigger]:
    book = read("measures")
    for name, entry in book["measures"].items():
        yield from _measure_triggers(name, entry)
    for entry in book["manner_verbs"]:
        for words, tag in verb_forms(entry["verb"]):
            yield Trigger(words, tag, entry["alone"], frozenset(entry.get("needs", ())), manner=True)
        if entry["alone"] and "+" not in entry["verb"] and "needs" not in entry:  # "the shooting of a teenager"
            yield Trigger((entry["verb"].split()[-1],), EVENT_NOUN, entry["alone"], manner=True)
    for verb, extra in _verbs(book["leave_verbs"]):
        yield Trigger((verb,), LEAVE, "", frozenset(extra.get("needs", ())))


T = TypeVar("T", Trigger, Noun)


def _rank(entry: Trigger | Noun) -> tuple[int, bool, bool]:
    """The longest first, then those with a measure, then those that ask for more."""
    return -len(entry.words), not entry.measure, not getattr(entry, "up_to", ())


def _by_first(entries: Iterable[T]) -> dict[str, tuple[T, ...]]:
    table: dict[str, list[T]] = {}
    for entry in entries:
        table.setdefault(entry.words[0], []).append(entry)
    return {word: tuple(sorted(found, key=_rank)) for word, found in table.items()}


def _by_second(entries: Sequence[Trigger]) -> dict[str, tuple[Trigger, ...]]:
    """The entries that fit a word behind the first, one-word entries under each."""
    seconds = dict.fromkeys(["", *(e.words[1] for e in entries if len(e.words) > 1)])
    return {s: tuple(e for e in entries if len(e.words) == 1 or e.words[1] == s) for s in seconds}


def _is_plain(word: str, singles: Collection[str], *opening: Collection[Any]) -> bool:
    """A closed-class word that begins nothing: no person, trigger, noun or set phrase of one word."""
    triggers, nouns, openers, stops = opening
    if word in singles or word in triggers or word in nouns or (word,) in openers or word == "since":
        return False
    return word in stops or not (word[0].isalnum() or word in "-'")


@cache
def lexicon() -> Lexicon:
    """The look-up tables of the codebook in force. Raises KeyError or ValueError that names a wrong entry."""
    book, closed = read("measures"), read("grammar")
    measures = {
        name: Measure(name, e["unit"], frozenset(e["counts"]), bool(e.get("by_noun")), frozenset(e.get("groups", ())),
                      frozenset(e.get("never", ())), bool(e.get("several")))
        for name, e in book["measures"].items()
    }
    triggers, nouns = _by_first(_triggers()), _by_first(_noun_entries())
    noun_measures = {next(iter(m.counts)): name for name, m in measures.items() if m.by_noun}
    closed = dict(closed)
    closed["stops"] = [w for key in STOPS for w in closed[key]] + ["of"]
    tags = MARK_TAGS | {word: tag for key, tag in CLOSED_TAGS.items() for word in closed[key]}
    openers = {split_words(p): tag for tag, key in OPENERS.items() for p in closed[key]}
    single = ("indefinite", "definite_singular", "reflexives", "pronouns", "multiples", "quotes")
    singles = {word for key in single for word in closed[key]}
    roles = frozenset(set(triggers) | singles | set(tags) | {p[0] for p in openers})
    outcomes = frozenset(word for word, ts in triggers.items() if any(t.tag in "TJI" for t in ts))
    seconds = {p[0]: frozenset(q[1] for q in openers if q[0] == p[0] and len(q) > 1) for p in openers}
    opening = (triggers, nouns, openers, closed["stops"])
    plain = {word: tag for word, tag in tags.items() if _is_plain(word, singles, *opening)}
    beginnings = {"opener": seconds, "trigger": triggers, "reflexive": closed["reflexives"],
                  "pronoun": closed["pronouns"], "multiple": closed["multiples"], "quote": closed["quotes"],
                  "indefinite": closed["indefinite"], "definite": closed["definite_singular"]}  # fmt: skip
    kinds = {word: frozenset(kind for kind, of_kind in beginnings.items() if word in of_kind)
             for words in beginnings.values() for word in words}  # fmt: skip
    of_craft = [noun for found in nouns.values() for noun in found if noun.kind in CRAFT_KINDS]
    one_craft = tuple(noun for noun in of_craft if noun.singular or noun.words[-1] == "aircraft")
    longest_first = sorted(openers.items(), key=lambda opener: -len(opener[0]))
    return Lexicon(
        triggers, {word: _by_second(entries) for word, entries in triggers.items()}, nouns, measures, noun_measures,
        frozenset(book["measures"]["amount"]["cues"]), {key: frozenset(words) for key, words in closed.items()},
        {p[0]: tuple(opener for opener in longest_first if opener[0][0] == p[0]) for p in openers},
        tuple(sorted(map(split_words, book["death_words_after"]), key=len, reverse=True)),
        frozenset(book["death_words_before"]), tags, plain, seconds, kinds, roles, outcomes,
        one_craft, frozenset(noun.words[-1] for noun in one_craft),
    )  # fmt: skip
