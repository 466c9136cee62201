"""Numbers that name something: "F-35", "Route 66", "Resolution 1973", "9/11", house numbers, phone numbers, scores.

Each recogniser looks at one token of digits and its neighbours and answers with the tokens it covers and the status, or
None. `touching` and `name` are the order in which they are asked. All of them keep a number before people or things
that are counted: losing a casualty figure is worse than keeping a name.
"""

import re
from typing import Final

from pipeline.quantities import ages, fractions, money, pointers
from pipeline.quantities.capitals import upper
from pipeline.quantities.number import HYPHENS
from pipeline.quantities.other import NO_ADJECTIVES, PEOPLE, Other, counts, plain
from pipeline.quantities.pointers import DESIGNATORS_ANY
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import ORDINAL_ENDINGS, ORDINALS, OTHERS, TENS

NAMED_BEHIND: Final = frozenset(OTHERS["named_behind"])
STREET_WORDS: Final = frozenset(OTHERS["street_words"])
SCORE_WORDS: Final = frozenset(OTHERS["score_words"])
COMPASS: Final = frozenset("NSEW")
MINUTES: Final = frozenset("′″'\"’”")
PHONE_BEFORE: Final = frozenset(OTHERS["phone_before"])
HYPHENED: Final = frozenset(OTHERS["words_hyphened_to_numbers"])
PHONE: Final = re.compile(r"\d{1,4}\)?[-. ]\d{3}[-.]\d{4}(?!\d)|\d{1,3}(?:[-. ]\(?\d{2,4}\)?){3,5}(?!\d|,\d)")
EMERGENCY: Final = frozenset(OTHERS["emergency_numbers"])
EMERGENCY_CALLS: Final = frozenset(OTHERS["emergency_calls"])
EMERGENCY_DIALLED: Final = frozenset(OTHERS["emergency_dialled"])
CALIBRES: Final = frozenset(OTHERS["calibres"])
LONGEST_ADDRESS: Final = 300
"""Characters of a page's address before a number in it."""
ADDRESS_MARKS: Final = frozenset("/-_=?&.#+")
MOST_GROUPS: Final = 5
"""Groups of digits in one phone number."""
AFTER_PHONE: Final = frozenset(".,;:)!?")
LONGEST_NUMBER: Final = 11
"""More digits than this without a separator are an identifier."""


def in_address(w: Window, i: int) -> Other | None:
    """A number or number word within a page's address: "https://example.org/2-dead-in-orvel"."""
    if w.low[i - 1] not in ADDRESS_MARKS or not w.touches(i):
        return None
    begin = at = w.starts[i]
    farthest = max(0, at - LONGEST_ADDRESS)
    while begin > farthest and not w.text[begin - 1].isspace():
        begin -= 1
    found = "://" in w.text[begin:at] or w.text.startswith("www.", begin)
    return Other(i, i + 1, "designator") if found else None


def ordinal(w: Window, i: int) -> Other | None:
    """ "5th"; "on the 5th" is a date."""
    if w.low[i + 1] not in ORDINAL_ENDINGS or not w.touches(i + 1):
        return None
    day = w.low[i - 1] == "the" and w.low[i - 2] == "on" and not w.words[i + 2].isalpha()
    return Other(i, i + 2, "date" if day else "ordinal", plain(w, i))


def ordinal_word(w: Window, i: int) -> Other | None:
    """ "third", "twenty-first"."""
    if w.low[i] in TENS and w.low[i + 1] in HYPHENS and w.low[i + 2] in ORDINALS:
        return Other(i, i + 3, "ordinal")
    return Other(i, i + 1, "ordinal") if w.low[i] in ORDINALS else None


def phone(w: Window, i: int) -> Other | None:
    """ "555-0143", "+44 20 7946 0018", "call 911"."""
    word, before = w.words[i], w.low[i - 1]
    if before in PHONE_BEFORE and len(word) >= 3 and word.isdecimal() and w.low[i + 1] in NO_ADJECTIVES | AFTER_PHONE:
        return Other(i, i + 1, "phone")
    if word in EMERGENCY and (w.low[i + 1] in EMERGENCY_CALLS or before in EMERGENCY_DIALLED):
        return Other(i, i + 1, "phone")
    after = w.low[i + 1]
    if word == "1" and after == "-" and w.words[i + 2][:1] == "8" and len(w.words[i + 2]) == 3 and w.low[i + 3] == "-":
        return Other(i, i + 3, "phone")
    if word[0] == "0" and 3 <= len(word) <= 5 and spaced_phone(w, i):
        return Other(i, spaced_phone(w, i), "phone")
    if before == "+" or before == "(" or after == "-" or after == ".":
        match = PHONE.match(w.text, w.starts[i]) if word.isdecimal() else None
        if match is not None and (before == "+" or re.search(r"\d{3}[-.]\d{4}$", match.group())):
            return Other(i, w.token_behind(i + 1, match.end()), "phone")
    if after == "-" and len(word) == 3 and len(w.words[i + 2]) == 4 and w.words[i + 2].isdecimal() and w.touches(i + 2):
        return None if w.words[i + 2][2:] == "00" or w.words[i + 3].isalpha() else Other(i, i + 3, "phone")
    return None


def spaced_phone(w: Window, i: int) -> int:
    """The token behind "0300 555 0199", groups of digits that begin with a zero; 0 where a number ends sooner."""
    end = i + 1
    while end < i + MOST_GROUPS and 3 <= len(w.words[end]) <= 8 and w.words[end].isdecimal():
        end += 1
    return end if 8 <= sum(map(len, w.words[i:end])) <= 12 and end > i + 1 else 0


def glued(w: Window, i: int) -> Other | None:
    """ "F-35", "G20", "Covid-19", "last-32": digits that touch a word, a hyphen aside."""
    if not w.touches(i):
        return None
    before = w.words[i - 1]
    if before[-1:].isalpha():
        return None if counts(w, i + 1) and len(before) > 3 else Other(i - 1, variant_end(w, i + 1), "designator")
    if before in HYPHENS and w.words[i - 2].isalpha() and (w.touches(i - 1) or w.low[i - 2] == "covid"):
        kept = w.low[i - 2] in HYPHENED or (counts(w, i + 1) and len(w.words[i - 2]) > 3)
        return None if kept else Other(i - 2, i + 1, "designator")
    if before == "." and w.touches(i - 1) and w.words[i - 2].isupper() and len(w.words[i - 2]) < 5:
        return Other(i - 2, i + 1, "designator")
    if before == "#" or (before == "." and w.low[i - 2] in ("no", "nos") and w.words[i].isdecimal()):
        return Other(i, i + 1, "designator")
    return None


def variant_end(w: Window, end: int) -> int:
    """The end of a name with the letters of its variant ("A320neo", "M1A1"); a plural's s stays out ("F16s")."""
    while w.touches(end) and w.words[end].isalnum() and w.words[end] != "s":
        end += 1
    return end


def named(w: Window, i: int) -> Other | None:
    """ "photo 3 of 12", "a .45-calibre pistol", "the S&P 500", "a 787 Dreamliner"."""
    before = w.low[i - 1]
    if before == "of" and w.low[i - 3] in DESIGNATORS_ANY and w.words[i - 2].isdecimal() and not _counts_alone(w, i):
        return Other(i, i + 1, "designator", plain(w, i))  # "photo 3 of 12"
    if w.low[i + 1 + (w.low[i + 1] in HYPHENS)] in CALIBRES:
        return Other(i, i + 1, "designator", plain(w, i))
    if before == "no" and w.words[i].isdecimal() and upper(w) and not counts(w, i + 1):
        return Other(i, i + 1, "designator", plain(w, i))  # "DETACHMENT NO 6"
    if before == "p" and w.low[i - 2] == "&":
        return Other(i, i + 1, "designator", plain(w, i))
    return Other(i, i + 1, "designator") if w.low[i + 1] in NAMED_BEHIND else None


def _counts_alone(w: Window, i: int) -> bool:
    """It counts what stands behind, and no other number does: "of 12 people", not "photo 3 of 12 Seven people"."""
    return counts(w, i + 1) and plain(w, i + 1) is None


def slashed(w: Window, i: int) -> Other | None:
    """ "9/11", "7/7", "24/7": two numbers and a slash that are no fraction."""
    if w.low[i + 1] != "/" or not (w.touches(i + 1) and w.touches(i + 2)):
        return None
    if not (w.words[i].isdecimal() and w.words[i + 2].isdecimal()) or fractions.slash(w, i) is not None:
        return None
    return Other(i, i + 3, "designator")


def score(w: Window, i: int) -> Other | None:
    """ "won 3-1": hyphened numbers that fall or are equal, or stand beside words of sport or a vote."""
    if w.low[i + 1] not in HYPHENS or not (w.touches(i + 1) and w.touches(i + 2)):
        return None
    left, right = w.words[i], w.words[i + 2]
    if left == "10" and w.low[i + 1] == "−":
        return None  # a power of ten
    if (
        not (left.isdecimal() and right.isdecimal())
        or len(left) > 3
        or len(right) > 3
        or w.low[i - 1] in money.SIGN_ENDS
        or fractions.slash(w, i + 2) is not None  # "3-1/2"
    ):
        return None
    if int(left) < int(right) and not SCORE_WORDS.intersection(w.low[max(0, i - 4) : i] + w.low[i + 3 : i + 5]):
        return None
    return None if counts(w, i + 3) or w.low[i + 3] in ("%", "percent", "per") else Other(i, i + 3, "score")


def address(w: Window, i: int) -> Other | None:
    """ "1400 block of Main Street", "24 Elm St.", "TX 77002"."""
    word = w.words[i]
    if not word.isdecimal():
        return None
    if w.low[i + 1] == "block" or (w.low[i + 1] in HYPHENS and w.low[i + 3] == "block"):
        return Other(i, i + 1, "address")
    if len(word) == 5 and len(w.words[i - 1]) == 2 and w.words[i - 1].isupper() and w.low[i - 1] not in NO_ADJECTIVES:
        return Other(i, i + 1, "address")
    if w.low[i + 1] in AVENUES and w.words[i + 2][:1].isupper():
        return Other(i, i + 1, "address")
    first = i + 3 if w.low[i + 1] in HYPHENS and w.words[i + 2].isdecimal() else i + 1
    for k in range(first, first + 4):
        if w.low[k] in STREET_WORDS and k > first:
            return Other(i, first, "address")
        if w.low[k] == "." and len(w.words[k - 1]) == 1:
            continue  # "44 E. Bruce Ave."
        if not (w.words[k][:1].isupper() or w.words[k].isdecimal()) or w.low[k] in NO_ADJECTIVES or w.low[k] in PEOPLE:
            return None
    return None


AVENUES: Final = frozenset(OTHERS["avenues"])


def coordinate(w: Window, i: int) -> Other | None:
    """ "36°12′", "33.51° N"."""
    if w.low[i + 1] == "°" and w.touches(i + 1):
        after = w.words[i + 2]
        if (
            after in COMPASS
            or after in MINUTES
            or after.isdecimal()
            or w.low[i + 2] in ("north", "south", "east", "west")
        ):
            return Other(i, minutes_end(w, i + 2), "coordinate")
    return None


def minutes_end(w: Window, end: int) -> int:
    """Behind the minutes, seconds and letter of "33°30′15″N"."""
    while w.touches(end) and (w.words[end].isdecimal() or w.low[end] in MINUTES or w.words[end] in COMPASS):
        end += 1
    return end


def decimal_coordinate(w: Window, i: int) -> Other | None:
    """ "35.1234, 36.9876", "33.5138 N, 36.2765 E"."""
    if half_coordinate(w.words[i]) and any(half_coordinate(w.words[k]) for k in (i - 3, i - 2, i + 2, i + 3)):
        return Other(i, i + 1, "coordinate")
    return None


def half_coordinate(word: str) -> bool:
    """Degrees with four decimals or more."""
    whole, _, decimals = word.partition(".")
    return len(decimals) >= 4 and decimals.isdecimal() and len(whole) <= 3


def identifier(w: Window, i: int) -> Other | None:
    """ "007", "00231987": leading zeros, or more digits than anyone counts."""
    word = w.words[i]
    if not word.isdecimal():
        return None
    leading = word[0] == "0" and len(word) > 1 and w.low[i - 1] != "."
    return Other(i, i + 1, "identifier") if leading or len(word) > LONGEST_NUMBER else None


def touching(w: Window, i: int) -> Other | None:
    """What digits name that touch what stands beside them."""
    return (
        pointers.footnote(w, i) or pointers.list_number(w, i) or ordinal(w, i) or glued(w, i) or slashed(w, i)
        or score(w, i) or coordinate(w, i) or ages.decade(w, i)
    )  # fmt: skip


def name(w: Window, i: int) -> Other | None:
    """What the digits at token i name, or None."""
    beside = touching(w, i) if w.touches(i) or w.touches(i + 1) else None
    return (
        beside or phone(w, i) or pointers.pointer(w, i) or named(w, i) or address(w, i) or decimal_coordinate(w, i)
        or identifier(w, i)
    )  # fmt: skip
