"""French below the sentence: tokens, forms of words, groups of words, clauses. Every layer reads them here."""
