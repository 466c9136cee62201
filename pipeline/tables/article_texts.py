"""The article texts table: articles as they were read, with their text. Working state; the text is never published."""

from pandera.typing import Series

from pipeline.tables.articles import Articles
from pipeline.tables.base import Text, column


class ArticleTexts(Articles):
    """One row an article with its text, before copies are known."""

    text: Series[Text] = column("The text, characters as they came")
