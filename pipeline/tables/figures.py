"""The figures table: the reconciled answer for one event, measure and victim group under one policy."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Table, Text, Timestamp, column, identifier


class Figures(Table):
    """One row an event, measure, victim group, scope, unit, currency and policy."""

    figure_id: Series[Text] = identifier("Id of this figure, from its key", "fig")
    event_id: Series[Text] = column("Event", required=True)
    given_event_id: Series[Text] = column("The input's id of the event")
    measure: Series[Text] = column("What is counted, a measure of the codebook", required=True)
    victim_group: Series[Text] = column("Who is counted, a victim group of the codebook", required=True)
    scope: Series[Text] = column("What the figure covers", required=True, isin=v.SCOPES)
    unit: Series[Text] = column("What one is", required=True)
    currency: Series[Text] = column("ISO 4217 code of an amount", str_matches=r"^[A-Z]{3}$")
    policy: Series[Text] = column("Rule that chose low, best and high", required=True)
    low: Series[Count] = column("Lowest value that current claims support", unit="as in column unit")
    best: Series[Count] = column("Value that the policy chooses", unit="as in column unit")
    high: Series[Count] = column("Highest value that current claims support; empty: open", unit="as in column unit")
    status: Series[Text] = column("How sure it is", required=True, isin=v.FIGURE_STATUSES)
    n_claims: Series[Count] = column("Claims considered", unit="claims", required=True, ge=1)
    n_articles: Series[Count] = column("Articles that they stand in", unit="articles", required=True, ge=1)
    n_origins: Series[Count] = column("Independent origins behind them", unit="origins", required=True, ge=1)
    as_of: Series[Timestamp] = column("Publication of the newest claim that counts", unit="UTC")
    first_reported: Series[Timestamp] = column("Publication of the first claim", unit="UTC")
    last_reported: Series[Timestamp] = column("Publication of the latest claim", unit="UTC")
    supporting_claim_ids: Series[Text] = column("Claims that agree with best, joined by ;")
    dissenting_claim_ids: Series[Text] = column("Current claims that do not, joined by ;")
    superseded_claim_ids: Series[Text] = column("Claims replaced by later ones, joined by ;")
    reason: Series[Text] = column("Why this value, in a sentence", required=True)
