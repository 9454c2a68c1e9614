"""Where what somebody says ends and the author goes on: asked at each token of content that a cue governs."""

from functools import cache
from itertools import pairwise, takewhile

from frnews._french._chunks import Chunk
from frnews._french._clauses import Skeleton, skeleton_at
from frnews._french._determiners import determiners_of
from frnews._french._groups import is_name_word, noun_group, starts_group
from frnews._french._phrases import phrase_at, phrases
from frnews._french._series import (
    CHUNKS_OF_SERIES,
    EXCEPTING,
    closes_aside,
    enumerates,
    first_of_series,
    group_follows,
    is_set_in,
    object_follows,
    only_adds_group,
    sets_the_scene,
    subject_and_verb,
)
from frnews._french._tags import tags_of
from frnews._french._verb_groups import VerbGroup, concedes
from frnews._french._words import CONTRACTED, THIRD_PERSON
from frnews._quotations._extent import is_occasion, leaves_unsaid
from frnews._reporting._complements import Form
from frnews._reporting._cues import Cue, cue_of, of_relative, reports
from frnews._reporting._frames import read_frame
from frnews._reporting._speaking import is_speaker
from frnews._reporting._unit import Unit

# Words that open a clause of the author's own behind a comma or a closing mark.
_CONTRAST = frozenset({"alors", "tandis", "afin", "après", "lors", "avant"})
_MEANWHILE = frozenset({"alors", "tandis", "pendant"})
_SINCE = frozenset({"après", "lors"})
_WHEN = frozenset({"quand", "lorsque", "lorsqu'"})
_ADDING = (["ainsi", "que"], ["ainsi", "qu'"], ["y", "compris"])
# Adverbs that single out a part of what is said.
_SINGLING_OUT = frozenset({"notamment", "surtout", "particulièrement", "principalement"})
_AT_THE_MOMENT = ["au", "moment", "où"]
# Prepositions of what belongs to the deed that is announced: "son abandon, en raison d'une avarie".
_REASON = frozenset({"en", "contre", "pour", "suite", "grâce", "par", "faute"})
# What else says how or whether it is to be done: "a promis de rouvrir la rue, si la crue finit".
_CIRCUMSTANCE = frozenset({"avec", "si", "afin", "plutôt"})
_AGREEING = ("ées", "és", "ée", "ies", "ues", "tes", "ses")
# Tokens within which a dash closes what another has opened.
_LONGEST_ASIDE = 40
# What opens a clause that depends on the one behind its comma, and what may stand before it.
_OPENING = frozenset({"si", "alors", "tandis", "quand", "comme", "puisque", "puisqu'", "lorsque", "lorsqu'"})
_BEFORE_OPENING = frozenset({"même", "mais", "et", "or", ","})
# Chunks among which the word that opens such a clause stands.
_OPENERS = 4


def author_goes_on(unit: Unit, k: int, start: int, cue: Cue, form: Form) -> bool:
    """Whether the author goes on at token `k` of content that starts at token `start`.

    Args:
        unit: The unit.
        k: The token, outside of marks.
        start: The first token of the content.
        cue: The cue that governs it.
        form: The construction by which it does.

    """
    tags, low = tags_of(unit.tokens), unit.tokens.low
    tag = tags[k]
    if k <= start or (tag not in "-C," and low[k] not in _turning() and unit.tokens.quote[k - 1] < 0):
        return False
    skeleton = skeleton_at(unit.tokens, cue.verb)
    if tag == "-":
        return tags[start:k].count("-") % 2 == 0 and _ends_at_dash(unit, k)
    if tag == "C" and {"que", "qu'"} & set(low[start : start + 2]) and low[k + 1 : k + 2] in (["que"], ["qu'"]):
        return False  # "admet « qu'ils ont du mal » | mais qu'ils essaient"
    if tag == "C" and low[k] in {"et", "mais", "puis", "ou"}:
        another = _has_it_that(unit, skeleton, skeleton.chunk_at(k) + 1)
        return another or _coordinates_verbs(unit, skeleton, k, start, cue, form)
    if low[k] == "où" and form in {"noun", "object", "infinitive"} and tags[k - 1] != ",":
        return form == "noun"
    if (form != "infinitive" or unit.tokens.quote[k - 1] >= 0) and _turns_to_the_scene(unit, skeleton, k, start, form):
        # but "a dit que « la peur » | lors du vote est normale"
        return form not in {"clause", "question"} or _has_its_verb(skeleton, k, cue)
    if low[k] == "avant" and form in {"noun", "attribute", "view"} and low[k + 1 : k + 2] in (["de"], ["d'"]):
        verb = skeleton.verb_over(k + 2)
        return verb is not None and verb.mood == "infinitive"  # "ont appelé à la grève | avant de la suspendre"
    if low[k] == "en" and low[k + 1 : k + 4] in (["même", "temps", "que"], ["même", "temps", "qu'"]):
        return True
    if low[k] == "comme" and tags[k - 1] not in ",UCL":
        frame = read_frame(unit, k, len(low))  # "confirme avoir été suivi | comme l'a révélé Libération."
        return frame is not None and low[frame.last + 1 : frame.last + 2] in ([], ["."])
    if tag != "," or k + 1 >= len(tags) or low[k + 1] == "ni" or _sets_in_source(unit, k + 1):
        return False
    return _behind_comma(unit, skeleton, k, start, cue, form)


def _sets_in_source(unit: Unit, k: int) -> bool:
    """Whether a frame between commas stands at token `k`: "annonce une loi qui, | selon lui, | changera tout"."""
    frame = read_frame(unit, k, len(unit.tokens)) if unit.tokens.low[k] in {"selon", "d'"} else None
    return frame is not None and unit.tokens.low[frame.last + 1 : frame.last + 2] == [","]


@cache
def _turning() -> frozenset[str]:
    """Return the words, signs and coordinators aside, at which the author may go on where no mark closes."""
    return _MEANWHILE.union(_WHEN, phrases("concession"), {"où", "en", "dans", "avant", "comme", _AT_THE_MOMENT[0]})


def _has_its_verb(skeleton: Skeleton, k: int, cue: Cue) -> bool:
    """Whether the clause that a cue governs has had its verb before token `k`."""
    return skeleton.first_finite(cue.verb + 1, k) is not None


def _turns_to_the_scene(unit: Unit, skeleton: Skeleton, k: int, start: int, form: Form) -> bool:
    """Whether words at token `k` say when or beside what it was said: "« une honte » | après le vote".

    Behind a clause, only where it ends in marks: it may go on with such words itself.
    """
    low, closed = unit.tokens.low, unit.tokens.quote[k - 1] >= 0
    if closed and phrase_at(unit.tokens, k, "occasion"):
        return True
    scene = form in {"noun", "infinitive", "attribute"} and low[k] == "dans" and is_occasion(unit, k, len(low))
    if scene and not any(tag in "QIG" for tag in tags_of(unit.tokens)[start + 1 : k]):
        return True  # "a dénoncé une manœuvre | dans un communiqué", but "les propos tenus dans un entretien"
    meanwhile = low[k] in _MEANWHILE and low[k + 1 : k + 2] in (["que"], ["qu'"])
    while_clause = meanwhile and low[k - 1 : k + 1] == [",", "alors"] and "," not in low[k:]
    if while_clause and tags_of(unit.tokens)[k - 2] not in "ULCR" and skeleton.first_finite(start, k) is not None:
        return True  # "a rappelé que le vaccin prendrait du temps, | alors que dix équipes y travaillent."
    if closed or form not in {"clause", "question"}:
        if phrase_at(unit.tokens, k, "concession"):
            return True
        if meanwhile or low[k : k + 3] == _AT_THE_MOMENT:
            return True
        if low[k] in _WHEN and form not in {"clause", "question"}:
            verb = skeleton.first_finite(k + 1, len(low))
            return verb is None or verb.tense != "future"  # "a promis une loi | quand la paix sera revenue"
    if not closed or form in {"clause", "question"}:
        return False
    phrase = skeleton.chunks[skeleton.chunk_at(k)].kind == "PP" and low[k] in _SINCE
    return phrase or low[k : k + 2] in (["après", "que"], ["après", "qu'"])


def _ends_at_dash(unit: Unit, k: int) -> bool:
    """Whether a dash that no second one closes ends the sentence's own words: "… des Français - Regarder la vidéo"."""
    tags, low = tags_of(unit.tokens), unit.tokens.low
    if tags[k - 1] == "-" and k > 0:
        return False  # the second of "--"
    double = tags[k + 1 : k + 2] == ["-"]
    start, end = unit.tokens.starts[k], unit.tokens.ends[k + double]
    k += double
    if not (unit.text[start - 1 : start].isspace() and unit.text[end : end + 1].isspace()) or k + 1 >= len(tags):
        return False
    if (tags[k + 1] in "BCRd" or low[k + 1] == "ainsi") and unit.tokens.quote[k - 1 - double] < 0:
        return False
    return "-" not in tags[k + 1 : k + _LONGEST_ASIDE]


def _coordinates_verbs(unit: Unit, skeleton: Skeleton, k: int, start: int, cue: Cue, form: Form) -> bool:
    """Whether a coordinator goes on with a verb of the speaker's that is no content: "… et menacé les chefs"."""
    tags = tags_of(unit.tokens)
    i = k + 1
    while i < len(tags) and tags[i] in "Bn,":
        i += 1
    if i >= len(tags) or unit.tokens.quote[i] not in {-1, unit.tokens.quote[cue.verb]}:
        return False
    verb = skeleton.verb_over(i)
    if verb is None:
        another = form not in {"clause", "question"} and _another_clause(unit, skeleton, start, k)
        # "clame son innocence mais le juge le condamne", "menace de partir et les élus rient"
        return another and unit.tokens.low[k] in {"mais", "et"}
    nearer = any(group.mood == "participle" and cue.verb < group.verb < k for group in skeleton.verbs)
    if cue.mood == verb.mood == "participle" and not nearer:
        return True  # "rappelant que la dette est payée et invitant les élus à lire"
    if form in {"clause", "question"}:
        content = skeleton.finite_between(cue.verb + 1, k)
        if not content:
            return False
        if verb.mood == "finite":
            return _is_parallel(verb, cue, content)
        return verb.mood == "past" and cue.compound and not any(group.compound or group.passive for group in content)
    return verb.mood == "finite" or (verb.mood == "past" and cue.compound and not _only_describes(unit, verb, cue))


def _another_clause(unit: Unit, skeleton: Skeleton, start: int, k: int) -> bool:
    """Whether a coordinator at token `k` starts a clause with a subject: "la fermeture de Lyon | et un conseil siège".

    What it joins may have been read as one more noun of the content.
    """
    at = skeleton.chunk_at(k)
    if any(chunk.kind in {"L", "U"} for chunk in skeleton.chunks[skeleton.chunk_at(start) : at + 1]):
        return False  # "un texte que les élus | et les citoyens comprennent"
    if skeleton.chunks[at].first == k:
        return subject_and_verb(skeleton, at) is not None
    goes_on = at + 1 < len(skeleton.chunks) and skeleton.chunks[at + 1].mood == "finite"
    return goes_on and starts_group(unit.tokens, k + 1)


def _only_describes(unit: Unit, verb: VerbGroup, cue: Cue) -> bool:
    """Whether a participle agrees with a noun, as none does behind "avoir": "des élus favorables ou | opposés"."""
    low = unit.tokens.low
    reflexive = cue.group is not None and cue.group.reflexive and low[cue.verb].endswith(_AGREEING)
    return low[verb.verb].endswith(_AGREEING) and not reflexive  # "s'est félicitée de l'accord et | inquiétée du coût"


def _is_parallel(verb: VerbGroup, cue: Cue, content: list[VerbGroup]) -> bool:
    """Whether a verb behind "et" goes with the cue, by number or tense, and not with the verbs of the content.

    "s'étonnent que chacun n'y pense pas et croient que", "a dit que la loi passera et a salué les élus".
    """
    number = content[-1].number
    if verb.number and number and cue.number and verb.number != number:
        return verb.number == cue.number
    return cue.compound and verb.compound and not verb.passive and not any(group.compound for group in content)


def _behind_comma(unit: Unit, skeleton: Skeleton, k: int, start: int, cue: Cue, form: Form) -> bool:
    tokens = unit.tokens
    at = skeleton.chunk_at(k)
    if at + 1 >= len(skeleton.chunks):
        return False
    if leaves_unsaid(unit, k + 1):
        return True  # ", sans préciser lesquels"
    if form in {"clause", "question"}:
        return _behind_clause(unit, skeleton, k, start, cue)
    if tokens.low[k + 1 : k + 3] == ["tout", "en"]:
        return True  # "dément toute ingérence, | tout en se défaussant sur la justice"
    if tokens.low[k + 1 : k + 3] in _ADDING or _excepts(unit, k + 1):
        return False  # "avoue avoir menti, ainsi que d'avoir volé"
    if form in {"noun", "object"} and only_adds_group(skeleton, at + 1):
        return False  # "dément la présence de son allié, | l'ancien président."
    if tokens.quote[k - 1] < 0 and _singles_out(unit, k + 1):
        return False  # "dénonce la hausse des prix, | notamment de l'énergie"
    ends = _by_what_follows(unit, skeleton, k, start, cue, form)
    ends = _by_circumstance(unit, skeleton, k, start, form) if ends is None else ends
    if ends is not None:
        return ends
    return not enumerates(skeleton, first_of_series(skeleton, at, start) + 1)


def _behind_clause(unit: Unit, skeleton: Skeleton, k: int, start: int, cue: Cue) -> bool:
    """Whether a clause that is content ends at the comma at token `k`."""
    tokens, at = unit.tokens, skeleton.chunk_at(k)
    if all(tokens.timed[group.verb] for group in skeleton.finite_between(start, k)):
        return False  # "relate que, lors de leur rencontre, X a demandé": the clause is to come
    if tokens.quote[k - 1] >= 0 and tokens.low[k + 1] in _CONTRAST:
        return True
    another = _another_speaks(unit, skeleton, at + 1) or _says_more(unit, skeleton, at + 1, cue)
    return another or _main_clause(unit, skeleton, at + 1, cue)


def _by_what_follows(unit: Unit, skeleton: Skeleton, k: int, start: int, cue: Cue, form: Form) -> bool | None:
    """Tell by the chunk behind it whether content that is no clause ends at the comma at token `k`; None if open."""
    tokens, at = unit.tokens, skeleton.chunk_at(k)
    following = _over_adverb(skeleton, at + 1)
    if following.kind == "Q" or (form in {"noun", "object"} and _repeats_head(skeleton, at + 1, start)):
        return False
    if following.kind == "N" and _opens_subordinate(skeleton, cue) and _main_clause(unit, skeleton, at + 1, cue):
        return True  # "alors que Luc dit être prêt, | Marc avoue hésiter"
    if following.kind == "p" and subject_and_verb(skeleton, at + 1) is not None:
        # "lorsqu'il dit vouloir partir, | on rit", but "se dit sûr que si la loi passait, il partirait"
        return not any(que in CONTRACTED["que"] and low in {"si", "s'"} for que, low in pairwise(tokens.low[start:k]))
    if form == "infinitive" and (following.mood == "infinitive" or tokens.low[k + 1] == "car"):
        return False  # "dit vouloir rester, | réparer la ville", "dit avoir fui, | car on la menaçait"
    if following.kind == "C":
        if tokens.low[k + 1] == "puis" and _adds_a_day(skeleton, at + 2):
            return False  # "a appelé à manifester jeudi à Conakry, puis le 26 octobre partout"
        return not group_follows(skeleton, at + 2) or subject_and_verb(skeleton, at + 1) is not None
    if form == "attribute" and is_set_in(skeleton, at):
        return False  # "se dit prêt, quant à lui, | à partir"
    since = tokens.low[following.first] in _SINCE
    if form in {"noun", "object"} and (is_set_in(skeleton, at) or (not since and _quotes_on(unit, skeleton, at + 1))):
        return False
    return None


def _by_circumstance(unit: Unit, skeleton: Skeleton, k: int, start: int, form: Form) -> bool | None:
    """Tell by a circumstance behind it whether content that is no clause ends at the comma at token `k`."""
    tokens, at = unit.tokens, skeleton.chunk_at(k)
    following, closed = _over_adverb(skeleton, at + 1), tokens.quote[k - 1] >= 0
    if tokens.low[following.first] in _REASON or tokens.low[k + 1 : k + 3] == ["à", "condition"]:
        return False
    # "annonce une baisse des prix, | afin de remplir ses trains", but "l'accuse de mentir, afin de nuire"
    purpose = tokens.low[k + 1] == "afin"
    own = form == "infinitive" or (form == "noun" and not purpose) or (form in {"object", "view"} and purpose)
    if own and not closed and tokens.low[k + 1] in _CIRCUMSTANCE:
        return False
    if form == "infinitive" and tokens.low[k + 1 : k + 3] in (["même", "si"], ["même", "s'"]):
        return False  # "dit s'être tue, même si rien ne l'y obligeait"
    relative = following.kind == "L" and not closed
    if relative and (form == "infinitive" or (form != "noun" and not tokens.is_capital(k - 1))):
        return False  # but "annonce le départ d'un élu, | qui a marqué dix buts"
    if following.kind == "T" and _closes_sentence(skeleton, skeleton.chunk_at(following.first) + 1):
        return True  # "a dit vouloir un vote, ce mercredi 29 avril."
    if form == "infinitive" and following.kind in {"PP", "T", "B", "d", "R"}:
        if closed and following.kind == "T":
            return True  # "appelle à « ne pas céder », dimanche lors d'une messe"
        return tokens.low[following.first] in _CONTRAST and not object_follows(skeleton, at)
    if form in {"infinitive", "attribute"} and closes_aside(skeleton, at, start):
        return False
    since = tokens.low[following.first] in _SINCE
    if form == "noun" and following.kind == "PP" and not (closed or since or sets_the_scene(tokens, following)):
        return False  # "annonce la fin des travaux, | dans deux cantons", but "… , à Liège"
    if since and [chunk.kind for chunk in skeleton.chunks[at + 2 : at + 3]] != [","]:
        return True  # "se félicite d'un « accord », | après les votes de Lyon et de Lille"
    return None


def _over_adverb(skeleton: Skeleton, at: int) -> Chunk:
    """Return the chunk at `at`, or that behind it if it is an adverb: ", | notamment | en les excluant"."""
    return skeleton.chunks[at + (skeleton.chunks[at].kind == "B" and at + 1 < len(skeleton.chunks))]


def _adds_a_day(skeleton: Skeleton, at: int) -> bool:
    """Whether a day stands at chunk `at`, and no finite verb behind it before the next comma or stop."""
    added = skeleton.chunks[at : at + CHUNKS_OF_SERIES]
    clause = list(takewhile(lambda chunk: chunk.kind not in {",", "K"}, added))
    return bool(clause) and clause[0].kind == "T" and all(chunk.mood != "finite" for chunk in clause)


def _excepts(unit: Unit, k: int) -> bool:
    """Whether something is taken out of what is said: "reconnaît tout, | sauf les coups", but "…, sauf le RN"."""
    group = noun_group(unit.tokens, k + 1) if unit.tokens.low[k] in EXCEPTING else None
    return group is not None and not is_speaker(unit.tokens, group, documents=False)


def _repeats_head(skeleton: Skeleton, at: int, start: int) -> bool:
    """Whether a definite group opens as that at token `start`: "la fin d'un raid, | la fin d'un siège"."""
    low, k = skeleton.tokens.low, skeleton.chunks[at].first
    alike = low[k] in determiners_of("definite") and low[k : k + 2] == low[start : start + 2]
    return alike and subject_and_verb(skeleton, at) is None  # "dénonce la loi, | la loi passera"


def _singles_out(unit: Unit, k: int) -> bool:
    """Whether an adverb at token `k` names a part of what is said: "| notamment les jeunes", but "… lundi"."""
    tokens, tags = unit.tokens, tags_of(unit.tokens)
    if tokens.low[k] not in _SINGLING_OUT or k + 1 >= len(tags):
        return False
    return tags[k + 1] in "DdNPS#" and not tokens.timed[k + 1]


def _closes_sentence(skeleton: Skeleton, at: int) -> bool:
    return at >= len(skeleton.chunks) or skeleton.chunks[at].kind == "K"


def _quotes_on(unit: Unit, skeleton: Skeleton, at: int) -> bool:
    """Whether words in marks, and no new cue, stand in what a comma adds: "la création d'un fonds, qui « aidera »"."""
    for chunk in skeleton.chunks[at : at + CHUNKS_OF_SERIES]:
        if chunk.kind == "Q":
            return True
        if chunk.kind in {",", "K", "-"} or (chunk.verb is not None and cue_of(unit.tokens, chunk.verb) is not None):
            return False
    return False


def _another_speaks(unit: Unit, skeleton: Skeleton, at: int) -> bool:
    """Whether somebody named starts to speak behind a comma: "… , mais son président assure que", "Kiev accuse"."""
    found = subject_and_verb(skeleton, at)
    if found is None:
        return _tells_beside(unit, skeleton, at)
    if found[0].kind == "p":
        return False
    return reports(unit.tokens, found[1].verb, "qonda") and is_speaker(unit.tokens, found[0].group)


def _has_it_that(unit: Unit, skeleton: Skeleton, at: int) -> bool:
    """Whether somebody named says another thing behind "et": "dit que A | et son avocat, Luc Roy, assure que"."""
    found = subject_and_verb(skeleton, at)
    verb = found[1].verb if found is not None else None
    if found is None or verb is None or not _another_speaks(unit, skeleton, at):
        return False
    return unit.tokens.low[verb.last + 1 : verb.last + 2] in (["que"], ["qu'"])


def _tells_beside(unit: Unit, skeleton: Skeleton, at: int) -> bool:
    """Whether somebody else reports behind a comma, in a participle: "…, | la maire jugeant que"."""
    chunks, tokens = skeleton.chunks, unit.tokens
    known = tokens.low[chunks[at].first] in determiners_of("definite") or is_name_word(tokens, chunks[at].first)
    if chunks[at].kind != "N" or not known or not is_speaker(tokens, chunks[at].group, documents=False):
        return False  # "a dit que le feu a pris, certains élus protestant contre la loi"
    behind = (chunk for chunk in chunks[at + 1 :] if chunk.kind not in {"PP", "N", "()", "B", "T"})
    beside = next(behind, None)
    if beside is None or beside.mood != "participle":
        return False
    told = skeleton.verbs_between(beside.first, unit.sentence_around(beside.first)[1])[:2]
    return any(reports(tokens, verb, "qnda") for verb in told if verb.mood in {"participle", "gerund"})


def _says_more(unit: Unit, skeleton: Skeleton, at: int, cue: Cue) -> bool:
    """Whether the same one says another thing behind a comma: "a dit que A, | mais il s'est dit confiant".

    By the tense, which is that of the cue and not that of what it governs.
    """
    found = subject_and_verb(skeleton, at)
    verb = found[1].verb if found is not None else None
    if found is None or verb is None or unit.tokens.low[found[0].first] not in THIRD_PERSON:
        return False
    content = skeleton.finite_between(cue.verb + 1, found[0].first)
    alike = (verb.tense, verb.compound) == (cue.tense, cue.compound)
    own = alike and all((group.tense, group.compound) != (cue.tense, cue.compound) for group in content)
    return own and cue.compound and reports(unit.tokens, verb, "qondapv")


def _opens_subordinate(skeleton: Skeleton, cue: Cue) -> bool:
    """Whether the sentence opens with a clause that depends on another: "Alors que X dit A", "Mais, comme X dit A"."""
    low, chunks = skeleton.tokens.low, skeleton.chunks
    at = next((k for k, chunk in enumerate(chunks[:_OPENERS]) if low[chunk.first] not in _BEFORE_OPENING), 0)
    if low[chunks[at].first] not in _OPENING:
        return False
    # "Comme lui, | X dit A" compares.
    return low[chunks[at].first] != "comme" or all(c.kind != "," for c in chunks[at : skeleton.chunk_at(cue.first)])


def _main_clause(unit: Unit, skeleton: Skeleton, at: int, cue: Cue) -> bool:
    """Whether the main clause starts behind the comma, the cue standing in one that depends on it."""
    before = skeleton.chunks[skeleton.chunk_at(cue.first) - 1] if skeleton.chunk_at(cue.first) else None
    relative = before is not None and (before.kind == "L" or of_relative(skeleton, cue))
    verbs_before = skeleton.finite_between(skeleton.first, cue.first)
    if relative and verbs_before:
        return False
    while relative and [chunk.kind for chunk in skeleton.chunks[at : at + 2]] in (["PP", ","], ["T", ","]):
        at += 2
    if at >= len(skeleton.chunks):
        return False
    if relative and skeleton.chunks[at].kind != "N":
        return True  # "Selon X, qui dit que A, | dans certains pays, …", but "…, le parti de gauche, …"
    subordinate = _opens_subordinate(skeleton, cue)  # "Si X s'est dit ému, affirmant que A, | le juge décide"
    depends = relative or cue.mood in {"participle", "gerund", "infinitive"} or subordinate
    conceded = subordinate or concedes(unit.tokens, cue.first)  # "X a beau jurer que A, | les élus en doutent"
    if not depends or (not conceded and cue.mood != "finite" and verbs_before):
        return False
    found = subject_and_verb(skeleton, at)
    return found is not None and skeleton.chunks[at].kind != "C"
