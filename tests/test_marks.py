"""Quotation marks: which sign opens, which closes, what a missing one costs."""

import pytest

from frnews._reporting._marks import find_quoted


def contents(text: str) -> list[str]:
    return [text[quoted.start : quoted.end] for quoted in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit : « Non. »", ["Non."]),
        ("Il dit : «Non.»", ["Non."]),
        ("Il dit : “Non.”", ["Non."]),
        ('Il dit : "Non."', ["Non."]),
        ("Il dit : <<Non.>>", ["Non."]),
        ("Il dit : ‹ Non. ›", ["Non."]),
        ("Il dit : ‘Non.’", ["Non."]),
        ("Il dit : 'Non.'", ["Non."]),
        ("Il dit : « Non, “rien” ! »", ["Non, “rien” !"]),
        ("« Un », a-t-il dit, « deux »", ["Un", "deux"]),
        ('" Un ", dit-elle, " deux "', ["Un", "deux"]),
        ("L'école de l'Ouest n'a pas d'élèves aujourd'hui.", []),
        ("L’école de l’Ouest n’a pas d’élèves aujourd’hui.", []),
        ('d\'"utiliser les relations" du groupe', ["utiliser les relations"]),
        ("Rien ne s'ouvre ici ».", ["Rien ne s'ouvre ici"]),
        ("» Rien ne s'ouvre ici.", []),
        (
            "Elle n'est pas « un des « gilets ». Elle a dit « non au « oui » et « si.",
            ["un des « gilets »", "non au « oui » et « si."],
        ),
        ("««««««««««««« rien »»»»»»»»»»»»»", []),
        ("Un temps de 9''58, un écran de 10''.", []),
        ("", []),
        # One that is missing costs what stands behind it no more than its own sentence.
        ("« Oui. « Non », dit-il. Puis « rien ».", ["Oui.", "Non", "rien"]),
        ("« un des « blouses blanches ». Il dit « non ».", ["un des « blouses blanches »", "non"]),
        ("“Oui, dit-il. “Non”. Elle rit. “Si”.", ["Oui, dit-il.", "Non", "Si"]),
        # Those that are closed stand within the other, and so does what no sentence parts from it.
        ("« Il a dit : « Non. » Et puis « Oui ». »", ["Il a dit : « Non. » Et puis « Oui »."]),
        ("« Il a vu « Tintin » puis « Milou ».", ["Il a vu « Tintin » puis « Milou »."]),
    ],
)
def test_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


def test_an_unclosed_mark_ends_with_its_line_and_harms_no_other() -> None:
    text = "« Nous irons jusqu'au bout.\nUne autre ligne.\n« Fini. »"
    first, second = find_quoted(text)
    assert (text[first.start : first.end], first.closed) == ("Nous irons jusqu'au bout.", False)
    assert (text[second.start : second.end], second.closed, second.continues) == ("Fini.", True, False)


def test_a_mark_opened_again_at_the_start_of_the_next_line_continues() -> None:
    found = find_quoted("« Un.\n« Deux.\r\n« Trois. »\nFin.\n« Autre. »")
    assert [quoted.continues for quoted in found] == [False, True, True, False]


def test_a_missing_opening_mark_is_told() -> None:
    (quoted,) = find_quoted("Ces services aident les employés », explique Ana Roy.")
    assert not quoted.opened
    assert quoted.start == 0
