"""One file an output format: what silang found, for a person or for another program."""
