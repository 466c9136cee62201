"""The command `run`: all assets in this process over the project's instance; the run stands in the UI afterwards.

Here belongs executing the job and wording its failure. How progress looks is told in terminal.py.
"""

import logging
import os
import sys
import warnings

import dagster as dg
from dagster import DagsterEventType, DagsterInstance
from dagster._core.utils import make_new_run_id
from rich.console import Console
from rich.markup import escape

from pipeline.defs.automation import REBUILD
from pipeline.defs.failures import root_cause
from pipeline.defs.progress import watched_by
from pipeline.defs.retention import forget_old_runs
from pipeline.defs.terminal import Terminal

OF_THE_SYSTEM = "[Errno "
"""How the operating system's errors are written."""
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
"""The terminal shows progress; Dagster keeps the whole log of a run in its instance."""


def open_terminal() -> Console:
    """The terminal as it is now: while a step runs, Dagster sends what it prints to a log."""
    return Console(file=os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding=sys.stdout.encoding))


def materialize_all(definitions: dg.Definitions, rebuild: bool, started: float) -> int:
    """Materializes every asset; 0 when all went well."""
    console = open_terminal()
    logging.getLogger("dagster").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", category=dg.PreviewWarning)
    job = definitions.resolve_job_def("only_new")
    run_id = make_new_run_id()
    terminal = Terminal(console, started)
    with DagsterInstance.get() as instance, watched_by(terminal), terminal:
        instance.add_event_listener(run_id, terminal.on_event)
        config = QUIET | (REBUILD if rebuild else {})
        result = job.execute_in_process(config, instance=instance, raise_on_error=False, run_id=run_id)
        forget_old_runs(instance)
    if result.success:
        console.print(terminal.summary)
        return 0
    sentences = failures(result)
    for sentence in sentences:
        console.print(f"[bold red]Failed[/] {escape(sentence)}", soft_wrap=True)
    if any(OF_THE_SYSTEM in sentence for sentence in sentences):
        console.print("Check disk space and permissions there, and run again.")
    kept = f"The published tables are those of the last good run. The whole story: make ui, run {run_id[:8]}."
    console.print(kept, soft_wrap=True)
    return 1


def failures(result: dg.ExecuteInProcessResult) -> list[str]:
    """What went wrong, a sentence a step; before the first step, what kept the run from starting."""
    found = []
    for event in result.all_events:
        if event.event_type == DagsterEventType.STEP_FAILURE:
            error = event.step_failure_data.error
            found.append(f"{event.step_key}: {root_cause(error) if error else event.message}")
        elif event.event_type == DagsterEventType.RUN_FAILURE and not found:
            error = event.job_failure_data.error
            found.append(root_cause(error) if error else event.message or "The run failed.")
    return found

