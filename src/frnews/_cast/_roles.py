"""When two roles are the same office: "la Première ministre", "le chef du gouvernement"."""

from functools import cache, lru_cache

from frnews._cast._readings import fold, words_of
from frnews._tables import read_table


@cache
def _little() -> frozenset[str]:
    from frnews._names._lexicon import word_set  # `import frnews` alone loads nothing of who speaks

    return frozenset(map(fold, word_set("small"))) | {"l", "d", "un", "une", "a"}


def _fold(role: str) -> str:
    """Fold a role; "porte-parole", "vice-président" are one word each."""
    return fold(role.replace("-", "").replace("‑", ""))


@cache
def _masculine() -> dict[str, str]:
    """Return the words of functions in the masculine, by the feminine."""
    pairs: dict[str, str] = {}
    for row in read_table("speaker_functions"):
        masculine, feminine = _fold(row["word"]).split(), _fold(row["feminine"]).split()
        if len(masculine) == len(feminine):
            pairs.update((f, m) for m, f in zip(masculine, feminine, strict=True) if f != m)
    for row in read_table("speaker_countries"):
        if row["adjective"] and row["feminine"]:
            pairs[_fold(row["feminine"])] = _fold(row["adjective"])
    return pairs


@cache
def _offices() -> dict[str, str]:
    """Return one name for each office that has several ("chef de l'État": "président de la République")."""
    named = {
        "president de la republique": "chef de l etat",
        "chef du gouvernement": "premier ministre",
        "garde des sceaux": "ministre de la justice",
    }
    return {_plain(old): _plain(new) for old, new in named.items()}


def _plain(role: str) -> str:
    masculine = _masculine()
    return " ".join(masculine.get(word, word) for word in _fold(role).split() if word not in _little())


@lru_cache(maxsize=1 << 16)
def office_key(role: str) -> str:
    """Return the key under which an office is looked up: folded, in the masculine, without little words.

    >>> office_key("la Première ministre") == office_key("Premier ministre") == office_key("chef du gouvernement")
    True
    >>> office_key("maire de Lyon") == office_key("maire de Lille")
    False
    """
    plain = _plain(role)
    return _offices().get(plain, plain)


@lru_cache(maxsize=1 << 16)
def role_words(role: str) -> frozenset[str]:
    """Return the words that tell a role.

    >>> sorted(role_words("ancienne maire de Lyon"))
    ['lyon', 'maire']
    """
    return frozenset(office_key(role).split()) - (words_of("speaker_words", "word", "before") - {"premier"})


def share_a_role(role: str, others: "frozenset[str] | set[str]") -> bool:
    """Tell whether a role says, in at least one word that tells, the same as one of the others.

    >>> share_a_role("le président", {"président américain"}), share_a_role("juge", {"président américain"})
    (True, False)
    """
    words = role_words(role)
    return any(words & role_words(other) for other in others)


def is_same_role(role: str, others: "frozenset[str] | set[str]") -> bool:
    """Tell whether a role is one of the others, in so many words that no other office is meant.

    A function that says nothing without what follows it ("président") must stand for itself in both.

    >>> is_same_role("premier ministre", {"Premier ministre français"}), is_same_role("président", {"président d'UE"})
    (True, False)
    >>> is_same_role("entraîneur", {"entraîneur du Racing"}), is_same_role("", {""})
    (True, False)
    """
    words = role_words(role)
    general = {word.replace(" ", "") for word in words_of("cast_words", "word", "general")}
    for other in others:
        shared = words & role_words(other)
        if len(shared) > 1 or (shared and shared == words and not shared <= general):
            return True
    return False
