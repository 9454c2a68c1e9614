"""Reported content without marks around which the reporter sets a frame or a clause.

"Selon X, …", "…, selon X.", "…, a indiqué X.", "…, selon X, …".
"""

from collections.abc import Iterator

from frnews._draft import Draft, Offsets
from frnews._french._clauses import skeleton_at
from frnews._french._groups import has_verb
from frnews._french._tags import tags_of
from frnews._french._words import words_of
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._extent import (
    LONGEST_CONTENT,
    Inserted,
    assemble,
    attached_cue,
    content_end,
    is_occasion,
    pieces_between,
    read_inserted,
)
from frnews._quotations._frames import Frame, may_open, read_frame
from frnews._quotations._mentions import leading_group
from frnews._quotations._speaking import is_speaker
from frnews._quotations._unit import Unit

_SHORTEST_CLAUSE = 3
# Chunks between a relative pronoun and the frame in its clause.
_RELATIVE = 4
# "…, a dit le maire, alors que la pluie tombait": the author's own words behind a clause that is complete.
_AUTHOR_GOES_ON = (["alors", "que"], ["alors", "qu'"], ["tandis", "que"], ["tandis", "qu'"])
_CLAUSE_STARTS = frozenset({"et", "mais", "car", "or", "que", "qu'", "puisque", "alors", "tandis"})


def find_framed(unit: Unit) -> Iterator[Candidate]:
    """Yield the quotations of a unit that a frame or an inserted clause reports."""
    framed: set[int] = set()  # the sentences that a frame or clause reports already
    tokens = unit.tokens
    k = 0
    while k < len(tokens):
        if tokens.quote[k] >= 0 or not may_open(tokens.low[k]):
            k += 1
            continue
        first, limit = unit.sentence_of(k)
        found: Frame | Inserted | None = read_frame(unit, k, limit)
        rule = "frame"
        if found is None and tokens.low[k] in {",", "–", "—"} and k > first and k + 1 < limit:
            found = read_inserted(unit, k + 1, limit)
            rule = "inserted clause"
            if found is not None and found.mention is None:
                found = None
        if found is None:
            k += 1
            continue
        if isinstance(found, Inserted) and found.cue.inverted and first in framed:
            k = found.last + 1
            continue  # "Selon le maire, la rue rouvrira, a-t-il dit": said once
        draft = _draft(unit, found, rule, first, limit)
        if draft is not None:
            evidence = ["completed behind"] if len(draft.segments) > 1 and _needs_rest(unit, draft) else []
            yield candidate(draft, f"rule: {rule}", *evidence, told=found.mention is not None)
            framed.add(first)
        k = max(found.last, k) + 1


def _draft(unit: Unit, found: Frame | Inserted, rule: str, first: int, limit: int) -> Draft | None:
    tokens = unit.tokens
    low = tokens.low
    after = found.last + 1
    start = first
    pieces: list[Offsets] = []
    before_end = found.first - 1
    if before_end >= first and low[before_end] in {",", "–", "—"}:
        before_end -= 1
    elif before_end > first and low[before_end] == ":" and low[found.cue_first - 1] in {"que", "qu'"}:
        before_end -= 1  # "La ville gèle les loyers : c'est ce qu'a déclaré X"
    opening = before_end < first or (rule == "frame" and _opens_clause(unit, found.first, first))
    if opening:
        if after >= limit:
            return None
        if low[after] == ":" and after + 1 < limit:
            after += 1
        elif low[after] not in {",", "–", "—"} and isinstance(found, Inserted):
            return None
        end, holes = content_end(unit, after, limit)
        pieces = pieces_between(unit, after, end, holes)
    elif after + 1 < limit and low[after] in {"que", "qu'"}:
        # "On apprend de sources concordantes que": the clause is what they say.
        pieces = pieces_between(unit, after + 1, *content_end(unit, after + 1, limit))
    else:
        relative = _relative_start(unit, found, before_end)
        start = _clause_start(unit, first, before_end) if relative is None else relative
        pieces = [unit.offsets(start, before_end)]
        if after + 1 < limit and low[after] == ":" and unit.tokens.quote[after + 1] < 0:
            pieces = []  # "mes amis, comme dit Anne Morel : nous verrons"
            start = after + 1
        whole = isinstance(found, Frame) or any(tokens.quote[i] >= 0 for i in range(start, before_end + 1))
        verbless = not has_verb(tokens, start, before_end + 1) and not has_verb(tokens, after + 1, limit)
        group = leading_group(tokens, start, before_end + 1) if verbless and not whole else None
        if group is not None and group[0] < group[1] and group[1] < before_end and low[group[1] + 1] == ",":
            return None  # "Une autre note, datée de janvier, prévient Washington": it is the verb's subject
        if group is not None and group[0] < group[1] and is_speaker(tokens, group):
            return None  # "Alfred Roy, bras droit du maire, propose aux élus les services de": the verb of the clause
        set_off = low[found.first - 1] in {",", "–", "—"} or isinstance(found, Inserted)
        attached = after < limit and attached_cue(unit, after, limit) is not None
        following = tags_of(tokens)[after + 1] if after + 1 < limit else ""
        complete = has_verb(tokens, start, before_end + 1)
        attached = attached or (
            complete
            and (following in "LQG" or _gerund_at(unit, after + 1) or low[after + 1 : after + 3] in _AUTHOR_GOES_ON)
        )
        # "L'homme, qui avait bu, selon la police, | a été arrêté"
        attached = attached or (relative is not None and complete and following in "VA")
        goes_on = after + 1 < limit and not attached and not is_occasion(unit, after + 1, limit)
        if _stands_within(unit, found, limit):
            pieces += pieces_between(unit, after, *content_end(unit, after, limit))
        elif goes_on and (low[after] == ":" or (low[after] in {",", "–", "—"} and set_off)):
            end, holes = content_end(unit, after + 1, limit)
            pronoun = found.mention is not None and tags_of(tokens)[found.mention[0]] in "Spic"
            described = bool(pieces) and not pronoun and _is_apposition(unit, start, before_end, after + 1, end)
            if not described and read_frame(unit, after + 1, limit) is None:
                pieces += pieces_between(unit, after + 1, end, holes)
    content = assemble(unit, pieces)
    if content is None:
        return None
    kind, segments = content
    return Draft(
        kind=kind,
        segments=segments,
        cue=unit.offsets(found.cue_first, found.cue_last),
        mention=unit.mention_offsets(found.mention),
        rule=rule,
    )


def _gerund_at(unit: Unit, k: int) -> bool:
    """Whether "en" with a participle stands at token `k`, clitics between them: "en le citant", not "en train de"."""
    tags = tags_of(unit.tokens)
    return unit.tokens.low[k] == "en" and "G" in tags[k + 1 : k + 4] and "N" not in tags[k + 1 : k + 2]


def _stands_within(unit: Unit, found: Frame | Inserted, limit: int) -> bool:
    """Whether a frame stands in the middle of a clause, no comma around it: "tient | selon lui | en une suspension"."""
    low, after = unit.tokens.low, found.last + 1
    within = isinstance(found, Frame) and after < limit and unit.tokens.quote[found.first - 1] < 0
    opens = within and (unit.tokens.quote[after] >= 0 or low[after] in {"«", '"', "“"})
    return within and low[found.first - 1].isalnum() and (opens or low[after].isalnum() or low[after].endswith("'"))


def _needs_rest(unit: Unit, draft: Draft) -> bool:
    """Whether what stands before the clause has no verb of its own: "Ce « coup de pouce », précise X, doit aider"."""
    first, after = (unit.tokens.first_from(offset) for offset in draft.segments[0])
    start, end = (unit.tokens.first_from(offset) for offset in draft.segments[-1])
    return not has_verb(unit.tokens, first, after) and has_verb(unit.tokens, start, end)


def _is_apposition(unit: Unit, start: int, last: int, after: int, end: int) -> bool:
    """Whether what follows a closing frame only says who the source is: "…, selon Ana Roy, membre de la Ligue"."""
    if last - start < _SHORTEST_CLAUSE or any(unit.tokens.quote[i] >= 0 for i in range(after, end)):
        return False  # "Ce n'est, d'après elle, « ni le moment ni l'endroit »."
    return has_verb(unit.tokens, start, last + 1) and not has_verb(unit.tokens, after, end)


def _opens_clause(unit: Unit, k: int, first: int) -> bool:
    """Whether the frame opens a clause inside the sentence: "…, mais selon X, …", "…, alors que pour X, …"."""
    low = unit.tokens.low
    return (k > first and (low[k - 1] in _CLAUSE_STARTS or low[k - 1] in {":", ";"})) or low[k] in words_of(
        "coordinator"
    )


def _relative_start(unit: Unit, found: Frame | Inserted, before_end: int) -> int | None:
    """Return where the relative clause starts in which alone a frame stands: "un projet | qui, selon elle, échouera"."""
    if not isinstance(found, Frame):
        return None
    skeleton = skeleton_at(unit.tokens, found.first)
    at = skeleton.chunk_at(before_end)
    verbs = 0
    for k in range(at, max(-1, at - _RELATIVE), -1):
        chunk = skeleton.chunks[k]
        if chunk.kind == "L":
            before = chunk.first - 1
            return before if before >= skeleton.first and unit.tokens.low[before] == "ce" else chunk.first
        if chunk.kind == "V" and chunk.verb is not None and chunk.verb.mood == "finite" and not verbs:
            verbs = 1
        elif chunk.kind not in {"B", "n", "p", "c"}:
            return None
    return None


def _clause_start(unit: Unit, first: int, last: int) -> int:
    """Return the token at which the clause that a closing frame covers starts."""
    low = unit.tokens.low
    k = last
    first = max(first, last - LONGEST_CONTENT)
    while k > first:
        if unit.tokens.quote[k] < 0 and (low[k] == ";" or (low[k] == ":" and unit.tokens.quote[min(k + 1, last)] < 0)):
            return k + 1
        k -= 1
    return _after_opening(unit, first, last)


def _after_opening(unit: Unit, first: int, last: int) -> int:
    """Return the first token of what is said, a participle or a coordinator of the author's before it left out.

    "Entendu mardi par la commission, le ministre doit partir, juge X", "Mais la rue rouvrira, selon X".
    """
    tags = tags_of(unit.tokens)
    if first < last and tags[first] == "C":
        first += 1
    if tags[first] == "Q" or (tags[first] == "N" and tags[first + 1 : first + 2] == ["R"] and first + 1 < last):
        comma = next((k for k in range(first + 1, last) if tags[k] == "," and unit.tokens.quote[k] < 0), None)
        if comma is not None and not has_verb(unit.tokens, first, comma) and has_verb(unit.tokens, comma, last + 1):
            return comma + 1
    return first
