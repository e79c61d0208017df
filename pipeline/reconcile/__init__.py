"""Which claim wins: facts with a status and a confidence, and every disagreement with its reason."""

from pipeline.reconcile.awards import reconcile_awards
from pipeline.reconcile.claims import Reconciled, reconcile_claims
from pipeline.reconcile.decisions import Decision, Decisions
from pipeline.reconcile.policy import Policy, load_policies
from pipeline.reconcile.rows import claims_from_rows

__all__ = [
    "Decision",
    "Decisions",
    "Policy",
    "Reconciled",
    "claims_from_rows",
    "load_policies",
    "reconcile_awards",
    "reconcile_claims",
]
