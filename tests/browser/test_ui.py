"""A newcomer's first minutes in the UI: press Materialize all, wait, and look at what there is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

SECONDS_TO_APPEAR = 90
SECONDS_TO_RUN = 240

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Visitor:
    """Someone who looks at pages and waits for what they expect there."""

    def __init__(self, browser: webdriver.Chrome, address: str, shots: Path) -> None:
        self.browser = browser
        self.address = address
        self.shots = shots

    def text(self) -> str:
        """All that the page shows."""
        return self.browser.find_element(By.TAG_NAME, "body").text

    def open(self, page: str, *expected: str) -> str:
        """Opens a page and waits until it shows all that is expected."""
        self.browser.get(self.address + page)
        self.wait(lambda: all(words in self.text() for words in expected), f"{page} to show {expected}")
        return self.text()

    def wait(self, condition: Callable[[], bool], what: str, seconds: int = SECONDS_TO_APPEAR) -> None:
        """Waits until something holds; a page that redraws itself meanwhile is looked at again."""
        WebDriverWait(self.browser, seconds, ignored_exceptions=[Exception]).until(lambda _: condition(), what)

    def show_preview(self) -> None:
        """Opens the preview, where it is too large to stand in the page."""
        for link in self.browser.find_elements(By.XPATH, "//*[contains(text(), 'Show Markdown')]"):
            link.click()

    def press(self, label: str) -> None:
        """Presses the button with a label."""

        def press() -> bool:
            buttons = self.browser.find_elements(By.XPATH, f"//button[contains(., '{label}')]")
            ready = [button for button in buttons if button.is_displayed() and button.is_enabled()]
            if ready:
                ready[0].click()
            return bool(ready)

        self.wait(press, f"a button {label}")

    def keep(self, name: str) -> None:
        """Keeps a picture of the page."""
        self.browser.save_screenshot(str(self.shots / f"{name}.png"))


@pytest.fixture
def visitor(browser: webdriver.Chrome, ui: str, tmp_path: Path) -> Visitor:
    """A visitor at the UI."""
    shots = tmp_path / "screenshots"
    shots.mkdir()
    return Visitor(browser, ui, shots)


def test_materialize_all_and_look_around(visitor: Visitor) -> None:
    """Without button, check, schema or preview a newcomer has nothing to hold on to; a title must not run script."""
    visitor.open("/asset-groups", "Materialize all", "raw", "extracted", "reconciled", "published")
    visitor.keep("1-graph")
    visitor.press("Materialize all")
    visitor.wait(lambda: "Launched run" in visitor.text(), "the run to be launched")
    visitor.open("/runs", "Manually launched")
    visitor.wait(lambda: "Success" in visitor.text() or "Failure" in visitor.text(), "the run to end", SECONDS_TO_RUN)
    visitor.keep("2-runs")
    assert "Failure" not in visitor.text()

    visitor.open("/assets/claims?view=overview", "Row count", "Columns", "What is counted, a measure of the codebook")
    visitor.keep("3-claims")
    visitor.open("/assets/claims?view=checks", "schema", "This is a blocking asset check.", "Passed")
    visitor.keep("4-check")
    visitor.open("/assets/claims?view=events", "preview", "dagster/row_count", "new articles")
    visitor.show_preview()
    visitor.wait(lambda: "victim_group" in visitor.text() and "killed" in visitor.text(), "the preview")
    visitor.keep("5-preview")

    # The report's title holds script: the preview must show it as text and not run it.
    visitor.open("/assets/articles?view=events", "preview")
    visitor.show_preview()
    visitor.wait(lambda: "<script>" in visitor.text(), "the title as text")
    visitor.keep("6-markup")
    assert visitor.browser.execute_script("return window.marked") is None
