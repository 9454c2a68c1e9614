"""Reported clauses that a cue governs: "a dit que", "promet de", "accuse X de", "annonce la démission de"."""

from collections.abc import Iterator

from attrs import frozen

from frnews._draft import Draft, Offsets
from frnews._french._clauses import VerbGroup, skeleton_at
from frnews._french._groups import Group, has_verb, is_name_word, noun_group
from frnews._french._tags import tags_of
from frnews._french._words import is_adverb, may_part_auxiliary, words_of
from frnews._model import Syntax
from frnews._quotations._boundaries import author_goes_on
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._complements import Complement, find_complement, find_infinitive
from frnews._quotations._cues import Cue, cue_of, read_cue, shared_auxiliary
from frnews._quotations._extent import Inserted, assemble, content_end, pieces_between, read_inserted
from frnews._quotations._lexicon import (
    ReportingVerb,
    auxiliary_forms,
    reporting_forms,
    reporting_verbs,
    semi_auxiliary_forms,
    silent_verbs,
)
from frnews._quotations._mentions import leading_group, subject_before
from frnews._quotations._passive import read_passive
from frnews._quotations._speaking import can_speak, is_somebody, is_speaker, speaking_nouns
from frnews._quotations._unit import Unit

_RULES = {
    "clause": "que clause",
    "question": "indirect question",
    "infinitive": "infinitive",
    "noun": "noun complement",
    "object": "object and de",
    "attribute": "attribute",
    "view": "stated view",
    "colon": "colon",
}
_LINES = {**{form: rule for form, rule in _RULES.items()}, "colon": "colon without marks"}
_AUTHOR = frozenset({"je", "j'", "nous", "tu", "vous"})


def find_governed(unit: Unit, syntax: Syntax) -> Iterator[Candidate]:
    """Yield the quotations of a unit whose content is the complement of a cue.

    Args:
        unit: The unit.
        syntax: Answers where the surface leaves the subject open.

    """
    tokens = unit.tokens
    for k in range(len(tokens)):
        if tokens.low[k] in {"que", "qu'"}:
            if (cue := _any_verb(unit, k)) is not None:
                yield from _governed(unit, cue, syntax, "open clause")
            if (called := _called(unit, k)) is not None:
                yield candidate(called, "rule: stated view", told=True)
        if not reporting_forms(tokens.low[k]) and tokens.low[k][:4] not in _OPINION_STARTS:
            continue
        cue = read_cue(tokens, k) or shared_auxiliary(tokens, k) or _polled(unit, k)
        if cue is None:
            accused = _accused(unit, k)
            if accused is not None:
                yield candidate(accused, "rule: participle")
        elif not cue.negated:
            yield from _governed(unit, cue, syntax)


def _called(unit: Unit, k: int) -> Draft | None:
    """Read what somebody calls something: "ce que l'agence appelle une « filière »", "des taxes qu'ils jugent injustes"."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    skeleton = skeleton_at(tokens, k)
    at = skeleton.chunk_at(k)
    if k == 0 or tokens.quote[k] >= 0 or skeleton.chunks[at].kind != "U" or at + 2 >= len(skeleton.chunks):
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
    if tokens.low[start] in {"de", "d'", "comme"}:
        start += 1
    this = tokens.low[k - 1] == "ce"
    if not this and not (cue.takes("v") and tags[k - 1] in "NP,"):
        return None
    after, _ = content_end(unit, start, skeleton.after, lambda i: i > start and tags[i] in ",CR-")
    content = assemble(unit, [unit.offsets(start, after - 1)]) if after > start else None
    if content is None or (this and content[0] == "indirect") or (not this and tags[start] not in "NQ" + '"'):
        return None
    kind, segments = content
    if kind == "direct":
        kind, segments = (
            "mixed",
            tuple((unit.quotes[n].open, unit.quotes[n].close) for n in unit.quotes_in(*segments[0])),
        )
    mention = unit.mention_offsets(subject)
    return Draft(kind, segments, cue=unit.offsets(cue.first, cue.last), mention=mention, rule="stated view")


def _any_verb(unit: Unit, k: int) -> Cue | None:
    """Return as a cue a verb of no table that governs the clause of "que" at token `k`: somebody's saying by its place."""
    skeleton = skeleton_at(unit.tokens, k)
    at = skeleton.chunk_at(k)
    if skeleton.chunks[at].kind != "U":
        return None
    for chunk in reversed(skeleton.chunks[:at]):
        if chunk.kind == "V" and chunk.verb is not None:
            break
        if chunk.kind not in {"T", "PP", "B", "()"}:
            return None
    else:
        return None
    group = chunk.verb
    if group.mood != "finite" or group.person != 3 or group.passive or group.negated or group.pronoun is not None:
        return None
    if group.lemmas & silent_verbs() or _governs_clause(group) or {"ne", "n'"} & set(group.clitics):
        return None
    if set(unit.tokens.low[group.last + 1 : k]) & _COMPARING:
        return None
    subject = skeleton.subject(group)
    impersonal = subject is not None and group.reflexive and unit.tokens.low[subject[0]] == "il"
    if subject is None or impersonal or not is_speaker(unit.tokens, subject, documents=False):
        return None
    verbs = tuple(ReportingVerb(lemma, frozenset("q"), None) for lemma in group.lemmas)
    return Cue(
        group.first, group.last, group.verb, "finite", verbs,
        number=group.number, tense=group.tense, compound=group.compound, group=group,
    )  # fmt: skip


def _governs_clause(group: VerbGroup) -> bool:
    """Whether the tables know the verb with a clause already."""
    return any(verb.constructions & {"q", "r"} for lemma in group.lemmas for verb in reporting_verbs().get(lemma, ()))


# "gagne plus que son voisin", "aussi vite que"
_COMPARING = frozenset(
    {"plus", "moins", "aussi", "autant", "mieux", "davantage", "autre", "autres", "tel", "même", "bien"}
)


def _governed(unit: Unit, cue: Cue, syntax: Syntax, *evidence_of_verb: str) -> Iterator[Candidate]:
    """Yield what one cue reports."""
    first, limit = unit.sentence_around(cue.verb)
    if cue.mood == "passive":
        passive = read_passive(unit, cue, first, limit)
        if passive is not None:
            act = passive.kind == "indirect" and not cue.takes("q")
            yield candidate(passive, "rule: passive", *(("act",) if act else ()), told=True)
        return
    clause = Clause(unit, cue, first, limit, _agent(unit, cue, first))
    complement = find_complement(unit, cue, limit)
    mention, agent, known = _speaker_words(clause, complement, syntax)
    if not known or complement is None or _says_the_author(unit, mention, agent) or _supposed(clause, mention):
        return
    if complement.form == "view" and mention is not None and unit.tokens.low[max(mention[0] - 1, 0)] in {"que", "qu'"}:
        return  # "des taxes qu'ils jugent injustes": `_called` reads what is in its place
    if complement.form in {"noun", "attribute", "view"} and _inserted(clause) is not None:
        return  # "…, a indiqué le préfet": what it reports stands around it
    if not _counts(clause, complement, mention):
        return
    told = _is_told(unit, cue, mention, complement)
    if tokens_in_marks(unit, cue) and not told:
        return
    start, form = complement.start, complement.form
    after, holes = content_end(unit, start, limit, lambda k: author_goes_on(unit, k, start, cue, form))
    if mention is not None:
        after = _before_main_verb(unit, mention, complement.start, after)
    if cue.mood in {"participle", "gerund"} and cue.first <= first + 1:
        after, agent = _before_main_clause(unit, complement.start, after, limit)
        if agent is None:
            return
    draft = _draft(unit, cue, complement, after, holes, mention, agent)
    if draft is not None:
        evidence = [f"rule: {_LINES[complement.form]}", *evidence_of_verb]
        if draft.kind == "indirect" and form == "noun":
            evidence += _against_noun(unit, cue, first)
        if mention is None and agent is None:
            evidence.append("nobody named")
        if mention is not None and form != "clause" and not is_speaker(unit.tokens, mention):
            evidence.append("open speaker")
        yield candidate(draft, *evidence, told=told)


_OPINION = {
    lemma: (ReportingVerb(lemma, frozenset("q"), None),)
    for lemma in ("penser", "croire", "souhaiter", "vouloir", "craindre", "espérer", "approuver")
}
_OPINION_STARTS = frozenset({"pens", "croi", "souh", "veul", "veut", "crai", "espè", "appr"})


def _polled(unit: Unit, k: int) -> Cue | None:
    """Return the cue of a poll's verb, which reports where those polled are its subject: "80 % pensent que"."""
    group = skeleton_at(unit.tokens, k).verb_at(k)
    if group is None or group.mood != "finite" or group.negated:
        return None
    verbs = next((_OPINION[lemma] for lemma in group.lemmas if lemma in _OPINION), None)
    subject = skeleton_at(unit.tokens, k).subject(group) if verbs else None
    if verbs is None or subject is None:
        return None
    words = unit.tokens.low[subject[0] : subject[1] + 1]
    if "%" not in words and not ("sur" in words and words[-1] in words_of("numeral") | {"10", "100"}):
        return None
    return Cue(group.first, group.last, k, "finite", verbs, number=group.number, tense=group.tense, group=group)


def _against_noun(unit: Unit, cue: Cue, first: int) -> Iterator[str]:
    """Yield what speaks against a noun group without marks being something said."""
    low = unit.tokens.low
    if cue.mood == "infinitive" and cue.first > first and low[cue.first - 1] == "pour" and not cue.takes("d"):
        yield "purpose"  # "ont défilé pour protester contre la réforme"


def tokens_in_marks(unit: Unit, cue: Cue) -> bool:
    """Whether a cue stands between marks, where its speaker is somebody of whom the one quoted speaks."""
    return unit.tokens.quote[cue.verb] >= 0


def _is_told(unit: Unit, cue: Cue, mention: Group | None, complement: Complement) -> bool:
    """Whether somebody of its own is named as the speaker, so that it may stand inside what another says."""
    if mention is None or cue.mood != "finite" or cue.inverted:
        return False
    tokens = unit.tokens
    if mention[0] == mention[1] and tags_of(tokens)[mention[0]] in "pSi":
        return False
    if not can_speak(tokens, mention):
        return False
    return not (complement.form in {"noun", "view"} and not is_name_word(tokens, mention[1]))


def _agent(unit: Unit, cue: Cue, first: int) -> Offsets | None:
    """Return who was said to speak earlier in the sentence: the subject of the last cue before this one, or None."""
    skeleton = skeleton_at(unit.tokens, cue.verb)
    for group in reversed(skeleton.verbs):
        if group.last >= cue.first or group.mood != "finite":
            continue
        said = cue_of(unit.tokens, group)
        if said is None or said.mood == "passive" or said.verb < first:
            continue
        subject = skeleton.subject(group) or skeleton.inverted_subject(said.last + 1)
        if subject is not None and subject[1] < cue.first and is_speaker(unit.tokens, subject):
            return unit.mention_offsets(subject)
    return None


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


def _counts(clause: Clause, complement: Complement, mention: Group | None) -> bool:
    """Whether what the cue governs is reported speech, by the form of it and by who would be speaking."""
    unit, cue = clause.unit, clause.cue
    if not _admitted(unit, cue, complement):
        return False
    in_marks = unit.tokens.quote[complement.start] >= 0
    if complement.form == "infinitive" and mention is not None and _is_relative(unit, mention, clause.first):
        return False
    hangs_loose = cue.mood in {"participle", "gerund"} and complement.form == "noun" and clause.agent is None
    before = unit.tokens.low[cue.first - 1] if cue.first > clause.first else ""
    if hangs_loose and before != "," and not _holds_marks(unit, complement, clause.limit):
        # Without a saying before it, only a clause set off by a comma is one: "…, dénonçant une dérive".
        return False
    if cue.mood == "infinitive" and complement.form in {"view", "attribute"}:
        return _holds_marks(unit, complement, clause.limit)
    if complement.form in {"clause", "question"}:
        # "M. Diop précisera que": reports of the past are told in the future too, above all in West Africa.
        return True
    if mention is not None:
        # Who "dit vouloir" is somebody; an evening may "promettre d'être longue" and a bridge "menacer de s'effondrer".
        named = complement.form in {"noun", "view", "object"} or unit.tokens.low[complement.start - 1] in {
            "de",
            "d'",
            "à",
        }
        on = unit.tokens.low[mention[0]].endswith("on") and _holds_marks(unit, complement, clause.limit)
        if not on and not (can_speak(unit.tokens, mention) if named else is_somebody(unit.tokens, mention)):
            return False
    return cue.tense not in {"future", "conditional"} or cue.compound or in_marks


def _before_main_clause(unit: Unit, start: int, after: int, limit: int) -> tuple[int, Offsets | None]:
    """Return where the content of an opening participle ends, and who says it: "Jugeant que A, le tribunal"."""
    for k in range(start + 1, after - 1):
        if unit.tokens.low[k] == "," and unit.tokens.quote[k] < 0:
            group = noun_group(unit.tokens, k + 1, limit)
            if unit.tokens.low[k + 1] in {"il", "elle", "ils", "elles"}:
                group = (k + 1, k + 1)
            if group is not None and is_speaker(unit.tokens, group, documents=False):
                return k, unit.offsets(*group)
    return after, None


def _before_main_verb(unit: Unit, mention: Group, start: int, after: int) -> int:
    """Return where the content of a cue in a relative clause ends: "X, qui se dit « bouleversée », ne porte pas"."""
    tokens = unit.tokens
    if tokens.low[mention[1] + 1 : mention[1] + 3] != [",", "qui"]:
        return after
    for k in range(start + 1, after - 1):
        if tokens.low[k] == "," and tokens.quote[k] < 0:
            following = tokens.low[k + 1]
            if following in {"ne", "n'", "se", "s'"} or has_verb(tokens, k + 1, k + 2):
                return k
    return after


def _accused(unit: Unit, k: int) -> Draft | None:
    """Read a bare participle with quoted words: "accusé de « bâcler » ses dossiers", "qualifié de « fanfaron »"."""
    tokens = unit.tokens
    if k + 2 >= len(tokens) or tokens.low[k + 1] not in {"de", "d'"} or tokens.quote[k + 2] < 0:
        return None
    number = tokens.quote[k + 2]
    readings = reporting_forms(tokens.low[k])
    if not any(
        form.mood == "past_participle"
        and ("o" in verb.constructions or ("v" in verb.constructions and verb.preposition))
        for form, verb in readings
    ):
        return None
    quote = unit.quotes[number]
    infinitive = find_infinitive(unit, k + 2, len(tokens)) is not None
    segment = (quote.start, quote.end) if infinitive else (quote.open, quote.close)
    after = tokens.first_from(quote.close)
    by = noun_group(tokens, after + 1) if tokens.low[after : after + 1] == ["par"] else None
    accused = subject_before(tokens, k, unit.sentence_of(k)[0])
    return Draft(
        kind="direct" if infinitive else "mixed",
        segments=(segment,),
        cue=unit.offsets(k, k),
        mention=unit.mention_offsets(by),
        addressee=unit.mention_offsets(accused),
        rule="participle",
    )


def _asked(clause: Clause) -> bool:
    """Whether the sentence is a question of the reporter's: "Le ministre a-t-il dit que la loi passera ?"."""
    last = clause.limit - 1
    return clause.unit.tokens.low[last] == "?" and clause.unit.tokens.quote[last] < 0


def _supposed(clause: Clause, mention: Group | None) -> bool:
    """Whether nothing is really said: "si la banque annonçait que", "s'il dit", "aucun élu n'a confirmé que"."""
    unit, cue, first = clause.unit, clause.cue, clause.first
    if cue.inverted and _asked(clause):
        return True
    if mention is not None and unit.tokens.low[mention[0]] in {"aucun", "aucune", "nul", "nulle", "personne", "rien"}:
        return True
    k = (mention[0] if mention is not None else cue.first) - 1
    return k >= first and unit.tokens.low[k] in {"si", "s'"} and cue.mood == "finite"


def _parsed_subject(clause: Clause, complement: Complement | None, syntax: Syntax) -> Group | None:
    """Ask the parser for the subject that the surface does not show; only where the cue governs something."""
    unit, cue = clause.unit, clause.cue
    if complement is None or cue.negated or not _admitted(unit, cue, complement):
        return None
    tokens = unit.tokens
    start, end = tokens.starts[clause.first], tokens.ends[clause.limit - 1]
    found = syntax.subject(start, end, tokens.starts[cue.verb]) or syntax.subject(start, end, tokens.starts[cue.first])
    if found is None or found[1] > tokens.starts[cue.first]:
        return None
    group = noun_group(tokens, tokens.first_from(found[0]), cue.first)
    return group if group is not None and is_speaker(tokens, group) else None


def _inserted(clause: Clause) -> Inserted | None:
    """Return the reporting clause after what it reports that the verb makes, or None: "…, a indiqué le préfet"."""
    cue = clause.cue
    if cue.first == clause.first or clause.unit.tokens.low[cue.first - 1] != "," or cue.mood != "finite":
        return None
    inserted = read_inserted(clause.unit, cue.first, clause.limit)
    return inserted if inserted is not None and inserted.mention is not None else None


def _speaker_words(
    clause: Clause, complement: Complement | None, syntax: Syntax
) -> tuple[Group | None, Offsets | None, bool]:
    """Return the mention, the agent, and whether the cue can be anybody's saying at all."""
    unit, cue, first, agent = clause.unit, clause.cue, clause.first, clause.agent
    tokens = unit.tokens
    before = tokens.low[cue.first - 1] if cue.first > first else ""
    if cue.mood == "infinitive":
        return _speaker_of_infinitive(clause)
    if cue.mood in {"participle", "gerund"}:
        set_off = before in {"", ",", "tout", "et", "(", "–", "—"} or tokens.quote[cue.first - 1] >= 0
        if cue.mood == "participle" and not set_off and not before.endswith("ment"):
            return None, None, False
        return None, agent or _main_subject(unit, first, cue.first), True
    if cue.inverted:
        pronoun = cue.pronoun(tokens)
        return (pronoun, pronoun), None, True
    subject = subject_before(tokens, cue.first, first, cue.number)
    if subject is not None:
        return subject, None, True
    if agent is None and before in words_of("coordinator") | {","}:
        agent = _main_subject(unit, first, cue.first)
    if agent is not None or (before in words_of("coordinator") and cue.first - 1 == first):
        return None, agent, True
    parsed = _parsed_subject(clause, complement, syntax)
    return parsed, None, parsed is not None


def _speaker_of_infinitive(clause: Clause) -> tuple[Group | None, Offsets | None, bool]:
    """Read "avant d'annoncer", "a tenu à rappeler", "pour dénoncer", "vient d'annoncer"."""
    unit, cue, first, agent = clause.unit, clause.cue, clause.first, clause.agent
    low = unit.tokens.low
    governor = cue.group.governor if cue.group is not None else None
    if governor is not None and (governor.mood != "finite" or governor.lemmas & _UTTERED):
        subject = skeleton_at(unit.tokens, cue.verb).subject(governor)
        if subject is not None and is_speaker(unit.tokens, subject):
            return subject, None, True
    k = cue.first - 1
    while k > first and is_adverb(low[k]):
        k -= 1
    if k < first:
        return None, None, False
    narrative = low[k] in {"de", "d'"} and k > first and low[k - 1] in {"et", "mais", "puis"}
    if narrative and (k - 1 == first or low[k - 2] in {",", ";"}):
        return None, agent, True  # "Et de préciser que": the narrative infinitive
    if low[k] in {"de", "d'"} and k > first and low[k - 1] == "avant":
        return None, agent or _main_subject(unit, first, k), True
    says_a_clause = cue.last + 1 < len(low) and low[cue.last + 1] in {"que", "qu'"}
    if low[k] == "après" and cue.compound:
        return (
            None,
            agent or _main_subject(unit, cue.last + 1, clause.limit),
            True,
        )  # "Après avoir regretté une bavure, X"
    if low[k] == "pour" and (agent is not None or cue.takes("d") or cue.takes("n") or says_a_clause):
        # A purpose is a saying beside another one ("a-t-il dit pour souligner"), for a demand, or where people act.
        if agent is not None:
            return None, agent, True
        group = leading_group(unit.tokens, first, k)
        speaks = group is not None and is_speaker(unit.tokens, group, documents=False)
        return None, unit.offsets(*group) if group is not None else None, speaks or says_a_clause
    if low[k] in {"de", "d'", "à", "par"} and k - 1 > first and (says_a_clause or _is_semi_auxiliary(low[k - 1])):
        # "tient à rappeler", "n'a cessé de répéter que", "finit par avouer que": the subject is the first verb's.
        start = k - 1
        while (
            start > first
            and k - start < 7
            and (
                low[start - 1] in words_of("clitic")
                or low[start - 1] in words_of("negation")
                or low[start - 1] in auxiliary_forms()
                or may_part_auxiliary(low[start - 1])
                or low[start] in words_of("negation")
            )
        ):
            start -= 1
        mention = subject_before(unit.tokens, start, first, None)
        if mention is None and low[start] in {"il", "elle", "ils", "elles"}:
            mention = (start, start)
        if mention is not None and not is_speaker(unit.tokens, mention):
            return None, None, False
        return mention, None if mention else agent, mention is not None or agent is not None
    return None, None, False


# "vient de dire", "a tenu à rappeler", "n'hésite pas à dénoncer": what hangs on these is uttered.
_UTTERED = frozenset(
    {"aller", "venir", "tenir", "oser", "continuer", "commencer", "finir", "hésiter", "contenter", "borner", "empresser",
     "limiter", "cesser", "vouloir", "devoir", "pouvoir", "plaire", "manquer", "préférer", "choisir"}
)  # fmt: skip


def _is_semi_auxiliary(word: str) -> bool:
    return word in semi_auxiliary_forms() or word.startswith(("tenu", "manqu", "omis", "persist", "born", "content"))


def _main_subject(unit: Unit, first: int, before: int) -> Offsets | None:
    """Return the subject of the first verb of the sentence, where a subordinate cue comes before any other cue."""
    group = leading_group(unit.tokens, first, before)
    return unit.offsets(*group) if group is not None else None


def _says_the_author(unit: Unit, mention: Group | None, agent: Offsets | None) -> bool:
    if mention is None:
        return agent is not None and unit.text[agent[0] : agent[1]].lower().replace("’", "'") in _AUTHOR
    return mention[0] == mention[1] and unit.tokens.low[mention[0]] in _AUTHOR


def _admitted(unit: Unit, cue: Cue, complement: Complement) -> bool:
    """Whether content of this form counts: some only where part of it is quoted, none where it is a person."""
    if complement.needs_marks and unit.tokens.quote[complement.start] < 0:
        return _holds_marks(unit, complement, unit.sentence_of(complement.start)[1])
    if (
        complement.form == "noun"
        and unit.tokens.quote[complement.start] < 0
        and not any(v.preposition for v in cue.verbs)
    ):
        return not _is_person(unit, complement.start)
    # "Le ministre l'a répété : la réforme ira au bout.": without marks, the colon must follow the verb at once.
    if complement.form == "colon":
        chunks = skeleton_at(unit.tokens, cue.verb).chunks
        between = [c for c in chunks if cue.last < c.first < complement.start - 1]
        at_once = all(chunk.kind in {"T", "PP", "B", "()"} for chunk in between)
        return at_once and unit.tokens.quote[complement.start] < 0
    return True


def _is_relative(unit: Unit, mention: Group, first: int) -> bool:
    """Whether the saying stands in a relative clause that its infinitive only fills: "le soutien qu'il dit avoir"."""
    low = unit.tokens.low
    before = mention[0] - 2
    if before < first or low[mention[0] - 1] not in {"que", "qu'"} or tags_of(unit.tokens)[before] not in "NP":
        return False
    return read_cue(unit.tokens, before) is None


def _holds_marks(unit: Unit, complement: Complement, limit: int) -> bool:
    after, _ = content_end(unit, complement.start, limit, lambda k: unit.tokens.low[k] == ",")
    return any(unit.tokens.quote[i] >= 0 for i in range(complement.start, after))


def _is_person(unit: Unit, k: int) -> bool:
    """Whether the object is somebody and not something said: "a reconnu son agresseur", "dénonce le ministre"."""
    tokens = unit.tokens
    group = noun_group(tokens, k)
    if group is None or any(
        tokens.low[i] == "comme" or tokens.quote[i] >= 0 for i in range(k, min(group[1] + 3, len(tokens)))
    ):
        return False
    if is_name_word(tokens, k):
        return group[1] > k and is_name_word(tokens, k + 1)
    head = next((i for i in range(k, group[1] + 1) if tokens.low[i] not in words_of("determiner")), k)
    return tokens.low[head] in speaking_nouns("speaker_functions")


def _draft(
    unit: Unit,
    cue: Cue,
    complement: Complement,
    after: int,
    holes: list[tuple[int, int]],
    mention: Group | None,
    agent: Offsets | None,
) -> Draft | None:
    if after <= complement.start:
        return None
    pieces = pieces_between(unit, complement.start, after, holes)
    content = assemble(unit, pieces)
    if content is None:
        return None
    kind, segments = content
    if tokens_in_marks(unit, cue):
        quote = unit.quotes[unit.tokens.quote[cue.verb]]
        clipped = (unit.trim(max(start, quote.start), min(end, quote.end)) for start, end in pieces)
        kind, segments = "indirect", tuple((start, end) for start, end in clipped if start < end)
        if not segments:
            return None
    taken = [number for segment in segments for number in unit.quotes_in(*segment)]
    if kind == "direct" and not _autonomous(unit, complement, segments):
        kind = "mixed"
        segments = tuple((unit.quotes[number].open, unit.quotes[number].close) for number in taken)
    return Draft(
        kind=kind,
        segments=segments,
        cue=unit.offsets(cue.first, cue.last),
        mention=unit.mention_offsets(mention),
        agent=agent,
        rule=_RULES[complement.form],
    )


def _autonomous(unit: Unit, complement: Complement, segments: tuple[Offsets, ...]) -> bool:
    """Whether what the marks enclose is the whole clause or infinitive group, and not a fragment of it."""
    if complement.form in {"clause", "question", "infinitive"}:
        return True
    words = sum(1 for s, e in segments for _ in unit.text[s:e].split())
    at_once = unit.tokens.quote[complement.start] >= 0
    whole = unit.text[segments[-1][1] - 1] in ".!?…" or unit.text[segments[0][0]].isupper()
    return complement.form == "colon" or (complement.form == "noun" and at_once and whole and words >= 3)
