"""Reported clauses that a cue governs: "a dit que", "promet de", "accuse X de", "annonce la démission de"."""

from collections.abc import Iterator
from itertools import compress, count

from frnews._draft import Draft, Offsets
from frnews._french._clauses import skeleton_at
from frnews._french._groups import Group, has_verb, is_name_word, noun_group
from frnews._french._infinitives import find_infinitive
from frnews._french._remembered import Remembered
from frnews._french._series import before_undue_verb
from frnews._french._tags import tags_of
from frnews._french._words import THIRD_PERSON
from frnews._model import Syntax
from frnews._quotations._admission import counts, is_supposed
from frnews._quotations._boundaries import author_goes_on
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._cue_speakers import (
    OF_AUTHOR,
    agent_of,
    hangs_alone,
    says_the_author,
    speaker_words,
    takes_the_floor,
)
from frnews._quotations._extent import assemble, content_end, pieces_between
from frnews._quotations._open_cues import any_verb, called, over_perfect
from frnews._quotations._passive import read_passive
from frnews._reporting._complements import Complement, find_complement
from frnews._reporting._cues import Clause, Cue, may_lead, of_relative, read_cue, shared_auxiliary
from frnews._reporting._inserted import Inserted, read_inserted
from frnews._reporting._lexicon import reporting_forms
from frnews._reporting._mentions import behind_que, subject_before
from frnews._reporting._speaking import can_speak, is_speaker
from frnews._reporting._unit import Unit

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
_LINES = {**_RULES, "colon": "colon without marks"}


def find_governed(unit: Unit, syntax: Syntax) -> Iterator[Candidate]:
    """Yield the quotations of a unit whose content is the complement of a cue.

    Args:
        unit: The unit.
        syntax: Answers where the surface leaves the subject open.

    """
    tokens = unit.tokens
    for k in compress(count(), map(_MAY_REPORT.__getitem__, tokens.low)):
        if tokens.low[k] in {"que", "qu'"}:
            if (cue := any_verb(unit, k)) is not None:
                yield from _governed(unit, cue, syntax, "open clause")
            if (view := called(unit, k)) is not None:
                yield candidate(view, "rule: stated view", told=True)
            continue
        if tokens.low[k] in _AUXILIARIES:
            if (cue := over_perfect(unit, k)) is not None:
                yield from _governed(unit, cue, syntax, "open clause")
            continue
        if not unit.quotes and not may_lead(tokens, k):
            continue
        cue = read_cue(tokens, k) or shared_auxiliary(tokens, k)
        if cue is None:
            accused = _accused(unit, k)
            if accused is not None:
                yield candidate(accused, "rule: participle")
        elif not cue.negated:
            yield from _governed(unit, cue, syntax)


def _may_report(word: str) -> bool:
    """Whether a word in lower case may be a cue, or open the clause of one."""
    return word in {"que", "qu'"} or word in _AUXILIARIES or bool(reporting_forms(word))


_AUXILIARIES = frozenset({"avoir", "être"})
_MAY_REPORT = Remembered(_may_report)


def _governed(unit: Unit, cue: Cue, syntax: Syntax, *evidence_of_verb: str) -> Iterator[Candidate]:
    """Yield what one cue reports."""
    first, limit = unit.sentence_around(cue.verb)
    if cue.mood == "passive":
        passive = read_passive(unit, cue, first, limit)
        if passive is not None:
            act = passive.kind == "indirect" and not cue.takes("q")
            yield candidate(passive, "rule: passive", *(("act",) if act else ()), told=True)
        return
    in_marks = unit.tokens.quote[cue.verb] >= 0  # somebody says it of whom the one quoted speaks, or nobody
    if in_marks and (cue.mood != "finite" or cue.inverted):
        return
    complement = None if hangs_alone(unit, cue, first, limit) else find_complement(unit, cue, limit)
    if complement is None or (complement.needs_marks and (in_marks or not unit.quotes)):
        return  # "« Il refuse de partir », dit X": the marks are X's
    clause = Clause(unit, cue, first, limit, agent_of(unit, cue, first))
    mention, agent, known = speaker_words(clause, complement, syntax)
    if not known or says_the_author(unit, mention, agent) or is_supposed(clause, complement, mention):
        return
    if complement.form == "view" and mention is not None and behind_que(unit.tokens, mention):
        return  # "des taxes qu'ils jugent injustes": `called` reads what is in its place
    if not counts(clause, complement, mention):
        return
    told = _is_told(unit, cue, mention, complement)
    if in_marks and not told:
        return
    start, form = complement.start, complement.form
    after, holes = content_end(
        unit, start, limit, lambda k: k > complement.reaches and author_goes_on(unit, k, start, cue, form)
    )
    if mention is not None:
        after = _before_main_verb(unit, mention, complement.start, after)
        after = _before_verb_of_antecedent(clause, complement, after)
    opens = cue.first <= first + 1
    if cue.mood in {"participle", "gerund"} and (opens or _stands_before_clause(unit, cue, first)):
        after, subject = _before_main_clause(unit, complement.start, after, limit)
        if opens and subject is None and not _is_fragment(unit, cue, complement, limit):
            return
        agent = subject if opens else subject or agent
    draft = _draft(unit, cue, complement, after, holes, mention, agent)
    if draft is not None:
        evidence = [f"rule: {_LINES[complement.form]}", *evidence_of_verb]
        if draft.kind == "indirect" and form == "noun":
            evidence += _against_noun(unit, cue, first)
        if form in {"noun", "attribute", "view"} and _inserted(clause) is not None:
            evidence.append("reports what is before")
        if mention is None and agent is None:
            evidence.append("nobody named")
        if mention is not None and form != "clause" and not is_speaker(unit.tokens, mention):
            evidence.append("open speaker")
        yield candidate(draft, *evidence, told=told)


def _against_noun(unit: Unit, cue: Cue, first: int) -> Iterator[str]:
    """Yield what speaks against a noun group without marks being something said."""
    low = unit.tokens.low
    if cue.mood != "infinitive" or cue.first <= first or low[cue.first - 1] != "pour" or cue.takes("d"):
        return
    if not takes_the_floor(unit, first, cue.first - 1):
        yield "purpose"  # "ont défilé pour protester contre la réforme"


def _is_told(unit: Unit, cue: Cue, mention: Group | None, complement: Complement) -> bool:
    """Whether somebody of its own is named as the speaker, so that it may stand inside what another says."""
    if mention is None or cue.mood != "finite" or cue.inverted:
        return False
    tokens = unit.tokens
    if mention[0] == mention[1] and tags_of(tokens)[mention[0]] in "pSi":
        if complement.form == "clause" and tokens.low[mention[0]] in THIRD_PERSON:
            return True
        # "Elle m'a dit que A": she is not the one who tells it.
        return cue.group is not None and not OF_AUTHOR.isdisjoint(cue.group.clitics)
    if not can_speak(tokens, mention):
        return False
    return not (complement.form in {"noun", "view"} and not is_name_word(tokens, mention[1]))


def _stands_before_clause(unit: Unit, cue: Cue, first: int) -> bool:
    """Whether a participle behind a comma has its clause behind it too: "Hier, | en assurant que A, X a ri"."""
    before = unit.tokens.low[cue.first - 1]
    return before == "," and skeleton_at(unit.tokens, first).first_finite(first, cue.first) is None


def _before_main_clause(unit: Unit, start: int, after: int, limit: int) -> tuple[int, Offsets | None]:
    """Return where the content of an opening participle ends, and who says it: "Jugeant que A, le tribunal"."""
    told = unit.tokens.low[start - 1] not in {"que", "qu'"}
    for k in range(start + 1, min(after + 1, limit - 1)):
        told = told or (tags_of(unit.tokens)[k - 1] in "VA" and not unit.tokens.timed[k - 1])
        if told and unit.tokens.low[k] == "," and unit.tokens.quote[k] < 0:
            group = noun_group(unit.tokens, k + 1, limit)
            if unit.tokens.low[k + 1] in THIRD_PERSON:
                group = (k + 1, k + 1)
            if group is not None and is_speaker(unit.tokens, group, documents=False):
                return k, unit.offsets(*group)
    return after, None


def _is_fragment(unit: Unit, cue: Cue, complement: Complement, limit: int) -> bool:
    """Whether a participle alone makes a sentence that goes on with the one before: "… Promettant de tout publier."."""
    tokens = unit.tokens
    plain = all(tokens.low[k] != "," or tokens.quote[k] >= 0 for k in range(complement.start, limit))
    return plain and cue.mood == "participle" and complement.form in {"clause", "infinitive"}


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


def _before_verb_of_antecedent(clause: Clause, complement: Complement, after: int) -> int:
    """Return where content ends before the verb of whom a relative clause describes: "ceux qui disent que A | se V".

    Behind the verb of the content, a second one with neither a subject nor a conjunction before it is that verb.
    """
    low, cue = clause.unit.tokens.low, clause.cue
    if cue.first == clause.first:
        return after
    skeleton = skeleton_at(clause.unit.tokens, cue.verb)
    reduced = cue.mood == "participle" and low[cue.first - 1][0].isalnum()
    if low[cue.first - 1] != "qui" and not reduced and not of_relative(skeleton, cue):
        return after  # "une pétition réclamant « justice » | a été lancée", "les appels où X demande de mentir | ont"
    return before_undue_verb(skeleton, complement.start, after, clause=complement.form in {"clause", "question"})


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
    infinitive = find_infinitive(tokens, k + 2, len(tokens)) is not None
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


def _inserted(clause: Clause) -> Inserted | None:
    """Return the reporting clause after what it reports that the verb makes, or None: "…, a indiqué le préfet"."""
    cue = clause.cue
    if cue.first == clause.first or clause.unit.tokens.low[cue.first - 1] != "," or cue.mood != "finite":
        return None
    skeleton = skeleton_at(clause.unit.tokens, cue.verb)
    if not cue.inverted and not skeleton.has_main_verb(clause.first, cue.first - 1) and _has_subject(clause):
        return None  # "Mme Roy, tout en saluant l'effort, a exhorté les élus à la prudence"
    inserted = read_inserted(clause.unit, cue.first, clause.limit)
    return inserted if inserted is not None and inserted.mention is not None else None


def _has_subject(clause: Clause) -> bool:
    """Whether somebody who can say something stands before the cue as its subject."""
    unit, cue = clause.unit, clause.cue
    group = subject_before(unit.tokens, cue.first, clause.first)
    return group is not None and is_speaker(unit.tokens, group)


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
    if unit.tokens.quote[cue.verb] >= 0:
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
