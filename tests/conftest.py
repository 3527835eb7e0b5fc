"""Puts this folder on the path, so that every room's tests can read Markdown cases, and sets how Hypothesis searches."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
