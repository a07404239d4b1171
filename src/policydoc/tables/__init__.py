"""Documents as five flat tables in Parquet: documents, provisions, mentions, obligations, citations."""
