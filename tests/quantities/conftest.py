"""A window of tokens over a whole text, for tests of single modules."""

from collections.abc import Callable

import pytest

from pipeline.quantities.scan import Window, cut
from pipeline.reading.tokens import tokenise


@pytest.fixture
def window() -> Callable[[str], Window]:
    """Tokens of a text as one window."""
    return lambda text: cut(tokenise(text, 0, 0, len(text)), 0, len(text))
