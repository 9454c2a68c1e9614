"""Reported content that a noun announces: "la promesse de X de …", "la déclaration de X, selon laquelle …"."""

from collections.abc import Iterator
from functools import cache
from itertools import compress, count

from frnews._draft import Draft, Offsets
from frnews._french._clauses import skeleton_at
from frnews._french._determiners import determiners_of
from frnews._french._groups import Group, has_verb, noun_group
from frnews._french._infinitives import links_infinitive
from frnews._french._series import before_undue_verb
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verbs import readings
from frnews._french._words import words_of
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._extent import LONGEST_CONTENT, content_end, draft_of, pieces_between
from frnews._reporting._frames import presenter_of, read_frame
from frnews._reporting._lexicon import announces, making_verbs, reporting_nouns
from frnews._reporting._mentions import speaking_antecedent, subject_after
from frnews._reporting._speaking import can_speak, is_speaker
from frnews._reporting._unit import Unit

# How far "selon laquelle" may stand from its noun: the noun's own complement and an apposition lie between.
_FARTHEST_NOUN = 24
# Tokens of "c'est en tout cas ce que".
_NEAR = 7
# A sentence that only says whose words the one before it were.
_SHORT = 16
# What stands between two things that are shouted.
_LISTING = frozenset({",", "et", "ou", "puis", "de", "d'"})
_BEFORE_RELATIVE = frozenset({"selon", "pour", "après"})  # "d'après | lequel"
# Chunks behind a verb that are neither its object nor its attribute.
_ASIDE = frozenset({"T", "PP", "B", "()"})
_RELATIVES = frozenset({"laquelle", "lequel", "lesquelles", "lesquels", "qui"})


@cache
def _opening() -> frozenset[str]:
    return _BEFORE_RELATIVE.union(reporting_nouns())


def find_announced(unit: Unit, before: Unit | None = None) -> Iterator[Candidate]:
    """Yield the quotations that a noun announces in a unit, or that it says of the unit before."""
    if before is not None:
        yield from _said_of_the_sentence_before(unit, before)
    tokens = unit.tokens
    nouns = reporting_nouns()
    for k in compress(count(), map(_opening().__contains__, tokens.low)):
        if not 0 < k < len(tokens) - 2 or tokens.quote[k] >= 0:
            continue
        if tokens.low[k] in nouns:
            yield from _with_infinitive(unit, k) if links_infinitive(tokens, k) else ()
            yield from _shouted(unit, k)
        if tokens.low[k] not in _BEFORE_RELATIVE or tokens.low[k + 1] not in _RELATIVES:
            continue
        if tokens.low[k] == "après" and tokens.low[k - 1] != "d'":
            continue  # "le vote, après lequel il est parti"
        first, limit = unit.sentence_of(k)
        noun = next(
            (i for i in range(k - 1, max(first, k - _FARTHEST_NOUN) - 1, -1) if announces(tokens.low[i], "q")), None
        )
        if noun is None or tokens.low[k + 1] == "qui":
            by_antecedent = list(_said_by_antecedent(unit, k, first, limit))
            yield from by_antecedent or _claimed(unit, k, limit)
            continue
        group = _speaker(unit, noun, k)
        mention = unit.offsets(*group) if group else None
        yield from _content(unit, [_clause(unit, k + 2, limit)], noun, mention=mention, told=group is not None)


def _content(
    unit: Unit,
    pieces: list[Offsets],
    cue: int,
    *,
    mention: Offsets | None = None,
    agent: Offsets | None = None,
    told: bool = False,
) -> Iterator[Candidate]:
    """Yield the content that the noun or preposition at token `cue` announces, where its pieces hold any words."""
    words = unit.offsets(cue - (unit.tokens.low[cue] == "après"), cue)  # "d'après"
    draft = draft_of(unit, pieces, "announcing noun", cue=words, mention=mention, agent=agent)
    if draft is not None:
        yield candidate(draft, "rule: announcing noun", told=told)


def _claimed(unit: Unit, k: int, limit: int) -> Iterator[Candidate]:
    """Read "la fable selon laquelle « le travail crée tout »": any noun, where a clause in marks is what it says."""
    tokens, noun = unit.tokens, k - 1
    if k + 2 >= limit or tokens.quote[k + 2] < 0 or tokens.low[k] != "selon" or tags_of(tokens)[noun] not in "NQ":
        return
    quote = unit.quotes[tokens.quote[k + 2]]
    if not has_verb(tokens, k + 2, tokens.first_from(quote.end)):
        return
    yield from _content(unit, [(tokens.starts[k + 2], quote.close)], noun)


def _said_of_the_sentence_before(unit: Unit, before: Unit) -> Iterator[Candidate]:
    """Read "Les danseurs attendent leur cachet. C'est le constat d'Awa Diallo."."""
    tokens = unit.tokens
    if tokens.low[:1] == ["c'"] and "ce" in tokens.low[2:_NEAR]:
        yield from _said_just_before(unit, before)
        return
    if before.paragraph != unit.paragraph or tokens.low[:1] not in (["c'"], ["tel"], ["telle"]) or _says_more(unit):
        return
    noun = next((k for k in range(1, min(5, len(tokens))) if tokens.low[k] in reporting_nouns()), None)
    if noun is None or noun + 2 > len(tokens) - 1:
        return
    if (group := _holder_of_noun(tokens, noun)) is not None:
        yield from _all_of(before, unit.offsets(noun, noun), unit.offsets(*group))


def _all_of(before: Unit, cue: Offsets, mention: Offsets | None) -> Iterator[Candidate]:
    """Yield a whole sentence as what is said, where it has any words."""
    start, end = before.trim(before.start, before.end)
    if start < end:
        draft = Draft("indirect", ((start, end),), cue=cue, mention=mention, rule="announcing noun")
        yield candidate(draft, "rule: announcing noun")


def _holder_of_noun(tokens: Tokens, noun: int) -> Group | None:
    """Return whose an announcing noun is: "le constat | d'Ana Roy", "dressé par | la Cour", "que dresse | la Cour"."""
    by = noun + 1
    if tokens.low[by] in {"que", "qu'"}:
        verb = skeleton_at(tokens, noun).verb_from(by + 1)
        if verb is None or verb.mood != "finite" or verb.negated or not verb.lemmas & making_verbs():
            return None  # "l'annonce que | craint le maire"
        group = subject_after(tokens, verb.last + 1, len(tokens))
        return group if group is not None and is_speaker(tokens, group, documents=False) else None
    if any(
        form.lemma in making_verbs() for form in readings(tokens.low[by])
    ):  # "l'assurance donnée hier | par la ministre"
        by = next((k for k in range(by + 1, min(by + _NEAR, len(tokens))) if tokens.low[k] == "par"), by)
    of_somebody = tags_of(tokens)[by] == "d" or (tokens.low[by] == "par" and by > noun + 1)
    return _speaker_behind(tokens, by, len(tokens)) if of_somebody else None


def _speaker_behind(tokens: Tokens, k: int, limit: int) -> Group | None:
    """Return who speaks behind "de" or "par" at token `k`, no article contracted with it: "l'avis du | maire"."""
    group = noun_group(tokens, k + (tokens.low[k] not in {"du", "des"}), limit)
    if group is None or not is_speaker(tokens, group, documents=False):
        return None
    return (group[0] + (tokens.low[group[0]] in {"du", "des"}), group[1])


def _says_more(unit: Unit) -> bool:
    """Whether a sentence is long, or has another verb than the one that presents what was said."""
    verbs = skeleton_at(unit.tokens, 0).finite_between(0, len(unit.tokens))
    return len(unit.tokens) > (2 * _SHORT if len(verbs) < 2 else _SHORT)


def _said_just_before(unit: Unit, before: Unit) -> Iterator[Candidate]:
    """Read "Le pont restera fermé. C'est ce qu'a affirmé mercredi le directeur, lors d'une visite."."""
    frame = read_frame(unit, unit.tokens.low.index("ce"), unit.sentence_of(2)[1])
    if frame is None or frame.mention is None or before.quotes or presenter_of(unit, frame, 0) is None:
        return
    yield from _all_of(before, unit.offsets(*frame.words), unit.mention_offsets(frame.mention))


def _with_infinitive(unit: Unit, k: int) -> Iterator[Candidate]:
    """Read "leur appel à cesser le travail", "la proposition de X d'ouvrir la cantine", "la réplique de X fut de"."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    noun = reporting_nouns()[tokens.low[k]]
    if tags[k] != "N":
        return
    first, limit = unit.sentence_around(k)
    skeleton = skeleton_at(tokens, k)
    group: Group | None = None
    i = k + 1
    while i < min(limit, k + _FARTHEST_NOUN) and tags[i] in "NQB" and group is None:
        i += 1  # "un vibrant appel unitaire à"
    if i < limit and (tags[i] == "d" or tokens.low[i] == "par") and i + 1 < limit and tags[i + 1] != "I":
        group = _speaker_behind(tokens, i, limit)
        if group is None:
            return
        i = group[1] + 1
    verb = skeleton.verb_from(i)
    if verb is not None and not (verb.mood == "finite" and "être" in verb.lemmas):
        verb = None
    if (verb is None or group is None) and not noun.constructions & {"a", "d"}:
        return
    if verb is not None and group is not None:
        i = verb.last + 1
        while i < limit and tags[i] == "B":
            i += 1
    if i + 1 >= limit or not (tags[i] == "d" or tokens.low[i] == "à"):
        return
    infinitive = skeleton.verb_from(i + 1)
    possessed = k > first and tokens.low[k - 1] in determiners_of("possessive")
    if infinitive is None or infinitive.mood != "infinitive" or not (group or possessed):
        return
    agent = _holder(unit, k) if group is None else None
    if group is None and agent is None:
        return
    # "La proposition de X d'ouvrir la cantine | divise l'équipe": the noun may be the subject of a verb that follows.
    after, holes = content_end(unit, i + 1, limit, lambda n: tags[n] in "VA" and not set(tags[i + 1 : n]) & {"U", "L"})
    pieces = pieces_between(unit, i + 1, after, holes)
    mention = unit.mention_offsets(group)
    yield from _content(unit, pieces, k, mention=mention, agent=agent, told=group is not None)


def _shouted(unit: Unit, k: int) -> Iterator[Candidate]:
    """Read "La foule a défilé aux cris de « A » et « B »": who does something shouts."""
    tokens = unit.tokens
    opens = tokens.low[k - 1] in {"au", "aux"} and tokens.low[k + 1] in {"de", "d'"} and announces(tokens.low[k], "s")
    if not opens or tokens.quote[k + 2] < 0:
        return
    first, limit = unit.sentence_around(k)
    shouts = [unit.quotes[tokens.quote[k + 2]]]
    for i in range(k + 3, limit):
        if tokens.quote[i] < 0 and tokens.low[i] not in _LISTING:
            break
        if tokens.quote[i] >= 0 and unit.quotes[tokens.quote[i]] is not shouts[-1]:
            shouts.append(unit.quotes[tokens.quote[i]])
    skeleton = skeleton_at(tokens, k)
    by = next((i for i in range(k - 1, max(first, k - _NEAR), -1) if tokens.low[i] == "par"), None)
    subject = skeleton.subject(skeleton.first_finite(first, limit))
    who = noun_group(tokens, by + 1, limit) if by is not None else subject
    agent = unit.mention_offsets(who) if who is not None and can_speak(tokens, who) else None
    segments = tuple((quote.start, quote.end) for quote in shouts)
    draft = Draft("direct", segments, cue=unit.offsets(k - 1, k + 1), mention=None, agent=agent, rule="announcing noun")
    yield candidate(draft, "rule: announcing noun")


def _holder(unit: Unit, k: int) -> Offsets | None:
    """Return whose the noun at token `k` is, where a possessive says so: the subject of the verb before it."""
    skeleton = skeleton_at(unit.tokens, k)
    subject = skeleton.subject(skeleton.finite_before(k))
    return unit.mention_offsets(subject) if subject and can_speak(unit.tokens, subject) else None


def _said_by_antecedent(unit: Unit, k: int, first: int, limit: int) -> Iterator[Candidate]:
    """Read "…, a insisté le ministre, selon qui le budget sera voté": who stands before says the clause."""
    group = speaking_antecedent(unit.tokens, k + 1, first)
    if group is None:
        return
    marked = k + 2 < limit and unit.tokens.quote[k + 2] >= 0
    if marked and unit.tokens.low[k] == "selon" and not is_speaker(unit.tokens, group, documents=False):
        return  # "la formule selon laquelle « A »": it is somebody's who is not named
    if unit.tokens.low[k] == "après" and not is_speaker(unit.tokens, group, documents=False):
        return  # "la théorie d'après laquelle A"
    if unit.tokens.low[k] == "pour" and not _judges(unit, k, limit):
        return  # "la candidate pour qui elle a voté", "la mairie, pour laquelle il travaille"
    yield from _content(unit, [_clause(unit, k + 2, limit)], k, mention=unit.offsets(*group), told=True)


def _judges(unit: Unit, k: int, limit: int) -> bool:
    """Whether the clause behind token `k` says how things are to somebody: "Ana Roy, pour qui la loi est bonne"."""
    tokens, skeleton = unit.tokens, skeleton_at(unit.tokens, k)
    if k + 2 >= limit:
        return False
    if tokens.low[k + 1] == "qui" and tokens.quote[k + 2] >= 0:
        return True  # "Alex Roy pour qui « les règles ont été violées »"
    verb = skeleton.first_finite(k + 1, limit)
    if tokens.low[k - 1] != "," or (verb is not None and verb.passive):
        return False
    if verb is None:
        return True  # its verb is none that is known
    behind = (chunk.kind for chunk in skeleton.chunks_behind(verb.last) if chunk.kind not in _ASIDE)
    return next(behind, "K") not in {"K", ",", "C"}


def _clause(unit: Unit, start: int, limit: int) -> Offsets:
    """Return the clause from token `start`: to the comma that closes the relative, or to the sentence's end."""
    tokens, skeleton = unit.tokens, skeleton_at(unit.tokens, start - 1)
    limit = min(limit, start + LONGEST_CONTENT)
    for k in range(start + 1, limit - 1):
        if tokens.low[k] in {";", ":"} and tokens.quote[k] < 0:
            return unit.offsets(start, k - 1)
        verb = skeleton.verb_from(k + 1) if tokens.low[k] == "," and tokens.quote[k] < 0 else None
        if verb is not None and verb.mood == "finite" and has_verb(tokens, start, k):
            return unit.offsets(start, k - 1)  # "selon laquelle A, | ne résiste pas à l'examen"
    # "L'accusation du maire, selon laquelle A, | a été transmise": the noun may be the subject of a verb that follows.
    return unit.offsets(start, before_undue_verb(skeleton, start, limit, clause=True) - 1)


def _speaker(unit: Unit, noun: int, before: int) -> Group | None:
    """Return whom the noun's complement names: "la déclaration du représentant du Conseil"."""
    tokens = unit.tokens
    k = noun + 1
    while k < before and tokens.low[k] not in words_of("partitive"):
        if tokens.low[k] == ",":
            return None
        k += 1
    if k + 1 >= before:
        return None
    start = k if tokens.low[k] in {"du", "des"} else k + 1
    group = noun_group(tokens, start, before)
    if group is not None and tokens.low[group[0]] == "du" and group[0] < group[1]:
        return (group[0] + 1, group[1])
    return group
