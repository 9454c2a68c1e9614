"""Many articles, one after the other or in several processes, never more in memory than are being read."""

from frnews._many._parse_many import parse_many

__all__ = ["parse_many"]
