"""The documents: what they show runs, their worked examples come out, their recipes work for a newcomer."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml

import reckoner

ROOT = Path(__file__).parents[1]
DOCS = sorted((ROOT / "docs").glob("*.md"))
RECIPES = (ROOT / "docs" / "extend.md").read_text(encoding="utf-8")
MAKE_RUN = re.compile(r"make run RAW=(\S+) OUT=(\S+)")
PROJECT = ("pipeline", "reckoner", "pyproject.toml", "dagster.yaml")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def run_command(*arguments: str, cwd: Path, home: Path) -> str:
    """What a command prints; it must end well."""
    env = {**os.environ, "DAGSTER_HOME": str(home), "PYTHONPATH": str(cwd), "PYTHONIOENCODING": "utf-8"}
    env = {key: value for key, value in env.items() if not key.startswith("RECKONER_")}
    home.mkdir(exist_ok=True)
    done = subprocess.run(arguments, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the samples, made by the command that the README begins with."""
    root = tmp_path_factory.mktemp("samples")
    out = root / "data" / "processed"
    run_command(sys.executable, "-m", "pipeline", "run", "--raw", str(ROOT / "data" / "raw"), "--out", str(out),
                cwd=ROOT, home=root / "home")  # fmt: skip
    return out


@pytest.mark.slow
@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.stem)
def test_python_examples_run(
    page: Path, samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An example that fails is the last thing that a reader tries."""
    monkeypatch.chdir(samples.parents[1])
    monkeypatch.delenv("RECKONER_PROCESSED", raising=False)
    for code in blocks(page.read_text(encoding="utf-8"), "python"):
        exec(code, {})
        assert capsys.readouterr().out.strip()


@pytest.mark.slow
def test_worked_examples_come_out(samples: Path) -> None:
    """A page that explains a figure which is another one by now explains nothing."""
    page = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
    figures, events = (reckoner.load(name, folder=samples) for name in ("figures", "events"))
    fire = events.loc[events["event_type"] == "fire", "event_id"].item()
    told = [line.split() for block in blocks(page, "figures") for line in block.splitlines()]
    assert told
    for _, measure, group, best in told:
        chosen = figures[
            (figures["event_id"] == fire) & (figures["policy"] == "range") & (figures["scope"] == "incident")
        ]
        found = chosen[(chosen["measure"] == measure) & (chosen["victim_group"] == group)]
        assert found["best"].tolist() == [int(best)]


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with every change that the recipes show."""
    root = tmp_path_factory.mktemp("copy")
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, root / name)
    for diff in blocks(RECIPES, "diff"):
        apply(diff, root)
    return root


def apply(diff: str, root: Path) -> None:
    """Makes the changes of a diff, wherever in the file its lines stand; they must stand there once."""
    for part in re.split(r"^--- a/.*\n", diff, flags=re.MULTILINE)[1:]:
        name, _, hunks = part.partition("\n")
        path = root / name.removeprefix("+++ b/")
        for hunk in re.split(r"^@@.*\n", hunks, flags=re.MULTILINE)[1:]:
            lines = hunk.splitlines(keepends=True)
            old, new = ("".join(line[1:] or "\n" for line in lines if line[:1] != sign) for sign in "+-")
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{path.name}: the recipe's lines stand there {text.count(old)} times:\n{old}"
            path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("number", range(4), ids=["measure", "source", "policy", "rule"])
def test_recipes_work(number: int, extended: Path) -> None:
    """A newcomer whose first change does nothing does not make a second one."""
    script = blocks(RECIPES, "sh")[number]
    python = MAKE_RUN.sub(rf"{sys.executable} -m pipeline run --raw \1 --out \2", script)
    assert python != script
    told = run_command("bash", "-euc", python, cwd=extended, home=extended / "home").splitlines()
    assert script.strip().splitlines()[-1].split('"')[1] in told[-1]


def test_every_recipe_has_its_trial() -> None:
    """A recipe without a trial is a promise."""
    assert len(blocks(RECIPES, "sh")) == len(re.findall(r"^## ", RECIPES, re.MULTILINE)) == 4


def test_deployment_files_are_well_formed() -> None:
    """A unit or a values file that its program cannot read is found out on the server."""
    for name in ("reckoner.service", "reckoner.timer"):
        unit = ConfigParser(strict=False)
        unit.optionxform = str  # type: ignore[assignment, method-assign]
        unit.read_string((ROOT / "deploy" / name).read_text(encoding="utf-8"))
        assert unit["Unit"]["Description"]
    values = yaml.safe_load((ROOT / "deploy" / "kubernetes.yaml").read_text(encoding="utf-8"))
    assert values["dagster-user-deployments"]["deployments"][0]["name"] == "reckoner"


def test_the_image_copies_what_is_there() -> None:
    """A Dockerfile that copies a file which is gone does not build."""
    lines = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [name for line in lines if line.startswith("COPY ") for name in line.split()[1:-1]]
    assert copied and [name for name in copied if not (ROOT / name).exists()] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = {pattern.rstrip("*") for pattern in project["tool"]["setuptools"]["packages"]["find"]["include"]}
    assert packages <= set(copied)
