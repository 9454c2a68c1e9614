"""Articles of the project's own, each another one, for tests that need many."""

import datetime as dt
from typing import Any

_PEOPLE = ["Anne Morel", "Paul Petit", "Zoé Roux", "Karim Benali", "Léa Martin", "Hugo Tremblay", "Inès Dubois"]
_ROLES = ["maire de Lille", "ministre des Sports", "députée du Jura", "préfet de la Creuse", "porte-parole du syndicat"]
_PLANS = ["la nouvelle ligne de tramway", "la réforme des retraites", "le budget des écoles", "la fermeture du pont"]


def some_articles(n: int) -> list[dict[str, Any]]:
    """Return `n` articles as mappings with text, published and id."""
    return [_article(number) for number in range(n)]


def _article(number: int) -> dict[str, Any]:
    speaker, role = _PEOPLE[number % 7], _ROLES[number % 5]
    other, plan = _PEOPLE[(number + 3) % 7], _PLANS[number % 4]
    text = (
        f"{plan.capitalize()} coûtera {number + 2} millions d'euros\n"
        f"« Nous n'avons pas le choix », a déclaré mardi {speaker}, {role}, à propos de {plan}. "
        f"Selon {other}, la décision devait tomber avant le {number % 27 + 1} mars 2021 à 20 heures. "
        f"« Ce n'est pas sérieux », a-t-il ajouté."
    )
    return {"text": text, "published": dt.date(2021, 1, 1) + dt.timedelta(number), "id": f"a{number}"}
