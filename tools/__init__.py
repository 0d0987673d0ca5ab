"""What the project is measured, locked and built with."""
