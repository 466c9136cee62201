"""The words of numbers as typed values, made once from the codebook.

Here belong look-up tables and nothing else: which word has which value, which words bound a number. How words combine
belongs to the parsers.
"""

from typing import Any, Final

from pipeline import codebook

NUMBERS: Final[dict[str, Any]] = codebook.read("numbers")
VAGUE: Final[dict[str, Any]] = codebook.read("vague_terms")
WORDS: Final[dict[str, Any]] = codebook.read("quantity_words")
OTHERS: Final[dict[str, Any]] = codebook.read("quantity_others")
NOUNS: Final[dict[str, Any]] = codebook.read("quantity_nouns")

ONES: Final[dict[str, int]] = NUMBERS["ones"]
TEENS: Final[dict[str, int]] = NUMBERS["teens"]
TENS: Final[dict[str, int]] = NUMBERS["tens"]
CARDINALS: Final[dict[str, int]] = ONES | TEENS | TENS
SCALES: Final[dict[str, int]] = NUMBERS["scales"]
SUFFIXES: Final[dict[str, int]] = NUMBERS["suffixes"]
DOUBTFUL_SUFFIXES: Final[dict[str, int]] = NUMBERS["doubtful_suffixes"]
FRACTIONS: Final[dict[str, int]] = NUMBERS["fractions"]
FRACTION_SIGNS: Final[dict[str, float]] = NUMBERS["fraction_signs"]
ORDINALS: Final = frozenset(NUMBERS["ordinals"])
ORDINAL_ENDINGS: Final = frozenset(NUMBERS["ordinal_endings"])

PLURAL_SCALES: Final[dict[str, int]] = VAGUE["plural_scales"]
OF_SCALES: Final[dict[str, int]] = VAGUE["of_scales"]
BEFORE_SCALE: Final[dict[str, int]] = VAGUE["before_scale"]
VAGUE_ALONE: Final[dict[str, int]] = VAGUE["alone"]
VAGUE_WITH_ARTICLE: Final[dict[str, int]] = VAGUE["with_article"]
VAGUE_NEEDS_OF: Final = frozenset(VAGUE["needs_of"])
PLURAL_CONTEXT: Final = frozenset(VAGUE["plural_context"])
PLURAL_VERBS: Final[frozenset[str]] = frozenset(VAGUE["plural_verbs"])
FIGURE_WORDS: Final = frozenset(VAGUE["figure_words"])

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def by_edge(groups: dict[str, list[str]], edge: int) -> Phrases:
    """Phrases by their first (edge 0) or last (edge -1) word, the longest first, each with its group."""
    table: Phrases = {}
    for group, phrases in groups.items():
        for phrase in phrases:
            parts = tuple(split_marks(phrase))
            table.setdefault(parts[edge], []).append((parts, group))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def split_marks(phrase: str) -> list[str]:
    """A codebook phrase as the tokens that it has in a text: "approx." is a word and a mark."""
    tokens: list[str] = []
    for word in phrase.split():
        if word[-1] == "." and len(word) > 1:
            tokens += [word[:-1], "."]
        elif word in (">=", "<="):
            tokens += list(word)
        else:
            tokens.append(word)
    return tokens


BEFORE: Final = by_edge(WORDS["before"], -1)
BEHIND: Final = by_edge(WORDS["behind"], 0)
NOT_BEFORE_TIME: Final = frozenset(WORDS["not_before_time"])
DIRECTIONS: Final[dict[str, str]] = dict.fromkeys(WORDS["up"], "up") | dict.fromkeys(WORDS["down"], "down")
DIRECTION_BETWEEN: Final = frozenset(WORDS["direction_between"])
