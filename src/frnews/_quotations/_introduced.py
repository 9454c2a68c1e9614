"""Quoted pieces that what stands before them introduces: "X a dit : « … »", "Selon X : « … »", "X : « … »"."""

from collections.abc import Iterator

from attrs import evolve

from frnews._draft import Draft, Offsets
from frnews._french._clauses import Skeleton, skeleton_at
from frnews._french._determiners import determiners_of
from frnews._french._groups import Group, has_verb, is_name_word, leading_group, with_name_after
from frnews._french._suffixes import names_a_deed
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._words import words_of
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._cue_speakers import given_occasion
from frnews._quotations._extent import assemble, content_end
from frnews._reporting._cues import Cue, read_cue
from frnews._reporting._frames import acts_for, read_frame
from frnews._reporting._inserted import read_inserted
from frnews._reporting._lexicon import announces
from frnews._reporting._mentions import subject_after, subject_before
from frnews._reporting._speaking import is_speaker, is_speaking_noun, speaking_nouns, who_speaks_in
from frnews._reporting._unit import Unit

# Prepositions that say whose view a sentence without a verb tells: "Même inquiétude | chez | les pompiers : « … »".
_WHOSE_VIEW = frozenset({"chez", "pour", "parmi", "à", "au", "aux"})
# Those of them behind which only a body has a view, a person gets something: "Lettre | au | maire : « … »".
_WHERE = frozenset({"à", "au", "aux"})
_OF = frozenset({"de", "d'", "du", "des"})
# Chunks that describe whoever is named before a comma.
_DESCRIBING = 3
# Tokens of a sentence that says no more than whose view is to follow.
_LONGEST_VIEW = 16
# Words of a source in brackets, at most: "(ministre de la Santé)".
_LONGEST_SOURCE = 9


def find_introduced(unit: Unit, before: Unit | None) -> Iterator[Candidate]:
    """Yield the quotations that a colon, a frame or the line before introduces."""
    for number, quote in enumerate(unit.quotes):
        if not quote.opened:
            continue
        k = unit.tokens.last_before(quote.open)
        first, _ = unit.sentence_of(max(unit.tokens.first_from(quote.start), 0)) if len(unit.tokens) else (0, 0)
        draft: Draft | None = None
        rule = "rule: colon"
        if k >= first and unit.tokens.low[k] == ":" and not _is_title(unit, quote.close):
            source = _source_behind(unit, number, first, k)
            if source is not None:
                draft, rule = _direct(unit, number, None, unit.offsets(*source), None, "headline"), "rule: headline"
            else:
                draft = _completed(unit, number, _direct(unit, number, *_introduction(unit, first, k)))
        elif k >= first:
            comma = k + (unit.tokens.low[k] != ",")  # "Selon le maire | « le pont est fermé »"
            draft, rule = _from_frame(unit, number, first, comma), "rule: frame and marks"
        elif k < first and _colon_after(unit, quote.close) is not None:
            draft, rule = _before_colon(unit, number), "rule: headline"
        elif k < 0 and before is not None and before.tokens.low and before.tokens.low[-1] == ":":
            draft, rule = _from_line_before(unit, number, before), "rule: line before"
        if draft is not None:
            yield candidate(draft, rule)


def _colon_after(unit: Unit, close: int) -> int | None:
    k = unit.tokens.first_from(close)
    return k if k + 1 < len(unit.tokens) and unit.tokens.low[k] == ":" and unit.tokens.quote[k + 1] < 0 else None


def _source_behind(unit: Unit, number: int, first: int, colon: int) -> Group | None:
    """Return whose words a headline gives, by what ends it in brackets: 'Incendie: "aucun risque" (préfet du Var)'.

    Before its colon it has neither a verb nor a name in two words.
    """
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    behind, last = tokens.first_from(unit.quotes[_row(unit, number)[-1]].close), len(tokens) - 1
    opens = next((k for k in range(last, max(behind, last - _LONGEST_SOURCE) - 1, -1) if tokens.low[k] == "("), -1)
    if opens < 0 or last - opens < 2 or tokens.low[last] != ")":
        return None
    named = last - opens == 3 and all(tokens.word(k).istitle() for k in range(opens + 1, last))
    named = named and tokens.low[opens + 1] not in words_of("determiner")  # "(Le Monde)"
    if not named and not is_speaking_noun(tokens.low[opens + 1]):
        return None
    if has_verb(tokens, first, colon) or (first + 1 < colon and tokens.is_capital(first + 1)):
        return None
    plain = not any(tag in "VAQK,#:" for tag in [*tags[behind:opens], *tags[opens + 1 : last]])
    return (opens + 1, last - 1) if plain else None


def _before_colon(unit: Unit, number: int) -> Draft | None:
    """Read the headline "« On veut notre plage » : à Erquy, les riverains ne décolèrent pas"."""
    colon = _colon_after(unit, unit.quotes[number].close)
    if colon is None:
        return None
    leading = leading_group(unit.tokens, colon + 1, len(unit.tokens))
    group = who_speaks_in(unit.tokens, leading, documents=False) if leading is not None else None
    if group is None:
        return None
    return _direct(unit, number, None, None, unit.offsets(*group), "headline")


def _is_title(unit: Unit, close: int) -> bool:
    """Whether words of the same clause follow the marks, as they do after the title of a work."""
    k = unit.tokens.first_from(close)
    return k < len(unit.tokens) and unit.tokens.low[k] in {"par", "de", "d'", "du"}


def _direct(
    unit: Unit, number: int, cue: Offsets | None, mention: Offsets | None, agent: Offsets | None, rule: str
) -> Draft:
    segments = tuple((unit.quotes[n].start, unit.quotes[n].end) for n in _row(unit, number))
    return Draft(kind="direct", segments=segments, cue=cue, mention=mention, agent=agent, rule=rule)


def _row(unit: Unit, number: int) -> range:
    """Return the numbers of the quoted pieces that only commas and "et" part: "« Oui », « non » et « peut-être »"."""
    tokens = unit.tokens
    last = number
    while last + 1 < len(unit.quotes) and unit.quotes[last].closed:
        between = range(tokens.first_from(unit.quotes[last].close), tokens.first_from(unit.quotes[last + 1].open))
        if not between or any(tokens.low[i] not in {",", "et", "puis", "ou"} for i in between):
            break
        last += 1
    return range(number, last + 1)


def _completed(unit: Unit, number: int, draft: Draft) -> Draft:
    """Return what a colon announces to its end where the marks hold its subject alone: "dit : « l'art » | est mort"."""
    tokens, quote = unit.tokens, unit.quotes[number]
    start, behind = tokens.first_from(quote.start), tokens.first_from(quote.close)
    limit = unit.sentence_of(start)[1]
    subject = tags_of(tokens)[start] == "D"  # and not "a écrit : « Bonjour » | avait été barré"
    if not subject or behind >= limit or tags_of(tokens)[behind] not in "VAn" or has_verb(tokens, start, behind):
        return draft
    verb = skeleton_at(tokens, behind).verb_over(behind)
    if verb is None or verb.tense == "subjunctive" or read_inserted(unit, behind, limit) is not None:
        return draft  # "écrit : « Todos » | soit « tous »", "répond : « jamais » | crie la foule"
    end, holes = content_end(unit, start, limit)
    content = assemble(unit, [(quote.open, unit.offsets(end - 1, end - 1)[1])]) if not holes else None
    return draft if content is None else evolve(draft, kind=content[0], segments=content[1])


def _introduction(unit: Unit, first: int, colon: int) -> tuple[Offsets | None, Offsets | None, Offsets | None, str]:
    """Return cue, mention, agent and rule of the words from `first` to a colon that introduces a quotation."""
    tokens = unit.tokens
    for k in range(first, min(colon, first + 60)):
        if tokens.quote[k] >= 0:
            continue
        frame = read_frame(unit, k, colon)
        if frame is None or not (k == first or tokens.low[k - 1] in {",", "et", "mais"} or frame.sure):
            continue
        if not acts_for(unit, frame, first, colon):
            return unit.offsets(*frame.words), unit.mention_offsets(frame.mention), None, "frame"
    cues: list[tuple[Cue, Group | None]] = []
    k = max(first, colon - 80)
    while k < colon:
        cue = read_cue(tokens, k) if tokens.quote[k] < 0 else None
        if cue is not None and not cue.negated and cue.mood not in {"passive"}:
            cues.append((cue, _subject(unit, cue, first, colon)))
            k = cue.last
        k += 1
    finite = [(cue, mention) for cue, mention in cues if cue.mood == "finite"]
    last = cues[-1] if cues else None
    if last is not None and last[0].mood in {"gerund", "participle", "infinitive"}:
        agent = next((mention for _, mention in reversed(finite) if mention), None)
        agent = agent or given_occasion(tokens, last[0].first - 1) or leading_group(tokens, first, colon)
        return (
            unit.offsets(last[0].first, last[0].last),
            None,
            unit.offsets(*agent) if agent else None,
            "colon",
        )
    if finite:
        cue, mention = finite[-1]
        return unit.offsets(cue.first, cue.last), unit.mention_offsets(mention), None, "colon"
    group = _credited_before(unit, first, colon) or leading_group(tokens, first, colon)
    thing = _opens_with_noun(unit, group)
    nobody = group is None or thing or not is_speaker(tokens, group) or _announces(tokens, group)
    if nobody and not has_verb(tokens, first, colon) and (view := _whose_view(unit, first, colon)) is not None:
        return None, unit.offsets(*view), None, "colon without cue"
    named = group is not None and is_name_word(tokens, group[0]) and group[0] == first and not thing
    if group is not None and named and (group[1] == colon - 1 or not has_verb(tokens, group[1] + 1, colon)):
        return None, unit.offsets(*group), None, "headline"
    if group is not None:
        speaker = who_speaks_in(tokens, group, thing=thing) or (None if thing else group)
        return None, None, unit.offsets(*speaker) if speaker is not None else None, "colon without cue"
    return None, None, None, "colon without cue"


def _opens_with_noun(unit: Unit, group: Group | None) -> bool:
    """Whether a group has its capital by its place at the head of a line: "Commentaire lapidaire du maire : …".

    It has the ending of a noun for deeds, or an adjective behind it, as names of persons have none.
    """
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    if group is None or any(map(tokens.is_capital, range(group[0] + 1, group[1] + 1))):
        return False
    word = tokens.low[group[0]]
    described = group[1] > group[0] and tags[group[0] + 1] in "NQd"
    return (described or names_a_deed(word)) and not is_speaking_noun(word)


def _announces(tokens: Tokens, group: Group) -> bool:
    """Whether a noun of the group stands before words that somebody says: "Réaction | du maire : « … »"."""
    return any(announces(word, "c") for word in tokens.low[group[0] : group[1] + 1])


def _whose_view(unit: Unit, first: int, colon: int) -> Group | None:
    """Return who has the view of a sentence without a verb: "Même inquiétude chez | les pompiers : « … »"."""
    tokens = unit.tokens
    skeleton, at = _last_group(unit, colon)
    chunk, word = skeleton.chunks[at], tokens.low[skeleton.chunks[at].first]
    if chunk.kind == "N" and _announces(tokens, chunk.group):
        return who_speaks_in(tokens, chunk.group, thing=True)
    if chunk.kind != "PP" or chunk.first <= first:
        return None
    before = next((c for c in reversed(skeleton.chunks[:at]) if c.kind not in {"B", "PP"}), None)
    announced = word in _OF and before is not None and before.kind == "N" and _announces(tokens, before.group)
    if word not in _WHOSE_VIEW and not announced:
        return None
    group = (chunk.first + (word not in {"au", "aux", "du", "des"}), chunk.last)
    named = is_name_word(tokens, group[1])
    body = tokens.word(group[1]).isupper() or not speaking_nouns("speaker_bodies").isdisjoint(tokens.low[slice(*group)])
    if word in _WHERE and not body:
        return None
    return group if named or is_speaker(tokens, group, documents=False) else None


def whose_view_before(before: Unit) -> Offsets | None:
    """Return who has the same view, by a sentence without a verb, which what stands in marks behind it tells.

    "Même son de cloche chez | Ana Roy, députée. « On nous promène. »", but "Dix ans pour le maire. « Il fera appel. »".
    """
    tokens = before.tokens
    first, limit = before.sentence_of(len(tokens) - 1)
    same = tokens.low[first] == "même"  # "Même son de cloche", "Même colère"
    if not same or limit - first > _LONGEST_VIEW or tokens.low[-1] != "." or has_verb(tokens, first, limit):
        return None
    group = _whose_view(before, first, limit - 1)
    return before.mention_offsets(group)


def _last_group(unit: Unit, colon: int) -> tuple[Skeleton, int]:
    """Return the sentence and the chunk right before a colon, or that which an apposition before it describes."""
    skeleton = skeleton_at(unit.tokens, max(colon - 1, 0))
    at = skeleton.chunk_at(colon - 1)
    noun = at
    while noun > 1 and skeleton.chunks[noun].kind in {"N", "PP", "Q"} and noun > at - _DESCRIBING:
        noun -= 1  # ", conseillère | régionale | de Mons"
    apposed = [chunk.kind for chunk in skeleton.chunks[noun : noun + 2]] == [",", "N"]
    return skeleton, noun - 1 if apposed and noun else at


def _credited_before(unit: Unit, first: int, colon: int) -> Group | None:
    """Return whose the words right before a colon are: "cette phrase de | son rédacteur en chef, Armand Piguet : …"."""
    skeleton, at = _last_group(unit, colon)
    chunk = skeleton.chunks[at]
    if chunk.kind != "N" or chunk.first <= first:
        return None
    if skeleton.chunks[at - 1].kind == "-" and is_speaker(unit.tokens, chunk.group, documents=False):
        return chunk.group  # "Grève à Sousse – Le maire : …"
    owner = who_speaks_in(unit.tokens, chunk.group)
    return None if owner is None or owner == chunk.group else with_name_after(unit.tokens, owner, colon)


def _subject(unit: Unit, cue: Cue, first: int, colon: int) -> Group | None:
    tokens = unit.tokens
    if cue.mood != "finite":
        return None
    if cue.inverted:
        pronoun = cue.pronoun(tokens)
        return (pronoun, pronoun)
    group = subject_before(tokens, cue.first, first) or subject_after(tokens, cue.last + 1, colon)
    if group is None or is_speaker(tokens, group) or tokens.low[group[0]] not in determiners_of("demonstrative"):
        return group
    # "en reprend les images et y ajoute | ce commentaire : « … »": the subject stands before the verb that it joins
    skeleton = skeleton_at(tokens, cue.verb)
    verb = skeleton.verb_at(cue.verb)
    return skeleton.subject(skeleton.shares_subject(verb) if verb is not None else None)


def _from_frame(unit: Unit, number: int, first: int, comma: int) -> Draft | None:
    """Read "Selon X, « … »" where nothing but the frame and the marks makes the sentence."""
    frame = read_frame(unit, first, comma)
    if frame is None or frame.last + 1 < comma:
        return None
    quote = unit.quotes[number]
    after = unit.tokens.first_from(quote.close)
    _, limit = unit.sentence_of(max(after - 1, 0))
    if any(unit.tokens.low[i][0].isalnum() for i in range(after, limit)):
        return None
    return _direct(unit, number, unit.offsets(*frame.words), unit.mention_offsets(frame.mention), None, "frame")


def _from_line_before(unit: Unit, number: int, before: Unit) -> Draft:
    return _direct(unit, number, *speaker_announced(before), "line before")


def speaker_announced(before: Unit) -> tuple[Offsets | None, Offsets | None, Offsets | None]:
    """Return cue, mention and agent of a line that ends with a colon and introduces what the next one says."""
    tokens = before.tokens
    first, _ = before.sentence_of(len(tokens) - 1)
    cue, mention, agent, _ = _introduction(before, first, len(tokens) - 1)
    return cue, mention, agent
