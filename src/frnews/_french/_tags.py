"""A part of speech for each token, by its closed class, its forms as a verb, and the words around it.

One letter a token, so that a stretch of them can be read as a string:

    D determiner   N noun or adjective   P capital, a part of a name   # number   S strong pronoun   p subject pronoun
    c clitic       i inverted subject    A finite avoir or être        V finite verb   Q past participle
    I infinitive   G present participle  R preposition   d "de" and its forms   C coordinator   U subordinator
    L relative     B adverb              n negation      T word of time         , comma   - dash   ( ) brackets
    K stop         " mark
"""

from functools import lru_cache

from frnews._french._conjugation import VerbForm
from frnews._french._letters import (
    ARTICLES,
    BEHIND_NOUN,
    COUNTING,
    OTHER_CLITICS,
    SETTLED,
    SUBJECTS,
    closed_letter,
    moods_of,
    sign_letter,
)
from frnews._french._phrases import phrases, phrases_in
from frnews._french._tokens import Tokens
from frnews._french._verb_signs import (
    bids,
    follows_up,
    form_at,
    governs,
    is_behind_que,
    is_coordinated,
    is_headed,
    is_parted_from_que,
    opens_marks,
    urges_name,
)
from frnews._french._verbs import REGULAR_PARTICIPLE, is_infinitive, readings, shares
from frnews._french._words import BEFORE_OTHER, SENTENCE_ENDS, words_of

# Who speaks where "aussi" stands behind it at the head of a sentence.
_ALSO = frozenset({"lui", "elle", "eux", "elles"})
# Adjectives that stand before their noun: what follows them behind a determiner is a noun.
BEFORE_NOUN = frozenset(
    {"nouveau", "nouvel", "nouvelle", "nouvelles", "nouveaux", "premier", "première", "premiers", "premières", "grand",
     "grande", "grands", "grandes", "petit", "petite", "petits", "petites", "jeune", "jeunes", "ancien", "ancienne",
     "anciens", "anciennes", "futur", "future", "dernier", "dernière", "derniers", "dernières", "autre", "autres",
     "bon", "bonne", "mauvais", "mauvaise", "vrai",
     "vraie", "simple", "même", "seul", "seule", "double", "second", "seconde",
     "deuxième", "troisième", "prochain", "prochaine", "haut", "haute", "hauts", "vieux", "vieille", "propre", "ex"}
)  # fmt: skip
_LAST = frozenset({"dernier", "dernière", "derniers", "dernières"})
_CIVILITIES = words_of("civility")
_SHARES = shares()
# A word that is a verb more often than this is one behind "et" and what may be its article.
_NEARLY_ALWAYS = 0.9
_CLAUSE_OPENERS = frozenset({"que", "qu'"})
# Letters of the closed classes that stand before a name.
_BEFORE_NAME = frozenset({"d", "R", "D", "a"})
_LINKERS = frozenset({"de", "d'", "à", "pour", "sans"})
_CONTRACTED = frozenset({"au", "aux", "du", "des"})
# Words of set phrases, and the mark that a name may have.
_OF_PHRASES = frozenset({"!"}).union(*(words for every in phrases("aside").values() for words in every))
# How verbs end whose subject is "nous" or "vous".
_OF_US_AND_YOU = ("ons", "ez", "mes", "tes")
# How nouns end that an auxiliary may have before it without an article: "a pitié".
_NOUNS_IN_É = ("té", "tié")


def tags_of(tokens: Tokens) -> list[str]:
    """Return the letter of each token; read once and kept.

    >>> text = "Le juge a dit mardi qu'il la juge dangereuse"
    >>> "".join(tags_of(Tokens(text, 0, len(text))))
    'DNAQTUpcVN'
    """
    if tokens.tags is None:
        tokens.tags = _read_tags(tokens)
    return tokens.tags


def settled_at(tokens: Tokens, i: int) -> str:
    """Return the letter that the word at token `i` settles, or "": it may yet be "B" or "P", as part of a phrase."""
    if tokens.cased[i] or tokens.timed[i]:
        return ""
    return SETTLED[tokens.low[i]] or ("D" if tokens.low[i] in ARTICLES and not _verb_behind(tokens, i) else "")


def tag_at(tokens: Tokens, i: int) -> str:
    """Return the letter of token `i`; where its word settles that and no phrase has it, the others are not read."""
    settled = "" if tokens.tags is not None or tokens.low[i] in _OF_PHRASES else settled_at(tokens, i)
    return settled or tags_of(tokens)[i]


def _read_tags(tokens: Tokens) -> list[str]:
    """Return the letter of each token: first of those that nothing around them changes, then of the others in order."""
    low = tokens.low
    tags = [
        "" if cased or timed else letter
        for letter, cased, timed in zip(map(SETTLED.__getitem__, low), tokens.cased, tokens.timed, strict=True)
    ]
    # "a en outre fait savoir", "a quant à lui affirmé": a set phrase is an adverb, whatever its words are.
    for first, length in phrases_in(tokens, "aside"):
        tags[first : first + length] = "B" * length
        if low[first] in _ALSO and (first == 0 or low[first - 1] in SENTENCE_ENDS):
            tags[first] = "S"  # "Lui aussi | estime que la loi est bonne"
    for i in [i for i, word in enumerate(low) if word == "!"] if "!" in low else ():
        if (first := _name_before(tokens, i)) < i:
            tags[first : i + 1] = "P" * (i + 1 - first)
    for i in [i for i, tag in enumerate(tags) if not tag]:
        if low[i] == "fois" and i > 1 and tags[i - 2] == "A":
            tags[i - 1] = tags[i] = "B"  # "a plusieurs fois affirmé"
        else:
            tags[i] = _tag(tokens, tags, i)
    return tags


def _tag(tokens: Tokens, tags: list[str], i: int) -> str:
    word = tokens.low[i]
    first = word[0]
    if not first.isalnum():
        if first == "@" and len(word) > 1:
            return "P"  # "écrit | @marie_p"
        if word == "." and i and (tokens.low[i - 1] in _CIVILITIES or len(tokens.low[i - 1]) == 1):
            return "P" if tags[i - 1] == "P" or tokens.is_capital(i - 1) else "K"
        return sign_letter(word)
    if tokens.timed[i]:
        return "T"
    if first.isdigit():
        return "#"
    capital = opening = False
    if tokens.cased[i]:
        capital = tokens.is_capital(i)
        opening = i == 0 or tags[i - 1] in 'K"-' or tokens.quote[i] != tokens.quote[i - 1]
        if capital and not opening and not (word in SUBJECTS or _shouted(tokens, i)):
            return "P"
        if capital and len(word) == 1 and form_at(tokens, i + 1) == "." and _name_follows(tokens, i + 1):
            return "P"  # "| A. Diop a dit"
    closed = closed_letter(word)
    if closed:
        letter = _in_context(tokens, tags, i, word, closed)
        if letter:
            return letter
    if word == "dit" and _gives_name(tokens, tags, i):
        return "Q"
    moods = moods_of(word)
    if word in _CIVILITIES and i + 1 < len(tokens.low) and (tokens.low[i + 1] == "." or tokens.is_capital(i + 1)):
        return "P"
    if not moods and not capital and _is_open_infinitive(tokens, tags, i, word):
        return "I"
    if not moods and not capital and word.endswith(REGULAR_PARTICIPLE) and _makes_participle(tokens, tags, i):
        return "N" if word.rstrip("es").endswith(_NOUNS_IN_É) else "Q"  # "a plastronné"
    if not moods or (capital and opening and _name_follows(tokens, i) and "A" not in moods):
        return "P" if capital else "N"
    return _verb_or_noun(tokens, tags, i, word, moods, capital)


def _gives_name(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether "dit" gives another name in marks: "Paul Roy, | dit « le Rouge », a", "signer le texte | dit « Pacte »".

    Behind a noun without a comma it does so where an infinitive governs the noun; "Le texte dit « non »" speaks.
    """
    if i < 2 or i + 1 >= len(tokens.low) or not (tokens.named[i + 1] or tokens.quote[i + 1] > tokens.quote[i]):
        return False
    if tokens.low[i - 1] != ",":
        determined = next((k for k in range(i - 1, max(i - 4, 0), -1) if tags[k] == "D"), 0)
        return bool(determined) and tags[determined - 1] == "I"
    if not tokens.is_capital(i - 2):
        return False
    column: list[bool] | list[int] = tokens.named if tokens.named[i + 1] else tokens.quote
    close = next((k for k in range(i + 2, len(tokens.low)) if column[k] != column[i + 1]), len(tokens.low) - 1)
    return tokens.low[close] in {",", ")"}


def _name_before(tokens: Tokens, i: int) -> int:
    """Return where a name starts whose mark ends no sentence, else `i`: "d' | En Marche ! à Sion", "Yahoo ! a"."""
    if not 0 < i < len(tokens.low) - 1 or not tokens.is_capital(i - 1) or tokens.quote[i] != tokens.quote[i + 1]:
        return i
    if not tokens.low[i + 1][0].isalpha() or tokens.cased[i + 1]:
        return i
    start, first = tokens.sentence_of(i)[0], i - 1
    while first > start and tokens.is_capital(first - 1):
        first -= 1
    # "Vive Luc ! a crié la foule" is cried out; "En Marche ! a dit que".
    verb = not {"A", "V"}.isdisjoint(moods_of(tokens.low[i + 1]))
    said = not _CLAUSE_OPENERS.isdisjoint(tokens.low[i + 2 : i + 5])
    if (first == start or verb) and not said:
        return i
    return first if first == start or closed_letter(tokens.low[first - 1]) in _BEFORE_NAME else i


def _shouted(tokens: Tokens, i: int) -> bool:
    """Whether a word stands among words in capitals, where a capital says nothing."""
    word = tokens.word(i)
    return (
        len(word) > 1
        and word.isupper()
        and any(
            0 <= k < len(tokens.low) and len(tokens.low[k]) > 2 and tokens.word(k).isupper() for k in (i - 1, i + 1)
        )
        and bool(closed_letter(tokens.low[i]))
    )


def _name_follows(tokens: Tokens, i: int) -> bool:
    return i + 1 < len(tokens.low) and tokens.is_capital(i + 1) and tokens.quote[i] == tokens.quote[i + 1]


def _in_context(tokens: Tokens, tags: list[str], i: int, word: str, closed: str) -> str:
    """Return the letter that a word of a closed class has in its place."""
    if closed == "a":
        return _article_or_clitic(tokens, tags, i)
    before = tags[i - 1] if i else ""
    if closed == "S" and word in COUNTING:
        follows = form_at(tokens, i + 1)  # "certains | élus", but "certains d'entre eux", "certains disent"
        noun = follows[:1].isalpha() and not closed_letter(follows) and not _stands_alone(tokens, i, word, "D", before)
        return "D" if noun else "S"
    pronoun = _pronoun_in_context(tokens, i, word, before)
    if pronoun:
        return pronoun
    if before in {"N", "Q"} and word in BEHIND_NOUN:
        return "N"
    if _is_noun(tokens, i, word, closed, before):
        return "N"
    if _is_adverb(tokens, i, word, before):
        return "B"
    return "S" if _stands_alone(tokens, i, word, closed, before) else closed


def _pronoun_in_context(tokens: Tokens, i: int, word: str, before: str) -> str:
    """Return the letter of a word that may be a pronoun before its verb, a strong one or none; "" of other words."""
    follows = form_at(tokens, i + 1)
    if word == "en":
        return "c" if _verb_ahead(tokens, i + 1, before) else "R"
    if word in {"lui", "leur"}:
        return "c" if _verb_ahead(tokens, i + 1, before) else "S" if word == "lui" else "D"
    if word in {"nous", "vous"}:
        # "nous avons", but "le préfet nous affirme", "la direction nous a dit".
        if follows.endswith(_OF_US_AND_YOU) and "v" in moods_of(follows):
            return "p"
        return "c" if _verb_ahead(tokens, i + 1, before) and before in {"N", "P", "p", ")", "L", "T", "B", ","} else "S"
    if word in {"ce", "c'"}:
        return "p" if word == "c'" or "A" in moods_of(follows) or follows in {"ne", "n'", "serait", "sera"} else "D"
    if word == "s'":
        return "U" if follows in {"il", "ils"} else "c"
    return "S" if word in {"elle", "elles"} and before in {"R", "d"} else ""


def _is_noun(tokens: Tokens, i: int, word: str, closed: str, before: str) -> bool:
    """Whether a word of a closed class is a noun: "d'allègement", "l'un d'eux", "le car", "le point"."""
    if closed == "B" and before in {"D", "d"} and word.endswith("ment"):
        follows = form_at(tokens, i + 1)
        return not follows[:1].isalpha() or closed_letter(follows) in {"L", "R", "d", "C"}
    if word in {"un", "une"}:
        return i > 0 and tokens.low[i - 1] == "l'"
    if word == "car":
        return before in {"D", "d"}  # "le chauffeur du car"
    return word in {"personne", "point", "pas"} and _is_no_negation(tokens, i, word, before)


def _is_adverb(tokens: Tokens, i: int, word: str, before: str) -> bool:
    """Whether a word of another class is an adverb: "tout en haut", "il est donc", "ont cependant depuis déclaré"."""
    follows = form_at(tokens, i + 1)
    if word == "tout":
        return follows != "" and closed_letter(follows) in {"R", ""}
    if word in {"depuis", "après", "avant"}:
        return before in {"A", "B"} and "Q" in moods_of(follows)
    return word == "donc" and i > 0


def _stands_alone(tokens: Tokens, i: int, word: str, closed: str, before: str) -> bool:
    """Whether a determiner has no noun, but a verb behind it: "plusieurs ont dit", "les autres demandaient"."""
    others = word == "autres" and before in {"D", "d"} and tokens.low[i - 1] in BEFORE_OTHER[word]
    if not others and not (closed == "D" and word in COUNTING):
        return False
    follows = form_at(tokens, i + 1)
    moods = moods_of(follows)
    return "A" in moods or ("V" in moods and _SHARES.get(follows, 0.9) >= 0.6)


def _is_no_negation(tokens: Tokens, i: int, word: str, before: str) -> bool:
    """Whether a word of negation is the noun ("une personne", "un pas", "le point"), by what stands before it."""
    if word == "point":
        return not any(earlier in {"ne", "n'"} for earlier in tokens.low[max(0, i - 5) : i])
    parted = i > 1 and tokens.low[i - 1] in BEFORE_NOUN and closed_letter(tokens.low[i - 2]) in {"D", "a"}
    return before == "D" or parted or (word == "pas" and before == "d")  # "cette même | personne"


def _verb_ahead(tokens: Tokens, i: int, before: str) -> bool:
    """Whether a verb, other clitics aside, stands at token `i`, so that what precedes is a clitic."""
    while i < len(tokens.low) and (tokens.low[i] in OTHER_CLITICS or tokens.low[i] in ARTICLES):
        i += 1
    if i >= len(tokens.low) or tokens.is_capital(i):
        return False
    moods = moods_of(tokens.low[i])
    if not moods:
        return False
    if "A" in moods or "I" in moods:
        return _SHARES.get(tokens.low[i], 1.0) >= 0.35 or before in {"p", "n", "c", "L"}
    if "G" in moods:
        return _SHARES.get(tokens.low[i], 1.0) >= 0.3
    return "V" in moods and (before in {"p", "c", "n", "L"} or _SHARES.get(tokens.low[i], 0.9) >= 0.5)


def _verb_behind(tokens: Tokens, i: int) -> int:
    """Return the word that may be a verb behind the article or clitic at token `i`, or 0: only then it is a clitic."""
    k = i + 1
    while k < len(tokens.low) and tokens.low[k] in {"lui", "leur", "y", "en"}:
        k += 1
    if k >= len(tokens.low) or (tokens.cased[k] and tokens.is_capital(k)) or not tokens.low[k][0].isalpha():
        return 0
    return k if moods_of(tokens.low[k]) else 0


def _article_or_clitic(tokens: Tokens, tags: list[str], i: int) -> str:
    """Tell "la porte" from "il la porte", "le faire" from "le ministre"."""
    before = tags[i - 1] if i else ""
    k = _verb_behind(tokens, i)
    if not k:
        return "D"
    following = tokens.low[k]
    moods = moods_of(following)
    share = _SHARES.get(following, 0.95)
    if "A" in moods:
        # "l'a dit", "les ont vus"; "l'est" of the compass has no participle behind it.
        return "c" if before != "d" and (following != "est" or before in {"N", "P", "p", "c", "L", "n"}) else "D"
    if "I" in moods:
        return "c" if share >= 0.35 and before in {"R", "d", "V", "A", "n", "I", "Q", "c", "B", "C", ","} else "D"
    if before in {"p", "n", "c"} or (i and tokens.low[i - 1] == "qui"):
        return "c" if "V" in moods or "v" in moods else "D"
    if "G" in moods:
        # "l'accusant de mentir", but "l'opposant a dit"
        governs = tokens.low[k + 1 : k + 2] in (["comme"], ["à"]) or (
            tokens.low[k + 1 : k + 2] in (["de"], ["d'"]) and (i > 0 or is_infinitive(form_at(tokens, k + 2)))
        )
        return "c" if share >= 0.5 and (governs or before == ",") else "D"
    if "V" in moods and before in {"N", "P", ")", "S", '"', "B", ",", "#", "U", "T"} and share >= 0.5:
        return "D" if before == "B" and tags[i - 2 : i - 1] == ["V"] else "c"  # "réclame désormais | la garde"
    if "V" in moods and i and tokens.low[i - 1] == "comme" and form_at(tokens, k + 1) in ARTICLES:
        return "c"  # "comme | le | note le maire": two nouns do not stand side by side
    return "c" if "V" in moods and before == "C" and share >= _NEARLY_ALWAYS else "D"  # "et l'appellent une victoire"


def _verb_or_noun(tokens: Tokens, tags: list[str], i: int, word: str, moods: str, capital: bool) -> str:
    before = tags[i - 1] if i else ""
    share = _SHARES.get(word, 0.95)
    noun_place = before in {"D", "d", "#"} or (before == "R" and tokens.low[i - 1] != "après")
    if before == "#" and i > 1 and tags[i - 2] == "P":
        noun_place = False  # "le CDVVP 37 évoque des médecins": the number is the name's
    if i > 1 and tokens.low[i - 2] == "sur" and (before == "#" or tokens.low[i - 1] in words_of("numeral")):
        noun_place = False  # "un habitant sur deux affirme"
    fore = (before == "N" and tokens.low[i - 1] in BEFORE_NOUN) or (before == "D" and tokens.low[i - 1] == "autres")
    if fore and i > 1 and tags[i - 2] in {"D", "d", "#", "N", "R"}:
        noun_place = share <= _NEARLY_ALWAYS  # "les jeunes mères", but "les jeunes | disent"
    if i > 1 and tokens.low[i - 1] in _LAST and tokens.low[i - 2] in {"ce", "cette", "ces"}:
        verb = "V" in moods and share > 0.0 and (governs(tokens, i + 1) or bids(tokens, i + 1))
        noun_place = share < 0.5 and not verb  # "ce dernier | voit", "… | demande une aide", but "ce dernier point"
    if noun_place and "V" in moods and counted_alone(tokens, i - 2):
        opens = i == 2 or tags[i - 3] in 'K,C"-'
        told = opens and share > 0.0 and governs(tokens, i + 1) and tokens.low[i + 1] not in _CONTRACTED
        if share > _NEARLY_ALWAYS or told:
            return "V"  # "le premier | jure que", "tous deux | disent", but "la première demande"
    verb_place = (
        before in {"p", "c"}
        or (i > 0 and tokens.low[i - 1] in {"ne", "n'"})
        or (before == "L" and tokens.low[i - 1] == "qui")
    )
    inverted = i + 1 < len(tokens.low) and tokens.low[i + 1][0] in "-‐‑" and len(tokens.low[i + 1]) > 1
    if "A" in moods:
        return "N" if before == "D" and word == "est" and noun_place else "A"
    if ("V" in moods or "v" in moods) and (verb_place or inverted):
        return "V"
    compound = before in {"A"} or _auxiliary_before(tags, i)
    if "Q" in moods and compound:
        return "Q"
    if noun_place:
        contracted = tokens.low[i - 1] in _CONTRACTED  # "au sortir de l'audience": its article makes a noun of it
        if "I" in moods and share >= 0.35 and before in {"R", "d"} and not contracted:
            return "I"
        return "G" if "G" in moods and i and tokens.low[i - 1] == "en" and share > 0.0 else "N"
    return _by_share(tokens, tags, i, moods, share, capital)


def _by_share(tokens: Tokens, tags: list[str], i: int, moods: str, share: float, capital: bool) -> str:
    """Return the letter of a word whose place leaves it open whether it is the verb."""
    before = tags[i - 1] if i else ""
    if "Q" not in moods and _auxiliary_before(tags, i) and before != "T":
        return "I" if "I" in moods and share >= 0.35 else "N"  # "n'est pas explicite"
    if "I" in moods and share >= 0.35:
        return "I"
    if "Q" in moods and before == "," and form_at(tokens, i + 1) == "par":
        return "Q"  # "le maire, | joint par Belga"
    if "V" in moods and before in {"N", "P", ")", ",", "#", "S"} and share > 0.0 and governs(tokens, i + 1):
        return "V"
    if "V" in moods and before == "P" and urges_name(tokens, i):
        return "V"
    if "V" in moods and before == "P" and share > 0.0 and (is_headed(tokens, tags, i) or is_parted_from_que(tokens, i)):
        return "V"
    named = before == "P" and (i < 2 or tags[i - 2] in 'P,CUK-"')
    if "V" in moods and (named or tags[max(i - 2, 0) : i] == ["D", "N"]) and opens_marks(tokens, i + 1):
        return "V"
    if "V" in moods and share > 0.0 and is_behind_que(tags, i) and opens_marks(tokens, i + 1):
        return "V"  # "que le ministère | juge « sévère »"
    parallel = before == "," or (before == "C" and any(tag in "VA" for tag in tags[max(0, i - _PARALLEL) : i]))
    if "V" in moods and parallel and share > 0.0 and i + 1 < len(tokens.low) and tokens.is_capital(i + 1):
        return "V"  # "…, note Al Jazeera", "s'inquiète de … et épingle Twitter", but "l'avocat et juge Paul Roy"
    if "V" in moods and before == "C" and share > 0.0 and is_coordinated(tokens, tags, i):
        return "V"
    if "V" in moods and before == "C" and share > 0.0 and follows_up(tokens, tags, i):
        return "V"
    if "V" in moods and share >= 0.4 and not (capital and "Q" not in moods and i == 0):
        return "Q" if "Q" in moods and share < 0.9 and before == "N" else "V"
    if "v" in moods and share >= 0.5 and "Q" not in moods:
        return "V"
    if "G" in moods and (share >= 0.3 or (before == "," and form_at(tokens, i + 1) in {"que", "qu'"})):
        described = before == "N" and tokens.low[i] in _SHARES and _ends_group(tokens, i + 1)
        return "N" if described else "G"  # "…, rassurant que"
    if "Q" in moods and (share >= 0.25 or "V" in moods):
        return "Q"
    return "P" if capital and i and tags[i - 1] not in {"K", '"', "-"} else "N"


def _ends_group(tokens: Tokens, i: int) -> bool:
    """Whether the noun group before token `i` ends there, by a verb or a stop: "le maire sortant | a dit"."""
    word = form_at(tokens, i)
    moods = moods_of(word)
    verb = "A" in moods or ("V" in moods and _SHARES.get(word, 0.95) > _NEARLY_ALWAYS)
    return verb or word in {"", ".", ")"}


def counted_alone(tokens: Tokens, i: int) -> bool:
    """Whether words that count may stand for those counted at token `i`: "le premier", "les deux", "tous deux".

    >>> text = "Le second a souri"
    >>> counted_alone(Tokens(text, 0, len(text)), 0)
    True
    """
    if i < 0 or i + 1 >= len(tokens.low):
        return False
    article, word = tokens.low[i], tokens.low[i + 1]
    if article in {"le", "la"}:
        return word in words_of("ordinal")
    ordinal = article == "les" and word.removesuffix("s") in words_of("ordinal")
    return ordinal or (article in {"les", "tous", "toutes"} and word in words_of("numeral"))


# Tokens within which the verb stands that one behind "et" goes with.
_PARALLEL = 20
_COPULAS = frozenset({"être", "devenir", "rester", "sembler", "paraître", "demeurer"})


def _makes_participle(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether an auxiliary stands before token `i`, or "été" with its own."""
    return len(tokens.low[i]) > 2 and i > 0 and (tokens.low[i - 1] == "été" or _auxiliary_before(tags, i))


def _is_open_infinitive(tokens: Tokens, tags: list[str], i: int, word: str) -> bool:
    """Whether a word in -er that no list has stands where an infinitive does: "a dit vendredi | tabler sur".

    Behind "de" or "à" it is one where its object follows: "promet de | brancher les fermes", but "de danger".
    """
    if len(word) <= 4 or not word.endswith("er") or word.endswith("ier"):
        return False
    k = i - 1
    while k >= 0 and tags[k] in "TB":
        k -= 1
    if k > 0 and (tokens.low[k - 1] in {"se", "s'"} or any(form.lemma in _COPULAS for form in readings(tokens.low[k]))):
        return False  # "est devenu berger", "se dit étranger"
    linker = i - 1 - (i > 1 and tags[i - 1] == '"')  # "appelle à « | boycotter le vote »"
    governs = i + 1 < len(tokens.low) and closed_letter(tokens.low[i + 1]) in {"D", "a"}
    governs = governs and tokens.low[linker] in _LINKERS
    return k >= 0 and (tags[k] in "VQ" or (governs and k >= linker))


def _auxiliary_before(tags: list[str], i: int) -> bool:
    """Whether an auxiliary, adverbs and pronouns aside, stands before token `i`."""
    k = i - 1
    while k >= 0 and i - k < 6 and tags[k] in {"B", "n", "i", "T"}:
        k -= 1
    return k >= 0 and tags[k] == "A"


@lru_cache(maxsize=1 << 14)
def third_person(word: str) -> VerbForm | None:
    """Return the reading of a finite form that news has: a third person, of the indicative if there is one.

    >>> third_person("annonce").tense, third_person("annoncent").number
    ('present', 'p')
    """
    thirds = [form for form in readings(word) if form.mood == "finite" and form.person == 3]
    return min(thirds, key=lambda form: form.tense == "subjunctive", default=None)
