"""Passives that name their speaker: "La fermeture a été confirmée par le groupe", "accusé de « … » par X"."""

from frnews._draft import Draft, Offsets
from frnews._french._groups import Group, noun_group, with_name_after
from frnews._french._words import THIRD_PERSON
from frnews._quotations._extent import content_end, draft_of, pieces_between
from frnews._reporting._complements import find_complement
from frnews._reporting._cues import Cue
from frnews._reporting._mentions import subject_before
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit

# How far behind the verb its agent may stand: "a été confirmée jeudi matin en conférence de presse par le groupe".
_FARTHEST_AGENT = 14


def read_passive(unit: Unit, cue: Cue, first: int, limit: int) -> Draft | None:
    """Return what a passive cue reports, or None where it names nobody who says it."""
    tokens = unit.tokens
    agent = _agent(unit, cue, limit) if cue.takes("qnmvo") else None
    if agent is None or cue.tense in {"future", "subjunctive"}:
        return None  # "sera proposé par", "pour éviter qu'il soit révélé par"
    by, group = agent
    subject = subject_before(tokens, cue.first, first)
    pieces: list[Offsets] = []
    complement = find_complement(unit, cue, limit) if cue.takes("q") else None
    if (
        complement is not None
        and complement.form == "clause"
        and subject is not None
        and tokens.low[subject[0]] in {"il", "-il"}
    ):
        pieces += pieces_between(unit, complement.start, *content_end(unit, complement.start, limit))
    elif subject is None or tokens.low[subject[0]] in THIRD_PERSON | {"qui", "on", "ce"}:
        return None
    else:
        quoted = [i for i in range(cue.last + 1, by) if tokens.quote[i] >= 0]
        accused = after_agent(unit, group, limit) if cue.takes("o") else None
        near = range(group[1] + 1, min(group[1] + 4, limit))  # "par l'opposition comme « un chèque en blanc »"
        quoted_after = [i for i in near if tokens.quote[i] >= 0 and "," not in tokens.low[group[1] + 1 : i]]
        if not (cue.takes("n") or quoted or quoted_after or accused):
            return None
        pieces.append(unit.offsets(*subject))
        if accused is not None:
            pieces.append(accused)
        elif unit.tokens.low[cue.last + 1] == "à" and by > cue.last + 2:
            pieces.append(unit.offsets(cue.last + 1, by - 1))  # "est estimé à 2 milliards par la Cour"
        elif quoted:
            pieces.append(unit.offsets(quoted[0], by - 1))
        elif quoted_after:
            pieces.append(unit.offsets(group[1] + 1, limit - 1))
    draft = draft_of(unit, pieces, "passive", cue=unit.offsets(cue.first, cue.last), mention=unit.offsets(*group))
    return None if draft is None or draft.kind == "direct" else draft


def after_agent(unit: Unit, group: Group, limit: int) -> Offsets | None:
    """Return what follows the agent of a passive accusation: "accusés par la direction d'avoir séquestré X"."""
    k = group[1] + 1
    if k + 1 >= limit or unit.tokens.low[k] not in {"de", "d'"}:
        return None
    end, _ = content_end(unit, k + 1, limit)
    return unit.offsets(k + 1, end - 1)


def _agent(unit: Unit, cue: Cue, limit: int) -> tuple[int, Group] | None:
    """Return the token "par" and the group after it that says what the passive reports."""
    tokens = unit.tokens
    for k in range(cue.last + 1, min(cue.last + 1 + _FARTHEST_AGENT, limit - 1)):
        if tokens.low[k] in {".", ";", ":"}:
            return None
        if tokens.low[k] == "par" and tokens.quote[k] < 0:
            group = noun_group(tokens, k + 1, limit)
            if group is not None and is_speaker(tokens, group):
                return k, with_name_after(tokens, group, limit)
    return None
