"""Who is named as the noun of a mention."""

from frnews._french._determiners import determiners_of
from frnews._french._first_names import is_first_name
from frnews._french._verbs import is_infinitive, is_participle
from frnews._french._words import CLOSING_MARKS, OPENING_MARKS, words_of
from frnews._names._acronyms import is_acronym
from frnews._names._capitals import is_capital, is_common_noun
from frnews._names._cast import Cast, Occurrence
from frnews._names._documents import document_noun
from frnews._names._entities import Entity, Role
from frnews._names._groups import Group, group_before, read_group, tells_of_many
from frnews._names._lexicon import (
    bodies,
    civilities,
    countries,
    determiners,
    documents,
    is_done,
    is_inhabitant,
    opening_determiners,
    prepositions,
    word_set,
)
from frnews._names._mentions import described, governed_in
from frnews._names._name_kinds import JOINING
from frnews._names._organisations import is_dated
from frnews._names._shares import one_of_theirs
from frnews._names._words import Words, without_marks

# What starts a clause of its own behind a name.
_PRONOUNS = frozenset({"c'", "c’", "j'", "j’", "je", "il", "elle", "on", "ils", "elles", "nous", "vous"})
# What opens a frame besides the prepositions, as its last word: "selon", "à en croire".
_FRAMING = frozenset({"selon", "croire"})
# Words from the comma before an apposition to the end of what is read of it, and between two marks, at most.
_APPOSED = 6
# Characters that a name can have before the word at which a mention starts.
_LONGEST_NAME = 80
# Words of a name in marks, at most.
_LONGEST_MARKED = 8


class NamedReader:
    """Finds the names that mentions have as their noun.

    Args:
        cast: Who is named in the article.

    """

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def issuer(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the name set beside a document's noun: "un sondage | Elabe | pour BFMTV"."""
        words = self._cast.words
        index = document_noun(words, first, last)
        if index < 0 or index + 1 >= last or not words.forms[index + 1][0].isupper():
            return None
        named = self._cast.at(index + 1)
        return (index + 1, min(last, named[0].name.last)) if named else None

    def name(self, first: int, last: int) -> Entity | None:
        """Return who is named as the noun of a mention."""
        words = self._cast.words
        position = words.starts[first]
        written = words.folds[max(0, first - 1) : last]
        if "@" in written and "(" not in written:  # "le compte @meteo_mons", but "Ana Roy (@ana_r)"
            at = next(at for at in range(last - 1, first - 2, -1) if words.fold_at(at) == "@")
            return self._of_handle("".join(words.forms[at + 1 : last]))
        if words.forms[first][0].isupper():
            if (around := self._cast.around(first)) is not None and around.name.first < first:
                joined = around.name.last == last and words.folds[first - 1] in JOINING
                if around.entity.kind == "person" or joined:
                    # A mention that starts within a name: "François van | Hoobrouck", "Transport and | Environment".
                    return around.entity
            if last - first > 1 and "," not in words.folds[first:last]:
                keys = tuple(words.folds[first:last])
                whole = self._cast.people.find(keys, gender=None, position=position)
                if whole is not None:
                    return whole
        if (marked := self._in_marks(first, last)) is not None:
            return marked
        if words.forms[first].islower() and (ended := self._ended(first, last)) is not None:
            return ended
        if words.folds[first] in ("celui", "celle") or is_document(words, first, last):
            return None
        within = [
            o
            for o in self._cast.among(first, last)
            if (o.name.last <= last or o.entity.kind == "body")
            and not governed_in(words, o.name, first)
            and not _in_parentheses(words.folds[first : o.name.first])
        ]
        for occurrence in within:
            if (
                occurrence.entity.kind == "person"
                and not self._is_adjunct(occurrence, first)
                and not self._is_inner(occurrence, first)
            ):
                return occurrence.entity
        whence = within and within[0].name.first > first and says_whence(words, first, last)
        if within and not whence and (body := self._body(within[0], first, last)) is not None:
            return body
        group = described(words, first, last)
        if group is not None:
            # "La secrétaire d'État | auprès du ministre de la Santé Anne Roy": the mention is cut short of her name.
            named = self._cast.beside(group) or self.apposed(group, last)
            if named is not None:
                return named
        own = words.folds[first] in determiners_of("possessive", "definite")
        return self._named_between_commas(first, last) if own and words.fold_at(last) == "," else None

    def _named_between_commas(self, first: int, comma: int) -> Entity | None:
        """Return whose name says who a noun before it is: "Sa concurrente, | Deliroo, …", "Son binôme, | le chef X"."""
        words = self._cast.words
        near = words.starts[min(comma + _APPOSED, len(words) - 1)]
        named = next(iter(self._cast.within(words.starts[comma], near)), None)
        if named is None or words.fold_at(named.name.last) != ",":
            return None
        if words.folds[first] in determiners_of("definite") and not self._may_be(first, comma, named.entity):
            return None
        between = words.folds[comma + 1 : named.name.first]
        noun = between[:1] and between[0] in determiners() and len(between) < _APPOSED - 2
        plain = noun and all(words.forms[at][0].islower() for at in range(comma + 2, named.name.first))
        return named.entity if not between or (plain and prepositions().isdisjoint(between)) else None

    def _may_be(self, first: int, last: int, entity: Entity) -> bool:
        """Tell whether somebody may be what a definite noun before his name is: not "Selon | la police, Paul Roy"."""
        words = self._cast.words
        before = words.fold_at(first - 1)
        if before in prepositions() or before in _FRAMING:
            return False  # behind a frame the name is the subject of what is said
        keys = words.folds[first + 1 : last]
        body = any(key in bodies() or key in documents() for key in keys)
        return not keys[0].endswith("s") and not (body and entity.kind == "person")

    def _in_marks(self, first: int, last: int) -> Entity | None:
        """Return the body whose name stands in marks behind its noun: "le collectif | « Terre vive »"."""
        words = self._cast.words
        noun = first + (words.folds[first] in determiners())
        opens = next((at for at in range(noun + 1, min(last + 1, len(words))) if words.forms[at] in OPENING_MARKS), 0)
        body = bodies().get(words.fold_at(noun)) if opens and words.forms[noun].islower() else None
        near = range(opens + 1, min(opens + 1 + _LONGEST_MARKED, len(words)))
        closes = next((at for at in near if words.forms[at] in CLOSING_MARKS), 0) if body is not None else 0
        start = opens + 1 + (closes > opens + 2 and words.fold_at(opens + 1) in determiners_of("definite"))
        ends = opens == last and words.fold_at(closes + 1) in (".", "")  # "assure le ministère « Tout va bien »."
        if body is None or not closes or ends or words.forms[start] in CLOSING_MARKS:
            return None
        if not is_capital(words, opens + 1) or any(words.forms[at][0].isupper() for at in range(noun, opens)):
            return None  # "le président du groupe Renaissance « … »"
        return self._cast.thing(words.slice(start, closes), " ".join(words.folds[start:closes]), body.key)

    def _of_handle(self, handle: str) -> Entity:
        """Return who writes under a handle: the person of the article whose name it is, or whom nothing else names."""
        shown = "@" + handle
        return self._cast.people.of_handle(handle.casefold()) or self._cast.thing(shown, shown.casefold())

    def _ended(self, first: int, last: int) -> Entity | None:
        """Return whose name ends in the words of a mention that starts within it: "l'Ordre des | médecins"."""
        start = self._cast.words.starts[first]
        before: Occurrence | None = None
        for occurrence in self._cast.within(max(0, start - _LONGEST_NAME), start):
            if occurrence.name.first < first < occurrence.name.last == last:
                # "Anne Roy de Génération | identitaire"
                whose = before is not None and before.entity.kind == "person" and occurrence.name.governed
                return (
                    before.entity
                    if before and whose and before.name.last == occurrence.name.first - 1
                    else occurrence.entity
                )
            before = occurrence
        return None

    def _is_adjunct(self, occurrence: Occurrence, first: int) -> bool:
        """Tell whether a person's name only says whose body is meant: "le cabinet Stassen"."""
        words, before = self._cast.words, occurrence.name.first - 1
        # "la conseillère d'État Stassen" names her.
        noun = before >= first and words.folds[before] in bodies() and words.forms[before].islower()
        return noun and not occurrence.name.civility and not is_first_name(occurrence.name.parts[0])

    def _is_inner(self, occurrence: Occurrence, first: int) -> bool:
        """Tell whether a name only says which school, street or firm is meant: "des élèves du lycée Sainte-Marie"."""
        words, name = self._cast.words, occurrence.name
        before = words.folds[first : name.first]
        if name.civility or is_first_name(name.parts[0]) or len(occurrence.entity.positions) > 1:
            return False
        if not before or not words.forms[name.first - 1].islower() or len(before[-1]) < 4:
            return False
        return not {"de", "du", "des", "d'"}.isdisjoint(before) and group_before(words, name.first) is None

    def _body(self, occurrence: Occurrence, first: int, last: int) -> Entity | None:
        """Return the body that a name of a mention names, where the name is the mention's noun."""
        words, name = self._cast.words, occurrence.name
        before = range(first, name.first)
        nouns = [
            i
            for i in before
            if words.folds[i] not in determiners()
            and words.folds[i] not in prepositions()
            and words.forms[i][0].isalnum()
        ]
        if nouns and nouns[0] == name.first - 1 and words.folds[nouns[0]] in word_set("headed"):
            # "le gouvernement Legault": its head's name only tells which one is meant.
            first, last = nouns[0], self._body_end(name.last, last)
            known = words.folds[first] if words.folds[first] in bodies() else ""
            return self._cast.thing(words.slice(first, last), " ".join(words.folds[first:last]), known)
        if nouns and (words.folds[nouns[0]] not in bodies() or occurrence.entity.kind == "person"):
            # "le porte-parole LREM", "sources Élysée": the name is an adjunct.
            return None
        end = self._body_end(name.last, last)
        keys = tuple(words.folds[name.first : end])
        if end == name.last and (nouns or not name.determined or " ".join(keys) in countries()):
            return occurrence.entity
        shown = without_marks(words.slice(name.first, end))
        if end == name.last and not is_acronym(shown):
            longer = self._cast.bodies.longest(keys, name.start)
            # "Commission" for "Commission européenne", not "Chine" for "Chine de Mao".
            if longer is not None and words.folds[longer[0]] in bodies():
                shown, keys = words.slice(*longer), tuple(words.folds[slice(*longer)])
        entity = self._cast.thing(shown, " ".join(keys))
        entity.forms[words.slice(name.first, end)] += 1
        if occurrence.name.gender and entity is not occurrence.entity:
            entity.votes[occurrence.name.gender] += 1
        noun = bodies().get(keys[0])
        if noun is not None and noun.gender:
            entity.votes[noun.gender] += 1
            entity.families |= {noun.key, *noun.families}
        entity.plural = entity.plural or words.folds[first] == "les"
        return entity

    def _body_end(self, index: int, last: int) -> int:
        """Return where a body's name ends in a mention: at a sign or at what was done to it."""
        words = self._cast.words
        stops = word_set("circumstance")
        while index < last and words.forms[index][0].isalnum():
            if words.folds[index] in stops or tells_of_many(words, index) or is_done(words.low_at(index), "issued"):
                break
            # "Le Monde du 25 janvier"
            if words.folds[index] in ("le", "du") and words.fold_at(index + 1)[:1].isdigit():
                break
            if words.low_at(index) in _PRONOUNS:
                break  # "l'avis du DRS | c'est"
            if is_dated(words, index) or self._is_reduced_relative(index, last):
                break
            behind = words.low_at(min(index + 1, last - 1))
            if words.folds[index] in ("de", "d'", "à") and (behind in words_of("clitic") or is_infinitive(behind)):
                break  # "a sommé l'Exécutif | de s'expliquer"
            # "la France insoumise de | Jean-Luc Mélenchon"
            if words.folds[index] in ("de", "d'") and self._is_person(index + 1):
                break
            index += 1
        return index

    def _is_reduced_relative(self, index: int, last: int) -> bool:
        """Tell whether a participle with words of its own follows a name: "Le Monde | publié récemment"."""
        words = self._cast.words
        index += words.folds[index] == "et" and index + 1 < last  # "le Hamas | et relayé par"
        past = words.forms[index].islower() and is_participle(words.low_at(index))
        if index + 1 >= last:  # "le NHC | basé à Miami", "la Commission | saisie par", but "les Nations unies"
            return past and (is_acronym(words.forms[index - 1]) or words.fold_at(index + 1) == "par")
        return past and words.folds[index + 1] not in ("de", "d'", "du", "des")

    def _is_person(self, index: int) -> bool:
        words = self._cast.words
        if index >= len(words):
            return False
        return any(o.entity.kind == "person" for o in self._cast.at(index))

    def one_of(self, first: int, last: int) -> Entity | None:
        """Return who is named behind a group as one of it: "l'une des figures du mouvement, | Anne Roy, …"."""
        words = self._cast.words
        at = first + (words.fold_at(first) == "l'")
        if words.fold_at(at) not in ("un", "une"):
            return None
        partitive = words.fold_at(at + 1) == "des" or one_of_theirs(words, first, last) > 0
        one = at > first and words.fold_at(at + 1) == "d'"
        if partitive and words.fold_at(last) in prepositions():
            near = range(last + 2, min(last + _APPOSED, len(words)))
            last = next((k for k in near if not words.forms[k][0].isalpha()), last)  # "un de ses agents | sur place, X"
        name = last + 1
        if words.fold_at(name) in determiners() and is_inhabitant(words.fold_at(name + 1)):
            name += 2  # "une de ses adjointes, la Finlandaise | Kaisa Lehtonen"
        if not (partitive or one) or words.fold_at(last) != "," or name >= len(words):
            return None
        for occurrence in self._cast.at(name):
            after = occurrence.name.last + words.fold_at(occurrence.name.last).isdigit()
            ends = words.fold_at(after) in (",", ".", "")
            if (one or occurrence.entity.kind == "person") and ends:
                return occurrence.entity  # "l'une d'elles, | Alternance 2028, …"
        return None

    def set_beside(self, first: int, last: int) -> tuple[int, int] | None:
        """Return what a bare noun is set beside whose relative clause speaks: "Oxfam, | ONG qui dénonce …".

        The mention may hold only the end of the noun's group: "Paul Roy, maire de | Brest | qui …".
        """
        words = self._cast.words
        determined = words.folds[first] in determiners() or words.fold_at(first - 1) in opening_determiners()
        if words.fold_at(last) != "qui" or determined:
            return None  # "l'avocat d'| une ONG | qui dénonce …"
        comma = next((at for at in range(first - 1, max(0, first - _APPOSED), -1) if words.forms[at] == ","), 0)
        group = read_group(words, comma + 1, last) if comma else None
        if group is None or group.determiner or group.last < last or not is_common_noun(words, comma + 1):
            return None
        before = comma - 1
        if words.forms[before] in CLOSING_MARKS:
            near = range(before - 1, max(0, before - _APPOSED) - 1, -1)
            start = next((at for at in near if words.forms[at] in OPENING_MARKS), -1)
            return (start + 1, before) if start >= 0 and group.body is not None else None
        named = self._cast.around(before)
        if named is None or named.name.last != comma:
            return None
        fits = (named.entity.kind == "person") == (group.function is not None)
        return (named.name.first, comma) if fits and not group.plural else None

    def apposed(self, group: Group, last: int) -> Entity | None:
        """Return who is named behind a mention cut short, and is from now on what the group says."""
        words, entity = self._cast.words, self.named_behind(group, last)
        if entity is not None and group.body is not None:
            entity.families |= {group.body.key, *group.body.families}
        elif entity is not None:
            entity.add_role(Role(group, words.slice(group.core, group.last), words.starts[group.core]))
        return entity

    def named_behind(self, group: Group, last: int) -> Entity | None:
        """Return who is named right behind a group: "la porte-parole du groupe, | Anne Roy, …".

        A body's noun stands before a body's name: "le premier syndicat, | la CGT, …". In brackets stands a person's:
        "une élue parisienne (| Anne Roy) …".
        """
        words = self._cast.words
        bracketed = words.fold_at(last) == "("
        if group.plural or not (bracketed or words.fold_at(last) == ","):
            return None
        index = last + 1
        if words.fold_at(index) in determiners():
            # "le rapporteur, le Valaisan Luc Rey, …", "le principal parti, le CHP, …"
            # but "D'après un journaliste, | le député Luc Rey qualifie …"
            framed = words.fold_at(group.first - 1) in prepositions()
            named = 0 if framed else self._behind_function(index)
            index = named or index + (2 if group.function is not None else 1)
        civility = civilities().get(words.fold_at(index))
        index += civility is not None
        if index >= len(words):
            return None
        # "son avocat, Me | Ana Roy a dit": the title says so too.
        said = civility is not None and group.function is not None and civility.function == group.function.key
        for occurrence in self._cast.at(index):
            name = occurrence.name
            fits = (occurrence.entity.kind == "person") == (group.function is not None)
            if bracketed and not (occurrence.entity.kind == "person" and words.fold_at(name.last) == ")"):
                continue  # "le député (PS)", "un élu de la ville (Oise)"
            if fits and (said or not words.fold_at(name.last)[:1].isalnum()):
                return occurrence.entity
        return None

    def _behind_function(self, index: int) -> int:
        """Return where the name behind another function of the same one starts: "le patron, l'ancien gardien | Luc"."""
        words = self._cast.words
        group = read_group(words, index, min(index + _APPOSED, len(words)))
        if group is None or group.function is None or group.plural:
            return 0
        named = self._cast.among(index, min(group.last + 1, len(words)))
        persons = (o.name for o in named if o.entity.kind == "person")
        return next((n.first_with_civility for n in persons if group.last in (n.first_with_civility, n.last)), 0)


def says_whence(words: Words, first: int, last: int) -> bool:
    """Tell whether words only say where someone is from: "la Tessinoise", "ce Gantois de 43 ans"."""
    if last - first < 2 or words.folds[first] not in ("le", "la", "ce", "cet", "cette", "l'"):
        return False
    if not words.forms[first + 1][0].isupper() or not is_inhabitant(words.folds[first + 1]):
        return False
    return last - first == 2 or words.folds[first + 2] == "de"


def is_document(words: Words, first: int, last: int) -> bool:
    noun = first + (words.folds[first] in determiners())
    return noun < last and words.folds[noun] in documents()


def _in_parentheses(keys: list[str]) -> bool:
    """Tell whether words before a name open a parenthesis that they do not close: "l'agence (Afsca)"."""
    return keys.count("(") > keys.count(")")
