"""Sums of money: the contract, the wishes of users of other tools, hostile text, and the way back from Babel."""

import unicodedata
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

import frnews
from amounts_notation import read_notation, readings
from clock import proportional
from frnews._amounts._currencies import bare_default, bare_name, cldr_names, iso_codes

# The money rows of the list of what users of today's tools complain about (in our words or those of the thread).
DEMAND = [
    ("1.45 milliards INR", "1450000000 INR"),
    ("115 millions de dollars (estimation)", "115000000 USD"),
    ("20 k€", "20000 EUR"),
    ("CHF 1’200.20", "1200.20 CHF"),
    ("CHF 1'200.20", "1200.20 CHF"),
    ("3 numéros pour seulement 14,85 EUR", "14.85 EUR"),
    ("Je veux emprunter 40 000 euros.", "40000 EUR"),
    ("1 875 C$", "1875 CAD"),
    ("1\u00a0875\u202fC$", "1875 CAD"),
    ("1\u2009875 C$", "1875 CAD"),
    ("Les frais de mission entre 12 euros et 15 euros", "12..15 EUR"),
    ("un virgule quatre million d’euros", "1400000 EUR"),
]


@pytest.mark.parametrize(("text", "expected"), DEMAND)
def test_what_users_of_other_tools_asked_for(text, expected):
    assert readings(frnews.extract_amounts(text)) == read_notation(expected)


@pytest.mark.parametrize("text", ["16’157 francs", "16'157 francs"])
def test_swiss_francs_where_the_caller_says_so(text):
    (amount,) = frnews.extract_amounts(text, currency_of={"franc": "CHF"})
    assert (amount.value, amount.currency) == (Decimal(16157), "CHF")


def test_the_span_is_the_sum_and_nothing_else():
    (amount,) = frnews.extract_amounts("Je veux emprunter 40 000 euros.")
    assert (amount.start_char, amount.end_char) == (18, 30)


def test_bare_names_mean_what_the_caller_says_signs_too():
    text = "500 M$, 30 francs, 4 livres et 9 dinars"
    meant = {"dollars": "CAD", "franc": "CHF", "£": "EGP", "Dinar": "TND"}
    amounts = frnews.extract_amounts(text, currency_of=meant)
    assert [a.currency for a in amounts] == ["CAD", "CHF", "EGP", "TND"]


def test_what_the_caller_says_does_not_touch_qualified_names_and_codes():
    amounts = frnews.extract_amounts("5 dollars US et 6 USD, 7 US$", currency_of={"dollar": "CAD"})
    assert {a.currency for a in amounts} == {"USD"}


def test_a_qualified_name_elsewhere_lends_its_country():
    text = "Le plan vaut 3 milliards de francs suisses. Il coûtera 200 millions de francs de plus."
    assert [a.currency for a in frnews.extract_amounts(text)] == ["CHF", "CHF"]


def test_a_qualified_name_in_the_same_sentence_lends_nothing():
    text = "Le plan vaut 3 milliards de francs suisses (12 milliards de francs)."
    assert [a.currency for a in frnews.extract_amounts(text)] == ["CHF", "FRF"]


def test_qualified_names_that_disagree_lend_nothing():
    text = "Il a 3 francs suisses. Elle a 4 francs belges. Nous avons 5 francs."
    assert [a.currency for a in frnews.extract_amounts(text)] == ["CHF", "BEF", "FRF"]


def test_a_qualified_name_without_a_number_lends_too():
    text = "Le dinar tunisien recule. Le pain passe à 2 dinars."
    assert [a.currency for a in frnews.extract_amounts(text)] == ["TND"]


def test_parse_and_extract_amounts_agree():
    text = (
        "Le dinar tunisien recule. Le pain passe à 2 dinars.\r\nIl reste 3 à 4 M€ et 5 $.\n\nRien.\n12 euros\u2028et 4"
    )
    assert list(frnews.parse(text).amounts) == frnews.extract_amounts(text)


def test_a_sum_goes_on_in_the_next_line_of_a_wrapped_text_alone():
    text = "Le pont coûte plus de 200\nmilliards de\r\ndollars, dit-il.\n\nFin."
    (amount,) = frnews.parse(text, wrapped=True).amounts
    assert readings([amount]) == read_notation(">=200000000000 USD")
    assert frnews.parse(text).amounts == ()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("before", ["İstanbul : ", "\ud800 ", "\r\n", "<b>", "e\u0301té "])
def test_offsets_are_those_of_the_text_as_given(form, before):
    text = before + unicodedata.normalize(form, "Brasilia a saisi 30 réaux et une énorme somme : près de 2,5 M€.")
    amounts = frnews.extract_amounts(text)
    assert [a.value for a in amounts] == [30, 2500000]
    assert all(text[a.start_char : a.end_char] == a.text for a in amounts)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("200 milliards de dollars", "200000000000 USD"),
        ("plus de 3 M€", ">=3000000 EUR"),
        ("entre 10 et 15 euros", "10..15 EUR"),
        ("10 euros par mois environ", "10 EUR/mois"),
        ("  12,50 € ", "12.50 EUR"),
        ("« trois cents euros »", "300 EUR"),
        ("une centaine de millions de francs suisses", "~100000000 CHF"),
        ("au moins 5 euros.", ">=5 EUR"),
        ("quasi neuf livres", "~9 GBP"),
    ],
)
def test_one_expression(expression, expected):
    assert readings([frnews.parse_amount(expression)]) == read_notation(expected)


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("", "is not a sum of money"),
        ("beaucoup d'argent", "is not a sum of money"),
        ("200 milliards", "with its currency"),
        ("3 euros et 4 dollars", "names 2 sums"),
        ("Le pont a coûté 3 euros", "'Le pont a coûté' is left over"),
        ("3 euros de pourboire", "'de pourboire' is left over"),
    ],
)
def test_an_expression_that_is_no_sum_says_why(expression, says):
    with pytest.raises(frnews.UnknownAmountError, match=says):
        frnews.parse_amount(expression)


@pytest.mark.parametrize("function", [frnews.extract_amounts, frnews.parse_amount])
@pytest.mark.parametrize("wrong", [b"3 euros", None, 3])
def test_other_types_than_str_are_refused(function, wrong):
    with pytest.raises(TypeError, match=f"frnews.{function.__name__}"):
        function(wrong)


@pytest.mark.parametrize(
    ("currency_of", "error", "says"),
    [
        ("CHF", TypeError, "Pass a mapping"),
        ({"franc": None}, TypeError, "names and codes are str"),
        ({"pomme": "CHF"}, ValueError, "'pomme' is not the bare name"),
        ({"": "CHF"}, ValueError, "is not the bare name"),
        ({"franc suisse": "CHF"}, ValueError, "is not the bare name"),
        ({"franc": "chf"}, ValueError, "'chf' is not an ISO 4217 code"),
        ({"franc": "ZZZ"}, ValueError, "'ZZZ' is not an ISO 4217 code"),
    ],
)
def test_a_wrong_currency_of_says_what_to_pass(currency_of, error, says):
    with pytest.raises(error, match=says):
        frnews.extract_amounts("", currency_of=currency_of)


def test_sums_are_exact_decimals():
    (amount,) = frnews.extract_amounts("Il reste 123 456 789 012 345 678,123456 euros.")
    assert amount.value == Decimal("123456789012345678.123456")
    (amount,) = frnews.extract_amounts("Le total est de 0,1234567 milliard d'euros.")
    assert format(amount.value, "f") == "123456700"


HOSTILE = {
    "digits": "1",
    "words": "un ",
    "thousands": "1 000 ",
    "euros": "€",
    "dollars": "$ ",
    "amounts": "1 € ",
    "names": "euros ",
    "counted": "1 euro à ",
    "series": "1, ",
    "scales": "millions de ",
    "codes": "EUR",
    "letters": "M",
    "collective": "une centaine de ",
    "spaces": " ",
    "apostrophes": "d'",
    "qualifiers": "plus de ",
    "jusqu'à": "jusqu'à un an de prison, ",
    "brackets": "(1 € ",
    "shared": "1 franc ",
    "groups": "1.",
    "centimes": "3 euros 50 ",
    "not": "ne pas ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("end", ["", " 12 euros"], ids=["alone", "with a sum"])
def test_hostile_text_takes_time_in_proportion(unit, end):
    frnews.extract_amounts(unit + end)
    assert proportional(lambda size: unit * (size // len(unit)) + end, frnews.extract_amounts, 2_000)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "€", "12", "d'euros", "\x00 5\x00 €", "\ud800€", "5" * 5000 + " euros"]
)
def test_any_text_is_read(text):
    for amount in frnews.extract_amounts(text):
        assert text[amount.start_char : amount.end_char] == amount.text


numbers = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999999999"), places=2)
# Codes that CLDR writes with their own sign or letters in French, and that are written out.
spelled = st.sampled_from(
    sorted(code for code in ("EUR", "USD", "CHF", "GBP", "CAD", "JPY", "SEK", "DZD", "XPF", "MXN"))
)


@settings(deadline=None, max_examples=150)
@given(number=numbers, code=spelled)
def test_babel_currency_names_come_back(number, code):
    written = format_currency(number, code, locale="fr_FR", format_type="name", currency_digits=False)
    (amount,) = frnews.extract_amounts(f"Le total est de {written}.")
    assert (amount.value, amount.currency) == (number, code)


@settings(deadline=None, max_examples=150)
@given(number=numbers, code=st.sampled_from(["EUR", "USD", "CAD", "GBP", "CHF", "AUD"]))
@pytest.mark.parametrize("locale", ["fr_FR", "fr_BE", "fr_CH"])
def test_babel_currency_signs_come_back(locale, number, code):
    # Babel 2.19 takes the apostrophes of fr_CH for its pattern's quotes and loses every other one: 1000'000.
    written = format_currency(number, code, "#,##0.00\u00a0¤", locale=locale.replace("CH", "FR"), currency_digits=False)
    if locale == "fr_CH":
        written = written.replace("\u202f", "'")
    (amount,) = frnews.extract_amounts(f"Le total est de {written}.")
    assert (amount.value, amount.currency) == (number, code)


@settings(deadline=None, max_examples=100)
@given(number=numbers, code=st.sampled_from(sorted(iso_codes())), before=st.booleans())
def test_iso_codes_come_back(number, code, before):
    written = format_decimal(number, "#,##0.##", locale="fr_FR")
    text = f"{code} {written}" if before else f"{written} {code}"
    (amount,) = frnews.extract_amounts(f"Le total est de {text} au moins.")
    assert (amount.value, amount.currency, amount.qualifier) == (number, code, "at_least")


@settings(deadline=None, max_examples=100)
@given(
    number=st.decimals(min_value=Decimal("1.01"), max_value=Decimal("999.99"), places=2),
    scale=st.sampled_from([("millions d'", 6), ("milliards d'", 9), ("M", 6), ("Mds ", 9), ("k", 3)]),
    space=st.sampled_from([" ", "\u00a0", "\u202f"]),
)
def test_scaled_sums_come_back(number, scale, space):
    word, power = scale
    unit = "euros" if word.endswith("'") else "€"
    written = format_decimal(number, "0.##", locale="fr_FR")
    (amount,) = frnews.extract_amounts(f"Le total{space}:{space}{written}{space}{word}{unit}")
    assert (amount.value, amount.currency) == (number.scaleb(power), "EUR")


def test_every_cldr_name_is_read():
    unread = []
    for code, forms in cldr_names().items():
        for form in forms:
            found = frnews.extract_amounts(f"Le total est de 300 {form}.")
            if not form.split(" ")[0].isalpha():
                continue
            if [a.value for a in found] != [300] or found[0].currency not in (code, *SAME_NAME.get(code, ())):
                unread.append((code, form, [(a.text, a.currency) for a in found]))
    assert unread == []


# Two codes may have one name, and the newer one then means both.
SAME_NAME = {"TMM": ("TMT",)}


def test_a_bare_name_and_its_default():
    assert bare_name("Francs") == "franc"
    assert bare_default("franc") == "FRF"
    assert bare_default("peso") is None
