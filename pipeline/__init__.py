"""articlefacts: articles in, clean evidenced tables out.

Data flows one way: ingest -> parse -> extract -> resolve -> reconcile -> publish. Each stage is a package with
one public verb; `pipeline.run` puts them in order, `flows` does the same under Prefect.
"""
