"""The door, tried from outside: a server in a process of its own, and sockets without manners."""
