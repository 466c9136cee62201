"""The events_wide table: one row an event with its main figures side by side, for people who want one sheet."""

from typing import Any

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Table, Text, Timestamp, column, date_column, identifier

WIDE: dict[str, tuple[str, str]] = {
    "killed": ("killed", "all"),
    "injured": ("injured", "all"),
    "missing": ("missing", "all"),
    "detained": ("detained", "all"),
    "kidnapped": ("kidnapped", "all"),
    "displaced": ("displaced", "all"),
    "killed_civilians": ("killed", "civilians"),
    "killed_children": ("killed", "children"),
    "killed_women": ("killed", "women"),
}
"""The measure and victim group behind each set of columns."""


def _low(what: str) -> Any:
    """The low end of a measure."""
    return column(f"Lowest value that current claims support: {what}", unit="persons")


def _best(what: str) -> Any:
    """The value chosen."""
    return column(f"Value that the policy chooses: {what}", unit="persons")


def _high(what: str) -> Any:
    """The high end."""
    return column(f"Highest value that current claims support; empty: open: {what}", unit="persons")


def _status(what: str) -> Any:
    """How sure the measure before it is."""
    return column(f"How sure it is: {what}", isin=v.FIGURE_STATUSES)


class EventsWide(Table):
    """One row an event: its main figures under the default policy, each of the scope that stands for all of it."""

    event_id: Series[Text] = identifier("Id of the event", "evt")
    given_event_id: Series[Text] = column("The input's event_id; of a campaign its campaign_id")
    parent_event_id: Series[Text] = column("Campaign that contains this incident")
    kind: Series[Text] = column("One incident, or a campaign of them", required=True, isin=v.EVENT_KINDS)
    label: Series[Text] = column("What a reader would call it", required=True)
    event_type: Series[Text] = column("Strike, shooting, bombing, flood … as the reports call it")
    date_start: Series[Text] = date_column("First day")
    date_end: Series[Text] = date_column("Last day known")
    date_precision: Series[Text] = column("How exact the dates are", isin=v.DATE_PRECISIONS)
    place: Series[Text] = column("Where, as most reports write it")
    country_iso3: Series[Text] = column("Country, ISO 3166-1 alpha-3", str_matches=r"^[A-Z]{3}$")
    policy: Series[Text] = column("Rule that chose the figures; the figures table has the others", required=True)
    status: Series[Text] = column("How sure the first measure with a figure is", isin=v.FIGURE_STATUSES)
    killed_low: Series[Count] = _low("killed")
    killed_best: Series[Count] = _best("killed")
    killed_high: Series[Count] = _high("killed")
    killed_status: Series[Text] = _status("killed")
    injured_low: Series[Count] = _low("injured")
    injured_best: Series[Count] = _best("injured")
    injured_high: Series[Count] = _high("injured")
    injured_status: Series[Text] = _status("injured")
    missing_low: Series[Count] = _low("missing")
    missing_best: Series[Count] = _best("missing")
    missing_high: Series[Count] = _high("missing")
    missing_status: Series[Text] = _status("missing")
    detained_low: Series[Count] = _low("detained")
    detained_best: Series[Count] = _best("detained")
    detained_high: Series[Count] = _high("detained")
    detained_status: Series[Text] = _status("detained")
    kidnapped_low: Series[Count] = _low("kidnapped")
    kidnapped_best: Series[Count] = _best("kidnapped")
    kidnapped_high: Series[Count] = _high("kidnapped")
    kidnapped_status: Series[Text] = _status("kidnapped")
    displaced_low: Series[Count] = _low("displaced")
    displaced_best: Series[Count] = _best("displaced")
    displaced_high: Series[Count] = _high("displaced")
    displaced_status: Series[Text] = _status("displaced")
    killed_civilians_low: Series[Count] = _low("civilians killed")
    killed_civilians_best: Series[Count] = _best("civilians killed")
    killed_civilians_high: Series[Count] = _high("civilians killed")
    killed_civilians_status: Series[Text] = _status("civilians killed")
    killed_children_low: Series[Count] = _low("children killed")
    killed_children_best: Series[Count] = _best("children killed")
    killed_children_high: Series[Count] = _high("children killed")
    killed_children_status: Series[Text] = _status("children killed")
    killed_women_low: Series[Count] = _low("women killed")
    killed_women_best: Series[Count] = _best("women killed")
    killed_women_high: Series[Count] = _high("women killed")
    killed_women_status: Series[Text] = _status("women killed")
    n_articles: Series[Count] = column("Articles with a claim on it", unit="articles", required=True, ge=0)
    n_origins: Series[Count] = column("Independent origins among them", unit="origins", required=True, ge=0)
    publishers: Series[Text] = column("Who reported it, joined by ;")
    first_reported: Series[Timestamp] = column("Publication of the first report", unit="UTC")
    last_reported: Series[Timestamp] = column("Publication of the latest report", unit="UTC")
