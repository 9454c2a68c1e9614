"""The verbs of a clause and where each lays its days: past, ahead, or open, by surface signs alone.

The room for French tells the tense of a form (`_french/_verbs.py`); the words of `date_tense_words.tsv` tell
auxiliaries, verbs of planning ("a promis de répondre mardi") and, in the present, what is to take place ("le procès
s'ouvre mardi").
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from attrs import evolve, frozen

from frnews._french._verbs import REGULAR_PARTICIPLE, is_infinitive, is_participle, readings, shares
from frnews._tables import read_table

Direction = Literal["past", "future", "open"]
"""Where a verb lays a day: behind, ahead, or where it is nearest ("devait s'ouvrir le 3 mai")."""

_WORD = re.compile(r"[^\W\d_]+")
_NO_PARTICIPLES = frozenset(["jusqu", "du", "au"])  # "n'avait jusqu'à jeudi pas pris part"
_FINITE = frozenset(["event", "says"])
_LAID_BY: dict[str, Direction] = {"future": "future", "conditional": "future", "imperfect": "past", "past": "past"}
# The future of every verb in -er, of those too that no list has ("emboîteront").
_ANY_FUTURE = ("era", "eront", "erait", "eraient")
# "portrait", "méfait", "souhait": nouns end so.
_NOUNS_IN_AIT = ("rait", "fait", "hait")
# Participles of verbs that no list has, behind an auxiliary ("a mordu").
_OPEN_PARTICIPLE = tuple(stem + end for stem in ("i", "it", "u", "ert", "ort") for end in ("", "e", "s", "es"))
# A form that is more often another word ("opéra") is taken for that one.
_OFTEN_A_VERB = 0.5
# What they lay ahead was ahead then, and may be behind now: "devait s'ouvrir le 3 mai", "allait durer jusqu'en mai".
_OPEN = frozenset(["devait", "devaient", "fallait", "allait", "allaient"])
_LAYING_AHEAD = frozenset(["plans", "vows", "calls", "intends"])
_NEVER = frozenset(["pas", "jamais", "rien", "aucun", "aucune", "guère"])  # "n'avait pas pris part jusqu'à jeudi"
_REFLEXIVES = frozenset(["s", "se", "me", "m", "nous", "vous"])
_PRESENT_BE = frozenset(["est", "sont", "suis", "sommes", "êtes"])


@frozen
class Verb:
    """A verb, or a word that tells as much.

    Attributes:
        at: Its place among the words of the clause; a plan stands where its infinitive does.
        direction: Where it lays its days; None for a present that tells nothing.
        weak: Whether it is a participle beside a noun, which speaks for its own neighbourhood alone.
        lasts: Whether it tells how long something lasted.
        announces: Whether it is a past whose object may lie ahead ("a annoncé une grève").
        vow: Whether it lays ahead only what follows it ("il promet de répondre mardi").
        imperfect: Whether it is an imperfect.
        staged: Whether it is a present that tells what is to take place ("le procès s'ouvre mardi").
        tale: Whether it is a tense in which a story of the past is told ("mourut").
        given_up: Whether it is a plan that another one has replaced ("initialement prévu en mai").

    """

    at: int
    direction: Direction | None
    weak: bool = False
    lasts: bool = False
    announces: bool = False
    vow: bool = False
    imperfect: bool = False
    staged: bool = False
    tale: bool = False
    given_up: bool = False


@cache
def _roles() -> dict[str, frozenset[str]]:
    roles: dict[str, frozenset[str]] = {}
    for row in read_table("date_tense_words"):
        for form in (row["forms"] or row["word"]).split():
            roles[form] = roles.get(form, frozenset()) | {row["role"]}
    return roles


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of forms of two words: "prend fin", "entre en vigueur"."""
    return frozenset(form.partition("_")[0] for form in _roles() if "_" in form)


@lru_cache(maxsize=8192)
def roles_of(word: str) -> frozenset[str]:
    """Return what a word in small letters tells, in whichever gender and number it stands.

    A finite verb has neither: "20 sièges" is no form of "siège".
    """
    roles = _roles()
    if word in roles:
        return roles[word]
    for form in (word.removesuffix("s"), word.removesuffix("e"), word.removesuffix("es")):
        if form in roles:
            return roles[form] - _FINITE
    return frozenset()


@lru_cache(maxsize=8192)
def direction_of_form(word: str) -> Direction | None:
    """Return the direction that the tense of a finite verb shows; None of a present, and of what may be one.

    >>> direction_of_form("assurait"), direction_of_form("devrait"), direction_of_form("votera")
    ('past', 'future', 'future')
    >>> direction_of_form("finit"), direction_of_form("opéra"), direction_of_form("capturent")
    (None, None, None)
    """
    if shares().get(word, 1.0) < _OFTEN_A_VERB:
        return None
    forms = readings(word.removesuffix("ez") + "ons" if word.endswith("ez") else word)  # "devrez" as "devrons"
    if not forms:
        return _by_ending(word)
    # Who tells of "je" in the passé simple writes no news: "plus" is no form of plaire.
    finite = [form for form in forms if form.mood == "finite" and (form.person == 3 or form.tense != "past")]
    own = [form for form in finite if form.lemma == "être"] or finite  # "étaient" is a form of étayer too
    directions = {_LAID_BY.get(form.tense or "") for form in own}
    return directions.pop() if len(directions) == 1 else None


def _by_ending(word: str) -> Direction | None:
    """Return the direction of a form whose verb no list has, by an ending that hardly another word has.

    >>> _by_ending("tiktokera"), _by_ending("spoilaient"), _by_ending("zigouait"), _by_ending("portrait")
    ('future', 'past', 'past', None)
    """
    if word.endswith(_ANY_FUTURE):
        return "future"
    imperfect = word.endswith("ait") and len(word) > 5 and not word.endswith(_NOUNS_IN_AIT)
    return "past" if imperfect or word.endswith(("aient", "èrent")) else None


@lru_cache(maxsize=8192)
def tells(word: str) -> bool:
    """Whether a word can be a verb that tells something: most words of a text cannot."""
    if (
        roles_of(word) - {"between", "determiner", "defers", "deferral"}
        or word == "rendez"
        or word.endswith(REGULAR_PARTICIPLE, 2)
    ):
        return True
    return len(word) >= 3 and direction_of_form(word) is not None


def _is_governed(word: str) -> bool:
    """Whether a word behind an auxiliary may be what it governs, also where it is misspelt: "a abolit la censure"."""
    forms = readings(word)
    open_ended = not forms and word.endswith(_OPEN_PARTICIPLE, 1)
    return open_ended or is_participle(word) or any(form.tense == "past" for form in forms)


def read_words(stretch: str) -> list[str]:
    """Return the words of a stretch; an apostrophe or a hyphen parts them."""
    return _WORD.findall(stretch)


def read_verbs(words: list[str]) -> list[Verb]:
    """Return the verbs of a clause, in the order of its words.

    >>> [(v.at, v.direction) for v in read_verbs("Le maire a promis de répondre".split())]
    [(2, 'past'), (5, 'future')]
    """
    return sorted(_Reader(words).verbs(), key=lambda verb: verb.at)


class _Reader:
    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.lower = [word.lower() for word in words]
        self.taken: set[int] = set()  # participles that an auxiliary governs

    def verbs(self) -> Iterator[Verb]:
        pairs = _first_words()
        for i, word in enumerate(self.lower):
            opens = word in pairs
            if not (opens or tells(word)) or i in self.taken or (i and self.words[i][0].isupper()):
                continue
            roles = roles_of(word) | roles_of(f"{word}_{self._word(i + 1)}") if opens else roles_of(word)
            if "ahead" in roles or (word == "rendez" and self._word(i + 1) == "vous"):
                yield Verb(i, "future")
            elif "have" in roles:
                yield from self._have(i)
            elif "be" in roles:
                yield from self._be(i)
            else:
                yield from self._full_verb(i, roles)

    def _word(self, i: int) -> str:
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def _participle(self, i: int) -> int | None:
        """Return where the participle stands that an auxiliary before `i` governs."""
        for j in range(i, min(i + 5, len(self.lower))):
            word = self.lower[j]
            if word == "été":
                return j
            if "between" in roles_of(word) or word.endswith("ment"):
                continue
            if word in _NO_PARTICIPLES:
                return None
            return j if _is_governed(word) or roles_of(word) & {"moves", "participle"} else None
        return None

    def _infinitive(self, i: int) -> int | None:
        for j in range(i, min(i + 7, len(self.lower))):
            if is_infinitive(self.lower[j]):
                return j
        return None

    def _have(self, i: int) -> Iterator[Verb]:
        word, j = self.lower[i], self._participle(i + 1)
        if self._word(i + 1) == "lieu":
            yield Verb(i, direction_of_form(word) or "future")
            return
        if j is None:
            if word not in ("a", "ont", "ai", "avons", "avez", "avoir", "ayant"):
                yield Verb(i, direction_of_form(word), lasts=bool(_NEVER & set(self.lower[i : i + 6])))
            return
        self.taken.add(j)
        passive = self._participle(j + 1) if self.lower[j] == "été" else None
        if passive is not None:
            self.taken.add(passive)
            if "scheduled" in roles_of(self.lower[passive]):
                yield Verb(passive, "future")
                return
        main = j if passive is None else passive
        roles = roles_of(self.lower[main])
        if {"plans", "scheduled"} <= roles and self._infinitive(i + 1) is not None:  # "a prévu de visiter"
            yield from self._planned(main, roles)
            return
        lasts = "lasts" in roles or bool(_NEVER & set(self.lower[i:j]))
        yield Verb(i, "past", lasts=lasts, announces="staged" in roles)
        yield from self._planned(main, roles, past=word in ("avait", "avaient", "aurait", "auraient"))

    def _planned(self, i: int, roles: frozenset[str], past: bool = False) -> Iterator[Verb]:
        """Yield what the plan at `i` lays ahead: its infinitive, or a noun after "à"."""
        infinitive = self._infinitive(i + 1) if roles & _LAYING_AHEAD else None
        if infinitive is not None:
            if not past or i + 3 >= infinitive:
                yield Verb(infinitive, "open" if past else "future")
        elif "calls" in roles:
            for j in range(i + 1, min(i + 8, len(self.lower) - 1)):
                if self.lower[j] in ("à", "au", "aux"):
                    yield Verb(j + 1, "open" if past else "future")
                    return

    def _be(self, i: int) -> Iterator[Verb]:
        word, j = self.lower[i], self._participle(i + 1)
        own = direction_of_form(word)
        if j is None:
            was = word in ("était", "étaient")
            if was or own or self._word(i - 1) not in ("c", "ce"):  # "ce sont les élus qui seront reçus"
                yield Verb(i, "past" if was else own, lasts=was, imperfect=was)
            for k in range(i + 1, min(i + 4, len(self.lower))):
                yield from self._planned(k, roles_of(self.lower[k]), past=own == "past")
            return
        self.taken.add(j)
        roles = roles_of(self.lower[j])
        reflexive = bool(_REFLEXIVES & set(self.lower[max(0, i - 2) : i]))
        if roles & {"scheduled", "staged", "arranged"} and not reflexive:
            if word in ("était", "étaient"):
                yield Verb(i, "open" if "scheduled" in roles else "past")
            elif word in _PRESENT_BE or own == "future":
                yield Verb(i, "future")
        elif reflexive or "moves" in roles:
            yield Verb(i, "past", lasts="lasts" in roles)
        else:
            yield Verb(i, own, lasts=word in ("était", "étaient"))
        yield from self._planned(j, roles, past=own == "past")

    def _full_verb(self, i: int, roles: frozenset[str]) -> Iterator[Verb]:
        word, before = self.lower[i], self._word(i - 1)
        free = "determiner" not in roles_of(before)
        participle = word.endswith(REGULAR_PARTICIPLE, 2) or bool(roles & {"moves", "participle"})
        if "scheduled" in roles:
            # "initialement prévu en mai", "prévu à l'origine": where it is nearest, for the plan may be over
            given_up = any("first" in roles_of(near) for near in self.lower[max(0, i - 1) : i + 4])
            yield Verb(i, "open" if given_up else "future", given_up=given_up)
        elif "intends" in roles and not free:
            yield from (evolve(verb, vow=True) for verb in self._planned(i, roles))
        elif participle and free and roles & {"plans", "calls"} and self._infinitive(i + 1) is not None:
            yield from self._planned(i, roles)  # "se disent déterminés à défiler samedi", "appelés à voter mardi"
        elif participle and free:
            # not after a verb that it completes: "resteront fermées"; and an arrangement lies where its verb does
            governor = self._governor(i)
            if direction_of_form(governor) is None and governor not in ("été", "être") and "arranged" not in roles:
                yield Verb(i, "past", weak=True)
        elif free and roles & {"plans", "vows", "calls"} and not participle and self._lays_ahead(i, roles):
            yield Verb(i, "future", vow="plans" not in roles)
        elif free and "event" in roles:
            yield Verb(i, "future", staged=True)
        elif free and "says" in roles:
            yield Verb(i, "past", announces=True)
        elif "coming" in roles and before == "à":
            yield Verb(i, "future")
        elif len(word) >= 3:
            yield from self._finite(i, free)

    def _governor(self, i: int) -> str:
        """Return the word before `i`, over adverbs: "sera" in "sera encore perturbé"."""
        j = i - 1
        while j >= 0 and ("between" in roles_of(self.lower[j]) or self.lower[j].endswith("ment")):
            j -= 1
        return self._word(j)

    def _lays_ahead(self, i: int, roles: frozenset[str]) -> bool:
        return any(True for _ in self._planned(i, roles))

    def _finite(self, i: int, free: bool) -> Iterator[Verb]:
        word = self.lower[i]
        direction = direction_of_form(word)
        if direction is None or (not free and not word.endswith(("era", "ront", "rait", "raient", "vait", "vaient"))):
            return
        if word in _OPEN and self._infinitive(i + 1) is not None:
            yield Verb(i, "open")
        else:
            imperfect = direction == "past" and word.endswith(("ait", "aient"))
            told = direction == "past" and not imperfect
            yield Verb(i, direction, lasts=direction == "past", imperfect=imperfect, tale=told)
