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
    """A spaCy model that was asked for is not installed; the message is the `pip install` line that mends it.

    frnews 0.1 raised it where its default model was missing. Since 0.2 no model is needed, and nothing raises it; it
    stays for code that catches it.
    """


for _error in (FrnewsError, UnknownDateError, UnknownAmountError, ModelNotFoundError):
    # A traceback shows the name under which a user can catch it.
    _error.__module__ = "frnews"
