"""What runs by itself: the jobs, the daily rerun, and the sensor on the raw folder.

Here belongs when a run starts. Both are off until someone turns them on; `reckoner ui` turns the sensor on.
"""

import hashlib
import os

import dagster as dg

from pipeline.defs.settings import PROCESSED, RAW, TIMEZONE, WATCH, setting
from pipeline.defs.store.folder import open_folder
from pipeline.defs.store.manifest import raw_listing
from pipeline.defs.store.news import up_to_date

REBUILD = {"ops": {"reading": {"config": {"rebuild": True}}, "extraction": {"config": {"rebuild": True}}}}
SECONDS_BETWEEN_LOOKS = 30

everything = dg.define_asset_job(
    "everything",
    selection=dg.AssetSelection.all(),
    description="Brings all tables up to date. Only what changed is read and extracted again.",
)
rebuild = dg.define_asset_job(
    "rebuild",
    selection=dg.AssetSelection.all(),
    config=REBUILD,
    description="Starts over from the raw files. Recorded revisions are kept.",
)
daily = dg.ScheduleDefinition(
    name="daily",
    job=everything,
    cron_schedule="0 6 * * *",
    execution_timezone=setting(TIMEZONE),
    description="Brings all tables up to date each day at six.",
)


@dg.sensor(
    job=everything,
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    default_status=dg.DefaultSensorStatus.RUNNING if os.environ.get(WATCH) else dg.DefaultSensorStatus.STOPPED,
    description="Looks for files added, changed, renamed or removed below the raw folder and asks for a run.",
)
def raw_folder_sensor(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Compares sizes and times with those of the last look; where they differ, asks whether the tables know already."""
    raw = open_folder(setting(RAW))
    if not raw.exists():
        return dg.SkipReason(f"The raw folder {raw.url} does not exist.")
    listing = raw_listing(raw)
    seen = hashlib.sha256(repr(listing).encode("utf-8", "surrogatepass")).hexdigest()
    if seen == context.cursor:
        return dg.SkipReason(f"No change among {len(listing)} files below {raw.url}.")
    context.update_cursor(seen)
    if up_to_date(raw, open_folder(setting(PROCESSED))):
        return dg.SkipReason(f"The tables hold all {len(listing)} files below {raw.url}.")
    return dg.RunRequest(tags={"reckoner/files": str(len(listing))})
