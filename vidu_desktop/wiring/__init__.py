"""What the two composition roots build alike: the engine and everything below it."""
