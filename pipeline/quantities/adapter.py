"""quantulum3 behind a narrow door: one unit phrase in, the name of the unit out.

The only module that imports quantulum3, and only when a unit is first met (its regular expression takes seconds to
build over its own units; over ours, a fraction). It is given a small window of its own: a plain number and the phrase.
It knows only the units of the codebook. Its answer counts where it reads our number, over exactly the window, in the
unit that the codebook expects; elsewhere the number stands and has no unit. Answers are remembered.
"""

import warnings
from functools import cache
from typing import Any

from pipeline import codebook

PROBE = 7
"""The number before each phrase: plural, and a part of no unit's name."""

NO_UNIT: dict[str, Any] = {"surfaces": [], "symbols": [], "entity": "dimensionless", "URI": "none", "dimensions": []}
"""quantulum3 looks these two up by name and breaks without them."""


@cache
def unit_of(phrase: str, expected: str) -> str:
    """`expected` where quantulum3 reads "7 phrase" as seven of that unit, else an empty string."""
    window = f"{PROBE} {phrase}"
    found = engine().parse(window)
    if len(found) != 1:
        return ""
    quantity = found[0]
    whole = quantity.span == (0, len(window)) and quantity.surface == window
    return expected if whole and quantity.value == PROBE and quantity.unit.name == expected else ""


@cache
def engine() -> Any:
    """The parser of quantulum3, with the codebook's units and no others."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it recommends its optional classifier, which our units do not need
        from quantulum3 import load, parser
    load.load_custom_units([unit_definitions()], use_general_units=False, use_language_units=False)
    return parser


def unit_definitions() -> dict[str, Any]:
    """The codebook's units in the form that quantulum3 reads."""
    definitions = {
        name: {
            "surfaces": [word for word in entry.get("words", ()) if word[0].isalpha()],
            "symbols": entry.get("symbols", []),
            "entity": "dimensionless",
            "URI": name,
            "dimensions": [],
        }
        for name, entry in codebook.read("units")["units"].items()
    }
    return definitions | {name: NO_UNIT for name in ("dimensionless", "unk")}
