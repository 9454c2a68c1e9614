"""Kinds of text that mean harm: for each a piece that is written over and over, until the text is long enough."""

NEWS = (
    "« Nous verrons », a dit Léa Martin vendredi 30 décembre. La ministre a promis 3 millions d’euros à l’école, "
    "selon M. Dupont. Le maire de Brest, Jean Roy, estime que « rien n’est fait » et que la ville attend depuis "
    "2019. Dans l’entourage de la préfète, on assure que les travaux commenceront au printemps.\n"
    "La ville compte 140 000 habitants et deux ports, dont l’un ne sert plus. Les élections de mars ont été calmes, et "
    "la participation a baissé dans tous les quartiers, sauf au nord. Le budget doit être voté avant la fin du mois.\n"
)

KINDS: dict[str, str] = {
    # Lines, spaces, signs.
    "short lines": "a\n",
    "empty lines": "\n",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "one letter": "a",
    "one capital": "A",
    "zeros": "0",
    "digits": "1234567890",
    "stops": ".",
    "commas": ", ",
    "dashes": "— ",
    "apostrophes": "’",
    "elisions": "l'",
    "brackets": "(",
    "mixed brackets": "([",
    "combining accents": "e\u0301",
    "accents alone": "\u0301",
    "reversals of direction": "a\u202e",
    "surrogates": "\ud800",
    "emoji": "😀",
    "Chinese": "中文",
    "Arabic": "قال ",
    # Marks.
    "opening marks": "«",
    "closing marks": "»",
    "straight marks": '"',
    "turned marks": "” a “, ",
    "turned line by line": "” a\n",
    "marks far apart": " " * 50 + "“",
    "double single marks": "''a'' ",
    "quoted letters": "«a»",
    "quoted words": "« a » ",
    "straight quoted": '"a" ',
    "marks opened again": "« oui suite vint.\n",
    "lines of dialogue": "– Oui.\n",
    "questions and answers": "Q : Oui ?\nR : Non.\n",
    "opened and said": "« a dit ",
    # Quotations.
    "a dit": "a dit ",
    "a dit que": "a dit que ",
    "a dit, colon": "a dit : ",
    "dit": "dit ",
    "said inside": "« a, dit-il, b ",
    "said after": "« A », a dit Léa Roy. ",
    "he says that": "Léa Roy a dit que non. Il ajoute que oui.\n",
    "il dit que": "il dit que, ",
    "selon": "selon Léa, ",
    "selon laquelle": "un bruit selon laquelle il ",
    "selon between": "300 élus selon la CGT ont fui ",
    "marks before marks": "« la loi est morte et le pont est fermé hier » et ",
    "this one said": "Ce dernier a dit oui. ",
    "sentences of marks": "« A. » Il ajoute. ",
    "dire": "dire ",
    "qui": "qui ",
    "de": "de ",
    "et": "et ",
    "non": "non, ",
    # Names.
    "civilities": "M. ",
    "civilities and names": "M. Roy et ",
    "names": "Anne Roy, ",
    "names of lines": "Jean Roy\n",
    "first names": "Jean ",
    "parties": "M. Roy (PS) ",
    "functions": "le président ",
    "functions of": "ministre de ",
    "acronyms": "CGT ",
    "pronouns": "elle ",
    "capital letters": "LE MAIRE A DIT QUE ",
    # Dates.
    "lundi": "lundi ",
    "mai": "mai ",
    "le 3 mai": "le 3 mai ",
    "du 3 au": "du 3 au ",
    "hier": "hier ",
    "1er": "1er ",
    "20h30": "20h30 ",
    "in three days": "dans trois jours ",
    "years": "années ",
    "dates in digits": "12/",
    # Sums.
    "grouped digits": "1 234 ",
    "number words": "mille ",
    "millions": "millions ",
    "euros": "euros ",
    "3 euros": "3 euros ",
    "euro signs": "3 €",
    "percent": "50 % ",
    "between": "entre ",
    "from to": "5 à ",
    # Other things than prose.
    "HTML": '<p><a href="https://example.org/x">Lire</a> « Oui », a dit Anne Roy.</p>\n',
    "HTML on one line": '<div class="c"><span style="x:y">Le maire</span></div>',
    "tags": "<p>",
    "entities": "&nbsp;",
    "CSV": '1;2;"a";\n',
    "JSON": '{"a": [1, 2, "b"]}, ',
    "addresses": "https://t.co/a ",
    "hashtags": "#mot ",
}


def text_of(kind: str, size: int) -> str:
    """Return a text of a kind, so many characters long.

    Args:
        kind: One of `KINDS`, or "news".
        size: Its length in code points.

    """
    piece = NEWS if kind == "news" else KINDS[kind]
    return (piece * (size // len(piece) + 1))[:size]
