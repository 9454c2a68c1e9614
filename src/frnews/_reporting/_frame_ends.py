"""How far a frame reaches behind its source: over what describes it, between commas or not."""

from frnews._french._chunks import Chunk, bracket_closes
from frnews._french._clauses import skeleton_at
from frnews._french._groups import function_nouns, has_verb, is_name_word, noun_group, number_of
from frnews._french._series import lists_on, subject_and_verb
from frnews._french._tags import BEFORE_NOUN, tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import of_nobody
from frnews._french._verbs import REGULAR_PARTICIPLE
from frnews._french._words import CONTRACTED, DASHES, SETTING_OFF, words_of
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit

LONGEST_DESCRIPTION = 14
"""Tokens that describe a source within its frame, at most."""
STOPS = SETTING_OFF | {";", ":", ".", ")", "!", "?", "…"}
"""Signs that end a frame without a comma."""
_LONGEST_FRAME = 80
# Behind a noun and a comma it is a relative pronoun: "Selon la note, | que nous avons lue, …".
_QUE = CONTRACTED["que"]
_LONGEST_APPOSITION = 40
# Tokens from a comma to the verb of the subject before it.
_NEAR_VERB = 4


def frame_end(unit: Unit, k: int, limit: int) -> int:
    """Return the last token of the frame whose named source ends at `k`: what describes the source belongs to it."""
    tokens = unit.tokens
    last = k
    limit = min(limit, k + _LONGEST_FRAME)
    while last + 1 < limit and (tokens.quote[last + 1] >= 0 or tokens.low[last + 1] not in STOPS):
        last += 1
        if tokens.low[last] == "(":  # "comme le raconte Ana Roy dans son livre (Plon), …"
            close = bracket_closes(tokens, last, limit)
            if close is None:
                return last - 1
            last = close
            if last + 1 < limit and tags_of(tokens)[last + 1] in "Dp":
                break  # "comme l'écrit Ana Roy (L'Aube, 2012) la sécurité est un droit"
    return last


def over_apposition(unit: Unit, last: int, limit: int) -> int:
    """Return the last token of the frame with what describes its source between commas: "Pour X, maire de Y, …"."""
    tokens = unit.tokens
    start = last + 2
    if start < limit and tokens.low[last + 1] in DASHES:
        between = range(start, min(start + LONGEST_DESCRIPTION, limit))
        return next((c for c in between if tokens.low[c] == tokens.low[last + 1]), last)
    if start >= limit or tokens.low[last + 1] != ",":
        return last
    named = next((c for c in range(start, min(start + 6, limit)) if tokens.low[c] == ","), None)
    # "Selon Ana Roy, | Paris, capitale de la France, paiera": behind a whole name another one is a subject.
    bare_name = not _ends_whole_name(tokens, last) and all(
        is_name_word(tokens, c) for c in range(start, named or start)
    )
    if named is not None and (_is_age(tokens, start) or bare_name):
        return named - 1  # "Au dire du coroner, Me Luc Bastien, …", "Pour Jeanne, 82 ans, …"
    head = start + 1 if tokens.low[start] in words_of("determiner") and start + 1 < limit else start
    if tokens.low[start] == "et":  # "D'après Luc, | et néanmoins président, …"
        head = min(start + 1 + (tags_of(tokens)[start + 1 : start + 2] == ["B"]), limit - 1)
    while head + 1 < limit and tokens.low[head] in BEFORE_NOUN and head < start + 4:
        head += 1
    # "Selon Mme Roy, | interrogée sur TF1, …", "Selon Le Soir, | citant ses proches, …", "Selon Luc, | et … maire, …"
    participle = tokens.low[start].endswith(REGULAR_PARTICIPLE) or tags_of(tokens)[start] == "G"
    described = (
        tokens.low[head] in function_nouns()
        or participle
        or _belongs(tokens, start)
        or _is_bare(unit, start, limit)
        or tokens.low[start] in {"tous", "toutes"}
        # "Selon Cyril Roux, un photographe présent sur place, …": an indefinite article starts no subject here.
        or (tokens.low[start] in {"un", "une"} and tokens.is_capital(last - 1))
    )
    # "Selon l'APS, le ministre de l'Énergie, X, …": behind a body, what follows with an article is the next subject.
    bare = tokens.low[start] not in words_of("determiner")
    is_person = is_name_word(tokens, last) and (bare or tokens.is_capital(last - 1))
    # "Selon le rapport annuel du Forum, | relatif à l'égalité, …"
    tells = bare and tags_of(tokens)[start] == "N" and tokens.low[start + 1 : start + 2] in (["à"], ["au"], ["aux"])
    if not tells and not (described and (is_person or participle)):
        return _over_group_apart(unit, last, limit)
    close = _closing_sign(tokens, start, min(start + _LONGEST_APPOSITION, limit))
    if close is None or _is_subject(unit, close, limit):
        return last
    return last if _acts_itself(unit, start, close, limit) else close - 1


def _over_group_apart(unit: Unit, last: int, limit: int) -> int:
    """Return the last token of the frame with a group about its source, behind which a clause has its own subject.

    "Selon Samir Bali, | l'un des trois élus qui dirigent le port, | il s'agit de …": no subject has another one before
    its verb, and what parts it from its verb is set off (Grevisse, Le Bon Usage, l'apposition).
    """
    tokens, tags, skeleton = unit.tokens, tags_of(unit.tokens), skeleton_at(unit.tokens, last)
    start = last + 2
    group = noun_group(tokens, start, limit)
    one = tokens.low[start] in {"un", "une"} and tokens.low[start + 1 : start + 2] != ["fois"]
    if (
        group is None
        or tags[last] == "S"
        or tokens.timed[start]
        or not (one or (tags[start] == "D" and is_speaker(tokens, group)))
    ):
        return last
    if (number_of(tokens, group) == "p") != (number_of(tokens, (last, last)) == "p" and not is_name_word(tokens, last)):
        return last  # "Selon le maire, les élus absents, le vote est nul"
    near = range(group[1] + 1, min(start + _LONGEST_APPOSITION, limit - 1))
    close = next((k for k in near if tokens.low[k] == "," and tokens.quote[k] < 0), 0)
    acting = {"finite", "participle"}  # "Selon Luc, la loi n'étant pas votée, il partira"
    told = [verb for verb in skeleton.verbs_between(start, close) if verb.mood in acting] if close else []
    if not close or (told and not {"L", "U"} & set(tags[start : told[0].first])) or lists_on(skeleton, last + 1):
        return last
    at = skeleton.chunk_at(close) + 1
    found = subject_and_verb(skeleton, at)
    if found is None or found[0] is not skeleton.chunks[at] or _takes_up(tokens, start, found):
        return last
    before_verb = skeleton.chunks[at : skeleton.chunk_at(found[1].first)]
    return last if any(chunk.kind in {",", "C"} for chunk in before_verb) else close - 1


def _takes_up(tokens: Tokens, start: int, clause: tuple[Chunk, Chunk]) -> bool:
    """Whether a clause speaks of the group before its comma, no source then: "Pour X, la France, c'est fini"."""
    subject, verb = clause[0], clause[1].verb
    if verb is None or not {"le", "la", "l'", "les", "en", "y"}.isdisjoint(verb.clitics):
        return True
    one = tokens.low[start] in {"un", "une"} or tokens.low[start : start + 2] in (["l'", "un"], ["l'", "une"])
    return subject.kind == "p" and not one and not of_nobody(verb)


def _closing_sign(tokens: Tokens, start: int, limit: int) -> int | None:
    """Return the comma or colon that closes a description from token `start` on, brackets passed over, or None.

    A verb in it leaves it open: then it is a clause.
    """
    k = start + 1
    while k < limit:
        if tokens.low[k] in {",", ":"}:
            return k
        if has_verb(tokens, k, k + 1):
            return None
        close = bracket_closes(tokens, k, limit) if tokens.low[k] == "(" else None
        k = (k if close is None else close) + 1
    return None


def _ends_whole_name(tokens: Tokens, last: int) -> bool:
    """Whether a name of several words that no article or "de" governs ends at a token: "selon | Ana Roy"."""
    before = last
    while before > 0 and is_name_word(tokens, before):
        before -= 1
    return last - before > 1 and tokens.low[before] not in words_of("determiner", "partitive")


def _is_subject(unit: Unit, close: int, limit: int) -> bool:
    """Whether what stands before the comma at `close` is named behind it, and then acts: "le maire |, Paul, signe"."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    named = next((k for k in range(close + 1, min(limit, close + 6)) if not is_name_word(tokens, k)), limit)
    return close + 1 < named < limit - 1 and tokens.low[named] == "," and tags[named + 1] in "VAnc"


def _acts_itself(unit: Unit, start: int, close: int, limit: int) -> bool:
    """Whether a group is the subject of the verb behind what describes it: "Selon Le Soir, | la juge, âgée de …, a"."""
    skeleton = skeleton_at(unit.tokens, close)
    tokens = unit.tokens
    comma = next((k for k in range(close + 1, limit) if tokens.low[k] == "," and tokens.quote[k] < 0), limit)
    subject = skeleton.subject(skeleton.first_finite(comma, min(limit, comma + _NEAR_VERB)))
    return subject is not None and subject[0] == start


def _is_bare(unit: Unit, start: int, limit: int) -> bool:
    """Whether a noun without an article describes a source: "Pour Ana Roy, | plume du président, la loi est morte".

    No subject of a verb is bare but in a series (Grevisse, Le Bon Usage, absence de déterminant).
    """
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    noun = start + (tokens.low[start] in BEFORE_NOUN)
    if noun >= limit or tags[noun] != "N" or tokens.is_capital(noun) or tokens.low[noun].endswith(("s", "x")):
        return False
    close = next((c for c in range(noun, min(limit - 1, start + _LONGEST_APPOSITION)) if tokens.low[c] == ","), None)
    return close is not None and (tokens.quote[close + 1] >= 0 or tags[close + 1] in "DPp#")


def _belongs(tokens: Tokens, start: int) -> bool:
    """Whether a source is described by where it belongs or what it was: "de l'université de Sion", "alors ministre"."""
    tags, following = tags_of(tokens), start + 1
    if following >= len(tags):
        return False
    if tokens.low[start] in {"de", "d'", "du", "des"}:
        return tags[following] in "DPN"
    return tags[start] in "BT" and tags[following] == "N"


def _is_age(tokens: Tokens, k: int) -> bool:
    return tokens.low[k][0].isdigit() and tokens.low[k + 1 : k + 2] in (["ans"], ["an"])


def over_relative(unit: Unit, last: int, limit: int) -> int:
    """Return the last token of the frame with a relative clause about its source: "Selon X, qui l'a dit hier, …"."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    if last + 3 >= limit or tokens.low[last + 1] != "," or not (tags[last + 2] == "L" or tokens.low[last + 2] in _QUE):
        return last
    for k in range(last + 3, min(limit - 1, last + _LONGEST_FRAME)):
        if tokens.low[k] == "," and tokens.quote[k] < 0 and has_verb(tokens, last + 3, k):
            if _concedes(unit, last + 2, k):
                return last
            starts_clause = tokens.quote[k + 1] >= 0 or tags[k + 1] in "DPpSN#dRBT"
            return _over_apposed(unit, k, limit) - 1 if starts_clause else last
    return last


def _concedes(unit: Unit, que: int, comma: int) -> bool:
    """Whether what "que" opens grants something and is about no source: "Selon X, | que ce soit tôt ou tard, …"."""
    if unit.tokens.low[que] not in _QUE:
        return False
    verb = skeleton_at(unit.tokens, que).first_finite(que, comma)
    return verb is None or verb.tense == "subjunctive" or "ou" in unit.tokens.low[que:comma]


def _over_apposed(unit: Unit, k: int, limit: int) -> int:
    """Return the comma at token `k`, or the one behind what describes the noun before it: "à Vox, | le parti, | le"."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    group = noun_group(tokens, k + 1, limit) if tags[k + 1] == "D" and tags[k - 1] == "P" else None
    close = group[1] + 1 if group is not None else limit
    described = close + 1 < limit and tokens.low[close] == "," and tags[close + 1] in "DPp"
    return close if described and not lists_on(skeleton_at(tokens, k), k) else k
