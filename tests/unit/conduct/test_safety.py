"""What waits is counted as each questionnaire by itself would say, however much was sent and received before."""

from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.conduct.safety import safety_of
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import Delivery, ReceivedBundle, SentBundle, Waiting

SEQS = st.integers(min_value=1, max_value=60)


@given(
    waiting=st.sets(st.integers(min_value=-20, max_value=60)),
    sent=st.lists(SEQS, max_size=4),
    received=st.lists(SEQS, max_size=4),
)
def test_the_numbers_are_those_of_every_questionnaire_by_itself(
    waiting: set[int], sent: list[int], received: list[int]
) -> None:
    site = Site(
        sent=[SentBundle(bundle="b", upto=upto, at="", place="") for upto in sent],
        received=[
            ReceivedBundle(bundle="b", upto=upto, head="", at="", status="accepted", centre_at="", want=None)
            for upto in received
        ],
        waiting=[Waiting(seq=seq, finished=f"{seq + 20:02}") for seq in sorted(waiting)],
        unreceipted=(range(-20, 1),),
    )
    site.waiting = [one for one in site.waiting if site.delivery_of(one.seq) is not Delivery.RECEIVED]
    counted = safety_of(site)
    each = [site.delivery_of(one.seq) for one in site.waiting]
    assert (counted.on_device, counted.sent) == (each.count(Delivery.ON_DEVICE), each.count(Delivery.SENT))
    assert counted.inherited == sum(one.seq <= 0 for one in site.waiting)
    assert counted.oldest_unreceived == min((one.finished for one in site.waiting), default=None)
