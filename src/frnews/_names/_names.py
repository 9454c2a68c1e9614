"""Every proper name of an article, with what stands beside it: civility, determiner, preposition."""

import re
from collections.abc import Container
from itertools import compress, count

from attrs import frozen

from frnews._french._determiners import showing
from frnews._french._first_names import is_first_name
from frnews._french._lines import outside_lines
from frnews._french._words import is_adverb
from frnews._names._acronyms import is_acronym
from frnews._names._capitals import (
    has_mark,
    is_capital,
    is_kicker,
    is_office,
    is_opener,
    own_capitals,
    past_common_word,
    past_openers,
    starts_sentence,
)
from frnews._names._colours import colours
from frnews._names._joined_names import second_name
from frnews._names._lexicon import (
    bodies,
    civilities,
    countries,
    determiners,
    function_at,
    is_inhabitant,
    openers,
    prepositions,
    word_set,
)
from frnews._names._name_kinds import JOINING, NameKind, kind_of
from frnews._names._name_tails import known_end, people_for, up_to_acronym, whole_body
from frnews._names._words import Words
from frnews._types import Gender

_ARTICLES = frozenset({"le", "la", "l'", "les"})
_LINKED_ARTICLES = frozenset({"la", "l'", "las", "los", "der", "den"})
_LINKED = frozenset({"la", "l'"})
_ONE = _LINKED | {"le"}
_NOUNS = frozenset({"ong", "pdg", "p-dg", "dg"})
_MAX_PARTS = 7
# Letters of the number of a king or a pope.
_NUMERAL = frozenset("ivx")
# Letters that no syllable has together.
_UNSPEAKABLE = re.compile("[^aeiouy]{3}|[aeiou]{3}|^[^aeiouy]{2}$|^[^aeiouy](?![aeiouyrlhw])[^aeiouy]")
# Where a headline ends and the next sentence starts without a space: "en FranceDirectement".
_GLUED = re.compile("[a-zà-ÿ][A-ZÀ-Ý][a-zà-ÿ]")
# Signs and words that may open a stretch in which nobody is named.
_MASKING = frozenset({"@", "#", "lire", "voir", "ecouter", "relire"})
_INVERSIONS = ("-vous", "-il", "-elle", "-on", "-ce", "-je", "-tu", "-ils", "-elles", "-nous", "-moi")


@frozen
class Name:
    """One occurrence of a proper name.

    Attributes:
        first: Index of its first word, civility excluded.
        last: Index after its last word.
        start: Offset of its first word.
        end: Offset after its last word.
        parts: The keys of its words, hyphens kept.
        kind: What it looks to name, from itself and the word before.
        civility: Key of the form of address before it, or "".
        address: Number of the words that address it, its civility the last: "Son Excellence Monsieur".
        gender: What civility or determiner show of its gender.
        determined: Whether a determiner stands directly before it, of what is no person.
        governed: Whether a preposition governs it ("de Marine Le Pen"): then it is no subject.

    """

    first: int
    last: int
    start: int
    end: int
    parts: tuple[str, ...]
    kind: NameKind
    civility: str
    address: int
    gender: Gender | None
    determined: bool
    governed: bool

    @property
    def first_with_civility(self) -> int:
        """Index of the form of address before the name where there is one, else of its first word."""
        return self.first - self.address


def find_names(words: Words, mentions: Container[int] = ()) -> list[Name]:
    """Return the proper names of a text, by start.

    Args:
        words: The text in words.
        mentions: Offsets at which the finder has seen somebody named: behind another name ("depuis Bruxelles Paul
            Roy") a second one starts there.

    Returns:
        Runs of words with a capital, with the particles between them; common words that carry a capital only
        because they start a sentence are left out.

    """
    names: list[Name] = []
    masked = _masked(words)
    capitals = own_capitals(words)
    reached = 0
    # "M." is written with a capital; "maître Dupont", "madame Le Pen" are not.
    civil = compress(count(), map(civilities().__contains__, words.folds))
    for start in sorted({*words.capitals, *civil, *masked}):
        if start < reached:
            continue
        if is_kicker(words, start) and words.folds[start] not in capitals and words.starts[start] not in mentions:
            continue
        if start in masked:
            reached = masked[start]
            continue
        if not (is_capital(words, start) or (is_capital(words, start + 1) and words.adjoining(start))):
            continue
        index = past_openers(words, start)
        last = _run_end(words, index)
        alone = last == index + 1
        if alone and is_opener(words, index) and starts_sentence(words, index):
            reached = last  # "Le | maire", "Mais | Anne"
            continue
        middle = 0 if alone else second_name(words, index, last, mentions)
        pieces = [(index, middle), (middle, last)] if middle else [(index, last)]
        if middle and is_inhabitant(words.folds[index]):
            del pieces[0]
        for first, end in pieces:
            first = past_common_word(words, first, end, capitals, mentions)
            name = name_in(words, first, end) if first < end else None
            if name is not None:
                names.append(name)
        reached = max(last, index + 1)
    return names


def _masked(words: Words) -> dict[int, int]:
    """Return the stretches that are no source of names: links, credits, "@nom", "#motdiese"; first word to the next.

    A line "Lire aussi" ends at its line end, else with the sentence that is named.
    """
    outside = (words.at(start, end) for start, end in outside_lines(words.text))
    found = {first: last for first, last in outside if first < last}
    for index in compress(count(), map(_MASKING.__contains__, words.folds)):
        if words.folds[index] in ("@", "#"):
            if words.adjoining(index):
                found[index] = index + 2
        elif words.fold_at(index + 1) in ("aussi", "egalement", "notre"):
            end = index + 2
            while end < len(words) and end - index < 40 and not words.is_line_end(end):
                if (
                    words.forms[end - 1][-1].islower()
                    and words.starts[end] == words.ends[end - 1]
                    and words.forms[end][0].isupper()
                ):
                    break
                end += 1
                if _GLUED.search(words.forms[end - 1]):
                    break
            found[index] = end
    return found


def _run_end(words: Words, index: int) -> int:
    """Return the index after the run of capitals, particles and numbers that starts at a word."""
    last = index + 1
    while last < len(words) and last - index < 3 * _MAX_PARTS and words.adjoining(last - 1):
        form, key = words.forms[last], words.folds[last]
        if _opens_function(words, index, last) or _opens_address(words, index, last):
            # "l'hôpital Yalgado | M. Roy", "Crise | Le Premier ministre …": a site's kicker glued to the text.
            break
        if form[0].isupper() or key.startswith(("al-", "el-", "ash-", "as-", "ar-")):
            if words.forms[last - 1] in ("L'", "L’"):
                break
            last += 1 + _is_prefix(words, last)
            continue
        step = last
        if words.folds[last - 1] in word_set("platform"):
            break  # "la page Facebook | de Paul Roy"
        if key in word_set("particle") and words.adjoining(step):
            step += 1
            if words.fold_at(step) in _LINKED_ARTICLES and words.adjoining(step):
                step += 1
        elif key in JOINING and is_capital(words, step + 1):
            step += 1  # "Bank of America", "Food & Water Watch"
        elif key == "-" and form == "–" and words.starts[step] == words.ends[step - 1]:
            step += words.starts[step + 1 : step + 2] == [words.ends[step]]  # "Saguenay–Lac-Saint-Jean"
        elif key.isdigit() and words.forms[last - 1][0].isupper() and len(key) < 3:
            # "France 24", "TF1" needs no help; years and sums are longer.
            last += 1
            break
        if step > last and is_capital(words, step):
            last = step + 1
            continue
        break
    return last


def _opens_address(words: Words, first: int, index: int) -> bool:
    """Tell whether an abbreviation in a run of capitals addresses somebody, and is no initial: "Antoine M. Roy"."""
    return (
        words.forms[index].endswith(".")
        and words.folds[index] in civilities()
        and not is_first_name(words.folds[first])
    )


def _is_prefix(words: Words, index: int) -> bool:
    """Tell whether a word with a capital only opens the next one: "Farid | M'hamed", "Awa | N'diaye"."""
    after = index + 1
    opens = words.folds[index] in ("m'", "n'") and after < len(words)
    return opens and words.starts[after] == words.ends[index] and words.forms[after].islower()


def _opens_function(words: Words, first: int, index: int) -> bool:
    """Tell whether a determiner in a run of capitals opens a function, and not a surname: "Bruno | Le Maire".

    An office of several words does without: "a nommé Luc Rey | Premier ministre".
    """
    office = function_at(words, index)
    if office and office.length > 1 and words.forms[index][0].isupper() and words.forms[index + 1].islower():
        return index - first > 1 or is_first_name(words.folds[first])
    if index - first > 1 or index + 1 >= len(words) or words.folds[index] not in ("le", "la", "l'", "les"):
        return False
    if is_first_name(words.folds[first]) or words.folds[first] in civilities() or not function_at(words, index + 1):
        return False
    return index + 2 < len(words) and words.forms[index + 2].islower()


def _is_given(words: Words, first: int, last: int) -> bool:
    """Tell whether a form of address is a first name: "Cheikh Mbaye", but "le cheikh Ahmed Ba", "le Cheikh Ba"."""
    capital = words.forms[first][0].isupper() and first + 1 < last
    return capital and is_first_name(words.folds[first]) and words.fold_at(first - 1) not in ("le", "du", "au")


def name_in(words: Words, first: int, last: int) -> Name | None:
    """Return the name in a run of capitals, or None where only common words carry the capital."""
    civil, common = civilities(), openers()
    civility = ""
    for honour in (first, first + 1):
        if _is_honour(words, honour):
            first = min(last, honour + 1)  # "Sa Majesté | Mohammed VI"
            break
    if starts_sentence(words, first) and not has_mark(words, last):
        opened = tuple(words.folds[first : first + 2]) in words.opened
        while not opened and first < last and (is_opener(words, first) or is_adverb(words.low_at(first))):
            first += 1
        while first < last and not words.forms[first][0].isupper() and words.folds[first] not in civil:
            first += 1
    while first < last and words.folds[first] in civil and not _is_given(words, first, last):
        # "Me" and "Don" are also words: a civility stands before a name.
        if first + 1 >= last and not words.forms[first].endswith("."):
            return None
        civility = words.folds[first]
        first += 1
    named = last - first > 2 and words.forms[first + 1][0].isupper() and words.folds[first + 1] not in prepositions()
    if named and is_inhabitant(words.folds[first]) and words.fold_at(first - 1) in ("le", "la", "l'"):
        # "La Néerlandaise | Femke Dijkstra", but "la République de Croatie"
        first += 1
    if first + 1 < last and words.folds[first] in ("le", "la", "l'", "les") and function_at(words, first + 1):
        # "Crise | Le Premier ministre": the determiner opens a group of its own, save in "Bruno / M. Le Maire".
        called = words.fold_at(first - 1) in ("m.", "mm.", "mme", "mme.")
        first += not (called or is_first_name(words.fold_at(first - 1)))
    start = _past_nouns(words, first, last)
    if start < 0:
        return None
    first = start
    while first < last and words.forms[first].islower():
        first += 1  # "Mort d'| Arnaud Roy" at the head of a line
    last = _cut(words, first, last)
    if first < last:
        whole = up_to_acronym(words, first, last) or whole_body(words, first, last)
        last = max(known_end(words, first), whole)
    if first >= last or not words.forms[first][0].isalpha():
        return None
    if last - first == 1 and (end := people_for(words, first)):
        last = end
    parts = tuple(words.folds[first:last])
    if len(parts) == 1 and (parts[0] in common or (parts[0] not in bodies() and is_office(words, first, civility))):
        return None
    # "Onze", "N'" carry a capital by their place.
    bare = len(parts) == 1 and (parts[0] in word_set("number") or parts[0].endswith("'"))
    if bare or ("-" in "".join(parts) and any(part.endswith(_INVERSIONS) for part in parts)):
        return None
    participle = len(parts) == 1 and parts[0].endswith("ant") and not is_first_name(parts[0])
    if participle and starts_sentence(words, first) and not civility:
        return None
    return classified(words, first, last, parts, civility)


def _past_nouns(words: Words, first: int, last: int) -> int:
    """Return where the name itself starts in a run of capitals, or -1 where none does."""
    common = openers()
    # "Madame la ministre", "Président Macron", "Commissaire Geoffrey Starks"
    while first < last and (found := function_at(words, first)) and first + found.length < last:
        first += found.length
        while first < last and not words.forms[first][0].isupper():
            first += 1
    # "R. Je crains": an interview's letter, and the sentence after it.
    if last - first > 1 and len(words.folds[first]) == 2 and words.folds[first + 1] in common:
        return -1
    # "l'ONG Human Rights Watch": the noun is written like a name.
    while first < last and words.folds[first] in _NOUNS:
        first += 1
    # "L'Élysée" at the head of a sentence.
    while first < last and words.forms[first] in ("L'", "L’", "D'", "D’", "Lʼ"):
        first += 1
    # "Mort de Johnny Hallyday": the name starts after the common noun.
    linked = last - first > 2 and words.folds[first + 1] in ("de", "d'")
    if linked and is_first_name(words.folds[first + 2]) and not is_first_name(words.folds[first]):
        first += 2
    return first


def _cut(words: Words, first: int, last: int) -> int:
    """Return where the name ends: before "de" and a country, an acronym after a person's name, a trailing particle."""
    for index in range(first + 1, last):
        key = words.folds[index]
        if key in ("de", "du", "des") and index == first + 1 and is_acronym(words.forms[first]):
            # "le député PCF | de Seine-Saint-Denis"
            return index
        linked = words.fold_at(index + 1) in _LINKED
        whose = key in ("du", "des") or (key == "de" and linked)
        title = words.folds[first] in bodies() or words.folds[first] in _ARTICLES
        if whose and index - first > 1 and not title and words.fold_at(first - 1) not in determiners():
            # "Paul Roy | de l'Uprona", "Anne Petit | du Parti libéral", but "La Voix du Nord", "la Haute Cour de la"
            return index
        if key in ("de", "d'", "du", "des") and index + 1 < last:
            rest = " ".join(words.folds[index + 1 : last])
            if (rest in countries() or is_acronym(words.forms[last - 1])) and index - first > 1:
                return index
    last = _without_tail(words, first, last)
    short = is_acronym(words.forms[last - 1]) and not is_acronym(words.forms[last - 2])
    if last - first > 2 and short and not _is_called(words, last - 1):
        return _without_tail(words, first, last - 1)
    return last


def _is_honour(words: Words, index: int) -> bool:
    """Tell whether a word ends the address of who reigns: "Sa | Majesté", "Son | Excellence"."""
    within = 0 < index < len(words.folds)
    return within and words.folds[index - 1] in ("sa", "son") and words.folds[index] in word_set("honour")


def _is_called(words: Words, index: int) -> bool:
    """Tell whether capitals behind a name are no party's: "Mohammed | VI", "Awa Marie | NIANG"."""
    key = words.folds[index]
    if set(key) <= _NUMERAL:
        return True
    if words.forms[index - 1].islower() or words.folds[index - 1] in _ARTICLES:
        return False  # "Ana | de l'UNICEF"
    return len(key) > 3 and not _UNSPEAKABLE.search(key) and not colours(words, index, index + 1)


def _without_tail(words: Words, first: int, last: int) -> int:
    """Return where a name ends without the particles behind it."""
    while last > first and not (
        words.forms[last - 1][0].isupper()
        or words.forms[last - 1][0].isdigit()
        or "-" in words.forms[last - 1]
        or (last - first > 1 and _is_prefix(words, last - 2))
    ):
        last -= 1
    return last


def classified(words: Words, first: int, last: int, parts: tuple[str, ...], civility: str) -> Name | None:
    """Return the name that words are, with its kind and what stands before it, or None where they are too many."""
    if len(parts) > 2 * _MAX_PARTS:
        return None
    address = 1 if civility else 0
    if _is_honour(words, first - address - 1):
        address += 2
    before = first - 1 - address
    key = words.fold_at(before) if not words.is_line_end(before) else ""
    determined = key in determiners() and words.fold_at(before - 1) != "numero"
    kind = kind_of(words, first, last, before=key, determined=determined, civility=civility)
    # "du", "au", "des" hold a preposition; so does "de la", "à l'".
    governed = key in prepositions()
    if determined and not governed and before > 0:
        governed = words.fold_at(before - 1) in prepositions()
    return Name(
        first,
        last,
        words.starts[first],
        words.ends[last - 1],
        parts,
        kind,
        civility,
        address,
        _gender(parts, kind, key if determined else "", civility),
        determined and kind == "thing",
        governed,
    )


def _gender(parts: tuple[str, ...], kind: NameKind, determiner: str, civility: str) -> Gender | None:
    """Return the gender that a name shows: by its civility, as the name of a country, by its determiner."""
    if civility:
        # "le Dr Anne Roy": of a title, the masculine article says little.
        return civilities()[civility].gender or ("f" if determiner in showing("f") else None)
    if kind != "thing":
        return None
    country = countries().get(" ".join(parts))
    if country is not None:
        return country
    return "m" if determiner in showing("m") else "f" if determiner in showing("f") else None
