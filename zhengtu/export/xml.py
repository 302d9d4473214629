"""What XML 1.0 cannot hold."""

from __future__ import annotations

import re

NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character outside ``Char`` (XML 1.0 §2.2): control characters, mostly."""
