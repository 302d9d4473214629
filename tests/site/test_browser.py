"""What the browser fixture is there to notice is noticed."""

import pytest


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('<img src="missing.png">', "ERR_FILE_NOT_FOUND"),
        ("<script>nothing()</script>", "nothing is not defined"),
        ('<script>console.warn("careful")</script>', "careful"),
        ('<img src="http://127.0.0.1:9/elsewhere.png">', "elsewhere.png"),
    ],
    ids=["a missing file", "an error", "a warning", "an address elsewhere"],
)
def test_it_is_told(browser, tmp_path, content, told):
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>x</title>{content}", "utf-8")
    with pytest.raises(AssertionError, match=told), browser.page(page.as_uri()) as shown:
        shown.wait_for_load_state("load")


def test_a_page_without_fault_passes(browser, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>x</title><p>x", "utf-8")
    with browser.page(page.as_uri()) as shown:
        shown.wait_for_load_state("load")
