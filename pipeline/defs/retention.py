"""Old runs are forgotten, so that the instance does not grow with the days past.

Here belongs how many runs Dagster remembers. Tables and revisions are not touched: they remember everything.
"""

import contextlib
import shutil
from pathlib import Path

import dagster as dg

from pipeline.defs.automation import SENSOR_STATUS
from pipeline.defs.settings import KEEP_RUNS, setting

MOST_AT_ONCE = 50
"""Runs forgotten at a time: after an upgrade there may be years of them."""
FINISHED = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]


def forget_old_runs(instance: dg.DagsterInstance) -> int:
    """Removes the finished runs beyond RECKONER_KEEP_RUNS with their events and logs; gives how many."""
    kept = int(setting(KEEP_RUNS))
    finished = instance.get_run_records(dg.RunsFilter(statuses=FINISHED), limit=kept + MOST_AT_ONCE)
    old = [record.dagster_run.run_id for record in finished[kept:]]
    for run_id in old:
        instance.delete_run(run_id)
        for path in files_of(instance, run_id):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
    return len(old)


def files_of(instance: dg.DagsterInstance, run_id: str) -> list[Path]:
    """What a run leaves on the disk beside the database's index."""
    found: list[Path] = []
    with contextlib.suppress(Exception):
        # An instance over another database has no such folders.
        found.append(Path(instance.storage_directory()) / run_id)
        history = Path(instance.root_directory) / "history" / "runs"
        found += history.glob(f"{run_id}.db*")
    return found


@dg.run_status_sensor(
    run_status=dg.DagsterRunStatus.SUCCESS,
    default_status=SENSOR_STATUS,
    description="Forgets the runs beyond RECKONER_KEEP_RUNS, so that the instance does not grow.",
)
def forget(context: dg.RunStatusSensorContext) -> None:
    """After each good run."""
    n_forgotten = forget_old_runs(context.instance)
    if n_forgotten:
        context.log.info(f"{n_forgotten} old runs forgotten")
