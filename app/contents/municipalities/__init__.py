"""What is said of one municipality, and its figures."""
