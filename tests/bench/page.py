"""What a reader's browser gets on a lesson page, and how fast an answer is answered."""

from __future__ import annotations

import gzip
import statistics
from pathlib import Path
from typing import Any

from browser import chromium, serving

LESSON = "guide/measurement/indicators/"
LESSONS = [f"guide/measurement/{name}/" for name in ("policy", "theory-of-change", "logic-model", "indicators")]
CLICK = """async (at) => {
  const item = document.querySelectorAll('amat-quiz .amat-item:is([data-type=single], [data-type=truefalse])')[at];
  item.querySelector('input[type=radio]').click();
  const button = item.querySelector('.amat-actions .is-main');
  const start = performance.now();
  button.click();
  const said = item.querySelector('.amat-verdict');
  await new Promise(done => { const look = () => said && said.textContent.trim() ? requestAnimationFrame(done) : setTimeout(look, 0); look(); });
  return performance.now() - start;
}"""


def own_bytes(site: Path) -> dict[str, float]:
    """Gzipped KB of our own JS and CSS that a lesson page loads (not Material's, not fonts), by kind."""
    asked: set[str] = set()
    with serving(site) as home, chromium() as browser:
        page = browser.new_page()
        page.on("request", lambda request: asked.add(request.url.removeprefix(home)))
        page.goto(home + LESSON)
        page.wait_for_load_state("networkidle")
    ours = [name for name in asked if name.startswith("assets/amatmida/") and name.endswith((".js", ".css"))]
    sizes: dict[str, float] = {"js": 0, "css": 0, "files": len(ours)}
    for name in ours:
        sizes[name.rsplit(".", 1)[1]] += len(gzip.compress((site / name).read_bytes(), 9)) / 1000
    return sizes


def answer_times(site: Path) -> list[float]:
    """Milliseconds from pressing "check" to the frame that shows feedback, at a quarter of the CPU's speed."""
    with serving(site) as home, chromium() as browser:
        return [time for lesson in LESSONS for time in _answers(browser.new_page(), home + lesson)]


def _answers(page: Any, address: str) -> list[float]:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    debugger = page.context.new_cdp_session(page)
    debugger.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    count = page.locator("amat-quiz .amat-item:is([data-type=single], [data-type=truefalse])").count()
    return [float(page.evaluate(CLICK, at)) for at in range(count)]


def summary(times: list[float]) -> str:
    """Median and worst."""
    return f"median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms of {len(times)}"
