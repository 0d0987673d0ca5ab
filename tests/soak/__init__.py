"""The same faults for longer, with more readers: `make soak`."""
