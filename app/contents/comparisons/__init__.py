"""What is said of evaluations side by side, and their figures."""
