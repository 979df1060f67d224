"""The MkDocs plugin: check, assemble, and hand the staged tree to MkDocs. All thinking happens elsewhere."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.pages import Page

from amatmida.adapters import html_mend
from amatmida.adapters.disk import prune, sync
from amatmida.adapters.indexer import Indexer
from amatmida.adapters.offline_files import write_worker
from amatmida.assemble import DOCS, FRAGMENTS, Plan, assemble
from amatmida.core.memo import Memo
from amatmida.core.model import SOURCE_LANG, Lang
from amatmida.core.problem import both_languages
from amatmida.core.text import DIRECTION
from amatmida.offline.worker import is_wanted
from amatmida.search.facets import searched_as
from amatmida.search.page import Page as SearchedPage
from amatmida.search.page import is_searched, page_id, page_of
from amatmida.search.terms import terms_of
from amatmida.sharing.sitemap import UNDATED, mend_sitemap
from amatmida.site import Loader, Site

# Warnings count in --strict only for loggers below "mkdocs".
log = logging.getLogger("mkdocs.plugins.amatmida")

STAGE = ".amat/stage"
INDEXES = ".amat/search"
AUTHORED = ("docs", "course", "quizzes", "overrides", "plugins")
EMBED = "amatmida_embed"


class NoSettings(Config):
    """Nothing to set: what authors can choose is in their files."""


class AmatMidaPlugin(BasePlugin[NoSettings]):
    """See docs/about/decisions/ for why MkDocs is given a staged tree."""

    def __init__(self) -> None:
        self.serving = False
        self.edit: dict[str, str] = {}
        self.loader: Loader | None = None
        self.memo = Memo()
        self.site: Site | None = None
        self.searched: dict[str, list[SearchedPage]] = {}
        self.indexer = Indexer(Path(INDEXES))

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        # Having this method also makes MkDocs keep one instance over all rebuilds of a served site.
        self.serving = command == "serve"

    @event_priority(100)  # before static-i18n (-100) reads docs_dir
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path or "mkdocs.yml").parent
        staged = str(root / STAGE / DOCS)
        if config.docs_dir == staged:
            return config  # static-i18n builds each further language with the configuration of the first
        self.loader = self.loader or Loader(root)
        site = self.loader.load_last_good() if self.serving else self.loader.load()
        for found in site.problems:
            log.warning("\n".join(both_languages(found)))
        self._stage(site, root, config)
        self.site, self.searched, self.indexer = site, {}, Indexer(root / INDEXES)
        config.docs_dir = staged
        config.extra["worker"] = is_wanted(config.extra, serving=self.serving)
        if EMBED not in config.markdown_extensions:
            config.markdown_extensions.append(EMBED)
        config.mdx_configs[EMBED] = {"fragments": str(root / STAGE / FRAGMENTS)}
        return config

    def _stage(self, site: Site, root: Path, config: MkDocsConfig) -> None:
        plan = Plan(languages(config), config.use_directory_urls)
        artifacts = assemble(site, plan, self.memo)
        self.edit = {a.path.removeprefix(f"{DOCS}/"): a.edit for a in artifacts}
        done = sync(artifacts, root / STAGE)
        log.info(f"Staged {len(done.written)} changed, {len(done.removed)} removed, {done.unchanged} unchanged files")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        # The staged tree follows the authored one; watching both would build every edit twice.
        server.unwatch(config.docs_dir)
        root = Path(config.config_file_path or "mkdocs.yml").parent
        for folder in AUTHORED:
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Any) -> Page:
        authored, repository = self.edit.get(page.file.src_uri, ""), config.extra.get("repository", "")
        page.edit_url = f"{repository.rstrip('/')}/edit/main/{authored}" if authored and repository else None
        return page

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Any) -> str:
        page.update_date = page.meta.get("reviewed", UNDATED)  # in the sitemap; MkDocs would put the day of the build
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        lang, id = str(config.theme["language"]), page_id(page.file.src_uri)
        meta = {**page.meta, **(searched_as(self.site.catalog, id, lang) if self.site else {})}
        if is_searched(id, meta):
            self.searched.setdefault(lang, []).append(page_of(id, page.url, output, meta))
        return mended(output, lang)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name == "sitemap.xml":
            return mend_sitemap(output)
        if template_name != "404.html":
            return output
        lang = str(config.theme["language"])
        return html_mend.fallback_404(output, lang, SOURCE_LANG, lambda html: mended(html, lang))

    @event_priority(100)  # before static-i18n builds the further languages into the same folder
    def _on_post_build_first(self, *, config: MkDocsConfig) -> None:
        prune(Path(config.site_dir))
        lang: Any = config.theme["language"]
        terms = terms_of(self.site.catalog, lang, config.use_directory_urls) if self.site else []
        self.indexer.begin(lang, self.searched.get(lang, []), terms)

    @event_priority(-200)  # after static-i18n: the worker lists the site in all languages
    def _on_post_build_last(self, *, config: MkDocsConfig) -> None:
        for done in self.indexer.finish(Path(config.site_dir)):
            log.info(done)
        write_worker(Path(config.site_dir), languages(config), wanted=config.extra["worker"])

    on_post_build = CombinedEvent(_on_post_build_first, _on_post_build_last)


def mended(html: str, lang: str) -> str:
    """A rendered page with everything put right that templates cannot reach."""
    return html_mend.mend(html, lang, DIRECTION[lang], html_mend.STRINGS[lang])


def languages(config: MkDocsConfig) -> tuple[Lang, ...]:
    """The languages static-i18n will build; Hebrew alone without it."""
    plugin = config.plugins.get("i18n")
    if plugin is None:
        return ("he",)
    return tuple(entry.locale for entry in plugin.config.languages if entry.build)
