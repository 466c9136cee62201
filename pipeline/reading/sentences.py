"""Text -> sentence spans: fast rules over one regular expression.

Here belongs where a sentence ends: at a stop that is no abbreviation's, at a blank line, at the end of a headline, list
item or table row, but not where running text was wrapped. The words are in codebook/sentences.yml. Tokens belong to
claims.
"""

import re
from typing import Final

from pipeline import codebook

STOPS: Final = ".!?…؟।。！？"
WIDE_STOPS: Final = "。！？"
NEWLINES: Final = "\n\r\x0b\x0c\x85\u2028\u2029"
CLOSERS: Final = "\"'”’»)\\]"
CANDIDATE: Final = re.compile(
    rf"[{STOPS}{NEWLINES}](?<![{STOPS}][{STOPS}])"
    rf"(?:(?<=[{STOPS}])[{STOPS}]*+[{STOPS}{CLOSERS}]{{0,8}}+(?: (?:”|\"(?=[^\S\n\r]*[\n\r])))?)?+"
    rf"(?:(\s++)|(?=[A-Z“‘\"(\[])|(?<=[{WIDE_STOPS}{NEWLINES}]))"
    r"|(?<=[a-z]) (?=(?:An?|The) [a-z]{2})"
)
"""A stop with what closes behind it, or a newline; group 1 is the white space behind. A stop inside a word or a number
(3.5, example.org) is no candidate. Or a space before "A man", "The army" within a line, where a headline or a caption
was run together with what follows it."""

GLUED: Final = re.compile(r"[“‘\"(\[]*(?:[A-Z][a-z’']|[AI]\s)")
"""How a sentence begins that stands against the stop before it: "he said.Then"."""

BULLET: Final = re.compile(r"[-*•·●▪‣◦] |\d{1,3}[.)]\s|\([a-z0-9]{1,2}\) ")
FOLLOWING: Final = re.compile(r"[\"'“‘(\[]*([^\W\d_][\w’'-]*)[ ]?(.?)")
DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,3}\Z")
NEXT_WORD: Final = re.compile(r"\S+")

WRAPPED: Final = range(50, 101)
"""Length of a line that a program may have wrapped."""
RAGGED: Final = 8
"""Characters that a wrapping program may leave unused."""
MENU: Final = 30
"""Longest line that may be a menu's or a list's word."""
LONGEST: Final = 1500
"""Characters of a sentence. News stays below it; a table or a page without stops is cut, so that what is read of a
sentence costs no more than its length."""
LONGEST_OPENING: Final = 40
"""Characters of an article and the word behind it."""
SEARCH: Final = 200
"""How far to look for the ends of a line."""


def _words(*keys: str) -> frozenset[str]:
    """The codebook's words under these keys, as written and in capitals."""
    listed = [word for key in keys for word in codebook.read("sentences")[key]]
    return frozenset(listed) | frozenset(word.upper() for word in listed if len(word) > 1)


NEVER_LAST: Final = _words("never_last")
BEFORE_NUMBER: Final = _words("before_number")
MAYBE_LAST: Final = _words("maybe_last")
CLOCK: Final = _words("clock")
AFTER_CLOCK: Final = _words("after_clock")
KNOWN: Final = NEVER_LAST | BEFORE_NUMBER | MAYBE_LAST | CLOCK
OPENING_NOUNS: Final = frozenset(codebook.read("sentences")["opening_nouns"])
OPENERS: Final = frozenset(codebook.read("sentences")["openers"]) | frozenset(
    codebook.read("sentences")["openers_in_capitals"]
)
OPENERS_AFTER_CLOCK: Final = OPENERS | frozenset(noun.upper() for noun in OPENING_NOUNS)
NEVER_AT_LINE_END: Final = _words("never_at_line_end")
NEVER_BEFORE_A: Final = NEVER_AT_LINE_END | _words("never_before_article")
"""Words behind which "A" is a letter ("hepatitis A virus"), and "The" written large for another reason."""
OPENED_BY_A: Final = _words("opened_by_a")


def split(text: str) -> list[tuple[int, int]]:
    """Sentence spans (start, end) in order; they cover every character that is not white space."""
    spans: list[tuple[int, int]] = []
    size = len(text)
    begin = size - len(text.lstrip())
    for match in CANDIDATE.finditer(text, begin):
        first, after = match.span()
        gap = match[1]
        if after >= size:
            break
        ends = _ends(text, begin, first, after, gap)
        if ends:
            _add(text, spans, begin, after - len(gap) if gap else after)
            begin = after
    _add(text, spans, begin, size)
    return spans


def _ends(text: str, begin: int, first: int, after: int, gap: str | None) -> bool:
    """Whether the candidate at `first` ends the sentence that began at `begin`; the next word stands at `after`."""
    if text[first] in NEWLINES:
        return _line_ends(text, first, after)
    if text[first] == " ":
        return _runs_on(text, _word_before(text, begin, first), after)
    return _stop_ends(text, begin, first, after, gap)


def _runs_on(text: str, word: str, after: int) -> bool:
    """ "… in fatal shooting | A suspect is held": a headline or a caption without its stop; not "all in unit A"."""
    if not word.islower() or word in NEVER_BEFORE_A:
        return False
    behind = text[after : after + LONGEST_OPENING].split()
    return behind[0] == "The" or (len(behind) > 1 and behind[1] in OPENED_BY_A)


def _add(text: str, spans: list[tuple[int, int]], begin: int, end: int) -> None:
    """Add text[begin:end] without the white space at its end, unless nothing is left; what is too long in pieces."""
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > LONGEST:
        cut = _cut(text, begin)
        spans.append((begin, cut))
        while text[cut].isspace():
            cut += 1
        begin = cut
    if end > begin:
        spans.append((begin, end))


def _cut(text: str, begin: int) -> int:
    """Where a sentence beyond all measure is cut: behind its last word that leaves it short enough, else anywhere."""
    head = text[begin : begin + LONGEST].rstrip()
    parts = head.rsplit(maxsplit=1)
    return begin + len(parts[0].rstrip()) if len(parts) > 1 and text[begin + len(head)].strip() else begin + len(head)


def _stop_ends(text: str, begin: int, stop: int, after: int, gap: str | None) -> bool:
    """Whether the stop at `stop` ends the sentence that began at `begin`; the next word stands at `after`."""
    if gap is None:
        return text[stop] in WIDE_STOPS or _glued(text, _word_before(text, begin, stop), stop, after)
    following = text[after]
    if len(gap) > 1 and _is_blank(gap):
        return True
    if following.islower():
        return _ends_before_small(text, _word_before(text, begin, stop), stop, after, gap)
    if following in ",;:).":
        return False
    if text[stop] != "." or text[stop + 1] == ".":
        return True
    word = text[max(begin, text.rfind(" ", begin, stop) + 1) : stop]
    if word.isalpha() and word not in KNOWN and len(word) > 1:
        return True
    return _doubtful_ends(text, begin, stop, after)


def _is_blank(gap: str) -> bool:
    """Whether the white space holds an empty line or a new page."""
    return max(gap.count("\n"), gap.count("\r")) > 1 or "\u2029" in gap or "\x0c" in gap


def _word_before(text: str, begin: int, stop: int) -> str:
    """The word before the stop, without what opens it ("(Gen" -> "Gen")."""
    words = text[max(begin, stop - 40) : stop].split()
    return words[-1].lstrip("\"'“‘([-–—") if words and not text[stop - 1].isspace() else ""


def _glued(text: str, word: str, stop: int, after: int) -> bool:
    """A new sentence stands against this one: "he said.Then". Not in names, addresses and abbreviations."""
    if not GLUED.match(text, after) or word in KNOWN - CLOCK or "/" in word or "@" in word:
        return False
    last = text[stop - 1]
    return word in CLOCK or (
        "." not in word and (last.islower() or last.isdigit() or last in '%)”’"') and len(word) > 1
    )


def _ends_before_small(text: str, word: str, stop: int, after: int, gap: str) -> bool:
    """A small letter follows: a new sentence only after a full stop at a line's end, or before "al-" and a name."""
    if text[stop] != "." or text[stop + 1] == "." or word in KNOWN or len(word) < 2 or DOTTED.match(word):
        return False
    return gap.strip(" \t\xa0") != "" or (text[after : after + 3] in ("al-", "el-") and text[after + 3].isupper())


def _doubtful_ends(text: str, begin: int, stop: int, after: int) -> bool:
    """Whether a stop ends a sentence that may belong to an abbreviation, an initial or a list number."""
    word = _word_before(text, begin, stop)
    if word.isdigit():
        return len(word) > 3 or text[begin:stop].strip("([ ") != word
    if text[after].isdigit() and (word in KNOWN or DOTTED.match(word)):
        return False
    match = FOLLOWING.match(text, after)
    following, beyond = (match[1], match[2]) if match else ("", "")
    if word in CLOCK:
        return following in OPENERS_AFTER_CLOCK if _in_capitals(word, following) else following not in AFTER_CLOCK
    if word in NEVER_LAST or (word in BEFORE_NUMBER and any(map(str.isdigit, following))):
        return False
    if word in MAYBE_LAST or DOTTED.match(word) or (len(word) == 1 and word.isupper()):
        return following in OPENERS or (following in OPENING_NOUNS and not beyond.isupper())
    return True


def _in_capitals(word: str, following: str) -> bool:
    """Whether both words are in capitals, as in old wires, so that a capital says nothing."""
    return word.isupper() and following[1:].isupper()


def _line_ends(text: str, newline: int, after: int) -> bool:
    """Whether a newline without a stop before it ends a sentence: not where running text was wrapped."""
    mark, gap = text[newline], text[newline:after]
    if _is_blank(gap) or BULLET.match(text, after):
        return True
    above = text.rfind(mark, max(0, newline - SEARCH), newline)
    line = text[above + 1 if above >= 0 else max(0, newline - SEARCH) : newline].strip()
    below = text.find(mark, after, after + SEARCH)
    next_line = text[after : below if below >= 0 else after + SEARCH].rstrip()
    if "\t" in line or "|" in line:
        return True
    if text[after].islower():
        return len(line) < MENU and len(next_line) < MENU and line[:1].islower()
    if line and line.split()[-1] in NEVER_AT_LINE_END:
        return False
    return not _wrapped(line, next_line) or (len(gap.strip("\r\n")) > 1 and not text[above + 1 : above + 2].isspace())


def _wrapped(line: str, next_line: str) -> bool:
    """Whether both lines are of one wrapped paragraph: about as long as lines are, and the next word did not fit."""
    if len(line) not in WRAPPED or len(next_line) >= WRAPPED.stop or line.isupper() != next_line.isupper():
        return False
    first = NEXT_WORD.match(next_line)
    return first is None or len(line) + 1 + len(first[0]) + RAGGED > len(next_line)
