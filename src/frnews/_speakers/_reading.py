"""What the words beside a cue say by themselves: a name of the cast, or what is asked of whoever is meant."""

from attrs import evolve

from frnews._draft import Draft, Offsets
from frnews._french._determiners import determiners_of
from frnews._french._verbs import is_infinitive, is_participle
from frnews._french._words import CLOSING_MARKS, OPENING_MARKS, words_of
from frnews._names._capitals import is_kicker
from frnews._names._cast import Cast
from frnews._names._documents import issuer
from frnews._names._group_ends import group_end, is_free
from frnews._names._groups import group_before, read_group
from frnews._names._lexicon import (
    bodies,
    determiners,
    documents,
    opening_determiners,
    prepositions,
    word_set,
)
from frnews._names._mentions import after_glued_line, governed_in, named_behind_plural, parts, trimmed
from frnews._names._shares import group_of_share, is_bare_share, one_of_theirs, uncounted
from frnews._names._words import Words
from frnews._speakers._descriptions import DescriptionReader
from frnews._speakers._named import NamedReader, is_document
from frnews._speakers._pronouns import Pronoun, read_pronoun
from frnews._speakers._queries import Query, Reading, answers
from frnews._speakers._scene import Scene
from frnews._types import Gender

_BEFORE_CUE = frozenset({"en", "tout", "apres", "avoir", "avant", "de", "d'", "pour", "sans", "s'", "se"})
# Persons of a list before a mention, at most.
_LISTED = 6
# Signs between a colon and the words that it announces, and words before it in which a source is looked for.
_MARKS, _NEAR_COLON = frozenset('«»"“”‟‹'), 9
# Participles without an object: "par" after them tells how.
_MOVING = frozenset({"arrivé", "venu", "passé", "parti", "entré", "sorti", "revenu", "allé", "monté", "descendu"})
# To whom "on" says something.
_TOLD = frozenset({"me", "m'", "te", "t'", "lui", "leur", "nous", "vous"})
# Characters of the shortest article.
_ARTICLE = 400
# Pronouns that are the subject at the head of a sentence, and all words that open its subject.
_HEADS = frozenset({"il", "elle", "celui-ci", "celle-ci"})
_OPENERS = _HEADS | frozenset({"le", "la", "l'", "ce", "cet", "cette", "son", "sa"})


def is_label(draft: Draft, text: str) -> bool:
    """Tell whether words before a headline's colon are all that an article may say of who speaks: "Budget : « … »".

    A person quoted so is named in the article too; in a headline alone, what stands before the colon speaks.
    """
    return draft.mention is not None and draft.cue is None and draft.rule == "headline" and len(text) >= _ARTICLE


class Reader:
    """Reads the words that stand for speakers, before any speaker is chosen.

    Args:
        cast: Who is named in the article.
        scene: Its sentences and groups.

    """

    def __init__(self, cast: Cast, scene: Scene) -> None:
        self._cast = cast
        self._scene = scene
        self._named = NamedReader(cast)
        self._descriptions = DescriptionReader(cast, scene)

    def of_draft(self, draft: Draft) -> list[Reading]:
        """Return what the words for a quotation's speaker say, one reading for each of those who speak together."""
        if (source := self._announced(draft)) is not None:
            read = self.of_words(*source, draft)
            if read.named is not None or read.query is not None:
                return [evolve(read, via="carried_over")]
        if draft.mention is not None and not self._is_topic(draft, draft.mention):
            found = self._of_span(draft.mention, draft)
            if found is not None:
                return found
        if draft.cue is not None and draft.mention is None and (pronoun := self._in_frame(draft.cue)) is not None:
            return [evolve(self.of_pronoun(pronoun, draft.cue[0], draft), via="carried_over")]
        return [Reading(query=self.of_nothing(draft), via="carried_over")]

    def _is_topic(self, draft: Draft, mention: Offsets) -> bool:
        """Tell whether a label says what it is about, or where, and not who speaks: "Budget : « … »", "Togo : …"."""
        text = self._cast.words.text
        if not is_label(draft, text):
            return False
        named = [occurrence.entity for occurrence in self._cast.within(*mention)]
        if not named:
            return " " not in text[slice(*mention)]
        return all(each.kind == "body" and not each.families and not each.name.isupper() for each in named)

    def _in_frame(self, cue: Offsets) -> Pronoun | None:
        """Return whom a frame without a mention takes up in its words: "à | leurs | yeux", "à | l'|en croire"."""
        first, last = self._cast.words.at(*cue)
        keys = self._cast.words.folds[first:last]
        if keys[:1] not in (["à"], ["a"], ["de"]):
            return None
        whose = next((key for key in keys if key in determiners_of("possessive")), "")
        if not whose and keys[2:] != ["en", "croire"]:
            return None
        return Pronoun(None, whose.startswith("leur") or keys[1] == "les", "subject")

    def _announced(self, draft: Draft) -> tuple[int, int] | None:
        """Return the words of whoever is named last before a colon: "hué | par la foule : « … »", "ces mots | du …"."""
        words = self._cast.words
        if draft.kind != "direct" or (draft.cue is not None and draft.cue[0] > draft.start):
            return None
        index = words.first_from(draft.start)
        while index and (words.is_line_end(index - 1) or words.forms[index - 1] in _MARKS):
            index -= 1
        if words.fold_at(index - 1) != ":":
            return None
        colon = index - 1
        start = words.first_from(self._scene.bounds(self._scene.sentence_of(words.starts[colon]))[0])
        for first in range(colon - 2, max(start, colon - _NEAR_COLON), -1):
            key = words.folds[first]
            if not words.forms[first][0].isalnum():
                return None
            if key == "par" and draft.mention is None and self._is_agent(first):
                return first + 1, colon
            if key in ("de", "d'", "du", "des") and words.fold_at(first - 1) in word_set("said"):
                return first + (key in ("de", "d'")), colon
        return None

    def _is_agent(self, index: int) -> bool:
        """Tell whether "par" brings in who does something: "hué | par la foule", and no "arrivé par le train"."""
        words = self._cast.words
        form = words.low_at(index - 1)
        if not (is_participle(form) or is_infinitive(form)) or form.rstrip("s").removesuffix("e") in _MOVING:
            return False
        return words.folds[index + 1] in determiners() or words.forms[index + 1][0].isupper()

    def of_nothing(self, draft: Draft) -> Query:
        """Return what a quotation asks beside which nobody is named."""
        position = draft.start if draft.cue is None else min(draft.start, draft.cue[0])
        sentence = self._scene.sentence_of(position)
        return Query("none", position, position, sentence, draft, awaits=self._awaits(draft, sentence))

    def _awaits(self, draft: Draft, sentence: int) -> bool:
        """Tell whether a cue opens its sentence as a participle or infinitive: "En promettant", "Après avoir dit"."""
        if draft.cue is None:
            return False
        words = self._cast.words
        first, last = words.at(self._scene.bounds(sentence)[0], draft.cue[0])
        if last - first > 12 or draft.cue[0] > draft.start:
            return False
        before = [key for key in words.folds[first:last] if key[0].isalnum()]
        cue = words.first_from(draft.cue[0])
        verb = words.fold_at(cue)
        # "(AFP) En promettant …"
        marked = words.fold_at(last - 1 - (before[-1:] == ["en"])) in (")", "-", "–", "—")
        if not marked and any(key not in _BEFORE_CUE for key in before):
            return False
        return verb.endswith("ant") or verb == "avoir" or before[-1:] in (["avoir"], ["de"], ["d'"], ["en"])

    def of_agent(self, draft: Draft) -> list[Reading]:
        """Return whom the subject of the clause above a quotation names, if anybody."""
        if draft.agent is None or draft.mention is not None:
            return []
        if is_kicker(self._cast.words, self._cast.words.first_from(draft.agent[0])):
            return []
        return self._of_span(draft.agent, draft) or []

    def _of_span(self, span: Offsets, draft: Draft | None) -> list[Reading] | None:
        text, words = self._cast.words.text, self._cast.words
        pronoun = read_pronoun(text[slice(*span)])
        if pronoun is not None:
            asked = self._asked(draft) if pronoun.choice == "nobody" and draft is not None else None
            return [asked or self.of_pronoun(pronoun, span[0], draft)]
        one = self._named.one_of(*words.at(*span))
        if one is not None:
            return [Reading(one, via="name")]
        first, last = trimmed(words, *words.at(*span))
        while (
            last - first > 1 and words.folds[first] in word_set("leading") and words.folds[first] not in determiners()
        ):
            first += 1
        first = named_behind_plural(self._cast, first, last) if first < last else first
        if first >= last or (last - first == 1 and words.folds[first] in determiners()):
            return None
        if (beside := self._named.set_beside(first, last)) is not None:
            return [self.of_words(*beside, draft)]
        cut = [(first, last)] if is_document(words, first, last) else parts(self._cast, first, last)
        if len(cut) > 1:
            cut = [*self._listed(first), *cut]
        pieces = [self.of_words(*piece, draft) for piece in cut if piece[0] < piece[1]]
        return [piece for piece in pieces if piece.named or piece.query] or [Reading()]

    def _listed(self, first: int) -> list[tuple[int, int]]:
        """Return who stands before a mention cut short in a list: "Anne Roy, | Luc Petit et Jean Blanc ont dit"."""
        words, found = self._cast.words, list[tuple[int, int]]()
        while words.fold_at(first - 1) == "," and len(found) < _LISTED:
            near = self._cast.within(words.starts[max(0, first - 6)], words.starts[first - 1])
            if not near or near[-1].name.last != first - 1:
                # "La direction, | les syndicats et la mairie ont dit"
                group = group_before(words, first - 1)
                if group is not None and words.is_sentence_start(group.first):
                    found.insert(0, (group.first, group.last))
                break
            name = near[-1].name
            if name.governed:
                break
            if near[-1].entity.kind != "person":
                first = name.first - name.determined
                if not words.is_sentence_start(first) and words.fold_at(first - 1) != ",":
                    return []  # "À l'ONU, la France et l'Italie"
                found.insert(0, (name.first, name.last))
                continue
            role = group_before(words, name.first)
            if role is not None and words.folds[name.first - 1] == "," and not words.is_sentence_start(role.first):
                break
            first = role.first if role is not None else name.first_with_civility
            if (before := words.fold_at(first - 1)) in prepositions() or before in ("selon", "et"):
                return []
            found.insert(0, (name.first, name.last))
        return found

    def _asked(self, draft: Draft) -> Reading | None:
        """Return where "on" has it from: "a-t-on appris | auprès de la mairie", "… | de source policière"."""
        words = self._cast.words
        if draft.cue is None or draft.mention is None:
            return None
        pronoun = words.first_from(draft.mention[0])
        start, _ = self._scene.bounds(self._scene.sentence_of(draft.mention[0]))
        for occurrence in self._cast.within(start, draft.mention[0])[-3:]:
            # "À l'Élysée, | on assure que …"
            name = occurrence.name
            place = words.fold_at(name.first - 1 - name.determined)
            if occurrence.entity.kind == "body" and place in ("à", "a", "au") and pronoun - name.last < 4:
                return Reading(occurrence.entity, via="name")
        if (source := self._source_before(start, pronoun)) is not None:
            return self.of_words(*source, draft)
        index = words.first_from(draft.cue[1])
        for at in range(index, min(index + 6, len(words) - 2)):
            if words.is_line_end(at) or words.forms[at] in ".?!":
                return None
            near = words.folds[at] == "aupres" and words.folds[at + 1] in ("de", "d'", "du", "des")
            inside = words.fold_at(at + 2)
            near = near or (words.folds[at] == "dans" and (inside in documents() or inside in word_set("insider")))
            if words.folds[at] in ("à", "au", "chez") and at - index < 3:
                # "minimise-t-on | à l'Élysée", "… | à la préfecture", "… | au ministère"
                named = self._cast.within(words.starts[at + 1], words.starts[min(at + 3, len(words) - 1)])
                noun = words.fold_at(at + 1 + (words.folds[at] != "au"))
                near = noun in bodies() or any(o.entity.kind == "body" for o in named)
            if near or words.folds[at + 1] in ("source", "sources"):
                first = at + 1 + (words.folds[at + 1] in ("de", "d'"))
                head = first + (words.folds[first] in determiners())
                if head == len(words):
                    return None
                last = _agreeing_end(words, head, group_end(words, head, 1, len(words)))
                found = self._cast.among(first, last)
                return self.of_words(first, max(last, found[-1].name.last) if found else last, draft)
        return None

    def _source_before(self, start: int, pronoun: int) -> tuple[int, int] | None:
        """Return where "on" has it from, at the start of its sentence.

        "De | source policière, on apprend", "Dans | l'entourage du maire, on dit", "Au | ministère, on assure".
        """
        words = self._cast.words
        first = words.first_from(start)
        comma = next((i for i in range(first, min(pronoun, first + 14)) if words.forms[i] == ","), -1)
        if comma < 0 or pronoun - comma > 3:
            return None
        if words.folds[first] == "cote":
            return first + 1, comma  # "Côté | syndicats, on"
        on_side = " ".join(words.folds[first : first + 2]) in ("du cote", "au sein")
        first += 2 * on_side  # "Du côté | de la mairie, on"
        noun = first + 1 + (words.folds[first + 1] in determiners())
        told = words.fold_at(pronoun + 1) in _TOLD  # "À la banque, on lui a dit"
        body = bodies().get(words.fold_at(noun)) if not told else None
        among = on_side or words.folds[first] in ("à", "a", "au", "aux")
        inside = words.folds[first] == "dans" and body is not None and "camp" in body.families
        if body is not None and (among or inside):
            return first + 1, comma
        if words.folds[first] not in ("de", "dans", "chez", "aupres"):
            return None
        if words.folds[first] == "chez" or words.fold_at(noun) in word_set("insider"):
            return first + 1, comma
        return None

    def of_pronoun(self, pronoun: Pronoun, start: int, draft: Draft | None) -> Reading:
        """Return what a pronoun asks."""
        if pronoun.choice == "nobody":
            return Reading()
        # A pronoun after its quotation looks back from where the quotation starts.
        position = min(start, draft.start) if draft is not None else start
        query = Query(
            "pronoun",
            position,
            start,
            self._scene.sentence_of(position),
            draft,
            pronoun.gender,
            pronoun.plural,
            pronoun.looks_back,
            pair=pronoun.pair,
            nearest=pronoun.choice == "nearest",
            answers=answers(self._cast.words.text, draft),
        )
        return Reading(query=query, via="pronoun")

    def of_words(self, first: int, last: int, draft: Draft | None) -> Reading:
        """Return what one speaker's words say."""
        words = self._cast.words
        first = after_glued_line(words, first, last)
        theirs, first = one_of_theirs(words, first, last), uncounted(words, first, last)
        if shared := group_of_share(words, first, last):
            first, last = shared
        elif is_bare_share(words, first, last):
            return self.of_pronoun(Pronoun(None, True, "subject"), words.starts[first], draft)
        if first + 1 < last and words.forms[first] in OPENING_MARKS:
            # "certains « gilets »"
            first, last = first + 1, last - (words.forms[last - 1] in CLOSING_MARKS)
        if first >= last:
            return Reading()
        if read := self._eux(first, last, draft):
            return read
        if words.folds[first] in ("celui", "celle") or (
            words.folds[first] in determiners_of("possessive")
            and last - first < 4
            and (
                words.folds[last - 1] in documents()
                or words.folds[last - 1] in ("decision", "conclusions", "calculs", "termes", "mots")
            )
        ):
            # "celui qui conduira la liste", "dans leur communiqué": whoever is spoken of.
            gender: Gender | None = {"celui": "m", "celle": "f"}.get(words.folds[first])  # type: ignore[assignment]
            pronoun = Pronoun(gender, False if gender else None, "subject")
            return evolve(self.of_pronoun(pronoun, words.starts[first], draft), via="description")
        if words.low_at(last - 1) in words_of("nameless") and words.fold_at(last - 2) in ("meme", "memes"):
            return self._same_source(first, last, draft)
        source = issuer(words, first, last) or self._named.issuer(first, last)
        if source is not None:
            found = self.of_words(*source, draft)
            return evolve(found, via="description")
        found_name = self._named.name(first, last)
        if found_name is not None:
            # Whoever stands beside a cue speaks.
            found_name.sure = True
            return Reading(found_name, via="name")
        return self._descriptions.read(theirs or first, last, draft, one=bool(theirs))

    def _same_source(self, first: int, last: int, draft: Draft | None) -> Reading:
        """Read "la même source", "cette même personne": whoever spoke before, or a source where nobody did."""
        words, start = self._cast.words, self._cast.words.starts[first]
        plural = words.folds[last - 1].endswith("s")
        source = self._scene.unnamed(last - 1, last, plural=plural, shown=words.slice(last - 1, last))
        query = Query("none", start, start, self._scene.sentence_of(start), draft, itself=source)
        return Reading(query=query, via="description")

    def _eux(self, first: int, last: int, draft: Draft | None) -> Reading | None:
        # "eux", "l'un d'eux": the group that is counted.
        noun = self._cast.words.folds[last - 1]
        if noun in ("eux", "elles") and last - first < 6:  # "l'un d'entre eux"
            gender: Gender = "f" if noun == "elles" else "m"
            return self.of_pronoun(Pronoun(gender, True, "subject"), self._cast.words.starts[first], draft)
        return None

    def leading(self, number: int) -> Reading | None:
        """Return the description or pronoun that opens a sentence as its subject, or None."""
        words, scene = self._cast.words, self._scene
        start, end = scene.bounds(number)
        first, last = words.at(start, end)
        first = next((i for i in range(first, min(last, first + 8)) if words.forms[i][0].isalnum()), last)
        if first >= last or scene.is_quoted(words.starts[first]):
            return None
        if words.folds[first] not in opening_determiners() and words.folds[first] not in _HEADS:
            # "En entendant cela, l'ingénieur a …", "Hier, le ministre a …", "De son côté, le maire …"
            commas = [i for i in range(first, min(last, first + 12)) if words.forms[i] == ","]
            opening = [i + 1 for i in commas if words.fold_at(i + 1) in _OPENERS]
            first = opening[0] if opening else commas[0] + 1 if commas else last
        if first >= last or scene.is_quoted(words.starts[first]):
            return None
        if words.folds[first] in _HEADS:
            if _is_impersonal(words, first + 1):
                return None
            pronoun = read_pronoun(words.forms[first])
            return None if pronoun is None else self.of_pronoun(pronoun, words.starts[first], None)
        if words.folds[first] not in word_set("definite"):
            return None
        group = read_group(words, first, last)
        if group is None or group.last >= last or group.plural or not group.function:
            return None
        named = self._cast.among(first, min(group.last + 2, last))
        if any(o.entity.kind == "person" and not governed_in(words, o.name, first) for o in named):
            return None
        if self._named.named_behind(group, group.last) is not None:
            return None
        return self._descriptions.read(first, group.last, None)


def _is_impersonal(words: Words, index: int) -> bool:
    """Tell whether the verb from a word on has an "il" that is nobody: "il faut", "il n'y a", "il s'agit"."""
    key = words.fold_at(index)
    if key == "s'":
        return words.fold_at(index + 1) in word_set("impersonal_reflexive")
    return key in word_set("impersonal") or (key == "n'" and words.fold_at(index + 1) == "y")


def _agreeing_end(words: Words, head: int, last: int) -> int:
    """Return where a plural noun ends whose last adjectives no table has: "sources religieuses | crédibles | ."."""
    end = last
    while words.fold_at(head).endswith("s") and words.fold_at(end).endswith("s") and is_free(words.folds[end]):
        end += 1
    return end if end >= len(words) or not words.forms[end][0].isalnum() else last
