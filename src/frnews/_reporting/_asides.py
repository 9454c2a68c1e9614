"""Asides between commas or dashes, behind a subject or between a verb and what it governs: "affirme, hier, que"."""

from collections.abc import Container

from frnews._french._clauses import skeleton_at
from frnews._french._letters import ASKING
from frnews._french._tags import tags_of
from frnews._french._verbs import is_infinitive
from frnews._french._words import SETTING_OFF, words_of
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit

# Tokens of an aside between dashes, at most.
_LONGEST_ASIDE = 20


def closing_dash(unit: Unit, k: int, stop: int) -> int | None:
    """Return the dash that closes the aside which the one at token `k` opens, no verb between them, or None."""
    tags = tags_of(unit.tokens)
    for c in range(k + 1, min(stop - 1, k + _LONGEST_ASIDE)):
        if tags[c] == "-":
            return c if c > k + 1 else None
        if tags[c] in "VAK" or unit.tokens.quote[c] >= 0:
            return None
    return None


def closing_comma(unit: Unit, k: int, stop: int, own: Container[str], *, anything: bool) -> int | None:
    """Return the comma that closes what the comma at `k` opens, where the clause goes on with its complement."""
    low = unit.tokens.low
    tags = tags_of(unit.tokens)
    for c in range(k + 1, min(stop, k + 30)):
        if tags[c] in "VA" or low[c] in {";", ":"}:
            break
        if low[c] == "," and low[c + 1 : c + 2] in (["que"], ["qu'"]):
            return c
    for c in range(k + 1, min(stop, k + 25)):
        if low[c] in {"que", "qu'"}:
            return c - 1 if low[c - 1] == "," else None
        if unit.tokens.quote[c] >= 0 or low[c] in {";", ":", "."}:
            return None
        if (
            low[c] == ","
            and c + 1 < stop
            and (
                anything
                or low[c + 1] in {"que", "qu'", "de", "d'", "à"}
                or low[c + 1] in own
                or low[c + 1] in ASKING
                or is_infinitive(low[c + 1])
                or unit.tokens.quote[c + 1] >= 0
                or low[c + 1] in words_of("determiner")
                or low[c + 1] in {"des", "du"}
            )
        ):
            return c
    return None


def closes_aside_of_subject(unit: Unit, k: int) -> bool:
    """Whether a comma before a verb closes what describes its subject: "Le syndicat, qui crie au « vol », | réclame X".

    No other verb stands before it that could be the one of a clause that it reports.
    """
    tokens = unit.tokens
    if tokens.low[k - 1] != "," or tokens.quote[k] >= 0:
        return False
    skeleton = skeleton_at(tokens, k)
    verb = skeleton.verb_from(k)
    subject = skeleton.subject(verb) if verb is not None and verb.pronoun is None else None
    if verb is None or subject is None or skeleton.has_main_verb(skeleton.first, k - 1):
        return False
    if skeleton.chunks[skeleton.chunk_at(subject[0])].kind != "N":
        return False  # "« A » à travers l'Europe, où B, | a déclaré le directeur"
    described = range(subject[1] + 1, k)
    if sum(tokens.low[i] == "," and tokens.quote[i] < 0 for i in described) < 2:
        return False  # "Une décision « injuste », | a réagi le syndicat"
    if any(tokens.quote[i] >= 0 for i in described) and (_finite_in_marks(unit, described)):
        return False  # "L'office, une agence, « sera sur place », | précise la mairie"
    behind = skeleton.inverted_subject(verb.last + 1)
    return behind is None or not is_speaker(tokens, behind) or (is_speaker(tokens, subject) and follows_mark(unit, k))


def _finite_in_marks(unit: Unit, described: range) -> bool:
    """Whether marks among some tokens hold a finite verb that no relative pronoun before them governs."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    return any(
        tokens.quote[i] >= 0
        and tags[i] in "AV"
        and tags[tokens.last_before(unit.quotes[tokens.quote[i]].open)] not in "LS"
        for i in described
    )


def follows_mark(unit: Unit, k: int) -> bool:
    """Whether token `k` comes right after closing marks, or the comma after them."""
    quote = unit.tokens.quote
    return (
        quote[k] < 0
        and k > 0
        and (quote[k - 1] >= 0 or (k > 1 and unit.tokens.low[k - 1] in SETTING_OFF and quote[k - 2] >= 0))
    )
