"""The concept graph: documents, provisions, concepts, duties, citations and meetings as nodes and edges."""
