"""One data directory: catalogue, state, originals and settings, kept in step."""

from __future__ import annotations

from reader.workspace.errors import NoSuchWorkError, WorkspaceError
from reader.workspace.sample import SAMPLE_ID
from reader.workspace.workspace import Workspace

__all__ = ["SAMPLE_ID", "NoSuchWorkError", "Workspace", "WorkspaceError"]
