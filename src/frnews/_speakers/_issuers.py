"""Who issued the document that "le rapport", "le texte" takes up."""

from frnews._french._determiners import determiners_of
from frnews._names._documents import issuer
from frnews._names._entities import Entity
from frnews._names._group_ends import group_end
from frnews._names._lexicon import determiners, documents, forms_in, word_set
from frnews._speakers._queries import Query
from frnews._speakers._scene import Scene

# Sentences before, and words before a document's noun, in which its issuer is looked for.
_SENTENCES, _WORDS = 3, 10


def issuer_before(scene: Scene, query: Query) -> Entity | None:
    """Return the body that issued the document which a description takes up, where the sentences before tell.

    "Un rapport de la Cour des comptes est paru. | Le rapport | dénonce …", "L'Insee a publié une note. | Le texte | …".
    """
    if query.kind != "document" or len(query.keys) != 1 or query.plural:
        return None
    if query.determiner not in determiners_of("definite", "demonstrative"):
        return None
    words = scene.cast.words
    first = words.first_from(scene.bounds(max(0, query.sentence - _SENTENCES))[0])
    last = words.first_from(query.position)
    for index in range(last - 1, first, -1):
        noun = words.folds[index]
        if noun not in documents() or scene.is_quoted(words.starts[index]):
            continue
        if noun == query.keys[0] or query.keys[0] in word_set("any_document"):
            return _issuer_of(scene, index, last)
    return None


def _issuer_of(scene: Scene, noun: int, limit: int) -> Entity | None:
    """Return the body that a document's noun has as its complement, or that is the subject of its issuing verb."""
    words = scene.cast.words
    complement = issuer(words, noun, group_end(words, noun, 1, limit))
    if complement is not None:
        named = scene.cast.among(*complement)
        if not named or named[0].entity.kind != "body" or named[0].name.first > complement[0] + 2:
            return None  # "l'ordonnance d'une ville du Valais"
        bare = named[0].name.first == complement[0] and not named[0].entity.families
        return None if bare or scene.is_place(named[0].entity) else named[0].entity  # "la déclaration de Rio"
    if words.fold_at(noun - 1) not in determiners():
        return None
    sentence = scene.sentence_of(words.starts[noun])
    start = words.first_from(scene.bounds(sentence)[0])
    for index in range(noun - 2, max(start, noun - _WORDS), -1):
        if forms_in(words.low_at(index), "issued"):
            at = scene.before(words.starts[index])
            near = (each for each in reversed(scene.appearances[max(0, at - 4) : at]) if each.sentence == sentence)
            subject = next((each for each in near if each.standing == "subject" and not each.quoted), None)
            return subject.entity if subject is not None and subject.entity.kind == "body" else None
    return None
