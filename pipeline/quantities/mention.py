"""The value that passes from quantities to claims: one number in a text."""

class Mention:
    """One number in one field of an article. `text[start:end] == surface`, in Unicode code points.

    `phrase_start` and `phrase_end` also cover the quantifier's words and the unit ("at least 17", "about 5 km",
    "17 or more"), so that a grammar can step over them; they are not published.
    value_low, value_best, value_high follow the quantifier: exact n: n, n, n; at_least n and more_than n: n, n, None;
    about n: None, n, None ("nearly n", "almost n": None, n, n); at_most and less_than n: None, None, n;
    range a-b: a, None, b; vague: the codebook's low, None, None.
    """

    __slots__ = (
        "currency", "direction", "end", "field", "kind", "phrase_end", "phrase_start", "quantifier", "sentence_no",
        "start", "status", "surface", "unit", "value_best", "value_high", "value_low",
    )  # fmt: skip

    def __init__(
        self,
        field: str,
        sentence_no: int,
        start: int,
        end: int,
        surface: str,
        value_low: float | None,
        value_best: float | None,
        value_high: float | None,
        quantifier: str,
        kind: str,
        status: str = "kept",
        unit: str = "",
        currency: str = "",
        direction: str = "",
        phrase_start: int = -1,
        phrase_end: int = -1,
    ) -> None:
        self.field, self.sentence_no, self.start, self.end, self.surface = field, sentence_no, start, end, surface
        self.value_low, self.value_best, self.value_high = value_low, value_best, value_high
        self.quantifier, self.kind, self.status, self.unit, self.currency = quantifier, kind, status, unit, currency
        self.direction, self.phrase_start, self.phrase_end = direction, phrase_start, phrase_end
