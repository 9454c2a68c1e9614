"""What stands between a verb and its complement, or holds it: times, phrases, whom one calls to something."""

from collections.abc import Set

from frnews._french._chunks import Chunk
from frnews._french._clauses import Skeleton
from frnews._french._determiners import determiners_of
from frnews._french._groups import is_name_word, is_plural_article
from frnews._french._infinitives import find_infinitive
from frnews._french._phrases import phrase_at
from frnews._french._suffixes import endings_of
from frnews._french._tokens import Tokens
from frnews._french._words import CONTRACTED, STRESSED, words_of
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit

# Times that are told by what they stand beside, with what stands before them: "au lendemain du vote".
_TIMES_OF = (["au", "lendemain"], ["au", "surlendemain"], ["la", "veille"])
# Before whom one is told: "auprès | de la direction".
_TOLD = frozenset({"auprès", "devant"})
# What follows an attribute: "prêt | à", "inquiet | de", "convaincu | que".
_BEHIND_ATTRIBUTE = frozenset({"à", "au", "aux", "de", "d'", "que", "qu'"})
# What follows a length of time that is asked for: "deux ans | ferme", "six mois | avec sursis".
_BEHIND_SPAN = frozenset({"ferme", "fermes", "avec", "dont", "contre", ",", "."})
# What one is called to, by nouns that do not end so.
_ATTITUDES = frozenset({"calme", "dialogue", "respect", "boycott", "sang-froid", "retenue", "raison"})


def behind_time(unit: Unit, skeleton: Skeleton, k: int, stop: int) -> int:
    """Return the token behind a time that ends before token `k`, and behind what it tells of: "au lendemain | du vote".

    Args:
        unit: The unit.
        skeleton: The clauses of the sentence.
        k: Token behind the time.
        stop: Token after the last one in reach.

    """
    low = unit.tokens.low
    told = k < stop and low[k - 2 : k] in _TIMES_OF and low[k] in CONTRACTED["de"]
    if not told or find_infinitive(unit.tokens, k + 1, stop) is not None:
        return k  # "a menacé la veille | d'envahir"
    at = skeleton.chunk_at(k)
    behind = skeleton.chunks[at + 1].kind if at + 1 < len(skeleton.chunks) else ""
    if low[k - 1] == "veille" and low[k - 3] != "à" and behind not in {"U", "N"}:
        return k  # "a annoncé la veille | des résultats", but "… la veille du vote | que la loi est morte"
    return max(k, skeleton.chunks[at].last) + 1


def is_stray_comma(skeleton: Skeleton, cue: int, comma: int) -> bool:
    """Whether a comma that nothing closes parts a verb from its object: "a annoncé mercredi soir, | la révision".

    Only words of time stand before it, and no person or body behind it, who might be the subject: "…, a annoncé
    mercredi, la ministre".

    Args:
        skeleton: The clauses of the sentence.
        cue: Last token of the verb.
        comma: The comma.

    """
    at = skeleton.chunk_at(comma)
    before = skeleton.chunks[skeleton.chunk_at(cue) + 1 : at]
    if not before or any(chunk.kind not in {"T", "B"} for chunk in before) or at + 1 >= len(skeleton.chunks):
        return False
    behind = skeleton.chunks[at + 1]
    has_verb_of_its_own = skeleton.first_finite(behind.last + 1, skeleton.after) is not None
    return behind.kind == "N" and not has_verb_of_its_own and not is_speaker(skeleton.tokens, behind.group)


def own_preposition_in(unit: Unit, skeleton: Skeleton, chunk: Chunk, prepositions: Set[str]) -> int:
    """Return where the verb's own "de" may stand in a phrase, or -1: "s'est félicité à Paris | de l'accord".

    Args:
        unit: The unit.
        skeleton: The clauses of the sentence.
        chunk: The phrase.
        prepositions: The forms of the verb's own preposition.

    """
    low, tags = unit.tokens.low, skeleton.tags
    places = range(chunk.first + 2, chunk.last)
    own = [i for i in places if low[i] in prepositions and (tags[i + 1] == "D" or low[i] in {"du", "des"})]
    if own and phrase_at(unit.tokens, chunk.first, "occasion"):
        own.pop(0)  # "à l'issue du conseil | de l'accord"
    elif own and not unit.tokens.is_capital(own[0] - 1):
        told = is_speaker(unit.tokens, (chunk.first + 1, own[0] - 1), documents=False)
        own = [] if told else own  # "s'est plaint à la commission | des arbitres", but "à Paris", "dans un communiqué"
    return own[0] if own and low[chunk.first] not in _TOLD else -1


def attribute_in(unit: Unit, skeleton: Skeleton, chunk: Chunk) -> int:
    """Return where the verb's attribute may stand in a phrase, or -1: "s'est dit à l'AFP | prêt à partir"."""
    low, tags = unit.tokens.low, skeleton.tags
    for i in range(chunk.first + 2, min(chunk.last + 1, len(low) - 1)):
        adjective = tags[i] in "NQ" and tags[i - 1] in "NP#" and not unit.tokens.is_capital(i)
        if adjective and low[i + 1] in _BEHIND_ATTRIBUTE:
            return i
    return -1


def infinitive_behind(unit: Unit, chunk: Chunk, k: int, stop: int) -> bool:
    """Whether what the verb calls to stands behind the phrase at token `k`: "a appelé à l'AFP | à voter"."""
    tokens, after = unit.tokens, chunk.last + 1
    if chunk.first != k or chunk.kind != "PP" or tokens.low[after : after + 1] != ["à"]:
        return False
    if (
        tokens.low[after + 1 : after + 2] in (["partir"], ["compter"])
        or find_infinitive(unit.tokens, after + 1, stop) is None
    ):
        return False  # "a appelé à la grève | à partir de lundi"
    told = any(is_name_word(tokens, i) for i in range(k, after)) or phrase_at(tokens, k, "occasion") > 0
    return told or is_speaker(tokens, (min(k + 1, chunk.last), chunk.last))


def sees_in(unit: Unit, skeleton: Skeleton, k: int) -> int | None:
    """Return where a view starts whose object stands behind where it is seen, or None.

    "voit | dans ce texte le moyen", "voit | en cet acte qui étonne un signe", "ne voit dans ce vote qu' | un caprice".
    """
    chunks, at = skeleton.chunks, skeleton.chunk_at(k)
    if unit.tokens.low[k] not in {"dans", "en", "derrière"} or chunks[at].kind != "PP" or chunks[at].first != k:
        return None
    at += 1
    while at < len(chunks) and chunks[at].kind in {"L", "V", "n", "B"}:
        at += 1
    if at < len(chunks) - 1 and unit.tokens.low[chunks[at].first] in {"que", "qu'"} and chunks[at + 1].kind in "ND":
        return chunks[at + 1].first
    return k if at < len(chunks) and chunks[at].kind in {"N", "Q"} else None


def only_stresses(tokens: Tokens, k: int) -> bool:
    """Whether a pronoun at token `k` takes up the subject: "prétendent | eux | que", "disaient | tous | que"."""
    low, following = tokens.low, tokens.low[k + 1 : k + 2]
    if low[k] in {"tous", "toutes"}:
        return following in (["que"], ["qu'"])
    stops = following and (following[0] in {"que", "qu'"} or following[0] in words_of("preposition"))
    return low[k] in STRESSED and bool(stops)


def urges(unit: Unit, after: int, stop: int) -> bool:
    """Whether what somebody is called to is an attitude, and no place: "exhorte les élus à la prudence"."""
    low = unit.tokens.low
    if unit.tokens.quote[after] >= 0:
        return True  # "appelle chacun à « l'humilité »"
    head = after + (low[after] in words_of("determiner"))
    if after < head < stop and unit.tokens.quote[head] >= 0:
        return True  # "exhorte les élus à une | « lutte commune »"
    definite = low[after - 1] in {"au", "aux"} or head > after
    noun = low[head] if head < stop and definite else ""
    return noun.endswith(endings_of("attitude")) or noun in _ATTITUDES


def span_asked_for(unit: Unit, chunk: Chunk, stop: int) -> int | None:
    """Return where a length of time starts that is asked for: "requiert jeudi | deux ans de prison", "| dix-huit mois".

    None for a time at which it is said: "a promis lundi de rouvrir", "annonce hier de nouvelles mesures".
    """
    low, after = unit.tokens.low, chunk.last + 1
    counted = low[chunk.last - 1][0].isdigit() or low[chunk.last - 1] in words_of("numeral")
    counted = counted and low[chunk.last - 2] not in determiners_of("definite")  # "a promis le 17 juillet, …"
    start = chunk.last - 1 if chunk.last > chunk.first and counted else chunk.first
    if low[start - 1] in words_of("preposition"):
        return None  # "dénoncent depuis | trois semaines"
    following = low[after] if after < stop else "."
    if following in {"de", "d'"}:
        indefinite = (
            is_plural_article(unit.tokens, after, stop) or find_infinitive(unit.tokens, after + 1, stop) is not None
        )
        return None if indefinite else start
    return start if counted and chunk.last > chunk.first and following in _BEHIND_SPAN else None
