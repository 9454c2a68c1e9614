"""The caller's own table of people: ids, other names, offices and their dates."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import Factory, define, frozen

from frnews._cast._readings import name_key, read_name
from frnews._cast._roles import office_key, share_a_role
from frnews._input import read_published
from frnews._types import Gender

_COLUMNS = ("id", "name", "aliases", "gender", "role", "from", "to")


@frozen
class Office:
    """One line of the table: what somebody was, from the first to the last day (None: not known)."""

    role: str
    first: dt.date | None
    last: dt.date | None

    def held_on(self, day: dt.date | None) -> bool:
        """Tell whether it was held on a day; an office without days was held always, one with days on none unknown."""
        if self.first is None and self.last is None:
            return True
        if day is None:
            return False
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@define
class Known:
    """One person or body of the table, from all of its lines."""

    id: str
    name: str
    gender: Gender | None = None
    aliases: list[str] = Factory(list)
    offices: list[Office] = Factory(list)


class People:
    """The table, by name, by surname and by office."""

    def __init__(self, rows: Iterable[tuple[int, Mapping[str, Any]]] = ()) -> None:
        """Read the rows, each with the number by which an error calls it."""
        self.by_id: dict[str, Known] = {}
        self.by_key: dict[str, list[str]] = {}
        self.by_surname: dict[str, list[str]] = {}
        self.by_office: dict[str, list[tuple[Office, str]]] = {}
        for number, row in rows:
            self._add(number, row)
        for known in self.by_id.values():
            self._index(known)

    def _add(self, number: int, row: Mapping[str, Any]) -> None:
        where = f"people, row {number}"
        if "name" not in row or "id" not in row:
            raise ValueError(f"{where}: 'id' and 'name' are needed. The columns are {', '.join(_COLUMNS)}.")
        id, name = _cell(row["id"]), _cell(row["name"])
        if not id or not name:
            raise ValueError(f"{where}: the id or the name is empty.")
        known = self.by_id.setdefault(id, Known(id, name))
        gender = _cell(row.get("gender")).lower()
        if gender not in ("", "f", "m"):
            raise ValueError(f"{where}: gender={gender!r} is not known. Pass 'f', 'm' or nothing.")
        if gender:
            known.gender = "f" if gender == "f" else "m"
        written = row.get("aliases")
        aliases = [_cell(a) for a in written] if isinstance(written, (list, tuple)) else _cell(written).split(";")
        known.aliases += [alias.strip() for alias in [*aliases, name if name != known.name else ""] if alias.strip()]
        try:
            first, last = (read_published(_day(row.get(column))) for column in ("from", "to"))
        except (TypeError, ValueError) as error:
            message = str(error).replace("published", "from or to")
            raise ValueError(f"{where}: {message}") from None
        role = _cell(row.get("role"))
        if role or first or last:
            known.offices.append(Office(role, first, last))

    def _index(self, known: Known) -> None:
        for name in dict.fromkeys((known.name, *known.aliases)):
            reading = read_name(name)
            ids = self.by_key.setdefault(name_key(name), [])
            if known.id not in ids:
                ids.append(known.id)
            for surname in reading.surnames:
                ids = self.by_surname.setdefault(surname, [])
                if known.id not in ids:
                    ids.append(known.id)
        for office in known.offices:
            if office.role:
                self.by_office.setdefault(office_key(office.role), []).append((office, known.id))

    def holder(self, role: str, day: dt.date | None) -> str | None:
        """Return the id of who held an office on a day; on the day of a handover, who took over."""
        held = [(office, id) for office, id in self.by_office.get(office_key(role), ()) if office.held_on(day)]
        if len({id for _, id in held}) > 1:
            latest = max(office.first or dt.date.min for office, _ in held)
            held = [(office, id) for office, id in held if (office.first or dt.date.min) == latest]
        ids = {id for _, id in held}
        return ids.pop() if len(ids) == 1 else None

    def named(self, key: str, role: str, gender: Gender | None, day: dt.date | None) -> str | None:
        """Return the id of the one whom a full name or alias means; of namesakes, by gender, role and day."""
        return self.choose(self.by_key.get(key, ()), role, gender, day)

    def choose(self, ids: Iterable[str], role: str, gender: Gender | None, day: dt.date | None) -> str | None:
        """Return the one of several that gender, role and day leave, or None."""
        left = [id for id in ids if not (gender and self.by_id[id].gender not in (None, gender))]
        if len(left) > 1 and role:
            left = [id for id in left if share_a_role(role, {o.role for o in self.by_id[id].offices})] or left
        if len(left) > 1 and day is not None:
            left = [id for id in left if any(office.held_on(day) for office in self.by_id[id].offices)] or left
        return left[0] if len(left) == 1 else None


def read_people(people: Any) -> People:
    """Return the caller's table.

    Args:
        people: None, the path of a CSV file, a DataFrame or Arrow table, or mappings.

    Raises:
        TypeError: It is none of these.
        ValueError: A row has no id or name, or a cell that cannot be read; the message names the row.

    >>> read_people([{"id": "Q1", "name": "Anne Morel", "role": "maire"}]).holder("la maire", None)
    'Q1'

    """
    if people is None:
        return People()
    return People(_rows(people))


def _rows(people: Any) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if isinstance(people, (str, Path)):
        with open(people, encoding="utf-8-sig", newline="") as file:
            sample = file.readline()
            file.seek(0)
            delimiter = max(",;\t", key=sample.count)
            # Line 1 is the header.
            yield from enumerate(csv.DictReader(file, delimiter=delimiter), 2)
        return
    if hasattr(people, "to_dict") and hasattr(people, "columns") and hasattr(people, "iloc"):
        people = people.to_dict("records")
    elif hasattr(people, "to_dicts"):
        people = people.to_dicts()
    elif hasattr(people, "to_pylist"):
        people = people.to_pylist()
    if isinstance(people, Mapping) or not isinstance(people, Iterable):
        raise TypeError(
            f"people is {type(people).__name__}. "
            "Pass the path of a CSV file, a DataFrame, or mappings with 'id' and 'name'."
        )
    for number, row in enumerate(people):
        if not isinstance(row, Mapping):
            raise TypeError(f"people, row {number}: {type(row).__name__}. Pass mappings with 'id' and 'name'.")
        yield number, row


def _cell(value: Any) -> str:
    """Return a cell as text; what tables hold where nothing is, is ""."""
    if value is None or value != value or str(value) in ("<NA>", "NaT"):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _day(value: Any) -> Any:
    if isinstance(value, (dt.date, dt.datetime)) and value == value:
        return value
    return _cell(value) or None
