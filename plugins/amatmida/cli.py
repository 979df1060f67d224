"""`amat`: check, stage, ids, new, schema, pdf, pack. Thin: every command calls one function that tests call too."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from amatmida import __version__, report, scaffold
from amatmida.adapters.disk import sync
from amatmida.assemble import Plan, assemble
from amatmida.book.model import BOOKS, LANGS, BookError
from amatmida.core.artifact import Artifact
from amatmida.core.ids import LOCK, lock_text
from amatmida.core.problem import Problem
from amatmida.schemas import schema_files
from amatmida.site import ID_KINDS, Loader, Site

CLEAN, PROBLEMS, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 clean, 1 problems found, 2 wrong usage."""
    options = _parser().parse_args(argv)
    root: Path = options.root.resolve()
    if not (root / "docs").is_dir():
        return _usage(f"{options.root}: no docs/ folder here; go to the project's folder or use --root")
    run: Callable[[argparse.Namespace, Path], int] = options.run
    return run(options, root)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="amat", description="Check and assemble the Amat Mida site.")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="report every mistake in the authored files")
    check.add_argument("paths", nargs="*", metavar="PATH", help="report only on these files and folders")
    check.add_argument("--format", choices=tuple(report.FORMATS), default="text")
    check.set_defaults(run=_check)
    build = commands.add_parser("build", help="assemble the staged tree that a renderer builds")
    build.add_argument("--to", type=Path, default=Path(".amat/stage"), help="the staging folder")
    build.add_argument("--langs", default="he,en", help="languages, for example he,en")
    build.set_defaults(run=_build)
    ids = commands.add_parser("ids", help=f"record today's ids in {LOCK}")
    ids.set_defaults(run=_ids)
    new = commands.add_parser("new", help="start a file from a template")
    new.add_argument("what", choices=tuple(scaffold.TEMPLATES))
    new.add_argument("id", help="the new id: lower-case ASCII words joined by -")
    new.set_defaults(run=_new)
    schema = commands.add_parser("schema", help="write the JSON Schemas that editors use to schemas/")
    schema.set_defaults(run=_schema)
    pdf = commands.add_parser("pdf", help="print the guides of the built site as PDF files, and offer them in it")
    pdf.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    pdf.add_argument("--to", type=Path, default=Path("dist"), help="the folder for the files")
    pdf.add_argument("--books", default=",".join(BOOKS), help="guides, for example measurement")
    pdf.add_argument("--langs", default="he,en", help="languages, for example he,en")
    pdf.set_defaults(run=_pdf)
    pack = commands.add_parser("pack", help="make the ZIP file of the site that opens without a server, and offer it")
    pack.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    pack.add_argument("--to", type=Path, default=Path("dist"), help="the folder for the file")
    pack.set_defaults(run=_pack)
    return parser


def _usage(message: str) -> int:
    print(f"amat: {message}", file=sys.stderr)
    return USAGE


def _check(options: argparse.Namespace, root: Path) -> int:
    wanted = []
    for path in options.paths:
        place = (Path.cwd() / path).resolve()
        if not place.exists() or not place.is_relative_to(root):
            return _usage(f"{path}: no such file or folder in the project")
        wanted.append(place.relative_to(root).as_posix())
    site = Loader(root).load()
    found = [p for p in site.problems if not wanted or _inside(p.path, wanted)]
    print(report.FORMATS[options.format](found), end="")
    return PROBLEMS if found else CLEAN


def _inside(path: str, wanted: list[str]) -> bool:
    return any(w in (".", path) or path.startswith(f"{w}/") for w in wanted)


def _report_and_go_on(problems: Sequence[Problem]) -> None:
    if problems:
        print(report.text(problems), end="", file=sys.stderr)


def _build(options: argparse.Namespace, root: Path) -> int:
    site = Loader(root).load()
    _report_and_go_on(site.problems)
    langs = tuple(lang for lang in options.langs.split(",") if lang)
    if not langs or not set(langs) <= {"he", "en", "ar"}:
        return _usage(f"--langs {options.langs}: choose among he,en,ar")
    done = sync(assemble(site, Plan(langs)), root / options.to)
    print(f"{len(done.written)} written, {len(done.removed)} removed, {done.unchanged} unchanged in {options.to}")
    return PROBLEMS if site.problems else CLEAN


def ids_lock(site: Site) -> str:
    """What the ids lock should say."""
    file = site.root / LOCK
    return lock_text(site.catalog, ID_KINDS, file.read_text(encoding="utf-8") if file.is_file() else "")


def _ids(options: argparse.Namespace, root: Path) -> int:
    site = Loader(root).load()
    _report_and_go_on(site.problems)
    (root / LOCK).write_text(ids_lock(site), encoding="utf-8")
    return CLEAN


def _new(options: argparse.Namespace, root: Path) -> int:
    made: Artifact | str = scaffold.new(options.what, options.id)
    if isinstance(made, str):
        return _usage(made)
    target = root / made.path
    if target.exists():
        return _usage(f"{made.path} exists already; nothing was changed")
    assert isinstance(made.content, bytes)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made.content)
    print(f"{made.path} written; fill it in and run: amat check {made.path}")
    return CLEAN


def _schema(options: argparse.Namespace, root: Path) -> int:
    done = sync(schema_files(), root / "schemas")
    print(f"schemas/: {len(done.written)} written, {len(done.removed)} removed, {done.unchanged} unchanged")
    return CLEAN


def _pdf(options: argparse.Namespace, root: Path) -> int:
    books, langs = ([one for one in text.split(",") if one] for text in (options.books, options.langs))
    if not books or not set(books) <= set(BOOKS):
        return _usage(f"--books {options.books}: choose among {','.join(BOOKS)}")
    if not langs or not set(langs) <= set(LANGS):
        return _usage(f"--langs {options.langs}: choose among {','.join(LANGS)}")
    try:
        from amatmida.adapters.books import Order, print_books
    except ModuleNotFoundError as missing:
        return _usage(f"{missing.name} is not installed; install the pdf extra: pip install 'amatmida[pdf]'")
    order = Order(root / options.site, root / options.to, __version__, source_date(os.environ), books, langs)
    try:
        for file in print_books(order):
            print(_size(file, root))
    except BookError as wrong:
        print(f"amat: {wrong}", file=sys.stderr)
        return PROBLEMS
    return CLEAN


def _pack(options: argparse.Namespace, root: Path) -> int:
    from amatmida.adapters.packs import Order, PackError, make_pack

    try:
        file = make_pack(Order(root, root / options.site, root / options.to, __version__, source_date(os.environ)))
    except PackError as wrong:
        print(f"amat: {wrong}", file=sys.stderr)
        return PROBLEMS
    print(_size(file, root))
    return CLEAN


def _size(file: Path, root: Path) -> str:
    return f"{file.relative_to(root) if file.is_relative_to(root) else file}: {file.stat().st_size / 1e6:.1f} MB"


def source_date(environment: Mapping[str, str]) -> str:
    """ISO date of $SOURCE_DATE_EPOCH (seconds, UTC); nothing without one or when it is no number."""
    seconds = environment.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat() if seconds.isdecimal() else ""
