"""Who the subject of a finite verb is: a walk to the left over phrases, asides and relative clauses."""

from typing import TYPE_CHECKING

from frnews._french._groups import Group, function_nouns, is_name_word, number_of, starts_group, with_name_after
from frnews._french._verb_groups import VerbGroup

if TYPE_CHECKING:
    from frnews._french._clauses import Skeleton

# No subject stands farther from its verb, and no verb with which it is shared: it also bounds the work on a line.
CHUNKS_IN_REACH = 40
# Relative clauses, one in the other, that a subject and its verb may have between them.
_DEEPEST = 4
# Chunks behind which a subject stands.
_AHEAD = frozenset({",", "-", "K", "PP", "T", "B", "()"})
# Chunks between a subject and its verb that say nothing of where the subject is.
_PASSED_OVER = frozenset({"B", "T", "PP", "()", "n", "Q", "c", '"', "S", "N", "R", "d", "#", "G", "I"})
# Chunks of what describes the first of two subjects between commas.
_ASIDE = 8
# Prepositions of a phrase in the name of a body: "l'association Droit | au | logement".
_BESIDE = frozenset({"à", "au", "aux", "en", "pour", "contre"})
# Relative pronouns that may stand without a noun before them: "Le maire a appelé Paul Roy. | Lequel a répondu".
_ALONE = frozenset({"lequel", "laquelle", "lesquels", "lesquelles"})


class SubjectSearch:
    """One walk to the left of a finite verb.

    Args:
        skeleton: The sentence.
        verb: A finite verb group of it without a pronoun behind it.

    """

    def __init__(self, skeleton: "Skeleton", verb: VerbGroup) -> None:
        self.s = skeleton
        self.verb = verb

    def run(self) -> Group | None:
        """Return the noun group or pronoun that is the subject, or None where none shows."""
        return self._before(self.s.chunk_at(self.verb.first) - 1, 0)

    def _before(self, at: int, depth: int) -> Group | None:
        """Return the subject that ends at chunk `at` or before it, `depth` relative clauses passed over."""
        chunks = self.s.chunks
        nearest = max(0, at - CHUNKS_IN_REACH)
        while at >= nearest:
            chunk = chunks[at]
            kind = chunk.kind
            shared = self._coordinated(at) or self._behind_object(at)
            if shared is not None:
                return shared
            if self._one_of(at) and self._agrees(chunks[at - 2].group):
                return chunks[at - 2].group
            if self._is_subject(at, depth):
                return self._with_bare_nouns(at)
            if kind == "p":
                return None
            if kind == "L":
                return self._antecedent(at)
            if kind in {",", "-"}:
                return self._over_aside(at, depth)
            if kind == "V":
                opens = self._clause_opens(at) if depth < _DEEPEST else None
                if opens is None:
                    return None
                depth += opens < at
                at = opens
            elif kind not in _PASSED_OVER and not (kind == "C" and self._joins_phrases(at)) and not self._most(at):
                return None
            at -= 1
        return None

    def _coordinated(self, at: int) -> Group | None:
        """Return two groups of a plural verb that "et" joins over what describes the first, chunk `at` the second.

        "le patron du Sénat (LR) | et | la ministre", "Ana Roy, maire de Mons, | et | Luc Petit".
        """
        chunks, low = self.s.chunks, self.s.tokens.low
        second = chunks[at]
        if self.verb.number != "p" or second.kind != "N" or at < 2 or low[chunks[at - 1].first] != "et":
            return None
        if number_of(self.s.tokens, second.group) == "p":
            return None
        k = at - 2
        if chunks[k].kind == ",":
            opens = next((c for c in range(k - 1, max(-1, k - _ASIDE), -1) if chunks[c].kind in {",", "V", "K"}), 0)
            if opens == 0 or chunks[opens].kind != ",":
                return None
            k = opens - 1
        while k > 0 and chunks[k].kind in {"PP", "()", "T", "B"}:
            k -= 1
        while k > 1 and self._bare(k) and chunks[k - 1].kind == "," and chunks[k - 2].kind == "N":
            k -= 2  # "Les ministres français|, italien | et | espagnol"
        first = chunks[k]
        return None if first.kind != "N" or first.governed else (first.group[0], second.group[1])

    def _behind_object(self, at: int) -> Group | None:
        """Return the group that "et" only seems to join to an object or phrase before: "a vu Luc et | la maire dit"."""
        chunk, low = self.s.chunks[at], self.s.tokens.low
        if chunk.kind != "PP" and (chunk.kind != "N" or not chunk.governed):
            return None
        first, last = chunk.first, chunk.last
        start = next((k + 1 for k in range(last - 1, first, -1) if low[k] == "et" and self.s.tags[k] == "C"), None)
        if start is None or not starts_group(self.s.tokens, start) or not self._agrees((start, last)):
            return None
        verbs = (k for k in range(at - 1, -1, -1) if self.s.chunks[k].kind in {"V", ","})
        # "dit vouloir fermer le port"
        governor = next((k for k in verbs if self.s.chunks[k].mood != "infinitive"), None)
        if governor is None or self.s.chunks[governor].mood != "finite" or self.s.relative_of(governor) is not None:
            return None  # "L'association, tout en prônant la paix et l'entente, appelle"
        return start, last

    def _is_subject(self, at: int, depth: int) -> bool:
        """Whether chunk `at` is a pronoun or a noun group that can be the subject."""
        chunk = self.s.chunks[at]
        if chunk.kind == "p":
            return self._agrees(chunk.group) or at == 0
        if chunk.kind == "S":
            return self._agrees(chunk.group) and self._pronoun(at)
        own = chunk.kind == "N" and not (chunk.governed and depth) and self._agrees(chunk.group)
        return own and not (self._of_infinitive(at) or self._only_describes(at) or self._of_relative(at))

    def _of_relative(self, at: int) -> bool:
        """Whether a noun group belongs to the verb of a relative clause before it, and the antecedent is who acts.

        "celui | qui | conduira | la liste | | affirme", "le maire de la ville | où | vit | sa sœur | | affirme".
        """
        chunks = self.s.chunks
        k = at - 1
        while k > 0 and (chunks[k].kind in {"B", "T", "R", "#"} or self._bare(k)):
            k -= 1
        opens = self.s.relative_of(k) if chunks[k].mood == "finite" else None
        if opens is None or opens < 1 or chunks[opens].kind != "L":
            return False
        governed = chunks[at].governed and self.s.tokens.low[chunks[opens].first] == "qui"
        if not governed and any(chunk.kind not in {"n", "c", "B"} for chunk in chunks[opens + 1 : k]):
            return False
        earlier = chunks[opens - 1]
        before = earlier.group if earlier.kind in {"N", "S"} else self._group_before(opens - 1)
        return before is not None and self._agrees(before)

    def _bare(self, at: int) -> bool:
        """Whether chunk `at` is a noun without an article: "avoir | lieu", "Vox, | site d'information"."""
        return self.s.chunks[at].kind == "N" and not starts_group(self.s.tokens, self.s.chunks[at].first)

    def _with_bare_nouns(self, at: int) -> Group:
        """Return the group of chunk `at` with the bare nouns right behind it: "Le Parti | socialiste | affirme"."""
        end = at
        while end + 1 < len(self.s.chunks) and self._bare(end + 1):
            end += 1
        group = self.s.chunks[at].group
        return group if end == at else (group[0], self.s.chunks[end].group[1])

    def _only_describes(self, at: int) -> bool:
        """Whether a noun without an article only says what a group is: "Vox, | site d'information", "le plus | lu"."""
        chunks, bare = self.s.chunks, at
        while bare > 0 and self._bare(bare):
            bare -= 1
        if bare == at:
            return self._one_of(at)
        if bare < 1:
            named = chunks[0].kind == "N" and is_name_word(self.s.tokens, chunks[0].last)
            return named and self.s.tags[chunks[0].first] == "D"  # "L'ONG Frontière | claire | dénonce"
        if chunks[bare].kind in {"N", "PP", "T", "V"}:
            return True  # "des fins de mois | difficiles | exige", "dont il a eu | connaissance | précise"
        before = chunks[bare - 1]
        apposed = chunks[bare].kind == "," and before.kind == "N" and self._agrees(before.group)
        return apposed or self._most(bare - 1)

    def _one_of(self, at: int) -> bool:
        """Whether chunk `at` says of which ones a name before its comma is: "Ana Roy, | une des élues, | juge"."""
        chunks, low = self.s.chunks, self.s.tokens.low
        if at < 2 or chunks[at - 1].kind != "," or chunks[at - 2].kind != "N" or chunks[at].kind != "N":
            return False
        if any(chunk.kind not in _AHEAD for chunk in chunks[at - 3 : at - 2]):
            return False  # "Après avoir rencontré Ana Roy, | une des élues | a démissionné"
        first = chunks[at].first + (low[chunks[at].first] == "l'")
        partitive = low[first] in {"un", "une"} and low[first + 1 : first + 2] in (["des"], ["de"], ["d'"])
        return partitive and is_name_word(self.s.tokens, chunks[at - 2].last)

    def _most(self, at: int) -> bool:
        """Whether chunk `at` is the article of a superlative: "le quotidien | le plus lu"."""
        chunks = self.s.chunks
        return chunks[at].kind == "D" and chunks[at + 1].kind == "B" and at > 0 and chunks[at - 1].kind in {"N", "PP"}

    def _clause_opens(self, at: int) -> int | None:
        """Return the chunk that opens the relative clause of the verb of chunk `at`; of a verb not finite, its own."""
        mood = self.s.chunks[at].mood
        if mood is None:
            return None
        return self.s.relative_of(at) if mood == "finite" else at

    def _joins_phrases(self, at: int) -> bool:
        """Whether a coordinator joins two phrases that depend on a noun: "prisé des militants | et | des élus"."""
        chunks = self.s.chunks
        if not 0 < at < len(chunks) - 1 or chunks[at - 1].kind not in {"PP", "N"}:
            return False
        return chunks[at + 1].kind == "PP" or self.s.tokens.low[chunks[at + 1].first] in {"des", "du"}

    def _pronoun(self, at: int) -> bool:
        """Whether the strong pronoun of chunk `at` is the subject, and only repeats none ("la ministre elle-même")."""
        return self.s.tokens.low[self.s.chunks[at].first] not in {"lui", "eux", "moi", "toi"} or at == 0

    def _agrees(self, group: Group) -> bool:
        return self.s.agrees(self.verb, group)

    def _of_infinitive(self, at: int) -> bool:
        """Whether a noun group is the object of an infinitive or a participle right before it."""
        chunks = self.s.chunks
        k = at - 1
        while k >= 0 and chunks[k].kind in {"B", "T", "PP"}:
            k -= 1
        return k >= max(0, at - 2) and chunks[k].mood in {"infinitive", "participle", "gerund"}

    def _antecedent(self, at: int) -> Group | None:
        """Return the noun group that the relative pronoun of chunk `at` takes up."""
        chunks, tokens = self.s.chunks, self.s.tokens
        if tokens.low[chunks[at].first] in {"dont", "où"}:
            return None
        k = at - 1
        while k >= 0 and chunks[k].kind in {",", "()", "T", "-"}:
            k -= 1
        if k < 0:  # "Lequel a promis": a sentence of its own (Grevisse, Le Bon Usage, proposition relative)
            asks = "?" in tokens.low[chunks[at].first : chunks[-1].last + 1]  # "Lequel des deux a dit que … ?"
            return chunks[at].group if tokens.low[chunks[at].first] in _ALONE and not asks else None
        described = self._described(at, k) or self._apposed(at, k)
        if described is not None:
            return described
        if chunks[k].kind in {"p", "S", "N"}:
            return self._complement(chunks[k].group) or chunks[k].group
        if chunks[k].kind == "PP":
            first = chunks[k].first
            while first <= chunks[k].last and self.s.tags[first] in "Rd" and tokens.low[first] not in {"des"}:
                first += 1
            if first > chunks[k].last:
                return None
            group = (first, chunks[k].last)
            earlier = self._group_before(k)
            # "la ville des élus, qui demandent": the number tells which of the two is taken up.
            named = is_name_word(tokens, first)
            # "l'association Droit au logement, qui", but "une lettre au préfet, qui"
            thing = k < at - 1 and tokens.low[chunks[k].first] in _BESIDE and tokens.low[first] not in function_nouns()
            # "un travailleur sans papiers, qui"
            alone = tokens.low[first - 1] not in {"au", "aux", "du", "des"} and not starts_group(tokens, first)
            bare = k < at - 1 and alone and self.s.tags[first] == "N"
            if earlier and not named and self._agrees(earlier) and (thing or bare or not self._agrees(group)):
                return earlier
            return group
        return None

    def _complement(self, group: Group) -> Group | None:
        """Return the complement that the verb agrees with and its noun does not: "la version | des gendarmes, qui"."""
        tags = self.s.tags
        if self._agrees(group) or "C" in tags[group[0] : group[1] + 1]:
            return None
        first = next((k for k in range(group[0] + 1, group[1]) if tags[k] == "d" and self._agrees((k, group[1]))), None)
        return (first, group[1]) if first is not None else None

    def _described(self, at: int, k: int) -> Group | None:
        """Return whom what stands before ", qui" only describes: "Ana Roy, médecin au CHU de Sion, | qui invite"."""
        chunks = self.s.chunks
        if k == at - 1 or chunks[k].kind != "PP":
            return None
        while k > 0 and chunks[k].kind in {"PP", "B"}:
            k -= 1
        if k < 2 or chunks[k - 1].kind != "," or chunks[k - 2].kind != "N":
            return None
        indefinite = chunks[k].kind == "N" and self.s.tokens.low[chunks[k].first] in {"un", "une"}
        if self._bare(k) or (indefinite and is_name_word(self.s.tokens, chunks[k - 2].last)):
            return chunks[k - 2].group if self._agrees(chunks[k - 2].group) else None
        return None

    def _apposed(self, at: int, k: int) -> Group | None:
        """Return the name that a function only describes: "… de Ana Roy, le maire de Mons, | qui invite"."""
        chunks, tokens = self.s.chunks, self.s.tokens
        if k != at - 2 or k < 2 or chunks[k].kind != "N" or chunks[k - 1].kind != ",":
            return None
        head = chunks[k].first + (not is_name_word(tokens, chunks[k].first))
        if tokens.low[min(head, chunks[k].last)] not in function_nouns() or chunks[k - 2].kind not in {"N", "PP"}:
            return None
        nouns = tokens.low[chunks[k - 2].first : chunks[k - 2].last + 1]
        if not function_nouns().isdisjoint(nouns[:2]):
            return chunks[k - 2].group  # "l'avocat d'Ana Roy, la maire, | qui"
        last = first = chunks[k - 2].last
        opens = chunks[k - 2].first + (chunks[k - 2].kind == "PP")  # "À | Ana Roy, la maire, qui": no part of the name
        while first > opens and is_name_word(tokens, first - 1):
            first -= 1
        return (first, last) if first < last and is_name_word(tokens, last) else None

    def _group_before(self, at: int) -> Group | None:
        for k in range(at - 1, max(-1, at - 4), -1):
            chunk = self.s.chunks[k]
            if chunk.kind == "N":
                return chunk.group
            if chunk.kind not in {"PP", "B"}:
                return None
        return None

    def _over_aside(self, at: int, depth: int) -> Group | None:
        """Return the subject where an aside between commas or dashes stands before the verb; chunk `at` closes it."""
        chunks = self.s.chunks
        sign = chunks[at].kind
        for k in range(at - 1, max(-1, at - 40), -1):
            kind = chunks[k].kind
            if kind == "K":
                break
            if kind not in {sign, ","} or k == 0:
                continue
            left = k - 1
            while left > 0 and chunks[left].kind in {"()", "T", "B"}:
                left -= 1
            if self._only_describes(left):
                continue  # "Le Mali, | puissance émergente, | pour qui le vote est vital, affirme"
            if (behind := self._behind_object(left)) is not None:
                return behind
            if chunks[left].kind in {"N", "p", "S"} and not self._is_object(left):
                group = chunks[left].group
                if (several := self._coordinated(left)) is not None:
                    return several
                if self._agrees(group):
                    named = with_name_after(self.s.tokens, group, chunks[at].first)
                    return named if left == k - 1 else group
            elif chunks[left].kind == "PP" and self._opens_relative(k + 1):
                inner = self._before(left, depth + 1) if depth < 3 else None
                if inner is not None:
                    return inner
        while at > 0 and (chunks[at - 1].kind in {"T", "PP", "()"} or self._befell(at - 1)):
            at -= 1  # "L'enquête publiée la semaine dernière, | montre"
        if at > 0 and chunks[at - 1].kind == "N" and self._listed(at):
            return chunks[at - 1].group
        return None

    def _befell(self, at: int) -> bool:
        """Whether chunk `at` is a participle that describes the noun before it."""
        return self.s.chunks[at].mood == "past"

    def _listed(self, at: int) -> bool:
        """Whether the comma of chunk `at` merely follows the subject ("Le maire de la ville, a déclaré")."""
        only_described = all(chunk.mood in {None, "past"} for chunk in self.s.chunks[:at])
        return only_described and self._agrees(self.s.chunks[at - 1].group)

    def _opens_relative(self, at: int) -> bool:
        chunks = self.s.chunks
        return at < len(chunks) and chunks[at].kind in {"L", "U"}

    def _is_object(self, at: int) -> bool:
        """Whether a finite verb, its subject before it, governs the noun group of chunk `at`."""
        chunks = self.s.chunks
        near = chunks[max(0, at - 3) : at]
        return chunks[at].governed and any(chunk.mood in {"finite", "infinitive"} for chunk in near)
