"""The errors that frnews raises on purpose; each says what was wrong and what to do."""


class FrnewsError(Exception):
    """Base of every error that frnews raises on purpose."""


class UnknownDateError(FrnewsError, ValueError):
    """The string given to `normalize_date` is not a French time expression."""


class UnknownAmountError(FrnewsError, ValueError):
    """The string given to `parse_amount` is not a sum of money."""


class ModelNotFoundError(FrnewsError):
    """The spaCy model that frnews needs for quotations is not installed."""
