"""The articles table: one document as one publisher ran it at one time. Its text is kept apart and never published."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Table, Text, Timestamp, column, identifier


class Articles(Table):
    """One row a report as one publisher ran it at one time; its text is kept for the pipeline and never published."""

    article_id: Series[Text] = identifier("Id of this article, from its content", "art")
    document_id: Series[Text] = column("The same for all versions of one page", required=True)
    raw_path: Series[Text] = column("File that it came from, relative to the raw folder", required=True)
    raw_id: Series[Text] = column("The id that the input gave; of a plain file its name without the ending")
    given_event_id: Series[Text] = column("Incident that the input says the article is about")
    given_campaign_id: Series[Text] = column("Campaign or story that the input says the article belongs to")
    url: Series[Text] = column("Address of the page")
    publisher: Series[Text] = column("Who ran it, as the input or the page names it")
    title: Series[Text] = column("Headline, characters as they came")
    published_at: Series[Timestamp] = column("When it was published; a day without a time is midnight", unit="UTC")
    published_at_basis: Series[Text] = column("Where published_at comes from, best first", isin=v.PUBLISHED_AT_BASES)
    retrieved_at: Series[Timestamp] = column("When the raw file was written", unit="UTC")
    language: Series[Text] = column("ISO 639-1 code, given or detected")
    n_chars: Series[Count] = column("Length of the text", unit="characters", required=True, ge=0)
    text_sha256: Series[Text] = column("SHA-256 of the text in UTF-8", required=True)
    copy_group_id: Series[Text] = column("Reports that are copies of one another share it; empty: no copy known")
    origin: Series[Text] = column("Whose words these really are: the agency or publisher that all copies go back to")
