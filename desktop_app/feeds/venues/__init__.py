"""One HTTP price source a file: request and parse."""
