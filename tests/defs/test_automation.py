"""What runs by itself: jobs, schedules, sensors; each change asks once, and nothing asks again and again."""

import json
import os
import sys
from pathlib import Path

import dagster as dg
import pytest

from pipeline.defs import automation, failures
from pipeline.defs.automation import at, poll, raw_folder_sensor
from pipeline.defs.instance import HOME
from pipeline.defs.settings import ON_FAILURE
from pipeline.defs.store.folder import open_folder
from pipeline.defs.store.lock import sole_writer
from tests.defs.conftest import Run

DOWNSTREAM = {"mentions", "claims", "linked_articles", "linked_claims", "events", "figures", "revisions", "anomalies",
              "events_wide", "daily", "changes", "published_tables"}  # fmt: skip


def test_jobs_schedules_and_sensors(definitions: dg.Definitions) -> None:
    """A job that vanished would leave the schedule and the sensor with nothing to start."""
    repository = definitions.get_repository_def()
    jobs = {job.name for job in repository.get_all_jobs()}
    assert {"everything", "only_new", "rebuild", "publish_again", "watch_sources"} <= jobs
    assert {schedule.name: schedule.cron_schedule for schedule in repository.schedule_defs} == {
        "daily": "0 6 * * *", "poll": "*/30 * * * *",
    }  # fmt: skip
    sensors = {sensor.name for sensor in repository.sensor_defs}
    assert {"raw_folder_sensor", "follow_upstream", "tell_of_failures", "forget"} <= sensors
    assert at("23:05") == "5 23 * * *"


def look(cursor: str | None) -> tuple[object, str | None]:
    """One look of the sensor: its answer, and the cursor that it leaves."""
    with dg.DagsterInstance.ephemeral() as instance:
        context = dg.build_sensor_context(instance=instance, cursor=cursor)
        return raw_folder_sensor(context), context.cursor


@pytest.mark.usefixtures("settings")
def test_the_sensor_asks_once_for_a_change(raw: Path) -> None:
    """A sensor that asked again and again for the same files would start thousands of runs in a night."""
    first, cursor = look(None)
    assert isinstance(first, dg.RunRequest)
    again, cursor = look(cursor)
    assert isinstance(again, dg.SkipReason)
    (raw / "bridge.txt").rename(raw / "bridge-2.txt")
    renamed, cursor = look(cursor)
    assert isinstance(renamed, dg.RunRequest)
    (raw / "bridge-2.txt").unlink()
    assert isinstance(look(cursor)[0], dg.RunRequest)


@pytest.mark.usefixtures("settings")
def test_the_sensor_waits_while_a_run_writes(out: Path, tmp_path: Path) -> None:
    """A run started beside another one would only fail; the change must not be forgotten meanwhile."""
    with sole_writer(open_folder(str(out))):
        code = "from tests.defs.test_automation import look; found, cursor = look(None); print(repr(found), cursor)"
        found = os.popen(f'cd "{Path(__file__).parents[2]}" && "{sys.executable}" -c "{code}" 2>/dev/null').read()
    assert "SkipReason" in found and "is writing to" in found and found.strip().endswith("None")


@pytest.mark.usefixtures("settings")
def test_no_source_no_look(raw: Path) -> None:
    """Nobody asks the network before someone lists a source."""
    assert isinstance(poll(), dg.SkipReason)
    (raw / "sources.yml").write_text("sources:\n  - feed: https://paper.example/rss\n")
    assert isinstance(poll(), dg.RunRequest)


def test_assets_follow_once_what_they_are_made_from(
    run: Run, raw: Path, definitions: dg.Definitions, instance: dg.DagsterInstance
) -> None:
    """Assets made by hand take those below along; afterwards, and after a failure, nothing is asked for any more."""
    assert run().success
    first = dg.evaluate_automation_conditions(definitions, instance)
    assert first.total_requested == 0
    (raw / "bridge.txt").unlink()
    assert run(assets=["raw_files", "articles", "quarantine"]).success
    second = dg.evaluate_automation_conditions(definitions, instance, cursor=first.cursor)
    asked = {key.to_user_string() for key in (dg.AssetKey(name) for name in DOWNSTREAM)
             if second.get_num_requested(key)}  # fmt: skip
    assert asked == DOWNSTREAM
    third = dg.evaluate_automation_conditions(definitions, instance, cursor=second.cursor)
    assert third.total_requested == 0


def test_a_failure_is_written_down_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline left alone that fails in silence is found dead a month later."""
    monkeypatch.setenv(HOME, str(tmp_path))
    told = tmp_path / "told.json"
    monkeypatch.setenv(ON_FAILURE, f"{sys.executable} -c \"import sys; open(r'{told}','w').write(sys.stdin.read())\"")
    failures.tell({"run_id": "1", "why": ["reading: disk full"]})
    monkeypatch.setenv(ON_FAILURE, "/no/such/command")
    failures.tell({"run_id": "2", "why": ["again"]})
    lines = (tmp_path / failures.FILE).read_text().splitlines()
    assert [json.loads(line)["run_id"] for line in lines] == ["1", "2"]
    assert json.loads(told.read_text())["why"] == ["reading: disk full"]


def test_the_failure_sensor_words_a_failed_run(
    run: Run, raw: Path, definitions: dg.Definitions, instance: dg.DagsterInstance, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The file must say what went wrong, not that something did."""
    monkeypatch.setenv(HOME, str(tmp_path))
    raw.rename(raw.with_name("moved"))
    outcome = run()
    assert not outcome.success
    event = next(e for e in outcome.result.all_events if e.event_type == dg.DagsterEventType.RUN_FAILURE)
    context = dg.build_run_status_sensor_context(
        sensor_name="tell_of_failures", dagster_instance=instance, dagster_run=outcome.result.dagster_run,
        dagster_event=event,
    ).for_run_failure()  # fmt: skip
    failures.tell_of_failures(context)
    [line] = (tmp_path / failures.FILE).read_text().splitlines()
    assert "does not exist" in line or "raw folder" in line


def test_it_is_all_off_until_someone_turns_it_on() -> None:
    """A process that only loads the definitions must start nothing."""
    assert not automation.ON
