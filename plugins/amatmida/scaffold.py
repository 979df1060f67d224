"""Files to start from. A new file is complete enough to be checked, and says where to write."""

from __future__ import annotations

import re

from pydantic import TypeAdapter, ValidationError

from amatmida.core.artifact import Artifact
from amatmida.core.model import Id

_QUIZ = """\
# yaml-language-server: $schema=../schemas/quiz.schema.json
quiz: {id}
title: {{he: "כותרת החידון", en: "Title of the quiz"}}
purpose: practice
behaviour:
  feedback: immediate
  tries: 2
  retry: wrong-only
stems: {{}}
items:
  - id: q-{id}-01
    type: single
    objectives: [{objective}]
    level: apply
    read: {read}
    prompt:
      he: "מה שואלים?"
      en: "What is asked?"
    hints:
      - he: "רמז שמכוון לסעיף הנכון"
        en: "A hint that leads to the right section"
    options:
      - id: a
        text: {{he: "תשובה שגויה סבירה", en: "A plausible wrong answer"}}
        feedback:
          he: "מדוע היא שגויה, למי שבחרו בה בתום לב"
          en: "Why it is wrong, for a person who chose it in good faith"
      - id: b
        correct: true
        text: {{he: "התשובה הנכונה", en: "The right answer"}}
        feedback: {{he: "נכון, כי …", en: "Right, because …"}}
    explain:
      he: "הרעיון שמאחורי התשובה"
      en: "The idea behind the answer"
    source: [{{id: decision-489, at: "§2"}}]
"""

TEMPLATES = {"quiz": ("quizzes/{id}.yml", _QUIZ)}
_ID: TypeAdapter[str] = TypeAdapter(Id)


def new(what: str, id: str) -> Artifact | str:
    """A file from the template `what`, or why the id cannot be used."""
    try:
        _ID.validate_python(id)
    except ValidationError:
        return f"{id}: an id is lower-case ASCII letters and digits joined by - or . (at most 64)"
    path, template = TEMPLATES[what]
    words = {"id": id, "objective": "policy.who-what-when", "read": "guide/measurement/policy.md"}
    return Artifact.text(path.format(id=id), re.sub(r"[ \t]+\n", "\n", template.format(**words)))
