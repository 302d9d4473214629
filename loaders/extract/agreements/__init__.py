"""Agreements: who signs, when and where, and what they promise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.agreements.commitments import extract_commitments
from loaders.extract.agreements.own import own_sides
from loaders.extract.agreements.parties import carried_parties, titled_parties
from loaders.extract.agreements.signing import Signing, Signings
from loaders.extract.agreements.told import Told
from loaders.model import AgentMention, AgreementFact, CleanText, EventFact, Identity, PlaceMentionFact, WorkIdentity

__all__ = ["extract_agreements", "extract_commitments"]

_BOTH = "双方"
_PERIOD = re.compile(r"((?:19|20)\d{2})\s*年?\s*[―—–\-~至到]+\s*((?:19|20)\d{2})\s*年?")


def extract_agreements(
    text: CleanText, identity: Identity, places: Sequence[PlaceMentionFact], events: Sequence[EventFact]
) -> tuple[AgreementFact, ...]:
    """One fact for each agreement the document carries or reports: parties, day and event of the signing, period."""
    if not any(work.kind == "Agreement" for work in identity.works):
        return ()
    signings, told = Signings(text, identity, events), Told(text, places, own_sides(text, identity))
    titles = Counter(work.title for work in identity.works)
    out = []
    for i, work in enumerate(identity.works):
        if work.kind != "Agreement":
            continue
        signing = signings.of(work)
        period = _PERIOD.search(work.title)
        out.append(
            AgreementFact(
                i,
                carried_parties(text, work)
                if work.carried
                else _told_parties(told, signings, signing, work, titles[work.title] > 1),
                signing.sentence or work.span,
                signing.day,
                signing.event,
                int(period.group(1)) if period else None,
                int(period.group(2)) if period else None,
            )
        )
    return tuple(_as_before(text, out))


def _told_parties(
    told: Told, signings: Signings, signing: Signing, work: WorkIdentity, alone: bool
) -> tuple[AgentMention, ...]:
    """Who signs, by the sentence that tells most of them, in the fullest names (the lead rather than the headline).

    ``alone``: another agreement has the same title, so that only its own sentence tells of it.
    """
    others = () if alone else signings.others(signing, work)
    tellings = [told.signing(each.sentence, each.verb) for each in (signing, *others)]
    most = max(tellings, key=lambda found: (len(found), sum(len(party.text) for party in found)))
    titled = titled_parties(work)
    if titled and len(titled) >= len(most):  # the title tells both sides in full
        return titled
    return (
        told.ranked(_of_title(most, work.title), signing.sentence, signing.verb)
        or titled
        or told.around(signing.sentence, signing.verb)
    )


def _of_title(found: tuple[AgentMention, ...], title: str) -> tuple[AgentMention, ...]:
    """Those of ``found`` that the title names, where it names two or more (甲部与乙省、丙省签署《甲部乙省…》《甲部丙省…》)."""
    named = tuple(party for party in found if party.text in title)
    return named if len(named) > 1 else found


def _as_before(text: CleanText, facts: list[AgreementFact]) -> list[AgreementFact]:
    """``facts``, where 双方 alone signed, with the two who sign another agreement of the report."""
    both = next((fact.parties for fact in facts if len(fact.parties) == len(_BOTH)), ())
    return [
        replace(fact, parties=both) if both and not fact.parties and _BOTH in text.slice(fact.span) else fact for fact in facts
    ]
