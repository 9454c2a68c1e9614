"""The words of an article in four columns: the passes below count in words, the offsets stay those of the text."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Container
from functools import cache
from itertools import accumulate, compress, count

from frnews._french._remembered import LONGEST_WORD, Remembered
from frnews._french._tokens import INVISIBLE

# Little words that an accent tells from a verb, a determiner or a conjunction.
_KEPT = frozenset({"à", "où", "là", "dès"})
# The letters of French, and the signs, of which nearly every word consists.
_FLAT = str.maketrans("àâäáçéèêëíîïñóôöúùûüÿ’ʼ‐‑–", "aaaaceeeeiiinooouuuuy''---", "\u0300\u0301\u0302\u0308\u0327")
NEWLINES = "\n\r\u2028\u2029"
"""The signs that end a line."""


def fold(word: str) -> str:
    """Return the key under which a word is compared: no case, no accents, one apostrophe, one hyphen.

    Keys are compared with each other and never used to count offsets.

    >>> fold("L’"), fold("Écosse"), fold("Mac‑Mahon")
    ("l'", 'ecosse', 'mac-mahon')
    """
    return _fold(word) if " " in word or len(word) > LONGEST_WORD else _FOLDED[word]  # few phrases come again


def _fold(word: str) -> str:
    key = word.casefold()
    if key.isascii():
        return key
    if len(key) < 5 and unicodedata.normalize("NFC", key) in _KEPT:
        return unicodedata.normalize("NFC", key)
    if (plain := key.translate(_FLAT)).isascii() and plain:
        return plain
    flat = unicodedata.normalize("NFKD", key)
    # A lone accent stays: no key is empty.
    flat = "".join(c for c in flat if not unicodedata.combining(c)) or flat
    return re.sub("[‐‑–]", "-", re.sub("[’ʼ]", "'", flat)).replace("œ", "oe")


_FOLDED = Remembered(_fold)


def without_marks(shown: str) -> str:
    """Return a name without the quotation marks in it.

    >>> without_marks("porte-parole des « gilets jaunes »")
    'porte-parole des gilets jaunes'
    """
    for mark in '«»“”"„‟':
        shown = shown.replace(mark, " ")
    return " ".join(shown.split()).replace("' ", "'").replace("’ ", "’")


@cache
def uppercase() -> str:
    """Return the capital letters of the Latin script, for use in a character class."""
    return "".join(chr(c) for c in range(0x41, 0x250) if chr(c).isupper())


@cache
def _pattern() -> re.Pattern[str]:
    capital = uppercase()
    letters = r"[^\W_][\w\u0300-\u036f]*"
    parts = [
        "[a-zà-öø-ÿ]+(?=[ ,.])",  # nearly every second word: nothing else starts so
        "[,.]",  # alone: in a number, an initial or an abbreviation it is no first sign
        "[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?=[ ,])",  # before a full stop it may be abbreviated
        r"(?:MM?|Mmes?|Mlle|Mr|Mrs|Ms|Drs?|Dre|Prs?|Mgr|Mes?|Ste?)\.",
        # Initials ("J.-L. Mélenchon", "Joseph J. Lhota", "F.L. Copperman"), not the last letter of a sentence.
        rf"(?:[{capital}]\.[-‑]?){{1,6}}(?=[ \u00a0\u202f]?[{capital}])",
        rf"[DNMOKA]['’ʼ](?=[{capital}][a-z]){letters}(?:[-‑‐]{letters})*",
        r"(?:[^\W\d_]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu|[Qq]uelqu)['’ʼ]",
        # "18e", "2,5"
        r"\d\w*(?:[.,]\d+)*",
        # "Val-d'Oise"; "Mme Traoré/Ouédraogo" in Burkina: both of her surnames.
        rf"{letters}(?:[-‑‐&](?:[dlDL]['’ʼ])?{letters}|(?<=[a-zà-ÿ])/(?=[{capital}][a-zà-ÿ]){letters})*(?:(?<=c)['’ʼ]h(?!\w)|['’ʼ]s(?!\w))?",
        rf"[{NEWLINES}]+",
        rf"[^\s\w{INVISIBLE}]|_+",
    ]
    # The space before a word apart: it is no place at which to try all of these.
    return re.compile(f"( ?)({'|'.join(parts)})")


def _glued_at(form: str) -> int:
    """Return where two words meet whose line end a site has lost ("pasFlorian"), or 0.

    >>> _glued_at("pasFlorian"), _glued_at("MoDem"), _glued_at("iPhone")
    (3, 0, 0)
    """
    if len(form) < 5 or form.islower() or not form[:2].islower():
        return 0
    seam = next((i for i, c in enumerate(form) if c.isupper()), 0)
    return seam if form[seam + 1 : seam + 2].islower() or (seam > 3 and seam + 1 == len(form)) else 0


def _parted(pieces: list[str], glued: Container[str]) -> list[str]:
    """Return the words of a text with what stands between and a space before, those that are glued taken apart.

    >>> _parted(["", "", "pasFlorian", "", " ", "dit", ""], {"pasFlorian"})
    ['', '', 'pas', '', '', 'Florian', '', ' ', 'dit', '']
    """
    parted: list[str] = []
    for piece in pieces:
        seam = _glued_at(piece) if piece in glued else 0
        parted += (piece[:seam], "", "", piece[seam:]) if seam else (piece,)
    return parted


# Two or three where a text was justified or copied; more set columns apart.
_FEW_SPACES = 3


class Words:
    """Words, signs and line ends of a text.

    Attributes:
        text: The text.
        starts: Offset of each word.
        ends: Offset after each word.
        forms: Each word as it stands.
        folds: Each word's key for comparison.
        capitals: The indexes of the words that start with a capital.
        offices: The keys of nouns that stand beside names of persons and are in no table of functions.
        opened: The first two words of names that open with a possessive: "le collectif Notre Tour".

    """

    __slots__ = ("capitals", "ends", "folds", "forms", "offices", "opened", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.offices: frozenset[str] = frozenset()
        self.opened: frozenset[tuple[str, ...]] = frozenset()
        # What stands before the first word, a space, the first word, what stands before the second one, …
        pieces = _pattern().split(text)
        distinct = set(pieces[2::3])
        if glued := {form for form in distinct if not (form.islower() or form[0].isupper()) and _glued_at(form)}:
            pieces = _parted(pieces, glued)
            distinct = set(pieces[2::3])
        offsets = list(accumulate(map(len, pieces)))
        self.starts = offsets[1::3]
        self.ends = offsets[2::3]
        self.forms = pieces[2::3]
        opening = {form for form in distinct if form[0].isupper()}
        self.capitals = list(compress(count(), map(opening.__contains__, self.forms)))
        self.folds = list(map(_FOLDED.__getitem__, self.forms))

    def __len__(self) -> int:
        return len(self.forms)

    def fold_at(self, index: int) -> str:
        """Return the key of a word, "" outside the text."""
        return self.folds[index] if 0 <= index < len(self.folds) else ""

    def low_at(self, index: int) -> str:
        """Return a word in lower case with its accents, as the room for French asks for it."""
        return unicodedata.normalize("NFC", self.forms[index][:LONGEST_WORD].lower())

    def first_from(self, offset: int) -> int:
        """Return the index of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def at(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the words that stand in a stretch of the text."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def adjoining(self, index: int) -> bool:
        """Tell whether a word and the next stand on one line with no more than a few spaces between them."""
        if index + 1 >= len(self.starts) or self.starts[index + 1] - self.ends[index] > _FEW_SPACES:
            return False
        return self.forms[index + 1][0] not in NEWLINES

    def is_line_end(self, index: int) -> bool:
        """Tell whether a word is a line end, or the start or end of the text."""
        return not 0 <= index < len(self.forms) or self.forms[index][0] in NEWLINES

    def is_sentence_start(self, index: int) -> bool:
        """Tell whether a word opens a line or follows a full stop."""
        return self.is_line_end(index - 1) or self.forms[index - 1] in (".", "!", "?", "…")

    def slice(self, first: int, last: int) -> str:
        """Return the text from one word to before another, on one line."""
        if first >= last:
            return ""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())
