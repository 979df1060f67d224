"""Files to start from. A new file is complete enough to be checked, and says where to write."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from amatmida.core.artifact import Artifact
from amatmida.core.model import Id

_QUIZ = """\
# yaml-language-server: $schema=../schemas/quiz.schema.json
quiz: {id}
title: {{he: "", en: ""}}
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
    # מה שואלים? מקרה קצר עדיף על הגדרה. / What is asked? A short case beats a definition.
    prompt: {{he: "", en: ""}}
    # רמז שמכוון לסעיף הנכון ואינו מגלה את התשובה. / A hint that leads to the section and does not tell the answer.
    hints:
      - {{he: "", en: ""}}
    options:
      # תשובה שגויה סבירה, ומדוע היא שגויה למי שבחרו בה בתום לב. / A plausible wrong answer, and why it is wrong.
      - id: a
        text: {{he: "", en: ""}}
        feedback: {{he: "", en: ""}}
      - id: b
        correct: true
        text: {{he: "", en: ""}}
        feedback: {{he: "", en: ""}}
    # הרעיון שמאחורי התשובה. / The idea behind the answer.
    explain: {{he: "", en: ""}}
    source: [{{id: decision-489, at: "§2"}}]
"""

_METHOD = """\
# yaml-language-server: $schema=../../schemas/method.schema.json
method: {id}
title: {{he: "", en: ""}}
# דקות עבודה של מי שמארגנים, בלי זמן המתנה. / Minutes of the organisers' work, without waiting.
time:
  prepare: {{min: 60, max: 120}}
  run: {{min: 60, max: 120}}
  summarise: {{min: 60, max: 120}}
group: {{min: 4, max: 10}}
cost: {{level: low, words: {{he: "", en: ""}}}}
access:
  how: {{he: "", en: ""}}
  not_for: {{he: "", en: ""}}
  # phone, no-reading, remote, alone, unnamed
  needs: []
what: {{he: "", en: ""}}
why: {{he: "", en: ""}}
# 4 עד 8 צעדים. / 4 to 8 steps.
how:
  - {{he: "", en: ""}}
  - {{he: "", en: ""}}
  - {{he: "", en: ""}}
  - {{he: "", en: ""}}
# equality, confidentiality, conflict, consent, privacy
legal:
  - {{topic: consent, text: {{he: "", en: ""}}}}
# before, writing, live, operation, end
stages: [before]
# recipients, families, operators, potential-operators, authorities, staff
who: [recipients]
product: {{he: "", en: ""}}
mistakes:
  - {{he: "", en: ""}}
read: guide/participation/who.md#audiences
source: [{{id: inference}}]
"""

TEMPLATES = {"quiz": ("quizzes/{id}.yml", _QUIZ), "method": ("course/methods/{id}.yml", _METHOD)}
_ID: TypeAdapter[str] = TypeAdapter(Id)


def new(what: str, id: str) -> Artifact | str:
    """A file from the template `what`, or why the id cannot be used."""
    try:
        _ID.validate_python(id)
    except ValidationError:
        return f"{id}: an id is lower-case ASCII letters and digits joined by - or . (at most 64)"
    path, template = TEMPLATES[what]
    words = {"id": id, "objective": "policy.who-what-when", "read": "guide/measurement/policy.md"}
    return Artifact.text(path.format(id=id), template.format(**words))
