"""The extractions table: which articles were extracted, in which state, by which code. Working state, unpublished."""

from pandera.typing import Series

from pipeline.tables.base import Table, Text, column


class Extractions(Table):
    """One row an article whose mentions and claims are in the store."""

    article_id: Series[Text] = column("Article", required=True, unique=True)
    document_id: Series[Text] = column("Document of which it is a version", required=True)
    fingerprint: Series[Text] = column("Hash of all that extraction reads of the article", required=True)
    version: Series[Text] = column("Version of code and codebook that extracted it", required=True)
    failure: Series[Text] = column("Why the article could not be extracted; empty: it could")
