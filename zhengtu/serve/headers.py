"""Headers that keep browsers from doing what a document's text may ask them to, and say which sites may read the answers."""

from __future__ import annotations

from urllib.parse import urlsplit

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_ALWAYS = [("content-security-policy", _POLICY), ("x-content-type-options", "nosniff")]
PAGE = {
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""What HTML has besides."""
PREFLIGHT = {
    "allow": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "accept, accept-language, content-type, if-none-match, *",
    "access-control-max-age": "86400",
}
"""What a browser is told that asks before it reads across sites."""


def always(origin: str) -> list[tuple[str, str]]:
    """What every answer has; ``origin`` may read across sites: ``*``, one origin, or ``none``."""
    if origin == "none":
        return _ALWAYS
    shared = [("access-control-allow-origin", origin), ("access-control-expose-headers", "*")]
    return [*_ALWAYS, *shared, *([] if origin == "*" else [("vary", "origin")])]


def is_origin(text: str) -> bool:
    """Whether ``always`` takes it."""
    parts = urlsplit(text)
    return text in ("*", "none") or (parts.scheme in ("http", "https") and bool(parts.netloc) and not parts.path)
