"""Misspelt first names: "Gérard Darmanin" beside the minister whom all other articles call Gérald."""

from collections.abc import Iterator

from frnews._cast._profiles import Profile, Profiles
from frnews._cast._readings import hyphened
from frnews._cast._roles import share_a_role
from frnews._french._first_names import suggested_gender

# A short first name one letter away is another first name ("Lara", "Sara").
_SHORTEST = 5
# A misspelling is rare beside the right spelling; two namesakes can be as frequent as each other.
_RATIO = 3


def misspelt(profiles: Profiles) -> dict[str, str]:
    """Return the key that is meant for each key whose first name is one letter away from a more frequent one.

    Two names are one only where an article shows it: by a role that both have, or by somebody who speaks beside both.
    """
    meant: dict[str, str] = {}
    for surname, keys in profiles.by_surname.items():
        if len(keys) > 1:
            for rare, frequent in _neighbours(profiles, surname, keys):
                if _is_same(profiles.by_key[rare], profiles.by_key[frequent]):
                    meant.setdefault(rare, frequent)
    return meant


def _neighbours(profiles: Profiles, surname: str, keys: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names one edit apart, rare one first; linear in the number of names."""
    by_form: dict[str, list[str]] = {}
    for key in keys:
        given = profiles.given[key]
        if len(given) < _SHORTEST or "|" in key or profiles.by_key[key].n_articles == 0:
            continue
        for form in _forms(given):
            by_form.setdefault(form, []).append(key)
    seen = set()
    for near in by_form.values():
        # A form with very many names is one of a corpus where it tells nothing.
        for one in near[:20]:
            for other in near[:20]:
                pair = (one, other)
                if one == other or pair in seen:
                    continue
                seen.add(pair)
                if profiles.given[one][0] == profiles.given[other][0] and _is_rare(profiles, *pair):
                    yield pair


def _forms(given: str) -> set[str]:
    """Return a first name and all that is left of it without one letter: who is one edit apart shares one of these.

    >>> sorted(_forms("gerald") & _forms("gerard"))
    ['gerad']
    """
    return {given} | {given[:i] + given[i + 1 :] for i in range(1, len(given))}


def _is_rare(profiles: Profiles, rare: str, frequent: str) -> bool:
    one, other = profiles.by_key[rare], profiles.by_key[frequent]
    genders = {suggested_gender(hyphened(profiles.given[key])) for key in (rare, frequent)} - {None}
    shown = {gender for gender in (_shown(one), _shown(other)) if gender}
    return one.n_articles * _RATIO <= other.n_articles and len(genders | shown) < 2


def _shown(profile: Profile) -> str:
    return "f" if profile.f > profile.m else "m" if profile.m > profile.f else ""


def _is_same(rare: Profile, frequent: Profile) -> bool:
    return any(share_a_role(role, frequent.roles) for role in rare.roles) or bool(rare.company & frequent.company)
