"""Quoted pieces beside which nothing says who speaks: whole sentences between marks, and fragments."""

from collections.abc import Iterator

from frnews._draft import Draft, Offsets
from frnews._french._clauses import Skeleton, skeleton_at
from frnews._french._groups import Group, has_verb, leading_group, number_of, starts_group
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import VerbGroup, of_nobody, semi_auxiliaries
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._extent import draft_of
from frnews._quotations._introduced import whose_view_before
from frnews._reporting._charges import is_charge
from frnews._reporting._lexicon import ways_of
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit

# Fewer words may be a name or words held at a distance («la théorie du complot»): they count where they hold a verb, or
# where somebody has just been speaking.
_LONG_FRAGMENT, _SHORTEST_FRAGMENT = 5, 3
# Words between two fragments of one clause, at most.
_LONGEST_GAP = 20
# No clause reaches farther around its quoted words; it bounds the work on a line of nothing but marks.
_LONGEST_CLAUSE = 200
# Chunks before which another clause stands.
_OPENING = frozenset({"C", "L", "U", "K", "-"})
_LINKING = frozenset({"est", "sont", "était", "étaient"})
# A longer sentence says more than that somebody is about to speak.
_LONGEST_INTRODUCTION = 110


def find_alone(unit: Unit, before: Unit | None, *, speech_before: bool, spoken: bool) -> Iterator[Candidate]:
    """Yield the quotations of a unit that no cue reports.

    Args:
        unit: The unit.
        before: The unit before it, or None.
        speech_before: Whether somebody was speaking just before, so that a fragment can go on.
        spoken: Whether anybody has spoken in the article so far.

    """
    tokens = unit.tokens
    fragments: list[tuple[Group, list[tuple[int, list[int]]]]] = []
    for number, quote in enumerate(unit.quotes):
        if not quote.opened and not _is_whole_line(unit):
            continue
        within = range(tokens.first_from(quote.start), tokens.first_from(quote.end))
        inside = [i for i in within if tokens.low[i][0].isalnum()]
        if not inside:
            continue
        if quote.turn:
            draft = Draft("direct", ((quote.start, quote.end),), cue=None, mention=None, rule="dialogue")
            yield candidate(draft, "rule: turn")
            continue
        first, limit = unit.sentence_of(inside[0])
        first, limit = max(first, inside[0] - _LONGEST_CLAUSE), min(limit, inside[-1] + _LONGEST_CLAUSE)
        if not any(tokens.quote[i] < 0 and tokens.low[i][0].isalnum() for i in range(first, limit)):
            if len(inside) >= 3 or unit.text[quote.end - 1] in ".!?…":
                goes_on = before is not None and number == 0 and before.paragraph == unit.paragraph
                agent = whose_view_before(before) if before is not None and goes_on else None
                draft = Draft("direct", ((quote.start, quote.end),), cue=None, mention=None, agent=agent, rule="alone")
                yield candidate(draft, "rule: alone")
        elif quote.opened:
            sentence = unit.sentence_of(inside[0])
            if fragments and fragments[-1][0] == sentence and _goes_on(unit, fragments[-1][1][-1][1][-1], inside[0]):
                fragments[-1][1].append((number, inside))
            else:
                fragments.append((sentence, [(number, inside)]))
    for (first, limit), pieces in fragments:
        around = max(first, pieces[0][1][0] - _LONGEST_CLAUSE), min(limit, pieces[-1][1][-1] + _LONGEST_CLAUSE)
        yield from _fragment(unit, before, pieces, around, speech_before=speech_before, spoken=spoken)


def _goes_on(unit: Unit, last: int, first: int) -> bool:
    """Whether the words between two fragments belong to the same clause."""
    return first - last < _LONGEST_GAP and not any(
        unit.tokens.low[i] in {",", ";", ":"} and unit.tokens.quote[i] < 0 for i in range(last + 1, first)
    )


def _fragment(
    unit: Unit,
    before: Unit | None,
    pieces: list[tuple[int, list[int]]],
    sentence: Group,
    *,
    speech_before: bool,
    spoken: bool,
) -> Iterator[Candidate]:
    """Yield the fragments in marks of a sentence, as one, with the words of the clause that they complete."""
    first, limit = sentence
    tags = tags_of(unit.tokens)
    behind = _behind_colon(unit, pieces[0][1][0], first, limit)
    if behind is not None:
        yield behind
    inside = max((words for _, words in pieces), key=len)
    told = any(tags[i] in "VAI" for i in inside)
    agent: Offsets | None = None
    if len(inside) < _LONG_FRAGMENT and not (len(inside) >= _SHORTEST_FRAGMENT and (told or speech_before)):
        agent = _evident_speaker(unit, before, first, limit)
        if agent is None:
            return
    subject = leading_group(unit.tokens, first, pieces[0][1][0])
    own = subject is not None and _is_own(unit, subject, pieces[0][1][0], speech_before=speech_before)
    hearsay = len(inside) >= _LONG_FRAGMENT and _is_hearsay(unit, first, limit)
    if not (spoken or agent or hearsay or (own and told)):
        return
    mention: Offsets | None = None
    if hearsay and not own:
        start, end = first, limit - 1  # "Le pont serait un « danger pour tous »": the whole sentence is somebody's
    else:
        start, end, says = _extent(unit, pieces, sentence, told=told, own=own, speech_before=speech_before)
        mention = unit.mention_offsets(_says_in_marks(unit, pieces[0][1][0], first))
        if own and says and subject is not None and agent is None and mention is None:
            agent = unit.mention_offsets(subject)
    draft = draft_of(unit, [unit.offsets(start, end)], "fragment", cue=None, mention=mention, agent=agent)
    if draft is not None:
        evidence = ["long fragment"] if len(inside) >= _LONG_FRAGMENT else []
        evidence += ["charge"] if is_charge(unit, pieces[0][0], first) else []
        yield candidate(draft, "rule: fragment", *evidence)


def _extent(
    unit: Unit, pieces: list[tuple[int, list[int]]], sentence: Group, *, told: bool, own: bool, speech_before: bool
) -> tuple[int, int, bool]:
    """Return the first and last token of what fragments and their clause say, and whether its subject may say it.

    Args:
        unit: The unit.
        pieces: The fragments: the number of each and its words.
        sentence: The first token of their sentence, and the one after its last.
        told: Whether a verb stands in them.
        own: Whether they may be the words of the sentence's subject.
        speech_before: Whether somebody was speaking just before: what is not the subject's own is then theirs.

    """
    first, limit = sentence
    fragment = pieces[0][1][0]
    closed = unit.tokens.last_before(unit.quotes[pieces[-1][0]].close)
    said_of = _predicated(unit, fragment, first)
    if said_of is not None:
        return said_of, closed, not speech_before
    if _says_by_itself(unit, pieces[0][1], told):
        return unit.tokens.first_from(unit.quotes[pieces[0][0]].open), closed, True
    beside = _beside_clause(unit, fragment, first)
    if beside is not None:
        return beside, closed, True
    if own or not speech_before:
        return *_completed(skeleton_at(unit.tokens, first), unit, pieces[0][0], pieces[-1][0], limit), True
    return first, limit - 1, True


def _behind_colon(unit: Unit, fragment: int, first: int, limit: int) -> Candidate | None:
    """Read "L'entraîneur ne décolère pas : son équipe « a joué à l'envers »": the clause behind the colon is said.

    Before it somebody and a verb stand, and nothing that the verb governs.
    """
    tokens = unit.tokens
    colon = next((k for k in range(fragment - 1, first, -1) if tokens.low[k] == ":" and tokens.quote[k] < 0), None)
    if colon is None or tokens.quote[colon + 1] >= 0 or not has_verb(tokens, colon + 1, limit):
        return None
    skeleton = skeleton_at(tokens, first)
    verb = skeleton.first_finite(first, colon)
    subject = skeleton.subject(verb)
    if verb is None or subject is None or not is_speaker(tokens, subject, documents=False):
        return None
    behind = skeleton.chunks[skeleton.chunk_at(verb.last) + 1 : skeleton.chunk_at(colon)]
    if any(chunk.kind not in {"n", "B", "N"} or starts_group(tokens, chunk.first) for chunk in behind):
        return None
    said = [unit.offsets(colon + 1, limit - 1)]
    draft = draft_of(unit, said, "colon without cue", cue=None, agent=unit.mention_offsets(subject))
    return None if draft is None or draft.kind == "indirect" else candidate(draft, "rule: behind a colon")


def _is_own(unit: Unit, subject: Group, fragment: int, *, speech_before: bool) -> bool:
    """Whether the fragment can be the words of the sentence's own subject.

    Where somebody has just spoken, what an adjective in marks qualifies ("le gouvernement est « figé »") and several
    who are something ("les grévistes sont en contact avec…") are whom he speaks of; of "il faut" nobody is the subject.
    """
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    verb = next((k for k in range(subject[1] + 1, min(subject[1] + 4, fragment)) if tags[k] in "VA"), None)
    if tags[subject[0]] == "p":
        group = skeleton_at(tokens, verb).verb_over(verb) if verb is not None else None
        if tokens.low[subject[0]] == "il" and group is not None and of_nobody(group):
            return False
    elif not is_speaker(tokens, subject, documents=False):
        return False
    if not speech_before:
        return True
    described = verb is not None and tags[subject[0]] == "D" and tokens.low[verb] in _LINKING
    before = fragment - 1
    while before > subject[1] and not tokens.low[before][0].isalnum():
        before -= 1
    return not (described and (before == verb or number_of(tokens, subject) == "p"))


def _is_hearsay(unit: Unit, first: int, limit: int) -> bool:
    """Whether the author's verb stands in the conditional, by which French news leaves a claim to who made it."""
    tags, low = tags_of(unit.tokens), unit.tokens.low
    return any(
        tags[i] in "VA" and low[i].endswith(("rait", "raient")) for i in range(first, limit) if unit.tokens.quote[i] < 0
    )


def _says_by_itself(unit: Unit, inside: list[int], told: bool) -> bool:
    """Whether what stands in the marks is a clause or a predicate: « Dégage ! », « n'appelle pas à un soulèvement »."""
    first, last = inside[0], inside[-1]
    tags = tags_of(unit.tokens)
    ends = last + 1 < len(tags) and unit.tokens.low[last + 1] in {"!", "?"}
    return ends or (told and tags[first] in "VAnpUc")


def _predicated(unit: Unit, fragment: int, first: int) -> int | None:
    """Return where the clause starts of which the marks hold the predicate: "| leur nombre « remonte un peu »".

    None where they hold what its subject does by speaking: "le ministre « souhaite que l'enquête aboutisse »".
    """
    skeleton = skeleton_at(unit.tokens, first)
    verb = _opening_verb(skeleton, fragment)
    return None if verb is None or _speaks(unit.tokens, verb) else _clause_start(skeleton, verb, fragment)


def _says_in_marks(unit: Unit, fragment: int, first: int) -> Group | None:
    """Return who speaks where a verb of saying opens the marks: "Le ministre « souhaite que tout aboutisse »"."""
    skeleton = skeleton_at(unit.tokens, first)
    verb = _opening_verb(skeleton, fragment)
    subject = skeleton.subject(verb) if verb is not None and _speaks(unit.tokens, verb) else None
    if subject is None or subject[1] >= fragment or not is_speaker(unit.tokens, subject, documents=False):
        return None
    return subject


def _opening_verb(skeleton: Skeleton, fragment: int) -> VerbGroup | None:
    """Return the finite verb with which marks open at token `fragment`, or None."""
    verb = skeleton.verb_from(fragment)
    return verb if verb is not None and verb.mood == "finite" else None


def _beside_clause(unit: Unit, fragment: int, first: int) -> int | None:
    """Return where the clause starts that the marks only end: "| Il se rendra au palais « pour avoir une réponse »"."""
    if tags_of(unit.tokens)[fragment] != "R":
        return None
    skeleton = skeleton_at(unit.tokens, first)
    verb = next(iter(skeleton.verbs_before(fragment)), None)
    governor = verb.governor if verb is not None else None
    if governor is not None and not governor.lemmas.isdisjoint(semi_auxiliaries("modal")):
        verb = governor
    if verb is None or verb.mood != "finite" or _speaks(unit.tokens, verb):
        return None
    return _clause_start(skeleton, verb, fragment)


def _clause_start(skeleton: Skeleton, verb: VerbGroup, fragment: int) -> int | None:
    """Return where the clause of a verb starts, its leading phrases with it; None of a relative clause."""
    subject = skeleton.subject(verb)
    if subject is None or subject[1] >= fragment or "L" in skeleton.tags[subject[1] + 1 : verb.first]:
        return None
    if any(group.mood == "finite" and group.first > subject[1] for group in skeleton.verbs_before(verb.first)):
        return verb.first
    start = at = skeleton.chunk_at(subject[0])
    for k in range(at - 1, -1, -1):
        chunk = skeleton.chunks[k]
        if chunk.kind in _OPENING or chunk.mood == "finite":
            break
        if chunk.kind != ",":
            start = k
    return skeleton.chunks[start].first


def _speaks(tokens: Tokens, verb: VerbGroup) -> bool:
    """Whether the verb says something: "souhaite", "lance un appel", not "met à genoux"."""
    behind = " ".join(tokens.low[verb.last + 1 : verb.last + 4])
    ways = ways_of(verb.lemmas)
    return any(behind.startswith(way.rest) and way.pronominal in {None, verb.reflexive} for way in ways)


def _completed(skeleton: Skeleton, unit: Unit, number: int, last: int, limit: int) -> Group:
    """Return the group or infinitive that fragments in marks complete: "compte | rejoindre la ville « à pied »"."""
    quote = unit.quotes[number]
    at = skeleton.chunk_at(unit.tokens.first_from(quote.open))
    start = skeleton.chunks[at].first
    for chunk in reversed(skeleton.chunks[:at]):
        if chunk.mood == "infinitive":
            start = chunk.first
            break
        if chunk.kind not in {"N", "PP", "D", "d", "R", "B", "Q"}:
            break
        if chunk.kind == "N" and not chunk.governed:
            break
        start = chunk.first
    end = unit.tokens.last_before(unit.quotes[last].close)
    for chunk in skeleton.chunks_behind(end):
        if chunk.first >= limit or chunk.kind not in {"N", "PP", "d", "R", "T", "Q", "()"}:
            break
        end = chunk.last
    return start, end


def _is_whole_line(unit: Unit) -> bool:
    """Whether the unit is one sentence and fills its line, so that its first mark can only be missing."""
    before, after = unit.text[max(0, unit.start - 1) : unit.start], unit.text[unit.end : unit.end + 1]
    return len(unit.sentence_starts) == 1 and before in "\n\r\u2028\u2029" and after in "\n\r\u2028\u2029"


def _evident_speaker(unit: Unit, before: Unit | None, first: int, limit: int) -> Offsets | None:
    """Return who speaks in quoted fragments that only the sentence before introduces, or None.

    "L'avocat n'en a pas dit plus. Son client est « à bout » et veut « tourner la page ».": the sentence before is short
    and about somebody, and the fragments show that the words are not the reporter's: there are two of them, or the
    verb stands in the conditional of hearsay.
    """
    if before is None or before.paragraph != unit.paragraph or before.quotes:
        return None
    if before.end - before.start > _LONGEST_INTRODUCTION:
        return None
    marks = len({unit.tokens.quote[i] for i in range(first, limit)} - {-1})
    hearsay = _is_hearsay(unit, first, limit)
    group = leading_group(before.tokens, 0, len(before.tokens))
    if (marks < 2 and not hearsay) or group is None or not is_speaker(before.tokens, group, documents=False):
        return None
    return before.offsets(*group)
