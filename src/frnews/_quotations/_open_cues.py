"""Cues that no table has: any verb of somebody's that governs a clause, "ce que X appelle Y"."""

from itertools import pairwise, takewhile

from frnews._draft import Draft
from frnews._french._clauses import LONGEST_SENTENCE, skeleton_at
from frnews._french._groups import TIME_UNITS, Group, counted_times, leading_group
from frnews._french._remembered import Remembered
from frnews._french._tags import tag_at, tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import VerbGroup, semi_auxiliaries
from frnews._french._verbs import is_participle
from frnews._french._words import CONTRACTED, words_of
from frnews._quotations._cue_speakers import agent_of
from frnews._quotations._extent import assemble, content_end
from frnews._reporting._cues import Cue, Mood, cue_of
from frnews._reporting._lexicon import ReportingVerb, polled_verbs, reporting_forms, silent_verbs, ways_of
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit


def called(unit: Unit, k: int) -> Draft | None:
    """Read "ce que l'agence appelle une « filière »", "des taxes qu'ils jugent injustes"."""
    tokens = unit.tokens
    this = k > 0 and tokens.low[k - 1] == "ce"
    behind = tokens.low[k + 1 : k + LONGEST_SENTENCE]
    if k == 0 or tokens.quote[k] >= 0 or not (this or any(map(_VIEWING.__getitem__, behind))):
        return None
    skeleton, tags = skeleton_at(tokens, k), tags_of(tokens)
    if not this and not (tags[k - 1] in "NP," and any(v.first > k and _is_known(v, "v") for v in skeleton.verbs)):
        return None
    at = skeleton.chunk_at(k)
    if skeleton.chunks[at].kind != "U" or at + 2 >= len(skeleton.chunks):
        return None
    verb = next((c.verb for c in skeleton.chunks[at + 1 : at + 4] if c.kind == "V"), None)
    if verb is None or verb.mood != "finite" or verb.negated or verb.passive:
        return None
    subject = skeleton.subject(verb)
    if subject is None or subject[0] <= k or not is_speaker(tokens, subject):
        return None
    cue = cue_of(tokens, verb, any_verb=True)
    start = verb.last + 1
    if cue is None or start >= skeleton.after:
        return None
    # "ce qu'elle appelle elle-même | « des erreurs »", "qu'ils considèrent toujours | comme un affront"
    parted = start + 1 < skeleton.after and tags[start] == "B"
    parted = parted and (tags[start + 1] in 'DRd"' or tokens.low[start + 1] == "comme")
    start += parted or tokens.low[start].endswith(("-même", "-mêmes"))
    if start >= skeleton.after:
        return None
    likened = tokens.low[start] == "comme"
    if tokens.low[start] in {"de", "d'", "comme"}:
        start += 1
    if not this and not cue.takes("v"):
        return None
    after, _ = content_end(unit, start, skeleton.after, lambda i: i > start and _is_left(unit, i))
    content = assemble(unit, [unit.offsets(start, after - 1)]) if after > start else None
    if content is None or (this and content[0] == "indirect") or (not (this or likened) and tags[start] not in 'NQ"'):
        return None
    kind, segments = content
    if kind == "direct":
        kind, segments = (
            "mixed",
            tuple((unit.quotes[n].open, unit.quotes[n].close) for n in unit.quotes_in(*segments[0])),
        )
    mention = unit.mention_offsets(subject)
    return Draft(kind, segments, cue=unit.offsets(cue.first, cue.last), mention=mention, rule="stated view")


def _is_left(unit: Unit, i: int) -> bool:
    """Whether a view ends at token `i`: at a sign, "et" or a phrase, but for "jugent discrédité | par sa défaite"."""
    tags = tags_of(unit.tokens)
    by = unit.tokens.low[i] == "par" and is_participle(unit.tokens.low[i - 1])
    return tags[i] in ",C-" or (tags[i] == "R" and not by)


def any_verb(unit: Unit, k: int) -> Cue | None:
    """Return as a cue a verb of no table that governs the clause of "que" at token `k`."""
    if not _may_follow_verb(unit.tokens, k):
        return None
    skeleton = skeleton_at(unit.tokens, k)
    at = skeleton.chunk_at(k)
    if skeleton.chunks[at].kind != "U":
        return None
    for chunk in reversed(skeleton.chunks[:at]):
        if chunk.verb is not None:
            break
        if chunk.kind not in {"T", "B", "()"}:
            return None  # "a cliqué sur le lien | que"
    else:
        return None
    group = chunk.verb
    if group.mood != "finite":
        return _of_another_mood(unit, group, k)
    if group.person != 3 or group.passive or group.negated or group.pronoun is not None:
        return None
    if _is_known(group, "qr") or {"ne", "n'"} & set(group.clitics):
        return None
    if set(unit.tokens.low[group.last + 1 : k]) & _COMPARING:
        return None
    subject = skeleton.subject(group)
    answers = bool(group.lemmas & polled_verbs()) and _is_share(unit.tokens, subject, group)
    if group.lemmas & silent_verbs() and not answers:
        return None
    impersonal = subject is not None and group.reflexive and unit.tokens.low[subject[0]] == "il"
    if impersonal or not (answers or _speaks(unit, subject)):
        return None
    return _open_cue(group, "q", "finite")


def _open_cue(group: VerbGroup, construction: str, mood: Mood) -> Cue:
    """Return as a cue a verb group whose verbs, which no table has, report in one construction, by its letter."""
    return Cue(
        group.first, group.last, group.verb, mood, _reporting(group, construction),
        number=group.number, tense=group.tense, compound=group.compound, group=group,
    )  # fmt: skip


def _reporting(group: VerbGroup, construction: str) -> tuple[ReportingVerb, ...]:
    return tuple(ReportingVerb(lemma, frozenset(construction), None) for lemma in group.lemmas)


def _speaks(unit: Unit, subject: Group | None) -> bool:
    """Whether a subject is somebody, and no document: of a verb that no table has only such a one says something."""
    return subject is not None and is_speaker(unit.tokens, subject, documents=False)


def _is_share(tokens: Tokens, subject: Group | None, verb: VerbGroup) -> bool:
    """Whether so many of a whole are the subject, as polls tell: "70 % d'entre eux", "sept Français sur dix"."""
    if subject is None:
        return False
    words = list(takewhile(lambda word: word != ",", tokens.low[subject[0] : verb.first + 1]))
    # "la majorité des élus", but "la majorité" of a parliament
    nouns = words_of("share") - {"%"}
    shares = any(noun in nouns and of in CONTRACTED["de"] for noun, of in pairwise(words))
    counted = any(sur == "sur" and number in words_of("numeral") for sur, number in pairwise(words))
    return shares or counted or "%" in words


def _of_another_mood(unit: Unit, group: VerbGroup, k: int) -> Cue | None:
    """Return as a cue a verb of no table that has no subject of its own: "a dit non, | ressassant | que".

    Somebody speaks before it in its sentence, or is the subject there: so whatever he does goes on with it.
    """
    if group.negated or group.reflexive or group.compound or set(unit.tokens.low[group.last + 1 : k]) & _COMPARING:
        return None
    if group.lemmas & silent_verbs() or _is_known(group, "qr"):
        return None
    if group.mood == "past":
        return _sharing(unit, group, k)
    if group.mood not in {"participle", "gerund"}:
        return None
    first, _ = unit.sentence_around(group.verb)
    if group.mood == "participle" and unit.tokens.low[group.first - 1] != ",":
        return None
    cue = _open_cue(group, "q", group.mood)
    return cue if _goes_on(unit, cue, first) else None


def _sharing(unit: Unit, group: VerbGroup, k: int) -> Cue | None:
    """Return as a cue a participle of a verb of no table that shares an auxiliary: "a souri et | radoté | que"."""
    over = skeleton_at(unit.tokens, k).shares_subject(group)
    if unit.tokens.low[group.first - 1] != "et" or group.number != "s" or over is None:
        return None
    speaks = _speaks(unit, skeleton_at(unit.tokens, k).subject(over))
    if not (speaks and over.compound) or over.passive or over.reflexive or over.negated:
        return None
    verbs = _reporting(group, "q")
    return Cue(group.first, group.last, group.verb, "finite", verbs, number=over.number, tense="past", compound=True)


def over_perfect(unit: Unit, k: int) -> Cue | None:
    """Return as a cue a verb of no table before the perfect infinitive at token `k`: "ressasse | avoir tout rendu".

    What somebody has done can be the object of hardly any verb but of saying and thinking (Grevisse, Le Bon Usage,
    l'infinitif passé).
    """
    skeleton = skeleton_at(unit.tokens, k)
    done = skeleton.verb_at(k) or skeleton.verb_over(k)
    if done is None or done.mood != "infinitive" or not done.compound or done.first > k or done.governor is not None:
        return None
    chunks = skeleton.chunks
    at = skeleton.chunk_at(done.first) - 1
    while at > 0 and chunks[at].kind in {"T", "B"}:
        at -= 1
    group = chunks[at].verb if at >= 0 and chunks[at].kind == "V" else None
    if group is None or group.passive or group.negated or group.reflexive or group.pronoun is not None:
        return None
    if group.lemmas & silent_verbs() or group.lemmas & semi_auxiliaries() or _is_known(group, "iqr"):
        return None
    if group.mood == "finite":
        speaks = group.person == 3 and _speaks(unit, skeleton.subject(group))
        return _open_cue(group, "i", "finite") if speaks else None
    if group.mood != "participle" or unit.tokens.low[group.first - 1] != ",":
        return None
    cue = _open_cue(group, "i", "participle")
    first, _ = unit.sentence_around(group.verb)
    return cue if _goes_on(unit, cue, first) else None


def _goes_on(unit: Unit, cue: Cue, first: int) -> bool:
    """Whether somebody speaks before a participle in its sentence, or is the first or nearest subject there."""
    if agent_of(unit, cue, first) is not None:
        return True
    if _speaks(unit, leading_group(unit.tokens, first, cue.first)):
        return True
    skeleton = skeleton_at(unit.tokens, cue.verb)
    verb = skeleton.finite_before(cue.first)
    return verb is not None and verb.first >= first and _speaks(unit, skeleton.subject(verb))


def _may_follow_verb(tokens: Tokens, k: int) -> bool:
    """Whether a verb, a time or an adverb may end before token `k`, by the one token before it: that is read first."""
    if k == 0 or tokens.low[k - 1] in _CONJOINING:
        return False
    tag = tag_at(tokens, k - 1)
    if tag in "NP":
        # But "il y a trois jours | que", "45 ans | que", and a participle that its place makes a noun.
        return is_participle(word := tokens.low[k - 1]) or word in counted_times() or word in TIME_UNITS
    return tag not in _NO_VERB


def _is_known(group: VerbGroup, constructions: str) -> bool:
    """Whether the tables know the verb alone with one of several constructions, by their letters."""
    return any(not way.rest and not way.constructions.isdisjoint(constructions) for way in ways_of(group.lemmas))


# Whether a word may be a verb that tells how somebody sees things.
_VIEWING = Remembered(lambda word: any("v" in way.constructions and not way.rest for _, way in reporting_forms(word)))
# Tags of what is neither a verb nor a time, an adverb or a bracket.
_NO_VERB = frozenset(",-KDdRCULSpcn" + '"')
# "disparaissent alors qu'ils sont en mission"
_CONJOINING = frozenset({"alors", "tandis", "pendant", "sitôt", "aussitôt", "tant"})
# "gagne plus que son voisin", "aussi vite que"
_COMPARING = frozenset(
    {"plus", "moins", "tellement", "aussi", "autant", "mieux", "davantage", "autre", "autres", "tel", "même", "bien"}
)
