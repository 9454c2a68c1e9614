"""Who is who across articles."""

import datetime as dt
import random
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import frnews
from cast_scores import article_of, read_articles, read_labels, score
from frnews import Article, Cast, Person, Speaker
from frnews._cast._places import countries_named
from frnews._cast._readings import name_key, read_name
from frnews._tables import read_table


def an_article(*speakers: Speaker | str, published: str | None = None, id: str | None = None) -> Article:
    rows = [s if isinstance(s, Speaker) else Speaker(s) for s in speakers]
    records = [
        {"name": s.name, "role": s.role, "gender": s.gender, "aliases": s.aliases, "kind": s.kind, "n_quotations": 1}
        for s in rows
    ]
    return article_of({"id": id, "published": published, "speakers": records})


def ids(articles: list[Article], people: object = None) -> list[str]:
    """Return who each first speaker is."""
    cast = frnews.merge_speakers(articles, people=people)
    return [cast.of(article, article.speakers[0]).id for article in articles]


def are_one(*speakers: Speaker | str, published: str | None = None) -> bool:
    return len(set(ids([an_article(s, published=published, id=str(n)) for n, s in enumerate(speakers)]))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Élisabeth Borne", "Elisabeth Borne"),
        ("Emmanuel Macron", "EMMANUEL MACRON"),
        ("Jean-Luc Mélenchon", "Jean Luc Melenchon"),
        ("Ursula von der Leyen", "Ursula Von Der Leyen"),
        ("Jeanne d'Hauteserre", "Jeanne d’Hauteserre"),
        ("Bachar al-Assad", "Bachar Al Assad"),
        ("Emmanuel Macron", "M. Emmanuel Macron"),
        ("El Hadj Amidou Sawadogo", "Amidou Sawadogo"),
        ("Nations unies", "Nations Unies"),
        ("Le Monde", "Monde"),
        ("Franceinfo", "France Info"),
        ("ministère de l'Intérieur", "Ministère de l’Intérieur"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert are_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jean Martin", "Paul Martin"),
        ("Marine Le Pen", "Jean-Marie Le Pen"),
        ("Gérard Martin", "Gérald Martin"),
        ("Brigitte Macron", "Emmanuel Macron"),
        ("Fondation Jean-Jaurès", "Jean Jaurès"),
        ("entourage d'Emmanuel Macron", "Emmanuel Macron"),
        ("parquet de Paris", "parquet de Nanterre"),
        ("Laurent Saint-Martin", "Laurent Martin"),
        ("source policière", "source policière"),
        ("Marie", "Marie"),
        ("Premier ministre", "Premier ministre"),
        ("journaliste de l'AFP", "AFP"),
        (Speaker("Premier Ministre", kind="body"), Speaker("Premier Ministre", kind="body")),
        (Speaker("Président de la République", kind="body"), Speaker("Président de la République", kind="body")),
    ],
)
def test_who_stays_apart(one: Speaker | str, other: Speaker | str) -> None:
    assert not are_one(one, other)


@pytest.mark.parametrize("alone", ["Macron", "MACRON", "M. Macron", Speaker("Macron", role="président", gender="m")])
def test_a_surname_alone(alone: Speaker | str) -> None:
    assert are_one("Emmanuel Macron", alone)


@pytest.mark.parametrize("alone", ["Le Pen", "de Villepin", "Villepin", "von der Leyen", "Dupond-Moretti"])
def test_surnames_of_several_words(alone: str) -> None:
    names = ["Marine Le Pen", "Dominique de Villepin", "Ursula von der Leyen", "Éric Dupond-Moretti", "Marion Pen"]
    articles = [an_article(name) for name in [*names, alone]]
    found = ids(articles)
    assert found[-1] in found[:-2]
    assert found[-1].endswith(frnews._cast._readings.fold(alone).split()[-1])


class TestNamesakes:
    def test_by_gender(self) -> None:
        articles = [
            an_article("Marine Le Pen"),
            an_article("Jean-Marie Le Pen"),
            an_article(Speaker("Le Pen", gender="f")),
        ]
        marine, father, she = ids(articles)
        assert she == marine
        assert she != father

    def test_a_first_name_that_both_bear(self) -> None:
        she, he = Speaker("Claude Martin", gender="f"), Speaker("Claude Martin", gender="m")
        assert not are_one(she, he)
        assert are_one(he, Speaker("Claude Martin", gender="m"))

    def test_by_role(self) -> None:
        mayor, rider = Speaker("Jean Durand", role="maire de Lille"), Speaker("Luc Durand", role="entraîneur du Racing")
        articles = [an_article(s) for s in (mayor, rider, Speaker("Durand", role="entraîneur"))]
        _, luc, third = ids(articles)
        assert third == luc

    def test_by_company(self) -> None:
        articles = [
            an_article("Jean Durand", "Anne Morel"),
            an_article("Luc Durand", "Paul Petit"),
            an_article("Durand", "Paul Petit"),
        ]
        _, luc, third = ids(articles)
        assert third == luc

    def test_by_day(self) -> None:
        articles = [
            an_article("Jean Durand", published="1999-03-01"),
            an_article("Luc Durand", published="2021-03-01"),
            an_article("Durand", published="2021-05-01"),
        ]
        _, luc, third = ids(articles)
        assert third == luc

    def test_in_the_same_article(self) -> None:
        articles = [an_article("Luc Durand"), an_article("Durand", "Jean Durand")]
        cast = frnews.merge_speakers(articles)
        assert cast.of(articles[1], "Durand") == cast.of(articles[1], "Jean Durand")

    def test_nothing_tells(self) -> None:
        jean, luc, third = ids([an_article("Jean Durand"), an_article("Luc Durand"), an_article("Durand")])
        assert len({jean, luc, third}) == 3

    def test_out_of_time(self) -> None:
        articles = [an_article("Jean Durand", published="1999-03-01"), an_article("Durand", published="2021-05-01")]
        assert len(set(ids(articles))) == 2

    def test_one_of_them_is_in_all_papers(self) -> None:
        articles = [an_article("Emmanuel Macron")] * 30 + [an_article("Brigitte Macron"), an_article("Macron")]
        found = ids(articles)
        assert found[-1] == found[0]

    def test_a_particle_before_a_surname(self) -> None:
        names = [
            "Nice",
            "Actes Sud",
            "Dominique de Villepin",
            "Luc Villars",
            "de Nice",
            "du Sud",
            "de Villepin",
            "de Villars",
        ]
        articles = [an_article(Speaker(name, kind="person"), id=str(n)) for n, name in enumerate(names)]
        nice, sud, villepin, villars, *alone = ids(articles)
        assert alone == ["de-nice@4", "du-sud@5", villepin, "de-villars@7"]
        assert len({nice, sud, villepin, villars}) == 4

    def test_a_place_is_no_surname(self) -> None:
        articles = [an_article("Didier Paris"), *[an_article("Paris")] * 9]
        assert len(set(ids(articles))) == 2

    def test_a_surname_that_is_a_first_name_needs_the_role(self) -> None:
        coach = Speaker("Luc Martin", role="entraîneur du Racing")
        assert are_one(coach, Speaker("Martin", role="entraîneur"))
        assert not are_one(coach, "Martin")
        mayor = Speaker("Luc Martin", role="maire de Lille")
        assert not are_one(mayor, Speaker("Martin", role="maire"))
        assert are_one(mayor, Speaker("Martin", role="maire de Lille"))

    def test_a_misspelling_needs_evidence(self) -> None:
        often = [an_article(Speaker("Gérald Durand", role="ministre des Sports"))] * 4
        with_role = [*often, an_article(Speaker("Gérard Durand", role="ministre"))]
        without = [*often, an_article("Gérard Durand")]
        assert len(set(ids(with_role))) == 1
        assert len(set(ids(without))) == 2


class TestBodies:
    def test_an_acronym_that_an_article_ties(self) -> None:
        body = Speaker("Fédération des ours bruns", aliases=("FOB",), kind="body")
        assert are_one(body, "FOB", "Fédération des Ours bruns")

    def test_an_acronym_that_none_ties(self) -> None:
        assert not are_one("Fédération des ours bruns", "FOB")

    def test_an_acronym_of_two(self) -> None:
        one = Speaker("Conseil supérieur des abeilles", aliases=("CSA",))
        other = Speaker("Centre spatial d'Arcachon", aliases=("CSA",))
        assert len(set(ids([an_article(one), an_article(other), an_article("CSA")]))) == 3

    def test_a_surname_in_capitals_is_no_acronym(self) -> None:
        assert are_one("Emmanuel Macron", "MACRON")
        assert are_one("PIERRE DURAND", "DURAND")

    def test_a_ministry_abroad(self) -> None:
        home = [an_article("ministère de l'Intérieur", "France"), an_article("ministère de l'Intérieur")] * 2
        articles = [*home, an_article("ministère de l'Intérieur", "Iran")]
        *at_home, abroad = ids(articles)
        assert len(set(at_home)) == 1
        assert abroad not in at_home

    @pytest.mark.parametrize("name", ["ministère de la Santé", "Cour suprême", "Inspection générale des finances"])
    def test_a_body_of_any_state_by_the_country_of_which_the_text_tells(self, name: str) -> None:
        texts = [
            "La France se prépare.",
            "Les malades sont nombreux.",
            "L'Iran se prépare, et les Iraniens avec lui. La Turquie attend.",
            "Téhéran, capitale iranienne : les Iraniennes manifestent.",
            "Les Kenyans votent au Kenya.",
            "En France, les Iraniens et les Iraniennes attendent.",
        ]
        articles = [attrs.evolve(an_article(Speaker(name, kind="body"), "France"), text=texts[0])] * 3
        articles += [attrs.evolve(an_article(Speaker(name, kind="body")), text=text) for text in texts]
        *_, at_home, nowhere, iran, iran_too, kenya, in_france = ids(articles)
        assert at_home == nowhere == in_france
        assert iran == iran_too
        assert len({at_home, iran, kenya}) == 3

    def test_a_body_of_a_state_that_its_name_tells(self) -> None:
        name = Speaker("Cour suprême des États-Unis", kind="body")
        text = "Les Mexicains et le Mexique attendent."
        assert len(set(ids([an_article(name, "France"), attrs.evolve(an_article(name), text=text)]))) == 1

    @pytest.mark.parametrize("row", read_table("cast_bodies"), ids=lambda row: row["acronym"])
    def test_known_bodies(self, row: dict[str, str]) -> None:
        """Nothing but the table's own row joins these names."""
        for name in row["names"].split(";"):
            assert are_one(row["acronym"], name), name

    def test_a_firm_named_like_its_owner(self) -> None:
        owner, firm = Speaker("Martin Bouygues", kind="person"), Speaker("Bouygues", kind="body")
        assert not are_one(owner, firm)

    def test_a_surname_that_was_taken_for_a_firm(self) -> None:
        called = Speaker("Emmanuel Macron", kind="person", aliases=("Macron",))
        articles = [an_article(called)] * 10 + [an_article(Speaker("Macron", kind="body"))]
        assert len(set(ids(articles))) == 1

    def test_an_owner_whom_nobody_calls_by_the_surname(self) -> None:
        owner, firm = Speaker("Martin Bouygues", kind="person"), Speaker("Bouygues", kind="body")
        articles = [an_article(owner, "Paul Petit")] * 10 + [
            an_article("Anne Bouygues"),
            an_article(firm, "Paul Petit"),
        ]
        *people, last = ids(articles)
        assert last not in people

    def test_the_corpus_knows_better(self) -> None:
        party = Speaker("Parc de Sologne", aliases=("PS",))
        assert not are_one("PS", "Parti socialiste", party)
        assert are_one("PS", party)


@pytest.mark.parametrize("row", read_table("cast_words"), ids=lambda row: f"{row['set']} {row['word']}")
def test_words(row: dict[str, str]) -> None:
    """Each word does in its example what its set says."""
    example = row["example"]
    subject = (
        example.removesuffix(".").removesuffix(" a pris la parole").removesuffix(" a réagi").removesuffix(" ont réagi")
    )
    if row["set"] == "title":
        _, role, name = (subject.replace("L'", "L ").replace("l'", "l ")).split(" ", 2)
        speaker = Speaker(name.split(" ")[0], role=role)
        assert are_one(speaker, speaker)
    elif row["set"] == "general":
        role = subject.replace("L'", "L ").split(" ")[1]
        assert not are_one(Speaker("Charles Michel", role=f"{role} du club"), Speaker("Michel", role=role))
    elif row["set"] in ("state", "institution"):
        name = re.sub(r"^(?:L'|L[ae] )", "", subject)
        reading = read_name(name, "body")
        assert reading.sort == "body"
        assert reading.common == (row["set"] == "state")
    elif row["set"] == "stateless":
        country = re.sub(r"^(?:L'|La )", "", subject)
        assert countries_named(f"{subject} attend ; {subject} agit.", [name_key(country)]) == ()
    elif row["set"] == "honorific":
        assert read_name(subject).key == read_name(subject.split(" ", 1)[1]).key
    elif row["set"] == "vague":
        description = subject.replace("L'", "").removeprefix("Le ").removeprefix("La ")
        assert read_name(description).sort == "unnamed"
    else:
        assert read_name(subject).key == read_name(subject.replace("'", " ").split(" ", 1)[1]).key


TABLE = [
    {
        "id": "Q1",
        "name": "Élisabeth Borne",
        "gender": "f",
        "role": "Première ministre",
        "from": "2022-05-16",
        "to": "2024-01-09",
    },
    {
        "id": "Q2",
        "name": "Jean Castex",
        "gender": "m",
        "role": "Premier ministre",
        "from": "2020-07-03",
        "to": "2022-05-16",
    },
    {
        "id": "Q2",
        "name": "Jean Castex",
        "gender": "m",
        "role": "maire de Prades",
        "from": "2008-03-16",
        "to": "2020-07-03",
    },
    {"id": "Q3", "name": "Nathalie Kosciusko-Morizet", "aliases": "NKM; N. K.-M."},
    {"id": "Q4", "name": "Jean Martin", "role": "maire de Lyon"},
    {"id": "Q5", "name": "Jean Martin", "role": "entraîneur"},
]


class TestPeople:
    def of(self, speaker: Speaker | str, published: str | None = None, people: object = None) -> Person:
        article = an_article(speaker, published=published)
        cast = frnews.merge_speakers([article], people=TABLE if people is None else people)
        return cast.of(article, article.speakers[0])

    @pytest.mark.parametrize(
        ("day", "id"),
        [("2023-05-02", "Q1"), ("2021-01-01", "Q2"), ("2022-05-16", "Q1"), ("2022-05-15", "Q2")],
    )
    @pytest.mark.parametrize(
        "office", ["Première ministre", "Premier ministre", "premier ministre", "chef du gouvernement"]
    )
    def test_an_office_without_a_name(self, office: str, day: str, id: str) -> None:
        assert self.of(office, day).id == id

    @pytest.mark.parametrize("day", ["2024-06-01", "1999-01-01", None])
    def test_an_office_that_nobody_is_known_to_have_held(self, day: str | None) -> None:
        assert self.of("Première ministre", day).id not in {row["id"] for row in TABLE}

    @pytest.mark.parametrize(
        "office", ["Première ministre britannique", "porte-parole de la Première ministre", "maire"]
    )
    def test_another_office(self, office: str) -> None:
        assert self.of(office, "2023-05-02").id not in {row["id"] for row in TABLE}

    def test_names_and_aliases(self) -> None:
        assert self.of("NKM").id == "Q3"
        assert self.of("Kosciusko-Morizet").id == "Q3"
        assert self.of("ÉLISABETH BORNE").id == "Q1"
        assert self.of(Speaker("Borne", gender="m")).id != "Q1"

    def test_namesakes(self) -> None:
        assert self.of(Speaker("Jean Martin", role="entraîneur du Racing")).id == "Q5"
        assert self.of(Speaker("Jean Martin", role="maire de Lyon")).id == "Q4"
        assert self.of("Jean Martin").id not in {"Q4", "Q5"}

    def test_the_person(self) -> None:
        person = self.of("Borne", "2023-05-02")
        assert (person.name, person.gender, person.n_quotations) == ("Élisabeth Borne", "f", 1)
        assert "Borne" in person.names

    def test_csv(self, tmp_path: Path) -> None:
        path = tmp_path / "people.csv"
        path.write_text(
            "id;name;aliases;gender;role;from;to;party\n7;Élisabeth Borne;;f;Première ministre;2022-05-16;;X\n",
            encoding="utf-8-sig",
        )
        assert self.of("Première ministre", "2023-05-02", path).id == "7"
        assert self.of("Première ministre", "2023-05-02", str(path)).id == "7"

    def test_data_frames(self) -> None:
        rows = [{"id": 7, "name": "Élisabeth Borne", "role": "Première ministre", "from": "2022-05-16", "to": None}]
        pandas = pytest.importorskip("pandas", reason="pandas is not installed; it comes with frnews[tables]")
        frame = pandas.DataFrame(rows)
        assert self.of("Première ministre", "2023-05-02", frame).id == "7"
        frame["from"] = pandas.to_datetime(frame["from"])
        frame["to"] = pandas.NaT
        assert self.of("Première ministre", "2023-05-02", frame).id == "7"

    @pytest.mark.parametrize(
        ("people", "error", "says"),
        [
            ([{"name": "Anne Morel"}], ValueError, "row 0: 'id' and 'name' are needed"),
            ([{"id": 1, "name": ""}], ValueError, "row 0: the id or the name is empty"),
            ([{"id": 1, "name": "A", "from": "2022"}], ValueError, "row 0: from or to='2022' is not"),
            ([{"id": 1, "name": "A", "gender": "x"}], ValueError, "row 0: gender='x' is not known"),
            ([("Q1", "Anne Morel")], TypeError, "row 0: tuple"),
            (3, TypeError, "people is int"),
            ({"id": 1}, TypeError, "people is dict"),
        ],
    )
    def test_a_table_that_cannot_be_read(self, people: object, error: type[Exception], says: str) -> None:
        with pytest.raises(error, match=says):
            frnews.merge_speakers([], people=people)


class TestCast:
    def test_people(self) -> None:
        articles = [
            an_article(Speaker("Élisabeth Borne", role="ministre", gender="f"), "Paul Petit"),
            an_article("Borne"),
            an_article("Elisabeth Borne"),
            an_article("Élisabeth Borne"),
        ]
        cast = frnews.merge_speakers(articles)
        borne, petit = cast.people
        assert borne == Person(
            "elisabeth-borne",
            "Élisabeth Borne",
            ("Élisabeth Borne", "Borne", "Elisabeth Borne"),
            ("ministre",),
            None,
            "f",
            n_articles=4,
            n_quotations=4,
        )
        assert (petit.name, petit.n_articles) == ("Paul Petit", 1)
        assert repr(cast) == "<Cast of 2: Élisabeth Borne, Paul Petit>"

    def test_most_quoted_first_and_counts_add_up(self) -> None:
        articles = read_articles()
        cast = frnews.merge_speakers(articles)
        counts = [person.n_quotations for person in cast.people]
        assert counts == sorted(counts, reverse=True)
        assert len({person.id for person in cast.people}) == len(cast.people)
        in_articles = dict.fromkeys((p.id for p in cast.people), 0)
        for article in articles:
            for id in {cast.of(article, s).id for s in article.speakers}:
                if id in in_articles:
                    in_articles[id] += 1
        assert in_articles == {p.id: p.n_articles for p in cast.people}

    def test_it_does_not_depend_on_ids_or_order(self) -> None:
        articles = read_articles()
        shuffled = random.Random(1).sample(articles, len(articles))
        one, other = frnews.merge_speakers(articles), frnews.merge_speakers(iter(shuffled))
        for article in articles[:300]:
            bare = Article("", None, article.published, quotations=article.quotations, speakers=article.speakers)
            for speaker in article.speakers:
                person = one.of(article, speaker)
                assert other.of(article, speaker).id == person.id
                if person in one.people:
                    assert one.of(bare, speaker) == person

    def test_somebody_without_a_name_stays_in_the_article(self) -> None:
        first, second = an_article("source policière", id="a"), an_article("source policière", id="b")
        cast = frnews.merge_speakers([first, second])
        assert cast.people == ()
        assert cast.of(first, "source policière").id == "source-policiere@a"
        assert cast.of(second, "source policière").id == "source-policiere@b"

    def test_without_an_id_the_day_and_the_company_tell_the_article(self) -> None:
        first, second = an_article("source", "Anne Morel"), an_article("source", "Paul Petit")
        cast = frnews.merge_speakers([first, second])
        assert cast.of(first, "source").id != cast.of(second, "source").id
        assert cast.of(first, "source") == cast.of(an_article("source", "Anne Morel"), "source")

    def test_a_name_may_be_an_alias(self) -> None:
        article = an_article(Speaker("Élisabeth Borne", aliases=("Borne",)))
        cast = frnews.merge_speakers([article])
        assert cast.of(article, "BORNE") == cast.of(article, "Elisabeth Borne") == cast.people[0]

    def test_who_speak_together(self) -> None:
        article = frnews.parse("« Nous irons », ont déclaré Xi Jinping et Vladimir Poutine.", id="a")
        cast = frnews.merge_speakers([article])
        (both,) = [q.speaker for q in article.quotations]
        assert both is not None
        assert {p.name for p in cast.people} == set(both.members)
        assert all(p.n_quotations == 1 for p in cast.people)
        assert cast.of(article, both) not in cast.people

    @pytest.mark.parametrize(
        ("article", "speaker", "error"),
        [
            ("x", "y", TypeError),
            (an_article("Anne Morel"), 3, TypeError),
            (an_article("Anne Morel"), "Petit", ValueError),
        ],
    )
    def test_wrong_arguments(self, article: object, speaker: object, error: type[Exception]) -> None:
        with pytest.raises(error):
            frnews.merge_speakers([]).of(article, speaker)  # type: ignore[arg-type]

    @pytest.mark.parametrize("articles", [an_article("Anne Morel"), ["Bonjour."], 3, [{"text": "Bonjour."}]])
    def test_what_is_no_article(self, articles: object) -> None:
        with pytest.raises(TypeError, match=r"merge_speakers\(\)"):
            frnews.merge_speakers(articles)  # type: ignore[arg-type]

    def test_hostile_names(self) -> None:
        names = [
            "",
            " ",
            ".",
            "\ud800",
            "'",
            "L'",
            "D'",
            "A" * 100_000,
            "a " * 50_000,
            "A B " * 20_000,
            "É́́",
            "İ",
            "1",
            "—",
        ]
        articles = [an_article(Speaker(name, role=name, aliases=(name, "X"))) for name in names]
        cast = frnews.merge_speakers(articles)
        for article in articles:
            assert cast.of(article, article.speakers[0]).n_articles == 1


def test_on_labelled_names() -> None:
    """Names of real articles, put together by hand: tests/data/cast/labels.tsv."""
    articles = {article.id: article for article in read_articles()}
    cast = frnews.merge_speakers(articles.values())
    labels = read_labels()
    assert len({name for _, _, name, _ in labels}) >= 400
    for part in ("tuning", "held out"):
        pairs = [(entity, cast.of(articles[article], name).id) for p, entity, name, article in labels if p == part]
        found = score(pairs)
        assert found.precision >= 0.99, part
        assert found.recall >= 0.95, part


def test_memory_is_that_of_the_names() -> None:
    """Ten times the articles on the same names need no more memory than a little."""
    import tracemalloc

    def stream(n: int) -> Iterator[Article]:
        choice = random.Random(7)
        names = [f"{first} {last}" for first in ("Anne", "Paul", "Luc", "Zoé") for last in ("Morel", "Petit", "Roux")]
        for number in range(n):
            speakers = choice.sample(names, 2)
            yield an_article(*speakers, published=str(dt.date(2020, 1, 1) + dt.timedelta(number % 365)))

    peaks = []
    for n in (200, 2_000):
        tracemalloc.start()
        cast: Cast = frnews.merge_speakers(stream(n))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert sum(person.n_articles for person in cast.people) == 2 * n
    # What the temporary file holds in memory before it is written, about 100 bytes a speaker, is all that grows.
    assert peaks[1] - peaks[0] < 1_600_000
