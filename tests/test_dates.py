"""The public functions on dates: what they find, what they give back, what they refuse."""

import datetime as dt
import pathlib
import subprocess
import sys
import unicodedata

import pytest

import frnews
from frnews import extract_dates, normalize_date

SEED = next(pathlib.Path(__file__).parents[1].joinpath("seeds").glob("*.txt"), None)


def days(mention):
    return tuple(day and day.isoformat() for day in (mention.earliest, mention.latest))


def read(text, published=None, **options):
    return [(m.text, m.type, *days(m)) for m in extract_dates(text, published=published, **options)]


# The founding article -------------------------------------------------------------------------------------------

FOUNDING = [
    ("ce vendredi 30 décembre", "2022-12-30", "2022-12-30", "2022-12-30", "2022-12-30", None),
    ("XXIe siècle", "2001-01-01", "2100-12-31", "2001/2100", "20", None),
    ("l’année prochaine", "2023-01-01", "2023-12-31", "2023", "2023", None),
    ("2024", "2024-01-01", "2024-12-31", "2024", "2024", None),
    ("printemps 2023", "2023-03-01", "2023-05-31", "2023-21", "2023-SP", None),
    ("septembre", "2022-09-01", "2022-09-30", "2022-09", "2022-09", None),
    ("début février 2022", "2022-02-01", "2022-02-10", "2022-02-01/2022-02-10", "2022-02", "START"),
    ("La semaine dernière", "2022-12-19", "2022-12-25", "2022-12-19/2022-12-25", "2022-W51", None),
]


@pytest.mark.skipif(SEED is None, reason="seeds/ is not part of the source distribution")
def test_founding_article():
    text = SEED.read_text(encoding="utf-8")
    found = extract_dates(text, published="2022-12-30")
    dates = [m for m in found if m.type == "date"]
    assert [(m.text, *days(m), m.edtf, m.timex, m.mod) for m in dates] == FOUNDING
    assert [(m.text, m.timex) for m in found if m.type == "duration"] == [("une semaine", "P1W")]


# What users of other tools complain about (threads named in the project's notes on demand) -------------------------

DEMAND = [
    ("1 sept. 2024", None, ["date 2024-09-01"]),
    ("lundi prochain à midi", "2018-10-23", ["time 2018-10-29"]),
    ("la semaine dernière", "2018-02-21", ["date 2018-02-12/2018-02-18"]),
    ("mars 2021", "2018-02-21", ["date 2021-03-01/2021-03-31"]),
    ("les 2 derniers mois", "2025-05-14", ["date 2025-03-14/2025-05-14"]),
    ("au troisième trimestre 2025", None, ["date 2025-07-01/2025-09-30"]),
    ("Elle me l'a dit", "2020-01-01", []),
    ("Je dois partir", "2020-01-01", []),
    ("La France a battu l'Italie 73 à 20", "2020-01-01", []),
    ("Lundi 9 décembre de 10h à 15h", "2019-12-06", ["time 2019-12-09"]),
    ("du 1er au 15 août", "2018-06-21", ["date 2018-08-01/2018-08-15"]),
    ("du 1er juillet 2021 au 30 juin 2022", "2018-06-21", ["date 2021-07-01/2022-06-30"]),
    ("Le premier mercredi du mois prochain", "2019-09-17", ["date 2019-10-02"]),
    (
        "En juillet 98, la France a remporté le mondial. Merci de répondre avant le 15.05.99 : Martin Dupont",
        "2019-09-17",
        ["date 1998-07-01/1998-07-31", "date 1999-05-15"],
    ),
    (
        "Avant. JEUDI 3 JUIN 12h55. LUNDI 14 JUIN. Et. Maintenant.",
        "2021-08-27",
        ["time 2021-06-03", "date 2021-06-14"],
    ),
    ("Il a plu tout le week-end", "2025-09-23", ["date 2025-09-20/2025-09-21"]),
    ("dans 2 semaines", "2018-10-22", ["date 2018-11-05/2018-11-11"]),
    ("le 18 avril 2018 à 10 h", None, ["time 2018-04-18"]),
    ("Je dois être de retour au bureau à seize heures", "2020-01-01", ["time 2020-01-01"]),
    ("Il y a à peu près un mois", "2021-05-27", ["date 2021-04-01/2021-04-30"]),
    ("les années quatre-vingt-dix", None, ["date 1990-01-01/1999-12-31"]),
    (
        "lundi 20, mardi 21 mercredi 22 jeudi 23 vendredi 24 samedi 25 et dimanche 26 avril",
        "2015-03-12",
        [f"date 2015-04-{day}" for day in range(20, 27)],
    ),
    ("3 janvier 2001", None, ["date 2001-01-03"]),
    ("janvier 2001", None, ["date 2001-01-01/2001-01-31"]),
    ("3 janvier", None, ["date -"]),
    ("printemps 2023", None, ["date 2023-03-01/2023-05-31"]),
    ("vers le XVIIe siècle", None, ["date 1601-01-01/1700-12-31"]),
]


def describe(mention):
    if mention.earliest is None:
        return f"{mention.type} -"
    return f"{mention.type} {'/'.join(sorted({mention.earliest.isoformat(), mention.latest.isoformat()}))}"


@pytest.mark.parametrize(("text", "published", "expected"), DEMAND)
def test_demand(text, published, expected):
    assert [describe(m) for m in extract_dates(text, published=published)] == expected


@pytest.mark.parametrize(
    ("text", "published", "field", "expected"),
    [
        ("lundi prochain à midi", "2018-10-23", "start_time", dt.time(12)),
        ("la semaine dernière", "2018-02-21", "timex", "2018-W07"),
        ("au troisième trimestre 2025", None, "edtf", "2025-35"),
        ("au troisième trimestre 2025", None, "timex", "2025-Q3"),
        ("lundi 9 décembre de 10h à 15h", "2019-12-06", "start_time", dt.time(10)),
        ("lundi 9 décembre de 10h à 15h", "2019-12-06", "end_time", dt.time(15)),
        ("JEUDI 3 JUIN 12h55", "2021-08-27", "start_time", dt.time(12, 55)),
        ("le 18 avril 2018 à 10 h", None, "timex", "2018-04-18T10:00"),
        ("il y a à peu près un mois", "2021-05-27", "mod", "APPROX"),
        ("les années quatre-vingt-dix", None, "edtf", "199X"),
        ("les années quatre-vingt-dix", None, "timex", "199"),
        ("vers le XVIIe siècle", None, "mod", "APPROX"),
        ("depuis 2009", None, "mod", "ON_OR_AFTER"),
        ("jusqu'en mars 2013", None, "mod", "ON_OR_BEFORE"),
        ("à partir du 8 mars 2013", None, "mod", "ON_OR_AFTER"),
        ("avant 2019", None, "mod", "BEFORE"),
        ("après le 1er novembre 2012", None, "mod", "AFTER"),
        ("la fin de l'année 2012", None, "mod", "END"),
        ("mi-mars 2012", None, "mod", "MID"),
        ("hiver 2022-2023", None, "edtf", "2022-24"),
        ("le premier semestre 2022", None, "edtf", "2022-40"),
        ("du 17 au 19 novembre 2022", None, "timex", None),
        ("IIe siècle avant notre ère", None, "edtf", "-0199/-0100"),
        ("IIe siècle avant notre ère", None, "earliest", None),
        ("samedi soir", "2022-12-30", "timex", "2022-12-24TEV"),
        ("trois mois", None, "timex", "P3M"),
        ("un an et demi", None, "timex", "P1Y6M"),
        ("tous les deux mois", None, "timex", "P2M"),
        ("chaque samedi", None, "timex", "XXXX-WXX-6"),
        ("le week-end dernier", "2022-12-28", "timex", "2022-W51-WE"),
        ("il y a deux ans", "2022-12-28", "granularity", "year"),
        ("samedi à 20h", "2022-12-28", "granularity", "minute"),
    ],
)
def test_value(text, published, field, expected):
    assert getattr(normalize_date(text, published=published), field) == expected


# Options --------------------------------------------------------------------------------------------------------


def test_tense_decides_weekday():
    assert read("Il a voté samedi.", "2022-12-28") == [("samedi", "date", "2022-12-24", "2022-12-24")]
    assert read("Il votera samedi.", "2022-12-28") == [("samedi", "date", "2022-12-31", "2022-12-31")]


@pytest.mark.parametrize(
    ("prefer", "expected"), [("past", "2022-05-03"), ("future", "2023-05-03"), ("auto", "2023-05-03")]
)
def test_prefer(prefer, expected):
    assert normalize_date("le 3 mai", published="2022-12-28", prefer=prefer).earliest.isoformat() == expected


def test_prefer_overrules_tense():
    assert read("Il a voté samedi.", "2022-12-28", prefer="future")[0][2] == "2022-12-31"


def test_astronomical_seasons():
    value = normalize_date("printemps 2023", seasons="astronomical")
    assert days(value) == ("2023-03-20", "2023-06-20")
    assert (value.edtf, value.timex) == ("2023-21", "2023-SP")


def test_weekday_that_fits_one_year_decides():
    assert read("Il était à Lyon le jeudi 3 juin.", "2022-01-10")[0][2] == "2021-06-03"


def test_dateline_is_the_anchor_without_published():
    text = "12 mars 2021. - Le maire a démissionné hier. Il sera remplacé jeudi."
    assert [row[2] for row in read(text)] == ["2021-03-12", "2021-03-11", "2021-03-18"]


@pytest.mark.parametrize(
    "head",
    [
        "12 mars 2021. - Le",
        "PARIS, 12 mars 2021 (AFP) - Le",
        "Genève (Suisse), le 12 mars 2021 – Le",
        "Un titre\nPublié le 12 mars 2021 à 18h42\nLe",
        "Vendredi 12 mars 2021\nLe",
        "Mis en ligne le 12/03/2021 | Le",
    ],
)
def test_datelines(head):
    assert read(f"{head} maire a démissionné hier.")[-1][2] == "2021-03-11"


@pytest.mark.parametrize(
    "head", ["Le 12 mars 2021, le", "Depuis le 12 mars 2021, le", "Né à Lyon, le 12 mars 2021, le"]
)
def test_a_date_of_the_story_is_no_dateline(head):
    assert read(f"{head} maire a démissionné hier.")[-1][2] is None


def test_without_day_published_relative_days_are_unknown():
    assert read("Il était là samedi puis le 3 mai et la semaine dernière.") == [
        ("samedi", "date", None, None),
        ("le 3 mai", "date", None, None),
        ("la semaine dernière", "date", None, None),
    ]


def test_anchor_is_the_last_date_of_the_text():
    text = "Il a été élu le 6 mai 2012. La veille, il doutait encore. Ce jour-là, il pleuvait. Deux ans plus tôt, rien."
    assert [row[2] for row in read(text, "2020-01-01")] == ["2012-05-06", "2012-05-05", "2012-05-05", "2010-01-01"]


# Offsets --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Il viendra le 30 décembre 2022 ou l'année prochaine.",
        "Il viendra le 30\u00a0décembre\u202f2022 ou l’année prochaine.",
        "Il viendra le 30\u2009DÉCEMBRE 2022 ou l\u02bcannée prochaine.",
        unicodedata.normalize("NFD", "İİİ Il viendra le 30 décembre 2022 ou l'année prochaine."),
        "\ud800 Il viendra le 30 decembre 2022\r\nou l'annee prochaine.",
    ],
)
def test_offsets_and_variants(text):
    found = extract_dates(text, published="2022-03-01")
    assert [days(m) for m in found] == [("2022-12-30", "2022-12-30"), ("2023-01-01", "2023-12-31")]
    for mention in found:
        assert text[mention.start_char : mention.end_char] == mention.text


# Errors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("function", [extract_dates, normalize_date])
@pytest.mark.parametrize("wrong", [b"2017", None, 2017, ["2017"]])
def test_other_types_are_refused(function, wrong):
    with pytest.raises(TypeError, match=f"{function.__name__}.*reads text"):
        function(wrong)


@pytest.mark.parametrize("wrong", ["", "chat", "73 à 20", "x" * 1000, "le 49.3", "le 3 mai ou le 5 juin", "12%"])
def test_no_date(wrong):
    with pytest.raises(frnews.UnknownDateError):
        normalize_date(wrong)


def test_a_date_without_known_days():
    assert days(normalize_date("samedi")) == (None, None)
    assert days(normalize_date("31 avril 2020")) == (None, None)


def test_dateparser_reads_what_the_grammar_leaves_open():
    assert normalize_date("20 2 14").earliest == dt.date(2014, 2, 20)


def test_unknown_options():
    with pytest.raises(ValueError, match="prefer"):
        extract_dates("hier", prefer="next")
    with pytest.raises(ValueError, match="seasons"):
        normalize_date("hier", seasons="lunar")


def test_import_loads_nothing_heavy():
    code = (
        "import sys, frnews; frnews.extract_dates('Il part le 3 mai 2012.'); "
        "print([m for m in ('spacy', 'dateparser', 'text_to_num', 'babel') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_heading_lends_its_year_to_the_lines_below():
    text = (
        "- 1965 : Los Angeles -\nUn contrôle déclenche une révolte. Pendant six jours, du 11 au 17 août, on s'y bat.\n"
        "- 1992 : Los Angeles -\nLe 29 avril, l'acquittement met le feu à la ville.\n"
        "En 2014, la ville s'est calmée. Le 9 août, on y dansait.\n"
    )
    found = frnews.extract_dates(text, published="2020-06-07")
    days = [(m.text, m.earliest.isoformat()) for m in found if m.type == "date"]
    assert ("du 11 au 17 août", "1965-08-11") in days
    assert ("Le 29 avril", "1992-04-29") in days
    assert ("Le 9 août", "1992-08-09") not in days
