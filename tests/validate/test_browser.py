"""The HTML report in a real browser: what a reader clicks narrows what is shown, under the page's own security policy."""

import base64
import hashlib
import html
import json
import re
import shutil
import subprocess

import pytest

from zhengtu import validate

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium")

DRIVER = """
const told = {};
const shown = () => [...document.querySelectorAll("main article")].filter((a) => a.checkVisibility()).map((a) => a.dataset.rule).sort();
const click = (selector) => document.querySelector(selector).click();
const type = (words) => { const box = document.getElementById("search"); box.value = words; box.dispatchEvent(new Event("input")); };
told.start = shown();
for (const severity of ["violation", "warning", "info", "all"]) { click("label[for=" + severity + "]"); told[severity] = shown(); }
click("#by-document > summary");
click('[data-filter=document][data-value="plan-a"]'); told.document = shown(); told.clear = document.getElementById("clear").textContent;
click("label[for=violation]"); told.both = shown(); click("label[for=all]");
click("#clear"); told.cleared = shown(); told.gone = document.getElementById("clear").hidden;
click('[data-filter=rule][data-value="new-task"]'); told.rule = shown(); click("#clear");
const agency = document.querySelector("[data-filter=agency]");
agency.click(); told.agency = shown(); told.agencyName = agency.textContent; click("#clear");
type("健全协同机制"); told.search = shown();
type("无此文字"); told.nothing = shown(); told.count = document.getElementById("shown").textContent; type("");
told.wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
const box = document.createElement("pre"); box.id = "told"; box.textContent = JSON.stringify(told); document.body.append(box);
"""


@pytest.fixture(scope="module", params=["1200,900", "500,900"], ids=["desk", "narrow"])
def told(request, model, tmp_path_factory):
    """What a browser shows after each click; the clicks are a second script, which the page's policy is told of."""
    page = validate.render(validate.run(model), "html")
    allowed = base64.b64encode(hashlib.sha256(DRIVER.encode()).digest()).decode()
    page, policies = re.subn(r"script-src ", f"script-src 'sha256-{allowed}' ", page)
    assert policies == 1
    folder = tmp_path_factory.mktemp("browser")
    (folder / "report.html").write_text(page.replace("</body>", f"<script>{DRIVER}</script></body>"), "utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--window-size={request.param}", "--dump-dom"]
    done = subprocess.run(
        [*command, (folder / "report.html").as_uri()], capture_output=True, text=True, timeout=120, check=True
    )
    found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stdout[-2000:] + done.stderr[-2000:]
    return json.loads(html.unescape(found.group(1)))


WARNINGS = ["document-without-responsibility", "number-skipped", "target-conflict"]
PLAN = ["number-skipped", "task-left-out", "task-without-responsibility"]
HINTS = ["agency-unregistered", "new-task", "task-left-out"]


def test_violations_and_warnings_are_in_sight_and_hints_folded(told):
    assert told["start"] == sorted([*WARNINGS, "task-without-responsibility"])


def test_a_severity_shows_its_findings_only(told):
    assert told["violation"] == ["task-without-responsibility"]
    assert told["warning"] == WARNINGS
    assert told["info"] == HINTS
    assert told["all"] == sorted([*WARNINGS, *HINTS, "task-without-responsibility"])  # folds once opened stay open


def test_a_document_a_check_an_agency_narrow(told):
    assert told["document"] == PLAN
    assert told["clear"].endswith("✕")
    assert told["both"] == ["task-without-responsibility"]
    assert told["rule"] == ["new-task"]
    assert told["agencyName"]
    assert 0 < len(told["agency"]) < len(told["all"])


def test_a_choice_is_taken_back(told):
    assert told["cleared"] == told["all"]
    assert told["gone"] is True


def test_words_narrow_and_the_rest_is_counted(told):
    assert "task-without-responsibility" in told["search"]
    assert "new-task" not in told["search"]
    assert told["nothing"] == []
    assert told["count"].startswith("0 / ")


def test_nothing_is_wider_than_the_window(told):
    assert told["wide"] is False
