"""The tense of the clause around an expression, by surface signs alone: endings of verbs, auxiliaries, a few words.

Only expressions that leave their year or week open ("samedi", "le 3 mai", "en septembre") ask for it.
"""

import re
from functools import cache
from typing import Literal

from frnews._tables import read_table

Tense = Literal["past", "future"]

# A clause seldom reaches further; the bound keeps the work per expression constant.
_REACH = 220
_WORD = re.compile(r"[^\W\d_]+")
_BOUNDARY = re.compile(r"[.!?…](?=\s|$)|[;:\n\r«»“”\"()\u2028\u2029]|\s[-–—]\s")
# A comma, a relative or a conjunction starts a clause of its own, unless it holds no verb.
_CLAUSE = re.compile(
    r",\s|\b(?:qui|que|dont|où|mais|tandis|alors|quand|lorsque|après|avant|et|puis)\b|\b(?:qu|lorsqu)['’]"
)
_PARTICIPLE = re.compile(
    r"\w*(?:é|ée|és|ées|i|ie|is|ies|it|ite|its|ites|u|ue|us|ues|ert|erte|erts|ort|orts|orte|ortes|aint|eint|uit|uits|uite|uites)\Z"
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_BETWEEN = frozenset(
    [
        "été",
        "pas",
        "plus",
        "jamais",
        "déjà",
        "aussi",
        "été",
        "ainsi",
        "également",
        "bien",
        "encore",
        "ensuite",
        "finalement",
        "toujours",
        "d'ailleurs",
        "donc",
        "tous",
        "toutes",
        "tout",
        "même",
        "notamment",
        "récemment",
        "enfin",
        "rien",
        "t",
        "il",
        "elle",
        "on",
        "ils",
        "elles",
        "je",
        "nous",
        "vous",
    ]
)
_PAST_PARTICIPLE = re.compile(
    r"\w{2,}(?:é|ée|és|ées)\Z|(?:né|née|nés|nées|paru|parue|réunis?|réunies?|élue?s?|venue?s?|reçue?s?)\Z"
)
_TOWARDS = frozenset(["à", "au", "aux", "en", "jusqu", "pour"])
_HAVE = frozenset(["a", "ont", "ai", "avons", "avez", "avait", "avaient", "aurait", "auraient", "avoir", "ayant"])


@cache
def _endings() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    rows = read_table("date_tense_endings")
    whole = {row["ending"]: row["tense"] for row in rows if row["whole"] == "yes"}
    ends = {row["ending"]: row["tense"] for row in rows if row["whole"] != "yes"}
    by_length = sorted(ends, key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, by_length)) + r")\Z"), ends, whole


@cache
def _words() -> dict[str, str]:
    return {row["word"]: row["role"] for row in read_table("date_tense_words")}


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """Return the tense of the clause in which an expression stands, or None where nothing shows it.

    Args:
        text: The whole text.
        start: Offset of the expression.
        end: Offset after it.

    >>> tense_at("Le maire se rendra mardi à Lyon.", 19, 24)
    'future'
    >>> tense_at("Le maire s'est rendu mardi à Lyon.", 21, 26)
    'past'

    """
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    left = text[low:start]
    bounds = list(_BOUNDARY.finditer(left))
    if bounds:
        left = left[bounds[-1].end() :]
    right = text[end:high]
    bound = _BOUNDARY.search(right)
    if bound:
        right = right[: bound.start()]
    pieces_left = _split(left)
    pieces_right = _split(right)
    # The nearest clause that holds a verb decides: the one around the expression, then outwards, left before right.
    around = [pieces_left[-1] + " " + pieces_right[0]] if pieces_left else [pieces_right[0]]
    before = pieces_left[-2::-1]
    after = pieces_right[1:]
    for place, piece in enumerate([*around, *before, *after]):
        tense = _tense_of(piece, near=place == 0)
        if tense:
            return tense
        if place == 0 and _STATES.search(piece):
            return None
    return None


# "ils sont en grève lundi, dans un mouvement qui doit durer": the clause has its verb, in the present.
_STATES = re.compile(r"\b(?:est|sont)\s+(?:en|au|aux|dans|à|sur)\s")


_ATTRIBUTE = re.compile(r"(?P<before>\w+)['’ʼ]?\s+(?P<participle>\w{2,}(?:é|ée|és|ées))\s+\Z")


def is_done(text: str, start: int) -> bool:
    """Whether a participle that goes with a noun stands right before: "selon le sondage publié jeudi, ils voteront".

    >>> is_done("Les chiffres publiés jeudi le montreront.", 21)
    True
    >>> is_done("Les chiffres seront publiés jeudi.", 28)
    False

    """
    match = _ATTRIBUTE.search(text, max(0, start - 60), start)
    if not match:
        return False
    roles, before = _words(), match["before"].lower()
    governed = before in roles or before in _BETWEEN or before.endswith("ment") or _endings()[2].get(before)
    arranged = roles.get(match["participle"].lower()) is not None
    return not governed and not arranged and not re.search(r"(?:^se?r|être$|^ser)", before)


def _split(stretch: str) -> list[str]:
    return _CLAUSE.split(stretch)


def _tense_of(clause: str, near: bool) -> Tense | None:
    """Return the tense of one clause: that of its first finite verb that has one; "va", "doit", "prévu" before all."""
    roles, (pattern, ends, whole) = _words(), _endings()
    words = _WORD.findall(clause)
    found: Tense | None = None
    for i, word in enumerate(words):
        lower = word.lower()
        role = roles.get(lower)
        if role == "future":
            return "future"
        if role == "infinitive" and any(map(_is_infinitive, words[i + 1 : i + 5])):
            # "a appelé à manifester mardi", but "le 10 avril, il avait appelé à manifester"
            if near or not any(before.lower() in _HAVE for before in words[max(0, i - 2) : i]):
                return "future"
            continue
        if role == "deferred" and words[i + 1 : i + 2] and words[i + 1].lower() in _TOWARDS:  # "a été reporté à mardi"
            return "future"
        if role == "expected":  # "est attendu", but not "a attendu"
            if not any(before.lower() in _HAVE for before in words[max(0, i - 3) : i]):
                return "future"
            continue
        if found is not None:
            continue
        if role in ("auxiliary", "passive"):
            participle = _participle_after(words, i + 1)
            if participle and (role == "auxiliary" or _moves(words, i, participle)):
                found = "past"
            elif lower.endswith(("ait", "aient")):
                found = "past" if lower.startswith(("av", "ét")) else "future"
            continue
        if len(lower) < 3 or (i and _CAPITAL.match(word)):
            continue
        tense = whole.get(lower)
        if tense is None:
            match = pattern.search(lower)
            tense = ends[match[0]] if match else None
        if tense == "past":
            found = "past"
        elif tense == "future":
            found = "future"
    if found is None and words and _PAST_PARTICIPLE.match(words[0].lower()) and words[0].lower() not in roles:
        return "past"  # "Interrogé mardi,", "…, adopté le 9 février,"
    return found


def _is_infinitive(word: str) -> bool:
    return (
        word.endswith(("er", "ir", "re", "oir")) and len(word) > 3 and word not in ("hier", "notre", "votre", "entre")
    )


def _participle_after(words: list[str], i: int) -> str | None:
    """Return the participle that an auxiliary governs, over the adverbs and the pronoun between them."""
    for word in words[i : i + 4]:
        lower = word.lower()
        if lower == "été":
            return lower
        if lower in _BETWEEN or lower.endswith("ment"):
            continue
        return lower if _PARTICIPLE.match(lower) else None
    return None


def _moves(words: list[str], i: int, participle: str) -> bool:
    """Whether "être" makes a past: "s'est rendu", "est arrivé", "a été"; "est contesté" is a present passive."""
    before = [word.lower() for word in words[max(0, i - 2) : i]]
    if "s" in before or "se" in before or "me" in before or participle == "été":
        return True
    return _words().get(participle.rstrip("s").removesuffix("e")) == "moves"
