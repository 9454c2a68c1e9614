"""What stands around a word that may be a noun too, and shows that it is the verb of its clause."""

from frnews._french._letters import MARKS, closed_letter, moods_of
from frnews._french._tokens import Tokens
from frnews._french._verbs import is_infinitive, shares
from frnews._french._words import words_of

# Tokens between a verb and its "que", at most: "juge | dans un communiqué publié lundi | que".
_LONGEST_PARTING = 6
# Tokens from "à" to what somebody is to do, at most: "au président de la région | de partir".
_LONGEST_ADDRESSEE = 10


def form_at(tokens: Tokens, i: int) -> str:
    """Return token `i` in lower case, or "" behind the last one."""
    return tokens.low[i] if i < len(tokens.low) else ""


def is_behind_que(tags: list[str], i: int) -> bool:
    """Whether only a subject stands between a relative or conjunction and token `i`: "que le ministère | juge"."""
    k = i - 1
    while k > 0 and tags[k] in "NP":
        k -= 1
    return 0 < k < i - 1 and tags[k] == "D" and tags[k - 1] in "UL"


def opens_marks(tokens: Tokens, i: int) -> bool:
    """Whether a quoted piece opens at token `i`: "Paul Roy critique | « une honte »"."""
    mark = i < len(tokens.low) and tokens.low[i][0] in MARKS
    k = i + mark
    return k < len(tokens.low) and tokens.quote[k] >= 0 > tokens.quote[i - 1]


def is_headed(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether a name alone stands before token `i` at the head of its line, and "de" behind it: "Noda | menace de"."""
    heads = i == 1 or tags[i - 2] in {"K", "-", '"'}
    return heads and tokens.low[i + 1 : i + 2] in (["de"], ["d'"])


def is_parted_from_que(tokens: Tokens, i: int) -> bool:
    """Whether only a time, adverbs and a phrase stand between token `i` and "que": "Ana Roy juge | mardi | que"."""
    for k in range(i + 1, min(i + 1 + _LONGEST_PARTING, len(tokens.low))):
        word = tokens.low[k]
        if word in {"que", "qu'"}:
            return k > i + 1
        of = k == i + 1 and closed_letter(word) == "d"  # "Ana Roy, juge | de paix"
        moods = moods_of(word)
        if of or not word[0].isalnum() or (moods not in {"", "Q"} and shares().get(word, 0.95) >= 0.5):
            return False
    return False


def bids(tokens: Tokens, k: int) -> bool:
    """Whether somebody who is to do something stands at token `k`: "au président | de partir", "aux élus | de voter".

    >>> text = "demande au président de partir"
    >>> bids(Tokens(text, 0, len(text)), 1)
    True
    """
    low = tokens.low
    if low[k : k + 1] not in (["à"], ["au"], ["aux"]):
        return False
    near = range(k + 2, min(k + _LONGEST_ADDRESSEE, len(low) - 1))
    return any(low[i] in {"de", "d'"} and is_infinitive(low[i + 1]) for i in near)


def is_coordinated(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether a word behind "et" has no article where the noun before has one: "la tâche et | compte sur l'appui".

    What is coordinated without an article stands beside what has none: "contrôle et | marche".
    """
    k = i - 2
    while k >= 0 and tags[k] in "NQP":
        k -= 1
    follows = closed_letter(form_at(tokens, i + 1))
    if follows == "d":
        verb = i + 2
        while form_at(tokens, verb) in words_of("clitic"):
            verb += 1
        return k >= 0 and tags[k] in "Dd#" and k < i - 2 and is_infinitive(form_at(tokens, verb))
    return k >= 0 and tags[k] in "Dd#" and k < i - 2 and (follows in {"R", "a", "D"})


def follows_up(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether a sentence opens with a coordinator and a verb without its subject: "Et | menace de saisir"."""
    return (i == 1 or tags[i - 2] == "K") and governs(tokens, i + 1)


def governs(tokens: Tokens, i: int) -> bool:
    """Whether "que", a determiner or an infinitive stands at token `i`: before it is then a verb rather than a noun."""
    if i >= len(tokens.low):
        return False
    if i + 1 < len(tokens.low) and closed_letter(tokens.low[i]) == "B":
        i += 1  # "pointe enfin la responsabilité"
    word, follows = tokens.low[i], form_at(tokens, i + 1)
    return (
        word in {"que", "qu'"}
        or is_infinitive(word)
        or (
            word in {"de", "d'"} and is_infinitive(follows) and tokens.quote[i] == tokens.quote[i - 1]
        )  # "menace de bloquer"
        or (
            word in words_of("determiner")
            and word not in words_of("numeral")
            and tokens.quote[i] == tokens.quote[i - 1]
        )
    )


def urges_name(tokens: Tokens, i: int) -> bool:
    """Whether a name and "de" with an infinitive follow token `i`: "L'ONU | presse Israël d'ouvrir les passages"."""
    k = i + 1
    while k < len(tokens.low) and tokens.is_capital(k):
        k += 1
    if k == i + 1 or form_at(tokens, k) not in {"de", "d'"}:
        return False
    return is_infinitive(form_at(tokens, k + 1 + (form_at(tokens, k + 1) in words_of("clitic"))))
