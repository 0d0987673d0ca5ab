"""What is said of each thing, with its figures, wherever it is shown: on pages, in reports."""
