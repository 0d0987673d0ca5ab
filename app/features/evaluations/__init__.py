"""The page of one evaluation."""
