"""Quoted pieces with a reporting clause inside or after them: "« … », a déclaré X", "« …, dit-il, … »"."""

from collections.abc import Iterator

from frnews._draft import Draft, Offsets
from frnews._french._clauses import skeleton_at
from frnews._french._determiners import determiners_of
from frnews._french._groups import Group, has_verb, noun_group
from frnews._french._phrases import phrase_at
from frnews._french._words import COORDINATING, DASHES, SENTENCE_ENDS, SETTING_OFF, THIRD_PERSON, is_adverb, words_of
from frnews._quotations._candidates import Candidate, candidate
from frnews._quotations._extent import LONGEST_CONTENT, after_opening, content_end, draft_of
from frnews._reporting._charges import is_charge
from frnews._reporting._cues import read_cue
from frnews._reporting._frames import Frame, read_frame
from frnews._reporting._inserted import Inserted, attached_cue, read_inserted
from frnews._reporting._speaking import is_speaker, who_speaks_in
from frnews._reporting._unit import Unit

# Words that may open the sentence before a quotation without being a part of it: "Et « … », conclut-il".
_LONGEST_CONNECTOR = 3
# Tokens that describe a speaker behind a clause within the marks.
_LONGEST_DESCRIPTION = 30
_TAKEN_UP = THIRD_PERSON | {"on", "ce", "c'", "cela"}
_PARTING = SENTENCE_ENDS | {":", ";"}
_DASHES = DASHES | {"-"}
# Signs between marks and their clause.
_BETWEEN = SETTING_OFF | {"-"}
# Signs before and after a clause within the marks.
_OPENING = SETTING_OFF | {"?", "!", "…"}
_CLOSING = SETTING_OFF | {"", ".", ":"}
# What shows that the words in marks were said before by somebody else, or to somebody.
_AGAIN = frozenset({"aussi", "déjà", "également", "lui", "leur", "me", "m'", "nous"})


def find_attributed(unit: Unit) -> Iterator[Candidate]:
    """Yield the quotations whose reporting clause stands inside or after the marks."""
    for number in range(len(unit.quotes)):
        inside = _inside(unit, number)
        if inside is not None:
            yield inside
        else:
            yield from _after(unit, number)


def _first_token(unit: Unit, number: int) -> int:
    return unit.tokens.first_from(unit.quotes[number].start)


def _inside(unit: Unit, number: int) -> Candidate | None:
    """Read a reporting clause between commas within the marks: "« Nous irons, a dit le ministre. Et vite. »"."""
    tokens = unit.tokens
    quote = unit.quotes[number]
    first, stop = _first_token(unit, number), tokens.first_from(quote.end)
    for k in range(first + 1, stop - 1):
        if tokens.low[k] not in _OPENING:
            continue
        inserted = read_inserted(unit, k + 1, stop)
        if inserted is None or not _sure_inside(unit, inserted, k, stop):
            continue
        pieces = [(quote.start, tokens.starts[k] if tokens.low[k] in SETTING_OFF else tokens.ends[k])]
        rest = _after_description(unit, inserted, stop)
        if rest < stop:
            pieces.append((tokens.starts[rest], quote.end))
        segments = tuple(_trim_inside(unit, piece) for piece in pieces)
        segments = tuple((s, e) for s, e in segments if any(c.isalnum() for c in unit.text[s:e]))
        if not segments:
            return None
        cue, mention = unit.offsets(*inserted.words), unit.mention_offsets(inserted.mention)
        draft = Draft("direct", segments, cue=cue, mention=mention, rule="inserted clause")
        return candidate(draft, "rule: inserted clause in marks", *_openness(inserted))
    return None


def _after_description(unit: Unit, inserted: Inserted, stop: int) -> int:
    """Return the token behind a clause within marks and what describes its speaker: "…, dit Ana Roy, élue. | Et"."""
    tokens, after = unit.tokens, inserted.last + 1
    if after + 1 >= stop or tokens.low[after] != "," or inserted.cue.inverted:
        return after
    if tokens.low[after + 1] in words_of("coordinator"):
        return after  # "…, a dit le ministre, | et vite."
    full_stop = next((k for k in range(after, min(after + _LONGEST_DESCRIPTION, stop)) if tokens.low[k] == "."), None)
    if full_stop is None or full_stop + 1 >= stop or has_verb(tokens, after, full_stop):
        return after
    return full_stop + 1


def _trim_inside(unit: Unit, piece: Offsets) -> Offsets:
    start, end = piece
    while start < end and unit.text[start] in " \t\u00a0\u202f\u2009,;:.–—-":
        start += 1
    while end > start and unit.text[end - 1] in " \t\u00a0\u202f\u2009,;–—":
        end -= 1
    return start, end


def _sure_inside(unit: Unit, inserted: Inserted, k: int, stop: int) -> bool:
    """Within the marks a verb with its subject may be the speaker's own; the clause must be set off on both sides."""
    tokens = unit.tokens
    if inserted.mention is None:
        return False
    follows = tokens.low[inserted.last + 1] if inserted.last + 1 < stop else ""
    if inserted.cue.inverted:
        pronoun = tokens.low[inserted.mention[0]]
        return (
            (inserted.cue.takes("x") or not inserted.cue.verbs)
            and not pronoun.endswith("on")
            and follows in _CLOSING | {";", "…"}
        )
    if follows not in _CLOSING or not inserted.cue.takes("x") or tokens.low[k] == "…":
        return False
    return is_speaker(tokens, inserted.mention) or _has_no_other_subject(unit, inserted, inserted.mention)


def _has_no_other_subject(unit: Unit, inserted: Inserted, mention: Group) -> bool:
    """Whether a whole clause stands before an inserted verb, and nobody in it who could be its subject.

    Then whoever is named behind it says it: "…, résume | un habitué. Et", "…, a écrit | l'ailier sur Instagram. Et".
    """
    determiner = unit.tokens.low[mention[0]]
    if determiner not in {"un", "une"} and not (inserted.cue.compound and determiner in determiners_of("definite")):
        return False
    skeleton = skeleton_at(unit.tokens, inserted.cue.first)
    verb = skeleton.verb_over(inserted.cue.first)
    alone = verb is not None and skeleton.subject(verb) is None
    return alone and skeleton.has_main_verb(skeleton.first, inserted.first - 1)


def _after(unit: Unit, number: int) -> Iterator[Candidate]:
    """Read a reporting clause after the closing mark, and what the quotation holds before and after it."""
    tokens = unit.tokens
    quote = unit.quotes[number]
    if not quote.closed or (not quote.opened and not _is_in_one_sentence(unit, number)):
        return
    first, limit = unit.sentence_of(max(tokens.first_from(quote.close) - 1, 0))
    if is_charge(unit, number, first):
        return
    k = tokens.first_from(quote.close)
    while k < limit and tokens.low[k] in _BETWEEN:
        k += 1
    if k < len(tokens) and tokens.quote[k] >= 0:
        return
    if k >= limit or (k + 1 == limit and tokens.low[k] in SENTENCE_ENDS):
        yield from _told_behind(unit, number, limit)
        return
    had_comma = k > 0 and tokens.low[k - 1] in _BETWEEN
    between = _tail(unit, k, limit)
    inserted = read_inserted(unit, k, limit)
    if inserted is None and between is not None:
        k, had_comma = between + 1, True
        inserted = read_inserted(unit, k, limit)
    if inserted is not None and not _part_of_the_clause(unit, number, inserted, had_comma):
        yield from _with_clause(unit, number, inserted, k, limit, between)
        return
    if inserted is None:
        frame = read_frame(unit, tokens.first_from(quote.close) + (1 if had_comma and between is None else 0), limit)
        if frame is None and between is not None:
            frame = read_frame(unit, between + 1, limit)
        named = frame is not None and frame.mention is not None
        if frame is not None and named and (had_comma or (frame.sure and _stands_alone(unit, number))):
            yield from _with_clause(unit, number, frame, k, limit, None)
        elif tokens.low[k - 1] in _BETWEEN or tokens.low[k] == "(":
            yield from _signed(unit, number, k, limit)
            yield from _identified(unit, number, k, limit)


def _told_behind(unit: Unit, number: int, k: int) -> Iterator[Candidate]:
    """Read whose words in marks are in the sentence behind them: "C'est ce qu'a dit Ana Roy", "— Ana Roy, députée".

    Nothing else stands in the sentence of the marks, and nobody says so too: "C'est ce que dit | aussi Ana Roy".

    Args:
        unit: The unit.
        number: The number of the marks.
        k: The first token of the sentence behind them.

    """
    tokens, quote = unit.tokens, unit.quotes[number]
    alone = tokens.first_from(quote.open) == unit.sentence_of(tokens.first_from(quote.start))[0]
    if k + 1 >= len(tokens) or not alone:
        return
    limit = unit.sentence_of(k)[1]
    if tokens.low[k] in DASHES:
        yield from _signed(unit, number, k + 1, limit)
        return
    frame = read_frame(unit, k, limit)
    if frame is None or frame.mention is None or not frame.sure:
        return
    if _AGAIN.isdisjoint(tokens.low[k : frame.last + 1]):
        cue, mention = unit.offsets(*frame.words), unit.mention_offsets(frame.mention)
        draft = Draft("direct", ((quote.start, quote.end),), cue=cue, mention=mention, rule="following clause")
        yield candidate(draft, "rule: following clause", told=True)


def _is_in_one_sentence(unit: Unit, number: int) -> bool:
    """Whether no sentence starts inside a piece: one whose opening mark is missing is believed only then."""
    quote = unit.quotes[number]
    return not any(quote.start < start < quote.end for start in unit.sentence_starts)


def _tail(unit: Unit, k: int, limit: int) -> int | None:
    """Return the comma that ends the reporter's words between a mark and its clause ("« … » en Russie, a-t-il dit")."""
    tokens = unit.tokens
    for i in range(k, min(k + 40, limit)):
        if tokens.low[i] in {";", ":"} or (tokens.quote[i] < 0 and tokens.low[i] in SENTENCE_ENDS):
            return None
        if tokens.low[i] == "," and tokens.quote[i] < 0 and read_inserted(unit, i + 1, limit) is not None:
            return i
    return None


def _part_of_the_clause(unit: Unit, number: int, inserted: Inserted, had_comma: bool) -> bool:
    """Whether the marks enclose only a name in the subject of the verb: "Le collectif « Stop » annonce que"."""
    if had_comma or inserted.cue.inverted:
        return False
    tokens = unit.tokens
    quote = unit.quotes[number]
    before = tokens.last_before(quote.open)
    first, _ = unit.sentence_of(_first_token(unit, number))
    if before < first or tokens.low[before] in {":", ",", "que", "qu'"}:
        return False
    return len(unit.text[quote.start : quote.end].split()) < 6


def _with_clause(
    unit: Unit, number: int, inserted: Inserted | Frame, k: int, limit: int, between: int | None
) -> Iterator[Candidate]:
    """Yield the content before a clause: with the reporter's words before the marks, and alone."""
    tokens = unit.tokens
    start = _content_start(unit, number)
    close = tokens.first_from(unit.quotes[number].close)
    part = between is None or _is_part(unit, number, start, between)
    if not part and tokens.low[close] == ",":
        # "« … », confronté à une crise, a ajouté la candidate": what is set off after the marks is the author's.
        k = close
    goes_on = _goes_on(unit, number, inserted.last + 1, limit) if part else None
    more = [] if goes_on is None else [goes_on]
    cue, mention = unit.offsets(*inserted.words), unit.mention_offsets(inserted.mention)
    openness = _openness(inserted)
    own = unit.quotes[number].open
    for begin in dict.fromkeys((start, own)):
        draft = draft_of(unit, [(begin, tokens.starts[k]), *more], "following clause", cue=cue, mention=mention)
        if draft is not None:
            yield candidate(draft, "rule: following clause" + (" with words before" if begin != own else ""), *openness)


def _is_part(unit: Unit, number: int, start: int, between: int) -> bool:
    """Whether marks hold a part of a clause whose verb stands outside of them, before the comma at token `between`.

    "L'accès est « limité », sauf le samedi, a précisé la mairie", "Après un vol « éclair », il a fui, a dit le préfet".
    """
    tokens, quote = unit.tokens, unit.quotes[number]
    if start >= quote.open:
        return False
    first, opens, closes = (tokens.first_from(offset) for offset in (start, quote.open, quote.close))
    skeleton = skeleton_at(tokens, first)
    return skeleton.has_main_verb(first, opens) or skeleton.has_main_verb(closes, between)


def _goes_on(unit: Unit, number: int, after: int, limit: int) -> Offsets | None:
    """Return the second half of a sentence that the clause parts: "« A », a dit Ana Roy, élue de Mons, | « B »".

    A does not end the sentence, B opens none, and what describes the speaker between them has no verb; or a clause with
    B goes on with what A tells of.
    """
    tokens = unit.tokens
    if after >= limit or tokens.low[after] not in {",", ":"} or _ends_sentence(unit, number):
        return None
    following = after + 1
    while following < limit and tokens.low[following] in {"et", "mais", "puis"} and following < after + 2:
        following += 1
    if following < limit and tokens.quote[following] > number:
        piece = unit.quotes[tokens.quote[following]]
        return None if _is_reported(unit, following) else (piece.open, piece.close)
    if number + 1 >= len(unit.quotes):
        return None
    piece = unit.quotes[number + 1]
    following = tokens.first_from(piece.open)
    beside = after < following < limit and tokens.low[following - 1] in {",", ":"}
    same = tokens.low[after + 1 : after + 2] == ["car"] or not _TAKEN_UP.isdisjoint(tokens.low[after + 2 : after + 3])
    joined = same and following < limit and tokens.low[after + 1] in COORDINATING
    if not (beside or joined) or any(read_cue(tokens, k) is not None for k in range(after, min(following, limit))):
        return None  # "« A », a dit Ana Roy, ajoutant : « b »"
    if joined and has_verb(tokens, after, following):
        # "La rue est « fermée », a dit Ana Roy, | mais elle sera « bientôt » rouverte", but "mais la foule l'a prise"
        return unit.offsets(after + 1, content_end(unit, after + 1, limit)[0] - 1)
    if not beside or has_verb(tokens, after, following) or not unit.text[piece.start].islower():
        return None
    return (piece.open, piece.close)


def _openness(inserted: Inserted | Frame) -> tuple[str, ...]:
    return ("open verb",) if isinstance(inserted, Inserted) and not inserted.cue.verbs else ()


def _ends_sentence(unit: Unit, number: int) -> bool:
    quote = unit.quotes[number]
    return quote.end > quote.start and unit.text[quote.end - 1] in ".!?"


def _stands_alone(unit: Unit, number: int) -> bool:
    """Whether no words of the reporter's before the marks belong to the content in them."""
    return _content_start(unit, number) == unit.quotes[number].open


def _content_start(unit: Unit, number: int) -> int:
    """Return where the content before a following clause starts: at the marks, or at the reporter's words before."""
    tokens = unit.tokens
    quote = unit.quotes[number]
    first, _ = unit.sentence_of(_first_token(unit, number))
    k = tokens.last_before(quote.open)
    first = max(first, k - LONGEST_CONTENT)
    start = k + 1
    while k >= first:
        word = tokens.low[k]
        initial = word == "." and k > first and len(tokens.low[k - 1]) == 1
        agency = word == ")" and tokens.low[first] == "(" and k - first <= 3  # "(Belga) « … »"
        if tokens.quote[k] < 0 and (word in _PARTING or agency) and not initial:
            break
        if tokens.quote[k] >= 0 and _ends_sentence(unit, tokens.quote[k]):
            break
        another = tokens.quote[k] >= 0 and tokens.quote[k + 1] != tokens.quote[k]
        if another and _is_reported(unit, k):
            return quote.open  # "« A », a souligné Ana Roy, « B », a ajouté l'ONG"
        start = k
        k -= 1
    opens = tokens.first_from(quote.open)
    words = [i for i in range(start, opens) if any(map(str.isalnum, tokens.word(i)))]
    if not words:
        return quote.open
    connectors = all(is_adverb(tokens.low[i]) or tokens.low[i] in words_of("coordinator", "preposition") for i in words)
    comma = tokens.low[opens - 1] == ","
    links = comma and len(words) == phrase_at(tokens, words[0], "connector")
    if (connectors and len(words) <= _LONGEST_CONNECTOR) or links:
        return quote.open  # "Mais « … »", "Par ailleurs, « … »"
    if tokens.low[opens - 1] in _DASHES and all(tokens.word(i).isupper() for i in words):
        return quote.open  # "LE SCAN POLITIQUE - « … »"
    if k >= first and tokens.low[k] == ":" and not has_verb(tokens, words[0], words[-1] + 1):
        return quote.open  # "Son mot : vite, « vite »", but "Il a repris la carabine : le tir est « un langage »"
    if tokens.quote[start] >= 0:
        return unit.quotes[tokens.quote[start]].open
    opening = after_opening(unit, words[0], tokens.last_before(quote.end))
    return min(tokens.starts[opening], quote.open) if opening > words[0] else tokens.starts[words[0]]


def _is_reported(unit: Unit, k: int) -> bool:
    """Whether a clause of its own reports the marks around token `k`."""
    tokens = unit.tokens
    after = tokens.first_from(unit.quotes[tokens.quote[k]].close)
    _, limit = unit.sentence_around(after) if after < len(tokens) else (0, 0)
    return after + 1 < limit and read_inserted(unit, after + (tokens.low[after] == ","), limit) is not None


def _signed(unit: Unit, number: int, k: int, limit: int) -> Iterator[Candidate]:
    """Read a signature: "« … » - Commissaire Geoffrey Starks", "« … » (Jean Dupont)", "« … » (une riveraine)"."""
    tokens, quote = unit.tokens, unit.quotes[number]
    bracket = tokens.low[k] == "("
    i = k + (1 if bracket else phrase_at(tokens, k, "signature"))
    if i >= limit or attached_cue(unit, i, limit) is not None or not _stands_alone(unit, number):
        return
    group = noun_group(tokens, i, limit)
    if group is None:
        return
    closes = tokens.low[group[1] + 1] if group[1] + 1 < limit else ""
    ends = {",", ")"} if bracket else {"", "."}
    if not bracket and _ends_with_whole_name(unit, group) and not has_verb(tokens, group[1], limit):
        ends.add(",")  # "– La ministre Ana Roy, lors d'un débat"
    described = is_speaker(tokens, group, documents=False) and closes in ends
    named = tokens.is_capital(i) and group[1] > group[0] and tokens.low[i] not in words_of("determiner")
    set_off = bracket or tokens.low[k - 1] in _DASHES
    if not (named and closes in {"", ".", ",", ")"}) and not (described and set_off and group[1] > group[0]):
        return
    if closes == "," and group[1] + 2 < limit and not tokens.low[group[1] + 2].isalpha():
        return
    draft = Draft("direct", ((quote.start, quote.end),), cue=None, mention=unit.offsets(*group), rule="signature")
    yield candidate(draft, "rule: signature")


def _ends_with_whole_name(unit: Unit, group: Group) -> bool:
    """Whether a group ends with a name in two words."""
    named = group[1] > group[0] and all(map(unit.tokens.is_capital, (group[1] - 1, group[1])))
    return named and unit.tokens.low[group[1] - 1] not in words_of("determiner")  # "Le Devoir"


def _presented(unit: Unit, k: int) -> int | None:
    """Return the token behind words that present what stands before them: "c'est", "telle était", "voilà", or None."""
    word = unit.tokens.low[k]
    if word in {"voilà", "voici"}:
        return k + 1
    verb = skeleton_at(unit.tokens, k).verb_over(k + 1) if k + 1 < len(unit.tokens) else None
    presents = word in {"c'", "ce", "tel", "telle", "tels", "telles"} and verb is not None and "être" in verb.lemmas
    return verb.last + 1 if presents and verb is not None else None


def _identified(unit: Unit, number: int, k: int, limit: int) -> Iterator[Candidate]:
    """Read words said to be somebody's: "« … », c'est le message de la préfète", "« … », tel est l'avis de X"."""
    tokens, quote = unit.tokens, unit.quotes[number]
    start = _presented(unit, k)
    if start is None or not _stands_alone(unit, number):
        return
    thing = noun_group(tokens, start, limit)
    owner = who_speaks_in(tokens, thing, documents=False) if thing is not None else None
    if thing is None or owner is None or owner == thing:
        return
    cue, mention = unit.offsets(thing[0], owner[0] - 1), unit.offsets(*owner)
    draft = Draft("direct", ((quote.start, quote.end),), cue=cue, mention=mention, rule="announcing noun")
    yield candidate(draft, "rule: announcing noun", told=True)
