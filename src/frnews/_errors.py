"""The errors that frnews raises on purpose; each says what was wrong and what to do."""


class FrnewsError(Exception):
    """Base of every error that frnews raises on purpose."""


class UnknownDateError(FrnewsError, ValueError):
    """The string given to `normalize_date` is not a French time expression.

    >>> issubclass(UnknownDateError, ValueError)
    True
    """


class UnknownAmountError(FrnewsError, ValueError):
    """The string given to `parse_amount` is not a sum of money.

    >>> issubclass(UnknownAmountError, ValueError)
    True
    """


class ModelNotFoundError(FrnewsError):
    """The spaCy model that frnews needs for quotations is not installed.

    Its message is the `pip install` line that mends it. Sentences, dates and amounts need no model.
    """


for _error in (FrnewsError, UnknownDateError, UnknownAmountError, ModelNotFoundError):
    # A traceback shows the name under which a user can catch it.
    _error.__module__ = "frnews"
