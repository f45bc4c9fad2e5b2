"""Composition roots of the tablet: a supervisor and its two kinds of process, staff and participant.

They are never alive together. The staff process may hold the site's key and ends with the hand-over; the
participant's process is started with the device's signing key, public keys and one sitting, and nothing else.
"""
