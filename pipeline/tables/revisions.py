"""The revisions table: every change of a figure, with both times. Append-only; it survives every rerun."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Table, Text, Timestamp, column, date_column, identifier


class Revisions(Table):
    """One row a change of a figure."""

    revision_id: Series[Text] = identifier("Id of this revision", "rev")
    figure_id: Series[Text] = column("Figure that changed", required=True)
    event_id: Series[Text] = column("Event", required=True)
    given_event_id: Series[Text] = column("The input's id of the event")
    measure: Series[Text] = column("What is counted", required=True)
    victim_group: Series[Text] = column("Who is counted", required=True)
    scope: Series[Text] = column("What the figure covers", required=True, isin=v.SCOPES)
    policy: Series[Text] = column("Rule that chose the values", required=True)
    as_of: Series[Text] = date_column("Day up to which reports are counted")
    recorded_at: Series[Timestamp] = column("When this was written down", unit="UTC", required=True)
    old_low: Series[Count] = column("Low before", unit="as in the figure")
    old_best: Series[Count] = column("Best before", unit="as in the figure")
    old_high: Series[Count] = column("High before", unit="as in the figure")
    new_low: Series[Count] = column("Low from now on", unit="as in the figure")
    new_best: Series[Count] = column("Best from now on", unit="as in the figure")
    new_high: Series[Count] = column("High from now on", unit="as in the figure")
    superseded_claim_ids: Series[Text] = column("Claims that count as replaced from now on, joined by ;")
    reason: Series[Text] = column("Why it changed", required=True, isin=v.REVISION_REASONS)
    trigger_claim_id: Series[Text] = column("Claim that brought the change")
    run_id: Series[Text] = column("Run that wrote it down", required=True)
