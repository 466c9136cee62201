"""The model of every asset that is a table: the published ones, and those that only pass from step to step.

Here belongs which asset holds which table. What a table's columns are is said in tables/.
"""

from pipeline.tables.article_texts import ArticleTexts
from pipeline.tables.base import Table
from pipeline.tables.quarantine import Quarantine
from pipeline.tables.raw_files import RawFiles
from pipeline.tables.registry import TABLES
from pipeline.tables.review import Review

MODELS: dict[str, type[Table]] = {
    **TABLES,
    "raw_files": RawFiles,
    "articles": ArticleTexts,
    "quarantine": Quarantine,
    "review": Review,
    "linked_articles": TABLES["articles"],
    "linked_claims": TABLES["claims"],
    "linked_decisions": TABLES["decisions"],
}
