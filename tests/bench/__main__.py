"""Print the figures. `--quick` leaves out the slow comparison at 1,000 pages; `--search` prints the search's alone."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests' helpers, as pytest sees them

from amatmida import __version__
from amatmida.adapters.books import Order, print_books
from amatmida.adapters.disk import sync
from amatmida.assemble import Plan, assemble
from amatmida.core.memo import Memo
from amatmida.site import Loader
from tests.bench import lab, page, rules, search, sites, weight


def line(name: str, figure: str, bar: str, good: bool) -> None:
    """One figure beside its bar."""
    print(f"{'ok  ' if good else 'MISS'}  {name:<58} {figure:<34} bar {bar}", flush=True)


def restaging(project: Path) -> None:
    """Assembling an unchanged tree, and after an edit of one quiz."""
    loader, memo, target = Loader(project), Memo(), project / ".amat/again"
    sync(assemble(loader.load(), Plan(), memo), target)
    started = time.perf_counter()
    done = sync(assemble(loader.load(), Plan(), memo), target)
    seconds = time.perf_counter() - started
    line(
        "re-assemble an unchanged tree, 1,000 pages x 2",
        f"{seconds:.2f} s, {len(done.written)} written",
        "0.5 s",
        seconds <= 0.5,
    )
    quiz = project / "quizzes/indicators.yml"
    quiz.write_text(
        quiz.read_text(encoding="utf-8").replace("title: {he: ", "title: {he: ", 1) + "\n# edited\n", encoding="utf-8"
    )
    text = quiz.read_text(encoding="utf-8")
    at = text.index("explain:")
    quote = text.index('"', at) + 1
    quiz.write_text(text[:quote] + "כן. " + text[quote:], encoding="utf-8")
    pages = [p for p in sync(assemble(loader.load(), Plan(), memo), target).written if p.endswith(".md")]
    line(
        "edit one quiz: pages restaged",
        f"{len(pages)}: {', '.join(sorted({p.split('/')[-1] for p in pages}))}",
        "only dependents",
        len(pages) <= 6,
    )


def builds(work: Path) -> None:
    """Builds at 250 and 1,000 pages, ours and stock."""
    small = sites.build(sites.our_project(work / "small", 250, in_nav=False))
    lean_project = sites.our_project(work / "lean", 1000, in_nav=False)
    lean = sites.build(lean_project)
    ratio = lean.seconds / small.seconds
    line(
        "250 -> 1,000 pages x 2 (cases out of nav)",
        f"{small.seconds:.1f} s -> {lean.seconds:.1f} s = {ratio:.2f} x",
        "4.8 x",
        ratio <= 4.8,
    )
    restaging(lean_project)
    full_project = sites.our_project(work / "full", 1000, in_nav=True)
    full = sites.build(full_project)
    stock = sites.build(sites.stock_project(work / "stock", full_project / ".amat/stage/docs"))
    print(f"      stock, everything in nav: {stock.seconds:.1f} s, {stock.megabytes:.0f} MB")
    ratio = full.seconds / stock.seconds
    line(
        "1,000 pages x 2, same nav: time against stock",
        f"{full.seconds:.1f} s = {ratio:.2f} x",
        "1.25 x",
        ratio <= 1.25,
    )
    ratio = lean.seconds / stock.seconds
    line(
        "1,000 pages x 2, cases out of nav: time against stock",
        f"{lean.seconds:.1f} s = {ratio:.2f} x",
        "0.35 x",
        ratio <= 0.35,
    )
    ratio = lean.megabytes / stock.megabytes
    line(
        "1,000 pages x 2, cases out of nav: size against stock",
        f"{lean.megabytes:.0f} MB = {ratio:.3f} x",
        "0.15 x",
        ratio <= 0.15,
    )


def lesson(work: Path) -> Path:
    """The lesson page in a browser; returns the project that was built for it."""
    project = sites.our_project(work / "lesson", 0, in_nav=False)
    sites.build(project)
    sizes = page.own_bytes(project / "site")
    total = sizes["js"] + sizes["css"]
    figure = f"{total:.1f} KB (js {sizes['js']:.1f}, css {sizes['css']:.1f}, {sizes['files']:.0f} files)"
    line("lesson page with a quiz: our own JS + CSS, gzip", figure, "30 KB", total <= 30)
    times = page.answer_times(project / "site")
    line("answer -> feedback at 4 x CPU throttling", page.summary(times), "50 ms", sorted(times)[len(times) // 2] <= 50)
    return project


def guide(project: Path) -> None:
    """A guide page on the wire, and both guides in print."""
    for lang in ("he", "en"):
        first, later = weight.weigh(project / "site", lang)
        figure = f"{first.kilobytes:.0f} KB ({first.heaviest()})"
        line(f"guide page, first visit, gzip, everything, {lang}", figure, "250 KB", first.kilobytes <= 250)
        figure = f"{later.kilobytes:.0f} KB"
        line(f"guide page, next page, gzip, {lang}", figure, "40 KB", later.kilobytes <= 40)
    started = time.perf_counter()
    files = list(print_books(Order(project / "site", project / "dist", __version__)))
    seconds = time.perf_counter() - started
    figure = f"{seconds:.0f} s, {sum(f.stat().st_size for f in files) / 1e6:.1f} MB"
    line(f"PDF of both guides, he and en ({len(files)} files)", figure, "120 s", seconds <= 120)


def model_rules() -> None:
    """Precision and recall of the logic-model rules, and their time on 200 nodes and 400 links."""
    rules.accuracy()
    median, first = rules.milliseconds()
    figure = f"{median:.1f} ms (first run {first:.0f} ms)"
    line("all rules, 200 nodes and 400 links, in node", figure, f"{rules.BAR_MS} ms", median <= rules.BAR_MS)


def main() -> None:
    """Everything, each figure as soon as it is known."""
    if "--search" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            search.main(line, Path(folder), 200 if "--quick" in sys.argv else 2000)
        return
    model_rules()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        guide(lesson(work))
        lab.main()
        search.main(line, work, 200 if "--quick" in sys.argv else 2000)
        if "--quick" not in sys.argv:
            builds(work)


if __name__ == "__main__":
    main()
