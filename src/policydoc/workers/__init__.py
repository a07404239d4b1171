"""Many files: one function over all of them, here, in processes of this machine, or on a cluster.

`job` says what is done to a file and what becomes of a range of them; `crew`, `Cluster` do it. Whoever does it, the
results come in the order of the ranges, and a file that cannot be done is an outcome like the others.
"""
