"""Which sentences can hold a claim at all, told from the words that are there, before any is read.

Here belongs the one fast pass over a whole text. It may let a sentence through that holds no claim, never keep one back
that does. How the words stand to one another belongs in chunks.py.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from pipeline import codebook
from pipeline.claims.all_aboard import words_of_all_aboard
from pipeline.claims.all_found import words_of_all_found
from pipeline.claims.all_hurt import words_of_all_hurt
from pipeline.claims.lexicon import lexicon
from pipeline.claims.ranks import words_of_ranks
from pipeline.claims.running import words_of_ordinals
from pipeline.reading.tokens import Sentence

LETTERS: Final = bytes(ord(chr(i).lower()) if chr(i).isalpha() and i != 0xAA else ord(" ") for i in range(256))
"""What each Latin-1 character is here: a lower-case letter, or something between words."""

FUNCTION_WORDS: Final = frozenset(word.encode("latin-1") for word in codebook.read("grammar")["poor_signals"])
"""Words that many sentences hold: poor signals."""

SAYING: Final = frozenset(word.encode("latin-1") for word in codebook.read("grammar")["speech"])
SHORT: Final = 60
"""Characters of a sentence like "The opposition said 18.", which tells a number for what was counted before."""


class Needs:
    """Phrases as words that a sentence must hold: a word of each, and the words beside it that make the phrase."""

    def __init__(self, phrases: Iterable[Sequence[str]]) -> None:
        """Each phrase is looked for by its longest word that is no function word."""
        beside: dict[bytes, set[frozenset[bytes]]] = {}
        for phrase in phrases:
            parts = letters_of(" ".join(phrase)).split()
            key = max(parts, key=lambda part: (part not in FUNCTION_WORDS, len(part)))
            beside.setdefault(key, set()).add(frozenset(parts) - {key})
        self.words = frozenset(beside)
        self._enough = frozenset(word for word, sets in beside.items() if frozenset() in sets)
        self._beside = {word: tuple(sets) for word, sets in beside.items()}

    def met(self, found: frozenset[bytes], present: Sequence[bytes]) -> bool:
        """One of the words found is enough by itself, or has the others of a phrase beside it."""
        if not self._enough.isdisjoint(found):
            return True
        every = frozenset(present)
        return any(any(map(every.issuperset, self._beside[word])) for word in found)


class Signals(NamedTuple):
    """What a sentence must hold: without a number a word for an outcome; with one also a noun that says it all."""

    alone: Needs
    with_number: Needs


def letters_of(text: str) -> bytes:
    """The text in lower-case Latin letters, character by character; blanks stand for all else."""
    return text.encode("latin-1", "replace").replace(b"?", b" ").translate(LETTERS)


def readable(
    text: str, sentences: Sequence[Sentence], counted: Container[int], money: Container[int]
) -> Iterator[Sentence]:
    """The sentences that can hold a claim. `counted` are those with a quantity, `money` with an amount."""
    letters, known = letters_of(text), signals()
    for sentence in sentences:
        needs = known.with_number if sentence.no in counted else known.alone
        present = letters[sentence.start : sentence.end].split()
        found = needs.words.intersection(present)
        says = sentence.end - sentence.start < SHORT and not SAYING.isdisjoint(present) and sentence.no in counted
        if sentence.no in money or says or (found and needs.met(found, present)):
            yield sentence


@cache
def signals() -> Signals:
    """The codebook's signals. Without a number an event's noun counts only in "the death of", or before a list."""
    words = lexicon()
    lists = {phrase[0] for openers in words.openers.values() for phrase, tag in openers if tag == "E"}
    triggers = [t for of_word in words.triggers.values() for t in of_word]
    phrases = [((*t.words, *end), t.tag) for t in triggers for end in t.up_to or ((),)]
    alone = [phrase for phrase, tag in phrases if tag in "GTIJ"]
    alone += [(*phrase, link) for phrase, tag in phrases if tag == "K" for link in ("of", *lists)]
    book = codebook.read("grammar")
    crimes = (*book["multiple_killings"], *book["multiple_woundings"], *book["fatal"])
    alone += [(n, crime) for n in book["multiples"] for crime in crimes]
    of_all = [*words_of_ordinals(words), *words_of_ranks(), *words_of_all_found(), *words_of_all_aboard()]
    of_all += words_of_all_hurt()
    alone += of_all
    alone += [noun.words for noun in words.one_craft]
    nouns = [n.words for ns in words.nouns.values() for n in ns if n.measure or n.kind in words.noun_measures]
    figures = (*book["figure_words"], "it")
    giving = (*book["put_verbs"], *book["given_verbs"])
    again: list[tuple[str, ...]] = [(verb, figure) for verb in giving for figure in figures]
    again += [(figure,) for figure in book["figure_words"]]  # "the figure is 31"
    return Signals(Needs(alone), Needs([*(phrase for phrase, _ in phrases), *nouns, *again, *of_all]))
