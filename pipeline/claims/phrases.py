"""Words and phrases of a codebook file, found among a sentence's tokens.

Here belongs the look-up only: which phrase stands where, longest first. What a phrase means for a claim is decided by
the module whose codebook file it comes from.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from pipeline.claims.sentence import Sentence, tokenise

Result = TypeVar("Result")


class Found(NamedTuple):
    """A phrase at tokens first..last (end exclusive), and the label that the codebook gives it."""

    first: int
    last: int
    label: str


class Phrases:
    """Phrases with their labels; the same phrase under two labels is an error of the codebook."""

    def __init__(self, labelled: Mapping[str, Iterable[str]]) -> None:
        self._labels: dict[str, dict[tuple[str, ...], str]] = {}
        for label, phrases in labelled.items():
            for phrase in phrases:
                self._add(words(phrase), label)
        self._by_first = {
            first: sorted(rests.items(), key=lambda item: -len(item[0])) for first, rests in self._labels.items()
        }

    def _add(self, tokens: tuple[str, ...], label: str) -> None:
        rests = self._labels.setdefault(tokens[0], {})
        if rests.setdefault(tokens[1:], label) != label:
            raise ValueError(f"codebook: {' '.join(tokens)!r} stands under {rests[tokens[1:]]!r} and {label!r}")

    def at(self, lower: list[str], i: int) -> Found | None:
        """The longest phrase that starts at token i."""
        for rest, label in self._by_first.get(lower[i], ()):
            if not rest or tuple(lower[i + 1 : i + 1 + len(rest)]) == rest:
                return Found(i, i + 1 + len(rest), label)
        return None

    def find(self, lower: list[str], first: int = 0, last: int | None = None) -> list[Found]:
        """All phrases that start in tokens first..last, left to right, none inside another."""
        found: list[Found] = []
        end = first
        by_first = self._by_first
        for i in range(first, len(lower) if last is None else last):
            if i >= end and lower[i] in by_first:
                hit = self.at(lower, i)
                if hit is not None:
                    found.append(hit)
                    end = hit.last
        return found


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
