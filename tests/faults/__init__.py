"""What breaks, and what readers see of it: one server process a test, within stated bounds."""
