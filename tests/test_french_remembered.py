import pytest

from frnews._french import _remembered
from frnews._french._remembered import LONGEST_WORD, Remembered
from frnews._french._tokens import Tokens


@pytest.mark.usefixtures("replaceable")
def test_what_is_remembered_has_a_bound_and_is_read_once_more_where_it_was_forgotten(monkeypatch) -> None:
    monkeypatch.setattr(_remembered, "_MOST", 8)
    asked: list[str] = []

    def read(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(read)
    words = ["a" * n for n in range(1, 12)]
    assert [lengths[word] for word in words] == list(range(1, 12))
    assert len(lengths) <= 8
    assert lengths["a" * 11] == 11  # still known
    assert lengths["a"] == 1  # the first to go
    assert asked == [*words, "a"]


def test_of_a_word_without_end_the_start_is_read_and_nothing_is_kept() -> None:
    lengths = Remembered(len)
    assert lengths["a" * 1000] == LONGEST_WORD
    assert not lengths


def test_a_run_of_one_sign_is_one_token_and_other_signs_are_one_each() -> None:
    def tokens(text: str) -> list[tuple[str, str]]:
        found = Tokens(text, 0, len(text))
        return [(low, found.word(i)) for i, low in enumerate(found.low)]

    assert tokens("Non........!") == [("non", "Non"), (".", "........"), ("!", "!")]
    assert tokens("Non !?!?!?!?!?") == [("non", "Non"), *[(sign, sign) for sign in "!?!?!?!?!?"]]
    assert tokens("--------il") == [("-", "--------"), ("il", "il")]
