"""Lines that stand among an article's and are none of it: links, credits of pictures, signatures of tweets."""

import re

_SPACE = r"[ \t\u00a0\u202f]"
_BULLET = rf"{_SPACE}{{0,4}}[-–—•>►▶→*»]{{0,2}}{_SPACE}{{0,2}}"

# "Lire aussi : …", "À LIRE AUSSI > …", "► Voir notre dossier …", "À lire : …"; the rest of the line is a headline.
_LINK = re.compile(
    rf"{_BULLET}(?:à{_SPACE})?(?:(?:re)?lire|voir|écouter|regarder|découvrir)"
    rf"{_SPACE}{{1,2}}(?:(?:aussi|également)(?:\b|(?-i:(?=[A-ZÀ-Ý])))|(?:notre|nos){_SPACE}{{1,2}}\w)"
    rf"|{_BULLET}à{_SPACE}(?:(?:re)?lire|voir|écouter){_SPACE}?[:>]",
    re.IGNORECASE,
)
# "© AFP", "Photo Jean Dupont / SIPA", "(Photo : La Presse)": a few words, no end of a sentence.
_PICTURE = re.compile(
    rf"{_SPACE}{{0,4}}\(?(?:Photos?|PHOTOS?|Crédits?{_SPACE}(?:[Pp]hotos?|[Ii]mage))(?={_SPACE}?:|{_SPACE}[A-ZÀ-Ý])"
)
# "Anne Roy/IP3 PRESS/MAXPPP", "Reuters / Paul Petit", "Crédit : Belga": names alone; of two, one has several words.
_NAME = r"[A-ZÀ-Ý][\w.'’-]*"
_NAMES = rf"{_NAME}(?:{_SPACE}[A-ZÀ-Ý0-9][\w.'’-]*){{0,4}}"
_SIGNED = re.compile(
    rf"\W{{0,3}}(?=[^/]{{0,60}}{_SPACE}[A-ZÀ-Ý][\w.'’-]*{_SPACE}?/|.{{0,80}}/{_SPACE}?{_NAME}{_SPACE}[A-ZÀ-Ý])"
    rf"{_NAMES}(?:{_SPACE}?/{_SPACE}?{_NAMES}){{1,4}}\W{{0,3}}"
    rf"|\W{{0,3}}Crédits?{_SPACE}?:{_SPACE}?{_NAMES}(?:{_SPACE}?/{_SPACE}?{_NAMES}){{0,3}}\W{{0,3}}"
)
# "— Anne Roy (@anne_roy) 5 mars 2021" below an embedded tweet.
_SIGNATURE = re.compile(rf"{_SPACE}{{0,4}}[-–—]{{1,2}}{_SPACE}?[^()\n«»]{{2,60}}{_SPACE}\(@\w{{1,40}}\)")
_LONGEST_CREDIT = 90
_LONGEST_LINK = 300


def outside_lines(text: str) -> list[tuple[int, int]]:
    r"""Return the offsets of the lines that are no part of an article's text, in order.

    Examples:
        >>> text = "Il part.\nLire aussi : Ce que dit la loi\n© AFP\n« Oui », dit-il."
        >>> [text[start:end] for start, end in outside_lines(text)]
        ['Lire aussi : Ce que dit la loi', '© AFP']

    """
    found: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start <= _LONGEST_LINK:
            line = text[start:end].rstrip()
            if line and _is_outside(line):
                found.append((start, start + len(line)))
        start = end + 1
    return found


def _is_outside(line: str) -> bool:
    if _LINK.match(line) or _SIGNATURE.match(line):
        return True
    if len(line) > _LONGEST_CREDIT or line[-1] in ".!?…»":
        return False
    return bool(line.lstrip().startswith(("©", "(c) ")) or _PICTURE.match(line) or _SIGNED.fullmatch(line))
