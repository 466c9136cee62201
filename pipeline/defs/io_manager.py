"""The IO manager: frames that pass from asset to asset lie as Parquet in the store, so that each asset can run alone.

Here belongs where a frame lies and that it comes back with its exact types. Articles, mentions and claims are written
month by month by their own assets; here they are only read.
"""

from typing import Any

import dagster as dg
import pandas as pd
from pydantic import Field

from pipeline.defs.store.articles import CurrentArticles
from pipeline.defs.store.extractions import Extraction
from pipeline.defs.store.folder import open_folder
from pipeline.defs.store.months import parquet_bytes, read_table
from pipeline.defs.working_tables import MODELS


class ParquetIOManager(dg.ConfigurableIOManager):
    """Keeps frames below the output folder, on any file system that fsspec knows."""

    processed: str = Field(description="Folder or fsspec address that tables are written to (RECKONER_PROCESSED)")

    def handle_output(self, context: dg.OutputContext, obj: Any) -> None:
        """Writes the frame of an asset, whole or not at all."""
        if not isinstance(obj, pd.DataFrame):
            raise TypeError(f"{name_of(context)} gave a {type(obj).__name__}; only frames can be kept as Parquet.")
        path = path_of(name_of(context))
        open_folder(self.processed).write(path, parquet_bytes(obj))
        context.add_output_metadata({"path": f"{self.processed}/{path}"})

    def load_input(self, context: dg.InputContext) -> pd.DataFrame:
        """Reads the frame of an asset."""
        asset = name_of(context)
        store = open_folder(self.processed)
        if asset == "articles":
            return CurrentArticles(store).read_all()
        if asset == "mentions":
            return Extraction(store).mentions.read_all()
        if asset == "claims":
            return Extraction(store).claims.read_all()
        rows = read_table(store, path_of(asset), MODELS[asset])
        if rows is None:
            raise FileNotFoundError(
                f"{self.processed}/{path_of(asset)} is missing or damaged. Materialize {asset} again, or all assets."
            )
        return rows


def name_of(context: dg.InputContext | dg.OutputContext) -> str:
    """Name of the asset that is written or read."""
    return context.asset_key.to_user_string()


def path_of(asset: str) -> str:
    """Where the frame of an asset lies below the output folder."""
    return f"_store/{asset}.parquet"
