"""Open benchmarking of Kommunekompasset results."""
