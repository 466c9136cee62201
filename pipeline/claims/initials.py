"""Letters and short titles with full stops inside a noun phrase: "three U.S. soldiers", "two St. Louis residents".

Here belongs how far they reach. Where sentences end is settled in reading.
"""

from typing import Final

from pipeline import codebook
from pipeline.reading.tokens import Sentence

DOTTED: Final = frozenset(codebook.read("grammar")["dotted"])


def past_dots(sentence: Sentence, at: int) -> int:
    """The token behind "U.S.", "St." or "D.C." at a token, where the phrase goes on there; else the token itself."""
    words, lower, k = sentence.words, sentence.lower, at
    while lower[k + 1 : k + 2] == ["."] and sentence.ends[k] == sentence.starts[k + 1]:
        if not words[k][0].isupper() or (len(words[k]) > 1 and lower[k] not in DOTTED):
            break
        k += 2
    enough = k - at > 2 or (k > at and lower[at] in DOTTED)
    return k if enough and k < len(lower) and lower[k][0].isalpha() else at
