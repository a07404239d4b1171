"""One phenomenon a file: each reads the tree and gives the records of one field of `Document`."""
