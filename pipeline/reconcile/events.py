"""The statements of every event, figure by figure: what figures, history and anomalies all start from."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from pipeline.reconcile.said import Said, read_said, when_published
from pipeline.reconcile.statement import Key, Statement
from pipeline.reconcile.statements import statements
from pipeline.tables.registry import make_id


@dataclass(frozen=True, slots=True)
class Case:
    """One event with its claims, and its statements by figure."""

    event_id: str
    given: str
    kind: str
    said: tuple[Said, ...]
    by_key: dict[Key, list[Statement]]
    outdated: dict[str, str]

    def news(self, key: Key) -> list[str]:
        """The days on which something about the figure was reported, or a report with it got a newer version."""
        some = self.by_key[key]
        renewed = {self.outdated[s.article_id] for s in some if s.article_id in self.outdated}
        return sorted({*(s.day for s in some), *renewed})

    def figure_id(self, key: Key, policy: str) -> str:
        """Id of the figure, from its key."""
        return make_id("fig", self.event_id, *key, policy)


def cases(claims: pd.DataFrame, articles: pd.DataFrame, events: pd.DataFrame) -> Iterator[Case]:
    """Every event that has claims, in order of its id."""
    outdated = outdated_articles(articles)
    known = zip(events["event_id"], events["kind"], events["given_event_id"], strict=True)
    facts = {event: (kind, given if isinstance(given, str) else "") for event, kind, given in known}
    for event_id, said in read_said(claims, articles).items():
        kind, given = facts[event_id]
        by_key: dict[Key, list[Statement]] = defaultdict(list)
        for statement in statements(said, kind):
            by_key[statement.key].append(statement)
        yield Case(event_id, given, kind, tuple(said), dict(sorted(by_key.items())), outdated)


def outdated_articles(articles: pd.DataFrame) -> dict[str, str]:
    """Article -> UTC day on which a newer version of the same document appeared.

    Records of one page that the input gives to different incidents are entries of a list, not versions.
    """
    document = articles["document_id"] + "/" + articles["given_event_id"].astype("str").fillna("")
    frame = pd.DataFrame({"article": articles["article_id"], "document": document, "at": when_published(articles)})
    frame = frame[frame["document"].duplicated(keep=False)].sort_values(["document", "at", "article"])
    frame["next"] = frame.groupby("document")["at"].shift(-1)
    replaced = frame[frame["next"].notna()]
    return dict(zip(replaced["article"], replaced["next"].dt.strftime("%Y-%m-%d"), strict=True))
