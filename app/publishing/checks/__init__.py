"""What is wrong with evaluations before anything is written: all of it at once, each at its place.

`checked` takes what was understood of a file; `check_evaluation` one document from anywhere.
"""
