"""The review table: the file of decisions line by line, with what is wrong. Working state; it is not published."""

from pandera.typing import Series

from pipeline.tables.base import Count, Table, Text, column, identifier


class Review(Table):
    """One row a line of the file of decisions, whether it can be followed or not."""

    decision_id: Series[Text] = identifier("Id of this decision, from its cells", "dec")
    line: Series[Count] = column("Line of the file", unit="lines", required=True, ge=1)
    decided_at: Series[Text] = column("When")
    decided_by: Series[Text] = column("Who decided")
    action: Series[Text] = column("What to do")
    subject_id: Series[Text] = column("Row that it is about")
    field: Series[Text] = column("Of correct: what is wrong")
    value: Series[Text] = column("What should be there instead")
    seen_value: Series[Text] = column("What the tables said then")
    why: Series[Text] = column("Why, for those who read it later")
    problem: Series[Text] = column("Why the line cannot be followed; empty: it can")
