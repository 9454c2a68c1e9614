"""The skeleton of a sentence: its verb groups, what stands between them, and whose subject each has.

A sentence is read into chunks from left to right: noun groups, prepositional phrases, words of time, verb groups,
signs. What looks for a subject or a complement then passes over whole chunks, whatever stands in them: "a déclaré |
mardi | sur France 2 | la ministre Anne Morel".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from frnews._french._chunks import Chunk, read_chunks
from frnews._french._groups import (
    Group,
    apposing_nouns,
    function_nouns,
    is_name_word,
    number_of,
    starts_group,
    with_name_after,
)
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import VerbGroup, verb_groups
from frnews._french._words import words_of

# Chunks of an aside between a verb and its subject, at most: "a assuré, bottes aux pieds et casque sur la tête, X".
_FARTHEST_ASIDE = 10
# No clause depends on a verb, and no subject is shared with one, that stands farther: it also bounds the work on a line
# without a stop.
_VERBS_IN_REACH, _CHUNKS_IN_REACH = 12, 40
# No reporter's sentence has more words: what has no stop for pages is read in pieces.
_LONGEST_SENTENCE = 300
# Chunks within which a series of groups shows its "et".
_SERIES = 8
# Relative clauses, one in the other, that a subject and its verb may have between them.
_DEEPEST = 4
# Chunks between a subject and its verb that say nothing of where the subject is.
_PASSED_OVER = frozenset({"B", "T", "PP", "()", "n", "Q", "c", '"', "S", "N", "R", "d", "#", "G", "I"})
_COUNTING = frozenset({"quelques", "plusieurs", "tout"})
# Relatives that may go without a verb: "douze blessés, dont trois graves,".
_WITHOUT_VERB = frozenset({"dont", "lesquels", "lesquelles"})
_ENDS_INVERSION = frozenset({"Q", "K", "L", "C", "U", "p", "-", ")"})


class Skeleton:
    """The verb groups and chunks of the tokens between two positions (a sentence)."""

    def __init__(self, tokens: Tokens, first: int, after: int) -> None:
        self.tokens = tokens
        self.first = first
        self.after = after
        self.tags = tags_of(tokens)
        self.verbs = verb_groups(tokens, first, after)
        self._by_verb = {group.verb: group for group in self.verbs}
        self._verb_starts = [group.first for group in self.verbs]
        self.chunks = read_chunks(tokens, first, after, self.verbs)
        self._starts = [chunk.first for chunk in self.chunks]
        self._subjects: dict[int, Group | None] = {}

    def chunk_at(self, i: int) -> int:
        """Return the number of the chunk in which token `i` stands."""
        return max(0, bisect_right(self._starts, i) - 1)

    def verb_at(self, i: int) -> VerbGroup | None:
        """Return the verb group whose main verb is token `i`, or None."""
        return self._by_verb.get(i)

    def verb_over(self, i: int) -> VerbGroup | None:
        """Return the verb group in which token `i` stands, or None."""
        at = bisect_right(self._verb_starts, i) - 1
        return self.verbs[at] if at >= 0 and i <= self.verbs[at].last else None

    def verbs_before(self, i: int) -> list[VerbGroup]:
        """Return the verb groups that end before token `i`, nearest first: no more than a sentence has in reach."""
        at = bisect_right(self._verb_starts, i)
        return [group for group in reversed(self.verbs[max(0, at - _VERBS_IN_REACH) : at]) if group.last < i]

    def subject(self, verb: VerbGroup) -> Group | None:
        """Return the subject of a finite verb group, before it or inverted as a pronoun; None where none shows."""
        if verb.first not in self._subjects:
            self._subjects[verb.first] = None
            self._subjects[verb.first] = self._find_subject(verb)
        return self._subjects[verb.first]

    def _find_subject(self, verb: VerbGroup) -> Group | None:
        if verb.pronoun is not None:
            return (verb.pronoun, verb.pronoun)
        if verb.mood == "infinitive":
            return self.subject(verb.governor) if verb.governor is not None else None
        if verb.mood != "finite":
            return None
        return _SubjectSearch(self, verb).run()

    def agrees(self, verb: VerbGroup, group: Group) -> bool:
        """Return whether a noun group can be the subject of a verb, as far as both show their number."""
        number = number_of(self.tokens, group)
        return number is None or verb.number is None or number == verb.number

    def lists_on(self, k: int) -> bool:
        """Return whether the comma at token `k` stands in a series of noun groups.

        >>> text = "Elle invite les agences, les guides et les élus à agir"
        >>> tokens = Tokens(text, 0, len(text))
        >>> skeleton_at(tokens, 0).lists_on(tokens.low.index(","))
        True
        """
        comma = self.chunk_at(k)
        kinds = [chunk.kind for chunk in self.chunks[comma : comma + _SERIES]]
        if kinds[:2] != [",", "N"]:
            return False
        for at in range(2, len(kinds)):
            if kinds[at] == "C" or (kinds[at] == "," and kinds[at + 1 : at + 3] == ["N", "C"]):
                return True
            if kinds[at] not in {"PP", "d", "()"}:
                group = self.chunks[comma + 1]
                return "C" in self.tags[group.first : group.last + 1]
        return False

    def has_main_verb(self, first: int, after: int) -> bool:
        """Return whether a finite verb that belongs to no relative clause stands between two tokens."""
        at = self.chunk_at(first)
        while at < len(self.chunks) and self.chunks[at].first < after:
            verb = self.chunks[at].verb
            if verb is not None and verb.mood == "finite" and verb.first >= first and self.relative_of(at) is None:
                return True
            at += 1
        return False

    def first_finite(self, first: int, after: int) -> VerbGroup | None:
        """Return the first finite verb group that starts between two tokens, or None."""
        at = bisect_left(self._verb_starts, first)
        return next((v for v in self.verbs[at:] if v.mood == "finite" and v.first < after), None)

    def relative_of(self, at: int) -> int | None:
        """Return the chunk of the relative pronoun or "que" that the finite verb of chunk `at` belongs to, or None."""
        for k in range(at - 1, max(-1, at - 14), -1):
            kind = self.chunks[k].kind
            if kind == "L":
                return None if self._lacks_verb(k, at) else k
            if kind == "U":
                return k if k > 0 and self.chunks[k - 1].kind in {"N", "PP", ","} else None
            verb = self.chunks[k].verb
            if kind == "K" or (verb is not None and verb.mood == "finite"):
                return None
        return None

    def _lacks_verb(self, k: int, at: int) -> bool:
        """Whether the relative at chunk `k` closes, without a verb, before chunk `at`: ", dont trois enfants, | ont".

        Source: Le Bon Usage, "dont" and "parmi lesquels" without a verb.
        """
        if self.tokens.low[self.chunks[k].first] not in _WITHOUT_VERB or k < 1:
            return False
        opens = k - 1 if self.chunks[k - 1].kind == "," else k - 2
        commas = [i for i in range(k + 1, at) if self.chunks[i].kind == ","]
        return opens >= 0 and self.chunks[opens].kind == "," and commas == [at - 1]

    def shares_subject(self, verb: VerbGroup) -> VerbGroup | None:
        """Return the finite verb before this one whose subject is its subject too: "a salué X et annoncé Y"."""
        at = self.chunk_at(verb.first)
        if at == 0 or self.chunks[at - 1].kind not in {"C", ",", "B"}:
            return None
        for chunk in reversed(self.chunks[max(0, at - _CHUNKS_IN_REACH) : at]):
            if chunk.kind == "V" and chunk.verb is not None and chunk.verb.mood == "finite":
                return chunk.verb
            if chunk.kind == "K":
                return None
        return None

    def inverted_subject(self, k: int, likely: Callable[[Group], bool] | None = None) -> Group | None:
        """Return the subject that follows a verb whose group ends before token `k`.

        Days, adverbs, phrases ("à l'AFP", "sur France 2"), brackets and asides between commas are passed over.

        Args:
            k: The token after the verb.
            likely: Tells which of two groups that follow one another is it: "a répété | trois fois | le maire".

        """
        at = self.chunk_at(k)
        if at < len(self.chunks) and self.chunks[at].first < k:
            at += 1
        start = at
        found: Group | None = None
        while at < len(self.chunks):
            chunk = self.chunks[at]
            kind = chunk.kind
            if kind == "N":
                group = with_name_after(self.tokens, chunk.group, self.after)
                if not self.only_measures(chunk) or likely is None or likely(group):
                    return found if found and likely is not None and not likely(group) else group
                found = found or group
            elif kind == "S" and self.tokens.low[chunk.first] not in {"lui", "eux"}:
                return found or chunk.group  # "plaidait lui pour": it only stresses who is named before
            elif found is not None and starts_group(self.tokens, found[0]) and kind not in {"PP", "B"}:
                break
            elif kind == ",":
                named = self._name_in_phrase(start, at, sure=True)
                if named is not None:
                    return named  # "à l'AFP | Denis Roy, 45 ans, à l'origine de la marche"
                close = self._aside_closes(at)
                if close is None or at - start > _FARTHEST_ASIDE:
                    break
                at = close
            elif kind == "L" and self._frees(at):
                at = self._after_verbs(at)
                continue
            elif kind in _ENDS_INVERSION or (kind == "V" and not self._describes(chunk)):
                break
            at += 1
        return found or self._name_in_phrase(start, at)

    def only_measures(self, chunk: Chunk) -> bool:
        """Whether a group may say how, how often or how long: a bare noun, or one that is counted ("trois fois")."""
        word, bare = self.tokens.low[chunk.first], not starts_group(self.tokens, chunk.first)
        return chunk.kind == "N" and (bare or word in words_of("numeral") or word in _COUNTING or word[0].isdigit())

    def _frees(self, at: int) -> bool:
        """Whether chunk `at` is a relative pronoun without an antecedent: "à | qui | veut l'entendre"."""
        return self.tokens.low[self.chunks[at].first] == "qui" and at > 0 and self.chunks[at - 1].kind == "R"

    def _after_verbs(self, at: int) -> int:
        """Return the chunk after the verbs that follow chunk `at`."""
        at += 1
        while at < len(self.chunks) and self.chunks[at].kind == "V":
            at += 1
        return at

    def _describes(self, chunk: Chunk) -> bool:
        """Whether a verb between an inverted one and its subject only describes: "accordé à X", "en souriant"."""
        return chunk.verb is not None and chunk.verb.mood in {"past", "gerund", "participle"}

    def _name_in_phrase(self, first: int, after: int, *, sure: bool = False) -> Group | None:
        """Return the name that the last phrase has run over: "depuis Bruxelles | Jean Dupont".

        Where it must be `sure`, one that may be the phrase's own is none: "sur la chaîne France Info, le maire".
        """
        for chunk in reversed(self.chunks[first:after]):
            if chunk.kind == "PP":
                named = self._name_that_ends(chunk)
                run = named[0] - 1 if named is not None else 0
                own = named is None or named[0] == named[1] or self.tokens.low[run] in apposing_nouns()
                return None if sure and own else named
            if chunk.kind not in {"()", "B", "T"}:
                return None
        return None

    def _name_that_ends(self, chunk: Chunk) -> Group | None:
        """Return the name that ends a phrase and is nobody's of it, where a subject is missing."""
        tokens, run = self.tokens, chunk.last
        while run > chunk.first and is_name_word(tokens, run):
            run -= 1
        names = range(run + 1, chunk.last + 1)
        person = next((k for k in names if not (len(tokens.low[k]) > 1 and tokens.word(k).isupper())), chunk.last + 1)
        if run + 1 < person <= chunk.last:
            return (person, chunk.last)  # "à l'AFP | Ilse Van Impe"
        head, tag = tokens.low[run], self.tags[run]
        # A name is a first name and a surname; what stands before them belongs to the phrase.
        if len(names) >= 3 or (len(names) == 2 and (head in apposing_nouns() or tag == "#")):
            return (chunk.last - 1, chunk.last)
        agent = tokens.low[chunk.first] == "par"
        common = tag == "N" and not agent and head not in function_nouns() | apposing_nouns()
        return (chunk.last, chunk.last) if len(names) == 1 and common else None  # "dans la foulée | Ophélie"

    def _aside_closes(self, at: int) -> int | None:
        """Return the comma that closes the aside which chunk `at` opens, where a subject can follow; else None."""
        for k in range(at + 1, min(at + _FARTHEST_ASIDE, len(self.chunks))):
            kind = self.chunks[k].kind
            if kind == ",":
                follows = self.chunks[k + 1].kind if k + 1 < len(self.chunks) else ""
                return k if follows in {"N", "S", "T", "PP"} else None
            if kind in {"K", "Q", "-"}:
                return None
        return None


class _SubjectSearch:
    """One walk to the left of a finite verb."""

    def __init__(self, skeleton: Skeleton, verb: VerbGroup) -> None:
        self.s = skeleton
        self.verb = verb

    def run(self) -> Group | None:
        return self._before(self.s.chunk_at(self.verb.first) - 1, 0)

    def _before(self, at: int, depth: int) -> Group | None:
        """Return the subject that ends at chunk `at` or before it, `depth` relative clauses passed over."""
        chunks = self.s.chunks
        nearest = max(0, at - _CHUNKS_IN_REACH)
        while at >= nearest:
            chunk = chunks[at]
            kind = chunk.kind
            if self._is_subject(at, depth):
                return chunk.group
            if kind == "p":
                return None
            if kind == "L":
                return self._antecedent(at)
            if kind in {",", "-"}:
                return self._over_aside(at, depth)
            if kind == "V":
                opens = self._clause_opens(at) if depth < _DEEPEST else None
                if opens is None:
                    return None
                depth += opens < at
                at = opens
            elif kind not in _PASSED_OVER and not (kind == "C" and self._joins_phrases(at)):
                return None
            at -= 1
        return None

    def _is_subject(self, at: int, depth: int) -> bool:
        """Whether chunk `at` is a pronoun or a noun group that can be the subject."""
        chunk = self.s.chunks[at]
        if chunk.kind == "p":
            return self._agrees(chunk.group) or at == 0
        if chunk.kind == "S":
            return self._agrees(chunk.group) and self._pronoun(at)
        own = chunk.kind == "N" and not (chunk.governed and depth)
        return own and self._agrees(chunk.group) and not self._of_infinitive(at)

    def _clause_opens(self, at: int) -> int | None:
        """Return the chunk that opens the relative clause of the verb of chunk `at`; of a verb not finite, its own."""
        verb = self.s.chunks[at].verb
        if verb is None:
            return None
        return self.s.relative_of(at) if verb.mood == "finite" else at

    def _joins_phrases(self, at: int) -> bool:
        """Whether a coordinator joins two phrases that depend on a noun: "prisé des militants | et | des élus"."""
        chunks = self.s.chunks
        return 0 < at < len(chunks) - 1 and chunks[at + 1].kind == "PP" and chunks[at - 1].kind in {"PP", "N"}

    def _pronoun(self, at: int) -> bool:
        """Whether the strong pronoun of chunk `at` is the subject, and only repeats none ("la ministre elle-même")."""
        return self.s.tokens.low[self.s.chunks[at].first] not in {"lui", "eux", "moi", "toi"} or at == 0

    def _agrees(self, group: Group) -> bool:
        return self.s.agrees(self.verb, group)

    def _of_infinitive(self, at: int) -> bool:
        """Whether a noun group is the object of an infinitive or a participle right before it."""
        chunks = self.s.chunks
        k = at - 1
        while k >= 0 and chunks[k].kind in {"B", "T", "PP"}:
            k -= 1
        verb = chunks[k].verb if k >= 0 else None
        return verb is not None and verb.mood in {"infinitive", "participle", "gerund"} and k >= at - 2

    def _antecedent(self, at: int) -> Group | None:
        """Return the noun group that the relative pronoun of chunk `at` takes up."""
        chunks, tokens = self.s.chunks, self.s.tokens
        if tokens.low[chunks[at].first] in {"dont", "où"}:
            return None
        k = at - 1
        while k >= 0 and chunks[k].kind in {",", "()", "T", "-"}:
            k -= 1
        if k < 0:
            return None
        described = self._described(at, k)
        if described is not None:
            return described
        if chunks[k].kind in {"p", "S", "N"}:
            return chunks[k].group
        if chunks[k].kind == "PP":
            first = chunks[k].first
            while first <= chunks[k].last and self.s.tags[first] in "Rd" and tokens.low[first] not in {"des"}:
                first += 1
            if first > chunks[k].last:
                return None
            group = (first, chunks[k].last)
            earlier = self._group_before(k)
            # "la ville des élus, qui demandent": the number tells which of the two is taken up.
            named = is_name_word(tokens, first)
            return earlier if earlier and not named and not self._agrees(group) and self._agrees(earlier) else group
        return None

    def _described(self, at: int, k: int) -> Group | None:
        """Return whom what stands before ", qui" only describes: "Ana Roy, médecin au CHU de Sion, | qui invite"."""
        chunks, tokens = self.s.chunks, self.s.tokens
        if k == at - 1 or chunks[k].kind != "PP":
            return None
        while k > 0 and chunks[k].kind in {"PP", "B"}:
            k -= 1
        bare = chunks[k].kind == "N" and not starts_group(tokens, chunks[k].first)
        if bare and k > 1 and chunks[k - 1].kind == "," and chunks[k - 2].kind == "N":
            return chunks[k - 2].group if self._agrees(chunks[k - 2].group) else None
        return None

    def _group_before(self, at: int) -> Group | None:
        for k in range(at - 1, max(-1, at - 4), -1):
            chunk = self.s.chunks[k]
            if chunk.kind == "N":
                return chunk.group
            if chunk.kind not in {"PP", "B"}:
                return None
        return None

    def _over_aside(self, at: int, depth: int) -> Group | None:
        """Return the subject where an aside between commas or dashes stands before the verb; chunk `at` closes it."""
        chunks = self.s.chunks
        sign = chunks[at].kind
        for k in range(at - 1, max(-1, at - 40), -1):
            kind = chunks[k].kind
            if kind == "K":
                break
            if kind not in {sign, ","} or k == 0:
                continue
            left = k - 1
            while left > 0 and chunks[left].kind in {"()", "T", "B"}:
                left -= 1
            if chunks[left].kind in {"N", "p", "S"} and not self._is_object(left):
                group = chunks[left].group
                if self._agrees(group):
                    named = with_name_after(self.s.tokens, group, chunks[at].first)
                    return named if left == k - 1 else group
            elif chunks[left].kind == "PP" and self._opens_relative(k + 1):
                inner = self._before(left, depth + 1) if depth < 3 else None
                if inner is not None:
                    return inner
        if at > 0 and chunks[at - 1].kind == "N" and self._listed(at):
            return chunks[at - 1].group
        return None

    def _listed(self, at: int) -> bool:
        """Whether the comma of chunk `at` merely follows the subject ("Le maire de la ville, a déclaré")."""
        return all(chunk.kind != "V" for chunk in self.s.chunks[:at]) and self._agrees(self.s.chunks[at - 1].group)

    def _opens_relative(self, at: int) -> bool:
        chunks = self.s.chunks
        return at < len(chunks) and chunks[at].kind in {"L", "U"}

    def _is_object(self, at: int) -> bool:
        """Whether a finite verb, its subject before it, governs the noun group of chunk `at`."""
        chunks = self.s.chunks
        return chunks[at].governed and any(
            chunk.kind == "V" and chunk.verb is not None and chunk.verb.mood in {"finite", "infinitive"}
            for chunk in chunks[max(0, at - 3) : at]
        )


def skeleton_at(tokens: Tokens, i: int) -> Skeleton:
    """Return the skeleton of the sentence in which token `i` stands; inside marks, of the sentence in the marks."""
    first, after = tokens.sentence_of(i)
    if tokens.quote[i] >= 0:
        block = i // _LONGEST_SENTENCE * _LONGEST_SENTENCE
        first, after = _quoted_sentence(tokens, i, max(first, block), min(after, block + _LONGEST_SENTENCE))
    if after - first > _LONGEST_SENTENCE:
        first += (i - first) // _LONGEST_SENTENCE * _LONGEST_SENTENCE
        after = min(after, first + _LONGEST_SENTENCE)
    known: Skeleton | None = tokens.skeletons.get((first, after))
    if known is None:
        known = tokens.skeletons[first, after] = Skeleton(tokens, first, after)
    return known


def _quoted_sentence(tokens: Tokens, i: int, first: int, after: int) -> tuple[int, int]:
    """Return the tokens of the sentence around token `i` that stands wholly between marks."""
    if tokens.quoted[0] <= i < tokens.quoted[1]:
        return tokens.quoted  # asked of one token after the other: read once
    number, tags = tokens.quote[i], tags_of(tokens)
    start = end = i
    while (
        start > first
        and tokens.quote[start - 1] == number
        and not (tags[start - 1] == "K" and tokens.low[start - 1] in {".", "!", "?", "…"})
    ):
        start -= 1
    while (
        end < after
        and tokens.quote[end] == number
        and not (tags[end] == "K" and tokens.low[end] in {".", "!", "?", "…"})
    ):
        end += 1
    tokens.quoted = start, min(end + (end < after and tokens.quote[end] == number), after)
    return tokens.quoted
