"""Tables drawn in text: a line of headings that name measures, and lines of cells below it.

Here belongs which number stands under which heading. What a number is was settled before; place and source are added
like those of any other claim.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import match_noun
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import tokenise

SEPARATOR: Final = re.compile(r"[ ]*[|\t][ ]*")
WHOLE: Final = frozenset(codebook.read("grammar")["table_totals"])
"""First words of the line that sums up the others."""
CONFIDENCE: Final = 0.9
LONGEST_HEADING: Final = 4
"""Tokens of a heading."""


class Cell(NamedTuple):
    """A piece of a line with its place in the field."""

    start: int
    end: int
    text: str


def tabulated(text: str, mentions: list[Mention], lexicon: Lexicon) -> list[Claim]:
    """The claims of all tables of a field."""
    if "|" not in text and "\t" not in text:
        return []
    counts = {m.start: m for m in mentions if m.status == "kept" and m.kind == "count"}
    columns: list[str] = []
    rows: list[list[Cell]] = []
    claims: list[Claim] = []
    for cells in [*_lines(text), []]:
        headings = [_measure(cell.text, lexicon) for cell in cells]
        if columns and len(cells) == len(columns) and not any(headings):
            rows.append(cells)
            continue
        claims += _claims(columns, rows, counts, lexicon)
        columns, rows = (headings if _is_head(headings) else []), []
    return claims


def _lines(text: str) -> Iterator[list[Cell]]:
    """The cells of each line; none of a line that is not divided, which ends a table."""
    at = 0
    for line in text.splitlines(keepends=True):
        if "|" not in line and "\t" not in line:
            yield []
            at += len(line)
            continue
        bare, cells, start = line.rstrip().rstrip("|").rstrip(), list[Cell](), 0
        for mark in [*SEPARATOR.finditer(bare), None]:
            end = mark.start() if mark else len(bare)
            if end > start or cells:
                cells.append(Cell(at + start, at + end, bare[start:end]))
            start = mark.end() if mark else end
        yield cells
        at += len(line)


def _is_head(headings: list[str]) -> bool:
    """Half of the columns behind the first have a measure; a menu with a page for deaths is no table."""
    return len(headings) > 1 and 2 * sum(map(bool, headings)) >= len(headings) - 1


def _measure(heading: str, lexicon: Lexicon) -> str:
    """The measure that a heading names: "Dead", "People injured", "Houses destroyed"; empty for any other cell."""
    if len(heading.split()) > LONGEST_HEADING or any(c.isdigit() for c in heading):
        return ""
    lower = tokenise(heading, 0, 0, len(heading)).lower
    nouns = [noun for at in range(len(lower)) if (noun := match_noun(lower, at, lexicon))]
    kind = next((noun.kind for noun in nouns if not noun.measure), "bare")
    if len(lower) > LONGEST_HEADING:
        return ""
    for word in lower:
        for trigger in lexicon.triggers.get(word, ()):
            fits = trigger.measure and len(trigger.words) == 1 and kind in lexicon.measures[trigger.measure].counts
            if fits and trigger.tag in "TJO" and not trigger.needs:
                return trigger.measure
    return next((noun.measure for noun in nouns if noun.measure), "")


def _claims(
    columns: list[str], rows: Sequence[Sequence[Cell]], counts: dict[int, Mention], lexicon: Lexicon
) -> Iterator[Claim]:
    for cells in rows:
        first = tokenise(cells[0].text, 0, 0, len(cells[0].text)).lower
        whole = bool(columns[0]) or not WHOLE.isdisjoint(first[:2])
        for name, cell in zip(columns, cells, strict=True):
            mention = counts.get(cell.start)
            if name and mention is not None and mention.end == cell.end and mention.value_best is not None:
                best = round(mention.value_best)
                yield Claim(
                    mention, name, "", "all", best, best, best, mention.quantifier, lexicon.measures[name].unit,
                    "table_cell", CONFIDENCE, scope="incident" if whole else "part", negated=best == 0,
                )  # fmt: skip
