"""Reads the marked-up cases of `data/speakers/*.txt`: short texts with their quotations and who speaks in each."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from frnews._draft import Draft
from frnews._sentences import split_sentences
from frnews._speakers import resolve_speakers

DATA = Path(__file__).parent / "data" / "speakers"
# [[content]], {{cue}}, <<mention>>, ((agent)), {(addressee)}; "2:" after the opening sign numbers the quotation.
_OPENS = {"]]": "[[", ">>": "<<", "}}": "{{", "))": "((", ")}": "{("}
_MARK = re.compile(r"(\[\[|<<|\{\{|\(\(|\{\()(?:(\d+):)?|(\]\]|>>|\}\}|\)\)|\)\})")


@dataclass(frozen=True)
class Case:
    """One text, its quotations, and for each the expected name, role, gender and via ("." where not checked).

    Attributes:
        fault: What is read wrongly, of a text whose right answer frnews does not give yet; empty for the others.

    """

    id: str
    text: str
    drafts: tuple[Draft, ...]
    expected: tuple[tuple[str, ...], ...]
    fault: str = ""

    def as_parameter(self):
        """Return the case as a parameter of a test that is to fail where the case has a fault."""
        marks = [pytest.mark.xfail(strict=True, reason=self.fault)] if self.fault else []
        return pytest.param(self, id=self.id, marks=marks)


def _spans(marked: str) -> tuple[str, dict[tuple[str, int], list[tuple[int, int]]]]:
    """Return the text without its marks, and the spans that they mark by kind and number."""
    text, position, opened = "", 0, []
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match[1]:
            opened.append((match[1], int(match[2] or 1), len(text)))
        else:
            at = max(at for at, (kind, *_) in enumerate(opened) if kind == _OPENS[match[3]])
            kind, number, start = opened.pop(at)
            spans.setdefault((kind, number), []).append((start, len(text)))
    return text + marked[position:], spans


def _kind(text: str, content: tuple[int, int]) -> str:
    """Return the kind of a quotation by the marks around it and in it."""
    start, end = content
    if text[start] in "«“" or text[start - 2 : start].strip(" \u00a0") in ("«", '"', "“"):
        return "direct"
    return "mixed" if "«" in text[start:end] else "indirect"


def read_marked(marked: str) -> tuple[str, list[Draft]]:
    """Return a text without its marks, and the quotations that they mark."""
    text, spans = _spans(marked.replace("⏎", "\n"))
    return text, drafts_of(text, spans)


def read_resolved(marked):
    """Return a marked-up text without its marks, and its quotations with who speaks in each."""
    text, drafts = read_marked(marked)
    resolutions, _ = resolve_speakers(text, split_sentences(text), drafts)
    return text, list(zip(drafts, resolutions, strict=True))


def drafts_of(text: str, spans: dict[tuple[str, int], list[tuple[int, int]]]) -> list[Draft]:
    """Return the quotations that some marks stand for."""

    def one(kind: str, number: int) -> tuple[int, int] | None:
        return spans.get((kind, number), [None])[0]

    return [
        Draft(
            _kind(text, contents[0]),
            tuple(contents),
            one("{{", number),
            one("<<", number),
            "test",
            one("((", number),
            one("{(", number),
        )
        for (kind, number), contents in sorted(spans.items(), key=lambda item: item[1])
        if kind == "[["
    ]


def read_cases(name: str, folder: Path = DATA) -> list[Case]:
    """Return the cases of one file; what stands behind "!" in a line of its own is the fault of a case."""
    cases = []
    blocks = re.split(r"\n\s*\n", (folder / f"{name}.txt").read_text(encoding="utf-8").strip())
    for block in blocks:
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        marked, *answers = (line for line in lines if line[0] != "!")
        fault = " ".join(line[1:].strip() for line in lines if line[0] == "!")
        text, spans = _spans(marked.replace("⏎", "\n"))
        drafts = drafts_of(text, spans)
        expected = tuple(tuple(part.strip() for part in answer[1:].split("|")) for answer in answers)
        assert len(expected) == len(drafts), marked
        cases.append(Case(f"{name}-{len(cases) + 1}", text, tuple(drafts), expected, fault))
    return cases
