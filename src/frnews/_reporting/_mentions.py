"""Who stands beside a cue: the subject before the verb, or after an inverted one.

All positions are token numbers.
"""

from functools import partial

from frnews._french._clauses import skeleton_at
from frnews._french._determiners import showing
from frnews._french._groups import Group, is_name_word
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._words import words_of
from frnews._reporting._speaking import is_document, is_speaker

# Determiners of which a relative pronoun takes up no group.
_DISAGREE = {
    "lequel": showing("f") | showing("p"),
    "laquelle": showing("m") | showing("p"),
    "lesquels": showing("f") | showing("s"),
    "lesquelles": showing("m") | showing("s"),
}


def subject_after(tokens: Tokens, i: int, limit: int) -> Group | None:
    """Return the subject of an inverted verb whose group ends before token `i`.

    What may stand between is skipped: adverbs, days, the addressee ("à l'AFP"), the place and the occasion.
    """
    if i >= limit:
        return None
    group = skeleton_at(tokens, i - 1 if i else i).inverted_subject(i, partial(is_speaker, tokens))
    return group if group is not None and group[1] < limit else None


def subject_before(tokens: Tokens, i: int, limit: int) -> Group | None:
    """Return the subject of the verb whose group starts at token `i`, looking back no farther than `limit`."""
    skeleton = skeleton_at(tokens, i)
    group = skeleton.subject(skeleton.verb_over(i))
    return group if group is not None and limit <= group[0] else None


def _is_medium(tokens: Tokens, group: Group) -> bool:
    """Whether a short phrase tells where somebody spoke: "sur RTL", "sur France 2"."""
    return tokens.low[group[0]] == "sur" and 0 < group[1] - group[0] < 3 and is_name_word(tokens, group[0] + 1)


def speaking_antecedent(tokens: Tokens, pronoun: int, limit: int) -> Group | None:
    """Return who stands nearest before the relative pronoun at a token, a preposition with it, and may say something.

    Nouns that are nobody are passed over: "compte sur le soutien du | maire Paul Roy, | selon lequel".
    """
    skeleton, tags = skeleton_at(tokens, pronoun), tags_of(tokens)
    others = _DISAGREE.get(tokens.low[pronoun], frozenset())
    for chunk in reversed(skeleton.chunks[: skeleton.chunk_at(pronoun - 1)]):
        if chunk.first < limit or chunk.kind not in {"N", "PP", "S", ",", "()", "T"}:
            return None
        if chunk.kind in {",", "()", "T"} or _is_medium(tokens, chunk.group):
            continue  # "la ministre sur RTL, | pour qui"
        opening = chunk.first + (chunk.kind == "PP")
        starts = [k for k in range(opening, chunk.last + 1) if k == opening or tags[k - 1] in "dR"]
        for start in starts:
            shown = {tokens.low[start], tokens.low[start - 1]} if start > chunk.first else {tokens.low[start]}
            written = tokens.low[pronoun - 1] == "selon" and is_document(tokens, (start, chunk.last))
            named = written or is_speaker(tokens, (start, chunk.last), documents=False)
            if others.isdisjoint(shown) and named:
                return (start, chunk.last)
        if tokens.low[pronoun - 1] == "pour":
            return None  # "… à deux ans du vote, | pour lequel"
    return None


def behind_que(tokens: Tokens, mention: Group) -> bool:
    """Whether "que" stands before a subject, and makes no conjunction with its own word: "des taxes | que X juge"."""
    before = tokens.low[max(mention[0] - 2, 0) : mention[0]]
    return before[-1:] in (["que"], ["qu'"]) and before[0] not in words_of("subordinator")
