"""Whether what was found is a quotation at all, where its construction leaves doubt.

A noun behind a verb ("a salué la décision"), a clause or words in marks without a verb are said by somebody in most
cases and not in all; what speaks for it is a logistic sum for each of the three, fitted on labelled press.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from frnews._french._verbs import readings, shares
from frnews._tables import read_table

if TYPE_CHECKING:
    from frnews._draft import Draft
    from frnews._speakers import Resolution

LEAST_DOUBT = 0.25
"""What has more against it is left out: less than 44 chances in a hundred, half of the F1, where leaving out gains."""
CONSTRUCTIONS = {
    "noun complement": "noun",
    "attribute": "noun",
    "object and de": "noun",
    "stated view": "noun",
    "que clause": "clause",
    "infinitive": "clause",
    "fragment": "fragment",
}
"""What a rule takes for the words said, as `data/doubts.tsv` has a column for each; the other rules leave no doubt, or
are too rare to tell."""
MOST = 6.0
"""Scores and margins beyond this say no more."""
# Characters of a name or description in full.
_LONG = 40
# Determiners of what is denied or asked for as a whole: "rejette | toute responsabilité".
_ALL = frozenset({"tout", "toute"})
# As many words in marks, or around them, as say something.
_MANY_WORDS = 8
_IN_MARKS = re.compile(r"[«\"“„]([^«»\"“”„]*)")
_BEFORE_THAT = re.compile(r"\bavant d(?:e |['’])$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+'?")
_MOODS = {
    "infinitive": "infinitive",
    "present_participle": "present participle",
    "past_participle": "participle",
    "finite": "finite",
}
_AUXILIARIES = frozenset({"avoir", "être"})
# Less often a verb than this, a word of a cue is another one: "fait | part".
_OFTEN_A_VERB = 0.3
_PRONOUNS = frozenset({"t", "il", "elle", "ils", "elles", "on"})
# Whom the article does not tell is a person, or several, all the same.
_SOMEBODY = frozenset({"il", "elle"})
_SEVERAL = frozenset({"ils", "elles", "certains", "certaines", "plusieurs", "beaucoup", "tous", "toutes", "d'autres"})
# Words met in the texts are kept for a while, not for ever.
_KEPT = 8192


@cache
def _weights(construction: str) -> dict[str, float]:
    return {row["evidence"]: float(row[construction]) for row in read_table("doubts")}


def clipped(score: float) -> float:
    """Return a score or margin, of those beyond what says more the nearest that does not."""
    return max(-MOST, min(MOST, score))


def construction_of(draft: "Draft") -> str | None:
    """Return the construction whose words may be said by nobody, or None where there is no doubt.

    Args:
        draft: The quotation as found.

    """
    construction = CONSTRUCTIONS.get(draft.rule)
    return None if draft.kind == "direct" and construction != "fragment" else construction


def doubt(text: str, draft: "Draft", resolution: "Resolution") -> float:
    """Return how much speaks for what was found being no quotation: the logit of the chance, 0.0 where both are even.

    Args:
        text: The text.
        draft: The quotation as found.
        resolution: Its speaker as chosen.

    """
    construction = construction_of(draft)
    if construction is None:
        return -MOST
    weights = _weights(construction)
    return -sum(weights.get(name, 0.0) * value for name, value in evidence_of(text, draft, resolution).items())


def evidence_of(text: str, draft: "Draft", resolution: "Resolution") -> dict[str, float]:
    """Return what speaks for what was found being a quotation: each a number between -1 and 1.

    Args:
        text: The text.
        draft: The quotation as found.
        resolution: Its speaker as chosen.

    """
    speaker, named = resolution.speaker, draft.mention or draft.agent
    written = text[slice(*named)].lower().replace("’", "'") if named else ""
    unnamed = "person" if written in _SOMEBODY else "group" if written in _SEVERAL else "unknown"
    kind = (speaker.kind or "of no kind") if speaker else unnamed
    word, mood = ("", "") if draft.cue is None else reporting_word(text[draft.cue[0] : draft.cue[1]])
    if (
        mood == "infinitive"
        and draft.cue is not None
        and _BEFORE_THAT.search(text, max(0, draft.cue[0] - 9), draft.cue[0])
    ):
        mood = "infinitive behind avant"
    return {
        "always": 1.0,
        f"rule: {draft.rule}": 1.0,
        f"kind: {draft.kind}": 1.0,
        "finding": clipped(draft.score) / MOST,
        f"speaker: {kind}": 1.0,
        "speaker score": clipped(resolution.score) / MOST,
        "speaker margin": max(0.0, clipped(resolution.margin)) / MOST,
        "long mention": min(1.0, (named[1] - named[0]) / _LONG) if named else 0.0,
        f"mood: {mood}": 1.0,
        f"by: {word}": 1.0,
        "all of it": float(text[draft.start : draft.end].split(" ", 1)[0].lower() in _ALL),
        **(_marked(text, draft) if draft.cue is None else {}),
    }


def _marked(text: str, draft: "Draft") -> dict[str, float]:
    """Return what speaks for words in marks being somebody's, and no name or title: each a number between 0 and 1."""
    from frnews._french._groups import has_verb
    from frnews._french._tokens import Tokens

    content = " ".join(text[slice(*segment)] for segment in draft.segments)
    parts = [content] if draft.kind == "direct" else _IN_MARKS.findall(content)
    marked = [part.strip(' «»"“”') for part in parts]
    words = sum(len(part.split()) for part in marked)
    return {
        "words in marks": min(1.0, words / _MANY_WORDS),
        "words around marks": min(1.0, (len(content.split()) - words) / _MANY_WORDS),
        "capital in marks": float(any(part[:1].isupper() for part in marked[:1])),
        "verb in marks": float(any(has_verb(Tokens(part, 0, len(part)), 0, len(part)) for part in marked)),
    }


@lru_cache(maxsize=_KEPT)
def reporting_word(cue: str) -> tuple[str, str]:
    """Return the infinitive of the last verb of a cue with the words that belong to it, and the verb's mood.

    Without a verb it is the first word ("selon").

    >>> reporting_word("a fait savoir"), reporting_word("a-t-il précisé"), reporting_word("Selon")
    (('savoir', 'infinitive'), ('préciser', 'participle'), ('selon', ''))
    >>> reporting_word("ont mis en garde")[0]
    'mettre en garde'
    """
    words = _WORD.findall(normalize("NFC", cue.lower()).replace("’", "'"))
    verb = None
    for at, word in enumerate(words):
        unsaid = verb is None or any(form.lemma in _AUXILIARIES for form in readings(words[verb]))
        if readings(word) and (unsaid or shares().get(word, 1.0) >= _OFTEN_A_VERB):
            verb = at
        elif not unsaid:
            break
    if verb is None:
        return (words[0] if words else ""), ""
    forms = readings(words[verb])
    rest = [word for word in words[verb + 1 :] if word not in _PRONOUNS]
    moods = {form.mood for form in forms}
    return " ".join([forms[0].lemma, *rest]), next((name for mood, name in _MOODS.items() if mood in moods), "")
