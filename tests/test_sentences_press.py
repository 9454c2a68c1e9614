"""Snippets in the manner of many kinds of papers, written for these tests; "¦" stands where a sentence begins."""

import pytest

from frnews import split_sentences

PRESS = {
    "national daily": [
        "« La réforme se fera », a promis le Premier ministre. ¦« Elle est juste ! » ¦Les syndicats, eux, n'en démordent pas.",
        "« Êtes-vous candidat ? » demande le journaliste. ¦« On verra… », élude M. Le Maire, qui s'éclipse.",
        "« Nous avons tenu. ¦Nous tiendrons encore. ¦Jusqu'au bout ! », a lancé la candidate à Lille.",
        "Le député (LR) de l'Ain n'y croit plus : « C'est fini. ¦Le parti est mort. » ¦Il l'a dit à ses proches.",
        "« Pas question de céder », assure J.-F. Copé. ¦« Le texte passera », répond B. Le Roux.",
        "Le budget atteint 3,5 milliards. ¦12 000 postes seront supprimés d'ici à 2025. ¦2026 sera pire.",
        "L'entourage du ministre dément… ¦Mais les faits sont têtus.",
        "Il hésite… puis accepte. ¦« Euh… oui », souffle-t-il.",
        "Qui paiera ? ¦Les riches ? ¦Non ! ¦Les autres.",
        "Le chef de l'État a reçu MM. Valls, Macron et Sapin. ¦M. Hollande n'a rien dit.",
        "Selon l'art. 49, al. 3, de la Constitution, le texte est adopté. ¦L'opposition proteste.",
    ],
    "glued text": [
        "Le texte a été rejeté.Le gouvernement le représentera en juin.",
    ],
}
