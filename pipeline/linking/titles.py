"""Titles without the name of the site that ran them: of "Two dead in crash - KXYZ News, Weather" the first part.

Here belongs telling a site's name from a part of the headline behind a stroke or dash. What titles are compared for is
in features.
"""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline import codebook
from pipeline.reading.headline import MASTHEAD_WORDS

BREAK = re.compile(r"\s*[|•»«]\s*|\s+(?:[-–—]+|::)\s+")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CONTENTS = frozenset(codebook.read("pages")["site_contents"])
LAST_WORDS = MASTHEAD_WORDS | CONTENTS | frozenset(codebook.read("pages")["site_words"])
SMALL_WORDS = frozenset(codebook.read("places")["small_words"]) | {"for"}
ENDINGS = frozenset(codebook.read("pages")["site_endings"])
DOMAIN = re.compile(rf"\w[\w-]*\.(?:{'|'.join(sorted(ENDINGS))})\b", re.I)
SHORTEST_NAME = 4
OFTEN = 3
"""So many titles of one site that end alike end in its name."""
Part = tuple[int, int, str]
"""Where the break before it and the part itself start, and the part."""


def bare_titles(titles: Sequence[str], sites: Sequence[str]) -> list[str]:
    """The titles without names of sites at either end. `sites`: who ran each, by name or host, empty for unknown."""
    parts = [_parts(title) for title in titles]
    tails = Counter((site, part) for site, some in zip(sites, parts, strict=True) for _, _, part in some[1:] if site)
    often = {tail for tail, times in tails.items() if times >= OFTEN}
    return [
        _bare(title, some, [_is_site(part, site, title, (site, part) in often) for _, _, part in some])
        if len(some) > 1
        else title
        for title, site, some in zip(titles, sites, parts, strict=True)
    ]


def _parts(title: str) -> list[Part]:
    breaks = [match.span() for match in BREAK.finditer(title)]
    starts, ends = [(0, 0), *breaks], [*(start for start, _ in breaks), len(title)]
    return [(before, start, title[start:end]) for (before, start), end in zip(starts, ends, strict=True)]


def _bare(title: str, parts: list[Part], is_site: list[bool]) -> str:
    """From behind the site's name that it starts with to before the first that follows; never nothing."""
    first = is_site.index(False) if False in is_site else 0
    last = next((i for i in range(first + 1, len(parts)) if is_site[i]), len(parts))
    end = parts[last][0] if last < len(parts) else len(title)
    return title[parts[first][1] : end]


def _is_site(part: str, site: str, title: str, often: bool) -> bool:
    """It is empty, names its site, or is written like a name and a medium's, or often the end of the site's titles."""
    words = WORD.findall(part)
    if not words or DOMAIN.search(part):
        return True
    if not all(map(_fits_a_name, words)):
        return False
    return often or _names(words, site) or _is_medium(words, len(WORD.findall(title)))


def _fits_a_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in SMALL_WORDS or word.title() in CONTENTS


def _names(words: list[str], site: str) -> bool:
    """The letters of its name stand in the part ("WAVE 3" of wave3.example), or all words of the part in its name."""
    labels = [label for label in re.findall(r"\w+", site.lower()) if label not in ENDINGS and label != "the"]
    name = labels[-1:] if "." in site and " " not in site else labels
    small = [word.lower() for word in words]
    written = ("".join(name), "".join(name).rstrip("0123456789"))
    if any(len(one) >= SHORTEST_NAME and one in "".join(small) for one in written) or "".join(small) in labels:
        return True
    return len(small) > 1 and all(word in "".join(labels) for word in small)


def _is_medium(words: list[str], n_title: int) -> bool:
    """It lists what the site offers, or is the lesser part of the title and ends in a newspaper's or station's word."""
    if len({word.title() for word in words} & CONTENTS) > 1:
        return True
    return 1 < len(words) < n_title / 2 and next((w for w in reversed(words) if not w.isdigit()), "") in LAST_WORDS
