"""Names of municipalities: how they are spelled, put in order, and found by what people write."""
