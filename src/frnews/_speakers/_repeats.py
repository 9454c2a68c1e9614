"""Headlines and subheads whose words a later quotation says again: both have one speaker."""

from collections.abc import Sequence

from frnews._draft import Draft
from frnews._names._words import Words

# Words that two quotations must share at their start to be one utterance.
_REPEATED = 8
# The words of a subhead at most, the quotations under it that can explain it, and the words of each that are compared.
_SUBHEAD, _BELOW, _LONG = 12, 4, 60
# Quotations after a bare one of which the words are compared, and the share of its words that must come again.
_AHEAD, _SHARE = 12, 0.6
# Marks and spaces around a quotation that are looked past.
_SIGNS = 8
_AROUND = '«»"“”‟‹› \t\u00a0\u202f\u2009'


def said_again(text: str, words: Words, drafts: Sequence[Draft]) -> dict[int, int]:
    """Return the quotations without any words for their speaker that later ones explain, each with that one.

    Args:
        text: The article.
        words: It in words.
        drafts: Its quotations.

    """
    # In a headline the subject of a clause around bare marks says less than the words do that come again.
    headline = (text.find("\n", len(text) - len(text.lstrip())) + 1 or len(text)) if "\n" in text else 0
    told = [d.mention is not None or (d.agent is not None and (d.cue is not None or d.end > headline)) for d in drafts]
    bare = [number for number, draft in enumerate(drafts) if not told[number] and draft.cue is None]
    if not bare:
        return {}
    content = [_content(words, d, 2 * _REPEATED) for d in drafts]
    attributed: dict[tuple[str, ...], int] = {}
    for number in range(len(drafts)):
        if told[number]:
            attributed.setdefault(content[number][:_REPEATED], number)
    found = {}
    for number in bare:
        draft = drafts[number]
        later = attributed.get(content[number][:_REPEATED]) if len(content[number]) >= 3 else None
        if later is None:
            later = _later(words, drafts, number, told)
        if later is None and _is_subhead(text, words, draft):
            later = _below(words, drafts, number, told)
        if later is not None:
            found[number] = later
    return {**found, **_chained(text, drafts)}


def _chained(text: str, drafts: Sequence[Draft]) -> dict[int, int]:
    """Return the bare quotations of a chain that one closing cue credits: "« A. » « B. » « C », | explique X"."""
    found: dict[int, int] = {}
    for number in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[number], drafts[number + 1]
        if draft.mention is not None or draft.agent is not None or draft.cue is not None:
            continue
        between = text[draft.end : following.start]
        if len(between) > _SIGNS or any(c.isalnum() or c in "\r\n:" for c in between):
            continue
        closed = following.mention is not None and following.cue is not None and following.cue[0] >= following.end
        closing = number + 1 if closed else found.get(number + 1)
        if closing is not None:
            found[number] = closing
    return found


def _later(words: Words, drafts: Sequence[Draft], number: int, told: list[bool]) -> int | None:
    """Return the next quotation that says most of a bare one's long words again."""
    content = _content(words, drafts[number], _LONG)
    wanted = {key for key in content if len(key) > 4}
    for later in range(number + 1, min(number + 1 + _AHEAD, len(drafts))):
        # "« Je suis innocent »" as a headline, "« Je suis innocent et je le prouverai », a dit X" below.
        if told[later] and len(content) > 2 and wanted and _holds(_content(words, drafts[later], 2 * _LONG), content):
            return later
    if len(wanted) < 2 or number > _BELOW:
        return None
    for later in range(number + 1, min(number + 1 + _AHEAD, len(drafts))):
        again = wanted & set(_content(words, drafts[later], 2 * _LONG))
        if told[later] and len(again) >= _SHARE * len(wanted):
            return later
    return None


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Tell whether one run of words stands in another."""
    return any(longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1))


def _is_subhead(text: str, words: Words, draft: Draft) -> bool:
    """Tell whether a quotation is a short line of its own, within the text and without a full stop."""
    start, end = draft.start, draft.end
    while start > draft.start - _SIGNS and start > 0 and text[start - 1] in _AROUND:
        start -= 1
    while end < min(len(text), draft.end + _SIGNS) and text[end] in _AROUND:
        end += 1
    first, last = words.at(draft.start, draft.end)
    alone = text[start - 1 : start] in ("\n", "\r") and text[end : end + 1] in ("\n", "\r")
    return alone and last - first <= _SUBHEAD and text[draft.end - 1] not in ".!?…"


def _below(words: Words, drafts: Sequence[Draft], number: int, told: list[bool]) -> int | None:
    """Return the quotation under a subhead that repeats its words, else the first one."""
    below = [later for later in range(number + 1, min(number + 1 + _BELOW, len(drafts))) if told[later]]
    wanted = " ".join(_content(words, drafts[number], 2 * _REPEATED))
    for later in below:
        if wanted in " ".join(_content(words, drafts[later], _LONG)):
            return later
    return below[0] if below else None


def _content(words: Words, draft: Draft, limit: int) -> tuple[str, ...]:
    """Return the first words of what is said, as keys."""
    first, last = words.at(draft.start, draft.end)
    keys = words.folds[first : min(last, first + limit)]
    return tuple(key for key in keys if key[0].isalnum())
