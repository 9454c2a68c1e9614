"""The words that announce reported speech: verbs in every form, nouns, and the frames that name a source.

Everything stands in `data/reporting_verbs.tsv`, `reporting_nouns.tsv`, `source_frames.tsv`, `not_sources.tsv` and
`semi_auxiliaries.tsv`; here it is inflected and indexed by the form met in a text. Keys are in lower case, in NFC, with
straight apostrophes and hyphens: fold the word before looking it up. Every dict is built when first asked for and
shared afterwards: do not change it.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from attrs import frozen

from frnews._french._conjugation import VerbForm, conjugate
from frnews._french._remembered import Remembered
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import semi_auxiliaries
from frnews._french._verbs import readings
from frnews._french._words import plural_of
from frnews._tables import read_table


@frozen
class ReportingVerb:
    """One way in which a verb reports speech; a verb has one for each line of the table.

    Attributes:
        lemma: The infinitive of the word that inflects, without "se": "indigner", "faire" (savoir).
        constructions: Letters, explained at the head of `data/reporting_verbs.tsv`.
        pronominal: True: reports so only with "se" ("s'indigner"). False: only without. None: either way.
        rest: The words after the verb, adverbs and objects aside, that belong to it ("savoir" of "faire savoir");
            "" for none.
        preposition: The preposition between the verb and what is said ("pour" of "plaider pour"); "" for none.
        clitic: The pronoun that must stand before the verb: "en" ("en appelle à"), "y" ("y voit une erreur"), or "".

    """

    lemma: str
    constructions: frozenset[str]
    pronominal: bool | None
    rest: str = ""
    preposition: str = ""
    clitic: str = ""


@frozen
class ReportingNoun:
    """A noun that announces what someone says.

    Attributes:
        lemma: The singular.
        constructions: Letters, explained at the head of `data/reporting_nouns.tsv`.

    """

    lemma: str
    constructions: frozenset[str]


@frozen
class SourceFrame:
    """Words that name the source of what a sentence says: "selon", "aux yeux de".

    Attributes:
        frame: The words, in lower case; a last "de" also stands for "du", "des" and "d'", a last "à" for "au", "aux".
        kind: "source" (what it says is reported) or "opinion" (how it sees things: only of a person or a body).
        takes: "noun group" where the source's name follows, "clause" where a verb and its subject follow
            ("comme l'a dit X"), "none" where the frame says who by itself ("à ses yeux").

    """

    frame: str
    kind: str
    takes: str


Readings = tuple[tuple[VerbForm, ReportingVerb], ...]

_PRONOMINAL = re.compile(r"(?:(?P<se>se |s')|(?P<either>\(se\) |\(s'\)))?(?:(?P<clitic>en|y) )?(?P<infinitive>\S+)")


@cache
def reporting_verbs() -> dict[str, tuple[ReportingVerb, ...]]:
    """Return the ways in which each verb reports, by its infinitive.

    >>> {"savoir", "valoir"} <= {verb.rest for verb in reporting_verbs()["faire"]}
    True
    """
    verbs: dict[str, list[ReportingVerb]] = {}
    for row in read_table("reporting_verbs"):
        verb = _read_verb(row)
        verbs.setdefault(verb.lemma, []).append(verb)
    return {lemma: tuple(entries) for lemma, entries in verbs.items()}


def ways_of(lemmas: Iterable[str]) -> list[ReportingVerb]:
    """Return the ways in which verbs report, by their infinitives.

    >>> {way.lemma for way in ways_of(["plaider", "marcher"])}
    {'plaider'}
    """
    return [way for lemma in lemmas for way in reporting_verbs().get(lemma, ())]


@cache
def hearing_verbs() -> frozenset[str]:
    """Return the verbs of hearing and of showing: who says it stands behind "de" or "auprès de".

    >>> "apprendre" in hearing_verbs(), "annoncer" in hearing_verbs()
    (True, False)
    """
    return frozenset(
        lemma for lemma, entries in reporting_verbs().items() if any("f" in entry.constructions for entry in entries)
    )


def reporting_forms(word: str) -> Readings:
    """Return what a word in lower case may be as a form of a reporting verb, but for tu and vous, who report nothing.

    >>> [(form.tense, form.person, verb.lemma) for form, verb in reporting_forms("rétorqua")]
    [('past', 3, 'rétorquer')]
    """
    return _REPORTING_FORMS[word]


def _reporting_forms(word: str) -> Readings:
    if not (forms := readings(word)):
        return ()
    verbs = reporting_verbs()
    return tuple((form, verb) for form in forms for verb in verbs.get(form.lemma, ()))


_REPORTING_FORMS = Remembered(_reporting_forms)


def _read_verb(row: dict[str, str]) -> ReportingVerb:
    parts = _PRONOMINAL.fullmatch(row["verb"])
    if parts is None:
        raise ValueError(f"data/reporting_verbs.tsv: not a verb: {row['verb']!r}")
    return ReportingVerb(
        lemma=parts["infinitive"],
        constructions=frozenset(row["constructions"]),
        pronominal=None if parts["either"] else bool(parts["se"]),
        rest=row["rest"],
        preposition=row["preposition"],
        clitic=parts["clitic"] or "",
    )


@cache
def semi_auxiliary_forms() -> frozenset[str]:
    """Return the forms of the verbs that stand before the infinitive of a verb that someone does utter.

    "vient de dire", "va dire", "tient à préciser", "a fini par avouer", "peut-on lire", "se borne à indiquer".

    >>> "vient" in semi_auxiliary_forms()
    True
    """
    return frozenset(form for verb in semi_auxiliaries("utters") for form, _ in conjugate(verb))


@lru_cache(maxsize=1 << 12)
def charges(word: str) -> bool:
    """Whether a word in lower case brings a charge: the participle of a verb, or a noun, of `data/charging_words.tsv`.

    >>> charges("poursuivie"), charges("plainte"), charges("poursuit")
    (True, True, False)
    """
    words = _charging_words()
    done = (form.lemma for form in readings(word) if form.mood == "past_participle")
    return (word, "noun") in words or any((lemma, "verb") in words for lemma in done)


@cache
def _charging_words() -> frozenset[tuple[str, str]]:
    return frozenset((row["word"], row["kind"]) for row in read_table("charging_words"))


def _verbs_in(table: str) -> frozenset[str]:
    return frozenset(row["verb"] for row in read_table(table))


@cache
def silent_verbs() -> frozenset[str]:
    """Return the infinitives of verbs whose clause with "que" is nothing said.

    >>> "vouloir" in silent_verbs()
    True
    """
    return _verbs_in("silent_verbs")


@cache
def polled_verbs() -> frozenset[str]:
    """Return the infinitives of the silent verbs with which those answer whom a poll asks.

    >>> "penser" in polled_verbs(), "savoir" in polled_verbs()
    (True, False)
    """
    return frozenset(row["verb"] for row in read_table("silent_verbs") if row["polled"])


@cache
def making_verbs() -> frozenset[str]:
    """Return the infinitives of verbs whose subject is the author of what a noun announces: "le constat que dresse X".

    >>> "dresser" in making_verbs()
    True
    """
    return _verbs_in("making_verbs")


@cache
def floor_verbs() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the infinitives of verbs by which somebody takes the floor, each with the words that may follow.

    >>> floor_verbs()["prendre"]
    (('la', 'parole'),)
    """
    rests: dict[str, list[tuple[str, ...]]] = {}
    for row in read_table("floor_verbs"):
        rests.setdefault(row["verb"], []).append(tuple(Tokens(row["rest"], 0, len(row["rest"])).low))
    return {verb: tuple(every) for verb, every in rests.items()}


@cache
def denying_verbs() -> frozenset[str]:
    """Return the infinitives of verbs by which somebody rejects what another one has said.

    >>> "contester" in denying_verbs()
    True
    """
    return _verbs_in("denying_verbs")


@cache
def reporting_nouns() -> dict[str, ReportingNoun]:
    """Return the reporting nouns by their singular and plural forms.

    >>> reporting_nouns()["appels"].lemma, "aveux" in reporting_nouns()
    ('appel', True)
    """
    nouns: dict[str, ReportingNoun] = {}
    for row in read_table("reporting_nouns"):
        noun = ReportingNoun(row["noun"], frozenset(row["constructions"]))
        nouns |= {plural_of(noun.lemma): noun, noun.lemma: noun}
    return nouns


def announces(word: str, construction: str) -> bool:
    """Whether a word in lower case is a reporting noun that takes a construction, by its letter.

    >>> announces("constats", "c"), announces("constat", "a"), announces("maire", "c")
    (True, False, False)
    """
    noun = reporting_nouns().get(word)
    return noun is not None and construction in noun.constructions


@cache
def source_frames() -> tuple[SourceFrame, ...]:
    """Return the frames, those of most words first."""
    frames = [SourceFrame(row["frame"], row["kind"], row["takes"]) for row in read_table("source_frames")]
    return tuple(sorted(frames, key=lambda frame: -len(frame.frame.split())))


@cache
def not_sources() -> dict[str, frozenset[str]]:
    """Return, for each frame, the nouns that make it name no source ("selon les plans"), in the forms that do so.

    >>> {"communes", "commune"} & not_sources()["selon"]
    {'communes'}
    """
    nouns: dict[str, set[str]] = {}
    for row in read_table("not_sources"):
        forms = {plural_of(row["noun"])} if row["number"] == "p" else {row["noun"], plural_of(row["noun"])}
        nouns.setdefault(row["frame"], set()).update(forms)
    return {frame: frozenset(met) for frame, met in nouns.items()}
