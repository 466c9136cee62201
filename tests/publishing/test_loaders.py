"""The CSV files in the hands of others: pandas, DuckDB, R and LibreOffice read them right."""

import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pandas as pd
import pytest

from pipeline.publishing.encode import to_csv, to_parquet
from pipeline.tables.registry import TABLES
from tests.publishing.made_tables import a_fire

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MAX_REPEATED = 50
UTF_8 = "--infilter=CSV:44,34,76,1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder with the tables of a small story."""
    for name, rows in a_fire().items():
        (tmp_path / f"{name}.csv").write_bytes(to_csv(TABLES[name], rows))
        (tmp_path / f"{name}.parquet").write_bytes(to_parquet(TABLES[name], rows))
    return tmp_path


def program(name: str, package: str) -> str:
    """Path of a program; without it the test is skipped, in CI it fails."""
    found = shutil.which(name)
    if found:
        return found
    message = f"{name} is missing: apt-get install --no-install-recommends {package}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def cells(row: ElementTree.Element) -> list[tuple[str, str]]:
    """Type and text of each cell of a spreadsheet's row."""
    found = []
    for cell in row.iter(f"{TABLE}table-cell"):
        one = (cell.get(f"{OFFICE}value-type", ""), "".join(cell.itertext()).strip())
        found += [one] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), MAX_REPEATED)
    return found


def test_pandas_reads_whole_numbers_and_the_same_rows(folder: Path) -> None:
    """CSV and Parquet that differ leave everybody with another dataset."""
    csv = pd.read_csv(folder / "figures.csv")
    parquet = pd.read_parquet(folder / "figures.parquet")
    assert str(csv["best"].dtype) == "int64"
    assert csv["figure_id"].tolist() == parquet["figure_id"].tolist()
    assert csv["best"].tolist() == parquet["best"].tolist()


def test_duckdb_finds_the_types(folder: Path) -> None:
    """A date read as text can't be sorted into months; a count read as text can't be summed."""
    told = duckdb.sql(f"DESCRIBE SELECT * FROM '{folder}/events.csv'").fetchall()
    types = {name: kind for name, kind, *_ in told}
    assert (types["date_start"], types["n_articles"]) == ("DATE", "BIGINT")
    assert types["first_reported"].startswith("TIMESTAMP")
    assert duckdb.sql(f"SELECT sum(best) FROM '{folder}/figures.csv' WHERE policy = 'range'").fetchall() == [(59,)]


def test_r_finds_the_types(folder: Path) -> None:
    """Most conflict researchers work in R: a factor or a decimal where a count belongs spoils their models."""
    script = "f <- read.csv('figures.csv'); e <- read.csv('events.csv'); " \
             "cat(class(f$best), sum(f$best[f$policy == 'range']), class(as.Date(e$date_start)), nrow(f))"  # fmt: skip
    done = subprocess.run([program("Rscript", "r-base-core"), "-e", script], cwd=folder, capture_output=True, text=True,
                          check=True)  # fmt: skip
    assert done.stdout.split() == ["integer", "59", "Date", "3"]


def test_libreoffice_finds_the_types(folder: Path) -> None:
    """In a spreadsheet a number that is text adds up to nothing, and letters of other languages turn to rubbish.

    Its import dialog finds UTF-8 by itself; without the dialog it has to be told.
    """
    office = program("soffice", "libreoffice-calc-nogui")
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        home,
        "--headless",
        UTF_8,
        "--convert-to",
        "fods",
        "--outdir",
        str(folder),
        str(folder / "claims.csv"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    rows = list(ElementTree.parse(folder / "claims.fods").iter(f"{TABLE}table-row"))
    header, row = (cells(some) for some in rows[:2])
    first = {words: cell for (_, words), cell in zip(header, row, strict=False)}
    kinds = {name: first[name][0] for name in ("value_best", "confidence", "excerpt")}
    assert kinds == {"value_best": "float", "confidence": "float", "excerpt": "string"}
    assert "»" in first["excerpt"][1] and "Â" not in first["excerpt"][1]
