"""The IRIs of the registry; one place that knows their shape."""

from __future__ import annotations

from urllib.parse import quote

BASE = "https://w3id.org/zhengtu/"
PLACE = f"{BASE}place/"
AGENCY = f"{BASE}agency/"
ORGAN = f"{BASE}scheme/organ/"
ZT = f"{BASE}ns#"
CHINA = "000000"
"""The code of the whole country: the jurisdiction of the centre's organs."""


def place_iri(code: str) -> str:
    """``place/{GB/T 2260 code}``."""
    return f"{PLACE}{code}"


def government_iri(code: str) -> str:
    """``agency/gov-{code}``, the people's government of a division."""
    return f"{AGENCY}gov-{code}"


def organ_iri(code: str, slug: str) -> str:
    """``agency/{code}-{slug}``, an organ of a division by the slug of its pattern."""
    return f"{AGENCY}{code}-{slug}"


def unregistered_iri(label: str) -> str:
    """``agency/{percent-encoded label}``, an agency that the registry does not hold."""
    return f"{AGENCY}{quote(label, safe='')}"


def local_name(iri: str) -> str:
    """What stands behind the last ``/`` or ``#``."""
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]
