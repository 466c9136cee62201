"""Which currency a number is in: signs and codes before it, names and codes behind it.

Here belong currencies only; what an amount is for belongs to claims.
"""

from typing import Any

from pipeline import codebook
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import Phrases, split_marks

TABLE: dict[str, Any] = codebook.read("currencies")
NAMES: dict[str, str] = {code: entry["name"] for code, entry in TABLE["currencies"].items()} | {"": ""}
SIGNS: dict[str, str] = {
    sign.replace(" ", ""): code for code, entry in TABLE["currencies"].items() for sign in [*entry["symbols"], code]
}
SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS)
LONGEST_SIGN = 6


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


BEHIND = behind_table()
UNNAMED: dict[str, str] = TABLE["unnamed"]
POUND_SCALES = frozenset(TABLE["pound_scales"])


def sign_before(w: Window, start: int) -> tuple[str, int]:
    """The currency written before token `start` and the token that it begins at; ("", start) where there is none."""
    if not start or w.words[start - 1][-1] not in SIGN_ENDS:
        return "", start
    for size in range(min(LONGEST_SIGN, start), 0, -1):
        first = start - size
        sign = "".join(w.words[first:start])
        code = SIGNS.get(sign)
        if code is None or w.starts[start] - w.ends[start - 1] > 1:
            continue
        if first and w.ends[first - 1] == w.starts[first] and w.words[first - 1][-1].isalpha() and w.words[first][0].isalpha():
            continue
        return code, first
    return "", start


def words_behind(w: Window, end: int, scale: int) -> tuple[str, str, int]:
    """The currency named from token `end` on: (code, unit name, token behind it); ("", "", end) where there is none."""
    at = end + 1 if end < len(w.low) and w.low[end] in "-‐‑" and w.starts[end] == w.ends[end - 1] else end
    if at >= len(w.low):
        return "", "", end
    for words, code in BEHIND.get(w.low[at], ()):
        if tuple(w.low[at : at + len(words)]) == words:
            return code, NAMES[code], at + len(words)
    if w.words[at] in NAMES and w.words[at]:
        return w.words[at], NAMES[w.words[at]], at + 1
    if w.low[at : at + 4] in (["u", ".", "s", "."], ["us"]) and w.low[at + 4 : at + 5] in (["dollars"], ["dollar"]):
        return "USD", NAMES["USD"], at + 5
    unnamed = w.low[at]
    if unnamed in UNNAMED and (not unnamed.startswith("pound") or scale >= 1000):
        code = UNNAMED[unnamed]
        return code, NAMES[code] or unnamed.rstrip("s"), at + 1
    return "", "", end
