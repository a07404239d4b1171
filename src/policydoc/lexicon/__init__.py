"""Knowledge as data: TOML files with a source for every entry, and their loader."""
