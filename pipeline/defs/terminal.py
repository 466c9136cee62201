"""Progress in the terminal: which asset is at work, how much is done, how fast.

Here belongs how progress looks. On something that is not a terminal, each asset gets a plain line.
"""

from types import TracebackType
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text


class Rate(ProgressColumn):
    """Pieces a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", style="cyan")


class Terminal:
    """Looks on while a run works and shows it."""

    def __init__(self, console: Console, started: float) -> None:
        self.console = console
        self.started = started
        self.summary: Any = ""
        self.tasks: dict[str, Any] = {}
        self.progress = Progress(
            SpinnerColumn(finished_text="✓"), TextColumn("{task.description}"), BarColumn(bar_width=24),
            MofNCompleteColumn(), TextColumn("{task.fields[of_what]}"), Rate(), TimeElapsedColumn(),
            console=console, transient=True, disable=not console.is_terminal,
        )  # fmt: skip

    def __enter__(self) -> "Terminal":
        self.progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.progress.stop()

    def on_event(self, entry: Any) -> None:
        """Takes one of Dagster's events: a step that starts or ends."""
        event = entry.dagster_event
        if event is None or not event.step_key:
            return
        if event.event_type_value == "STEP_START":
            self.tasks[event.step_key] = self.progress.add_task(event.step_key, total=1, of_what="")
            if not self.console.is_terminal:
                self.console.print(f"  {event.step_key} …")
        elif event.event_type_value == "STEP_SUCCESS":
            task = self.tasks[event.step_key]
            total = self.progress.tasks[task].total or 1
            self.progress.update(task, completed=total)

    def note(self, asset: str, done: int, total: int, of_what: str) -> None:
        """So much of a step's work is done."""
        if asset in self.tasks and total:
            self.progress.update(self.tasks[asset], completed=done, total=total, of_what=of_what)

    def conclude(self, summary: Any) -> None:
        """Keeps the summary until all is done."""
        self.summary = summary
