"""Reported clauses that a cue governs: "a dit que", "promet de", "accuse X de", "annonce la démission de"."""

from frnews._quotations._complements import Complement, find_complement
from frnews._quotations._cues import Cue, read_cue
from frnews._quotations._draft import Draft, Offsets
from frnews._quotations._extent import assemble, content_end, read_inserted
from frnews._quotations._mentions import Group, leading_group, subject_before
from frnews._quotations._speaking import is_speaker
from frnews._quotations._unit import Unit
from frnews._quotations._words import words_of

_RULES = {
    "clause": "que clause",
    "question": "indirect question",
    "infinitive": "infinitive",
    "noun": "noun complement",
    "object": "object and de",
    "attribute": "attribute",
    "view": "stated view",
    "colon": "colon",
}
_AUTHOR = frozenset({"je", "j'", "nous", "tu", "vous"})


def find_governed(unit: Unit) -> list[Draft]:
    """Return the quotations of a unit whose content is the complement of a cue."""
    tokens = unit.tokens
    drafts: list[Draft] = []
    agent: Offsets | None = None  # the subject of the clause that a later participle hangs on
    sentence = (-1, -1)
    k = 0
    while k < len(tokens):
        if tokens.quote[k] >= 0 or not unit.free[k]:
            k += 1
            continue
        cue = read_cue(tokens, k)
        if cue is None or not all(unit.free[i] for i in range(cue.first, cue.last + 1)):
            k += 1
            continue
        if unit.sentence_of(k) != sentence:
            sentence = unit.sentence_of(k)
            agent = None
        first, limit = sentence
        mention, cue_agent, known = _speaker_words(unit, cue, first, limit, agent)
        if cue.mood == "finite" and mention is not None:
            agent = unit.offsets(*mention)
        k = cue.last + 1
        if cue.negated or not known or _says_the_author(unit, mention):
            continue
        complement = find_complement(unit, cue, limit)
        if complement is None or not _admitted(unit, cue, complement):
            continue
        if complement.form in {"noun", "object", "view", "attribute", "infinitive"}:
            if mention is not None and not is_speaker(tokens, mention, documents=complement.form != "attribute"):
                continue
            if cue.tense in {"future", "conditional"} and not cue.compound and tokens.quote[complement.start] < 0:
                continue
        elif cue.tense == "future" and not cue.compound and unit.tokens.quote[complement.start] < 0:
            continue
        if _is_inserted(unit, cue, first, limit):
            continue
        after, holes = content_end(unit, complement.start, limit)
        draft = _draft(unit, cue, complement, after, holes, mention, cue_agent)
        if draft is None:
            continue
        drafts.append(draft)
        unit.claim(cue.first, after - 1)
        for number, quote in enumerate(unit.quotes):
            if draft.start <= quote.start and quote.end <= draft.end:
                unit.used[number] = True
        k = after
    return drafts


def _is_inserted(unit: Unit, cue: Cue, first: int, limit: int) -> bool:
    """Whether the verb is the reporting clause after what it reports: "…, a indiqué le préfet"."""
    if cue.first == first or unit.tokens.low[cue.first - 1] != "," or cue.mood != "finite":
        return False
    inserted = read_inserted(unit, cue.first, limit)
    return inserted is not None and inserted.mention is not None


def _speaker_words(
    unit: Unit, cue: Cue, first: int, limit: int, agent: Offsets | None
) -> tuple[Group | None, Offsets | None, bool]:
    """Return the mention, the agent, and whether the cue can be anybody's saying at all."""
    tokens = unit.tokens
    if cue.mood == "finite":
        if cue.inverted:
            pronoun = next(i for i in range(cue.first, cue.last + 1) if tokens.low[i].startswith("-"))
            return (pronoun, pronoun), None, True
        subject = subject_before(tokens, cue.first, first, cue.number)
        if subject is not None:
            return subject, None, True
        before = tokens.low[cue.first - 1] if cue.first > first else ""
        if agent is None and before in words_of("coordinator") | {","}:
            agent = _main_subject(unit, first, cue.first)
        return None, agent, agent is not None or (before in words_of("coordinator") and cue.first - 1 == first)
    if cue.mood in {"participle", "gerund"}:
        before = tokens.low[cue.first - 1] if cue.first > first else ""
        if cue.mood == "participle" and before not in {",", "tout", "et", "(", "–", "—"} and not before.endswith("ment"):
            return None, None, False
        return None, agent or _main_subject(unit, first, cue.first), True
    if cue.mood == "infinitive":
        return _speaker_of_infinitive(unit, cue, first, agent)
    return None, None, False


def _speaker_of_infinitive(
    unit: Unit, cue: Cue, first: int, agent: Offsets | None
) -> tuple[Group | None, Offsets | None, bool]:
    """Read "avant d'annoncer", "a tenu à rappeler", "pour dénoncer", "vient d'annoncer"."""
    low = unit.tokens.low
    k = cue.first - 1
    while k > first and low[k].endswith("ment"):
        k -= 1
    if k < first:
        return None, None, False
    if low[k] in {"de", "d'"} and low[k - 1] == "avant":
        return None, agent or _main_subject(unit, first, k), True
    if low[k] == "pour" and (agent is not None or cue.takes("d")):
        # A purpose is a saying only beside another one ("a-t-il dit pour souligner") or for a demand.
        return None, agent or _main_subject(unit, first, k), True
    if low[k] in {"de", "d'", "à"} and k - 1 > first:
        governor = low[k - 1]
        if governor.startswith(("tien", "tenu", "vien", "venai", "manqu", "omis", "continu", "hésit", "persist", "achev")):
            start = k - 1
            while start > first and k - start < 5 and (
                low[start - 1] in words_of("clitic") or low[start - 1] in words_of("negation")
                or low[start - 1] in {"a", "ont", "avait", "avaient", "est", "sont", "n'a", "par", "également", "aussi"}
            ):
                start -= 1
            mention = subject_before(unit.tokens, start, first, None)
            return mention, None if mention else agent, mention is not None or agent is not None
    return None, None, False


def _main_subject(unit: Unit, first: int, before: int) -> Offsets | None:
    """Return the subject of the first verb of the sentence, where a subordinate cue comes before any other cue."""
    group = leading_group(unit.tokens, first, before)
    return unit.offsets(*group) if group is not None else None


def _says_the_author(unit: Unit, mention: Group | None) -> bool:
    return mention is not None and mention[0] == mention[1] and unit.tokens.low[mention[0]] in _AUTHOR


def _admitted(unit: Unit, cue: Cue, complement: Complement) -> bool:
    """Whether content of this form counts for this cue: some nouns only where part of them is quoted."""
    if complement.form == "noun" and unit.tokens.quote[complement.start] < 0 and not cue.takes("n"):
        if cue.takes("a") or any(verb.preposition for verb in cue.verbs):
            return True
        after, _ = content_end(unit, complement.start, unit.sentence_of(complement.start)[1])
        return any(unit.tokens.quote[i] >= 0 for i in range(complement.start, after))
    if complement.form == "colon":
        return False
    return True


def _draft(
    unit: Unit,
    cue: Cue,
    complement: Complement,
    after: int,
    holes: list[tuple[int, int]],
    mention: Group | None,
    agent: Offsets | None,
) -> Draft | None:
    tokens = unit.tokens
    if after <= complement.start:
        return None
    pieces: list[Offsets] = []
    at = complement.start
    for hole_first, hole_last in holes:
        if hole_first > at:
            pieces.append(unit.offsets(at, hole_first - 1))
        at = hole_last + 1
    if at < after:
        pieces.append(unit.offsets(at, after - 1))
    content = assemble(unit, pieces)
    if content is None:
        return None
    kind, segments = content
    if any(unit.used[n] and any(s < q.close and q.open < e for s, e in segments) for n, q in enumerate(unit.quotes)):
        return None
    if kind == "direct" and not _autonomous(unit, complement, segments):
        kind = "mixed"
        segments = tuple(
            (quote.open, quote.close) for quote in unit.quotes if any(s >= quote.open and e <= quote.close for s, e in segments)
        )
    return Draft(
        kind=kind,
        segments=segments,
        cue=unit.offsets(cue.first, cue.last),
        mention=unit.offsets(*mention) if mention else None,
        agent=agent,
        rule=_RULES[complement.form],
    )


def _autonomous(unit: Unit, complement: Complement, segments: tuple[Offsets, ...]) -> bool:
    """Whether what the marks enclose is the whole clause or infinitive group, and not a fragment of it."""
    if complement.form in {"clause", "question", "infinitive"}:
        return True
    words = sum(1 for s, e in segments for _ in unit.text[s:e].split())
    at_once = unit.tokens.quote[complement.start] >= 0
    whole = unit.text[segments[-1][1] - 1] in ".!?…" or unit.text[segments[0][0]].isupper()
    return complement.form == "colon" or (complement.form == "noun" and at_once and (words >= 8 or (whole and words >= 3)))
