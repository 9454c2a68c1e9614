"""Of which country an article tells: every country has a "ministère de l'Intérieur"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from frnews._cast._readings import fold, name_key, words_of
from frnews._tables import read_table

_WORD = re.compile(r"[^\W\d_]+")
# One naming may be of anybody's neighbour; an article about a country names it again. Who speaks counts as much.
_TOLD_OF = 2


def countries_named(text: str, speaking: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of the countries that an article names, most often named first.

    Args:
        text: The article's text, which may be empty: exports without texts are read too.
        speaking: The keys of its speakers' names.

    Returns:
        The countries; before them "" where none is named more than once and more often than all others.

    >>> countries_named("L'Iran a indiqué que 150.000 Iraniens étaient malades, loin de l'Irak.", ())
    ('iran', 'irak')
    >>> countries_named("Un Iranien et un Irakien.", ()), countries_named("", ["iran", "macron"])
    (('', 'irak', 'iran'), ('iran',))

    """
    counts = Counter(_named(text))
    counts.update(dict.fromkeys(country_keys().intersection(speaking), _TOLD_OF))
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    if not ranked:
        return ()
    clear = counts[ranked[0]] >= _TOLD_OF and (len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]])
    return tuple(ranked) if clear else ("", *ranked)


@cache
def country_keys() -> frozenset[str]:
    """Return the keys of the names of countries, those that govern themselves alone.

    >>> "etatsunis" in country_keys(), "europe" in country_keys()
    (True, False)
    """
    return frozenset(name_key(name) for name in words_of("speaker_countries", "name")) - {
        name_key(word) for word in words_of("cast_words", "word", "stateless")
    }


def _named(text: str) -> Iterator[str]:
    """Yield the key of a country for each of its names, inhabitants and adjectives in a text."""
    words = _WORD.findall(text)
    low = [word.lower() for word in words]
    index = _by_first_word()
    for k, word in enumerate(low):
        for phrase, key, is_name in index.get(word, ()):
            # "inde" and "chili" are words, "Inde" and "Chili" countries.
            if low[k : k + len(phrase)] == phrase and (words[k][0].isupper() or not is_name):
                yield key
                break


@cache
def _by_first_word() -> dict[str, list[tuple[list[str], str, bool]]]:
    """Return each way to name a country, longest first, by its first word: its words, the key, whether a name."""
    index: dict[str, dict[str, tuple[str, bool]]] = {}
    keys: dict[str, str] = {}
    for row in read_table("speaker_countries"):
        # "Grande-Bretagne" and "Royaume-Uni" have one government, which one adjective tells.
        key = keys.setdefault(row["adjective"] or row["name"], name_key(row["name"]))
        if key not in country_keys():
            continue
        forms = {row["name"]: True, fold(row["name"]): True}
        for adjective in filter(None, (row["adjective"], row["feminine"])):
            forms.update(
                dict.fromkeys((adjective, adjective if adjective.endswith(("s", "x")) else f"{adjective}s"), False)
            )
        for form, is_name in forms.items():
            words = _WORD.findall(form.lower())
            index.setdefault(words[0], {}).setdefault(" ".join(words), (key, is_name))
    return {
        first: sorted(
            ((form.split(), key, is_name) for form, (key, is_name) in forms.items()), key=lambda entry: -len(entry[0])
        )
        for first, forms in index.items()
    }
