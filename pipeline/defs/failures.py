"""Failed runs: a line in the log, a line in a file, and the command that a user plugs in for mail or chat.

Here belongs who is told of a failure. Why a run fails is worded where it runs.
"""

import json
import logging
import shlex
import subprocess
from datetime import UTC, datetime

import dagster as dg

from pipeline.defs.automation import SENSOR_STATUS
from pipeline.defs.instance import home_folder
from pipeline.defs.settings import ON_FAILURE, setting

FILE = "failures.jsonl"
SECONDS_FOR_COMMAND = 60
LOG = logging.getLogger("reckoner")


@dg.run_failure_sensor(
    default_status=SENSOR_STATUS,
    description="Tells of each failed run: a line in the log and in failures.jsonl, and RECKONER_ON_FAILURE.",
)
def tell_of_failures(context: dg.RunFailureSensorContext) -> None:
    """Takes one failed run."""
    steps = context.get_step_failure_events()
    errors = [event.step_failure_data.error for event in steps]
    words = [f"{event.step_key}: {root_cause(error)}" for event, error in zip(steps, errors, strict=True)]
    run = context.dagster_run
    failed = context.failure_event.job_failure_data if context.failure_event.is_failure else None
    whole = (failed.error if failed else None) or context.failure_event.message
    tell({
        "at": datetime.now(UTC).isoformat(timespec="seconds"), "run_id": run.run_id, "job": run.job_name,
        "why": words or [root_cause(whole)],
    })  # fmt: skip


def tell(failure: dict[str, object]) -> None:
    """Writes a failure down, then hands it to the user's command; a command that fails is itself only logged."""
    line = json.dumps(failure, ensure_ascii=False)
    LOG.error("run failed: %s", line)
    with (home_folder() / FILE).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    command = setting(ON_FAILURE)
    if command:
        try:
            subprocess.run(shlex.split(command), input=line, text=True, timeout=SECONDS_FOR_COMMAND, check=True)
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            LOG.error("%s=%s failed: %s", ON_FAILURE, command, error)


def root_cause(error: object) -> str:
    """The message of the first error in a chain, without Dagster's wrapping."""
    while cause := getattr(error, "cause", None):
        error = cause
    return str(getattr(error, "message", error)).strip()
