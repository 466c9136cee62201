"""quantulum3 behind a narrow door: a unit of the codebook in, the phrases that quantulum3 reads as that unit out.

The only module that imports quantulum3, and only when a unit is first met. Its regular expression over many units takes
seconds to build, and its answers then depend on the hash seed; so it is given one unit at a time, with small windows
of our own: a plain number and a phrase. A phrase counts where quantulum3 reads our number, over exactly the window, in
that unit; elsewhere the number stands and has no unit. Answers are remembered for the life of the process.
"""

import importlib
import warnings
from functools import cache
from typing import Any

from pipeline import codebook

PROBE = 7
"""The number before each phrase: plural, and a part of no unit's name."""
NO_UNIT: dict[str, Any] = {"surfaces": [], "symbols": [], "entity": "dimensionless", "URI": "none", "dimensions": []}
"""quantulum3 looks up its `dimensionless` and `unk` by name and breaks without them."""


@cache
def phrases_of(name: str) -> frozenset[str]:
    """The words and symbols of this unit in the codebook that quantulum3 reads as it."""
    entry = codebook.read("units")["units"][name]
    words, symbols = entry.get("words", []), entry.get("symbols", [])
    definition = NO_UNIT | {"surfaces": [w for w in words if w[0].isalpha()], "symbols": symbols, "URI": name}
    load, parser = engine()
    load.clear_caches()
    load.load_custom_units(
        [{name: definition, "dimensionless": NO_UNIT, "unk": NO_UNIT}],
        use_general_units=False, use_language_units=False,
    )  # fmt: skip
    return frozenset(phrase for phrase in (*words, *symbols) if confirmed(parser, phrase, name))


def confirmed(parser: Any, phrase: str, name: str) -> bool:
    """Whether "7 phrase" is one quantity: seven of this unit, spanning the whole window."""
    window = f"{PROBE} {phrase}"
    found = parser.parse(window)
    if len(found) != 1:
        return False
    quantity = found[0]
    spans = quantity.span == (0, len(window)) and quantity.surface == window
    return bool(spans and quantity.value == PROBE and quantity.unit.name == name)


@cache
def engine() -> tuple[Any, Any]:
    """The loader and the parser of quantulum3."""
    import_inflect()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it recommends its optional classifier, which one unit at a time does not need
        from quantulum3 import load, parser
    return load, parser


def import_inflect() -> None:
    """Load quantulum3's library of plurals without the type checks that it builds into itself.

    They take four seconds at import, on a laptop, and check calls that only quantulum3 makes.
    """
    typeguard: Any = importlib.import_module("typeguard")
    checked = typeguard.typechecked
    try:
        typeguard.typechecked = lambda target: target
        importlib.import_module("inflect")
    finally:
        typeguard.typechecked = checked
