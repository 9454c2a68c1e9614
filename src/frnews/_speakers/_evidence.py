"""What speaks for and against one candidate: each a name of the table, with how strongly it holds."""

from math import log2
from typing import Literal

from attrs import define

from frnews._french._determiners import determiners_of
from frnews._names._colours import clash
from frnews._names._entities import PRONOUN, Entity, Role
from frnews._names._groups import Group, stem
from frnews._names._lexicon import Function, demonyms, is_inhabitant, word_set
from frnews._speakers._possessors import is_relation
from frnews._speakers._queries import Query
from frnews._speakers._scene import Appearance, Scene
from frnews._speakers._weights import weights
from frnews._types import Gender

Trace = list[tuple[str, float]]
"""Names of evidence, each with how strongly it holds: mostly 1.0, distances and counts more or less."""

# Characters within which what is said names its subject: "Le constructeur automobile suédois | Nordelec".
_OPENING = 60
# "Mon père disait" is told by another one; "notre interlocuteur" is the paper's.
_OF_SPEAKER = frozenset({"mon", "ma", "mes"})
_OF_PAPER = frozenset({"notre", "nos"})


@define
class Seen:
    """A candidate with where it is nearest before and after the words that may mean it.

    Attributes:
        entity: Who.
        before: Its nearest appearance before, or None.
        ahead: Its first appearance after, or None.
        spoken: How many sentences ago it spoke, or None.
        turn: Its place among the latest speakers: 0 for the last, or None.
        subject: Whether it is a subject where it is nearest.
        far: How many sentences lie between it and the words, one more where it is quoted.

    """

    entity: Entity
    before: Appearance | None = None
    ahead: Appearance | None = None
    spoken: int | None = None
    turn: int | None = None
    subject: bool = False
    far: int = 0


class Witness:
    """Says what speaks for and against the candidates of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._most = log2(1 + max((len(o.entity.positions) for o in scene.cast.occurrences), default=1))
        # All that is known of the named is known before the first question: it is put together once for each, by what
        # a query asks of gender and number.
        self._settled: dict[tuple[bool, Gender | None, bool | None], dict[int, Trace]] = {}
        self._renown: dict[int, Trace] = {}

    def settled(self, *, pronoun: bool, gender: Gender | None, plural: bool | None) -> dict[int, Trace]:
        """Return, for the queries that ask alike, what has been put together of the named, by identity."""
        return self._settled.setdefault((pronoun, gender, plural), {})

    def renown(self, entity: Entity) -> Trace:
        """Return what the whole article says of somebody who is named: a place, often named."""
        if (known := self._renown.get(id(entity))) is not None:
            return known
        found = self._renown[id(entity)] = list[tuple[str, float]]()
        if self.scene.is_place(entity):
            found.append(("place", 1.0))
        if len(entity.positions) > 1:
            found.append(("often named", log2(len(entity.positions)) / self._most))
        return found


class Hearing:
    """What speaks for and against the candidates of one query; what the query alone decides is looked up once.

    Args:
        witness: What is known of the candidates.
        query: What is asked.
        known: Whom the same description meant before, or None.
        agent: Who is the subject of the clause above, or None.

    """

    def __init__(self, witness: Witness, query: Query, known: Entity | None, agent: Entity | None) -> None:
        scene, draft = witness.scene, query.draft
        self._witness = witness
        self._scene = scene
        self._query = query
        self._known, self._agent = known, agent
        self._told, self._paragraphs = scene.told, scene.paragraphs
        self._here = scene.told[query.sentence]
        self._paragraph = scene.paragraphs[scene.announcing(query.sentence)]
        self._cued = draft is None or draft.cue is not None
        self._bare = query.wanted == "none" and draft is not None and draft.cue is None and draft.agent is None
        self._described = query.wanted == "description"
        self._of_body = self._described and query.kind in ("body", "document", "group")
        self._gender = None if query.plural or self._of_body else query.gender
        self._settled = witness.settled(pronoun=query.wanted == "pronoun", gender=self._gender, plural=query.plural)
        self._in_content = scene.named_in(draft) if draft is not None else frozenset()
        addressee = draft.addressee if draft is not None else None
        self._addressed = scene.named_within(addressee[0], addressee[1] + 1) if addressee else frozenset()
        self._in_description = scene.named_in_group(query) if self._described else frozenset()

    def of(self, seen: Seen, shown: Gender | None) -> Trace:
        """Return the evidence on one candidate.

        Args:
            seen: The candidate.
            shown: The gender that pronouns have shown so far.

        """
        found: Trace = []
        entity = seen.entity
        key = id(entity)
        if seen.before is not None:
            self._before(seen, seen.before, found)
        elif seen.ahead is not None:
            self._ahead(seen, seen.ahead, found)
        if seen.spoken is not None:
            found.append(("has spoken", 1.0))
            if seen.turn == 0:
                found.append(("spoke last", 1.0 / (1 + seen.spoken)))
                if self._query.answers:
                    found.append(("is answered", 1.0))
        if shown is not None or not entity.named:
            found += self._standing(entity, shown)
        elif (settled := self._settled.get(key)) is not None:
            found += settled
        else:
            found += self._settled.setdefault(key, self._standing(entity, None))
        if key in self._in_content:
            found.append(("in its content", 1.0))
        if key in self._addressed:
            found.append(("addressee", 1.0))
        if self._described:
            self._description(self._query, entity, found)
            if key in self._in_description:
                found.append(("named in the description", 1.0))
            if entity is self._known:
                found.append(("so described before", 1.0))
        if entity is self._agent:
            self._acts(entity, found)
        return found

    def _standing(self, entity: Entity, shown: Gender | None) -> Trace:
        """Return what a candidate is wherever it was seen: where from, how well known, in number, gender and kind."""
        query = self._query
        found = [*self._witness.renown(entity)] if entity.named else []
        if query.plural is not None and not entity.either and entity.several != query.plural:
            found.append(("number", 1.0))
        if self._gender is not None and not entity.members:
            _gender(query, entity, shown, found)
        _nature(entity, found, is_itself=entity is query.itself)
        return found

    def _acts(self, agent: Entity, found: Trace) -> None:
        # A document that is the subject may well speak.
        found[:] = [one for one in found if one[0] != "document"]
        if self._cued or agent.kind == "person":
            # Of a body a sentence may speak before words in marks that are somebody else's.
            name = "agent" if agent.kind is not None else "agent of open kind"
            found.append((name if self._cued else "agent without a cue", 1.0))

    def _before(self, seen: Seen, before: Appearance, found: Trace) -> None:
        distance = abs(self._told[before.sentence] - self._here)
        if before.sentence == self._query.sentence:
            found.append(("same sentence", 1.0))
        found.append(("distance", log2(1 + distance)))
        if seen.subject:
            found.append(("subject", 1.0 / (1 + distance)))
            beside = self._paragraphs[before.sentence] == self._paragraph and not before.quoted
            if beside and distance < 2 and seen.spoken is None and not self._of_body:  # "l'opposition" is no party
                found.append(("acts right before", 1.0))
        elif before.standing in ("complement", "owner"):
            found.append((before.standing, 1.0))
        if self._bare and self._issues(before):
            found.append(("issues a document", 1.0))
        if before.quoted:
            found.append(("in another quotation", 1.0))
        if self._paragraphs[before.sentence] == self._paragraph:
            found.append(("same paragraph", 1.0))

    def _ahead(self, seen: Seen, ahead: Appearance, found: Trace) -> None:
        found.append(("named later", 1.0))
        found.append(("distance ahead", log2(1 + abs(self._told[ahead.sentence] - self._here))))
        if seen.entity.kind == "body" and _opens_what_is_said(self._query, ahead):
            found.append(("subject of what is said", 1.0))
        if seen.subject:
            found.append(("subject ahead", 1.0))
            if not self._cued and self._is_next(ahead):
                found.append(("named next", 1.0))

    def _issues(self, before: Appearance) -> bool:
        """Tell whether somebody is the subject beside a document, and bare quoted words follow: "X a écrit un mot"."""
        draft = self._query.draft
        beside = before.standing == "subject" and not before.quoted and self._query.sentence - before.sentence < 2
        return draft is not None and beside and self._scene.tells_of_document(before.sentence, draft.start)

    def _is_next(self, ahead: Appearance) -> bool:
        """Tell whether somebody is named right after a quotation without a cue: "« On a eu chaud ! » Yann Quéré …"."""
        draft, scene = self._query.draft, self._scene
        if draft is None or draft.kind != "direct":
            return False
        beside = ahead.sentence - scene.sentence_of(draft.end - 1) < 2
        return beside and scene.paragraphs[ahead.sentence] == self._paragraph

    def _description(self, query: Query, entity: Entity, found: Trace) -> None:
        group = query.group
        if query.kind is not None and entity.kind is not None and entity is not query.itself:
            wanted = "body" if query.kind == "document" else query.kind
            if wanted == "body" and entity.kind == "person" and not self._scene.cast.people.is_sure(entity):
                # "SOS Racisme", "Human Rights First": two words with a capital need not be a person.
                found.append(("kind open", 1.0))
            elif wanted != entity.kind and not (wanted == "group" and entity.plural):
                found.append(("another kind", 1.0))
        if entity is query.itself:
            self._itself(query, found)
            return
        if entity.named and group is None and query.kind is None:
            # "cet amendement", "le prophète": a noun of which nothing is known stands for itself first.
            found.append(("unknown noun", 1.0))
        if not entity.named and entity.keys:
            head = (query.keys or ("",))[0]
            # "cette source" is whoever was quoted without a name.
            shared = entity.keys[0] == head or (
                head == "source" and query.determiner in determiners_of("demonstrative")
            )
            akin = _akin(group, entity)
            akin = "" if entity.definite and akin == "broader" else akin  # a name may well stand elsewhere
            shared = shared or (akin == "same" and not entity.definite)
            if query.determiner in ("un", "une") and len(query.keys) > 1:
                shared = shared and query.keys == entity.keys  # "un curiste de Dax … un curiste d'Alger"
            if shared or not akin:
                found.append(("same noun" if shared else "another noun", 1.0))
            if shared and len(query.keys) > len(entity.keys):
                found.append(("says more", 1.0))
        if group is not None and group.function is not None and entity.kind == "person":
            self._function(group, entity, found)
        elif group is not None and group.body is not None and entity.kind == "body":
            self._body(group, entity, found)
        elif query.kind == "person" and entity.kind == "person" and entity.roles:
            found.append(("open description", 1.0))
        if group is None and query.kind == "person" and len(query.keys) == 1 and entity.kind == "person":
            whence = query.keys[0]
            if stem(whence) in entity.origins or any(_hails_from(whence, role.group) for role in entity.roles):
                found.append(("hails from there", 1.0))

    def _function(self, group: Group, entity: Entity, found: Trace) -> None:
        if clash(group.details.colours, entity.colours):
            found.append(("another party", 1.0))
        elif group.details.colours & entity.colours:
            found.append(("party agrees", 1.0))
        wanted = group.function.key if group.function is not None else ""
        if wanted in entity.titles:
            found.append(("same function", 1.0))  # "leur avocat … Me Roy"
            return
        roles = entity.roles if is_relation(group) else [role for role in entity.roles if _says_office(role.group)]
        roles = [role for role in roles if _comparable(group.function, role.group.function)]
        if not roles:
            found.append(("no function", 1.0))  # "l'ami de toujours | Paul Roy": that says nothing of what he is
            return
        worth = weights("description")
        fits = (_role_fit(group, role) for role in roles)
        found += max(fits, key=lambda trace: sum(worth[name] * value for name, value in trace))
        same = [role.group for role in roles if role.group.function is not None and role.group.function.key == wanted]
        if same and all(clash(self._names_in(group), self._names_in(other)) for other in same):
            found.append(("names another", 1.0))  # "le maire de Brest … le maire de Nantes"

    def _names_in(self, group: Group) -> frozenset[str]:
        """Return the words of the names in a group, none where an acronym may stand for another: "maire de | Lyon"."""
        words, cast, behind = group.words.forms, self._scene.cast, range(group.head + 1, group.last)
        named = frozenset(words[i] for i in behind if words[i][0].isupper() and cast.at(i))
        return frozenset() if any(map(str.isupper, named)) else named

    def _body(self, group: Group, entity: Entity, found: Trace) -> None:
        assert group.body is not None
        any_body = group.body.key in word_set("any_body")
        if group.body.key in entity.families:
            found.append(("same family", 1.0))
        elif group.body.families & entity.families:
            found.append(("related family", 1.0))
        elif entity.families and not any_body:
            # An observatory may be an association.
            loose = group.body.families & word_set("loose") and entity.families & word_set("loose")
            found.append(("any body", 0.5) if loose else ("another family", 1.0))
        elif not entity.place and (any_body or group.body.families & word_set("organised")):
            # "l'organisation" says nothing else of a body; "l'entreprise" says a little.
            found.append(("any body", 1.5 if any_body else 1.0))

    def _names_another(self, query: Query) -> bool:
        """Tell whether a description holds a name that says which one is meant: "le diocèse de | Lyon"."""
        return bool(self._scene.cast.within(query.start, query.end))

    def _itself(self, query: Query, found: Trace) -> None:
        kind = query.kind or "open"
        found.append((f"itself: {kind}", 1.0))
        if kind in ("body", "open", "document") and self._names_another(query):
            found.append(("itself: with a name", 1.0))
        if query.pair:
            found.append(("itself: pair", 1.0))
        if query.determiner in determiners_of("indefinite") or query.determiner in ("de", "d'"):
            found.append(("itself: indefinite", 1.0))
        elif query.determiner in _OF_SPEAKER:
            found.append(("itself: of the speaker", 1.0))
        elif query.determiner in _OF_PAPER and not self._scene.is_quoted(query.start):
            found.append(("itself: of the paper", 1.0))
        elif query.determiner in determiners_of("possessive", "personal possessive"):
            if not is_relation(query.group):  # "son rival" is more likely the other one of whom the article speaks
                found.append(("itself: possessive", 1.0))
        elif query.determiner in determiners_of("demonstrative"):
            found.append(("itself: demonstrative", 1.0))
        elif not query.determiner:
            found.append(("itself: bare", 1.0))
        if len(query.keys) > 2:
            found.append(("itself: long", 1.0))
        if self._is_unheld(query):
            found.append(("itself: unheld office", 1.0))
        if self._one_of_many(query):
            found.append(("itself: one of many", 1.0 / max(1, len(query.keys))))

    def _is_unheld(self, query: Query) -> bool:
        """Tell whether an office is meant that papers leave without a name, and nobody named has: "le préfet"."""
        group = query.group
        office = group.function if group is not None and group.definite else None
        if office is None or office.key not in word_set("nameless_office"):
            return False
        holders = self._scene.cast.people.with_function(office, query.position)
        known = (role.group.function for holder in holders for role in holder.roles)
        return all(function is None or office.key != function.key for function in known)

    def _one_of_many(self, query: Query) -> bool:
        """Tell whether a body of which there are many is taken up: "l'association"; there is one government."""
        body = query.group.body if query.group is not None else None
        definite = query.determiner in determiners_of("definite", "demonstrative")
        if body is None or query.plural or not definite or "camp" in body.families:
            return False
        return not word_set("organised").isdisjoint(body.families | {body.key})


def _akin(group: Group | None, entity: Entity) -> Literal["", "same", "broader"]:
    """Tell whether a function is that of somebody unnamed in other words, or takes it up: "le juge … la magistrate"."""
    given = entity.roles[0].group.function if entity.roles else None
    wanted = group.function if group is not None else None
    if given is None or wanted is None:
        return ""
    return "same" if wanted.key == given.key else "broader" if wanted.key in given.broader else ""


def _hails_from(inhabitant: str, group: Group) -> bool:
    """Tell whether a noun for an inhabitant takes up a place in a function: "la Dijonnaise", the coach of Dijon."""
    country = demonyms().get(inhabitant)
    if country is not None:
        return country[0] in group.details.places
    return is_inhabitant(inhabitant) and any(
        len(place) > 2 and inhabitant.startswith(place) for place in group.details.mods
    )


def _gender(query: Query, entity: Entity, learned: Gender | None, found: Trace) -> None:
    given, suggested = entity.gender, entity.suggested
    by_function = given == "m" and entity.votes.get("m", 0) < PRONOUN
    shown = given or learned
    if by_function and suggested == "f":
        shown = learned  # "Anne Roy, docteur": a masculine function says little of a woman
    open_gender = not suggested and not learned and " " in entity.name
    if by_function and open_gender and query.gender == "f":
        found.append(("function's gender differs", 1.0))  # "le ministre, Pascaline Yé"
    elif shown:
        found.append(("gender agrees" if shown == query.gender else "gender differs", 1.0))
        if query.gender == "f" and shown == "m" and suggested == "m":
            found.append(("man for a woman", 1.0))
    elif suggested:
        found.append(("first name agrees" if suggested == query.gender else "first name differs", 1.0))
    elif entity.kind != "person" and query.wanted == "pronoun":
        found.append(("body of no gender", 1.0))


def _nature(entity: Entity, found: Trace, *, is_itself: bool) -> None:
    """Add what a candidate is: a person, a document, a body, one or several, named or only described."""
    several = entity.several
    if entity.kind == "person":
        found.append(("person", 1.0))
        if entity.named and not entity.sure:
            found.append(("unsure person", 1.0))
    elif entity.kind == "document" and not is_itself:
        found.append(("document", 1.0))
    elif not several and not is_itself:
        found.append(("body", 1.0))
    if not entity.named and not several:
        found.append(("unnamed", 1.0))
        if entity.definite and entity.kind == "person" and not is_itself:
            found.append(("described as known", 1.0))
    if several and not entity.members:
        found.append(("group", 1.0))
        if entity.people and not is_itself:
            found.append(("people", 1.0))
        elif entity.things and not is_itself:
            found.append(("things", 1.0))
    if entity.members:
        found.append(("joined", 1.0))


def _opens_what_is_said(query: Query, ahead: Appearance) -> bool:
    """Tell whether a pronoun behind reported words may take up their subject: "Nordelec licenciera, a-t-il annoncé".

    Only bodies speak of themselves by their name.
    """
    draft = query.draft
    if draft is None or draft.kind != "indirect" or query.start < draft.end or ahead.standing != "subject":
        return False
    return query.wanted == "pronoun" and draft.start <= ahead.position < draft.start + _OPENING


def _role_fit(group: Group, role: Role) -> Trace:
    """Return how a description goes with a function that the article gives someone, as evidence."""
    wanted, given = group.function, role.group.function
    assert wanted is not None
    if given is None:
        return [("no function", 1.0)]
    kinship = _kinship(wanted, given, group, role)
    found: Trace = [(kinship, 1.0)]
    ranked = "militaire" in given.broader  # "le colonel X", "le président de la transition"
    if kinship == "other function" and not ranked and wanted.broader and group.details.task - role.group.details.task:
        found.append(("other function in full", 1.0))
    if group.details.places and role.group.details.places:
        found.append(("place agrees" if group.details.places & role.group.details.places else "place differs", 1.0))
    if wanted.key != given.key and wanted.key not in given.broader and given.key not in wanted.broader:
        return found
    mods, known = group.details.mods - _LEVELS, role.group.details.mods - _LEVELS
    if mods & known:
        found.append(("complement agrees", 1.0))
    elif clash(group.details.task - _LEVELS, role.group.details.task - _LEVELS) or clash(
        group.details.party, role.group.details.party
    ):
        found.append(("complement differs", 1.0))
    if group.gender and role.group.gender and group.gender != role.group.gender:
        found.append(("role's gender differs", 1.0))
    return found


def _kinship(wanted: Function, given: Function, group: Group, role: Role) -> str:
    """Return how two functions are related, as the name of the evidence."""
    if wanted.key == given.key:
        return "same function"
    if "homologue" in (wanted.key, given.key):
        return "counterpart" if group.details.places & role.group.details.places else "compatible function"
    if wanted.key in given.broader:
        return "broader function"
    if given.key in wanted.broader:
        return "narrower function"
    compatible = (
        wanted.key in word_set("general")
        or wanted.key in word_set("relation")
        or role.group.details.former
        or group.details.former
        or _together(wanted, given)
        or (_of_party(group) and _elected(given))
        or (_of_party(role.group) and _elected(wanted))
    )
    return "compatible function" if compatible else "other function"


def _comparable(wanted: Function | None, given: Function | None) -> bool:
    """Tell whether two functions say something of each other: of one that no table has nothing else is known."""
    if wanted is None or given is None or (wanted.listed and given.listed):
        return True
    return wanted.key == given.key


def _says_office(group: Group) -> bool:
    """Tell whether a function says what somebody is, and not only whose friend; an "homologue" has a like office."""
    introduced = group.determiner in ("un", "une")  # "un voisin, | Paul Roy": a witness and no more
    return not is_relation(group) or introduced or (group.function is not None and group.function.key == "homologue")


_LEVELS = frozenset({"general", "national", stem("republique")})
"""What says of which rank an office is, and not which one: "le procureur | de la République" is that of Lille."""


def _of_party(group: Group) -> bool:
    """Tell whether an office is a party's: it goes with any mandate ("le président de l'UMP … le maire de Meaux")."""
    return bool(group.details.colours) and not (group.function is not None and _elected(group.function))


def _elected(function: Function) -> bool:
    return "elu" in function.broader


def _together(one: Function, other: Function) -> bool:
    """Tell whether one person can hold both: "rapporteur" and "sénateur", "économiste" and "professeur"."""
    if other.key in word_set("general"):
        return True
    return one.key != other.key and bool(one.broader & other.broader - word_set("vague"))
