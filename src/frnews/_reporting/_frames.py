"""Frames that name a source without a verb: "selon X", "d'après X", "pour X", "aux yeux de X", "de source sûre"."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress, count

from attrs import frozen

from frnews._french._clauses import skeleton_at
from frnews._french._groups import Group, is_name_word, noun_group, with_name_after
from frnews._french._phrases import phrase_at
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verbs import REGULAR_PARTICIPLE, is_infinitive, readings
from frnews._french._words import CONTRACTED, COORDINATING, SETTING_OFF, STRESSED, THIRD_PERSON, is_adverb, words_of
from frnews._reporting._cues import governing_cue, read_cue
from frnews._reporting._frame_ends import LONGEST_DESCRIPTION, STOPS, frame_end, over_apposition, over_relative
from frnews._reporting._lexicon import (
    SourceFrame,
    denying_verbs,
    hearing_verbs,
    not_sources,
    semi_auxiliary_forms,
    source_frames,
)
from frnews._reporting._mentions import subject_after
from frnews._reporting._speaking import is_document, is_speaker
from frnews._reporting._unit import Unit

CLAUSE_SIGNS = SETTING_OFF | {"?", "!"}
"""Signs before an inserted clause; a question or exclamation goes on with it: "Faut-il partir ? | demande le maire"."""

_AUTHOR = frozenset({"moi", "nous", "toi", "vous", "nos", "notre", "mes", "mon", "ma"})
# What a lawyer is called, who speaks for others.
_PLEADING = frozenset({"me", "maître"})
# Tokens between a verb of hearing and the source: "a appris | vendredi l'agence Belga | de source judiciaire".
_NEAR = 6
# "Les tarifs varient selon les compagnies": what follows is the measure, not a source.
_VARYING = ("vari", "diffèr", "différ", "fluctu", "dépend", "répart", "ajust", "class", "calcul")
# Frames that are any infinitive's too: they are one only where they are set off.
_READERS = frozenset({"à lire", "à entendre", "à écouter"})
# Tokens of a subject and what stands before it that a frame parts from its verb.
_LONGEST_SUBJECT = 60
_HAD = frozenset({"avait", "avaient"})
_BEFORE_FRAME = COORDINATING | {"toujours", "encore"}
_BEFORE = SETTING_OFF | COORDINATING | {":", ";", "(", "-", "que", "qu'", "."}


@frozen
class Frame:
    """A frame that stands in a unit; positions are token numbers.

    Attributes:
        first: First token, adverbs before it ("toujours selon") included.
        last: Last token, the source's name included.
        words: First and last token of the words that carry the saying ("Selon").
        mention: The group that names the source, or None.
        sure: Whether the frame reports speech whatever stands around it.

    """

    first: int
    last: int
    words: Group
    mention: Group | None
    sure: bool


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], SourceFrame], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], SourceFrame]]] = {}
    for frame in source_frames():
        # Split as the text is split, so that "d'après" and "l'avis" are found.
        words = tuple(Tokens(frame.frame, 0, len(frame.frame)).low)
        index.setdefault(words[0], []).append((words, frame))
    return {word: tuple(sorted(frames, key=lambda f: -len(f[0]))) for word, frames in index.items()}


@cache
def _openings() -> frozenset[str]:
    """Return the words that may open a frame, adverbs before it among them."""
    return frozenset(_by_first_word()) | _BEFORE_FRAME


@cache
def _seconds() -> dict[str, frozenset[str] | None]:
    """Return what may stand behind each word that may open a frame, or sign before a clause; None for anything."""
    seconds: dict[str, frozenset[str] | None] = dict.fromkeys(CLAUSE_SIGNS)
    for first, frames in _by_first_word().items():
        wanted = [words[1:2] for words, _ in frames]
        seconds[first] = None if () in wanted else frozenset().union(*({w, *CONTRACTED.get(w, ())} for (w,) in wanted))
    return seconds | dict.fromkeys(_BEFORE_FRAME, _openings())


def frames_may_open(low: list[str]) -> Iterator[int]:
    """Yield the tokens at which a frame may open, by two words, or a sign stands that an inserted clause may follow.

    >>> list(frames_may_open(Tokens("Le maire de Mons, de son aveu, part", 0, 35).low))
    [4, 5, 8]
    """
    seconds, last = _seconds(), len(low) - 1
    for k in compress(count(), map(seconds.__contains__, low)):
        wanted = seconds[low[k]]
        if wanted is None or (k < last and low[k + 1] in wanted):
            yield k


@lru_cache(maxsize=1 << 14)
def _frames_with(first: str, second: str) -> tuple[tuple[tuple[str, ...], SourceFrame], ...]:
    """Return the frames that may start with two words, longest first.

    >>> [frame.frame for _, frame in _frames_with("d'", "après")], _frames_with("d'", "abord")
    (["d'après les dires de", "d'après ce que", "d'après"], ())
    """
    return tuple(
        (words, frame) for words, frame in _by_first_word().get(first, ()) if len(words) == 1 or _same(second, words[1])
    )


def read_frame(unit: Unit, k: int, limit: int) -> Frame | None:
    """Return the frame that starts at token `k`, or None."""
    tokens = unit.tokens
    low = tokens.low
    first = k
    if k >= limit or low[k] not in _openings():
        return None
    while k < limit and k - first < 2 and low[k] in _BEFORE_FRAME:
        k += 1
    if k >= limit:
        return None
    for words, frame in _frames_with(low[k], low[k + 1] if k + 1 < limit else ""):
        end = k + len(words)
        if end > limit or not all(map(_same, low[k + 2 : end], words[2:])):
            continue
        if frame.takes == "none" and end < limit and tags_of(tokens)[end] == "D":
            continue  # "de l'avis de tous | les soignants"
        if frame.takes == "none":
            if low[end - 1] in {"source", "sources"}:
                if low[k] == "de" and not (_opens(unit, first) or _told_from(unit, first)):
                    continue  # "l'eau de source", "la citation de sources"
                last = _bare_end(unit, end - 1, limit)  # "de source judiciaire"
                if last + 2 < limit and low[last] in {"de", "d'", "du"} and low[last - 1] in {"proche", "proches"}:
                    group = noun_group(tokens, last + (low[last] != "du"), limit)
                    last = group[1] if group is not None else last  # "de source proche de l'enquête"
                return Frame(first, last, (k, end - 2), (end - 1, last), True)
            if tags_of(tokens)[first - 1 : first] == ["Q"] and low[max(0, first - 2) : first - 1] in (
                ["été"],
                ["être"],
            ):
                continue  # "n'a pas pu être vérifié | de source sûre": where it is verified
            return Frame(first, end - 1, (k, end - 1), None, True)
        if frame.takes == "clause":
            return _clause_frame(unit, first, end, limit)
        found = _noun_frame(unit, frame, first, k, end, limit)
        if found is not None:
            return found
    return None


def acts_for(unit: Unit, found: Frame, first: int, limit: int) -> bool:
    """Whether somebody does something for those whom a frame names: "À la barre, Me Roy, | pour la famille, a plaidé".

    Args:
        unit: The unit.
        found: The frame.
        first: First token of the sentence.
        limit: Token after the sentence.

    """
    tokens, last = unit.tokens, found.first - 2
    if tokens.low[found.words[0]] != "pour" or last < first or tokens.low[last + 1] != ",":
        return False
    skeleton = skeleton_at(tokens, last)
    chunk = skeleton.chunks[skeleton.chunk_at(last)]
    pleads = tokens.low[chunk.first] in _PLEADING and found.last + 2 < limit
    acts = chunk.first == first or (pleads and tags_of(tokens)[found.last + 2] in "VAnc")
    named = chunk.kind == "N" and chunk.last == last and tokens.is_capital(last)
    return acts and named and is_speaker(tokens, chunk.group, documents=False)


def presenter_of(unit: Unit, frame: Frame, first: int) -> int | None:
    """Return the token of "c'est" before a frame that tells of what was said before: "c'est du moins ce que dit X".

    Args:
        unit: The unit.
        frame: The frame, from "ce" or from "c'est".
        first: First token of the sentence.

    """
    low, tags = unit.tokens.low, tags_of(unit.tokens)
    if low[frame.first] == "c'":
        return frame.first
    k = frame.first - 1
    if low[frame.first] != "ce" or k < first + 1 or tags[k] in "dR":
        return None  # "c'est l'inverse de | ce qu'a dit X"
    parted = low[k] == ","
    k -= parted
    while k > max(first, frame.first - _NEAR) and (tags[k] in "BRNd" or (parted and low[k] == ",")):
        k -= 1
    if parted and tags[k + 1] not in "BR,":
        return None  # "c'est vrai, ce que dit X", but "c'est en tout cas, | ce que dit X"
    return k - 1 if k > first and low[k] in {"est", "était"} and low[k - 1] == "c'" else None


@cache
def _clause_openers() -> frozenset[str]:
    """Return what opens a clause behind a preposition, where a source would stand: "selon qui", "selon que"."""
    return words_of("relative") | {"que", "qu'"}


def _told_from(unit: Unit, first: int) -> bool:
    """Whether a verb before "de source" says from whom one has it: "on apprend", "a-t-on indiqué", "a appris l'AFP"."""
    tags, low = tags_of(unit.tokens), unit.tokens.low
    if tags[first - 1] == "V" or (tags[first - 1] == "Q" and "i" in tags[max(0, first - 4) : first]):
        return True
    if tags[first - 1] not in "PT":
        return False  # "a appris la présence | de sources chaudes"
    near = range(max(unit.sentence_of(first)[0], first - _NEAR), first)
    return any(form.lemma in hearing_verbs() for k in near if tags[k] in "VQ" for form in readings(low[k]))


def _opens(unit: Unit, first: int) -> bool:
    """Whether the sentence or a comma stands before token `first`."""
    return unit.opens_sentence(first) or unit.tokens.low[first - 1] in _BEFORE


def _same(word: str, wanted: str) -> bool:
    return word == wanted or word in CONTRACTED.get(wanted, ())


def waits_for_participle(unit: Unit, first: int) -> bool:
    """Whether a participle is to come behind a frame at token `first`: "aurait, | selon le quotidien, détourné"."""
    tokens = unit.tokens
    if first > 2 and tokens.low[first - 2] == "été":
        return tags_of(tokens)[first - 3] == "A"  # "a été, | selon le quotidien, arrêté"
    if first < 2 or tags_of(tokens)[first - 2] != "A":
        return False
    return any(form.lemma == "avoir" for form in readings(tokens.low[first - 2]))


def _noun_frame(unit: Unit, frame: SourceFrame, first: int, k: int, end: int, limit: int) -> Frame | None:
    tokens = unit.tokens
    low = tokens.low
    if phrase_at(tokens, first, "aside"):
        return None  # "pour sa défense"
    whose = noun_group(tokens, end, limit) if end < limit and low[end] in _AUTHOR else None
    told = (
        whose is not None
        and frame.kind != "opinion"
        and is_speaker(tokens, whose, documents=False)
        and {"source", "sources"}.isdisjoint(low[whose[0] : whose[1] + 1])
    )
    ours = end < limit and low[end] in _AUTHOR and not told
    if end >= limit or ours or low[end] == "cela" or tags_of(tokens)[end] in "IA":
        return None  # "puni pour | avoir parlé"
    if low[end] in _clause_openers() or (low[end] == "ce" and _clause_openers() & set(low[end + 1 : end + 2])):
        return None  # "selon qui", "selon ce qui a été dit", but "selon ce journaliste"
    if frame.frame in _READERS and (is_adverb(low[end]) or not _opens(unit, first)):
        return None  # "À lire | aussi : …" is a link, and "prêt à entendre la direction" no frame
    if low[end] in STRESSED:
        group: Group | None = (end, end)
    else:
        group = _bare_group(unit, end, limit)
    if group is None:
        return None
    excluded = not_sources().get(frame.frame, frozenset())
    head = group[0]
    while head < group[1] and low[head] in words_of("determiner", "partitive"):
        head += 1
    if frame.frame == "pour" and group == (head, head) and tags_of(tokens)[head] == "N":
        return None  # "pour partie", "pour preuve"
    counts = head == group[0] and not words_of("quantity").isdisjoint(low[head : head + 2])  # "selon nombre d'élus"
    if not counts and any(low[i] in excluded for i in range(head, min(head + 2, group[1] + 1))):
        return None
    named = with_name_after(tokens, group, limit)
    verb_follows = named[1] + 1 < limit and tags_of(tokens)[named[1] + 1] in "VAnc"
    if not verb_follows and not _is_subject(unit, first, named, limit):
        group = named  # but "Selon la mairie, | Paul Roy est parti"
    within = frame.frame != "pour" and _goes_on_behind(unit, first, group, limit)
    bare = within or _clause_follows(unit, first, group[1] + 1)
    last = group[1] if bare else frame_end(unit, group[1], limit)
    if frame.kind == "source" and is_document(tokens, group) and last - group[1] <= LONGEST_DESCRIPTION:
        marks = next((i for i in range(group[1] + 1, last + 1) if tokens.quote[i] >= 0), last + 1)
        group = (group[0], marks - 1)  # "un rapport établi par l'Insee": who issued it may stand in what describes it
    described = last if waits_for_participle(unit, first) else over_apposition(unit, last, limit)
    if last < described < limit - 2 and tokens.low[described + 2].endswith(REGULAR_PARTICIPLE):
        described = over_apposition(unit, described, limit)  # "Pour Ana Roy, chercheuse au Rusi, | basée à Londres, …"
    last = over_relative(unit, described, limit)
    whole = frame.kind == "source" or unit.opens_sentence(first)
    set_off = _set_off(unit, first, last if whole else group[1], limit)
    if not set_off and any(low[i].startswith(_VARYING) for i in range(max(k - 8, 0), k)):
        return None
    speaks = low[end] in STRESSED or is_speaker(tokens, group, documents=frame.kind == "source")
    if not speaks and (frame.kind == "opinion" or not set_off):
        return None
    # Of several words, a frame at the end needs no comma: "essentiel aux yeux de X".
    closes = " " in frame.frame and last + 1 < limit and low[last + 1] in {".", "!", "?"}
    if frame.kind == "opinion" and (not (set_off or closes) or "%" in low[group[0] : group[1] + 1]):
        return None
    return Frame(first, last, (k, end - 1), group, frame.kind == "source")


def _is_subject(unit: Unit, first: int, group: Group, limit: int) -> bool:
    """Whether a group behind an opening frame is the subject of the verb that follows what describes it."""
    skeleton = skeleton_at(unit.tokens, group[1])
    opens = unit.opens_sentence(first)
    subject = skeleton.subject(skeleton.first_finite(group[1] + 1, limit) if opens else None)
    return subject is not None and subject[0] <= group[1]


def _goes_on_behind(unit: Unit, first: int, group: Group, limit: int) -> bool:
    """Whether the clause goes on right behind the source: "tient | selon lui | en une suspension"."""
    low, after = unit.tokens.low, group[1] + 1
    if after < limit and low[group[0]] in STRESSED and (low[after][0].isalpha() or unit.tokens.quote[after] >= 0):
        return True  # "car selon lui la loi échouera"
    if after >= limit or _opens(unit, first) or not low[first - 1][0].isalnum():
        return False
    if low[group[0]] in STRESSED or _parts_subject(unit, first, after):
        return True
    # "aurait, … selon Ana Roy | « posé une question »", "a selon Ana Roy | sauvé", "peut selon Ana Roy | partir"
    tags = tags_of(unit.tokens)
    awaited = tags[first - 1] in "VA" and (unit.tokens.quote[after] >= 0 or tags[after] == "Q")
    return is_name_word(unit.tokens, group[1]) and (awaited or is_infinitive(low[after]))


def _parts_subject(unit: Unit, first: int, after: int) -> bool:
    """Whether a frame at token `first` parts a subject from its verb at `after`: "300 élus | selon elle | ont fui"."""
    tags = tags_of(unit.tokens)
    if tags[after] not in "VAnc":
        return False
    if unit.tokens.low[first - 1] == "qui":
        return True  # "le péché qui | selon Ana Roy | a coûté cher"
    skeleton, start = skeleton_at(unit.tokens, first), first
    nearest = max(unit.sentence_of(first)[0], first - _LONGEST_SUBJECT)
    while start > nearest and tags[start - 1] not in "UL":
        start -= 1
    verb = skeleton.first_finite(start, after + 3)
    return verb is not None and verb.first == after and start < first


def _bare_group(unit: Unit, k: int, limit: int) -> Group | None:
    """Return the group at `k`; after a frame it may lack its determiner ("de source policière", "selon plusieurs")."""
    tokens = unit.tokens
    group = noun_group(tokens, k, limit)
    if group is not None:
        return group
    if tokens.quote[k] >= 0 or not tokens.low[k].isalpha() or tokens.low[k] in words_of("preposition"):
        return None
    return (k, _bare_end(unit, k, limit))


def _bare_end(unit: Unit, k: int, limit: int) -> int:
    """Return the last token of the noun, without a determiner, and its adjectives that start at token `k`."""
    low = unit.tokens.low
    stops = words_of("relative", "subordinator", "preposition", "determiner", "clitic", "subject pronoun")
    last = k
    while last + 1 < limit and low[last + 1].isalpha() and low[last + 1] not in stops:
        last += 1
    return last


def _clause_follows(unit: Unit, first: int, after: int) -> bool:
    """Whether a clause starts right behind a frame that opens the sentence: "Pour Paul Diop | la loi est morte"."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    if not unit.opens_sentence(first) or after >= len(tags) or tags[after] not in "Dp":
        return False
    skeleton = skeleton_at(tokens, first)
    at = skeleton.chunk_at(after)
    if at + 1 >= len(skeleton.chunks) or skeleton.chunks[at].first != after:
        return False
    if skeleton.chunks[at].kind not in {"N", "p"}:
        return False
    behind = at + 1
    while behind + 1 < len(skeleton.chunks) and skeleton.chunks[behind].kind in {"PP", "()"}:
        behind += 1  # "Pour Ana Roy la prise en compte du genre | est"
    several = False
    while [chunk.kind for chunk in skeleton.chunks[behind : behind + 2]] == [",", "N"]:
        several, behind = True, behind + 2  # "Pour Ana Roy la formation, l'éducation et l'école | sont"
    if behind >= len(skeleton.chunks):
        return False
    verb = skeleton.chunks[behind].verb
    if verb is None or verb.mood != "finite":
        return False
    if tokens.low[after] in {"ce", "c'"} or (several and verb.number == "p" and "et" in tokens.low[after : verb.first]):
        return True
    return skeleton.agrees(verb, skeleton.chunks[at].group)


def _set_off(unit: Unit, first: int, last: int, limit: int) -> bool:
    """Whether the frame opens its clause or follows a comma, and a comma, a colon or the clause's end follows it."""
    low = unit.tokens.low
    if _clause_follows(unit, first, last + 1):
        return True
    opens = _opens(unit, first) or low[first] in words_of("coordinator")
    return opens and (last + 1 >= limit or low[last + 1] in STOPS or low[max(first - 1, 0)] == "que")


def _clause_frame(unit: Unit, first: int, end: int, limit: int) -> Frame | None:
    """Read "comme l'a indiqué X", "ainsi que le rappelle X": the frame's words, then a verb and its subject."""
    tokens = unit.tokens
    for i in range(end, min(end + 8, limit)):
        if tokens.low[i] in {",", ".", ";"}:
            return None
        cue = read_cue(tokens, i) if i > end else governing_cue(tokens, i) or read_cue(tokens, i)
        if cue is None or cue.mood != "finite" or not (cue.takes("q") or cue.takes("n")):
            continue
        if cue.first > end:
            # "comme | il | l'écrit", but "comme il l'avait promis": then it is done, and was said before.
            told = cue.group is not None and not {"l'", "le"}.isdisjoint(cue.group.clitics)
            told = told and _HAD.isdisjoint(tokens.low[cue.first : cue.verb])
            subject = (end, end) if tokens.low[end] in THIRD_PERSON else noun_group(tokens, end, limit)
            if told and subject is not None and cue.first == subject[1] + 1 and is_speaker(tokens, subject):
                last = frame_end(unit, cue.last, limit)
                return Frame(first, last, (cue.first, cue.last), subject, True)
            continue
        if any(verb.lemma in denying_verbs() for verb in cue.verbs):
            return None  # "ce que conteste le préfet"
        if cue.group is not None and "en" in cue.group.clitics and not any(verb.clitic for verb in cue.verbs):
            return None  # "comme en témoigne la démission du maire": it shows, and says nothing
        if cue.inverted:
            pronoun = cue.pronoun(tokens)
            return Frame(first, cue.last, (cue.first, cue.last), (pronoun, pronoun), True)
        group = subject_after(tokens, cue.last + 1, limit)
        if group is None:
            continue
        return Frame(first, _described_end(unit, group, limit), (cue.first, cue.last), group, True)
    return _open_clause_frame(unit, first, end, limit)


def _open_clause_frame(unit: Unit, first: int, end: int, limit: int) -> Frame | None:
    """Read "comme le stipule la circulaire": with its clitic, any verb in this place says something."""
    tokens = unit.tokens
    if end + 2 >= limit or tokens.low[end] not in {"l'", "le"} or not tokens.low[end + 1].isalpha():
        return None
    follows = tokens.low[end + 1]
    if tokens.is_capital(end + 1) or follows in words_of("determiner") or follows in semi_auxiliary_forms():
        return None
    if any(form.lemma == "faire" for form in readings(tokens.low[end + 1])):
        return None  # "comme le font les élus": it stands for the verb before (Grevisse, Le Bon Usage, verbe suppléant)
    if tags_of(tokens)[end + 1] != "V" or is_speaker(tokens, (end + 1, end + 1)):
        return None
    group = subject_after(tokens, end + 2, limit)
    if group is None or tokens.low[group[0]] not in words_of("determiner") or not is_speaker(tokens, group):
        return None
    return Frame(first, _described_end(unit, group, limit), (end, end + 1), group, True)


def _described_end(unit: Unit, group: Group, limit: int) -> int:
    """Return the last token of what describes the source of a clause: "comme le dit X, | le maire de Y, | …"."""
    return over_relative(unit, over_apposition(unit, frame_end(unit, group[1], limit), limit), limit)
