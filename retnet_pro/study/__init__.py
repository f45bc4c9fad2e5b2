"""Who is asked what, and when: pure facts and rules of a trial, without clocks, disks or screens."""
