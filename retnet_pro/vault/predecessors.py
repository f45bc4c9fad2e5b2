"""The logs a restored device inherited: closed files beside its own log, kept read-only and never merged (rule P06)."""

from pathlib import Path

FOLDER = "predecessors"


def predecessor_files(profile: Path) -> tuple[Path, ...]:
    """Return the inherited logs of a site's folder, in order of name."""
    folder = profile / FOLDER
    return tuple(sorted(folder.iterdir())) if folder.is_dir() else ()
