"""What is said of one evaluation, and its figures."""
