"""Learn from labelled cards what a card's text is: makes words/learned.<lang>.txt. Needs `pip install scikit-learn`.

Learned from: tests/data/logic_models/learning/*.txt (kind|flags|text), the labelled sets of cards, and the cards of the
sound models. Never from the sets named in KEPT, which judge what was learned.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from amatmida.logic_model.learned import ANSWERS, FLAGS, KINDS, LANGS, SCALE, WORDS, features
from amatmida.logic_model.sense import sense

DATA = Path(__file__).parents[1] / "tests/data/logic_models"
MODELS = DATA.parents[2] / "course/logic_models"
KEPT = ("third-unseen", "fourth-unseen")
"""Sets that nobody looks at and nothing is learned from."""
FEWEST, MOST = 2, 1500
"""Cards a feature must stand in, and features of a language."""
RARE = 30
OWN = 3
"""How often the site's own scenarios count: what is said of them is read first."""
Row = tuple[str, str, str]
"""Text, kind, flags; a flag that was not judged is a question mark."""
LETTER = {name: letter for letter, name in KINDS.items()}
BY_RULE = {"outcome-beyond-reach": "b", "vague-outcome": "v", "satisfaction-as-outcome": "e"}


PLANTED = BY_RULE | {
    "activity-as-goal": "a",
    "activity-as-outcome": "a",
    "output-as-outcome": "o",
    "output-no-amount": "a",
}


def learning() -> Iterator[Row]:
    """The cards written for learning."""
    for file in sorted((DATA / "learning").glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            kind, flags, text = line.split("|", 2)
            yield text, kind, flags


def judged() -> Iterator[Row]:
    """The labelled sets: what really is, and what the rules tell besides."""
    for file in sorted(DATA.glob("texts.*.yml")):
        if not file.stem.endswith(KEPT):
            for _column, really, rules, text in _rows(file):
                kind = next((BY_RULE[rule] for rule in rules.split() if rule in BY_RULE), LETTER[really])
                people = "p" if "clear-outcome" in rules else "?"
                yield text, kind, people + ("s" if "several-ideas" in rules else "")


def sound() -> Iterator[Row]:
    """The cards of sound models are what their columns say, and their indicators of outcomes count a change."""
    for file in sorted(DATA.glob("models*.yml")):
        if not file.stem.endswith(KEPT):
            for model in _rows(file)["sound"]:
                for card in model["cards"]:
                    head, text = card.split(" | ", 1)
                    column = head.split()[1]
                    yield text, LETTER["outcome" if column.startswith("outcome") else column], "?"
                for indicator in model["indicators"]:
                    head, name, *_ = (part.strip() for part in indicator.split("|"))
                    if head.endswith(" outcome"):
                        yield name, LETTER["outcome"], "?"


def own() -> Iterator[Row]:
    """The site's scenarios: their cards, and the mistakes planted in them, in both languages."""
    for file in sorted(MODELS.glob("*.yml")):
        model = _rows(file)
        for card in model.get("nodes", ()):
            kind = LETTER["outcome" if card["kind"].startswith("outcome") else card["kind"]]
            yield from ((card["text"][lang], kind, "?") for lang in LANGS)
        for exercise in model.get("exercises", ()):
            for mistake in exercise.get("planted", ()):
                if kind := PLANTED.get(mistake["rule"]):
                    yield from ((mistake["text"][lang], kind, "?") for lang in LANGS)


def learn(rows: list[Row]) -> dict[str, list[int]]:
    """Feature → weights, with the start of all sums under ""."""
    # Only learning needs these; whoever asks whether what was learned is fresh does not.
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    table = DictVectorizer(dtype=np.int8)
    everything = table.fit_transform([dict.fromkeys(features(text, sense(text)), 1) for text, _, _ in rows])
    often = np.asarray(everything.sum(0)).ravel()
    kinds = [kind for _, kind, _ in rows]
    first = LogisticRegression(C=0.3, max_iter=1000).fit(everything, kinds)
    worth = np.abs(first.coef_).max(0) * np.sqrt(np.minimum(often, RARE)) * (often >= FEWEST)
    chosen = np.sort(np.argsort(-worth)[:MOST])
    some = csr_matrix(everything[:, chosen])
    answers = [_fit(some, kinds), *(_fit(*_flagged(some, rows, flag)) for flag in FLAGS)]
    assert list(answers[0].classes_) == list(KINDS)
    weights = np.round(np.vstack([one.coef_ for one in answers]) * SCALE).astype(int)
    start = np.round(np.concatenate([one.intercept_ for one in answers]) * SCALE).astype(int)
    names = table.get_feature_names_out()[chosen]
    return {"": start.tolist()} | {
        str(name): row.tolist() for name, row in zip(names, weights.T, strict=True) if row.any()
    }


def _fit(some: Any, labels: Any) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=0.3, max_iter=1000).fit(some, labels)


def _flagged(some: Any, rows: list[Row], flag: str) -> tuple[Any, list[bool]]:
    """What was judged: a question mark says nothing of people and amounts, but several ideas are always named."""
    known = [at for at, (_, _, flags) in enumerate(rows) if flag == "s" or "?" not in flags]
    return some[known], [flag in rows[at][2] for at in known]


def line(name: str, weights: list[int]) -> str:
    """A feature and its weights, without zeros."""
    return f"{name}\t{','.join(str(one or '') for one in weights).rstrip(',')}"


def cards() -> list[Row]:
    """Everything that is learned from. A few short cards were written by a judge too, word by word; these are not."""
    judging = {text for part in KEPT for _, _, _, text in _rows(DATA / f"texts.{part}.yml")}
    rows = [*dict.fromkeys([*learning(), *judged(), *sound()]), *[*own()] * OWN]
    return [row for row in rows if row[0] not in judging]


def _rows(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def digest(rows: list[Row]) -> str:
    """Changes with the cards, their labels and what is seen in them."""
    told = hashlib.sha256()
    for text, kind, flags in rows:
        told.update(f"{kind}|{flags}|{sorted(set(features(text, sense(text))))}\n".encode())
    return told.hexdigest()


def main() -> None:
    """Write the weights of every language."""
    rows = cards()
    (WORDS / "learned.digest.txt").write_text(digest(rows) + "\n", encoding="utf-8")
    for lang in LANGS:
        mine = [row for row in rows if sense(row[0]).lang == lang]
        made = learn(mine)
        text = "\n".join(line(name, weights) for name, weights in sorted(made.items()))
        (WORDS / f"learned.{lang}.txt").write_text(text + "\n", encoding="utf-8")
        print(lang, len(mine), "cards", len(made), "features", len(ANSWERS), "answers", file=sys.stderr)


if __name__ == "__main__":
    main()
