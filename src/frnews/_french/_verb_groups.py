"""Verb groups: a verb with its auxiliary, clitics, negation and inverted subject, and what an infinitive hangs on."""

from functools import cache, lru_cache
from typing import Literal

from attrs import define

from frnews._french._tags import settled_at, tags_of, third_person
from frnews._french._tokens import Tokens, pronoun_of
from frnews._french._verbs import REGULAR_PARTICIPLE, infinitive_of, readings
from frnews._french._words import STRESSED, THIRD_PERSON
from frnews._tables import read_table

Mood = Literal["finite", "infinitive", "participle", "gerund", "past"]

# How far an auxiliary may stand from its participle: "a, mardi soir devant la presse à Lyon, affirmé".
_FARTHEST_PARTICIPLE = 16

# How far the "à" or "de" of an infinitive may stand from its verb.
_FARTHEST_LINK = 10
# Verbs whose compound tenses are made with être: "est venu" is no passive (Grevisse, Le Bon Usage, auxiliaires).
_WITH_BE = frozenset(
    {"aller", "venir", "arriver", "partir", "sortir", "entrer", "rester", "tomber", "mourir", "naître", "devenir",
     "revenir", "retourner", "monter", "descendre", "intervenir", "parvenir", "survenir", "rentrer", "repartir",
     "décéder"}
)  # fmt: skip

# Clitics with which a participle of "avoir" may agree: "les a | vus".
_AGREED_WITH = frozenset({"les", "l'", "la", "le", "nous", "vous", "se", "s'"})
# Pronouns that stress the subject right behind an auxiliary: "a | lui | estimé que", "ont | eux-mêmes | dénoncé"
# (Grevisse, Le Bon Usage, pronoms personnels disjoints).
_STRESSED = STRESSED | {"lui-même", "elle-même", "eux-mêmes", "elles-mêmes"}
# Pronouns behind a verb of the third person.
_INVERTED = THIRD_PERSON | {"on", "ce"}
# Tags with which a verb group starts.
_OPENING = frozenset("cnAVIGQ")
_NEGATING = frozenset({"pas", "jamais", "rien", "guère", "point", "nullement", "aucunement", "plus", "aucun", "aucune"})


@define
class VerbGroup:
    """A verb with what belongs to it. All positions are token numbers.

    Attributes:
        first: First token: clitic, negation or auxiliary.
        last: Last token: the verb, or an inverted pronoun after it.
        verb: The token of the verb that says what is done.
        mood: "finite" (compound tenses too), "infinitive", "participle" (present), "gerund", or "past" (a participle
            without auxiliary).
        lemmas: The infinitives that it may be a form of.
        tense: Of a finite group: of the auxiliary where there is one.
        number: "s" or "p" where the form shows it.
        person: Of a finite group.
        compound: Whether an auxiliary makes its tense.
        passive: Whether être makes it, and its subject is not who does it.
        negated: Whether "ne … pas" stands around it.
        reflexive: Whether "se" stands before it.
        clitics: The pronouns before the verb.
        pronoun: The token of an inverted subject, or None.
        governor: The verb group that an infinitive hangs on ("vient de | dire"), or None.

    """

    first: int
    last: int
    verb: int
    mood: Mood
    lemmas: frozenset[str]
    tense: str | None = None
    number: str | None = None
    person: int | None = None
    compound: bool = False
    passive: bool = False
    negated: bool = False
    reflexive: bool = False
    clitics: tuple[str, ...] = ()
    pronoun: int | None = None
    governor: "VerbGroup | None" = None


@cache
def semi_auxiliaries(sign: Literal["verb", "parted", "utters", "modal"] = "verb") -> frozenset[str]:
    """Return the verbs that an infinitive follows and whose subject is taken for its own.

    Args:
        sign: The column of `data/semi_auxiliaries.tsv` that must be filled.

    >>> "refuser" in semi_auxiliaries(), "refuser" in semi_auxiliaries("utters")
    (True, False)

    """
    return frozenset(
        infinitive_of(row["verb"]) for row in read_table("semi_auxiliaries") if row[sign] not in {"", "silent"}
    )


def of_nobody(group: VerbGroup) -> bool:
    """Return whether the "il" before a verb stands for nobody: "il faudra", "il y a", "il s'agit".

    >>> [of_nobody(verb_groups(Tokens(t, 0, len(t)), 0, 3)[0]) for t in ("Il faut rire", "Il y a tout", "Il a tout")]
    [True, True, False]
    """
    there_is = "y" in group.clitics and "avoir" in group.lemmas
    return "falloir" in group.lemmas or there_is or ("agir" in group.lemmas and "s'" in group.clitics)


def utters(group: VerbGroup) -> bool:
    """Return whether a semi-auxiliary says that its infinitive is uttered: "tient à | dire", "n'omet pas de | dire".

    >>> [utters(verb_groups(Tokens(t, 0, len(t)), 0, 5)[0]) for t in ("Il tient à dire non", "Il omet de dire non")]
    [True, False]
    """
    verbs = group.lemmas & (semi_auxiliaries("utters") | {"avoir"})  # "a beau jurer"
    denied = not {"ne", "n'"}.isdisjoint(group.clitics)
    return bool(verbs) if denied else not verbs <= _marked("negated")


def concedes(tokens: Tokens, infinitive: int) -> bool:
    """Return whether an infinitive, with its clitics, stands behind "avoir beau": what it says is conceded, and said.

    >>> text = "Il a beau jurer que rien ne change"
    >>> concedes(Tokens(text, 0, len(text)), 3)
    True
    """
    return infinitive > 0 and tokens.low[infinitive - 1] == "beau"


def withholds(group: VerbGroup) -> bool:
    """Return whether a semi-auxiliary says that its infinitive is not uttered: "refuse de | dire".

    >>> [withholds(verb_groups(Tokens(t, 0, len(t)), 0, 4)[0]) for t in ("Il refuse de dire", "Il tente de dire")]
    [True, False]
    """
    return not group.negated and not group.lemmas.isdisjoint(_marked("silent"))


@cache
def _marked(utters: str) -> frozenset[str]:
    """Return the semi-auxiliaries of which the table says in a word whether their infinitive is uttered."""
    return frozenset(infinitive_of(row["verb"]) for row in read_table("semi_auxiliaries") if row["utters"] == utters)


def opens_verb_group(tokens: Tokens, k: int) -> bool:
    """Return whether a verb group may start at token `k`: with its verb, a clitic, a negation, the "en" of a gerund.

    >>> text = "Le maire veut le dire"
    >>> [k for k in range(5) if opens_verb_group(Tokens(text, 0, len(text)), k)]
    [2, 3, 4]
    """
    if tokens.tags is None and (letter := settled_at(tokens, k)) and letter not in _OPENING:
        return False  # it settles that without the others
    return tags_of(tokens)[k] in _OPENING or tokens.low[k] == "en"


def verb_groups(tokens: Tokens, first: int, after: int) -> list[VerbGroup]:
    """Return the verb groups between two tokens, from left to right."""
    tags = tags_of(tokens)
    groups: list[VerbGroup] = []
    i = first
    while i < after:
        tag = tags[i]
        group: VerbGroup | None = None
        if tag == "A":
            group = _compound(tokens, tags, i, after) or _simple(tokens, tags, i, first)
        elif tag == "V":
            group = _simple(tokens, tags, i, first)
        elif tag == "I":
            group = _infinitive(tokens, tags, i, first, after, groups)
        elif tag == "G":
            group = _participle(tokens, tags, i, first, after)
        elif tag == "Q":
            group = _bare_participle(tokens, i)
        if group is None:
            i += 1
            continue
        groups.append(group)
        i = group.last + 1
    return groups


@lru_cache(maxsize=1 << 14)
def _lemmas_of(word: str, mood: str) -> frozenset[str]:
    """Return the infinitives that a form may belong to; of a participle in -é also one that no list has."""
    found = frozenset(form.lemma for form in readings(word) if form.mood == mood)
    if not found and mood == "past_participle" and word.endswith(REGULAR_PARTICIPLE):
        found = frozenset([word.rstrip("es").removesuffix("é") + "er"])
    return _shared(found)


@lru_cache(maxsize=1 << 12)
def _shared(lemmas: frozenset[str]) -> frozenset[str]:
    """Return the one object that stands for these infinitives: the garbage collector walks through all that is kept."""
    return lemmas


def _clitics(tokens: Tokens, tags: list[str], i: int, first: int) -> int:
    start = i
    while (
        start > first and i - start < 5 and tags[start - 1] in "cn" and tokens.low[start - 1] not in {"pas", "jamais"}
    ):
        start -= 1
    return start


def _negated(tokens: Tokens, start: int, last: int) -> bool:
    words = tokens.low[start : last + 1]
    if "ne" not in words and "n'" not in words:
        return False
    # "Jamais le maire n'a dit que": the word may open the sentence.
    return not _NEGATING.isdisjoint(tokens.low[start : last + 4]) or "jamais" in tokens.low[max(0, start - 24) : start]


def _compound(tokens: Tokens, tags: list[str], i: int, after: int) -> VerbGroup | None:
    """Read "a-t-il dit", "s'est, mardi, félicité", "a été accusé": from the auxiliary to its participle."""
    low = tokens.low
    auxiliary = third_person(low[i])
    if auxiliary is None:
        return None
    pronoun: int | None = None
    been = False
    commas = 0
    k = i + 1
    verb = -1
    while k < min(after, i + _FARTHEST_PARTICIPLE):
        tag, word = tags[k], low[k]
        if tag == "i":
            pronoun = k
        elif word == "été" and auxiliary.lemma == "avoir":
            been = True
        elif tag == "Q" or (commas % 2 == 0 and tag in "VNA" and _is_participle(tokens, k) and _near(tags, i, k)):
            if commas % 2 == 0 or (auxiliary.lemma == "avoir" and _behind_stray_comma(tags, i, k)):
                verb = k
                break
        elif tag == ",":
            commas += 1
            if commas > 2:
                return None
        elif tag in "BnTc" or (k == i + 1 and word in _STRESSED) or _opens_adverbial(tags, i, k):
            pass
        elif (
            tokens.quote[k] != tokens.quote[i]
            or tag in "KULCVAp-"
            or (tag == "I" and not commas % 2)
            or (not commas % 2 and not _in_phrase(tags, i, k))
        ):
            return None
        k += 1
    if verb < 0:
        return None
    start = _clitics(tokens, tags, i, 0)
    clitics = tuple(low[start:i])
    if auxiliary.lemma == "avoir" and not been and _describes_object(low, clitics, i, verb):
        return None
    reflexive = "se" in clitics or "s'" in clitics
    lemmas = _lemmas_of(low[verb], "past_participle")
    passive = been or (auxiliary.lemma == "être" and not reflexive and not lemmas & _WITH_BE)
    last = verb
    return VerbGroup(
        start, last, verb, "finite", lemmas,
        tense="past" if auxiliary.tense in {"present", "imperfect"} else auxiliary.tense,
        number=auxiliary.number, person=3, compound=True, passive=passive, negated=_negated(tokens, start, verb),
        reflexive=reflexive, clitics=clitics, pronoun=pronoun,
    )  # fmt: skip


def _behind_stray_comma(tags: list[str], i: int, k: int) -> bool:
    """Whether one comma parts an adverb from the participle at token `k`: "a par ailleurs, | exhorté ses hommes"."""
    return tags[k - 1] == "," and k > i + 2 and all(tag in "BTc" for tag in tags[i + 1 : k - 1])


def _describes_object(low: list[str], clitics: tuple[str, ...], i: int, verb: int) -> bool:
    """Whether a participle agrees with the noun before it, and so is none of "avoir": "a des revenus très | élevés".

    With "avoir" it agrees with no object but one that stands before the verb (Grevisse, Le Bon Usage, accord du
    participe passé).
    """
    plural = low[verb].endswith(("és", "ées", "ies", "us", "ues", "tes")) and low[i + 1] == "des"
    return plural and not set(clitics) & _AGREED_WITH


def _opens_adverbial(tags: list[str], i: int, k: int) -> bool:
    """Whether token `k` starts words that tell how or when something is done, between an auxiliary and its participle.

    "a | juste concédé", "a | tout de go lancé", "a | ce matin dit", "a sèchement | et sans détour répondu".
    """
    following = tags[k + 1 : k + 2]
    if tags[k] == "N":
        return following in (["Q"], ["V"]) and all(tag == "B" for tag in tags[i + 1 : k])
    if tags[k] == "D":
        return following in (["d"], ["T"], ["B"])
    return tags[k] == "C" and tags[k - 1] in "BN" and following in (["B"], ["R"], ["d"]) and k > i + 1


def _near(tags: list[str], i: int, k: int) -> bool:
    """Whether a word behind an auxiliary is its participle: only adverbs stand between, or what it governs follows."""
    # "a sans surprise | fait savoir", "a d'entrée | dit que": no other verb stands there before an infinitive or "que".
    governs = tags[k] == "V" and tags[k + 1 : k + 2] in (["I"], ["U"])
    return governs or all(
        tag in "BniTcS" or (tag == "D" and tags[n + 1] == "T") for n, tag in enumerate(tags[i + 1 : k], i + 1)
    )


def _is_participle(tokens: Tokens, k: int) -> bool:
    return any(form.mood == "past_participle" for form in readings(tokens.low[k]))


def _in_phrase(tags: list[str], i: int, k: int) -> bool:
    """Whether token `k`, between an auxiliary and its participle, stands in a phrase: "a de son côté affirmé"."""
    return any(tags[n] in "Rd" for n in range(i + 1, k + 1))


def _simple(tokens: Tokens, tags: list[str], i: int, first: int) -> VerbGroup | None:
    low = tokens.low
    form = third_person(low[i])
    person = 3
    if form is None:
        form = next((f for f in readings(low[i]) if f.mood == "finite"), None)
        if form is None:
            return None
        person = form.person or 3
    start = _clitics(tokens, tags, i, first)
    clitics = tuple(low[start:i])
    last = i
    pronoun = None
    if i + 1 < len(tags) and tags[i + 1] == "i":
        last = i + 1
        if pronoun_of(low[i + 1]) in _INVERTED:
            pronoun = i + 1
        else:
            person = 1
    return VerbGroup(
        start, last, i, "finite", _lemmas_of(low[i], "finite"), tense=form.tense, number=form.number,
        person=person,
        negated=_negated(tokens, start, i), reflexive="se" in clitics or "s'" in clitics, clitics=clitics,
        pronoun=pronoun,
    )  # fmt: skip


def _infinitive(tokens: Tokens, tags: list[str], i: int, first: int, after: int, groups: list[VerbGroup]) -> VerbGroup:
    low = tokens.low
    start = _clitics(tokens, tags, i, first)
    verb, lemmas, compound = i, _lemmas_of(low[i], "infinitive"), False
    if lemmas & {"avoir", "être"}:
        k = i + 1
        while k < min(after, i + 5) and tags[k] in "BnT":
            k += 1
        if k < after and (tags[k] == "Q" or (tags[k] in "VN" and _is_participle(tokens, k))):
            verb, compound = k, True
            lemmas = _lemmas_of(low[k], "past_participle")
    k = start - 1
    while k >= first and tags[k] in "Bn":
        k -= 1
    linker = k >= first and (tags[k] == "d" or low[k] == "à" or low[k] in {"par", "pour"})
    before = k - 1 if linker else k
    if linker and before > first and low[before] == "jusqu'":
        before -= 1  # "va jusqu'à | parler de"
    while before >= first and tags[before] in "Bni":
        before -= 1
    governor = None
    if groups and before >= first and concedes(tokens, before + 1) and groups[-1].last == before - 1:
        governor = groups[-1]
    elif groups and before >= first and groups[-1].lemmas & semi_auxiliaries():
        near = groups[-1].last in {before, before + 1}
        if near or (
            linker
            and groups[-1].lemmas & semi_auxiliaries("parted")
            and _only_phrases(tags, groups[-1].last + 1, before + 1)
        ):
            governor = groups[-1]
    return VerbGroup(
        start, verb, verb, "infinitive", lemmas, compound=compound, negated=_negated(tokens, start, i),
        reflexive="se" in low[start:i] or "s'" in low[start:i], clitics=tuple(low[start:i]), governor=governor,
    )  # fmt: skip


def _only_phrases(tags: list[str], first: int, after: int) -> bool:
    """Whether nothing but phrases and adverbs stands between a verb and the "à" or "de" of its infinitive."""
    between = tags[first:after]
    return (
        len(between) <= _FARTHEST_LINK and (not between or between[0] in "RdTBn") and not set(between) & set("VAUKL,")
    )


def _participle(tokens: Tokens, tags: list[str], i: int, first: int, after: int) -> VerbGroup:
    low = tokens.low
    start = _clitics(tokens, tags, i, first)
    gerund = (start > first and low[start - 1] == "en") or "en" in low[start:i]
    if gerund and low[start] != "en" and start > first and low[start - 1] == "en":
        start -= 1
    verb, lemmas, compound = i, _lemmas_of(low[i], "present_participle"), False
    if lemmas & {"avoir", "être"} and i + 1 < after and (tags[i + 1] == "Q" or _is_participle(tokens, i + 1)):
        verb, compound = i + 1, True
        lemmas = _lemmas_of(low[verb], "past_participle")
    return VerbGroup(
        start, verb, verb, "gerund" if gerund else "participle", lemmas, compound=compound,
        negated=_negated(tokens, start, i), reflexive="se" in low[start:i] or "s'" in low[start:i],
        clitics=tuple(low[start:i]),
    )  # fmt: skip


def _bare_participle(tokens: Tokens, i: int) -> VerbGroup:
    form = next((f for f in readings(tokens.low[i]) if f.mood == "past_participle"), None)
    return VerbGroup(
        i, i, i, "past", _lemmas_of(tokens.low[i], "past_participle"), number=form.number if form else None
    )
