"""Who says what a cue governs: its subject, that of the verb it hangs on, who spoke before in the sentence."""

from frnews._draft import Offsets
from frnews._french._clauses import skeleton_at
from frnews._french._groups import Group, group_behind, is_name_word, leading_group, noun_group
from frnews._french._series import counted_before
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import utters, withholds
from frnews._french._verbs import auxiliary_forms
from frnews._french._words import CONTRACTED, SETTING_OFF, THIRD_PERSON, is_adverb, may_part_auxiliary, words_of
from frnews._model import Syntax
from frnews._quotations._admission import holds_marks, is_admitted
from frnews._reporting._complements import Complement
from frnews._reporting._cues import Clause, Cue, cue_of
from frnews._reporting._lexicon import floor_verbs, semi_auxiliary_forms
from frnews._reporting._mentions import subject_before
from frnews._reporting._speaking import can_speak, is_speaker, is_speaking_noun
from frnews._reporting._unit import Unit

_AUTHOR = frozenset({"je", "j'", "nous", "tu", "vous"})
# Verbs that, denied, leave nothing said: "n'a pas pu | dire", but "n'a pas hésité à | dire".
_WILLING = frozenset({"vouloir", "pouvoir", "souhaiter", "devoir", "savoir", "oser", "daigner"})
# Subjects that may be nobody, and verbs of which they are it.
_IT = frozenset({"il", "ce", "c'"})
_IMPERSONAL = frozenset({"être", "convenir", "importer", "suffire", "falloir"})
# What an infinitive that is somebody's saying hangs on, and what stands before "de" where it narrates.
_LINKS = frozenset({"de", "d'", "à", "par", "pour", "après"})
_GOING_ON = frozenset({"et", "mais", "puis"})
_NARRATING = _GOING_ON | {"avant"}
# What stands before a participle that is set off from what comes before it.
_SETS_OFF = SETTING_OFF | _GOING_ON | {"", "tout", "("}
OF_AUTHOR = frozenset({"me", "m'", "nous"})
"""Pronouns of whoever writes, or speaks between marks, as the one who is told."""


def agent_of(unit: Unit, cue: Cue, first: int) -> Offsets | None:
    """Return who was said to speak earlier in the sentence: the subject of the last cue before this one, or None."""
    skeleton = skeleton_at(unit.tokens, cue.verb)
    for group in skeleton.verbs_before(cue.first):
        if group.mood != "finite":
            continue
        said = cue_of(unit.tokens, group)
        if said is None or said.mood == "passive" or said.tense == "subjunctive" or said.verb < first:
            continue
        subject = skeleton.subject(group) or skeleton.inverted_subject(said.last + 1)
        if subject is not None and subject[1] < cue.first and is_speaker(unit.tokens, subject):
            return unit.mention_offsets(subject)
    return None


def _parsed_subject(clause: Clause, complement: Complement, syntax: Syntax) -> Group | None:
    """Ask the parser for the subject that the surface does not show; only where the cue governs something."""
    unit, cue = clause.unit, clause.cue
    if cue.negated or not is_admitted(unit, cue, complement):
        return None
    tokens = unit.tokens
    start, end = tokens.starts[clause.first], tokens.ends[clause.limit - 1]
    found = syntax.subject(start, end, tokens.starts[cue.verb]) or syntax.subject(start, end, tokens.starts[cue.first])
    if found is None or found[1] > tokens.starts[cue.first]:
        return None
    group = noun_group(tokens, tokens.first_from(found[0]), cue.first)
    return group if group is not None and is_speaker(tokens, group) else None


def speaker_words(clause: Clause, complement: Complement, syntax: Syntax) -> tuple[Group | None, Offsets | None, bool]:
    """Return the mention, the agent, and whether the cue can be anybody's saying at all."""
    unit, cue, first, agent = clause.unit, clause.cue, clause.first, clause.agent
    tokens = unit.tokens
    before = tokens.low[cue.first - 1] if cue.first > first else ""
    if cue.mood == "infinitive":
        return _speaker_of_infinitive(clause, complement)
    if cue.mood in {"participle", "gerund"}:
        set_off = before in _SETS_OFF or tokens.quote[cue.first - 1] >= 0
        if cue.mood == "participle":
            own = _own_subject(clause) if not set_off else _subject_behind_dash(clause)
            if own is None and not set_off and not before.endswith("ment"):
                own = _noun_of_participle(clause, complement)
                return own, None, own is not None
            if own is not None:
                return own, None, True
        return None, agent or _subject_of_governor(unit, cue, first) or _main_subject(unit, first, cue.first), True
    if cue.takes("f") and complement.form == "clause":
        return _source_behind(clause, complement)
    if cue.inverted:
        pronoun = cue.pronoun(tokens)
        return (pronoun, pronoun), None, True
    subject = subject_before(tokens, cue.first, first)
    if subject is not None:
        return subject, None, True
    if agent is None and (before == "," or before in words_of("coordinator")):
        agent = _shared_subject(unit, cue) or _main_subject(unit, first, cue.first)
    if before in words_of("coordinator") and cue.first - 1 == first:
        return None, agent, True
    if agent is not None:
        return None, agent, True
    parsed = _parsed_subject(clause, complement, syntax)
    return parsed, None, parsed is not None


def _causee(clause: Clause, complement: Complement) -> Group | None:
    """Return who is made to say it: "ce qui fait dire | au maire | que la loi échouera"."""
    tokens, cue = clause.unit.tokens, clause.cue
    start = cue.last + 1
    while start < complement.start and tags_of(tokens)[start] in "BT":
        start += 1  # "fait dire | aussi | aux syndicats que"
    if complement.form != "clause" or tokens.low[start] not in {"à", "au", "aux"}:
        return None
    group = group_behind(tokens, start, complement.start - 1)
    return group if group is not None and is_speaker(tokens, group, documents=False) else None


def _source_behind(clause: Clause, complement: Complement) -> tuple[Group | None, Offsets | None, bool]:
    """Read from whom one has it: "a appris | du parquet que", "il ressort | de l'enquête que", "il en ressort que"."""
    tokens, cue = clause.unit.tokens, clause.cue
    start = cue.last + 1 + (tokens.low[cue.last + 1] == "auprès")
    if tokens.low[start] not in {"de", "d'", "du", "des"}:
        return None, None, cue.group is not None and "en" in cue.group.clitics
    group = noun_group(tokens, start + (tokens.low[start] in {"de", "d'"}), complement.start - 1)
    apart = group is None or any(tokens.low[k] == "à" for k in range(group[1] + 1, complement.start - 1))
    if group is None or apart or not is_speaker(tokens, group):
        return None, None, False  # "a appris de sa mère à tisser les toiles que"
    return (group[0] + (tokens.low[group[0]] == "du"), group[1]), None, True


def _own_subject(clause: Clause) -> Group | None:
    """Return the subject of a participle that has one of its own: "…, les syndicats réclamant sa démission"."""
    unit, cue = clause.unit, clause.cue
    skeleton = skeleton_at(unit.tokens, cue.verb)
    at = skeleton.chunk_at(cue.first) - 1
    if at < 1 or skeleton.chunks[at - 1].kind not in {",", "K"}:
        return None
    group, tags = skeleton.chunks[at].group, skeleton.tags
    several = skeleton.chunks[at].kind == "PP" and tags[group[0]] == "d" and tags[group[0] + 1] == "D"
    if skeleton.chunks[at].kind != "N" and not several:  # "de nombreux élus réclamant"
        return None
    apposed = unit.tokens.low[group[0]] not in words_of("determiner", "partitive")
    # "…, Emmanuel Macron promettant que": a name, and not ", maire de Lyon promettant"
    apposed = apposed and not all(is_name_word(unit.tokens, k) for k in range(group[0], group[1] + 1))
    return None if apposed or not is_speaker(unit.tokens, group, documents=False) else group


def _subject_behind_dash(clause: Clause) -> Group | None:
    """Return the named subject that a dash sets off with its participle: "– la maire, | Ana Roy, | assurant que"."""
    skeleton = skeleton_at(clause.unit.tokens, clause.cue.verb)
    chunks, at = skeleton.chunks, skeleton.chunk_at(clause.cue.first)
    if at < 5 or [chunk.kind for chunk in chunks[at - 3 : at]] != [",", "N", ","]:
        return None
    k = at - 4
    while k > 1 and chunks[k].kind in {"PP", "()"}:
        k -= 1
    group = chunks[k].group
    if chunks[k].kind != "N" or chunks[k - 1].kind != "-" or not is_speaker(clause.unit.tokens, group, documents=False):
        return None
    return (group[0], chunks[at - 2].last)


def _noun_of_participle(clause: Clause, complement: Complement) -> Group | None:
    """Return whose words a participle right behind a noun tells: "une pétition | appelant à « … »".

    Only a clause, an order or words in marks count as said, and no other noun: "un cortège dénonçant la loi".
    """
    tokens, cue = clause.unit.tokens, clause.cue
    if cue.negated:
        return None
    if complement.form not in {"clause", "object"} and not holds_marks(clause.unit, complement, clause.limit):
        return None
    skeleton = skeleton_at(tokens, cue.verb)
    at = skeleton.chunk_at(cue.first) - 1
    while at > 0 and skeleton.chunks[at].kind in {"B", "T"}:
        at -= 1
    chunk = skeleton.chunks[at]
    if at < 0 or chunk.kind not in {"N", "PP"} or tokens.quote[chunk.last] >= 0:
        return None
    group = chunk.group if chunk.kind == "N" else noun_group(tokens, chunk.first + 1, cue.first, determined=True)
    return group if group is not None and is_speaker(tokens, group) else None


def hangs_alone(unit: Unit, cue: Cue, first: int, limit: int) -> bool:
    """Whether an infinitive hangs on nothing that makes it anybody's saying, whatever it governs: "pourrait | dire".

    It is asked before what the infinitive governs is looked for, and leaves what it cannot tell to `speaker_words`.
    """
    if cue.mood != "infinitive" or (cue.group is not None and cue.group.governor is not None):
        return False
    low, k = unit.tokens.low, _link_of(unit, cue, first)
    if k < first or low[k] not in _LINKS:
        return True
    if low[k] in {"pour", "après"} or low[k - 1] in _NARRATING or low[k - 1] in semi_auxiliary_forms():
        return False
    if counted_before(unit.tokens, k, first) is not None:
        return False  # "ils sont 60 % | à dire avoir peur"
    return CONTRACTED["que"].isdisjoint(low[cue.last + 1 : limit])


def _link_of(unit: Unit, cue: Cue, first: int) -> int:
    """Return the word before an infinitive, adverbs aside: "avant | de | toujours dire"; below `first` for none."""
    k = cue.first - 1
    while k > first and is_adverb(unit.tokens.low[k]):
        k -= 1
    return k


def _speaker_of_infinitive(clause: Clause, complement: Complement) -> tuple[Group | None, Offsets | None, bool]:
    """Read "avant d'annoncer", "a tenu à rappeler", "pour dénoncer", "vient d'annoncer"."""
    unit, cue, first, agent = clause.unit, clause.cue, clause.first, clause.agent
    low = unit.tokens.low
    governor = cue.group.governor if cue.group is not None else None
    denied = governor is not None and governor.negated and not governor.lemmas.isdisjoint(_WILLING)
    if governor is not None and (withholds(governor) or (denied and not holds_marks(unit, complement, clause.limit))):
        return None, None, False  # "n'a pas voulu dire si", but "n'a pas voulu commenter « une affaire privée »"
    if governor is not None and "faire" in governor.lemmas:
        told = _causee(clause, complement)
        said = governor.mood == "finite" and governor.tense not in {"future", "conditional"}
        said = said or low[max(first, governor.first - 2) : governor.first] == ["de", "quoi"]
        said = said and not governor.negated
        return told, None, told is not None and said
    if governor is not None and (governor.mood != "finite" or utters(governor)):
        subject = skeleton_at(unit.tokens, cue.verb).subject(governor)
        if governor.tense in {"future", "conditional"}:
            return None, None, False  # "devrait annoncer": nothing is said yet
        if subject is not None and can_speak(unit.tokens, subject):
            return subject, None, True
    k = _link_of(unit, cue, first)
    if k < first:
        return None, None, False
    narrative = low[k] in {"de", "d'"} and k > first and low[k - 1] in _GOING_ON
    if narrative and (k - 1 == first or low[k - 2] in {",", ";"}):
        return None, agent, True  # "Et de préciser que": the narrative infinitive
    if low[k] in {"de", "d'"} and (narrator := _narrator(clause, k) or given_occasion(unit.tokens, k)) is not None:
        return narrator, None, True
    if low[k] in {"de", "d'"} and k > first and low[k - 1] == "avant":
        return None, agent or _main_subject(unit, first, k), True
    says_a_clause = complement.form == "clause"
    if cue.compound and says_a_clause and low[k] in {"de", "d'"} and (told := _told_before(clause, k)) is not None:
        return told, None, True
    if low[k] == "après" and cue.compound:
        # "Après avoir regretté une bavure, X"
        return None, agent or _main_subject(unit, cue.last + 1, clause.limit), True
    if low[k] == "pour" and (
        agent is not None or cue.takes("d") or cue.takes("n") or says_a_clause or takes_the_floor(unit, first, k)
    ):
        # A purpose is a saying beside another one ("a-t-il dit pour souligner"), for a demand, or where people act.
        if agent is not None:
            return None, agent, True
        group = leading_group(unit.tokens, first, k)
        speaks = group is not None and is_speaker(unit.tokens, group, documents=False)
        return None, unit.offsets(*group) if group is not None else None, speaks or says_a_clause
    if low[k] in {"de", "d'", "à", "par"} and k - 1 > first:
        counted = counted_before(unit.tokens, k, first)
        if says_a_clause or counted is not None or low[k - 1] in semi_auxiliary_forms():
            return _subject_of_first_verb(clause, k, k - 1 if counted is None else counted)
    return None, None, False


def takes_the_floor(unit: Unit, first: int, k: int) -> bool:
    """Whether what stands before "pour" at token `k` is speaking up: "a profité de sa visite", "prend la parole"."""
    skeleton, low = skeleton_at(unit.tokens, first), unit.tokens.low
    verb = skeleton.finite_before(k)
    if verb is None:
        return False
    rests = [rest for lemma in verb.lemmas for rest in floor_verbs().get(lemma, ())]
    return any(tuple(low[verb.last + 1 : verb.last + 1 + len(rest)]) == rest for rest in rests)


def _subject_of_first_verb(clause: Clause, k: int, start: int) -> tuple[Group | None, Offsets | None, bool]:
    """Read "tient à rappeler", "n'a cessé de répéter que", "finit par avouer que": the subject is the first verb's.

    It is sought before token `start`: the first verb's last word, or the number behind it ("sont | 60 % à dire").
    """
    unit, first, agent = clause.unit, clause.first, clause.agent
    low = unit.tokens.low
    if _is_nobodys(unit, k):
        return None, None, False
    while (
        start > first
        and k - start < 7
        and (
            low[start - 1] in words_of("clitic", "negation")
            or low[start - 1] in auxiliary_forms()
            or may_part_auxiliary(low[start - 1])
            or low[start] in words_of("negation")
        )
    ):
        start -= 1
    if not OF_AUTHOR.isdisjoint(low[start:k]):
        return None, None, False  # "il me reste à préciser que"
    mention = subject_before(unit.tokens, start, first)
    if mention is None and low[start] in THIRD_PERSON:
        mention = (start, start)
    if mention is not None and not is_speaker(unit.tokens, mention):
        return None, None, False
    return mention, None if mention else agent, mention is not None or agent is not None


def _is_nobodys(unit: Unit, k: int) -> bool:
    """Whether the verb before the word at token `k` has no subject that speaks, or is still to come.

    "Il convient | de noter que", "il est bon | de rappeler que"; "la maire sera obligée | d'admettre que".
    """
    skeleton = skeleton_at(unit.tokens, k)
    verb = skeleton.finite_before(k)
    if verb is None:
        return False
    impersonal = unit.tokens.low[verb.first - 1] in _IT and not verb.passive and verb.lemmas & _IMPERSONAL
    return bool(impersonal) or verb.tense in {"future", "conditional"}


def _narrator(clause: Clause, k: int) -> Group | None:
    """Return whom a narrative infinitive behind "de" at token `k` tells of: "Et | la ministre, Ana Roy, | d'ajouter".

    Source: MultiGram (Université libre de Bruxelles), "Infinitif de narration": "Et l'ancien ministre de protester".
    """
    tokens, skeleton = clause.unit.tokens, skeleton_at(clause.unit.tokens, k)
    chunks, at = skeleton.chunks, skeleton.chunk_at(k) - 1
    if at > 2 and [chunk.kind for chunk in chunks[at - 2 : at + 1]] == [",", "N", ","]:
        at -= 3
    while at > 0 and (chunks[at].kind == "()" or tokens.low[chunks[at].first] in CONTRACTED["de"]):
        at -= 1
    if clause.cue.compound or at < 0 or chunks[at].kind != "N" or skeleton.tags[chunks[at].last] == "Q":
        return None  # "Trois élus | accusés d'avoir dit"
    group, opening = chunks[at].group, chunks[at].first
    going_on = opening > clause.first and tokens.low[opening - 1] in _GOING_ON
    if not is_speaker(tokens, group, documents=False) or not (going_on or _narrates_alone(clause, group, k)):
        return None
    opening -= going_on
    if opening <= clause.first:
        return group
    said = opening - 1 - (tokens.low[opening - 1] == ",")  # "« Oui », | et la ministre d'ajouter"
    return group if tokens.low[said] in {";", ":"} or tokens.quote[said] >= 0 else None


def _narrates_alone(clause: Clause, group: Group, k: int) -> bool:
    """Whether a group is told of without "et": a noun with its article, or a name; no other verb makes the sentence.

    "Le maire de rappeler que la loi passe", but "Un ministre fier de dire", "Refus du maire de dire", "Le conseil de
    répéter que tout va bien est mauvais".
    """
    tokens, (first, last) = clause.unit.tokens, group
    named = first < last and all(is_name_word(tokens, i) for i in range(first, last + 1))
    if not named and tokens.low[first] not in words_of("determiner"):
        return False
    described = last + 1 == k and not (is_name_word(tokens, last) or is_speaking_noun(tokens.low[last]))
    return not described and len(skeleton_at(tokens, k).finite_between(k, clause.limit)) < 2


def given_occasion(tokens: Tokens, k: int) -> Group | None:
    """Return who takes an occasion to say what stands behind "de" at token `k`: "l'occasion pour | le maire | de".

    It is taken where it is said to be one ("c'était", "ce fut"), or no verb says otherwise: "L'occasion pour lui de".
    """
    skeleton = skeleton_at(tokens, k)
    chunks, at = skeleton.chunks, skeleton.chunk_at(k) - 1
    while at > 1 and (chunks[at].kind in {"()", ",", "N"} or tokens.low[chunks[at].first] in CONTRACTED["de"]):
        at -= 1
    if at < 1 or tokens.low[chunks[at].first] != "pour" or chunks[at - 1].kind != "N":
        return None
    who, noun = (chunks[at].first + 1, chunks[at].last), chunks[at - 1]
    if words_of("occasion").isdisjoint(tokens.low[noun.first : noun.last + 1]) or not is_speaker(tokens, who):
        return None
    verb = skeleton.first_finite(skeleton.first, noun.first)
    if verb is None:
        opens = noun.first == skeleton.first and len(skeleton.finite_between(k, skeleton.after)) < 2
        return who if opens and tokens.low[noun.first] in {"l'", "une"} else None
    was = "être" in verb.lemmas and verb.tense in {"present", "imperfect", "past"} and not verb.negated
    return who if was and tokens.low[verb.first - 1] in {"ce", "c'"} and verb.last + 1 == noun.first else None


def _told_before(clause: Clause, k: int) -> Group | None:
    """Return who did what stands behind "de" at token `k`: "remercie | le ministre, Luc Petit, | d'avoir dit que"."""
    tokens, skeleton = clause.unit.tokens, skeleton_at(clause.unit.tokens, k)
    at = skeleton.chunk_at(k) - 1
    if at > 2 and [chunk.kind for chunk in skeleton.chunks[at - 2 : at + 1]] == [",", "N", ","]:
        at -= 1
    group = skeleton.chunks[at].group if at > 0 and skeleton.chunks[at].kind == "N" else None
    return group if group is not None and is_speaker(tokens, group, documents=False) else None


def _subject_of_governor(unit: Unit, cue: Cue, first: int) -> Offsets | None:
    """Return the subject of the verb that a gerund goes with: "face au refus, Paris | tape du poing en annonçant"."""
    skeleton = skeleton_at(unit.tokens, cue.verb)
    for group in skeleton.verbs_before(cue.first):
        if group.first < first:
            return None
        if group.mood == "finite" and skeleton.relative_of(skeleton.chunk_at(group.first)) is None:
            subject = skeleton.subject(group)
            return unit.mention_offsets(subject) if subject and can_speak(unit.tokens, subject) else None
    return None


def _shared_subject(unit: Unit, cue: Cue) -> Offsets | None:
    """Return the subject that a cue shares with the verb before it: "l'élu, qui était jugé mais | a nié tout lien"."""
    skeleton = skeleton_at(unit.tokens, cue.verb)
    verb = skeleton.verb_over(cue.verb)
    subject = skeleton.subject(skeleton.shares_subject(verb)) if verb is not None else None
    if verb is None or subject is None or not skeleton.agrees(verb, subject):
        return None
    return unit.mention_offsets(subject) if is_speaker(unit.tokens, subject) else None


def _main_subject(unit: Unit, first: int, before: int) -> Offsets | None:
    """Return the subject of the first verb of the sentence, where a subordinate cue comes before any other cue."""
    group = leading_group(unit.tokens, first, before)
    if group is not None and unit.tokens.low[group[1] + 1 : group[1] + 2] == [","]:
        # "Signe de la tension, | la police a saisi un juge et promis de"
        skeleton = skeleton_at(unit.tokens, first)
        group = skeleton.subject(skeleton.first_finite(first, before)) or group
    return unit.offsets(*group) if group is not None else None


def says_the_author(unit: Unit, mention: Group | None, agent: Offsets | None) -> bool:
    if mention is None:
        return agent is not None and unit.text[agent[0] : agent[1]].lower().replace("’", "'") in _AUTHOR
    return mention[0] == mention[1] and unit.tokens.low[mention[0]] in _AUTHOR
