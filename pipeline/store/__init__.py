"""What a workspace keeps between runs, below the stages: its lock, its cache, and the fingerprint of the code."""

from pipeline.store.cache import OutcomeCache
from pipeline.store.fingerprint import fingerprints
from pipeline.store.lock import STATE, Holder, workspace_lock

__all__ = ["STATE", "Holder", "OutcomeCache", "fingerprints", "workspace_lock"]
