"""The words of numbers as typed values, made once from the codebook.

Here belong look-up tables and nothing else: which word has which value, which words bound a number. How words combine
belongs to the parsers.
"""

from typing import Any

from pipeline import codebook

NUMBERS: dict[str, Any] = codebook.read("numbers")
VAGUE: dict[str, Any] = codebook.read("vague_terms")
WORDS: dict[str, Any] = codebook.read("quantity_words")
OTHERS: dict[str, Any] = codebook.read("quantity_others")
NOUNS: dict[str, Any] = codebook.read("quantity_nouns")

ONES: dict[str, int] = NUMBERS["ones"]
TEENS: dict[str, int] = NUMBERS["teens"]
TENS: dict[str, int] = NUMBERS["tens"]
CARDINALS: dict[str, int] = ONES | TEENS | TENS
SCALES: dict[str, int] = NUMBERS["scales"]
SUFFIXES: dict[str, int] = NUMBERS["suffixes"]
DOUBTFUL_SUFFIXES: dict[str, int] = NUMBERS["doubtful_suffixes"]
FRACTIONS: dict[str, int] = NUMBERS["fractions"]
FRACTION_SIGNS: dict[str, float] = NUMBERS["fraction_signs"]
ORDINALS = frozenset(NUMBERS["ordinals"])
ORDINAL_ENDINGS = frozenset(NUMBERS["ordinal_endings"])

PLURAL_SCALES: dict[str, int] = VAGUE["plural_scales"]
OF_SCALES: dict[str, int] = VAGUE["of_scales"]
BEFORE_SCALE: dict[str, int] = VAGUE["before_scale"]
VAGUE_ALONE: dict[str, int] = VAGUE["alone"]
VAGUE_WITH_ARTICLE: dict[str, int] = VAGUE["with_article"]
VAGUE_NEEDS_OF = frozenset(VAGUE["needs_of"])
PLURAL_CONTEXT = frozenset(VAGUE["plural_context"])
FIGURE_WORDS = frozenset(VAGUE["figure_words"])

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


BEFORE = by_edge(WORDS["before"], -1)
BEHIND = by_edge(WORDS["behind"], 0)
NOT_BEFORE_TIME = frozenset(WORDS["not_before_time"])
DIRECTIONS: dict[str, str] = dict.fromkeys(WORDS["up"], "up") | dict.fromkeys(WORDS["down"], "down")
DIRECTION_BETWEEN = frozenset(WORDS["direction_between"])
