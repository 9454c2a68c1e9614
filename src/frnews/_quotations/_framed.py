"""Reported content without marks around which the reporter sets a frame or a clause.

"Selon X, …", "…, selon X.", "…, a indiqué X.", "…, selon X, …".
"""

from collections.abc import Iterator

from frnews._draft import Draft, Offsets
from frnews._french._clauses import skeleton_at
from frnews._french._groups import has_verb, leading_group, starts_group
from frnews._french._letters import ASKING
from frnews._french._series import before_undue_verb
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._words import CONTRACTED, COORDINATING, DASHES, SETTING_OFF, words_of
from frnews._quotations._boundaries import author_goes_on
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._extent import (
    LONGEST_CONTENT,
    after_opening,
    bracket_before,
    content_end,
    draft_of,
    is_occasion,
    leaves_unsaid,
    pieces_between,
)
from frnews._reporting._complements import find_complement
from frnews._reporting._cues import Cue, cue_of, read_cue, reports
from frnews._reporting._frame_ends import LONGEST_DESCRIPTION
from frnews._reporting._frames import (
    CLAUSE_SIGNS,
    Frame,
    acts_for,
    frames_may_open,
    presenter_of,
    read_frame,
    waits_for_participle,
)
from frnews._reporting._inserted import Inserted, attached_cue, read_inserted
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit

_SHORTEST_CLAUSE = 3
# Constructions of verbs that say something themselves.
_SAYING = "qndoamvp"
# Tokens of "PARIS, 3 mars (AFP) -".
_LONGEST_DATELINE = 12
# Chunks between a relative pronoun and the frame in its clause.
_RELATIVE = 4
# "…, a dit le maire, alors que la pluie tombait": the author's own words behind a clause that is complete.
_AUTHOR_GOES_ON = tuple([word, que] for word in ("alors", "tandis", "pendant", "ce") for que in ("que", "qu'"))
# Tokens of what a second source says otherwise: "300 y étaient selon X, | à peine 180 | selon Y".
_LONGEST_ELLIPSIS = 10
# Prepositions of phrases that go with verbs, and say nothing of who a source is.
_OF_VERBS = frozenset({"par", "avec", "sans", "après", "avant", "depuis", "pendant", "contre", "en"})
# Tags of words that something must follow.
_AWAITING = frozenset("VARdDUC")
_CLAUSE_STARTS = COORDINATING | {"que", "qu'", "puisque", "alors", "tandis"}


def find_framed(unit: Unit) -> Iterator[Candidate]:
    """Yield the quotations of a unit that a frame or an inserted clause reports."""
    tokens = unit.tokens
    after = 0
    for k in frames_may_open(tokens.low):
        if k < after or tokens.quote[k] >= 0 or tokens.named[k]:
            continue
        first, limit = tokens.sentence_of(k)
        found: Frame | Inserted | None
        if tokens.low[k] not in CLAUSE_SIGNS:
            rule, found = "frame", read_frame(unit, k, limit)
        elif first < k < limit - 1:
            rule, found = "inserted clause", read_inserted(unit, k + 1, limit)
        else:
            continue
        if found is None or (rule == "inserted clause" and found.mention is None):
            continue
        after = max(found.last, k) + 1
        draft = _draft(unit, found, rule, first, limit)
        if draft is not None:
            evidence = [f"rule: {rule}"]
            if len(draft.segments) > 1 and _needs_rest(unit, draft):
                evidence.append("completed behind")
            if isinstance(found, Inserted) and found.cue.inverted and read_frame(unit, first, limit) is not None:
                evidence.append("framed already")
            yield candidate(draft, *evidence, told=found.mention is not None)


def _draft(unit: Unit, found: Frame | Inserted, rule: str, first: int, limit: int) -> Draft | None:
    low = unit.tokens.low
    after = found.last + 1
    before_end = found.first - 1
    presenter = presenter_of(unit, found, first) if isinstance(found, Frame) else None
    if isinstance(found, Frame) and (_is_of_saying(unit, found, first, limit) or acts_for(unit, found, first, limit)):
        return None
    if low[found.first] == "ce" and before_end >= first and _is_preposition(unit, before_end):
        return None  # "La conférence a porté sur | ce que dit la loi"
    if before_end >= first and low[before_end] in SETTING_OFF:
        before_end -= 1
    opens = tags_of(unit.tokens)[first] == "C" or (isinstance(found, Frame) and after + 1 < limit)
    if before_end == first and opens:
        before_end -= 1  # "Et, comme le dit Paul Roy : « … »", "Ailleurs, selon Paul Roy, …", but "Non, dit Paul Roy."
    if presenter is not None:
        pieces = _pieces_presented(unit, found, presenter, first, limit)
    elif before_end < first or (rule == "frame" and _opens_clause(unit, found.first, first)):
        pieces = _pieces_behind(unit, found, limit)
    elif after + 1 < limit and low[after] in {"que", "qu'"}:
        # "On apprend de sources concordantes que": the clause is what they say.
        pieces = pieces_between(unit, after + 1, *content_end(unit, after + 1, limit))
    else:
        pieces = _pieces_around(unit, found, first, before_end, limit)
    cue = unit.offsets(*found.words)
    draft = draft_of(unit, pieces, rule, cue=cue, mention=unit.mention_offsets(found.mention))
    opinion = isinstance(found, Frame) and not found.sure and draft is not None and draft.kind == "indirect"
    if opinion and bracket_before(unit.tokens, found.first) is not None:
        return None  # "renchérit Luc Roy (l'Express, pour la chaîne)"
    return draft


def _is_preposition(unit: Unit, k: int) -> bool:
    """Whether a preposition of the reporter's stands at token `k`, to which what follows belongs."""
    return tags_of(unit.tokens)[k] in "Rd" and unit.tokens.quote[k] < 0


def _pieces_presented(unit: Unit, found: Frame | Inserted, k: int, first: int, limit: int) -> list[Offsets]:
    """Return what "c'est ce que dit X" at token `k` speaks of: what stands before it, or behind a colon after it.

    Nothing where that is the sentence before: "C'est ce qu'a affirmé le maire, lors d'une visite."
    """
    if unit.tokens.low[found.last + 1 : found.last + 2] == [":"]:
        return _pieces_behind(unit, found, limit)
    last = k - 2
    return [unit.offsets(_clause_start(unit, found, first, last), last)] if last > first else []


def _is_of_saying(unit: Unit, found: Frame, first: int, limit: int) -> bool:
    """Whether a verb of saying around a frame reports what the frame would: the frame only says through whom, or again.

    "a dit | par la voix de son avocat que", "Ana Roy a fait part, | par la voix de son avocat, de sa colère", "dit que
    le pont est, | selon lui, sûr"
    """
    tokens, before = unit.tokens, found.first - 1
    skeleton = skeleton_at(tokens, found.first)
    verb = skeleton.verb_over(before) if before >= first and tokens.quote[before] < 0 else None
    if verb is not None and verb.last == before and verb.mood == "finite" and reports(tokens, verb, _SAYING):
        return True
    behind = skeleton.first_finite(found.last + 1, limit)
    through = tokens.low[found.words[0]] == "par"
    if through and reports(tokens, skeleton.first_finite(first, found.first) or behind, _SAYING):
        return True
    again = tokens.low[found.first] == "comme"  # "Elle a dit que la loi passera, | comme l'avait promis le ministre"
    if again and behind is not None and not behind.passive and reports(tokens, behind, "q"):
        return True  # "Et, comme le maire l'a souligné, | elle a jugé que la loi était bonne"
    if again and first < found.first and read_frame(unit, first, limit) is not None:
        return True  # "Selon Ana Roy, la loi passera, | comme l'avait promis le ministre"
    if not again and (found.mention is None or tags_of(tokens)[found.mention[0]] != "S"):
        return False
    finite = [group for group in skeleton.verbs_before(found.first) if group.mood == "finite" and group.first >= first]
    if reports(tokens, next((v for v in finite if tokens.low[v.last + 1] in CONTRACTED["que"]), None), "q"):
        return True
    return bool(finite) and _is_in_content(unit, cue_of(tokens, finite[-1]), found)


def _is_in_content(unit: Unit, cue: Cue | None, found: Frame) -> bool:
    """Whether a frame stands in what a cue governs: "Ana Roy affirme avoir subi un tir, | selon lui, volontaire"."""
    if cue is None or cue.negated or cue.mood != "finite" or cue.inverted:
        return False
    complement = find_complement(unit, cue, found.first)
    if complement is None or complement.form not in {"infinitive", "noun", "object", "attribute"}:
        return False
    before = found.first - (unit.tokens.low[found.first - 1] == ",")
    end, _ = content_end(
        unit, complement.start, before, lambda k: author_goes_on(unit, k, complement.start, cue, complement.form)
    )
    return end >= before


def _pieces_behind(unit: Unit, found: Frame | Inserted, limit: int) -> list[Offsets]:
    """Return what a frame that opens the sentence or a clause covers: "Selon X, | …"; nothing where nothing follows."""
    low, after = unit.tokens.low, found.last + 1
    if after >= limit:
        return []
    if low[after] == ":" and after + 1 < limit:
        after += 1
    elif low[after] not in SETTING_OFF and isinstance(found, Inserted):
        return []
    second = next((k for k in range(after + 2, limit) if _may_open(unit.tokens, k)), after)
    comma = _last_comma(unit, after + 1, second - 1)
    figure = comma > after + 1 and low[comma + 1][0].isdigit()
    if figure and _may_take_alone(unit, comma, second, limit):
        limit = comma  # "Selon X, 3 000 ont défilé, | 1 200 selon Y"
    return pieces_between(unit, after, *content_end(unit, after, limit, sourced=isinstance(found, Frame)))


def _pieces_around(unit: Unit, found: Frame | Inserted, first: int, last: int, limit: int) -> list[Offsets]:
    """Return what a frame covers that closes a clause or stands in it: "… |, selon X, | …".

    Args:
        unit: The unit.
        found: The frame or inserted clause.
        first: First token of the sentence.
        last: Last token before the frame, the sign that sets it off left out.
        limit: Token after the sentence.

    Returns:
        Nothing where an inserted clause is none, what stands before it being the subject of its verb.

    """
    tokens, low, after = unit.tokens, unit.tokens.low, found.last + 1
    comma = _last_comma(unit, first, last)
    if comma > first and _is_told_apart(unit, comma, found.first, limit):
        return [unit.offsets(comma + 1, last)]
    relative = (start := _relative_start(unit, found, last)) is not None
    if start is None:
        start = _last_clause(unit, _clause_start(unit, found, first, last), last, after, limit)
    # "un raid | visant, selon lui, à"
    start = last if tags_of(unit.tokens)[last] == "G" else _apposed(unit, start, last)
    dashes = [k for k in range(start, last) if low[k] in DASHES]
    if len(dashes) == 1 and low[after : after + 1] == [low[dashes[0]]]:
        return [unit.offsets(dashes[0] + 1, last)]  # "Le suspect – | il a vingt ans, selon le parquet – a été …"
    pieces = [unit.offsets(start, last)]
    introduces = after + 1 < limit and low[after] == ":" and tokens.quote[after + 1] < 0
    if introduces and not has_verb(tokens, start, last + 1):
        pieces = []  # "mes amis, comme dit Anne Morel : nous verrons"
        start = after + 1
    inserted = isinstance(found, Inserted)
    if isinstance(found, Inserted) and _is_of_clause(unit, found, start, last, limit):
        return []
    if inserted and _only_marks(unit, start, last) and tags_of(tokens)[min(after + 1, limit - 1)] not in "VAcn":
        return pieces  # "« Hors sol », tonne le préfet, dont les élus doivent …"
    if _stands_within(unit, found, limit):
        return pieces + _second_half(unit, after, limit, relative=relative)
    set_off = low[found.first - 1] in SETTING_OFF or inserted
    sign = after + 1 < limit and (low[after] == ":" or (low[after] in SETTING_OFF and set_off))
    complete = has_verb(tokens, start, last + 1)
    if not set_off and not complete and tokens.quote[last] < 0:
        return []  # "Le monde selon les candidats": no clause
    sourced = (
        isinstance(found, Frame)
        and found.sure
        and set_off
        and not any(read_cue(tokens, k) for k in range(start, last + 1))
    )
    if complete and sourced and sign and low[after] == ":" and tokens.quote[after + 1] >= 0:
        return pieces  # "Rien ne marche, selon l'ONG: | « … »": the marks are a quotation of their own
    if not sign or _author_goes_on(unit, found, limit, complete=complete, relative=relative):
        return pieces
    end, holes = content_end(unit, after + 1, limit, sourced=not inserted)
    pronoun = found.mention is not None and tags_of(tokens)[found.mention[0]] in "Spic"
    described = bool(pieces) and not pronoun and _is_apposition(unit, start, last, after + 1, end)
    described = described or (end < limit and _is_told_apart(unit, after, end, limit))
    if not described and read_frame(unit, after + 1, limit) is None:
        pieces += pieces_between(unit, after + 1, end, holes)
    return pieces


def _second_half(unit: Unit, after: int, limit: int, *, relative: bool) -> list[Offsets]:
    """Return what goes on behind a frame within a clause, a relative one only to the verb of the main clause."""
    end, holes = content_end(unit, after, limit)
    if relative:  # "Le vote qui selon Jean Momo a coûté cher | aura lieu"
        end = before_undue_verb(skeleton_at(unit.tokens, after), after, end, clause=True)
    return pieces_between(unit, after, end, holes)


def _is_told_apart(unit: Unit, comma: int, k: int, limit: int) -> bool:
    """Whether a frame at token `k` takes alone what stands behind a comma: "300 y étaient selon X, | 180 selon Y".

    What stands between the two takes up the verb before them; a frame ends at the comma, or opens the sentence and then
    it is a figure: "Selon X, 300 y étaient, | 180 selon Y".
    """
    tokens = unit.tokens
    if tokens.low[k - 1] == "," or not _may_take_alone(unit, comma, k, limit):
        return False
    first = unit.sentence_of(k)[0]
    if tokens.low[comma + 1][0].isdigit() and _opens_with_source(unit, first, comma, limit):
        return True
    near = range(comma - 1, max(first, comma - LONGEST_DESCRIPTION), -1)
    before = next((i for i in near if _may_open(tokens, i)), first)
    earlier = read_frame(unit, before, limit) if before > first else None
    return earlier is not None and earlier.sure and earlier.last + 1 == comma


def _last_comma(unit: Unit, first: int, last: int) -> int:
    """Return the last comma of the reporter's within a few tokens before token `last`, or `first`."""
    near = range(last, max(first, last - _LONGEST_ELLIPSIS), -1)
    return next((k for k in near if unit.tokens.low[k] == "," and unit.tokens.quote[k] < 0), first)


def _may_take_alone(unit: Unit, comma: int, k: int, limit: int) -> bool:
    """Whether a sure frame stands at token `k`, a few words without a verb between it and a comma."""
    near = 0 < k - comma - 1 <= _LONGEST_ELLIPSIS and not has_verb(unit.tokens, comma + 1, k)
    frame = read_frame(unit, k, limit) if near else None
    return frame is not None and frame.sure


def _opens_with_source(unit: Unit, first: int, comma: int, limit: int) -> bool:
    """Whether the sentence opens with a sure frame, and has its verb before a comma: "Selon X, 3 000 ont défilé |,"."""
    opening = read_frame(unit, first, limit)
    return opening is not None and opening.sure and has_verb(unit.tokens, opening.last + 1, comma)


def _may_open(tokens: Tokens, k: int) -> bool:
    return tokens.low[k] == "selon" or tokens.low[k : k + 2] == ["d'", "après"]


def _only_marks(unit: Unit, first: int, last: int) -> bool:
    """Whether all words between two tokens stand between marks."""
    return all(unit.tokens.quote[i] >= 0 or not unit.tokens.low[i][0].isalnum() for i in range(first, last + 1))


def _is_of_clause(unit: Unit, found: Inserted, start: int, last: int, limit: int) -> bool:
    """Whether a verb that looks inserted is that of the clause before it, between two tokens."""
    awaited = not found.cue.inverted and _awaits_verb(unit, start, last)
    return awaited or _is_subject(unit, start, last, found.last + 1, limit)


def _is_subject(unit: Unit, start: int, last: int, after: int, limit: int) -> bool:
    """Whether what stands before an inserted verb is its subject, and so nothing that it reports.

    "Une autre note, datée de janvier, | prévient Washington", "Alfred Roy, bras droit du maire, | propose aux élus".
    """
    tokens = unit.tokens
    if skeleton_at(tokens, start).has_main_verb(start, last + 1) or any(
        tokens.quote[i] >= 0 for i in range(start, last + 1)
    ):
        return False
    group = leading_group(tokens, start, last + 1)
    if group is None or group[0] == group[1]:
        return False
    described = group[1] < last and tokens.low[group[1] + 1] == ","
    speaks = is_speaker(tokens, group)
    if has_verb(tokens, after + 1, limit):
        return described and speaks  # "La ministre, interrogée mardi, | a affirmé, avec un élu, que la loi passera"
    return described or speaks


def _awaits_verb(unit: Unit, start: int, last: int) -> bool:
    """Whether a clause between two tokens waits for its verb: "demande pourquoi les banques, dont X, | aident"."""
    tokens, skeleton = unit.tokens, skeleton_at(unit.tokens, start)
    if any(tokens.quote[i] >= 0 for i in range(start, last + 1)):
        return False
    waits, before = False, ""
    for at in range(skeleton.chunk_at(start), skeleton.chunk_at(last) + 1):
        chunk = skeleton.chunks[at]
        if tokens.low[chunk.first] in ASKING or (tokens.low[chunk.first] in {"que", "qu'"} and before == "V"):
            # but "ne laisse | que peu de doutes"
            waits = waits or {"ne", "n'"}.isdisjoint(tokens.low[max(start, chunk.first - 4) : chunk.first])
        elif chunk.mood == "finite":
            waits = waits and skeleton.tags[skeleton.chunks[skeleton.relative_of(at) or 0].first] == "L"
        before = chunk.kind
    return waits


def _author_goes_on(unit: Unit, found: Frame | Inserted, limit: int, *, complete: bool, relative: bool) -> bool:
    """Whether what follows the sign at token `after`, behind a frame, is the author's own.

    Args:
        unit: The unit.
        found: The frame or inserted clause.
        limit: Token after the sentence.
        complete: Whether the clause before the frame has its verb.
        relative: Whether that is a relative clause.

    """
    after = found.last + 1
    low, following = unit.tokens.low, tags_of(unit.tokens)[after + 1]
    named = found.mention is not None and tags_of(unit.tokens)[found.mention[0]] not in "Spic"
    if isinstance(found, Inserted) and following == "L" and named:
        return True  # "Le vaccin est sûr, insiste la médecin, | qui invite les parents à …"
    if following == "Q" and waits_for_participle(unit, found.first):
        return False  # "aurait, selon le quotidien, | détourné de l'argent"
    if complete and (
        following in "LQG" or low[after + 1 : after + 3] in _AUTHOR_GOES_ON or _gerund_at(unit, after + 1)
    ):
        return True
    if complete and relative and following in "VA":
        return True  # "L'homme, qui avait bu, selon la police, | a été arrêté"
    if leaves_unsaid(unit, after + 1) or (complete and isinstance(found, Inserted) and low[after + 1] == "sans"):
        return True  # "…, a confirmé la porte-parole, | sans en donner le détail"
    return attached_cue(unit, after, limit) is not None or is_occasion(unit, after + 1, limit)


def _gerund_at(unit: Unit, k: int) -> bool:
    """Whether "en" with a participle stands at token `k`, clitics between them: "en le citant", not "en train de"."""
    tags = tags_of(unit.tokens)
    return unit.tokens.low[k] == "en" and "G" in tags[k + 1 : k + 4] and "N" not in tags[k + 1 : k + 2]


def _stands_within(unit: Unit, found: Frame | Inserted, limit: int) -> bool:
    """Whether a frame stands in the middle of a clause, no comma around it: "tient | selon lui | en une suspension"."""
    low, after = unit.tokens.low, found.last + 1
    within = isinstance(found, Frame) and after < limit and unit.tokens.quote[found.first - 1] < 0
    opens = within and (unit.tokens.quote[after] >= 0 or low[after] in {"«", '"', "“"})
    if not within or not (opens or low[after].isalnum() or low[after].endswith("'")):
        return False
    # "constituent, selon elle | des handicaps": the second comma may be missing
    return low[found.first - 1].isalnum() or tags_of(unit.tokens)[found.first - 2] in _AWAITING


def _last_clause(unit: Unit, start: int, last: int, after: int, limit: int) -> int:
    """Return where the clause starts that a frame parts from its verb: "A, mais | ce projet, selon X, échouera"."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    if "C" not in tags[start : last + 1]:
        return start
    joint = next((k for k in range(last, start, -1) if tags[k] == "C" and tokens.quote[k] < 0), start)
    if joint == start or tags[joint - 1] != "," or has_verb(tokens, joint, last + 1):
        return start
    return joint + 1 if has_verb(tokens, start, joint) and has_verb(tokens, after, limit) else start


def _apposed(unit: Unit, start: int, last: int) -> int:
    """Return where words in marks start that a frame takes alone: "Il part, | un choix « juste » selon X"."""
    tokens = unit.tokens
    if tokens.quote[last] < 0:
        return start
    comma = next((k for k in range(last, start, -1) if tokens.low[k] == "," and tokens.quote[k] < 0), start)
    alone = comma > start and starts_group(tokens, comma + 1)
    return comma + 1 if alone and not has_verb(tokens, comma + 1, last + 1) else start


def _needs_rest(unit: Unit, draft: Draft) -> bool:
    """Whether what stands before the clause has no verb of its own: "Ce « coup de pouce », précise X, doit aider"."""
    first, after = (unit.tokens.first_from(offset) for offset in draft.segments[0])
    start, end = (unit.tokens.first_from(offset) for offset in draft.segments[-1])
    return not has_verb(unit.tokens, first, after) and has_verb(unit.tokens, start, end)


def _is_apposition(unit: Unit, start: int, last: int, after: int, end: int) -> bool:
    """Whether what follows a closing frame only says who the source is: "…, selon Ana Roy, membre de la Ligue"."""
    if tags_of(unit.tokens)[last] in _AWAITING:
        return False  # "le maire est, selon les sondages, | populaire"
    if last - start < _SHORTEST_CLAUSE or max(unit.tokens.quote[after:end], default=-1) >= 0:
        return False  # "Ce n'est, d'après elle, « ni le moment ni l'endroit »."
    low = unit.tokens.low
    if low[after] in _OF_VERBS and low[after + 1 : after + 2] != ["charge"]:
        return False  # "La ville a été dévastée, selon le préfet, | par la crue"
    skeleton = skeleton_at(unit.tokens, after)
    return has_verb(unit.tokens, start, last + 1) and not skeleton.has_main_verb(after, end)


def _opens_clause(unit: Unit, k: int, first: int) -> bool:
    """Whether the frame opens a clause inside the sentence: "…, mais selon X, …", "…, alors que pour X, …"."""
    low = unit.tokens.low
    before = k - 1 - (low[k - 1] == ",")
    if k > first and (low[k - 1] in _CLAUSE_STARTS or low[k - 1] in {":", ";"}):
        return True
    return low[k] in words_of("coordinator") or (
        before >= first and low[before] in {"où", "car", "mais", "or", "puisque"}
    )


def _relative_start(unit: Unit, found: Frame | Inserted, before_end: int) -> int | None:
    """Return where the relative clause starts that a frame covers alone: "un projet | qui, selon elle, échouera"."""
    if not isinstance(found, Frame):
        return None
    skeleton = skeleton_at(unit.tokens, found.first)
    at = skeleton.chunk_at(before_end)
    has_verb_group = False
    for k in range(at, max(-1, at - _RELATIVE), -1):
        chunk = skeleton.chunks[k]
        if chunk.kind == "L":
            before = chunk.first - 1
            return before if before >= skeleton.first and unit.tokens.low[before] == "ce" else chunk.first
        if chunk.mood == "finite" and not has_verb_group:
            has_verb_group = True
        elif chunk.kind not in {"B", "n", "p", "c"}:
            return None
    return None


def _clause_start(unit: Unit, found: Frame | Inserted, first: int, last: int) -> int:
    """Return the token at which the clause that a closing frame covers starts."""
    low, quote = unit.tokens.low, unit.tokens.quote
    first = max(_behind_dateline(unit, first, last), last - LONGEST_CONTENT)
    opened = bracket_before(unit.tokens, last + 1) if "(" in low[first:last] else None
    first = first if opened is None else max(first, opened + 1)  # "Le fuel s'étend (| sur 200 m², selon la préfecture)"
    for k in range(last, first, -1):
        if quote[k] < 0 and (low[k] == ";" or (low[k] == ":" and _parts(unit, found, first, k))):
            return k + 1
    # "Mais la rue rouvrira, selon X"
    return after_opening(unit, first + (first < last and tags_of(unit.tokens)[first] == "C"), last)


def _parts(unit: Unit, found: Frame | Inserted, first: int, colon: int) -> bool:
    """Whether a colon parts what a source says: "Virus : | le vaccin tarde, dit X", "La foule grossit : | 50 selon X".

    But "On ne peut pas se dire : on a du temps, dit X".
    """
    label = isinstance(found, Frame) or not has_verb(unit.tokens, first, colon)
    return label and unit.tokens.quote[colon + 1] < 0


def _behind_dateline(unit: Unit, first: int, last: int) -> int:
    """Return the token behind where and by whom an article was written: "PARIS (Reuters) - | Le ministre, X, a …"."""
    tags = tags_of(unit.tokens)
    dash = next((k for k in range(first + 1, min(first + _LONGEST_DATELINE, last)) if tags[k] == "-"), first)
    agency = dash > first + 2 and tags[dash - 1] == ")" and unit.tokens.is_capital(dash - 2)
    place = tags[first] == "P" and all(tag in "P#T,.()d" for tag in tags[first:dash])
    return dash + 1 if agency and place and "-" not in tags[dash + 1 : last] else first
