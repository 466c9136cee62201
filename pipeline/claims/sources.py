"""What kind of source a name or title is: police are official, residents witnesses, Red Cross officials an NGO.

Here belongs the reading of one noun phrase against codebook/attribution.yml. Whether that source gave a figure is
settled in attribution.py.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.phrases import Found, Phrases, words
from pipeline.reading.tokens import tokenise

BOOK: Final[dict[str, Any]] = codebook.read("attribution")
CLASSES: Final[dict[str, list[str]]] = BOOK["classes"]
RANK: Final = {name: rank for rank, name in enumerate([*CLASSES, "neutral"])}
NAMES: Final = Phrases({**CLASSES, "neutral": BOOK["neutral"]})
HEAD_ENDS: Final = frozenset(BOOK["head_ends"])
WEAK: Final = frozenset(BOOK["weak"])
WEAK_OFFICIAL: Final = frozenset(BOOK["weak_official"])
POLICE: Final = re.compile(r"[a-z]{1,3}pd$")
"""Police departments by their initials."""
BY_WHOM: Final = frozenset(BOOK["by_whom"])
OF_STATE: Final = frozenset(BOOK["of_state"])
ISSUERS: Final = frozenset(BOOK["issuers"])
NGO_ISSUERS: Final = frozenset(BOOK["ngo_issuers"])
MASTHEADS: Final = frozenset(BOOK["mastheads"])
WINDOW: Final = 90
"""Characters beside a person's name in which the title may stand."""


def bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word.rstrip("'") if len(word) > 1 else word


def _is_hyphened(tokens: list[str], last: int) -> bool:
    """ "The rebel-appointed governor", "a UN-backed court": by whom, and not who."""
    return tokens[last : last + 1] == ["-"] and tokens[last + 1 : last + 2] != [] and tokens[last + 1] in BY_WHOM


def _best(tokens: list[str], hits: list[Found]) -> str:
    """The first in rank of the names; a word such as "official" counts only where nothing else says more."""
    labels = [hit.label for hit in hits
              if hit.label != "neutral" and (tokens[hit.first] not in WEAK or hit.last - hit.first > 1)]
    return min(labels, key=RANK.__getitem__) if labels else ""


def class_of(lower: Iterable[str]) -> str:
    """The class of the noun phrase: its head decides, then what follows ("a spokesman for the hospital")."""
    return _class_of(tuple(lower))


@lru_cache(maxsize=8192)
def _class_of(lower: tuple[str, ...]) -> str:
    tokens = [bare(word) for word in lower]
    names = NAMES.find(tokens)
    hits = [hit for hit in names if not _is_hyphened(tokens, hit.last)] or names
    cut = next((i for i, w in enumerate(tokens) if i and w in HEAD_ENDS and not any(
        hit.first < i < hit.last for hit in hits)), len(tokens))
    head = [hit for hit in hits if hit.first < cut]
    found = _best(tokens, head) or _best(tokens, hits[len(head) :])
    if found == "media" and "official" in tokens[:cut]:
        return "official"  # "the official X news agency" speaks for its government
    return found or ("official" if any(w in WEAK_OFFICIAL or POLICE.match(w) for w in tokens) else "unknown")


@lru_cache(maxsize=1024)
def issuer_class(publisher: str) -> str:
    """The class of a body that publishes its own figures (a ministry, an aid group); unknown of a medium."""
    tokens = list(words(publisher))
    addressed = " " not in publisher.strip() and "." in publisher
    media = any(hit.label == "media" for hit in NAMES.find(tokens)) or not MASTHEADS.isdisjoint(tokens)
    if addressed or media:
        return "unknown"
    found = class_of(tokens)
    if found == "unknown" and not NGO_ISSUERS.isdisjoint(tokens):
        return "ngo"
    return found if found in ISSUERS else "unknown"


def names_anyone(lower: list[str]) -> bool:
    """The words hold a name or title of the codebook, in "the mayor's office" too."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in lower]
    return bool(NAMES.find(words)) or not WEAK_OFFICIAL.isdisjoint(words)


@lru_cache(maxsize=256)
def class_of_person(text: str, name: str) -> str:
    """The class of a person whose title stands elsewhere in the article: "Health Minister Ana Roe", "Roe, a medic"."""
    at = text.find(name)
    for _ in range(4):
        if at < 0:
            break
        end = at + len(name)
        whole = not text[end : end + 1].isalnum()
        found = _title_before(text, at) or _apposition_after(text, end) or _government_after(text, end)
        if whole and found:
            return found
        at = text.find(name, at + len(name))
    return "unknown"


def _title_before(text: str, at: int) -> str:
    lower = tokenise(text, 0, max(0, at - WINDOW), at).lower
    if lower[-1:] == ["("]:  # "the National Flood Agency (NFA)"
        lower = lower[:-1]
    start = max((i + 1 for i, w in enumerate(lower) if w in TITLE_BREAKS and not _initial(lower, i)), default=0)
    found = class_of(lower[start:][-8:])
    if found == "unknown" and lower[start : start + 1] == ["the"] and len(lower) - start <= 2 and start > 1:
        found = class_of(_described(text, at, lower, start - 1))
    return "" if found == "unknown" else found


def _described(text: str, at: int, lower: list[str], comma: int) -> list[str]:
    """What the name is, in "the main opposition party, the Sunrise Guild, said"."""
    name_end = at + len(text[at : at + WINDOW].split(" ", 1)[0])
    if lower[comma] != "," or not text[at:name_end].endswith(","):
        return []
    start = max((i + 1 for i, w in enumerate(lower[:comma]) if w in TITLE_BREAKS and not _initial(lower, i)), default=0)
    return lower[start:comma][-8:]


def _initial(lower: list[str], i: int) -> bool:
    """The full stop of "U.N." or "Lt." ends no sentence."""
    return lower[i] == "." and i > 0 and len(lower[i - 1]) <= 3


def _apposition_after(text: str, at: int) -> str:
    lower = tokenise(text, 0, at, min(len(text), at + WINDOW)).lower
    if lower[:1] not in ([","], ["of"], ["("]):
        return ""
    end = next((i for i, w in enumerate(lower) if i and w in TITLE_BREAKS and not _initial(lower, i)), len(lower))
    found = class_of(lower[1:end])
    return "" if found == "unknown" else found


POSSESSIVE: Final = frozenset(["'", "s", "’"])


def _government_after(text: str, end: int) -> str:
    """ "the Roe administration", "Roe's government": its head speaks for the state."""
    lower = tokenise(text, 0, end, min(len(text), end + 30)).lower
    while lower[:1] and lower[0] in POSSESSIVE:
        lower = lower[1:]
    return "official" if lower and lower[0] in OF_STATE else ""


TITLE_BREAKS: Final = frozenset([",", ";", ":", ".", '"', "“", "”", "(", ")", "said", "says", "told", "that", "and",
                          "by", "with"])
