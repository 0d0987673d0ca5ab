"""The report of one evaluation, from what pages say of it."""
