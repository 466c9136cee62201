"""The decision rows table: what a line of data/review/decisions.csv must hold. Working state; it is not published.

Here belong the columns of the file. What each action needs in them is checked in linking/decision_file.py.
"""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Table, Text, column

MOMENT = r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?Z?)?$"


class DecisionRows(Table):
    """One row a decision as a person wrote it."""

    decided_at: Series[Text] = column("When: 2025-03-31 or 2025-03-31T14:00Z (UTC)", required=True, str_matches=MOMENT)
    decided_by: Series[Text] = column("Who decided", required=True)
    action: Series[Text] = column("What to do", required=True, isin=v.DECISION_ACTIONS)
    subject_id: Series[Text] = column("Row that it is about; of copy an article or a publisher's name", required=True)
    field: Series[Text] = column("Of correct: what is wrong", isin=v.DECISION_FIELDS)
    value: Series[Text] = column("What should be there instead")
    seen_value: Series[Text] = column("What the tables said then; once they say something else, the decision is stale")
    why: Series[Text] = column("Why, for those who read it later", required=True)
