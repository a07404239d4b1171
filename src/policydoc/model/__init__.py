"""Data only: what the pipeline carries, and what comes out."""
