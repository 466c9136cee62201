"""The first lines of a plain text -> its title and the newspaper's name, where they look so.

Here belongs what stands above the text of a page. Dates there belong to page_date.py; titles of HTML to web.py.
"""

import re

from pipeline import codebook
from pipeline.reading.page_date import DATELINE_REACH, has_dateline, is_age_line, is_date_line
from pipeline.reading.sentences import split

HEAD_LINES = 12
HEAD_CHARACTERS = 3000
LONGEST_TITLE = 200
MENU = frozenset(codebook.read("pages")["menu"])
MASTHEAD_WORDS = frozenset(codebook.read("pages")["masthead_words"])
LABEL = re.compile(rf"(?:{'|'.join(codebook.read('pages')['title_labels'])})\s*:\s*", re.I)
MARKDOWN_HEADING = re.compile(r"#{1,6}\s+|\*\*(?=.*\*\*$)")
BYLINE = re.compile(r"(?:by|from|story by|reporting by|words by)\s+[A-Z]", re.I)
LOGO = re.compile(r"\blogo\b", re.I)
ENDS_LIKE_TEXT = re.compile(r"(?:[.,;:]|[.,]['\"”’)]+)$")


def find_title(text: str) -> str:
    """The headline: the first line that is no furniture, if it is short, without a final stop, and alone."""
    for line, alone in _head(text):
        if is_furniture(line):
            continue
        title = _bare(line)
        fits = len(title.split()) >= 2 and len(title) <= LONGEST_TITLE and not ENDS_LIKE_TEXT.search(title)
        return title if fits and alone and not has_dateline(line[:DATELINE_REACH]) else ""
    return ""


def find_masthead(text: str) -> str:
    """The newspaper's name among the first lines, empty where none looks so."""
    for line, _ in _head(text)[:4]:
        if is_masthead(line):
            return _bare(line)
    return ""


def is_masthead(line: str) -> bool:
    """A few capitalised words, one of them a newspaper's: "The Northern Gazette"."""
    words = _bare(line).split()
    if not 2 <= len(words) <= 5 or not any(w.strip(",").title() in MASTHEAD_WORDS for w in words):
        return False
    return all(w[0].isupper() or w in ("of", "the", "and", "&") for w in words) and words[0] != "Breaking"


def is_furniture(line: str) -> bool:
    """A masthead, logo, menu word, byline, date or age."""
    small = line.strip(" |•·:*#").lower()
    return (
        small in MENU or is_masthead(line) or is_date_line(line) or is_age_line(line)
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
    return LABEL.sub("", MARKDOWN_HEADING.sub("", line, count=1), count=1).strip(" *#")
