"""Turns of speech without quotation marks: dialogue after a dash, the answers of an interview after a name."""

import re

from frnews._draft import Draft, Offsets
from frnews._french._groups import has_verb
from frnews._reporting._inserted import Inserted, read_inserted
from frnews._reporting._unit import Unit

# "— Ana Roy (@anaroy) 19 décembre 2023": the signature of a tweet, no turn of speech.
_SIGNATURE = re.compile(r"[^\n(@]{2,60}\(@\w+\)")
_DASH = re.compile(r"[–—-]\s+")
# "Frédérique Maillol : ", "F. M. : ", "Clotilde VERNAY. - ", "R. ": who answers, at the start of a line.
_ANSWERS = re.compile(
    r"(?P<name>(?:[^\W\d_]\.[ \u00a0\u202f]?){1,3}|[^\W\d_][\w'’.-]*(?:[ \u00a0\u202f][^\W\d_][\w'’.-]*){0,4}?)"
    r"(?P<sign>[ \u00a0\u202f]?:|\.?[ \u00a0\u202f][–—-]|(?<=[^\W\d_]{2})\.)\s+(?=\S)"
    r"|(?P<reply>R\.[ \u00a0\u202f])\s*(?=\S)"
)


def find_turns(
    line: Unit, text: str, end: int, *, after_question: bool, after_turn: bool, after_colon: bool
) -> Draft | None:
    """Return the turn of speech that a line is, or None.

    Args:
        line: The first unit of the line.
        text: The whole text.
        end: Offset of the end of the line.
        after_question: Whether the line before ends with a question mark.
        after_turn: Whether the line before is a turn.
        after_colon: Whether the line before ends with a colon or introduces speech.

    """
    start = line.start
    dash = _DASH.match(text, start, end)
    if dash is not None and text[start] != "-" and not _SIGNATURE.match(text, dash.end(), end):
        return _dialogue(line, dash.end(), end, sure=after_turn or after_colon)
    if not (after_question or after_turn) or text[end - 1] == "?":
        return None
    answer = _ANSWERS.match(text, start, end)
    if answer is None or (answer["name"] and not _is_name(answer["name"])):
        return None
    return Draft(
        kind="direct",
        segments=((answer.end(), end),),
        cue=None,
        # "R." stands for "réponse", and names nobody.
        mention=None if answer["reply"] else _trimmed(text, answer.start("name"), answer.end("name")),
        rule="interview",
    )


def _trimmed(text: str, start: int, end: int) -> Offsets:
    """Return the offsets without the white space after a name."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_name(words: str) -> bool:
    parts = re.split(r"[ \u00a0\u202f]", words.strip())
    return all(
        part[:1].isupper() or part.rstrip(".") in {"de", "du", "d", "la", "le", "van", "von", "ben"} for part in parts
    )


def _dialogue(line: Unit, start: int, end: int, *, sure: bool) -> Draft | None:
    tokens = line.tokens
    limit = len(tokens)
    inserted: Inserted | None = None
    at = -1
    for k in range(tokens.first_from(start) + 1, limit - 1):
        if tokens.low[k] in {",", "?", "!", "…", "."} and tokens.quote[k] < 0:
            inserted = read_inserted(line, k + 1, limit, spoken=sure)
            if inserted is not None and inserted.mention is not None:
                at = k
                break
            inserted = None
    if inserted is None:
        if not sure:
            return None
        return Draft(kind="direct", segments=((start, end),), cue=None, mention=None, rule="dialogue")
    cut = tokens.starts[at] if tokens.low[at] in {",", "."} else tokens.ends[at]
    segments = [(start, cut)]
    after = inserted.last + 1
    while after < limit and not tokens.low[after][0].isalnum():
        after += 1
    described = tokens.low[inserted.last + 1 : inserted.last + 2] == [","]
    if after < limit and not (described and not has_verb(tokens, after, limit)):
        segments.append((tokens.starts[after], tokens.ends[limit - 1]))
    return Draft(
        kind="direct",
        segments=tuple(segments),
        cue=line.offsets(*inserted.words),
        mention=line.mention_offsets(inserted.mention),
        rule="dialogue",
    )
