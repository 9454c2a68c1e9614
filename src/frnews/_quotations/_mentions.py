"""Who stands beside a cue: the subject before the verb, or after an inverted one.

All positions are token numbers.
"""

from functools import partial

from frnews._french._clauses import skeleton_at
from frnews._french._groups import LONGEST, Group, noun_group
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._words import is_adverb
from frnews._quotations._speaking import is_speaker


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
    verb = skeleton.verb_over(i)
    if verb is None:
        return None
    group = skeleton.subject(verb)
    return group if group is not None and limit <= group[0] else None


def antecedent(tokens: Tokens, qui: int, limit: int) -> Group | None:
    """Return the noun group that a relative pronoun at token `qui` takes up, a comma and a bracket aside."""
    skeleton = skeleton_at(tokens, qui)
    for chunk in reversed(skeleton.chunks[: skeleton.chunk_at(qui)]):
        if chunk.first < limit:
            return None
        if chunk.kind == "N":
            return (chunk.first, chunk.last)
        if chunk.kind not in {",", "()", "PP", "T"}:
            return None
    return None


def leading_group(tokens: Tokens, first: int, before: int) -> Group | None:
    """Return the first noun group between two tokens that no preposition governs: the subject of a plain clause."""
    before = min(before, first + LONGEST)
    tags = tags_of(tokens)
    k = first
    while k < before:
        if tokens.quote[k] >= 0 or tags[k] == "C":
            k += 1
        elif tags[k] == "p" or (tags[k] == "S" and k > first):
            return (k, k)
        elif tags[k] in "RQ" or (tags[k] == "N" and k == first and tags[k + 1 : k + 2] == ["R"]):
            # "Mis en cause, l'intéressé nie": a participle or a phrase opens the sentence.
            while k < before and tokens.low[k] != ",":
                k += 1
            k += 1
        else:
            group = noun_group(tokens, k, before)
            if group is not None and not is_adverb(tokens.low[k]) and tags[k] != "T":
                return group
            k += 1
    return None
