"""The template engine, and what makes a page one file: its style and script inside, and nothing let out."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

# Hues in degrees, in an order that keeps the first speakers of an article far apart.
_HUES = (255, 50, 150, 340, 95, 205, 300, 22, 125, 230, 275, 72)
# Each further hue is turned by the golden angle, so that no two meet.
_GOLDEN = 137.508


@cache
def environment() -> Environment:
    """Return the one environment: everything that a template prints is escaped."""
    return Environment(
        loader=ChoiceLoader([PackageLoader("frnews._html"), PackageLoader("frnews._report")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _static(name: str) -> str:
    rooms = (files(room).joinpath("static", name) for room in ("frnews._html", "frnews._report"))
    return next(file for file in rooms if file.is_file()).read_text(encoding="utf-8")


def colours(n_speakers: int) -> str:
    """Return the rules that give each speaker of a page a hue: as background (k), as words (t), as a band (o).

    >>> print(colours(1))
    .k0{--h:255}.t0{--t:255}.o0{--o:255}
    """
    hues = [_HUES[n] if n < len(_HUES) else round(n * _GOLDEN) % 360 for n in range(n_speakers)]
    return "".join(f".k{n}{{--h:{hue}}}.t{n}{{--t:{hue}}}.o{n}{{--o:{hue}}}" for n, hue in enumerate(hues))


def render(template: str, *, styles: tuple[str, ...], scripts: tuple[str, ...], n_speakers: int, **values: Any) -> str:
    """Return a whole page.

    Its policy lets run the style and the script that frnews wrote, known by their hashes, and nothing else: no markup
    that came through by a fault could run a script, load a picture or send a form.

    Args:
        template: Name of the template.
        styles: Names of the style sheets.
        scripts: Names of the scripts.
        n_speakers: How many hues are needed.
        **values: What the template shows.

    """
    style = "".join(_static(name) for name in styles) + colours(n_speakers)
    script = "".join(_static(name) for name in scripts)
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    page = environment().get_template(template)
    return page.render(style=Markup(style), script=Markup(script), policy=policy, **values)


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
