"""The words that decide whether a full stop ends a sentence, read from `data/sentence_*.tsv`."""

from collections.abc import Iterable, Mapping
from functools import cache

from attrs import evolve, frozen

from frnews._tables import read_table


@frozen
class Lexicon:
    """What the rules of `_ends` look up.

    Attributes:
        joins: Abbreviation without its full stop → what it holds to: "any", "name" or "number".
        openers: Words that open a sentence and are part of no name, an elided one with "'".
        particles: Those of them that surnames also begin with ("Le", "De").
        complements: Those of them that may go on after an abbreviation ("Au", "Du").
        letter_nouns: Lower-case noun that a single capital names ("vitamine C") → "only" where no initial of a
            person can stand after it, else "also".
        domains: Lower-case endings of site names ("com").
        unfinished: Lower-case words that a sentence does not end with ("avec").
        plain_words: Whether every abbreviation that ends like a word is one of the tables.

    """

    joins: Mapping[str, str]
    openers: frozenset[str]
    particles: frozenset[str]
    complements: frozenset[str]
    letter_nouns: Mapping[str, str]
    domains: frozenset[str]
    unfinished: frozenset[str]
    plain_words: bool


@cache
def french() -> Lexicon:
    """Return the lexicon of the tables.

    >>> french().joins["MM"], french().joins["Inc"]
    ('any', 'name')
    """
    joins: dict[str, str] = {}
    for row in read_table("sentence_abbreviations"):
        word = row["abbreviation"]
        joins[word] = row["joins"]
        if row["joins"] != "any" and len(word) > 1:
            # At the start of a line or in a headline: "Art. 5", "ART. 5".
            joins.setdefault(word[0].upper() + word[1:], row["joins"])
            joins.setdefault(word.upper(), row["joins"])
    openers = read_table("sentence_openers")
    return Lexicon(
        joins=joins,
        openers=frozenset(row["word"] for row in openers),
        particles=frozenset(row["word"] for row in openers if row["particle"]),
        complements=frozenset(row["word"] for row in openers if row["complement"]),
        letter_nouns={row["noun"]: row["letter"] for row in read_table("sentence_letter_nouns")},
        domains=frozenset(row["ending"] for row in read_table("sentence_domains")),
        unfinished=frozenset(row["word"] for row in read_table("sentence_unfinished")),
        plain_words=True,
    )


def with_abbreviations(abbreviations: Iterable[str]) -> Lexicon:
    """Return the French lexicon with abbreviations of the caller's, which never end a sentence.

    Args:
        abbreviations: With or without their full stop: "Gouv." and "Gouv" are the same. Of one of several
            words ("Hon. sen.") each word becomes an abbreviation.

    Raises:
        TypeError: `abbreviations` is one string, or holds something else than strings.

    >>> with_abbreviations(["Gouv."]).joins["Gouv"]
    'any'

    """
    if isinstance(abbreviations, (str, bytes)):
        raise TypeError(f"abbreviations={abbreviations!r} is one string. Pass a list of them: [{abbreviations!r}].")
    if not isinstance(abbreviations, Iterable):
        raise TypeError(
            f"abbreviations={abbreviations!r:.60} is no collection of strings. Pass a list, or leave it out."
        )
    own: dict[str, str] = {}
    for word in abbreviations:
        if not isinstance(word, str):
            raise TypeError(f"abbreviations holds {word!r:.60}. Pass strings such as 'Gouv.'.")
        parts = word.split()
        own |= {part.rstrip("."): "any" for part in parts if part.endswith(".") or part is parts[-1]}
    own.pop("", None)
    if not own:
        return french()
    lexicon = french()
    plain_words = not any(map(ends_like_a_word, own.keys() - lexicon.joins.keys()))
    return evolve(lexicon, joins={**lexicon.joins, **own}, plain_words=plain_words)


def ends_like_a_word(abbreviation: str) -> bool:
    """Tell whether an abbreviation ends with two small letters, as any word can.

    >>> ends_like_a_word("Gouv"), ends_like_a_word("M"), ends_like_a_word("J.-C")
    (True, False, False)
    """
    end = abbreviation[-2:]
    return len(end) == 2 and end.isalpha() and end.islower()
