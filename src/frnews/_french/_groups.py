"""Noun groups: where one starts and ends, the shortest that identifies.

All positions are token numbers; a group is (first, last), both inclusive.
"""

from functools import cache

from frnews._french._determiners import showing
from frnews._french._first_names import is_first_name
from frnews._french._folds import bare
from frnews._french._phrases import phrase_at
from frnews._french._tags import BEFORE_NOUN, counted_alone, tags_of
from frnews._french._tokens import Tokens, pronoun_of
from frnews._french._verbs import is_infinitive, readings
from frnews._french._words import CONTRACTED, is_adverb, press_nouns, to_newsroom, words_of
from frnews._tables import read_table

Group = tuple[int, int]

# No group that names somebody is longer; it also bounds the work on hostile input.
LONGEST = 60
POINTING = frozenset({"ceci", "cela", "ça"})
"""Pronouns for what is said or seen, and never for whoever says it."""
# What no noun group runs over: verbs, clauses, other groups, signs.
_ENDS = frozenset('VAILGUTpcniS,(-)K"')
# "ministre en exercice", "secrétaire d'État à la Santé": prepositions that may go on with what a function is about.
_ATTACHING = frozenset({"à", "au", "aux", "en", "pour", "contre", "chez", "auprès", "près", "sur"})
TIME_UNITS = frozenset({"ans", "h", "heures"})
"""What a number counts that is an age or an hour, and nobody."""
# Tokens within which an auxiliary stands that two participles share.
_SHARED = 12
# Verbs whose participle gives a name; "appelée Place Flagey" may say where one was called to.
_NAMING = frozenset({"nommer", "prénommer", "dénommer"})
# Pronouns that show the number of their group, as determiners do.
_PLURAL_PRONOUNS = frozenset({"ils", "elles", "eux", "ceux", "celles", "ceux-ci", "celles-ci", "beaucoup"})
_SINGULAR_PRONOUNS = frozenset({"il", "elle", "on", "celui-ci", "celle-ci", "lui"})
# Singular determiners that often stand before the last of several subjects ("l'INCa et l'ANSM ont recommandé").
_OF_SERIES = frozenset({"l'", "du", "au"})


def is_civility(word: str) -> bool:
    """Whether a word is an abbreviated civility, whose full stop ends nothing: "M.", "Me"."""
    return word in words_of("civility")


def is_name_word(tokens: Tokens, i: int) -> bool:
    """Whether token `i` may be a part of a proper name: a capital anywhere ("cdH"), or an abbreviated civility."""
    return tokens.cased[i] or (tags_of(tokens)[i] == "P" and is_civility(tokens.low[i]))


@cache
def function_nouns() -> frozenset[str]:
    """Return the one-word nouns by which a person is called by what they do."""
    rows = read_table("speaker_functions")
    return frozenset(
        row[column] for row in rows for column in ("word", "feminine") if row[column] and " " not in row[column]
    )


def starts_group(tokens: Tokens, i: int) -> bool:
    """Whether a noun group may start at token `i`."""
    tag = tags_of(tokens)[i]
    word = tokens.low[i]
    if tag in {"D", "P", "S"} or is_name_word(tokens, i):
        return tag not in "pCUL" and (tag != "B" or word == "tout")
    if tag == "#":
        return TIME_UNITS.isdisjoint(tokens.low[i + 1 : i + 2])
    if tag == "d":
        return word in {"des", "du"} or tokens.low[i + 1 : i + 2] in (["nombreux"], ["nombreuses"], ["autres"])
    if word not in {"nombre", "bon"}:
        return False
    # "selon | nombre d'élus", "selon | bon nombre d'élus"
    noun = i + (word == "bon")
    return tokens.low[noun : noun + 1] == ["nombre"] and tokens.low[noun + 1 : noun + 2] in (["de"], ["d'"])


@cache
def counted_times() -> frozenset[str]:
    """Return what a number of times or of units of time is counted in: "trois fois", "quelques jours"."""
    plurals = (row["word"] for row in read_table("date_units") if row["word"].endswith("s"))
    return frozenset({"fois", "instants", *plurals})


@cache
def apposing_nouns() -> frozenset[str]:
    """Return the nouns behind which a name stands that is theirs: "l'agence Belga".

    >>> "agence" in apposing_nouns(), "presse" in apposing_nouns()
    (True, False)
    """
    return frozenset(row["word"] for row in read_table("apposing_nouns"))


def noun_group(tokens: Tokens, i: int, limit: int | None = None, *, determined: bool = False) -> Group | None:
    """Return the noun group that starts at token `i`, the shortest that identifies, or None.

    Where it is `determined`, a contracted article ("au") stands before its noun, and no other is asked for.
    "le ministre de l'Intérieur Gérald Darmanin mardi" ends at the name; "une source proche du dossier" runs on.

    >>> text = "le ministre de l'Intérieur Gérald Darmanin mardi"
    >>> noun_group(Tokens(text, 0, len(text)), 0)
    (0, 6)
    """
    low, tags = tokens.low, tags_of(tokens)
    limit = len(low) if limit is None else min(limit, len(low))
    if i >= limit:
        return None
    if low[i] in {"ce", "cette", "ces"} and i + 1 < limit and low[i + 1].startswith("derni") and tags[i + 1] != "T":
        return (i, i + 1)
    if tags[i] == "D" and (alone := _all_counted(tokens, i, limit)):
        return (i, alone)
    if low[i] == "l'" and low[i + 1 : i + 3] in (["un", "d'"], ["une", "d'"]) and i + 3 < limit:
        of_them = i + 3 + (low[i + 3] == "entre")  # "l'une d'elles", "l'un d'entre eux"
        if of_them < limit and low[of_them] in {"eux", "elles"}:
            return (i, of_them)
    if tags[i] == "S" and low[i] not in {"celui", "celle", "ceux", "celles"}:
        counts = low[i] == "beaucoup" and tags[i + 1 : i + 2] == ["d"] and i + 2 < limit  # "beaucoup | de gens"
        return (i, _Walk(tokens, i + 2, limit).end()) if counts else (i, i)
    if not starts_group(tokens, i) and not (determined and tags[i] == "N"):
        return None
    last = _Walk(tokens, i, limit).end()
    while last > i and tags[last] in "dDRC" and low[last - 1] != "sur":
        last -= 1
    if last == i and tags[i] in {"D", "d", "#"} and not tokens.is_capital(i):
        return None
    return (i, last)


def _all_counted(tokens: Tokens, i: int, limit: int) -> int:
    """Return the last token of a number that stands for those counted: "les deux", "tous deux", or 0."""
    last = i + 1 + (tokens.low[i : i + 2] in (["tous", "les"], ["toutes", "les"]))
    if last >= limit or tokens.low[i] in {"le", "la"} or not counted_alone(tokens, last - 1):
        return 0
    follows = tags_of(tokens)[last + 1 : last + 2]
    if tokens.low[i] in {"tous", "toutes"}:
        return last if follows and follows[0] in "AVcn" else 0  # but "les deux mots commencent | tous deux par"
    return last if not follows or follows[0] not in "NPQD#" else 0


def group_behind(tokens: Tokens, k: int, limit: int) -> Group | None:
    """Return the noun group that the preposition at token `k` governs, without an article contracted with it, or None.

    >>> text = "fait dire au maire de Mons"
    >>> group_behind(Tokens(text, 0, len(text)), 2, 6)
    (3, 5)
    """
    return noun_group(tokens, k + 1, limit, determined=tokens.low[k] in {"au", "aux", "du", "des"})


class _Walk:
    """One walk to the right through a noun group."""

    __slots__ = ("capitals", "i", "limit", "tags", "tokens")

    def __init__(self, tokens: Tokens, i: int, limit: int) -> None:
        self.tokens = tokens
        self.tags = tags_of(tokens)
        self.i = i
        self.limit = min(limit, i + LONGEST)
        self.capitals = 0  # capitals in a row

    def end(self) -> int:
        last = k = self.i
        while k < self.limit and self._takes(k):
            last = k
            k += 1
        return last

    def _takes(self, k: int) -> bool:
        tokens, tags, word = self.tokens, self.tags, self.tokens.low[k]
        tag = tags[k]
        if k > self.i:
            if tokens.quote[k] != tokens.quote[k - 1]:
                return False
            if tag in _ENDS and not (tag == "T" and tokens.is_capital(k)):
                return tag == "S" and tokens.low[k - 1] == "entre"  # "70 % d'entre eux"
            if word == "entre" and tags[k - 1] == "d":
                return True
        if tag == "P" and word == ".":
            return True
        if tag == "B" and k > self.i and tags[k - 1] == "D" and tags[k + 1 : k + 2] == ["N"]:
            # "la | plus | grande ville", "une | très | longue grève", but "les communes les | plus | pauvres"
            return word not in {"plus", "moins"} or k < 2 or tags[k - 2] not in "NP"
        if tag == "B":
            # "de lui-même", but "les élus | au contraire", where a phrase starts
            more = word == "même" or not (is_adverb(word) or word[0].isdigit() or phrase_at(tokens, k, "aside"))
            return k == self.i or more
        if tag == "C":
            joined = joins_groups(tokens, k, self.limit) and not self._places(k)
            self.capitals = 0 if joined else self.capitals
            return joined
        if tag in "dRD":
            return k == self.i or self._goes_on(k)
        if is_name_word(tokens, k) or (self.capitals and self._name_particle(k)):
            if k > self.i and (self._counts(k - 1) or self._names_another(k)):
                return False  # "a répété trois fois | Anne Roy", "qualifie sur Twitter | M. Roy de raté"
            self.capitals += 1
            return True
        if self.capitals == 2 and k == self.i + 2 and tokens.low[self.i] in {"la", "le", "les"}:
            return self._lower_part_of_name(k)  # "La France | insoumise"
        if self.capitals >= 2 or (self.capitals and k > self.i + 1 and is_civility(tokens.low[self.i])):
            return False
        if self.capitals == 1 and k == self.i + 1 and tokens.is_capital(self.i) and tags[self.i] == "P":
            return self._lower_part_of_name(k)
        self.capitals = 0
        return True

    def _places(self, k: int) -> bool:
        """Whether the group is a place, and what the coordinator joins has its article: "à Lyon | et la fédération"."""
        placed = self.i > 0 and self.tokens.low[self.i - 1] in {"à", "en"} and self.tags[self.i] != "D"
        return placed and self.tags[k + 1 : k + 2] == ["D"]

    def _names_another(self, k: int) -> bool:
        """Whether a civility at token `k` names somebody behind the name of a medium or place: "à Lyon | Mme Roy"."""
        if not is_civility(self.tokens.low[k]) or not self.capitals or self.i == 0:
            return False
        return self.tags[self.i - 1] == "R" and len(self.tokens.low[k - 1]) > 1

    def _counts(self, k: int) -> bool:
        """Whether token `k` is a unit of time that the group counts: "trois | fois"."""
        low, first = self.tokens.low, self.tokens.low[self.i]
        counted = first[0].isdigit() or first in words_of("numeral") or first in {"quelques", "plusieurs"}
        return counted and low[k] in counted_times() and not self.tokens.is_capital(k)

    def _lower_part_of_name(self, k: int) -> bool:
        """Whether an adjective or a number goes on with a body's name: "Rassemblement national", "France 2"."""
        if self.tags[k] == "#":
            return len(self.tokens.low[k]) <= 2
        return self.tags[k] == "N" and not is_adverb(self.tokens.low[k]) and self.tokens.low[k].isalpha()

    def _goes_on(self, k: int) -> bool:
        """Whether "de", an article or a preposition inside the group goes on with it."""
        tokens, tags, low = self.tokens, self.tags, self.tokens.low
        tag, word = tags[k], low[k]
        if k + 1 >= self.limit:
            return False
        following = k + 1
        if self.capitals >= 2:
            # After a whole name only a particle goes on ("Dominique de Villepin"); "Le Monde | l'Élysée" are two.
            return (tag == "d" or tags[k - 1] == "d") and tokens.is_capital(following)
        if tag == "d":
            if low[following] == "entre":
                return True
            if self.capitals and low[following] in {"source", "sources"}:
                return False  # "a appris l'AFP | de source judiciaire"
            if tags[following] == "I" or (is_infinitive(low[following]) and not tokens.is_capital(following)):
                return False  # "accusés par la direction d'avoir séquestré"
            if tags[following] in "TV,K":
                return tags[following] == "T" and tokens.is_capital(following)
            self.capitals = 0
            return True
        if word == "sur" and (tags[following] == "#" or low[following] in words_of("numeral")):
            return True  # "un habitant sur deux"
        if tag == "R":
            if word not in _ATTACHING or tags[k - 1] in "DRd" or not self._attaches(k):
                return False
            self.capitals = 0
            return True
        if low[k - 1] == "numéro" and (word in words_of("numeral") or word == "un"):
            return True  # "le numéro | deux du parti"
        # An article: only behind "de" or a preposition, "tous les", or in a name ("Marine Le Pen").
        if tags[k - 1] in {"d", "R"} or (tags[k - 1] == "D" and k - 1 == self.i) or tags[k - 1] in {"C"}:
            self.capitals = 0
            return True
        return tokens.is_capital(k) or (
            word in {"le", "la"}
            and self.capitals == 1
            and tokens.is_capital(following)
            and tags[following] == "P"
            and (tags[self.i] == "P" or tags[k - 2] == "d")  # "le président de Debout la France"
            # "Bruxelles | le Premier ministre"
            and (following + 1 >= self.limit or tags[following + 1] not in {"N", "d"})
        )

    def _attaches(self, k: int) -> bool:
        """Whether a preposition belongs to the noun before it ("ministre en exercice", "envoyé spécial à Kiev")."""
        low, tokens = self.tokens.low, self.tokens
        following = low[k + 1]
        if following == "cause" and low[k] == "en":
            return low[k - 1] in {"mis", "mise", "mises"}  # "les personnes mises | en cause"
        noun = k + 1 + (low[k] == "à" and following in {"la", "l'"})  # "une source | à la mairie"
        contracted = low[k] in {"au", "aux"} or (k + 1 < noun < self.limit and not tokens.is_capital(noun))
        if contracted and self.tags[noun : noun + 1] == ["N"] and low[k - 1] in words_of("office over"):
            behind_verb = self.i > 0 and self.tags[self.i - 1] in "VQAI"  # "a répondu la candidate | aux électeurs"
            if low[k - 1].startswith("adjoint") and following == "maire":
                return True
            return not (behind_verb or following in {"côtés", "côté"} or low[noun].rstrip("s") in function_nouns())
        head = next((low[n] for n in range(self.i, k) if self.tags[n] in "NQP" and low[n] in function_nouns()), "")
        told = to_newsroom(low[k : k + 3]) and press_nouns().isdisjoint(low[self.i : k])
        if (
            not head
            or told
            or (low[k] == "à" and is_first_name(bare(low[k + 1])) and k + 2 < len(low) and tokens.is_capital(k + 2))
        ):
            return False  # "a confié un proche | à l'AFP", "a répondu la ministre | à Paul Roy"
        return tokens.is_capital(k + 1) or following in {"chef", "charge", "exercice", "l'", "la"}

    def _name_particle(self, k: int) -> bool:
        tokens, low = self.tokens, self.tokens.low
        if k + 1 >= self.limit or low[k] not in words_of("name particle"):
            return False
        if low[k] == "l'" and self.tags[k - 1] != "d":
            return False  # "Le Monde | l'Élysée", but "Michel de l'Hospital"
        return tokens.is_capital(k + 1) or low[k + 1] in words_of("name particle")


def joins_groups(tokens: Tokens, k: int, limit: int) -> bool:
    """Whether the coordinator `k` joins a second group of the same kind ("Xi Jinping et Vladimir Poutine")."""
    low, tags = tokens.low, tags_of(tokens)
    if low[k] not in {"et", "&", "ou"} or k + 1 >= limit or k == 0 or low[k + 1][0].isdigit():
        return False  # "selon la police et 10 000 selon les organisateurs"
    following = tags[k + 1]
    if following == "S" or tags[k - 1] not in 'NPQS#B"':
        return False
    shared = following == "Q" and "A" in tags[max(0, k - _SHARED) : k]  # "a rejeté toute faute et | accusé Ottawa"
    if starts_group(tokens, k + 1) or (low[k + 1] in function_nouns() and not shared):
        return low[k] != "ou" or following == "D"  # "la députée de Gouin et porte-parole de Québec solidaire"
    # "Les présidents chinois Xi Jinping et russe Vladimir Poutine": one noun for two names.
    if k + 3 < limit and low[k + 1].isalpha() and tokens.is_capital(k + 2) and tokens.is_capital(k - 1):
        return True
    if low[k] == "et" and following == "d" and k + 2 < limit and tags[k + 2] in "DNP":
        return True  # "le ministre de l'Énergie et des Mines"
    if following != "N" or not low[k - 1].isalpha():
        return False
    # "l'Union des arts et métiers", "le secrétaire d'État et ministre", "les artisans et commerçants marseillais"
    after = k + 2 + (tags[k + 2 : k + 3] == ["N"] and low[k + 1].endswith(("s", "x")))
    return after >= limit or tags[after] in _ENDS or tags[after] in "dR"


def number_of(tokens: Tokens, group: Group) -> str | None:
    """Return "p" or "s" for a group whose words show its number, else None.

    >>> text = "les syndicats"
    >>> number_of(Tokens(text, 0, len(text)), (0, 1))
    'p'
    """
    low, tags = tokens.low, tags_of(tokens)
    first, last = group
    word = pronoun_of(low[first])
    if last == first + 2 and low[first + 1] == "et" and tags[first] == tags[last] == "P":
        return None  # "Amnistie et Droits" may be one
    if any(
        tags[k] == "C"
        and low[k] == "et"
        and starts_group(tokens, min(k + 1, last))
        and not (
            low[k + 1] in {"des", "du", "de", "d'"}
            and any(low[i] in {"des", "du", "de", "d'"} for i in range(first + 1, k))
        )
        for k in range(first + 1, last)
    ):
        return "p"
    if word in _PLURAL_PRONOUNS or word in showing("p"):
        return "p"
    if word in words_of("numeral") or (word[0].isdigit() and word not in {"0", "1"}):
        return "p"
    if word in _SINGULAR_PRONOUNS or (word in showing("s") and word not in _OF_SERIES):
        return None if any(low[k] in words_of("quantity") for k in range(first, min(first + 3, last + 1))) else "s"
    return None


def leading_group(tokens: Tokens, first: int, before: int) -> Group | None:
    """Return the first noun group between two tokens that no preposition governs: the subject of a plain clause.

    >>> text = "Selon Ana Roy, le maire refuse"
    >>> leading_group(Tokens(text, 0, len(text)), 0, 7)
    (4, 5)
    """
    before = min(before, first + LONGEST)
    tags = tags_of(tokens)
    k = first
    while k < before:
        if tokens.quote[k] >= 0 or tags[k] == "C":
            k += 1
        elif tags[k] == "p" or (tags[k] == "S" and k > first):
            return (k, k)
        elif tags[k] in "RQ" or (tags[k] == "N" and k == first and tags[k + 1 : k + 2] == ["R"]):
            # "Mis en cause, l'intéressé nie": a participle or a phrase opens the sentence.
            while k < before and tokens.low[k] != ",":
                k += 1
            k += 1
        else:
            group = noun_group(tokens, k, before)
            if group is not None and not is_adverb(tokens.low[k]) and tags[k] != "T":
                return group
            k += 1
    return None


def with_name_after(tokens: Tokens, group: Group, limit: int) -> Group:
    """Extend a describing group over the name that follows in apposition: "l'ancien directeur, Jean Briand"."""
    first, last = group
    if last + 3 < limit and tokens.low[last + 1] == "(":
        close = next((k for k in range(last + 2, min(last + 8, limit)) if tokens.low[k] == ")"), last)
        named = _apposed(tokens, (first, close), limit)
        return group if named == (first, close) else named
    return _apposed(tokens, group, limit)


def _apposed(tokens: Tokens, group: Group, limit: int) -> Group:
    """Return the group with the name, or the list of names, that a comma adds to it."""
    first, last = group
    tags = tags_of(tokens)
    if last + 2 >= limit or tokens.low[last + 1] != ",":
        return group
    listed = _enumeration(tokens, group, limit)
    if listed is not None:
        return listed
    if tokens.is_capital(last) and last > first and tokens.is_capital(last - 1):
        return group
    if tags[first] != "D":
        return group
    start = last + 2
    if _is_naming(tokens.low[start]) and start + 1 < limit and is_name_word(tokens, start + 1):
        start += 1  # "La plaignante, | nommée Ana Roy, dit"
        name = noun_group(tokens, start, limit)
        return (first, name[1]) if name is not None else group
    name = noun_group(tokens, start, limit)
    apposed = name is not None and name[1] + 1 < limit and tokens.low[name[1] + 1] == ","
    if name is None or not (is_name_word(tokens, start) or (apposed and tokens.is_capital(name[1] - 1))):
        return group
    capitals = sum(is_name_word(tokens, k) for k in range(name[0], name[1] + 1))
    return (first, name[1]) if capitals >= 2 else group


def _is_naming(word: str) -> bool:
    """Whether a word is the participle of a verb that gives a name: "nommée", "prénommé"."""
    return any(form.mood == "past_participle" and form.lemma in _NAMING for form in readings(word))


def _enumeration(tokens: Tokens, group: Group, limit: int) -> Group | None:
    """Return the whole of "Robert Brout, François Englert et Peter Higgs", from its first name on."""
    last = group[1]
    limit = min(limit, last + LONGEST)
    tags = tags_of(tokens)
    if not tokens.is_capital(last):
        return None
    while last + 2 < limit and tokens.low[last + 1] == "," and tokens.is_capital(last + 2):
        name = noun_group(tokens, last + 2, limit)
        if name is None or not tokens.is_capital(name[1]) or tags[name[0]] == "D":
            return None
        last = name[1]
        if "et" in tokens.low[name[0] : name[1] + 1]:
            return (group[0], last)
    return None


def is_plural_article(tokens: Tokens, k: int, stop: int) -> bool:
    """Whether "de" at token `k` is the plural article: "annonce | de nouvelles mesures", "| de « vastes travaux »".

    So it stands where an adjective comes before the noun (Grevisse, Le Bon Usage, article partitif et indéfini).

    >>> text = "annonce de nouvelles mesures"
    >>> is_plural_article(Tokens(text, 0, len(text)), 1, 4)
    True
    """
    tags = tags_of(tokens)
    first = k + 1 + (tags[k + 1 : k + 2] == ['"'])
    if first + 1 >= stop or tokens.low[k] not in {"de", "d'"}:
        return False
    plural = all(tokens.low[i].endswith(("s", "x")) and tags[i] in "NQB" for i in (first, first + 1))
    return plural and (tokens.low[first] in BEFORE_NOUN or tags[first] == "Q" or tags[first + 1] == "N")


def is_day(tokens: Tokens, k: int) -> bool:
    """Whether a word of time, behind an article or not, stands at token `k`: "mardi", "ce matin", "le 28 décembre"."""
    tags = tags_of(tokens)
    return tags[k] == "T" or (tags[k] == "D" and k + 1 < len(tags) and tags[k + 1] == "T")


def counts_time(tokens: Tokens, group: Group) -> bool:
    """Whether a group counts days or times: "quelques jours", "trois fois"."""
    return tokens.low[group[1]] in counted_times()


def has_complement(tokens: Tokens, k: int) -> bool:
    """Whether a noun group at token `k` goes on with "de" or "que": "la crainte | d'une crise", "| que X"."""
    group = noun_group(tokens, k)
    return group is not None and not _COMPLETING.isdisjoint(tokens.low[group[0] + 1 : group[1] + 2])


_COMPLETING = CONTRACTED["de"] | CONTRACTED["que"]
_VERBS = frozenset("VA")


def has_verb(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a finite verb stands between two tokens.

    >>> text = "le maire de la ville où il habite"
    >>> has_verb(Tokens(text, 0, len(text)), 0, 5), has_verb(Tokens(text, 0, len(text)), 0, 8)
    (False, True)
    """
    return not _VERBS.isdisjoint(tags_of(tokens)[first : min(after, first + 5 * LONGEST)])
