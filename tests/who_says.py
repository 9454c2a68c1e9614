"""What a text has said, and by whom, as pairs of a name and words."""

import frnews


def told(text):
    return [
        (quotation.speaker and quotation.speaker.name, " ‖ ".join(segment.text for segment in quotation.segments))
        for quotation in frnews.extract_quotations(text)
    ]


def last_speaker(text):
    """Return the speaker of the last quotation; a text in which nothing is said fails."""
    speaker, _ = told(text)[-1]
    return speaker
