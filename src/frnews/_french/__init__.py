"""French below the sentence: tokens, forms of words, groups of words, clauses: what quotations are read from."""
