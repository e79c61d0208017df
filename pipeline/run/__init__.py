"""The stages in order. `pipeline.run.whole` runs them without Prefect; the flow calls the same functions.

plan -> work (batches, in any process) -> assembly -> report
"""
