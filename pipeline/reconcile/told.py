"""What the words around a marked number tell: of some only, of others, of people who are no longer hurt or missing.

Here belongs reading the words of one claim. What follows from them is settled where claims are chosen.
"""

import re
from functools import cache

from pipeline import codebook

INJURED = "injured"
SUM = "sum"
"""In the name of a rule: several people added up."""
NEAR = 40
"""Characters before a number in which it is told who took them in."""


def scope_of(scope: str, measure: str, marked: str, best: int | None) -> str:
    """How the injured are ("»two« are in critical condition") tells of some of them, "no one else" of the others.

    Those hurt who died, and those missing who were found, are no longer so: a change of the number before.
    """
    if best and is_no_longer(measure, marked):
        return "change"
    some = measure == INJURED and scope == "incident" and _tells_of_some(marked)
    others = best == 0 and _none_but().search(marked)
    return "part" if some or others else scope


def is_no_longer(measure: str, marked: str) -> bool:
    """The words behind the number say that these are hurt, missing or trapped no more."""
    words, unless = _no_longer().get(measure, (None, None))
    found = words.match(marked.partition("«")[2]) if words else None
    return found is not None and unless is not None and not unless.search(found.group())


@cache
def _no_longer() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    entries = codebook.read("reconcile_rules")["no_longer"].items()
    return {m: (re.compile("|".join(e["words"]), re.I), re.compile("|".join(e["unless"]), re.I)) for m, e in entries}


@cache
def _none_but() -> re.Pattern[str]:
    rules = codebook.read("reconcile_rules")
    words, there = "|".join(map(re.escape, rules["none_but"])), "|".join(rules["nobody_there"])
    return re.compile(rf"«\s+(?:{words})\b|\b(?:{words})\s*«|«[^.;]{{0,40}}?\b(?:{there})\b", re.I)


@cache
def _condition() -> re.Pattern[str]:
    words = "|".join(map(re.escape, codebook.read("reconcile_rules")["conditions"]))
    return re.compile(rf"«[^.;]{{0,60}}\b(?:{words})\b", re.I)


def _tells_of_some(marked: str) -> bool:
    return bool(_condition().search(marked)) or _is_still_treated(marked) or is_of_the_hurt(marked)


def is_of_the_hurt(marked: str) -> bool:
    """ "Of the injured" stands behind the number: "»12« of the injured have gone home"."""
    return bool(_hurt_before().match(marked.partition("«")[2]))


@cache
def _hurt_before() -> re.Pattern[str]:
    words = "|".join(codebook.read("reconcile_rules")["hurt_before"])
    said = "was|were|are|is|been|had|has|have|who|that"
    return re.compile(rf"\s+of (?:the|those|these) (?:(?!(?:{said})\b)[\w’'-]+ ){{0,4}}?(?:{words})\b", re.I)


def _is_still_treated(marked: str) -> bool:
    """ "Six injured are still in hospital": some of those hurt, unless they are others than those told of."""
    return bool(_still_treated().search(marked)) and not is_of_others(marked)


@cache
def _still_treated() -> re.Pattern[str]:
    words = "|".join(codebook.read("reconcile_rules")["still_treated"])
    return re.compile(rf"(?<!\bof the )(?<!remaining )»[^«]*«(?:\s+[\w’'-]+){{0,3}}\s+(?:{words})\b", re.I)


@cache
def is_weak(rule: str) -> bool:
    """The rule's name says that its wording may count others too."""
    return not _weak_rules().isdisjoint(rule.split("_"))


def may_count_the_dead(rule: str, measure: str, marked: str) -> bool:
    """Its wording may count the dead too, or says so; the others of a sum are beside its own members."""
    if measure == INJURED and counts_the_dead(marked):
        return True
    return (is_weak(rule) or _is_hit(marked)) and (SUM in rule.split("_") or not is_of_others(marked))


def counts_the_dead(marked: str) -> bool:
    """The words behind a number of injured put some of the dead among them."""
    return bool(_dead_among().search(marked))


@cache
def _dead_among() -> re.Pattern[str]:
    words = "|".join(codebook.read("reconcile_rules")["dead_among"])
    return re.compile(rf"«[^.;]{{0,80}}\b(?:{words})\b", re.I)


def _is_hit(marked: str) -> bool:
    """ "Found three people with gunshot wounds" may count one who died, unless the sentence tells of the dead too."""
    before, behind = marked.partition("»")[0], marked.partition("«")[2]
    treated = any_of("under_treatment").search(behind) or any_of("took_in").search(before[-NEAR:])
    alive = treated or any_of("death_words").search(marked)
    return bool(any_of("wounds_of_weapons").search(behind)) and not alive


def tells_of_death(marked: str) -> bool:
    """A word for death stands in the sentence."""
    return bool(any_of("death_words").search(marked))


def is_of_others(marked: str) -> bool:
    """Victims beside those named before ("one dead and »six« others shot"): the dead are not among them."""
    return bool(_other_words().search(marked))


@cache
def _other_words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, codebook.read("reconcile_rules")["others"]))
    return re.compile(rf"»[^«]*\b(?:{words})\b[^«]*«|«\s+(?:{words})\b|\b(?:{words})\s+»", re.I)


@cache
def _weak_rules() -> frozenset[str]:
    return frozenset(codebook.read("reconcile_rules")["weak_rules"])


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Any of the words of this list of the codebook."""
    words = codebook.read("reconcile_rules")[name]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.I)


def is_said_to_rise(sentence: str) -> bool:
    """A word in it says that a toll rose."""
    return bool(_rises().search(sentence))


@cache
def _rises() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(codebook.read('reconcile_rules')['rises'])})", re.I)


def was_put_earlier(marked: str) -> bool:
    """Somebody gave the number before: "activists had earlier put the toll at »26«"."""
    before, behind = _put_earlier()
    left, _, rest = marked.partition("»")
    return bool(before.search(left) or behind.match(rest.partition("«")[2]))


@cache
def _put_earlier() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = codebook.read("reconcile_rules")["put_earlier"]
    before, behind = "|".join(words["before"]), "|".join(words["behind"])
    newer = r"(?!\b(?:later|but|then|now|since)\b)"
    return re.compile(rf"\b(?:{before})\b(?:{newer}[^.;,»]){{0,60}}$", re.I), re.compile(rf"\s+(?:{behind})", re.I)


def is_to_date(marked: str) -> bool:
    """The number is the total up to that day: "»64« people had been arrested to date"."""
    to_date, over_events = _to_date()
    return bool(to_date.search(marked)) and not over_events.search(marked)


@cache
def _to_date() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words, events = ("|".join(codebook.read("reconcile_rules")[name]) for name in ("to_date", "over_events"))
    beside = rf"«[^.;,«»\d]{{0,60}}\b(?:{words})\b|\b(?:{words})\b(?:(?!\band\b)[^.;«»\d]){{0,40}}»"
    return re.compile(beside, re.I), re.compile(rf"\b(?:{events})\b", re.I)


def taken_off(marked: str) -> int:
    """How many the report takes off an earlier number: 11 in "confirms »16« heat deaths, rules out 11", else 0."""
    found = _taken_off().search(marked.partition("«")[2])
    return int(found["n"]) if found else 0


@cache
def _taken_off() -> re.Pattern[str]:
    words = "|".join(codebook.read("reconcile_rules")["taken_off"])
    return re.compile(rf"^[^.;«»]{{0,80}}\b(?:{words}) (?P<n>\d{{1,4}})\b", re.I)
