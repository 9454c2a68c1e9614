"""The skeleton of a sentence: its verb groups, what stands between them, and whose subject each has.

A sentence is read into chunks from left to right: noun groups, prepositional phrases, words of time, verb groups,
signs. What looks for a subject or a complement then passes over whole chunks, whatever stands in them: "a déclaré |
mardi | sur France 2 | la ministre Anne Morel".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from frnews._french._chunks import Chunk, read_chunks
from frnews._french._first_names import is_first_name
from frnews._french._folds import bare
from frnews._french._groups import (
    POINTING,
    Group,
    apposing_nouns,
    function_nouns,
    is_name_word,
    number_of,
    starts_group,
    with_name_after,
)
from frnews._french._subjects import CHUNKS_IN_REACH, SubjectSearch
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import VerbGroup, verb_groups
from frnews._french._words import CONTRACTED, SENTENCE_ENDS, words_of

# Chunks of an aside between a verb and its subject, at most: "a assuré, bottes aux pieds et casque sur la tête, X".
_FARTHEST_ASIDE = 10
# No clause depends on a verb, and no subject is shared with one, that stands farther: it also bounds the work on a line
# without a stop.
_VERBS_IN_REACH = 12
LONGEST_SENTENCE = 300
"""No reporter's sentence has more words: what has no stop for pages is read in pieces."""
_COUNTING = frozenset({"quelques", "plusieurs", "tout"})
# Relatives that may go without a verb: "douze blessés, dont trois graves,".
_WITHOUT_VERB = frozenset({"dont", "lesquels", "lesquelles"})
# Verbs that only describe between an inverted one and its subject: "accordé à X", "en souriant".
_DESCRIBING = frozenset({"past", "gerund", "participle"})
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
        self._chunks: list[Chunk] | None = None
        self._starts: list[int] = []
        self._subjects: dict[int, Group | None] = {}

    @property
    def chunks(self) -> list[Chunk]:
        """Its chunks, read when first asked for: of half of all sentences, only the verbs are."""
        return self._read_chunks() if self._chunks is None else self._chunks

    def _read_chunks(self) -> list[Chunk]:
        self._chunks = read_chunks(self.tokens, self.first, self.after, self.verbs)
        self._starts = [chunk.first for chunk in self._chunks]
        return self._chunks

    def chunk_at(self, i: int) -> int:
        """Return the number of the chunk in which token `i` stands."""
        if self._chunks is None:
            self._read_chunks()
        return max(0, bisect_right(self._starts, i) - 1)

    def chunks_behind(self, i: int) -> list[Chunk]:
        """Return the chunks behind the one in which token `i` stands."""
        return self.chunks[self.chunk_at(i) + 1 :]

    def verb_at(self, i: int) -> VerbGroup | None:
        """Return the verb group whose main verb is token `i`, or None."""
        return self._by_verb.get(i)

    def verb_over(self, i: int) -> VerbGroup | None:
        """Return the verb group in which token `i` stands, or None."""
        at = bisect_right(self._verb_starts, i) - 1
        return self.verbs[at] if at >= 0 and i <= self.verbs[at].last else None

    def verb_from(self, i: int) -> VerbGroup | None:
        """Return the verb group that starts at token `i`, or None."""
        verb = self.verb_over(i)
        return verb if verb is not None and verb.first == i else None

    def verbs_before(self, i: int) -> list[VerbGroup]:
        """Return the verb groups that end before token `i`, nearest first: no more than a sentence has in reach."""
        at = bisect_right(self._verb_starts, i)
        return [group for group in reversed(self.verbs[max(0, at - _VERBS_IN_REACH) : at]) if group.last < i]

    def finite_before(self, i: int) -> VerbGroup | None:
        """Return the nearest finite verb group in reach that ends before token `i`, or None."""
        return next((group for group in self.verbs_before(i) if group.mood == "finite"), None)

    def finite_between(self, first: int, after: int) -> list[VerbGroup]:
        """Return the finite verb groups whose main verb stands between two tokens."""
        return [group for group in self.verbs if first <= group.verb < after and group.mood == "finite"]

    def verbs_between(self, first: int, after: int) -> list[VerbGroup]:
        """Return the verb groups of all moods that start between two tokens."""
        return self.verbs[bisect_left(self._verb_starts, first) : bisect_left(self._verb_starts, after)]

    def subject(self, verb: VerbGroup | None) -> Group | None:
        """Return the subject of a finite verb group, before it or inverted as a pronoun; None where none shows."""
        if verb is None:
            return None
        if verb.first not in self._subjects:
            self._subjects[verb.first] = None
            self._subjects[verb.first] = self._find_subject(verb)
        return self._subjects[verb.first]

    def _find_subject(self, verb: VerbGroup) -> Group | None:
        if verb.pronoun is not None:
            return (verb.pronoun, verb.pronoun)
        if verb.mood == "infinitive":
            return self.subject(verb.governor)
        if verb.mood != "finite":
            return None
        around = self.chunks[self.chunk_at(verb.first)]
        if around.kind == "()" and around.first < verb.first:
            inner = Skeleton(self.tokens, around.first + 1, around.last)  # "a quitté la salle (Ana Roy | l'a déploré)"
            return SubjectSearch(inner, verb).run() if inner.verb_at(verb.verb) is not None else None
        return SubjectSearch(self, verb).run()

    def agrees(self, verb: VerbGroup, group: Group) -> bool:
        """Return whether a noun group can be the subject of a verb, as far as both show their number."""
        number = number_of(self.tokens, group)
        return number is None or verb.number is None or number == verb.number

    def has_main_verb(self, first: int, after: int) -> bool:
        """Return whether a finite verb that belongs to no relative clause stands between two tokens."""
        at = self.chunk_at(first)
        while at < len(self.chunks) and self.chunks[at].first < after:
            chunk = self.chunks[at]
            if chunk.mood == "finite" and chunk.first >= first and self.relative_of(at) is None:
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
            if kind == "K" or self.chunks[k].mood == "finite":
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
        for chunk in reversed(self.chunks[max(0, at - CHUNKS_IN_REACH) : at]):
            if chunk.verb is not None and chunk.mood == "finite" and not self._keeps_from(chunk.verb, verb):
                return chunk.verb
            if chunk.kind == "K":
                return None
        return None

    def _keeps_from(self, before: VerbGroup, verb: VerbGroup) -> bool:
        """Whether a verb has no auxiliary for a participle behind it: "a nié que le roi | soit malade | et dénoncé"."""
        if verb.mood != "past":
            return False
        if before.tense == "subjunctive" or not (before.compound or before.passive):
            return True
        ends = self.tokens.low[before.verb].endswith("e") != self.tokens.low[verb.verb].endswith("e")
        return before.passive and ends  # "que la solde | serait versée | et menacé"

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
            if kind in {"N", "S"} and self.tokens.low[chunk.first] in POINTING:
                pass  # "a dit | ceci : …"
            elif kind == "N":
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
            elif kind in _ENDS_INVERSION or (kind == "V" and chunk.mood not in _DESCRIBING):
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

    def _name_in_phrase(self, first: int, after: int, *, sure: bool = False) -> Group | None:
        """Return the name that the last phrase has run over: "depuis Bruxelles | Jean Dupont".

        Where it must be `sure`, one that may be the phrase's own is none: "sur la chaîne France Info, le maire".
        """
        for chunk in reversed(self.chunks[first:after]):
            if chunk.kind == "PP":
                named = self._name_that_ends(chunk)
                if named is None and self.tokens.low[chunk.first] in CONTRACTED["de"]:
                    continue  # "depuis Bruxelles Rami Haddad | de l'Observatoire"
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
        if (start := self._first_name_in(chunk, run)) is not None:
            return (start, chunk.last)
        # A name is a first name and a surname; what stands before them belongs to the phrase.
        if len(names) >= 3 or (len(names) == 2 and (head in apposing_nouns() or tag == "#")):
            return (chunk.last - 1, chunk.last)
        agent = tokens.low[chunk.first] == "par"
        common = tag == "N" and not agent and head not in function_nouns() and head not in apposing_nouns()
        return (chunk.last, chunk.last) if len(names) == 1 and common else None  # "dans la foulée | Ophélie"

    def _first_name_in(self, chunk: Chunk, run: int) -> int | None:
        """Return the first name that starts whoever ends a phrase, behind a name or number of its own, or None.

        "à Lyon | Romuald", "sur France 2 | Ophélie", "depuis Bruxelles | Florian et Ophélie": token `run` stands before
        the last names.
        """
        tokens = self.tokens
        if tokens.low[run] == "et" and is_first_name(bare(tokens.low[run + 1])):
            last, run = run - 1, run - 1
            while run > chunk.first and is_name_word(tokens, run):
                run -= 1
        else:
            last = chunk.last
        # "devant le tribunal de Saint Louis", but "au micro de France Inter | Ophélie"
        own = 0 if self.tags[run] == "#" else 2 if tokens.low[run] in CONTRACTED["de"] else 1
        names = range(run + 1 + own, last + 1)
        found = next((k for k in names if is_first_name(bare(tokens.low[k]))), None)
        return None if found is not None and tokens.low[found - 1] in words_of("place head") else found

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


def skeleton_at(tokens: Tokens, i: int) -> Skeleton:
    """Return the skeleton of the sentence in which token `i` stands; inside marks, of the sentence in the marks."""
    known: Skeleton | None = tokens.skeletons[i]
    return _read_skeleton(tokens, i) if known is None else known


def _read_skeleton(tokens: Tokens, i: int) -> Skeleton:
    """Return the skeleton around token `i`, kept for all the tokens that share it: in marks, or outside of them."""
    first, after = sentence_at(tokens, i)
    skeleton, quoted = Skeleton(tokens, first, after), tokens.quote[i] >= 0
    for k in range(first, after):
        if (tokens.quote[k] >= 0) == quoted:
            tokens.skeletons[k] = skeleton
    return skeleton


def sentence_at(tokens: Tokens, i: int) -> tuple[int, int]:
    """Return the tokens (first, after) of the sentence that `skeleton_at` reads around token `i`."""
    first, after = tokens.sentence_of(i)
    if tokens.quote[i] >= 0:
        block = i // LONGEST_SENTENCE * LONGEST_SENTENCE
        first, after = _quoted_sentence(tokens, i, max(first, block), min(after, block + LONGEST_SENTENCE))
    if after - first > LONGEST_SENTENCE:
        first += (i - first) // LONGEST_SENTENCE * LONGEST_SENTENCE
        after = min(after, first + LONGEST_SENTENCE)
    return first, after


def _quoted_sentence(tokens: Tokens, i: int, first: int, after: int) -> tuple[int, int]:
    """Return the tokens of the sentence around token `i` that stands wholly between marks."""
    if tokens.quoted[0] <= i < tokens.quoted[1]:
        return tokens.quoted  # asked of one token after the other: read once
    number, tags = tokens.quote[i], tags_of(tokens)
    start = end = i
    while (
        start > first
        and tokens.quote[start - 1] == number
        and not (tags[start - 1] == "K" and tokens.low[start - 1] in SENTENCE_ENDS)
    ):
        start -= 1
    while end < after and tokens.quote[end] == number and not (tags[end] == "K" and tokens.low[end] in SENTENCE_ENDS):
        end += 1
    tokens.quoted = start, min(end + (end < after and tokens.quote[end] == number), after)
    return tokens.quoted
