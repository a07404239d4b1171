"""What changed between the plans of two or more years."""
