"""Which claims answer the same question: subject, form, season, predicate and the qualifiers that matter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pipeline.reconcile.policy import Policy, policy_of
from pipeline.records import Claim
from pipeline.values import edtf
from pipeline.values.folding import fold

_Form = tuple[str, str | None]  # a subject and its medium
_ONE_FORM = {"novel": "light_novel"}  # where one article says light novel and another novel, they mean one book


class Slot(NamedTuple):
    """One question that claims answer. Sorts like the columns of `facts`."""

    subject: str  # entity id, or the folded name of a subject that is no entity
    medium: str
    season: int  # 0: none
    predicate: str
    language: str
    region: str
    character: str
    theme: str
    format: str


def group_claims(claims: Iterable[Claim], policies: Mapping[str, Policy]) -> dict[Slot, list[Claim]]:
    """Claims by question, in order; each claim in exactly one group."""
    ordered = sorted(claims, key=lambda c: c.claim_id)
    media = _media_by_subject(ordered)
    seasons = _Seasons(ordered)
    groups: dict[Slot, list[Claim]] = defaultdict(list)
    for claim in ordered:
        groups[_slot(claim, policy_of(policies, claim.predicate), media, seasons)].append(claim)
    _widen(groups, policies)
    _narrow(groups)
    for qualifier in ("language", "region", "format"):
        _join_unqualified(groups, qualifier)
    return {slot: groups[slot] for slot in sorted(groups) if groups[slot]}


def subject_key(claim: Claim) -> str:
    return claim.subject_id or fold(claim.subject)


def value_key(claim: Claim) -> str:
    """Equal for claims that state the same value in the same words, or the same entity."""
    if claim.value_id is not None:
        return claim.value_id
    return f"{claim.value_number:g}" if claim.value_number is not None else fold(claim.value)


def _slot(claim: Claim, policy: Policy, media: Mapping[str, set[str]], seasons: "_Seasons") -> Slot:
    q = claim.qualifiers
    subject = subject_key(claim)
    medium = claim.medium or ""
    if _ONE_FORM.get(medium) in media[subject]:
        medium = _ONE_FORM[medium]
    season = claim.season if policy.seasonal else None
    if season is None and policy.seasonal and seasons.first_run_is_meant(claim):
        season = 1
    language = q.language or "" if policy.by_language else ""
    others = (fold(part) if part else "" for part in (q.region, q.character, q.theme, q.format))
    return Slot(subject, medium, season or 0, claim.predicate, language, *others)


def _media_by_subject(claims: Iterable[Claim]) -> dict[str, set[str]]:
    media: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        media[subject_key(claim)].add(claim.medium or "")
    return media


class _Seasons:
    """An article that never tells seasons apart is about the one run there had been: season 1.

    It counts as telling them apart when it names season 1, or says more of a later season than that it was announced;
    what such an article says without a season is about all of them, and then other articles may mean all of them too.
    The rule needs some article that counts the seasons of this work; without one there is no season to speak of.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._counted: set[_Form] = set()
        self._told_apart: set[tuple[_Form, str]] = set()
        self._of_all: set[tuple[_Form, str]] = set()
        claims = tuple(claims)
        for claim in claims:
            if claim.season is not None:
                self._counted.add(_form(claim))
                if claim.season == 1 or claim.predicate != "announced_on":
                    self._told_apart.add((_form(claim), claim.doc_id))
        for claim in claims:
            if claim.season is None and (_form(claim), claim.doc_id) in self._told_apart:
                self._of_all.add((_form(claim), claim.predicate))

    def first_run_is_meant(self, claim: Claim) -> bool:
        form = _form(claim)
        return form in self._counted and (form, claim.doc_id) not in self._told_apart and not self._is_of_all(claim)

    def _is_of_all(self, claim: Claim) -> bool:
        return (_form(claim), claim.predicate) in self._of_all


def _form(claim: Claim) -> _Form:
    return subject_key(claim), claim.medium


def _widen(groups: dict[Slot, list[Claim]], policies: Mapping[str, Policy]) -> None:
    """Moves a claim about one form of a work to the same value stated of the work as such."""
    for slot in sorted(groups):
        whole = slot._replace(medium="")
        if slot != whole and whole in groups and policy_of(policies, slot.predicate).widens:
            stated = {value_key(claim) for claim in groups[whole]}
            groups[whole] += [c for c in groups[slot] if value_key(c) in stated]
            groups[slot] = [c for c in groups[slot] if value_key(c) not in stated]


def _narrow(groups: dict[Slot, list[Claim]]) -> None:
    """Moves a claim that names no form of the work to the one form of which others state the same value."""
    forms: dict[Slot, list[Slot]] = defaultdict(list)
    for slot in sorted(groups):
        if slot.medium:
            forms[slot._replace(medium="")].append(slot)
    for slot in sorted(groups.keys() & forms.keys()):
        stated = {form: {value_key(c) for c in groups[form]} for form in forms[slot]}
        staying = []
        for claim in groups[slot]:
            same = [form for form, values in stated.items() if value_key(claim) in values]
            if len(same) == 1 and claim.value_number is None:
                groups[same[0]].append(claim)
            else:
                staying.append(claim)
        groups[slot] = staying


def _join_unqualified(groups: dict[Slot, list[Claim]], qualifier: str) -> None:
    """Moves what is stated of one language (region, format) to the question without one, where it says nothing new.

    A date may be coarser there: 'published in Japan in July 2021' beside 'published on July 21, 2021'. Counts stay:
    two editions may well have reached the same number of volumes.
    """
    for slot in sorted(groups):
        empty: dict[str, Any] = {qualifier: ""}
        plain = slot._replace(**empty)
        if slot != plain and plain in groups:
            said = {value_key(c): c.value for c in groups[plain]}
            groups[plain] = groups[plain] + [c for c in groups[slot] if _adds_nothing(c, said)]
            groups[slot] = [c for c in groups[slot] if not _adds_nothing(c, said)]


def _adds_nothing(claim: Claim, said: Mapping[str, str]) -> bool:
    if claim.value_number is not None:
        return False
    if value_key(claim) in said:
        return True
    coarse = edtf.is_valid(claim.value) and edtf.precision(claim.value) != "day"
    return coarse and any(edtf.is_valid(value) and edtf.covers(claim.value, value) for value in said.values())
