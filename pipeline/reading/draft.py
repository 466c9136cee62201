"""What one document gives of itself, and how an article is made from it.

Here belong the fallbacks that all formats share: publisher, date and its basis, language, ids.
"""

from dataclasses import dataclass
from datetime import datetime

from pipeline.reading import article as values
from pipeline.reading.address import canonical, host, original, url_date
from pipeline.reading.article import Article
from pipeline.reading.decode import storable
from pipeline.reading.language import detect_language
from pipeline.reading.page_date import age_of, minus, text_date


@dataclass(slots=True)
class Draft:
    """One document as its file gives it. `page_…` is what the page says, for want of a given value."""

    text: str
    given_id: str = ""
    name: str = ""
    url: str = ""
    publisher: str = ""
    title: str = ""
    language: str = ""
    event_id: str = ""
    campaign_id: str = ""
    published_at: datetime | None = None
    page_published_at: datetime | None = None
    words_published_at: datetime | None = None
    page_publisher: str = ""
    page_language: str = ""


def complete(draft: Draft, raw_path: str, modified_at: datetime, place: str = "") -> Article:
    """The article that a draft makes, every gap filled as well as can be. `place` names a member of an archive."""
    text = storable(draft.text)
    published_at, basis = _publication(draft, text, modified_at)
    publisher = draft.publisher or draft.page_publisher or host(draft.url)
    article = Article(
        article_id="", document_id="", raw_path=raw_path, raw_id=draft.given_id or draft.name,
        given_event_id=draft.event_id, given_campaign_id=draft.campaign_id, url=original(draft.url),
        publisher=publisher,
        title=storable(draft.title), published_at=published_at, published_at_basis=basis, retrieved_at=modified_at,
        language=draft.language or detect_language(text) or draft.page_language, n_chars=len(text),
        text_sha256=values.hash_text(text), text=text,
    )  # fmt: skip
    article.article_id = values.article_id(article, draft.given_id)
    # Records without an id that lie in one file are no versions of one another.
    otherwise = f"{raw_path}#{place}".rstrip("#") if draft.name else article.text_sha256
    article.document_id = values.document_id(
        canonical(draft.url) if draft.url else "", publisher, draft.given_id, otherwise
    )
    return article


def _publication(draft: Draft, text: str, modified_at: datetime) -> tuple[datetime, str]:
    """When it was published and how we know, the best source first."""
    if draft.published_at:
        return draft.published_at, "given"
    if draft.page_published_at:
        return draft.page_published_at, "metadata"
    from_url = url_date(draft.url) if draft.url else None
    if from_url:
        return from_url, "url"
    from_text = text_date(text) or draft.words_published_at
    if from_text:
        return from_text, "text"
    age = age_of(text)
    return minus(modified_at, *age) if age else modified_at, "retrieved"
