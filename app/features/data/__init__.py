"""The data as a whole: the data set, its releases and changes, and its catalogue."""
