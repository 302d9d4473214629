from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.queries.support import ROOT, build_corpus, model_store
from zhengtu import validate
from zhengtu.site import Site, write
from zhengtu.store import open_store

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = ROOT / "zhengtu" / "site" / "assets" / "node_modules" / "axe-core" / "axe.min.js"
DESK, PHONE = (1280, 900), (360, 780)
_LEFT = "net::ERR_ABORTED"  # cut off, since the page was left before it came (the icon is fetched after all else)


@pytest.fixture(scope="session")
def model_site():
    return Site(model_store())


@pytest.fixture(scope="session")
def corpus_site(tmp_path_factory):
    """The shipped corpus, its files at hand, validated."""
    with open_store(build_corpus(tmp_path_factory.mktemp("site-store"))) as store:
        yield Site(store, sources=(ROOT / "corpus",), report=validate.report(store, jobs=1))


@pytest.fixture(scope="session")
def written(corpus_site, tmp_path_factory):
    """The site of the shipped corpus as a folder."""
    folder = tmp_path_factory.mktemp("site") / "政图"
    write(corpus_site, folder)
    return folder


@dataclass
class Browser:
    """Chromium, and what it told while a page was used."""

    chromium: object
    said: list[str] = field(default_factory=list)

    @contextmanager
    def page(self, address: str, size=DESK, *, scripts=True, dark=False):
        """The page at an address; leaving it asserts that nothing went wrong and nothing came from elsewhere."""
        context = self.chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, is_mobile=size == PHONE, has_touch=size == PHONE,
            java_script_enabled=scripts, color_scheme="dark" if dark else "light",
        )  # fmt: skip
        self.said.clear()
        home = address.split("#")[0].split(":")[0]
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on(
            "request", lambda request: None if request.url.startswith(home) else self.said.append(f"request: {request.url}")
        )
        page.on(
            "requestfailed",
            lambda request: None if request.failure == _LEFT else self.said.append(f"failed: {request.url} {request.failure}"),
        )
        try:
            page.goto(address)
            yield page
            assert self.said == []
        finally:
            context.close()


@pytest.fixture(scope="session")
def browser():
    if not BROWSER:
        pytest.skip("no Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield Browser(chromium)
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility rules of axe-core."""
    if not AXE.is_file():
        pytest.skip("no axe-core (npm ci in zhengtu/site/assets)")
    return Path(AXE).read_text("utf-8")


def at(folder, path):
    file, mark, fragment = path.partition("#")
    return (folder / file).as_uri() + mark + fragment


@contextmanager
def host(folder):
    """The folder on a web host, not at its root."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    with served(partial(Quiet, directory=folder.parent)) as home:
        yield f"{home}/%E6%94%BF%E5%9B%BE/"


@contextmanager
def served(handler):
    """A server of one's own on the loopback; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def assert_open_to_all(page, axe):
    """One main heading, not wider than the screen, no serious finding of axe."""
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false}).then((r) => r.violations)")
    bad = [(v["id"], v["impact"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")]
    assert bad == []
