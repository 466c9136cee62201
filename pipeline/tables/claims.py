"""The claims table: a mention understood. What is counted, for which event and period, on whose word."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Flag, Number, Table, Text, column, date_column, identifier


class Claims(Table):
    """One row a figure that one article gives."""

    claim_id: Series[Text] = identifier("Id of this claim, from its mention, measure and victims", "clm")
    mention_id: Series[Text] = column("Mention that carries the number", required=True)
    article_id: Series[Text] = column("Article that it stands in", required=True)
    event_id: Series[Text] = column("Event that it is about")
    measure: Series[Text] = column("What is counted, a measure of the codebook", required=True)
    counted: Series[Text] = column("The noun as written")
    victim_group: Series[Text] = column("Who is counted, a victim group of the codebook", required=True)
    value_low: Series[Count] = column("Lowest value that the words allow; empty: open", unit="as in column unit")
    value_best: Series[Count] = column("The value named; empty for a range or vague word", unit="as in column unit")
    value_high: Series[Count] = column("Highest value that the words allow; empty: open", unit="as in column unit")
    quantifier: Series[Text] = column("What the words make of the value", required=True, isin=v.QUANTIFIERS)
    unit: Series[Text] = column("What one is: person, household, vessel, strike, dollar …", required=True)
    currency: Series[Text] = column("ISO 4217 code of an amount", str_matches=r"^[A-Z]{3}$")
    scope: Series[Text] = column("What the figure covers", required=True, isin=v.SCOPES)
    parent_claim_id: Series[Text] = column("Claim of which this one is a subset or part")
    period_start: Series[Text] = date_column("First day that the figure covers")
    period_end: Series[Text] = date_column("Last day that the figure covers")
    date_precision: Series[Text] = column("How exact the period is", isin=v.DATE_PRECISIONS)
    place: Series[Text] = column("Place of the event as written")
    country_iso3: Series[Text] = column("Country of the event, ISO 3166-1 alpha-3", str_matches=r"^[A-Z]{3}$")
    attributed_to: Series[Text] = column("Who says so, as written")
    attribution_class: Series[Text] = column("Kind of source", required=True, isin=v.ATTRIBUTION_CLASSES)
    assertion: Series[Text] = column("How firmly it is said", required=True, isin=v.ASSERTIONS)
    negated: Series[Flag] = column("The text says that it did not happen", required=True)
    confidence: Series[Number] = column("Chance that the claim is read right", required=True, ge=0, le=1)
    rule: Series[Text] = column("Name of the rule that made it", required=True)
    excerpt: Series[Text] = column("Sentence or window that the figure stands in, the number between » and «")
    position: Series[Count] = column("Characters of the text before the sentence, 0 in a title", unit="characters")
