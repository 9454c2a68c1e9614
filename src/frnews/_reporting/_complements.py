"""What a cue governs: the que-clause, infinitive, noun group or attribute that is the reported content."""

from typing import Literal

from attrs import frozen

from frnews._french._chunks import Chunk
from frnews._french._clauses import skeleton_at
from frnews._french._determiners import determiners_of
from frnews._french._groups import has_complement, is_civility, is_day, is_name_word, is_plural_article, starts_group
from frnews._french._infinitives import find_infinitive, infinitive_from, object_then_infinitive
from frnews._french._letters import ASKING
from frnews._french._phrases import phrase_at
from frnews._french._series import lists_on
from frnews._french._tags import tags_of
from frnews._french._verbs import readings
from frnews._french._words import CONTRACTED, is_adverb, words_of
from frnews._reporting._asides import closing_comma, closing_dash
from frnews._reporting._between import (
    attribute_in,
    behind_time,
    infinitive_behind,
    is_stray_comma,
    only_stresses,
    own_preposition_in,
    sees_in,
    span_asked_for,
    urges,
)
from frnews._reporting._cues import Cue, may_govern
from frnews._reporting._lexicon import ReportingVerb, reporting_nouns
from frnews._reporting._mentions import subject_before
from frnews._reporting._speaking import is_document
from frnews._reporting._unit import Unit

Form = Literal["clause", "question", "infinitive", "noun", "object", "attribute", "view", "colon"]

# How far from the verb its complement may start: "a déclaré mardi, lors d'une conférence de presse à Paris, que".
_FARTHEST = 45
# How far an attribute may stand from its object: "qualifie la réforme des retraites de « brutale »".
_FARTHEST_ATTRIBUTE = 25
# How far the verb's own preposition: "fait état, dans son bilan provisoire arrêté à 18 heures, de deux morts".
_FARTHEST_NOUN = 25
_ATTRIBUTE_STARTS = frozenset({"contre", "pour", "en", "sans", "sous"})  # and "d'accord"
_WHICH = frozenset({"quel", "quelle", "quels", "quelles"})
_QUESTION = _WHICH | {"si", "s'", "comment", "pourquoi", "combien", "quand", "où"}
# Endings of participles that are feminine or plural, and pronouns with which one agrees too.
_AGREEING = ("ée", "és", "ées", "ue", "ues", "ise", "ises", "ite", "ites")
_OBJECTS = frozenset({"l'", "la", "les", "se", "s'", "me", "m'", "te", "t'", "nous", "vous"})
_ASKING = ASKING | {"si", "s'"}
_TO = frozenset({"à", "au", "aux"})
_COMPARING = frozenset({"plutôt", "autant", "davantage", "autre", "autres", "meilleur", "meilleure", "pire"})
_PREFERENCE: tuple[Form, ...] = (
    "clause", "question", "infinitive", "object", "attribute", "view", "noun", "colon",
)  # fmt: skip


class _Neither:
    """What a reader of one kind of words returns where it has none of them before it."""


_NEITHER = _Neither()


@frozen
class Complement:
    """The content that a cue governs.

    Attributes:
        form: The construction.
        start: First token of the content.
        needs_marks: Whether it counts only where part of it stands between quotation marks.
        reaches: A token that it reaches in any case: the "de" behind an object.

    """

    form: Form
    start: int
    needs_marks: bool = False
    reaches: int = -1


def find_complement(unit: Unit, cue: Cue, limit: int) -> Complement | None:
    """Return what the cue governs to its right, before token `limit`, or None.

    Each entry of the lexicon that the cue may be is tried with its own constructions; the surest form wins.
    """
    # "demande à X de Y": where "de" may follow, "à" names the person asked.
    asked = any("d" in verb.constructions for verb in cue.verbs)
    verbs = [verb for verb in cue.verbs if may_govern(unit.tokens, cue, verb, limit)]
    found = [c for c in (_Search(unit, cue, verb, limit, asked).run() for verb in verbs) if c is not None]
    return min(found, key=lambda c: (_PREFERENCE.index(c.form), c.needs_marks)) if found else None


class _Search:
    """One walk to the right of a verb, for one entry of the lexicon."""

    def __init__(self, unit: Unit, cue: Cue, verb: ReportingVerb, limit: int, asked: bool) -> None:
        self.unit = unit
        self.tokens = unit.tokens
        self.cue = cue
        self.verb = verb
        self.limit = limit
        self.asked = asked
        self.stop = min(limit, cue.last + 1 + _FARTHEST)
        self.by_document = self._document_before()
        self.object_start = -1
        self.skeleton = skeleton_at(unit.tokens, cue.verb)
        self.in_phrase = False
        self.held = self.attribute = -1  # in phrases passed over
        self.resumed = cue.last
        self.preposition = CONTRACTED.get(verb.preposition, frozenset(filter(None, [verb.preposition])))

    def _new_clause(self, k: int) -> bool:
        """Whether the coordinator at token `k` starts another clause: "nie en bloc et parle d'un complot"."""
        low = self.tokens.low
        following = low[k + 1] if k + 1 < self.stop else ""
        own = words_of("preposition", "partitive", "determiner", "adverb", "date word")
        return following.isalpha() and following not in own

    def _document_before(self) -> bool:
        """Whether something written is the subject: "l'étude montre que"; asked only of verbs that need it."""
        if "r" not in self.verb.constructions:
            return False
        group = subject_before(self.tokens, self.cue.first, self.unit.sentence_of(self.cue.verb)[0])
        return group is not None and is_document(self.tokens, group)

    def takes(self, letters: str) -> bool:
        return not self.verb.constructions.isdisjoint(letters)

    def run(self) -> Complement | None:
        if (behind_manner := self._clause_behind_manner()) is not None:
            return behind_manner
        k: int | None = self.cue.last + 1
        while k is not None and k < self.stop:
            step = self._step(k)
            if isinstance(step, Complement):
                return step
            k = step
        if self.attribute >= 0:
            return Complement("attribute", self.attribute)
        return self._after_own_preposition(self.held) if self.held >= 0 else None

    def _clause_behind_manner(self) -> Complement | None:
        """Read a clause behind bare words that say how: "affirme | haut et fort | que"."""
        low = self.tokens.low
        if not self.takes("q") or CONTRACTED["que"].isdisjoint(low[self.cue.last + 1 : self.limit]):
            return None
        before: Chunk | None = None
        for chunk in self.skeleton.chunks_behind(self.cue.last):
            if low[chunk.first] in {"que", "qu'"}:
                compares = not _COMPARING.isdisjoint(low[chunk.first - 2 : chunk.first])
                follows = before is not None and before.kind in {"N", "PP"} and not compares
                return Complement("clause", chunk.first + 1) if follows and chunk.first + 1 < self.limit else None
            if chunk.kind not in {"B", "T", "C"} and not self._is_manner(chunk):
                break
            before = chunk
        return None

    def _is_manner(self, chunk: Chunk) -> bool:
        """Whether a chunk is a bare adjective or noun, so that it names nothing: "haut", "tout net", "pêle-mêle"."""
        return chunk.kind == "N" and (
            not starts_group(self.tokens, chunk.first) or self.tokens.low[chunk.first] == "tout"
        )

    def _step(self, k: int) -> Complement | int | None:
        """Return the complement that starts at token `k`, the next token to look at, or None for no complement."""
        tokens = self.tokens
        if tokens.quote[k] >= 0 and tokens.quote[k] != tokens.quote[self.cue.verb]:
            return self._quoted(k)
        for read in (self._sign, self._passed_over, self._infinitive_or_preposition, self._phrase, self._group):
            step = read(k)
            if not isinstance(step, _Neither):
                return step
        return None

    def _sign(self, k: int) -> "Complement | int | _Neither | None":
        """Read "que", a colon, a comma or a stop."""
        word = self.tokens.low[k]
        if word in {"que", "qu'"}:
            return self._que(k)
        if word == ":":
            return Complement("colon", k + 1) if self.takes("cq") and k + 1 < self.limit else None
        if word in {".", ";", "!", "?"}:
            return k + 1 if word == "." and is_civility(self.tokens.low[k - 1]) else None
        if word == ",":
            listed = (self.object_start >= 0 or self.in_phrase) and lists_on(self.skeleton, k)
            if listed or self._addressed(k + 1):
                return k + 1  # "invite les agences, les guides et les hôtels à fournir"
            closing = closing_comma(self.unit, k, self.stop, self.preposition, anything=self.takes("p"))
            self.in_phrase = False
            self.resumed = k if closing is None else closing
            parts = closing is None and not is_stray_comma(self.skeleton, self.cue.last, k)
            return None if parts else self.resumed + 1
        if tags_of(self.tokens)[k] == "-" and (closing := closing_dash(self.unit, k, self.stop)) is not None:
            self.in_phrase = False
            self.resumed = closing
            return closing + 1  # "déplore | – une fois de plus – | que"
        return _NEITHER

    def _que(self, k: int) -> Complement | int | None:
        """Read "que" at token `k`: it opens what is said, or compares, excepts or takes something up."""
        if self.tokens.low[k - 1] in _COMPARING:
            return k + 1  # "une commission plutôt | que le silence"
        if self._excepts():
            return k + 1 if k == self.cue.last + 1 and self._chunk(k + 1).kind == "N" else None
        if self._conjoins(k) or self._tells_of(k) or self._takes_up(k):
            return None
        told = self.takes("qf") or (self.takes("r") and self.by_document)
        told = told and (self.object_start < 0 or (self.takes("e") and not self._verb_before(k)))
        return Complement("clause", k + 1) if told and k + 1 < self.limit else None

    def _verb_before(self, k: int) -> bool:
        """Whether another verb than the cue stands before token `k`: "a rassuré les familles qui attendaient | que"."""
        return self.skeleton.first_finite(self.cue.verb + 1, k) is not None

    def _tells_of(self, k: int) -> bool:
        """Whether "que" at token `k` tells of what the verb governs by "de": "s'inquiète de l'accord, | qu'il juge"."""
        low, first = self.tokens.low, self.cue.last + 1
        return low[k - 1] == "," and low[first] in {"de", "d'", "du", "des"} and "," not in low[first : k - 1]

    def _addressed(self, k: int) -> bool:
        """Whether one more of those who are told stands at token `k`, behind another: "demande à X, | à Y et | à Z"."""
        low = self.tokens.low
        if not self.asked or k >= self.stop or low[k] not in _TO or k - 2 <= self.cue.last:
            return False
        return self._chunk(k).kind == self._chunk(k - 2).kind == "PP" and low[self._chunk(k - 2).first] in _TO

    def _repeats(self, k: int) -> bool:
        """Whether the coordinator at token `k` joins two like phrases: "annonce | sur TF1 | et | sur X | la fin"."""
        low = self.tokens.low
        if not self.cue.last + 1 < k < self.stop - 1:
            return False
        before, behind = self._chunk(k - 1), self._chunk(k + 1)
        alike = before.kind == behind.kind == "PP" and behind.first == k + 1 and before.first > self.cue.last
        return alike and low[before.first] == low[behind.first]

    def _conjoins(self, k: int) -> bool:
        """Whether "que" at token `k` makes a conjunction with what is before it: "dès | que", "avant même | que"."""
        since = k - 2 == self.cue.last and self.tokens.low[k - 1] == "depuis"  # "a répété depuis | que": an adverb
        last = k - 1 - (self.tokens.low[k - 1] == "même")
        return last > self.cue.last and tags_of(self.tokens)[last] == "R" and not since

    def _excepts(self) -> bool:
        """Whether "que" only excepts, behind "ne" and the verb: "ne jurent | que par lui", "n'avoue | qu'un tort"."""
        group = self.cue.group
        return group is not None and not group.negated and not {"ne", "n'"}.isdisjoint(group.clitics)

    def _takes_up(self, k: int) -> bool:
        """Whether "que" at token `k` is a relative: "questions | qu'avait posées X", "la vidéo | qu'il a projetée".

        Its subject stands behind its verb, or its participle agrees with what it takes up (Grevisse, Le Bon Usage,
        accord du participe passé avec le complément direct).
        """
        low, tags = self.tokens.low, tags_of(self.tokens)
        if not (k - 1 > self.cue.last and self._chunk(k - 1).kind in {"N", "PP"}):
            return False
        if k + 1 < self.stop and tags[k + 1] in "AV":
            return not any(r.lemma == "être" for r in readings(low[k + 1]))
        verb = self.skeleton.first_finite(k, self.limit)
        if verb is None or not verb.compound or set(verb.clitics) & _OBJECTS:
            return False
        between = self.skeleton.chunks[self.skeleton.chunk_at(k) + 1 : self.skeleton.chunk_at(verb.first)]
        if any(chunk.kind in {"L", "U", "C", "K"} for chunk in between):
            return False  # "que | les mesures qu'il avait prises étaient bonnes": the verb of another clause
        have = any(r.lemma == "avoir" for i in range(verb.first, verb.verb) for r in readings(low[i]))
        return have and low[verb.verb].endswith(_AGREEING) and "été" not in low[verb.first : verb.verb]

    def _passed_over(self, k: int) -> "Complement | int | _Neither | None":
        """Read what stands between a verb and its complement and is neither: asides, adverbs, times, brackets."""
        low, word, chunk = self.tokens.low, self.tokens.low[k], self._chunk(k)
        aside = phrase_at(self.tokens, k, "aside")
        if aside:
            return k + aside
        if k == self.cue.last + 1 and only_stresses(self.tokens, k):
            return k + 1
        if word in {"qui", "dont", "où"} and k > self.cue.last + 2 and self.takes("d"):
            self.in_phrase = True  # "demandent aux commerçants | qui s'y trouvent | de fermer"
            return k + 1
        if word in {"tout", "bien"} and k + 1 < self.stop and is_adverb(low[k + 1]):
            return k + 2  # "demandent tout simplement sa démission"
        called = word == "à" and low[k + 1 : k + 2] in (["un"], ["une"]) and self.takes("a") and not self.asked
        if called and low[chunk.last + 1 : chunk.last + 2] != ["à"]:
            return _NEITHER  # "appellent | à une journée de grève"
        if chunk.first == k and chunk.kind in {"T", "()"}:
            asked = chunk.kind == "T" and self.takes("n") and not self.preposition
            if asked and (start := span_asked_for(self.unit, chunk, self.stop)) is not None:
                return self._object(start)  # "a demandé quatre ans de prison", but "a promis lundi de rouvrir"
            self.in_phrase = False
            return behind_time(self.unit, self.skeleton, chunk.last + 1, self.stop)
        if word == "peu" and k + 1 < self.stop and low[k + 1] in {"après", "avant"}:
            return k + 2
        return _NEITHER

    def _infinitive_or_preposition(self, k: int) -> "Complement | int | _Neither | None":
        low, word, chunk = self.tokens.low, self.tokens.low[k], self._chunk(k)
        bare = self.object_start < 0 and not self.in_phrase
        asked = self.takes("w") and self.object_start < 0 and (bare or word in _ASKING)
        addressed = self.takes("d") and word in _ASKING
        asked = asked and (word != "s'" or low[k + 1 : k + 2] in (["il"], ["ils"]))  # and not "dit | s'être trompé"
        if asked and word in _QUESTION and (k == self.cue.last + 1 or addressed or word in ASKING):
            return Complement("question", k)  # "demande à l'accusé | s'il comprend", "a expliqué aux juges | comment"
        if asked and chunk.kind == "PP" and not _WHICH.isdisjoint(low[k + 1 : k + 2]):
            return Complement("question", k)  # "a précisé | à quel moment"
        if self.verb.lemma == "voir" and (start := sees_in(self.unit, self.skeleton, k)) is not None:
            return Complement("view", start)
        if bare and not self.preposition and is_plural_article(self.tokens, k, self.stop):
            return self._object(k)
        if (governed := self._governed_by_preposition(k)) is not None:
            return governed
        # Behind a phrase ("à l'AFP") only an auxiliary is sure to be an infinitive and no noun.
        compound = bool({"avoir", "être"} & set(low[k : k + 4]))
        free = self.object_start < 0 and (not self.in_phrase or compound)
        # Whoever "annonce que" can also "annoncer vouloir": the infinitive stands in the place of the clause.
        bare_infinitive = self.takes("i") or (self.takes("q") and (k == self.cue.last + 1 or compound))
        if free and bare_infinitive and infinitive_from(self.tokens, k, self.stop) is not None:
            return Complement("infinitive", k)
        return _NEITHER

    def _phrase(self, k: int) -> "Complement | int | _Neither | None":
        """Read a coordinator, a day, or a phrase that another preposition opens."""
        low, word, chunk = self.tokens.low, self.tokens.low[k], self._chunk(k)
        if self.takes("f") and word in self.preposition:
            return max(chunk.last, k) + 1  # "il ressort | du rapport | que"
        if word in words_of("coordinator") and self.object_start < 0 and self._new_clause(k):
            return None
        if word in words_of("coordinator") and k + 1 < self.stop and self._chunk(k + 1).kind == "V":
            return None  # "a remercié les artistes et a reçu une cape"
        if word in words_of("coordinator") and (self._addressed(k + 1) or self._repeats(k)):
            return k + 1  # "demande au préfet | et à l'État d'enquêter", "annonce sur TF1 | et sur X la fin"
        if is_day(self.tokens, k):
            k += 1
            while k < self.stop and (low[k] in words_of("date word") or low[k][0].isdigit()):
                k += 1
            self.in_phrase = False
            return k
        opens = word in _ATTRIBUTE_STARTS or low[k : k + 2] == ["d'", "accord"]
        if opens and self.object_start < 0 and not self.in_phrase and self._is_attribute():
            return Complement("attribute", k)
        partitive = word in words_of("partitive")
        if word in words_of("preposition") or (partitive and (self.in_phrase or word not in {"des", "du"})):
            if chunk.first == k and chunk.kind == "PP":
                if self.held < 0 and self.cue.mood == "finite":
                    self.held = own_preposition_in(self.unit, self.skeleton, chunk, self.preposition)
                if self.attribute < 0 and self._is_attribute():
                    self.attribute = attribute_in(self.unit, self.skeleton, chunk)
                return chunk.last + 1
            self.in_phrase = True
            return k + 1
        return _NEITHER

    def _group(self, k: int) -> "Complement | int | _Neither | None":
        """Read the noun group, attribute or view at token `k`."""
        low, word, chunk = self.tokens.low, self.tokens.low[k], self._chunk(k)
        bare = self.object_start < 0 and not self.in_phrase
        determined = word in words_of("determiner")
        if determined or word in {"des", "du"} or is_name_word(self.tokens, k) or word[0].isdigit():
            if bare:
                return self._object(k)
            parted = low[k - 1] in words_of("preposition", "partitive")
            if determined and self._awaits_noun(k) and not parted:
                return Complement("noun", k)  # "demande au gouvernement des mesures"
        if bare and tags_of(self.tokens)[k] == "S" and self.takes("ado"):
            return self._object(k)  # "invite | chacun à venir"
        if chunk.mood == "infinitive" and self.in_phrase:
            of_noun = low[chunk.first - 1] == "à" and tags_of(self.tokens)[chunk.first - 2] == "N"
            # "dans un entretien | à paraître", but "il convient de noter que": what follows is the infinitive's
            return chunk.last + 1 if of_noun and not self.takes("a") else None
        if is_adverb(word) or word in words_of("negation") or not bare:
            return k + 1
        if self._is_attribute():
            return Complement("attribute", k)
        return Complement("view", k) if self.takes("v") and not self.preposition else None

    def _chunk(self, k: int) -> Chunk:
        return self.skeleton.chunks[self.skeleton.chunk_at(k)]

    def _infinitive_at(self, k: int) -> bool:
        """Whether an infinitive starts at token `k`, with what may stand before it."""
        return find_infinitive(self.tokens, k, self.stop) is not None

    def _is_attribute(self) -> bool:
        return self.takes("p") and not self.preposition

    def _awaits_noun(self, k: int) -> bool:
        """Whether the object is still to come behind a phrase that names who is asked."""
        waits = self.in_phrase and self.object_start < 0 and k > self.cue.last + 2
        return waits and self.takes("n") and not self.preposition

    def _quoted(self, k: int) -> Complement | None:
        inside = next((i for i in range(k, self.stop - 1) if self.tokens.low[i][0].isalnum()), -1)
        if self.takes("da") and inside >= 0 and self.tokens.low[inside] in {"de", "d'", "à"}:
            return Complement("infinitive", k)  # enjoint « d'arrêter »
        if self.takes("i") and self.object_start < 0 and self._infinitive_at(k):
            return Complement("infinitive", k)  # dit « comprendre la colère »
        if self.object_start >= 0:
            if self.takes("o") or (self.takes("v") and not self.preposition):
                return Complement("object", self.object_start)
            return Complement("noun", self.object_start, needs_marks=True) if self.takes("m") else None
        if self.preposition and not self.takes("qnmix"):
            return None
        return Complement("noun", k, needs_marks=True) if self.takes("qwinmdavxcp") else None

    def _governed_by_preposition(self, k: int) -> Complement | None:
        """Read "de" and "à" with an infinitive or a noun, and the verb's own preposition."""
        unit, low = self.unit, self.tokens.low
        word = low[k]
        after = k + 1
        if after >= self.stop:
            return None
        quoted = unit.tokens.quote[after] >= 0
        if (word in {"de", "d'"} and self.takes("d") and low[k - 1] != "avant") or (word == "à" and self.takes("a")):
            if low[after] in {"ne", "n'"} and after + 1 < self.stop and unit.tokens.quote[after + 1] >= 0:
                return Complement("infinitive", after)  # "de ne « pas être constructifs »"
            if self._infinitive_at(after) and (quoted or low[after][0].isalnum()):
                # Whom a verb takes as its object belongs to what is said: "appelle | les États à taxer".
                return Complement("infinitive", self.object_start if self.object_start >= 0 else after)
        if (
            word in {"à", "au", "aux"}
            and self.takes("a")
            and not self.in_phrase
            and self.object_start < 0
            and not self.asked
            and not infinitive_behind(self.unit, self._chunk(k), k, self.stop)
        ):
            return Complement("noun", after)
        urged = self.takes("a") and not self.takes("n") and self.object_start >= 0 and word in {"à", "au", "aux"}
        if urged and urges(unit, after, self.stop):
            return Complement("noun", self.object_start)
        accused = {"l'", "le", "la", "les"} & set(low[self.cue.first : self.cue.verb])
        if accused and self.takes("o") and word in {"de", "d'"} and self._infinitive_at(after):
            return Complement("infinitive", after)  # "qui l'accuse d'avoir menti"
        if (
            self.object_start >= 0
            and self.takes("o")
            and word in {"de", "d'", "du", "des"}
            and low[k - 1] not in {"avant", "afin", "lors", "près", "autour", "hors"}
        ):
            return Complement("object", self.object_start, reaches=k)
        return self._after_own_preposition(k) if word in self.preposition else None

    def _after_own_preposition(self, k: int) -> Complement | None:
        """Read what follows the verb's own preposition at token `k`: "parle | d'une erreur", "qualifie X | de raté"."""
        unit, low, after = self.unit, self.tokens.low, k + 1
        start = after if low[k] not in {"du", "des"} else k
        if self.takes("v"):
            return Complement("view", self.object_start if self.object_start >= 0 else start)
        if self.takes("p") and k <= self.cue.last + 3:
            return Complement("attribute", start)
        if low[k - 1] != "à" and low[k - 1] in words_of("preposition"):
            return None  # "auprès de l'AFP"
        if self.takes("d") and self.in_phrase:
            return None  # "reproche au procureur de Paris d'avoir": the infinitive is to come
        if self.object_start >= 0 or not self.takes("nm") or k > self.resumed + _FARTHEST_NOUN:
            return None
        if self.takes("n"):
            return Complement("noun", start)
        infinitive = unit.tokens.quote[after] >= 0 and self._infinitive_at(after)
        return Complement("infinitive" if infinitive else "noun", start, needs_marks=True)

    def _object(self, k: int) -> Complement | int | None:
        """Read the noun group at token `k` as the object of the verb, or as whom it is said to."""
        self.object_start = k
        if self.takes("oe"):
            return k + 1
        if self.preposition and self.takes("nmvp"):
            return k + 1 if self.takes("v") and k - self.cue.last < _FARTHEST_ATTRIBUTE else None
        if self.takes("v"):
            return Complement("view", k)
        if self.takes("a") and (not self.takes("n") or object_then_infinitive(self.tokens, k, self.stop)):
            return k + 1
        if self.takes("u") and (said := self._said_in(k)) is not None:
            return said
        if self.takes("n"):
            # "exprime | la crainte d'une crise", but "exprime | ses sentiments": the content is in marks, or not there
            return Complement("noun", k, needs_marks=self.takes("u") and not has_complement(self.tokens, k))
        if self.takes("m"):
            return Complement("noun", k, needs_marks=True)
        if self.takes("d"):
            return k + 1
        return None

    def _said_in(self, k: int) -> Complement | None:
        """Return what the noun at token `k` announces: "a formulé le vœu | que X", "réitère son appel | à X"."""
        low = self.tokens.low
        head = k + (low[k] in words_of("determiner"))
        noun = reporting_nouns().get(low[head]) if head + 2 < self.stop else None
        if noun is None:
            return None
        if "q" in noun.constructions and low[head + 1] in {"que", "qu'"} and not self._takes_up(head + 1):
            # What is said of it is no saying: "dénonce l'idée que".
            return None if self.takes("q") else Complement("clause", head + 2)
        if "d" in noun.constructions and low[head + 1] in {"de", "d'"}:
            return Complement("infinitive", head + 2) if self._infinitive_at(head + 2) else None
        own = low[k] in determiners_of("possessive", "indefinite")  # and not "relaie | l'appel à la grève"
        if not own or "a" not in noun.constructions or low[head + 1] not in {"à", "au", "aux"}:
            return None
        return Complement("infinitive" if self._infinitive_at(head + 2) else "noun", head + 2)
