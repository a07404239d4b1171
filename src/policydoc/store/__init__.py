"""The knowledge base: many documents in one SQLite file, or one or a few in memory, and every question to them."""
