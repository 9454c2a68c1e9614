"""`Draft` under its former address, for the passes that find quotations."""

from frnews._draft import Draft, Offsets

__all__ = ["Draft", "Offsets"]
