"""The unit behind a number: which words of the text are one, and which rate they make ("km", "$52 a barrel").

Here belongs the look-up of unit phrases. What quantulum3 says of them is asked through adapter.py.
"""

from typing import Any

from pipeline import codebook
from pipeline.quantities import adapter
from pipeline.quantities.scan import Window

TABLE: dict[str, Any] = codebook.read("units")
KINDS: dict[str, str] = {name: entry["kind"] for name, entry in TABLE["units"].items()}
WORDS: dict[str, str] = {word: name for name, entry in TABLE["units"].items() for word in entry.get("words", ())}
SYMBOLS: dict[str, str] = {symbol: name for name, entry in TABLE["units"].items() for symbol in entry.get("symbols", ())}
FIRST_WORDS = frozenset(word.split()[0] for word in WORDS)
FIRST_SYMBOLS = frozenset(symbol[0] for symbol in SYMBOLS)
RATE_WORDS = frozenset(TABLE["rate_words"])
RATE_BASES = frozenset(TABLE["rate_bases"])
RATE_UNITS = frozenset(TABLE["rate_units"])
LONGEST = 4


def unit_at(w: Window, i: int, behind_digits: bool) -> tuple[str, int]:
    """The unit whose words start at token i and the token behind them; ("", i) where there is none.

    A symbol is one only right behind digits ("5 m", "5m") and where no letter follows ("5 C" but not "C-130").
    """
    at = i + 1 if i + 1 < len(w.low) and w.low[i] in "-‐‑–" and w.starts[i] == w.ends[i - 1] else i
    if at >= len(w.low):
        return "", i
    if w.low[at] in FIRST_WORDS:
        for size in range(min(LONGEST, len(w.low) - at), 0, -1):
            name = WORDS.get(" ".join(w.low[at : at + size]))
            if name:
                return confirmed(" ".join(w.low[at : at + size]), name), at + size
    if behind_digits and w.words[at][0] in FIRST_SYMBOLS:
        return symbol_at(w, at, i)
    return "", i


def symbol_at(w: Window, at: int, i: int) -> tuple[str, int]:
    """The longest symbol made of touching tokens from `at` on."""
    for size in range(min(LONGEST, len(w.words) - at), 0, -1):
        last = at + size - 1
        surface = w.text[w.starts[at] : w.ends[last]]
        name = SYMBOLS.get(surface)
        if name and not (last + 1 < len(w.words) and w.starts[last + 1] == w.ends[last] and w.words[last + 1][0].isalnum()):
            return confirmed(surface, name), last + 1
    return "", i


def confirmed(surface: str, name: str) -> str:
    """The unit that quantulum3 reads in the phrase; empty where it reads none."""
    return adapter.unit_of(surface, name)


def rate_at(w: Window, i: int) -> tuple[str, int]:
    """The base of a rate from token i on ("per week", "a barrel", "/month"): (" per week", token behind) or ("", i)."""
    if i + 1 >= len(w.low):
        return "", i
    hyphen = w.low[i] in "-‐‑" and w.starts[i] == w.ends[i - 1]
    at = i + 1 if hyphen else i
    word = w.low[at]
    if word not in RATE_WORDS and word != "/" or at + 1 >= len(w.low):
        return "", i
    base_at = at + 2 if hyphen and w.low[at + 1] in "-‐‑" and at + 2 < len(w.low) else at + 1
    name, end = unit_at(w, base_at, behind_digits=word in ("/", "per"))
    if name and (word in ("per", "/") or name in RATE_UNITS):
        return f" per {name}", end
    if w.low[base_at] in RATE_BASES or (word == "per" and w.low[base_at].isalpha()):
        return f" per {w.low[base_at]}", base_at + 1
    return "", i
