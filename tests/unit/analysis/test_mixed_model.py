import pytest

from retnet_pro.analysis.mixed_model import MixedModel, difference_in_change
from retnet_pro.analysis.results import NotComputable
from retnet_pro.analysis.trajectories import ScoreAt

ORDER = ("baseline", "week-12", "week-24")
SAME = [
    ScoreAt(subject=f"{group}{place}", group=group, at=at, value=50.0)
    for group in ("be", "ctace")
    for place in range(2)
    for at in ORDER
]
WOBBLE = (-6.0, 4.0, 1.0, -3.0, 5.0, -1.0, 2.0, -2.0)


def arm(group, *means, people=8):
    """Participants who differ from each other, with some noise of their own that sums to nothing at each time point."""
    for place in range(people):
        for visit, (at, mean) in enumerate(zip(ORDER, means, strict=False)):
            value = mean + 3 * place + WOBBLE[(place + 3 * visit) % 8]
            yield ScoreAt(subject=f"{group}{place}", group=group, at=at, value=value)


def fit(*scores, order=ORDER):
    return difference_in_change([one for given in scores for one in given], what="QL2", order=order, reference="be")


def test_the_difference_in_change_is_told_per_later_time_point():
    """With nobody missing it is the plain difference of mean changes: (50 - 60) - (58 - 60)."""
    model = fit(arm("be", 60, 58, 60), arm("ctace", 60, 50, 70))
    assert isinstance(model, MixedModel)
    assert [(one.at, round(one.value, 6)) for one in model.differences] == [("week-12", -8), ("week-24", 10)]
    assert all(one.low < one.value < one.high for one in model.differences)
    assert (model.participants, model.scores, model.left_out) == (16, 48, ())
    assert model.between_sd > 0


def test_who_gave_one_score_still_enters():
    model = fit(
        arm("be", 60, 58, 60), arm("ctace", 60, 50, 70), [ScoreAt(subject="x", group="be", at="baseline", value=1)]
    )
    assert (model.participants, model.scores) == (17, 49)


def test_a_time_point_a_group_has_hardly_reached_is_left_out_and_told():
    model = fit(arm("be", 60, 58, 60), arm("ctace", 60, 50))
    assert model.left_out == ("week-24",)
    assert [one.at for one in model.differences] == ["week-12"]


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([], "not two groups"),
        (list(arm("be", 60, 58, 60)), "not two groups"),
        (list(arm("ctace", 60, 58, 60)), "not two groups"),
        ([*arm("be", 60), *arm("ctace", 60, 50)], "Too few scores"),
        (SAME, "no stable value"),
    ],
)
def test_where_data_carry_no_model_there_is_a_reason(scores, words):
    found = fit(scores)
    assert isinstance(found, NotComputable)
    assert words in found.reason


def test_what_is_assumed_about_missing_scores_is_part_of_the_result():
    assert "Missing at random" in fit(arm("be", 60, 58, 60), arm("ctace", 60, 50, 70)).method.missing
