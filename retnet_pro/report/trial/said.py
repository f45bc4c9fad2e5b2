"""What a report of a trial is told beside its facts: of which data it is, and the words for codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retnet_pro.analysis.trial_facts import TrialFacts
from retnet_pro.dataset.study_data import About
from retnet_pro.instrument.clinic import ClinicForm


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

    @property
    def randomised(self) -> int:
        """How many are randomised."""
        return len(self.trial.arms)
