"""Plain text and Markdown files: the whole file is the text, as it came; title and masthead are copies of its lines."""

from pipeline.reading.draft import Draft
from pipeline.reading.headline import find_masthead, find_title


def read_plain(text: str, name: str) -> Draft:
    """The draft of a text file called `name` (without its ending)."""
    return Draft(text=text, name=name, title=find_title(text), page_publisher=find_masthead(text))
