"""Where the words beside a cue end and part: trimmed, and one range for each of those whom "et" joins."""

from frnews._french._verbs import is_infinitive, is_participle
from frnews._french._words import CONTRACTED, DASHES
from frnews._names._cast import Cast
from frnews._names._documents import is_issued
from frnews._names._groups import Group, group_before, read_group
from frnews._names._lexicon import civilities, determiners, documents, prepositions, word_set
from frnews._names._names import Name
from frnews._names._words import Words

# Words of a mention that are read; longer ones are mistakes of the finder.
_MAX_WORDS = 80
_RELATIVES = frozenset({"qui", "que", "qu'", "dont", "ou", "lequel", "laquelle", "lesquels"})
# Where several are: "massés | devant", "réunis | à".
_PLACING = frozenset({"devant", "derriere", "à", "au", "aux", "dans", "sur", "en", "autour", "lors"})
_PAIRS = frozenset({"deux", "trois", "couple", "duo", "tandem", "trio"})
_DASHES = DASHES | {"-"}
_SELF = ("-meme", "-memes")


def trimmed(words: Words, first: int, last: int) -> tuple[int, int]:
    """Return the words of a mention without the signs around it and what comes after a relative pronoun."""
    last = min(last, first + _MAX_WORDS)
    while first < last and not words.forms[first][0].isalnum():
        first += 1
    while last > first and not (words.forms[last - 1][0].isalnum() or words.forms[last - 1] in (")", "»")):
        last -= 1
    if first + 1 < last and words.folds[first] == "et":
        first += 1
    if first < last and words.folds[first] in ("ne", "n'"):
        return first, first  # "N'empêche, en affirmant que …"
    for index in range(first + 1, last):
        # "les riverains | ne décolèrent pas", "et la ministre | d'ajouter"
        if words.folds[index] in ("ne", "n'") or (
            words.folds[index] in ("de", "d'") and _ends_in_verb(words, index, last)
        ):
            last = index
            break
        if index > first + 1 and _is_undergone(words, first, index, last):
            last = index  # "des habitants | contactés par la rédaction"
            break
        # What stands between marks in a mention is a title: "un rapport sur « Les revenus et le patrimoine »".
        title = words.forms[index] in ("«", "“") and not _is_name_in_marks(words, first, index)
        parted = words.forms[index] in _DASHES and words.starts[index] > words.ends[index - 1]  # not "2019-2020"
        title = title or (parted and index < last - 1)
        if words.folds[index] in _RELATIVES or title:
            last = index
            break
    while last > first and not (words.forms[last - 1][0].isalnum() or words.forms[last - 1] == ")"):
        last -= 1
    if last - first > 1 and words.folds[last - 1] == "et":
        last -= 1  # "une lettre des juges | et dont l'AFP a eu connaissance"
    if last - first > 1 and words.folds[last - 1].endswith(_SELF):
        last -= 1  # "les gendarmes | eux-mêmes"
    return first, last


def _is_undergone(words: Words, first: int, index: int, last: int) -> bool:
    """Tell whether a participle starts what befell several or where they are, and not who issued a document.

    "des habitants | contactés par la rédaction", "les parents | massés devant l'école"
    """
    after = words.fold_at(index + 1)
    placed = after in _PLACING and index + 1 == last and words.folds[index].endswith("s")
    if not (after == "par" or placed) or not is_participle(words.low_at(index)):
        return False
    if words.folds[index] in word_set("task"):
        return False  # "les ministres délégués à l'Enfance"
    issued = index + 1 < last and is_issued(words, index)
    return not issued or documents().isdisjoint(words.folds[first:index])


def _is_name_in_marks(words: Words, first: int, index: int) -> bool:
    """Tell whether marks hold a group's name, and no title: "les | « gilets jaunes »", "plusieurs | « blouses »"."""
    before = words.folds[index - 1]
    return before in determiners() or before in ("de", "d'", "nombreux", "nombreuses", "parmi") or index == first


def _ends_in_verb(words: Words, index: int, last: int) -> bool:
    """Tell whether a mention cut too long ends in the infinitive of its own cue: "d'ajouter", "de poursuivre"."""
    return index + 2 == last and words.forms[index + 1].islower() and is_infinitive(words.low_at(index + 1))


def parts(cast: Cast, first: int, last: int) -> list[tuple[int, int]]:
    """Return the speakers that a mention joins: "Paris | et | le chancelier Olaf Scholz", one range of words each.

    A comma parts speakers only in a list that ends with "et" ("A, B et C"): else it sets off a function.
    """
    words = cast.words
    joining = [i for i in range(first + 1, last - 1) if words.folds[i] == "et"]
    cuts = [i for i in joining if _is_governed_alike(words, i, first) or _opens_speaker(cast, i + 1, first, last)]
    within = [o.name for o in cast.among(first, last)] if cuts else []
    # "l'Association des spiritueux et vins" is one name.
    cuts = [i for i in cuts if not any(name.first < i < name.last for name in within)]
    if not cuts:
        return [(first, last)]
    commas = [
        i
        for i in range(first + 1, cuts[-1])
        if words.forms[i] == "," and (cast.at(i + 1) or words.folds[i + 1] in civilities())
    ]
    pieces, start = [], first
    for cut in sorted({*cuts, *commas}):
        end = cut
        while end > start and words.forms[end - 1] == ",":
            end -= 1
        if end > start:
            pieces.append((start, end))
        start = cut + 1 + (words.folds[cut + 1] in ("de", "d'"))
    pieces.append((start, last))
    return pieces


def _is_governed_alike(words: Words, joining: int, first: int) -> bool:
    """Tell whether "et" joins two whom one preposition brings in, twice: "auprès du | parquet et d'| un avocat"."""
    of = CONTRACTED["de"]
    governed = words.fold_at(first - 1) in of or words.folds[first] in ("du", "des")
    return governed and words.fold_at(joining + 1) in of and of.isdisjoint(words.folds[first + 1 : joining])


def named_behind_plural(cast: Cast, first: int, last: int) -> int:
    """Return where the names start that say who a plural is: "Les ministres des Finances, | Anne Roy et Luc Petit"."""
    words = cast.words
    comma = next((i for i in range(first + 1, last - 1) if words.forms[i] == ","), None)
    several = words.folds[first] in word_set("plural_determiner") or words.folds[first] in word_set("number")
    if comma is None or not (several or not _PAIRS.isdisjoint(words.folds[first : first + 2])):
        return first
    named = [o.name for o in cast.among(comma, last) if o.entity.kind == "person"]
    whole = len(named) > 1 and named[0].first_with_civility == comma + 1 and named[-1].last == last
    return comma + 1 if whole and words.folds[named[-1].first_with_civility - 1] == "et" else first


def _opens_speaker(cast: Cast, index: int, first: int, last: int) -> bool:
    """Tell whether another speaker starts after "et", and not more of the same one's function."""
    words = cast.words
    key, form = words.folds[index], words.forms[index]
    if key in ("de", "d'", "du", "des"):
        return False
    if key in civilities() and index + 1 < last:
        return True
    named = bool(cast.at(index)) or (form[0].isupper() and key not in determiners())
    if named:
        # "le ministre de l'Économie et Finances" joins complements; a name after a name joins speakers.
        return _names_someone(cast, first, index - 1) or read_group(words, index, last) is not None
    if key in determiners() and key not in ("deux", "trois"):
        return True
    # "Les présidents chinois Xi Jinping et russe Vladimir Poutine"
    return any(o.name.start > words.starts[index] for o in cast.among(index, last)) and (
        _names_someone(cast, first, index - 1) and not _role_follows(words, index, last)
    )


def _role_follows(words: Words, index: int, last: int) -> bool:
    group = read_group(words, index, last)
    return group is not None and not group.determiner


def _names_someone(cast: Cast, first: int, last: int) -> bool:
    if first >= last:
        return False
    within = cast.among(first, last)
    return any(not governed_in(cast.words, o.name, first) for o in within) or not any(within)


# Prepositions behind which somebody stands who is not the noun before them.
_OUTSIDE = frozenset({"par", "avec", "contre", "chez", "envers", "sans"})


def governed_in(words: Words, name: Name, first: int) -> bool:
    """Tell whether a name inside a mention is a complement in it: "la porte-parole de | Marine Le Pen"."""
    before = name.first_with_civility - 1
    if before < first:
        return False
    role = group_before(words, name.first_with_civility)
    if role is not None and (_is_of_function(words, role, name, first) or circle_of(words, name, first)):
        return True
    if role is not None and role.first > first and words.folds[role.first - 1] in _OUTSIDE:
        return True  # "le fonds créé par | l'actrice Ana Roy"
    key = words.folds[before]
    if key in determiners() and key not in ("de", "d'", "du", "des", "au", "aux") and before - 1 >= first:
        key = words.folds[before - 1]
    return key in prepositions() or key in ("de", "d'", "du", "des")


def circle_of(words: Words, name: Name, first: int) -> Group | None:
    """Return the body or several of whom a name behind a comma is not one: "l'entourage de la ministre, | Ana Roy".

    Behind a person's function the name is that person's: "le porte-parole de la ministre, | Luc Rey".
    """
    index = name.first_with_civility
    inner = group_before(words, index)
    if inner is None or words.folds[index - 1] != "," or inner.first <= first:
        return None
    outer = read_group(words, first, index)
    if outer is None or not (outer.body is not None or outer.plural) or inner.head <= outer.head:
        return None
    return outer if {"de", "du", "d'"} & {words.folds[inner.first], words.fold_at(inner.first - 1)} else None


def _is_of_function(words: Words, inner: Group, name: Name, first: int) -> bool:
    """Tell whether a name with its function ends what a mention's noun governs: "un proche du maire | Paul Roy"."""
    index = name.first_with_civility
    if words.folds[index - 1] == ",":
        return False
    outer = read_group(words, first, index)
    if outer is None or outer.function is None or inner.head <= outer.head or inner.determiner == "son":
        return False
    before = inner.first - (not inner.determiner)
    linked = words.fold_at(inner.first - 1) in ("de", "d'") or words.folds[before] in ("du", "d'", "de")
    return linked and inner.first > outer.head


def described(words: Words, first: int, last: int) -> Group | None:
    """Return the mention as a group with a known noun, its leading preposition aside."""
    while first < last and words.folds[first] in word_set("leading") and words.folds[first] not in determiners():
        first += 1
    return read_group(words, first, last)


def after_glued_line(words: Words, first: int, last: int) -> int:
    """Return where the words of a mention start behind a line that the next one is glued to: "Tunis rassure|Tunis"."""
    capitals = (k for k in range(last - 1, first, -1) if words.forms[k][0].isupper())
    glued = (k for k in capitals if words.starts[k] == words.ends[k - 1] and words.forms[k - 1][-1].islower())
    return next(glued, first)
