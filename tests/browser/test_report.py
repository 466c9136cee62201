"""The report in a real browser, opened from disk with the network off: what a journalist does with it."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_selenium_python import Axe
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from pipeline.publishing.report.build import report
from tests.browser.conftest import find_program
from tests.publishing.made_tables import CAMPAIGN, INCIDENT, a_fire

POLICIES = ["range", "highest"]
PAGES = ["index.html", "all-events-1.html", f"events/{INCIDENT}.html", f"events/{CAMPAIGN}.html"]
HOSTILE = "<script>window.marked=1</script><img src=x onerror='window.marked=1'> fire"

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a small story on disk, with script in a headline."""
    root = tmp_path_factory.mktemp("out") / "report"
    tables = a_fire()
    tables["articles"] = tables["articles"].assign(title=HOSTILE)
    for page in report(tables, POLICIES):
        (root / page.path).parent.mkdir(parents=True, exist_ok=True)
        (root / page.path).write_bytes(page.data)
    return root


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Chromium without a network."""
    options = webdriver.ChromeOptions()
    options.binary_location = find_program("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,1000",
                     f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(find_program("chromedriver")))
    driver.execute_cdp_cmd("Network.enable", {})
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    yield driver
    driver.quit()


def look_at(reader: webdriver.Chrome, folder: Path, page: str, **media: str) -> None:
    """Opens a page of the report as a screen, a printer or a dark screen shows it."""
    features = [{"name": "prefers-color-scheme", "value": media.get("scheme", "light")}]
    reader.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media.get("media", ""), "features": features})
    reader.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    reader.get((folder / page).as_uri())


def shown(reader: webdriver.Chrome) -> str:
    """All that can be seen."""
    return reader.find_element(By.TAG_NAME, "body").text


def requests(reader: webdriver.Chrome) -> list[str]:
    """Addresses that the browser asked for since the last question."""
    messages: list[dict[str, Any]] = [json.loads(e["message"])["message"] for e in reader.get_log("performance")]
    return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


def test_search_finds_an_event_and_leads_to_it(reader: webdriver.Chrome, folder: Path) -> None:
    """Without a server only a script can bring the index; a browser that refuses it leaves the box dead."""
    look_at(reader, folder, "index.html")
    box = reader.find_element(By.ID, "search")
    box.send_keys("ferry 2025-03")
    WebDriverWait(reader, 20).until(lambda _: "1 event found" in shown(reader))
    box.send_keys(Keys.TAB, Keys.ENTER)
    WebDriverWait(reader, 20).until(lambda _: INCIDENT in reader.current_url)
    assert "19 (19–23) killed" in shown(reader)


def test_another_policy_changes_figure_and_band(reader: webdriver.Chrome, folder: Path) -> None:
    """The switch must move number and chart together, or they contradict one another."""
    look_at(reader, folder, f"events/{INCIDENT}.html")
    bands = reader.find_elements(By.CSS_SELECTOR, "svg g.p")
    assert [band.is_displayed() for band in bands] == [True, False]
    reader.find_element(By.ID, "policy-range").send_keys(Keys.ARROW_RIGHT)
    assert [band.is_displayed() for band in bands] == [False, True]
    assert "23 killed" in shown(reader) and "19 (19–23) killed" not in shown(reader)


def test_a_voice_leads_to_its_sentence(reader: webdriver.Chrome, folder: Path) -> None:
    """The way from a number to its sentence is what the report is for."""
    look_at(reader, folder, f"events/{INCIDENT}.html")
    reader.find_element(By.CSS_SELECTOR, ".voices a").click()
    row = reader.find_element(By.CSS_SELECTOR, "tr:target")
    assert row.find_element(By.TAG_NAME, "mark").text == "19"
    assert row.find_element(By.CSS_SELECTOR, "a[href^='https://paper2']").is_displayed()


def test_a_chart_can_be_saved(reader: webdriver.Chrome, folder: Path, tmp_path: Path) -> None:
    """A chart goes into an article only if it can be taken out of the page."""
    reader.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    look_at(reader, folder, f"events/{INCIDENT}.html")
    button = reader.find_element(By.CSS_SELECTOR, "button[data-save]")
    reader.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()
    WebDriverWait(reader, 20).until(lambda _: [f for f in tmp_path.iterdir() if f.suffix == ".svg"])
    [saved] = tmp_path.iterdir()
    text = saved.read_text(encoding="utf-8")
    assert text.startswith("<svg") and "<style" in text and "p-highest" not in text.split("</style>")[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_everybody_can_read_it(reader: webdriver.Chrome, folder: Path, page: str, scheme: str) -> None:
    """A screen reader or a dark screen must not meet a wall: axe finds nothing of weight."""
    look_at(reader, folder, page, scheme=scheme)
    axe = Axe(reader)
    axe.inject()
    found = [v for v in axe.run()["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found] == []


def test_a_phone_shows_it_without_scrolling_sideways(reader: webdriver.Chrome, folder: Path) -> None:
    """A page wider than the phone hides half of every line."""
    for page in ("index.html", f"events/{INCIDENT}.html", f"events/{CAMPAIGN}.html"):
        look_at(reader, folder, page)
        size = {"width": 360, "height": 780, "deviceScaleFactor": 2, "mobile": True}
        reader.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        assert reader.execute_script("return document.documentElement.scrollWidth") <= 360, page
        right = "return [...document.querySelectorAll('svg.chart')].map((chart) => chart.getBoundingClientRect().right)"
        assert all(end <= 360 for end in reader.execute_script(right)), page  # the newest number stands at that end


def test_print_shows_evidence_and_addresses(reader: webdriver.Chrome, folder: Path) -> None:
    """On paper nobody can click: the addresses must stand there, the buttons need not."""
    look_at(reader, folder, f"events/{INCIDENT}.html", media="print")
    assert not reader.find_element(By.CSS_SELECTOR, ".policies").is_displayed()
    after = "return getComputedStyle(document.querySelector(\".claims a[href^='http']\"), '::after').content"
    assert "paper1.example" in reader.execute_script(after)
    folded = "return [...document.querySelectorAll('details td')].every((cell) => cell.checkVisibility())"
    assert reader.execute_script(folded)
    paper = base64.b64decode(reader.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"])
    assert paper.startswith(b"%PDF")


def test_it_reads_without_script(reader: webdriver.Chrome, folder: Path) -> None:
    """Where script is forbidden all figures, sentences and lists must still be there."""
    reader.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        look_at(reader, folder, f"events/{INCIDENT}.html")
        assert "people were killed in the fire" in shown(reader)
        look_at(reader, folder, "index.html")
        assert "All 2 events" in shown(reader) and "Find an event" not in shown(reader)
    finally:
        reader.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_hostile_headlines_do_nothing_and_nothing_goes_outside(reader: webdriver.Chrome, folder: Path) -> None:
    """A headline that runs, or a page that calls home, betrays whoever reads it."""
    requests(reader)
    for page in ("index.html", f"events/{INCIDENT}.html"):
        look_at(reader, folder, page)
        assert reader.execute_script("return window.marked") is None
    assert "onerror" in shown(reader)
    assert [url for url in requests(reader) if not url.startswith(("file://", "data:"))] == []
    assert [entry for entry in reader.get_log("browser") if entry["level"] == "SEVERE"] == []
