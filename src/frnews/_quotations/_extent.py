"""How far reported content reaches, and what of it is the reporter's."""

from collections.abc import Callable

from frnews._draft import Draft, Offsets
from frnews._french._chunks import bracket_closes
from frnews._french._clauses import skeleton_at
from frnews._french._groups import Group, has_verb, noun_group
from frnews._french._phrases import phrase_at
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import VerbGroup, of_nobody
from frnews._french._words import COORDINATING, SETTING_OFF, THIRD_PERSON, words_of
from frnews._reporting._cues import Cue, cue_of, read_cue
from frnews._reporting._inserted import attached_cue, read_inserted
from frnews._reporting._lexicon import reporting_nouns
from frnews._reporting._marks import Quoted
from frnews._reporting._speaking import is_document, is_speaker
from frnews._reporting._unit import Unit
from frnews._types import QuotationKind

# No reporter's sentence is longer; what has no full stop for pages is no sentence, and must not cost its square.
LONGEST_CONTENT = 300
# Clauses and frames of the reporter's within one sentence, at most.
_MOST_HOLES = 12
# Tokens from "comme" to the verb behind it: "comme | le maire de Mons | l'avait dit".
_LONGEST_LIKENESS = 8
# Words within which a comma shows that the sentence goes on behind what is left unsaid.
_LONGEST_UNSAID = 12
_JOINING = COORDINATING | {"puisque"}
# Tokens of an aside between a verb and its "que", at most.
_LONGEST_ASIDE = 12
# Words that join another verb of the same speaker's.
_ATTACHING = frozenset({",", "et", "mais", "puis", "avant", "tout", "en"})
# Words at which content may end or be parted, whatever governs it.
_SHOWING = _JOINING | SETTING_OFF | {"(", ")", ";", ":", "selon", "d'", "puis", "avant", "tout", "en"}


def content_end(
    unit: Unit, start: int, limit: int, ends: Callable[[int], bool] | None = None, *, sourced: bool = False
) -> tuple[int, list[tuple[int, int]]]:
    """Return the token after the content that starts at token `start`, and the inserted clauses to leave out of it.

    Args:
        unit: The unit.
        start: First token of the content.
        limit: Token after the sentence.
        ends: Whether the author goes on at a token, for content that a cue governs.
        sourced: Whether a frame names who says it, so that a verb behind "et" goes with the verb before it.

    """
    tokens, low = unit.tokens, unit.tokens.low
    sentence_end, limit = limit, min(limit, start + LONGEST_CONTENT)
    holes: list[tuple[int, int]] = []
    k = start
    around = tokens.quote[max(start - 1, 0) : start + 1]
    within = around[0] if len(set(around)) == 1 else -1  # inside marks, these are no signs of what is said there
    while k < limit and len(holes) < _MOST_HOLES:
        word = low[k]
        if tokens.quote[k] >= 0 and tokens.quote[k] != within:
            k += 1
            continue
        behind_mark = k > start and tokens.quote[k - 1] not in {-1, within}
        if word not in _SHOWING and not behind_mark:
            if ends is not None and ends(k):
                return k, holes
            k += 1
            continue
        if word == "(" and k > start and (close := bracket_closes(tokens, k, limit)) is not None:
            k = close + 1  # "(Mons, Ath, Tournai)": nothing ends within brackets
            continue
        if _stops(unit, start, k, limit, ends, behind_mark=behind_mark, sourced=sourced):
            return k, holes
        frame_end = _closing_frame(unit, k, sentence_end) if word in {"selon", "d'"} and k > start else None
        if frame_end is not None and frame_end < limit:
            if low[k - 1] == "," and frame_end + 1 < limit and low[frame_end + 1] == ",":
                holes.append((k - 1, frame_end + 1))  # ", selon lui,"
                k = frame_end + 2
                continue
            return k, holes
        if word in SETTING_OFF and k > start:
            inserted = read_inserted(unit, k + 1, limit)
            if inserted is not None and (inserted.cue.inverted or not _awaits_verb(unit, start, k)):
                if inserted.last + 1 >= limit or low[inserted.last + 1] in {".", ";", ":", "!", "?", "…"}:
                    return k, holes
                holes.append((k, inserted.last + 1 if low[inserted.last + 1] == word else inserted.last))
                k = inserted.last + 1
                continue
            if is_occasion(unit, k + 1, limit):
                return k, holes
        # "Selon X, le roi, montrant le ciel, a souri": a framed clause is to have its verb.
        awaited = k == start or (ends is None and not has_verb(tokens, start, k))
        if not awaited and _joins_more(unit, start, k, limit, sourced=sourced):
            return k, holes
        k += 1
    return k if len(holes) == _MOST_HOLES else limit, holes


def _stops(
    unit: Unit,
    start: int,
    k: int,
    limit: int,
    ends: Callable[[int], bool] | None,
    *,
    behind_mark: bool,
    sourced: bool,
) -> bool:
    """Whether content ends at a sign, at a reporter's words behind its marks, or where the author goes on."""
    word = unit.tokens.low[k]
    if word == ")" and ends is not None and bracket_before(unit.tokens, start) is not None:
        return True  # "(le maire a dit que tout allait bien | )"
    if behind_mark and _reporter_goes_on(unit, k, limit, framed=ends is None) and not _awaits_verb(unit, start, k):
        return True
    if word == "," and k > start and _comments(unit, k + 1):
        return True
    if word == ";" and not (sourced and _stays_reported(unit, start, k, limit)):
        return True
    if word != ";" and ends is not None and ends(k):
        return True
    return word == ":" and start < k < limit - 1 and unit.tokens.quote[k + 1] >= 0


def _stays_reported(unit: Unit, start: int, k: int, limit: int) -> bool:
    """Whether the clause behind ";" is in the conditional, as that before: "dix auraient fui; un aurait ri".

    Such a conditional leaves what is told to its source (Grevisse, Le Bon Usage, conditionnel de l'information non
    vérifiée).
    """
    skeleton = skeleton_at(unit.tokens, start)
    before, behind = skeleton.finite_between(start, k), skeleton.first_finite(k + 1, limit)
    return bool(before) and behind is not None and before[-1].tense == behind.tense == "conditional"


def _joins_more(unit: Unit, start: int, k: int, limit: int, sourced: bool) -> bool:
    """Whether what token `k` joins is no part of the content: "« A » | car, selon lui, « B »", "A | et promet B"."""
    word = unit.tokens.low[k]
    if word in _JOINING and _framed_anew(unit, k, limit):
        return True
    attached = attached_cue(unit, k, limit) if word in _ATTACHING else None
    if sourced and attached is not None and attached.mood == "finite" and _agrees_with_last(unit, start, k, attached):
        return False  # "Selon la police, il s'est enfui | et dit avoir eu peur"
    return attached is not None and not _is_of_content(unit, start, k, attached)


def _agrees_with_last(unit: Unit, start: int, k: int, attached: Cue) -> bool:
    """Whether a verb behind "et" at token `k` is in the number of the last one before it, as far as both show."""
    before = skeleton_at(unit.tokens, start).finite_between(start, k)
    number = before[-1].number if before else None
    return not number or not attached.number or number == attached.number


def bracket_before(tokens: Tokens, start: int) -> int | None:
    """Return the bracket that is open at token `start`, or None: what is said within it ends with it."""
    for k in range(start - 1, max(-1, start - LONGEST_CONTENT), -1):
        if tokens.low[k] in {"(", ")"}:
            return k if tokens.low[k] == "(" else None
    return None


def _framed_anew(unit: Unit, k: int, limit: int) -> bool:
    """Whether what a coordinator at token `k` joins has a frame of its own: "« A » | car, selon lui, « B »"."""
    tokens, i = unit.tokens, k + 1
    if i < limit and tokens.low[i] == ",":
        i += 1
    if i >= limit or tokens.low[i] not in {"selon", "d'", "à"}:
        return False
    return _source_after(unit, i) > i or tokens.low[i + 1 : i + 3] in (["ses", "yeux"], ["leurs", "yeux"])


def _awaits_verb(unit: Unit, start: int, k: int) -> bool:
    """Whether the clause of a "que" waits for its verb at token `k`: "disait que le chef, lui, | les appelait"."""
    return unit.tokens.low[start - 1 : start] in (["que"], ["qu'"]) and not has_verb(unit.tokens, start, k)


def _is_of_content(unit: Unit, start: int, k: int, attached: Cue) -> bool:
    """Whether a verb behind "et" at token `k` goes with that of the content by its tense, and not with the cue.

    "a soutenu que la loi créait un monstre | et remettait en cause la paix". Behind "avant de" and "en" it does so
    where it reports nothing: "dit avoir signé | avant de décider de partir", but "a dit A | avant d'ajouter que B".
    """
    after = attached.last + 1
    if unit.tokens.low[k] in {"avant", "en"} and unit.tokens.quote[k - 1] < 0 and has_verb(unit.tokens, start, k):
        if unit.tokens.low[after : after + 1] == [","]:  # "avant d'ajouter, | pour finir, | que B"
            commas = range(after + 1, min(after + _LONGEST_ASIDE, len(unit.tokens)))
            after = next((c + 1 for c in commas if unit.tokens.low[c] == ","), after)
        return (
            after < len(unit.tokens) and unit.tokens.low[after] not in {"que", "qu'"} and unit.tokens.quote[after] < 0
        )
    if attached.mood != "finite" or unit.tokens.low[k] not in {"et", "mais"}:
        return False
    skeleton = skeleton_at(unit.tokens, start)
    content, cue = skeleton.finite_between(start, k), skeleton.finite_before(start)
    if not content or cue is None:
        return False
    if attached.number and content[-1].number and attached.number != content[-1].number:
        return False

    def alike(group: VerbGroup) -> bool:
        return (group.tense, group.compound) == (attached.tense, attached.compound)

    return alike(content[-1]) and not alike(cue)


def _reporter_goes_on(unit: Unit, k: int, limit: int, *, framed: bool) -> bool:
    """Whether the reporter goes on at token `k` behind closing marks: "… » évoquant", "…, puis il est parti".

    What is `framed` goes on as well: "Selon X, la ville n'a « plus un sou », | et il faudra vendre le théâtre".
    """
    low = unit.tokens.low
    said = read_cue(unit.tokens, k)
    if said is not None and said.mood == "participle":
        return True
    i = k
    while i < limit and i - k < 3 and low[i] in {",", "et", "mais", "puis"}:
        i += 1
    if not k < i < limit or low[i] not in THIRD_PERSON | {"on"} or not has_verb(unit.tokens, i + 1, min(i + 5, limit)):
        return False
    verb = skeleton_at(unit.tokens, i).verb_over(i + 1) if framed and low[i] == "il" else None
    return verb is None or not of_nobody(verb)


def _source_after(unit: Unit, k: int) -> int:
    """Return the token after "selon" or "d'après" at token `k`, or `k` where neither stands there."""
    low = unit.tokens.low
    return k + 1 if low[k] == "selon" else k + 2 if low[k + 1 : k + 2] == ["après"] else k


def _closing_frame(unit: Unit, k: int, limit: int) -> int | None:
    """Return the last token of the frame at token `k` that names who says the sentence, or None."""
    tokens, source = unit.tokens, _source_after(unit, k)
    if source == k:
        return None
    key = ("closing frame", k, limit)  # all that is said before it in the sentence asks where it ends
    if key not in tokens.asked:
        group = noun_group(tokens, source, limit)
        set_off = tokens.low[k - 1] == ","  # but "versées selon les critères de Maastricht"
        sure = group is not None and (set_off or is_document(tokens, group) or tokens.is_capital(group[1]))
        speaks = group is not None and (
            is_speaker(tokens, group) or (set_off and _closes_with_name(unit, group, limit))
        )
        tokens.asked[key] = group[1] if group is not None and sure and speaks else None
    known: int | None = tokens.asked[key]
    return known


def _closes_with_name(unit: Unit, group: Group, limit: int) -> bool:
    """Whether a group with a name closes the sentence: "selon | la dernière vague du baromètre BVA"."""
    tokens = unit.tokens
    named = tokens.low[group[0]] in words_of("determiner") and any(
        map(tokens.is_capital, range(group[0], group[1] + 1))
    )
    return named and not has_verb(tokens, group[1] + 1, limit)


def _comments(unit: Unit, k: int) -> bool:
    """Whether words at token `k` say something of what was said: ", | une accusation que le club dément", "ce que"."""
    low = unit.tokens.low
    if low[k : k + 2] in (["ce", "dont"], ["ce", "que"], ["ce", "qu'"]):
        return True
    if low[k : k + 1] == ["comme"]:
        return _did_before(unit, k)
    noun = k + (low[k : k + 1] in (["un"], ["une"]))
    told = low[noun : noun + 1] and low[noun] in reporting_nouns() and unit.tokens.quote[k] < 0
    behind = "".join(tags_of(unit.tokens)[noun + 1 : noun + 3])
    return bool(told) and (behind[:1] in {"L", "U", "Q"} or behind == "BQ")


def _did_before(unit: Unit, k: int) -> bool:
    """Whether somebody is told to have said or done it before, to the end: ", | comme il l'avait déjà fait en mai"."""
    skeleton, (_, limit) = skeleton_at(unit.tokens, k), unit.sentence_around(k)
    verb = skeleton.first_finite(k, min(limit, k + _LONGEST_LIKENESS))
    if verb is None or "l'" not in verb.clitics or not verb.compound:
        return False
    goes_on = "," in unit.tokens.low[k:limit] or skeleton.first_finite(verb.last + 1, limit) is not None
    return not goes_on and ("faire" in verb.lemmas or cue_of(unit.tokens, verb) is not None)


def leaves_unsaid(unit: Unit, k: int) -> bool:
    """Whether words at token `k` tell what is not said: ", | sans préciser lesquels"."""
    if unit.tokens.low[k] != "sans" or k + 1 >= len(unit.tokens):
        return False
    verb = skeleton_at(unit.tokens, k).verb_over(k + 1)
    if verb is None or verb.mood != "infinitive" or cue_of(unit.tokens, verb) is None:
        return False
    _, limit = unit.sentence_around(k)
    low, last = unit.tokens.low, min(limit, verb.last + _LONGEST_UNSAID) - 1
    return not any(low[i] == "," and low[i + 1] not in {"mais", "puis"} for i in range(verb.last + 1, last))


def is_occasion(unit: Unit, k: int, limit: int) -> bool:
    """Whether the occasion of the saying stands at token `k`: "lors d'une rencontre", "dans un communiqué"."""
    if k + 1 >= limit:
        return False
    if phrase_at(unit.tokens, k, "occasion"):
        return True
    return phrase_at(unit.tokens, k, "medium") > 0 and any(
        unit.tokens.low[i] in words_of("medium") for i in range(k + 2, min(k + 5, limit))
    )


def after_opening(unit: Unit, first: int, last: int) -> int:
    """Return the first token of what is said between two, behind a participle or a purpose that is the author's.

    "Entendu mardi par la commission, | le ministre doit partir, juge X", "Pour expliquer ce chiffre, | « … », dit X"
    """
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    described = tags[first] == "Q" or (tags[first] == "N" and tags[first + 1 : first + 2] == ["R"] and first + 1 < last)
    if not described and not _is_to_say(unit, first):
        return first
    comma = next((k for k in range(first + 1, last) if tags[k] == "," and tokens.quote[k] < 0), None)
    if comma is None or has_verb(tokens, first + (not described) * 2, comma) or not has_verb(tokens, comma, last + 1):
        return first
    return comma + 1


def _is_to_say(unit: Unit, first: int) -> bool:
    """Whether "pour" or "afin de" and an infinitive of saying stand at a token."""
    low = unit.tokens.low
    verb = first + 1 if low[first] == "pour" else first + 2 if low[first : first + 2] == ["afin", "de"] else 0
    cue = read_cue(unit.tokens, verb) if 0 < verb < len(unit.tokens) else None
    return cue is not None and cue.mood == "infinitive"


def pieces_between(unit: Unit, start: int, after: int, holes: list[tuple[int, int]]) -> list[Offsets]:
    """Return the content from token `start` to before `after`, in as many pieces as the inserted clauses cut it."""
    pieces: list[Offsets] = []
    at = start
    for hole_first, hole_last in holes:
        if hole_first > at:
            pieces.append(unit.offsets(at, hole_first - 1))
        at = max(at, hole_last + 1)
    if at < after:
        pieces.append(unit.offsets(at, after - 1))
    return pieces


def assemble(unit: Unit, pieces: list[Offsets]) -> tuple[QuotationKind, tuple[Offsets, ...]] | None:
    """Return the kind and the segments of reported content that stands in `pieces`, or None where they hold nothing."""
    trimmed = []
    for start, end in pieces:
        start, end = unit.trim(start, end)
        if any(c.isalnum() for c in unit.text[start:end]):
            trimmed.append((start, end))
    if not trimmed:
        return None
    quotes = [unit.quotes[number] for number in sorted({n for s, e in trimmed for n in unit.quotes_in(s, e)})]
    if not quotes:
        return "indirect", tuple(trimmed)
    bare = all(_inside(unit, piece, quotes) for piece in trimmed)
    if bare:
        segments = []
        for quote in quotes:
            for start, end in trimmed:
                s, e = max(start, quote.start), min(end, quote.end)
                if end >= quote.end - 1 and start <= quote.end:
                    e = quote.end
                if s < e:
                    segments.append((s, e))
        return ("direct", tuple(segments)) if segments else None
    whole = []
    for start, end in trimmed:
        for quote in quotes:
            if (
                quote.open < start < quote.close
                and unit.text[quote.open : start].strip("«»\"“”„‟‹›'‘’<> \u00a0\u202f") == ""
            ):
                start = quote.open
            if quote.open < end < quote.close and unit.trim(end, quote.close)[0] >= quote.end:
                end = quote.close
        whole.append((start, end))
    return "mixed", tuple(whole)


def draft_of(
    unit: Unit,
    pieces: list[Offsets],
    rule: str,
    *,
    cue: Offsets | None,
    mention: Offsets | None = None,
    agent: Offsets | None = None,
) -> Draft | None:
    """Return the quotation whose content stands in `pieces`, or None where they hold nothing."""
    content = assemble(unit, pieces)
    return None if content is None else Draft(*content, cue=cue, mention=mention, agent=agent, rule=rule)


def _inside(unit: Unit, piece: Offsets, quotes: list[Quoted]) -> bool:
    """Whether all letters of a piece stand inside quoted pieces."""
    at = piece[0]
    for quote in quotes:
        if quote.open >= piece[1]:
            break
        if any(c.isalnum() for c in unit.text[at : max(at, quote.open)]):
            return False
        at = max(at, quote.close)
    return not any(c.isalnum() for c in unit.text[at : piece[1]])
