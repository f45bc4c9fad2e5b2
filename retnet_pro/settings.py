"""Where this installation keeps its things: one frozen record, read once from the environment by a root."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_HOUSE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything about the installation that is not data of a site."""

    profile: Path
    """Folder of the site on this device: the log, the fallback device key, licensed packs."""
    forms: Path
    words: Path
    keystore: str
    """`system` or `file`."""
    documents: Path = _HOUSE / "packaging" / "docs"
    """Documents that ship with the program, such as the description of its formats."""
    language: str = "en"
    """Language of the staff's screens; participants have their own."""

    @property
    def log(self) -> Path:
        """The event log."""
        return self.profile / "site.db"

    @property
    def private_packs(self) -> Path:
        """Licensed forms and wordings of this site; never part of the program."""
        return self.profile / "packs"

    @property
    def study(self) -> Path:
        """The study file in use."""
        return self.forms / "studies" / "retnet.yaml"


def _of_the_system() -> str:
    """Return the language part of the system's locale, or English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    letters = named.partition("_")[0].partition(".")[0].lower()
    return letters if len(letters) in (2, 3) and letters.isalpha() else "en"


def read_settings(profile: Path | None = None) -> Settings:
    """Return the settings of this installation; a profile named by the caller wins over ``RETNET_PRO_PROFILE``."""
    shared = Path(os.environ.get("RETNET_PRO_SHARE", str(_HOUSE)))
    named = os.environ.get("RETNET_PRO_PROFILE", "")
    default = Path(named) if named else Path(platformdirs.user_data_dir("retnet-pro"))
    return Settings(
        profile=default if profile is None else profile,
        forms=shared / "forms",
        words=shared / "translations",
        keystore=os.environ.get("RETNET_PRO_KEYSTORE", "system"),
        documents=shared / "packaging" / "docs",
        language=os.environ.get("RETNET_PRO_LANGUAGE") or _of_the_system(),
    )


def read_redcap_token() -> str:
    """Return the token for a REDCap project from ``RETNET_PRO_REDCAP_TOKEN``; '' where there is none."""
    return os.environ.get("RETNET_PRO_REDCAP_TOKEN", "").strip()
