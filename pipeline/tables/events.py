"""The events table: incidents (one strike) and campaigns (all strikes since 2 September) that contain incidents."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Table, Text, Timestamp, column, date_column, identifier


class Events(Table):
    """One row an incident or a campaign."""

    event_id: Series[Text] = identifier("Id of this event", "evt")
    parent_event_id: Series[Text] = column("Campaign that contains this incident")
    given_event_id: Series[Text] = column("The input's event_id; of a campaign its campaign_id")
    kind: Series[Text] = column("One incident, or a campaign of them", required=True, isin=v.EVENT_KINDS)
    label: Series[Text] = column("What a reader would call it", required=True)
    event_type: Series[Text] = column("Strike, shooting, bombing, flood … as the reports call it")
    date_start: Series[Text] = date_column("First day")
    date_end: Series[Text] = date_column("Last day known")
    date_precision: Series[Text] = column("How exact the dates are", isin=v.DATE_PRECISIONS)
    place: Series[Text] = column("Where, as most reports write it")
    country_iso3: Series[Text] = column("Country, ISO 3166-1 alpha-3", str_matches=r"^[A-Z]{3}$")
    n_articles: Series[Count] = column("Articles with a claim on it", unit="articles", required=True, ge=0)
    n_origins: Series[Count] = column("Independent origins among them", unit="origins", required=True, ge=0)
    first_reported: Series[Timestamp] = column("Publication of the first report", unit="UTC")
    last_reported: Series[Timestamp] = column("Publication of the latest report", unit="UTC")
