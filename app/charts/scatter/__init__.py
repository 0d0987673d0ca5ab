"""Results by the size of the municipality."""
