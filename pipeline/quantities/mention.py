"""The value that passes from quantities to claims: one number in a text."""

from dataclasses import dataclass


@dataclass(slots=True)
class Mention:
    """One number in one field of an article. `text[start:end] == surface`, in Unicode code points.

    `phrase_start` and `phrase_end` also cover the quantifier's words and the unit ("at least 17", "about 5 km",
    "17 or more"), so that a grammar can step over them; they are not published.
    value_low, value_best, value_high follow the quantifier: exact n: n, n, n; at_least n and more_than n: n, n, None;
    about n: None, n, None ("nearly n", "almost n": None, n, n); at_most and less_than n: None, None, n;
    range a-b: a, None, b; vague: the codebook's low, None, None.
    """

    field: str
    sentence_no: int
    start: int
    end: int
    surface: str
    value_low: float | None
    value_best: float | None
    value_high: float | None
    quantifier: str
    kind: str
    status: str = "kept"
    unit: str = ""
    currency: str = ""
    direction: str = ""
    phrase_start: int = -1
    phrase_end: int = -1
