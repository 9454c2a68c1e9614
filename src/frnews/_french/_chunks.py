"""A sentence in chunks: noun groups, prepositional phrases, words of time, verb groups, signs, from left to right."""

from collections.abc import Sequence

from attrs import define

from frnews._french._groups import (
    TIME_UNITS,
    Group,
    apposing_nouns,
    counts_time,
    function_nouns,
    is_civility,
    is_name_word,
    noun_group,
    starts_group,
)
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import Mood, VerbGroup
from frnews._french._words import BEFORE_OTHER, words_of

# "plus de quatre millions", "près de la moitié": how exact a number is.
_APPROXIMATE = frozenset({"plus", "moins", "près"})
_ARTICLES = frozenset({"la", "l'", "un", "une"})
# Signs, coordinators, subordinators and relatives: no more than they belongs to them.
_SINGLE = frozenset(',K)-"CUL')
# Tokens that brackets hold at most.
_LONGEST_BRACKET = 60


@define
class Chunk:
    """A stretch of tokens that is passed over as one.

    Attributes:
        kind: "N" noun group, "PP" preposition and noun group, "T" time, "V" verb group (any mood), "Q" quoted piece,
            "()" brackets, else the tag of a single token.
        first: First token.
        last: Last token.
        verb: Of a verb group.
        governed: Of a noun group: whether a verb before it has it as its object.

    """

    kind: str
    first: int
    last: int
    verb: VerbGroup | None = None
    governed: bool = False

    @property
    def group(self) -> Group:
        """Its first and last token, as the other readers take them."""
        return (self.first, self.last)

    @property
    def mood(self) -> Mood | None:
        """The mood of its verb group, or None where it is none."""
        return self.verb.mood if self.verb is not None else None


def bracket_closes(tokens: Tokens, i: int, after: int) -> int | None:
    """Return the token that closes the bracket which token `i` opens, or None where none is in reach.

    >>> text = "trois lignes (Mons, Ath) ferment"
    >>> bracket_closes(Tokens(text, 0, len(text)), 2, 8)
    6
    """
    return next((k for k in range(i + 1, min(i + _LONGEST_BRACKET, after)) if tokens.low[k] == ")"), None)


def read_chunks(tokens: Tokens, first: int, after: int, verbs: Sequence[VerbGroup]) -> list[Chunk]:
    """Return the chunks of the tokens between two positions, whose verb groups are known.

    >>> from frnews._french._verb_groups import verb_groups
    >>> text = "Elle a parlé (longtemps) à Paris"
    >>> tokens = Tokens(text, 0, len(text))
    >>> [chunk.kind for chunk in read_chunks(tokens, 0, len(tokens), verb_groups(tokens, 0, len(tokens)))]
    ['p', 'V', '()', 'PP']
    """
    return _Reader(tokens, first, after, verbs).run()


class _Reader:
    """One walk over the tokens of a sentence."""

    __slots__ = ("_by_first", "after", "first", "piece", "tags", "tokens")

    def __init__(self, tokens: Tokens, first: int, after: int, verbs: Sequence[VerbGroup]) -> None:
        self.tokens = tokens
        self.first = first
        self.after = after
        self.tags = tags_of(tokens)
        # Of a sentence that stands wholly between marks, its words are no quoted piece within it.
        self.piece = tokens.quote[first] if first < after and tokens.quote[first] == tokens.quote[after - 1] else -1
        self._by_first = {group.first: group for group in verbs}

    def run(self) -> list[Chunk]:
        chunks: list[Chunk] = []
        i = self.first
        while i < self.after:
            chunk = self._chunk(i, chunks)
            chunks.append(chunk)
            i = chunk.last + 1
        return chunks

    def _chunk(self, i: int, before: list[Chunk]) -> Chunk:
        tokens, tags = self.tokens, self.tags
        number = tokens.quote[i]
        if number >= 0 and number != self.piece:
            last = i
            while last + 1 < self.after and tokens.quote[last + 1] == number:
                last += 1
            return Chunk("Q", i, last)
        verb = self._by_first.get(i)
        if verb is not None:
            return Chunk("V", i, min(verb.last, self.after - 1), verb)
        tag = tags[i]
        if tag in _SINGLE:
            return Chunk(tag, i, i)
        if tag == "T" or (tag == "D" and i + 1 < self.after and tags[i + 1] == "T"):
            last = i
            while last + 1 < self.after and tags[last + 1] in "T#" and tokens.quote[last + 1] == number:
                if tags[last + 1] == "#" and self._counts_noun(last + 1):
                    break  # "a annoncé lundi | 1 200 suppressions de postes"
                last += 1
            return Chunk("T", i, last)
        if tag == "#" and i + 1 < self.after and tokens.low[i + 1] in TIME_UNITS:
            return Chunk("T", i, i + 1)  # "Anne Roy, 45 ans, assure"
        if tag == "p" and tokens.low[i : i + 3] == ["il", "y", "a"]:
            ago = _ago(tokens, i + 3, self.after)
            if ago:
                return Chunk("T", i, ago)
        if tag == "(":
            close = bracket_closes(tokens, i, self.after)
            return Chunk("()", i, i if close is None else close)
        if tokens.low[i] in BEFORE_OTHER["autres"] and tokens.low[i + 1 : i + 2] == ["autres"] and tags[i + 1] == "S":
            return Chunk("N", i, i + 1)  # "d'autres demandaient"
        if tokens.low[i] in _APPROXIMATE and self._counts(i):
            return Chunk("B", i, i + 1)  # "plus de | quatre millions de personnes"
        if tag in "Rd" and not (tag == "d" and _is_article(tokens, i, before)):
            return self._phrase(i, tag)
        if starts_group(tokens, i):
            group = noun_group(tokens, i, self.after)
            if group is not None:
                return Chunk("N", i, group[1], governed=_has_governor(before))
        return Chunk(tag, i, i)

    def _counts(self, i: int) -> bool:
        """Whether "de" and a number or a share follow a word of measure at token `i`."""
        tokens, k = self.tokens, i + 2
        if k + 1 >= self.after or tokens.low[i + 1] not in {"de", "d'"}:
            return False
        word = tokens.low[k + (tokens.low[k] in _ARTICLES)]
        counted = self.tags[k] == "#" or word in words_of("numeral", "quantity")
        return counted and starts_group(tokens, k)

    def _counts_noun(self, i: int) -> bool:
        """Whether the number at token `i`, in groups or not, stands before a noun."""
        tags = self.tags
        while i < self.after and tags[i] == "#":
            i += 1
        return i < self.after and tags[i] == "N"

    def _phrase(self, i: int, tag: str) -> Chunk:
        """Read a prepositional phrase: "sur France 2", "à l'issue du conseil", "lors d'une réunion"."""
        tokens, tags = self.tokens, self.tags
        k = i + 1
        while k < self.after and tags[k] in "Rd" and tokens.quote[k] == tokens.quote[i]:
            k += 1
        if k >= self.after or k in self._by_first or tokens.quote[k] != tokens.quote[i]:
            return Chunk(tag, i, k - 1)
        if tags[k] == "#" and k + 1 < self.after and tokens.low[k + 1] in TIME_UNITS:
            return Chunk("T", i, k + 1)  # "de 7 ans"
        if tags[k] == "T" or (tags[k] == "D" and k + 1 < self.after and tags[k + 1] == "T"):
            while k + 1 < self.after and tags[k + 1] in "T#":
                k += 1
            return Chunk("T", i, k)
        # "au site Mediapart": a contracted article opens its group as another one does.
        group = noun_group(tokens, k, self.after, determined=tokens.low[k - 1] in {"au", "aux"})
        if group is None:
            if tags[k] in "NQ":  # "sans ambages", "en marge du sommet"
                last = _bare_phrase_end(tokens, k, self.after)
                return Chunk("PP", i, last)
            if tags[k] == "S" or tags[k] == "p":
                return Chunk("PP", i, k)
            return Chunk(tag, i, k - 1)
        return Chunk("PP", i, _cut_before_speaker(tokens, k, group[1]))


def _ago(tokens: Tokens, i: int, after: int) -> int:
    """Return the last token of "il y a | quelques jours", whose number or quantity is token `i`, or 0."""
    group = noun_group(tokens, i, after)
    return group[1] if group is not None and counts_time(tokens, group) else 0


def _is_article(tokens: Tokens, i: int, before: list[Chunk]) -> bool:
    """Whether "des", "du", or "de" before "nombreux", starts a noun group at token `i`."""
    if tokens.low[i] in {"des", "du"}:
        return _opens(tokens, before)
    if tokens.low[i + 1 : i + 2] not in (["nombreux"], ["nombreuses"], ["autres"]):
        return False
    if tokens.low[max(i - 2, 0) : i] in (["ainsi", "que"], ["ainsi", "qu'"]):
        return False  # "la mort d'un élu, ainsi que | d'autres maires"
    return not before or before[-1].kind in {",", "K", "U", "C", "-", "T", "L"}


def _opens(tokens: Tokens, before: list[Chunk]) -> bool:
    """Whether "des" or "du" behind these chunks starts a noun group: at the start, behind a verb, a sign, a clause."""
    if before and before[-1].kind == "PP" and tags_of(tokens)[before[-1].last] == "P":
        return True  # "ont indiqué à l'AFP | des sources"
    return not before or before[-1].kind in {"V", ",", "K", "U", "C", "B", "-", "Q", "T", "L", "p"}


def _has_governor(before: list[Chunk]) -> bool:
    """Whether a verb stands before, so that a noun group here is its object: nothing but phrases between."""
    for chunk in reversed(before[-4:]):
        if chunk.kind == "V":
            return chunk.verb is not None and chunk.verb.pronoun is None
        if chunk.kind not in {"B", "T", "PP"}:
            return False
    return False


def _bare_phrase_end(tokens: Tokens, k: int, after: int) -> int:
    """Return the end of a noun without an article behind a preposition, with its complements: "marge du sommet"."""
    tags = tags_of(tokens)
    last = k
    while last + 1 < after and last - k < 12 and tokens.quote[last + 1] == tokens.quote[k]:
        tag = tags[last + 1]
        if tag in "NQ" and not (tag == "N" and tokens.low[last + 1] in function_nouns()):
            last += 1
        elif tag == "d" and last + 2 < after:
            group = noun_group(tokens, last + 2, after)
            if group is not None:
                return _cut_before_speaker(tokens, last + 2, group[1])
            if tags[last + 2] in "NQ#":  # "au journal de 20 heures"
                last += 2
            else:
                break
        else:
            break
    return last


def _cut_before_speaker(tokens: Tokens, first: int, last: int) -> int:
    """Return where a phrase ends before a whole name that is not its noun's.

    "devant la presse | Jean Roy", "à l'agence Belga | Jean Roy", "sur son compte Twitter | M. Roy"
    """
    tags = tags_of(tokens)
    for k in range(first + 1, last):
        if tokens.low[k] == "des" and tags[k - 1] == "P" and tags[k + 1] == "N":
            return k - 1  # "à l'AFP | des sources"
    run = last
    while run > first and (is_name_word(tokens, run) or (tags[run] == "P" and tokens.low[run] == ".")):
        run -= 1
    head = tokens.low[run]
    civil = next((k for k in range(run + 1, last) if is_civility(tokens.low[k])), 0)
    if civil > first and head not in function_nouns() and (civil > run + 1 or tags[run] in "NQ"):
        return civil - 1
    if last - run < 2 or tags[run] != "N" or head in function_nouns():
        return last
    if head in apposing_nouns():
        # Its own name, and behind it a first name and a surname.
        subject_follows = last + 1 < len(tags) and tags[last + 1] == "D"  # "au magazine Sports Illustrated | le maire"
        return last - 2 if last - run > 2 and not subject_follows else last
    noun = next((tokens.low[n] for n in range(first, run + 1) if tags[n] == "N"), "")
    return last if noun in function_nouns() or tags[run] == "d" else run
