"""Every code that can stand in a row, with neutral words of this project: where a reader of an export looks things up.

Words of a questionnaire are licensed text. They are here only where they passed the gate (`leaving_words`); an export
takes words from here and from nowhere else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from retnet_pro.dataset.leaving_words import Offered, Shut, Withheld, why_shut
from retnet_pro.dataset.staff_rows import StaffFormMeaning
from retnet_pro.instrument.clinic import ClinicForm
from retnet_pro.instrument.clinic_library import FALLBACK, ClinicLibrary
from retnet_pro.instrument.model import ContentHash, Instrument, Wording
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.record.circumstance import Medium, WhyHelped
from retnet_pro.record.response import AnsweredBy
from retnet_pro.scoring.score import Why
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Study
from retnet_pro.study.withdrawal import WithdrawalReason


@dataclass(frozen=True, slots=True)
class CodeWord:
    """One code of a closed list."""

    list: str
    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """What the codes in the rows mean."""

    study: Study
    """Arms and time points."""
    instruments: tuple[Instrument, ...]
    """Every version of every form that occurs, by id, version and hash: items with neutral topics, scales, no words."""
    codes: tuple[CodeWord, ...]
    """The closed lists: states, reasons, circumstances."""
    staff: tuple[StaffFormMeaning, ...] = ()
    """The forms of staff the study plans, with this project's or the site's own words for their items and codes."""
    words: Mapping[tuple[ContentHash, str], Wording] = field(default_factory=dict)
    """By hash of the form and language: wording that may leave with the data. Only `make_codebook` fills it."""
    withheld: tuple[Withheld, ...] = ()
    """Words that are at hand and stay here."""

    def words_of(self, form: Instrument) -> tuple[Wording, ...]:
        """Return the words of a form that may leave, by language."""
        return tuple(words for (content, _), words in self.words.items() if content == form.hash)

    def label_words(self, form: Instrument) -> Wording | None:
        """Return the words for a format that has room for one language: English, or else the first; None for none."""
        words = self.words_of(form)
        return next((one for one in words if one.language.partition("-")[0] == "en"), words[0] if words else None)

    def instrument(self, content: ContentHash) -> Instrument | None:
        """Return the version of a form with this hash."""
        return next((one for one in self.instruments if one.hash == content), None)

    def staff_form(self, content: ContentHash) -> ClinicForm | None:
        """Return the form of staff with this hash."""
        return next((one.form for one in self.staff if one.form.hash == content), None)


_LISTS: Mapping[str, type[StrEnum]] = {
    "absence": Absence,
    "answered_by": AnsweredBy,
    "correction": WhyAmended,
    "correction_source": Source,
    "help": WhyHelped,
    "medium": Medium,
    "score": Why,
    "withdrawal": WithdrawalReason,
}


def make_codebook(
    study: Study,
    instruments: Iterable[Instrument],
    offered: Offered | None = None,
    clinic: ClinicLibrary | None = None,
) -> Codebook:
    """Return the codebook of these forms, each version once, with those of the offered words that may leave.

    Of the forms of staff in the library those the study plans are in it.

    Raises:
        Refusal: `FORM_BROKEN` or `WORDING_MISSING`, of a form of staff.
    """
    each = {one.hash: one for one in instruments}
    forms = tuple(sorted(each.values(), key=lambda one: (one.id, one.version, one.hash)))
    words: dict[tuple[ContentHash, str], Wording] = {}
    withheld: list[Withheld] = []
    for form, wording, shut in () if offered is None else _judged(forms, offered):
        if shut is None:
            words[form.hash, wording.language] = wording
        else:
            withheld.append(Withheld(instrument=form.id, version=form.version, language=wording.language, why=shut))
    return Codebook(
        study=study,
        instruments=forms,
        codes=tuple(CodeWord(name, one.value, in_words(one.value)) for name, of in _LISTS.items() for one in of),
        staff=tuple(_meanings(study, clinic or ClinicLibrary())),
        words=words,
        withheld=tuple(withheld),
    )


def _judged(forms: Iterable[Instrument], offered: Offered) -> Iterator[tuple[Instrument, Wording, Shut | None]]:
    for form in forms:
        for wording in sorted(offered.wordings(form), key=lambda one: one.language):
            yield form, wording, why_shut(form, wording, offered.mode, offered.today)


def _meanings(study: Study, clinic: ClinicLibrary) -> Iterator[StaffFormMeaning]:
    for use in study.clinic_forms:
        if use.form in clinic.forms:
            form = clinic.form(use.form)
            yield StaffFormMeaning(form=form, words=clinic.words_of(form, FALLBACK))


def in_words(code: str) -> str:
    """Return a code as it is read aloud."""
    return code.replace("-", " ").replace("_", " ")
