"""Parts of a whole: "two-thirds", "a quarter of a million", "half of them", "3/4", "5½", "one in five".

Here belong fractions and powers of ten. Whole numbers are in number.py.
"""

from typing import Final

from pipeline.quantities import changes, units
from pipeline.quantities.number import HYPHENS, Number, digit_value, digits_at, product, scale_words, scaled
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import CARDINALS, FRACTION_SIGNS, FRACTIONS, NOUNS, OTHERS, SCALES

BEFORE_ONE_IN: Final = frozenset(OTHERS["before_one_in"]) | frozenset(("", ",", ".", ";", ":"))
HALVED: Final = frozenset(OTHERS["halved"])
BEFORE_HALF: Final = frozenset(OTHERS["before_half"])
BEFORE_PART: Final = frozenset(OTHERS["before_part"])
COMPARED: Final = frozenset(OTHERS["part_compared"])
MOVED: Final = frozenset(OTHERS["part_moved"])
ROUND_BASES: Final = frozenset(OTHERS["round_bases"])
PART_ENDS: Final = frozenset(NOUNS["stops"]) | frozenset(".,;:)")
SHARE_LINKS: Final = (["in", "every"], ["in"], ["of", "every"], ["out", "of", "every"], ["out", "of"], ["-", "in", "-"])
SHARE_STARTS: Final = frozenset(link[0] for link in SHARE_LINKS)
SURE_LINKS: Final = frozenset(("every", "-"))
"""Last words of links that make a share wherever they stand."""
SLASH_UNDER: Final = frozenset({"2", "3", "4", "5", "8", "10", "16", "100"})
"""Denominators that are written with a slash; other slashes make dates and names ("9/11")."""


def after_digits(w: Window, number: Number) -> Number:
    """The number with what may follow its digits: "3/4", "5½", "1 1/2", "3-1/2", "1.99×10−30"."""
    i = number.end
    if w.low[i] == "/":
        return slash(w, number.start) or number
    if number.digits == "10" and w.low[i] in ("−", "^") and w.touches(i) and w.touches(i + 1):
        return exponent(w, number, i, 1.0)
    if w.low[i] in FRACTION_SIGNS:
        return scaled(w, Number(number.start, i + 1, number.value + FRACTION_SIGNS[w.low[i]]))
    i += w.low[i] in HYPHENS and w.touches(i) and w.touches(i + 1)  # "3-1/2"
    if w.low[i].isdecimal() and w.low[i + 1] == "/" and number.digits:
        part = slash(w, i)
        return number if part is None else scaled(w, Number(number.start, part.end, number.value + part.value))
    return power_of_ten(w, number) if w.words[i + 1] == "10" else number


def slash(w: Window, i: int) -> Number | None:
    """ "3/4" from token i on."""
    over, under = w.words[i], w.words[i + 2]
    if w.low[i + 1] != "/" or not (w.touches(i + 1) and w.touches(i + 2)) or under not in SLASH_UNDER or len(over) > 2:
        return None
    if not over.isdecimal() or not 0 < int(over) < int(under) or (w.low[i + 3] == "/" and w.touches(i + 3)):
        return None
    return Number(i, i + 3, int(over) / int(under), fraction=True)


def power_of_ten(w: Window, number: Number) -> Number:
    """ "1.99×10−30", "3 x 10^6"."""
    i = number.end
    if w.low[i] not in ("×", "x", "*"):
        return number
    return exponent(w, number, i + 2, number.value)


def exponent(w: Window, number: Number, i: int, factor: float) -> Number:
    """ "10−30", "10^6" with the exponent from token i on, times the factor; the bare number where there is none."""
    at = i + (w.low[i] == "^")
    minus = w.low[at] in HYPHENS
    at += minus
    if at == i or not w.low[at].isdecimal() or len(w.low[at]) > 2:
        return number
    return Number(number.start, at + 1, factor * 10.0 ** (-int(w.low[at]) if minus else int(w.low[at])))


def fraction_at(w: Window, i: int) -> Number | None:
    """A fraction in words or as a sign from token i on."""
    word = w.low[i]
    if word in FRACTION_SIGNS:
        return scaled(w, Number(i, i + 1, FRACTION_SIGNS[word], fraction=True))
    if word == "half":
        return half(w, i)
    if word in CARDINALS:
        return parts(w, i, CARDINALS[word])
    if word == "quarter" and w.low[i + 1 : i + 3] == ["of", "a"] and w.low[i + 3] in SCALES:
        return of_scale(w, Number(i, i + 1, 0.25, fraction=True))
    if word in FRACTIONS and w.low[i - 1] in ("a", "an") and (w.low[i + 1] == "of" or by_part(w, i)):
        return of_scale(w, Number(i, i + 1, 1 / FRACTIONS[word], fraction=True))
    return None


def by_part(w: Window, i: int) -> bool:
    """ "fell by a third to £48m", "a fifth below average": no noun behind, which would make it an ordinal."""
    if w.low[i + 1] in ("to", "or") and w.low[i + 2] in ("a", "an") and w.low[i + 3] in FRACTIONS:
        return True  # "a quarter to a third of"
    if w.low[i + 1] in COMPARED or (w.low[i + 1] in MOVED and w.low[i + 2] in PART_ENDS):
        return True
    if w.low[i + 1] not in PART_ENDS:
        return False
    return w.low[i - 2] in BEFORE_PART or (w.low[i - 2] == "by" and bool(changes.governing(w, i - 2)))


def parts(w: Window, i: int, over: int) -> Number | None:
    """ "two-thirds", "three quarters", "one fifth of", "one in five", "one out of three", "seven of every ten"."""
    for link in SHARE_LINKS:
        if w.low[i + 1 : i + 1 + len(link)] == link:
            return one_in(w, i, over, i + 1 + len(link))
    hyphen = w.low[i + 1] in HYPHENS
    at = i + 2 if hyphen else i + 1
    under = FRACTIONS.get(w.low[at])
    if under is None or over >= under or (over == 1) == w.low[at].endswith("s"):
        return None
    if over == 1 and not hyphen and w.low[at + 1] != "of":
        return None
    return of_scale(w, Number(i, at + 1, over / under, fraction=True))


def one_in(w: Window, i: int, over: int, at: int) -> Number | None:
    """ "one in five", "nine in 10" where a share is meant: at the start of a clause or behind an approximation.

    at: the token of the base.
    """
    under = CARDINALS.get(w.low[at]) or (w.low[at][:1].isdecimal() and digit_value(w.low[at], w.text)) or 0
    sure = w.low[at - 1] in SURE_LINKS
    out_of = w.low[at - 1] == "of"
    share = over == 1 or under in ROUND_BASES if out_of else sure or w.low[i - 1] in BEFORE_ONE_IN
    if under <= over or not share:
        return None
    counted = w.low[i - 1] == "," or w.low[at + 1] in PART_ENDS or units.unit_at(w, at + 1, False)[0]
    if over > 1 and not (sure or out_of) and counted:
        return None  # "two in 10 days"
    return Number(i, at + 1, over / under, fraction=True)


def of_scale(w: Window, number: Number) -> Number:
    """ "a quarter of a million" is a number; "a quarter of them" a fraction."""
    i = number.end
    if w.low[i] == "of" and w.low[i + 1] == "a" and w.low[i + 2] in SCALES:
        end, scale = scale_words(w, i + 2)
        return Number(number.start, end, product(number.value, scale), scale=scale)
    return number


def half(w: Window, i: int) -> Number | None:
    """ "half a million", "half-a-dozen", "a half-dozen", "half of", "half the"."""
    at = i + 1 + (w.low[i + 1] in HYPHENS)
    if w.low[at] in ("a", "an"):
        at += 1 + (w.low[at + 1] in HYPHENS)
    if w.low[at] in SCALES and w.low[at] != "hundred":
        end, scale = scale_words(w, at)
        return Number(i, end, product(0.5, scale), scale=scale)
    if w.low[i + 1] in ("a", "an") and w.low[i - 1] not in BEFORE_HALF and units.unit_at(w, i + 2, False)[0]:
        return Number(i, i + 1, 0.5)  # "half a tonne"
    if w.low[i + 1] in HALVED and w.low[i - 1] not in BEFORE_HALF:
        return Number(i, i + 1, 0.5, fraction=True)
    return None


def digits_with_fraction(w: Window, i: int) -> Number | None:
    """Digits from token i on with any fraction behind them; "1 in 8"."""
    if w.low[i + 1] in SHARE_STARTS and w.words[i].isdecimal() and len(w.words[i]) < 3:
        share = parts(w, i, int(w.words[i]))
        if share is not None:
            return share
    number = digits_at(w, i)
    return number and after_digits(w, number)
