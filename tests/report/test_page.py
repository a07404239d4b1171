"""The page in a real browser (Debian's chromium, headless): filters, search, views, links; no network, no errors."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from report_cases import corpus
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from policydoc.render.report import FORMS

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    if not (CHROMIUM and DRIVER):
        pytest.skip("chromium and chromedriver are not on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1440,1000",
                     "--force-prefers-reduced-motion"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


def entries(browser: webdriver.Chrome, log: str) -> list[dict[str, Any]]:
    """What the browser wrote down since the last call."""
    found: list[dict[str, Any]] = browser.get_log(log)  # type: ignore[no-untyped-call]
    return found


@pytest.fixture
def page(browser: webdriver.Chrome, tmp_path: Path) -> Iterator[webdriver.Chrome]:
    """The report over four years, fresh; afterwards nothing was asked of the network and nothing complained."""
    file = tmp_path / "report.html"
    file.write_bytes(FORMS["html"](corpus(2021, 2022, 2023, 2024), "zh"))
    for log in ("performance", "browser"):
        entries(browser, log)
    browser.get("about:blank")
    browser.get(file.as_uri())
    yield browser
    assert entries(browser, "browser") == []
    events = [json.loads(entry["message"])["message"] for entry in entries(browser, "performance")]
    asked = {event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"}
    assert file.as_uri() in asked
    assert {url for url in asked if url.startswith(("http", "ws"))} == set()


def shown(page: webdriver.Chrome) -> list[str]:
    ids: list[str] = page.execute_script("return [...document.querySelectorAll('article.row')]"
                                         ".filter(row => row.offsetParent).map(row => row.id)")
    return ids


def test_verdict_buttons_filter(page: webdriver.Chrome) -> None:
    comparison = corpus(2021, 2022, 2023, 2024)
    assert len(shown(page)) == len(comparison.rows)
    button = page.find_element(By.CSS_SELECTOR, "button[data-verdict=strengthened]")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert shown(page) == [f"r{n}" for n in order(page) if "strengthened" in verdicts(n)]
    page.find_element(By.CSS_SELECTOR, "button[data-verdict=weakened]").send_keys(Keys.ENTER)
    assert shown(page) == [f"r{n}" for n in order(page) if {"strengthened", "weakened"} & verdicts(n)]
    assert page.find_element(By.ID, "shown").text == f"显示 {len(shown(page))}／{len(comparison.rows)} 条"
    page.find_element(By.ID, "clear").click()
    assert len(shown(page)) == len(comparison.rows)
    assert button.get_attribute("aria-pressed") == "false"


def order(page: webdriver.Chrome) -> list[int]:
    return list(page.execute_script(
        "return [...document.querySelectorAll('article.row')].map(row => +row.id.slice(1))"))


def verdicts(index: int) -> set[str]:
    row = corpus(2021, 2022, 2023, 2024).rows[index]
    return {row.verdict, *row.also}


def test_chapter_filter(page: webdriver.Chrome) -> None:
    option = page.find_elements(By.CSS_SELECTOR, "#chapter optgroup:nth-of-type(2) option")[1]
    option.click()
    value = option.get_attribute("value")
    expected = page.execute_script("return document.querySelectorAll(`article.row[data-chapter='${arguments[0]}']`)"
                                   ".length", value)
    assert 0 < len(shown(page)) == expected < len(corpus(2021, 2022, 2023, 2024).rows)
    headings = [h.text for h in page.find_elements(By.TAG_NAME, "h4") if h.is_displayed()]
    assert headings == [option.text.strip()]


def test_search_finds_text_across_the_redline(page: webdriver.Chrome) -> None:
    comparison = corpus(2021, 2022, 2023, 2024)
    box = page.find_element(By.ID, "search")
    box.send_keys("每季度专题研判")  # 季度 is an insertion in 2022
    texts = ["".join(comparison.editions[row.step + side].text[u.start:u.end] for side, ids in
                     ((0, row.old), (1, row.new)) for u in (comparison.unit(row.step + side, p) for p in ids))
             for row in comparison.rows]
    wanted = {f"r{n}" for n, text in enumerate(texts) if "每季度专题研判" in text}
    assert wanted and set(shown(page)) == wanted
    box.send_keys("查无此语")
    assert shown(page) == [] and page.find_element(By.ID, "none-left").is_displayed()
    box.send_keys(Keys.ESCAPE)
    assert len(shown(page)) == len(comparison.rows)


def test_redline_switch(page: webdriver.Chrome) -> None:
    deleted = next(d for d in page.find_elements(By.CSS_SELECTOR, "article[data-verdict^=strengthened] .new .text del"))
    assert not deleted.is_displayed()
    page.find_element(By.CSS_SELECTOR, "button[data-view=inline]").click()
    assert deleted.is_displayed()
    olds = page.find_elements(By.CSS_SELECTOR, "article[data-verdict^=strengthened] .old .text")
    assert olds and not any(old.is_displayed() for old in olds)
    dropped = page.find_element(By.CSS_SELECTOR, "article[data-verdict^=dropped] .old .text")
    assert dropped.is_displayed()


def test_links_lead_to_sentences_and_to_hidden_rows(page: webdriver.Chrome) -> None:
    link = page.find_element(By.CSS_SELECTOR, "#concepts td a")
    target = (link.get_attribute("href") or "").partition("#")[2]
    page.execute_script("arguments[0].click()", link)
    assert page.execute_script("return document.querySelector(':target').id") == target
    page.find_element(By.CSS_SELECTOR, "button[data-verdict=new]").click()
    row = page.find_element(By.CSS_SELECTOR, "#threads a.chip.v-kept")
    page.execute_script("arguments[0].click()", row)
    identity = (row.get_attribute("href") or "").partition("#")[2]
    WebDriverWait(page, 5).until(lambda _: identity in shown(page))


def test_theme_button_turns_the_page_dark(page: webdriver.Chrome) -> None:
    def paper() -> str:
        return str(page.execute_script("return getComputedStyle(document.body).backgroundColor"))

    before = paper()
    page.find_element(By.ID, "theme").click()
    assert paper() != before


def test_controls_are_reached_and_named(page: webdriver.Chrome) -> None:
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert (page.switch_to.active_element.get_attribute("href") or "").endswith("#main")
    for control in page.find_elements(By.CSS_SELECTOR, "button, select, input"):
        assert control.accessible_name.strip()


@pytest.mark.parametrize("width", [1440, 390])
def test_page_is_no_wider_than_the_window(page: webdriver.Chrome, width: int) -> None:
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                         {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    assert page.execute_script("return document.documentElement.scrollWidth") <= width
    page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_readable_without_scripts(page: webdriver.Chrome) -> None:
    page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.refresh()
        assert not page.find_element(By.CSS_SELECTOR, ".tools").is_displayed()
        assert all(row.is_displayed() for row in page.find_elements(By.CSS_SELECTOR, "article.row"))
    finally:
        page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
