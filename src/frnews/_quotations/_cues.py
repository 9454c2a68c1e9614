"""Cues: the verbs that carry a saying, with their auxiliaries, clitics and inverted subject."""

from functools import cache
from typing import Literal

from attrs import frozen

from frnews._french._conjugation import VerbForm
from frnews._french._tokens import Tokens
from frnews._quotations._lexicon import ReportingVerb, auxiliary_forms, reporting_forms
from frnews._quotations._words import is_adverb, may_part_auxiliary, words_of

Mood = Literal["finite", "infinitive", "participle", "gerund", "passive"]

# How many words may part an auxiliary from its participle: "a, mardi soir devant la presse, affirmé".
_FARTHEST_AUXILIARY = 9
_INVERTED = frozenset(f"-{t}{p}" for t in ("", "t-", "t'") for p in ("il", "elle", "on", "ils", "elles"))
_AUTHOR = frozenset({"-je", "-nous", "-tu", "-vous"})
_REFLEXIVE = frozenset({"se", "s'"})
_ARTICLES = frozenset({"le", "la", "les", "l'", "leur"})


@frozen
class Cue:
    """A verb group that may report speech. All positions are token numbers.

    Attributes:
        first: First token of the group (auxiliary or clitic).
        last: Last token of the group ("savoir" in "a fait savoir", "-t-il" in "dit-il").
        verb: The token of the main verb.
        mood: "finite" (compound tenses too), "infinitive", "participle" (present), "gerund", or "passive" (the
            subject is what is said, or who is accused).
        verbs: The entries of the lexicon that it may be.
        inverted: Whether a subject pronoun follows in the group ("a-t-il dit").
        negated: Whether the saying is denied.
        number: "s" or "p" where the form shows it.
        tense: Of a finite group.
        compound: Whether an auxiliary makes its tense ("a dit").

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

    def pronoun(self, tokens: Tokens) -> int:
        """Return the token of the inverted subject pronoun."""
        return next(i for i in range(self.first, self.last + 1) if tokens.low[i].startswith("-"))

    def takes(self, construction: str) -> bool:
        """Whether one of the verbs has a construction."""
        return any(construction in verb.constructions for verb in self.verbs)


def read_cue(tokens: Tokens, i: int) -> Cue | None:
    """Return the cue whose main verb is token `i`, or None."""
    if i not in tokens.cues:
        tokens.cues[i] = _read(tokens, i)
    known: Cue | None = tokens.cues[i]
    return known


def _read(tokens: Tokens, i: int) -> Cue | None:
    readings = reporting_forms().get(tokens.low[i])
    if not readings:
        return None
    by_mood: dict[str, list[tuple[VerbForm, ReportingVerb]]] = {}
    for form, verb in readings:
        by_mood.setdefault(form.mood, []).append((form, verb))
    if "past_participle" in by_mood:
        cue = _compound(tokens, i, by_mood["past_participle"])
        if cue is not None:
            return cue
    if "finite" in by_mood:
        cue = _simple(tokens, i, by_mood["finite"])
        if cue is not None:
            return cue
    if "infinitive" in by_mood:
        return _infinitive(tokens, i, by_mood["infinitive"])
    if "present_participle" in by_mood:
        return _participle(tokens, i, by_mood["present_participle"])
    return None


def _rest(tokens: Tokens, i: int, verbs: list[ReportingVerb]) -> tuple[int, tuple[ReportingVerb, ...]]:
    """Match what a verb of several words needs after its first ("savoir"); return its last token and the verbs left.

    A few adverbs may stand between: "fait également savoir". The longest match wins.
    """
    whole: dict[int, list[ReportingVerb]] = {}
    for verb in verbs:
        last = i
        for word in _words(verb.rest):
            k = last + 1
            while k < len(tokens) and k <= last + 3 and tokens.low[k] != word and is_adverb(tokens.low[k]):
                k += 1
            if k >= len(tokens) or tokens.low[k] != word:
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


@cache
def _words(rest: str) -> tuple[str, ...]:
    """Return the words of a phrase, split as the text is split ("l'accent" is two)."""
    return tuple(Tokens(rest, 0, len(rest)).low)


def _clitics_before(tokens: Tokens, i: int) -> int:
    """Return the first of the clitic pronouns that stand right before token `i`."""
    first = i
    while first > 0 and i - first < 4 and tokens.low[first - 1] in words_of("clitic"):
        first -= 1
    return first


def _fitting(verbs: list[ReportingVerb], clitics: list[str]) -> list[ReportingVerb]:
    """Return the verbs that go with the clitic pronouns before them: "se", "y", "en", or none of these."""
    reflexive = any(word in _REFLEXIVE for word in clitics)
    return [
        verb
        for verb in verbs
        if (verb.pronominal is None or verb.pronominal == reflexive) and (not verb.clitic or verb.clitic in clitics)
    ]


def _negated(tokens: Tokens, first: int, last: int) -> bool:
    before = tokens.low[first : last + 1]
    if "ne" not in before and "n'" not in before:
        return False
    return any(word in words_of("negation") for word in tokens.low[first : last + 3])


def _subject_may_end(tokens: Tokens, i: int) -> bool:
    """Whether token `i` may be the last of a subject, so that "la juge" after it is a clitic and its verb."""
    if i < 0:
        return False
    word = tokens.low[i]
    if word in words_of("subject pronoun"):
        return True
    return (
        word[0].isalnum()
        and not (word in words_of("coordinator") or word in words_of("subordinator") or is_adverb(word))
    ) or word in {")", "»", "”"}


def _simple(tokens: Tokens, i: int, readings: list[tuple[VerbForm, ReportingVerb]]) -> Cue | None:
    low = tokens.low
    readings = [(form, verb) for form, verb in readings if form.person == 3]
    if not readings:
        return None
    after = low[i + 1] if i + 1 < len(low) else ""
    inverted = after in _INVERTED
    if after in _AUTHOR:
        return None
    first = _clitics_before(tokens, i)
    before = low[first - 1] if first else ""
    reflexive = any(word in _REFLEXIVE for word in low[first:i])
    if not inverted and before in words_of("partitive") | words_of("preposition") - {"après"}:
        return None
    if (
        not inverted
        and not reflexive
        and first < i
        and low[first] in _ARTICLES
        and before not in {"comme", "que"}
        and (not _subject_may_end(tokens, first - 1))
    ):
        # "mais le juge", "la note": an article and its noun, where no subject stands before a clitic and its verb.
        return None
    sure = inverted or before in {"comme", "que"} or (first > 0 and tokens.quote[first - 1] >= 0)
    noun_before = before in words_of("determiner") and before not in words_of("numeral")
    if not sure and any(verb.ambiguous for _, verb in readings):
        # "l'annonce de", "la demande", "cette note": the noun, not the verb.
        if first < i and low[i - 1] in words_of("determiner") and not reflexive:
            return None
        if noun_before or before in words_of("partitive") or before in words_of("preposition"):
            return None
    elif not sure and (before in words_of("preposition") - {"après"} or (noun_before and first == i)):
        return None
    verbs = _fitting([verb for _, verb in readings], low[first:i])
    last, kept = _rest(tokens, i, verbs)
    if not kept:
        return None
    form = next(form for form, verb in readings if verb in kept)
    if inverted:
        last = max(last, i + 1)
    return Cue(
        first=first,
        last=last,
        verb=i,
        mood="finite",
        verbs=kept,
        inverted=inverted,
        negated=_negated(tokens, first, last),
        number=form.number,
        tense=form.tense,
    )


def _compound(tokens: Tokens, i: int, readings: list[tuple[VerbForm, ReportingVerb]]) -> Cue | None:
    """Read "a-t-il dit", "s'est, mardi, félicité", "a été accusé": from the participle back to its auxiliary."""
    low = tokens.low
    auxiliaries = auxiliary_forms()
    k = i - 1
    commas = 0
    inverted = False
    while k >= 0 and i - k <= _FARTHEST_AUXILIARY:
        word = low[k]
        if word in _INVERTED:
            inverted = True
        elif word in _AUTHOR:
            return None
        elif word in auxiliaries and not (word in {"a", "est", "as"} and k + 1 < i and low[k + 1] in {"priori"}):
            break
        elif word == ",":
            commas += 1
        elif commas != 1 and not (
            may_part_auxiliary(word) or word in words_of("negation") or word in words_of("clitic")
        ):
            return None
        k -= 1
    else:
        return None
    if k < 0 or commas % 2:
        return None  # one comma alone parts two clauses: "il n'est pas son prince, dit M. Roy"
    auxiliary = auxiliaries[low[k]]
    passive = False
    if low[k] in {"été"}:  # "a été accusé": the passive's own auxiliary stands further left
        k2 = k - 1
        while k2 >= 0 and k - k2 <= 6 and low[k2] not in auxiliaries:
            if not (may_part_auxiliary(low[k2]) or low[k2] in words_of("negation") or low[k2] in _INVERTED):
                return None
            k2 -= 1
        if k2 < 0 or low[k2] not in auxiliaries:
            return None
        passive, k, auxiliary = True, k2, auxiliaries[low[k2]]
    first = _clitics_before(tokens, k)
    reflexive = any(word in _REFLEXIVE for word in low[first:k])
    if auxiliary.lemma == "être" and not passive and not reflexive:
        passive = True
    if auxiliary.mood == "finite" and auxiliary.person != 3:
        return None
    verbs = _fitting([verb for _, verb in readings], low[first:k])
    last, kept = _rest(tokens, i, verbs)
    if not kept:
        return None
    mood: Mood = "finite"
    if passive:
        mood = "passive"
    elif auxiliary.mood == "infinitive":
        mood = "infinitive"
    elif auxiliary.mood == "present_participle":
        mood = "participle"
    elif auxiliary.mood == "past_participle":
        return None
    return Cue(
        first=first,
        last=last,
        verb=i,
        mood=mood,
        verbs=kept,
        inverted=inverted,
        negated=_negated(tokens, first, last),
        number=auxiliary.number,
        tense="past" if auxiliary.tense in {"present", "imperfect"} else auxiliary.tense,
        compound=True,
    )


def shared_auxiliary(tokens: Tokens, i: int) -> Cue | None:
    """Return the cue of a participle that shares the auxiliary of one before it: "a salué X et annoncé Y"."""
    k = i - 1
    while k > 0 and is_adverb(tokens.low[k]):
        k -= 1
    if k < 0 or tokens.low[k] not in {"et", ",", "puis", "mais"}:
        return None
    readings = reporting_forms().get(tokens.low[i], ())
    verbs = [
        verb for form, verb in readings if form.mood == "past_participle" and form.number == "s" and form.gender == "m"
    ]
    last, kept = _rest(tokens, i, _fitting(verbs, []))
    if not kept:
        return None
    return Cue(first=i, last=last, verb=i, mood="finite", verbs=kept, tense="past", compound=True)


def _infinitive(tokens: Tokens, i: int, readings: list[tuple[VerbForm, ReportingVerb]]) -> Cue | None:
    first = _clitics_before(tokens, i)
    last, kept = _rest(tokens, i, _fitting([verb for _, verb in readings], tokens.low[first:i]))
    if not kept:
        return None
    return Cue(first=first, last=last, verb=i, mood="infinitive", verbs=kept, negated=_negated(tokens, first, i))


def _participle(tokens: Tokens, i: int, readings: list[tuple[VerbForm, ReportingVerb]]) -> Cue | None:
    first = _clitics_before(tokens, i)
    gerund = tokens.low[first] == "en" and first < i
    first += gerund
    last, kept = _rest(tokens, i, _fitting([verb for _, verb in readings], tokens.low[first:i]))
    if not kept:
        return None
    return Cue(
        first=first,
        last=last,
        verb=i,
        mood="gerund" if gerund else "participle",
        verbs=kept,
        negated=_negated(tokens, first, i),
    )
