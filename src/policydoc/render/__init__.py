"""Documents and comparisons in the forms that people and programs read."""
