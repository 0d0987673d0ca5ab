"""Results in order of their points, with those that the figure is about marked."""
