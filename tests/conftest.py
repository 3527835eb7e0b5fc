"""Puts this folder on the path, so that every room's tests can read Markdown cases with `cases_runner`."""
