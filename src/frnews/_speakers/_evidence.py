"""What speaks for and against one candidate: each a name of the table, with how strongly it holds."""

from math import log2

from attrs import define

from frnews._french._determiners import determiners_of
from frnews._speakers._colours import clash
from frnews._speakers._entities import PRONOUN, Entity, Role
from frnews._speakers._groups import Group
from frnews._speakers._lexicon import Function
from frnews._speakers._queries import Query
from frnews._speakers._scene import Appearance, Scene
from frnews._speakers._weights import weights
from frnews._types import Gender

Trace = list[tuple[str, float]]
"""Names of evidence, each with how strongly it holds: mostly 1.0, distances and counts more or less."""

# What can be said of anyone in public life: no function rules it out.
GENERAL = frozenset(
    [
        *("elu", "responsable", "dirigeant", "leader", "candidat", "militant", "proche", "patron", "chef", "opposant"),
        *("rival", "adversaire", "membre", "manager", "syndicaliste", "cadre", "ami", "parlementaire"),
        *("milliardaire", "entrepreneur", "industriel", "homme d'affaires", "heritier", "prix nobel", "laureat"),
    ]
)
# Too wide to say that two functions go together.
_VAGUE = frozenset(
    {"responsable", "dirigeant", "leader", "chef", "patron", "membre", "magistrat", "policier", "medecin"}
)
# Bodies of which there are many.
_ORGANISED = frozenset(
    {"organisation", "syndicat", "entreprise", "parti", "media", "agence", "institut", "club", "banque"}
)
# Characters within which what is said names its subject: "Le constructeur automobile suédois | Nordelec".
_OPENING = 60
# Families of bodies that one word or another may name: an observatory may be an association.
_LOOSE = frozenset({"organisation", "institut", "institution", "syndicat", "agence"})
# "Mon père disait" is told by another one; "notre interlocuteur" is the paper's.
_OF_SPEAKER = frozenset({"mon", "ma", "mes"})
_OF_PAPER = frozenset({"notre", "nos"})
_ANY_BODY = frozenset({"institution", "organisme", "organisation"})


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
        self._scene = scene
        self._most = log2(1 + max((len(o.entity.positions) for o in scene.cast.occurrences), default=1))

    def of(
        self, query: Query, seen: Seen, known: Entity | None, agent: Entity | None, shown: Gender | None = None
    ) -> Trace:
        """Return the evidence on one candidate.

        Args:
            query: What is asked.
            seen: The candidate.
            known: Whom the same description meant before, or None.
            agent: Who is the subject of the clause above, or None.
            shown: The gender that pronouns have shown so far.

        """
        found: Trace = []
        self._place(query, seen, found)
        self._agreement(query, seen.entity, shown, found)
        self._quotation(query, seen, found)
        if query.wanted == "description":
            self._description(query, seen.entity, found)
            inside = seen.entity.last_before(query.end - 1)
            if inside is not None and inside >= query.start:
                found.append(("named in the description", 1.0))
            if known is seen.entity:
                found.append(("so described before", 1.0))
        if agent is seen.entity:
            # A document that is the subject may well speak.
            found[:] = [one for one in found if one[0] != "document"]
            cued = query.draft is None or query.draft.cue is not None
            name = "agent" if agent.kind is not None else "agent of open kind"
            if cued or agent.kind == "person":
                # Of a body a sentence may speak before words in marks that are somebody else's.
                found.append((name if cued else "agent without a cue", 1.0))
        return found

    def _place(self, query: Query, seen: Seen, found: Trace) -> None:
        scene, entity = self._scene, seen.entity
        before = seen.before
        if before is not None:
            distance = scene.distance(before.sentence, query.sentence)
            if before.sentence == query.sentence:
                found.append(("same sentence", 1.0))
            found.append(("distance", log2(1 + distance)))
            if seen.subject:
                found.append(("subject", 1.0 / (1 + distance)))
            elif before.standing in ("complement", "owner"):
                found.append((before.standing, 1.0))
            if self._issues(query, before):
                found.append(("issues a document", 1.0))
            if before.quoted:
                found.append(("in another quotation", 1.0))
            if scene.paragraph_of(before.sentence) == scene.paragraph_of(query.sentence):
                found.append(("same paragraph", 1.0))
        elif seen.ahead is not None:
            self._ahead(query, seen, seen.ahead, found)
        if seen.spoken is not None:
            found.append(("has spoken", 1.0))
            if seen.turn == 0:
                found.append(("spoke last", 1.0 / (1 + seen.spoken)))
                if query.answers:
                    found.append(("is answered", 1.0))
        if entity.named and scene.is_place(entity):
            found.append(("place", 1.0))
        if entity.named and len(entity.positions) > 1:
            found.append(("often named", log2(len(entity.positions)) / self._most))

    def _ahead(self, query: Query, seen: Seen, ahead: Appearance, found: Trace) -> None:
        found.append(("named later", 1.0))
        found.append(("distance ahead", log2(1 + self._scene.distance(ahead.sentence, query.sentence))))
        if seen.entity.kind == "body" and _opens_what_is_said(query, ahead):
            found.append(("subject of what is said", 1.0))
        if seen.subject:
            found.append(("subject ahead", 1.0))
            if self._is_next(query, ahead):
                found.append(("named next", 1.0))

    def _issues(self, query: Query, before: Appearance) -> bool:
        """Tell whether somebody is the subject beside a document, and bare quoted words follow: "X a écrit un mot"."""
        draft = query.draft
        if query.wanted != "none" or draft is None or draft.cue is not None or draft.agent is not None:
            return False
        beside = before.standing == "subject" and not before.quoted and query.sentence - before.sentence < 2
        return beside and self._scene.tells_of_document(before.sentence, draft.start)

    def _is_next(self, query: Query, ahead: Appearance) -> bool:
        """Tell whether somebody is named right after a quotation without a cue: "« On a eu chaud ! » Yann Quéré …"."""
        draft, scene = query.draft, self._scene
        if draft is None or draft.cue is not None or draft.kind != "direct":
            return False
        beside = ahead.sentence - scene.sentence_of(draft.end - 1) < 2
        return beside and scene.paragraph_of(ahead.sentence) == scene.paragraph_of(query.sentence)

    def _agreement(self, query: Query, entity: Entity, learned: Gender | None, found: Trace) -> None:
        plural = entity.plural or bool(entity.members)
        if query.plural is not None and plural != query.plural and not entity.either:
            found.append(("number", 1.0))
        of_body = query.wanted == "description" and query.kind in ("body", "document", "group")
        if query.gender and not query.plural and not entity.members and not of_body:
            self._gender(query, entity, learned, found)
        self._nature(query, entity, plural, found)

    def _gender(self, query: Query, entity: Entity, learned: Gender | None, found: Trace) -> None:
        given = entity.gender
        by_function = given == "m" and entity.votes["m"] < PRONOUN
        shown = given or learned
        if by_function and entity.suggested == "f":
            shown = learned  # "Anne Roy, docteur": a masculine function says little of a woman
        open_gender = not entity.suggested and not learned and " " in entity.name
        if by_function and open_gender and query.gender == "f":
            found.append(("function's gender differs", 1.0))  # "le ministre, Pascaline Yé"
        elif shown:
            found.append(("gender agrees" if shown == query.gender else "gender differs", 1.0))
            if query.gender == "f" and shown == "m" and entity.suggested == "m":
                found.append(("man for a woman", 1.0))
        elif entity.suggested:
            agrees = entity.suggested == query.gender
            found.append(("first name agrees" if agrees else "first name differs", 1.0))
        elif entity.kind != "person" and query.wanted == "pronoun":
            found.append(("body of no gender", 1.0))

    def _nature(self, query: Query, entity: Entity, plural: bool, found: Trace) -> None:
        """Add what a candidate is: a person, a document, a body, one or several, named or only described."""
        if entity.kind == "person":
            found.append(("person", 1.0))
            if entity.named and not entity.sure:
                found.append(("unsure person", 1.0))
        elif entity.kind == "document" and entity is not query.itself:
            found.append(("document", 1.0))
        elif not plural and entity is not query.itself:
            found.append(("body", 1.0))
        if not entity.named and not plural:
            found.append(("unnamed", 1.0))
            if entity.definite and entity.kind == "person" and entity is not query.itself:
                found.append(("described as known", 1.0))
        if plural and not entity.members:
            found.append(("group", 1.0))
            if entity.people and entity is not query.itself:
                found.append(("people", 1.0))
        if entity.members:
            found.append(("joined", 1.0))

    def _quotation(self, query: Query, seen: Seen, found: Trace) -> None:
        draft = query.draft
        if draft is None:
            return
        positions = seen.entity.positions
        if positions:
            for start, end in draft.segments:
                before = seen.entity.last_before(end)
                if before is not None and start <= before < end:
                    found.append(("in its content", 1.0))
                    break
        if draft.addressee is not None:
            before = seen.entity.last_before(draft.addressee[1])
            if before is not None and draft.addressee[0] <= before:
                found.append(("addressee", 1.0))

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
            found.append(("same noun" if shared else "another noun", 1.0))
            if shared and len(query.keys) > len(entity.keys):
                found.append(("says more", 1.0))
        if group is not None and group.function is not None and entity.kind == "person":
            self._function(group, entity, found)
        elif group is not None and group.body is not None and entity.kind == "body":
            self._body(group, entity, found)
        elif query.kind == "person" and entity.kind == "person" and entity.roles:
            found.append(("open description", 1.0))

    def _function(self, group: Group, entity: Entity, found: Trace) -> None:
        if clash(group.colours, frozenset(entity.colours)):
            found.append(("another party", 1.0))
        elif group.colours & entity.colours:
            found.append(("party agrees", 1.0))
        if group.function is not None and group.function.key in entity.titles:
            found.append(("same function", 1.0))  # "leur avocat … Me Roy"
            return
        if not entity.roles:
            found.append(("no function", 1.0))
            return
        worth = weights("description")
        fits = (_role_fit(group, role) for role in entity.roles)
        found += max(fits, key=lambda trace: sum(worth[name] * value for name, value in trace))

    def _body(self, group: Group, entity: Entity, found: Trace) -> None:
        assert group.body is not None
        if group.body.key in entity.families:
            found.append(("same family", 1.0))
        elif group.body.families & entity.families:
            found.append(("related family", 1.0))
        elif entity.families and group.body.key not in _ANY_BODY:
            loose = group.body.families & _LOOSE and entity.families & _LOOSE
            found.append(("any body", 0.5) if loose else ("another family", 1.0))
        elif not entity.place and (group.body.key in _ANY_BODY or group.body.families & _ORGANISED):
            # "l'organisation" says nothing else of a body; "l'entreprise" says a little.
            found.append(("any body", 1.5 if group.body.key in _ANY_BODY else 1.0))

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
            found.append(("itself: possessive", 1.0))
        elif query.determiner in determiners_of("demonstrative"):
            found.append(("itself: demonstrative", 1.0))
        elif not query.determiner:
            found.append(("itself: bare", 1.0))
        if len(query.keys) > 2:
            found.append(("itself: long", 1.0))
        if self._one_of_many(query):
            found.append(("itself: one of many", 1.0 / max(1, len(query.keys))))

    def _one_of_many(self, query: Query) -> bool:
        """Tell whether a body of which there are many is taken up: "l'association"; there is one government."""
        body = query.group.body if query.group is not None else None
        definite = query.determiner in determiners_of("definite", "demonstrative")
        if body is None or query.plural or not definite or "camp" in body.families:
            return False
        return not _ORGANISED.isdisjoint(body.families | {body.key})


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
    if kinship == "other function" and not ranked and wanted.broader and group.task - role.group.task:
        found.append(("other function in full", 1.0))
    if group.places and role.group.places:
        found.append(("place agrees" if group.places & role.group.places else "place differs", 1.0))
    if wanted.key != given.key and wanted.key not in given.broader and given.key not in wanted.broader:
        return found
    mods, known = group.mods - _LEVELS, role.group.mods - _LEVELS
    if mods & known:
        found.append(("complement agrees", 1.0))
    elif clash(group.task, role.group.task) or clash(group.party, role.group.party):
        found.append(("complement differs", 1.0))
    if group.gender and role.group.gender and group.gender != role.group.gender:
        found.append(("role's gender differs", 1.0))
    return found


def _kinship(wanted: Function, given: Function, group: Group, role: Role) -> str:
    """Return how two functions are related, as the name of the evidence."""
    if wanted.key == given.key:
        return "same function"
    if "homologue" in (wanted.key, given.key):
        return "counterpart" if group.places & role.group.places else "compatible function"
    if wanted.key in given.broader:
        return "broader function"
    if given.key in wanted.broader:
        return "narrower function"
    compatible = (
        wanted.key in GENERAL
        or role.group.former
        or group.former
        or _together(wanted, given)
        or (_of_party(group) and _elected(given))
        or (_of_party(role.group) and _elected(wanted))
    )
    return "compatible function" if compatible else "other function"


_LEVELS = frozenset({"general", "national"})


def _of_party(group: Group) -> bool:
    """Tell whether an office is a party's: it goes with any mandate ("le président de l'UMP … le maire de Meaux")."""
    return bool(group.colours) and not (group.function is not None and _elected(group.function))


def _elected(function: Function) -> bool:
    return "elu" in function.broader


def _together(one: Function, other: Function) -> bool:
    """Tell whether one person can hold both: "rapporteur" and "sénateur", "économiste" and "professeur"."""
    if other.key in GENERAL:
        return True
    return one.key != other.key and bool(one.broader & other.broader - _VAGUE)
