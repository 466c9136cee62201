"""The mentions table: every number in a text, kept or rejected with the reason."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Number, Table, Text, column, identifier


class Mentions(Table):
    """One row a number in a text. field[char_start:char_end] == surface, always."""

    mention_id: Series[Text] = identifier("Id of this mention, from its article and span", "men")
    article_id: Series[Text] = column("Article that it stands in", required=True)
    field: Series[Text] = column("Part of the article that the offsets count in", required=True, isin=v.FIELDS)
    sentence_no: Series[Count] = column("Sentence of the field, from 0", required=True, ge=0)
    char_start: Series[Count] = column("First character", unit="Unicode code points", required=True, ge=0)
    char_end: Series[Count] = column("Behind the last character", unit="Unicode code points", required=True, ge=0)
    surface: Series[Text] = column("The number as written, without quantifier; a range with both ends", required=True)
    value_low: Series[Number] = column("Lowest value that the words allow; empty: open", unit="as in column unit")
    value_best: Series[Number] = column("The value named; empty for a range or vague word", unit="as in column unit")
    value_high: Series[Number] = column("Highest value that the words allow; empty: open", unit="as in column unit")
    quantifier: Series[Text] = column("What the words around it make of the value", required=True, isin=v.QUANTIFIERS)
    direction: Series[Text] = column("Whether the words report a rise or a fall", isin=v.DIRECTIONS)
    unit: Series[Text] = column("Unit, or for a count the noun counted; empty: bare number")
    currency: Series[Text] = column("ISO 4217 code", str_matches=r"^[A-Z]{3}$")
    kind: Series[Text] = column("Kind of quantity", required=True, isin=v.KINDS)
    status: Series[Text] = column("kept, or why it is not a quantity", required=True, isin=v.MENTION_STATUSES)
    excerpt: Series[Text] = column("Words around it, for reading")
