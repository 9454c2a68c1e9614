"""Groups in a row, and what commas set into a clause: asked of the chunks around a comma or a coordinator."""

from itertools import pairwise, takewhile

from frnews._french._chunks import Chunk
from frnews._french._clauses import Skeleton
from frnews._french._determiners import determiners_of
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verbs import readings
from frnews._french._words import CONTRACTED, to_newsroom, words_of

CHUNKS_OF_SERIES = 8
"""Chunks within which a series of groups shows its "et"."""
_IN_SERIES = frozenset({"N", "PP", ",", "()", "Q", "d", "R"})
# What an aside of time and circumstance is made of: "avant la fin du mois", "d'ici à vendredi".
_OF_ASIDE = frozenset({"T", "PP", "B", "R", "d", "#"})
EXCEPTING = frozenset({"sauf", "hormis"})
"""Words that take something out of what is said."""
# Prepositions of where, before whom and against what somebody speaks.
_BEFORE_WHOM = frozenset({"devant", "sous", "depuis", "face", "malgré"})
# Tokens of how many they are with the verb before them: "sont près de 60 %".
_LONGEST_COUNT = 7
# Chunks within which the verb of a clause behind a comma stands.
_CLAUSE = 5


def lists_on(skeleton: Skeleton, k: int) -> bool:
    """Return whether the comma at token `k` stands in a series of noun groups.

    >>> from frnews._french._clauses import skeleton_at
    >>> from frnews._french._tokens import Tokens
    >>> text = "Elle invite les agences, les guides et les élus à agir"
    >>> tokens = Tokens(text, 0, len(text))
    >>> lists_on(skeleton_at(tokens, 0), tokens.low.index(","))
    True
    """
    comma = skeleton.chunk_at(k)
    kinds = [chunk.kind for chunk in skeleton.chunks[comma : comma + CHUNKS_OF_SERIES]]
    if kinds[:2] != [",", "N"]:
        return False
    for at in range(2, len(kinds)):
        if kinds[at] == "C" or (kinds[at] == "," and kinds[at + 1 : at + 3] == ["N", "C"]):
            return True
        if kinds[at] not in {"PP", "d", "()"}:
            nearest = comma + 1 if kinds[at] != "," or kinds[at + 1 : at + 2] != ["N"] else comma + at + 1
            group = skeleton.chunks[nearest]
            return "C" in skeleton.tags[group.first : group.last + 1]
    return False


def first_of_series(skeleton: Skeleton, at: int, start: int) -> int:
    """Return the first comma of the groups in a row before the comma of chunk `at`, behind token `start`."""
    first = at
    for k in range(at - 1, max(-1, at - CHUNKS_OF_SERIES), -1):
        if skeleton.chunks[k].first <= start or skeleton.chunks[k].kind not in _IN_SERIES:
            break
        if skeleton.chunks[k].kind == ",":
            first = k
    return first


def enumerates(skeleton: Skeleton, at: int) -> bool:
    """Whether the group of chunk `at` is one of several: "une taxe, un fonds et une loi"."""
    kinds: list[str] = []
    for chunk in skeleton.chunks[at : at + CHUNKS_OF_SERIES]:
        if kinds and kinds[0] in {"N", "PP"} and (chunk.kind == "C" or (chunk.kind == "," and kinds.count(",") > 0)):
            return True
        if chunk.kind == "B" and skeleton.tokens.low[chunk.first] == "ainsi":
            return bool(kinds)  # ", ainsi qu'un impôt"
        if chunk.kind in {"N", "PP"} and "C" in skeleton.tags[chunk.first : chunk.last + 1]:
            return True  # "une école, un parc et une piscine"
        if chunk.kind not in _IN_SERIES:
            # "les critiques, les insultes, les jugements": no "et", but neither a verb whose subject the last could be.
            return chunk.kind != "V" and kinds.count(",") > 0 and _all_definite(skeleton, at)
        kinds.append(chunk.kind)
    return False


def _all_definite(skeleton: Skeleton, at: int) -> bool:
    """Whether the groups from chunk `at` on, which commas part, are several and all definite."""
    heads = []
    for chunk in skeleton.chunks[at : at + CHUNKS_OF_SERIES]:
        if chunk.kind == "N":
            heads.append(skeleton.tokens.low[chunk.first])
        elif chunk.kind not in {",", "PP", "d", "R", "()"}:
            break
    return len(heads) > 1 and set(heads) <= determiners_of("definite")


def is_set_in(skeleton: Skeleton, at: int) -> bool:
    """Whether a time or a phrase between commas parts a noun from its complement: "l'arrivée, le 28 avril, de deux"."""
    chunks = skeleton.chunks
    for k in range(at + 1, min(at + 5, len(chunks) - 1)):
        if chunks[k].kind == ",":
            return k > at + 1 and skeleton.tags[chunks[k + 1].first] in "dR"
        # "début 2022"
        dated = chunks[k].kind == "N" and chunks[k].first == chunks[k].last and chunks[k + 1].kind == "#"
        if chunks[k].kind not in _OF_ASIDE and not dated:
            return False
    return False


def closes_aside(skeleton: Skeleton, at: int, start: int) -> bool:
    """Whether the comma of chunk `at` closes a time or a phrase behind token `start`: "payé, en mars, | 48 euros"."""
    for k in range(at - 1, max(-1, at - _CLAUSE), -1):
        chunk = skeleton.chunks[k]
        if chunk.first <= start:
            return False
        if chunk.kind == ",":
            return k < at - 1
        if chunk.kind not in _OF_ASIDE and chunk.mood != "past":
            return False
    return False


def object_follows(skeleton: Skeleton, at: int) -> bool:
    """Whether an aside parts an infinitive from its object: "soumettre, | avant la fin du mois, un plan"."""
    chunks = skeleton.chunks
    if chunks[at - 1].verb is None:
        return False
    end = next((k for k in range(at + 1, len(chunks)) if chunks[k].kind not in _OF_ASIDE), at)
    return chunks[end].kind == "," and end + 1 < len(chunks) and chunks[end + 1].kind == "N"


def group_follows(skeleton: Skeleton, at: int) -> bool:
    """Whether a group or an infinitive, and no finite verb, stands at chunk `at`, adverbs aside."""
    while at < len(skeleton.chunks) and skeleton.chunks[at].kind == "B":
        at += 1
    if at >= len(skeleton.chunks):
        return False
    chunk = skeleton.chunks[at]
    if chunk.kind in {"R", "d"} and at + 1 < len(skeleton.chunks):
        chunk = skeleton.chunks[at + 1]
    return chunk.kind in {"N", "PP", "Q", "U"} or chunk.mood == "infinitive"


def subject_and_verb(skeleton: Skeleton, at: int) -> tuple[Chunk, Chunk] | None:
    """Return the group and the finite verb that start a clause at chunk `at`, what stands between passed over."""
    chunks = skeleton.chunks
    while at < len(chunks) and chunks[at].kind in {"C", "B", "U"}:
        at += 1
    if at >= len(chunks) or chunks[at].kind not in {"N", "p", "S"}:
        return None
    for k, chunk in enumerate(chunks[at + 1 : at + 1 + _CLAUSE], at + 1):
        if chunk.kind == "N" and k > at + 1 and chunks[k - 1].kind == "," and _starts_clause(skeleton, k):
            return None  # "le conseiller du parti, | le mouvement de gauche, le gouvernement doit agir"
        if chunk.mood == "finite":
            return chunks[at], chunk
        # "mais le club, | contacté hier, | jure n'avoir rien reçu"
        if chunk.mood != "past" and chunk.kind not in {"PP", "B", "T", "()", ",", "n", "N"}:
            return None
    return None


def _starts_clause(skeleton: Skeleton, at: int) -> bool:
    """Whether the group of chunk `at`, which an article opens, has its verb right behind it."""
    chunks = skeleton.chunks
    opens = skeleton.tokens.low[chunks[at].first] in determiners_of("definite")
    return opens and at + 1 < len(chunks) and chunks[at + 1].mood == "finite"


def before_undue_verb(skeleton: Skeleton, start: int, after: int, *, clause: bool) -> int:
    """Return where content ends before a verb that is none of its own: "ceux qui disent que A | se V".

    Args:
        skeleton: The sentence around the content.
        start: First token of the content.
        after: Token after it, as far as is known.
        clause: Whether it is a clause, which has a verb of its own.

    """
    low = skeleton.tokens.low
    due = int(clause)  # verbs that the content is still to have
    at = skeleton.chunk_at(start)
    while at < len(skeleton.chunks) and skeleton.chunks[at].first < after:
        chunk, before = skeleton.chunks[at], skeleton.chunks[at - 1]
        if not due and not clause and low[chunk.first] == ":":
            return chunk.first  # "qui proposent des « vols pour nulle part » | : les gens embarquent"
        if chunk.kind in {"L", "U"}:
            due += 1
        elif chunk.kind == "C":
            due = max(due, 1)
        elif chunk.mood == "finite":
            if not due and before.kind == "N" and skeleton.chunks[at - 2].kind == ",":
                return skeleton.chunks[at - 2].first  # "qui a dénoncé « un acte »|, le maire l'a accusée"
            if not due and before.kind not in {"p", ","}:
                return chunk.first
            due = max(due - 1, 0)
        at += 1
    return after


def counted_before(tokens: Tokens, k: int, first: int) -> int | None:
    """Return the first token of how many they are of whom "à" at token `k` says what they do, or None.

    "Les parents sont | 60 % | à dire que", "Ils étaient | une dizaine | à dénoncer"
    """
    low, tags = tokens.low, tags_of(tokens)
    near = range(k - 1, max(first, k - _LONGEST_COUNT) - 1, -1) if low[k] == "à" else ()
    being = next((i for i in near if any(form.lemma == "être" for form in readings(low[i]))), k)
    if any(tags[i] not in "#NDBRd" or low[i] == "à" for i in range(being + 1, k)):
        return None
    counting = words_of("numeral", "quantity") | {"%", "nombreux", "nombreuses"}
    return being + 1 if any(tags[i] == "#" or low[i] in counting for i in range(being + 1, k)) else None


def only_adds_group(skeleton: Skeleton, at: int) -> bool:
    """Whether no more than a group, which says what was named last, stands behind a comma to the end of the sentence.

    "dément la présence de son allié, | le président", "annonce dix renvois, | dont deux immédiats". An indefinite group
    is a comment ("dément tout, | une ruse"), and another's part has no verb: "… la hausse, | la CFDT une baisse".
    """
    following, low = skeleton.chunks[at], skeleton.tokens.low
    comments = low[following.first] in {"un", "une"} and low[following.first + 1 : following.first + 2] != ["des"]
    verb = any(form.mood == "finite" for form in readings(low[following.first]))  # "…, | ferme son usine"
    names = following.kind == "N" and low[following.first] not in EXCEPTING | {"source"} and not verb
    if comments or not (names or low[following.first] == "dont"):
        return False
    rest = list(takewhile(lambda chunk: chunk.kind != "K", skeleton.chunks[at + 1 :]))
    beside = names and any(
        one.kind == "N" and before.kind not in {",", "C"} for before, one in pairwise([following, *rest])
    )
    # "les larmes aux yeux"
    held = names and bool(rest) and rest[0].kind == "PP" and low[rest[0].first] in CONTRACTED["à"]
    return not (beside or held) and all(chunk.mood is None for chunk in rest)


def sets_the_scene(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a phrase says where or before whom something was said: "sur RTL", "devant les élus", "à Liège"."""
    word, following = tokens.low[phrase.first], min(phrase.first + 1, phrase.last)
    if word in EXCEPTING | _BEFORE_WHOM or to_newsroom(tokens.low[phrase.first : phrase.last + 1]):
        return True
    own = tokens.low[following] in determiners_of("possessive")
    return word in {"à", "sur"} and (tokens.is_capital(phrase.last) or (word == "sur" and own))
