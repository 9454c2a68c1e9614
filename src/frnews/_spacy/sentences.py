"""The component `frnews_sentences`: sentence starts from `split_sentences`."""
