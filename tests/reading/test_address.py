"""Addresses: host, day and sameness."""

import pytest

from pipeline.reading.address import canonical, host, original, url_date


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.orvin-gazette.example/a/b", "orvin-gazette.example"),
        ("http://web.archive.org/web/20140320210556/http://www.orvin.example/news", "orvin.example"),
        ("https://M.orvin.example:8080/x", "orvin.example"),
        ("not an address", ""),
        ("http://[broken", ""),
    ],
)
def test_host(url: str, expected: str) -> None:
    """Breaks when an archive or a mobile page counts as another publisher, or a broken address raises."""
    assert host(url) == expected


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://orvin.example/2025/03/12/wall-falls", "2025-03-12"),
        ("https://orvin.example/news/2025-03-12-wall", "2025-03-12"),
        ("https://orvin.example/2025/mar/12/wall", "2025-03-12"),
        ("https://orvin.example/20250312/wall", "2025-03-12"),
        ("http://web.archive.org/web/20140320210556/http://orvin.example/2013/01/02/wall", "2013-01-02"),
        ("http://web.archive.org/web/20140320210556/http://orvin.example/wall", None),
        ("https://orvin.example/2025/02/31/wall", None),
        ("https://orvin.example/2025/03/wall", None),
        ("https://orvin.example/id/202503129", None),
        ("http://[broken/2025/03/12/", None),
    ],
)
def test_url_date(url: str, day: str | None) -> None:
    """Breaks when an address gives a wrong day, above all the day of an archive's copy."""
    found = url_date(url)
    assert (found.date().isoformat() if found else None) == day


def test_canonical_joins_versions_of_a_page() -> None:
    """Breaks when tracking, scheme or an archive make two documents of one page, or when a page's id is dropped."""
    same = {
        "https://www.orvin.example/wall?id=7&utm_source=x#top",
        "http://orvin.example/wall/?id=7",
        "http://web.archive.org/web/20140320210556/http://www.orvin.example/wall?id=7",
    }
    assert {canonical(url) for url in same} == {"orvin.example/wall?id=7"}
    assert canonical("http://orvin.example/wall?id=8") != canonical("http://orvin.example/wall?id=7")


def test_original_keeps_plain_addresses() -> None:
    """Breaks when an address without an archive is changed."""
    assert original(" https://orvin.example/a ") == "https://orvin.example/a"
