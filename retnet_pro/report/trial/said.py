"""What a report of a trial is told beside its facts: of which data it is, and the words for codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retnet_pro.analysis.trial_facts import TrialFacts
from retnet_pro.dataset.left_out import undecided_and_beside
from retnet_pro.dataset.study_data import About
from retnet_pro.instrument.clinic import ClinicForm
from retnet_pro.instrument.model import InstrumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Everything the sections share."""

    trial: TrialFacts
    about: About
    clinic: Sequence[ClinicForm]
    """The forms of staff that are read."""
    event_words: Mapping[int, str]
    """The kinds of adverse events."""

    @property
    def titles(self) -> Mapping[str, str]:
        """The words for arms and time points."""
        study = self.trial.study
        arms = {arm.id: arm.title for arm in study.arms}
        return arms | {point.id: point.title for point in study.time_points}

    @property
    def synthetic(self) -> bool:
        """Whether the data are."""
        return self.trial.synthetic

    def left_out(self, instrument: InstrumentId | None = None) -> str:
        """Say how many responses to one form, or to all, are left out because there are several for one time point."""
        found = [one for one in self.trial.left_out if instrument in (None, one.instrument)]
        undecided, beside = undecided_and_beside(found)
        said = []
        if undecided:
            places = sum(one.is_undecided for one in found)
            said.append(f"{undecided} left out: several responses for one time point, undecided ({places} such)")
        if beside:
            said.append(f"{beside} left out: set beside another response for the same time point by a decision")
        return "; ".join(said) or "0 left out: nowhere are there several responses for one time point"

    @property
    def randomised(self) -> int:
        """How many are randomised."""
        return len(self.trial.arms)
