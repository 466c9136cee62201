"""Numbers that point into a document or a series: "Fig. 4", "Articles 5 and 6", "phases 3, 5 and 7", "[7,8]", "2)".

Here belong numbers that say which one is meant by a word for it, alone or in a list. Names that a number is a part of
("F-35", house numbers, phone numbers) are in names.py. A number behind which something is counted is left alone.
"""

from typing import Final

from pipeline.quantities.number import HYPHENS
from pipeline.quantities.other import NO_ADJECTIVES, Other, counts, plain
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import OTHERS

DESIGNATORS_ANY: Final = frozenset(OTHERS["designators_any"]) | {f"{word}s" for word in OTHERS["designators_any"]}
DESIGNATORS_CAPITAL: Final = frozenset(OTHERS["designators_capital"]) | {f"{w}s" for w in OTHERS["designators_capital"]}
PLURALS: Final = frozenset(f"{w}s" for w in [*OTHERS["designators_capital"], *OTHERS["designators_any"]])
SERIES: Final = frozenset(OTHERS["series"])
ABBREVIATED: Final = frozenset(OTHERS["designators_abbreviated"])
CAPITAL_ONLY: Final = frozenset(OTHERS["abbreviated_capital"])
LIST_LINKS: Final = frozenset(OTHERS["list_links"]) | HYPHENS
IN_BRACKETS: Final = frozenset(",;") | HYPHENS
NUMBER: Final = "number"
NUMBERED: Final = frozenset(OTHERS["numbered"])
NUMBERED_BEHIND: Final = frozenset(OTHERS["numbered_behind"])
UNIT_SIGNS: Final = frozenset("%°′″")
LONGEST_LIST: Final = 20
"""Tokens on either side within which the brackets of a list of footnotes are looked for: a long table stays linear."""
REACH: Final = 12
"""Tokens that a list of numbers may go back to the word that governs it."""


def footnote(w: Window, i: int) -> Other | None:
    """ "[12]", "[7,8]", "[39–41]"."""
    if w.low[i - 1] == "[" and w.low[i + 1] == "]":
        return Other(i, i + 1, "footnote", plain(w, i))
    left, right = i - 1, i + 1
    while left > i - LONGEST_LIST and (w.low[left] in IN_BRACKETS or w.words[left].isdecimal()):
        left -= 1
    if w.low[left] != "[":
        return None
    while right < i + LONGEST_LIST and (w.low[right] in IN_BRACKETS or w.words[right].replace(",", "").isdecimal()):
        right += 1
    return Other(i, i + 1, "footnote", plain(w, i)) if w.low[right] == "]" else None


def list_number(w: Window, i: int) -> Other | None:
    """ "1. AT 0945", "2) The", "(3)": at the start of a sentence, before a mark."""
    if i > 1 or not w.opens or (i == 1 and w.low[0] != "(") or w.low[i + 1] not in (".", ")") or len(w.words[i]) > 2:
        return None
    return Other(i, i + 1, "list_number", plain(w, i)) if w.touches(i + 1) and w.n > i + 2 else None


def pointer(w: Window, i: int) -> Other | None:
    """ "Route 66", "Resolution 1973", "No. 10", "Fig. 3", and the second number of "Articles 5 and 6"."""
    if w.low[i - 1] in LIST_LINKS:
        named = listed(w, i) and not counts(w, i + 1)
    elif w.low[i - 1] == ".":
        named = governed(w, i - 1)  # "Detachment No. 1 troops"
    else:
        named = governed(w, i - 1) and not counts(w, i + 1) and (w.low[i - 1] not in PLURALS or bare(w, i))
        named = named and not (w.low[i - 1] in SERIES and len(w.words[i]) > 3)  # "New Year's Day 2012"
        named = named and not numbers(w, i - 1)
    if not named:
        return None
    end = i + 1
    if w.touches(end) and len(w.words[end]) == 1 and w.words[end].isupper():
        end += 1  # "Figures 3A and 3C"
    return Other(i, end, "designator", plain(w, i))


def numbers(w: Window, k: int) -> bool:
    """Token k is a verb: "the dead | number 36", "the wounded now | number 40"."""
    listed = w.low[k + 2] in LIST_LINKS and w.words[k + 3][:1].isdecimal()
    ends = not w.low[k + 2][:1].isalpha() or w.low[k + 2] in NUMBERED_BEHIND
    return w.low[k] == NUMBER and ends and not listed and (w.low[k - 1] in NUMBERED or w.low[k - 2] in NUMBERED)


def governed(w: Window, k: int) -> bool:
    """Token k is a word that the number behind it belongs to; some are one only with a capital."""
    word = w.low[k]
    if word == ".":
        name = w.low[k - 1]
        return name in ABBREVIATED and w.touches(k) and (name not in CAPITAL_ONLY or w.words[k - 1][0].isupper())
    if word in DESIGNATORS_ANY or w.words[k] in ("No", "Nos"):
        return True
    return word in DESIGNATORS_CAPITAL and w.words[k][0].isupper()


def listed(w: Window, i: int) -> bool:
    """The number at token i goes on a list of bare numbers behind such a word: nothing that it counts follows."""
    if not bare(w, i):
        return False
    k, numbers = i - 1, 0
    while k > max(0, i - REACH) and (w.low[k] in LIST_LINKS or pointing(w, k)):
        numbers += w.low[k][0].isdecimal()
        k -= 1
    return numbers > 0 and governed(w, k)


def bare(w: Window, i: int) -> bool:
    """Behind the short number at token i stands neither a unit nor a noun; the letter of "3A" is a part of it."""
    after = w.words[i + 1]
    noun = after.isalpha() and w.low[i + 1] not in NO_ADJECTIVES and not (w.touches(i + 1) and len(after) == 1)
    return pointing(w, i) and after not in UNIT_SIGNS and not noun


def pointing(w: Window, k: int) -> bool:
    """Token k is a short number, or the letter behind one."""
    word = w.words[k]
    if word.isdecimal():
        return len(word) <= 4
    return len(word) == 1 and word.isupper() and w.touches(k) and w.words[k - 1].isdecimal()
