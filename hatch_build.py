"""Writes the tables of each language into the wheel as one JSON file beside the TOML files they come from."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LANGUAGES = Path("src/silang/languages")


class LanguageTables(BuildHookInterface):  # type: ignore[type-arg]
    """In a wheel only: an editable install reads the TOML files, so that a change in one counts at once."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from silang.languages.folder import READY, written

        self.folder = tempfile.TemporaryDirectory()
        for language in sorted((Path(self.root) / LANGUAGES).glob("*/language.toml")):
            folder = language.parent
            ready = Path(self.folder.name) / f"{folder.name}.json"
            ready.write_text(json.dumps(written(folder.name, folder), ensure_ascii=False), encoding="utf-8")
            build_data["force_include"][str(ready)] = f"silang/languages/{folder.name}/{READY}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self.folder.cleanup()
