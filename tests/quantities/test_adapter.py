"""quantulum3 behind its door: every unit of the codebook is one that it reads, and it is not loaded without need."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import codebook
from pipeline.quantities import adapter

UNITS = codebook.read("units")["units"]


@pytest.mark.parametrize("name", sorted(UNITS))
def test_every_phrase_of_the_codebook_is_read(name: str) -> None:
    """A researcher adds a word for a unit that quantulum3 reads as something else, and numbers lose their unit."""
    entry = UNITS[name]
    assert adapter.phrases_of(name) == {*entry.get("words", ()), *entry.get("symbols", ())}


def test_a_phrase_of_another_unit_is_not_confirmed() -> None:
    """The adapter believes an answer that covers a part of the window only, or names another unit."""
    _, parser = adapter.engine()
    adapter.phrases_of.cache_clear()
    adapter.phrases_of("kilometre")
    assert adapter.confirmed(parser, "km", "kilometre")
    assert not adapter.confirmed(parser, "km", "mile")
    assert not adapter.confirmed(parser, "km people", "kilometre")
    assert not adapter.confirmed(parser, "furlong", "kilometre")


def test_counts_do_without_quantulum3() -> None:
    """A text without units of measurement pays for loading quantulum3."""
    program = (
        "import sys\n"
        "from pipeline.quantities.find import find_mentions\n"
        "t = 'At least 17 people were killed and 30 wounded on Sept. 2; a $50 million bounty.'\n"
        "print(len(find_mentions('text', t, [(0, len(t))])), 'quantulum3' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert answer.stdout.split() == ["4", "False"]
