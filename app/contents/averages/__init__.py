"""What is said of averages and of the sets behind them, and their figures."""
