"""Words and phrases of a codebook file, found among a sentence's tokens.

Here belongs the look-up only: which phrase stands where, longest first. What a phrase means for a claim is decided by
the module whose codebook file it comes from.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Generic, NamedTuple, TypeVar

from pipeline.reading.tokens import Sentence, tokenise

Result = TypeVar("Result")


COMMON: Final = frozenset([
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "from", "for", "with", "as", "and", "or", "but", "that",
    "this", "it", "its", "he", "she", "they", "was", "were", "is", "are", "be", "been", "has", "have", "had", "said",
    "says", "people", "killed", "who", "which", "than", "more", "one", "after", "before", "about",
])  # fmt: skip
"""Words that most sentences hold: poor keys to look a phrase up by."""


class Found(NamedTuple):
    """A phrase at tokens first..last (end exclusive), and the label that the codebook gives it."""

    first: int
    last: int
    label: str


class Phrases:
    """Phrases with their labels; the same phrase under two labels is an error of the codebook.

    A phrase is looked up by its longest uncommon word: words of a sentence that begin phrases ("the", "in") are many,
    those are few. Where none of `keys` stands, no phrase does.
    """

    def __init__(self, labelled: Mapping[str, Iterable[str]]) -> None:
        self._labels: dict[tuple[str, ...], str] = {}
        for label, phrases in labelled.items():
            for phrase in phrases:
                tokens = words(phrase)
                if self._labels.setdefault(tokens, label) != label:
                    raise ValueError(f"codebook: {phrase!r} stands under {self._labels[tokens]!r} and {label!r}")
        self._by_key: dict[str, list[tuple[int, list[str], str]]] = {}
        for tokens, label in sorted(self._labels.items(), key=lambda item: -len(item[0])):
            key = max(range(len(tokens)), key=lambda i: (tokens[i] not in COMMON, len(tokens[i])))
            self._by_key.setdefault(tokens[key], []).append((key, list(tokens), label))
        self.keys = frozenset(self._by_key)
        self._longest = max((len(tokens) for tokens in self._labels), default=0)

    def at(self, lower: list[str], i: int) -> Found | None:
        """The longest phrase that starts at token i."""
        for n in range(min(self._longest, len(lower) - i), 0, -1):
            label = self._labels.get(tuple(lower[i : i + n]))
            if label is not None:
                return Found(i, i + n, label)
        return None

    def find(self, lower: list[str]) -> list[Found]:
        """All phrases, left to right, none inside another."""
        if self.keys.isdisjoint(lower):
            return []
        keys, found = self.keys, list[Found]()
        for i in [i for i, w in enumerate(lower) if w in keys]:
            for offset, tokens, label in self._by_key[lower[i]]:
                first = i - offset
                if len(tokens) == 1 or (first >= 0 and lower[first : first + len(tokens)] == tokens):
                    found.append(Found(first, first + len(tokens), label))
                    break
        return found if len(found) < 2 else _apart(found)


def _apart(found: list[Found]) -> list[Found]:
    """Of phrases that overlap the longer, then the earlier."""
    found.sort()
    kept = [found[0]]
    for hit in found[1:]:
        if hit.first >= kept[-1].last:
            kept.append(hit)
        elif hit.last - hit.first > kept[-1].last - kept[-1].first:
            kept[-1] = hit
    return kept


def words(phrase: str) -> tuple[str, ...]:
    """The phrase as the tokens that a sentence would have."""
    tokens = tuple(tokenise(phrase, 0, 0, len(phrase)).lower)
    if not tokens:
        raise ValueError("codebook: an empty phrase")
    return tokens


class OncePerSentence(Generic[Result]):
    """A function of a sentence that remembers its last answers: the claims of one sentence ask the same question."""

    def __init__(self, work: Callable[[Sentence], Result], keep: int = 3) -> None:
        self._work = work
        self._keep = keep
        self._answers: tuple[tuple[Sentence, Result], ...] = ()

    def __call__(self, sentence: Sentence) -> Result:
        for asked, answer in self._answers:
            if asked is sentence:
                return answer
        answer = self._work(sentence)
        self._answers = ((sentence, answer), *self._answers[: self._keep - 1])
        return answer
