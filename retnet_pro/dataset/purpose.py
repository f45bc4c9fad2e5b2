"""Which data may leave as what: study data never with a mark, other data never without one (design part 3)."""

from retnet_pro.errors import Code, Refusal
from retnet_pro.study.model import Mode


def demand_purpose(mode: Mode, *, synthetic: bool) -> None:
    """Return if somebody asked for data of the kind that is here.

    Raises:
        Refusal: `NOT_STUDY_DATA`, when demonstration or training data were asked for as if they were real;
            `IS_STUDY_DATA`, when data of a study were asked for as synthetic.
    """
    if mode is not Mode.STUDY and not synthetic:
        raise Refusal(Code.NOT_STUDY_DATA, mode=mode.value)
    if mode is Mode.STUDY and synthetic:
        raise Refusal(Code.IS_STUDY_DATA)
