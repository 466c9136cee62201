"""Names and sentences that are too long for a reader, cut between two words.

Here belongs the cutting alone; which texts are cut, and where to, is told by whoever prints them.
"""

LOOSE = " ,;:(-–"
"""What no text ends with before its ellipsis."""


def cut(text: str, length: int) -> str:
    """The text in at most that many characters and an ellipsis; one long word is cut within."""
    if len(text) <= length:
        return text
    whole, gap, _ = text[: length + 1].rpartition(" ")
    return f"{(whole if gap else text[:length]).rstrip(LOOSE)}…"
