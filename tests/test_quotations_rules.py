"""Each rule of reading quotations that stands in a function of its own, in sentences that only it reads right.

`data/quotations_rules.jsonl`: the full answer, which is another one where the rule is replaced by one that never holds.
"""

import importlib
import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import frnews

ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "data/quotations_rules.jsonl").read_text(encoding="utf-8").splitlines()
]


def _always(answer: Any) -> Callable[..., Any]:
    return lambda *_arguments, **_named: answer


def _unchanged(number: int) -> Callable[..., Any]:
    """Return the argument of that number as it came."""
    return lambda *arguments: arguments[number]


# What a rule answers where it does not hold: for one that leaves something out, that nothing is to be left out.
WITHOUT: dict[str, Callable[..., Any]] = {
    "_french._subjects.SubjectSearch._befell": _always(False),
    "_french._subjects.SubjectSearch._complement": _always(None),
    "_french._subjects.SubjectSearch._most": _always(False),
    "_french._subjects.SubjectSearch._of_relative": _always(False),
    "_french._subjects.SubjectSearch._only_describes": _always(False),
    "_french._verb_signs.follows_up": _always(False),
    "_french._verb_signs.opens_marks": _always(False),
    "_quotations._admission._answers_fact": _always(False),
    "_quotations._alone._beside_clause": _always(None),
    "_quotations._alone._predicated": _always(None),
    "_quotations._alone._speaks": _always(False),
    "_quotations._announced._claimed": _always(()),
    "_quotations._announced._judges": _always(True),
    "_quotations._announced._says_more": _always(False),
    "_quotations._attributed._is_reported": _always(False),
    "_quotations._boundaries._closes_sentence": _always(False),
    "_quotations._boundaries._has_its_verb": _always(True),
    "_quotations._boundaries._only_describes": _always(False),
    "_quotations._boundaries._opens_subordinate": _always(False),
    "_reporting._complements._Search._excepts": _always(False),
    "_reporting._complements._Search._repeats": _always(False),
    "_quotations._cue_speakers._noun_of_participle": _always(None),
    "_quotations._boundaries._says_more": _always(False),
    "_quotations._cue_speakers._causee": _always(None),
    "_reporting._inserted._closing_inversion": _always(None),
    "_quotations._cue_speakers._subject_of_governor": _always(None),
    "_reporting._cues._parts": _always(False),
    "_quotations._extent._awaits_verb": _always(False),
    "_quotations._extent.bracket_before": _always(None),
    "_quotations._extent.leaves_unsaid": _always(False),
    "_quotations._framed._awaits_verb": _always(False),
    "_quotations._framed._last_clause": _unchanged(1),
    "_quotations._framed._is_of_saying": _always(False),
    "_reporting._frame_ends._over_group_apart": _unchanged(1),
    "_reporting._frame_ends._over_apposed": _unchanged(1),
    "_reporting._inserted._has_it_do": _always(False),
    "_reporting._inserted._heard_from": _always(None),
    "_reporting._inserted._is_left_alone": _always(False),
    "_quotations._introduced._announces": _always(False),
    "_quotations._introduced._whose_view": _always(None),
    "_names._cast.Cast._distant_noun": _always(""),
    "_names._groups._is_called": _always(False),
    "_names._group_ends.linked_before": _always(False),
    "_names._documents.document_noun": _always(-1),
    "_names._mentions.named_behind_plural": _unchanged(1),
    "_speakers._reading.Reader._is_topic": _always(False),
}
# Modules that import a rule by its name.
IMPORTING = {
    "_french._verb_signs.follows_up": ("_french._tags",),
    "_french._verb_signs.opens_marks": ("_french._tags",),
    "_quotations._extent.bracket_before": ("_quotations._framed",),
    "_quotations._extent.leaves_unsaid": ("_quotations._boundaries", "_quotations._framed"),
    "_names._documents.document_noun": ("_speakers._descriptions", "_speakers._named"),
    "_names._mentions.named_behind_plural": ("_speakers._reading",),
}


def _homes(rule: str) -> tuple[list[Any], str]:
    """Return the modules or the class in which a rule is looked up, and its name there."""
    path, _, name = rule.rpartition(".")
    module, _, owner = path.rpartition(".")
    if owner.lstrip("_")[0].isupper():
        return [getattr(importlib.import_module(f"frnews.{module}"), owner)], name
    return [importlib.import_module(f"frnews.{each}") for each in (path, *IMPORTING.get(rule, ()))], name


def _answer(text: str) -> list[list[Any]]:
    return [
        [[segment.text for segment in quotation.segments], quotation.speaker and quotation.speaker.name]
        for quotation in frnews.parse(text).quotations
    ]


def _parameter(row: dict[str, Any]) -> Any:
    return pytest.param(row, id=f"{row['rule']}: {row['text'][:40]}")


def test_each_rule_has_its_sentences() -> None:
    assert min(Counter(row["rule"] for row in ROWS).values()) >= 2
    assert {row["rule"] for row in ROWS} == set(WITHOUT)


@pytest.mark.parametrize("rule", WITHOUT)
def test_no_module_imports_a_rule_unseen(rule: str) -> None:
    homes, name = _homes(rule)
    held = getattr(homes[0], name)
    loaded = [module for path, module in sys.modules.items() if path.startswith("frnews.")]
    assert [module for module in loaded if vars(module).get(name) is held and module not in homes] == []
    assert all(getattr(home, name) is held for home in homes)


@pytest.mark.parametrize("row", [_parameter(row) for row in ROWS])
def test_quotations(row: dict[str, Any]) -> None:
    assert _answer(row["text"]) == row["quotations"]


@pytest.mark.usefixtures("replaceable")
@pytest.mark.parametrize("row", [_parameter(row) for row in ROWS])
def test_the_answer_is_another_one_without_the_rule(row: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    homes, name = _homes(row["rule"])
    for home in homes:
        monkeypatch.setattr(home, name, WITHOUT[row["rule"]])
    assert _answer(row["text"]) != row["quotations"]
