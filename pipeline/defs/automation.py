"""What runs by itself: the jobs, the schedules, the sensors, and assets that follow what they are made from.

Here belongs when a run starts. All is off until someone turns it on; `reckoner ui` turns it on. Every start is bounded:
a sensor asks once for a state of the raw folder, an asset follows once each change above it, a run whose process died
is started again once. Nothing tries again what failed for a reason.
"""

import hashlib
import os

import dagster as dg

from pipeline.defs.settings import DAILY_AT, POLL_MINUTES, PROCESSED, RAW, TIMEZONE, WATCH, review_address, setting
from pipeline.defs.store.folder import open_folder
from pipeline.defs.store.lock import is_busy
from pipeline.defs.store.manifest import raw_listing
from pipeline.defs.store.news import up_to_date
from pipeline.defs.store.review import review_fingerprint
from pipeline.defs.watching.sources import FILE, load_sources

REBUILD = {"ops": {"reading": {"config": {"rebuild": True}}, "extraction": {"config": {"rebuild": True}}}}
SECONDS_BETWEEN_LOOKS = 30
ON = bool(os.environ.get(WATCH))
SENSOR_STATUS = dg.DefaultSensorStatus.RUNNING if ON else dg.DefaultSensorStatus.STOPPED
SCHEDULE_STATUS = dg.DefaultScheduleStatus.RUNNING if ON else dg.DefaultScheduleStatus.STOPPED
TABLES = dg.AssetSelection.all() - dg.AssetSelection.assets("fetched_pages")

everything = dg.define_asset_job(
    "everything",
    selection=dg.AssetSelection.all(),
    description="Looks at the watched sources, then brings all tables up to date.",
)
only_new = dg.define_asset_job(
    "only_new",
    selection=TABLES,
    description="Brings all tables up to date from the files that are there; only what changed is read and extracted.",
)
rebuild = dg.define_asset_job(
    "rebuild",
    selection=TABLES,
    config=REBUILD,
    description="Starts over from the raw files. Recorded revisions are kept.",
)
publish_again = dg.define_asset_job(
    "publish_again",
    selection=dg.AssetSelection.groups("published"),
    description="Writes the published files again from the tables of the last run, without reading a report.",
)
watch_sources = dg.define_asset_job(
    "watch_sources",
    selection=dg.AssetSelection.assets("fetched_pages"),
    description="Looks at the sources in sources.yml and fetches what is new; the sensor does the rest.",
)


def at(clock: str) -> str:
    """The cron expression of a time of day."""
    hour, _, minute = clock.partition(":")
    return f"{int(minute)} {int(hour)} * * *"


daily = dg.ScheduleDefinition(
    name="daily",
    job=everything,
    cron_schedule=at(setting(DAILY_AT)),
    execution_timezone=setting(TIMEZONE),
    default_status=SCHEDULE_STATUS,
    description="Brings all tables up to date each day at a time of day (RECKONER_DAILY_AT, RECKONER_TIMEZONE).",
)


@dg.schedule(
    job=watch_sources,
    cron_schedule=f"*/{int(setting(POLL_MINUTES))} * * * *",
    default_status=SCHEDULE_STATUS,
    description="Looks at the watched sources every RECKONER_POLL_MINUTES; does nothing while none is listed.",
)
def poll() -> dg.RunRequest | dg.SkipReason:
    """Asks for a look where there is something to look at."""
    raw = open_folder(setting(RAW))
    if not load_sources(raw).listed:
        return dg.SkipReason(f"{FILE} below {raw.url} lists no source.")
    return dg.RunRequest()


@dg.sensor(
    job=only_new,
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    default_status=SENSOR_STATUS,
    description="Looks for files added, changed, renamed or removed below the raw folder and asks for a run.",
)
def raw_folder_sensor(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Compares sizes and times with those of the last look; where they differ, asks whether the tables know already."""
    raw, store = open_folder(setting(RAW)), open_folder(setting(PROCESSED))
    if not raw.exists():
        return dg.SkipReason(f"The raw folder {raw.url} does not exist.")
    listing = raw_listing(raw)
    decided = review_fingerprint(open_folder(review_address(setting(RAW))))
    seen = hashlib.sha256(repr((listing, decided)).encode("utf-8", "surrogatepass")).hexdigest()
    if seen == context.cursor:
        return dg.SkipReason(f"No change among {len(listing)} files below {raw.url}.")
    if is_busy(store):
        return dg.SkipReason(f"A run is writing to {store.url}; the next look is taken when it has ended.")
    context.update_cursor(seen)
    if up_to_date(raw, store):
        return dg.SkipReason(f"The tables hold all {len(listing)} files below {raw.url}.")
    return dg.RunRequest(tags={"reckoner/files": str(len(listing))})


follow_upstream = dg.AutomationConditionSensorDefinition(
    "follow_upstream",
    target=TABLES,
    default_status=SENSOR_STATUS,
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    description="Makes the assets below one that was materialized by hand, once each change.",
)
