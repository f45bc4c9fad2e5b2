"""The report of a trial: what the analysis found, laid out as tables, a page for browsers and a paper."""
