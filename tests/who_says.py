"""What a text has said, and by whom, as pairs of a name and words."""

import frnews


def told(text):
    return [
        (quotation.speaker and quotation.speaker.name, " ‖ ".join(segment.text for segment in quotation.segments))
        for quotation in frnews.extract_quotations(text)
    ]
