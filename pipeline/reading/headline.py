"""The first lines of a plain text -> its title and the newspaper's name, where they look so.

Here belongs what stands above the text of a page. Dates there belong to page_date.py; titles of HTML to web.py.
"""

import re

from pipeline import codebook
from pipeline.reading.page_date import DATELINE_REACH, PUBLISHED, UPDATED, has_dateline, is_age_line, is_date_line
from pipeline.reading.sentences import split
from pipeline.reading.stamps import find_stamp

HEAD_LINES = 12
HEAD_CHARACTERS = 3000
MASTHEAD_LINES = 4
LONGEST_TITLE = 160
MOST_WORDS_OF_A_QUESTION = 18
DECORATION = " |•·×►▶:*#"
MENU = frozenset(codebook.read("pages")["menu"])
MASTHEAD_WORDS = frozenset(codebook.read("pages")["masthead_words"])
CAPTION_WORDS = tuple(codebook.read("pages")["caption_words"])
LABEL = re.compile(rf"(?:{'|'.join(codebook.read('pages')['title_labels'])})\s*:\s*", re.I)
PUBLISHER = re.compile(rf"(?:{'|'.join(codebook.read('pages')['publisher_labels'])})\s*:\s*(\S.*)", re.I)
HEADER = re.compile(rf"(?:{'|'.join(codebook.read('pages')['header_labels'])})\s*:\s", re.I)
MARKDOWN_HEADING = re.compile(r"#{1,6}\s+|\*\*(?=.*\*\*$)")
BYLINE = re.compile(r"(?:by|from|story by|reporting by|words by)\b:?\s*[A-Z]", re.I)
LAST_LABEL = re.compile(rf"\b(?:{'|'.join(PUBLISHED + UPDATED)})\s*:?\s*$", re.I)
LOGO = re.compile(r"\blogo\b", re.I)
PLACE_LINE = re.compile(r"[A-Z][A-Z .,'’/-]+(?:,? ?[A-Z][\w.]+\.?){0,3},? ?(?:\([^)]{2,40}\))? ?(?:—|–|--|-) \S")
"""How running text begins behind a dateline that names no day."""
ENDS_LIKE_TEXT = re.compile(r"(?:[.,;:]|[.,]['\"”’)]+)$")


def find_title(text: str) -> str:
    """The headline: the first line that is no furniture, if it is short, without a final stop, and alone."""
    for line, alone in _head(text):
        if is_furniture(line):
            continue
        return _bare(line) if alone and _reads_like_title(_bare(line)) else ""
    return ""


def _reads_like_title(line: str) -> bool:
    """A short line of several words and one sentence, without a final stop and not behind a dateline."""
    words = line.split()
    if len(words) < 2 or len(line) > LONGEST_TITLE or ENDS_LIKE_TEXT.search(line) or PLACE_LINE.match(line):
        return False
    if has_dateline(line[:DATELINE_REACH]) or len(split(line)) > 1:
        return False
    return line[-1] not in '?!"”' or len(words) <= MOST_WORDS_OF_A_QUESTION


def find_masthead(text: str) -> str:
    """The newspaper's name: labelled, or on a line of its own or before the date among the first lines; else empty."""
    lines = [line for line, _ in _head(text)]
    labelled = [match[1].strip("\"' ") for line in lines if (match := PUBLISHER.match(line))]
    names = [name for line in lines[:MASTHEAD_LINES] if is_masthead(name := _name_part(line))]
    return next(iter([*labelled, *map(_bare, names)]), "")


def _name_part(line: str) -> str:
    """What stands before the date on a date line ("The Northern Gazette, published 5 May 2025"), else the line."""
    if not is_date_line(line):
        return line
    stamp = find_stamp(line)
    return LAST_LABEL.sub("", line[: stamp[1]]).strip(" ,|-–—*_(") if stamp else line


def is_masthead(line: str) -> bool:
    """A few capitalised words that end in a newspaper's, or "The …" with one among them: "The Northern Gazette"."""
    name = _bare(line)
    words = name.split()
    if not 2 <= len(words) <= 5 or BYLINE.match(name) or name.lower() in MENU or not name[-1].isalpha():
        return False
    known = [word.title() in MASTHEAD_WORDS or word.rpartition("-")[2].title() in MASTHEAD_WORDS for word in words]
    if not (known[-1] or (words[0].lower() == "the" and any(known))):
        return False
    return all(word[0].isupper() or word in ("of", "the", "and", "&") for word in words)


def is_furniture(line: str) -> bool:
    """A masthead, logo, menu word, byline, date or age."""
    small = line.strip(DECORATION).lower()
    if any(words in small for words in CAPTION_WORDS):
        return True
    return (
        small in MENU or is_masthead(line) or is_date_line(line) or is_age_line(line) or HEADER.match(line) is not None
        or (LOGO.search(line) is not None and len(line.split()) <= 8)
        or (BYLINE.match(line) is not None and len(line.split()) <= 10) or not any(map(str.isalpha, line))
    )  # fmt: skip


def _head(text: str) -> list[tuple[str, bool]]:
    """The first lines, and of each whether it stands alone: something follows, and it is not wrapped into it."""
    start = text[:HEAD_CHARACTERS]
    ends = {end for _, end in split(start)}
    lines, offset = [], 0
    for raw in start.splitlines(keepends=True):
        line = raw.strip()
        end = offset + len(raw.rstrip())
        if line:
            lines.append((line, end in ends and bool(text[end : end + HEAD_CHARACTERS].strip())))
        offset += len(raw)
    return lines[:HEAD_LINES]


def _bare(line: str) -> str:
    """The line without a heading's mark or label."""
    return LABEL.sub("", MARKDOWN_HEADING.sub("", line, count=1), count=1).strip(DECORATION.replace(":", ""))
