"""Which currency a number is in: signs and codes before it, names and codes behind it.

Here belong currencies only; what an amount is for belongs to claims.
"""

from typing import Any, Final

from pipeline import codebook
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import DOUBTFUL_SUFFIXES, SCALES, SUFFIXES, Phrases, split_marks
from pipeline.reading.tokens import TOKEN

TABLE: Final[dict[str, Any]] = codebook.read("currencies")
NAMES: Final[dict[str, str]] = {code: entry["name"] for code, entry in TABLE["currencies"].items()}
MINUS: Final = frozenset("-−")
SIGNS: Final[dict[str, str]] = {
    sign.replace(" ", ""): code for code, entry in TABLE["currencies"].items() for sign in [*entry["symbols"], code]
}
SIGN_ENDS: Final = frozenset(sign[-1] for sign in SIGNS) | MINUS
SIGN_PARTS: Final = frozenset(part for sign in SIGNS for part in TOKEN.findall(sign))
TOUCHING: Final = frozenset(TABLE["touching"])
"""Signs that are words too, and so must touch the number or have no blank inside ("A $50 bounty" is in US dollars)."""
LARGE_ONLY: Final = frozenset(TABLE["large_only"])
SCALED_ONLY: Final = frozenset(TABLE["scaled_only"])
ONE_DIGIT_NAMES: Final = frozenset(TABLE["one_digit_names"])
LONGEST_SIGN: Final = 5


def behind_table() -> Phrases:
    """Currency words by their first token, the longest first."""
    table: Phrases = {}
    for code, entry in TABLE["currencies"].items():
        for word in entry["words"]:
            parts = tuple(part for piece in split_marks(word) for part in piece.replace(".", " . ").split())
            table.setdefault(parts[0], []).append((parts, code))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


HYPHENS: Final = frozenset("-‐‑")
BEHIND: Final = behind_table()
UNNAMED: Final[dict[str, str]] = TABLE["unnamed"]


def sign_before(w: Window, start: int) -> tuple[str, int]:
    """The currency written before token `start` and the token that it begins at; ("", start) where there is none."""
    if w.words[start - 1][-1:] not in SIGN_ENDS or not start or w.starts[start] - w.ends[start - 1] > 1:
        return "", start
    if w.words[start - 1] in MINUS and start > 1:  # "$-50.8bn"
        inner = sign_before(w, start - 1)
        return inner if inner[0] and not w.words[start - 2].isalpha() else ("", start)
    for size in range(min(LONGEST_SIGN, start), 0, -1):
        first = start - size
        sign = "".join(w.words[first:start])
        code = SIGNS.get(sign)
        if code is not None and not part_of_word(w, first) and believable(w, sign, first, start):
            return code, first
    return "", start


def part_of_word(w: Window, first: int) -> bool:
    """The sign's letters go on to the left ("YEARS 5" holds no Rs)."""
    return w.touches(first) and w.words[first - 1][-1].isalpha() and w.words[first][0].isalpha()


def believable(w: Window, sign: str, first: int, start: int) -> bool:
    """A sign that is a word or a name too stands where only a sign can stand."""
    if sign in ONE_DIGIT_NAMES and len(w.words[start]) == 1:
        return False
    if sign in LARGE_ONLY and w.words[start].isdecimal() and len(w.words[start]) < 3 and not scaled(w, start + 1):
        return False
    if sign in SCALED_ONLY and w.words[start].isdecimal() and not scaled(w, start + 1):
        return False
    return sign not in TOUCHING or w.starts[start] - w.starts[first] == len(sign)


def scaled(w: Window, i: int) -> bool:
    """Token i multiplies the number before it."""
    return w.low[i] in SCALES or w.low[i] in SUFFIXES or (w.touches(i) and w.low[i] in DOUBTFUL_SUFFIXES)


def country_behind(w: Window, end: int) -> int:
    """The token behind "U.S." or "US" in "$75 U.S. per barrel"."""
    if w.low[end] == "u" and w.low[end + 2] == "s" and w.low[end + 1] == "." and w.low[end + 3] == ".":
        return end + 4
    return end + 1 if w.words[end] == "US" and not w.words[end + 1].isalpha() else end


def words_behind(w: Window, end: int, scale: int) -> tuple[str, str, int]:
    """The currency named from token `end` on: (code, unit name, token behind it); ("", "", end) where there is none."""
    at = end + 1 if w.low[end] in HYPHENS and w.touches(end) else end
    for words, code in BEHIND.get(w.low[at], ()):
        if tuple(w.low[at : at + len(words)]) == words:
            return code, NAMES[code], at + len(words)
    if w.words[at] in NAMES and w.words[at] not in TOUCHING | SCALED_ONLY:
        return w.words[at], NAMES[w.words[at]], at + 1
    unnamed = w.low[at]
    if unnamed in UNNAMED and (not unnamed.startswith("pound") or scale >= 1000):
        code = UNNAMED[unnamed]
        return code, NAMES.get(code) or unnamed.rstrip("s"), at + 1
    return "", "", end
