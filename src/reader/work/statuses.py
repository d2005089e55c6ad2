"""The statuses a reader gives a work, by the words of the state file and of queries."""

from __future__ import annotations

UNREAD = "unread"
FINISHED = "finished"
STATUSES = (UNREAD, "reading", "caught-up", FINISHED, "paused", "dropped")
"""In the order in which a sidebar shows them."""
