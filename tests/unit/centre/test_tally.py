"""The counts of a server read as Prometheus reads them, and name nobody."""

import re

from retnet_pro.centre.tally import Tally

LINE = re.compile(r'[a-z_]+(\{asked="[a-z-]+",outcome="[a-z-]+"\})? [0-9.]+')


def test_counts_add_up_in_the_form_prometheus_reads():
    tally = Tally()
    for outcome in ("stored", "stored", "not-genuine"):
        tally.note(asked="put-bundle", outcome=outcome, received=100, seconds=0.25)
    text = tally.text(devices=3, waiting=2, quarantined=1)
    values = [line for line in text.splitlines() if not line.startswith("#")]
    assert all(LINE.fullmatch(line) for line in values), values
    assert 'retnet_centre_requests_total{asked="put-bundle",outcome="stored"} 2' in values
    assert "retnet_centre_received_bytes_total 300" in values
    assert "retnet_centre_request_seconds_sum 0.750000" in values
    assert "retnet_centre_request_seconds_count 3" in values
    assert "retnet_centre_bundles_waiting 2" in values
    named = {line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")}
    assert {re.split(r"[{ ]", line)[0] for line in values} - named == {
        "retnet_centre_request_seconds_sum", "retnet_centre_request_seconds_count"
    }  # fmt: skip
