"""Whether what a cue governs is reported speech: by its form, by who would be speaking, by what denies it."""

from frnews._french._clauses import skeleton_at
from frnews._french._determiners import determiners_of
from frnews._french._groups import POINTING, Group, counts_time, has_verb, is_name_word, noun_group
from frnews._french._tags import BEFORE_NOUN, tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import VerbGroup
from frnews._french._verbs import readings
from frnews._french._words import THIRD_PERSON, words_of
from frnews._quotations._extent import content_end
from frnews._reporting._complements import Complement
from frnews._reporting._cues import Clause, Cue, cue_of, read_cue
from frnews._reporting._speaking import can_speak, is_somebody, is_speaker, is_speaking_noun, speaking_nouns
from frnews._reporting._unit import Unit

# What opens a phrase that tells among whom something is said: "Côté syndicats", "Du côté de l'opposition".
_AMONG = frozenset({"à", "a", "au", "aux", "chez", "côté", "du", "parmi"})
_LONGEST_PLACE = 10
# Chunks from whom a court sentences to what.
_LONGEST_SENTENCED = 10
# "dit que | oui"
_ANSWERS = frozenset({"oui", "non", "si"})
# Tokens from "à" to what one is sentenced to, at most: "à | 5 000 euros d'amende".
_LONGEST_PENALTY = 6
# Whoever is asked, not named: "on | lui a demandé".
_ASKED = frozenset({"lui", "leur", "me", "m'", "nous"})


def counts(clause: Clause, complement: Complement, mention: Group | None) -> bool:
    """Whether what the cue governs is reported speech, by the form of it and by who would be speaking."""
    unit, cue = clause.unit, clause.cue
    if not is_admitted(unit, cue, complement):
        return False
    if _is_terms(unit, complement) or _is_sentenced(unit, cue, complement):
        return False
    before = unit.tokens.low[cue.first - 1] if cue.first > clause.first else ""
    in_marks = unit.tokens.quote[complement.start] >= 0
    if complement.form == "noun" and not in_marks and before in {"que", "qu'"}:
        return False  # "ce que dément l'état-major": its subject
    if complement.form == "infinitive" and mention is not None and _is_relative(unit, mention, clause.first):
        return False
    loose = mention is None and clause.agent is None
    opens = cue.mood == "gerund" and cue.first <= clause.first + 1  # "En promettant un parc, le maire …"
    hangs_loose = cue.mood in {"participle", "gerund"} and complement.form == "noun" and loose and not opens
    if hangs_loose and before != "," and not holds_marks(unit, complement, clause.limit):
        # Without a saying before it, only a clause set off by a comma is one: "…, dénonçant une dérive".
        return False
    if complement.form == "view" and _comes_upon(unit, cue, complement):
        return False
    if cue.mood == "infinitive" and complement.form in {"view", "attribute"}:
        return holds_marks(unit, complement, clause.limit)
    if complement.form in {"clause", "question"}:
        # "M. Diop précisera que": reports of the past are told in the future too, above all in West Africa.
        return not _is_compared(unit, complement, clause.limit)
    if mention is not None:
        # Who "dit vouloir" is somebody; an evening may "promettre d'être longue" and a bridge "menacer de s'effondrer".
        named = complement.form in {"noun", "view", "object"} or unit.tokens.low[complement.start - 1] in {
            "de",
            "d'",
            "à",
        }
        on = unit.tokens.low[mention[0]].endswith("on")
        on = on and (holds_marks(unit, complement, clause.limit) or _is_somewhere(unit, mention[0]))
        if not on and not (can_speak(unit.tokens, mention) if named else is_somebody(unit.tokens, mention)):
            return False
    return cue.tense not in {"future", "conditional"} or cue.compound or in_marks


def _is_somewhere(unit: Unit, on: int) -> bool:
    """Whether the sentence opens with those among whom "on" at a token is: "Du côté de la majorité, | on dénonce"."""
    tokens, first = unit.tokens, unit.sentence_of(on)[0]
    comma = on - 1 - (tokens.low[on - 1] == "l'")
    if not first < comma <= first + _LONGEST_PLACE or tokens.low[comma] != "," or tokens.low[first] not in _AMONG:
        return False
    side = tokens.low[first : first + 2] in (["du", "côté"], ["au", "sein"])
    group = noun_group(tokens, first + 1 + 2 * side, comma, determined=True)
    return group is not None and is_speaker(tokens, group, documents=False)


def _is_terms(unit: Unit, complement: Complement) -> bool:
    """Whether a source says on what terms it speaks: "qui a requis | l'anonymat", "demande à | rester anonyme"."""
    if complement.form not in {"noun", "infinitive"}:
        return False
    start = complement.start + (complement.form == "infinitive")
    return not words_of("anonymity").isdisjoint(unit.tokens.low[start : start + 2])


def _is_compared(unit: Unit, complement: Complement, limit: int) -> bool:
    """Whether "que" is followed by no verb, and neither an answer nor marks: "ont autant d'argent que | les élus"."""
    tokens, start = unit.tokens, complement.start
    if complement.form != "clause" or has_verb(tokens, start, limit):
        return False
    if any(form.person == 3 for low in tokens.low[start:limit] for form in readings(low)):
        return False  # "l'argent | manque": that may be a noun elsewhere
    return tokens.low[start] not in _ANSWERS and not holds_marks(unit, complement, limit)


def _is_sentenced(unit: Unit, cue: Cue, complement: Complement) -> bool:
    """Whether a court passes a sentence: "a condamné | la banque à payer", "| l'élu, maire de Mons, à un an"."""
    if complement.form != "noun" or all(verb.lemma != "condamner" for verb in cue.verbs):
        return False
    sentenced = noun_group(unit.tokens, complement.start)
    if sentenced is None or not is_speaker(unit.tokens, sentenced, documents=False):
        return False  # "a condamné | un appel à manifester"
    chunks = skeleton_at(unit.tokens, cue.verb).chunks_behind(complement.start - 1)
    for chunk in chunks[:_LONGEST_SENTENCED]:
        if unit.tokens.low[chunk.first] == "à" and _is_penalty(unit.tokens, chunk.first + 1):
            return True
        if chunk.kind in {"K", "C", "L", "U"} or chunk.mood == "finite":
            return False
    return False


def _is_penalty(tokens: Tokens, k: int) -> bool:
    """Whether what one is sentenced to stands at token `k`: "à | payer", "à | six mois", "à | une amende"."""
    counted = noun_group(tokens, k)  # but "pour ses tirs à | dix kilomètres du port"
    time = counted is not None and counts_time(tokens, counted)
    near = tokens.low[k : k + _LONGEST_PENALTY]
    return tags_of(tokens)[k : k + 1] == ["I"] or time or not words_of("penalty").isdisjoint(near)


def _comes_upon(unit: Unit, cue: Cue, complement: Complement) -> bool:
    """Whether something is found and not judged: "trouvent | une balance", "a trouvé | la mort"."""
    group = noun_group(unit.tokens, complement.start)
    if group is None or all(verb.lemma != "trouver" for verb in cue.verbs):
        return False
    return unit.tokens.low[group[0]] in {"un", "une", "des"} or group[1] - group[0] < 2


def _asked(clause: Clause) -> bool:
    """Whether the sentence is a question of the reporter's: "Le ministre a-t-il dit que la loi passera ?"."""
    last, tokens = clause.limit - 1, clause.unit.tokens
    if tokens.low[last] != "?" or tokens.quote[last] >= 0:
        return False
    verb = skeleton_at(tokens, clause.cue.verb).first_finite(clause.first, clause.cue.last + 1)
    return clause.cue.inverted or tokens.low[clause.first] == "qui" or (verb is not None and verb.pronoun is not None)


def is_supposed(clause: Clause, complement: Complement, mention: Group | None) -> bool:
    """Whether nothing is really said: "si la banque annonçait que", "s'il dit", "aucun élu n'a confirmé que".

    "Si le maire y voit « une chance », le syndicat parle de …" sets two against each other who both have spoken.
    """
    unit, cue, first = clause.unit, clause.cue, clause.first
    if _asked(clause):
        return True
    if mention is not None and unit.tokens.low[mention[0]] in {"aucun", "aucune", "nul", "nulle", "personne", "rien"}:
        return True
    on = mention is not None and unit.tokens.low[mention[0]] == "on"
    if on and unit.tokens.quote[cue.verb] >= 0:
        return True  # "« On nous avait promis un parc », dit X": nobody is told of
    if on and complement.form == "question" and cue.group is not None and not _ASKED.isdisjoint(cue.group.clitics):
        return True  # "lorsqu'on | lui a demandé s'il partirait"
    if on and cue.tense in {"conditional", "future"} and not cue.compound:
        return True  # "On dirait que la pelouse a été labourée", "On notera que la loi est passée"
    k = (mention[0] if mention is not None else cue.first) - 1
    if k > first and unit.tokens.low[k] in {"que", "qu'"} and unit.tokens.low[k - 1] in {"pour", "afin", "sans"}:
        return True  # "pour que la ville annonce un vote", "sans que l'élu en précise le nombre"
    if k < first or unit.tokens.low[k] not in {"si", "s'"} or unit.tokens.low[max(k - 1, first)] == "même":
        return False  # "même si le syndicat promet de poursuivre la grève" concedes
    if k == first and cue.compound and cue.tense == "past" and _answers_fact(clause, complement):
        return False
    pronoun = mention is not None and unit.tokens.low[mention[0]] in THIRD_PERSON
    if k == first and cue.tense == "present" and pronoun and _is_set_against(clause, complement):
        return False
    governor = cue.group.governor if cue.group is not None else None
    tense = cue.tense if cue.mood == "finite" or governor is None else governor.tense
    named = mention is not None and tags_of(unit.tokens)[mention[0]] not in "Sp" and unit.tokens.quote[cue.verb] < 0
    return not named or tense not in {"present", "past"} or not holds_marks(unit, complement, clause.limit)


def _main_clause(clause: Clause, complement: Complement) -> tuple[int, VerbGroup | None]:
    """Return the comma behind what follows a "si" that opens its sentence, and the verb of the main clause."""
    tokens = clause.unit.tokens
    signs = range(complement.start, clause.limit)
    comma = next((k for k in signs if tokens.low[k] == "," and tokens.quote[k] < 0), clause.limit)
    return comma, skeleton_at(tokens, clause.cue.verb).first_finite(comma, clause.limit)


def _is_set_against(clause: Clause, complement: Complement) -> bool:
    """Whether who says what follows "si" is named behind, and says more: "Si elle salue A, la préfète déplore B".

    A pronoun stands for whoever is named behind it only where both are said.
    """
    tokens = clause.unit.tokens
    comma, main = _main_clause(clause, complement)
    said = cue_of(tokens, main) if main is not None and main.tense == "present" else None
    if said is None or said.inverted:
        return False
    subject = skeleton_at(tokens, clause.cue.verb).subject(main)
    if subject is None or subject[0] <= comma or tokens.low[subject[0]] in THIRD_PERSON:
        return False
    return is_speaker(tokens, subject)


def _answers_fact(clause: Clause, complement: Complement) -> bool:
    """Whether what follows "si" and a past is told of as it is: "Si l'élu a dit que la loi passe, | le maire en doute".

    The condition is none where the main clause is neither in the future nor in the conditional: it sets two facts
    against each other.
    """
    _, main = _main_clause(clause, complement)
    return main is not None and main.tense not in {"future", "conditional"}


def is_admitted(unit: Unit, cue: Cue, complement: Complement) -> bool:
    """Whether content of this form counts: some only where part of it is quoted, none where it is a person."""
    if complement.form in {"noun", "view", "object"} and unit.tokens.low[complement.start] in POINTING:
        return False  # "a déclaré | cela : …"
    if complement.needs_marks and unit.tokens.quote[complement.start] < 0:
        return holds_marks(unit, complement, unit.sentence_of(complement.start)[1])
    if complement.form == "noun":
        return _is_noun_admitted(unit, cue, complement.start)
    # "Le ministre l'a répété : la réforme ira au bout.": without marks, the colon must follow the verb at once.
    if complement.form == "colon":
        chunks = skeleton_at(unit.tokens, cue.verb).chunks
        between = [c for c in chunks if cue.last < c.first < complement.start - 1]
        at_once = all(chunk.kind in {"T", "PP", "B", "()"} for chunk in between)
        return at_once and unit.tokens.quote[complement.start] < 0
    return True


def _is_noun_admitted(unit: Unit, cue: Cue, start: int) -> bool:
    """Whether a noun group that starts at a token can be something said."""
    tokens = unit.tokens
    if tokens.quote[start] < 0 and not any(verb.preposition for verb in cue.verbs):
        group = noun_group(tokens, start)
        if group is not None and counts_time(tokens, group):
            return False  # "a refusé trois fois"
        if group is not None and (_is_decided(unit, cue, group) or _is_rented(unit, cue, group)):
            return False
        return not (_is_person(unit, start) and not _is_wanted(unit, cue, start)) and not _has_object(cue)
    if cue.group is not None and "en" in cue.group.clitics and cue.takes("a"):
        return not _is_person(unit, start)  # "en appelle aux habitants" turns to them
    # "lance un appel à témoins"
    return not (cue.takes("a") and is_speaking_noun(tokens.low[start]) and tokens.low[start - 1] == "à")


def _is_decided(unit: Unit, cue: Cue, group: Group) -> bool:
    """Whether a verb tells what a body has decided of what was put to it: "a rejeté | trois motions"."""
    if not cue.compound or all(verb.lemma != "rejeter" for verb in cue.verbs):
        return False
    if any(number >= 0 for number in unit.tokens.quote[group[0] : unit.sentence_of(group[0])[1]]):
        return False  # "a rejeté la requête comme « ridicule »"
    words = unit.tokens.low[group[0] : group[1] + 1]
    return not words_of("submission").isdisjoint([*words, *(word.removesuffix("s") for word in words)])


def _is_rented(unit: Unit, cue: Cue, group: Group) -> bool:
    """Whether something is rented and not praised: "a loué | douze cars", but "a loué | le courage des pompiers"."""
    if all(verb.lemma != "louer" for verb in cue.verbs):
        return False
    word = unit.tokens.low[group[0]]
    return word in determiners_of("indefinite") or word in words_of("numeral")


def _is_relative(unit: Unit, mention: Group, first: int) -> bool:
    """Whether the saying stands in a relative clause that its infinitive only fills: "le soutien qu'il dit avoir"."""
    low = unit.tokens.low
    before = mention[0] - 2
    if before < first or low[mention[0] - 1] not in {"que", "qu'"} or tags_of(unit.tokens)[before] not in "NP":
        return False
    return read_cue(unit.tokens, before) is None


def holds_marks(unit: Unit, complement: Complement, limit: int) -> bool:
    after, _ = content_end(unit, complement.start, limit, lambda k: unit.tokens.low[k] == ",")
    return any(unit.tokens.quote[i] >= 0 for i in range(complement.start, after))


def _has_object(cue: Cue) -> bool:
    """Whether a pronoun before the verb is its object, so that what follows is none: "comme l'a révélé | le Matin"."""
    return cue.group is not None and not {"l'", "le", "la", "les"}.isdisjoint(cue.group.clitics)


def _is_wanted(unit: Unit, cue: Cue, start: int) -> bool:
    """Whether somebody is asked for who is not there: "réclame | un médecin", "exige | des juges", not "ses juges"."""
    asks = cue.takes("n") and cue.takes("d")  # "réclame de", "exige de"
    return asks and unit.tokens.low[start] in determiners_of("indefinite")


def _is_person(unit: Unit, k: int) -> bool:
    """Whether the object is somebody and not something said: "a reconnu son agresseur", "dénonce le ministre"."""
    tokens = unit.tokens
    group = noun_group(tokens, k)
    if group is None or any(
        tokens.low[i] == "comme" or tokens.quote[i] >= 0 for i in range(k, min(group[1] + 3, len(tokens)))
    ):
        return False
    if is_name_word(tokens, k):
        return all(is_name_word(tokens, i) for i in range(k, group[1] + 1))
    skipped = (words_of("determiner", "partitive", "numeral"), BEFORE_NOUN)
    head = next((i for i in range(k, group[1] + 1) if not any(tokens.low[i] in words for words in skipped)), k)
    plain = tokens.low[head].removeprefix("ex-").removeprefix("vice-")
    return any(plain in speaking_nouns(table) for table in ("speaker_functions", "speaking_nouns"))
