"""The voice: reports that quote the same source are one voice, others speak for their origin.

Here belongs the name of a voice. Which claims of one report share a voice is settled in speakers.
"""

import re
from functools import cache

from pipeline import codebook


@cache
def _dropped() -> frozenset[str]:
    return frozenset(codebook.read("reconcile_rules")["source_words"])


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("[,;(]|" + "|".join(rf"\b{word}\b" for word in codebook.read("reconcile_rules")["source_ends"]))


def voice(source: str, source_class: str, origin: str) -> str:
    """Who really speaks: the quoted source where there is one that has a name, else the origin of the report."""
    if source and source_class in codebook.read("reconcile_rules")["quoted"]:
        name = _ends().split(source.lower().replace("’s", "").replace("'s", ""))[0]
        words = [word for word in re.findall(r"\w+", name) if word not in _dropped()]
        if words:
            return " ".join(words)
    return origin


WITHIN = " / "


def apart(origin: str, source: str) -> str:
    """The voice of a source without a name that is told apart from the others of its report."""
    return origin + WITHIN + source.lower()


def is_apart(name: str) -> bool:
    """The voice is one of several within an origin."""
    return WITHIN in name
