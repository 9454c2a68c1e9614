"""Which stop ends a sentence: one pattern finds the stops, a few characters on either side decide.

A stop is a run of `.`, `!`, `?` and `…` with the closing quotation marks and brackets after it. What stands before it
says how far it holds to what follows (`_hold`); what stands after it says whether a sentence can begin there.
"""

import re
from functools import cache

from frnews._sentences._lexicon import Lexicon, ends_like_a_word, french
from frnews._sentences._lines import CAPITAL, SMALL
from frnews._sentences._marks import OpenMarks, take_closing_marks

# Signs without width that web pages leave between two sentences.
_INVISIBLE = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_FINAL = ".!?…"
_DASHES = "-–—−‒―‐‑"
_BULLETS = "•·▪▫■□►▶→➔➜➡➤▸◆◇●○◦‣⁃★☆✓✔*|>"
_OPENING = "«“„‹‘\"'’"
# Signs that open a sentence only if a word or a number follows at once: @nom, #mot, © AFP, $20.
_SIGNS = "@#©$£€+"
# The longest word before a stop that is looked at; a longer one is no abbreviation.
_REACH = 40

# What a stop holds to: nothing (it ends a sentence); what the column `joins` of the abbreviations says; or the stop of
# a capital, which may be an initial.
_NOTHING, _ANY, _NAME, _NUMBER, _INITIAL = "", "any", "name", "number", "initial"

# What closes a sentence after its final sign, spaced or not: more such signs, marks, brackets, emoji.
_CLOSING = _FINAL + r"»”›)\]}\U0001f300-\U0001faff❤\ufe0f\u200d"
# The same, but glued: the number of a note, emphasis and tags left in.
_GLUED_CLOSING = r"[(\[]\d{1,2}[)\]]|[¹²³⁴-⁹]|[*_]{1,3}(?!\w)|</\w{1,10}>|<br\s?/?>"


@cache
def stops(*, plain_words: bool) -> re.Pattern[str]:
    """Return the pattern that finds every stop and the white space after it.

    Group 1 matches the rest of a stop after its first sign. It takes no part in a match of the commonest end of all,
    told by the pattern alone: a word in small letters that is no abbreviation, a full stop, one space, a capital; or
    such a word, a space, "!" or "?", one space, a capital.

    Args:
        plain_words: Whether the tables hold every abbreviation that ends with two small letters. If not, group 1
            always takes part.

    """
    by_length: dict[int, list[str]] = {}
    for word in filter(ends_like_a_word, french().joins):
        by_length.setdefault(len(word), []).append(re.escape(word))
    unknown = "".join(rf"(?<!(?:{'|'.join(words)})\.)" for words in by_length.values())
    small, capital = f"[{SMALL}]", f"[{CAPITAL}]"
    asked = rf"(?<={small}[ \u00a0\u202f][!?]) (?={capital})|"
    plain_end = rf"(?<={small}{{2}}\.){unknown} (?={capital})|{asked}" if plain_words else ""
    any_end = rf"([{_FINAL}]*(?:\s*[{_CLOSING}]|{_GLUED_CLOSING})*)[\s{_INVISIBLE}]*"
    return re.compile(rf"[{_FINAL}](?:{plain_end}{any_end})")


_WORD = re.compile(r"\w")
_TOKEN_EDGE = re.compile(r"[^\w.\-‑‐°]|ʼ")
# U+02BC is a letter to Unicode, and an apostrophe in French.
_FIRST_WORD = re.compile(r"([^\W\d_ʼ]+)(['’ʼ]?)")
_SITE = re.compile(r"https?://|www\.|pic\.twitter")
# What opens a sentence with a small letter: an address, an item of a list, "iPhone", an agency's "jpm/abc/DS".
_LOWER_START = re.compile(_SITE.pattern + r"|[a-h]\)\s|[ei][A-Z]|[a-z]{2,4}(?:/[a-zA-Z]{2,5})+$")
# "F.-Ph. Champagne", "M.-Th. Petit"
_INITIALS = re.compile(r"[^\W\d_][a-zé]{0,2}\.-[^\W\d_][a-zé]{1,2}")
# "en 52 avant J.-C.", "au IIe siècle apr. J-C."
_ERA = re.compile(r"(?:\d|siècles?|millénaires?|ans?|\bs\.)\s+(?:av(?:ant|\.)|apr(?:ès|\.)|ap\.)\s*J\.?[-‐‑ ]?C$")
_DEGREE = re.compile(r"[°º]\s?[CF]$")
_ROMAN = re.compile(r"[IVX]{1,6}")
_OPENING_ELLIPSIS = re.compile(r"[«“„(\[:,;–—]\s{0,2}$|(?:^|[\s(])\"$")
# A new sentence glued to the one before: a capital and what can follow it at the start of a sentence.
_GLUED_START = re.compile(r"(?:[^\W\d_](?:['’ʼ]\w|[^\W\d_]*[a-zà-öø-ÿœ]|\s)|MM?\.\s|[^\W\d_]{2,}\s)")
_ADDRESS = re.compile(r"[^\s@]{1,64}@")
_TAG = re.compile(r"(?:<[a-z][^<>]{0,100}>\s*)+")
_OMISSION = re.compile(r"[(\[]\s*(?:\.\.\.|…)\s*[)\]]\s*")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_GLUED_NUMBER = re.compile(r"\d+(?:[ ,.]\d+)*\s?[%\s]\s?[a-zà-ÿ%]")
_OPENS_ELLIPSIS = re.compile(r"([.!?]+)\s+(\.\.\.|…)$")
_LONE_DASH = re.compile(rf"\s[{_DASHES}]\s")
_SHORT_SIGNATURE = re.compile(rf"[^{_FINAL}«»“”\"]{{1,90}}$")


def find_start(
    text: str, start: int, stop: re.Match[str], lexicon: Lexicon, marks: OpenMarks
) -> tuple[int, int] | None:
    """Return where the sentence that a stop ends does end, and where the next begins; None if it ends none.

    Args:
        text: The source.
        start: Where the sentence that holds the stop begins.
        stop: A match of `stops`, its first group too, that does not reach the end of its line.
        lexicon: The words to look up.
        marks: The quotation marks of the line.

    """
    i, k = stop.span()
    j, limit = stop.end(1), stop.endpos
    c = text[k]
    if c in "\"'’“":
        j, k = take_closing_marks(text, j, k, limit, marks)
        if k >= limit:
            return None
        c = text[k]
    if c in ",;:" or c in _FINAL:
        return None
    if c.islower():
        # Before a small letter most stops end nothing: a full stop and one space do, or what may open with one.
        if not (text[i] == "." and k - i == 2 and j - i == 1) and not _LOWER_START.match(text, k, limit):
            return None
    elif c.isupper():
        if j != k and text[i - 1] in "([" and _ends_at_omission(text, start, i, j, lexicon):
            return j, k
        if j == k and (opening := _OPENS_ELLIPSIS.match(text, i, j)):
            # "suivirent. ...Il": the mark of omission opens the next sentence
            return opening.end(1), opening.start(2)
    hold = _hold(text, start, i, j, lexicon)
    if hold == _ANY:
        return None
    # A capital after a stop that holds to nothing needs no second look, unless the stop is an ellipsis.
    plain = hold == _NOTHING and j != k and c.isupper() and text[i] != "…" and text[i : i + 2] != ".."
    if not plain and not _begins(text, start, (i, j, k, limit), hold, lexicon):
        return None
    if j == k and text[j - 1] == "”" and not marks.is_open("”", j - 1):
        # ".”Nous", ". ”Nous": the mark opens; a program that curled straight marks has taken it for the other.
        return len(text[start : j - 1].rstrip()) + start, j - 1
    gap = text[j:k]
    return j, (k if not gap or gap.isspace() else k - len(gap.lstrip()))


def _begins(text: str, start: int, stop: tuple[int, int, int, int], hold: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence begins after a stop.

    Args:
        text: The source.
        start: Where the sentence that holds the stop begins.
        stop: Where the stop begins and ends, what follows it, and the end of the line.
        hold: What the stop holds to, but not to anything.
        lexicon: The words to look up.

    """
    i, j, k, limit = stop
    c = text[k]
    free = hold in (_NOTHING, _NUMBER)
    if c.islower() and not _LOWER_START.match(text, k, limit) and not _small_start(text, i, j, k, hold, lexicon):
        return False
    if c.isalpha():
        return _glued_word(text, i, j, k, limit, hold, lexicon) if j == k else _word(text, start, i, k, hold, lexicon)
    if c.isdigit():
        return hold == _NOTHING and _number(text, start, i, j, k, limit)
    if c in _OPENING or text.startswith("<<", k) or _TAG.match(text, k, limit):
        return _opening_mark(text, start, i, j, k, limit, hold, lexicon)
    if c in "([":
        return free and _bracket(text, i, j, k, limit)
    if c in _DASHES:
        return free and _dash(text, start, i, j, k, limit, hold)
    if c in _BULLETS:
        return free and (j != k or c not in "*|>·") and _follows(text, k, limit)
    return c in _SIGNS and free and (j != k or c == "#") and _follows(text, k, limit)


def _ends_at_omission(text: str, start: int, i: int, j: int, lexicon: Lexicon) -> bool:
    """Tell whether a mark of omission, whose first sign is at `i`, ends a sentence: "pas de recul (...) | On ne"."""
    said = text[max(start, i - 3 * _REACH) : i - 1].rstrip()
    closed = text[i:j].lstrip(_FINAL).rstrip(' »”"\u00a0\u202f')
    if closed not in (")", "]") or not said or not (said[-1].isalnum() or said[-1] in '»”"%)'):
        return False
    # "à la préfecture de (...) Valence"
    return _TOKEN_EDGE.split(said[-_REACH:])[-1].lower() not in lexicon.unfinished


def _small_start(text: str, i: int, j: int, k: int, hold: str, lexicon: Lexicon) -> bool:
    """Tell whether the small letter at `k` begins a sentence all the same: "signé l'arrêté. les riverains".

    The word before must be no abbreviation, not even one that the tables lack: those end with a consonant, or are
    short. A word that opens sentences needs less: an acronym or any word of some length before it will do.

    Args:
        text: The source.
        i: Where the stop begins.
        j: Where it ends.
        k: Where the small letter stands.
        hold: What the stop holds to.
        lexicon: The words to look up.

    """
    if hold != _NOTHING or text[i] != "." or j - i != 1 or k - j != 1:
        return False
    before = _last_token(text, max(0, i - _REACH), i)
    word = _TOKEN_EDGE.split(before)[-1]
    if len(word) < _SHORTEST or not word.isalpha() or "." in before:
        return False
    opener = _opens(text, k, lexicon)
    if opener and opener not in lexicon.complements:
        return True
    # "environ. de", "l'UGC. plus", "menace. c'est-à-dire"
    plain = len(word) >= _PLAIN and (bool(opener) or word.rstrip("sx")[-1:] in "aeiouyéèêà")
    return plain if word.islower() else bool(opener) and word.isupper()


# No word of so many letters, or with such an end, is an abbreviation that the tables lack.
_SHORTEST, _PLAIN = 3, 5


def _hold(text: str, start: int, i: int, j: int, lexicon: Lexicon) -> str:
    """Return what the stop at `i` holds to."""
    if i - start < 12 and not _WORD.search(text, start, i):
        return _ANY  # "… Nous", "[...] Nous": nothing has been said yet
    before = text[i - 1]
    ellipsis = text[i] == "…" or text.startswith("..", i)
    if ellipsis and not text[i:j].strip(_FINAL) and _OPENING_ELLIPSIS.search(text, max(start, i - 3), i):
        return _ANY  # il a dit : « …Nous
    single = text[i] == "." and (i + 1 == j or text[i + 1] not in _FINAL)
    if before in "([" and not any(c in _FINAL for c in text[i:j].lstrip(_FINAL)):
        # "[...]", "(!)"
        return _ANY
    if not single:
        return _NOTHING
    if before.isspace():
        # "fini ." ends; "M .Petit" does not.
        return _ANY if lexicon.joins.get(_last_token(text, start, i)) == _ANY else _NOTHING
    token = _last_token(text, start, i)
    if not token:
        return _NOTHING
    joins = lexicon.joins.get(token)
    if joins is None and (not token.isalnum() or "ʼ" in token):
        token = _TOKEN_EDGE.split(token)[-1].replace("‑", "-").replace("‐", "-")
        joins = lexicon.joins.get(token)
    if joins is not None:
        bracketed = joins == _NAME and j > i + 1 and text[i - len(token) - 1 : i - len(token)] in "(["
        return _ANY if bracketed else joins  # "(dir.) Paris"
    return _hold_of(token, text, start, i)


def _hold_of(token: str, text: str, start: int, i: int) -> str:
    """Return what the stop at `i` holds to after a word that is no abbreviation: an initial, or a number of a list."""
    last = token[-1:]
    if _INITIALS.fullmatch(token):
        return _INITIAL
    if len(token) == 1 or (token[-2:-1] in (".", "-") and token[1:2] in (".", "-") and len(token) < 16):
        if last.isalpha():
            return _INITIAL if last.isupper() else _NAME
        if last.isdigit() and len(token) > 1:
            return _NOTHING
    numbered = i - start < 12 and len(token) < 4 and (token.isdigit() or _ROMAN.fullmatch(token))
    if numbered and not _WORD.search(text, start, i - len(token)):
        return _ANY  # "1. Le contexte"
    if token == "1" and text[max(start, i - 3) : i - 1] == ": ":
        return _ANY  # "au menu : 1. L'emploi"
    return _NOTHING


def _last_token(text: str, start: int, i: int) -> str:
    """Return what stands between white space before `i`, without opening marks; "" for none."""
    return "".join(text[max(start, i - _REACH) : i].rsplit(None, 1)[-1:]).lstrip("«“„\"([{'‘‹-–—")


def _opens(text: str, k: int, lexicon: Lexicon) -> str:
    """Return the word at `k` if it is one that opens sentences, else ""."""
    word = _FIRST_WORD.match(text, k)
    if not word:
        return ""
    form = word[1] + "'" if word[2] else word[1]
    if form not in lexicon.openers:
        form = form.capitalize()
    return form if form in lexicon.openers else ""


def _word(text: str, start: int, i: int, k: int, hold: str, lexicon: Lexicon) -> bool:
    """Tell whether the word at `k`, after white space, begins a sentence."""
    if hold in (_NOTHING, _NUMBER):
        return not _stays_open(text, start, i, k, lexicon)
    opener = _opens(text, k, lexicon)
    if hold == _INITIAL:
        return _after_initial(text, start, i, opener, lexicon)
    return bool(opener)


def _stays_open(text: str, start: int, i: int, k: int, lexicon: Lexicon) -> bool:
    """Tell whether an ellipsis after a word that cannot end a sentence only delays a name: "c'est… Zidane"."""
    if text[i] != "…" and not text.startswith("..", i):
        return False
    words = _TOKEN_EDGE.split(text[max(start, i - _REACH) : i].rstrip(" '’ʼ\u00a0\u202f"))
    return words[-1].lower() in lexicon.unfinished and not _opens(text, k, lexicon)


def _after_initial(text: str, start: int, i: int, opener: str, lexicon: Lexicon) -> bool:
    """Tell whether a capital with a full stop, at `i`, is a label at the end of a sentence and no initial."""
    if _ERA.search(text, max(start, i - 2 * _REACH), i) or _DEGREE.search(text, max(start, i - 4), i):
        return True
    words = text[max(start, i - 2 * _REACH) : i].replace("’", "'").replace("ʼ", "'").split()
    letters = words[-1]
    previous = words[-2] if len(words) > 1 else ""
    elided = "'" in letters
    letters = letters.rpartition("'")[2].lstrip('«“"(')
    labels = lexicon.letter_nouns.get(previous.rpartition("'")[2].lower(), "") if len(letters) == 1 else ""
    if labels == "only":
        return True
    if not opener or (not previous and not elided):
        return False
    if labels or opener not in lexicon.particles:
        return True
    # "J.-M. Le Pen" is a name; "au P.S. Le", "l'U.E. Le", "l'O.N.U. Le" end.
    if elided or len(letters.replace("-", "").replace(".", "")) > 2:
        return True
    return len(letters) > 1 and previous in {"le", "la", "les", "au", "du", "aux", "des", "un", "une", "en", "Le", "La"}


def _glued_word(text: str, i: int, j: int, k: int, limit: int, hold: str, lexicon: Lexicon) -> bool:
    """Tell whether the word at `k`, with no space before it, begins a sentence ("mal-formé.Le ministre")."""
    if text[k].islower():
        return hold == _NOTHING and bool(_SITE.match(text, k, limit))
    if hold != _NOTHING or not _GLUED_START.match(text, k, limit):
        return False
    token = text[max(0, i - _REACH) : i].rsplit(None, 1)[-1:]
    if token and any(sign in token[0] for sign in ("://", "www.", "@", "=")):
        return False
    if text[i:j] != ".":
        return True
    word = _FIRST_WORD.match(text, k)
    if (word and word[1].lower() in lexicon.domains) or _ADDRESS.match(text, k, limit):
        return False
    # "JP.Petit"
    return not (token and len(token[0]) < 4 and token[0].isupper()) or bool(_opens(text, k, lexicon))


def _number(text: str, start: int, i: int, j: int, k: int, limit: int) -> bool:
    """Tell whether the number at `k` begins a sentence."""
    if j == k:
        # "des voix.48 % pour sa rivale", but not "page.2", "v.2", "12.5"
        token = _last_token(text, start, i)
        return k - i == 1 and token.isalpha() and len(token) > 3 and bool(_GLUED_NUMBER.match(text, k, limit))
    # "10. 000": the full stop stands for the space of a long number.
    short_number = j == i + 1 and text[i - 1].isdigit() and not text[max(0, i - 4) : i].isdigit()
    return not (short_number and _THOUSANDS.match(text, k, limit))


def _opening_mark(text: str, start: int, i: int, j: int, k: int, limit: int, hold: str, lexicon: Lexicon) -> bool:
    """Tell whether an opening quotation mark at `k` begins a sentence."""
    tag = _TAG.match(text, k, limit)
    if tag:
        k = tag.end()
    while k < limit and (text[k] in _OPENING or text[k].isspace() or text[k] == "<"):
        k += 1
    if k >= limit:
        return False
    c = text[k]
    if hold in (_NAME, _INITIAL):
        return c.isalpha() and _word(text, start, i, k, hold, lexicon)
    if c.islower():
        return text[i:j].startswith(".") and j != k
    return True


def _bracket(text: str, i: int, j: int, k: int, limit: int) -> bool:
    """Tell whether an opening bracket at `k` begins a sentence."""
    omission = _OMISSION.match(text, k, limit)
    if omission:
        after = omission.end()
        return after < limit and text[after] not in '»”",;:.!?…)'
    close = text.find(")" if text[k] == "(" else "]", k, min(limit, k + 300))
    behind = text[close + 1 : close + 3].lstrip()[:1] if close >= 0 else ""
    if behind and (behind in ",;:" or behind.islower()):
        return False
    if behind and behind in _FINAL and (any(c in '»”"' for c in text[i:j]) or " " not in text[k:close]):
        return False  # « … ! » (Le Monde). En marche ! (EM).
    c = text[k + 1 : k + 2]
    return c.isalnum() and (j != k or c.isupper()) and (text[i] == "." or not c.islower() or not behind)


def _dash(text: str, start: int, i: int, j: int, k: int, limit: int, hold: str) -> bool:
    """Tell whether a dash at `k` begins a sentence: a line of dialogue, an item, the text after a dateline."""
    after = k + 1
    spaced = text[after : after + 1].isspace()
    if j == k and (not spaced or text[i - 1].isdigit()):
        return False  # "J.-L.", "12.- francs"
    while after < limit and text[after].isspace():
        after += 1
    if after >= limit:
        return False
    c = text[after]
    if hold == _NUMBER:
        return not c.isdigit()
    if any(sign in '»”"' for sign in text[i:j]):
        # « … » - Anna Petit, maire
        return not (c.isupper() and _SHORT_SIGNATURE.match(text, after, min(limit, after + 91)))
    if text[i] == "." and text[i : i + 2] != "..":
        return spaced or not c.islower()
    if c.islower():
        return False
    # "– enfin ! – Paris": the second dash of a pair closes an insertion.
    return not _LONE_DASH.search(text, max(start + 2, i - 200), i)


def _follows(text: str, k: int, limit: int) -> bool:
    """Tell whether anything to say stands after the sign at `k`."""
    return bool(_WORD.search(text, k, min(limit, k + 4)))
