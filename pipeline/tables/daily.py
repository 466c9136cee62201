"""The daily table: what was known of a figure at the end of each day on which it changed, and by how much."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Table, Text, Timestamp, column, date_column, identifier


class Daily(Table):
    """One row a figure and a day on which it changed; on a day without a row it was as on the row before."""

    daily_id: Series[Text] = identifier("Id of this row, from figure and day", "day")
    figure_id: Series[Text] = column("Figure", required=True)
    event_id: Series[Text] = column("Event", required=True)
    given_event_id: Series[Text] = column("The input's id of the event")
    measure: Series[Text] = column("What is counted", required=True)
    victim_group: Series[Text] = column("Who is counted", required=True)
    scope: Series[Text] = column("What the figure covers", required=True, isin=v.SCOPES)
    policy: Series[Text] = column("Rule that chose the values", required=True)
    day: Series[Text] = date_column("Day up to whose end reports are counted, UTC")
    cumulative_low: Series[Count] = column("Low at the end of the day, as known now", unit="as in the figure")
    cumulative_best: Series[Count] = column("Best at the end of the day, as known now", unit="as in the figure")
    cumulative_high: Series[Count] = column("High at the end of the day; empty: open", unit="as in the figure")
    change: Series[Count] = column("Best less the best of the row before; of the first row best itself",
                                   unit="as in the figure")  # fmt: skip
    change_own: Series[Count] = column("The part of change that stood there when the day was first written down",
                                       unit="as in the figure")  # fmt: skip
    change_late: Series[Count] = column("The part that came later: late reports, reviews, other code or codebook",
                                        unit="as in the figure")  # fmt: skip
    reason: Series[Text] = column("Why it changed, last word", required=True, isin=v.REVISION_REASONS)
    recorded_at: Series[Timestamp] = column("When the values of this row were written down", unit="UTC", required=True)
