"""The decisions table: what people decided, what became of it on this run, and what the machine says by itself."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Table, Text, Timestamp, column, identifier


class Decisions(Table):
    """One row a decision of a person, and what became of it on this run."""

    decision_id: Series[Text] = identifier("Id of this decision, from its cells", "dec")
    line: Series[Count] = column("Line of the file of decisions", unit="lines", required=True, ge=1)
    decided_at: Series[Timestamp] = column("When; a day without a time is midnight", unit="UTC", required=True)
    decided_by: Series[Text] = column("Who decided", required=True)
    action: Series[Text] = column("What to do", required=True, isin=v.DECISION_ACTIONS)
    subject_id: Series[Text] = column("Row that it is about; of copy an article or a publisher's name", required=True)
    field: Series[Text] = column("Of correct: what is wrong", isin=v.DECISION_FIELDS)
    value: Series[Text] = column("What should be there instead")
    seen_value: Series[Text] = column("What the tables said then; once they say something else, the decision is stale")
    why: Series[Text] = column("Why, for those who read it later", required=True)
    state: Series[Text] = column("What became of it", required=True, isin=v.DECISION_STATES)
    machine_value: Series[Text] = column("What the machine says without it")
    event_ids: Series[Text] = column("Events that it touches, joined by ;")
    message: Series[Text] = column("Why it is not applied, and what to do")
