"""Whether the files in a pack can be used: they pass the same checks as the files shipped with the program (rule T10).

And they keep the past as it was: a form or wording in a version this site knows already must be the same to the byte.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from retnet_pro.bundle.pack_bodies import FilesBody
from retnet_pro.bundle.packs import PackKind
from retnet_pro.conduct.packs_in_force import PRIVATE_STUDIES
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.approval import lack_of_approval
from retnet_pro.instrument.finding import Finding, in_one_line
from retnet_pro.instrument.library import PRIVATE_FORMS, Library
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import Instrument, InstrumentId
from retnet_pro.instrument.wording import read_wording
from retnet_pro.study.load import read_study
from retnet_pro.study.model import Study

_RESERVED = frozenset({PRIVATE_FORMS, PRIVATE_STUDIES})
"""Names of folders; a form called so would lie in the wrong one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """What this site has already, and what new files are held against."""

    library: Library
    study: Study
    fresh: tuple[FilesBody, ...] = ()
    """Form packs taken in since the library was opened."""

    def form(self, id_: str, version: str) -> Instrument | None:
        """Return a form in exactly this version, if there is one that can be used."""
        for body in self.fresh:
            for name, content in body.files.items():
                form, _ = read_instrument(content.encode(), name)
                if form is not None and (form.id, form.version) == (id_, version):
                    return form
        try:
            return self.library.instrument(InstrumentId(id_), version)
        except Refusal:
            return None

    def forms(self) -> dict[InstrumentId, Instrument]:
        """Return every form that can be used, by id."""
        found: dict[InstrumentId, Instrument] = {}
        for id_ in self.library.ids():
            try:
                found[id_] = self.library.instrument(id_)
            except Refusal:
                continue
        for body in self.fresh:
            form, _ = read_instrument(body.files.get(f"{body.id}.yaml", "").encode(), body.id)
            if form is not None:
                found[form.id] = form
        return found


def demand_fit(kind: PackKind, body: FilesBody, at_hand: AtHand, *, path: str) -> None:
    """Return if every file of a form, wording or study pack can be used here.

    Raises:
        Refusal: `PACK_UNFIT`, with every finding.
    """
    check: Callable[[FilesBody, str, bytes, AtHand], Iterable[Finding]] = {
        PackKind.FORM: _form,
        PackKind.WORDING: _wording,
        PackKind.STUDY: _study,
    }[kind]
    findings = [found for name, content in body.files.items() for found in check(body, name, content.encode(), at_hand)]
    if findings:
        shown = ", ".join(dict.fromkeys(finding.path for finding in findings))
        raise Refusal(Code.PACK_UNFIT, path=path, findings=f"{shown}: {in_one_line(findings)}")


def _form(body: FilesBody, name: str, content: bytes, at_hand: AtHand) -> Iterable[Finding]:
    form, findings = read_instrument(content, name)
    if form is None:
        return findings
    if body.id in _RESERVED or form.id != body.id:
        return [_wrong(name, f"the form in it is not '{body.id}'")]
    known = at_hand.form(form.id, form.version)
    if known is not None and known.hash != form.hash:
        return [_wrong(name, f"version {form.version} of {form.id} is here already with another content")]
    return _named(name, form.id, f"{form.id}@{form.version}")


def _wording(body: FilesBody, name: str, content: bytes, at_hand: AtHand) -> Iterable[Finding]:
    wording, findings = read_wording(content, name)
    if wording is None:
        return findings
    if body.id != f"{wording.instrument}/{wording.language}" or wording.instrument in _RESERVED:
        return [_wrong(name, f"the words in it are not '{body.id}'")]
    form = at_hand.form(wording.instrument, wording.instrument_version)
    if form is None:
        return [
            _wrong(name, f"there is no form {wording.instrument} {wording.instrument_version} here for these words")
        ]
    _, findings = read_wording(content, name, form)
    if findings:
        return findings
    try:
        known = at_hand.library.wording(form, wording.language)
    except Refusal:
        known = None
    same = known is not None and (known.version, known.demonstration) == (wording.version, wording.demonstration)
    if known is not None and same and known.hash != wording.hash:
        return [_wrong(name, f"version {wording.version} of these words is here already with another content")]
    lack = lack_of_approval(form, wording)
    if lack:
        return [_wrong(name, f"{lack}; see 'retnet-pro screens'")]
    return _named(name, wording.language, f"{wording.language}@{wording.instrument_version}")


def _study(body: FilesBody, name: str, content: bytes, at_hand: AtHand) -> Iterable[Finding]:
    study, findings = read_study(content, name, at_hand.forms())
    if study is None:
        return findings
    if study.id != body.id:
        return [_wrong(name, f"the study in it is not '{body.id}'")]
    known = at_hand.study
    if study.version == known.version and study.hash != known.hash:
        return [_wrong(name, f"version {study.version} of the study is here already with another content")]
    return _named(name, study.id)


def _named(name: str, *stems: str) -> list[Finding]:
    """A file is found by its name, so one under another name would be taken in and never used."""
    wanted = [f"{stem}.yaml" for stem in stems]
    return [] if name in wanted else [_wrong(name, f"the file must be called {' or '.join(wanted)}")]


def _wrong(name: str, message: str) -> Finding:
    return Finding(name, 1, None, message)
