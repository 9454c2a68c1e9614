"""Reporting clauses in and behind what they report: "…, a indiqué le préfet", "« … », dit-il, « … »"."""

from attrs import frozen

from frnews._french._clauses import skeleton_at
from frnews._french._determiners import determiners_of
from frnews._french._groups import Group, function_nouns, group_behind, noun_group
from frnews._french._infinitives import find_infinitive
from frnews._french._suffixes import names_a_deed
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens, pronoun_of
from frnews._french._verb_groups import opens_verb_group
from frnews._french._verbs import auxiliary_forms, is_participle
from frnews._french._words import CONTRACTED, SENTENCE_ENDS, SETTING_OFF, THIRD_PERSON, is_adverb, words_of
from frnews._reporting._asides import closes_aside_of_subject, follows_mark
from frnews._reporting._cues import Cue, cue_of, governing_cue, read_cue, shared_auxiliary
from frnews._reporting._frames import read_frame
from frnews._reporting._lexicon import hearing_verbs, silent_verbs
from frnews._reporting._mentions import subject_after, subject_before
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit

# A reporting clause behind what it reports names the speaker, the place and the occasion, and no more.
_LONGEST_INSERTION = 80
# What stands before an inserted clause behind a whole clause without marks.
_BEFORE = frozenset({",", "?", "!"})
# Signs at which an inserted clause ends.
_CLOSING = SETTING_OFF | {";", ":", "!", "?", "…", "»", "”"}
# Tokens from the auxiliary of its verb to what it says is done, days and phrases between them.
_LONGEST_VERB = 12
# Classes of words that are no verbs.
_CLOSED = (
    "determiner", "partitive", "preposition", "coordinator", "subordinator", "relative", "subject pronoun",
)  # fmt: skip
# Endings of past participles, and of third persons that narrate ("lance", "rit", "répondait", "lâcha", "concluent"), of
# verbs too that no table has.
_PARTICIPLE_ENDINGS = ("é", "ée", "és", "ées", "i", "ie", "is", "it", "ite", "u", "ue", "us", "ert")
_FINITE_ENDINGS = ("e", "t", "a", "d", "ent", "èrent", "irent")


@frozen
class Inserted:
    """A reporter's clause inside or after content: "a-t-il dit", "a indiqué le préfet".

    Attributes:
        first: First token, without the comma before it.
        last: Last token, without the comma after it.
        cue: Its verb group.
        mention: The group that names the speaker, or None.

    """

    first: int
    last: int
    cue: Cue
    mention: Group | None

    @property
    def words(self) -> Group:
        """First and last token of the words that carry the saying."""
        return (self.cue.first, self.cue.last)


def read_inserted(unit: Unit, k: int, limit: int, *, spoken: bool = False) -> Inserted | None:
    """Return the inverted reporting clause that starts at token `k`, or None.

    A pronoun after the verb decides at once; a noun group must follow the verb within the clause. Behind words that are
    `spoken`, as behind a mark, any verb will do.
    """
    if k >= limit:
        return None
    if unit.tokens.low[k] in {"de", "d'"}:
        return _narrated(unit, k, limit)
    after_mark = spoken or follows_mark(unit, k)
    if not opens_verb_group(unit.tokens, k):
        if not after_mark:
            return None
    elif closes_aside_of_subject(unit, k):
        return None
    key = ("inserted", k, limit, after_mark)
    if key not in unit.tokens.asked:
        unit.tokens.asked[key] = _read(unit, k, limit, after_mark=after_mark)
    inserted: Inserted | None = unit.tokens.asked[key]
    if inserted is None or not after_mark or inserted.cue.inverted:
        return inserted
    closes = inserted.last + 1 >= limit or unit.tokens.low[inserted.last + 1] in {".", "!", "?"}
    if not closes and _is_governed(unit, k - 1):
        return None  # "Les élus disent « oui », | menacent le maire et s'en vont"
    return inserted


def _narrated(unit: Unit, k: int, limit: int) -> Inserted | None:
    """Read "« … », de dire le maire", "…, d'expliquer Ana Roy": the narrative infinitive, as in Québec above all.

    Its subject stands behind it (Grevisse, Le Bon Usage, infinitif de narration).
    """
    tokens = unit.tokens
    verb = find_infinitive(tokens, k + 1, limit) if tokens.low[k - 1] in _BEFORE or follows_mark(unit, k) else None
    cue = read_cue(tokens, verb) if verb is not None else None
    if cue is None or cue.first != k + 1 or cue.mood != "infinitive" or not cue.takes("h"):
        return None
    group = subject_after(tokens, cue.last + 1, limit)
    if group is None or not _is_whoever_speaks(tokens, group):
        return None  # "Son métier, de raconter | des familles, l'épuise"
    last = _clause_end(unit, group[1], limit)
    ends = last + 1 >= limit or tokens.low[last + 1] in SENTENCE_ENDS | {","} or tokens.quote[last + 1] >= 0
    return Inserted(k, last, cue, group) if ends else None


def _is_whoever_speaks(tokens: Tokens, group: Group) -> bool:
    """Whether a group is a person by a function with a definite article or by a name in two words."""
    first, last = group
    if tokens.is_capital(first):
        return last > first and tokens.is_capital(first + 1)
    definite = tokens.low[first] in determiners_of("definite")
    return definite and any(tokens.low[k] in function_nouns() for k in range(first + 1, last + 1))


def _read(unit: Unit, k: int, limit: int, *, after_mark: bool) -> Inserted | None:
    tokens = unit.tokens
    cue = (_cue_starting(unit, k, limit) or governing_cue(tokens, k)) if opens_verb_group(tokens, k) else None
    if cue is None or cue.mood != "finite" or cue.first != k:
        if after_mark:
            return _open_inversion(unit, k, limit) or _open_verb(unit, k, limit)
        return _closing_verb(unit, k, limit) or _closing_inversion(unit, k, limit)
    if not cue.takes("x") and not cue.inverted and not after_mark:
        return _closing_verb(unit, k, limit)
    after = cue.last + 1
    if after < limit and tokens.low[after] in {"que", "qu'"}:
        return None
    if _governs_infinitive(unit, cue, after, limit, spoken=after_mark):
        return None
    if cue.inverted:
        if cue.negated and not after_mark:
            return None  # "Pourtant, n'a-t-il pas annoncé une baisse ?": the verb of the clause itself
        pronoun = cue.pronoun(tokens)
        heard = _heard_from(unit, cue, after, limit)  # "a-t-on appris mardi | du parquet"
        return Inserted(k, _clause_end(unit, heard[1] if heard else cue.last, limit), cue, heard or (pronoun, pronoun))
    group = subject_after(tokens, after, limit) or (_subject_over_aside(unit, after, limit) if after_mark else None)
    if group is not None and (cue.tense == "subjunctive" or _is_deed(tokens, group)):
        return None
    if group is not None and not _agrees(tokens, k, group):
        return None
    if group is not None and not (after_mark and tokens.low[k - 1] == ",") and _has_it_do(unit, cue, group, limit):
        return None
    if group is not None and tokens.quote[k] < 0 and not after_mark and not _can_report(unit, cue, group):
        # Without marks before it, "…, propose les services de" may as well be the verb of the clause with its object.
        return None
    if group is None:
        # "a-t-on", "a affirmé à l'AFP." name nobody: only a compound tense is sure enough to stand alone.
        if cue.compound and not cue.negated and (after >= limit or not _has_verb_object(unit, after, limit)):
            return Inserted(k, _clause_end(unit, cue.last, limit), cue, None)
        return None
    source = _heard_from(unit, cue, group[1] + 1, limit) or group
    return Inserted(k, _clause_end(unit, source[1], limit), cue, source)


def _agrees(tokens: Tokens, k: int, group: Group) -> bool:
    """Whether the verb at token `k` can have a group as its subject: not "Les pirates, | dits | « X », volent".

    By the determiner, where one stands and "et" joins nobody else.
    """
    if tokens.low[group[0]] not in words_of("determiner") or "et" in tokens.low[slice(*group)]:
        return True
    skeleton = skeleton_at(tokens, k)
    verb = skeleton.verb_over(k)
    return verb is None or skeleton.agrees(verb, (group[0], min(group[0] + 1, group[1])))


def _governs_infinitive(unit: Unit, cue: Cue, k: int, limit: int, *, spoken: bool) -> bool:
    """Whether an infinitive from token `k` on is what somebody before the cue says: "a annoncé hier | avoir fini"."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    while k < limit and (tokens.timed[k] or tags[k] == "B"):
        k += 1
    if k + 1 >= limit or cue.inverted or not cue.takes("id"):
        return False
    if find_infinitive(tokens, k + (tokens.low[k] in {"de", "d'"}), limit) is None:
        return False
    if not spoken:
        return True
    skeleton = skeleton_at(tokens, cue.first)
    subject = skeleton.subject(skeleton.verb_over(cue.first))  # but "« A », | dit espérer Ana Roy"
    return subject is not None and subject[0] <= cue.first and tokens.quote[subject[0]] < 0


def _heard_from(unit: Unit, cue: Cue, k: int, limit: int) -> Group | None:
    """Return from whom one has it who hears and says nothing: "…, a appris l'AFP | de source judiciaire"."""
    tokens, low = unit.tokens, unit.tokens.low
    if all(verb.lemma not in hearing_verbs() for verb in cue.verbs):
        return None
    while k < limit and tokens.timed[k]:
        k += 1  # "a appris l'AFP | mardi | auprès du parquet", "a-t-on appris | du parquet"
    frame = read_frame(unit, k, limit)
    if frame is not None:
        return frame.mention
    k += low[k : k + 1] == ["auprès"]
    if k + 1 >= limit or low[k] not in CONTRACTED["de"]:
        return None
    group = group_behind(tokens, k, limit)
    return group if group is not None and is_speaker(tokens, group, documents=False) else None


def _has_it_do(unit: Unit, cue: Cue, group: Group, limit: int) -> bool:
    """Whether a group is what a verb governs, and what it is said to do follows: "a accusé | Moscou | d'aggraver"."""
    after = group[1] + 1
    word = unit.tokens.low[after] if after + 1 < limit else ""
    governed = (word in {"de", "d'"} and cue.takes("o")) or (word == "à" and cue.takes("a"))
    return governed and find_infinitive(unit.tokens, after + 1, limit) is not None


def _is_deed(tokens: Tokens, group: Group) -> bool:
    """Whether a noun is what somebody does, and so no subject of a verb of saying: "a ordonné | leur expulsion"."""
    own = tokens.low[group[0]] in determiners_of("possessive")
    return own and names_a_deed(tokens.low[group[1]]) and not is_speaker(tokens, group)


def _is_governed(unit: Unit, k: int) -> bool:
    """Whether a verb of saying with its subject stands right before the marks that close at token `k` or before it."""
    tokens = unit.tokens
    number = max(tokens.quote[max(k - 1, 0) : k + 1])
    k = tokens.last_before(unit.quotes[number].open) if number >= 0 else -1
    k -= k > 0 and tokens.low[k] in {"à", "de", "d'", "que", "qu'"}
    verb = skeleton_at(tokens, k).verb_over(k) if k >= 0 and tokens.quote[k] < 0 else None
    cue = cue_of(tokens, verb) if verb is not None and verb.mood == "finite" else None
    return cue is not None and subject_before(tokens, cue.first, unit.sentence_of(k)[0]) is not None


def attached_cue(unit: Unit, k: int, limit: int) -> Cue | None:
    """Return the cue of the same speaker that a comma or coordinator at token `k` attaches, or None.

    ", soulignant que", "tout en rappelant", "avant d'annoncer", "et a promis de", ", puis dénonce".
    """
    tokens = unit.tokens
    low = tokens.low
    i = k
    comma = False
    while i < limit and i - k < 4 and low[i] in {",", "et", "mais", "puis", "tout", "en", "avant", "de", "d'"}:
        comma = comma or low[i] == ","
        i += 1
    while i < limit and i - k < 7 and is_adverb(low[i]) and low[i] not in words_of("clitic"):
        i += 1
    for v in range(i, min(i + 10, limit)):
        if tokens.quote[v] >= 0 or low[v] in {",", ".", ";", ":"}:
            return None
        cue = read_cue(tokens, v) or (shared_auxiliary(tokens, v) if v == i and low[k] != "en" else None)
        if cue is None:
            continue
        if cue.first == i + 1 and low[i] in THIRD_PERSON and cue.mood == "finite" and not cue.negated:
            after = cue.last + 1  # "…, mais il assure que"
            return cue if low[k] != "en" and after < limit and low[after] in {"que", "qu'"} else None
        if cue.first > i:
            return None
        if cue.negated or cue.mood == "passive":
            return None
        if cue.mood == "participle":
            return cue if comma else None
        if cue.mood == "gerund":
            return cue if comma or low[k] in {"tout", "en"} else None
        if cue.mood == "infinitive":
            return cue if low[k] in {"avant", ","} and low[i - 1] in {"de", "d'"} and "avant" in low[k:i] else None
        if cue.inverted:
            return None
        if low[k] in {"et", "mais", "puis"} or (comma and low[k + 1 : k + 2] and low[k + 1] in {"et", "mais", "puis"}):
            return cue if cue.takes("qndamp") else None
        return None
    return None


def _closing_verb(unit: Unit, k: int, limit: int) -> Inserted | None:
    """Read "…, tonitrue le maire.": behind a whole clause, any verb with somebody after it who ends the sentence.

    What the verb does to somebody would stand in another order; a number that does not agree shows an object too.
    """
    tokens = unit.tokens
    if k < 2 or tokens.low[k - 1] not in _BEFORE or tokens.quote[k] >= 0:
        return None
    first, _ = unit.sentence_of(k)
    skeleton = skeleton_at(tokens, k)
    group = skeleton.verb_from(k)
    if (
        group is None
        or group.mood != "finite"
        or group.passive
        or group.person != 3
        or group.negated
        or group.lemmas & silent_verbs()
    ):
        return None
    if group.clitics or skeleton.subject(group) is not None:
        return None
    subject = subject_after(tokens, group.last + 1, limit)
    if subject is None or not is_speaker(tokens, subject, documents=False) or not skeleton.agrees(group, subject):
        return None
    last = _clause_end(unit, subject[1], limit)
    ends = last + 1 >= limit or tokens.low[last + 1] in SENTENCE_ENDS
    cue = cue_of(tokens, group, any_verb=True) if ends else None
    if cue is None:
        return None
    # A headline needs no verb before one of saying: "Deux blessés à Lyon, annonce le préfet"
    is_headline = bool(cue.verbs) and last + 1 >= limit
    return Inserted(k, last, cue, subject) if is_headline or skeleton.has_main_verb(first, k - 1) else None


def _closing_inversion(unit: Unit, k: int, limit: int) -> Inserted | None:
    """Read "…, renseigne-t-elle.", "…, a-t-il pesté, …": a verb with its pronoun behind it, behind a whole clause.

    In such a place the inversion asks nothing and hangs on no adverb: any verb that does not say how sure one is.
    """
    tokens, low = unit.tokens, unit.tokens.low
    first, end = unit.sentence_of(k)
    if k < 2 or low[k - 1] != "," or tokens.quote[k] >= 0 or low[end - 1] == "?":
        return None
    skeleton = skeleton_at(tokens, k)
    group = skeleton.verb_from(k)
    if group is None or group.negated or group.lemmas & silent_verbs() or group.lemmas & {"être", "avoir"}:
        return None
    found = _open_inversion(unit, k, limit)
    if found is None or not (skeleton.has_main_verb(first, k - 1) or skeleton.has_main_verb(found.last + 1, end)):
        return None
    return found if found.last + 1 >= limit or low[found.last + 1] in SENTENCE_ENDS | {","} else None


def _cue_starting(unit: Unit, k: int, limit: int) -> Cue | None:
    """Return the cue whose verb group starts at token `k`, no stop or mark in it, or None."""
    tokens = unit.tokens
    group = skeleton_at(tokens, k).verb_from(k)
    if group is None or group.verb >= min(k + _LONGEST_VERB, limit):
        return None
    for i in range(k, group.verb + 1):
        if tokens.low[i] in {".", ";", ":"} or tokens.quote[i] != tokens.quote[k]:
            return None
    return read_cue(tokens, group.verb)


def _can_report(unit: Unit, cue: Cue, group: Group) -> bool:
    """Whether the group after a cue without marks is who says it, and not what the verb is about.

    A document can be either: "…, indique le rapport", "la loi échoue, révèle une enquête", but "…, a défendu un texte".
    """
    tokens, k = unit.tokens, cue.first
    definite = tokens.low[group[0]] in determiners_of("definite", "demonstrative")
    behind_clause = False
    if tokens.low[k - 1] in _BEFORE:
        first, limit = unit.sentence_of(k)
        behind_clause = skeleton_at(tokens, k).has_main_verb(first, k - 1)
        if behind_clause and (definite or tokens.is_capital(group[0])) and _is_left_alone(unit, cue, group, limit):
            return True
    return is_speaker(tokens, group, documents=definite or behind_clause)


def _is_left_alone(unit: Unit, cue: Cue, group: Group, limit: int) -> bool:
    """Whether the verb of a cue has nobody before it and ends the sentence with a group, which then speaks.

    "…, a noté | le rectorat.", whatever the noun is; "Le reptile, qui …, | menace | la ville" has its subject.
    """
    tokens = unit.tokens
    skeleton = skeleton_at(tokens, cue.first)
    verb = skeleton.verb_over(cue.first)
    # "Le film émeut, dénonce la guerre.": what such verbs govern may well be a noun.
    sure = cue.takes("q") and (cue.compound or cue.takes("i") or not cue.takes("n"))
    if (
        not sure
        or verb is None
        or verb.clitics
        or skeleton.subject(verb) is not None
        or not skeleton.agrees(verb, group)
    ):
        return False
    after = _clause_end(unit, group[1], limit) + 1
    # "…, a annoncé le marchand d'art Sotheby's, | lors d'une vente"
    if after + 1 < limit and tokens.low[after] == ",":
        meanwhile = tokens.low[after + 1 : after + 3] in (["tandis", "que"], ["alors", "que"])
        return meanwhile or tags_of(tokens)[after + 1] in {"R", "G", "L", "U", "C"}
    return after >= limit or tokens.low[after] in SENTENCE_ENDS


def _subject_over_aside(unit: Unit, k: int, limit: int) -> Group | None:
    """Return the subject after what describes the speaker: "se dit persuadé X", "prévenait, bravache, le maire"."""
    low = unit.tokens.low
    if k + 1 < limit and low[k] == "comme":
        others = low[k + 2 : k + 4] == ["d'", "autres"]  # "estime | comme beaucoup d'autres | Nadia"
        compared = (k, k + 3) if others else noun_group(unit.tokens, k + 1, limit)
        return None if compared is None else noun_group(unit.tokens, compared[1] + 1, limit)
    if k < limit and low[k] == ",":
        close = next((c for c in range(k + 1, min(k + 8, limit)) if low[c] == ","), None)
        return None if close is None else subject_after(unit.tokens, close + 1, limit)
    if k + 1 < limit and low[k].isalpha() and not unit.tokens.is_capital(k):
        return subject_after(unit.tokens, k + 1, limit)
    return None


def _open_verb(unit: Unit, k: int, limit: int) -> Inserted | None:
    """Read "« … », a coupé court X", "« … » tacle un élu": after the marks, any verb followed by someone who speaks."""
    tokens = unit.tokens
    low = tokens.low
    i = k
    while i < limit and i - k < 4 and low[i] in words_of("clitic"):
        i += 1
    if i >= limit or tokens.is_capital(i) or not low[i].isalpha() or low[i] in words_of(*_CLOSED):
        return None
    if low[i] in auxiliary_forms():
        i += 1
        while i < limit and is_adverb(low[i]):
            i += 1
        if i >= limit or not low[i].endswith(_PARTICIPLE_ENDINGS):
            return None
    elif not low[i].endswith(_FINITE_ENDINGS) or is_adverb(low[i]) or tags_of(tokens)[i] == "G":
        return None  # "« … », | en citant Ana Roy", "« … », | notamment une élue"
    group = subject_after(tokens, i + 1, limit)
    if group is None or not is_speaker(tokens, group, documents=False):
        return None
    cue = Cue(first=k, last=i, verb=i, mood="finite", verbs=())
    return Inserted(k, _clause_end(unit, group[1], limit), cue, group)


def _open_inversion(unit: Unit, k: int, limit: int) -> Inserted | None:
    """Read "s'enflamme-t-il", "tonne-t-elle": after a comma or a mark, an inverted pronoun makes any verb a cue."""
    tokens, low = unit.tokens, unit.tokens.low
    for i in range(k + 1, min(k + 5, limit)):
        word = tokens.low[i]
        if word.startswith("-") and pronoun_of(word) in THIRD_PERSON | {"on"}:
            if low[i - 1] in auxiliary_forms() and not any(map(is_participle, low[i + 1 : min(limit, i + 5)])):
                return None  # "Le « permis de louer » est-il efficace ?"
            last = i
            cue = Cue(first=k, last=last, verb=i - 1, mood="finite", verbs=(), inverted=True)
            return Inserted(k, _clause_end(unit, last, limit), cue, (i, i))
        if not (word in words_of("clitic") or is_adverb(word) or i == k + 1 or word.isalpha()):
            return None
    return None


def _has_verb_object(unit: Unit, k: int, limit: int) -> bool:
    tokens = unit.tokens
    while k < limit and tokens.low[k] not in {",", ".", ";", ":"}:
        if tokens.low[k] in {"que", "qu'"} or tokens.low[k] in words_of("relative"):
            return True
        k += 1
    return False


def _clause_end(unit: Unit, k: int, limit: int) -> int:
    """Return the last token of an inserted clause whose verb and subject end at `k`: up to a comma, mark or stop."""
    tokens = unit.tokens
    quote = tokens.quote[k]
    last = k
    limit = min(limit, k + _LONGEST_INSERTION)
    while last + 1 < limit and tokens.quote[last + 1] == quote:
        word = tokens.low[last + 1]
        if word in _CLOSING:
            break
        if word == "." and last + 1 != k + 1 and len(tokens.low[last]) == 1:
            last += 1
            continue
        if word == "." or (word in {"en", "avant", "tout", "et"} and attached_cue(unit, last + 1, limit) is not None):
            break
        if word == "pour" and _is_purpose(unit, last + 2, limit):
            break
        last += 1
    return last


def _is_purpose(unit: Unit, k: int, limit: int) -> bool:
    """Whether an infinitive of saying follows "pour": "a-t-il dit, pour ainsi souligner la convergence"."""
    while k < limit and is_adverb(unit.tokens.low[k]):
        k += 1
    cue = read_cue(unit.tokens, k) if k < limit else None
    return cue is not None and cue.mood == "infinitive"
