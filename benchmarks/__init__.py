"""What policydoc costs, as ratios and exponents: `python -m benchmarks`. No absolute promises."""
