"""Cues: the verb groups that may carry a saying, with the ways in which their verb reports."""

from functools import cache, lru_cache
from typing import Literal

from attrs import evolve, frozen

from frnews._draft import Offsets
from frnews._french._clauses import LONGEST_SENTENCE, Skeleton, skeleton_at
from frnews._french._infinitives import MAY_BE_INFINITIVE
from frnews._french._remembered import Remembered
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import VerbGroup, utters
from frnews._french._verbs import is_infinitive
from frnews._french._words import CONTRACTED, is_adverb, words_of
from frnews._reporting._lexicon import ReportingVerb, reporting_forms, ways_of
from frnews._reporting._unit import Unit

# Endings of participles that agree with a feminine or a plural.
_AGREEING = ("ée", "ées", "és")
# Constructions with a clause, a bare infinitive, a colon or marks.
_OF_CLAUSES = frozenset("qrfeicx")
# Those in which nothing is said without marks.
_OF_MARKS = frozenset("mx")

Mood = Literal["finite", "infinitive", "participle", "gerund", "passive"]


@frozen
class Cue:
    """A verb group that may report speech. All positions are token numbers.

    Attributes:
        first: First token of the group (auxiliary or clitic).
        last: Last token of the group ("savoir" in "a fait savoir", "-t-il" in "dit-il").
        verb: The token of the main verb.
        mood: "finite" (compound tenses too), "infinitive", "participle" (present), "gerund", or "passive" (the
            subject is what is said, or who is accused).
        verbs: The entries of the lexicon that it may be; () for a verb that only its place makes a cue.
        inverted: Whether a subject pronoun follows in the group ("a-t-il dit").
        negated: Whether the saying is denied.
        number: "s" or "p" where the form shows it.
        tense: Of a finite group.
        compound: Whether an auxiliary makes its tense ("a dit").
        group: The verb group as the skeleton has it; None for a participle that shares an auxiliary.

    """

    first: int
    last: int
    verb: int
    mood: Mood
    verbs: tuple[ReportingVerb, ...]
    inverted: bool = False
    negated: bool = False
    number: str | None = None
    tense: str | None = None
    compound: bool = False
    group: VerbGroup | None = None

    def pronoun(self, tokens: Tokens) -> int:
        """Return the token of the inverted subject pronoun."""
        if self.group is not None and self.group.pronoun is not None:
            return self.group.pronoun
        return next(i for i in range(self.first, self.last + 1) if tokens.low[i].startswith("-"))

    def takes(self, constructions: str) -> bool:
        """Whether one of the verbs has a construction, or one of several."""
        return any(not verb.constructions.isdisjoint(constructions) for verb in self.verbs)


@frozen
class Clause:
    """A cue in its sentence.

    Attributes:
        unit: The unit.
        cue: The cue.
        first: First token of the sentence.
        limit: Token after the sentence.
        agent: Who was said to speak earlier in the sentence, as offsets, or None.

    """

    unit: Unit
    cue: Cue
    first: int
    limit: int
    agent: Offsets | None


def read_cue(tokens: Tokens, i: int) -> Cue | None:
    """Return the cue whose main verb is token `i`, or None."""
    if not reporting_forms(tokens.low[i]):
        return None
    if i not in tokens.asked:
        tokens.asked[i] = _read(tokens, i)
    known: Cue | None = tokens.asked[i]
    return known


def _read(tokens: Tokens, i: int) -> Cue | None:
    rests = _rests(tokens.low[i])
    if rests is not None and rests.isdisjoint(tokens.low[i + 1 : i + 5]):
        return None  # "fait" without "savoir", "valoir", "part"
    group = skeleton_at(tokens, i).verb_at(i)
    if group is None or group.mood == "past" or (group.mood == "finite" and group.person != 3):
        return None
    return cue_of(tokens, group)


def governing_cue(tokens: Tokens, i: int) -> Cue | None:
    """Return the cue of an infinitive that the verb at token `i` utters: "s'est borné à répondre", "aime à dire"."""
    skeleton = skeleton_at(tokens, i)
    group = skeleton.verb_from(i)
    if group is None or group.mood != "finite" or group.person != 3 or group.pronoun is not None:
        return None
    said = next((v for v in skeleton.verbs if v.first > group.last and v.governor is group), None)
    if said is None or not utters(group):
        return None
    cue = cue_of(tokens, said)
    return (
        None
        if cue is None or cue.takes("o")
        else evolve(cue, first=i, mood="finite", number=group.number, tense=group.tense, compound=group.compound)
    )


def cue_of(tokens: Tokens, group: VerbGroup, *, any_verb: bool = False) -> Cue | None:
    """Return the cue that a verb group is, or None where its verb reports nothing (unless `any_verb`)."""
    # Asked again for each verb behind it. It is kept with its group, so that the id stays its own.
    key = (id(group), any_verb)
    if key not in tokens.asked:
        tokens.asked[key] = group, _cue_of(tokens, group, any_verb=any_verb)
    known: Cue | None = tokens.asked[key][1]
    return known


def _cue_of(tokens: Tokens, group: VerbGroup, *, any_verb: bool) -> Cue | None:
    last, kept = _rest(tokens, group.verb, _fitting(ways_of(group.lemmas), group))
    if not kept and not any_verb:
        return None
    mood: Mood = "passive" if group.passive else group.mood if group.mood != "past" else "finite"
    return Cue(
        first=group.first,
        last=max(last, group.last),
        verb=group.verb,
        mood=mood,
        verbs=kept,
        inverted=group.pronoun is not None,
        negated=group.negated and not any("k" in verb.constructions for verb in kept),
        number=group.number,
        tense=group.tense,
        compound=group.compound,
        group=group,
    )


def reports(tokens: Tokens, group: VerbGroup | None, constructions: str) -> bool:
    """Whether a verb group reports something in one of several constructions, by their letters."""
    cue = cue_of(tokens, group) if group is not None else None
    return cue is not None and cue.takes(constructions)


def may_govern(tokens: Tokens, cue: Cue, verb: ReportingVerb, limit: int) -> bool:
    """Return whether a verb of a cue may govern anything before token `limit`, as far as single words show it.

    Half of all verbs take a clause, an infinitive, a colon or marks alone, and none of these follows.
    """
    takes, first = verb.constructions, cue.last + 1
    if not takes <= _OF_CLAUSES or verb.lemma == "voir":
        return True
    behind = tokens.low[first:limit]
    if not {-1, tokens.quote[cue.verb]}.issuperset(tokens.quote[first:limit]) or (":" in behind and takes & {"c", "q"}):
        return True
    if not CONTRACTED["que"].isdisjoint(behind) and takes & {"q", "r", "f"}:
        return True
    if takes.isdisjoint("qi"):
        return False
    # Behind "ne" an infinitive may be a word that is a noun elsewhere.
    denied = not {"ne", "n'"}.isdisjoint(behind)
    return denied or "I" in tags_of(tokens)[first:limit] or any(map(is_infinitive, behind))


def may_lead(tokens: Tokens, i: int) -> bool:
    """Return whether the verb at token `i` may govern anything without marks, as far as single words show it.

    That is `may_govern`, asked before anything is read of a sentence: half of its cues fail here.
    """
    waits, undergone = _WAITING[tokens.low[i]]
    behind = tokens.low[i + 1 : i + LONGEST_SENTENCE]
    if waits is None or (undergone and "par" in behind):
        return True
    if not waits:
        return False
    if (":" in behind and waits & {"c", "q"}) or (waits & {"q", "r", "f"} and not CONTRACTED["que"].isdisjoint(behind)):
        return True
    if waits.isdisjoint("qi"):
        return False
    return not {"ne", "n'"}.isdisjoint(behind) or any(map(MAY_BE_INFINITIVE.__getitem__, behind))


def _waits_for(word: str) -> tuple[frozenset[str] | None, bool]:
    """Return in which constructions with signs of their own a form reports, or None for others too; if a participle."""
    forms = reporting_forms(word)
    ways = [verb.constructions for _, verb in forms if not verb.constructions <= _OF_MARKS]
    signs = all(way <= _OF_CLAUSES for way in ways) and all(verb.lemma != "voir" for _, verb in forms)
    return frozenset().union(*ways) if signs else None, any(form.mood == "past_participle" for form, _ in forms)


_WAITING = Remembered(_waits_for)


def _parts(tokens: Tokens, k: int) -> bool:
    """Whether token `k` may part a verb from its other words: "laisse | par ailleurs | entendre"."""
    return is_adverb(tokens.low[k]) or tags_of(tokens)[k] == "B"


def _rest(tokens: Tokens, i: int, verbs: list[ReportingVerb]) -> tuple[int, tuple[ReportingVerb, ...]]:
    """Match what a verb of several words needs after its first ("savoir"); return its last token and the verbs left.

    A few adverbs may stand between: "fait également savoir". The longest match wins.
    """
    whole: dict[int, list[ReportingVerb]] = {}
    for verb in verbs:
        last = i
        for word in _words(verb.rest) if verb.rest else ():
            k = last + 1
            if word not in tokens.low[k : k + 4]:
                break
            while tokens.low[k] != word and _parts(tokens, k):
                k += 1
            if tokens.low[k] != word:
                break
            last = k
        else:
            governs_clause = last + 1 < len(tokens) and tokens.low[last + 1] in {"que", "qu'", "ce"}
            if verb.rest in words_of("preposition") and not governs_clause:
                continue  # "plaide pour que" is one verb, "plaide pour la paix" another
            whole.setdefault(last, []).append(verb)
    if not whole:
        return i, ()
    last = max(whole)
    return last, tuple(whole[last])


@lru_cache(maxsize=1 << 14)
def _rests(word: str) -> frozenset[str] | None:
    """Return the first of the words that a form's verbs need after them, or None where one needs none."""
    rests = {verb.rest for _, verb in reporting_forms(word)}
    return None if "" in rests else frozenset(_words(rest)[0] for rest in rests)


@cache
def _words(rest: str) -> tuple[str, ...]:
    """Return the words of a phrase, split as the text is split ("l'accent" is two)."""
    return tuple(Tokens(rest, 0, len(rest)).low)


def _fitting(verbs: list[ReportingVerb], group: VerbGroup) -> list[ReportingVerb]:
    """Return the verbs that go with the clitic pronouns before them: "se", "y", "en", or none of these."""
    fitting = [
        verb
        for verb in verbs
        if (verb.pronominal is None or verb.pronominal == group.reflexive)
        and (not verb.clitic or verb.clitic in group.clitics)
        and ("k" not in verb.constructions or group.negated)
    ]
    if not fitting and group.reflexive:
        # Whoever "déclare que" can also "se déclarer « prêt »".
        return [evolve(verb, constructions=frozenset("m")) for verb in verbs if verb.constructions & {"q", "v"}][:1]
    return fitting


def shared_auxiliary(tokens: Tokens, i: int) -> Cue | None:
    """Return the cue of a participle that shares the auxiliary of one before it: "a salué X et annoncé Y"."""
    k = i - 1
    while k > 0 and is_adverb(tokens.low[k]):
        k -= 1
    if k < 0 or tokens.low[k] not in {"et", ",", "puis", "mais"} or not reporting_forms(tokens.low[i]):
        return None
    skeleton = skeleton_at(tokens, i)
    group = skeleton.verb_at(i)
    if group is None or group.mood != "past" or group.number != "s":
        return None
    if tokens.low[k] == "," and tags_of(tokens)[i + 1 : i + 2] not in (["D"], ["d"], ["U"]):
        return None  # "a reçu le banquier, | condamné à deux ans", but "a reçu le maire, | annoncé des travaux"
    before = skeleton.shares_subject(group)
    if before is None or not before.compound or before.passive:
        return None
    if not before.reflexive and tokens.low[i].endswith(_AGREEING):
        return None  # "a dit avoir été agressée et | menacée": behind "avoir" it does not agree
    last, kept = _rest(tokens, i, _fitting(ways_of(group.lemmas), group))
    if not kept:
        return None
    return Cue(first=i, last=last, verb=i, mood="finite", verbs=kept, tense="past", compound=True, number=before.number)


def of_relative(skeleton: Skeleton, cue: Cue) -> bool:
    """Whether a cue with a subject of its own is the verb of a relative clause: "la candidate, dont le parti | dit"."""
    at = skeleton.chunk_at(cue.first)
    opens = skeleton.relative_of(at) if cue.mood == "finite" else None
    return opens is not None and skeleton.chunks[opens].kind == "L" and opens > 0
