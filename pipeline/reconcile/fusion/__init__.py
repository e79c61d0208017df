"""Truth discovery: which of many sources' conflicting claims holds, from the claims alone."""

from pipeline.reconcile.fusion.fuse import fuse
from pipeline.reconcile.fusion.hierarchy import broader_values
from pipeline.reconcile.fusion.value_types import ValueType

__all__ = ["ValueType", "broader_values", "fuse"]
