"""The unit behind a number: which words of the text are one, and which rate they make ("km", "$52 a barrel").

Here belongs the look-up of unit phrases. What quantulum3 says of them is asked through adapter.py.
"""

from typing import Any, Final

from pipeline import codebook
from pipeline.quantities import adapter
from pipeline.quantities.scan import Window
from pipeline.reading.tokens import TOKEN

TABLE: Final[dict[str, Any]] = codebook.read("units")
KINDS: Final[dict[str, str]] = {name: entry["kind"] for name, entry in TABLE["units"].items()}
WORDS: Final[dict[str, str]] = {word: name for name, entry in TABLE["units"].items() for word in entry.get("words", ())}
SYMBOLS: Final[dict[str, str]] = {
    symbol: name for name, entry in TABLE["units"].items() for symbol in entry.get("symbols", ())
}
SPELLED: Final[dict[str, str]] = TABLE["spelled"]
FIRST_WORDS: Final = frozenset(word.split()[0] for word in [*WORDS, *SPELLED])
FIRST_SYMBOLS: Final = frozenset(TOKEN.findall(symbol)[0] for symbol in [*SYMBOLS, *SPELLED])
RATE_WORDS: Final = frozenset(TABLE["rate_words"])
RATE_BASES: Final = frozenset(TABLE["rate_bases"])
RATE_UNITS: Final = frozenset(TABLE["rate_units"])
NOT_BEHIND_RATE: Final = frozenset(TABLE["not_behind_rate"])
GLUED: Final[dict[str, str]] = TABLE["glued_symbols"]
NAUTICAL: Final[dict[str, Any]] = TABLE["nautical"]
SEA_SYMBOL: Final[str] = NAUTICAL["symbol"]
SEA_MILE: Final[str] = NAUTICAL["unit"]
AT_SEA: Final[frozenset[str]] = frozenset(NAUTICAL["behind"])
TOUCHING: Final = frozenset(TABLE["touching_symbols"])
DIMENSION_WORDS: Final = frozenset(TABLE["dimension_words"])
HYPHENS: Final = frozenset("-‐‑–")
POWERS: Final = frozenset("23")
LONGEST: Final = 5


def unit_at(w: Window, i: int, behind_digits: bool) -> tuple[str, int]:
    """The unit whose words start at token i and the token behind them; ("", i) where there is none.

    A symbol is one only right behind digits ("5 m", "5m") and where no letter follows ("5 C" but not "C-130"); one with
    a power ("million m3") behind words, too.
    """
    at = i + 1 if w.low[i] in HYPHENS and w.touches(i) and w.touches(i + 1) else i
    if w.low[at] in FIRST_WORDS:
        for size in range(LONGEST, 0, -1):
            phrase = " ".join(w.low[at : at + size])
            name = reading(phrase, WORDS)
            if name:
                return name, at + size
    power = w.words[at + 1] in POWERS and w.touches(at + 1)
    if (behind_digits or power) and w.words[at] in FIRST_SYMBOLS:
        return symbol_at(w, at, i)
    return "", i


def symbol_at(w: Window, at: int, i: int) -> tuple[str, int]:
    """The longest symbol made of touching tokens from `at` on."""
    for size in range(LONGEST, 0, -1):
        last = at + size - 1
        surface = w.text[w.starts[at] : w.ends[last]] if last < w.n else ""
        name = GLUED[surface] if surface in GLUED and w.touches(at) else reading(surface, SYMBOLS)
        if surface == SEA_SYMBOL and w.low[at + 1] in AT_SEA:
            name = SEA_MILE
        if name and not (w.touches(last + 1) and w.words[last + 1][0].isalnum()) and not ambiguous(w, at, last):
            return name, last + 1
    return "", i


def ambiguous(w: Window, at: int, last: int) -> bool:
    """A single letter away from its number, or a quotation mark that closes something, is no unit."""
    if at == last and w.words[at] in TOUCHING and not w.touches(at):
        weight = w.words[at] == "t" and w.low[at + 1] == "of"  # "3,900 t of fuel"
        return not (weight or (w.low[at + 1] == "/" and w.touches(at + 1)))  # "1.3 A/cm2"
    if at == last and len(w.words[at]) == 1 and w.low[at + 1] in HYPHENS and w.touches(at + 1) and w.touches(at + 2):
        return True  # "3 C-130 planes"
    if w.low[at] in ('"', "'"):
        return not w.touches(at) or w.text.count(w.words[at], max(0, w.starts[at] - 80), w.starts[at]) % 2 == 1
    return False


def reading(phrase: str, table: dict[str, str]) -> str:
    """The unit that the codebook names for the phrase and that quantulum3 reads in it; else an empty string."""
    name = table.get(phrase) or SPELLED.get(phrase)
    if not name:
        return ""
    return name if phrase in SPELLED or phrase in adapter.phrases_of(name) else ""


def rate_at(w: Window, i: int) -> tuple[str, int]:
    """The base of a rate from token i on ("per week", "a barrel", "/month"): (" per week", token behind) or ("", i)."""
    hyphen = w.low[i] in HYPHENS and w.touches(i)
    at = i + hyphen
    word = w.low[at]
    if word != "/" and word not in RATE_WORDS:
        return "", i
    base_at = at + 2 if hyphen and w.low[at + 1] in HYPHENS else at + 1
    name, end = unit_at(w, base_at, behind_digits=word in ("/", "per"))
    if w.low[end] in NOT_BEHIND_RATE:
        return "", i
    if name and (word in ("per", "/") or name in RATE_UNITS):
        return f" per {name}", end
    if w.low[base_at] in RATE_BASES or (word == "per" and w.low[base_at].isalpha()):
        return f" per {w.low[base_at]}", base_at + 1
    return "", i
