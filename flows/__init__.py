"""The pipeline under Prefect. Prefect is imported in this package only, and only by the modules that run flows."""
