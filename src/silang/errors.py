"""What can go wrong, as a tree.

SilangError
└── InputError    the input cannot be used: names the file, the line and the cause in one sentence
"""

from __future__ import annotations


class SilangError(Exception):
    """Root of every error silang raises on purpose."""


class InputError(SilangError):
    """An input that cannot be used. `where` is `FILE` or `FILE:LINE`, `cause` one clause."""

    def __init__(self, where: str, cause: str) -> None:
        self.where = where
        self.cause = cause
        super().__init__(f"{where}: {cause}")
