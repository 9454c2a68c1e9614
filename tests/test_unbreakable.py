"""No text breaks it, none costs much more than news of its length, nothing is kept for good, no network is asked."""

import functools
import gc
import importlib
import json
import os
import pkgutil
import random
import re
import string
import subprocess
import sys
import textwrap
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import frnews
from clock import holds, proportional, seconds

ARTICLE = (
    "Le président russe Vladimir Poutine (73 ans) a dit vendredi 30 décembre vouloir « renforcer la coopération » avec "
    "la Chine. « Rien n’est fait », a répondu Anne Roy, maire socialiste (PS) de Brest, présidente de la Ligue pour "
    "les droits de l’homme. Selon la préfète, les travaux coûteront de 3 à 5 millions d’euros d’ici au printemps 2023. "
    "Le député (LR), interrogé par la chaîne, a assuré que son entourage n’avait « pas reçu » les 200 $US.\n"
    "– Et vous, qu’en dites-vous ?\n– Rien, dit-elle en souriant, avant d’ajouter qu’il pleut.\n"
)


@pytest.fixture
def kinds(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the kinds of text that mean harm, as the benchmarks have them."""
    monkeypatch.syspath_prepend(root / "benchmarks")
    return importlib.import_module("hostile_kinds")


def read(text: str) -> frnews.Article:
    article = frnews.parse(text, published="2022-12-30")
    for span in (*article.sentences, *article.quotations, *article.dates, *article.amounts):
        assert text[span.start_char : span.end_char] == span.text
    return article


@pytest.mark.parametrize(
    "text",
    [
        "« Oui », a dit Anne Roy, maire socialiste (",
        "« Oui », a dit Anne Roy, de la Ligue contre la",
        "« Oui », a averti la Ligue pour les",
        "« Oui », a dit son",
        "« Oui », a-t-on appris dimanche auprès de la",
    ],
)
def test_a_text_may_end_in_the_middle_of_a_name(text: str) -> None:
    assert [quotation.segments[0].text for quotation in read(text).quotations] == ["Oui"]


def test_a_view_may_be_cut_before_its_words() -> None:
    whole = "Elle dénonce ce qu’il appelle comme une « filière »."
    assert "stated view" in {quotation.rule for quotation in read(whole).quotations}
    assert "stated view" not in {quotation.rule for quotation in read(whole[: whole.index(" une")]).quotations}


def test_a_text_may_be_cut_anywhere() -> None:
    for end in range(len(ARTICLE)):
        if not (ARTICLE[end - 1].isalnum() and ARTICLE[end].isalnum()) or end % 5 == 0:
            read(ARTICLE[:end])


@pytest.mark.parametrize(
    "text",
    [
        "Le maire qui dit que la loi est morte, mardi,",
        "Un homme qui demande que la loi passe, selon Vox,\nIl est parti.",
        "« Oui », a dit Alma,",
    ],
)
def test_a_line_may_be_cut_after_a_comma(text: str) -> None:
    assert read(text).quotations


def test_every_sentence_may_be_cut_after_its_last_comma(root: Path) -> None:
    lines = (root / "tests" / "data" / "quotations_unseen.jsonl").read_text(encoding="utf-8").splitlines()
    for text in (json.loads(line)["text"] for line in lines):
        read(text[: text.rfind(",") + 1])


@pytest.mark.parametrize("written", ["5 $-US", "5 $‑US", "5 $–US", "5 $ US"])
def test_a_sign_of_two_parts_may_have_a_hyphen(written: str) -> None:
    assert [amount.currency for amount in read(f"Il a payé {written} hier.").amounts] == ["USD"]


def test_a_circled_number_may_open_a_name() -> None:
    speaker = frnews.Speaker("① AA")
    quotation = frnews.Quotation("Oui", 0, 3, "direct", (frnews.Span("Oui", 0, 3),), None, None, speaker, None, "", 0.5)
    article = frnews.Article("Oui", quotations=(quotation,), speakers=(speaker,))
    assert frnews.merge_speakers([article]).of(article, speaker).name == "① AA"


DEAREST = (
    *("selon", "dit", "a dit", "opened and said", "said after", "il dit que", "a dit, colon", "said inside"),
    *("lines of dialogue", "short lines", "HTML", "lundi"),
)


def test_the_dearest_kinds_of_text_cost_less_than_five_times_what_news_costs(kinds: Any) -> None:
    size = 5_000
    assert set(DEAREST) < set(kinds.KINDS)

    def taken(kind: str) -> float:
        return seconds(lambda: read(kinds.text_of(kind, size)))

    read(ARTICLE)  # tables are read before the clock starts

    def too_dear(kind: str) -> bool:
        # News is measured beside each, for a machine may be half as fast in one second as in the next.
        return not holds(lambda: taken(kind) <= 5 * taken("news"))

    assert [kind for kind in DEAREST if too_dear(kind)] == []


@pytest.mark.parametrize("kind", ["selon", "opened and said", "short lines", "marks opened again"])
def test_eight_times_the_text_takes_no_more_than_twelve_times_the_time(kinds: Any, kind: str) -> None:
    read(kinds.text_of(kind, 1_500))
    assert proportional(functools.partial(kinds.text_of, kind), read, 1_500)


def test_a_text_of_short_lines_takes_no_more_memory_than_five_times_what_news_takes(kinds: Any) -> None:
    assert peak(kinds.text_of("short lines", 5_000)) < 5 * peak(kinds.text_of("news", 5_000))


def peak(text: str) -> int:
    read(text[:2000])
    tracemalloc.start()
    try:
        read(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def caches() -> Iterator[tuple[str, Any]]:
    """Return what remembers answers, in every module."""
    for module in pkgutil.walk_packages(frnews.__path__, "frnews."):
        if module.name in ("frnews.__main__", "frnews.spark"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, functools._lru_cache_wrapper) and value.__module__ == module.name:
                yield f"{module.name}.{name}", value


def invented(number: int) -> str:
    """Return news whose names and verbs nobody has read before."""
    rng = random.Random(number)

    def word() -> str:
        return "".join(rng.choices(string.ascii_lowercase, k=8))

    return (
        f"« {word()} {word()}ons », a {word()}é {word().title()} {word().title()}, ministre de {word().title()}. Le "
        f"{word()} {word()}ait que {word()} {word()}era {rng.randrange(99)} {word()}s le {rng.randrange(28) + 1} mai "
        f"{rng.randrange(1500, 2100)}, pour {rng.randrange(9999)} euros. Selon le {word()} {word().upper()}, {word()}."
    )


def test_no_cache_without_a_bound_grows_with_the_words_of_the_texts() -> None:
    def sizes() -> dict[str, int]:
        return {name: cache.cache_info().currsize for name, cache in unbound.items()}

    unbound = {name: cache for name, cache in caches() if cache.cache_info().maxsize is None}
    assert unbound
    for number in range(100):
        read(invented(number))
    frnews.merge_speakers(read(invented(number)) for number in range(50))
    before = sizes()
    for number in range(100, 200):
        read(invented(number))
    frnews.merge_speakers(read(invented(number)) for number in range(100, 150))
    assert sizes() == before


def test_no_cache_keeps_words_without_end() -> None:
    endless = "".join(random.Random(1).choices(string.ascii_lowercase, k=5_000))
    text = f"« Oui », a dit {endless.title()} {endless}. Le {endless} dit que {endless} {endless}é lundi 3 {endless}, "
    read(f"{text} 5 {endless} euros, selon son {endless}-{endless}.")
    for name, cache in caches():
        for held in gc.get_referents(cache):
            for key in held if isinstance(held, dict) else ():
                assert endless[:1000] not in repr(key).lower(), name


# Forbids a process and all that it starts to ask anybody anything, and remembers who tried.
NO_NETWORK = """
import sys

def _forbid(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        with open({tried!r}, "a") as stream:
            print(event, arguments, file=stream)
        raise OSError("there is no network")

sys.addaudithook(_forbid)
"""
WITHOUT_NETWORK = """
import socket
try:
    socket.create_connection(("127.0.0.1", 9))
except OSError as error:
    assert str(error) == "there is no network", error
import frnews, spacy
from frnews._cli import main

text = "« Oui », a dit Anne Roy vendredi. Elle a promis 3 millions d’euros."
article = frnews.parse(text, published="2022-12-30")
assert article.quotations[0].speaker.name == "Anne Roy" and article.dates and article.amounts
assert [a.quotations for a in frnews.parse_many([text] * 20, n_process=2)] == [article.quotations] * 20
assert frnews.explain(text)
assert frnews.merge_speakers([article]).people
assert frnews.tables.to_arrow([article], "quotations").num_rows == len(article.quotations)
nlp = spacy.blank("xx")
nlp.add_pipe("frnews")
assert nlp(text)._.frnews.quotations == article.quotations
for page in (article.to_html(), article._repr_html_(), frnews.to_html([article])):
    assert "Anne Roy" in page
open("a.txt", "w", encoding="utf-8").write(text)
for words in (
    ["parse", "a.txt", "--format", "html", "--output", "a.html"],
    ["parse", "a.txt", "a.txt", "--n-process", "2", "--output", "a.jsonl"],
    ["parse", "a.txt", "--output", "a.parquet"],
    ["report", "a.txt", "--output", "r.html"],
    ["explain", "a.txt"],
):
    try:
        main(words)
    except SystemExit as left:
        assert not left.code, words
"""


def test_no_network_is_asked(tmp_path: Path) -> None:
    tried = tmp_path / "tried"
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK.format(tried=str(tried)))
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(WITHOUT_NETWORK)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(tried.read_text().splitlines()) == 1, "only the test's own attempt"
    for page in ("a.html", "r.html"):
        # Addresses may be named (as of what a mark means in SVG), but nothing is loaded from one.
        content = (tmp_path / page).read_text("utf-8")
        assert not re.search(r"""(?:src|href|action)\s*=\s*["']?(?:https?:)?//|url\(\s*["']?(?:https?:)?//""", content)


def test_nothing_runs_what_a_text_says() -> None:
    sources = Path(frnews.__file__).parent.rglob("*.py")
    called = re.compile(r"(?<![\w.])(?:eval|exec|compile|__import__)\(|pickle\.load|yaml\.load|marshal|shelve")
    found = {path.name for path in sources if called.search(path.read_text("utf-8"))}
    # Between processes that it has started itself, and from a temporary file of its own.
    assert found == {"_pool.py", "_worker.py", "_channel.py", "_merge.py", "spark.py"}


def test_caches_keep_only_the_start_of_long_words() -> None:
    def texts() -> Iterator[str]:
        for number in range(20):
            yield f"Le président de {'xy' * 5_000}{number} a dit que non, selon {'zé' * 5_000}{number}."

    read(next(texts()))
    tracemalloc.start()
    try:
        for text in texts():
            read(text)
        gc.collect()
        assert (
            tracemalloc.get_traced_memory()[0] < 100_000
        )  # one kept word of each text is two hundred thousand letters
    finally:
        tracemalloc.stop()
