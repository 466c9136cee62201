"""Entries of the codebook as the words that a text may hold: plurals, set phrases put together, tokens.

Here belongs the spelling-out only. What the words mean belongs in lexicon.py.
"""

from collections.abc import Mapping
from itertools import product
from typing import Any

from pipeline.claims.gazetteer import countries


def split_words(phrase: str) -> tuple[str, ...]:
    """The phrase as `tokens.tokenise` would cut it: hyphens and inner marks are tokens of their own."""
    return tuple(phrase.replace("-", " - ").split())


def plural(noun: str, irregular: Mapping[str, str]) -> str:
    """The English plural of the last word of a noun, or of the one before its "of": "members of the group"."""
    first, of, rest = noun.partition(" of ")
    if of and noun not in irregular:
        return f"{plural(first, irregular)} of {rest}"
    head, _, last = noun.rpartition(" ")
    if noun in irregular or last in irregular:
        return irregular[noun] if noun in irregular else f"{head} {irregular[last]}".strip()
    if last.endswith(("s", "x", "z", "ch", "sh")):
        last += "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    else:
        last += "s"
    return f"{head} {last}".strip()


def phrases_of(entry: Mapping[str, Any]) -> list[str]:
    """The set phrases of an entry, those of `all_of` put together. Raises ValueError where a part is no list."""
    parts = [_part(part) for part in entry.get("all_of", ())]
    return [*entry.get("phrases", ()), *(map(" ".join, product(*parts)) if parts else ())]


def _part(part: Any) -> list[str]:
    """The phrases of a part of `all_of`; "countries" stands for every country."""
    if not isinstance(part, list) and part != "countries":
        raise ValueError(f"all_of: a part is a list of phrases or the word countries, not {part!r}; put it in [ ]")
    return part if isinstance(part, list) else list(countries())
